/* SPDX-License-Identifier: MIT */
#include "support/province_counts.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/calendar.h"
#include "base/str.h"
#include "support/tap.h"

enum { SUMS_MAX = 512, LOST_PERCENT = 3, PARTS = 2, ALWAYS = 2 };

static const int part_hours[PARTS] = {9, 14};

/* A thing that can be counted, and up to how often in half a day. */
struct sum {
    struct count_key key; /* day and hour aside */
    int most;
};

struct sums {
    size_t count;
    struct sum items[SUMS_MAX]; /* ordered by key */
};

static void add(struct sums *sums, const char *metric, const char *subject,
                const char *detail, int content, int most)
{
    assert(sums->count < SUMS_MAX);
    struct sum *sum = &sums->items[sums->count++];
    *sum = (struct sum){.key = {.content = content, .definition = COUNT_DEFINITION},
                        .most = most};
    str_copy(sum->key.metric, COUNT_TEXT_MAX, metric);
    str_copy(sum->key.subject, COUNT_TEXT_MAX, subject);
    str_copy(sum->key.detail, COUNT_TEXT_MAX, detail);
}

static void add_lessons(struct sums *sums)
{
    static const char *const lessons[] = {"adult-cpr",
                                          "adult-cpr-breaths",
                                          "aed",
                                          "bleeding",
                                          "burns",
                                          "call-120",
                                          "child-cpr",
                                          "choking",
                                          "cold",
                                          "drowning",
                                          "fainting",
                                          "fractures",
                                          "head-injury",
                                          "heart-attack",
                                          "heat",
                                          "infant-choking",
                                          "infant-cpr",
                                          "junior-cpr",
                                          "little-helpers",
                                          "recovery-position",
                                          "scene-safety",
                                          "seizure",
                                          "solferino",
                                          "stroke"};
    for (size_t i = 0; i < sizeof lessons / sizeof *lessons; i++) {
        int version = 1 + (int)i % 3;
        add(sums, "lesson_started", lessons[i], "", version, 12);
        add(sums, "lesson_done", lessons[i], "", version, 8);
        add(sums, "quiz_passed", lessons[i], "", version, 6);
        add(sums, "willing", lessons[i], i % 2 ? "yes" : "unsure", version, 5);
    }
    add(sums, "aed_done", "aed", "", 3, 9);
    add(sums, "call_done", "call-120", "", 3, 9);
}

static void add_bins(struct sums *sums, const char *metric, const char *guideline,
                     int from, int to, int width)
{
    char bin[COUNT_TEXT_MAX];
    for (int low = from; low < to; low += width) {
        str_format(bin, sizeof bin, "%d~%d", low, low + width - 1);
        add(sums, metric, guideline, bin, 2025, 6);
    }
}

static void add_runs(struct sums *sums)
{
    static const char *const guidelines[] = {"aha-2025/adult", "aha-2025/child"};
    for (size_t i = 0; i < sizeof guidelines / sizeof *guidelines; i++) {
        add(sums, "practice", guidelines[i], "", 2025, 30);
        add(sums, "practice", guidelines[i], "excluded:simulated", 2025, 3);
        add(sums, "test", guidelines[i], "", 2025, 20);
        add(sums, "test_passed", guidelines[i], "", 2025, 12);
        add_bins(sums, "test_score", guidelines[i], 20, 90, 10);
        add_bins(sums, "test_depth", guidelines[i], 30, 70, 5);
        add_bins(sums, "test_rate", guidelines[i], 80, 150, 10);
    }
    add(sums, "pushes", "", "", 0, 3000);
    add(sums, "rhythm_done", "", "", 0, 9);
}

static void add_people(struct sums *sums)
{
    static const char *const topics[] = {"airway",   "call",      "cpr",
                                         "disaster", "first-aid", "history",
                                         "sudden",   "weather",   "wounds"};
    static const char *const groups[] = {"company", "pupils", "school_staff", "village",
                                         "volunteers"};
    for (size_t i = 0; i < sizeof topics / sizeof *topics; i++) {
        add(sums, "question", topics[i], "right", 1, 9);
        add(sums, "question", topics[i], "wrong", 1, 5);
    }
    for (size_t i = 0; i < sizeof groups / sizeof *groups; i++) {
        add(sums, "group", groups[i], "", 0, 45);
        add(sums, "group_minutes", groups[i], "", 0, 90);
        add(sums, "group_session", groups[i], "", 0, 2);
    }
    add(sums, "first_time", "", "yes", 0, 20);
    add(sums, "first_time", "", "no", 0, 9);
    add(sums, "course_shown", "", "", 0, 9);
    add(sums, "qr_shown", "", "", 0, 9);
    add(sums, "running", "", "", 0, 240);
    add(sums, "touch", "", "", 0, 60);
    add(sums, "touch", "", "excluded:short", 0, 5);
    add(sums, "visit", "", "", 0, 50);
    add(sums, "visit", "", "excluded:staff", 0, 3);
}

static int compare(const void *a, const void *b)
{
    const struct sum *left = a;
    const struct sum *right = b;
    return count_key_compare(&left->key, &right->key);
}

static void list_sums(struct sums *sums)
{
    sums->count = 0;
    add_lessons(sums);
    add_runs(sums);
    add_people(sums);
    qsort(sums->items, sums->count, sizeof *sums->items, compare);
}

/* The two that every half day of a kiosk that is on has. */
static bool is_always(const struct sum *sum)
{
    return !sum->key.detail[0] &&
           (str_equal(sum->key.metric, "running") || str_equal(sum->key.metric, "visit"));
}

static struct rng rng_of(const struct province_kiosk *kiosk, int number)
{
    struct rng rng = {kiosk->seed * 0x9E3779B97F4A7C15u +
                      (uint64_t)kiosk->number * 1000003u +
                      (uint64_t)number * 2654435761u + 1};
    for (int i = 0; i < 4; i++) {
        rng_u64(&rng);
    }
    return rng;
}

/* How many rows the `nth` half day has; so that those of lost days are not missing, the
 * others have some more. */
static size_t share_of(const struct province_kiosk *kiosk, int nth)
{
    int64_t open_days = kiosk->closed ? (kiosk->days * 6 + 6) / 7 : kiosk->days;
    int64_t parts = open_days * PARTS;
    int64_t rows = kiosk->rows * 100 / (100 - LOST_PERCENT);
    return (size_t)(rows * (nth + 1) / parts - rows * nth / parts);
}

/* Of `few` rows, drawn from those that there may be. */
static bool tell_part(const struct province_kiosk *kiosk, const struct sums *sums,
                      struct count_row *row, size_t few, struct rng *rng,
                      count_each *each, void *context)
{
    bool going = true;
    size_t others = few > ALWAYS ? few - ALWAYS : 0;
    size_t left = sums->count - ALWAYS;
    for (size_t i = 0; going && i < sums->count; i++) {
        const struct sum *sum = &sums->items[i];
        bool taken = is_always(sum);
        if (!taken) {
            taken = rng_u64(rng) % left < others;
            others -= taken;
            left--;
        }
        int64_t n = 1 + (int64_t)(rng_u64(rng) % (uint64_t)sum->most);
        if (taken) {
            int day = row->key.day;
            int hour = row->key.hour;
            row->key = sum->key;
            row->key.day = day;
            row->key.hour = hour;
            bool late = day == kiosk->late_day && hour == part_hours[0] &&
                        str_equal(sum->key.metric, "visit") && !sum->key.detail[0];
            row->n = row->revision = n + (late ? kiosk->late : 0);
            going = each(context, row);
        }
    }
    return going;
}

static bool each_row(void *context, int from_day, int to_day, count_each *each,
                     void *each_context)
{
    const struct province_kiosk *kiosk = context;
    struct sums *sums = malloc(sizeof *sums);
    bool going = true;
    assert(sums);
    list_sums(sums);
    int begin = calendar_number(kiosk->from_day);
    int open = 0;
    for (int at = 0; going && at < kiosk->days; at++) {
        int day = calendar_day(begin + at);
        struct rng rng = rng_of(kiosk, at);
        bool lost = rng_int(&rng, 0, 99) < LOST_PERCENT;
        if (day > to_day || calendar_weekday(day) == kiosk->closed) {
            continue;
        }
        for (int part = 0; going && part < PARTS; part++, open++) {
            struct count_row row = {.key = {.day = day, .hour = part_hours[part]}};
            size_t few = share_of(kiosk, open);
            if (!lost && day >= from_day) {
                going = tell_part(kiosk, sums, &row, few, &rng, each, each_context);
            }
        }
    }
    free(sums);
    return going;
}

struct count_source province_source(struct province_kiosk *kiosk)
{
    return (struct count_source){.context = kiosk, .each = each_row};
}
