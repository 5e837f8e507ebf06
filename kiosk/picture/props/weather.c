/* SPDX-License-Identifier: MIT */
/* Heat and cold: what people use, and what is seen close. */
#include "picture/scene_prop.h"
#include "picture/scene_shape.h"

enum {
    WHITE = 0xFFFFFF,
    WATER = 0x5FA9D6,
    WATER_LIGHT = 0x9CCFE6,
    SUN = 0xFFD166,
    LEAF = 0x6FAE83,
    LEAF_LIGHT = 0x8CC39B,
    TRUNK = 0x8A6A50,
    WOOD = 0x9A6A45,
    WOOD_DARK = 0x7B5236,
    TUB_RIM = 0xDCE5E8,
    TUB_SIDE = 0xC4D2D7,
    CLOTH = 0x7FA9C9,
    CLOTH_LIGHT = 0xA9C8DE,
    WARM = 0xD98A4E,
    WARM_LIGHT = 0xEBA76C,
    GLASS = 0x6FA890,
    GLASS_DARK = 0x558874,
    QUIET = 0x6B7680,
    ORANGE = 0xEE7F36,
    SNOW = 0xF6FAFC,
    SKIN = 0xF3CDAB, /* of PERSON_LYING in figure_cast.c */
    SKIN_DARK = 0xDDB592,
    NUMB = 0xE6E3E8,
};

#define RAY(x, y, to_x, to_y)                                                            \
    {                                                                                    \
        SHAPE_LINE, SUN, 1,                                                              \
        {                                                                                \
            (x), (y), (to_x), (to_y), 9                                                  \
        }                                                                                \
    }

static const struct scene_shape sun[] = {
    {SHAPE_ELLIPSE, SUN, 0.3F, {0, 0, 70, 70}},
    {SHAPE_ELLIPSE, SUN, 1, {0, 0, 44, 44}},
    RAY(60, 0, 82, 0),
    RAY(-60, 0, -82, 0),
    RAY(0, 60, 0, 82),
    RAY(0, -60, 0, -82),
    RAY(43, 43, 58, 58),
    RAY(-43, 43, -58, 58),
    RAY(43, -43, 58, -58),
    RAY(-43, -43, -58, -58),
};

static const struct scene_shape shade_tree[] = {
    {SHAPE_ELLIPSE, 0x2F5A44, 0.28F, {0, 0, 290, 34}},
    {SHAPE_FOUR, TRUNK, 1, {-22, 6, 26, 6, 16, 300, -14, 300}},
    {SHAPE_LINE, TRUNK, 1, {4, 220, 80, 320, 16}},
    {SHAPE_LINE, TRUNK, 1, {-2, 240, -78, 330, 14}},
    {SHAPE_ELLIPSE, LEAF, 1, {-120, 400, 130, 96}},
    {SHAPE_ELLIPSE, LEAF, 1, {120, 396, 132, 92}},
    {SHAPE_ELLIPSE, LEAF, 1, {0, 440, 150, 108}},
    {SHAPE_ELLIPSE, LEAF_LIGHT, 1, {-60, 458, 84, 56}},
    {SHAPE_ELLIPSE, LEAF_LIGHT, 1, {110, 430, 62, 40}},
};

static const struct scene_shape splash[] = {
    {SHAPE_FOUR, WATER_LIGHT, 0.85F, {-16, 0, 26, 0, 44, -110, -44, -110}},
    {SHAPE_LINE, WATER, 0.9F, {0, -6, -14, -100, 7}},
    {SHAPE_LINE, WATER, 0.9F, {14, -6, 22, -100, 7}},
    {SHAPE_ELLIPSE, WATER, 1, {-62, -92, 8, 11}},
    {SHAPE_ELLIPSE, WATER, 1, {64, -84, 8, 11}},
    {SHAPE_ELLIPSE, WATER, 1, {-76, -136, 7, 10}},
    {SHAPE_ELLIPSE, WATER, 1, {78, -140, 7, 10}},
};

static const struct scene_shape bucket_tipped[] = {
    {SHAPE_FOUR, WOOD, 1, {-34, 16, 6, 44, 62, -4, 12, -48}},
    {SHAPE_LINE, WOOD_DARK, 1, {-14, 30, 32, -26, 5}},
    {SHAPE_LINE, WATER_LIGHT, 1, {58, -4, 16, -44, 13}},
};

static const struct scene_shape vial[] = {
    {SHAPE_RECT, 0x8A5A34, 1, {-8, 4, 17, 30, 5}},
    {SHAPE_RECT, WHITE, 1, {-8, 12, 17, 12, 1}},
    {SHAPE_RECT, 0x5E3B22, 1, {-4, 32, 9, 10, 2}},
};

static const struct scene_shape tub_back[] = {
    {SHAPE_ELLIPSE, TUB_RIM, 1, {0, 172, 202, 34}},
    {SHAPE_ELLIPSE, WATER_LIGHT, 1, {0, 170, 186, 27}},
};

static const struct scene_shape tub[] = {
    {SHAPE_FOUR, TUB_SIDE, 1, {-202, 168, 202, 168, 164, 10, -164, 10}},
    {SHAPE_ELLIPSE, TUB_SIDE, 1, {0, 12, 164, 20}},
    {SHAPE_ELLIPSE, WATER_LIGHT, 0.9F, {0, 168, 186, 20}},
    {SHAPE_ARC, WATER, 1, {36, 150, 60, 60, 118, 4}},
    {SHAPE_LINE, TUB_RIM, 1, {-196, 160, -120, 140, 15}},
    {SHAPE_LINE, TUB_RIM, 1, {-120, 140, 0, 134, 15}},
    {SHAPE_LINE, TUB_RIM, 1, {0, 134, 120, 140, 15}},
    {SHAPE_LINE, TUB_RIM, 1, {120, 140, 196, 160, 15}},
};

static const struct scene_shape quilt[] = {
    {SHAPE_RECT, CLOTH, 1, {-52, 2, 392, 84, 40}},
    {SHAPE_RECT, CLOTH_LIGHT, 1, {-52, 2, 50, 84, 24}},
    {SHAPE_LINE, 0x6D97B8, 1, {90, 14, 100, 72, 4}},
    {SHAPE_LINE, 0x6D97B8, 1, {180, 14, 190, 72, 4}},
    {SHAPE_LINE, 0x6D97B8, 1, {266, 16, 276, 68, 4}},
};

static const struct scene_shape wet_cloths[] = {
    {SHAPE_RECT, 0xD3E9F4, 1, {-72, 40, 38, 36, 10}},
    {SHAPE_RECT, 0xD3E9F4, 1, {-14, 44, 42, 36, 10}},
    {SHAPE_RECT, 0xD3E9F4, 1, {92, 36, 44, 34, 10}},
    {SHAPE_LINE, WATER_LIGHT, 1, {-64, 52, -42, 64, 4}},
    {SHAPE_LINE, WATER_LIGHT, 1, {-6, 56, 18, 68, 4}},
    {SHAPE_LINE, WATER_LIGHT, 1, {100, 46, 126, 60, 4}},
};

/* Of a palm leaf. */
static const struct scene_shape hand_fan[] = {
    {SHAPE_LINE, WOOD_DARK, 1, {-4, -8, 30, 40, 8}},
    {SHAPE_ELLIPSE, 0xD9B77A, 1, {54, 76, 48, 48}},
    {SHAPE_LINE, 0xB9935A, 1, {30, 42, 84, 112, 3}},
    {SHAPE_LINE, 0xB9935A, 1, {30, 42, 56, 118, 3}},
    {SHAPE_LINE, 0xB9935A, 1, {30, 42, 98, 84, 3}},
};

static const struct scene_shape breeze[] = {
    {SHAPE_LINE, WHITE, 0.9F, {-60, 20, 20, 20, 7}},
    {SHAPE_ARC, WHITE, 0.9F, {-60, 32, 12, 90, 270, 7}},
    {SHAPE_LINE, WHITE, 0.9F, {-80, -6, 40, -6, 7}},
    {SHAPE_LINE, WHITE, 0.9F, {-50, -30, 24, -30, 7}},
};

static const struct scene_shape spirits[] = {
    {SHAPE_RECT, GLASS, 1, {-17, -30, 34, 66, 8}},
    {SHAPE_RECT, GLASS_DARK, 1, {-8, 32, 16, 30, 4}},
    {SHAPE_RECT, 0xB8443C, 1, {-9, 58, 18, 12, 3}},
    {SHAPE_RECT, WHITE, 1, {-17, -14, 34, 30, 2}},
    {SHAPE_LINE, QUIET, 1, {-8, 6, 8, 6, 4}},
    {SHAPE_LINE, QUIET, 1, {-8, -3, 8, -3, 4}},
};

static const struct scene_shape spirits_tipped[] = {
    {SHAPE_LINE, GLASS_DARK, 1, {-16, 4, -38, 12, 13}},
    {SHAPE_LINE, GLASS, 1, {-6, 0, 42, -18, 30}},
    {SHAPE_LINE, WHITE, 1, {10, -6, 26, -12, 28}},
};

static const struct scene_shape fumes[] = {
    {SHAPE_ARC, QUIET, 0.8F, {0, 0, 14, -90, 90, 6}},
    {SHAPE_ARC, QUIET, 0.8F, {0, 28, 14, 90, 270, 6}},
    {SHAPE_ARC, QUIET, 0.8F, {34, 6, 14, -90, 90, 6}},
    {SHAPE_ARC, QUIET, 0.8F, {34, 34, 14, 90, 270, 6}},
};

static const struct scene_shape pond[] = {
    {SHAPE_ELLIPSE, 0xA9BFA8, 1, {0, 0, 322, 30}},
    {SHAPE_ELLIPSE, 0x8FB9D0, 1, {0, -2, 312, 25}},
    {SHAPE_LINE, WHITE, 0.7F, {-220, -4, -140, -4, 5}},
    {SHAPE_LINE, WHITE, 0.7F, {-110, -14, -50, -14, 5}},
    {SHAPE_LINE, WHITE, 0.7F, {170, -8, 230, -8, 5}},
};

static const struct scene_shape glass[] = {
    {SHAPE_FOUR, 0x6E9DB5, 1, {-13, -24, 14, -24, 19, 30, -18, 30}},
    {SHAPE_FOUR, 0xEAF6FA, 1, {-10, -20, 11, -20, 15, 27, -14, 27}},
    {SHAPE_FOUR, WATER_LIGHT, 1, {-10, -20, 11, -20, 14, 10, -13, 10}},
};

#define FLAKE(x, y, r)                                                                   \
    {                                                                                    \
        SHAPE_ELLIPSE, WHITE, 1,                                                         \
        {                                                                                \
            (x), (y), (r), (r)                                                           \
        }                                                                                \
    }

static const struct scene_shape snowfall[] = {
    FLAKE(-230, 60, 7),  FLAKE(-170, 150, 6), FLAKE(-110, 30, 6),  FLAKE(-60, 110, 8),
    FLAKE(0, 170, 6),    FLAKE(40, 50, 7),    FLAKE(110, 130, 7),  FLAKE(170, 20, 6),
    FLAKE(220, 160, 8),  FLAKE(-200, -60, 6), FLAKE(230, -40, 6),  FLAKE(-250, -150, 7),
    FLAKE(250, -140, 7), FLAKE(90, -20, 5),   FLAKE(-130, -30, 5),
};

static const struct scene_shape drips[] = {
    {SHAPE_ELLIPSE, WATER, 1, {-52, 210, 5, 8}},
    {SHAPE_ELLIPSE, WATER, 1, {54, 190, 5, 8}},
    {SHAPE_ELLIPSE, WATER, 1, {-44, 120, 5, 8}},
    {SHAPE_ELLIPSE, WATER, 1, {42, 96, 5, 8}},
    {SHAPE_ELLIPSE, WATER, 1, {-62, 300, 5, 8}},
    {SHAPE_ELLIPSE, WATER_LIGHT, 0.9F, {0, 0, 74, 12}},
};

static const struct scene_shape weather_blanket[] = {
    {SHAPE_FOUR, WARM, 1, {-64, 386, 64, 386, 98, 112, -98, 112}},
    {SHAPE_ELLIPSE, WARM, 1, {0, 386, 66, 22}},
    {SHAPE_RECT, WARM, 1, {-98, 92, 196, 40, 18}},
    {SHAPE_FOUR, WARM_LIGHT, 1, {-14, 380, 34, 384, 50, 104, -4, 104}},
    {SHAPE_LINE, 0xBE7440, 1, {-58, 330, -78, 120, 5}},
    {SHAPE_LINE, 0xBE7440, 1, {-34, 360, -22, 386, 5}},
};

/* The knees drawn up below it; the head and a hand look out. */
static const struct scene_shape blanket_sit[] = {
    {SHAPE_FOUR, WARM, 1, {-58, 172, 20, 190, 112, 130, -84, 14}},
    {SHAPE_ELLIPSE, WARM, 1, {-20, 176, 42, 24}},
    {SHAPE_FOUR, WARM, 1, {-84, 14, 112, 134, 150, 40, 132, 8}},
    {SHAPE_RECT, WARM, 1, {-84, -2, 230, 50, 16}},
    {SHAPE_ELLIPSE, WARM, 1, {100, 112, 34, 30}},
    {SHAPE_FOUR, WARM_LIGHT, 1, {-8, 178, 16, 186, 40, 26, 8, 20}},
};

static const struct scene_shape weather_mat[] = {
    {SHAPE_RECT, 0x6F8F6A, 1, {-182, -28, 540, 44, 18}},
    {SHAPE_RECT, 0x8DB085, 1, {-182, -10, 540, 30, 14}},
};

static const struct scene_shape cap[] = {
    {SHAPE_ELLIPSE, WARM, 1, {-140, 46, 34, 44}},
    {SHAPE_LINE, WARM_LIGHT, 1, {-118, 8, -118, 86, 16}},
    {SHAPE_ELLIPSE, WHITE, 1, {-176, 48, 13, 13}},
};

static const struct scene_shape warm_cup[] = {
    {SHAPE_ARC, 0xC9584A, 1, {18, 2, 11, -90, 90, 5}},
    {SHAPE_RECT, 0xD96B5C, 1, {-15, -16, 32, 36, 7}},
    {SHAPE_ELLIPSE, 0xF2D9A8, 1, {1, 20, 15, 4}},
    {SHAPE_ARC, WHITE, 0.9F, {-6, 36, 8, -90, 90, 4}},
    {SHAPE_ARC, WHITE, 0.9F, {-6, 52, 8, 90, 270, 4}},
    {SHAPE_ARC, WHITE, 0.9F, {10, 40, 8, -90, 90, 4}},
    {SHAPE_ARC, WHITE, 0.9F, {10, 56, 8, 90, 270, 4}},
};

/* From the sleeve above, fingers down. */
#define FINGER(x, y, low)                                                                \
    {SHAPE_LINE, SKIN, 1, {(x), (y), (x), (low) + 26, 33}},                              \
    {                                                                                    \
        SHAPE_LINE, NUMB, 1,                                                             \
        {                                                                                \
            (x), (low) + 40, (x), (low), 33                                              \
        }                                                                                \
    }

static const struct scene_shape cold_hand[] = {
    {SHAPE_RECT, 0x71A9E0, 1, {-62, 352, 124, 90, 12}},
    {SHAPE_RECT, SKIN, 1, {-46, 300, 92, 70, 16}},
    {SHAPE_RECT, SKIN, 1, {-76, 196, 152, 130, 44}},
    {SHAPE_LINE, SKIN, 1, {-70, 262, -112, 206, 34}},
    {SHAPE_LINE, NUMB, 1, {-104, 216, -122, 190, 32}},
    FINGER(-57, 220, 112),
    FINGER(-19, 214, 90),
    FINGER(19, 214, 94),
    FINGER(57, 220, 122),
    {SHAPE_LINE, SKIN_DARK, 1, {-38, 212, -38, 150, 4}},
    {SHAPE_LINE, SKIN_DARK, 1, {0, 208, 0, 142, 4}},
    {SHAPE_LINE, SKIN_DARK, 1, {38, 212, 38, 152, 4}},
};

static const struct scene_shape basin_back[] = {
    {SHAPE_ELLIPSE, TUB_RIM, 1, {0, 200, 222, 36}},
    {SHAPE_ELLIPSE, WATER_LIGHT, 1, {0, 198, 206, 28}},
};

static const struct scene_shape weather_basin[] = {
    {SHAPE_FOUR, WATER_LIGHT, 0.45F, {-206, 196, 206, 196, 148, 8, -148, 8}},
    {SHAPE_FOUR, TUB_SIDE, 0.3F, {-222, 200, 222, 200, 150, 0, -150, 0}},
    {SHAPE_ELLIPSE, TUB_SIDE, 0.8F, {0, 4, 150, 16}},
    {SHAPE_LINE, WHITE, 0.9F, {-206, 190, -130, 174, 7}},
    {SHAPE_LINE, WHITE, 0.9F, {206, 190, 130, 174, 7}},
    {SHAPE_LINE, WHITE, 0.9F, {-130, 174, 130, 174, 7}},
    /* a thermometer that stands in the green */
    {SHAPE_LINE, WHITE, 1, {150, 110, 150, 330, 30}},
    {SHAPE_LINE, 0xA9E0CC, 1, {150, 250, 150, 278, 18}},
    {SHAPE_LINE, ORANGE, 1, {150, 112, 150, 262, 10}},
    {SHAPE_ELLIPSE, ORANGE, 1, {150, 106, 13, 13}},
};

static const struct scene_shape snow_rub[] = {
    {SHAPE_ELLIPSE, SNOW, 1, {0, 20, 210, 34}},
    {SHAPE_ELLIPSE, SNOW, 1, {-90, 44, 82, 34}},
    {SHAPE_ELLIPSE, SNOW, 1, {96, 40, 86, 30}},
    {SHAPE_LINE, 0xCF9A6C, 1, {216, 330, 96, 176, 66}},
    {SHAPE_LINE, 0xCF9A6C, 1, {96, 176, 10, 134, 44}},
    {SHAPE_LINE, 0xCF9A6C, 1, {96, 196, 2, 164, 34}},
    {SHAPE_LINE, 0xB98659, 1, {78, 176, 6, 148, 4}},
    {SHAPE_ELLIPSE, SNOW, 1, {-30, 132, 34, 22}},
    {SHAPE_ELLIPSE, SNOW, 1, {36, 108, 26, 18}},
    {SHAPE_LINE, QUIET, 1, {-130, 150, -154, 162, 7}},
    {SHAPE_LINE, QUIET, 1, {-132, 128, -160, 126, 7}},
    {SHAPE_LINE, QUIET, 1, {-128, 106, -152, 92, 7}},
};

static const struct scene_shape boat[] = {
    {SHAPE_ELLIPSE, 0xA9BFA8, 1, {0, 14, 340, 66}},
    {SHAPE_ELLIPSE, 0x8FB9D0, 1, {0, 12, 330, 60}},
    {SHAPE_FOUR, WOOD, 1, {-250, 138, 262, 138, 196, 10, -190, 10}},
    {SHAPE_LINE, WOOD_DARK, 1, {-252, 138, 266, 138, 14}},
    {SHAPE_LINE, WOOD_DARK, 1, {-228, 88, 236, 88, 5}},
    {SHAPE_ELLIPSE, 0x8FB9D0, 0.85F, {0, -8, 300, 38}},
    {SHAPE_LINE, WHITE, 0.8F, {-270, 12, -210, 12, 6}},
    {SHAPE_LINE, WHITE, 0.8F, {-60, -14, 60, -14, 6}},
    {SHAPE_LINE, WHITE, 0.8F, {216, 10, 280, 10, 6}},
};

static const struct scene_shape life_jacket[] = {
    {SHAPE_RECT, ORANGE, 1, {-46, 164, 88, 132, 24}},
    {SHAPE_RECT, 0xD86A24, 1, {-8, 168, 8, 124, 3}},
    {SHAPE_LINE, WHITE, 1, {-40, 204, 38, 204, 8}},
    {SHAPE_LINE, 0xFFE08A, 1, {-38, 256, 34, 256, 10}},
    {SHAPE_RECT, ORANGE, 1, {-24, 284, 50, 34, 16}},
};

PROP_ROW(sun);
PROP_ROW(shade_tree);
PROP_ROW(splash);
PROP_ROW(bucket_tipped);
PROP_ROW(vial);
PROP_ROW(tub_back);
PROP_ROW(tub);
PROP_ROW(quilt);
PROP_ROW(wet_cloths);
PROP_ROW(hand_fan);
PROP_ROW(breeze);
PROP_ROW(spirits);
PROP_ROW(spirits_tipped);
PROP_ROW(fumes);
PROP_ROW(pond);
PROP_ROW(glass);
PROP_ROW(snowfall);
PROP_ROW(drips);
PROP_ROW(weather_blanket);
PROP_ROW(blanket_sit);
PROP_ROW(weather_mat);
PROP_ROW(cap);
PROP_ROW(warm_cup);
PROP_ROW(cold_hand);
PROP_ROW(basin_back);
PROP_ROW(weather_basin);
PROP_ROW(snow_rub);
PROP_ROW(boat);
PROP_ROW(life_jacket);
