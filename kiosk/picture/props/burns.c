/* SPDX-License-Identifier: MIT */
/* Burns, what is put on them and what should be. */
#include "picture/scene_prop.h"
#include "picture/scene_shape.h"

enum {
    SCALD = 0xE2745E,
    SCALD_DEEP = 0xC9543F,
    BLISTER = 0xF5CBB4,
    SHINE = 0xFDEBDD,
    WATER = 0x6FB6D8,
    WATER_LIGHT = 0xB9DFEE,
    WHITE = 0xFFFFFF,
    CABINET = 0xE4D3B8,
    CABINET_DARK = 0xCBB795,
    TOP = 0xF6F1E6,
    STEEL = 0xAEBBC2,
    STEEL_DARK = 0x8496A0,
    MINT = 0x9ADBC4,
    MINT_DARK = 0x5DB89A,
    ICE = 0xD8F0F7,
    ICE_EDGE = 0xA5D3E2,
    SLEEVE = 0xF2B84B,
    SLEEVE_DARK = 0xD99F35,
    WOOL = 0x7FA7C9,
    WOOL_DARK = 0x6890B4,
    CLOTH_DARK = 0xDDD6C4,
    NIGHT = 0x23313A,
    GREEN = 0x0F9D78,
    BRASS = 0xC9A24B,
    SAUCE_RGB = 0x5A3423,
    SAUCE_LIGHT = 0x7A4A33,
    LIME_RGB = 0xF4F2EC,
    LIME_EDGE = 0xD9D5C8,
    WOOD = 0x9A6A45,
    HAIR = 0xE9D8B4,
    ORANGE = 0xF08C2E,
    SMOKE = 0x8A979E,
};

static const struct scene_shape kitchen_sink[] = {
    {SHAPE_RECT, CABINET, 1, {-36, 0, 330, 182, 8}},
    {SHAPE_RECT, CABINET_DARK, 1, {-22, 14, 128, 132, 6}},
    {SHAPE_RECT, CABINET_DARK, 1, {130, 14, 148, 132, 6}},
    {SHAPE_ELLIPSE, STEEL_DARK, 1, {94, 92, 6, 6}},
    {SHAPE_ELLIPSE, STEEL_DARK, 1, {144, 92, 6, 6}},
    {SHAPE_RECT, TOP, 1, {-46, 172, 350, 20, 8}},
    {SHAPE_FOUR, STEEL, 1, {-30, 192, 92, 192, 84, 176, -22, 176}},
    {SHAPE_LINE, STEEL_DARK, 1, {74, 192, 74, 296, 15}},
    {SHAPE_LINE, STEEL_DARK, 1, {74, 296, 6, 300, 15}},
    {SHAPE_LINE, STEEL_DARK, 1, {4, 300, 1, 284, 15}},
    {SHAPE_LINE, STEEL, 1, {60, 314, 90, 318, 10}},
    /* What else stands about in a kitchen. */
    {SHAPE_FOUR, 0x6E8FA3, 1, {140, 192, 196, 192, 206, 222, 130, 222}},
    {SHAPE_RECT, ICE, 1, {144, 216, 24, 20, 5}},
    {SHAPE_RECT, ICE, 1, {172, 214, 24, 20, 5}},
    {SHAPE_RECT, MINT, 1, {228, 192, 26, 56, 5}},
    {SHAPE_RECT, MINT_DARK, 1, {232, 246, 18, 14, 4}},
    {SHAPE_LINE, WHITE, 1, {241, 206, 241, 230, 6}},
};

static const struct scene_shape water_run[] = {
    {SHAPE_LINE, WATER, 0.9F, {0, 278, 0, 196, 11}},
    {SHAPE_LINE, WATER_LIGHT, 0.9F, {-2, 272, -2, 204, 4}},
    {SHAPE_ELLIPSE, WATER, 0.9F, {0, 194, 26, 5}},
};

static const struct scene_shape shower_head[] = {
    {SHAPE_LINE, STEEL_DARK, 1, {70, 0, 70, 150, 13}},
    {SHAPE_LINE, STEEL_DARK, 1, {70, 150, 10, 168, 13}},
    {SHAPE_FOUR, STEEL, 1, {-50, 128, 44, 136, 26, 164, -30, 160}},
    {SHAPE_LINE, WATER, 0.85F, {-40, 118, -58, -60, 7}},
    {SHAPE_LINE, WATER, 0.85F, {-18, 112, -28, -130, 7}},
    {SHAPE_LINE, WATER, 0.85F, {6, 112, 4, -130, 7}},
    {SHAPE_LINE, WATER, 0.85F, {30, 122, 38, -60, 7}},
};

static const struct scene_shape scald_patch[] = {
    {SHAPE_ELLIPSE, SCALD, 0.9F, {0, 0, 20, 8}},
    {SHAPE_ELLIPSE, SCALD_DEEP, 0.6F, {2, 1, 11, 4}},
};

static const struct scene_shape toothpaste[] = {
    {SHAPE_LINE, MINT, 1, {-16, 2, -4, 8, 9}},
    {SHAPE_LINE, WHITE, 1, {-4, 8, 8, 3, 9}},
    {SHAPE_LINE, MINT, 1, {8, 3, 18, 8, 9}},
};

static const struct scene_shape paste_tube[] = {
    {SHAPE_FOUR, MINT, 1, {-12, -6, 12, -10, 18, 44, -16, 46}},
    {SHAPE_LINE, WHITE, 1, {0, 6, 1, 30, 6}},
    {SHAPE_RECT, MINT_DARK, 1, {-8, -22, 15, 14, 3}},
};

static const struct scene_shape ice_cubes[] = {
    {SHAPE_RECT, ICE_EDGE, 1, {-22, -26, 30, 28, 6}},
    {SHAPE_RECT, ICE, 1, {-19, -22, 24, 22, 5}},
    {SHAPE_RECT, ICE_EDGE, 1, {4, -30, 30, 28, 6}},
    {SHAPE_RECT, ICE, 1, {7, -26, 24, 22, 5}},
    {SHAPE_RECT, ICE_EDGE, 1, {-8, -8, 30, 28, 6}},
    {SHAPE_RECT, ICE, 1, {-5, -4, 24, 22, 5}},
};

/* For a child of 0.66: the shoulders at 260, the hem at the knees. */
static const struct scene_shape blanket_cape[] = {
    {SHAPE_FOUR, WOOL, 1, {-44, 92, 38, 92, 28, 262, -22, 266}},
    {SHAPE_ELLIPSE, WOOL, 1, {2, 258, 29, 18}},
    {SHAPE_LINE, WOOL_DARK, 1, {-40, 112, 36, 112, 6}},
    {SHAPE_LINE, WOOL_DARK, 1, {-14, 244, -22, 98, 5}},
    {SHAPE_LINE, WOOL_DARK, 1, {10, 240, 12, 98, 5}},
};

static const struct scene_shape smoke_puff[] = {
    {SHAPE_ELLIPSE, SMOKE, 0.5F, {0, 0, 24, 14}},
    {SHAPE_ELLIPSE, SMOKE, 0.4F, {14, 24, 18, 12}},
    {SHAPE_ELLIPSE, SMOKE, 0.3F, {4, 46, 14, 10}},
};

static const struct scene_shape roll_arrow[] = {
    {SHAPE_ARC, GREEN, 1, {0, 0, 62, 30, 170, 13}},
    {SHAPE_THREE, GREEN, 1, {34, 40, 78, 40, 60, 4}},
};

static const struct scene_shape scald_wide[] = {
    {SHAPE_ELLIPSE, SCALD, 0.85F, {0, 0, 116, 40}},
    {SHAPE_ELLIPSE, SCALD_DEEP, 0.5F, {-12, 2, 74, 23}},
};

#define BLISTER_AT(x, y, r)                                                              \
    {SHAPE_ELLIPSE, BLISTER, 1, {(x), (y), (r)*1.3F, (r)}},                              \
    {                                                                                    \
        SHAPE_ELLIPSE, SHINE, 1,                                                         \
        {                                                                                \
            (x) - (r)*0.4F, (y) + (r)*0.35F, (r)*0.4F, (r)*0.28F                         \
        }                                                                                \
    }

static const struct scene_shape blisters[] = {
    BLISTER_AT(-42, 8, 19.0F),
    BLISTER_AT(14, -4, 23.0F),
    BLISTER_AT(60, 10, 14.0F),
};

static const struct scene_shape sleeve_stuck[] = {
    {SHAPE_FOUR, SLEEVE, 1, {-330, 118, 40, 146, 48, 254, -330, 292}},
    {SHAPE_LINE, SLEEVE_DARK, 1, {42, 150, 48, 250, 10}},
    {SHAPE_ELLIPSE, SLEEVE_DARK, 0.8F, {-60, 202, 96, 36}},
    {SHAPE_ELLIPSE, SCALD_DEEP, 0.35F, {-60, 202, 76, 27}},
    {SHAPE_LINE, SLEEVE_DARK, 1, {-150, 234, -120, 216, 5}},
    {SHAPE_LINE, SLEEVE_DARK, 1, {-20, 236, -34, 218, 5}},
};

static const struct scene_shape sleeve_left[] = {
    {SHAPE_FOUR, SLEEVE, 1, {-60, -22, 52, -26, 66, 20, -50, 28}},
    {SHAPE_THREE, SLEEVE, 1, {-60, -22, -84, 6, -50, 28}},
    {SHAPE_THREE, SLEEVE, 1, {52, -26, 84, -4, 66, 20}},
    {SHAPE_LINE, SLEEVE_DARK, 1, {-44, 4, 48, -2, 5}},
};

static const struct scene_shape sleeve_torn[] = {
    {SHAPE_FOUR, SLEEVE, 1, {-90, -60, 34, -40, 30, 20, -40, 22}},
    {SHAPE_THREE, SLEEVE, 1, {-90, -60, -110, -96, -50, -56}},
    {SHAPE_THREE, SLEEVE, 1, {-44, -54, -26, -90, 6, -46}},
    {SHAPE_ELLIPSE, SCALD_DEEP, 0.6F, {-44, -42, 32, 10}},
};

static const struct scene_shape scissors[] = {
    {SHAPE_LINE, STEEL, 1, {0, 6, 92, 46, 11}},
    {SHAPE_LINE, STEEL_DARK, 1, {2, -10, 92, 34, 11}},
    {SHAPE_ELLIPSE, NIGHT, 1, {84, 38, 6, 6}},
    {SHAPE_LINE, GREEN, 1, {92, 46, 122, 42, 13}},
    {SHAPE_LINE, GREEN, 1, {92, 34, 116, 60, 13}},
    {SHAPE_ARC, GREEN, 1, {146, 30, 26, 0, 360, 13}},
    {SHAPE_ARC, GREEN, 1, {132, 86, 26, 0, 360, 13}},
};

static const struct scene_shape finger_ring[] = {
    {SHAPE_ARC, BRASS, 1, {0, 0, 14, 0, 360, 7}},
    {SHAPE_ELLIPSE, 0xE6F6F2, 1, {0, 16, 7, 6}},
};

static const struct scene_shape gauze_sheet[] = {
    {SHAPE_FOUR, CLOTH_DARK, 0.8F, {-146, -62, 138, -66, 146, 54, -138, 60}},
    {SHAPE_FOUR, WHITE, 0.86F, {-146, -58, 138, -60, 146, 62, -138, 66}},
    {SHAPE_LINE, CLOTH_DARK, 0.9F, {-120, 40, 126, 36, 3}},
    {SHAPE_LINE, CLOTH_DARK, 0.9F, {-122, 4, 126, 0, 3}},
    {SHAPE_LINE, CLOTH_DARK, 0.9F, {-124, -34, 124, -38, 3}},
    {SHAPE_LINE, CLOTH_DARK, 0.9F, {-70, 54, -74, -52, 3}},
    {SHAPE_LINE, CLOTH_DARK, 0.9F, {0, 52, -4, -54, 3}},
    {SHAPE_LINE, CLOTH_DARK, 0.9F, {70, 50, 66, -56, 3}},
};

static const struct scene_shape sewing_needle[] = {
    {SHAPE_LINE, STEEL_DARK, 1, {0, 0, 26, 66, 5}},
    {SHAPE_ELLIPSE, STEEL_DARK, 1, {28, 72, 5, 8}},
};

static const struct scene_shape soy_sauce[] = {
    {SHAPE_ELLIPSE, SAUCE_RGB, 0.9F, {0, 0, 84, 26}},
    {SHAPE_ELLIPSE, SAUCE_LIGHT, 0.9F, {-16, 5, 38, 9}},
    {SHAPE_LINE, SAUCE_RGB, 1, {58, -10, 62, -52, 12}},
    {SHAPE_LINE, SAUCE_RGB, 1, {6, 4, 16, 132, 11}},
    {SHAPE_LINE, SAUCE_RGB, 1, {20, 142, 44, 158, 20}},
    {SHAPE_FOUR, SAUCE_LIGHT, 1, {40, 138, 66, 134, 158, 196, 128, 246}},
    {SHAPE_FOUR, SAUCE_LIGHT, 1, {40, 138, 128, 246, 74, 208, 32, 166}},
    {SHAPE_FOUR, WHITE, 1, {74, 166, 104, 158, 128, 176, 96, 204}},
};

static const struct scene_shape lime[] = {
    {SHAPE_ELLIPSE, LIME_EDGE, 1, {0, -4, 66, 24}},
    {SHAPE_ELLIPSE, LIME_RGB, 1, {0, 2, 62, 22}},
    {SHAPE_ELLIPSE, LIME_RGB, 1, {-14, 16, 34, 16}},
    {SHAPE_ELLIPSE, LIME_EDGE, 1, {-70, -12, 6, 5}},
    {SHAPE_ELLIPSE, LIME_EDGE, 1, {76, 4, 6, 5}},
    {SHAPE_ELLIPSE, LIME_EDGE, 1, {88, -16, 5, 4}},
};

static const struct scene_shape lime_off[] = {
    {SHAPE_ELLIPSE, LIME_RGB, 1, {0, 0, 92, 12}},
    {SHAPE_ELLIPSE, LIME_RGB, 1, {-16, 8, 46, 10}},
    {SHAPE_ELLIPSE, LIME_RGB, 1, {-40, 40, 6, 6}},
    {SHAPE_ELLIPSE, LIME_RGB, 1, {-10, 62, 5, 5}},
    {SHAPE_ELLIPSE, LIME_RGB, 1, {24, 44, 5, 5}},
};

static const struct scene_shape hand_brush[] = {
    {SHAPE_FOUR, HAIR, 1, {-30, -2, 34, -6, 48, 44, -22, 50}},
    {SHAPE_LINE, 0xCDB98F, 1, {-12, 4, -2, 46, 4}},
    {SHAPE_LINE, 0xCDB98F, 1, {12, 2, 22, 44, 4}},
    {SHAPE_LINE, WOOD, 1, {-16, 54, 46, 48, 24}},
    {SHAPE_LINE, WOOD, 1, {20, 56, 44, 150, 26}},
};

static const struct scene_shape tap_stream[] = {
    {SHAPE_LINE, WATER, 0.9F, {0, 8, 0, 330, 30}},
    {SHAPE_LINE, WATER_LIGHT, 0.9F, {-6, 16, -6, 330, 9}},
    {SHAPE_ELLIPSE, WATER, 0.9F, {0, 4, 62, 13}},
    {SHAPE_LINE, WATER, 0.9F, {-46, 0, -50, -56, 10}},
    {SHAPE_LINE, WATER, 0.9F, {48, 0, 52, -50, 10}},
    {SHAPE_ELLIPSE, WATER_LIGHT, 1, {-74, 26, 7, 7}},
    {SHAPE_ELLIPSE, WATER_LIGHT, 1, {76, 30, 7, 7}},
};

static const struct scene_shape shock_spot[] = {
    {SHAPE_ELLIPSE, SCALD, 0.8F, {0, 0, 17, 13}},
    {SHAPE_ELLIPSE, 0x4A3A38, 1, {0, 0, 9, 7}},
};

static const struct scene_shape shock_way[] = {
    {SHAPE_LINE, ORANGE, 1, {-26, 2, -66, 8, 9}},
    {SHAPE_LINE, ORANGE, 1, {-92, 10, -134, 10, 9}},
    {SHAPE_LINE, ORANGE, 1, {-160, 10, -204, 14, 9}},
    {SHAPE_LINE, ORANGE, 1, {-230, 18, -276, 20, 9}},
    {SHAPE_LINE, ORANGE, 1, {-302, 22, -348, 24, 9}},
};

static const struct scene_shape lime_heat[] = {
    {SHAPE_ARC, ORANGE, 1, {-40, 14, 20, -80, 80, 9}},
    {SHAPE_ARC, ORANGE, 1, {-34, 52, 20, 100, 260, 9}},
    {SHAPE_ARC, ORANGE, 1, {30, 14, 20, -80, 80, 9}},
    {SHAPE_ARC, ORANGE, 1, {36, 52, 20, 100, 260, 9}},
};

static const struct scene_shape film_sheet[] = {
    {SHAPE_FOUR, 0xBFE3F2, 0.5F, {-150, -66, 142, -70, 150, 62, -142, 68}},
    {SHAPE_FOUR, WHITE, 0.35F, {-130, -66, -70, -67, -14, 65, -76, 66}},
    {SHAPE_FOUR, WHITE, 0.35F, {-40, -67, -22, -68, 34, 64, 14, 65}},
    {SHAPE_FOUR, WHITE, 0.3F, {60, -68, 92, -69, 144, 62, 112, 63}},
    {SHAPE_LINE, WHITE, 0.9F, {-142, 68, 150, 62, 4}},
    {SHAPE_LINE, 0x8FC3DA, 0.9F, {-150, -66, 142, -70, 4}},
    {SHAPE_LINE, 0x8FC3DA, 0.9F, {142, -70, 150, 62, 4}},
    {SHAPE_LINE, 0x8FC3DA, 0.9F, {-150, -66, -142, 68, 4}},
};

static const struct scene_shape film_roll[] = {
    {SHAPE_RECT, GREEN, 1, {-112, -2, 224, 66, 10}},
    {SHAPE_RECT, 0x14B58A, 1, {-112, 6, 224, 58, 10}},
    {SHAPE_LINE, WHITE, 0.9F, {-84, 44, 10, 44, 6}},
    {SHAPE_LINE, WHITE, 0.7F, {-84, 26, -24, 26, 6}},
    {SHAPE_FOUR, 0xBFE3F2, 0.7F, {-104, 62, 104, 62, 98, 98, -92, 92}},
    {SHAPE_LINE, 0x8FC3DA, 1, {-92, 92, 98, 98, 4}},
};

PROP_ROW(kitchen_sink);
PROP_ROW(water_run);
PROP_ROW(shower_head);
PROP_ROW(scald_patch);
PROP_ROW(toothpaste);
PROP_ROW(paste_tube);
PROP_ROW(ice_cubes);
PROP_ROW(blanket_cape);
PROP_ROW(smoke_puff);
PROP_ROW(roll_arrow);
PROP_ROW(scald_wide);
PROP_ROW(blisters);
PROP_ROW(sleeve_stuck);
PROP_ROW(sleeve_left);
PROP_ROW(sleeve_torn);
PROP_ROW(scissors);
PROP_ROW(finger_ring);
PROP_ROW(gauze_sheet);
PROP_ROW(sewing_needle);
PROP_ROW(soy_sauce);
PROP_ROW(lime);
PROP_ROW(lime_off);
PROP_ROW(hand_brush);
PROP_ROW(tap_stream);
PROP_ROW(shock_spot);
PROP_ROW(shock_way);
PROP_ROW(lime_heat);
PROP_ROW(film_sheet);
PROP_ROW(film_roll);
