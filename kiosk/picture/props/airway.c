/* SPDX-License-Identifier: MIT */
/* Things of choking, fits, drowning and the side position. */
#include "picture/scene_prop.h"
#include "picture/scene_shape.h"

enum {
    WOOD = 0x9A6A45,
    WOOD_DARK = 0x7B5236,
    BOWL = 0x5F8FB8,
    RICE = 0xFFFDF5,
    GREENS = 0x7DAE6A,
    AIR = 0x4E8FBF,
    GREEN = 0x0F9D78,
    NIGHT = 0x23313A,
    HAIR = 0x5A3E33, /* of the woman in coral, and what she wears */
    CORAL = 0xF26D4F,
    TROUSERS = 0x35536B,
    SHEET = 0xF4F7F8,
    QUILT = 0x8FB7C9,
    WATER = 0x8CC4DE,
    WATER_DEEP = 0x6FB0CF,
    FOAM = 0xE8F5FA,
    BAMBOO = 0xB9A45C,
    ORANGE = 0xF2863C,
    WOOL = 0xD9A25F,
};

static const struct scene_shape meal_table[] = {
    {SHAPE_RECT, WOOD_DARK, 1, {-92, 0, 14, 190, 5}},
    {SHAPE_RECT, WOOD_DARK, 1, {78, 0, 14, 190, 5}},
    {SHAPE_RECT, WOOD, 1, {-112, 186, 224, 18, 8}},
    {SHAPE_ELLIPSE, RICE, 1, {-58, 232, 22, 13}},
    {SHAPE_FOUR, BOWL, 1, {-44, 204, -72, 204, -84, 232, -32, 232}},
    {SHAPE_ELLIPSE, GREENS, 1, {38, 216, 34, 11}},
    {SHAPE_RECT, BOWL, 1, {-6, 204, 88, 12, 6}},
    {SHAPE_LINE, WOOD_DARK, 1, {-78, 236, -26, 246, 4}},
};

static const struct scene_shape cough_lines[] = {
    {SHAPE_LINE, AIR, 1, {0, 12, 26, 22, 7}},
    {SHAPE_LINE, AIR, 1, {4, -6, 38, -8, 7}},
    {SHAPE_LINE, AIR, 1, {0, -24, 24, -38, 7}},
};

static const struct scene_shape baby_belly[] = {
    {SHAPE_ELLIPSE, 0x9B8AD0, 1, {0, 0, 46, 52}},
};

/* Knees upwards, heels below; the shoulders' middle at the origin. */
static const struct scene_shape kneeler_legs[] = {
    {SHAPE_ELLIPSE, 0xECE8E0, 1, {-26, -78, 15, 22}},
    {SHAPE_ELLIPSE, 0xECE8E0, 1, {26, -78, 15, 22}},
    {SHAPE_RECT, TROUSERS, 1, {-56, -66, 50, 134, 24}},
    {SHAPE_RECT, TROUSERS, 1, {6, -66, 50, 134, 24}},
};

static const struct scene_shape kneeler_head[] = {
    {SHAPE_RECT, CORAL, 1, {-64, -34, 128, 60, 29}},
    {SHAPE_ELLIPSE, HAIR, 1, {0, -42, 15, 30}},
    {SHAPE_ELLIPSE, HAIR, 1, {0, 4, 40, 43}},
    {SHAPE_ELLIPSE, 0x6B4B3E, 1, {6, 12, 22, 22}},
    {SHAPE_ELLIPSE, 0xE8BC93, 1, {0, 45, 10, 6}},
};

static const struct scene_shape mat[] = {
    {SHAPE_RECT, 0xBFD9CF, 1, {-300, -96, 600, 192, 26}},
    {SHAPE_RECT, 0xCDE4DB, 1, {-288, -84, 576, 168, 20}},
};

static const struct scene_shape pillow[] = {
    {SHAPE_ELLIPSE, 0xDDE6EA, 1, {0, 16, 52, 18}},
    {SHAPE_ELLIPSE, SHEET, 1, {0, 22, 50, 20}},
};

static const struct scene_shape folded_coat[] = {
    {SHAPE_RECT, 0x5F7F6E, 1, {-62, -4, 124, 16, 8}},
    {SHAPE_RECT, 0x7C9E8B, 1, {-58, 9, 116, 14, 7}},
};

static const struct scene_shape stopwatch[] = {
    {SHAPE_RECT, GREEN, 1, {-9, 46, 18, 18, 4}},
    {SHAPE_ELLIPSE, GREEN, 1, {0, 0, 52, 52}},
    {SHAPE_ELLIPSE, 0xFFFFFF, 1, {0, 0, 43, 43}},
    {SHAPE_THREE, 0xA9E0CC, 1, {0, 0, 0, 40, 20, 35}},
    {SHAPE_LINE, NIGHT, 1, {0, 0, 0, 30, 6}},
    {SHAPE_LINE, GREEN, 1, {0, 0, 17, 29, 6}},
    {SHAPE_ELLIPSE, NIGHT, 1, {0, 0, 5, 5}},
};

static const struct scene_shape spoon[] = {
    {SHAPE_LINE, 0x9AA6AD, 1, {0, 0, -26, -14, 6}},
    {SHAPE_ELLIPSE, 0x9AA6AD, 1, {-34, -18, 12, 8}},
};

static const struct scene_shape bed[] = {
    {SHAPE_RECT, WOOD_DARK, 1, {-214, 0, 16, 176, 7}},
    {SHAPE_RECT, WOOD_DARK, 1, {206, 0, 16, 128, 7}},
    {SHAPE_RECT, WOOD, 1, {-206, 40, 420, 34, 8}},
    {SHAPE_RECT, SHEET, 1, {-200, 68, 408, 34, 12}},
};

static const struct scene_shape basin[] = {
    {SHAPE_FOUR, 0x5F8FB8, 1, {-34, 0, 34, 0, 48, 40, -48, 40}},
    {SHAPE_ELLIPSE, WATER, 1, {0, 40, 48, 10}},
};

static const struct scene_shape cloth[] = {
    {SHAPE_ELLIPSE, FOAM, 1, {4, -10, 24, 11}},
    {SHAPE_ELLIPSE, WATER, 1, {-8, -36, 4, 7}},
    {SHAPE_ELLIPSE, WATER, 1, {10, -48, 4, 7}},
};

static const struct scene_shape ripples[] = {
    {SHAPE_RECT, WATER_DEEP, 1, {-96, -96, 192, 96, 20}},
    {SHAPE_ELLIPSE, WATER_DEEP, 1, {0, 0, 96, 12}},
    {SHAPE_LINE, FOAM, 0.9F, {-78, 2, -34, 8, 6}},
    {SHAPE_LINE, FOAM, 0.9F, {30, 8, 80, 2, 6}},
    {SHAPE_LINE, FOAM, 0.8F, {-60, -18, 52, -18, 6}},
};

static const struct scene_shape pole[] = {
    {SHAPE_LINE, BAMBOO, 1, {-90, 24, 330, -84, 9}},
    {SHAPE_LINE, 0x93803F, 1, {20, 0, 26, -10, 4}},
    {SHAPE_LINE, 0x93803F, 1, {140, -31, 146, -42, 4}},
    {SHAPE_LINE, 0x93803F, 1, {250, -59, 256, -70, 4}},
};

static const struct scene_shape ring[] = {
    {SHAPE_ARC, ORANGE, 1, {0, 0, 30, 0, 360, 17}},
    {SHAPE_ARC, 0xFFFFFF, 1, {0, 0, 30, 70, 110, 17}},
    {SHAPE_ARC, 0xFFFFFF, 1, {0, 0, 30, 190, 230, 17}},
    {SHAPE_ARC, 0xFFFFFF, 1, {0, 0, 30, 310, 350, 17}},
};

static const struct scene_shape shout[] = {
    {SHAPE_THREE, 0xFFFFFF, 1, {-14, 2, -30, 42, 4, 42}},
    {SHAPE_RECT, 0xFFFFFF, 1, {-66, 34, 98, 92, 24}},
    {SHAPE_LINE, GREEN, 1, {-34, 76, -34, 106, 12}},
    {SHAPE_ELLIPSE, GREEN, 1, {-34, 56, 7, 7}},
    {SHAPE_LINE, GREEN, 1, {0, 76, 0, 106, 12}},
    {SHAPE_ELLIPSE, GREEN, 1, {0, 56, 7, 7}},
};

static const struct scene_shape puddle[] = {
    {SHAPE_ELLIPSE, WATER, 0.75F, {60, -8, 250, 22}},
    {SHAPE_ELLIPSE, WATER, 0.75F, {240, -18, 110, 14}},
    {SHAPE_LINE, FOAM, 0.8F, {-90, -14, -40, -16, 4}},
};

/* Over who lies on the side, from the shoulder to the shins. */
static const struct scene_shape blanket[] = {
    {SHAPE_RECT, 0xC48D49, 1, {-154, -8, 340, 66, 28}},
    {SHAPE_ELLIPSE, WOOL, 1, {-62, 62, 94, 58}},
    {SHAPE_ELLIPSE, WOOL, 1, {62, 50, 110, 46}},
    {SHAPE_RECT, WOOL, 1, {-156, 0, 344, 76, 34}},
    {SHAPE_LINE, 0xE7BD84, 1, {-104, 12, -104, 96, 9}},
    {SHAPE_LINE, 0xE7BD84, 1, {-82, 12, -82, 102, 5}},
    {SHAPE_LINE, 0xE7BD84, 1, {112, 12, 112, 78, 9}},
    {SHAPE_LINE, 0xE7BD84, 1, {134, 12, 134, 74, 5}},
};

static const struct scene_shape wet_clothes[] = {
    {SHAPE_ELLIPSE, WATER, 0.7F, {0, -2, 66, 10}},
    {SHAPE_ELLIPSE, 0x5A8CBF, 1, {-8, 14, 46, 18}},
    {SHAPE_ELLIPSE, 0x71A9E0, 1, {10, 22, 32, 14}},
};

static const struct scene_shape bottle[] = {
    {SHAPE_RECT, 0x5E7F5A, 1, {-14, -40, 28, 58, 8}},
    {SHAPE_RECT, 0x5E7F5A, 1, {-6, -66, 12, 34, 4}},
    {SHAPE_RECT, 0xF4EFE2, 1, {-14, -24, 28, 24, 2}},
};

PROP_ROW(meal_table);
PROP_ROW(cough_lines);
PROP_ROW(baby_belly);
PROP_ROW(kneeler_legs);
PROP_ROW(kneeler_head);
PROP_ROW(mat);
PROP_ROW(pillow);
PROP_ROW(folded_coat);
PROP_ROW(stopwatch);
PROP_ROW(spoon);
PROP_ROW(bed);
PROP_ROW(basin);
PROP_ROW(cloth);
PROP_ROW(ripples);
PROP_ROW(pole);
PROP_ROW(ring);
PROP_ROW(shout);
PROP_ROW(puddle);
PROP_ROW(blanket);
PROP_ROW(wet_clothes);
PROP_ROW(bottle);
