/* SPDX-License-Identifier: MIT */
#include "store/ladder.h"

#include <math.h>
#include <time.h>

#include "base/err.h"
#include "base/log.h"
#include "base/str.h"

void ladder_init(struct ladder *ladder, struct store *store, const struct clock *clock)
{
    *ladder = (struct ladder){.store = store, .clock = clock};
}

void ladder_day_hour(int64_t wall_s, int *day, int *hour)
{
    time_t moment = (time_t)wall_s;
    struct tm local = {0};
    localtime_r(&moment, &local);
    *day = (local.tm_year + 1900) * 10000 + (local.tm_mon + 1) * 100 + local.tm_mday;
    *hour = local.tm_hour;
}

static int64_t age_us(const struct ladder *ladder)
{
    return clock_now_us(ladder->clock) - ladder->began_us;
}

/* Writes what waits. What the disk refuses goes on waiting for the next count. */
static void flush(struct ladder *ladder)
{
    if (ladder->waiting_count == 0 || !ladder->store) {
        return;
    }
    if (!store_add(ladder->store, ladder->waiting, (size_t)ladder->waiting_count)) {
        log_error("store", "%s", err_text());
        return;
    }
    ladder->waiting_count = 0;
}

/* Puts a count in the queue; the hour is the one in which it happened. */
static void queue(struct ladder *ladder, const struct store_row *row)
{
    if (!ladder->store) {
        return;
    }
    if (ladder->waiting_count == LADDER_WAITING_MAX) {
        flush(ladder); /* even while somebody presses: late is better than lost */
    }
    if (ladder->waiting_count == LADDER_WAITING_MAX) {
        log_error("store", "a count of %s is lost: %d wait already", row->key.metric,
                  LADDER_WAITING_MAX);
        return;
    }
    struct store_row *waiting = &ladder->waiting[ladder->waiting_count++];
    *waiting = *row;
    waiting->key.definition = STORE_DEFINITION;
    ladder_day_hour(clock_wall_s(ladder->clock), &waiting->key.day, &waiting->key.hour);
}

static struct store_row row_of(const char *metric, const char *subject, int content)
{
    struct store_row row = {.n = 1, .key.content = content};
    str_copy(row.key.metric, sizeof row.key.metric, metric);
    str_copy(row.key.subject, sizeof row.key.subject, subject);
    return row;
}

static void queue_for(struct ladder *ladder, struct store_row *row,
                      enum ladder_reason reason)
{
    static const char *const details[] = {
        [LADDER_REAL] = "",
        [LADDER_DEMO] = "excluded:demo",
        [LADDER_STAFF] = "excluded:staff",
        [LADDER_SIMULATED] = "excluded:simulated",
        [LADDER_LONG] = "excluded:long",
        [LADDER_SHORT] = "excluded:short",
    };
    if (reason != LADDER_REAL) {
        str_copy(row->key.detail, sizeof row->key.detail, details[reason]);
    }
    queue(ladder, row);
}

static void write_unless_pressing(struct ladder *ladder)
{
    if (!ladder->pressing) {
        flush(ladder);
    }
}

static bool is_of_a_run(const char *metric)
{
    return str_equal(metric, "practice") || str_equal(metric, "test") ||
           str_equal(metric, "test_passed");
}

static enum ladder_reason reason_for(const struct ladder *ladder, const char *metric)
{
    if (ladder->demo) {
        return LADDER_DEMO;
    }
    if (ladder->staff) {
        return LADDER_STAFF;
    }
    if (ladder->simulated && is_of_a_run(metric)) {
        return LADDER_SIMULATED;
    }
    if (ladder->open && age_us(ladder) > (int64_t)LADDER_LONG_S * 1000000) {
        return LADDER_LONG;
    }
    return LADDER_REAL;
}

/* FNV-1a over both texts and the NUL between them. */
static uint32_t hash_of(const char *metric, const char *subject)
{
    uint32_t hash = 2166136261u;
    const char *texts[] = {metric, subject};
    for (int i = 0; i < 2; i++) {
        for (const char *at = texts[i];; at++) {
            hash = (hash ^ (unsigned char)*at) * 16777619u;
            if (*at == '\0') {
                break;
            }
        }
    }
    return hash;
}

/* Whether the pair is new to this session; it is then remembered. */
static bool first_time(struct ladder *ladder, const char *metric, const char *subject)
{
    uint32_t hash = hash_of(metric, subject);
    for (int i = 0; i < ladder->once_count; i++) {
        if (ladder->once[i] == hash) {
            return false;
        }
    }
    if (ladder->once_count == LADDER_ONCE_MAX) {
        log_error("store", "a count of %s is left out: one session counts %d things",
                  metric, LADDER_ONCE_MAX);
        return false;
    }
    ladder->once[ladder->once_count++] = hash;
    return true;
}

void ladder_begin(struct ladder *ladder)
{
    if (ladder->open) {
        return;
    }
    ladder->open = true;
    ladder->chose = false;
    ladder->visited = false;
    ladder->once_count = 0;
    ladder->began_us = clock_now_us(ladder->clock);
    ladder_count(ladder, "touch", "", 0);
}

void ladder_chose(struct ladder *ladder)
{
    ladder->chose = ladder->open;
    ladder_tick(ladder);
}

void ladder_tick(struct ladder *ladder)
{
    if (ladder->open && ladder->chose && !ladder->visited &&
        age_us(ladder) >= (int64_t)LADDER_VISIT_S * 1000000) {
        ladder->visited = true;
        ladder_count(ladder, "visit", "", 0);
    }
}

void ladder_end(struct ladder *ladder)
{
    if (!ladder->open) {
        return;
    }
    ladder_tick(ladder);
    if (!ladder->visited) {
        struct store_row row = row_of("visit", "", 0);
        enum ladder_reason reason = reason_for(ladder, "visit");
        queue_for(ladder, &row, reason == LADDER_REAL ? LADDER_SHORT : reason);
    }
    ladder->open = false;
    ladder->pressing = false;
    ladder->once_count = 0;
    flush(ladder);
    if (ladder->store && !store_settle(ladder->store)) {
        log_warn("store", "%s", err_text());
    }
}

void ladder_count(struct ladder *ladder, const char *metric, const char *subject,
                  int content)
{
    if (!is_of_a_run(metric) && !first_time(ladder, metric, subject)) {
        return;
    }
    struct store_row row = row_of(metric, subject, content);
    queue_for(ladder, &row, reason_for(ladder, metric));
    write_unless_pressing(ladder);
}

void ladder_group(struct ladder *ladder, int people, const char *subject, int content)
{
    if (people < 1 || people > LADDER_GROUP_MAX) {
        return;
    }
    struct store_row row = row_of("group", subject, content);
    row.n = people;
    queue_for(ladder, &row, ladder->demo ? LADDER_DEMO : LADDER_REAL);
    write_unless_pressing(ladder);
}

struct bins {
    const char *metric;
    int width;
    int last; /* where the last bin begins; all above goes into it */
    int end;  /* what the last bin ends with in its name */
};

static struct store_row bin_of(const struct bins *bins, double value, const char *subject,
                               int content)
{
    int low = bins->last;
    if (value < bins->last) {
        low = value > 0 ? (int)(value / bins->width) * bins->width : 0;
    }
    struct store_row row = row_of(bins->metric, subject, content);
    str_format(row.key.detail, sizeof row.key.detail, "%d~%d", low,
               low == bins->last ? bins->end : low + bins->width - 1);
    return row;
}

void ladder_test_values(struct ladder *ladder, const char *subject, int content,
                        double score, double depth_mm, double rate_cpm)
{
    static const struct bins all[] = {{"test_score", 10, 90, 100},
                                      {"test_depth", 5, 145, 149},
                                      {"test_rate", 10, 290, 299}};
    const double values[] = {score, depth_mm, rate_cpm};
    if (reason_for(ladder, "test") != LADDER_REAL) {
        return;
    }
    for (int i = 0; i < 3; i++) {
        if (!isnan(values[i])) {
            struct store_row row = bin_of(&all[i], values[i], subject, content);
            queue(ladder, &row);
        }
    }
    write_unless_pressing(ladder);
}

void ladder_run_began(struct ladder *ladder)
{
    ladder->pressing = true;
}

void ladder_run_ended(struct ladder *ladder)
{
    ladder->pressing = false;
    flush(ladder);
}
