/* SPDX-License-Identifier: MIT */
/* The parts of check among themselves: the lesson at hand. */
#ifndef LESSON_CHECK_CHECKING_H
#define LESSON_CHECK_CHECKING_H

#include <limits.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "check.h"
#include "source_check.h"

enum {
    SOURCE_BYTES_MAX = 1 << 20,
    LANGUAGES_MAX = 8,
    NUMBER_BYTES = 16,
    CARDS_SIZE = 1 << 10,
    HEARD_SIZE = 1 << 10,
};

/* How long a text is heard, by a hash of its words; 0 is a free place. */
struct heard {
    uint64_t hash;
    double seconds;
};

/* A question with `count`; zeroed: there is none. */
struct counted {
    int line;
    int step; /* as early as a visitor comes to it */
    char options[LESSON_COUNTED_OPTIONS][LESSON_KEY_MAX];
};

struct check {
    struct findings *findings;
    const struct check_data *data;
    const char *folder;
    struct lesson_info info;
    char file[PATH_MAX]; /* lesson.lua */
    char *source;
    size_t source_length;
    bool sound; /* Lua can read lesson.lua, and its table is right */

    /* Of the language being checked. */
    char lang[CONF_LANG_MAX];
    char text_file[PATH_MAX];
    char *text_source;
    struct conf_texts *texts;
    struct grammar *grammar; /* of lesson.lua */
    bool *lines;             /* of lesson.lua that have run in any language */
    size_t line_count;
    size_t lang_count;
    char langs[LANGUAGES_MAX][CONF_LANG_MAX];
    struct conf_texts *texts_of[LANGUAGES_MAX]; /* NULL: cannot be read */
    bool *used;                                 /* by the index of the key */
    uint64_t cards[CARDS_SIZE]; /* that have been checked; a table with open addressing */
    size_t card_count;
    struct heard heard[HEARD_SIZE]; /* a table with open addressing */
    size_t heard_count;
    struct counted before, after; /* what is asked before the lesson and after it */
    bool reached_end;
    bool failed;
};

/* Of the language at hand, as in scripts/languages.lua; "" when it has no row there. */
const char *check_locale(const struct check *check);

/* A text of the language at hand is used. */
void check_mark_used(struct check *check, const char *key);

/* Tells a text that is too long for its place; of room_check(), its context a struct
 * check. */
void check_tell_need(void *context, const struct room_need *need);

/* A card of the language at hand; of walk_listener, its context a struct check. */
void check_card(void *context, struct lesson *lesson, const struct lesson_card *card);

/* What is wrong with the texts of the language at hand by themselves. */
void check_texts(struct check *check);

/* Which of them nothing uses, after a walk. */
void check_unused(struct check *check);

#endif
