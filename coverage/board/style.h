/* SPDX-License-Identifier: MIT */
/*
 * style: how the page looks, on a screen of any width and on A4. Private to board.
 *
 * Which language is seen is chosen by radio buttons without a script; a browser that does
 * not know :has() shows all languages, one after the other, with links to each.
 */
#ifndef COVERAGE_BOARD_STYLE_H
#define COVERAGE_BOARD_STYLE_H

struct board;
struct str;

/* Adds what stands in the <style> element. */
void style_add(const struct board *board, struct str *out);

#endif
