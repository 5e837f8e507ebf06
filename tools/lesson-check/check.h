/* SPDX-License-Identifier: MIT */
/*
 * check: everything that can be wrong with one lesson.
 */
#ifndef LESSON_CHECK_CHECK_H
#define LESSON_CHECK_CHECK_H

#include "author/room.h"
#include "base/paths.h"
#include "conf/conf.h"
#include "findings.h"

struct lexicon;
struct ruby;

/* What lessons are checked against. */
struct check_data {
    const struct tell *tell;
    struct paths paths;
    struct room *room;
    struct conf_guidelines guidelines;
    struct conf_languages languages;
    struct conf_topics topics;
    struct lexicon
        *lexicons[CONF_LANGUAGES_MAX]; /* of `languages`; NULL: cannot be read */
    struct conf_texts *sources[CONF_LANGUAGES_MAX]; /* of tags; NULL: there are none */
    struct ruby *rubies[CONF_LANGUAGES_MAX];        /* NULL: nothing is taught in lists */
};

struct check_sum {
    size_t languages;
    size_t states; /* cards in the states that the script can be in */
    /* Of each of the kiosk's languages: how many cards the longest way has, and for how
     * many seconds the one is heard that is heard longest; 0 where none gets to its
     * end. */
    int cards[CONF_LANGUAGES_MAX];
    double heard_s[CONF_LANGUAGES_MAX];
};

/* Checks the lesson in a folder, in every language it has. */
struct check_sum check_lesson(struct findings *findings, const struct check_data *data,
                              const char *folder);

#endif
