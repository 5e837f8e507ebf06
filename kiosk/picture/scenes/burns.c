/* SPDX-License-Identifier: MIT */
/*
 * Burns and scalds.
 */
#include "picture/scene_rows.h"

#define KITCHEN                                                                          \
    {ITEM_SHADOW, .x = -20, .y = -4, .wide = 330},                                       \
    {                                                                                    \
        ITEM_PROP, .x = 10, .prop = PROP_KITCHEN_SINK                                    \
    }

/* ---- burn-cool --------------------------------------------------------------------- */

#define BOY_X     (-80)
#define STEP_BACK (-30)
#define BOY_HOLDS                                                                        \
    {ITEM_FIGURE,          .x = BOY_X + STEP_BACK,      .y = -10,                        \
     .person = PERSON_BOY, .from = POSE_HOLD_BURNT_ARM, .to = POSE_HOLD_BURNT_ARM},      \
    {                                                                                    \
        ITEM_PROP, .x = BOY_X + STEP_BACK + 56, .y = 215, .prop = PROP_SCALD_PATCH       \
    }
#define GRANDMOTHER(...)                                                                 \
    {                                                                                    \
        ITEM_FIGURE, .x = -214, .y = -16, .person = PERSON_GRANDMOTHER,                  \
                     .asked = POSE_WAIT, __VA_ARGS__                                     \
    }

static const struct scene_item burn_cool[] = {
    KITCHEN,
    GRANDMOTHER(.from = POSE_STEADY_CHILD, .to = POSE_STEADY_CHILD_ON,
                .motion = MOVE_SLOWLY),
    {ITEM_FIGURE, .x = BOY_X, .y = -10, .person = PERSON_BOY, .from = POSE_AT_TAP,
     .to = POSE_AT_TAP, .asked = POSE_HOLD_BURNT_ARM, .asked_dx = STEP_BACK},
    {ITEM_PROP, .x = BOY_X + STEP_BACK + 56, .y = 215, .prop = PROP_SCALD_PATCH,
     .show = SHOW_ASKED},
    ADDED(PROP_SCALD_PATCH, .x = 2, .y = 224, .turned_deg = -24),
    ADDED(PROP_WATER_RUN, .x = 10),
};

static const struct scene_item toothpaste[] = {
    KITCHEN,
    GRANDMOTHER(.from = POSE_STEADY_CHILD, .to = POSE_STEADY_CHILD),
    BOY_HOLDS,
    ADDED(PROP_TOOTHPASTE, .x = BOY_X + STEP_BACK + 56, .y = 217),
    ADDED(PROP_PASTE_TUBE, .x = BOY_X + STEP_BACK + 50, .y = 238, .size = 0.8F,
          .turned_deg = -20),
};

static const struct scene_item ice_on_burn[] = {
    KITCHEN,
    GRANDMOTHER(.from = POSE_STEADY_CHILD, .to = POSE_STEADY_CHILD),
    BOY_HOLDS,
    ADDED(PROP_ICE_CUBES, .x = BOY_X + STEP_BACK + 54, .y = 238, .size = 0.8F),
};

/* ---- burn-child -------------------------------------------------------------------- */

#define COOLED                                                                           \
    {ITEM_PROP,        .x = 4, .y = 206, .size = 1.3F, .prop = PROP_SCALD_PATCH,         \
     .turned_deg = -24},                                                                 \
    {                                                                                    \
        ITEM_PROP, .x = 10, .prop = PROP_WATER_RUN                                       \
    }
#define GIRL                                                                             \
    .x = -74, .y = -10, .person = PERSON_GIRL, .from = POSE_AT_TAP, .to = POSE_AT_TAP
#define FATHER(...)                                                                      \
    {                                                                                    \
        ITEM_FIGURE, .x = -226, .y = -16, .person = PERSON_SECOND, .asked = POSE_WAIT,   \
                     __VA_ARGS__                                                         \
    }

static const struct scene_item burn_child[] = {
    KITCHEN,
    FATHER(.from = POSE_STEADY_CHILD, .to = POSE_STEADY_CHILD_ON, .motion = MOVE_SLOWLY),
    {ITEM_FIGURE, GIRL},
    ADDED(PROP_BLANKET_CAPE, .x = -74, .y = -10),
    {ITEM_ARMS, GIRL},
    COOLED,
};

static const struct scene_item cold_all_over[] = {
    KITCHEN,
    FATHER(.from = POSE_WAIT, .to = POSE_WAIT),
    {ITEM_FIGURE, GIRL},
    {ITEM_ARMS, GIRL},
    COOLED,
    ADDED(PROP_SHOWER_HEAD, .x = -66, .y = 300),
};

/* ---- clothes-fire ------------------------------------------------------------------ */

#define IN_FLAMES                                                                        \
    {ITEM_SHADOW, .x = 90, .y = -4, .wide = 260},                                        \
        {ITEM_FIGURE,                                                                    \
         .x = 60,                                                                        \
         .person = PERSON_RUNNER,                                                        \
         .from = POSE_BOTH_UP,                                                           \
         .to = POSE_BOTH_HIGH,                                                           \
         .motion = MOVE_WAVE,                                                            \
         .show = SHOW_ASKED},                                                            \
    {                                                                                    \
        ITEM_FLAME, .x = 98, .y = 268, .size = 0.42F, .show = SHOW_ASKED                 \
    }

static const struct scene_item clothes_fire[] = {
    IN_FLAMES,
    {ITEM_FIGURE, .person = PERSON_RUNNER, .from = POSE_ROLL_OUT, .to = POSE_ROLL_OUT_ON,
     .asked = POSE_ROLL_OUT, .motion = MOVE_SLOWLY, .show = SHOW_ANSWERED},
    ADDED(PROP_ROLL_ARROW, .x = 60, .y = 110),
    ADDED(PROP_SMOKE_PUFF, .x = -20, .y = 100),
};

static const struct scene_item run_burning[] = {
    IN_FLAMES,
    {ITEM_FLAME, .x = 60, .y = 250, .size = 0.9F, .show = SHOW_ANSWERED},
    {ITEM_FIGURE, .x = 80, .person = PERSON_RUNNER, .from = POSE_RUN_LEFT,
     .to = POSE_RUN_RIGHT_PASS, .motion = MOVE_RUN, .show = SHOW_ANSWERED},
    {ITEM_FLAME, .x = 92, .y = 252, .size = 0.6F, .show = SHOW_ANSWERED},
};

/* ---- close ------------------------------------------------------------------------- */

#define ARM                                                                              \
    {ITEM_PROP, .prop = PROP_LIMB_MAT},                                                  \
    {                                                                                    \
        ITEM_PROP, .y = -28, .prop = PROP_LIMB_FOREARM                                   \
    }
#define BURN_X (-60)
#define BURN_Y 202
#define BURNT                                                                            \
    {                                                                                    \
        ITEM_PROP, .x = BURN_X, .y = BURN_Y, .prop = PROP_SCALD_WIDE                     \
    }
#define SLEEVED                                                                          \
    ARM, BURNT,                                                                          \
    {                                                                                    \
        ITEM_PROP, .prop = PROP_SLEEVE_STUCK, .show = SHOW_ASKED                         \
    }

static const struct scene_item burn_sleeve[] = {
    SLEEVED,
    ADDED(PROP_SLEEVE_LEFT, .x = BURN_X, .y = BURN_Y),
    ADDED(PROP_SCISSORS, .x = 34, .y = 280, .asked_dx = 60, .asked_dy = 60,
          .motion = MOVE_SLOWLY, .sway = {14, 6}),
    {ITEM_PROP, .x = 238, .y = 122, .prop = PROP_FINGER_RING, .asked_dx = 22,
     .asked_dy = 88},
};

static const struct scene_item tear_sleeve[] = {
    SLEEVED,
    ADDED(PROP_OPEN_WOUND, .x = BURN_X, .y = BURN_Y),
    ADDED(PROP_SLEEVE_TORN, .x = BURN_X + 50, .y = 348),
    ADDED(PROP_PINCHING_HAND, .x = BURN_X + 60, .y = 356, .size = 0.8F),
    {ITEM_PROP, .x = 260, .y = 210, .prop = PROP_FINGER_RING},
};

#define BLISTERED                                                                        \
    ARM, BURNT,                                                                          \
    {                                                                                    \
        ITEM_PROP, .x = BURN_X, .y = BURN_Y, .prop = PROP_BLISTERS                       \
    }

static const struct scene_item burn_cover[] = {
    BLISTERED,
    ADDED(PROP_GAUZE_SHEET, .x = BURN_X, .y = BURN_Y, .asked_dy = 130),
};

static const struct scene_item burn_film[] = {
    BLISTERED,
    {ITEM_PROP, .x = 250, .y = 300, .prop = PROP_FILM_ROLL},
    ADDED(PROP_FILM_SHEET, .x = BURN_X, .y = BURN_Y, .asked_dy = 130),
};

static const struct scene_item prick_blister[] = {
    BLISTERED,
    ADDED(PROP_SEWING_NEEDLE, .x = BURN_X + 18, .y = BURN_Y + 12),
    ADDED(PROP_PINCHING_HAND, .x = BURN_X + 44, .y = BURN_Y + 72, .size = 0.8F),
};

static const struct scene_item sauce_on_burn[] = {
    BLISTERED,
    ADDED(PROP_SOY_SAUCE, .x = BURN_X, .y = BURN_Y + 4),
};

#define LIMED                                                                            \
    ARM,                                                                                 \
    {                                                                                    \
        ITEM_PROP, .x = 186, .y = 216, .prop = PROP_LIME, .show = SHOW_ASKED             \
    }

static const struct scene_item burn_powder[] = {
    LIMED,
    ADDED(PROP_LIME_OFF, .x = 300, .y = 112),
    ADDED(PROP_HAND_BRUSH, .x = 214, .y = 236, .asked_dx = -60, .asked_dy = 60,
          .motion = MOVE_WAVE, .sway = {34, -4}),
    ADDED(PROP_PRESSING_HAND, .x = 250, .y = 326, .size = 0.8F, .asked_dx = -60,
          .asked_dy = 60, .motion = MOVE_WAVE, .sway = {34, -4}),
};

static const struct scene_item water_on_powder[] = {
    LIMED,
    ADDED(PROP_SCALD_WIDE, .x = 176, .y = 202, .size = 0.8F),
    ADDED(PROP_LIME, .x = 186, .y = 216),
    ADDED(PROP_TAP_STREAM, .x = 190, .y = 226),
    ADDED(PROP_LIME_HEAT, .x = 100, .y = 290),
    ADDED(PROP_LIME_HEAT, .x = 290, .y = 290),
};

/* A small spot outside, a large hurt inside. */
static const struct scene_item electric_burn[] = {
    ARM,
    {ITEM_PROP, .x = 190, .y = 204, .prop = PROP_SHOCK_SPOT},
    ADDED(PROP_SHOCK_WAY, .x = 190, .y = 204, .motion = MOVE_WAVE, .sway = {-9, 1}),
};

/* A forearm on its mat, with what comes up to that height. */
#define CLOSE_BOX(top)                                                                   \
    {                                                                                    \
        -430, 430, 40, (top)                                                             \
    }

static const struct scene scenes[] = {
    {"burn-cool", BACKDROP_HALL, {-365, 330, -44, 460}, ITEMS(burn_cool)},
    {"burn-sleeve", BACKDROP_CLOSE, CLOSE_BOX(600), ITEMS(burn_sleeve)},
    {"burn-cover", BACKDROP_CLOSE, CLOSE_BOX(540), ITEMS(burn_cover)},
    {"burn-film", BACKDROP_CLOSE, CLOSE_BOX(420), ITEMS(burn_film)},
    {"burn-child", BACKDROP_HALL, {-365, 330, -44, 500}, ITEMS(burn_child)},
    {"clothes-fire", BACKDROP_PARK, {-260, 400, -44, 540}, ITEMS(clothes_fire)},
    {"burn-powder", BACKDROP_CLOSE, CLOSE_BOX(620), ITEMS(burn_powder)},
    {"electric-burn", BACKDROP_CLOSE, CLOSE_BOX(340), ITEMS(electric_burn)},
};

static const struct scene_wrong_row wrong[] = {
    {WRONG("burn-cool", "toothpaste", toothpaste)},
    {WRONG("burn-cool", "ice-on-burn", ice_on_burn)},
    {WRONG("burn-sleeve", "tear-sleeve", tear_sleeve)},
    {WRONG("burn-cover", "prick-blister", prick_blister)},
    {WRONG("burn-cover", "sauce-on-burn", sauce_on_burn)},
    {WRONG("burn-child", "cold-all-over", cold_all_over)},
    {WRONG("clothes-fire", "run-burning", run_burning)},
    {WRONG("burn-powder", "water-on-powder", water_on_powder)},
};

const struct scene_subject scene_subject_burns = {.scenes = scenes,
                                                  .scene_count = COUNT(scenes),
                                                  .wrong = wrong,
                                                  .wrong_count = COUNT(wrong)};
