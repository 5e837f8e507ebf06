/* SPDX-License-Identifier: MIT */
/*
 * arrange: what the kinds share where all options are to be given in an order. Private to
 * lesson.
 */
#ifndef KIOSK_LESSON_ARRANGE_H
#define KIOSK_LESSON_ARRANGE_H

#include "lesson/card.h"

/* Puts the options, read in their right order, into a random one that is not right. */
void arrange_mix(struct lesson *lesson, int count);

/* These fit card_kind. */
bool arrange_fits(const struct lesson_card *card, const struct lesson_answer *answer);
enum lesson_mark arrange_mark(const struct lesson_card *card,
                              const struct lesson_answer *answer);
int arrange_result(lua_State *L, const struct lesson *lesson);
size_t arrange_ways(const struct lesson_card *card);
const struct robot_manner *arrange_give(struct robot *robot,
                                        const struct lesson_card *card, size_t way,
                                        struct lesson_answer *answer);

#endif
