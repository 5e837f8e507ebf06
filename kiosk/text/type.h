/* SPDX-License-Identifier: MIT */
/*
 * type: the sizes that words are set in.
 *
 * All are multiples of the body size, which is 40 design units (ui/ui.h): a screen and
 * lesson-check set the same words in the same lines.
 */
#ifndef KIOSK_TEXT_TYPE_H
#define KIOSK_TEXT_TYPE_H

#include <stdbool.h>

#include "text/text.h"

enum text_type {
    TEXT_SMALL,   /* 0.75 quiet words */
    TEXT_BODY,    /* 1 */
    TEXT_STRONG,  /* 1, bold */
    TEXT_OPTION,  /* 1.1 */
    TEXT_ACTION,  /* 1.1, bold: buttons */
    TEXT_HEADING, /* 1.45, bold */
    TEXT_TITLE,   /* 2.3, bold */
    TEXT_LIVE,    /* 3, bold: live numbers; large as they are, they grow less */
    TEXT_PROMPT,  /* 2.8, bold */
    TEXT_SCORE,   /* 3.6, bold */
    TEXT_TYPE_COUNT
};

/* How a type is set at the visitor's step of text size, where a unit is `unit_px` pixels.
 * At least 6 pixels. */
struct text_style text_type_style(enum text_type type, float step, float unit_px,
                                  bool chinese);

#endif
