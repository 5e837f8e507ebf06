/* SPDX-License-Identifier: MIT */
/*
 * flaws: files of this machine that could not be used, and what stands in their place.
 *
 * One bad file stops nothing: who reads it goes on without it, or with another copy, and
 * adds what err_text() says to this list, which staff read on their desk.
 */
#ifndef KIOSK_BASE_FLAWS_H
#define KIOSK_BASE_FLAWS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"

enum { FLAWS_MAX = 24, FLAW_TAG_MAX = 16, FLAW_TAGS_MAX = 16, FLAW_SENTENCE_MAX = 512 };

/* What stands in the place of the file. The text "flaw_<name>" says it. */
enum flaw_instead {
    FLAW_WITHOUT, /* nothing: the kiosk goes on without it */
    FLAW_BUILTIN, /* the copy that is built into the program */
    FLAW_SHIPPED, /* of an installed lesson: the one that was shipped */
};

struct flaw {
    char tag[FLAW_TAG_MAX]; /* what it is of: "texts", "lesson", as in the log */
    char sentence[FLAW_SENTENCE_MAX]; /* err_text(): file, place, cause, cure; English */
    struct err_cause cause;           /* what it is made of, to be told in other words */
    enum flaw_instead instead;
};

/* Zero it first. */
struct flaws {
    size_t count;
    size_t left_out; /* that had no room, of all tags */
    struct flaw items[FLAWS_MAX];

    struct flaws_left {
        char tag[FLAW_TAG_MAX]; /* "": neither this row nor one behind it is used */
        size_t count;
    } left[FLAW_TAGS_MAX]; /* the same by tag; one tag too many is in the sum alone */
};

/* Adds what err_text() and err_cause() say, and logs it; the same sentence only once.
 * NULL keeps nothing and logs it all the same. */
void flaws_add(struct flaws *flaws, const char *tag, enum flaw_instead instead);

/* Adds all of `from` as they are. */
void flaws_join(struct flaws *flaws, const struct flaws *from);

/* Forgets those of a tag, and how many had no room: what they are of is read anew. */
void flaws_forget(struct flaws *flaws, const char *tag);

/* "without", "builtin", "shipped". */
const char *flaw_instead_name(enum flaw_instead instead);

#endif
