/* SPDX-License-Identifier: MIT */
#include "count/ladder.h"

#include <assert.h>
#include <math.h>

#include "base/err.h"
#include "base/log.h"
#include "base/str.h"

void ladder_init(struct ladder *ladder, struct count_sink sink)
{
    *ladder = (struct ladder){.sink = sink};
}

static int64_t age_us(const struct ladder *ladder, struct count_moment at)
{
    return at.now_us - ladder->began_us;
}

/* Writes what waits. What the disk refuses goes on waiting for the next count. */
static void flush(struct ladder *ladder)
{
    if (ladder->waiting_count == 0 || !ladder->sink.add) {
        return;
    }
    if (!ladder->sink.add(ladder->sink.context, ladder->waiting,
                          (size_t)ladder->waiting_count)) {
        log_error("count", "%s", err_text());
        return;
    }
    ladder->waiting_count = 0;
}

static void write_unless_pressing(struct ladder *ladder)
{
    if (!ladder->pressing) {
        flush(ladder);
    }
}

static void queue(struct ladder *ladder, const struct count_row *row)
{
    if (!ladder->sink.add) {
        return;
    }
    if (ladder->waiting_count == LADDER_WAITING_MAX) {
        flush(ladder); /* even while somebody presses: late is better than lost */
    }
    if (ladder->waiting_count == LADDER_WAITING_MAX) {
        log_error("count", "a count of %s is lost: %d wait already", row->key.metric,
                  LADDER_WAITING_MAX);
        return;
    }
    ladder->waiting[ladder->waiting_count++] = *row;
}

/* The hour is the one in which it happened, not that of the commit. */
static struct count_row row_of(struct count_moment at, enum count what,
                               const char *subject, int content)
{
    const struct count_kind *kind = count_kind(what);
    assert((*subject != '\0') == (kind->subject != NULL));
    struct count_row row = {.n = 1,
                            .key = {.day = at.day,
                                    .hour = at.hour,
                                    .content = content,
                                    .definition = COUNT_DEFINITION}};
    str_copy(row.key.metric, sizeof row.key.metric, kind->key);
    str_copy(row.key.subject, sizeof row.key.subject, subject);
    return row;
}

/* NULL: it counts. */
static const char *reason_for(const struct ladder *ladder, struct count_moment at,
                              enum count what, bool simulated)
{
    const struct count_kind *kind = count_kind(what);
    if (ladder->demo) {
        return "demo";
    }
    if (kind->by_staff) {
        return NULL;
    }
    if (ladder->staff) {
        return "staff";
    }
    if (kind->of_a_run && simulated) {
        return "simulated";
    }
    if (ladder->open && age_us(ladder, at) > LADDER_LONG_S * INT64_C(1000000)) {
        return "long";
    }
    return NULL;
}

static void queue_for(struct ladder *ladder, struct count_row row, const char *reason)
{
    if (reason) {
        str_format(row.key.detail, sizeof row.key.detail, COUNT_EXCLUDED "%s", reason);
    }
    queue(ladder, &row);
}

/* FNV-1a over both texts and the NUL between them. */
static uint64_t hash_of(const char *metric, const char *subject)
{
    uint64_t hash = 14695981039346656037u;
    const char *texts[] = {metric, subject};
    for (int i = 0; i < 2; i++) {
        for (const char *at = texts[i];; at++) {
            hash = (hash ^ (unsigned char)*at) * 1099511628211u;
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
    uint64_t hash = hash_of(metric, subject);
    for (int i = 0; i < ladder->once_count; i++) {
        if (ladder->once[i] == hash) {
            return false;
        }
    }
    if (ladder->once_count == LADDER_ONCE_MAX) {
        log_error("count", "a count of %s is left out: one session counts %d things",
                  metric, LADDER_ONCE_MAX);
        return false;
    }
    ladder->once[ladder->once_count++] = hash;
    return true;
}

void ladder_begin(struct ladder *ladder, struct count_moment at)
{
    if (ladder->open) {
        return;
    }
    ladder->open = true;
    ladder->chose = false;
    ladder->visited = false;
    ladder->once_count = 0;
    ladder->began_us = at.now_us;
    ladder_count(ladder, at, COUNT_touch, "", 0);
}

void ladder_chose(struct ladder *ladder, struct count_moment at)
{
    ladder->chose = ladder->open;
    ladder_tick(ladder, at);
}

void ladder_tick(struct ladder *ladder, struct count_moment at)
{
    if (ladder->open && ladder->chose && !ladder->visited &&
        age_us(ladder, at) >= LADDER_VISIT_S * INT64_C(1000000)) {
        ladder->visited = true;
        ladder_count(ladder, at, COUNT_visit, "", 0);
    }
}

void ladder_end(struct ladder *ladder, struct count_moment at)
{
    if (!ladder->open) {
        return;
    }
    ladder_tick(ladder, at);
    if (!ladder->visited) {
        const char *reason = reason_for(ladder, at, COUNT_visit, false);
        queue_for(ladder, row_of(at, COUNT_visit, "", 0), reason ? reason : "short");
    }
    ladder->open = false;
    ladder->pressing = false;
    ladder->once_count = 0;
    flush(ladder);
    if (ladder->sink.settle && !ladder->sink.settle(ladder->sink.context)) {
        log_warn("count", "%s", err_text());
    }
}

void ladder_count(struct ladder *ladder, struct count_moment at, enum count what,
                  const char *subject, int content)
{
    const struct count_kind *kind = count_kind(what);
    assert(!kind->of_a_run);
    if (kind->times == COUNT_ONCE && !first_time(ladder, kind->key, subject)) {
        return;
    }
    queue_for(ladder, row_of(at, what, subject, content),
              reason_for(ladder, at, what, false));
    write_unless_pressing(ladder);
}

void ladder_group(struct ladder *ladder, struct count_moment at, int people,
                  const char *kind, int content)
{
    if (people < 1 || people > LADDER_GROUP_MAX) {
        return;
    }
    struct count_row row = row_of(at, COUNT_group, kind, content);
    row.n = people;
    queue_for(ladder, row, reason_for(ladder, at, COUNT_group, false));
    write_unless_pressing(ladder);
}

/* ---- runs -------------------------------------------------------------------------- */

static void queue_of_run(struct ladder *ladder, struct count_moment at, enum count what,
                         const struct ladder_run *run)
{
    queue_for(ladder, row_of(at, what, run->guideline, run->year),
              reason_for(ladder, at, what, run->simulated));
}

static void queue_value(struct ladder *ladder, struct count_moment at, enum count what,
                        const struct ladder_run *run, double value)
{
    const struct count_bins *bins = &count_kind(what)->bins;
    if (isnan(value) || reason_for(ladder, at, what, run->simulated)) {
        return;
    }
    int low = bins->last;
    if (value < bins->last) {
        low = value > 0 ? (int)(value / bins->width) * bins->width : 0;
    }
    struct count_row row = row_of(at, what, run->guideline, run->year);
    str_format(row.key.detail, sizeof row.key.detail, "%d~%d", low,
               low == bins->last ? bins->end : low + bins->width - 1);
    queue(ladder, &row);
}

void ladder_run(struct ladder *ladder, struct count_moment at,
                const struct ladder_run *run)
{
    if (!run->test) {
        queue_of_run(ladder, at, COUNT_practice, run);
    } else {
        queue_of_run(ladder, at, COUNT_test, run);
        if (run->passed) {
            queue_of_run(ladder, at, COUNT_test_passed, run);
        }
        queue_value(ladder, at, COUNT_test_score, run, run->score);
        queue_value(ladder, at, COUNT_test_depth, run, run->depth_mm);
        queue_value(ladder, at, COUNT_test_rate, run, run->rate_cpm);
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
