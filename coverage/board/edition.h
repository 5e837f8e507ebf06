/* SPDX-License-Identifier: MIT */
/*
 * edition: the figures of a page that the next one is compared with. Private to board.
 */
#ifndef COVERAGE_BOARD_EDITION_H
#define COVERAGE_BOARD_EDITION_H

#include <stdbool.h>
#include <stddef.h>

#include "board/page.h"

/* Visits of all time, and each target; what is missing or not shown is -1. The caller
 * frees it. */
struct county_edition *edition_make(const struct board *board, const struct shown *shown,
                                    size_t *count);

/* The same figure of the last edition; NULL: it had none, or there is no such edition. */
const struct county_edition *edition_last(const struct board *board, const char *thing);

#endif
