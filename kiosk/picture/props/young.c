/* SPDX-License-Identifier: MIT */
/* What is at home when a child is the first who helps. */
#include "picture/scene_prop.h"
#include "picture/scene_shape.h"

enum {
    WHITE = 0xFFFFFF,
    QUIET = 0x6B7680,
    SUN = 0xFFD166,
    CORAL = 0xF26D4F,
    SOFA = 0x7FA3A0,
    SOFA_DARK = 0x68908D,
    FRAME = 0xB98F66,
    DOOR = 0xD2AC7E,
    DOOR_DARK = 0xBC9468,
    DAY = 0xD4ECF4,
    GRASS = 0xBFDDB9,
};

static const struct scene_shape young_sofa[] = {
    {SHAPE_RECT, 0x5A4A40, 1, {-130, -6, 18, 22, 4}},
    {SHAPE_RECT, 0x5A4A40, 1, {112, -6, 18, 22, 4}},
    {SHAPE_RECT, SOFA, 1, {-150, 8, 300, 186, 34}},
    {SHAPE_RECT, SOFA_DARK, 1, {-166, 8, 44, 128, 20}},
    {SHAPE_RECT, SOFA_DARK, 1, {122, 8, 44, 128, 20}},
    {SHAPE_LINE, SOFA_DARK, 1, {0, 30, 0, 170, 6}},
};

static const struct scene_shape young_shout[] = {
    {SHAPE_ARC, SUN, 1, {0, 0, 30, -35, 35, 9}},
    {SHAPE_ARC, SUN, 1, {0, 0, 54, -35, 35, 9}},
    {SHAPE_ARC, SUN, 1, {0, 0, 78, -35, 35, 9}},
};

static const struct scene_shape message[] = {
    {SHAPE_THREE, WHITE, 1, {0, 0, -6, 48, 32, 48}},
    {SHAPE_RECT, WHITE, 1, {-84, 40, 176, 98, 26}},
    {SHAPE_LINE, QUIET, 1, {-52, 108, 60, 108, 11}},
    {SHAPE_ELLIPSE, QUIET, 1, {-36, 70, 9, 9}},
    {SHAPE_ELLIPSE, QUIET, 1, {4, 70, 9, 9}},
    {SHAPE_ELLIPSE, QUIET, 1, {44, 70, 9, 9}},
};

static const struct scene_shape ball[] = {
    {SHAPE_ELLIPSE, CORAL, 1, {0, 30, 30, 30}},
    {SHAPE_ELLIPSE, SUN, 1, {0, 30, 30, 11}},
    {SHAPE_ELLIPSE, WHITE, 0.6F, {-10, 42, 8, 6}},
};

static const struct scene_shape house_door[] = {
    {SHAPE_RECT, FRAME, 1, {-112, 0, 224, 486, 6}},
    {SHAPE_RECT, DOOR, 1, {-94, 0, 188, 468, 4}},
    {SHAPE_RECT, DOOR_DARK, 1, {-68, 270, 136, 160, 8}},
    {SHAPE_RECT, DOOR_DARK, 1, {-68, 50, 136, 160, 8}},
    {SHAPE_ELLIPSE, SUN, 1, {-74, 240, 11, 11}},
};

static const struct scene_shape house_door_open[] = {
    {SHAPE_RECT, FRAME, 1, {-112, 0, 224, 486, 6}},
    {SHAPE_RECT, DAY, 1, {-94, 0, 188, 468, 4}},
    {SHAPE_RECT, GRASS, 1, {-94, 0, 188, 110, 0}},
};

static const struct scene_shape door_wing[] = {
    {SHAPE_FOUR, DOOR, 1, {94, 0, 208, -40, 208, 500, 94, 468}},
    {SHAPE_FOUR, DOOR_DARK, 1, {112, 262, 188, 262, 188, 450, 112, 434}},
    {SHAPE_FOUR, DOOR_DARK, 1, {112, 44, 188, 26, 188, 202, 112, 202}},
    {SHAPE_ELLIPSE, SUN, 1, {194, 232, 9, 11}},
};

PROP_ROW(young_sofa);
PROP_ROW(young_shout);
PROP_ROW(message);
PROP_ROW(ball);
PROP_ROW(house_door);
PROP_ROW(house_door_open);
PROP_ROW(door_wing);
