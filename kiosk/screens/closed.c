/* SPDX-License-Identifier: MIT */
#include "screens/closed.h"

#include <time.h>

#include "base/calendar.h"
#include "base/err.h"
#include "base/log.h"
#include "base/str.h"
#include "screens/code.h"
#include "screens/courses_words.h"
#include "screens/daily_head.h"
#include "screens/kiosk.h"
#include "screens/staff/closing_words.h"

enum { TIME_MAX = 16, HOUR_MIN = 60, RETRY_US = 60000000 };

#define MODULE 6.0f /* a telephone reads it from a step away */

/* ---- the hours --------------------------------------------------------------------- */

static int minute_now(const struct kiosk *k)
{
    struct tm tm;
    time_t now = (time_t)clock_wall_s(k->clock);
    return localtime_r(&now, &tm) ? tm.tm_hour * HOUR_MIN + tm.tm_min : 0;
}

static void look(struct kiosk *k, const struct count_moment *now)
{
    struct closed *closed = &k->closed;
    int minute = minute_now(k);
    if (closed->day == now->day && closed->minute == minute) {
        return;
    }
    closed->day = now->day;
    closed->minute = minute;
    closed->is = conf_is_closed(&k->settings, now->day, minute);
    if (closed->is) {
        closed->opens = conf_opens_next(&k->settings, now->day, minute);
    }
}

/* ---- the code ---------------------------------------------------------------------- */

/* The sums of a day up to an hour. */
struct sums {
    int to_hour;
    int64_t n[COUNT_KINDS];
};

static bool add_row(void *context, const struct count_row *row)
{
    struct sums *sums = context;
    for (enum count what = 0; what < COUNT_KINDS && !count_excluded(row); what++) {
        bool is = row->key.hour < sums->to_hour &&
                  str_equal(row->key.metric, count_kind(what)->key);
        sums->n[what] += is ? row->n : 0;
    }
    return true;
}

static bool make_code(struct kiosk *k, int day, int over)
{
    struct closed *closed = &k->closed;
    struct str words = {0};
    struct sums sums = {.to_hour = over};
    if (!store_each(k->store, day, day, add_row, &sums)) {
        return false;
    }
    closing_words_public(k, sums.n, over, lkx_head_text(&k->daily_head.head), &words);
    bool made = str_copy(closed->text, sizeof closed->text, words.text) &&
                qr_make(&closed->qr, closed->text);
    str_free(&words);
    return made;
}

/* Counts that wait for whoever presses are of an hour that is over. */
static void follow_code(struct kiosk *k, const struct count_moment *now)
{
    struct closed *closed = &k->closed;
    int over = conf_day_over(&k->settings, now->day);
    bool is_due = closed->is && over > 0 && now->hour >= over;
    closed->code_day = is_due && closed->code_day == now->day ? now->day : 0;
    if (!is_due || closed->code_day > 0 || now->now_us < closed->retry_us ||
        k->counter.queue.count > 0 || daily_head_follow(k) != DAILY_HEAD_STANDS ||
        store_order(k->store, false) == COUNT_ORDER_ERASING) {
        return;
    }
    if (make_code(k, now->day, over)) {
        closed->code_day = now->day;
    } else {
        log_error("closed", "%s", err_text());
        closed->retry_us = now->now_us + RETRY_US;
    }
}

void closed_follow(struct kiosk *k)
{
    struct count_moment now = kiosk_moment(k);
    if (k->counter.wrong_clock) {
        k->closed.is = false;
        k->closed.day = k->closed.code_day = 0;
        return;
    }
    look(k, &now);
    follow_code(k, &now);
}

/* ---- words ------------------------------------------------------------------------- */

const char *closed_words(const struct kiosk *k, char *out, size_t size)
{
    const struct conf_opens *opens = &k->closed.opens;
    char time[TIME_MAX];
    char day[COURSES_WORDS_MAX] = "";
    const char *key = opens->day == 0                               ? "closed_long"
                      : opens->day == k->closed.day                 ? "closed_today"
                      : opens->day == calendar_after(k->closed.day) ? "closed_tomorrow"
                                                                    : "closed_until";
    str_format(time, sizeof time, "%d:%02d", opens->minute / HOUR_MIN,
               opens->minute % HOUR_MIN);
    if (opens->day > 0) {
        courses_words_day(k, &(struct conf_course){.day = opens->day}, day);
    }
    return kiosk_fill(k, out, size, key,
                      (const char *const[]){"day", day, "time", time, NULL});
}

bool closed_code(const struct kiosk *k, struct code *code)
{
    *code = (struct code){
        .qr = &k->closed.qr,
        .module = MODULE,
        .lines = {{kiosk_tr(k, "closed_code"), UI_SMALL, UI_ON_BRAND, false}}};
    return k->closed.is && k->closed.code_day > 0;
}
