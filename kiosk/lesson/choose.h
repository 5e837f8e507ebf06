/* SPDX-License-Identifier: MIT */
/*
 * choose: what the kinds share where one of several options is the answer. Private to
 * lesson.
 */
#ifndef KIOSK_LESSON_CHOOSE_H
#define KIOSK_LESSON_CHOOSE_H

#include "lesson/card.h"

/* Reads one question with its options; in a random order when one of them is right. The
 * question's text stands under `name`; `more` is one field more that it may have, or
 * NULL. */
void choose_read(const struct luax_reader *reader, struct lesson *lesson,
                 const char *name, const char *more);

/* The list 1..count of the table: each a key, or { "key", why =, shows = }. */
void choose_read_options(const struct luax_reader *reader, struct lesson_keys *keys,
                         int count);

/* What option `i`, 0-based, brings where it is wrong: why and shows of the table. */
void choose_read_wrong(const struct luax_reader *reader, struct lesson_keys *keys, int i);

/* Shows the options in the order they have in `keys`; `right` is 1-based. */
void choose_keep(struct lesson *lesson, int count, int right);

/* These fit card_kind. */
bool choose_fits(const struct lesson_card *card, const struct lesson_answer *answer);
enum lesson_mark choose_mark(const struct lesson_card *card,
                             const struct lesson_answer *answer);
size_t choose_ways(const struct lesson_card *card);
const struct robot_manner *choose_give(struct robot *robot,
                                       const struct lesson_card *card, size_t way,
                                       struct lesson_answer *answer);

#endif
