/* SPDX-License-Identifier: MIT */
/* What burns, and what puts it out. */
#include "picture/scene_prop.h"
#include "picture/scene_shape.h"

enum {
    ORANGE = 0xF08C2E,
    YELLOW = 0xFFC84A,
    PALE = 0xFFEBA8,
    SOOT = 0x6B7880,
    NIGHT = 0x23313A,
    STEEL = 0xAEBBC2,
    STEEL_DARK = 0x7F8F98,
    WHITE = 0xFFFFFF,
    CARD = 0xC99E6C,
    CARD_DARK = 0xA97F52,
    TAPE = 0xE5CFA6,
    EDGE = 0xC9D3D6,
    BOTTLE = 0xC8452F,
    BOTTLE_DARK = 0x9F3423,
    BRASS = 0xE0B64A,
    GREEN = 0x0F9D78,
    DEEP = 0x0B5A48,
};

static const struct scene_shape flame[] = {
    {SHAPE_ELLIPSE, ORANGE, 1, {0, 62, 70, 66}},
    {SHAPE_THREE, ORANGE, 1, {-66, 84, 40, 98, -26, 236}},
    {SHAPE_THREE, ORANGE, 1, {-30, 100, 67, 82, 42, 200}},
    {SHAPE_ELLIPSE, YELLOW, 1, {0, 50, 48, 48}},
    {SHAPE_THREE, YELLOW, 1, {-44, 66, 30, 76, -8, 172}},
    {SHAPE_THREE, YELLOW, 1, {-4, 76, 45, 64, 32, 138}},
    {SHAPE_ELLIPSE, PALE, 1, {0, 38, 26, 32}},
    {SHAPE_THREE, PALE, 1, {-22, 50, 20, 52, 2, 106}},
};

static const struct scene_shape smoke[] = {
    {SHAPE_ELLIPSE, SOOT, 0.35F, {-20, 0, 64, 40}},
    {SHAPE_ELLIPSE, SOOT, 0.35F, {44, 26, 74, 44}},
    {SHAPE_ELLIPSE, SOOT, 0.35F, {-34, 56, 78, 42}},
};

static const struct scene_shape powder[] = {
    {SHAPE_ELLIPSE, WHITE, 0.85F, {-34, 24, 42, 26}},
    {SHAPE_ELLIPSE, WHITE, 0.85F, {10, 40, 46, 32}},
    {SHAPE_ELLIPSE, WHITE, 0.85F, {46, 22, 38, 24}},
    {SHAPE_ELLIPSE, EDGE, 0.6F, {4, 12, 80, 12}},
};

static const struct scene_shape stove[] = {
    {SHAPE_RECT, STEEL_DARK, 1, {-250, -10, 500, 96, 18}},
    {SHAPE_RECT, STEEL, 1, {-250, -4, 500, 96, 18}},
    {SHAPE_ELLIPSE, NIGHT, 1, {-170, 40, 24, 24}},
    {SHAPE_ELLIPSE, NIGHT, 1, {170, 40, 24, 24}},
    {SHAPE_LINE, WHITE, 1, {-170, 40, -170, 58, 6}},
    {SHAPE_LINE, WHITE, 1, {170, 40, 182, 54, 6}},
    {SHAPE_RECT, NIGHT, 1, {-110, 92, 220, 10, 4}},
    {SHAPE_FOUR, NIGHT, 1, {-150, 172, 150, 172, 116, 102, -116, 102}},
    {SHAPE_LINE, NIGHT, 1, {140, 160, 262, 190, 18}},
    {SHAPE_LINE, STEEL_DARK, 1, {-146, 170, 146, 170, 10}},
};

static const struct scene_shape lid[] = {
    {SHAPE_ARC, STEEL_DARK, 1, {0, 76, 178, 32, 148, 12}},
    {SHAPE_FOUR, STEEL, 1, {-152, 178, 152, 178, 96, 222, -96, 222}},
    {SHAPE_ELLIPSE, STEEL, 1, {0, 220, 98, 32}},
    {SHAPE_RECT, NIGHT, 1, {-22, 248, 44, 22, 10}},
    {SHAPE_LINE, STEEL_DARK, 1, {-154, 178, 154, 178, 10}},
};

static const struct scene_shape boxes[] = {
    {SHAPE_RECT, CARD_DARK, 1, {-200, -6, 190, 96, 6}},
    {SHAPE_RECT, CARD, 1, {-200, 0, 190, 96, 6}},
    {SHAPE_RECT, TAPE, 1, {-116, 0, 22, 96, 0}},
    {SHAPE_RECT, CARD_DARK, 1, {4, -6, 200, 78, 6}},
    {SHAPE_RECT, CARD, 1, {4, 0, 200, 78, 6}},
    {SHAPE_RECT, TAPE, 1, {92, 0, 22, 78, 0}},
    {SHAPE_FOUR, WHITE, 1, {-60, 96, 30, 84, 40, 92, -52, 108}},
    {SHAPE_FOUR, EDGE, 1, {60, 78, 150, 78, 140, 90, 66, 90}},
};

static const struct scene_shape cooker[] = {
    {SHAPE_RECT, NIGHT, 1, {-150, -8, 300, 20, 8}},
    {SHAPE_RECT, EDGE, 1, {-140, 0, 280, 120, 34}},
    {SHAPE_RECT, WHITE, 1, {-132, 8, 264, 108, 30}},
    {SHAPE_RECT, DEEP, 1, {-40, 28, 80, 34, 10}},
    {SHAPE_ELLIPSE, GREEN, 1, {66, 45, 12, 12}},
    {SHAPE_LINE, STEEL_DARK, 1, {-128, 112, 128, 112, 10}},
};

static const struct scene_shape plug_in[] = {
    {SHAPE_RECT, EDGE, 1, {238, 70, 64, 84, 10}},
    {SHAPE_RECT, WHITE, 1, {242, 74, 56, 76, 8}},
    {SHAPE_RECT, NIGHT, 1, {256, 92, 30, 38, 8}},
    {SHAPE_LINE, NIGHT, 1, {270, 92, 268, 20, 9}},
    {SHAPE_LINE, NIGHT, 1, {268, 20, 140, 18, 9}},
};

static const struct scene_shape plug_out[] = {
    {SHAPE_RECT, EDGE, 1, {238, 70, 64, 84, 10}},
    {SHAPE_RECT, WHITE, 1, {242, 74, 56, 76, 8}},
    {SHAPE_LINE, NIGHT, 1, {262, 118, 262, 104, 6}},
    {SHAPE_LINE, NIGHT, 1, {278, 118, 278, 104, 6}},
    {SHAPE_LINE, NIGHT, 1, {140, 18, 206, 6, 9}},
    {SHAPE_RECT, NIGHT, 1, {200, -10, 44, 30, 8}},
    {SHAPE_LINE, BRASS, 1, {246, 0, 260, 0, 5}},
    {SHAPE_LINE, BRASS, 1, {246, 11, 260, 11, 5}},
};

static const struct scene_shape extinguisher[] = {
    {SHAPE_RECT, BOTTLE_DARK, 1, {-92, -8, 184, 352, 58}},
    {SHAPE_RECT, BOTTLE, 1, {-92, 0, 184, 352, 58}},
    {SHAPE_RECT, WHITE, 1, {-66, 110, 132, 128, 14}},
    {SHAPE_LINE, DEEP, 1, {-42, 206, 42, 206, 10}},
    {SHAPE_LINE, STEEL, 1, {-42, 176, 42, 176, 8}},
    {SHAPE_LINE, STEEL, 1, {-42, 150, 20, 150, 8}},
    {SHAPE_RECT, NIGHT, 1, {-34, 346, 68, 44, 10}},
    /* The two handles that are pressed together, and the hose with its nozzle. */
    {SHAPE_LINE, NIGHT, 1, {-20, 398, 150, 384, 24}},
    {SHAPE_LINE, STEEL_DARK, 1, {-20, 430, 158, 470, 24}},
    {SHAPE_LINE, STEEL_DARK, 1, {-20, 398, -20, 430, 22}},
    {SHAPE_LINE, NIGHT, 1, {-34, 368, -150, 340, 20}},
    {SHAPE_LINE, NIGHT, 1, {-150, 340, -176, 190, 20}},
    {SHAPE_FOUR, NIGHT, 1, {-198, 190, -154, 190, -140, 88, -212, 88}},
};

static const struct scene_shape pin_ring[] = {
    {SHAPE_LINE, BRASS, 1, {40, 418, -84, 444, 9}},
    {SHAPE_ARC, BRASS, 1, {-112, 450, 26, 0, 360, 10}},
};

static const struct scene_shape door[] = {
    {SHAPE_RECT, DEEP, 1, {-70, -4, 140, 300, 8}},
    {SHAPE_RECT, 0xE3F2EC, 1, {-56, 0, 112, 282, 4}},
    {SHAPE_RECT, GREEN, 1, {-52, 306, 104, 44, 8}},
    {SHAPE_LINE, WHITE, 1, {-30, 328, 22, 328, 8}},
    {SHAPE_THREE, WHITE, 1, {16, 344, 16, 312, 38, 328}},
    {SHAPE_ELLIPSE, NIGHT, 1, {38, 140, 8, 8}},
};

PROP_ROW(flame);
PROP_ROW(smoke);
PROP_ROW(powder);
PROP_ROW(stove);
PROP_ROW(lid);
PROP_ROW(boxes);
PROP_ROW(cooker);
PROP_ROW(plug_in);
PROP_ROW(plug_out);
PROP_ROW(extinguisher);
PROP_ROW(pin_ring);
PROP_ROW(door);
