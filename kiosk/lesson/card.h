/* SPDX-License-Identifier: MIT */
/*
 * card: makes a card from what a binding has read, and hands it out. Private to lesson.
 */
#ifndef KIOSK_LESSON_CARD_H
#define KIOSK_LESSON_CARD_H

#include "lesson/luax.h"
#include "lesson/state.h"

/* An empty card of the lesson, at the line of the call. Raises outside run(). */
struct lesson *card_begin(lua_State *L, const char *who, enum lesson_card_kind kind);

/* What every asking card may hold besides its options; its text stands under `name`. */
void card_read_question(const struct luax_reader *reader, struct lesson *lesson,
                        const char *name);

/* One question with its options, in a drawn order when one of them is right. */
void card_read_ask(const struct luax_reader *reader, struct lesson *lesson,
                   const char *name);

/* Shows the options in the order they have in `keys`. */
void card_keep_options(struct lesson *lesson, int count, int right);

/* Puts them in the order of `shown`; `right` is the author's 1-based one. */
void card_place_options(struct lesson *lesson, int count, int right);

/* Looks up the texts and yields: `return card_hand_out(L, context, then)`. */
int card_hand_out(lua_State *L, lua_KContext context, lua_KFunction then);

/* Points the card's texts into `texts`. Returns the first key that is missing there, or
 * NULL; a missing text stands as its key. */
const char *card_look_up(struct lesson *lesson, const struct conf_texts *texts);

#endif
