/* SPDX-License-Identifier: MIT */
/*
 * card: what makes a kind of card, and how one is handed out. Private to lesson.
 *
 * Each kind has a row in cards.def and a file card_<name>.c with its `struct card_kind`.
 * A lesson calls the kind's function; `read` takes what the author wrote into the card,
 * the lesson waits for an answer that `fits`, and `result` turns it into what the call
 * returns to the script.
 */
#ifndef KIOSK_LESSON_CARD_H
#define KIOSK_LESSON_CARD_H

#include "lesson/internal.h"
#include "lesson/luax.h"
#include "lesson/robot.h"

struct card_kind {
    const char *function; /* what a lesson calls: "card.ask" */
    bool bare;            /* may be called without a table: card.praise() */

    /* Checks the table and copies it into the lesson's card and keys. Raises. */
    void (*read)(const struct luax_reader *reader, struct lesson *lesson);

    /* Points what only this kind has into `texts`, each by card_text(). NULL: nothing. */
    void (*look_up)(struct lesson *lesson, const struct conf_texts *texts,
                    const char **missing);

    /* Whether it is an answer to this card. NULL: the card asks nothing. */
    bool (*fits)(const struct lesson_card *card, const struct lesson_answer *answer);

    /* Of an answer that fits. NULL: nothing is right or wrong. */
    enum lesson_mark (*mark)(const struct lesson_card *card,
                             const struct lesson_answer *answer);

    /* Pushes what the call returns to the script, and returns how many values. Raises.
     * NULL: nothing. */
    int (*result)(lua_State *L, const struct lesson *lesson);

    /*
     * In how many ways a robot can answer, and the answer of one of them, 0-based, into
     * a zeroed `answer`. Returns its manner where a finding should name it, else NULL.
     * Both NULL: there is one way, to go on.
     */
    size_t (*ways)(const struct lesson_card *card);
    const struct robot_manner *(*give)(struct robot *robot,
                                       const struct lesson_card *card, size_t way,
                                       struct lesson_answer *answer);
};

#define CARD(name, members) extern const struct card_kind card_kind_##name;
#include "lesson/cards.def"
#undef CARD

const struct card_kind *card_kind_of(enum lesson_card_kind kind);

/* What a lesson calls, for every kind: a closure over the kind's number. */
int card_call(lua_State *L);

/* An empty card of the lesson, at the line of the call. Raises outside run(). */
struct lesson *card_begin(lua_State *L, const char *who, enum lesson_card_kind kind);

/* What every asking card may hold besides its options; its text stands under `name`. */
void card_read_question(const struct luax_reader *reader, struct lesson *lesson,
                        const char *name);

/* Puts the first `count` options in the order of lesson->shown. */
void card_place_options(struct lesson *lesson, int count);

/* Looks up the texts and yields: `return card_hand_out(L, context, then)`. */
int card_hand_out(lua_State *L, lua_KContext context, lua_KFunction then);

/* The text of `key` ("" of ""). One that is not there stands as its key, the first of
 * which `missing` keeps. */
const char *card_text(const struct conf_texts *texts, const char *key,
                      const char **missing);

/* Points the card's texts into `texts`. Returns the first key that is missing there, or
 * NULL; a missing text stands as its key. */
const char *card_look_up(struct lesson *lesson, const struct conf_texts *texts);

#endif
