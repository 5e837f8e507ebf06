/* SPDX-License-Identifier: MIT */
/*
 * talk: what a port said before it was understood, so that one that talks is never called
 * silent: which kind of lines came most, and the last of them to quote.
 */
#ifndef KIOSK_LINK_TALK_H
#define KIOSK_LINK_TALK_H

#include <stdbool.h>
#include <stdint.h>

#include "link/shape.h"

/* Readings a second below which a push has one or two. */
#define TALK_SLOW_HZ 3.0

enum { TALK_LINE_CHARS = 60, TALK_LINE_MAX = 4 * TALK_LINE_CHARS + 4 };

/* The later one tells more about a port that has been tried in several ways. */
enum talk_kind {
    TALK_NOTHING, /* no byte */
    TALK_NOISE,   /* bytes that are no text, or text without line ends */
    TALK_FEW,     /* numbers, but not yet enough lines of one form */
    TALK_WORDS,   /* words, and fewer numbers than those */
    TALK_UNKNOWN, /* text in no form that is known */
    TALK_SLOW,    /* numbers about as often as somebody pushes: a line a push */
};

struct talk {
    uint32_t noise, words, unknown, numbers; /* lines */
    int64_t first_us, last_us;               /* of those with numbers */
    /* the last of each, made printable */
    char word[TALK_LINE_MAX], strange[TALK_LINE_MAX], number[TALK_LINE_MAX];
};

void talk_begin(struct talk *talk);

/* A line that came at `now_us` (negative: not known) and its shape; NULL: no text. */
void talk_hear(struct talk *talk, const char *text, enum shape shape, int64_t now_us);

/* Lines that were lost to their length or a NUL. */
void talk_skip(struct talk *talk, uint32_t lines);

enum talk_kind talk_kind(const struct talk *talk);

/* The last line of that kind, at most TALK_LINE_CHARS characters; "" where none is. */
const char *talk_line(const struct talk *talk);

/* Lines with numbers a second; 0: not known. */
double talk_rate(const struct talk *talk);

#endif
