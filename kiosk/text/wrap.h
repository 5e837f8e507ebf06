/* SPDX-License-Identifier: MIT */
/*
 * wrap: one text to lines of a width.
 *
 * Plain text fills each line as far as it goes. Headings and labels are balanced instead:
 * of all ways to use as few lines, the one whose lines are about equally long and end
 * where a reader would pause.
 */
#ifndef KIOSK_TEXT_WRAP_H
#define KIOSK_TEXT_WRAP_H

#include <stdbool.h>
#include <stddef.h>

#include "text/linebreak.h"

struct _TTF_Font; /* TTF_Font */
struct tighten;

/* Bytes [start, end) of the text, without the spaces at its end. */
struct wrap_line {
    size_t start, end;
};

struct wrap {
    struct _TTF_Font *font;
    char *words; /* written to while measuring, and restored */
    size_t length;
    const enum linebreak *after;
    const struct tighten *tighten; /* a place a byte; NULL: nothing stands closer */
    int em_px;
    bool balance;
    struct wrap_line *lines; /* filled, at most `room` */
    int room;
    int count;   /* of lines, at most `room` */
    bool forced; /* a word or a pair of marks had to be torn */
};

/* `width_px` 0: one line a paragraph. */
void wrap_lines(struct wrap *wrap, int width_px);

/* Width of a part of the text in one line. */
int wrap_width(const struct wrap *wrap, size_t start, size_t end);

#endif
