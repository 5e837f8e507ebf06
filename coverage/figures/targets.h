/* SPDX-License-Identifier: MIT */
/*
 * targets: what a county has set itself, as data (scripts/targets/<id>.lua): a row a
 * target, with its goal, on which base, from which document, and whether kiosks measure
 * it or staff enter it; and until when. Words are keys of scripts/text/, or the words
 * themselves.
 */
#ifndef COVERAGE_FIGURES_TARGETS_H
#define COVERAGE_FIGURES_TARGETS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
    TARGETS_MAX = 32,
    TARGET_BASES_MAX = 8,
    TARGET_TEXT_MAX = 192,
    TARGET_ID_MAX = 48
};

enum target_per {
    TARGET_SHARE,     /* a share of a base: 0.08 of "registered" */
    TARGET_PER_10000, /* so many per 10,000 of a base */
    TARGET_RATIO,     /* one per so many of a base: 1:50 pupils */
    TARGET_NUMBER     /* so many */
};

struct target {
    char id[TARGET_ID_MAX];    /* "certificates"; the ledger's `thing` */
    char title[TARGET_ID_MAX]; /* key of a text */
    char unit[TARGET_ID_MAX];  /* key of a text: people, AEDs, yuan, villages */
    enum target_per per;
    double goal;
    char base[TARGET_ID_MAX];   /* "registered", "residents", "pupils", "villages"; "" */
    bool measured;              /* by kiosks: people who were reached */
    char beside[TARGET_ID_MAX]; /* a column of the kiosks that is told beside it; "" */
    char source[TARGET_TEXT_MAX]; /* document and place in it */
    bool unsigned_;               /* a guess that nobody has signed for, marked as such */
};

struct targets {
    char id[TARGET_ID_MAX];
    char title[TARGET_ID_MAX];
    char county[TARGET_TEXT_MAX]; /* whose: what stands here of bases is of no other */
    char source[TARGET_TEXT_MAX];
    int from, due;   /* days: from when on it is counted, and until when */
    int64_t earlier; /* person-times of the years before, apart; 0: none */
    char earlier_source[TARGET_TEXT_MAX];
    size_t base_count;

    struct target_base {
        char id[TARGET_ID_MAX];
        char title[TARGET_ID_MAX]; /* key of a text */
        bool known; /* else it is missing until staff enter it, the id as `thing` */
        int64_t value;
        int year;
        char source[TARGET_TEXT_MAX];
    } bases[TARGET_BASES_MAX];

    size_t count;
    struct target items[TARGETS_MAX];
};

/* False (err_text() names file, row, cause and cure). */
bool targets_load(struct targets *targets, const char *path);

/* NULL: it has none of that id. Borrowed. */
const struct target_base *targets_base(const struct targets *targets, const char *id);

/* Whether what the file says of a county is said of this one: "嘉善" is "嘉善县". */
bool targets_are_of(const struct targets *targets, const char *county);

/* How much the goal is, a whole number; `base` is not looked at for TARGET_NUMBER. */
int64_t target_goal(const struct target *target, int64_t base);

#endif
