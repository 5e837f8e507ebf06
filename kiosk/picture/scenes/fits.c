/* SPDX-License-Identifier: MIT */
/*
 * A fit: nobody is held, nothing is put into a mouth. The jerks are small and slow.
 */
#include "picture/scene_rows.h"

#define FLOOR                                                                            \
    {                                                                                    \
        ITEM_SHADOW, .x = 95, .y = -6, .wide = 300                                       \
    }
#define JERKS(...)                                                                       \
    {                                                                                    \
        ITEM_FIGURE, .person = PERSON_LYING, .from = POSE_FIT, .to = POSE_FIT_ON,        \
                     .motion = MOVE_TAP, .asked = POSE_FIT, __VA_ARGS__                  \
    }
#define KNEELS(who, from_pose, to_pose, moves)                                           \
    .person = (who), .from = (from_pose), .to = (to_pose), .motion = (moves),            \
    .asked = POSE_KNEEL

/* ---- fit --------------------------------------------------------------------------- */

/* The stool stands where her knees may hit it. */
#define STOOL(away)                                                                      \
    {                                                                                    \
        ITEM_PROP, .x = 250 + (away), .y = 56, .prop = PROP_STOOL, .asked_dx = -(away)   \
    }

static const struct scene_item fit[] = {
    FLOOR,
    STOOL(140),
    {ITEM_FIGURE, .x = -96, .y = 6,
     KNEELS(PERSON_SECOND, POSE_CUSHION, POSE_CUSHION_ON, MOVE_SLOWLY), .asked_dx = 86},
    ADDED(PROP_FOLDED_COAT, .x = -108, .y = -14),
    JERKS(),
    {ITEM_ARMS, .x = -96, .y = 6,
     KNEELS(PERSON_SECOND, POSE_CUSHION, POSE_CUSHION_ON, MOVE_SLOWLY), .asked_dx = 86,
     .show = SHOW_ANSWERED},
};

static const struct scene_item hold_down[] = {
    FLOOR,
    STOOL(0),
    {ITEM_FIGURE, .x = -10, .y = 6,
     KNEELS(PERSON_SECOND, POSE_HOLD_DOWN, POSE_HOLD_DOWN, MOVE_NONE)},
    JERKS(),
    {ITEM_ARMS, .x = -10, .y = 6,
     KNEELS(PERSON_SECOND, POSE_HOLD_DOWN, POSE_HOLD_DOWN, MOVE_NONE),
     .show = SHOW_ANSWERED},
};

static const struct scene_item spoon_in_mouth[] = {
    FLOOR,
    STOOL(0),
    {ITEM_FIGURE, .x = -34, .y = 6,
     KNEELS(PERSON_SECOND, POSE_PINCH, POSE_PINCH, MOVE_NONE), .asked_dx = 24},
    JERKS(),
    ADDED(PROP_SPOON, .x = -82, .y = 100),
    {ITEM_ARMS, .x = -34, .y = 6,
     KNEELS(PERSON_SECOND, POSE_PINCH, POSE_PINCH, MOVE_NONE), .asked_dx = 24,
     .show = SHOW_ANSWERED},
    ADDED(PROP_NO_AIR, .x = 150, .y = 250),
};

/* ---- fit-clock --------------------------------------------------------------------- */

#define CUSHIONED                                                                        \
    {                                                                                    \
        ITEM_PROP, .x = -108, .y = -16, .prop = PROP_FOLDED_COAT                         \
    }

static const struct scene_item fit_clock[] = {
    FLOOR,
    {ITEM_FIGURE, .x = -6, .y = 6,
     KNEELS(PERSON_SECOND, POSE_LOOK_AT_WATCH, POSE_LOOK_AT_WATCH, MOVE_NONE)},
    CUSHIONED,
    JERKS(),
    ADDED(PROP_STOPWATCH, .x = 170, .y = 280, .size = 1.2F),
};

static const struct scene_item pinch_in_fit[] = {
    FLOOR,
    {ITEM_FIGURE, .x = -34, .y = 6,
     KNEELS(PERSON_SECOND, POSE_PINCH, POSE_PINCH, MOVE_NONE), .asked_dx = 28},
    CUSHIONED,
    JERKS(),
    {ITEM_ARMS, .x = -34, .y = 6,
     KNEELS(PERSON_SECOND, POSE_PINCH, POSE_PINCH, MOVE_NONE), .asked_dx = 28,
     .show = SHOW_ANSWERED},
};

/* ---- after-fit --------------------------------------------------------------------- */

/* She lies still now. */
#define STILL_LIES(...)                                                                  \
    {                                                                                    \
        ITEM_FIGURE, .person = PERSON_LYING, .from = POSE_LYING, .to = POSE_LYING,       \
                     __VA_ARGS__                                                         \
    }

static const struct scene_item after_fit[] = {
    FLOOR,
    {ITEM_FIGURE, .x = 4, .y = 6,
     KNEELS(PERSON_SECOND, POSE_WATCH_OVER, POSE_WATCH_OVER_ON, MOVE_SLOWLY)},
    STILL_LIES(.show = SHOW_ASKED),
    {ITEM_FIGURE, .x = 308, .y = 60, .person = PERSON_LYING, .from = POSE_SIDE_FRONT,
     .to = POSE_SIDE_FRONT, .asked = POSE_SIDE_FRONT, .show = SHOW_ANSWERED,
     .turned_deg = 90},
    {ITEM_ARMS, .x = 4, .y = 6,
     KNEELS(PERSON_SECOND, POSE_WATCH_OVER, POSE_WATCH_OVER_ON, MOVE_SLOWLY),
     .show = SHOW_ANSWERED},
};

static const struct scene_item feed_after_fit[] = {
    FLOOR,
    {ITEM_FIGURE, .x = 4, .y = 6,
     KNEELS(PERSON_SECOND, POSE_KNEEL, POSE_KNEEL, MOVE_NONE), .show = SHOW_ASKED},
    STILL_LIES(),
    {ITEM_FIGURE, .x = -196, .y = -14, .prop = PROP_CUP, .person = PERSON_SECOND,
     .from = POSE_POUR, .to = POSE_POUR, .asked = POSE_POUR, .show = SHOW_ANSWERED},
    ADDED(PROP_SIP, .x = -74, .y = 108),
    ADDED(PROP_NO_AIR, .x = 30, .y = 210),
};

static const struct scene_item walk_away[] = {
    FLOOR,
    {ITEM_FIGURE, .x = 4, .y = 6,
     KNEELS(PERSON_SECOND, POSE_KNEEL, POSE_KNEEL, MOVE_NONE), .show = SHOW_ASKED},
    {ITEM_SHADOW, .x = 318, .y = 44, .wide = 50, .show = SHOW_ANSWERED},
    {ITEM_FIGURE, .x = 300, .y = 44, .size = 0.7F, .person = PERSON_SECOND,
     .from = POSE_RUN_LEFT_PASS, .to = POSE_RUN_LEFT_PASS, .asked = POSE_RUN_LEFT_PASS,
     .show = SHOW_ANSWERED},
    STILL_LIES(),
};

/* ---- fever-fit --------------------------------------------------------------------- */

#define BEDROOM                                                                          \
    {ITEM_SHADOW, .x = 60, .y = -2, .wide = 300},                                        \
    {                                                                                    \
        ITEM_PROP, .x = 60, .y = 0, .prop = PROP_BED                                     \
    }
#define GIRL_ON_BACK(...)                                                                \
    {                                                                                    \
        ITEM_FIGURE, .x = 20, .y = 98, .person = PERSON_GIRL, __VA_ARGS__                \
    }
#define MOTHER(from_pose, to_pose, moves)                                                \
    .x = 4, .y = 60, .person = PERSON_RESCUER, .from = (from_pose), .to = (to_pose),     \
    .motion = (moves), .asked = POSE_KNEEL

static const struct scene_item fever_fit[] = {
    {ITEM_FIGURE, MOTHER(POSE_LOOK_AT_WATCH, POSE_LOOK_AT_WATCH, MOVE_NONE)},
    BEDROOM,
    {ITEM_PROP, .x = -92, .y = 92, .prop = PROP_PILLOW},
    GIRL_ON_BACK(.from = POSE_FIT, .to = POSE_FIT, .show = SHOW_ASKED),
    {ITEM_FIGURE, .x = 190, .y = 138, .person = PERSON_GIRL, .from = POSE_SIDE_FRONT,
     .to = POSE_SIDE_FRONT, .asked = POSE_SIDE_FRONT, .show = SHOW_ANSWERED,
     .turned_deg = 90},
    ADDED(PROP_STOPWATCH, .x = 190, .y = 330, .size = 1.1F),
};

static const struct scene_item sponge[] = {
    {ITEM_FIGURE, MOTHER(POSE_TAP_DOWN, POSE_TAP_DOWN, MOVE_NONE)},
    BEDROOM,
    {ITEM_PROP, .x = -92, .y = 92, .prop = PROP_PILLOW},
    GIRL_ON_BACK(.from = POSE_FIT, .to = POSE_FIT),
    ADDED(PROP_BASIN, .x = 300, .y = 0),
    ADDED(PROP_CLOTH, .x = 20, .y = 160),
    {ITEM_ARMS, MOTHER(POSE_TAP_DOWN, POSE_TAP_DOWN, MOVE_NONE), .show = SHOW_ANSWERED},
};

static const struct scene scenes[] = {
    {"fit", BACKDROP_HALL, {-215, 462, -44, 384}, ITEMS(fit)},
    {"fit-clock", BACKDROP_HALL, {-215, 400, -44, 384}, ITEMS(fit_clock)},
    {"after-fit", BACKDROP_HALL, {-350, 412, -44, 384}, ITEMS(after_fit)},
    {"fever-fit", BACKDROP_HALL, {-250, 370, -44, 430}, ITEMS(fever_fit)},
};

static const struct scene_wrong_row wrong[] = {
    {WRONG("fit", "hold-down", hold_down)},
    {WRONG("fit", "spoon-in-mouth", spoon_in_mouth)},
    {WRONG("fit-clock", "pinch-in-fit", pinch_in_fit)},
    {WRONG("after-fit", "feed-after-fit", feed_after_fit)},
    {WRONG("after-fit", "walk-away", walk_away)},
    {WRONG("fever-fit", "sponge", sponge)},
};

const struct scene_subject scene_subject_fits = {.scenes = scenes,
                                                 .scene_count = COUNT(scenes),
                                                 .wrong = wrong,
                                                 .wrong_count = COUNT(wrong)};
