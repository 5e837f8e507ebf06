/* SPDX-License-Identifier: MIT */
/*
 * figure_cast: the people in the pictures. All ages, nobody twice in one picture.
 */
#ifndef KIOSK_UI_FIGURE_CAST_H
#define KIOSK_UI_FIGURE_CAST_H

#include "ui/figure.h"

enum person {
    PERSON_LYING,   /* a man in blue, who needs help */
    PERSON_RESCUER, /* a woman in coral */
    PERSON_COUNT
};

/* Never NULL. */
const struct figure_style *cast_get(enum person person);

#endif
