/* SPDX-License-Identifier: MIT */
/*
 * shown: which of the figures may stand on a page that anybody reads. Private to board.
 *
 * Hidden are numbers of people or of what they did from 1 to 4, what would give one of
 * them away (hide.h), and what is worked out from a hidden one: an interval of people
 * tells how many answered. Of the period and of all time, the difference is a number as
 * well. Figures of kiosks' days and those that staff enter are no cells of people.
 */
#ifndef COVERAGE_BOARD_SHOWN_H
#define COVERAGE_BOARD_SHOWN_H

#include <stdbool.h>
#include <stddef.h>

#include "figures/figures.h"

/* A row of a table: the whole, a county, a kind of site. */
struct shown_part {
    bool hidden[COUNTY_COLUMNS]; /* of the period */
    bool people;                 /* their interval may be shown, if it is known */
};

struct shown {
    struct shown_part whole;
    struct shown_part *counties, *sites; /* as many as the figures have */
    bool hidden_all[COUNTY_COLUMNS];     /* of the whole, of all time */
    bool people_all;
};

/* The caller frees it with shown_free(). */
struct shown *shown_make(const struct figures *figures);
void shown_free(struct shown *shown); /* NULL is fine */

#endif
