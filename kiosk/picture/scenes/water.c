/* SPDX-License-Identifier: MIT */
/*
 * Drowning: help from the bank, and what helps once somebody is out of the water.
 */
#include "picture/scene_rows.h"

/* ---- river-bank -------------------------------------------------------------------- */

#define BOY_X 396
#define IN_WATER                                                                         \
    {ITEM_FIGURE,       .x = BOY_X,         .y = -196,           .person = PERSON_BOY,   \
     .from = POSE_SWIM, .to = POSE_SWIM_ON, .motion = MOVE_WAVE, .asked = POSE_SWIM},    \
    {                                                                                    \
        ITEM_PROP, .x = BOY_X, .y = 8, .prop = PROP_RIPPLES                              \
    }
#define BANK                                                                             \
    {                                                                                    \
        ITEM_SHADOW, .x = -90, .y = -4, .wide = 110                                      \
    }

static const struct scene_item river_bank[] = {
    BANK,
    {ITEM_FIGURE, .x = -276, .y = 76, .size = 0.74F, .person = PERSON_GRANDFATHER,
     .from = POSE_RUN_LEFT, .to = POSE_RUN_RIGHT_PASS, .motion = MOVE_RUN,
     .show = SHOW_ANSWERED},
    IN_WATER,
    ADDED(PROP_RING, .x = 276, .y = -50),
    {ITEM_FIGURE, .x = -76, .person = PERSON_GIRL, .from = POSE_REACH_POLE,
     .to = POSE_REACH_POLE_ON, .motion = MOVE_SLOWLY, .prop = PROP_POLE,
     .asked = POSE_WAIT},
    ADDED(PROP_SHOUT, .x = -76, .y = 250, .mirrored = true),
};

static const struct scene_item jump_in[] = {
    BANK,
    {ITEM_FIGURE, .x = -76, .person = PERSON_GIRL, .from = POSE_WAIT, .to = POSE_WAIT,
     .show = SHOW_ASKED},
    IN_WATER,
    {ITEM_FIGURE, .x = 256, .y = -222, .person = PERSON_GIRL, .from = POSE_SWIM,
     .to = POSE_SWIM_ON, .motion = MOVE_WAVE, .show = SHOW_ANSWERED},
    ADDED(PROP_RIPPLES, .x = 256, .y = -24),
};

static const struct scene_item hand_chain[] = {
    BANK,
    {ITEM_FIGURE, .x = -76, .person = PERSON_GIRL, .from = POSE_WAIT, .to = POSE_WAIT,
     .show = SHOW_ASKED},
    IN_WATER,
    {ITEM_FIGURE, .x = 272, .y = -112, .person = PERSON_GIRL, .from = POSE_CHAIN_WADING,
     .to = POSE_CHAIN_WADING, .asked = POSE_CHAIN_WADING, .show = SHOW_ANSWERED},
    ADDED(PROP_RIPPLES, .x = 272, .y = 2, .size = 0.7F),
    {ITEM_FIGURE, .x = 128, .y = -90, .size = 0.72F, .person = PERSON_SECOND,
     .from = POSE_CHAIN_WADING, .to = POSE_CHAIN_WADING, .asked = POSE_CHAIN_WADING,
     .show = SHOW_ANSWERED},
    ADDED(PROP_RIPPLES, .x = 134, .y = -8, .size = 0.5F),
    {ITEM_FIGURE, .x = -30, .y = -30, .size = 0.74F, .person = PERSON_RUNNER,
     .from = POSE_CHAIN, .to = POSE_CHAIN, .asked = POSE_CHAIN, .show = SHOW_ANSWERED},
};

/* ---- drowned ----------------------------------------------------------------------- */

#define ASHORE                                                                           \
    {ITEM_SHADOW, .x = 95, .y = -6, .wide = 300},                                        \
    {                                                                                    \
        ITEM_PROP, .y = -8, .prop = PROP_PUDDLE                                          \
    }

static const struct scene_item drowned[] = {
    ASHORE,
    PRESSING(PERSON_RESCUER, .asked = POSE_KNEEL),
    ADDED(PROP_PHONE, .x = -190, .y = -34, .size = 1.2F),
    ADDED(PROP_CALL_120, .x = -160, .y = 100, .size = 0.9F),
};

static const struct scene_item drain[] = {
    ASHORE,
    {ITEM_FIGURE, .x = SCENE_CHEST_X, .person = PERSON_RESCUER, .from = POSE_KNEEL,
     .to = POSE_KNEEL, .show = SHOW_ASKED},
    LYING(.show = SHOW_ASKED),
    {ITEM_HAND, .x = SCENE_CHEST_X, .person = PERSON_RESCUER, .from = POSE_KNEEL,
     .to = POSE_KNEEL, .show = SHOW_ASKED},
    {ITEM_FIGURE, .x = 60, .y = -8, .size = 0.8F, .person = PERSON_RESCUER,
     .from = POSE_SHOULDER, .to = POSE_SHOULDER, .asked = POSE_SHOULDER,
     .show = SHOW_ANSWERED},
    {ITEM_FIGURE, .x = 60, .y = -8, .size = 0.8F, .person = PERSON_LYING,
     .from = POSE_CARRIED, .to = POSE_CARRIED, .asked = POSE_CARRIED,
     .show = SHOW_ANSWERED, .pale = 0.9F},
    {ITEM_ARMS, .x = 60, .y = -8, .size = 0.8F, .person = PERSON_RESCUER,
     .from = POSE_SHOULDER, .to = POSE_SHOULDER, .asked = POSE_SHOULDER,
     .show = SHOW_ANSWERED},
    ADDED(PROP_SIP, .x = 6, .y = 112),
    ADDED(PROP_CLOCK, .x = 240, .y = 250),
};

#define BELLY_DX 74
#define ON_BELLY                                                                         \
    .x = SCENE_CHEST_X + BELLY_DX, .y = -8, .person = PERSON_RESCUER,                    \
    .from = POSE_PRESS_UP, .to = POSE_PRESS_DOWN, .motion = MOVE_PRESS,                  \
    .asked = POSE_KNEEL, .asked_dx = -BELLY_DX, .asked_dy = 8

static const struct scene_item press_belly[] = {
    ASHORE,
    {ITEM_FIGURE, ON_BELLY},
    LYING(.pale = 0.8F),
    {ITEM_HAND, ON_BELLY},
    ADDED(PROP_SIP, .x = -120, .y = 120),
};

static const struct scene_item only_wait[] = {
    ASHORE,
    {ITEM_FIGURE, .x = SCENE_CHEST_X, .person = PERSON_RESCUER, .from = POSE_KNEEL,
     .to = POSE_KNEEL},
    LYING(.pale = 1),
    {ITEM_HAND, .x = SCENE_CHEST_X, .person = PERSON_RESCUER, .from = POSE_KNEEL,
     .to = POSE_KNEEL},
    ADDED(PROP_CLOCK, .x = 200, .y = 250),
};

/* ---- drowned-breath ---------------------------------------------------------------- */

static const struct scene_item drowned_breath[] = {
    ASHORE,
    {ITEM_FIGURE, .x = -12, .person = PERSON_RESCUER, .from = POSE_BREATHE,
     .to = POSE_BREATHE_LOOK, .motion = MOVE_BREATHE, .asked = POSE_KNEEL,
     .asked_dx = 21},
    {ITEM_FIGURE, .person = PERSON_LYING, .from = POSE_LYING_TILTED,
     .to = POSE_LYING_TILTED, .motion = MOVE_BREATHE},
};

/* ---- pool-call --------------------------------------------------------------------- */

/* Out of the water and breathing: she looks at the chest, the telephone beside her. */
static const struct scene_item pool_call[] = {
    ASHORE,
    {ITEM_FIGURE, .x = -12, .person = PERSON_RESCUER, .from = POSE_WATCH,
     .to = POSE_WATCH_LOW, .motion = MOVE_SLOWLY, .asked = POSE_KNEEL, .asked_dx = 21},
    LYING(.from = POSE_LYING, .to = POSE_LYING),
    ADDED(PROP_PHONE, .x = -240, .y = -34, .size = 1.2F),
    {ITEM_WAVES, .x = -238, .y = -14, .show = SHOW_ANSWERED},
    ADDED(PROP_CALL_120, .x = -236, .y = 86, .size = 0.9F),
};

/* ---- warm-side --------------------------------------------------------------------- */

static const struct scene_item warm_side[] = {
    ASHORE,
    {ITEM_FIGURE, .x = 9, .person = PERSON_RESCUER, .from = POSE_WATCH_OVER,
     .to = POSE_WATCH_OVER_ON, .motion = MOVE_SLOWLY, .asked = POSE_KNEEL},
    LYING(.show = SHOW_ASKED),
    {ITEM_FIGURE, .x = 320, .y = 62, .person = PERSON_LYING, .from = POSE_SIDE_FRONT,
     .to = POSE_SIDE_FRONT, .asked = POSE_SIDE_FRONT, .show = SHOW_ANSWERED,
     .turned_deg = 90},
    ADDED(PROP_BLANKET, .x = 86, .y = 0),
    ADDED(PROP_WET_CLOTHES, .x = 340, .y = -26),
};

static const struct scene_item give_liquor[] = {
    ASHORE,
    {ITEM_FIGURE, .x = 9, .person = PERSON_RESCUER, .from = POSE_KNEEL, .to = POSE_KNEEL,
     .show = SHOW_ASKED},
    LYING(.pale = 0.6F),
    {ITEM_FIGURE, .x = -198, .y = -16, .prop = PROP_BOTTLE, .person = PERSON_RESCUER,
     .from = POSE_POUR, .to = POSE_POUR, .asked = POSE_POUR, .show = SHOW_ANSWERED},
    ADDED(PROP_SIP, .x = -76, .y = 100),
    ADDED(PROP_NO_AIR, .x = 20, .y = 210),
};

static const struct scene scenes[] = {
    {"river-bank", BACKDROP_RIVER, {-400, 510, -140, 440}, ITEMS(river_bank)},
    {"drowned", BACKDROP_SHORE, {-270, 400, -50, 400}, ITEMS(drowned)},
    {"drowned-breath", BACKDROP_SHORE, {-270, 400, -50, 384}, ITEMS(drowned_breath)},
    {"pool-call", BACKDROP_SHORE, {-340, 400, -50, 384}, ITEMS(pool_call)},
    {"warm-side", BACKDROP_SHORE, {-350, 420, -50, 384}, ITEMS(warm_side)},
};

static const struct scene_wrong_row wrong[] = {
    {WRONG("river-bank", "jump-in", jump_in)},
    {WRONG("river-bank", "hand-chain", hand_chain)},
    {WRONG("drowned", "drain", drain)},
    {WRONG("drowned", "press-belly", press_belly)},
    {WRONG("drowned", "only-wait", only_wait)},
    {WRONG("warm-side", "give-liquor", give_liquor)},
};

const struct scene_subject scene_subject_water = {.scenes = scenes,
                                                  .scene_count = COUNT(scenes),
                                                  .wrong = wrong,
                                                  .wrong_count = COUNT(wrong)};
