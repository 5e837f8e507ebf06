/* SPDX-License-Identifier: MIT */
#include "count/queue.h"

#include <assert.h>

#include "base/err.h"
#include "base/log.h"

void count_queue_init(struct count_queue *queue, struct count_sink sink)
{
    *queue = (struct count_queue){.sink = sink};
}

/* Writes what waits; what the sink refuses goes on waiting. */
static void flush(struct count_queue *queue)
{
    if (queue->count == 0) {
        return;
    }
    if (queue->sink.add(queue->sink.context, queue->rows, queue->count)) {
        queue->count = 0;
    } else {
        log_error("count", "%s", err_text());
    }
}

static void settle(struct count_queue *queue)
{
    queue->settle_due = false;
    if (queue->sink.settle && !queue->sink.settle(queue->sink.context)) {
        log_warn("count", "%s", err_text());
    }
}

static void write_unless_pressing(struct count_queue *queue)
{
    if (queue->pressing > 0) {
        return;
    }
    flush(queue);
    if (queue->settle_due) {
        settle(queue);
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
    if (queue->count + count > COUNT_QUEUE_FULL) {
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

void count_queue_settle(struct count_queue *queue)
{
    queue->settle_due = true;
    write_unless_pressing(queue);
}

void count_queue_close(struct count_queue *queue)
{
    flush(queue);
    settle(queue);
}
