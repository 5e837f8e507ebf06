/* SPDX-License-Identifier: MIT */
/* Dangers around a person who needs help, and what is taken to help. No emblem */
#include "picture/scene_prop.h"
#include "picture/scene_shape.h"

enum {
    GREEN = 0x0F9D78,
    DEEP = 0x0B5A48,
    BRAND = 0x0F6B5C,
    NIGHT = 0x23313A,
    WHITE = 0xFFFFFF,
    EDGE = 0xC9D3D6,
    QUIET = 0x6B7680,
    DARK = 0x3A2C10, /* of what is wrong, as the mark on it */
    SUN = 0xFFD166,
    SPARK = 0xF2A516,
    WOOD = 0x8A6A50,
    BARK = 0x74573F,
    KERB = 0xF3F6F6,
    PAINT = 0xD97757, /* a car's */
    PAINT_DARK = 0xB65C40,
    GLASS = 0xBFE3EE,
    WALL = 0xF2E2C6,
    ROOF = 0xA9644A,
    DOOR = 0x8C6A4F,
    BLIND = 0x3E4A52,
    BLUE = 0x2E6FB5,
    BLOOD = 0xB8443C,
    GLOVE = 0x5E8FD6,
    GLOVE_DARK = 0x4A78BC,
    SKIN = 0xEFC6A2,
    SKIN_SHADE = 0xD6A57D,
    HAIR = 0x4A342C,
    BLOUSE = 0xB77FB5,
    BLOUSE_DARK = 0x9F6A9E,
    BRA = 0xF4EDE6,
    LEGS = 0x46546F,
};

static const struct scene_shape safety_pole[] = {
    {SHAPE_LINE, WOOD, 1, {0, 0, 0, 500, 22}},
    {SHAPE_LINE, BARK, 1, {6, 4, 6, 496, 6}},
    {SHAPE_LINE, BARK, 1, {-62, 470, 62, 470, 14}},
    {SHAPE_ELLIPSE, EDGE, 1, {-54, 486, 9, 12}},
    {SHAPE_ELLIPSE, EDGE, 1, {54, 486, 9, 12}},
};

static const struct scene_shape wire[] = {
    {SHAPE_LINE, NIGHT, 1, {0, 0, 52, -190, 6}},
    {SHAPE_LINE, NIGHT, 1, {52, -190, 96, -380, 6}},
    {SHAPE_LINE, NIGHT, 1, {96, -380, 108, -466, 6}},
    {SHAPE_LINE, NIGHT, 1, {108, -466, 92, -510, 6}},
    {SHAPE_LINE, NIGHT, 1, {92, -510, 30, -528, 6}},
    {SHAPE_LINE, NIGHT, 1, {30, -528, -60, -524, 6}},
    {SHAPE_LINE, 0xC08A3E, 1, {-60, -524, -84, -522, 5}},
    {SHAPE_THREE, SPARK, 1, {-88, -522, -124, -508, -104, -524}},
    {SHAPE_THREE, SPARK, 1, {-88, -522, -122, -540, -100, -526}},
    {SHAPE_THREE, SPARK, 1, {-88, -520, -98, -486, -84, -508}},
};

/* Still up, from the next pole to that one. */
static const struct scene_shape line_up[] = {
    {SHAPE_LINE, NIGHT, 1, {-30, 0, 150, 84, 4}},
    {SHAPE_LINE, NIGHT, 1, {150, 84, 326, 186, 4}},
};

static const struct scene_shape sparks[] = {
    {SHAPE_ELLIPSE, DARK, 1, {0, 0, 50, 50}},
    {SHAPE_ELLIPSE, WHITE, 1, {0, 0, 42, 42}},
    {SHAPE_THREE, SPARK, 1, {10, 36, -18, -6, 6, -2}},
    {SHAPE_THREE, SPARK, 1, {-8, -36, 20, 8, -6, 2}},
};

static const struct scene_shape stick[] = {
    {SHAPE_LINE, WOOD, 1, {-10, 44, 96, -384, 11}},
};

/* The ground of the street is its surface. */
static const struct scene_shape road[] = {
    {SHAPE_LINE, KERB, 1, {-380, 84, 400, 84, 10}},
    {SHAPE_GRID, WHITE, 1, {-380, -60, 4, 1, 206, 0, 124, 10}},
};

static const struct scene_shape car[] = {
    {SHAPE_ELLIPSE, NIGHT, 0.3F, {0, 2, 112, 12}},
    {SHAPE_RECT, NIGHT, 1, {-92, 0, 34, 44, 8}},
    {SHAPE_RECT, NIGHT, 1, {58, 0, 34, 44, 8}},
    {SHAPE_FOUR, PAINT, 1, {-82, 92, 82, 92, 58, 168, -58, 168}},
    {SHAPE_FOUR, GLASS, 1, {-66, 98, 66, 98, 48, 156, -48, 156}},
    {SHAPE_RECT, PAINT, 1, {-100, 22, 200, 82, 26}},
    {SHAPE_RECT, PAINT_DARK, 1, {-100, 22, 200, 26, 12}},
    {SHAPE_RECT, NIGHT, 1, {-40, 50, 80, 22, 8}},
    {SHAPE_ELLIPSE, SUN, 1, {-70, 68, 17, 17}},
    {SHAPE_ELLIPSE, SUN, 1, {70, 68, 17, 17}},
    {SHAPE_ELLIPSE, WHITE, 1, {-70, 68, 8, 8}},
    {SHAPE_ELLIPSE, WHITE, 1, {70, 68, 8, 8}},
};

static const struct scene_shape house[] = {
    {SHAPE_FOUR, ROOF, 1, {-262, 440, 262, 440, 190, 560, -190, 560}},
    {SHAPE_RECT, WALL, 1, {-232, 0, 464, 446, 6}},
    {SHAPE_RECT, 0xE4D0AE, 1, {-232, 0, 464, 22, 0}},
    {SHAPE_RECT, DOOR, 1, {-200, 0, 120, 268, 6}},
    {SHAPE_ELLIPSE, SUN, 1, {-98, 128, 8, 8}},
    {SHAPE_RECT, WHITE, 1, {-58, 236, 124, 150, 8}},
    {SHAPE_RECT, 0xF6B45C, 1, {-46, 248, 100, 126, 4}},
    {SHAPE_RECT, WHITE, 1, {88, 200, 136, 200, 8}},
    {SHAPE_RECT, BLIND, 1, {100, 212, 112, 176, 4}},
};

static const struct scene_shape sill[] = {
    {SHAPE_RECT, WALL, 1, {84, 20, 146, 190, 0}},
    {SHAPE_RECT, WHITE, 1, {80, 198, 152, 18, 6}},
};

#define BUBBLE                                                                           \
    {SHAPE_THREE, WHITE, 1, {0, 0, -6, 48, 32, 48}},                                     \
    {                                                                                    \
        SHAPE_RECT, WHITE, 1,                                                            \
        {                                                                                \
            -84, 40, 176, 98, 26                                                         \
        }                                                                                \
    }
#define ONE(x)                                                                           \
    {SHAPE_LINE, BRAND, 1, {(x) + 5, 64, (x) + 5, 114, 11}},                             \
    {                                                                                    \
        SHAPE_LINE, BRAND, 1,                                                            \
        {                                                                                \
            (x) + 5, 114, (x)-8, 104, 11                                                 \
        }                                                                                \
    }
#define TWO(x)                                                                           \
    {SHAPE_ARC, BRAND, 1, {(x), 98.5F, 15.5F, -36, 168, 11}},                            \
        {SHAPE_LINE, BRAND, 1, {(x) + 12.5F, 89.4F, (x)-16, 64, 11}},                    \
    {                                                                                    \
        SHAPE_LINE, BRAND, 1,                                                            \
        {                                                                                \
            (x) - 16, 64, (x) + 17, 64, 11                                               \
        }                                                                                \
    }
#define NINE(x)                                                                          \
    {SHAPE_ARC, BRAND, 1, {(x), 98, 16, 0, 360, 11}},                                    \
    {                                                                                    \
        SHAPE_LINE, BRAND, 1,                                                            \
        {                                                                                \
            (x) + 16, 96, (x) + 4, 64, 11                                                \
        }                                                                                \
    }
#define ZERO(x)                                                                          \
    {SHAPE_ARC, BRAND, 1, {(x), 98, 16, 0, 180, 11}},                                    \
        {SHAPE_ARC, BRAND, 1, {(x), 80, 16, 180, 360, 11}},                              \
        {SHAPE_LINE, BRAND, 1, {(x)-16, 80, (x)-16, 98, 11}},                            \
    {                                                                                    \
        SHAPE_LINE, BRAND, 1,                                                            \
        {                                                                                \
            (x) + 16, 80, (x) + 16, 98, 11                                               \
        }                                                                                \
    }

static const struct scene_shape call_119[] = {BUBBLE, ONE(-47), ONE(-4), NINE(52)};
static const struct scene_shape call_110[] = {BUBBLE, ONE(-47), ONE(-4), ZERO(52)};
static const struct scene_shape call_122[] = {BUBBLE, ONE(-47), TWO(3), TWO(54)};

static const struct scene_shape keep_off[] = {
    {SHAPE_LINE, GREEN, 1, {-96, 0, -62, 0, 9}},
    {SHAPE_LINE, GREEN, 1, {-36, 0, -8, 0, 9}},
    {SHAPE_LINE, GREEN, 1, {18, 0, 46, 0, 9}},
    {SHAPE_LINE, GREEN, 1, {72, 0, 100, 0, 9}},
    {SHAPE_THREE, GREEN, 1, {-126, 0, -92, 20, -92, -20}},
    {SHAPE_LINE, GREEN, 1, {112, 22, 112, -22, 9}},
    {SHAPE_RECT, WHITE, 1, {-82, 44, 172, 92, 24}},
    ONE(-52),
    ZERO(-8),
    /* m */
    {SHAPE_LINE, BRAND, 1, {30, 64, 30, 94, 9}},
    {SHAPE_ARC, BRAND, 1, {39.5F, 85, 9.5F, 0, 180, 9}},
    {SHAPE_LINE, BRAND, 1, {49, 64, 49, 85, 9}},
    {SHAPE_ARC, BRAND, 1, {58.5F, 85, 9.5F, 0, 180, 9}},
    {SHAPE_LINE, BRAND, 1, {68, 64, 68, 85, 9}},
};

static const struct scene_shape blood[] = {
    {SHAPE_ELLIPSE, BLOOD, 1, {0, 0, 15, 10}},
    {SHAPE_ELLIPSE, BLOOD, 1, {9, -12, 5, 9}},
};

static const struct scene_shape gloves[] = {
    {SHAPE_ELLIPSE, GLOVE_DARK, 1, {82, 282, 15, 24}},
    {SHAPE_RECT, GLOVE_DARK, 1, {70, 254, 26, 12, 4}},
    {SHAPE_ELLIPSE, GLOVE, 1, {112, 268, 16, 26}},
    {SHAPE_LINE, GLOVE, 1, {104, 262, 94, 278, 11}},
    {SHAPE_RECT, GLOVE_DARK, 1, {98, 238, 28, 13, 4}},
};

/* Bars stand for words, so that the picture speaks every language. */
static const struct scene_shape signs[] = {
    {SHAPE_LINE, QUIET, 1, {0, 0, 0, 330, 12}},
    {SHAPE_RECT, BLUE, 1, {-92, 330, 184, 84, 12}},
    {SHAPE_LINE, WHITE, 1, {-62, 384, 62, 384, 13}},
    {SHAPE_LINE, WHITE, 1, {-62, 356, 20, 356, 9}},
    {SHAPE_LINE, QUIET, 1, {170, 0, 170, 300, 12}},
    {SHAPE_RECT, GREEN, 1, {118, 190, 104, 150, 14}},
    {SHAPE_RECT, WHITE, 1, {138, 270, 64, 44, 10}},
    {SHAPE_RECT, GREEN, 1, {146, 290, 48, 17, 4}},
    {SHAPE_ELLIPSE, NIGHT, 1, {152, 268, 8, 8}},
    {SHAPE_ELLIPSE, NIGHT, 1, {188, 268, 8, 8}},
    {SHAPE_LINE, WHITE, 1, {138, 242, 202, 242, 8}},
    {SHAPE_LINE, WHITE, 1, {138, 218, 184, 218, 8}},
};

static const struct scene_shape gate[] = {
    {SHAPE_RECT, 0xC9B79C, 1, {-190, 0, 62, 320, 8}},
    {SHAPE_RECT, 0xB8A488, 1, {-200, 306, 82, 26, 8}},
    {SHAPE_RECT, 0xC9B79C, 1, {128, 0, 62, 320, 8}},
    {SHAPE_RECT, 0xB8A488, 1, {118, 306, 82, 26, 8}},
    {SHAPE_RECT, DEEP, 1, {-196, 392, 392, 50, 12}},
    {SHAPE_LINE, 0xB8A488, 1, {-160, 320, -160, 400, 16}},
    {SHAPE_LINE, 0xB8A488, 1, {160, 320, 160, 400, 16}},
    {SHAPE_LINE, WHITE, 1, {-110, 417, 110, 417, 12}},
    /* The wing stands open. */
    {SHAPE_FOUR, BLIND, 0.8F, {190, 14, 286, -30, 286, 250, 190, 276}},
    {SHAPE_FOUR, 0xEAF4F2, 1, {202, 40, 274, 6, 274, 226, 202, 250}},
    {SHAPE_LINE, BLIND, 1, {226, 30, 226, 240, 8}},
    {SHAPE_LINE, BLIND, 1, {250, 18, 250, 232, 8}},
};

static const struct scene_shape aed_shut[] = {
    {SHAPE_ARC, DEEP, 1, {0, 78, 24, 0, 180, 9}},
    {SHAPE_RECT, 0x0C7F62, 1, {-62, 0, 124, 84, 16}},
    {SHAPE_RECT, GREEN, 1, {-62, 5, 124, 79, 16}},
    {SHAPE_HEART, WHITE, 1, {0, 44, 24}},
};

/* The lid lies beside it. */
static const struct scene_shape aed_open[] = {
    {SHAPE_FOUR, 0x0C7F62, 1, {-64, 4, -64, 56, -164, 66, -164, 14}},
    {SHAPE_FOUR, 0xE3F2EC, 1, {-72, 14, -72, 48, -154, 57, -154, 24}},
    {SHAPE_HEART, GREEN, 1, {-113, 36, 14}},
    {SHAPE_RECT, 0x0C7F62, 1, {-66, 0, 132, 64, 14}},
    {SHAPE_RECT, GREEN, 1, {-66, 6, 132, 58, 14}},
    {SHAPE_RECT, NIGHT, 1, {-50, 18, 52, 34, 6}},
    {SHAPE_LINE, 0x8FE3C4, 1, {-44, 34, -32, 34, 4}},
    {SHAPE_LINE, 0x8FE3C4, 1, {-32, 34, -24, 45, 4}},
    {SHAPE_LINE, 0x8FE3C4, 1, {-24, 45, -14, 24, 4}},
    {SHAPE_LINE, 0x8FE3C4, 1, {-14, 24, -4, 34, 4}},
    {SHAPE_ELLIPSE, WHITE, 1, {32, 34, 18, 18}},
    {SHAPE_ARC, GREEN, 1, {32, 33, 9, 120, 420, 4}},
    {SHAPE_LINE, GREEN, 1, {32, 36, 32, 46, 4}},
};

static const struct scene_shape leaflet[] = {
    {SHAPE_FOUR, WHITE, 1, {-44, -8, 44, -8, 48, 84, -48, 84}},
    {SHAPE_LINE, EDGE, 1, {0, -6, 0, 82, 4}},
    {SHAPE_LINE, QUIET, 1, {-36, 66, -10, 66, 5}},
    {SHAPE_LINE, QUIET, 1, {-36, 48, -10, 48, 5}},
    {SHAPE_LINE, QUIET, 1, {-36, 30, -10, 30, 5}},
    {SHAPE_LINE, QUIET, 1, {10, 66, 36, 66, 5}},
    {SHAPE_LINE, QUIET, 1, {10, 48, 36, 48, 5}},
    {SHAPE_LINE, QUIET, 1, {10, 30, 36, 30, 5}},
};

static const struct scene_shape woman[] = {
    {SHAPE_RECT, HAIR, 1, {-96, 388, 192, 190, 84}},
    {SHAPE_LINE, SKIN, 1, {-224, 180, -240, 44, 52}},
    {SHAPE_LINE, SKIN, 1, {224, 180, 240, 44, 52}},
    {SHAPE_RECT, SKIN, 1, {-42, 376, 84, 90, 28}},
    {SHAPE_RECT, SKIN, 1, {-182, 306, 364, 98, 50}},
    {SHAPE_FOUR, SKIN, 1, {-178, 350, 178, 350, 132, 130, -132, 130}},
    {SHAPE_FOUR, SKIN, 1, {-132, 134, 132, 134, 150, 20, -150, 20}},
    {SHAPE_RECT, LEGS, 1, {-156, -4, 312, 44, 14}},
    {SHAPE_ELLIPSE, HAIR, 1, {0, 530, 80, 66}},
    {SHAPE_ELLIPSE, SKIN, 1, {0, 492, 68, 78}},
    {SHAPE_RECT, HAIR, 1, {-66, 524, 132, 46, 22}},
    {SHAPE_ARC, NIGHT, 1, {-27, 506, 11, 200, 340, 5}},
    {SHAPE_ARC, NIGHT, 1, {27, 506, 11, 200, 340, 5}},
    {SHAPE_LINE, SKIN_SHADE, 1, {0, 490, -4, 472, 5}},
    {SHAPE_LINE, 0xB5655A, 1, {-13, 450, 13, 450, 6}},
    {SHAPE_LINE, SKIN_SHADE, 1, {-22, 388, -110, 398, 6}},
    {SHAPE_LINE, SKIN_SHADE, 1, {22, 388, 110, 398, 6}},
    {SHAPE_LINE, SKIN_SHADE, 1, {0, 72, 0, 64, 6}},
};

#define SLEEVES                                                                          \
    {SHAPE_LINE, BLOUSE_DARK, 1, {-178, 358, -222, 190, 78}},                            \
    {                                                                                    \
        SHAPE_LINE, BLOUSE_DARK, 1,                                                      \
        {                                                                                \
            178, 358, 222, 190, 78                                                       \
        }                                                                                \
    }

static const struct scene_shape blouse[] = {
    SLEEVES,
    {SHAPE_FOUR, BLOUSE, 1, {-184, 398, 184, 398, 142, 130, -142, 130}},
    {SHAPE_FOUR, BLOUSE, 1, {-142, 134, 142, 134, 162, 24, -162, 24}},
    {SHAPE_THREE, SKIN, 1, {-44, 402, 44, 402, 0, 330}},
    {SHAPE_ARC, BLOUSE_DARK, 1, {-74, 290, 58, 220, 320, 7}},
    {SHAPE_ARC, BLOUSE_DARK, 1, {74, 290, 58, 220, 320, 7}},
    {SHAPE_LINE, BLOUSE_DARK, 1, {0, 330, 0, 28, 6}},
    {SHAPE_ELLIPSE, WHITE, 1, {0, 296, 8, 8}},
    {SHAPE_ELLIPSE, WHITE, 1, {0, 226, 8, 8}},
    {SHAPE_ELLIPSE, WHITE, 1, {0, 156, 8, 8}},
    {SHAPE_ELLIPSE, WHITE, 1, {0, 86, 8, 8}},
};

static const struct scene_shape blouse_open[] = {
    SLEEVES,
    {SHAPE_FOUR, BLOUSE, 1, {-186, 398, -146, 402, -150, 26, -190, 26}},
    {SHAPE_FOUR, BLOUSE, 1, {186, 398, 160, 402, 162, 26, 192, 26}},
    /* The right strap has slid to the shoulder, out of the way of the pad. */
    {SHAPE_LINE, BRA, 1, {-96, 292, -158, 372, 13}},
    {SHAPE_LINE, BRA, 1, {82, 300, 88, 400, 13}},
    {SHAPE_RECT, BRA, 1, {-140, 236, 280, 34, 10}},
    {SHAPE_ELLIPSE, BRA, 1, {-72, 270, 64, 46}},
    {SHAPE_ELLIPSE, BRA, 1, {72, 270, 64, 46}},
    {SHAPE_ARC, 0xDDD2C8, 1, {-72, 284, 56, 215, 325, 5}},
    {SHAPE_ARC, 0xDDD2C8, 1, {72, 284, 56, 215, 325, 5}},
};

static const struct scene_shape safety_puddle[] = {
    {SHAPE_ELLIPSE, 0x8CC6DE, 1, {0, 0, 300, 42}},
    {SHAPE_ELLIPSE, 0xB5DDEA, 1, {-60, 8, 150, 16}},
};

static const struct scene_shape belly[] = {
    {SHAPE_ELLIPSE, 0x9B8AD0, 1, {0, 62, 58, 46}},
    {SHAPE_ARC, 0x8573BB, 1, {0, 62, 44, 200, 260, 6}},
};

static const struct scene_shape grabbing[] = {
    {SHAPE_LINE, 0xF26D4F, 1, {-330, 390, -300, 300, 76}},
    {SHAPE_LINE, SKIN, 1, {-296, 280, -262, 160, 48}},
    {SHAPE_LINE, SKIN, 1, {-270, 140, -282, 74, 20}},
    {SHAPE_LINE, SKIN, 1, {-252, 136, -258, 68, 20}},
    {SHAPE_LINE, SKIN, 1, {-236, 140, -236, 76, 20}},
};

/* A child's head is large beside its trunk. */
static const struct scene_shape child_face[] = {
    {SHAPE_ELLIPSE, HAIR, 1, {0, 526, 112, 100}},
    {SHAPE_ELLIPSE, 0xE9BB93, 1, {0, 496, 98, 100}},
    {SHAPE_RECT, HAIR, 1, {-88, 548, 176, 52, 26}},
    {SHAPE_ARC, NIGHT, 1, {-40, 502, 15, 200, 340, 6}},
    {SHAPE_ARC, NIGHT, 1, {40, 502, 15, 200, 340, 6}},
    {SHAPE_LINE, 0xD09C72, 1, {0, 478, -4, 466, 6}},
    {SHAPE_LINE, 0xA8685A, 1, {-14, 440, 14, 440, 6}},
};

static const struct scene_shape child_crown[] = {
    {SHAPE_ELLIPSE, HAIR, 1, {0, 512, 110, 112}},
};

static const struct scene_shape no_current[] = {
    {SHAPE_ELLIPSE, DARK, 1, {0, 0, 50, 50}},
    {SHAPE_ELLIPSE, WHITE, 1, {0, 0, 42, 42}},
    {SHAPE_THREE, SPARK, 1, {10, 34, -18, -6, 6, -2}},
    {SHAPE_THREE, SPARK, 1, {-8, -34, 20, 8, -6, 2}},
    {SHAPE_LINE, WHITE, 1, {-29, 29, 29, -29, 16}},
    {SHAPE_LINE, DARK, 1, {-29, 29, 29, -29, 8}},
};

PROP_ROW(safety_pole);
PROP_ROW(wire);
PROP_ROW(line_up);
PROP_ROW(sparks);
PROP_ROW(keep_off);
PROP_ROW(stick);
PROP_ROW(road);
PROP_ROW(car);
PROP_ROW(house);
PROP_ROW(sill);
PROP_ROW(call_119);
PROP_ROW(call_110);
PROP_ROW(call_122);
PROP_ROW(blood);
PROP_ROW(gloves);
PROP_ROW(signs);
PROP_ROW(gate);
PROP_ROW(aed_shut);
PROP_ROW(aed_open);
PROP_ROW(leaflet);
PROP_ROW(woman);
PROP_ROW(blouse);
PROP_ROW(blouse_open);
PROP_ROW(safety_puddle);
PROP_ROW(belly);
PROP_ROW(grabbing);
PROP_ROW(child_face);
PROP_ROW(child_crown);
PROP_ROW(no_current);
