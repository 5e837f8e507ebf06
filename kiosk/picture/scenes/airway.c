/* SPDX-License-Identifier: MIT */
/*
 * Choking: what helps is done standing, behind or beside the person.
 */
#include "picture/scene_rows.h"

/* ---- back-blows -------------------------------------------------------------------- */

#define DINNER                                                                           \
    {ITEM_PROP, .x = 250, .y = 14, .prop = PROP_MEAL_TABLE},                             \
    {                                                                                    \
        ITEM_SHADOW, .x = 20, .y = -2, .wide = 190                                       \
    }
#define CHOKES(...)                                                                      \
    {                                                                                    \
        ITEM_FIGURE, .x = 40, .person = PERSON_GRANDFATHER, .asked = POSE_THROAT,        \
                     __VA_ARGS__                                                         \
    }
#define HELPER(...)                                                                      \
    {                                                                                    \
        ITEM_FIGURE, .person = PERSON_RESCUER, .asked = POSE_WAIT, __VA_ARGS__           \
    }

/* She stands on his other side: an arm goes under his chest, the hand holds it. */
#define STRIKES                                                                          \
    .x = -6, .y = 2, .person = PERSON_RESCUER, .from = POSE_BLOW_DOWN,                   \
    .to = POSE_BLOW_UP, .motion = MOVE_TAP, .asked = POSE_WAIT, .asked_dx = -124,        \
    .asked_dy = -2

static const struct scene_item back_blows[] = {
    DINNER,
    {ITEM_FIGURE, STRIKES},
    CHOKES(.from = POSE_BENT_OVER, .to = POSE_BENT_OVER),
    {ITEM_HAND, STRIKES, .show = SHOW_ANSWERED},
};

static const struct scene_item give_water[] = {
    DINNER,
    CHOKES(.from = POSE_THROAT, .to = POSE_THROAT_ON, .motion = MOVE_SLOWLY),
    HELPER(.x = -96, .from = POSE_OFFER, .to = POSE_OFFER, .prop = PROP_CUP,
           .asked_dx = -34),
    ADDED(PROP_NO_AIR, .x = 160, .y = 470, .size = 0.9F),
};

static const struct scene_item finger_sweep[] = {
    DINNER,
    CHOKES(.from = POSE_THROAT, .to = POSE_THROAT_ON, .motion = MOVE_SLOWLY),
    HELPER(.x = -102, .from = POSE_OFFER, .to = POSE_OFFER, .asked_dx = -28),
    ADDED(PROP_NO_AIR, .x = 160, .y = 470, .size = 0.9F),
};

/* ---- cough ------------------------------------------------------------------------- */

#define COUGHS                                                                           \
    {ITEM_SHADOW, .x = 60, .y = -2, .wide = 220}, {ITEM_FIGURE,                          \
                                                   .x = -40,                             \
                                                   .person = PERSON_GRANDMOTHER,         \
                                                   .from = POSE_COUGH,                   \
                                                   .to = POSE_COUGH_ON,                  \
                                                   .motion = MOVE_TAP,                   \
                                                   .asked = POSE_COUGH},                 \
    {                                                                                    \
        ITEM_PROP, .x = 100, .y = 408, .prop = PROP_COUGH_LINES                          \
    }

static const struct scene_item cough[] = {
    COUGHS,
    {ITEM_FIGURE, .x = 240, .person = PERSON_SECOND, .from = POSE_ENCOURAGE,
     .to = POSE_ENCOURAGE_ON, .motion = MOVE_SLOWLY, .asked = POSE_WAIT,
     .mirrored = true},
};

static const struct scene_item thrust_too_soon[] = {
    {ITEM_FIGURE, .x = -108, .person = PERSON_SECOND, .from = POSE_HUG_BELLY,
     .to = POSE_HUG_PULL, .motion = MOVE_TAP, .show = SHOW_ANSWERED},
    COUGHS,
    {ITEM_ARMS, .x = -108, .person = PERSON_SECOND, .from = POSE_HUG_BELLY,
     .to = POSE_HUG_PULL, .motion = MOVE_TAP, .show = SHOW_ANSWERED},
    {ITEM_FIGURE, .x = 240, .person = PERSON_SECOND, .from = POSE_WAIT, .to = POSE_WAIT,
     .show = SHOW_ASKED, .mirrored = true},
};

/* ---- belly-thrusts, chest-thrusts -------------------------------------------------- */

/* Who holds stands behind; his arms come round in front of the other one. */
#define HOLDS(who, from_pose, to_pose, moves)                                            \
    .x = -50, .person = (who), .from = (from_pose), .to = (to_pose), .motion = (moves),  \
    .asked = POSE_WAIT, .asked_dx = -56
#define HELD(whose)                                                                      \
    {                                                                                    \
        ITEM_FIGURE, .x = 16, .person = (whose), .from = POSE_THROAT_SIDE,               \
                     .to = POSE_THROAT_SIDE, .asked = POSE_THROAT_SIDE                   \
    }
#define THRUSTS(from_pose, to_pose, moves)                                               \
    {ITEM_SHADOW, .x = -10, .y = -2, .wide = 170},                                       \
        {ITEM_FIGURE, HOLDS(PERSON_RESCUER, from_pose, to_pose, moves)},                 \
        HELD(PERSON_GRANDFATHER),                                                        \
    {                                                                                    \
        ITEM_ARMS, HOLDS(PERSON_RESCUER, from_pose, to_pose, moves),                     \
            .show = SHOW_ANSWERED                                                        \
    }

static const struct scene_item belly_thrusts[] = {
    THRUSTS(POSE_HUG_BELLY, POSE_HUG_PULL, MOVE_TAP)};
static const struct scene_item fist_on_ribs[] = {
    THRUSTS(POSE_HUG_CHEST, POSE_HUG_CHEST, MOVE_NONE)};
static const struct scene_item fist_too_low[] = {
    THRUSTS(POSE_HUG_LOW, POSE_HUG_LOW, MOVE_NONE)};

#define EXPECTING(from_pose, to_pose, moves)                                             \
    {ITEM_SHADOW, .x = -10, .y = -2, .wide = 170},                                       \
        {ITEM_FIGURE, HOLDS(PERSON_SECOND, from_pose, to_pose, moves)},                  \
        {ITEM_PROP, .x = 50, .y = 268, .prop = PROP_BABY_BELLY}, HELD(PERSON_RUNNER),    \
    {                                                                                    \
        ITEM_ARMS, HOLDS(PERSON_SECOND, from_pose, to_pose, moves),                      \
            .show = SHOW_ANSWERED                                                        \
    }

static const struct scene_item chest_thrusts[] = {
    EXPECTING(POSE_HUG_CHEST, POSE_HUG_CHEST_PULL, MOVE_TAP)};
static const struct scene_item belly_of_pregnant[] = {
    EXPECTING(POSE_HUG_BELLY, POSE_HUG_PULL, MOVE_TAP)};

/* ---- child-chokes ------------------------------------------------------------------ */

#define STRIKES_CHILD                                                                    \
    .x = -24, .person = PERSON_SECOND, .from = POSE_KNEEL_BLOW,                          \
    .to = POSE_KNEEL_BLOW_UP, .motion = MOVE_TAP, .asked = POSE_WAIT, .asked_dx = -60
#define CHILD(...)                                                                       \
    {                                                                                    \
        ITEM_FIGURE, .x = 60, .person = PERSON_GIRL, .asked = POSE_THROAT, __VA_ARGS__   \
    }

static const struct scene_item child_chokes[] = {
    {ITEM_SHADOW, .x = 10, .y = -2, .wide = 170},
    {ITEM_FIGURE, STRIKES_CHILD},
    CHILD(.from = POSE_BENT_OVER, .to = POSE_BENT_OVER),
    {ITEM_HAND, STRIKES_CHILD, .show = SHOW_ANSWERED},
};

static const struct scene_item hang_upside_down[] = {
    {ITEM_SHADOW, .x = 10, .y = -2, .wide = 170},
    {ITEM_FIGURE, .x = -84, .person = PERSON_SECOND, .from = POSE_HANG_UPSIDE,
     .to = POSE_HANG_UPSIDE, .asked = POSE_WAIT},
    CHILD(.from = POSE_THROAT, .to = POSE_THROAT, .show = SHOW_ASKED),
    {ITEM_FIGURE, .x = 48, .y = 362, .person = PERSON_GIRL, .from = POSE_STAND,
     .to = POSE_STAND, .asked = POSE_STAND, .show = SHOW_ANSWERED, .turned_deg = 180},
    {ITEM_ARMS, .x = -84, .person = PERSON_SECOND, .from = POSE_HANG_UPSIDE,
     .to = POSE_HANG_UPSIDE, .show = SHOW_ANSWERED},
    ADDED(PROP_NO_AIR, .x = 180, .y = 150, .size = 0.9F),
};

/* ---- choke-over -------------------------------------------------------------------- */

/* It is out: he sits and breathes, and she goes with him to a doctor. */
static const struct scene_item choke_over[] = {
    {ITEM_PROP, .x = 190, .y = 14, .prop = PROP_MEAL_TABLE},
    {ITEM_SHADOW, .x = 0, .y = -2, .wide = 230},
    {ITEM_PROP, .prop = PROP_CHAIR, .show = SHOW_ASKED},
    {ITEM_FIGURE, .person = PERSON_GRANDFATHER, .from = POSE_SIT_LAP, .to = POSE_SIT_LAP,
     .show = SHOW_ASKED},
    ADDED(PROP_CHAIR, .x = 60, .y = 4),
    {ITEM_FIGURE, .x = -60, .y = -8, .person = PERSON_GRANDFATHER, .from = POSE_STAND,
     .to = POSE_STAND, .asked = POSE_STAND, .show = SHOW_ANSWERED},
    {ITEM_FIGURE, .x = -190, .y = -6, .person = PERSON_RESCUER, .from = POSE_STEADY_CHILD,
     .to = POSE_STEADY_CHILD_ON, .motion = MOVE_SLOWLY, .asked = POSE_WAIT},
    ADDED(PROP_HOUSE_DOOR_OPEN, .x = -330, .y = 84, .size = 0.9F),
};

/* ---- choke-alone ------------------------------------------------------------------- */

#define HOME_ALONE                                                                       \
    {ITEM_SHADOW, .x = 10, .y = -2, .wide = 220},                                        \
    {                                                                                    \
        ITEM_PROP, .x = 92, .prop = PROP_CHAIR                                           \
    }

static const struct scene_item choke_alone[] = {
    HOME_ALONE,
    {ITEM_FIGURE, .x = -66, .person = PERSON_SECOND, .from = POSE_OVER_CHAIR_DOWN,
     .to = POSE_OVER_CHAIR, .motion = MOVE_TAP, .asked = POSE_THROAT_SIDE,
     .asked_dx = -50},
    ADDED(PROP_PHONE, .x = 250, .y = -20, .size = 1.3F),
    ADDED(PROP_CALL_120, .x = 254, .y = 46),
};

static const struct scene_item drink_alone[] = {
    HOME_ALONE,
    {ITEM_FIGURE, .x = -116, .person = PERSON_SECOND, .from = POSE_DRINK,
     .to = POSE_DRINK, .prop = PROP_CUP, .asked = POSE_THROAT_SIDE},
    ADDED(PROP_NO_AIR, .x = 60, .y = 430),
};

static const struct scene scenes[] = {
    {"back-blows", BACKDROP_HALL, {-230, 370, -40, 520}, ITEMS(back_blows)},
    {"cough", BACKDROP_PARK, {-230, 340, -40, 520}, ITEMS(cough)},
    {"belly-thrusts", BACKDROP_HALL, {-230, 230, -40, 520}, ITEMS(belly_thrusts)},
    {"chest-thrusts", BACKDROP_HALL, {-230, 230, -40, 520}, ITEMS(chest_thrusts)},
    {"child-chokes", BACKDROP_HALL, {-230, 280, -40, 500}, ITEMS(child_chokes)},
    {"choke-over", BACKDROP_HALL, {-460, 370, -40, 550}, ITEMS(choke_over)},
    {"choke-alone", BACKDROP_HALL, {-240, 360, -50, 510}, ITEMS(choke_alone)},
};

static const struct scene_wrong_row wrong[] = {
    {WRONG("back-blows", "give-water", give_water)},
    {WRONG("back-blows", "finger-sweep", finger_sweep)},
    {WRONG("cough", "thrust-too-soon", thrust_too_soon)},
    {WRONG("belly-thrusts", "fist-on-ribs", fist_on_ribs)},
    {WRONG("belly-thrusts", "fist-too-low", fist_too_low)},
    {WRONG("chest-thrusts", "belly-of-pregnant", belly_of_pregnant)},
    {WRONG("child-chokes", "hang-upside-down", hang_upside_down)},
    {WRONG("choke-alone", "drink-alone", drink_alone)},
};

const struct scene_subject scene_subject_airway = {.scenes = scenes,
                                                   .scene_count = COUNT(scenes),
                                                   .wrong = wrong,
                                                   .wrong_count = COUNT(wrong)};
