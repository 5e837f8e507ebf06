/* SPDX-License-Identifier: MIT */
/*
 * Severe bleeding.
 */
#include "picture/scene_rows.h"

/* Where the hurt thigh lies. */
#define THIGH_X 168

#define HURT                                                                             \
    {                                                                                    \
        ITEM_FIGURE, .person = PERSON_SECOND, .from = POSE_HURT_AWAKE,                   \
                     .to = POSE_HURT_AWAKE, .asked = POSE_HURT_AWAKE                     \
    }
#define GROUND                                                                           \
    {                                                                                    \
        ITEM_SHADOW, .x = 95, .y = -6, .wide = 300                                       \
    }
#define HELPER(pose_from, pose_to)                                                       \
    .x = THIGH_X, .y = -14, .person = PERSON_RESCUER, .from = (pose_from),               \
    .to = (pose_to), .motion = MOVE_SLOWLY, .asked = POSE_KNEEL
#define THIGH_BLEEDS                                                                     \
    {                                                                                    \
        ITEM_PROP, .x = THIGH_X, .y = 50, .prop = PROP_BLOOD_PATCH                       \
    }
#define WELLS_UP(when)                                                                   \
    {                                                                                    \
        ITEM_PROP, .x = THIGH_X, .y = 52, .prop = PROP_BLOOD_DROPS, .show = (when)       \
    }

static const struct scene_item bleeding_press[] = {
    GROUND,
    {ITEM_FIGURE, HELPER(POSE_WOUND_PRESS, POSE_WOUND_PRESS_ON)},
    HURT,
    THIGH_BLEEDS,
    WELLS_UP(SHOW_ASKED),
    ADDED(PROP_WOUND_CLOTH, .x = THIGH_X, .y = 54),
    {ITEM_HAND, HELPER(POSE_WOUND_PRESS, POSE_WOUND_PRESS_ON)},
};

static const struct scene_item pour_powder[] = {
    GROUND,
    {ITEM_FIGURE, HELPER(POSE_SPRINKLE, POSE_SPRINKLE), .prop = PROP_POWDER_PACKET},
    HURT,
    THIGH_BLEEDS,
    WELLS_UP(SHOW_ALWAYS),
    {ITEM_HAND, HELPER(POSE_SPRINKLE, POSE_SPRINKLE)},
    ADDED(PROP_BLOOD_PATCH, .x = THIGH_X + 14, .y = 30),
};

/* The thigh bleeds on, high as it is. */
static const struct scene_item raise_leg[] = {
    GROUND,
    {ITEM_FIGURE, .x = THIGH_X, .y = -14, .person = PERSON_RESCUER, .from = POSE_KNEEL,
     .to = POSE_KNEEL, .asked = POSE_KNEEL, .show = SHOW_ASKED},
    {ITEM_FIGURE, .person = PERSON_SECOND, .from = POSE_HURT_LEGS_UP,
     .to = POSE_HURT_LEGS_UP, .asked = POSE_HURT_AWAKE},
    {ITEM_PROP, .x = THIGH_X, .y = 50, .prop = PROP_BLOOD_PATCH, .show = SHOW_ASKED},
    WELLS_UP(SHOW_ASKED),
    {ITEM_HAND, .x = THIGH_X, .y = -14, .person = PERSON_RESCUER, .from = POSE_KNEEL,
     .to = POSE_KNEEL, .asked = POSE_KNEEL, .show = SHOW_ASKED},
    ADDED(PROP_BLOOD_PATCH, .x = 176, .y = 98, .turned_deg = 38),
    ADDED(PROP_BLOOD_DROPS, .x = 172, .y = 100),
    {ITEM_FIGURE, .x = 388, .y = -10, .person = PERSON_RESCUER, .from = POSE_HOLD_FEET_UP,
     .to = POSE_HOLD_FEET_UP, .mirrored = true, .show = SHOW_ANSWERED},
};

/* ---- shock-warm -------------------------------------------------------------------- */

#define SWEATS                                                                           \
    {                                                                                    \
        ITEM_PROP, .x = -94, .y = 84, .prop = PROP_COLD_SWEAT                            \
    }
#define DRESSED                                                                          \
    {                                                                                    \
        ITEM_PROP, .x = THIGH_X, .y = 40, .size = 1.1F, .prop = PROP_WOUND_CLOTH         \
    }
#define TENDS                                                                            \
    .x = 30, .y = -6, .person = PERSON_RESCUER, .from = POSE_TEND, .to = POSE_TEND_NEAR, \
    .motion = MOVE_SLOWLY, .asked = POSE_KNEEL

static const struct scene_item shock_warm[] = {
    GROUND,
    {ITEM_FIGURE, TENDS},
    LYING(.from = POSE_HURT_AWAKE, .to = POSE_HURT_AWAKE, .asked = POSE_HURT_AWAKE),
    DRESSED,
    SWEATS,
    ADDED(PROP_WARM_BLANKET, .x = 0),
    {ITEM_ARMS, TENDS, .show = SHOW_ANSWERED},
};

static const struct scene_item give_a_drink[] = {
    GROUND,
    {ITEM_FIGURE, .x = 30, .y = -6, .person = PERSON_RESCUER, .from = POSE_KNEEL,
     .to = POSE_KNEEL, .show = SHOW_ASKED},
    LYING(.from = POSE_HURT_AWAKE, .to = POSE_HURT_AWAKE, .asked = POSE_HURT_AWAKE,
          .pale = 0.5F),
    DRESSED,
    SWEATS,
    {ITEM_FIGURE, .x = -198, .y = -16, .prop = PROP_CUP, .person = PERSON_RESCUER,
     .from = POSE_POUR, .to = POSE_POUR, .show = SHOW_ANSWERED},
    ADDED(PROP_SIP, .x = -76, .y = 108),
    ADDED(PROP_NO_AIR, .x = 20, .y = 200),
};

static const struct scene_item legs_up[] = {
    GROUND,
    {ITEM_FIGURE, .x = 30, .y = -6, .person = PERSON_RESCUER, .from = POSE_KNEEL,
     .to = POSE_KNEEL, .show = SHOW_ASKED},
    LYING(.from = POSE_HURT_LEGS_UP, .to = POSE_HURT_LEGS_UP, .asked = POSE_HURT_AWAKE,
          .pale = 0.5F),
    {ITEM_PROP, .x = THIGH_X, .y = 40, .size = 1.1F, .prop = PROP_WOUND_CLOTH,
     .show = SHOW_ASKED},
    SWEATS,
    ADDED(PROP_WOUND_CLOTH, .x = 180, .y = 96, .size = 1.1F, .turned_deg = 38),
    ADDED(PROP_BLOOD_PATCH, .x = 180, .y = 100, .turned_deg = 38),
    {ITEM_FIGURE, .x = 388, .y = -10, .person = PERSON_RESCUER, .from = POSE_HOLD_FEET_UP,
     .to = POSE_HOLD_FEET_UP, .mirrored = true, .show = SHOW_ANSWERED},
};

/* ---- close ------------------------------------------------------------------------- */

#define MAT                                                                              \
    {                                                                                    \
        ITEM_PROP, .prop = PROP_LIMB_MAT                                                 \
    }
#define LEG                                                                              \
    {                                                                                    \
        ITEM_PROP, .prop = PROP_LIMB_LEG                                                 \
    }
#define SHIN_X 96
#define SHIN_Y 222

static const struct scene_item bleeding_layer[] = {
    MAT,
    LEG,
    {ITEM_PROP, .x = SHIN_X, .y = SHIN_Y, .prop = PROP_SOAKED_CLOTH},
    ADDED(PROP_SECOND_CLOTH, .x = SHIN_X, .y = SHIN_Y + 8, .asked_dy = 120),
    {ITEM_PROP, .x = SHIN_X, .y = SHIN_Y + 24, .size = 0.8F, .prop = PROP_PRESSING_HAND,
     .motion = MOVE_SLOWLY, .sway = {0, -9}},
};

static const struct scene_item lift_to_look[] = {
    MAT,
    LEG,
    ADDED(PROP_OPEN_WOUND, .x = SHIN_X, .y = SHIN_Y),
    ADDED(PROP_WOUND_RUNS, .x = SHIN_X, .y = SHIN_Y),
    {ITEM_PROP, .x = SHIN_X - 20, .y = SHIN_Y + 96, .prop = PROP_SOAKED_CLOTH,
     .asked_dx = 20, .asked_dy = -96},
    {ITEM_PROP, .x = SHIN_X - 80, .y = SHIN_Y + 100, .size = 0.8F,
     .prop = PROP_PRESSING_HAND, .asked_dx = 80, .asked_dy = -76},
};

#define SHARD_X (-60)
#define SHARD_Y 282

static const struct scene_item bleeding_object[] = {
    MAT,
    {ITEM_PROP, .y = -28, .prop = PROP_LIMB_FOREARM},
    {ITEM_PROP, .x = SHARD_X, .y = SHARD_Y - 52, .prop = PROP_GLASS_SHARD},
    ADDED(PROP_PADS_AROUND, .x = SHARD_X, .y = SHARD_Y - 40),
};

static const struct scene_item pull_it_out[] = {
    MAT,
    {ITEM_PROP, .y = -28, .prop = PROP_LIMB_FOREARM},
    {ITEM_PROP, .x = SHARD_X, .y = SHARD_Y - 52, .prop = PROP_GLASS_SHARD,
     .show = SHOW_ASKED},
    ADDED(PROP_OPEN_WOUND, .x = SHARD_X, .y = SHARD_Y - 52),
    ADDED(PROP_WOUND_RUNS, .x = SHARD_X, .y = SHARD_Y - 52),
    ADDED(PROP_GLASS_WHOLE, .x = SHARD_X + 20, .y = SHARD_Y - 8),
    ADDED(PROP_PINCHING_HAND, .x = SHARD_X + 44, .y = SHARD_Y + 104, .size = 0.8F),
};

#define BAND_X (SHIN_X - 38 - 54 - 25)

static const struct scene_item tourniquet[] = {
    MAT,
    LEG,
    {ITEM_PROP, .x = SHIN_X, .y = SHIN_Y - 6, .prop = PROP_SOAKED_CLOTH},
    {ITEM_PROP, .x = SHIN_X, .y = SHIN_Y - 24, .prop = PROP_WOUND_RUNS,
     .show = SHOW_ASKED},
    ADDED(PROP_TOURNIQUET, .x = BAND_X, .y = 248),
    ADDED(PROP_GAP_SHOWN, .x = SHIN_X - 38 - 27, .y = 316, .motion = MOVE_SLOWLY,
          .sway = {0, 8}),
};

static const struct scene_item cloth_band[] = {
    MAT,
    LEG,
    {ITEM_PROP, .x = SHIN_X, .y = SHIN_Y - 6, .prop = PROP_SOAKED_CLOTH},
    {ITEM_PROP, .x = SHIN_X, .y = SHIN_Y - 24, .prop = PROP_WOUND_RUNS,
     .show = SHOW_ASKED},
    ADDED(PROP_CLOTH_BAND, .x = BAND_X - 6, .y = 248, .motion = MOVE_SLOWLY,
          .sway = {0, -5}),
};

#define STILL_BLEEDS                                                                     \
    MAT, LEG, {ITEM_PROP, .x = SHIN_X, .y = SHIN_Y - 6, .prop = PROP_SOAKED_CLOTH},      \
    {                                                                                    \
        ITEM_PROP, .x = SHIN_X, .y = SHIN_Y - 24, .prop = PROP_WOUND_RUNS                \
    }

static const struct scene_item band_on_knee[] = {
    STILL_BLEEDS,
    ADDED(PROP_TOURNIQUET, .x = -150, .y = 256, .size = 1.06F),
};

static const struct scene_item band_of_wire[] = {
    STILL_BLEEDS,
    ADDED(PROP_WIRE_BAND, .x = BAND_X, .y = 244),
};

static const struct scene_item tourniquet_time[] = {
    MAT,
    LEG,
    {ITEM_PROP, .x = SHIN_X, .y = SHIN_Y - 6, .prop = PROP_SOAKED_CLOTH},
    {ITEM_PROP, .x = BAND_X, .y = 248, .prop = PROP_TOURNIQUET},
    ADDED(PROP_TIME_TAG, .x = BAND_X + 10, .y = 262, .motion = MOVE_SLOWLY,
          .sway = {0, 7}),
};

static const struct scene_item loosen_band[] = {
    MAT,
    LEG,
    {ITEM_PROP, .x = SHIN_X, .y = SHIN_Y - 6, .prop = PROP_SOAKED_CLOTH},
    {ITEM_PROP, .x = BAND_X, .y = 248, .prop = PROP_TOURNIQUET, .show = SHOW_ASKED},
    ADDED(PROP_TOURNIQUET_LOOSE, .x = BAND_X, .y = 252),
    ADDED(PROP_WOUND_RUNS, .x = SHIN_X, .y = SHIN_Y - 24),
};

static const struct scene_item cut_finger[] = {
    {ITEM_PROP, .prop = PROP_LIMB_MAT, .y = -100},
    {ITEM_PROP, .x = -230, .y = 28, .prop = PROP_GAUZE_ROLL, .show = SHOW_ASKED},
    {ITEM_PROP, .x = -20, .y = 28, .prop = PROP_CLEAR_BAG, .show = SHOW_ASKED},
    {ITEM_PROP, .x = 220, .y = 28, .prop = PROP_ICE_BOWL, .show = SHOW_ASKED},
    ADDED(PROP_TWO_BAGS, .y = 28, .size = 1.1F),
};

static const struct scene_item finger_in_ice[] = {
    {ITEM_PROP, .prop = PROP_LIMB_MAT, .y = -100},
    {ITEM_PROP, .x = -230, .y = 28, .prop = PROP_GAUZE_ROLL, .show = SHOW_ASKED},
    {ITEM_PROP, .x = -20, .y = 28, .prop = PROP_CLEAR_BAG, .show = SHOW_ASKED},
    {ITEM_PROP, .x = 220, .y = 28, .prop = PROP_ICE_BOWL, .show = SHOW_ASKED},
    ADDED(PROP_ICE_BOWL, .y = 28, .size = 1.6F),
    ADDED(PROP_FINGER_ON_ICE, .y = 28, .size = 1.6F),
};

#define CUT                                                                              \
    MAT, {ITEM_PROP, .y = -28, .prop = PROP_LIMB_FOREARM},                               \
    {                                                                                    \
        ITEM_PROP, .x = 288, .y = 212, .prop = PROP_SMALL_CUT                            \
    }

static const struct scene_item small_cut[] = {
    CUT,
    ADDED(PROP_PLASTER, .x = 288, .y = 212, .asked_dy = 80),
};

static const struct scene_item ash_on_cut[] = {
    CUT,
    ADDED(PROP_ASH_HEAP, .x = 288, .y = 214, .asked_dy = 80),
};

/* A limb on its mat, with what comes up to that height. */
#define CLOSE_BOX(top)                                                                   \
    {                                                                                    \
        -430, 430, 40, (top)                                                             \
    }

static const struct scene scenes[] = {
    {"bleeding-press", BACKDROP_PARK, {-215, 525, -44, 384}, ITEMS(bleeding_press)},
    {"bleeding-layer", BACKDROP_CLOSE, CLOSE_BOX(560), ITEMS(bleeding_layer)},
    {"bleeding-object", BACKDROP_CLOSE, CLOSE_BOX(624), ITEMS(bleeding_object)},
    {"tourniquet", BACKDROP_CLOSE, CLOSE_BOX(392), ITEMS(tourniquet)},
    {"cloth-band", BACKDROP_CLOSE, CLOSE_BOX(392), ITEMS(cloth_band)},
    {"tourniquet-time", BACKDROP_CLOSE, CLOSE_BOX(462), ITEMS(tourniquet_time)},
    {"shock-warm", BACKDROP_PARK, {-365, 525, -44, 384}, ITEMS(shock_warm)},
    {"cut-finger", BACKDROP_CLOSE, {-430, 430, -24, 440}, ITEMS(cut_finger)},
    {"small-cut", BACKDROP_CLOSE, CLOSE_BOX(350), ITEMS(small_cut)},
};

static const struct scene_wrong_row wrong[] = {
    {WRONG("bleeding-press", "pour-powder", pour_powder)},
    {WRONG("bleeding-press", "raise-leg", raise_leg)},
    {WRONG("bleeding-layer", "lift-to-look", lift_to_look)},
    {WRONG("bleeding-object", "pull-it-out", pull_it_out)},
    {WRONG("tourniquet", "band-on-knee", band_on_knee)},
    {WRONG("cloth-band", "band-of-wire", band_of_wire)},
    {WRONG("tourniquet-time", "loosen-band", loosen_band)},
    {WRONG("shock-warm", "give-a-drink", give_a_drink)},
    {WRONG("shock-warm", "legs-up", legs_up)},
    {WRONG("cut-finger", "finger-in-ice", finger_in_ice)},
    {WRONG("small-cut", "ash-on-cut", ash_on_cut)},
};

const struct scene_subject scene_subject_bleeding = {.scenes = scenes,
                                                     .scene_count = COUNT(scenes),
                                                     .wrong = wrong,
                                                     .wrong_count = COUNT(wrong)};
