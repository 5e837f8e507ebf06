/* SPDX-License-Identifier: MIT */
/*
 * Broken bones and sprains.
 */
#include "picture/scene_rows.h"

/* ---- fracture-arm ------------------------------------------------------------------ */

#define BOY_X (-110)
#define FELL                                                                             \
    {ITEM_SHADOW, .x = -60, .y = -4, .wide = 190},                                       \
    {                                                                                    \
        ITEM_SHADOW, .x = 150, .y = -8, .wide = 120                                      \
    }
#define BOY(...)                                                                         \
    {                                                                                    \
        ITEM_FIGURE, .x = BOY_X, .person = PERSON_BOY, __VA_ARGS__                       \
    }
#define SORE_ARM .x = BOY_X + 38, .y = 94, .prop = PROP_SWELLING, .turned_deg = 6
#define HELPER(...)                                                                      \
    {                                                                                    \
        ITEM_FIGURE, .x = 96, .y = -10, .person = PERSON_RUNNER, .asked = POSE_WAIT,     \
                     .asked_dx = 40, .mirrored = true, __VA_ARGS__                       \
    }

static const struct scene_item fracture_arm[] = {
    FELL,
    BOY(.from = POSE_SIT_SORE_ARM, .to = POSE_SIT_SORE_ARM),
    {ITEM_PROP, SORE_ARM},
    ADDED(PROP_ARM_CUSHION, .x = BOY_X + 52, .y = 76, .size = 0.8F),
    HELPER(.from = POSE_SUPPORT_ARM, .to = POSE_SUPPORT_ARM_ON, .motion = MOVE_SLOWLY),
};

static const struct scene_item pull_straight[] = {
    FELL,
    BOY(.from = POSE_ARM_PULLED, .to = POSE_ARM_PULLED, .asked = POSE_SIT_SORE_ARM),
    {ITEM_PROP, SORE_ARM, .show = SHOW_ASKED},
    ADDED(PROP_SWELLING, .x = BOY_X + 50, .y = 156),
    ADDED(PROP_TAPS, .x = BOY_X + 40, .y = 196),
    HELPER(.from = POSE_ARM_TUG, .to = POSE_ARM_TUG),
};

static const struct scene_item rub_liquor[] = {
    FELL,
    BOY(.from = POSE_SIT_SORE_ARM, .to = POSE_SIT_SORE_ARM),
    {ITEM_PROP, SORE_ARM},
    HELPER(.from = POSE_RUB_ARM, .to = POSE_RUB_ARM_ON, .motion = MOVE_TAP),
    ADDED(PROP_SPIRIT_BOTTLE, .x = 30, .y = -20),
    ADDED(PROP_TAPS, .x = BOY_X + 60, .y = 112),
};

/* ---- elder-fall -------------------------------------------------------------------- */

#define FLOOR                                                                            \
    {ITEM_SHADOW, .x = 85, .y = -6, .wide = 300},                                        \
        {ITEM_PROP, .x = 330, .y = -22, .prop = PROP_SPILT_WATER},                       \
    {                                                                                    \
        ITEM_PROP, .x = 350, .y = 40, .prop = PROP_LOST_SLIPPER, .turned_deg = 20        \
    }
#define STANDS_BY                                                                        \
    {                                                                                    \
        ITEM_FIGURE, .x = -236, .y = -20, .person = PERSON_SECOND, .from = POSE_WAIT,    \
                     .to = POSE_WAIT, .show = SHOW_ASKED                                 \
    }
#define ON_THE_FLOOR                                                                     \
    .person = PERSON_GRANDMOTHER, .from = POSE_HURT_AWAKE, .to = POSE_HURT_AWAKE
#define ASKS                                                                             \
    .x = 30, .y = -6, .person = PERSON_SECOND, .from = POSE_TEND, .to = POSE_TEND_NEAR,  \
    .motion = MOVE_SLOWLY, .show = SHOW_ANSWERED

static const struct scene_item elder_fall[] = {
    FLOOR,
    STANDS_BY,
    {ITEM_FIGURE, ASKS},
    {ITEM_FIGURE, ON_THE_FLOOR},
    {ITEM_ARMS, ASKS},
    ADDED(PROP_ASKING, .x = 96, .y = 306, .size = 1.3F),
};

static const struct scene_item pull_her_up[] = {
    FLOOR,
    STANDS_BY,
    {ITEM_FIGURE, .x = -210, .y = -10, .person = PERSON_SECOND, .from = POSE_DRAG,
     .to = POSE_DRAG, .show = SHOW_ANSWERED},
    {ITEM_FIGURE, .person = PERSON_GRANDMOTHER, .from = POSE_ELDER_PULLED,
     .to = POSE_ELDER_PULLED, .asked = POSE_HURT_AWAKE},
    ADDED(PROP_TAPS, .x = 130, .y = 70, .size = 1.3F),
};

/* ---- ankle-cold -------------------------------------------------------------------- */

#define CHAIR                                                                            \
    {ITEM_SHADOW, .x = 60, .y = -2, .wide = 220},                                        \
    {                                                                                    \
        ITEM_PROP, .prop = PROP_STOOL                                                    \
    }
#define SORE_ANKLE .x = 100, .y = 34, .prop = PROP_SWELLING, .show = SHOW_ASKED
#define RUNNER     .person = PERSON_RUNNER, .asked = POSE_SIT_LAP

static const struct scene_item ankle_cold[] = {
    CHAIR,
    ADDED(PROP_STOOL, .x = 204, .asked_dx = 60),
    {ITEM_FIGURE, RUNNER, .from = POSE_SIT_FOOT_UP, .to = POSE_SIT_FOOT_UP_NOD,
     .motion = MOVE_SLOWLY},
    {ITEM_PROP, SORE_ANKLE},
    ADDED(PROP_ANKLE_PACK, .x = 184, .y = 148, .size = 0.8F),
};

static const struct scene_item hot_footbath[] = {
    CHAIR,
    {ITEM_FIGURE, RUNNER, .from = POSE_SIT_LAP, .to = POSE_SIT_LAP},
    {ITEM_PROP, SORE_ANKLE},
    ADDED(PROP_FOOTBATH, .x = 106, .y = -8),
};

/* ---- close ------------------------------------------------------------------------- */

#define LEG                                                                              \
    {ITEM_PROP, .prop = PROP_LIMB_MAT},                                                  \
    {                                                                                    \
        ITEM_PROP, .prop = PROP_LIMB_LEG                                                 \
    }
#define BREAK_X 20
#define SWOLLEN                                                                          \
    LEG,                                                                                 \
    {                                                                                    \
        ITEM_PROP, .x = BREAK_X, .y = 206, .prop = PROP_SWELLING_CLOSE                   \
    }

static const struct scene_item splint[] = {
    SWOLLEN,
    ADDED(PROP_BOARD_LONG, .x = 0, .asked_dy = -60),
};

static const struct scene_item splint_arm[] = {
    {ITEM_PROP, .prop = PROP_LIMB_MAT},
    {ITEM_PROP, .prop = PROP_LIMB_FOREARM, .y = -10},
    {ITEM_PROP, .x = -60, .y = 228, .prop = PROP_SWELLING_CLOSE, .size = 0.9F},
    ADDED(PROP_ARM_MAGAZINE, .x = 0, .asked_dy = -60),
};

static const struct scene_item splint_short[] = {
    SWOLLEN,
    ADDED(PROP_BOARD_SHORT, .x = 0, .asked_dy = -60),
};

#define SPLINTED                                                                         \
    SWOLLEN,                                                                             \
    {                                                                                    \
        ITEM_PROP, .prop = PROP_BOARD_LONG                                               \
    }

static const struct scene_item splint_toes[] = {
    SPLINTED,
    ADDED(PROP_TOES_PINK, .x = 0),
    ADDED(PROP_PRESSING_HAND, .x = 318, .y = 352, .size = 0.8F, .asked_dx = -50,
          .asked_dy = 90, .motion = MOVE_SLOWLY, .sway = {0, -9}),
};

static const struct scene_item cold_foot[] = {
    LEG,
    {ITEM_PROP, .prop = PROP_FOOT_PALE},
    {ITEM_PROP, .x = BREAK_X, .y = 206, .prop = PROP_SWELLING_CLOSE},
    {ITEM_PROP, .prop = PROP_BOARD_LONG},
    ADDED(PROP_PHONE, .x = -60, .y = 292, .size = 1.5F),
    ADDED(PROP_CALL_120, .x = -40, .y = 336, .motion = MOVE_SLOWLY, .sway = {0, 7}),
};

#define OPEN                                                                             \
    LEG, {ITEM_PROP, .x = BREAK_X, .y = 220, .prop = PROP_OPEN_WOUND},                   \
    {                                                                                    \
        ITEM_PROP, .x = BREAK_X, .y = 224, .prop = PROP_BONE_TIP                         \
    }

static const struct scene_item open_fracture[] = {
    OPEN,
    ADDED(PROP_GAUZE_SHEET, .x = BREAK_X, .y = 214, .asked_dy = 130),
};

static const struct scene_item push_bone_in[] = {
    OPEN,
    ADDED(PROP_WOUND_RUNS, .x = BREAK_X, .y = 216),
    ADDED(PROP_PRESSING_HAND, .x = BREAK_X, .y = 240, .size = 0.8F, .asked_dy = 90),
    ADDED(PROP_TAPS, .x = BREAK_X - 60, .y = 250, .size = 1.6F),
};

static const struct scene_item wash_bone[] = {
    OPEN,
    ADDED(PROP_WOUND_RUNS, .x = BREAK_X, .y = 216),
    ADDED(PROP_TAP_STREAM, .x = BREAK_X, .y = 246),
};

/* A limb on its mat, with what comes up to that height. */
#define CLOSE_BOX(top)                                                                   \
    {                                                                                    \
        -430, 430, 40, (top)                                                             \
    }

static const struct scene scenes[] = {
    {"fracture-arm", BACKDROP_PARK, {-265, 320, -44, 480}, ITEMS(fracture_arm)},
    {"splint", BACKDROP_CLOSE, CLOSE_BOX(392), ITEMS(splint)},
    {"splint-arm", BACKDROP_CLOSE, CLOSE_BOX(350), ITEMS(splint_arm)},
    {"splint-toes", BACKDROP_CLOSE, CLOSE_BOX(640), ITEMS(splint_toes)},
    {"cold-foot", BACKDROP_CLOSE, CLOSE_BOX(500), ITEMS(cold_foot)},
    {"open-fracture", BACKDROP_CLOSE, CLOSE_BOX(620), ITEMS(open_fracture)},
    {"elder-fall", BACKDROP_HALL, {-320, 420, -44, 480}, ITEMS(elder_fall)},
    {"ankle-cold", BACKDROP_HALL, {-210, 330, -40, 440}, ITEMS(ankle_cold)},
};

static const struct scene_wrong_row wrong[] = {
    {WRONG("fracture-arm", "pull-straight", pull_straight)},
    {WRONG("fracture-arm", "rub-liquor", rub_liquor)},
    {WRONG("splint", "splint-short", splint_short)},
    {WRONG("open-fracture", "push-bone-in", push_bone_in)},
    {WRONG("open-fracture", "wash-bone", wash_bone)},
    {WRONG("elder-fall", "pull-her-up", pull_her_up)},
    {WRONG("ankle-cold", "hot-footbath", hot_footbath)},
};

const struct scene_subject scene_subject_fractures = {.scenes = scenes,
                                                      .scene_count = COUNT(scenes),
                                                      .wrong = wrong,
                                                      .wrong_count = COUNT(wrong)};
