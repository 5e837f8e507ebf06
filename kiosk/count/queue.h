/* SPDX-License-Identifier: MIT */
/*
 * queue: counts on their way to the sink. They go at once, but never while a visitor
 * presses: a commit can take longer than a frame, and a frame that comes late is seen
 * there. What waits is added up by key, so a class of sixteen may press for hours.
 *
 * Late is better than lost: a full queue is written even while visitors press. What the
 * sink refuses is tried again after a moment, then after longer ones, whether anybody
 * counts or not. Only when it keeps failing is a key that does not wait yet left out; the
 * log says so.
 *
 * The order in which counts came is erased once an hour, as soon as nobody is there, and
 * when the kiosk starts and closes.
 */
#ifndef KIOSK_COUNT_QUEUE_H
#define KIOSK_COUNT_QUEUE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "count/moment.h"
#include "count/row.h"

/* Keys that may wait at a time. A class adds a few dozen an hour: bins, mostly. */
enum {
    COUNT_QUEUE_MAX = 512,
    COUNT_QUEUE_FULL = 384, /* from here on written even during runs; the rest of the room
                             * is for a disk that refuses just then */
};

struct count_queue {
    struct count_sink sink;
    int pressing; /* how many press now */
    bool ticks;   /* and when it did last */
    int64_t now_us;
    int64_t retry_us;    /* what the sink has refused waits until then */
    int64_t patience_us; /* for how long the last time; 0: it has refused nothing */
    int settled_day, settled_hour; /* when the order was erased last; 0, 0: not yet */
    int64_t settle_us;             /* not tried again before */
    size_t count;
    struct count_row rows[COUNT_QUEUE_MAX];
};

/* A sink without `add`: nothing is counted. What `sink` points to is borrowed. */
void count_queue_init(struct count_queue *queue, struct count_sink sink);

/* `n` of each row, which belong together. What cannot be written now waits for the next
 * call of any of these. */
void count_queue_add(struct count_queue *queue, const struct count_row *rows,
                     size_t count);

/* One more presses, one less; calls come in pairs. */
void count_queue_press(struct count_queue *queue);
void count_queue_release(struct count_queue *queue);

/* Once a frame. `nobody`: no visitor is there. */
void count_queue_tick(struct count_queue *queue, struct count_moment at, bool nobody);

/* Writes and settles now, and waits for both: the kiosk closes. */
void count_queue_close(struct count_queue *queue);

#endif
