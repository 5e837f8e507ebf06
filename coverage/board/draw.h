/* SPDX-License-Identifier: MIT */
/*
 * draw: charts as SVG in the page. Each is named for a screen reader by a title and by
 * the words that stand beside it. Private to board.
 */
#ifndef COVERAGE_BOARD_DRAW_H
#define COVERAGE_BOARD_DRAW_H

#include <stdbool.h>
#include <stddef.h>

#include "board/page.h"
#include "board/parts.h"

/* The green heart beside the page's name: decoration. */
void draw_heart(const struct page *page);

/* A bar of the expected days: reported, lost, missing; `words` stand below it. */
void draw_days(const struct page *page, const struct figures_days *days,
               const char *words);

/*
 * How far a target has come: an interval as what it is, the goal as a line, and what will
 * be there in time as an open bar below. Only of one that has a figure.
 */
void draw_target(const struct page *page, const struct figures_target *target,
                 const char *words);

/* Bars of the visits of parts; nothing of more than fit. */
void draw_parts(const struct page *page, const struct parts *parts);

#endif
