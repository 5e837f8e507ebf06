/* SPDX-License-Identifier: MIT */
/*
 * figure_cast: the people in the pictures. All ages, and no person twice in one picture.
 */
#ifndef KIOSK_PICTURE_FIGURE_CAST_H
#define KIOSK_PICTURE_FIGURE_CAST_H

#include "picture/figure.h"

enum person {
    PERSON_LYING,   /* a man in blue, who needs help */
    PERSON_RESCUER, /* a woman in coral, who is there first */
    PERSON_SECOND,  /* a man in yellow, who comes to help */
    PERSON_RUNNER,  /* a young woman in violet, who fetches the AED */
    PERSON_GIRL,
    PERSON_BOY,
    PERSON_TODDLER, /* four years old, in green: a child who needs help */
    PERSON_INFANT,  /* eight months, in a romper */
    PERSON_GRANDMOTHER,
    PERSON_GRANDFATHER,
    PERSON_OLD_MAN, /* a grandfather and a grandmother without glasses, who lie there */
    PERSON_OLD_WOMAN,
    PERSON_VILLAGER, /* Castiglione, 1859 */
    PERSON_VILLAGER_OLD,
    PERSON_SOLDIER_WHITE,
    PERSON_SOLDIER_BLUE,
    PERSON_DUNANT,
    PERSON_GENERAL, /* the others of the committee, Geneva, 1863 */
    PERSON_LAWYER,
    PERSON_DOCTOR,
    PERSON_SURGEON,
    PERSON_COUNT
};

/* Never NULL. */
const struct figure_style *figure_cast_get(enum person person);

/* Who is helped in a picture: turns pale, breathes in, lies there. */
bool figure_cast_needs_help(enum person person);

#endif
