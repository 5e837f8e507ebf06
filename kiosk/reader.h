/* SPDX-License-Identifier: MIT */
/*
 * reader: tells the people who set up the machine, in their language, why there is no
 * kiosk.
 *
 * It reads the texts itself, since what went wrong may have been found before them. Their
 * language is that of --lang, of the terminal's locale, of the settings, in this order. A
 * Linux console has no Chinese letters: there it is English.
 */
#ifndef KIOSK_READER_H
#define KIOSK_READER_H

#include <stddef.h>

/* What err_text() says, in the language of the command line; as it is where it has no
 * other words, or no texts can be read. Returns `out`. */
const char *reader_sentence(int argc, char **argv, char *out, size_t size);

/* The same behind "cannot start". */
const char *reader_cannot_start(int argc, char **argv, char *out, size_t size);

#endif
