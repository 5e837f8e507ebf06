/* SPDX-License-Identifier: MIT */
/*
 * play: what the kinds share where several things are done one after another on one card.
 *
 * A kind says what stands there at the present step (struct play_shown): who says what,
 * what can be touched, which of it is right and why another is not. What is right leads
 * on by itself; what is not is told kindly, and may be tried again. At the end stands
 * what to remember, and "next" gives the card its answer.
 */
#ifndef KIOSK_SCREENS_CARDS_PLAY_H
#define KIOSK_SCREENS_CARDS_PLAY_H

#include "screens/cards/card.h"
#include "screens/pages.h"

enum { PLAY_TARGETS_MAX = 8, PLAY_WORDS_MAX = 320 };

/* How long something drives or pours before it is there. */
#define PLAY_COMES_S 4.0f

/* What the visitor has done; a kind's own block begins with it. */
struct play {
    int step;       /* of the card's play_steps; their count: all are done */
    unsigned slips; /* as in struct lesson_play */
    int wrong;      /* 1-based target that was touched last and is not right; 0: none */
    int touches;    /* of any target so far */
    bool begun;
    float begun_s, moved_s; /* of the screen: the first touch, the last step done */
};

enum play_place {
    PLAY_OPTION, /* words to touch, in the column */
    PLAY_PANEL,  /* the panel draws it */
    PLAY_SPOT,   /* a place in the picture; where that has no room, as an option */
};

struct play_target {
    const char *id; /* a literal */
    const char *label;
    bool right;
    const char *why; /* it is not right */
    int slip;        /* the step it is held against, from 0; -1: the present one */
    enum play_place place;
    size_t spot; /* as in scene_spot() */
};

struct play_shown {
    const char *lead; /* what has happened, before it begins; "" nothing */
    const char *who;  /* says the prompt; "" nobody */
    char prompt[PLAY_WORDS_MAX];
    const char *hint; /* what to do, where the prompt does not say it; "" none */
    size_t count;
    struct play_target targets[PLAY_TARGETS_MAX];
    char reason[PLAY_WORDS_MAX]; /* why what was touched is not right; "": the target's */
    struct scene_view view;      /* its name "" where there is no picture */
    bool panel_first; /* the kind's panel has the picture's place, and the other way */
    const char *end;  /* all are done: what has come of it; else "" */
};

/* What to remember of a step that was not right at once. */
struct play_learn {
    const char *step;
    const char *key; /* of its text */
};

struct play_kind {
    const struct play_learn *learn; /* all steps there are; the last row has none */
    /* What stands there now. `shown` is zeroed, its texts "". `play` begins the kind's
     * own block. */
    void (*show)(const struct kiosk *k, const struct lesson_card *card,
                 const struct play *play, struct play_shown *shown);
};

/* Adds a target; `why` NULL: it is right. */
void play_offer(struct play_shown *shown, const char *id, const char *label,
                const char *why);

enum { PLAY_CHOICES_MAX = 5 };

/* Something to touch, by the keys of its texts; `why` NULL: it is right. */
struct play_choice {
    const char *label, *why;
};

/* Offers those that have a label: as "option-1" ... in their order, or as the places
 * "spot-1" ... of the picture, mixed. `taken`: bits of those that are gone. */
void play_offer_choices(const struct kiosk *k, const struct play_choice *choices,
                        enum play_place place, unsigned taken, struct play_shown *shown);

/* Whether the present step has that name, or one that is still to come. */
bool play_is_at(const struct lesson_card *card, const struct play *play,
                const char *step);
bool play_is_before(const struct lesson_card *card, const struct play *play,
                    const char *step);

/* The 1-based place of the picture that was touched; 0: none. */
int play_spot_touched(const struct ui_event *event);

bool play_is_done(const struct lesson_card *card, const struct play *play);

/* A target was touched, "next" or "skip". */
void play_input(struct kiosk *k, const struct lesson_card *card, struct play *play,
                const struct ui_event *event, const struct play_kind *kind);

/* `panel`: what the kind draws itself; NULL: nothing. */
void play_draw(const struct kiosk *k, struct ui *ui, struct ui_rect rect,
               const struct lesson_card *card, const struct play *play,
               const struct play_kind *kind, const struct pages_block *panel, int page);

void play_say(const struct kiosk *k, const struct lesson_card *card,
              const struct play *play, const struct play_kind *kind, struct str *out);

/* These fit card_screen, for a block that begins with struct play. */
bool play_ready(const struct lesson_card *card, const void *state);
bool play_recall(const struct lesson_card *card, void *state,
                 const struct lesson_answer *answer);
int play_moment(const void *state);

#endif
