/* SPDX-License-Identifier: MIT */
/*
 * scenes: the names of the pictures that the kiosk can draw, from assets/scenes.txt.
 */
#ifndef LESSON_CHECK_SCENES_H
#define LESSON_CHECK_SCENES_H

#include <stdbool.h>
#include <stddef.h>

struct scenes {
    char *text;  /* the whole file, one name a line */
    char *names; /* "press, swap, ..." for a sentence */
};

/* False (err_text()) when the file cannot be read or names nothing. */
bool scenes_load(struct scenes *scenes);
void scenes_free(struct scenes *scenes);

bool scenes_have(const struct scenes *scenes, const char *name);

#endif
