/* SPDX-License-Identifier: MIT */
/*
 * aed: what the kinds share that are played with an AED: where its pads go, that nobody
 * touches, its key. One table of steps for all of them.
 */
#ifndef KIOSK_SCREENS_CARDS_AED_H
#define KIOSK_SCREENS_CARDS_AED_H

#include "screens/cards/play.h"

struct aed {
    struct play play;
    int first; /* 1 or 2: the place that the first pad was put on; 0: none yet */
};

/* These fit card_screen. */
void aed_input(struct kiosk *k, const struct lesson_card *card, void *state,
               const struct ui_event *event);
void aed_draw(const struct kiosk *k, struct ui *ui, struct ui_rect rect,
              const struct lesson_card *card, const void *state, int page);
void aed_say(const struct kiosk *k, const struct lesson_card *card, const void *state,
             struct str *out);

/* All but the name is the same for each kind. */
#define AED_SCREEN                                                                       \
    {                                                                                    \
        .state_size = sizeof(struct aed), .picture_share = CARD_PICTURE_SMALL,           \
        .whole = true, .skip_key = "play_skip", .input = aed_input, .draw = aed_draw,    \
        .say = aed_say, .ready = play_ready, .recall = play_recall,                      \
        .moment = play_moment,                                                           \
    }

#endif
