/* SPDX-License-Identifier: MIT */
/*
 * queue: counts on their way to the sink. They go at once, but never while a visitor
 * presses: a commit can take longer than a frame, and a frame that comes late is seen
 * there. What waits is added up by key, so a class of sixteen may press for hours.
 *
 * Late is better than lost: a full queue is written even while visitors press. Only when
 * the sink keeps failing is a key that does not wait yet left out; the log says so.
 */
#ifndef KIOSK_COUNT_QUEUE_H
#define KIOSK_COUNT_QUEUE_H

#include <stdbool.h>
#include <stddef.h>

#include "count/row.h"

/* Keys that may wait at a time. A class adds a few dozen an hour: bins, mostly. */
enum {
    COUNT_QUEUE_MAX = 512,
    COUNT_QUEUE_FULL = 384, /* from here on written even during runs; the rest of the room
                             * is for a disk that refuses just then */
};

struct count_queue {
    struct count_sink sink;
    int pressing;    /* how many press now */
    bool settle_due; /* asked for during a run */
    size_t count;
    struct count_row rows[COUNT_QUEUE_MAX];
};

/* A sink without `add`: nothing is counted. What `sink` points to is borrowed. */
void count_queue_init(struct count_queue *queue, struct count_sink sink);

/* `n` of each row, which belong together. What the sink refuses waits for the next call
 * of any of these. */
void count_queue_add(struct count_queue *queue, const struct count_row *rows,
                     size_t count);

/* One more presses, one less; calls come in pairs. */
void count_queue_press(struct count_queue *queue);
void count_queue_release(struct count_queue *queue);

/* A session is over: writes and settles, once no visitor presses. */
void count_queue_settle(struct count_queue *queue);

/* Writes and settles now: the kiosk closes. */
void count_queue_close(struct count_queue *queue);

#endif
