/* SPDX-License-Identifier: MIT */
/*
 * spoil: a bad cable. Lines are lost, cut, or mixed with lines that no manikin prints.
 */
#ifndef TESTS_SUPPORT_SPOIL_H
#define TESTS_SUPPORT_SPOIL_H

#include <stdbool.h>

#include "base/str.h"
#include "support/tap.h"

struct spoil {
    double lost, cut, garbage; /* shares of the lines */
};

static inline struct spoil spoil_draw(struct rng *rng)
{
    return (struct spoil){
        .lost = rng_between(rng, 0, 0.05),
        .cut = rng_between(rng, 0, 0.01),
        .garbage = rng_between(rng, 0, 0.1),
    };
}

/* A line of another baud rate, a NUL, one that is too long, or half a line of ours. */
static inline void spoil_add_garbage(struct rng *rng, struct str *out)
{
    int kind = rng_int(rng, 0, 3);
    int length = kind == 2 ? 400 : rng_int(rng, 1, 40);
    if (kind == 3) {
        str_add(out, "$S,12,\n");
        return;
    }
    for (int i = 0; i < length; i++) {
        char byte = kind == 0                      ? (char)(0x80 | rng_int(rng, 0, 127))
                    : kind == 1 && i == length / 2 ? '\0'
                                                   : 'x';
        str_add_bytes(out, &byte, 1);
    }
    str_add_bytes(out, "\n", 1);
}

/*
 * Appends to `out` what comes through of `line`, with its line feed. True when it may be
 * read as something that it was not.
 */
static inline bool spoil(const struct spoil *self, struct rng *rng,
                         const struct str *line, struct str *out)
{
    if (rng_between(rng, 0, 1) < self->garbage) {
        spoil_add_garbage(rng, out);
    }
    if (rng_between(rng, 0, 1) < self->lost) {
        return false;
    }
    if (rng_between(rng, 0, 1) < self->cut) {
        str_add_bytes(out, line->text, (size_t)rng_int(rng, 0, (int)line->length - 1));
        str_add_bytes(out, "\n", 1);
        return true;
    }
    str_add_bytes(out, line->text, line->length);
    return false;
}

#endif
