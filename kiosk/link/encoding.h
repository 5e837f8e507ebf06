/* SPDX-License-Identifier: MIT */
/*
 * encoding: a port's lines as UTF-8. Chinese editors save sketches in GBK by default, and
 * so their manikins speak it.
 *
 * Which of the two a port speaks is decided once, by its first lines with letters beyond
 * ASCII: bytes that are not UTF-8 but decode as GB18030, the whole of GBK's successor, to
 * printable text with Chinese characters or full-width marks are GBK. Noise may look so
 * now and then, and decides nothing. Until it is decided each line is taken for what it
 * looks like; from then on what does not decode is broken.
 */
#ifndef KIOSK_LINK_ENCODING_H
#define KIOSK_LINK_ENCODING_H

#include <stdbool.h>
#include <stddef.h>

enum { ENCODING_TEXT_MAX = 512 }; /* a line of WIRE_LINE_MAX bytes grows by half */

enum encoding_kind { ENCODING_UNDECIDED, ENCODING_UTF8, ENCODING_GBK };

struct encoding {
    enum encoding_kind kind;
    int utf8, gbk, neither; /* lines of each, before it was decided */
    void *converter;        /* NULL: not needed yet, or this machine has none */
    bool is_without;
    char text[ENCODING_TEXT_MAX];
};

void encoding_init(struct encoding *encoding);
void encoding_end(struct encoding *encoding);

/*
 * The line as UTF-8: `line` itself, or until the next call decoded; NULL when it is
 * neither. `*length` is its bytes, before and after.
 */
const char *encoding_text(struct encoding *encoding, const char *line, size_t *length);

/* "UTF-8", "GBK", or "" while there has been ASCII alone. */
const char *encoding_name(const struct encoding *encoding);

#endif
