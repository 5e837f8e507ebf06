/* SPDX-License-Identifier: MIT */
/*
 * pressing: what the kinds on which the visitor presses share. Private to lesson.
 */
#ifndef KIOSK_LESSON_PRESSING_H
#define KIOSK_LESSON_PRESSING_H

#include "lesson/card.h"

enum { PRESSING_FIELDS = 5 };

/* The names of what a call may say of the run, into `out`; returns how many. */
size_t pressing_fields(const char **out);

/* Copies it into the lesson's card and keys. Raises. */
void pressing_read_run(const struct luax_reader *reader, struct lesson *lesson);

/* These fit card_kind. */
void pressing_read(const struct luax_reader *reader, struct lesson *lesson);
bool pressing_fits(const struct lesson_card *card, const struct lesson_answer *answer);
int pressing_result(lua_State *L, const struct lesson *lesson);
size_t pressing_ways(const struct lesson_card *card);
const struct robot_manner *pressing_give(struct robot *robot,
                                         const struct lesson_card *card, size_t way,
                                         struct lesson_answer *answer);

#endif
