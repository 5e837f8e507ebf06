/* SPDX-License-Identifier: MIT */
/*
 * board: the best of today, without persons. In memory alone: it is gone when the hall
 * closes, with the day, and with a restart; nothing of it is counted or written.
 *
 * Of few runs in an hour, who stands near could tell whose the best one is: it is shown
 * from the third run of the hour on. A child's run is not for it; the caller leaves that
 * out. Pure: the caller brings the moment.
 */
#ifndef KIOSK_COUNT_BOARD_H
#define KIOSK_COUNT_BOARD_H

#include <stdbool.h>

#include "count/moment.h"

enum { BOARD_RUNS = 3 }; /* of an hour, before anything is shown */

/* Zeroed to begin with. */
struct board {
    int closes; /* the hour at which the hall closes; 0: at midnight */
    int day;
    bool is_late; /* it is from after closing */
    int hour;
    int runs;    /* of that hour */
    double best; /* of that day before, or after, closing: 0 to 100; 0: none yet */
};

/* A scored run has ended; `score` in points. */
void board_add(struct board *board, struct count_moment at, double score);

/* The best of today in whole points; 0: nothing is to be shown. */
int board_best(const struct board *board, struct count_moment at);

#endif
