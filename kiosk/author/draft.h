/* SPDX-License-Identifier: MIT */
/*
 * draft: a lesson while it is being written, and the card its author looks at.
 *
 * A lesson is a script that branches, so its cards stand in a row only along one way: the
 * answers the author has given, and from there on the right ones to the end. When a file
 * was saved the way is walked again by the kept answers. What is the same card is known
 * by its kind and its text, so that a card that comes in before it moves nothing, and
 * where the card itself is gone the nearest before it is shown.
 *
 *     struct draft *draft = draft_create("lessons/burns", &languages, &guidelines);
 *     if (!draft_load(draft)) { ... err_text(); the way is what it was ... }
 *     struct lesson *lesson = draft_open(draft, "en");      (it stands at the card)
 *     draft_answer(draft, &answer);                         (one card on)
 */
#ifndef KIOSK_AUTHOR_DRAFT_H
#define KIOSK_AUTHOR_DRAFT_H

#include <stdbool.h>
#include <stddef.h>

#include "conf/conf.h"
#include "lesson/lesson.h"
#include "lesson/trail.h"

enum { DRAFT_CARDS_MAX = 300, DRAFT_ERROR_MAX = 512 };

/* A card of the way, and how it is answered there. */
struct draft_card {
    enum lesson_card_kind kind;
    int line; /* of lesson.lua */
    bool quiz;
    char text_key[LESSON_KEY_MAX];
    size_t option_count;
    char options[LESSON_OPTIONS_MAX][LESSON_KEY_MAX]; /* keys, as they stood */
    struct lesson_answer answer;
};

enum draft_place {
    DRAFT_SAME,   /* the card that was shown before */
    DRAFT_BEFORE, /* that is gone; the nearest before it */
};

struct draft;

/* Nothing is loaded yet. The folder is copied, whatever its length; languages (one at
 * least) and guidelines are borrowed. */
struct draft *draft_create(const char *folder, const struct conf_languages *languages,
                           const struct conf_guidelines *guidelines);
void draft_free(struct draft *draft); /* NULL is fine */

const char *draft_folder(const struct draft *draft);

/* Reads the files anew. False (err_text(), err_cause()) when no language of it comes to a
 * card: the way stays what it was. */
bool draft_load(struct draft *draft);

/* What became of the card by the last draft_load(). */
enum draft_place draft_place(const struct draft *draft);

/* The cards of the way; behind the last one is the end. */
size_t draft_count(const struct draft *draft);
const struct draft_card *draft_card(const struct draft *draft, size_t index);

/* The card that is shown; draft_count() is the end. */
size_t draft_at(const struct draft *draft);
void draft_go(struct draft *draft, size_t index); /* past the end: to the end */

/* Why the way ends by a failure of the script: "file:line: cause"; "" where it does
 * not. */
const char *draft_failure(const struct draft *draft);

/* The card that is shown is answered so: the way goes on from there. The answer fits. */
void draft_answer(struct draft *draft, const struct lesson_answer *answer);

/* The lesson in a language, brought to the card that is shown; the answers on the way
 * there are kept in `trail`, unless it is NULL. Never NULL; one that cannot be read in
 * that language is LESSON_FAILED. The caller closes it. */
struct lesson *draft_open(const struct draft *draft, const char *lang,
                          struct lesson_trail *trail);

/* Goes to the first card that `is_it` takes: on the present way, else on every way there
 * is, which is the draft's from then on. False: there is none, and nothing changed. */
bool draft_find(struct draft *draft,
                bool (*is_it)(void *context, const struct lesson_card *card),
                void *context);

#endif
