/* SPDX-License-Identifier: MIT */
/*
 * outline: the cards of a lesson in the order of its script, with all their words in
 * every language, and which answer leads where; what the preview is made of.
 *
 * A robot goes every way; a card is another one by its id (lesson/card_id.h).
 */
#ifndef LESSON_CHECK_OUTLINE_H
#define LESSON_CHECK_OUTLINE_H

#include <stddef.h>
#include <stdint.h>

#include "conf/conf.h"
#include "lesson/lesson.h"

enum outline_row_kind {
    OUTLINE_TEXT,
    OUTLINE_VALUE,  /* with its unit */
    OUTLINE_ASK,    /* what a dispatcher asks; "" in the kiosk's own words */
    OUTLINE_ANSWER, /* by its number; `more` is its own reason */
    OUTLINE_STEP,   /* of an order, by its right number */
    OUTLINE_PAIR,   /* `more` belongs to it */
    OUTLINE_MOMENT, /* of a picture that moves, by its number */
    OUTLINE_WHY,
    OUTLINE_SOURCE,
};

/* A line of words of a card. */
struct outline_row {
    enum outline_row_kind kind;
    int number; /* 1-based; 0: none */
    enum lesson_mark mark;
    char *text;
    char *more; /* "" none */
};

struct outline_rows {
    size_t count;
    struct outline_row *items;
};

enum outline_answer {
    OUTLINE_NEXT,   /* nothing was asked */
    OUTLINE_CHOICE, /* the answer of this number */
    OUTLINE_RIGHT,
    OUTLINE_WRONG,
    OUTLINE_MANNER,  /* pressing in this manner, or going past the card */
    OUTLINE_PLAYED,  /* each step right at once */
    OUTLINE_SLIPPED, /* something else was tried first, at this step or at every one */
};

struct outline_way {
    enum outline_answer answer;
    int choice;
    /* MANNER: key of its words in scripts/check; SLIPPED: name of the step, NULL: all;
     * else NULL. A literal. */
    const char *manner;
    uint64_t to; /* id of a card; 0: the end */
};

struct outline_card {
    uint64_t id;
    uint64_t from; /* id of the card before it, when it was first come to; 0: none */
    enum lesson_card_kind kind;
    int line; /* of lesson.lua */
    char scene[LESSON_KEY_MAX];
    size_t option_count;
    struct outline_rows rows[CONF_LANGUAGES_MAX]; /* by the language's number */
    size_t way_count;
    struct outline_way *ways;
};

struct outline {
    size_t count;
    struct outline_card *cards;
};

/* Adds what a walk in this language finds; zero the outline first, free it at the end. */
void outline_walk(struct outline *outline, const char *folder, const char *lang,
                  size_t number, const struct conf_guidelines *guidelines);
void outline_free(struct outline *outline);

/* Where the card of this id stands; `count` where it does not, and for the end. */
size_t outline_at(const struct outline *outline, uint64_t id);

#endif
