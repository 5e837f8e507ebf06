/* SPDX-License-Identifier: MIT */
/*
 * theme: which colour a role has.
 *
 * Warm paper and deep green where people read, dark and luminous where they press. One
 * yellow, and it always means "this is the next thing to do". Red is not used: it judges
 * no effort and draws no emblem. tests/unit/test_ui_theme.c holds the contrasts.
 */
#ifndef KIOSK_UI_THEME_H
#define KIOSK_UI_THEME_H

#include <stdbool.h>
#include <stdint.h>

#include "ui/ui.h"

enum theme_look {
    THEME_USUAL,
    THEME_HIGH, /* every word at 7:1, no tints */
    THEME_CALM, /* nothing celebrates and nothing calls: muted, and still told apart */
    THEME_LOOKS
};

/* 0xAARRGGBB, not premultiplied. */
uint32_t theme_color(enum ui_theme theme, enum theme_look look, enum ui_color role);

/* Contrast ratio of WCAG 2.2 (1 to 21) between two opaque colours. */
double theme_contrast(uint32_t one, uint32_t other);

#endif
