/* SPDX-License-Identifier: MIT */
/*
 * show: cells as people read them, and the bars of a chart, for what is printed.
 */
#ifndef KIOSK_REPORT_SHOW_H
#define KIOSK_REPORT_SHOW_H

#include <stdbool.h>
#include <stddef.h>

#include "report/sheets.h"

enum { SHOW_TEXT_MAX = 1024, SHOW_BARS_MAX = 400, SHOW_LABEL_MAX = 16 };

/* "1,184", "2026-03-01", "12.5%", "+3" of a change, "*" of what is hidden. Returns
 * `out`. */
const char *show_cell(const struct sheet_cell *cell, char out[SHOW_TEXT_MAX]);

/* What a chart draws. A hidden number is a mark of one height, whatever it is. */
struct show_bars {
    size_t count;
    double top;         /* of the axis: 1, 2 or 5 times a power of ten; at least 10 */
    size_t label_every; /* so that labels do not meet */

    struct {
        char label[SHOW_LABEL_MAX]; /* the day of the month, or the text */
        bool hidden;
        double value;
    } items[SHOW_BARS_MAX];
};

/* False: the sheet has no chart, or none with a number. */
bool show_bars(const struct sheet *sheet, struct show_bars *bars);

#endif
