/* SPDX-License-Identifier: MIT */
/* What people use, and the signs beside them. */
#include "picture/scene_prop.h"
#include "picture/scene_shape.h"

enum {
    GREEN = 0x0F9D78, /* first aid is green, never red */
    BRAND = 0x0F6B5C,
    NIGHT = 0x23313A,
    WOOD = 0x9A6A45,
    WOOD_DARK = 0x7B5236,
    PAPER = 0xFBF7EC,
    BRASS = 0xC9A24B,
    WATER = 0x5FA9D6,
    DARK = 0x3A2C10, /* of what is wrong, as the mark on it */
    QUIET = 0x6B7680,
    BLOOD = 0xB8443C,
};

/* The origin of what a hand holds is the middle of the fist. */
static const struct scene_shape phone[] = {
    {SHAPE_FOUR, 0x141E24, 1, {-40, -3, 32, -3, 46, 17, -26, 17}},
    {SHAPE_FOUR, NIGHT, 1, {-40, 0, 32, 0, 46, 20, -26, 20}},
    {SHAPE_FOUR, 0x8FE3C4, 1, {-33, 2.5F, 29, 2.5F, 40, 17.5F, -22, 17.5F}},
};

static const struct scene_shape call_120[] = {
    {SHAPE_THREE, 0xFFFFFF, 1, {0, 0, -6, 48, 32, 48}},
    {SHAPE_RECT, 0xFFFFFF, 1, {-84, 40, 176, 98, 26}},
    /* 1 */
    {SHAPE_LINE, BRAND, 1, {-42, 64, -42, 114, 11}},
    {SHAPE_LINE, BRAND, 1, {-42, 114, -55, 104, 11}},
    /* 2 */
    {SHAPE_ARC, BRAND, 1, {3, 98.5F, 15.5F, -36, 168, 11}},
    {SHAPE_LINE, BRAND, 1, {15.5F, 89.4F, -13, 64, 11}},
    {SHAPE_LINE, BRAND, 1, {-13, 64, 20, 64, 11}},
    /* 0 */
    {SHAPE_ARC, BRAND, 1, {58, 98, 16, 0, 180, 11}},
    {SHAPE_ARC, BRAND, 1, {58, 80, 16, 180, 360, 11}},
    {SHAPE_LINE, BRAND, 1, {42, 80, 42, 98, 11}},
    {SHAPE_LINE, BRAND, 1, {74, 80, 74, 98, 11}},
};

static const struct scene_shape aed[] = {
    {SHAPE_ARC, 0x0B5A48, 1, {0, -22, 19, 0, 180, 8}},
    {SHAPE_RECT, 0x0C7F62, 1, {-48, -92, 96, 72, 14}},
    {SHAPE_RECT, GREEN, 1, {-48, -88, 96, 68, 14}},
    {SHAPE_HEART, 0xFFFFFF, 1, {0, -55, 25}},
    {SHAPE_THREE, BRAND, 1, {4, -38, -10, -58, 2, -56}},
    {SHAPE_THREE, BRAND, 1, {-4, -74, 10, -53, -2, -55}},
};

static const struct scene_shape cabinet[] = {
    {SHAPE_RECT, 0x0B5A48, 1, {-66, 0, 132, 150, 14}},
    {SHAPE_RECT, GREEN, 1, {-66, 4, 132, 150, 14}},
    {SHAPE_RECT, 0xE3F2EC, 1, {-54, 16, 108, 92, 8}},
    {SHAPE_HEART, 0xFFFFFF, 1, {0, 130, 16}},
    {SHAPE_THREE, BRAND, 1, {3, 141, -6.5F, 128, 1, 129}},
    {SHAPE_THREE, BRAND, 1, {-3, 118, 6.5F, 131, -1, 130}},
    {SHAPE_FOUR, 0xBFE3D6, 0.8F, {58, 16, 92, 4, 92, 116, 58, 108}},
};

static const struct scene_shape phone_held[] = {
    {SHAPE_RECT, 0x243B45, 1, {-15, -22, 30, 58, 6}},
    {SHAPE_ELLIPSE, 0x5E7A85, 1, {-7, 28, 4, 4}},
};

static const struct scene_shape taps[] = {
    {SHAPE_LINE, 0xFFD166, 1, {-34, 30, -46, 42, 6}},
    {SHAPE_LINE, 0xFFD166, 1, {-40, 10, -56, 12, 6}},
    {SHAPE_LINE, 0xFFD166, 1, {-18, 44, -22, 60, 6}},
};

static const struct scene_shape gaze[] = {
    {SHAPE_ELLIPSE, 0xFFD166, 1, {0, 0, 4, 4}},
    {SHAPE_ELLIPSE, 0xFFD166, 1, {17, -10, 4, 4}},
    {SHAPE_ELLIPSE, 0xFFD166, 1, {34, -21, 4, 4}},
    {SHAPE_ELLIPSE, 0xFFD166, 1, {51, -33, 4, 4}},
};

static const struct scene_shape cup[] = {
    {SHAPE_FOUR, 0xB98A52, 1, {-13, -12, 13, -12, 16, 16, -16, 16}},
    {SHAPE_ELLIPSE, 0xB98A52, 1, {0, -12, 13, 4, 0}},
    {SHAPE_ELLIPSE, 0x9CCFE6, 1, {0, 16, 16, 5, 0}},
};

/* Held by its handle, to the right of the hand. */
static const struct scene_shape jug[] = {
    {SHAPE_ARC, 0xA8623F, 1, {12, 6, 19, 70, 290, 8}},
    {SHAPE_ELLIPSE, 0xC27A50, 1, {40, -6, 30, 36}},
    {SHAPE_RECT, 0xC27A50, 1, {26, 16, 28, 36, 6}},
    {SHAPE_ELLIPSE, 0xA8623F, 1, {40, 51, 18, 6}},
};

static const struct scene_shape bucket[] = {
    {SHAPE_ARC, 0x6F5238, 1, {0, 46, 30, 0, 180, 4}},
    {SHAPE_FOUR, WOOD, 1, {-25, 0, 25, 0, 33, 50, -33, 50}},
    {SHAPE_ELLIPSE, WOOD, 1, {0, 1, 25, 6}},
    {SHAPE_LINE, WOOD_DARK, 1, {-28, 17, 28, 17, 4}},
    {SHAPE_LINE, WOOD_DARK, 1, {-30, 38, 30, 38, 4}},
    {SHAPE_ELLIPSE, 0x8CC4DE, 1, {0, 50, 33, 8}},
};

static const struct scene_shape knapsack[] = {
    {SHAPE_RECT, 0x6E5A44, 1, {-46, 0, 92, 88, 22}},
    {SHAPE_RECT, 0x86705A, 1, {-46, 34, 92, 54, 20}},
    {SHAPE_RECT, 0x9A8C78, 1, {-52, 82, 104, 30, 15}},
    {SHAPE_LINE, 0x54432F, 1, {-22, 92, -22, 24, 6}},
    {SHAPE_LINE, 0x54432F, 1, {22, 92, 22, 24, 6}},
};

static const struct scene_shape chair[] = {
    {SHAPE_LINE, WOOD_DARK, 1, {-56, 4, -52, 128, 10}},
    {SHAPE_LINE, WOOD_DARK, 1, {50, 4, 46, 122, 10}},
    {SHAPE_LINE, WOOD_DARK, 1, {-52, 120, -70, 286, 11}},
    {SHAPE_RECT, WOOD_DARK, 1, {-80, 214, 18, 84, 9}},
    {SHAPE_RECT, WOOD, 1, {-64, 104, 126, 18, 9}},
};

static const struct scene_shape desk[] = {
    {SHAPE_RECT, WOOD_DARK, 1, {12, 0, 18, 180, 6}},
    {SHAPE_RECT, WOOD_DARK, 1, {250, 0, 18, 180, 6}},
    {SHAPE_RECT, WOOD_DARK, 1, {20, 138, 240, 44, 4}},
    {SHAPE_RECT, 0x8A5D3D, 1, {160, 142, 86, 32, 6}},
    {SHAPE_ELLIPSE, BRASS, 1, {203, 158, 5, 5}},
    {SHAPE_RECT, WOOD, 1, {-10, 176, 300, 16, 7}},
    {SHAPE_FOUR, PAPER, 1, {26, 192, 122, 192, 136, 200, 44, 200}},
    {SHAPE_RECT, 0xE7DDC7, 1, {136, 192, 62, 8, 3}},
    {SHAPE_RECT, 0x8E4F45, 1, {142, 200, 54, 9, 3}},
    {SHAPE_RECT, 0x4E6B7E, 1, {138, 209, 56, 8, 3}},
    /* lamp */
    {SHAPE_ELLIPSE, 0xFFE9A8, 0.25F, {246, 268, 96, 92}},
    {SHAPE_ELLIPSE, 0xFFE9A8, 0.35F, {246, 268, 56, 58}},
    {SHAPE_ELLIPSE, BRASS, 1, {246, 196, 26, 7}},
    {SHAPE_RECT, BRASS, 1, {241, 194, 10, 30, 3}},
    {SHAPE_ELLIPSE, BRASS, 1, {246, 230, 24, 12}},
    {SHAPE_RECT, 0xFFF3CF, 0.9F, {232, 236, 28, 66, 14}},
    {SHAPE_ELLIPSE, 0xFFC24A, 1, {246, 256, 7, 15}},
};

static const struct scene_shape quill[] = {
    {SHAPE_THREE, PAPER, 1, {6, 10, 34, 66, 50, 74}},
    {SHAPE_THREE, PAPER, 1, {6, 10, 50, 74, 46, 44}},
    {SHAPE_LINE, 0xB9A98C, 1, {-6, -14, 50, 74, 2.4F}},
};

static const struct scene_shape table_top[] = {
    {SHAPE_FOUR, 0x3F7A66, 1, {-350, 186, 350, 186, 306, 216, -306, 216}},
    {SHAPE_LINE, 0x3F7A66, 1, {-346, 189, 346, 189, 8}},
};

static const struct scene_shape table_cloth[] = {
    {SHAPE_FOUR, 0x2F6453, 1, {-350, 188, 350, 188, 336, 26, -336, 26}},
    {SHAPE_RECT, 0x2F6453, 1, {-338, 6, 676, 40, 12}},
    {SHAPE_RECT, 0x4C8A75, 1, {-354, 182, 708, 12, 6}},
    {SHAPE_LINE, 0x29584A, 1, {-200, 178, -190, 22, 7}},
    {SHAPE_LINE, 0x29584A, 1, {-10, 178, -8, 22, 7}},
    {SHAPE_LINE, 0x29584A, 1, {186, 178, 178, 22, 7}},
    {SHAPE_FOUR, PAPER, 1, {-118, 194, -70, 194, -64, 204, -106, 204}},
    {SHAPE_FOUR, PAPER, 1, {66, 194, 120, 194, 108, 204, 62, 204}},
    {SHAPE_FOUR, PAPER, 1, {-262, 194, -222, 194, -220, 203, -256, 203}},
    {SHAPE_RECT, NIGHT, 1, {-14, 194, 22, 18, 5}},
    {SHAPE_RECT, 0x3E5560, 1, {-10, 208, 14, 8, 3}},
};

static const struct scene_shape heart[] = {
    {SHAPE_HEART, 0x0F9D78, 1, {0, 0, 62}},
    {SHAPE_LINE, 0xFFFFFF, 0.55F, {-32, 26, -38, 12, 11}},
};

/* Moving air, crossed out. */
static const struct scene_shape no_air[] = {
    {SHAPE_ELLIPSE, DARK, 1, {0, 0, 50, 50}},
    {SHAPE_ELLIPSE, 0xFFFFFF, 1, {0, 0, 42, 42}},
    {SHAPE_LINE, WATER, 1, {-24, 14, 12, 14, 8}},
    {SHAPE_ARC, WATER, 1, {12, 22, 8, -90, 110, 8}},
    {SHAPE_LINE, WATER, 1, {-28, -3, 26, -3, 8}},
    {SHAPE_LINE, WATER, 1, {-20, -19, 8, -19, 8}},
    {SHAPE_LINE, 0xFFFFFF, 1, {-29, 29, 29, -29, 16}},
    {SHAPE_LINE, DARK, 1, {-29, 29, 29, -29, 8}},
};

static const struct scene_shape sip[] = {
    {SHAPE_ELLIPSE, WATER, 1, {0, 0, 5, 8}},
    {SHAPE_ELLIPSE, WATER, 1, {7, -18, 5, 8}},
    {SHAPE_ELLIPSE, WATER, 1, {-2, -34, 5, 8}},
};

static const struct scene_shape clock[] = {
    {SHAPE_ELLIPSE, DARK, 1, {0, 0, 50, 50}},
    {SHAPE_ELLIPSE, 0xFFFFFF, 1, {0, 0, 42, 42}},
    {SHAPE_THREE, 0xFFD166, 1, {0, 0, 0, 38, 33, 19}},
    {SHAPE_THREE, 0xFFD166, 1, {0, 0, 33, 19, 33, -19}},
    {SHAPE_LINE, DARK, 1, {0, 0, 0, 30, 7}},
    {SHAPE_LINE, DARK, 1, {0, 0, 20, -12, 7}},
};

static const struct scene_shape call_ended[] = {
    {SHAPE_THREE, 0xE3E6E8, 1, {0, 0, -6, 48, 32, 48}},
    {SHAPE_RECT, 0xE3E6E8, 1, {-84, 40, 176, 98, 26}},
    /* A receiver that lies down. */
    {SHAPE_ARC, QUIET, 1, {4, 42, 52, 38, 142, 15}},
    {SHAPE_LINE, QUIET, 1, {-38, 70, -38, 82, 22}},
    {SHAPE_LINE, QUIET, 1, {46, 70, 46, 82, 22}},
};

static const struct scene_shape phone_dark[] = {
    {SHAPE_FOUR, 0x141E24, 1, {-40, -3, 32, -3, 46, 17, -26, 17}},
    {SHAPE_FOUR, NIGHT, 1, {-40, 0, 32, 0, 46, 20, -26, 20}},
    {SHAPE_FOUR, 0x4A5A62, 1, {-33, 2.5F, 29, 2.5F, 40, 17.5F, -22, 17.5F}},
};

static const struct scene_shape asking[] = {
    {SHAPE_THREE, 0xFFFFFF, 1, {0, 0, -8, 22, 14, 22}},
    {SHAPE_ELLIPSE, 0xFFFFFF, 1, {2, 52, 36, 36}},
    {SHAPE_ARC, QUIET, 1, {2, 60, 13, -50, 180, 8}},
    {SHAPE_LINE, QUIET, 1, {10, 50, 2, 42, 8}},
    {SHAPE_ELLIPSE, QUIET, 1, {2, 29, 5, 5}},
};

/* Two units a millimetre, 0 at the top: a chest that goes down. */
#define SCALE(...)                                                                       \
    {SHAPE_RECT, 0xFFFFFF, 0.94F, {-62, -232, 124, 258, 18}},                            \
        {SHAPE_LINE, QUIET, 1, {-44, 0, 44, 0, 6}},                                      \
        {SHAPE_RECT, 0xA9E0CC, 1, {-46, -120, 92, 20, 4}},                               \
        {SHAPE_LINE, GREEN, 1, {-46, -100, 46, -100, 5}},                                \
        {SHAPE_LINE, GREEN, 1, {-46, -120, 46, -120, 5}}, __VA_ARGS__

static const struct scene_shape push_short[] = {
    SCALE({SHAPE_LINE, DARK, 1, {0, -6, 0, -36, 16}},
          {SHAPE_THREE, DARK, 1, {-22, -34, 22, -34, 0, -58}})};

static const struct scene_shape push_long[] = {
    SCALE({SHAPE_LINE, DARK, 1, {0, -6, 0, -172, 16}},
          {SHAPE_THREE, DARK, 1, {-22, -170, 22, -170, 0, -196}})};

/* Two seconds of beats, 80 units each: what is right above, the other one below. */
#define BEAT(rgb, x, y)                                                                  \
    {                                                                                    \
        SHAPE_ELLIPSE, (rgb), 1,                                                         \
        {                                                                                \
            (x), (y), 11, 11                                                             \
        }                                                                                \
    }
#define BEATS(...)                                                                       \
    {SHAPE_RECT, 0xFFFFFF, 0.94F, {-96, -46, 192, 92, 18}}, BEAT(GREEN, -72, 20),        \
        BEAT(GREEN, -28.4F, 20), BEAT(GREEN, 15.3F, 20), BEAT(GREEN, 58.9F, 20),         \
        __VA_ARGS__

static const struct scene_shape beats_few[] = {
    BEATS(BEAT(DARK, -72, -20), BEAT(DARK, 8, -20))};

static const struct scene_shape beats_many[] = {
    BEATS(BEAT(DARK, -72, -20), BEAT(DARK, -37.7F, -20), BEAT(DARK, -3.4F, -20),
          BEAT(DARK, 30.9F, -20), BEAT(DARK, 65.1F, -20))};

static const struct scene_shape coins[] = {
    {SHAPE_ELLIPSE, 0xA9842F, 1, {4, 14, 17, 17}},
    {SHAPE_ELLIPSE, BRASS, 1, {4, 17, 17, 17}},
    {SHAPE_ELLIPSE, 0xA9842F, 1, {-2, 40, 17, 17}},
    {SHAPE_ELLIPSE, BRASS, 1, {-2, 43, 17, 17}},
    {SHAPE_ELLIPSE, 0xE6CF8B, 1, {-2, 43, 9, 9}},
};

static const struct scene_shape nose_drops[] = {
    {SHAPE_ELLIPSE, BLOOD, 1, {0, -8, 4.5F, 7}},
    {SHAPE_ELLIPSE, BLOOD, 1, {3, -36, 5, 8}},
    {SHAPE_ELLIPSE, BLOOD, 1, {-1, -70, 5, 8}},
};

static const struct scene_shape nose_runs[] = {
    {SHAPE_LINE, BLOOD, 1, {0, 0, -10, -30, 7}},
    {SHAPE_THREE, BLOOD, 1, {-24, -26, 4, -34, -15, -50}},
};

static const struct scene_shape stool[] = {
    {SHAPE_LINE, WOOD_DARK, 1, {-50, 4, -42, 116, 10}},
    {SHAPE_LINE, WOOD_DARK, 1, {44, 4, 36, 116, 10}},
    {SHAPE_RECT, WOOD, 1, {-60, 110, 116, 16, 8}},
};

PROP_ROW(phone);
PROP_ROW(call_120);
PROP_ROW(aed);
PROP_ROW(cabinet);
PROP_ROW(phone_held);
PROP_ROW(taps);
PROP_ROW(gaze);
PROP_ROW(cup);
PROP_ROW(jug);
PROP_ROW(bucket);
PROP_ROW(knapsack);
PROP_ROW(chair);
PROP_ROW(desk);
PROP_ROW(quill);
PROP_ROW(table_top);
PROP_ROW(table_cloth);
PROP_ROW(heart);
PROP_ROW(no_air);
PROP_ROW(sip);
PROP_ROW(clock);
PROP_ROW(call_ended);
PROP_ROW(phone_dark);
PROP_ROW(asking);
PROP_ROW(push_short);
PROP_ROW(push_long);
PROP_ROW(beats_few);
PROP_ROW(beats_many);
PROP_ROW(coins);
PROP_ROW(nose_drops);
PROP_ROW(nose_runs);
PROP_ROW(stool);
