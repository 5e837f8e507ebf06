/* SPDX-License-Identifier: MIT */
#include "ui/figure_cast.h"

#include <assert.h>
#include <stddef.h>

enum {
    SKIN_LIGHT = 0xF3CDAB,
    SKIN_WARM = 0xE8BC93,
    SKIN_TAN = 0xCF9A6C,
    SKIN_BROWN = 0xA5714A,
    HAIR_BLACK = 0x3A2F31,
    HAIR_BROWN = 0x5A3E33,
    HAIR_GREY = 0xB9B4AE,
};

static const struct figure_style cast[PERSON_COUNT] = {
    [PERSON_LYING] = {.skin = SKIN_LIGHT,
                      .hair = HAIR_BLACK,
                      .top = 0x71A9E0,
                      .legs = 0x515B80,
                      .shoes = 0x2B2B33,
                      .cut = HAIR_SHORT,
                      .wear = WEAR_SHORT_SLEEVES,
                      .size = 1,
                      .head = 1,
                      .build = 1},
    [PERSON_RESCUER] = {.skin = SKIN_WARM,
                        .hair = HAIR_BROWN,
                        .top = 0xF26D4F,
                        .legs = 0x35536B,
                        .shoes = 0xECE8E0,
                        .cut = HAIR_SHORT,
                        .wear = WEAR_SHORT_SLEEVES,
                        .size = 1,
                        .head = 1,
                        .build = 1},
};

const struct figure_style *cast_get(enum person person)
{
    assert((size_t)person < PERSON_COUNT);
    return &cast[person];
}
