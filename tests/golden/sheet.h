/* SPDX-License-Identifier: MIT */
/*
 * sheet: every widget, type and colour that screens are made of, on one page.
 */
#ifndef TESTS_GOLDEN_SHEET_H
#define TESTS_GOLDEN_SHEET_H

#include <stdbool.h>

#include "ui/ui.h"

/* A whole frame of words and buttons, in Chinese or English. */
void sheet_reading(struct ui *ui, bool chinese, enum ui_theme theme);

/* A whole frame like the practice screen: curve, bars, ring, large numbers. */
void sheet_pressing(struct ui *ui, bool chinese, float shift);

#endif
