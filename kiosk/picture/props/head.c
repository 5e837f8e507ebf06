/* SPDX-License-Identifier: MIT */
/* Knocks on the head. */
#include "picture/scene_prop.h"
#include "picture/scene_shape.h"

enum {
    SUN = 0xFFD166,
    SUN_DARK = 0xE0A92E,
    WHITE = 0xFFFFFF,
    NIGHT = 0x23313A,
    WATER = 0x6FB6D8,
    WATER_LIGHT = 0xD5EEF7,
    WOOD = 0x9A6A45,
    WOOD_DARK = 0x7B5236,
    WOOL = 0x8CB8A6,
    WOOL_DARK = 0x6FA08D,
    SHEET = 0xF3EEE2,
    SKIN = 0xF3CDAB,
    SKIN_DARK = 0xDDB189,
    SHIRT = 0x6E9A86,
    BLUSH = 0xE9A48C,
    HAIR = 0x5A3E33,
    EVENING = 0x41607A,
    CLOTH_DARK = 0xDDD6C4,
};

#define STAR(x, y)                                                                       \
    {SHAPE_LINE, SUN_DARK, 1, {(x)-11, (y), (x) + 11, (y), 6}},                          \
        {SHAPE_LINE, SUN_DARK, 1, {(x), (y)-11, (x), (y) + 11, 6}},                      \
        {SHAPE_LINE, SUN, 1, {(x)-7, (y)-7, (x) + 7, (y) + 7, 5}},                       \
    {                                                                                    \
        SHAPE_LINE, SUN, 1,                                                              \
        {                                                                                \
            (x) - 7, (y) + 7, (x) + 7, (y)-7, 5                                          \
        }                                                                                \
    }

static const struct scene_shape dizzy_stars[] = {
    STAR(-52, 0),
    STAR(0, 18),
    STAR(52, 0),
};

static const struct scene_shape football[] = {
    {SHAPE_ELLIPSE, NIGHT, 1, {0, 30, 31, 31}},
    {SHAPE_ELLIPSE, WHITE, 1, {0, 30, 28, 28}},
    {SHAPE_FOUR, NIGHT, 1, {-9, 26, 2, 18, 11, 28, 0, 40}},
    {SHAPE_LINE, NIGHT, 1, {11, 29, 25, 36, 3}},
    {SHAPE_LINE, NIGHT, 1, {0, 40, -4, 56, 3}},
    {SHAPE_LINE, NIGHT, 1, {-9, 27, -25, 30, 3}},
    {SHAPE_LINE, NIGHT, 1, {2, 18, 6, 4, 3}},
};

static const struct scene_shape sick_bed[] = {
    {SHAPE_RECT, WOOD_DARK, 1, {-150, 0, 20, 168, 8}},
    {SHAPE_RECT, WOOD_DARK, 1, {282, 0, 20, 118, 8}},
    {SHAPE_RECT, WOOD, 1, {-140, 34, 432, 34, 8}},
    {SHAPE_RECT, SHEET, 1, {-130, 62, 412, 34, 14}},
    {SHAPE_RECT, WHITE, 1, {-126, 84, 110, 30, 15}},
};

static const struct scene_shape bed_quilt[] = {
    {SHAPE_LINE, WOOL, 1, {10, 112, 230, 106, 62}},
    {SHAPE_LINE, WOOL, 1, {4, 92, 262, 90, 50}},
    {SHAPE_LINE, WHITE, 1, {-14, 138, -12, 76, 14}},
    {SHAPE_LINE, WOOL_DARK, 1, {50, 140, 54, 70, 4}},
    {SHAPE_LINE, WOOL_DARK, 1, {110, 138, 114, 70, 4}},
    {SHAPE_LINE, WOOL_DARK, 1, {170, 136, 174, 70, 4}},
    {SHAPE_LINE, WOOL_DARK, 1, {230, 132, 234, 70, 4}},
    {SHAPE_LINE, WOOL_DARK, 1, {6, 100, 272, 96, 4}},
};

static const struct scene_shape sleep_moon[] = {
    {SHAPE_ELLIPSE, EVENING, 1, {0, 0, 52, 52}},
    {SHAPE_ELLIPSE, SUN, 1, {-4, 0, 31, 31}},
    {SHAPE_ELLIPSE, EVENING, 1, {11, 9, 27, 27}},
    {SHAPE_ELLIPSE, WHITE, 1, {24, 22, 4, 4}},
    {SHAPE_ELLIPSE, WHITE, 1, {30, -10, 3, 3}},
};

static const struct scene_shape day_and_night[] = {
    {SHAPE_RECT, WHITE, 1, {-98, -52, 196, 104, 30}},
    {SHAPE_ELLIPSE, SUN, 1, {-48, 0, 24, 24}},
    {SHAPE_LINE, SUN, 1, {-48, 32, -48, 40, 7}},
    {SHAPE_LINE, SUN, 1, {-48, -32, -48, -40, 7}},
    {SHAPE_LINE, SUN, 1, {-80, 0, -88, 0, 7}},
    {SHAPE_LINE, SUN, 1, {-25, 23, -20, 28, 7}},
    {SHAPE_LINE, SUN, 1, {-71, 23, -76, 28, 7}},
    {SHAPE_LINE, SUN, 1, {-25, -23, -20, -28, 7}},
    {SHAPE_LINE, SUN, 1, {-71, -23, -76, -28, 7}},
    {SHAPE_LINE, 0x0F9D78, 1, {-8, 0, 8, 0, 8}},
    {SHAPE_THREE, 0x0F9D78, 1, {4, 14, 4, -14, 22, 0}},
    {SHAPE_ELLIPSE, EVENING, 1, {58, 0, 32, 32}},
    {SHAPE_ELLIPSE, SUN, 1, {56, 0, 20, 20}},
    {SHAPE_ELLIPSE, EVENING, 1, {65, 6, 17, 17}},
};

static const struct scene_shape head_close[] = {
    {SHAPE_LINE, SKIN_DARK, 1, {-28, 90, -16, 170, 96}},
    {SHAPE_RECT, SHIRT, 1, {-190, 0, 350, 112, 54}},
    {SHAPE_ELLIPSE, SHIRT, 1, {-20, 96, 112, 34}},
    {SHAPE_ELLIPSE, SKIN_DARK, 1, {-22, 116, 54, 18}},
    {SHAPE_ELLIPSE, HAIR, 1, {-22, 312, 146, 136}},
    {SHAPE_ELLIPSE, SKIN, 1, {24, 264, 128, 126}},
    {SHAPE_ELLIPSE, SKIN, 1, {50, 212, 88, 78}},
    {SHAPE_ELLIPSE, SKIN, 1, {148, 262, 19, 15}},
    /* Hair over the brow and down to the ear. */
    {SHAPE_ELLIPSE, HAIR, 1, {14, 392, 108, 52}},
    {SHAPE_ELLIPSE, HAIR, 1, {-70, 318, 74, 90}},
    {SHAPE_RECT, HAIR, 1, {-78, 236, 60, 90, 24}},
    {SHAPE_ELLIPSE, SKIN, 1, {-24, 250, 28, 38}},
    {SHAPE_ARC, SKIN_DARK, 1, {-24, 252, 15, -70, 200, 6}},
    {SHAPE_ELLIPSE, NIGHT, 1, {100, 284, 9, 12}},
    {SHAPE_LINE, HAIR, 1, {84, 318, 116, 320, 7}},
    {SHAPE_LINE, SKIN_DARK, 1, {98, 196, 128, 200, 7}},
};

static const struct scene_shape ear_water[] = {
    {SHAPE_LINE, WATER, 1, {0, 0, -6, -40, 11}},
    {SHAPE_LINE, WATER, 1, {-6, -40, 2, -84, 11}},
    {SHAPE_LINE, WATER_LIGHT, 1, {-2, -8, -8, -42, 4}},
    {SHAPE_ELLIPSE, WATER, 1, {4, -112, 9, 14}},
    {SHAPE_ELLIPSE, WATER, 1, {0, -152, 8, 12}},
};

static const struct scene_shape cotton_wool[] = {
    {SHAPE_ELLIPSE, CLOTH_DARK, 1, {0, -3, 27, 24}},
    {SHAPE_ELLIPSE, WHITE, 1, {-8, 2, 18, 17}},
    {SHAPE_ELLIPSE, WHITE, 1, {9, 4, 17, 16}},
    {SHAPE_ELLIPSE, WHITE, 1, {1, -8, 18, 15}},
};

static const struct scene_shape fall_ladder[] = {
    {SHAPE_LINE, WOOD, 1, {-52, 0, 6, 470, 13}},
    {SHAPE_LINE, WOOD, 1, {44, 0, 84, 470, 13}},
    {SHAPE_LINE, WOOD_DARK, 1, {-44, 60, 50, 60, 11}},
    {SHAPE_LINE, WOOD_DARK, 1, {-36, 130, 56, 130, 11}},
    {SHAPE_LINE, WOOD_DARK, 1, {-26, 200, 62, 200, 11}},
    {SHAPE_LINE, WOOD_DARK, 1, {-18, 270, 68, 270, 11}},
    {SHAPE_LINE, WOOD_DARK, 1, {-10, 340, 74, 340, 11}},
    {SHAPE_LINE, WOOD_DARK, 1, {0, 410, 80, 410, 11}},
};

static const struct scene_shape crying_baby[] = {
    {SHAPE_LINE, WOOL, 1, {-52, -14, 22, 12, 58}},
    {SHAPE_LINE, WOOL_DARK, 1, {-52, -34, 24, -8, 5}},
    {SHAPE_ELLIPSE, WOOL, 1, {40, 26, 42, 40}},
    {SHAPE_ELLIPSE, SKIN, 1, {46, 30, 33, 32}},
    {SHAPE_ELLIPSE, BLUSH, 0.8F, {30, 22, 7, 5}},
    {SHAPE_ELLIPSE, BLUSH, 0.8F, {66, 26, 7, 5}},
    {SHAPE_LINE, HAIR, 1, {44, 60, 54, 62, 6}},
    {SHAPE_LINE, NIGHT, 1, {30, 36, 39, 32, 3.5F}},
    {SHAPE_LINE, NIGHT, 1, {56, 33, 66, 38, 3.5F}},
    {SHAPE_ELLIPSE, 0x8A3F38, 1, {47, 16, 9, 9}},
    {SHAPE_ELLIPSE, WATER, 1, {30, 28, 3, 5}},
    {SHAPE_ELLIPSE, WATER, 1, {67, 30, 3, 5}},
};

static const struct scene_shape ride_helmet[] = {
    {SHAPE_ELLIPSE, 0x2F7583, 1, {-136, 50, 46, 50}},
    {SHAPE_ELLIPSE, 0x3E98A8, 1, {-140, 54, 40, 43}},
    {SHAPE_LINE, 0x23313A, 1, {-116, 6, -112, 96, 12}},
    {SHAPE_LINE, WHITE, 0.8F, {-166, 56, -150, 86, 9}},
    {SHAPE_LINE, 0x23313A, 1, {-112, 14, -74, 30, 6}},
};

static const struct scene_shape fallen_bike[] = {
    {SHAPE_ELLIPSE, NIGHT, 1, {-92, 34, 42, 38}},
    {SHAPE_ELLIPSE, 0xD9DEE2, 1, {-92, 34, 24, 21}},
    {SHAPE_ELLIPSE, NIGHT, 1, {96, 42, 42, 38}},
    {SHAPE_ELLIPSE, 0xD9DEE2, 1, {96, 42, 24, 21}},
    {SHAPE_FOUR, 0xD96B5C, 1, {-110, 60, 64, 66, 78, 112, -84, 108}},
    {SHAPE_FOUR, 0xB9524A, 1, {-60, 32, 40, 36, 64, 66, -78, 62}},
    {SHAPE_LINE, NIGHT, 1, {-96, 116, -8, 122, 20}},
    {SHAPE_LINE, 0x6B7680, 1, {72, 96, 116, 156, 12}},
    {SHAPE_LINE, NIGHT, 1, {92, 168, 150, 148, 12}},
    {SHAPE_ELLIPSE, SUN, 1, {100, 98, 14, 12}},
};

PROP_ROW(dizzy_stars);
PROP_ROW(football);
PROP_ROW(sick_bed);
PROP_ROW(bed_quilt);
PROP_ROW(sleep_moon);
PROP_ROW(day_and_night);
PROP_ROW(head_close);
PROP_ROW(ear_water);
PROP_ROW(cotton_wool);
PROP_ROW(fall_ladder);
PROP_ROW(crying_baby);
PROP_ROW(ride_helmet);
PROP_ROW(fallen_bike);
