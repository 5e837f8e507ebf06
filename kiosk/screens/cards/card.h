/* SPDX-License-Identifier: MIT */
/*
 * card: how the kinds of a lesson's cards are shown, one file a kind, a row each in
 * lesson/cards.def.
 *
 * screens/lesson.c has what all cards share: the picture, the head, the bar with "next".
 * A kind has the column beside the picture and says what a touch means. It keeps what the
 * visitor has done in a block of its own, zeroed for every card.
 */
#ifndef KIOSK_SCREENS_CARDS_CARD_H
#define KIOSK_SCREENS_CARDS_CARD_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"
#include "lesson/lesson.h"
#include "ui/ui.h"

struct kiosk;

enum { CARD_STATE_MAX = 128, CARD_NOTE_MAX = 256 };

/* Shares of the page's height that the picture above a column takes in portrait. */
#define CARD_PICTURE_LARGE 0.5f
#define CARD_PICTURE_SMALL 0.36f /* what can be touched needs the room */

/* How far an answered card is told. A wrong choice that brings something of its own is
 * looked at first: why not this one, then what is right. */
enum card_stage {
    CARD_OPEN, /* nothing is answered yet, or nothing asked */
    CARD_WRONG,
    CARD_TOLD, /* what is right, with its reason */
};

struct card_told {
    enum card_stage stage;
    float since_s;     /* of the screen: when the stage began */
    const char *wrong; /* the act shown in CARD_WRONG, or before CARD_TOLD; "" none */
};

/* How long people take to move to what is right or wrong, and to let go of the latter. */
#define CARD_MOVES_S    1.2f
#define CARD_BACK_S     0.8f
/* When what is looked back at was answered: nothing moves any more. */
#define CARD_LONG_AGO_S (-3600.0f)

/* What a question's picture shows at `view->seconds`: neutral beside the question, and as
 * long as words alone say why the choice is wrong; the wrong act, where there is one;
 * then back to where both began, and to what is right. */
void card_picture(struct scene_view *view, struct card_told told);

struct card_screen {
    size_t state_size; /* of the kind's block: CARD_STATE_MAX at most */
    float picture_share;
    bool whole; /* it draws the picture itself, and has the page's whole width */
    const char *skip_key; /* text of the button "skip", until "next" has something to do;
                             NULL: there is none */
    const char *skip_id;  /* its id where it is another one; NULL: "skip" */
    /* The same where it changes; NULL: skip_key. */
    const char *(*skip_of)(const struct kiosk *k, const struct lesson_card *card,
                           const void *state);
    /* What the picture beside it shows, its scene as it is being in `view`. NULL:
     * that. */
    void (*picture)(const struct kiosk *k, const struct lesson_card *card,
                    const void *state, struct scene_view *view);
    /* A touch in the column, on "next" or on "skip". The card is gone after a
     * card_answer(). */
    void (*input)(struct kiosk *k, const struct lesson_card *card, void *state,
                  const struct ui_event *event);
    /* What has no room goes on on further pages; `page` as in pages.h. */
    void (*draw)(const struct kiosk *k, struct ui *ui, struct ui_rect rect,
                 const struct lesson_card *card, const void *state, int page);
    /* Adds what is to be spoken, a line a sentence. */
    void (*say)(const struct kiosk *k, const struct lesson_card *card, const void *state,
                struct str *out);
    /* Whether "next" has something to do. NULL: always. */
    bool (*ready)(const struct lesson_card *card, const void *state);
    /* How far the answer is told: the picture follows. NULL: nothing is asked. */
    struct card_told (*told)(const struct lesson_card *card, const void *state);
    /* Whether the card has said all, and goes on by itself: the answer was right. NULL:
     * never. */
    bool (*goes_on)(const struct lesson_card *card, const void *state);
    /* Makes of a zeroed block one that shows how the card was answered: nothing in it can
     * be touched, and nothing moves any more. False: the visitor went past it. NULL: it
     * looks as it did. */
    bool (*recall)(const struct lesson_card *card, void *state,
                   const struct lesson_answer *answer);
    /* Once a frame. NULL: nothing happens by itself. */
    void (*tick)(struct kiosk *k, const struct lesson_card *card, void *state);
    /* A number that changes when something else stands there, which begins on its first
     * page. NULL: nothing does but the answer. */
    int (*moment)(const void *state);
    /* Goes to the next moment() of the card, or the one before, also of one that is
     * looked back at. False: there is none. NULL: it has one. */
    bool (*step)(struct kiosk *k, const struct lesson_card *card, void *state, int by);
    /* The text of "next". NULL: "lesson_next". */
    const char *(*next_key)(const struct lesson_card *card, const void *state);
};

#define CARD(name, members) extern const struct card_screen card_screen_##name;
#include "lesson/cards.def"
#undef CARD

const struct card_screen *card_screen_of(const struct lesson_card *card);

/*
 * Gives the visitor's answer to the lesson, which goes on. NULL: the card asks nothing.
 */
void card_answer(struct kiosk *k, const struct lesson_answer *answer);

/* "Source: NHC 2024", or "". Returns `out` (CARD_NOTE_MAX bytes). */
const char *card_source(const struct kiosk *k, const struct lesson_card *card, char *out);

#endif
