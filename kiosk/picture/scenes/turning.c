/* SPDX-License-Identifier: MIT */
/*
 * The side position, seen from above at its steps, and from the front when it is done.
 */
#include "picture/scene_rows.h"

/* From above: his head is on the left, and she kneels below. +x of his poses is down. */
#define FROM_ABOVE(...)                                                                  \
    {                                                                                    \
        ITEM_FIGURE, .x = 236, .y = 60, .person = PERSON_LYING, .turned_deg = -90,       \
                     .mirrored = true, __VA_ARGS__                                       \
    }
/* She is drawn in three layers: her arms lie over him, her head over her arms. */
#define KNEELER_SIZE 1.15F
#define KNEELS(at_x, at_y, away_x, away_y, pose, asked_pose)                             \
    {ITEM_PROP,                                                                          \
     .x = (at_x),                                                                        \
     .y = (at_y),                                                                        \
     .size = KNEELER_SIZE,                                                               \
     .prop = PROP_KNEELER_LEGS,                                                          \
     .asked_dx = (away_x),                                                               \
     .asked_dy = (away_y)},                                                              \
        {ITEM_ARMS,                                                                      \
         .x = (at_x),                                                                    \
         .y = (at_y) + 30,                                                               \
         .size = KNEELER_SIZE,                                                           \
         .person = PERSON_RESCUER,                                                       \
         .from = (pose),                                                                 \
         .to = (pose),                                                                   \
         .asked = (asked_pose),                                                          \
         .asked_dx = (away_x),                                                           \
         .asked_dy = (away_y)},                                                          \
    {                                                                                    \
        ITEM_PROP, .x = (at_x), .y = (at_y), .size = KNEELER_SIZE,                       \
                   .prop = PROP_KNEELER_HEAD, .asked_dx = (away_x), .asked_dy = (away_y) \
    }
/* Beside his chest; further back, once he lies before her knees; beside his head. */
#define BESIDE(pose, asked_pose)  KNEELS(-10, -116, 0, 0, pose, asked_pose)
#define PULLING(pose, asked_pose) KNEELS(-40, -146, 30, 30, pose, asked_pose)
#define AT_HEAD(pose, asked_pose) KNEELS(-236, -132, 0, 0, pose, asked_pose)
#define ON_MAT                                                                           \
    {                                                                                    \
        ITEM_PROP, .x = 0, .y = 60, .prop = PROP_MAT                                     \
    }
#define LIES(pose, asked_pose)                                                           \
    FROM_ABOVE(.from = (pose), .to = (pose), .asked = (asked_pose))

static const struct scene_item turn_arm[] = {ON_MAT, LIES(POSE_ARM_OUT, POSE_ON_BACK),
                                             BESIDE(POSE_ABOVE_ARM, POSE_ABOVE_REST)};
static const struct scene_item arm_under[] = {ON_MAT, LIES(POSE_ARM_UNDER, POSE_ON_BACK),
                                              BESIDE(POSE_ABOVE_REST, POSE_ABOVE_REST)};

static const struct scene_item turn_cheek[] = {ON_MAT,
                                               LIES(POSE_HAND_CHEEK, POSE_ARM_OUT),
                                               BESIDE(POSE_ABOVE_CHEEK, POSE_ABOVE_REST)};
static const struct scene_item hand_behind[] = {
    ON_MAT, LIES(POSE_TURNED_BEHIND, POSE_ARM_OUT),
    PULLING(POSE_ABOVE_PULL, POSE_ABOVE_REST)};

static const struct scene_item turn_knee[] = {ON_MAT,
                                              LIES(POSE_TURNED_LEVEL, POSE_HAND_CHEEK),
                                              PULLING(POSE_ABOVE_PULL, POSE_ABOVE_CHEEK)};
static const struct scene_item turn_head[] = {
    ON_MAT, LIES(POSE_HEAD_TWISTED, POSE_HAND_CHEEK),
    KNEELS(-10, -116, 0, 0, POSE_ABOVE_CHEEK, POSE_ABOVE_CHEEK)};

static const struct scene_item head_tilt[] = {ON_MAT,
                                              LIES(POSE_TURNED, POSE_TURNED_LEVEL),
                                              AT_HEAD(POSE_ABOVE_HEAD, POSE_ABOVE_REST)};
static const struct scene_item chin_down[] = {
    ON_MAT, LIES(POSE_TURNED_CHIN, POSE_TURNED_LEVEL),
    AT_HEAD(POSE_ABOVE_REST, POSE_ABOVE_REST), ADDED(PROP_NO_AIR, .x = 150, .y = -160)};

/* ---- on-his-side ------------------------------------------------------------------- */

static const struct scene_item on_his_side[] = {
    {ITEM_SHADOW, .x = 95, .y = -6, .wide = 300},
    {ITEM_FIGURE, .x = 9, .person = PERSON_RESCUER, .from = POSE_WATCH_OVER,
     .to = POSE_WATCH_OVER_ON, .motion = MOVE_SLOWLY, .asked = POSE_KNEEL},
    LYING(.show = SHOW_ASKED),
    {ITEM_FIGURE, .x = 320, .y = 62, .person = PERSON_LYING, .from = POSE_SIDE_FRONT,
     .to = POSE_SIDE_FRONT, .asked = POSE_SIDE_FRONT, .show = SHOW_ANSWERED,
     .turned_deg = 90},
    {ITEM_ARMS, .x = 9, .person = PERSON_RESCUER, .from = POSE_WATCH_OVER,
     .to = POSE_WATCH_OVER_ON, .motion = MOVE_SLOWLY, .show = SHOW_ANSWERED},
};

static const struct scene_item pillow_on_back[] = {
    {ITEM_SHADOW, .x = 95, .y = -6, .wide = 300},
    {ITEM_FIGURE, .x = 9, .person = PERSON_RESCUER, .from = POSE_KNEEL, .to = POSE_KNEEL},
    ADDED(PROP_PILLOW, .x = -112, .y = 0),
    LYING(.from = POSE_ON_PILLOW, .to = POSE_ON_PILLOW, .pale = 0.7F),
    ADDED(PROP_NO_AIR, .x = -150, .y = 210),
};

static const struct scene_item sit_and_lean[] = {
    {ITEM_SHADOW, .x = 95, .y = -6, .wide = 300},
    {ITEM_FIGURE, .x = 9, .person = PERSON_RESCUER, .from = POSE_KNEEL, .to = POSE_KNEEL,
     .show = SHOW_ASKED},
    {ITEM_FIGURE, .x = -96, .y = -8, .person = PERSON_RESCUER, .from = POSE_HOLD_UP,
     .to = POSE_HOLD_UP, .show = SHOW_ANSWERED},
    LYING(.from = POSE_SLUMPED, .to = POSE_SLUMPED, .pale = 0.7F),
    ADDED(PROP_NO_AIR, .x = 150, .y = 220),
};

/* ---- left-side --------------------------------------------------------------------- */

/* Who expects a baby lies on her left: that side is down, so her head is on the right. */
static const struct scene_item left_side[] = {
    {ITEM_SHADOW, .x = -95, .y = -6, .wide = 300},
    {ITEM_FIGURE, .x = -9, .person = PERSON_RESCUER, .from = POSE_WATCH_OVER,
     .to = POSE_WATCH_OVER_ON, .motion = MOVE_SLOWLY, .asked = POSE_KNEEL,
     .mirrored = true},
    {ITEM_PROP, .x = -72, .y = 66, .prop = PROP_BABY_BELLY, .show = SHOW_ASKED},
    {ITEM_FIGURE, .person = PERSON_RUNNER, .from = POSE_LYING, .to = POSE_LYING,
     .show = SHOW_ASKED, .mirrored = true},
    {ITEM_FIGURE, .x = -310, .y = 60, .person = PERSON_RUNNER, .from = POSE_SIDE_FRONT,
     .to = POSE_SIDE_FRONT, .asked = POSE_SIDE_FRONT, .show = SHOW_ANSWERED,
     .turned_deg = 90, .mirrored = true},
    ADDED(PROP_BABY_BELLY, .x = -44, .y = 52, .size = 1.1F),
    {ITEM_ARMS, .x = -9, .person = PERSON_RESCUER, .from = POSE_WATCH_OVER,
     .to = POSE_WATCH_OVER_ON, .motion = MOVE_SLOWLY, .show = SHOW_ANSWERED,
     .mirrored = true},
};

static const struct scene scenes[] = {
    {"on-his-side", BACKDROP_PARK, {-250, 400, -44, 384}, ITEMS(on_his_side)},
    {"turn-arm", BACKDROP_CLOSE, {-362, 310, -278, 176}, ITEMS(turn_arm)},
    {"turn-cheek", BACKDROP_CLOSE, {-362, 310, -278, 176}, ITEMS(turn_cheek)},
    {"turn-knee", BACKDROP_CLOSE, {-362, 310, -278, 176}, ITEMS(turn_knee)},
    {"head-tilt", BACKDROP_CLOSE, {-362, 310, -278, 176}, ITEMS(head_tilt)},
    {"left-side", BACKDROP_PARK, {-400, 250, -44, 384}, ITEMS(left_side)},
};

static const struct scene_wrong_row wrong[] = {
    {WRONG("on-his-side", "pillow-on-back", pillow_on_back)},
    {WRONG("on-his-side", "sit-and-lean", sit_and_lean)},
    {WRONG("turn-arm", "arm-under", arm_under)},
    {WRONG("turn-cheek", "hand-behind", hand_behind)},
    {WRONG("turn-knee", "turn-head", turn_head)},
    {WRONG("head-tilt", "chin-down", chin_down)},
};

const struct scene_subject scene_subject_turning = {.scenes = scenes,
                                                    .scene_count = COUNT(scenes),
                                                    .wrong = wrong,
                                                    .wrong_count = COUNT(wrong)};
