/* SPDX-License-Identifier: MIT */
/* What stands on the staff's page for packs, and what it is called. Private to it. */
#ifndef KIOSK_SCREENS_STAFF_PACKS_SHOWN_H
#define KIOSK_SCREENS_STAFF_PACKS_SHOWN_H

#include "screens/kiosk.h"
#include "screens/pages.h"
#include "screens/staff/packs.h"

enum { PACKS_ID_MAX = 24 };

/* What a pack is to this kiosk. */
enum packs_kind {
    PACKS_NEW,
    PACKS_NEWER,
    PACKS_SAME,
    PACKS_OLDER,  /* needs the PIN again */
    PACKS_AGAIN,  /* the very version that is installed, and has a flaw */
    PACKS_UNSURE, /* the installed one's version cannot be told: needs the PIN again */
    PACKS_UNTRUSTED,
    PACKS_DAMAGED,
};

enum packs_kind packs_kind(const struct kiosk *k, const struct packs_row *row);

/* The version that it would take the place of; 0: none, or none that can be told. */
int packs_present(const struct kiosk *k, const struct packs_row *row);

/* In the present language. */
void packs_row_title(const struct kiosk *k, const struct packs_row *row, char *out,
                     size_t size);
void packs_title_of(const struct kiosk *k, const char *id, char *out, size_t size);

/* "pack-1" of 0. Returns `out`. */
const char *packs_id(char out[PACKS_ID_MAX], const char *what, size_t at);

/* Why the PIN is asked for. */
void packs_older_words(const struct kiosk *k, const struct packs_row *row, char *out,
                       size_t size);

/* Reads what lesson-check says in the present language, once. */
void packs_read_told(const struct kiosk *k, struct packs_page *page);

/* A failure in those words; `sentence` where they have none. */
void packs_cause(const struct kiosk *k, const struct packs_page *page,
                 const struct err_cause *cause, const char *sentence,
                 char out[PACKS_WORDS_MAX]);

void packs_draw(const struct kiosk *k, const void *state, struct ui *ui);
void packs_say(const struct kiosk *k, const void *state, struct str *out);

#endif
