/* SPDX-License-Identifier: MIT */
/*
 * trail: the answers that a visitor has given, and the way back along them.
 *
 * A script cannot run backwards. The way back is a second lesson, opened with the same
 * seed, that is given the kept answers again and shows the cards from before. The first
 * one waits meanwhile where it stands: whatever a script does, looking back asks, draws,
 * presses and counts nothing anew.
 *
 *     lesson_trail_keep(&trail, lesson_card(lesson), &answer);
 *     lesson_answer(lesson, &answer);
 *     ...
 *     if (lesson_trail_back(&trail, lesson)) { ... show trail.past's card ... }
 */
#ifndef KIOSK_LESSON_TRAIL_H
#define KIOSK_LESSON_TRAIL_H

#include "lesson/lesson.h"

/* An answer, and enough of its card to know it again. */
struct lesson_kept {
    struct lesson_answer answer;
    enum lesson_card_kind kind;
    int line;
    char text_key[LESSON_KEY_MAX];
};

/* Zeroed: nothing is kept. It owns what it points to. */
struct lesson_trail {
    struct lesson_kept *kept; /* from the first card on */
    size_t count, room;
    struct lesson
        *past; /* waits at the card that is looked at; NULL: nobody looks back */
    size_t at; /* answers that `past` was given: kept[at] is its card's */
};

/* Before the card is answered. NULL: it asks nothing. */
void lesson_trail_keep(struct lesson_trail *trail, const struct lesson_card *card,
                       const struct lesson_answer *answer);

/* Whether there is a card before the one that is looked at; `lesson` is the first one,
 * and the trail is its. */
bool lesson_trail_has_back(const struct lesson_trail *trail, struct lesson *lesson);

/* One card back. False when there is none, or the script goes another way this time,
 * since its file has changed or pairs() has no fixed order: all stays as it is. */
bool lesson_trail_back(struct lesson_trail *trail, struct lesson *lesson);

/* One card on. Behind the last kept answer nobody looks back any more. Nothing while
 * nobody does. */
void lesson_trail_on(struct lesson_trail *trail);

/* How the card that is looked at was answered; NULL: nobody looks back. Borrowed until
 * the next keep. */
const struct lesson_answer *lesson_trail_answer(const struct lesson_trail *trail);

/* As zeroed. */
void lesson_trail_forget(struct lesson_trail *trail);

#endif
