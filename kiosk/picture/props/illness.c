/* SPDX-License-Identifier: MIT */
/* Stroke, heart attack and fainting: what is seen close, and what people use. */
#include "picture/scene_prop.h"
#include "picture/scene_shape.h"

enum {
    SKIN = 0xE8BC93, /* of the grandmother in figure_cast.c */
    SKIN_DARK = 0xD0A27A,
    GREY = 0xB9B4AE,
    GREY_DARK = 0xA29C95,
    TOP = 0xA678B4,
    TOP_DARK = 0x8E629C,
    LIPS = 0xA9564A,
    INK = 0x2F2A2E,
    WHITE = 0xFFFFFF,
    QUIET = 0x6B7680,
    GREEN = 0x0F9D78,
    WATER = 0x5FA9D6,
    SUN = 0xFFD166,
    ACHE = 0xE2734A,
    WOOD = 0x9A6A45,
    WOOD_DARK = 0x7B5236,
    LINEN = 0xF3EEE2,
    BLOOD = 0xB8443C,
};

/* All but eyes and mouth. */
#define FACE                                                                             \
    {SHAPE_RECT, TOP, 1, {-160, -14, 320, 106, 50}},                                     \
        {SHAPE_RECT, TOP, 1, {-160, -14, 320, 60, 10}},                                  \
        {SHAPE_RECT, SKIN_DARK, 1, {-36, 54, 72, 70, 20}},                               \
        {SHAPE_ELLIPSE, GREY_DARK, 1, {0, 404, 46, 36}},                                 \
        {SHAPE_ELLIPSE, GREY, 1, {0, 262, 138, 142}},                                    \
        {SHAPE_ELLIPSE, SKIN_DARK, 1, {-122, 218, 20, 28}},                              \
        {SHAPE_ELLIPSE, SKIN_DARK, 1, {122, 218, 20, 28}},                               \
        {SHAPE_ELLIPSE, SKIN, 1, {0, 216, 118, 138}},                                    \
        {SHAPE_ELLIPSE, GREY, 1, {-56, 332, 78, 44}},                                    \
        {SHAPE_ELLIPSE, GREY, 1, {56, 332, 78, 44}},                                     \
        {SHAPE_ELLIPSE, 0xE59A80, 0.4F, {-72, 168, 24, 16}},                             \
        {SHAPE_ELLIPSE, 0xE59A80, 0.4F, {72, 168, 24, 16}},                              \
    {                                                                                    \
        SHAPE_ELLIPSE, SKIN_DARK, 1,                                                     \
        {                                                                                \
            0, 190, 12, 15                                                               \
        }                                                                                \
    }

#define GLASSES                                                                          \
    {SHAPE_ARC, INK, 1, {-46, 230, 34, 0, 360, 5}},                                      \
        {SHAPE_ARC, INK, 1, {46, 230, 34, 0, 360, 5}},                                   \
    {                                                                                    \
        SHAPE_ARC, INK, 1,                                                               \
        {                                                                                \
            0, 226, 14, 20, 160, 5                                                       \
        }                                                                                \
    }

static const struct scene_shape face_calm[] = {
    FACE,
    {SHAPE_ELLIPSE, INK, 1, {-46, 230, 9, 11}},
    {SHAPE_ELLIPSE, INK, 1, {46, 230, 9, 11}},
    {SHAPE_ARC, GREY_DARK, 1, {-46, 236, 44, 58, 122, 8}},
    {SHAPE_ARC, GREY_DARK, 1, {46, 236, 44, 58, 122, 8}},
    GLASSES,
    {SHAPE_LINE, LIPS, 1, {-32, 132, 32, 132, 9}},
};

/* Her left side, which is on the right: brow, lid, cheek and the corner of the mouth. */
static const struct scene_shape face_uneven[] = {
    FACE,
    {SHAPE_ELLIPSE, INK, 1, {-46, 230, 9, 11}},
    {SHAPE_ELLIPSE, INK, 1, {46, 224, 9, 10}},
    {SHAPE_RECT, SKIN, 1, {30, 225, 32, 14, 4}},
    {SHAPE_LINE, SKIN_DARK, 1, {33, 227, 60, 222, 5}},
    {SHAPE_ARC, GREY_DARK, 1, {-46, 240, 44, 58, 122, 8}},
    {SHAPE_LINE, GREY_DARK, 1, {26, 274, 68, 264, 8}},
    GLASSES,
    {SHAPE_ARC, SKIN_DARK, 1, {-34, 150, 34, 140, 196, 5}},
    {SHAPE_LINE, SKIN_DARK, 1, {64, 158, 74, 116, 5}},
    {SHAPE_LINE, LIPS, 1, {-47, 149, -36, 137, 10}},
    {SHAPE_LINE, LIPS, 1, {-36, 137, -14, 130, 10}},
    {SHAPE_LINE, LIPS, 1, {-14, 130, 16, 127, 10}},
    {SHAPE_LINE, LIPS, 1, {16, 127, 35, 120, 10}},
    {SHAPE_LINE, LIPS, 1, {35, 120, 46, 107, 10}},
};

static const struct scene_shape illness_bed[] = {
    {SHAPE_RECT, WOOD_DARK, 1, {-216, 0, 18, 190, 8}},
    {SHAPE_RECT, WOOD_DARK, 1, {200, 0, 18, 120, 8}},
    {SHAPE_RECT, WOOD, 1, {-206, 40, 412, 40, 8}},
    {SHAPE_RECT, LINEN, 1, {-196, 76, 392, 34, 14}},
    {SHAPE_ELLIPSE, WHITE, 1, {-142, 122, 52, 22}},
    {SHAPE_ELLIPSE, GREY, 1, {-146, 146, 36, 34}},
    {SHAPE_ELLIPSE, SKIN, 1, {-130, 142, 30, 32}},
    {SHAPE_ARC, INK, 1, {-118, 150, 8, 200, 340, 3.5F}},
    {SHAPE_RECT, 0x7FA9C9, 1, {-112, 84, 304, 74, 34}},
    {SHAPE_RECT, 0xA9C8DE, 1, {-112, 84, 46, 74, 22}},
    {SHAPE_LINE, QUIET, 1, {-72, 216, -48, 216, 7}},
    {SHAPE_LINE, QUIET, 1, {-48, 216, -72, 190, 7}},
    {SHAPE_LINE, QUIET, 1, {-72, 190, -48, 190, 7}},
    {SHAPE_LINE, QUIET, 1, {-22, 262, 10, 262, 8}},
    {SHAPE_LINE, QUIET, 1, {10, 262, -22, 228, 8}},
    {SHAPE_LINE, QUIET, 1, {-22, 228, 10, 228, 8}},
};

/* Held by nobody, so that only the finger is looked at. */
static const struct scene_shape needle[] = {
    {SHAPE_RECT, TOP, 1, {-222, 54, 74, 116, 14}},
    {SHAPE_RECT, SKIN, 1, {-176, 56, 122, 112, 46}},
    {SHAPE_LINE, SKIN, 1, {-80, 146, 36, 146, 44}},
    {SHAPE_LINE, SKIN, 1, {-100, 70, -56, 72, 34}},
    {SHAPE_LINE, SKIN, 1, {-100, 104, -46, 106, 36}},
    {SHAPE_LINE, SKIN_DARK, 1, {-96, 125, -40, 125, 4}},
    {SHAPE_LINE, SKIN_DARK, 1, {-96, 88, -46, 88, 4}},
    {SHAPE_LINE, SKIN, 1, {-130, 152, -84, 184, 36}},
    {SHAPE_LINE, SKIN_DARK, 1, {-100, 158, -72, 178, 4}},
    {SHAPE_ELLIPSE, 0xF6DCC4, 1, {42, 155, 15, 10}},
    {SHAPE_ELLIPSE, BLOOD, 1, {64, 138, 9, 10}},
    {SHAPE_ELLIPSE, BLOOD, 1, {68, 106, 7, 10}},
    {SHAPE_LINE, 0x8E9AA2, 1, {68, 152, 186, 290, 8}},
    {SHAPE_LINE, 0xC9D2D8, 1, {69, 154, 186, 290, 3}},
    {SHAPE_ELLIPSE, QUIET, 1, {188, 294, 12, 12}},
};

#define BUBBLE                                                                           \
    {SHAPE_THREE, WHITE, 1, {0, 0, 8, 44, 44, 40}},                                      \
    {                                                                                    \
        SHAPE_RECT, WHITE, 1,                                                            \
        {                                                                                \
            -44, 34, 176, 96, 34                                                         \
        }                                                                                \
    }

static const struct scene_shape speech[] = {
    BUBBLE,
    {SHAPE_ELLIPSE, QUIET, 1, {4, 82, 10, 10}},
    {SHAPE_ELLIPSE, QUIET, 1, {44, 82, 10, 10}},
    {SHAPE_ELLIPSE, QUIET, 1, {84, 82, 10, 10}},
};

static const struct scene_shape speech_tangled[] = {
    BUBBLE,
    {SHAPE_ARC, QUIET, 1, {-4, 82, 20, 0, 300, 7}},
    {SHAPE_ARC, QUIET, 1, {16, 74, 17, 60, 380, 7}},
    {SHAPE_ARC, QUIET, 1, {40, 88, 21, -150, 170, 7}},
    {SHAPE_ARC, QUIET, 1, {62, 74, 16, 0, 320, 7}},
    {SHAPE_ARC, QUIET, 1, {86, 86, 20, -170, 100, 7}},
    {SHAPE_LINE, QUIET, 1, {86, 106, 110, 96, 7}},
};

static const struct scene_shape wall_clock[] = {
    {SHAPE_ELLIPSE, WOOD, 1, {0, 0, 44, 44}}, {SHAPE_ELLIPSE, WHITE, 1, {0, 0, 37, 37}},
    {SHAPE_LINE, INK, 1, {0, 30, 0, 26, 4}},  {SHAPE_LINE, INK, 1, {0, -30, 0, -26, 4}},
    {SHAPE_LINE, INK, 1, {30, 0, 26, 0, 4}},  {SHAPE_LINE, INK, 1, {-30, 0, -26, 0, 4}},
    {SHAPE_LINE, INK, 1, {0, 0, 0, 24, 5}},   {SHAPE_LINE, INK, 1, {0, 0, 9, 15, 6}},
};

static const struct scene_shape pills[] = {
    {SHAPE_RECT, 0xE08A3C, 1, {-17, -24, 34, 46, 7}},
    {SHAPE_RECT, WHITE, 1, {-17, -12, 34, 20, 2}},
    {SHAPE_RECT, 0xF4F1EA, 1, {-19, 18, 38, 15, 4}},
    {SHAPE_ELLIPSE, 0xE08A3C, 1, {0, -2, 5, 5}},
};

static const struct scene_shape pill[] = {
    {SHAPE_LINE, WHITE, 1, {-2, 4, 12, 4, 13}},
    {SHAPE_LINE, 0xE08A3C, 1, {9, 4, 16, 4, 13}},
};

static const struct scene_shape sinks[] = {
    {SHAPE_LINE, ACHE, 1, {0, 60, 0, 10, 14}},
    {SHAPE_THREE, ACHE, 1, {-24, 14, 24, 14, 0, -22}},
};

static const struct scene_shape dizzy[] = {
    {SHAPE_ARC, QUIET, 1, {0, 0, 44, 200, 500, 7}},
    {SHAPE_ARC, QUIET, 1, {-4, 0, 24, 20, 320, 7}},
    {SHAPE_ELLIPSE, QUIET, 1, {0, 0, 6, 6}},
};

static const struct scene_shape sweat[] = {
    {SHAPE_ELLIPSE, WATER, 1, {0, 0, 6, 9}},
    {SHAPE_THREE, WATER, 1, {-4.5F, 5, 4.5F, 5, 0, 18}},
    {SHAPE_ELLIPSE, WATER, 1, {22, -16, 5, 8}},
    {SHAPE_THREE, WATER, 1, {18, -12, 26, -12, 22, 0}},
    {SHAPE_ELLIPSE, WATER, 1, {4, -36, 5, 8}},
    {SHAPE_THREE, WATER, 1, {0, -32, 8, -32, 4, -20}},
};

static const struct scene_shape pain[] = {
    {SHAPE_ELLIPSE, ACHE, 0.3F, {0, 0, 34, 34}},
    {SHAPE_ELLIPSE, ACHE, 0.5F, {0, 0, 23, 23}},
    {SHAPE_ELLIPSE, ACHE, 0.95F, {0, 0, 12, 12}},
};

static const struct scene_shape sofa[] = {
    {SHAPE_RECT, 0x5E8F86, 1, {-58, 6, 62, 210, 28}},
    {SHAPE_RECT, 0x6FA79C, 1, {-44, 10, 60, 190, 28}},
    {SHAPE_LINE, WOOD_DARK, 1, {-40, 4, -40, 14, 12}},
    {SHAPE_LINE, WOOD_DARK, 1, {0, 4, 0, 14, 12}},
};

static const struct scene_shape cushion[] = {
    {SHAPE_RECT, SUN, 1, {-30, -56, 60, 112, 28}},
    {SHAPE_LINE, 0xE5B54A, 1, {14, -38, 14, 38, 5}},
};

/* Arrows from both sides, and the edges of the leg that is before the other. */
static const struct scene_shape squeeze[] = {
    {SHAPE_LINE, 0x26324A, 1, {-27, 9, 21, -60, 4}},
    {SHAPE_LINE, 0x26324A, 1, {20, 35, 53, -42, 4}},
    {SHAPE_LINE, GREEN, 1, {-124, 0, -84, 0, 14}},
    {SHAPE_THREE, GREEN, 1, {-88, -24, -88, 24, -54, 0}},
    {SHAPE_LINE, GREEN, 1, {124, 0, 84, 0, 14}},
    {SHAPE_THREE, GREEN, 1, {88, -24, 88, 24, 54, 0}},
};

/* Of a race: the ground's edge at the origin. */
static const struct scene_shape finish[] = {
    {SHAPE_LINE, 0x7B8C8F, 1, {-190, -8, -190, 330, 10}},
    {SHAPE_LINE, 0x7B8C8F, 1, {190, -8, 190, 330, 10}},
    {SHAPE_RECT, WHITE, 1, {-196, 250, 392, 80, 8}},
    {SHAPE_GRID, INK, 1, {-190, 290, 8, 1, 48, 0, 24, 34}},
    {SHAPE_GRID, INK, 1, {-166, 256, 8, 1, 48, 0, 24, 34}},
};

PROP_ROW(face_calm);
PROP_ROW(face_uneven);
PROP_ROW(illness_bed);
PROP_ROW(needle);
PROP_ROW(speech);
PROP_ROW(speech_tangled);
PROP_ROW(wall_clock);
PROP_ROW(pills);
PROP_ROW(pill);
PROP_ROW(sinks);
PROP_ROW(dizzy);
PROP_ROW(sweat);
PROP_ROW(pain);
PROP_ROW(sofa);
PROP_ROW(cushion);
PROP_ROW(squeeze);
PROP_ROW(finish);
