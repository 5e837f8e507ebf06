/* SPDX-License-Identifier: MIT */
/* Around a baby: hands on its chest, air, and what it may choke on. */
#include "picture/scene_prop.h"
#include "picture/scene_shape.h"

enum {
    AIR = 0x3E8FC4,
    AIR_LIGHT = 0xBFE3EE,
    SKIN = 0xCF9A6C, /* of PERSON_RUNNER, who helps */
    SKIN_DARK = 0xB5834F,
    GOLD = 0xFFD166,
    GREEN = 0x0F9D78,
    WOOD = 0x9A6A45,
    WOOD_DARK = 0x7B5236,
    PLATE = 0xFBF7EC,
    GRAPE = 0x7A5BA6,
    GRAPE_LIGHT = 0xB9D38A,
    NUT = 0xB07C4A,
    STEEL = 0xB7C0C6,
    STEEL_DARK = 0x7D8890,
    CLOTH = 0xA9D4C4,
    CLOTH_LIGHT = 0xC4E4D8,
};

static const struct scene_shape baby_mat[] = {
    {SHAPE_FOUR, CLOTH, 1, {-124, -22, 132, -22, 112, 14, -104, 14}},
    {SHAPE_FOUR, CLOTH_LIGHT, 1, {-116, -17, 124, -17, 107, 11, -99, 11}},
};

/* From the feet: the fingers go round to the back, the thumbs lie side by side below the
 * line of the nipples. */
#define ROUND(s)                                                                         \
    {SHAPE_LINE, SKIN, 1, {(s)*84, 44, (s)*45, 106, 19}},                                \
        {SHAPE_ELLIPSE, SKIN, 1, {(s)*39, 123, 11, 19}},                                 \
        {SHAPE_LINE, SKIN_DARK, 1, {(s)*30, 121, (s)*7, 136, 11}},                       \
    {                                                                                    \
        SHAPE_LINE, SKIN, 1,                                                             \
        {                                                                                \
            (s) * 32, 120, (s)*6, 138, 10                                                \
        }                                                                                \
    }
static const struct scene_shape thumbs[] = {
    {SHAPE_ARC, GOLD, 1, {0, 138, 19, 0, 360, 2.6F}},
    ROUND(-1.0F),
    ROUND(1.0F),
};

static const struct scene_shape finger_pair[] = {
    {SHAPE_LINE, SKIN, 1, {90, 66, 52, 118, 24}},
    {SHAPE_ELLIPSE, SKIN, 1, {43, 126, 18, 15}},
    {SHAPE_LINE, SKIN_DARK, 1, {34, 120, 4, 130, 7.5F}},
    {SHAPE_LINE, SKIN, 1, {36, 131, 3, 138, 7.5F}},
};

static const struct scene_shape infant_air_open[] = {
    {SHAPE_LINE, AIR_LIGHT, 1, {-38, 54, -37, 38, 6}},
    {SHAPE_LINE, AIR_LIGHT, 1, {-37, 38, -24, 25, 6}},
    {SHAPE_LINE, AIR_LIGHT, 1, {-24, 25, 6, 21, 6}},
    {SHAPE_LINE, AIR, 1, {-38, 53, -37, 38, 2.6F}},
    {SHAPE_LINE, AIR, 1, {-37, 38, -24, 25, 2.6F}},
    {SHAPE_LINE, AIR, 1, {-24, 25, 3, 21.5F, 2.6F}},
    {SHAPE_THREE, AIR, 1, {0, 28, 0, 15, 13, 21}},
};

/* Where a way is shut, a bar stands across it. */
#define BAR(x0, y0, x1, y1)                                                              \
    {                                                                                    \
        SHAPE_LINE, 0x3A2C10, 1,                                                         \
        {                                                                                \
            (x0), (y0), (x1), (y1), 3.4F                                                 \
        }                                                                                \
    }
static const struct scene_shape infant_air_bent[] = {
    {SHAPE_LINE, AIR_LIGHT, 1, {-26, 46, -34, 38, 6}},
    {SHAPE_LINE, AIR_LIGHT, 1, {-34, 38, -26, 25, 6}},
    {SHAPE_LINE, AIR_LIGHT, 1, {-26, 25, 6, 21, 6}},
    BAR(-40, 31, -22, 35),
};
static const struct scene_shape infant_air_shut[] = {
    {SHAPE_LINE, AIR_LIGHT, 1, {-60, 52, -46, 38, 6}},
    {SHAPE_LINE, AIR_LIGHT, 1, {-46, 38, -26, 25, 6}},
    {SHAPE_LINE, AIR_LIGHT, 1, {-26, 25, 6, 21, 6}},
    BAR(-41, 24, -31, 40),
};

static const struct scene_shape cough[] = {
    {SHAPE_LINE, AIR, 1, {0, 0, -22, 4, 5}},
    {SHAPE_LINE, AIR, 1, {-2, -12, -26, -14, 5}},
    {SHAPE_LINE, AIR, 1, {0, -24, -20, -32, 5}},
};

static const struct scene_shape head_low[] = {
    {SHAPE_LINE, GREEN, 1, {-30, 92, 8, 62, 9}},
    {SHAPE_THREE, GREEN, 1, {0, 48, 26, 48, 16, 72}},
};

static const struct scene_shape shelf[] = {
    {SHAPE_RECT, WOOD, 1, {-124, 0, 248, 13, 5}},
    {SHAPE_FOUR, WOOD_DARK, 1, {-96, 0, -82, 0, -82, -34, -88, -34}},
    {SHAPE_FOUR, WOOD_DARK, 1, {82, 0, 96, 0, 88, -34, 82, -34}},
};

#define BALL(rgb, x, y, r)                                                               \
    {                                                                                    \
        SHAPE_ELLIPSE, (rgb), 1,                                                         \
        {                                                                                \
            (x), (y), (r), (r)                                                           \
        }                                                                                \
    }
static const struct scene_shape grapes[] = {
    BALL(GRAPE, -18, 9, 9),
    BALL(0x6B4E95, 0, 9, 9),
    BALL(GRAPE, 18, 9, 9),
    BALL(0x6B4E95, -9, 23, 9),
    BALL(GRAPE, 9, 23, 9),
    BALL(0x6B4E95, 0, 37, 9),
    {SHAPE_LINE, 0x6E8B4E, 1, {0, 44, 6, 56, 4}},
};

static const struct scene_shape nuts[] = {
    {SHAPE_ELLIPSE, NUT, 1, {-18, 8, 12, 8}},
    {SHAPE_ELLIPSE, 0x97673A, 1, {2, 8, 12, 8}},
    {SHAPE_ELLIPSE, NUT, 1, {20, 8, 12, 8}},
    {SHAPE_ELLIPSE, 0x97673A, 1, {-8, 19, 12, 8}},
    {SHAPE_ELLIPSE, NUT, 1, {12, 19, 12, 8}},
};

static const struct scene_shape cells[] = {
    {SHAPE_RECT, STEEL_DARK, 1, {-24, 0, 30, 9, 4}},
    {SHAPE_ELLIPSE, STEEL, 1, {-9, 10, 15, 5}},
    {SHAPE_LINE, STEEL_DARK, 1, {-13, 10, -5, 10, 2}},
    {SHAPE_LINE, STEEL_DARK, 1, {-9, 8, -9, 12, 2}},
    BALL(STEEL_DARK, 16, 7, 7),
    BALL(STEEL, 29, 7, 7),
    BALL(STEEL, 22, 19, 7),
};

#define QUARTER(x, y)                                                                    \
    {SHAPE_ELLIPSE, GRAPE, 1, {(x), (y), 15, 9}},                                        \
    {                                                                                    \
        SHAPE_ELLIPSE, GRAPE_LIGHT, 1,                                                   \
        {                                                                                \
            (x) + 2, (y) + 2, 10, 5                                                      \
        }                                                                                \
    }
static const struct scene_shape grape_quarters[] = {
    {SHAPE_ELLIPSE, 0xD9D3C6, 1, {0, 5, 56, 9}},
    {SHAPE_ELLIPSE, PLATE, 1, {0, 8, 56, 9}},
    QUARTER(-18, 21),
    QUARTER(16, 21),
    QUARTER(-34, 13),
    QUARTER(0, 13),
    QUARTER(34, 13),
};

static const struct scene_shape baby_breast[] = {
    {SHAPE_LINE, 0xF7DC9A, 1, {-120, 250, -176, 166, 66}},
    {SHAPE_LINE, 0xF7DC9A, 1, {120, 250, 176, 166, 66}},
    {SHAPE_ELLIPSE, 0xF3CDAB, 1, {-192, 136, 28, 30}},
    {SHAPE_ELLIPSE, 0xF3CDAB, 1, {192, 136, 28, 30}},
    {SHAPE_RECT, 0xF3CDAB, 1, {-130, 10, 260, 280, 90}},
    {SHAPE_FOUR, 0xF7DC9A, 1, {-138, 282, -92, 294, -104, 0, -138, 0}},
    {SHAPE_FOUR, 0xF7DC9A, 1, {138, 282, 92, 294, 104, 0, 138, 0}},
    {SHAPE_RECT, 0xEBC878, 1, {-138, -14, 276, 60, 28}},
    {SHAPE_ELLIPSE, 0xDDA284, 1, {-52, 196, 7, 7}},
    {SHAPE_ELLIPSE, 0xDDA284, 1, {52, 196, 7, 7}},
    {SHAPE_LINE, 0xDDA284, 1, {0, 84, 0, 76, 6}},
    {SHAPE_ELLIPSE, 0x5A3E33, 1, {0, 428, 128, 112}},
    {SHAPE_ELLIPSE, 0xF3CDAB, 1, {0, 400, 120, 116}},
    {SHAPE_ARC, 0x23313A, 1, {-48, 398, 16, 200, 340, 6}},
    {SHAPE_ARC, 0x23313A, 1, {48, 398, 16, 200, 340, 6}},
    {SHAPE_LINE, 0xDDA284, 1, {0, 376, -4, 366, 6}},
    {SHAPE_LINE, 0xA8685A, 1, {-14, 338, 14, 338, 6}},
    {SHAPE_ELLIPSE, 0xEDB49B, 0.7F, {-82, 358, 20, 13}},
    {SHAPE_ELLIPSE, 0xEDB49B, 0.7F, {82, 358, 20, 13}},
};

static const struct scene_shape baby_back[] = {
    {SHAPE_LINE, 0xF7DC9A, 1, {-120, 250, -176, 166, 66}},
    {SHAPE_LINE, 0xF7DC9A, 1, {120, 250, 176, 166, 66}},
    {SHAPE_ELLIPSE, 0xF3CDAB, 1, {-192, 136, 28, 30}},
    {SHAPE_ELLIPSE, 0xF3CDAB, 1, {192, 136, 28, 30}},
    {SHAPE_RECT, 0xF3CDAB, 1, {-130, 10, 260, 280, 90}},
    {SHAPE_FOUR, 0xF7DC9A, 1, {-138, 282, -92, 294, -104, 0, -138, 0}},
    {SHAPE_FOUR, 0xF7DC9A, 1, {138, 282, 92, 294, 104, 0, 138, 0}},
    {SHAPE_RECT, 0xEBC878, 1, {-138, -14, 276, 60, 28}},
    {SHAPE_LINE, 0xDDA284, 1, {0, 270, 0, 60, 5}},
    {SHAPE_ARC, 0xDDA284, 1, {-60, 216, 34, 250, 360, 5}},
    {SHAPE_ARC, 0xDDA284, 1, {60, 216, 34, 180, 290, 5}},
    {SHAPE_ELLIPSE, 0xF3CDAB, 1, {-122, 396, 18, 24}},
    {SHAPE_ELLIPSE, 0xF3CDAB, 1, {122, 396, 18, 24}},
    {SHAPE_ELLIPSE, 0x5A3E33, 1, {0, 412, 122, 120}},
};

static const struct scene_shape mouth_piece[] = {
    {SHAPE_ELLIPSE, 0x8A4A3E, 1, {0, 0, 5, 7}},
    {SHAPE_ELLIPSE, 0x8FBF4A, 1, {2, 2, 6, 5}},
    {SHAPE_ELLIPSE, 0xB9DC7A, 1, {3, 3, 3, 2}},
};

PROP_ROW(baby_mat);
PROP_ROW(thumbs);
PROP_ROW(finger_pair);
PROP_ROW(infant_air_open);
PROP_ROW(infant_air_bent);
PROP_ROW(infant_air_shut);
PROP_ROW(cough);
PROP_ROW(head_low);
PROP_ROW(shelf);
PROP_ROW(grapes);
PROP_ROW(nuts);
PROP_ROW(cells);
PROP_ROW(grape_quarters);
PROP_ROW(baby_breast);
PROP_ROW(baby_back);
PROP_ROW(mouth_piece);
