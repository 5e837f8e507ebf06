/* SPDX-License-Identifier: MIT */
/* Pressing with help: curve, beat, advice. */
#include "screens/cards/press.h"

const struct card_screen card_screen_practice = {
    .state_size = sizeof(struct press),
    .picture_share = CARD_PICTURE_LARGE,
    .skip_key = "run_skip",
    .input = press_input,
    .draw = press_draw,
    .say = press_say,
    .recall = press_recall,
    .next_key = press_next_key,
};
