/* SPDX-License-Identifier: MIT */
/* What is seen of an emergency call: the map and who comes. No emblem */
#include "picture/scene_prop.h"
#include "picture/scene_shape.h"

enum {
    FIELD = 0xDCEED6,
    CROP = 0xC6E2BC,
    WATER = 0xA9D6E5,
    ROAD = 0xFFFFFF,
    ROOF = 0xB98A6A,
    ROOF_GREY = 0x8FA0A8,
    WALL = 0xFBF7EC,
    GREEN = 0x0F9D78,
    DEEP = 0x0B5A48,
    NIGHT = 0x23313A,
    GLASS = 0xBFE3EE,
    ENGINE = 0xC8452F,
    POLICE = 0x2456A6,
    SUN = 0xFFD166,
    WHITE = 0xFFFFFF,
    EDGE = 0xC9D3D6,
};

#define HOUSE(x, y, roof)                                                                \
    {SHAPE_RECT, WALL, 1, {(x)-34, (y), 68, 44, 4}},                                     \
        {SHAPE_THREE, (roof), 1, {(x)-46, (y) + 42, (x) + 46, (y) + 42, (x), (y) + 82}}, \
    {                                                                                    \
        SHAPE_RECT, DEEP, 1,                                                             \
        {                                                                                \
            (x) - 9, (y), 18, 28, 3                                                      \
        }                                                                                \
    }

#define TREE(x, y)                                                                       \
    {SHAPE_LINE, 0x7B5236, 1, {(x), (y), (x), (y) + 20, 8}},                             \
    {                                                                                    \
        SHAPE_ELLIPSE, 0x6FB98A, 1,                                                      \
        {                                                                                \
            (x), (y) + 38, 22, 26                                                        \
        }                                                                                \
    }

static const struct scene_shape map[] = {
    {SHAPE_RECT, EDGE, 1, {-424, -6, 848, 588, 34}},
    {SHAPE_RECT, FIELD, 1, {-418, 0, 836, 576, 30}},
    {SHAPE_RECT, CROP, 1, {-380, 20, 210, 84, 12}},
    {SHAPE_RECT, CROP, 1, {-130, 20, 180, 84, 12}},
    {SHAPE_RECT, CROP, 1, {240, 20, 150, 84, 12}},
    {SHAPE_LINE, 0x9CCB8E, 1, {-360, 44, -190, 44, 6}},
    {SHAPE_LINE, 0x9CCB8E, 1, {-360, 72, -190, 72, 6}},
    {SHAPE_LINE, 0x9CCB8E, 1, {-110, 58, 30, 58, 6}},
    /* The river, and the road across it. */
    {SHAPE_LINE, WATER, 1, {-372, 516, -60, 470, 56}},
    {SHAPE_LINE, WATER, 1, {-60, 470, 372, 524, 56}},
    {SHAPE_LINE, ROAD, 1, {-394, 140, 394, 140, 40}},
    {SHAPE_LINE, ROAD, 1, {-140, 140, -140, 400, 34}},
    {SHAPE_LINE, ROAD, 1, {190, 140, 190, 320, 34}},
    {SHAPE_LINE, ROAD, 1, {-140, 320, 300, 320, 34}},
    {SHAPE_LINE, EDGE, 1, {-380, 140, -180, 140, 4}},
    {SHAPE_LINE, EDGE, 1, {-90, 140, 140, 140, 4}},
    {SHAPE_LINE, EDGE, 1, {240, 140, 380, 140, 4}},
    HOUSE(-320, 176, ROOF),
    HOUSE(-226, 176, ROOF_GREY),
    HOUSE(-300, 330, ROOF),
    HOUSE(-40, 356, ROOF_GREY),
    HOUSE(70, 356, ROOF),
    HOUSE(300, 350, ROOF),
    HOUSE(30, 184, ROOF_GREY),
    /* A bus stop: what somebody may name. */
    {SHAPE_LINE, NIGHT, 1, {110, 168, 110, 228, 7}},
    {SHAPE_RECT, POLICE, 1, {90, 220, 40, 34, 6}},
    {SHAPE_RECT, WHITE, 1, {97, 232, 26, 13, 3}},
    TREE(-210, 420),
    TREE(-370, 420),
    TREE(252, 186),
    TREE(330, 190),
    TREE(384, 340),
    TREE(150, 396),
};

static const struct scene_shape pin[] = {
    {SHAPE_ELLIPSE, NIGHT, 0.25F, {0, 0, 26, 8}},
    {SHAPE_THREE, DEEP, 1, {0, 0, -30, 58, 30, 58}},
    {SHAPE_ELLIPSE, DEEP, 1, {0, 74, 38, 38}},
    {SHAPE_ELLIPSE, WHITE, 1, {0, 74, 24, 24}},
    {SHAPE_HEART, GREEN, 1, {0, 73, 15}},
};

static const struct scene_shape unsure[] = {
    {SHAPE_ELLIPSE, SUN, 0.35F, {0, 0, 150, 112}},
    {SHAPE_ELLIPSE, WHITE, 1, {0, 0, 46, 46}},
    {SHAPE_ARC, DEEP, 1, {0, 12, 15, -60, 180, 8}},
    {SHAPE_LINE, DEEP, 1, {7, -1, 0, -10, 8}},
    {SHAPE_LINE, DEEP, 1, {0, -26, 0, -25, 9}},
};

/* Two wheels at -38 and 38; the origin is the road between them. */
#define WHEELS                                                                           \
    {SHAPE_ELLIPSE, NIGHT, 1, {-38, 2, 15, 15}},                                         \
        {SHAPE_ELLIPSE, EDGE, 1, {-38, 2, 6, 6}},                                        \
        {SHAPE_ELLIPSE, NIGHT, 1, {38, 2, 15, 15}},                                      \
    {                                                                                    \
        SHAPE_ELLIPSE, EDGE, 1,                                                          \
        {                                                                                \
            38, 2, 6, 6                                                                  \
        }                                                                                \
    }

static const struct scene_shape ambulance[] = {
    {SHAPE_RECT, EDGE, 1, {-76, -2, 152, 66, 12}},
    {SHAPE_RECT, WHITE, 1, {-74, 2, 112, 74, 10}},
    {SHAPE_FOUR, WHITE, 1, {30, 2, 76, 2, 74, 34, 52, 70}},
    {SHAPE_FOUR, GLASS, 1, {42, 36, 69, 36, 52, 62, 42, 62}},
    {SHAPE_RECT, GREEN, 1, {-74, 14, 150, 11, 4}},
    {SHAPE_RECT, GREEN, 1, {-41, 34, 34, 12, 3}},
    {SHAPE_RECT, GREEN, 1, {-30, 23, 12, 34, 3}},
    {SHAPE_RECT, 0x3D8BFD, 1, {6, 76, 26, 10, 4}},
    WHEELS,
};

static const struct scene_shape fire_engine[] = {
    {SHAPE_RECT, ENGINE, 1, {-84, 0, 122, 52, 8}},
    {SHAPE_FOUR, ENGINE, 1, {34, 0, 80, 0, 78, 40, 34, 66}},
    {SHAPE_RECT, ENGINE, 1, {34, 0, 45, 64, 10}},
    {SHAPE_RECT, GLASS, 1, {48, 32, 28, 24, 4}},
    {SHAPE_RECT, SUN, 1, {-84, 12, 163, 8, 3}},
    {SHAPE_LINE, EDGE, 1, {-80, 60, 62, 78, 7}},
    {SHAPE_LINE, EDGE, 1, {-80, 72, 62, 90, 7}},
    {SHAPE_LINE, EDGE, 1, {-52, 64, -52, 76, 5}},
    {SHAPE_LINE, EDGE, 1, {-16, 68, -16, 80, 5}},
    {SHAPE_LINE, EDGE, 1, {20, 73, 20, 85, 5}},
    {SHAPE_RECT, 0x3D8BFD, 1, {50, 64, 24, 9, 4}},
    WHEELS,
};

#define CAR(side, stripe)                                                                \
    {SHAPE_FOUR, (side), 1, {-46, 34, 40, 34, 22, 66, -30, 66}},                         \
        {SHAPE_FOUR, GLASS, 1, {-36, 36, -6, 36, -6, 60, -26, 60}},                      \
        {SHAPE_FOUR, GLASS, 1, {0, 36, 32, 36, 18, 60, 0, 60}},                          \
        {SHAPE_RECT, EDGE, 1, {-74, -2, 148, 38, 12}},                                   \
        {SHAPE_RECT, (side), 1, {-72, 1, 144, 38, 12}},                                  \
        {SHAPE_RECT, (stripe), 1, {-72, 12, 144, 12, 3}},                                \
        {SHAPE_RECT, 0x3D8BFD, 1, {-22, 66, 18, 9, 4}},                                  \
    {                                                                                    \
        SHAPE_RECT, ENGINE, 1,                                                           \
        {                                                                                \
            -4, 66, 18, 9, 4                                                             \
        }                                                                                \
    }

static const struct scene_shape police_car[] = {CAR(WHITE, POLICE), WHEELS};

static const struct scene_shape traffic_police[] = {
    CAR(WHITE, POLICE), {SHAPE_RECT, SUN, 1, {-72, 4, 144, 7, 3}}, WHEELS};

#define SIGN                                                                             \
    {SHAPE_ELLIPSE, DEEP, 1, {0, 0, 37, 37}},                                            \
    {                                                                                    \
        SHAPE_ELLIPSE, WHITE, 1,                                                         \
        {                                                                                \
            0, 0, 32, 32                                                                 \
        }                                                                                \
    }

static const struct scene_shape told_what[] = {
    SIGN,
    {SHAPE_LINE, DEEP, 1, {0, 16, 0, -2, 9}},
    {SHAPE_LINE, DEEP, 1, {0, -17, 0, -16, 10}},
};

static const struct scene_shape told_people[] = {
    SIGN,
    {SHAPE_ELLIPSE, DEEP, 1, {-10, 7, 8, 8}},
    {SHAPE_ELLIPSE, DEEP, 1, {11, 7, 8, 8}},
    {SHAPE_RECT, DEEP, 1, {-20, -18, 19, 17, 7}},
    {SHAPE_RECT, DEEP, 1, {2, -18, 19, 17, 7}},
};

static const struct scene_shape told_state[] = {
    SIGN,
    {SHAPE_LINE, DEEP, 1, {-20, 0, -9, 0, 6}},
    {SHAPE_LINE, DEEP, 1, {-9, 0, -3, 15, 6}},
    {SHAPE_LINE, DEEP, 1, {-3, 15, 5, -14, 6}},
    {SHAPE_LINE, DEEP, 1, {5, -14, 10, 0, 6}},
    {SHAPE_LINE, DEEP, 1, {10, 0, 20, 0, 6}},
};

PROP_ROW(map);
PROP_ROW(pin);
PROP_ROW(unsure);
PROP_ROW(ambulance);
PROP_ROW(fire_engine);
PROP_ROW(police_car);
PROP_ROW(traffic_police);
PROP_ROW(told_what);
PROP_ROW(told_people);
PROP_ROW(told_state);
