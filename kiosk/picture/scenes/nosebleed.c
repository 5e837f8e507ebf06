/* SPDX-License-Identifier: MIT */
/*
 * A nosebleed.
 */
#include "picture/scene_rows.h"

static const struct scene_item nosebleed[] = {
    {ITEM_SHADOW, .x = 40, .y = -2, .wide = 170},
    {ITEM_PROP, .prop = PROP_STOOL},
    {ITEM_FIGURE, .person = PERSON_SECOND, .from = POSE_NOSE_FORWARD,
     .to = POSE_NOSE_FORWARD_ON, .motion = MOVE_SLOWLY, .asked = POSE_SIT_LAP},
    {ITEM_PROP, .x = 60, .y = 350, .prop = PROP_NOSE_DROPS, .show = SHOW_ASKED},
};

/* The road to the house, and the way of one who looks at another house first. */

/* ---- nosebleed --------------------------------------------------------------------- */

#define BLEEDS                                                                           \
    {ITEM_SHADOW, .x = 40, .y = -2, .wide = 170},                                        \
    {                                                                                    \
        ITEM_PROP, .prop = PROP_STOOL                                                    \
    }
#define DROPS                                                                            \
    {                                                                                    \
        ITEM_PROP, .x = 60, .y = 350, .prop = PROP_NOSE_DROPS, .show = SHOW_ASKED        \
    }

/* The blood runs down the throat. */
static const struct scene_item head_back[] = {
    BLEEDS,
    {ITEM_FIGURE, .person = PERSON_SECOND, .from = POSE_NOSE_BACK, .to = POSE_NOSE_BACK,
     .asked = POSE_SIT_LAP},
    DROPS,
    ADDED(PROP_NOSE_RUNS, .x = 4, .y = 352),
};

static const struct scene_item lie_flat[] = {
    BLEEDS,
    {ITEM_FIGURE, .person = PERSON_SECOND, .from = POSE_SIT_LAP, .to = POSE_SIT_LAP,
     .show = SHOW_ASKED},
    DROPS,
    {ITEM_FIGURE, .x = -20, .y = -20, .person = PERSON_SECOND, .from = POSE_NOSE_FLAT,
     .to = POSE_NOSE_FLAT, .asked = POSE_NOSE_FLAT, .show = SHOW_ANSWERED},
};

static const struct scene scenes[] = {
    {"nosebleed", BACKDROP_HALL, {-210, 340, -40, 440}, ITEMS(nosebleed)},
};

static const struct scene_wrong_row wrong[] = {
    {WRONG("nosebleed", "head-back", head_back)},
    {WRONG("nosebleed", "lie-flat", lie_flat)},
};

const struct scene_subject scene_subject_nosebleed = {.scenes = scenes,
                                                      .scene_count = COUNT(scenes),
                                                      .wrong = wrong,
                                                      .wrong_count = COUNT(wrong)};
