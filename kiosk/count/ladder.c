/* SPDX-License-Identifier: MIT */
#include "count/ladder.h"

#include <assert.h>
#include <math.h>

#include "base/log.h"
#include "base/str.h"

void ladder_init(struct ladder *ladder, struct count_sink sink)
{
    *ladder = (struct ladder){.open = false};
    count_queue_init(&ladder->queue, sink);
}

static int64_t age_us(const struct ladder *ladder, struct count_moment at)
{
    return at.now_us - ladder->began_us;
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

static void exclude(struct count_row *row, const char *reason)
{
    if (reason) {
        str_format(row->key.detail, sizeof row->key.detail, COUNT_EXCLUDED "%s", reason);
    }
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
        struct count_row row = row_of(at, COUNT_visit, "", 0);
        const char *reason = reason_for(ladder, at, COUNT_visit, false);
        exclude(&row, reason ? reason : "short");
        count_queue_add(&ladder->queue, &row, 1);
    }
    ladder->open = false;
    ladder->once_count = 0;
    count_queue_settle(&ladder->queue);
}

void ladder_finish(struct ladder *ladder, struct count_moment at)
{
    ladder_end(ladder, at);
    count_queue_close(&ladder->queue);
}

void ladder_count(struct ladder *ladder, struct count_moment at, enum count what,
                  const char *subject, int content)
{
    const struct count_kind *kind = count_kind(what);
    assert(!kind->of_a_run);
    if (kind->times == COUNT_ONCE && !first_time(ladder, kind->key, subject)) {
        return;
    }
    struct count_row row = row_of(at, what, subject, content);
    exclude(&row, reason_for(ladder, at, what, false));
    count_queue_add(&ladder->queue, &row, 1);
}

void ladder_question(struct ladder *ladder, struct count_moment at, const char *question,
                     bool right, const char *topic, int content)
{
    if (!first_time(ladder, count_kind(COUNT_question)->key, question)) {
        return;
    }
    struct count_row row = row_of(at, COUNT_question, topic, content);
    str_copy(row.key.detail, sizeof row.key.detail, right ? "right" : "wrong");
    exclude(&row, reason_for(ladder, at, COUNT_question, false));
    count_queue_add(&ladder->queue, &row, 1);
}

void ladder_group(struct ladder *ladder, struct count_moment at, int people,
                  const char *kind, int content)
{
    if (people < 1 || people > LADDER_GROUP_MAX) {
        return;
    }
    struct count_row row = row_of(at, COUNT_group, kind, content);
    row.n = people;
    exclude(&row, reason_for(ladder, at, COUNT_group, false));
    count_queue_add(&ladder->queue, &row, 1);
}

/* ---- runs -------------------------------------------------------------------------- */

/* What one run adds. */
struct batch {
    size_t count;
    struct count_row rows[5];
};

static void add_count(const struct ladder *ladder, struct count_moment at,
                      enum count what, const struct ladder_run *run, struct batch *batch)
{
    struct count_row *row = &batch->rows[batch->count++];
    *row = row_of(at, what, run->guideline, run->year);
    exclude(row, reason_for(ladder, at, what, run->simulated));
}

static void add_value(const struct ladder *ladder, struct count_moment at,
                      enum count what, const struct ladder_run *run, double value,
                      struct batch *batch)
{
    const struct count_bins *bins = &count_kind(what)->bins;
    if (isnan(value) || reason_for(ladder, at, what, run->simulated)) {
        return;
    }
    int low = bins->last;
    if (value < bins->last) {
        low = value > 0 ? (int)(value / bins->width) * bins->width : 0;
    }
    struct count_row *row = &batch->rows[batch->count++];
    *row = row_of(at, what, run->guideline, run->year);
    str_format(row->key.detail, sizeof row->key.detail, "%d~%d", low,
               low == bins->last ? bins->end : low + bins->width - 1);
}

void ladder_run(struct ladder *ladder, struct count_moment at,
                const struct ladder_run *run)
{
    struct batch batch = {.count = 0};
    if (!run->test) {
        add_count(ladder, at, COUNT_practice, run, &batch);
    } else {
        add_count(ladder, at, COUNT_test, run, &batch);
        if (run->passed) {
            add_count(ladder, at, COUNT_test_passed, run, &batch);
        }
        add_value(ladder, at, COUNT_test_score, run, run->score, &batch);
        add_value(ladder, at, COUNT_test_depth, run, run->depth_mm, &batch);
        add_value(ladder, at, COUNT_test_rate, run, run->rate_cpm, &batch);
    }
    count_queue_add(&ladder->queue, batch.rows, batch.count);
}

void ladder_run_began(struct ladder *ladder)
{
    count_queue_press(&ladder->queue);
}

void ladder_run_ended(struct ladder *ladder)
{
    count_queue_release(&ladder->queue);
}
