/* SPDX-License-Identifier: MIT */
/* Breaths: where the air goes, and how deep a small chest is pressed. */
#include "picture/scene_prop.h"
#include "picture/scene_shape.h"

enum {
    AIR = 0x3E8FC4,
    AIR_LIGHT = 0xBFE3EE,
    TONGUE = 0xC96F74,
    GREEN = 0x0F9D78,
    DARK = 0x3A2C10,
    QUIET = 0x6B7680,
    LINEN = 0xF4F1EA,
    LINEN_DARK = 0xD9D3C6,
};

/* In a head that is tilted back, the tongue lies before the way. */
static const struct scene_shape air_open[] = {
    {SHAPE_ELLIPSE, TONGUE, 0.9F, {-84, 69, 14, 8}},
    {SHAPE_LINE, AIR_LIGHT, 1, {-103, 80, -101, 60, 10}},
    {SHAPE_LINE, AIR_LIGHT, 1, {-101, 60, -76, 45, 10}},
    {SHAPE_LINE, AIR_LIGHT, 1, {-76, 45, -20, 36, 10}},
    {SHAPE_LINE, AIR, 1, {-103, 78, -101, 60, 4.5F}},
    {SHAPE_LINE, AIR, 1, {-101, 60, -76, 45, 4.5F}},
    {SHAPE_LINE, AIR, 1, {-76, 45, -26, 37, 4.5F}},
    {SHAPE_THREE, AIR, 1, {-32, 48, -30, 27, -10, 35}},
};

/* In a head that lies level it has fallen back on the way. */
static const struct scene_shape air_shut[] = {
    {SHAPE_LINE, AIR_LIGHT, 1, {-84, 79, -85, 66, 10}},
    {SHAPE_LINE, AIR_LIGHT, 1, {-60, 43, -20, 36, 10}},
    {SHAPE_ELLIPSE, TONGUE, 1, {-80, 56, 16, 12}},
};

/* The same in a head on a pillow, its chin on the chest. */
static const struct scene_shape air_bent[] = {
    {SHAPE_LINE, AIR_LIGHT, 1, {-64, 84, -72, 75, 10}},
    {SHAPE_LINE, AIR_LIGHT, 1, {-56, 45, -20, 37, 10}},
    {SHAPE_ELLIPSE, TONGUE, 1, {-70, 64, 14, 11}},
};

static const struct scene_shape air_leak[] = {
    {SHAPE_LINE, AIR, 1, {0, 0, -10, 24, 5}},
    {SHAPE_ARC, AIR, 1, {-20, 24, 10, 0, 150, 5}},
    {SHAPE_LINE, AIR, 1, {-10, -2, -34, 10, 5}},
    {SHAPE_ARC, AIR, 1, {-36, 20, 10, -80, 90, 5}},
};

static const struct scene_shape air_scatter[] = {
    {SHAPE_LINE, AIR, 1, {0, 0, -34, -8, 5}},
    {SHAPE_LINE, AIR, 1, {4, -8, -22, -24, 5}},
    {SHAPE_LINE, AIR, 1, {22, -8, 48, -24, 5}},
    {SHAPE_LINE, AIR, 1, {26, 0, 60, -8, 5}},
};

static const struct scene_shape head_pillow[] = {
    {SHAPE_RECT, LINEN_DARK, 1, {-70, -2, 140, 40, 18}},
    {SHAPE_RECT, LINEN, 1, {-70, 3, 140, 40, 18}},
    {SHAPE_LINE, LINEN_DARK, 1, {-48, 14, -30, 12, 3}},
    {SHAPE_LINE, LINEN_DARK, 1, {30, 12, 48, 14, 3}},
};

#define UP(x)                                                                            \
    {SHAPE_LINE, GREEN, 1, {(x), 0, (x), 30, 11}},                                       \
    {                                                                                    \
        SHAPE_THREE, GREEN, 1,                                                           \
        {                                                                                \
            (x) - 17, 26, (x) + 17, 26, (x), 50                                          \
        }                                                                                \
    }
static const struct scene_shape rise[] = {UP(-24), UP(24)};

static const struct scene_shape belly_air[] = {
    {SHAPE_ELLIPSE, 0x71A9E0, 1, {0, 0, 52, 40}},
    {SHAPE_ELLIPSE, AIR_LIGHT, 0.85F, {0, 8, 32, 22}},
    {SHAPE_LINE, AIR, 1, {-16, 4, 10, 4, 5}},
    {SHAPE_LINE, AIR, 1, {-8, 15, 16, 15, 5}},
};

static const struct scene_shape flat_line[] = {
    {SHAPE_LINE, DARK, 1, {-54, 0, -38, 0, 6}},
    {SHAPE_LINE, DARK, 1, {-22, 0, -6, 0, 6}},
    {SHAPE_LINE, DARK, 1, {10, 0, 26, 0, 6}},
    {SHAPE_LINE, DARK, 1, {42, 0, 58, 0, 6}},
};

/* The goal is a third down; `t` is how thick the chest is. */
#define THIRDS(t)                                                                        \
    {SHAPE_RECT, 0xFFFFFF, 0.94F, {-8, -5, 52, (t) + 10, 5}},                            \
        {SHAPE_RECT, 0xA9E0CC, 1, {-3, 2 * (t) / 3.0F, 16, (t) / 3.0F, 1}},              \
        {SHAPE_LINE, QUIET, 1, {-3, (t), 13, (t), 2}},                                   \
        {SHAPE_LINE, GREEN, 1, {-3, 2 * (t) / 3.0F, 13, 2 * (t) / 3.0F, 3}},             \
        {SHAPE_LINE, QUIET, 1, {-3, (t) / 3.0F, 13, (t) / 3.0F, 2}},                     \
    {                                                                                    \
        SHAPE_LINE, QUIET, 1,                                                            \
        {                                                                                \
            -3, 0, 13, 0, 2                                                              \
        }                                                                                \
    }
static const struct scene_shape thirds[] = {THIRDS(46)};
static const struct scene_shape infant_thirds[] = {THIRDS(38)};

/* Beside them, from the top: how far down. */
#define PUSHED(rgb, t, far)                                                              \
    {SHAPE_LINE, (rgb), 1, {32, (t), 32, (t) - (far) + 4, 5}},                           \
    {                                                                                    \
        SHAPE_THREE, (rgb), 1,                                                           \
        {                                                                                \
            24, (t) - (far) + 6, 40, (t) - (far) + 6, 32, (t) - (far)-3                  \
        }                                                                                \
    }
static const struct scene_shape push_third[] = {PUSHED(GREEN, 46, 16)};
static const struct scene_shape push_little[] = {PUSHED(DARK, 46, 7)};
static const struct scene_shape push_through[] = {PUSHED(DARK, 46, 36)};
static const struct scene_shape infant_push_third[] = {PUSHED(GREEN, 38, 13)};
static const struct scene_shape infant_push_little[] = {PUSHED(DARK, 38, 6)};
static const struct scene_shape infant_push_through[] = {PUSHED(DARK, 38, 30)};

/* Two stretched fingers below a fist that points down. */
static const struct scene_shape two_fingers[] = {
    {SHAPE_LINE, 0xA5714A, 1, {-5, 0, -4, -22, 9}},
    {SHAPE_LINE, 0x966641, 1, {5, 0, 5, -22, 9}},
};

/* Their wires to an AED, behind the child. */
static const struct scene_shape pad_wires[] = {
    {SHAPE_LINE, QUIET, 1, {6, 46, 40, 62, 3}},
    {SHAPE_LINE, QUIET, 1, {40, 62, 200, 50, 3}},
    {SHAPE_LINE, QUIET, 1, {-10, 4, 20, -12, 3}},
    {SHAPE_LINE, QUIET, 1, {20, -12, 200, 6, 3}},
};

/* One pad on the bare breast, one under the back. */
static const struct scene_shape side_pads[] = {
    {SHAPE_RECT, 0xE8BC93, 1, {-26, 8, 52, 38, 12}},
    {SHAPE_RECT, 0xFFFFFF, 1, {-18, 43, 34, 8, 4}},
    {SHAPE_RECT, GREEN, 1, {-18, 42, 34, 4, 2}},
    {SHAPE_RECT, 0xFFFFFF, 1, {-26, 0, 34, 8, 4}},
    {SHAPE_RECT, GREEN, 1, {-26, 5, 34, 4, 2}},
};

PROP_ROW(air_open);
PROP_ROW(air_shut);
PROP_ROW(air_bent);
PROP_ROW(air_leak);
PROP_ROW(air_scatter);
PROP_ROW(head_pillow);
PROP_ROW(rise);
PROP_ROW(belly_air);
PROP_ROW(flat_line);
PROP_ROW(thirds);
PROP_ROW(infant_thirds);
PROP_ROW(push_third);
PROP_ROW(push_little);
PROP_ROW(push_through);
PROP_ROW(infant_push_third);
PROP_ROW(infant_push_little);
PROP_ROW(infant_push_through);
PROP_ROW(two_fingers);
PROP_ROW(pad_wires);
PROP_ROW(side_pads);
