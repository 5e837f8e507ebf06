/* SPDX-License-Identifier: MIT */
/* Broken bones and sprains, and what holds them still. */
#include "picture/scene_prop.h"
#include "picture/scene_shape.h"

enum {
    SUN_RGB = 0xFFD166,
    SORE = 0xE58A78,
    SKIN = 0xE8BC93,
    SKIN_DARK = 0xD5A379,
    PINK = 0xF0A79A,
    PALE = 0xB4BCCB,
    PALE_DARK = 0x98A2B5,
    WHITE = 0xFFFFFF,
    BONE_RGB = 0xF7F1DF,
    BONE_EDGE = 0xD9CFB4,
    WOOD = 0xC08A58,
    WOOD_DARK = 0x9A6A45,
    TIE = 0xF7F3E8,
    TIE_DARK = 0xD6CFBC,
    SOFT = 0x7FA7C9,
    SOFT_DARK = 0x6890B4,
    BOTTLE = 0x8A4B2C,
    BOTTLE_LIGHT = 0xB5713F,
    PAPER = 0xF3E2B8,
    WATER = 0x9CCFE6,
    STEEL = 0x6E8FA3,
    STEEL_DARK = 0x5B7A8D,
    STEAM = 0xFFFFFF,
    COLD = 0x5FA9D6,
    SHOE = 0xB9617A,
    SHOE_DARK = 0x9C4C63,
};

static const struct scene_shape swelling[] = {
    {SHAPE_ELLIPSE, SORE, 0.95F, {0, 0, 17, 13}},
    {SHAPE_ELLIPSE, PINK, 0.9F, {-3, 3, 9, 6}},
};

static const struct scene_shape swelling_close[] = {
    {SHAPE_ELLIPSE, SKIN, 1, {0, 0, 92, 46}},
    {SHAPE_ELLIPSE, SORE, 0.7F, {0, 2, 74, 34}},
    {SHAPE_ELLIPSE, SORE, 0.8F, {6, 0, 42, 20}},
};

static const struct scene_shape arm_cushion[] = {
    {SHAPE_LINE, SOFT_DARK, 1, {-38, 0, 38, 0, 30}},
    {SHAPE_LINE, SOFT, 1, {-36, 6, 36, 6, 26}},
    {SHAPE_LINE, SOFT_DARK, 1, {-32, 3, 30, 3, 4}},
};

/* Around a forearm, its knot on top. */
#define BAND_AT(x, low, high)                                                            \
    {SHAPE_LINE, 0xFBF7EC, 1, {(x), (low), (x), (high), 22}},                            \
    {                                                                                    \
        SHAPE_ELLIPSE, 0xDDD6C4, 1,                                                      \
        {                                                                                \
            (x), (high) + 8, 14, 10                                                      \
        }                                                                                \
    }

static const struct scene_shape spirit_bottle[] = {
    {SHAPE_RECT, BOTTLE, 1, {-22, 0, 44, 62, 10}},
    {SHAPE_RECT, BOTTLE_LIGHT, 1, {-9, 56, 18, 26, 4}},
    {SHAPE_RECT, WOOD_DARK, 1, {-10, 80, 20, 10, 3}},
    {SHAPE_RECT, PAPER, 1, {-22, 14, 44, 30, 3}},
    {SHAPE_LINE, BOTTLE, 1, {-12, 30, 12, 30, 4}},
};

#define TIE_AT(x, low, high)                                                             \
    {SHAPE_LINE, TIE_DARK, 1, {(x) + 3, (low), (x) + 3, (high), 26}},                    \
        {SHAPE_LINE, TIE, 1, {(x), (low), (x), (high), 25}},                             \
    {                                                                                    \
        SHAPE_ELLIPSE, TIE_DARK, 1,                                                      \
        {                                                                                \
            (x), (high)-54, 13, 11                                                       \
        }                                                                                \
    }

static const struct scene_shape board_long[] = {
    {SHAPE_RECT, SOFT, 1, {-352, 156, 664, 34, 16}},
    {SHAPE_RECT, WOOD_DARK, 1, {-372, 128, 700, 44, 10}},
    {SHAPE_RECT, WOOD, 1, {-372, 134, 700, 40, 10}},
    {SHAPE_LINE, WOOD_DARK, 0.6F, {-340, 150, 40, 152, 3}},
    {SHAPE_LINE, WOOD_DARK, 0.6F, {90, 158, 300, 156, 3}},
    TIE_AT(-244, 132, 272),
    TIE_AT(-76, 132, 250),
    TIE_AT(116, 136, 230),
    TIE_AT(238, 140, 216),
};

static const struct scene_shape board_short[] = {
    {SHAPE_RECT, SOFT, 1, {-72, 156, 176, 34, 16}},
    {SHAPE_RECT, WOOD_DARK, 1, {-84, 128, 200, 44, 10}},
    {SHAPE_RECT, WOOD, 1, {-84, 134, 200, 40, 10}},
    TIE_AT(-54, 132, 250),
    TIE_AT(88, 134, 236),
};

static const struct scene_shape toes_pink[] = {
    {SHAPE_ELLIPSE, PINK, 1, {314, 334, 26, 25}},
    {SHAPE_ELLIPSE, PINK, 1, {292, 341, 15, 16}},
    {SHAPE_ELLIPSE, 0xFBE3DA, 1, {330, 338, 8, 12}},
};

static const struct scene_shape foot_pale[] = {
    {SHAPE_LINE, PALE, 1, {284, 190, 308, 306, 62}},
    {SHAPE_ELLIPSE, PALE, 1, {282, 172, 44, 40}},
    {SHAPE_ELLIPSE, PALE, 1, {314, 332, 27, 26}},
    {SHAPE_ELLIPSE, PALE_DARK, 1, {330, 338, 8, 12}},
    {SHAPE_ELLIPSE, PALE, 1, {292, 340, 16, 17}},
    {SHAPE_LINE, PALE_DARK, 1, {303, 330, 301, 348, 3}},
};

static const struct scene_shape bone_tip[] = {
    {SHAPE_FOUR, BONE_RGB, 1, {-14, -6, 14, -8, 22, 20, -4, 30}},
    {SHAPE_LINE, BONE_EDGE, 1, {-4, 30, 22, 20, 5}},
};

static const struct scene_shape lost_slipper[] = {
    {SHAPE_LINE, SHOE_DARK, 1, {-34, 4, 34, 4, 14}},
    {SHAPE_ELLIPSE, SHOE, 1, {18, 14, 26, 15}},
    {SHAPE_LINE, SHOE, 1, {-32, 8, 10, 8, 9}},
};

static const struct scene_shape spilt_water[] = {
    {SHAPE_ELLIPSE, WATER, 0.8F, {0, 0, 74, 11}},
    {SHAPE_ELLIPSE, WHITE, 0.5F, {-20, 3, 26, 3}},
};

static const struct scene_shape ankle_pack[] = {
    {SHAPE_RECT, TIE_DARK, 1, {-38, -22, 74, 52, 14}},
    {SHAPE_RECT, WHITE, 1, {-36, -16, 70, 48, 14}},
    {SHAPE_LINE, COLD, 1, {0, -8, 0, 24, 5}},
    {SHAPE_LINE, COLD, 1, {-14, 0, 14, 16, 5}},
    {SHAPE_LINE, COLD, 1, {-14, 16, 14, 0, 5}},
};

static const struct scene_shape footbath[] = {
    {SHAPE_ARC, STEAM, 0.9F, {-28, 96, 16, -80, 80, 8}},
    {SHAPE_ARC, STEAM, 0.9F, {-22, 126, 16, 100, 260, 8}},
    {SHAPE_ARC, STEAM, 0.9F, {48, 96, 16, -80, 80, 8}},
    {SHAPE_ARC, STEAM, 0.9F, {54, 126, 16, 100, 260, 8}},
    {SHAPE_FOUR, STEEL, 1, {-62, 0, 62, 0, 84, 62, -84, 62}},
    {SHAPE_LINE, STEEL_DARK, 1, {-82, 60, 82, 60, 10}},
};

static const struct scene_shape arm_magazine[] = {
    {SHAPE_RECT, 0x2F6F8F, 1, {-244, 128, 400, 62, 22}},
    {SHAPE_RECT, 0x4C93B4, 1, {-244, 140, 400, 54, 20}},
    {SHAPE_RECT, 0xF4F1E8, 1, {-210, 152, 150, 22, 6}},
    {SHAPE_RECT, SUN_RGB, 1, {-30, 150, 64, 28, 6}},
    {SHAPE_LINE, 0xF4F1E8, 1, {56, 170, 126, 170, 6}},
    {SHAPE_LINE, 0xF4F1E8, 1, {56, 156, 104, 156, 6}},
    {SHAPE_ELLIPSE, 0xE7E1D2, 1, {152, 162, 16, 30}},
    {SHAPE_ELLIPSE, 0x2F6F8F, 1, {153, 162, 9, 20}},
    BAND_AT(-196, 136, 296),
    BAND_AT(92, 136, 256),
};

PROP_ROW(swelling);
PROP_ROW(swelling_close);
PROP_ROW(arm_cushion);
PROP_ROW(spirit_bottle);
PROP_ROW(board_long);
PROP_ROW(board_short);
PROP_ROW(toes_pink);
PROP_ROW(foot_pale);
PROP_ROW(bone_tip);
PROP_ROW(lost_slipper);
PROP_ROW(spilt_water);
PROP_ROW(ankle_pack);
PROP_ROW(footbath);
PROP_ROW(arm_magazine);
