/* SPDX-License-Identifier: MIT */
/*
 * reckon: the figures of a place, month by month of its kiosks as they come, without the
 * place. Private to figures, and to its tests.
 *
 *     struct reckon reckon = {.figures = ..., };
 *     if (!reckon_begin(&reckon)) ...
 *     for each row: reckon_month(&reckon, &row);
 *     if (!reckon_end(&reckon)) ...
 */
#ifndef COVERAGE_FIGURES_RECKON_H
#define COVERAGE_FIGURES_RECKON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "figures/days.h"
#include "figures/figures.h"

struct reckon {
    /* With today, plan, months as figures_read() takes them, kiosks, offs, entries. */
    struct figures *figures;
    const char *county; /* NULL: all */

    /* The rest is reckoning's own. */
    const char *whose; /* the county that all of it is of; "" of several or none */
    bool sole;         /* the place has no other county */
    struct days_of *days_of;
    int64_t (*plan)[COUNTY_COLUMNS]; /* one: what counts for the plan's targets */
    int first_month;                 /* of these counts; 0: none yet */
};

/* False (err_text()): no kiosk is of that county. */
bool reckon_begin(struct reckon *reckon);

/* In any order, each kiosk and month once. False (err_text()): of no kiosk that is
 * known. */
bool reckon_month(struct reckon *reckon, const struct county_month *month);

/* False (err_text()): an entry cannot be. */
bool reckon_end(struct reckon *reckon);

/* Whatever has come before; the figures stay. */
void reckon_finish(struct reckon *reckon);

#endif
