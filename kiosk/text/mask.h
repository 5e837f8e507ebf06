/* SPDX-License-Identifier: MIT */
/*
 * mask: one line -> its ink, with what stands above its characters. Private to text.
 */
#ifndef KIOSK_TEXT_MASK_H
#define KIOSK_TEXT_MASK_H

#include "text/text.h"

struct fonts;

struct mask_line {
    struct fonts *fonts;
    struct text_style style;
    int line_px;       /* height of its box */
    const char *words; /* of the whole text */
    const char *start; /* of the line, in `words` */
    size_t length;
    int width_px;
    text_ruby *ruby; /* NULL: nothing stands above */
    void *context;
};

/* `pixels` is the caller's to free; NULL, and w == 0, where there is no ink. */
struct text_mask mask_make(const struct mask_line *line);

#endif
