/* SPDX-License-Identifier: MIT */
/*
 * question: a column with a question, its options to touch, and the reason once it is
 * answered. A kind says what stands there; the layout is the same for all.
 *
 * A wrong answer is not held against the visitor: the right one is shown with its reason,
 * in calm colours; why this one is not, before it, where the lesson says so. Nothing
 * moves when the answer is explained, unless large text needs the room.
 */
#ifndef KIOSK_SCREENS_CARDS_QUESTION_H
#define KIOSK_SCREENS_CARDS_QUESTION_H

#include "screens/cards/card.h"

enum { QUESTION_WORDS_MAX = 256 };

enum question_look {
    QUESTION_OPEN,
    QUESTION_PLACED,   /* in an order that is not checked yet */
    QUESTION_RIGHT,    /* the answer stands: this is right */
    QUESTION_OTHER,    /* ... this was chosen, another is right */
    QUESTION_UNCHOSEN, /* ... neither chosen nor right */
};

struct question_option {
    int index; /* 1-based, of the card's options */
    enum question_look look;
    int number; /* in its badge; 0: none */
    bool sign;  /* its badge shows a tick or a cross once the answer stands */
    char words[QUESTION_WORDS_MAX];
};

struct question {
    char hint[QUESTION_WORDS_MAX]; /* what to do, where the text does not say it */
    bool checked;                  /* the answer stands and is explained */
    bool right;
    bool not_this;   /* why the choice is wrong is told first; what is right comes next */
    const char *why; /* ... then: its reason. NULL: the card's */
    const char *answer_key; /* of the words above the reason */
    size_t count;
    struct question_option options[LESSON_OPTIONS_MAX]; /* as they stand, from the top */
};

/* The 1-based option that was touched; 0: none. They are called "option-1"... */
int question_touched(const struct lesson_card *card, const struct ui_event *event);

/* Large text has no room for all of it: then the reason comes first once it stands, and
 * the rest on further pages; `page` as in pages.h. */
void question_draw(const struct kiosk *k, struct ui *ui, struct ui_rect rect,
                   const struct lesson_card *card, const struct question *question,
                   int page);

/* The text and the options; once it is checked, what is right and the reason. */
void question_say(const struct kiosk *k, const struct lesson_card *card, struct str *out,
                  const struct question *question);

#endif
