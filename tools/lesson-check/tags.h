/* SPDX-License-Identifier: MIT */
/*
 * tags: source tags, such as "NHC 2024", as readers of each language see them.
 */
#ifndef LESSON_CHECK_TAGS_H
#define LESSON_CHECK_TAGS_H

struct check;

/* A tag of a card, or of the table, at `line`. "" is fine. */
void tags_check(struct check *check, const char *tag, int line);

#endif
