/* SPDX-License-Identifier: MIT */
/*
 * parts: parts of the whole side by side, with their sum. Private to board.
 */
#ifndef COVERAGE_BOARD_PARTS_H
#define COVERAGE_BOARD_PARTS_H

#include <stddef.h>

#include "board/page.h"

struct parts {
    const char *name;  /* of its own on the page */
    const char *title; /* key of what the table is called */
    const char *of;    /* key of the first column's title */
    const struct figures_part *items;
    const struct shown_part *shown;
    size_t count;
    const char *(*name_of)(const struct page *page, const struct figures_part *part);
};

void parts_write(const struct page *page, const struct parts *parts);

#endif
