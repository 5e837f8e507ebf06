/* SPDX-License-Identifier: MIT */
/* Where the two pads of an AED go. */
#include "screens/cards/aed.h"

const struct card_screen card_screen_place_pads = AED_SCREEN;
