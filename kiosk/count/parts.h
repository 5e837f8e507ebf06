/* SPDX-License-Identifier: MIT */
/*
 * parts: sums as they leave the kiosk, by part of day instead of by hour.
 *
 * Whoever knows that a neighbour was in the hall at three must not find his score in a
 * file: so no file has the hour. Two hours of one part are one sum, of n and of revision.
 */
#ifndef KIOSK_COUNT_PARTS_H
#define KIOSK_COUNT_PARTS_H

#include "count/row.h"

/* "morning": the name of an enum count_part in files. */
const char *count_part_name(int part);

/* As count_source's `each`, of rows whose key has the enum count_part in `hour`; ordered
 * by key again. Holds the rows of one part in memory. */
bool count_parts_each(const struct count_source *hours, int from_day, int to_day,
                      count_each *each, void *context);

#endif
