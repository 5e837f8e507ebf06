/* SPDX-License-Identifier: MIT */
/* Wounds and what is done for them; limbs seen close. Blood is a small calm patch. */
#include "picture/scene_prop.h"
#include "picture/scene_shape.h"

enum {
    BLOOD = 0xB8443C,
    BLOOD_DARK = 0x9A342E,
    SKIN = 0xE8BC93,
    SKIN_DARK = 0xD5A379,
    NAIL = 0xF3D6BC,
    JEANS = 0x4D5A73,
    SLEEVE = 0xF2B84B,
    SLEEVE_DARK = 0xD99F35,
    CORAL = 0xF26D4F,
    CORAL_DARK = 0xD75B3F,
    WHITE = 0xFFFFFF,
    CLOTH = 0xFBF7EC,
    CLOTH_DARK = 0xDDD6C4,
    MAT_TOP = 0xA9CFC1,
    MAT_SIDE = 0x8FB9AA,
    NIGHT = 0x23313A,
    BAND = 0x2F4858,
    BAND_LIGHT = 0x4A6A7D,
    STEEL = 0x9FAEB6,
    GLASS_RGB = 0x9FD3DE,
    GLASS_EDGE = 0x5FA3B4,
    ICE = 0xD8F0F7,
    ICE_EDGE = 0xA5D3E2,
    WATER = 0x8CC8DD,
    GREEN = 0x0F9D78,
    SUN = 0xFFD166,
    WOOL = 0x7FA7C9,
    WOOL_DARK = 0x6890B4,
    WOOL_LIGHT = 0xA9C7DF,
    PAPER = 0xE9D8B4,
};

static const struct scene_shape blood_patch[] = {
    {SHAPE_ELLIPSE, BLOOD, 1, {0, 0, 24, 11}},
    {SHAPE_ELLIPSE, BLOOD, 1, {17, -8, 13, 8}},
};

static const struct scene_shape blood_drops[] = {
    {SHAPE_ELLIPSE, BLOOD, 1, {-8, 20, 4.5F, 7}},
    {SHAPE_ELLIPSE, BLOOD, 1, {6, 38, 5, 8}},
    {SHAPE_ELLIPSE, BLOOD, 1, {-3, 60, 4.5F, 7}},
};

static const struct scene_shape wound_cloth[] = {
    {SHAPE_FOUR, CLOTH_DARK, 1, {-40, -12, 38, -14, 44, 4, -44, 6}},
    {SHAPE_FOUR, CLOTH, 1, {-42, -4, 42, -5, 38, 14, -36, 15}},
};

static const struct scene_shape powder_packet[] = {
    {SHAPE_FOUR, 0x5E93B8, 1, {-20, -16, 30, 8, 14, 50, -36, 26}},
    {SHAPE_FOUR, WHITE, 1, {-36, 26, -20, -16, -10, -11, -26, 31}},
    {SHAPE_ELLIPSE, PAPER, 1, {-24, -6, 4, 4}},
    {SHAPE_ELLIPSE, PAPER, 1, {-30, -22, 4, 4}},
    {SHAPE_ELLIPSE, PAPER, 1, {-18, -28, 4, 4}},
    {SHAPE_ELLIPSE, PAPER, 1, {-26, -44, 4, 4}},
    {SHAPE_ELLIPSE, PAPER, 1, {-16, -56, 4, 4}},
    {SHAPE_ELLIPSE, PAPER, 1, {-28, -66, 4, 4}},
};

static const struct scene_shape warm_blanket[] = {
    {SHAPE_LINE, WOOL, 1, {-12, 38, 120, 38, 84}},
    {SHAPE_LINE, WOOL, 1, {110, 38, 208, 50, 78}},
    {SHAPE_LINE, WOOL, 1, {200, 48, 292, 28, 70}},
    {SHAPE_LINE, WOOL_LIGHT, 1, {-40, 72, -34, 4, 14}},
    {SHAPE_LINE, WOOL_DARK, 1, {20, 74, 26, 2, 5}},
    {SHAPE_LINE, WOOL_DARK, 1, {90, 74, 96, 2, 5}},
    {SHAPE_LINE, WOOL_DARK, 1, {160, 66, 166, 2, 5}},
    {SHAPE_LINE, WOOL_DARK, 1, {230, 62, 236, 2, 5}},
    {SHAPE_LINE, WOOL_DARK, 1, {-30, 26, 316, 18, 5}},
};

static const struct scene_shape cold_sweat[] = {
    {SHAPE_ELLIPSE, 0x5FA9D6, 1, {-14, 8, 5, 8}},
    {SHAPE_ELLIPSE, 0x5FA9D6, 1, {4, 18, 5, 8}},
    {SHAPE_ELLIPSE, 0x5FA9D6, 1, {22, 10, 5, 8}},
};

static const struct scene_shape limb_mat[] = {
    {SHAPE_RECT, MAT_SIDE, 1, {-410, 88, 820, 40, 18}},
    {SHAPE_RECT, MAT_TOP, 1, {-410, 100, 820, 36, 18}},
};

static const struct scene_shape limb_leg[] = {
    /* The foot stands on its heel. */
    {SHAPE_LINE, SKIN_DARK, 1, {286, 176, 300, 210, 62}},
    {SHAPE_LINE, SKIN, 1, {284, 184, 308, 306, 62}},
    {SHAPE_ELLIPSE, SKIN, 1, {282, 170, 44, 40}},
    {SHAPE_ELLIPSE, SKIN, 1, {314, 332, 27, 26}},
    {SHAPE_ELLIPSE, NAIL, 1, {330, 338, 8, 12}},
    {SHAPE_ELLIPSE, SKIN, 1, {292, 340, 16, 17}},
    {SHAPE_LINE, SKIN_DARK, 1, {303, 330, 301, 348, 3}},
    /* Shin and calf. */
    {SHAPE_FOUR, SKIN, 1, {-150, 136, 262, 138, 272, 214, -150, 262}},
    {SHAPE_ELLIPSE, SKIN, 1, {-30, 178, 130, 50}},
    {SHAPE_ELLIPSE, SKIN, 1, {-150, 200, 62, 66}},
    {SHAPE_LINE, SKIN_DARK, 1, {-120, 142, 220, 144, 7}},
    {SHAPE_ARC, SKIN_DARK, 1, {-150, 214, 34, 40, 130, 5}},
    /* The thigh, up to the trousers. */
    {SHAPE_FOUR, SKIN, 1, {-390, 120, -150, 134, -150, 266, -390, 282}},
    {SHAPE_RECT, JEANS, 1, {-404, 106, 124, 190, 26}},
    {SHAPE_LINE, 0x3F4A60, 1, {-286, 118, -286, 286, 9}},
};

static const struct scene_shape limb_forearm[] = {
    {SHAPE_FOUR, SKIN, 1, {-300, 168, 150, 188, 150, 262, -300, 300}},
    {SHAPE_ELLIPSE, SKIN, 1, {-180, 232, 120, 68}},
    {SHAPE_LINE, SKIN, 1, {206, 252, 318, 264, 24}},
    {SHAPE_LINE, SKIN, 1, {210, 236, 344, 242, 24}},
    {SHAPE_LINE, SKIN, 1, {208, 216, 338, 216, 24}},
    {SHAPE_LINE, SKIN, 1, {200, 198, 312, 190, 22}},
    {SHAPE_LINE, SKIN_DARK, 1, {236, 246, 322, 254, 3}},
    {SHAPE_LINE, SKIN_DARK, 1, {238, 228, 334, 229, 3}},
    {SHAPE_LINE, SKIN_DARK, 1, {234, 207, 320, 203, 3}},
    {SHAPE_ELLIPSE, SKIN, 1, {182, 225, 64, 44}},
    {SHAPE_LINE, SKIN, 1, {158, 246, 214, 292, 28}},
    {SHAPE_LINE, SKIN_DARK, 1, {-220, 170, 130, 192, 6}},
    {SHAPE_RECT, SLEEVE, 1, {-404, 142, 150, 182, 26}},
    {SHAPE_LINE, SLEEVE_DARK, 1, {-260, 154, -260, 312, 9}},
};

/* A sleeve, a wrist, a fist with its fingers down. */
#define HAND_FROM_ABOVE(x, y)                                                            \
    {SHAPE_LINE, CORAL, 1, {(x)-76, (y) + 236, (x)-62, (y) + 204, 92}},                  \
        {SHAPE_LINE, CORAL_DARK, 1, {(x)-98, (y) + 182, (x)-24, (y) + 208, 10}},         \
        {SHAPE_LINE, SKIN, 1, {(x)-54, (y) + 180, (x)-8, (y) + 84, 62}},                 \
    {                                                                                    \
        SHAPE_ELLIPSE, SKIN, 1,                                                          \
        {                                                                                \
            (x) + 4, (y) + 62, 58, 40                                                    \
        }                                                                                \
    }

static const struct scene_shape pressing_hand[] = {
    HAND_FROM_ABOVE(0, 0),
    {SHAPE_LINE, SKIN, 1, {-36, 48, -42, 12, 24}},
    {SHAPE_LINE, SKIN, 1, {-12, 40, -14, 2, 25}},
    {SHAPE_LINE, SKIN, 1, {14, 40, 14, 0, 25}},
    {SHAPE_LINE, SKIN, 1, {40, 48, 42, 8, 24}},
    {SHAPE_LINE, SKIN_DARK, 1, {-25, 36, -28, 10, 3}},
    {SHAPE_LINE, SKIN_DARK, 1, {1, 32, 0, 6, 3}},
    {SHAPE_LINE, SKIN_DARK, 1, {27, 36, 28, 8, 3}},
};

static const struct scene_shape pinching_hand[] = {
    HAND_FROM_ABOVE(0, -8),
    {SHAPE_LINE, SKIN, 1, {44, 60, 44, 26, 24}},
    {SHAPE_LINE, SKIN, 1, {26, 44, 22, 12, 24}},
    {SHAPE_LINE, SKIN, 1, {-30, 46, -8, 6, 25}},
    {SHAPE_LINE, SKIN, 1, {18, 40, 8, 2, 23}},
    {SHAPE_LINE, SKIN_DARK, 1, {-2, 40, 0, 12, 3}},
};

static const struct scene_shape open_wound[] = {
    {SHAPE_ELLIPSE, BLOOD, 1, {0, 0, 38, 17}},
    {SHAPE_ELLIPSE, BLOOD, 1, {22, -12, 20, 12}},
    {SHAPE_ELLIPSE, BLOOD_DARK, 1, {-2, 2, 24, 7}},
};

static const struct scene_shape wound_runs[] = {
    {SHAPE_LINE, BLOOD, 1, {-20, -4, -26, -66, 14}},
    {SHAPE_LINE, BLOOD, 1, {12, -8, 14, -88, 16}},
    {SHAPE_ELLIPSE, BLOOD, 1, {-4, -100, 54, 11}},
};

static const struct scene_shape soaked_cloth[] = {
    {SHAPE_FOUR, CLOTH_DARK, 1, {-84, -30, 82, -34, 90, 10, -90, 14}},
    {SHAPE_FOUR, CLOTH, 1, {-88, -18, 88, -20, 78, 26, -78, 30}},
    {SHAPE_ELLIPSE, BLOOD, 0.75F, {0, 4, 56, 18}},
    {SHAPE_ELLIPSE, BLOOD, 0.8F, {-6, -14, 38, 13}},
};

static const struct scene_shape second_cloth[] = {
    {SHAPE_FOUR, CLOTH_DARK, 1, {-98, -8, 96, -12, 102, 22, -102, 26}},
    {SHAPE_FOUR, WHITE, 1, {-100, 6, 100, 4, 88, 44, -88, 48}},
    {SHAPE_LINE, CLOTH_DARK, 1, {-70, 20, 76, 16, 4}},
};

static const struct scene_shape glass_shard[] = {
    {SHAPE_ELLIPSE, BLOOD, 1, {0, 0, 40, 15}},
    {SHAPE_ELLIPSE, BLOOD, 1, {24, -10, 16, 9}},
    {SHAPE_FOUR, GLASS_RGB, 0.95F, {-20, 0, 16, -2, 44, 92, -2, 122}},
    {SHAPE_THREE, WHITE, 0.6F, {-8, 8, 4, 6, 8, 104}},
    {SHAPE_LINE, GLASS_EDGE, 1, {16, 0, 44, 92, 4}},
    {SHAPE_LINE, GLASS_EDGE, 1, {44, 92, -2, 122, 4}},
    {SHAPE_LINE, GLASS_EDGE, 1, {-2, 122, -20, 0, 4}},
};

static const struct scene_shape glass_whole[] = {
    {SHAPE_FOUR, GLASS_RGB, 0.95F, {0, -8, 26, 52, 44, 142, -2, 172}},
    {SHAPE_THREE, BLOOD, 1, {0, -8, 22, 44, -2, 48}},
    {SHAPE_LINE, GLASS_EDGE, 1, {0, -8, 26, 52, 4}},
    {SHAPE_LINE, GLASS_EDGE, 1, {26, 52, 44, 142, 4}},
    {SHAPE_LINE, GLASS_EDGE, 1, {44, 142, -2, 172, 4}},
    {SHAPE_LINE, GLASS_EDGE, 1, {-2, 172, 0, -8, 4}},
};

/* A roll on each side of the glass and a bandage around each: none lies on it. */
#define ROLL_AND_BANDAGE(x)                                                              \
    {SHAPE_FOUR, CLOTH, 1, {(x)-32, -98, (x) + 32, -96, (x) + 32, 40, (x)-32, 42}},      \
        {SHAPE_LINE, CLOTH_DARK, 1, {(x)-12, -94, (x)-12, 38, 4}},                       \
        {SHAPE_LINE, CLOTH_DARK, 1, {(x) + 12, -94, (x) + 12, 38, 4}},                   \
        {SHAPE_ELLIPSE, CLOTH_DARK, 1, {(x), 26, 34, 30}},                               \
        {SHAPE_ELLIPSE, WHITE, 1, {(x), 32, 32, 27}},                                    \
    {                                                                                    \
        SHAPE_ARC, CLOTH_DARK, 1,                                                        \
        {                                                                                \
            (x), 32, 14, 0, 300, 4                                                       \
        }                                                                                \
    }

static const struct scene_shape pads_around[] = {
    ROLL_AND_BANDAGE(-70),
    ROLL_AND_BANDAGE(82),
};

static const struct scene_shape tourniquet[] = {
    {SHAPE_FOUR, BAND, 1, {-24, -122, 24, -122, 25, 10, -25, 12}},
    {SHAPE_LINE, BAND_LIGHT, 1, {-13, -114, -14, 4, 4}},
    {SHAPE_LINE, BAND_LIGHT, 1, {13, -114, 14, 4, 4}},
    {SHAPE_RECT, BAND_LIGHT, 1, {-34, -14, 68, 28, 8}},
    {SHAPE_LINE, NIGHT, 1, {-78, 16, 78, 20, 15}},
    {SHAPE_ELLIPSE, NIGHT, 1, {0, 18, 16, 14}},
};

static const struct scene_shape tourniquet_loose[] = {
    {SHAPE_FOUR, BAND, 1, {-10, -140, 30, -140, 44, 30, -36, 34}},
    {SHAPE_LINE, BAND_LIGHT, 1, {0, -132, -18, 26, 4}},
    {SHAPE_LINE, BAND_LIGHT, 1, {22, -132, 30, 24, 4}},
    {SHAPE_LINE, BAND, 1, {34, 26, 96, 62, 26}},
    {SHAPE_LINE, NIGHT, 1, {-96, 66, 18, 96, 15}},
};

static const struct scene_shape wire_band[] = {
    {SHAPE_LINE, STEEL, 1, {-4, -120, -4, 14, 6}},
    {SHAPE_LINE, STEEL, 1, {6, -120, 6, 14, 6}},
    {SHAPE_LINE, STEEL, 1, {-4, 14, -34, 60, 6}},
    {SHAPE_LINE, STEEL, 1, {6, 14, 40, 56, 6}},
    {SHAPE_LINE, BLOOD, 1, {1, -100, 1, -20, 4}},
};

/* From the band to the wound. */
static const struct scene_shape gap_shown[] = {
    {SHAPE_LINE, GREEN, 1, {-27, -24, -27, 24, 6}},
    {SHAPE_LINE, GREEN, 1, {27, -24, 27, 24, 6}},
    {SHAPE_LINE, GREEN, 1, {-16, 0, 16, 0, 6}},
    {SHAPE_THREE, GREEN, 1, {-25, 0, -11, 11, -11, -11}},
    {SHAPE_THREE, GREEN, 1, {25, 0, 11, 11, 11, -11}},
};

static const struct scene_shape time_tag[] = {
    {SHAPE_LINE, 0x8A6A50, 1, {0, 0, 26, 44, 5}},
    {SHAPE_RECT, CLOTH_DARK, 1, {-40, 40, 190, 112, 16}},
    {SHAPE_RECT, WHITE, 1, {-40, 46, 190, 112, 16}},
    {SHAPE_ELLIPSE, NIGHT, 1, {12, 102, 38, 38}},
    {SHAPE_ELLIPSE, WHITE, 1, {12, 102, 31, 31}},
    {SHAPE_LINE, NIGHT, 1, {12, 102, 12, 124, 6}},
    {SHAPE_LINE, NIGHT, 1, {12, 102, 28, 94, 6}},
    {SHAPE_LINE, GREEN, 1, {70, 122, 128, 122, 8}},
    {SHAPE_LINE, GREEN, 1, {70, 100, 116, 100, 8}},
    {SHAPE_LINE, SUN, 1, {126, 92, 186, 158, 15}},
    {SHAPE_THREE, NIGHT, 1, {114, 78, 133, 86, 120, 98}},
};

static const struct scene_shape small_cut[] = {
    {SHAPE_LINE, BLOOD, 1, {-9, -3, 9, 3, 7}},
    {SHAPE_ELLIPSE, BLOOD, 1, {2, -8, 6, 7}},
};

static const struct scene_shape plaster[] = {
    {SHAPE_LINE, 0xC98F5F, 1, {-34, -2, 34, 4, 27}},
    {SHAPE_LINE, 0xDBA678, 1, {-34, 0, 34, 6, 25}},
    {SHAPE_RECT, 0xEBC39B, 1, {-13, -10, 26, 26, 5}},
};

static const struct scene_shape ash_heap[] = {
    {SHAPE_ELLIPSE, 0x77777C, 1, {0, 2, 30, 13}},
    {SHAPE_ELLIPSE, 0x97979C, 1, {-6, 7, 15, 7}},
    {SHAPE_ELLIPSE, 0x77777C, 1, {40, -12, 5, 4}},
    {SHAPE_ELLIPSE, 0x77777C, 1, {-38, -10, 4, 4}},
};

#define WRAPPED(x, y)                                                                    \
    {SHAPE_LINE, CLOTH_DARK, 1, {(x)-40, (y)-4, (x) + 40, (y)-4, 52}},                   \
        {SHAPE_LINE, WHITE, 1, {(x)-40, (y), (x) + 40, (y), 50}},                        \
        {SHAPE_LINE, CLOTH_DARK, 1, {(x)-30, (y) + 22, (x)-14, (y)-22, 4}},              \
        {SHAPE_LINE, CLOTH_DARK, 1, {(x)-2, (y) + 22, (x) + 14, (y)-22, 4}},             \
    {                                                                                    \
        SHAPE_LINE, CLOTH_DARK, 1,                                                       \
        {                                                                                \
            (x) + 26, (y) + 22, (x) + 42, (y)-22, 4                                      \
        }                                                                                \
    }

static const struct scene_shape gauze_roll[] = {WRAPPED(0, 30)};

static const struct scene_shape clear_bag[] = {
    {SHAPE_RECT, WHITE, 0.75F, {-74, 0, 148, 170, 22}},
    {SHAPE_RECT, GREEN, 1, {-74, 150, 148, 18, 8}},
    {SHAPE_LINE, WHITE, 0.9F, {-48, 30, -48, 116, 9}},
};

#define CUBE(x, y)                                                                       \
    {SHAPE_RECT, ICE_EDGE, 1, {(x), (y), 50, 44, 10}},                                   \
    {                                                                                    \
        SHAPE_RECT, ICE, 1,                                                              \
        {                                                                                \
            (x) + 4, (y) + 6, 42, 36, 8                                                  \
        }                                                                                \
    }

static const struct scene_shape ice_bowl[] = {
    {SHAPE_FOUR, WATER, 1, {-116, 100, 116, 100, 110, 74, -110, 74}},
    CUBE(-96, 84),
    CUBE(-34, 96),
    CUBE(36, 84),
    {SHAPE_FOUR, 0x6E8FA3, 1, {-84, 0, 84, 0, 126, 96, -126, 96}},
    {SHAPE_LINE, 0x5B7A8D, 1, {-122, 92, 122, 92, 12}},
};

static const struct scene_shape finger_on_ice[] = {
    {SHAPE_LINE, SKIN, 1, {-40, 156, 34, 142, 34}},
    {SHAPE_ELLIPSE, NAIL, 1, {44, 144, 10, 9}},
    {SHAPE_ELLIPSE, BLOOD, 1, {-54, 158, 8, 15}},
};

static const struct scene_shape two_bags[] = {
    {SHAPE_RECT, 0x9CC3D2, 1, {-150, 0, 300, 270, 34}},
    {SHAPE_RECT, WATER, 0.8F, {-140, 10, 280, 200, 28}},
    CUBE(-128, 20),
    CUBE(-66, 14),
    CUBE(10, 16),
    CUBE(78, 24),
    {SHAPE_RECT, WHITE, 0.92F, {-96, 62, 192, 128, 22}},
    WRAPPED(0, 122),
    {SHAPE_RECT, GREEN, 1, {-96, 172, 192, 18, 8}},
    CUBE(-132, 170),
    CUBE(86, 166),
    {SHAPE_RECT, GREEN, 1, {-150, 246, 300, 26, 12}},
    /* Name and time. */
    {SHAPE_RECT, WHITE, 1, {-52, 256, 190, 78, 12}},
    {SHAPE_LINE, NIGHT, 1, {-28, 308, 50, 308, 7}},
    {SHAPE_LINE, NIGHT, 1, {-28, 284, 28, 284, 7}},
    {SHAPE_ELLIPSE, NIGHT, 1, {100, 294, 25, 25}},
    {SHAPE_ELLIPSE, WHITE, 1, {100, 294, 19, 19}},
    {SHAPE_LINE, NIGHT, 1, {100, 294, 100, 307, 4}},
    {SHAPE_LINE, NIGHT, 1, {100, 294, 109, 290, 4}},
};

static const struct scene_shape cloth_band[] = {
    {SHAPE_FOUR, 0x3E8F9E, 1, {-34, -124, 34, -124, 36, 10, -36, 12}},
    {SHAPE_LINE, 0x2F7583, 1, {-18, -116, -20, 2, 4}},
    {SHAPE_LINE, 0x2F7583, 1, {2, -118, 1, 4, 4}},
    {SHAPE_LINE, 0x2F7583, 1, {20, -116, 20, 2, 4}},
    {SHAPE_LINE, 0x3E8F9E, 1, {14, 14, 66, 52, 24}},
    {SHAPE_LINE, 0x3E8F9E, 1, {-8, 16, -46, 58, 24}},
    {SHAPE_LINE, 0x8A5F3E, 1, {-88, 20, 88, 32, 17}},
    {SHAPE_LINE, 0xA87850, 1, {-84, 24, 84, 36, 6}},
    {SHAPE_ELLIPSE, 0x2F7583, 1, {0, 16, 26, 22}},
    {SHAPE_ELLIPSE, 0x3E8F9E, 1, {0, 20, 24, 19}},
};

PROP_ROW(blood_patch);
PROP_ROW(blood_drops);
PROP_ROW(wound_cloth);
PROP_ROW(powder_packet);
PROP_ROW(warm_blanket);
PROP_ROW(cold_sweat);
PROP_ROW(limb_mat);
PROP_ROW(limb_leg);
PROP_ROW(limb_forearm);
PROP_ROW(pressing_hand);
PROP_ROW(pinching_hand);
PROP_ROW(open_wound);
PROP_ROW(wound_runs);
PROP_ROW(soaked_cloth);
PROP_ROW(second_cloth);
PROP_ROW(glass_shard);
PROP_ROW(glass_whole);
PROP_ROW(pads_around);
PROP_ROW(tourniquet);
PROP_ROW(tourniquet_loose);
PROP_ROW(wire_band);
PROP_ROW(gap_shown);
PROP_ROW(time_tag);
PROP_ROW(small_cut);
PROP_ROW(plaster);
PROP_ROW(ash_heap);
PROP_ROW(gauze_roll);
PROP_ROW(clear_bag);
PROP_ROW(ice_bowl);
PROP_ROW(finger_on_ice);
PROP_ROW(two_bags);
PROP_ROW(cloth_band);
