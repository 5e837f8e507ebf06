/* SPDX-License-Identifier: MIT */
/*
 * numbers: what of a text is a measure, "5 厘米" or "twenty minutes", and so a fact that
 * somebody must answer for.
 */
#ifndef LESSON_CHECK_NUMBERS_H
#define LESSON_CHECK_NUMBERS_H

#include <stdbool.h>
#include <stddef.h>

/* The first one of the text into `out`, in digits or words of either language. False:
 * there is none. "Once" and "one minute" are none: they are seldom meant as a measure. */
bool numbers_measure(const char *text, char *out, size_t size);

#endif
