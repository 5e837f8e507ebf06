/* SPDX-License-Identifier: MIT */
/*
 * offers: what home offers first. A set of lessons for a kind of hall, which a setting
 * chooses, and campaigns, which come and go by date.
 *
 *     scripts/sets.lua        { id = "school", title = "set_school", audience = "school",
 *                               lessons = { "junior-cpr", ... } }
 *     scripts/campaigns.lua   { id = "heat", from = "06-15", to = "08-31",
 *                               title = "campaign_heat", words = "campaign_heat_words",
 *                               scene = "...", lessons = { "heat", ... } }
 *                             or instead of from and to: month = 9, nth = 2, weekday = 6,
 *                             before = 6, after = 0
 *
 * A lesson that is not there is passed over: a set may name one that comes later.
 */
#ifndef KIOSK_CONF_OFFERS_H
#define KIOSK_CONF_OFFERS_H

#include <stdbool.h>
#include <stddef.h>

enum {
    CONF_SETS_MAX = 12,
    CONF_CAMPAIGNS_MAX = 24,
    CONF_OFFER_LESSONS_MAX = 32,
    CONF_CAMPAIGN_DAYS_MAX = 60, /* before, or after, the day of a campaign */
};

struct conf_lesson_ids {
    size_t count;
    char ids[CONF_OFFER_LESSONS_MAX][32];
};

/* The lessons of a kind of hall, in the order in which they are offered. */
struct conf_set {
    char id[32];
    char title[32];    /* key of an interface text */
    char audience[24]; /* of the hall, where no setting names one; "" */
    char scene[32];    /* name of a picture; "" none */
    struct conf_lesson_ids lessons;
};

struct conf_sets {
    size_t count;
    struct conf_set items[CONF_SETS_MAX];
};

struct conf_campaign {
    char id[32];
    char title[48]; /* keys of interface texts */
    char words[48];
    char scene[32]; /* name of a picture; "" none */
    int from, to;   /* 508 is 8 May, both included; over the year's end where `to` is
                       the smaller; 0: not by date but ... */
    int month, nth, weekday; /* by the nth weekday of a month, as calendar_nth() */
    int before, after;       /* that day, so many days and so many days */
    struct conf_lesson_ids lessons;
};

struct conf_campaigns {
    size_t count;
    struct conf_campaign items[CONF_CAMPAIGNS_MAX];
};

/* Told of each row that is wrong, as err_text(); the row is left out. */
struct conf_row_watch {
    void *context;
    void (*broken)(void *context);
};

/* False (err_text()) when the file is no table; broken rows are left out and told. */
bool conf_sets_load(struct conf_sets *sets, const char *path,
                    const struct conf_row_watch *watch);
bool conf_campaigns_load(struct conf_campaigns *campaigns, const char *path,
                         const struct conf_row_watch *watch);

/* NULL when there is none of that id. */
const struct conf_set *conf_set_find(const struct conf_sets *sets, const char *id);

/* Place of a lesson among these, from 0; `none` when it is not among them. */
size_t conf_lesson_place(const struct conf_lesson_ids *lessons, const char *id,
                         size_t none);

/* How many days it lasts, in a leap year. */
int conf_campaign_days(const struct conf_campaign *campaign);

/* Whether it is on, on a day such as 20260508. */
bool conf_campaign_is_on(const struct conf_campaign *campaign, int day);

/* Those that are on, the shortest first, those that last as long in the file's order;
 * returns how many. None while nobody has set the clock. */
size_t conf_campaigns_on(const struct conf_campaigns *campaigns, int day,
                         const struct conf_campaign *out[CONF_CAMPAIGNS_MAX]);

#endif
