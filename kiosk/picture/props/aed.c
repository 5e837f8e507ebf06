/* SPDX-License-Identifier: MIT */
/* A chest and a back to put pads on, and the AED itself. */
#include "picture/scene_prop.h"
#include "picture/scene_shape.h"

enum {
    SKIN = 0xE9BB93,
    SKIN_SHADE = 0xD09C72,
    SHIRT = 0x6F9FD8,
    SHIRT_SHADE = 0x5988C2,
    LEGS = 0x3C4C6B,
    HAIR = 0x2E2A33,
    DROP = 0x5AA9D6,
    GREEN = 0x0F9D78,
    DEEP = 0x0B5A48,
    WHITE = 0xFFFFFF,
    NIGHT = 0x23313A,
    SUN = 0xFFD166,
    OTHER_SKIN = 0xC98D62,
    OTHER_SLEEVE = 0xF2B84B,
    GOLD = 0xD9A436,
    PATCH_RGB = 0xF6E7D2,
    PATCH_EDGE = 0xC9A27A,
    EDGE = 0xC9D3D6,
};

/* Arms, trunk, neck and trousers; from the front and from behind alike. */
#define TRUNK                                                                            \
    {SHAPE_LINE, SHIRT_SHADE, 1, {-196, 356, -244, 150, 84}},                            \
        {SHAPE_LINE, SHIRT_SHADE, 1, {196, 356, 244, 150, 84}},                          \
        {SHAPE_LINE, SKIN, 1, {-248, 140, -254, 44, 60}},                                \
        {SHAPE_LINE, SKIN, 1, {248, 140, 254, 44, 60}},                                  \
        {SHAPE_RECT, SKIN, 1, {-48, 376, 96, 90, 30}},                                   \
        {SHAPE_RECT, SKIN, 1, {-200, 300, 400, 104, 52}},                                \
        {SHAPE_FOUR, SKIN, 1, {-196, 350, 196, 350, 160, 20, -160, 20}},                 \
    {                                                                                    \
        SHAPE_RECT, LEGS, 1,                                                             \
        {                                                                                \
            -166, -4, 332, 44, 14                                                        \
        }                                                                                \
    }

static const struct scene_shape chest[] = {
    TRUNK,
    /* The open shirt. */
    {SHAPE_FOUR, SHIRT, 1, {-200, 396, -150, 400, -168, 30, -206, 30}},
    {SHAPE_FOUR, SHIRT, 1, {200, 396, 150, 400, 168, 30, 206, 30}},
    /* The face: eyes closed. */
    {SHAPE_ELLIPSE, HAIR, 1, {0, 520, 82, 76}},
    {SHAPE_ELLIPSE, SKIN, 1, {0, 496, 70, 82}},
    {SHAPE_LINE, NIGHT, 1, {-36, 504, -16, 502, 5}},
    {SHAPE_LINE, NIGHT, 1, {16, 502, 36, 504, 5}},
    {SHAPE_LINE, SKIN_SHADE, 1, {0, 494, -5, 474, 5}},
    {SHAPE_LINE, 0xA8685A, 1, {-14, 450, 14, 450, 5}},
    /* Collarbones, breast, navel. */
    {SHAPE_LINE, SKIN_SHADE, 1, {-22, 386, -120, 398, 6}},
    {SHAPE_LINE, SKIN_SHADE, 1, {22, 386, 120, 398, 6}},
    {SHAPE_ARC, SKIN_SHADE, 1, {-74, 300, 62, 220, 320, 6}},
    {SHAPE_ARC, SKIN_SHADE, 1, {74, 300, 62, 220, 320, 6}},
    {SHAPE_ELLIPSE, 0xC4846A, 1, {-80, 272, 8, 8}},
    {SHAPE_ELLIPSE, 0xC4846A, 1, {80, 272, 8, 8}},
    {SHAPE_LINE, SKIN_SHADE, 1, {0, 66, 0, 58, 6}},
};

static const struct scene_shape back[] = {
    TRUNK,
    {SHAPE_FOUR, SHIRT, 1, {-200, 396, -150, 400, -168, 30, -206, 30}},
    {SHAPE_FOUR, SHIRT, 1, {200, 396, 150, 400, 168, 30, 206, 30}},
    {SHAPE_ELLIPSE, HAIR, 1, {0, 506, 80, 88}},
    {SHAPE_ARC, SKIN_SHADE, 1, {-96, 290, 52, 250, 360, 6}},
    {SHAPE_ARC, SKIN_SHADE, 1, {96, 290, 52, 180, 290, 6}},
    {SHAPE_LINE, SKIN_SHADE, 1, {0, 370, 0, 70, 5}},
};

#define DROP_AT(x, y)                                                                    \
    {SHAPE_THREE, DROP, 0.9F, {(x)-11, (y), (x) + 11, (y), (x), (y) + 26}},              \
    {                                                                                    \
        SHAPE_ELLIPSE, DROP, 0.9F,                                                       \
        {                                                                                \
            (x), (y)-3, 12, 12                                                           \
        }                                                                                \
    }

static const struct scene_shape drops[] = {
    DROP_AT(-60, 330), DROP_AT(34, 346), DROP_AT(100, 270), DROP_AT(-110, 226),
    DROP_AT(8, 250),   DROP_AT(66, 190), DROP_AT(-40, 150), DROP_AT(112, 130),
    DROP_AT(-100, 90), DROP_AT(30, 90),
};

#define TUFT(x, y)                                                                       \
    {SHAPE_LINE, HAIR, 1, {(x), (y), (x)-9, (y)-22, 5}},                                 \
        {SHAPE_LINE, HAIR, 1, {(x) + 12, (y) + 2, (x) + 8, (y)-22, 5}},                  \
    {                                                                                    \
        SHAPE_LINE, HAIR, 1,                                                             \
        {                                                                                \
            (x) + 24, (y), (x) + 30, (y)-20, 5                                           \
        }                                                                                \
    }

static const struct scene_shape hair[] = {
    TUFT(-112, 346), TUFT(-60, 336), TUFT(-90, 304), TUFT(36, 340),  TUFT(84, 322),
    TUFT(-14, 300),  TUFT(-16, 262), TUFT(-14, 222), TUFT(100, 232), TUFT(104, 196),
};

static const struct scene_shape place[] = {
    {SHAPE_ELLIPSE, WHITE, 0.6F, {0, 0, 44, 44}},
    {SHAPE_ARC, DEEP, 1, {0, 0, 44, 0, 360, 6}},
};

static const struct scene_shape pad[] = {
    {SHAPE_RECT, EDGE, 1, {-46, -58, 92, 112, 26}},
    {SHAPE_RECT, WHITE, 1, {-46, -54, 92, 112, 26}},
    {SHAPE_RECT, 0xDDF1EA, 1, {-33, -41, 66, 86, 18}},
    {SHAPE_HEART, GREEN, 1, {0, 2, 20}},
};

static const struct scene_shape held_arm[] = {
    {SHAPE_LINE, OTHER_SLEEVE, 1, {-332, 60, -386, 0, 74}},
    {SHAPE_LINE, OTHER_SKIN, 1, {-322, 74, -286, 106, 48}},
    {SHAPE_LINE, OTHER_SKIN, 1, {-286, 112, -232, 132, 20}},
    {SHAPE_LINE, OTHER_SKIN, 1, {-282, 98, -226, 112, 20}},
    {SHAPE_LINE, OTHER_SKIN, 1, {-280, 84, -228, 92, 20}},
};

static const struct scene_shape device[] = {
    {SHAPE_ARC, DEEP, 1, {0, 374, 90, 0, 180, 30}},
    {SHAPE_RECT, DEEP, 1, {-240, -8, 480, 392, 54}},
    {SHAPE_RECT, GREEN, 1, {-240, 4, 480, 392, 54}},
    {SHAPE_RECT, 0xE3F2EC, 1, {-206, 214, 412, 148, 26}},
    {SHAPE_RECT, NIGHT, 1, {-186, 232, 372, 112, 16}},
    /* The screen shows a heart that trembles. */
    {SHAPE_LINE, 0x8FE3C4, 1, {-160, 288, -110, 288, 7}},
    {SHAPE_LINE, 0x8FE3C4, 1, {-110, 288, -88, 320, 7}},
    {SHAPE_LINE, 0x8FE3C4, 1, {-88, 320, -62, 256, 7}},
    {SHAPE_LINE, 0x8FE3C4, 1, {-62, 256, -34, 322, 7}},
    {SHAPE_LINE, 0x8FE3C4, 1, {-34, 322, -6, 254, 7}},
    {SHAPE_LINE, 0x8FE3C4, 1, {-6, 254, 20, 316, 7}},
    {SHAPE_LINE, 0x8FE3C4, 1, {20, 316, 46, 266, 7}},
    {SHAPE_LINE, 0x8FE3C4, 1, {46, 266, 66, 288, 7}},
    {SHAPE_LINE, 0x8FE3C4, 1, {66, 288, 160, 288, 7}},
    /* The key that shocks, and the one that switches it on and off. */
    {SHAPE_ELLIPSE, DEEP, 1, {96, 106, 78, 78}},
    {SHAPE_ELLIPSE, 0xF08C2E, 1, {96, 108, 70, 70}},
    {SHAPE_THREE, WHITE, 1, {104, 142, 76, 100, 102, 104}},
    {SHAPE_THREE, WHITE, 1, {88, 70, 116, 114, 90, 110}},
    {SHAPE_ELLIPSE, DEEP, 1, {-118, 106, 58, 58}},
    {SHAPE_ELLIPSE, WHITE, 1, {-118, 108, 50, 50}},
    {SHAPE_ARC, DEEP, 1, {-118, 106, 24, 120, 420, 8}},
    {SHAPE_LINE, DEEP, 1, {-118, 112, -118, 138, 8}},
};

static const struct scene_shape necklace[] = {
    {SHAPE_ELLIPSE, GOLD, 1, {-46, 400, 7, 7}},
    {SHAPE_ELLIPSE, GOLD, 1, {-58, 390, 7, 7}},
    {SHAPE_ELLIPSE, GOLD, 1, {-69, 380, 7, 7}},
    {SHAPE_ELLIPSE, GOLD, 1, {-80, 369, 7, 7}},
    {SHAPE_ELLIPSE, GOLD, 1, {-89, 356, 7, 7}},
    {SHAPE_ELLIPSE, GOLD, 1, {-97, 343, 7, 7}},
    {SHAPE_ELLIPSE, GOLD, 1, {-99, 328, 7, 7}},
    {SHAPE_ELLIPSE, GOLD, 1, {-97, 313, 7, 7}},
    {SHAPE_ELLIPSE, GOLD, 1, {-88, 303, 7, 7}},
    {SHAPE_ELLIPSE, GOLD, 1, {-74, 296, 7, 7}},
    {SHAPE_ELLIPSE, GOLD, 1, {-60, 294, 7, 7}},
    {SHAPE_ELLIPSE, GOLD, 1, {-47, 302, 7, 7}},
    {SHAPE_ELLIPSE, GOLD, 1, {-33, 309, 7, 7}},
    {SHAPE_ELLIPSE, GOLD, 1, {-19, 316, 7, 7}},
    {SHAPE_ELLIPSE, GOLD, 1, {-8, 327, 7, 7}},
    {SHAPE_ELLIPSE, GOLD, 1, {4, 337, 7, 7}},
    {SHAPE_ELLIPSE, GOLD, 1, {16, 347, 7, 7}},
    {SHAPE_ELLIPSE, GOLD, 1, {25, 359, 7, 7}},
    {SHAPE_ELLIPSE, GOLD, 1, {32, 372, 7, 7}},
    {SHAPE_ELLIPSE, GOLD, 1, {39, 386, 7, 7}},
    {SHAPE_ELLIPSE, GOLD, 1, {46, 400, 7, 7}},
    {SHAPE_ELLIPSE, DEEP, 1, {-94, 296, 20, 24}},
    {SHAPE_ELLIPSE, 0x3FBF94, 1, {-94, 298, 14, 18}},
};

static const struct scene_shape necklace_aside[] = {
    {SHAPE_ELLIPSE, GOLD, 1, {-46, 400, 7, 7}},
    {SHAPE_ELLIPSE, GOLD, 1, {-31, 395, 7, 7}},
    {SHAPE_ELLIPSE, GOLD, 1, {-16, 390, 7, 7}},
    {SHAPE_ELLIPSE, GOLD, 1, {-1, 389, 7, 7}},
    {SHAPE_ELLIPSE, GOLD, 1, {14, 391, 7, 7}},
    {SHAPE_ELLIPSE, GOLD, 1, {30, 392, 7, 7}},
    {SHAPE_ELLIPSE, GOLD, 1, {46, 394, 7, 7}},
    {SHAPE_ELLIPSE, GOLD, 1, {61, 397, 7, 7}},
    {SHAPE_ELLIPSE, GOLD, 1, {76, 400, 7, 7}},
    {SHAPE_ELLIPSE, GOLD, 1, {92, 403, 7, 7}},
    {SHAPE_ELLIPSE, GOLD, 1, {105, 397, 7, 7}},
    {SHAPE_ELLIPSE, GOLD, 1, {117, 387, 7, 7}},
    {SHAPE_ELLIPSE, GOLD, 1, {116, 373, 7, 7}},
    {SHAPE_ELLIPSE, GOLD, 1, {111, 360, 7, 7}},
    {SHAPE_ELLIPSE, GOLD, 1, {95, 364, 7, 7}},
    {SHAPE_ELLIPSE, GOLD, 1, {81, 369, 7, 7}},
    {SHAPE_ELLIPSE, GOLD, 1, {69, 379, 7, 7}},
    {SHAPE_ELLIPSE, GOLD, 1, {58, 390, 7, 7}},
    {SHAPE_ELLIPSE, GOLD, 1, {46, 400, 7, 7}},
    {SHAPE_ELLIPSE, DEEP, 1, {116, 354, 20, 24}},
    {SHAPE_ELLIPSE, 0x3FBF94, 1, {116, 356, 14, 18}},
};

static const struct scene_shape skin_patch[] = {
    {SHAPE_RECT, PATCH_EDGE, 1, {-38, -40, 76, 76, 14}},
    {SHAPE_RECT, PATCH_RGB, 1, {-38, -37, 76, 76, 14}},
    {SHAPE_LINE, PATCH_EDGE, 1, {-20, 14, 20, 14, 5}},
    {SHAPE_LINE, PATCH_EDGE, 1, {-20, -2, 20, -2, 5}},
    {SHAPE_LINE, PATCH_EDGE, 1, {-20, -18, 4, -18, 5}},
};

static const struct scene_shape skin_lump[] = {
    {SHAPE_RECT, SKIN_SHADE, 1, {-40, -36, 84, 66, 26}},
    {SHAPE_RECT, 0xF0C8A2, 1, {-44, -29, 84, 66, 26}},
    {SHAPE_RECT, 0xF6D6B6, 1, {-32, 6, 46, 18, 9}},
    {SHAPE_LINE, 0xB87F5E, 1, {-34, 48, 30, 52, 4}},
    {SHAPE_LINE, 0xB87F5E, 1, {-18, 44, -18, 54, 3}},
    {SHAPE_LINE, 0xB87F5E, 1, {0, 45, 0, 56, 3}},
    {SHAPE_LINE, 0xB87F5E, 1, {16, 46, 16, 57, 3}},
};

static const struct scene_shape pads_wired[] = {
    {SHAPE_FOUR, 0xF3CDAB, 1, {-44, 66, 66, 66, 70, 16, -36, 16}},
    {SHAPE_LINE, 0x7B8791, 1, {-36, 50, -70, 8, 4}},
    {SHAPE_LINE, 0x7B8791, 1, {-70, 8, -190, 10, 4}},
    {SHAPE_LINE, 0x7B8791, 1, {44, 24, -10, 4, 4}},
    {SHAPE_LINE, 0x7B8791, 1, {-10, 4, -190, -2, 4}},
    {SHAPE_FOUR, EDGE, 1, {-44, 68, -16, 70, -14, 42, -40, 40}},
    {SHAPE_FOUR, WHITE, 1, {-44, 71, -16, 73, -14, 45, -40, 43}},
    {SHAPE_HEART, GREEN, 1, {-28, 57, 7}},
    {SHAPE_RECT, EDGE, 1, {34, 10, 30, 30, 8}},
    {SHAPE_RECT, WHITE, 1, {34, 12, 30, 30, 8}},
    {SHAPE_HEART, GREEN, 1, {49, 26, 7}},
};

PROP_ROW(chest);
PROP_ROW(back);
PROP_ROW(drops);
PROP_ROW(hair);
PROP_ROW(place);
PROP_ROW(pad);
PROP_ROW(held_arm);
PROP_ROW(device);
PROP_ROW(necklace);
PROP_ROW(necklace_aside);
PROP_ROW(skin_patch);
PROP_ROW(skin_lump);
PROP_ROW(pads_wired);
