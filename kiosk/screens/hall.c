/* SPDX-License-Identifier: MIT */
#include "screens/hall.h"

#include "base/calendar.h"
#include "base/err.h"
#include "base/log.h"
#include "base/str.h"
#include "screens/kiosk.h"

enum {
    PART_MAX = 160,
    PARTS = 3,
    READ_DAYS = 14,
    RETRY_US = 60000000,
};

/* ---- how many came ----------------------------------------------------------------- */

/* An hour that is read, and those that are. */
struct reading {
    struct hall_crowd *crowd;
    int to_day, to_hour; /* the first hour that is not over */
    int day, hour;
    struct crowd_sums sums;
};

static bool is_before(int day, int hour, int than_day, int than_hour)
{
    return day < than_day || (day == than_day && hour < than_hour);
}

static void end_hour(struct reading *reading)
{
    if (reading->day > 0) {
        crowd_add(&reading->crowd->crowd, reading->day, &reading->sums);
        reading->crowd->day = reading->day;
        reading->crowd->hour = reading->hour + 1;
    }
    reading->sums = (struct crowd_sums){0, 0};
}

static bool read_row(void *context, const struct count_row *row)
{
    struct reading *reading = context;
    const struct count_key *key = &row->key;
    bool is_new =
        !is_before(key->day, key->hour, reading->crowd->day, reading->crowd->hour);
    bool is_over = is_before(key->day, key->hour, reading->to_day, reading->to_hour);
    if (!is_new || !is_over || count_excluded(row)) {
        return true;
    }
    if (key->day != reading->day || key->hour != reading->hour) {
        end_hour(reading);
        reading->day = key->day;
        reading->hour = key->hour;
    }
    if (str_equal(key->metric, count_kind(COUNT_visit)->key)) {
        reading->sums.visits += row->n;
    } else if (str_equal(key->metric, count_kind(COUNT_lesson_done)->key)) {
        reading->sums.lessons += row->n;
    }
    return true;
}

static int days_on(int day, int days)
{
    return calendar_day(calendar_number(day) + days);
}

void hall_follow(struct kiosk *k)
{
    struct hall_crowd *crowd = &k->crowd;
    struct count_moment now = kiosk_moment(k);
    int new_year = now.day / 10000 * 10000 + 101;
    if (!k->store || k->counter.wrong_clock || now.now_us < crowd->retry_us ||
        store_order(k->store, false) == COUNT_ORDER_ERASING) {
        return; /* reading would wait for that */
    }
    if (crowd->day < new_year || is_before(now.day, now.hour, crowd->day, crowd->hour)) {
        *crowd = (struct hall_crowd){.day = new_year}; /* or the calendar went back */
    }
    if (!is_before(crowd->day, crowd->hour, now.day, now.hour)) {
        return;
    }
    int last = days_on(crowd->day, READ_DAYS - 1);
    last = last < now.day ? last : now.day;
    struct reading reading = {.crowd = crowd, .to_day = now.day, .to_hour = now.hour};
    if (!store_each(k->store, crowd->day, last, read_row, &reading)) {
        log_warn("hall", "%s", err_text());
        crowd->retry_us = now.now_us + RETRY_US;
        return;
    }
    end_hour(&reading);
    crowd->day = last < now.day ? days_on(last, 1) : now.day;
    crowd->hour = last < now.day ? 0 : now.hour;
}

/* ---- words ------------------------------------------------------------------------- */

static void add_line(char *out, size_t size, const char *part)
{
    char before[PARTS * PART_MAX];
    str_copy(before, sizeof before, out);
    str_format(out, size, "%s%s%s", before, *before ? "\n" : "", part);
}

/* Adds "key" with {n} and {hall} as a line of its own; nothing where n is 0. */
static void add(const struct kiosk *k, char *out, size_t size, const char *key, int64_t n,
                const char *hall)
{
    char part[PART_MAX];
    char number[STR_GROUPED_MAX];
    if (n > 0) {
        str_grouped(number, n);
        kiosk_fill(k, part, sizeof part, key,
                   (const char *const[]){"n", number, "hall", hall, NULL});
        add_line(out, size, part);
    }
}

const char *hall_crowd_words(const struct kiosk *k, char *out, size_t size)
{
    static const struct {
        const char *visits, *lessons; /* the latter with both */
    } keys[CROWD_SPANS] = {[CROWD_TODAY] = {"hall_today", "hall_today_lessons"},
                           [CROWD_WEEK] = {"hall_week", "hall_week_lessons"},
                           [CROWD_YEAR] = {"hall_year", "hall_year_lessons"}};

    out[0] = '\0';
    for (int span = 0; span < CROWD_SPANS && !k->counter.wrong_clock; span++) {
        struct crowd_sums told =
            crowd_told(&k->crowd.crowd, kiosk_moment(k).day, (enum crowd_span)span);
        char visits[STR_GROUPED_MAX];
        char lessons[STR_GROUPED_MAX];
        char part[PART_MAX];
        str_grouped(visits, told.visits);
        str_grouped(lessons, told.lessons);
        kiosk_fill(k, part, sizeof part,
                   told.lessons > 0 ? keys[span].lessons : keys[span].visits,
                   (const char *const[]){"n", visits, "lessons", lessons, NULL});
        if (told.visits > 0) {
            add_line(out, size, part);
        }
    }
    return out;
}

const char *hall_words(const struct kiosk *k, char *out, size_t size)
{
    const struct conf_hall *hall = &k->settings.hall;
    const char *rival = hall->rival[0] ? hall->rival : kiosk_tr(k, "hall_other");
    out[0] = '\0';
    add(k, out, size, "hall_best", kiosk_best(k), "");
    add(k, out, size, "hall_challenge", hall->challenge, "");
    add(k, out, size, "hall_rival", hall->rival_best, rival);
    return out;
}
