/* SPDX-License-Identifier: MIT */
/*
 * An AED: the pads and the shock.
 */
#include "picture/scene_rows.h"

static const struct scene_spot pads_spots[] = {
    {-98, 342, 48}, {140, 188, 48}, {98, 342, 48}, {0, 228, 48}, {0, 84, 48},
};

#define CHILD_SIZE 0.72F
#define CHILD_X    205

static const struct scene_spot child_spots[] = {
    {-CHILD_X, 156, 48}, {CHILD_X, 190, 48}, {-CHILD_X - 72, 274, 48},
    {-CHILD_X, 38, 48},  {CHILD_X, 58, 48},
};

static const struct scene_spot shock_spots[] = {{96, 107, 74}, {-118, 107, 58}};

#define PLACE_AT(at_x, at_y)                                                             \
    {                                                                                    \
        ITEM_PROP, .x = (at_x), .y = (at_y), .prop = PROP_PLACE, .with = SCENE_PLACES    \
    }

static const struct scene_item aed_pads[] = {
    {ITEM_PROP, .prop = PROP_CHEST},
    {ITEM_PROP, .prop = PROP_DROPS, .with = SCENE_WET},
    {ITEM_PROP, .prop = PROP_HAIR, .with = SCENE_HAIR},
    PLACE_AT(-98, 342),
    PLACE_AT(140, 188),
    PLACE_AT(98, 342),
    PLACE_AT(0, 228),
    PLACE_AT(0, 84),
    {ITEM_PROP, .x = -98, .y = 330, .prop = PROP_PAD, .with = SCENE_FIRST},
    {ITEM_PROP, .x = 140, .y = 188, .prop = PROP_PAD, .with = SCENE_SECOND},
    {ITEM_PROP, .prop = PROP_HELD_ARM, .with = SCENE_HAND},
};

static const struct scene_item aed_child[] = {
    {ITEM_PROP, .x = -CHILD_X, .size = CHILD_SIZE, .prop = PROP_CHEST},
    {ITEM_PROP, .x = CHILD_X, .size = CHILD_SIZE, .prop = PROP_BACK},
    {ITEM_PROP, .x = -CHILD_X, .size = CHILD_SIZE, .prop = PROP_DROPS, .with = SCENE_WET},
    PLACE_AT(-CHILD_X, 156),
    PLACE_AT(CHILD_X, 190),
    PLACE_AT(-CHILD_X - 72, 274),
    PLACE_AT(-CHILD_X, 38),
    PLACE_AT(CHILD_X, 58),
    {ITEM_PROP, .x = -CHILD_X, .y = 156, .size = 0.85F, .prop = PROP_PAD,
     .with = SCENE_FIRST},
    {ITEM_PROP, .x = CHILD_X, .y = 190, .size = 0.85F, .prop = PROP_PAD,
     .with = SCENE_SECOND},
    {ITEM_PROP, .x = -CHILD_X, .size = CHILD_SIZE, .prop = PROP_HELD_ARM,
     .with = SCENE_HAND},
};

static const struct scene_item aed_shock[] = {
    {ITEM_PROP, .prop = PROP_DEVICE},
    {ITEM_GLOW, .x = 96, .y = 108, .wide = 70},
};

/* Where one might aim: the foot of the fire in its middle, left and right; then its tips
 * and the smoke. */

/* ---- pad-*: what is where the first pad goes --------------------------------------- */

#define BARE                                                                             \
    {                                                                                    \
        ITEM_PROP, .prop = PROP_CHEST                                                    \
    }
#define FIRST_PAD_AT(at_x, at_y) ADDED(PROP_PAD, .x = (at_x), .y = (at_y), .size = 0.9F)
#define SECOND_PAD               ADDED(PROP_PAD, .x = 140, .y = 188, .size = 0.9F)

static const struct scene_item two_pads[] = {
    BARE,
    FIRST_PAD_AT(-98, 330),
    SECOND_PAD,
};

static const struct scene_item pad_necklace[] = {
    BARE,
    FIRST_PAD_AT(-98, 330),
    SECOND_PAD,
    {ITEM_PROP, .prop = PROP_NECKLACE, .show = SHOW_ASKED},
    ADDED(PROP_NECKLACE_ASIDE, .x = 0),
};

static const struct scene_item pad_patch[] = {
    BARE,
    FIRST_PAD_AT(-98, 330),
    SECOND_PAD,
    {ITEM_PROP, .x = -262, .y = 500, .prop = PROP_SKIN_PATCH, .turned_deg = 16,
     .asked_dx = 164, .asked_dy = -170},
};

/* Its edge stays a hand's breadth away from the lump. */
static const struct scene_item pad_lump[] = {
    BARE,
    {ITEM_PROP, .x = -104, .y = 344, .prop = PROP_SKIN_LUMP},
    FIRST_PAD_AT(-74, 220),
    SECOND_PAD,
};

/* ---- press-again: after the shock -------------------------------------------------- */

#define WIRED                                                                            \
    {ITEM_PROP, .prop = PROP_PADS_WIRED},                                                \
    {                                                                                    \
        ITEM_PROP, .x = -256, .y = -24, .prop = PROP_AED_OPEN                            \
    }
#define BY_THE_AED                                                                       \
    {                                                                                    \
        ITEM_SHADOW, .x = 55, .y = -10, .wide = 350                                      \
    }
#define PRESSES_AGAIN                                                                    \
    .x = SCENE_CHEST_X, .person = PERSON_RESCUER, .from = POSE_PRESS_UP,                 \
    .to = POSE_PRESS_DOWN, .motion = MOVE_PRESS, .asked = POSE_KNEEL

static const struct scene_item press_again[] = {
    BY_THE_AED, {ITEM_FIGURE, PRESSES_AGAIN}, LYING(.pressed = true),
    WIRED,      {ITEM_HAND, PRESSES_AGAIN},   {ITEM_WAVES, .x = -256, .y = 46},
};

static const struct scene_item wait_after_shock[] = {
    BY_THE_AED,
    {ITEM_FIGURE, .x = SCENE_CHEST_X, .person = PERSON_RESCUER, .from = POSE_KNEEL,
     .to = POSE_KNEEL},
    LYING(.pale = 1),
    WIRED,
    {ITEM_HAND, .x = SCENE_CHEST_X, .person = PERSON_RESCUER, .from = POSE_KNEEL,
     .to = POSE_KNEEL},
    {ITEM_WAVES, .x = -256, .y = 46},
    ADDED(PROP_CLOCK, .x = 200, .y = 250),
};

static const struct scene scenes[] = {
    {"aed-pads", BACKDROP_CLOSE, {-430, 310, -30, 606}, ITEMS(aed_pads)},
    {"aed-child", BACKDROP_CLOSE, {-500, 420, -30, 452}, ITEMS(aed_child)},
    {"aed-shock", BACKDROP_CLOSE, {-256, 256, -30, 490}, ITEMS(aed_shock)},
    {"two-pads", BACKDROP_CLOSE, {-310, 310, -30, 610}, ITEMS(two_pads)},
    {"pad-necklace", BACKDROP_CLOSE, {-310, 310, -30, 610}, ITEMS(pad_necklace)},
    {"pad-patch", BACKDROP_CLOSE, {-320, 310, -30, 610}, ITEMS(pad_patch)},
    {"pad-lump", BACKDROP_CLOSE, {-310, 310, -30, 610}, ITEMS(pad_lump)},
    {"press-again", BACKDROP_PARK, {-436, 415, -50, 384}, ITEMS(press_again)},
};

static const struct scene_wrong_row wrong[] = {
    {WRONG("press-again", "wait-after-shock", wait_after_shock)},
};

static const struct scene_spots spots[] = {
    {"aed-pads", ITEMS(pads_spots)},
    {"aed-child", ITEMS(child_spots)},
    {"aed-shock", ITEMS(shock_spots)},
};

const struct scene_subject scene_subject_aed = {.scenes = scenes,
                                                .scene_count = COUNT(scenes),
                                                .wrong = wrong,
                                                .wrong_count = COUNT(wrong),
                                                .spots = spots,
                                                .spots_count = COUNT(spots)};
