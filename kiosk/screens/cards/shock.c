/* SPDX-License-Identifier: MIT */
/* The key of an AED, and pressing on at once. */
#include "screens/cards/aed.h"

const struct card_screen card_screen_shock = AED_SCREEN;
