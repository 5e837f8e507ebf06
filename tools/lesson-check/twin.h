/* SPDX-License-Identifier: MIT */
/*
 * twin: the name that somebody meant who misspelt it.
 */
#ifndef LESSON_CHECK_TWIN_H
#define LESSON_CHECK_TWIN_H

enum { TWIN_MAX = 64 };

/* Begins with {0} and the misspelt word. */
struct twin {
    const char *word;
    const char *name; /* the nearest one so far; NULL: none is near enough */
    int distance;
};

/* Weighs one name that there is: near is what takes one change in three letters. */
void twin_try(struct twin *twin, const char *name);

#endif
