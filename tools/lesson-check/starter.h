/* SPDX-License-Identifier: MIT */
/*
 * starter: a new lesson to begin with, that lesson-check finds nothing wrong with.
 *
 * It is made of scripts/starter, whose files have {id} where the lesson's name belongs
 * and {new_...} where a remark to the author does; those are texts of scripts/check.
 */
#ifndef LESSON_CHECK_STARTER_H
#define LESSON_CHECK_STARTER_H

#include <stdbool.h>

#include "check.h"
#include "lesson/tell.h"

/*
 * Writes <folder>/<id> with lesson.lua and a text file for each language, and prints the
 * files' names. `folder` may be "": the lessons of this installation. Writes over
 * nothing, and leaves nothing where it fails. `line` gets what is to be said then, or
 * what comes next, in the author's language.
 */
bool starter_write(const struct check_data *data, const char *id, const char *folder,
                   char line[TELL_BYTES]);

#endif
