/* SPDX-License-Identifier: MIT */
/* Nobody touches while the AED looks at the heart. */
#include "screens/cards/aed.h"

const struct card_screen card_screen_stand_clear = AED_SCREEN;
