/* SPDX-License-Identifier: MIT */
/*
 * play: what the kinds share where several things are done one after another on one card:
 * an emergency call, an AED, a fire. Each step is right in the end; whether something
 * else was tried before is its verdict. Private to lesson.
 */
#ifndef KIOSK_LESSON_PLAY_H
#define KIOSK_LESSON_PLAY_H

#include "lesson/card.h"

/* The next step; `name` is a literal and a field of the result. */
void play_add(struct lesson *lesson, const char *name);

/* Reads what every played card may hold besides its own: its text and its picture. */
void play_read_text(const struct luax_reader *reader, struct lesson *lesson,
                    enum luax_need text);

/* These fit card_kind. */
bool play_fits(const struct lesson_card *card, const struct lesson_answer *answer);
int play_result(lua_State *L, const struct lesson *lesson);
size_t play_ways(const struct lesson_card *card);
const struct robot_manner *play_give(struct robot *robot, const struct lesson_card *card,
                                     size_t way, struct lesson_answer *answer);

#endif
