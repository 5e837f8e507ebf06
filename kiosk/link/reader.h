/* SPDX-License-Identifier: MIT */
/*
 * reader: one manikin's language. link cuts the bytes into lines and hands each to the
 * reader that fits; a reader makes samples of them, and keeps what else they said.
 *
 * A further manikin is a further struct reader_kind in a file of its own.
 */
#ifndef KIOSK_LINK_READER_H
#define KIOSK_LINK_READER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "cpr/cpr.h"
#include "wire/wire.h"

enum reading {
    READING_BAD,      /* broken, or not in this language */
    READING_NOTE,     /* understood, but no sample */
    READING_REPEATED, /* the last sample once more */
    READING_SAMPLE,   /* `*sample` is filled */
};

enum { READER_WORDS_MAX = 48 };

/* What the manikin said of itself; struct link_status explains each. */
struct reader_facts {
    struct wire_identity identity;
    int battery_mv;
    uint32_t samples_lost;
    uint32_t unread;   /* samples in which the sensor gave no reading */
    uint32_t no_depth; /* those, and a third-party manikin's words and codes */
    uint32_t restarts; /* times the manikin began to count anew, its cable in place */
    uint32_t faults;
    struct wire_fault fault; /* the last one */
    uint32_t answers;
    struct wire_answer answer;
    char words[READER_WORDS_MAX]; /* a third-party manikin's last status word; "" none */
    uint32_t word_count;          /* times such words took the place of readings */
};

struct shape_line;
struct third_party;
struct reader;

struct reader_kind {
    const char *name;
    /* `line` has `length` bytes of UTF-8 and a NUL behind; `now_us`: when it was read. */
    enum reading (*read)(struct reader *reader, const char *line, size_t length,
                         int64_t now_us, struct cpr_sample *sample);
};

struct reader {
    const struct reader_kind *kind;
    struct reader_facts facts;
    struct third_party *third_party; /* borrowed: what reader_third_party knows */
    const struct shape_line
        *already;      /* borrowed: the line's numbers; NULL: not read yet */
    bool knows_when;   /* now_us is when a line was made: a file's own clock */
    bool following;    /* the sample before is from the same stretch of time */
    int64_t t_us;      /* handed out last; never goes back, whatever the reader */
    int64_t looked_us; /* the line now read had not come then */
    int64_t heard_us;  /* now_us of that sample; -1 before the first */
    uint16_t seq;      /* the stamps of that sample */
    uint32_t stamp_us;
    bool in_words;   /* third-party words came after that sample */
    uint32_t unread; /* samples since then in which the sensor gave no reading */
};

/* Manikin line protocol version 1. */
extern const struct reader_kind reader_wire;

/* Other people's manikins, in the shapes of shape.h. */
extern const struct reader_kind reader_third_party;

void reader_init(struct reader *reader, const struct reader_kind *kind);

/* Why its depth is not to be believed (enum cpr_trust). Ours tells in $I whether it was
 * calibrated. A third party's may be a force taught at one depth alone, known before any
 * push by its name, or after some by how it looks (bent.h). */
uint32_t reader_doubts(const struct reader *reader);

/* The port was closed: the next sample need not follow the last. The facts are kept. */
void reader_break(struct reader *reader);

#endif
