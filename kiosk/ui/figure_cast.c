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
    HAIR_AUBURN = 0x8A5232,
    HAIR_SAND = 0xA98558,
    HAIR_GREY = 0xB9B4AE,
    HAIR_LINEN = 0xEFE9DC, /* a head scarf's */
};

/* skin, hair, top, legs, shoes; cut, wear; size, head, build */
static const struct figure_style cast[PERSON_COUNT] = {
    [PERSON_LYING] = {SKIN_LIGHT, HAIR_BLACK, 0x71A9E0, 0x515B80, 0x2B2B33, HAIR_SHORT,
                      WEAR_SHORT_SLEEVES, 1, 1, 1},
    [PERSON_RESCUER] = {SKIN_WARM, HAIR_BROWN, 0xF26D4F, 0x35536B, 0xECE8E0, HAIR_TAIL,
                        WEAR_SHORT_SLEEVES, 1, 1, 1},
    [PERSON_SECOND] = {SKIN_BROWN, HAIR_BLACK, 0xF2B84B, 0x4D5A73, 0xE6E2DA, HAIR_CROP,
                       WEAR_SHORT_SLEEVES, 1, 1, 1.04F},
    [PERSON_RUNNER] = {SKIN_TAN, HAIR_BLACK, 0x9B8AD0, 0x3C4C6B, 0xF2EEE6, HAIR_BOB,
                       WEAR_SHORT_SLEEVES, 0.97F, 1, 0.95F},
    [PERSON_GIRL] = {SKIN_LIGHT, HAIR_BROWN, 0xFFD166, 0x5B7FB5, 0xD8685A, HAIR_TAIL,
                     WEAR_SHORT_SLEEVES | WEAR_SKIRT, 0.66F, 1.3F, 1},
    [PERSON_BOY] = {SKIN_TAN, HAIR_BLACK, 0x58A6D6, 0x49566E, 0xECE8E0, HAIR_CROP,
                    WEAR_SHORT_SLEEVES | WEAR_SHORTS, 0.72F, 1.26F, 1},
    [PERSON_GRANDMOTHER] = {SKIN_WARM, HAIR_GREY, 0xA678B4, 0x5A5470, 0x3A3640, HAIR_BUN,
                            WEAR_SKIRT | WEAR_GLASSES, 0.92F, 1.04F, 1.04F},
    [PERSON_GRANDFATHER] = {SKIN_LIGHT, HAIR_GREY, 0x6E9A86, 0x5C5A63, 0x4A4038,
                            HAIR_FRINGE, WEAR_GLASSES, 0.95F, 1.03F, 1.06F},
    [PERSON_VILLAGER] = {SKIN_WARM, HAIR_BROWN, 0xE9DCC6, 0x8C5A4A, 0x4A3A30, HAIR_BUN,
                         WEAR_SKIRT, 0.97F, 1, 0.97F},
    [PERSON_VILLAGER_OLD] = {SKIN_TAN, HAIR_LINEN, 0x6E7B8F, 0x4F5B52, 0x4A3A30,
                             HAIR_SCARF, WEAR_SKIRT, 0.94F, 1, 1.04F},
    [PERSON_SOLDIER_WHITE] = {SKIN_LIGHT, HAIR_SAND, 0xE4DED0, 0x6F86AB, 0x4A3A30,
                              HAIR_SHORT, WEAR_WHISKERS, 1, 1, 1},
    [PERSON_SOLDIER_BLUE] = {SKIN_WARM, HAIR_BLACK, 0x4C6591, 0xB5654F, 0x4A3A30,
                             HAIR_CROP, WEAR_BANDAGE, 1, 1, 1},
    [PERSON_DUNANT] = {SKIN_LIGHT, HAIR_AUBURN, 0x4B4653, 0x5F5B66, 0x2C2624, HAIR_SHORT,
                       WEAR_COAT | WEAR_BEARD, 1, 1, 1},
    [PERSON_GENERAL] = {SKIN_LIGHT, HAIR_GREY, 0x3F4B5E, 0x50525C, 0x2C2624, HAIR_FRINGE,
                        WEAR_COAT | WEAR_WHISKERS, 1, 1, 1.08F},
    [PERSON_LAWYER] = {SKIN_WARM, HAIR_BROWN, 0x5B4A43, 0x4C4846, 0x2C2624, HAIR_SHORT,
                       WEAR_COAT | WEAR_WHISKERS, 0.98F, 1, 1},
    [PERSON_DOCTOR] = {SKIN_LIGHT, HAIR_GREY, 0x55604F, 0x4A4D46, 0x2C2624, HAIR_SHORT,
                       WEAR_COAT | WEAR_GLASSES, 0.97F, 1, 1.06F},
    [PERSON_SURGEON] = {SKIN_LIGHT, HAIR_SAND, 0x50455E, 0x4A4652, 0x2C2624, HAIR_SHORT,
                        WEAR_COAT | WEAR_BEARD, 1, 1, 1.03F},
};

const struct figure_style *cast_get(enum person person)
{
    assert((size_t)person < PERSON_COUNT);
    return &cast[person];
}
