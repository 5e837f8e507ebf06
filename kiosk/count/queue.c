/* SPDX-License-Identifier: MIT */
#include "count/queue.h"

#include <assert.h>

#include "base/err.h"
#include "base/log.h"

enum {
    PATIENCE_FIRST_US = 250000,
    PATIENCE_MOST_US = 8000000,
    SETTLE_FIRST_US = 3000000, /* the first moments belong to the start */
    SETTLE_AGAIN_US =
        60000000, /* another program reads the database, or the disk fails */
};

void count_queue_init(struct count_queue *queue, struct count_sink sink)
{
    *queue = (struct count_queue){.sink = sink};
}

static enum count_order order(const struct count_queue *queue, bool wait)
{
    const struct count_sink *sink = &queue->sink;
    return sink->order ? sink->order(sink->context, wait) : COUNT_ORDER_ERASED;
}

static void refuse(struct count_queue *queue)
{
    if (queue->patience_us == 0) { /* once, however long it goes on */
        log_error("count", "%s", err_text());
    }
    queue->patience_us =
        queue->patience_us == 0 ? PATIENCE_FIRST_US : queue->patience_us * 2;
    if (queue->patience_us > PATIENCE_MOST_US) {
        queue->patience_us = PATIENCE_MOST_US;
    }
    queue->retry_us = queue->now_us + queue->patience_us;
}

/* Writes what waits; what the sink refuses goes on waiting. */
static void flush(struct count_queue *queue)
{
    if (queue->count == 0) {
        return;
    }
    if (queue->sink.add(queue->sink.context, queue->rows, queue->count)) {
        queue->count = 0;
        queue->patience_us = 0;
    } else {
        refuse(queue);
    }
}

static bool may_try(const struct count_queue *queue)
{
    return queue->patience_us == 0 || queue->now_us >= queue->retry_us;
}

static void write_unless_pressing(struct count_queue *queue)
{
    if (queue->pressing == 0 && queue->count > 0 && may_try(queue) &&
        order(queue, false) != COUNT_ORDER_ERASING) {
        flush(queue);
    }
}

static void merge(struct count_queue *queue, const struct count_row *row)
{
    for (size_t i = 0; i < queue->count; i++) {
        if (count_key_compare(&queue->rows[i].key, &row->key) == 0) {
            queue->rows[i].n += row->n;
            return;
        }
    }
    if (queue->count == COUNT_QUEUE_MAX) {
        log_error("count", "a count of %s is lost: %d wait already", row->key.metric,
                  COUNT_QUEUE_MAX);
        return;
    }
    queue->rows[queue->count++] = *row;
}

void count_queue_add(struct count_queue *queue, const struct count_row *rows,
                     size_t count)
{
    assert(count <= COUNT_QUEUE_MAX - COUNT_QUEUE_FULL);
    if (!queue->sink.add) {
        return;
    }
    if (queue->count + count > COUNT_QUEUE_FULL && may_try(queue)) {
        order(queue, true);
        flush(queue); /* before and not between: they belong together */
    }
    for (size_t i = 0; i < count; i++) {
        merge(queue, &rows[i]);
    }
    write_unless_pressing(queue);
}

void count_queue_press(struct count_queue *queue)
{
    queue->pressing++;
}

void count_queue_release(struct count_queue *queue)
{
    assert(queue->pressing > 0);
    queue->pressing--;
    write_unless_pressing(queue);
}

/* Erases the order once for each hour that comes, and at once when the kiosk has
 * begun. */
static void settle_when_due(struct count_queue *queue, struct count_moment at)
{
    bool settled = queue->settled_day == at.day && queue->settled_hour == at.hour;
    if (settled || queue->now_us < queue->settle_us) {
        return;
    }
    if (order(queue, false) == COUNT_ORDER_SHOWS) {
        queue->sink.settle(queue->sink.context);
        queue->settle_us = queue->now_us + SETTLE_AGAIN_US;
    }
    if (order(queue, false) == COUNT_ORDER_ERASED) {
        queue->settled_day = at.day;
        queue->settled_hour = at.hour;
        queue->settle_us = 0;
    }
}

void count_queue_tick(struct count_queue *queue, struct count_moment at, bool nobody)
{
    queue->now_us = at.now_us;
    if (!queue->ticks) {
        queue->ticks = true;
        queue->settle_us = queue->now_us + SETTLE_FIRST_US;
    }
    if (nobody && queue->pressing == 0 && queue->count == 0) {
        settle_when_due(queue, at);
    }
    write_unless_pressing(queue);
}

void count_queue_close(struct count_queue *queue)
{
    order(queue, true);
    flush(queue);
    if (order(queue, false) == COUNT_ORDER_SHOWS) {
        queue->sink.settle(queue->sink.context);
        order(queue, true);
    }
}
