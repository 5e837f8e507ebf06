/* SPDX-License-Identifier: MIT */
/*
 * failures: lessons that failed before a visitor, kept for the staff.
 *
 * A lesson that fails shows a calm card and no more. What was wrong is kept here, over
 * restarts, until the lesson's files are others or the lesson is gone: then it is not
 * known to fail. The file holds no visitor: a day and hour, and how often.
 */
#ifndef KIOSK_LESSON_FAILURES_H
#define KIOSK_LESSON_FAILURES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "lesson/catalog.h"

enum {
    FAILURES_MAX = 16, /* the oldest gives way */
    FAILURE_KIND_MAX = 40,
    FAILURE_SENTENCE_MAX = 512,
};

struct failure {
    char lesson[LESSON_ID_MAX];
    uint64_t files;                      /* of the lesson as it failed: failures_hash() */
    char sentence[FAILURE_SENTENCE_MAX]; /* lesson_error(): file, line, cause; English */
    char kind[FAILURE_KIND_MAX];         /* and what it is made of, as err_cause */
    struct err_cause parts;
    int64_t last_s; /* since 1970, whole hours */
    int times;
};

struct failures {
    size_t count;
    struct failure items[FAILURES_MAX]; /* the latest first */
};

/* Of lesson.lua and every text of a lesson's folder, in any order. */
uint64_t failures_hash(const char *folder);

/* The lesson of that folder has failed so. */
void failures_note(struct failures *failures, const char *lesson, const char *folder,
                   const char *sentence, const struct err_cause *cause, int64_t wall_s);

/* What the sentence is made of, to be told in another language. */
struct err_cause failure_cause(const struct failure *failure);

/* Drops those of lessons that are gone or whose files are others. True: one was. */
bool failures_forget_mended(struct failures *failures, const struct catalog *catalog);

/* The file of the data folder; without it there are none. A line that is not ours is
 * left out. */
void failures_load(struct failures *failures, const char *path);

/* False (err_text()). */
bool failures_save(const struct failures *failures, const char *path);

#endif
