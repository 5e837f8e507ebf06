/* SPDX-License-Identifier: MIT */
/*
 * number: a number as sketches print it: digits, one sign, one point and an exponent.
 * "nan", "inf" and "0x10" are none. Pure.
 */
#ifndef KIOSK_LINK_NUMBER_H
#define KIOSK_LINK_NUMBER_H

#include <stdbool.h>

/* Past blanks and tabs. */
const char *number_skip_blanks(const char *at);

/*
 * The number at `*at`, which is moved past it and the blanks behind it; the double is the
 * one that strtod gives. `decimal_comma`: 0,02 is one number. False, with `*at` left
 * alone, when the digits, points and signs there are not one number.
 */
bool number_take(const char **at, bool decimal_comma, double *value);

/* The same for a number without an exponent, of at most 15 digits, and blanks are not
 * passed. */
bool number_take_plain(const char **at, bool decimal_comma, double *value);

/*
 * "nan", "null", "--" or nothing before one of `ends`, which stand for a number that the
 * sensor does not have; `*at` is moved past it and the blanks behind it. Without `ends`
 * (NULL) there must be such a word, and anything but a letter or a digit ends it.
 */
bool number_take_missing(const char **at, const char *ends);

#endif
