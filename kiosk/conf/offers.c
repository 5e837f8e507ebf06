/* SPDX-License-Identifier: MIT */
#include "conf/offers.h"

#include <stdlib.h>
#include <string.h>

#include "base/calendar.h"
#include "base/err.h"
#include "base/str.h"
#include "conf/data.h"
#include "conf/fields.h"

enum { PLACE_MAX = 128 };

#define TEXT_FIELD(type, member, may_lack, text)                                         \
    {                                                                                    \
        .key = #member, .want = CONF_WANT_TEXT, .optional = (may_lack),                  \
        .offset = offsetof(struct type, member),                                         \
        .size = sizeof((struct type *)0)->member, .what = (text)                         \
    }
#define WHOLE_FIELD(member, from, to, text)                                              \
    {                                                                                    \
        .key = #member, .want = CONF_WANT_WHOLE, .optional = true,                       \
        .offset = offsetof(struct conf_campaign, member), .low = (from), .high = (to),   \
        .what = (text)                                                                   \
    }
#define LESSONS                                                                          \
    {                                                                                    \
        .key = "lessons", .want = CONF_WANT_TABLE, .what = "a table of lessons"          \
    }

static const struct conf_field set_fields[] = {
    TEXT_FIELD(conf_set, id, false, "its name, such as \"school\""),
    TEXT_FIELD(conf_set, title, false, "the key of a text"),
    TEXT_FIELD(conf_set, audience, true,
               "an audience that lessons name, such as \"school\""),
    TEXT_FIELD(conf_set, scene, true, "the name of a picture, such as \"press\""),
    LESSONS,
};

/* Dates are read by read_date(), before these. */
static const struct conf_field campaign_fields[] = {
    TEXT_FIELD(conf_campaign, id, false, "its name, such as \"heat\""),
    TEXT_FIELD(conf_campaign, title, false, "the key of a text"),
    TEXT_FIELD(conf_campaign, words, false, "the key of a text"),
    TEXT_FIELD(conf_campaign, scene, true, "the name of a picture, such as \"press\""),
    {.key = "from", .want = CONF_WANT_READ, .optional = true},
    {.key = "to", .want = CONF_WANT_READ, .optional = true},
    WHOLE_FIELD(month, 1, 12, "a month"),
    WHOLE_FIELD(nth, 1, 5, "which one of the month, 5 for the last"),
    WHOLE_FIELD(weekday, 1, 7, "a weekday, 1 for Monday"),
    WHOLE_FIELD(before, 0, CONF_CAMPAIGN_DAYS_MAX, "a number of days"),
    WHOLE_FIELD(after, 0, CONF_CAMPAIGN_DAYS_MAX, "a number of days"),
    LESSONS,
};

/* ---- one row ----------------------------------------------------------------------- */

static bool read_lessons(const struct conf_place *place, const struct conf_data *row,
                         struct conf_lesson_ids *lessons)
{
    const struct conf_data *table = conf_field_find(row, "lessons");
    char at[PLACE_MAX];
    str_format(at, sizeof at, "%s.lessons", place->path);
    if (table->count == 0 || table->count > CONF_OFFER_LESSONS_MAX) {
        return err_set_as("offer_lessons",
                          "%s: %s holds %zu entries; write one to %d lessons",
                          place->file, at, table->count, CONF_OFFER_LESSONS_MAX);
    }
    for (size_t i = 0; i < table->count; i++) {
        const struct conf_data *entry = &table->items[i];
        bool is_id = entry->index > 0 && entry->kind == CONF_TEXT && *entry->text &&
                     str_copy(lessons->ids[i], sizeof lessons->ids[i], entry->text);
        if (!is_id) {
            str_format(at, sizeof at, "%s.lessons%s%s", place->path,
                       entry->index > 0 ? "" : ".", entry->key);
            return err_set_as("offer_lesson",
                              "%s: %s is no lesson; write its id in quotes, such as "
                              "\"adult-cpr\"",
                              place->file, at);
        }
        lessons->count++;
    }
    return true;
}

static bool add_set(const struct conf_place *place, const struct conf_data *row,
                    void *made)
{
    struct conf_set *set = made;
    return conf_fields_read(place, row, set_fields,
                            sizeof set_fields / sizeof *set_fields, set) &&
           read_lessons(place, row, &set->lessons);
}

/* "05-08" -> 508; 29 February is a day. 0 where the row does not say. */
static bool read_date(const struct conf_place *place, const struct conf_data *row,
                      const char *key, int *date)
{
    const struct conf_data *value = conf_field_find(row, key);
    const char *text = value && value->kind == CONF_TEXT ? value->text : "";
    if (!value) {
        return true;
    }
    bool shaped = strlen(text) == 5 && text[2] == '-' &&
                  strspn(text, "0123456789") == 2 && strspn(text + 3, "0123456789") == 2;
    int month = shaped ? (int)strtol(text, NULL, 10) : 0;
    int day = shaped ? (int)strtol(text + 3, NULL, 10) : 0;

    enum { LEAP_YEAR = 2024 };

    *date = month * 100 + day;
    bool is_day = month >= 1 && month <= 12 && day >= 1 &&
                  day <= calendar_month_days(LEAP_YEAR, month);
    char at[PLACE_MAX];
    str_format(at, sizeof at, "%s.%s", place->path, key);
    return is_day || err_set_as("campaign_date",
                                "%s: %s is no day; write a month and a day in quotes, "
                                "such as \"05-08\"",
                                place->file, at);
}

/* By dates or round a weekday, and not by a part of either. */
static bool read_when(const struct conf_place *place,
                      const struct conf_campaign *campaign)
{
    bool from = campaign->from > 0;
    bool to = campaign->to > 0;
    int named = (campaign->month > 0) + (campaign->nth > 0) + (campaign->weekday > 0);
    bool round = named > 0 || campaign->before > 0 || campaign->after > 0;
    return (from && to && !round) || (!from && !to && named == 3) ||
           err_set_as("campaign_when",
                      "%s: %s does not say when it is; write from and to, or month, nth "
                      "and weekday",
                      place->file, place->path);
}

static bool add_campaign(const struct conf_place *place, const struct conf_data *row,
                         void *made)
{
    struct conf_campaign *campaign = made;
    return read_date(place, row, "from", &campaign->from) &&
           read_date(place, row, "to", &campaign->to) &&
           conf_fields_read(place, row, campaign_fields,
                            sizeof campaign_fields / sizeof *campaign_fields, campaign) &&
           read_lessons(place, row, &campaign->lessons) && read_when(place, campaign);
}

/* ---- all rows ---------------------------------------------------------------------- */

struct kind {
    const char *what;
    size_t row_size, rows_max;
    bool (*add)(const struct conf_place *place, const struct conf_data *row, void *made);
};

/* The first member of a row is its id. */
static bool add_row(const struct kind *kind, const char *file,
                    const struct conf_data *data, char *rows, size_t count)
{
    struct conf_place place = {.file = file, .path = data->key};
    char *row = rows + count * kind->row_size;
    if (data->index == 0 || data->kind != CONF_TABLE) {
        return err_set_as("row_what", "%s: %s is not %s; write { %s = ..., ... }", file,
                          data->key, kind->what, "id");
    }
    if (count == kind->rows_max) {
        return err_set_as("row_many", "%s: %s is one more than the %zu there can be",
                          file, data->key, kind->rows_max);
    }
    memset(row, 0, kind->row_size);
    if (!kind->add(&place, data, row)) {
        return false;
    }
    for (size_t i = 0; i < count; i++) {
        if (str_equal(rows + i * kind->row_size, row)) {
            return err_set_as("row_twice", "%s: %s.%s is \"%s\", which is there already",
                              file, data->key, "id", row);
        }
    }
    return true;
}

static bool load(const struct kind *kind, const char *path, char *rows, size_t *count,
                 const struct conf_row_watch *watch)
{
    struct conf_data *data = conf_data_load(path);
    *count = 0;
    for (size_t i = 0; data && i < data->count; i++) {
        if (add_row(kind, path, &data->items[i], rows, *count)) {
            (*count)++;
        } else {
            watch->broken(watch->context);
        }
    }
    bool read = data != NULL;
    conf_data_free(data);
    return read;
}

bool conf_sets_load(struct conf_sets *sets, const char *path,
                    const struct conf_row_watch *watch)
{
    static const struct kind kind = {"a set", sizeof(struct conf_set), CONF_SETS_MAX,
                                     add_set};
    return load(&kind, path, (char *)sets->items, &sets->count, watch);
}

bool conf_campaigns_load(struct conf_campaigns *campaigns, const char *path,
                         const struct conf_row_watch *watch)
{
    static const struct kind kind = {"a campaign", sizeof(struct conf_campaign),
                                     CONF_CAMPAIGNS_MAX, add_campaign};
    return load(&kind, path, (char *)campaigns->items, &campaigns->count, watch);
}

const struct conf_set *conf_set_find(const struct conf_sets *sets, const char *id)
{
    for (size_t i = 0; i < sets->count; i++) {
        if (str_equal(sets->items[i].id, id)) {
            return &sets->items[i];
        }
    }
    return NULL;
}

size_t conf_lesson_place(const struct conf_lesson_ids *lessons, const char *id,
                         size_t none)
{
    for (size_t i = 0; i < lessons->count; i++) {
        if (str_equal(lessons->ids[i], id)) {
            return i;
        }
    }
    return none;
}

/* ---- when -------------------------------------------------------------------------- */

enum { LEAP = 2024 * 10000, LEAP_DAYS = 366 };

int conf_campaign_days(const struct conf_campaign *campaign)
{
    if (!campaign->from) {
        return campaign->before + 1 + campaign->after;
    }
    int days =
        calendar_number(LEAP + campaign->to) - calendar_number(LEAP + campaign->from) + 1;
    return campaign->from > campaign->to ? days + LEAP_DAYS : days;
}

/* Month and day compare as numbers, so that 29 February needs no leap year. */
static bool is_in_dates(const struct conf_campaign *campaign, int date)
{
    bool begun = date >= campaign->from;
    bool goes_on = date <= campaign->to;
    return campaign->from <= campaign->to ? begun && goes_on : begun || goes_on;
}

/* The days before may be in the year before, those after in the one behind. */
static bool is_round_weekday(const struct conf_campaign *campaign, int day)
{
    for (int year = day / 10000 - 1; year <= day / 10000 + 1; year++) {
        int middle =
            calendar_nth(year, campaign->month, campaign->weekday, campaign->nth);
        int from_it = calendar_number(day) - calendar_number(middle);
        if (from_it >= -campaign->before && from_it <= campaign->after) {
            return true;
        }
    }
    return false;
}

bool conf_campaign_is_on(const struct conf_campaign *campaign, int day)
{
    return campaign->from ? is_in_dates(campaign, day % 10000)
                          : is_round_weekday(campaign, day);
}

size_t conf_campaigns_on(const struct conf_campaigns *campaigns, int day,
                         const struct conf_campaign *out[CONF_CAMPAIGNS_MAX])
{
    size_t count = 0;
    for (size_t i = 0; calendar_is_set(day) && i < campaigns->count; i++) {
        const struct conf_campaign *campaign = &campaigns->items[i];
        size_t at = count;
        if (!conf_campaign_is_on(campaign, day)) {
            continue;
        }
        for (; at > 0 && conf_campaign_days(out[at - 1]) > conf_campaign_days(campaign);
             at--) {
            out[at] = out[at - 1];
        }
        out[at] = campaign;
        count++;
    }
    return count;
}
