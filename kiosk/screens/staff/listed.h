/* SPDX-License-Identifier: MIT */
/*
 * listed: a staff's page of a data file that staff write row by row: where it stands,
 * what of it visitors see, and each row that could not be used, with its line, the cause
 * and the cure. There is no keyboard: what is written is written elsewhere.
 */
#ifndef KIOSK_SCREENS_STAFF_LISTED_H
#define KIOSK_SCREENS_STAFF_LISTED_H

#include <stddef.h>

#include "base/flaws.h"
#include "base/str.h"
#include "lesson/tell.h"
#include "ui/ui.h"

struct kiosk;

enum { LISTED_ROWS_MAX = 60, LISTED_WORDS_MAX = TELL_BYTES + 2560 };

/* The page's block; zeroed to begin with. */
struct listed {
    int lang; /* of the words, + 1; 0: none are made yet */
    char where[2 * LISTED_WORDS_MAX];
    char sum[LISTED_WORDS_MAX];
    char bad[LISTED_WORDS_MAX]; /* how many rows are wrong; "": none */
    size_t flaw_count;
    char flaws[FLAWS_MAX][LISTED_WORDS_MAX];
    size_t row_count;
    char rows[LISTED_ROWS_MAX][LISTED_WORDS_MAX];
    int page;
    struct ui_rect room; /* as it was drawn last */
};

/* What a page is of. */
struct listed_of {
    const char *tag;         /* of its flaws */
    const char *title, *bad; /* keys; the latter has {n} */
    /* Fills where, sum and rows in the present language. */
    void (*words)(const struct kiosk *k, struct listed *page);
};

/* All words anew: when the page is entered, the file read. */
void listed_make(struct kiosk *k, const struct listed_of *of, struct listed *page);

/* `where` from the text `key`, which has {file} and {example}. */
void listed_where(const struct kiosk *k, struct listed *page, const char *key,
                  const char *file, const char *example);

void listed_tick(struct kiosk *k, const struct listed_of *of, struct listed *page);
void listed_input(struct kiosk *k, struct listed *page, const struct ui_event *event);
void listed_draw(const struct kiosk *k, const struct listed_of *of, struct ui *ui);
/* Names of files and of what stands in them are for the eye. */
void listed_say(const struct kiosk *k, const struct listed_of *of,
                const struct listed *page, struct str *out);

#endif
