/* SPDX-License-Identifier: MIT */
/*
 * targets: what a county has set itself, as data (scripts/targets/<id>.lua): a row a
 * target, with its goal, on which base, until when, from which document, and whether
 * kiosks measure it or staff enter it. Words are keys of scripts/text/.
 */
#ifndef COVERAGE_FIGURES_TARGETS_H
#define COVERAGE_FIGURES_TARGETS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { TARGETS_MAX = 32, TARGET_TEXT_MAX = 192, TARGET_ID_MAX = 48 };

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
    char source[TARGET_TEXT_MAX];
    int from, due;   /* days: from when on it is counted, and until when */
    int64_t earlier; /* person-times of the years before, apart */
    char earlier_source[TARGET_TEXT_MAX];
    size_t base_count;

    struct target_base {
        char id[TARGET_ID_MAX];
        bool known;
        int64_t value;
        int year;
        char source[TARGET_TEXT_MAX];
    } bases[8];

    size_t count;
    struct target items[TARGETS_MAX];
};

/* False (err_text() names file, row, cause and cure). */
bool targets_load(struct targets *targets, const char *path);

#endif
