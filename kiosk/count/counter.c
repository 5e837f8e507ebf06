/* SPDX-License-Identifier: MIT */
#include "count/counter.h"

#include <assert.h>
#include <math.h>
#include <string.h>

#include "base/hash.h"
#include "base/log.h"
#include "base/str.h"

static const int64_t MINUTE_US = 60 * INT64_C(1000000);

void counter_init(struct counter *counter, struct count_sink sink)
{
    *counter = (struct counter){.open = false};
    count_queue_init(&counter->queue, sink);
}

static int64_t age_us(const struct counter *counter, struct count_moment at)
{
    return at.now_us - counter->began_us;
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
static const char *reason_for(const struct counter *counter, struct count_moment at,
                              enum count what, bool simulated)
{
    const struct count_kind *kind = count_kind(what);
    if (counter->demo) {
        return "demo";
    }
    if (kind->excluded) {
        return kind->excluded;
    }
    if (counter->wrong_clock) {
        return "clock";
    }
    if (kind->by_hall) {
        return NULL;
    }
    if (counter->staff) {
        return "staff";
    }
    if (kind->of_a_run && simulated) {
        return "simulated";
    }
    if (counter->open && age_us(counter, at) > COUNTER_LONG_S * INT64_C(1000000)) {
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

/* Over both texts and the NUL between them. */
static uint64_t hash_of(const char *metric, const char *subject)
{
    uint64_t hash = hash_bytes(HASH_BEGIN, metric, strlen(metric) + 1);
    return hash_bytes(hash, subject, strlen(subject) + 1);
}

/* Whether the pair is new in this session; remembers it. */
static bool first_time(struct counter *counter, const char *metric, const char *subject)
{
    uint64_t hash = hash_of(metric, subject);
    for (int i = 0; i < counter->once_count; i++) {
        if (counter->once[i] == hash) {
            return false;
        }
    }
    if (counter->once_count == COUNTER_ONCE_MAX) {
        log_error("count", "a count of %s is left out: one session counts %d things",
                  metric, COUNTER_ONCE_MAX);
        return false;
    }
    counter->once[counter->once_count++] = hash;
    return true;
}

void counter_begin(struct counter *counter, struct count_moment at)
{
    if (counter->open) {
        return;
    }
    counter->open = true;
    counter->chose = false;
    counter->visited = false;
    counter->once_count = 0;
    counter->began_us = at.now_us;
    counter_add(counter, at, COUNT_touch, "", 0);
}

static void visit_when_due(struct counter *counter, struct count_moment at)
{
    if (counter->open && counter->chose && !counter->visited &&
        age_us(counter, at) >= COUNTER_VISIT_S * INT64_C(1000000)) {
        counter->visited = true;
        counter_add(counter, at, COUNT_visit, "", 0);
    }
    count_queue_tick(&counter->queue, at, !counter->open);
}

void counter_chose(struct counter *counter, struct count_moment at)
{
    counter->chose = counter->open;
    visit_when_due(counter, at);
}

/* ---- how long the kiosk was on ----------------------------------------------------- */

/* Whole minutes of the hour in which they passed; what is left of one goes on. */
static void write_running(struct counter *counter)
{
    int64_t minutes = counter->ran_us / MINUTE_US;
    if (minutes < 1) {
        return;
    }
    struct count_row row = row_of(counter->ran_at, COUNT_running, "", 0);
    row.n = minutes;
    exclude(&row, reason_for(counter, counter->ran_at, COUNT_running, false));
    counter->ran_us -= minutes * MINUTE_US;
    count_queue_add(&counter->queue, &row, 1);
}

/* A kiosk that drew nothing for a minute was on for nobody. */
static void run_on(struct counter *counter, struct count_moment at)
{
    int64_t passed_us = at.now_us - counter->ran_at.now_us;
    bool went_on = counter->runs && passed_us >= 0 && passed_us <= MINUTE_US;
    counter->ran_us += went_on ? passed_us : 0;
    bool new_hour = at.hour != counter->ran_at.hour || at.day != counter->ran_at.day;
    if (counter->runs &&
        (new_hour || counter->ran_us >= COUNTER_RUNNING_MIN * MINUTE_US)) {
        write_running(counter);
    }
    counter->runs = true;
    counter->ran_at = at;
}

void counter_tick(struct counter *counter, struct count_moment at)
{
    run_on(counter, at);
    visit_when_due(counter, at);
}

void counter_end(struct counter *counter, struct count_moment at)
{
    if (!counter->open) {
        return;
    }
    visit_when_due(counter, at);
    if (!counter->visited) {
        struct count_row row = row_of(at, COUNT_visit, "", 0);
        const char *reason = reason_for(counter, at, COUNT_visit, false);
        exclude(&row, reason ? reason : "short");
        count_queue_add(&counter->queue, &row, 1);
    }
    counter->open = false;
    counter->once_count = 0;
}

void counter_finish(struct counter *counter, struct count_moment at)
{
    counter_end(counter, at);
    run_on(counter, at);
    write_running(counter);
    count_queue_close(&counter->queue);
}

void counter_add(struct counter *counter, struct count_moment at, enum count what,
                 const char *subject, int content)
{
    const struct count_kind *kind = count_kind(what);
    assert(!kind->of_a_run);
    if (kind->times == COUNT_ONCE && !first_time(counter, kind->key, subject)) {
        return;
    }
    struct count_row row = row_of(at, what, subject, content);
    exclude(&row, reason_for(counter, at, what, false));
    count_queue_add(&counter->queue, &row, 1);
}

void counter_question(struct counter *counter, struct count_moment at,
                      const char *question, bool right, const char *topic, int content)
{
    if (!first_time(counter, count_kind(COUNT_question)->key, question)) {
        return;
    }
    struct count_row row = row_of(at, COUNT_question, topic, content);
    str_copy(row.key.detail, sizeof row.key.detail, right ? "right" : "wrong");
    exclude(&row, reason_for(counter, at, COUNT_question, false));
    count_queue_add(&counter->queue, &row, 1);
}

void counter_willing(struct counter *counter, struct count_moment at, const char *lesson,
                     bool after, enum counter_willing answer, int content)
{
    static const char *const answers[] = {"yes", "unsure", "no"};
    const char *when = after ? "after" : "before";
    struct count_row row = row_of(at, COUNT_willing, lesson, content);
    str_format(row.key.detail, sizeof row.key.detail, "%s:%s", when, answers[answer]);
    char once[sizeof row.key.subject + sizeof row.key.detail];
    str_format(once, sizeof once, "%s:%s", when, lesson);
    if (!first_time(counter, count_kind(COUNT_willing)->key, once)) {
        return;
    }
    exclude(&row, reason_for(counter, at, COUNT_willing, false));
    count_queue_add(&counter->queue, &row, 1);
}

void counter_first_time(struct counter *counter, struct count_moment at, bool yes)
{
    if (!first_time(counter, count_kind(COUNT_first_time)->key, "")) {
        return;
    }
    struct count_row row = row_of(at, COUNT_first_time, "", 0);
    str_copy(row.key.detail, sizeof row.key.detail, yes ? "yes" : "no");
    exclude(&row, reason_for(counter, at, COUNT_first_time, false));
    count_queue_add(&counter->queue, &row, 1);
}

bool counter_group(struct counter *counter, struct count_moment at,
                   enum count_group group, int people, int minutes)
{
    if (people < 1 || people > COUNTER_GROUP_MAX || minutes < 0 ||
        minutes > COUNTER_GROUP_MINUTES_MAX) {
        return false;
    }

    const struct {
        enum count what;
        int n;
    } sums[] = {
        {COUNT_group, people}, {COUNT_group_session, 1}, {COUNT_group_minutes, minutes}};
    struct count_row rows[sizeof sums / sizeof *sums];
    size_t count = 0;
    for (size_t i = 0; i < sizeof sums / sizeof *sums; i++) {
        if (sums[i].n > 0) {
            struct count_row *row = &rows[count++];
            *row = row_of(at, sums[i].what, count_group_key(group), 0);
            row->n = sums[i].n;
            exclude(row, reason_for(counter, at, sums[i].what, false));
        }
    }
    count_queue_add(&counter->queue, rows, count);
    return true;
}

/* ---- runs -------------------------------------------------------------------------- */

/* What one run adds. */
struct batch {
    size_t count;
    struct count_row rows[5];
};

static void add_count(const struct counter *counter, struct count_moment at,
                      enum count what, const struct counter_run *run, struct batch *batch)
{
    struct count_row *row = &batch->rows[batch->count++];
    *row = row_of(at, what, run->guideline, run->year);
    exclude(row, reason_for(counter, at, what, run->simulated));
}

static void add_value(const struct counter *counter, struct count_moment at,
                      enum count what, const struct counter_run *run, double value,
                      struct batch *batch)
{
    const struct count_bins *bins = &count_kind(what)->bins;
    if (isnan(value) || reason_for(counter, at, what, run->simulated)) {
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

void counter_run(struct counter *counter, struct count_moment at,
                 const struct counter_run *run)
{
    struct batch batch = {.count = 0};
    if (!run->test) {
        add_count(counter, at, COUNT_practice, run, &batch);
    } else {
        add_count(counter, at, COUNT_test, run, &batch);
        if (run->passed) {
            add_count(counter, at, COUNT_test_passed, run, &batch);
        }
        add_value(counter, at, COUNT_test_score, run, run->score, &batch);
        add_value(counter, at, COUNT_test_depth, run, run->depth_mm, &batch);
        add_value(counter, at, COUNT_test_rate, run, run->rate_cpm, &batch);
    }
    count_queue_add(&counter->queue, batch.rows, batch.count);
}

int64_t counter_pushes(struct counter *counter, struct count_moment at, int64_t pushes,
                       bool simulated)
{
    if (pushes < 1) {
        return 0;
    }
    const char *reason = reason_for(counter, at, COUNT_pushes, simulated);
    struct count_row row = row_of(at, COUNT_pushes, "", 0);
    row.n = pushes;
    exclude(&row, reason);
    count_queue_add(&counter->queue, &row, 1);
    return reason ? 0 : pushes;
}

void counter_run_began(struct counter *counter)
{
    count_queue_press(&counter->queue);
}

void counter_run_ended(struct counter *counter)
{
    count_queue_release(&counter->queue);
}
