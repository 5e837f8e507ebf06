/* SPDX-License-Identifier: MIT */
/*
 * Somebody stops breathing where a lesson is: the same people, the same place.
 */
#include "picture/scene_hands.h"
#include "picture/scene_rows.h"

#define FLOOR                                                                            \
    {                                                                                    \
        ITEM_SHADOW, .x = 95, .y = -6, .wide = 300                                       \
    }
#define KNEELS_BY(who, ...)                                                              \
    .x = SCENE_CHEST_X, .person = (who), .from = POSE_PRESS_UP, .to = POSE_PRESS_DOWN,   \
    .motion = MOVE_PRESS, __VA_ARGS__
#define LIES_ON_BACK(whose, ...)                                                         \
    {                                                                                    \
        ITEM_FIGURE, .person = (whose), .from = POSE_LYING, .to = POSE_LYING,            \
                     __VA_ARGS__                                                         \
    }
/* The helper sits there until the answer, the hands on the thighs. */
#define HELPS(who, whose)                                                                \
    {ITEM_FIGURE, KNEELS_BY(who, .asked = POSE_KNEEL)},                                  \
        LIES_ON_BACK(whose, .pressed = true, .asked = POSE_LYING),                       \
    {                                                                                    \
        ITEM_HAND, KNEELS_BY(who, .asked = POSE_KNEEL)                                   \
    }
/* The helper looks along the chest until the answer. */
#define WATCHES(who) KNEELS_BY(who, .asked = POSE_WATCH, .asked_dx = -21)
#define GAZE                                                                             \
    {                                                                                    \
        ITEM_PROP, .x = -30, .y = 132, .prop = PROP_GAZE, .show = SHOW_ASKED             \
    }
#define WATCHED(who, whose)                                                              \
    {ITEM_FIGURE, WATCHES(who)},                                                         \
        LIES_ON_BACK(whose, .pressed = true, .asked = POSE_LYING),                       \
        {ITEM_HAND, WATCHES(who)}, GAZE
/* A telephone on the floor that is spoken to. */
#define ON_SPEAKER                                                                       \
    ADDED(PROP_PHONE, .x = -240, .y = -26, .size = 1.3F),                                \
        {ITEM_WAVES, .x = -238, .y = -4, .show = SHOW_ANSWERED},                         \
        ADDED(PROP_CALL_120, .x = -236, .y = 96)

/* ---- choke-limp -------------------------------------------------------------------- */

#define AT_DINNER {ITEM_PROP, .x = 400, .y = 40, .prop = PROP_MEAL_TABLE}, FLOOR

static const struct scene_item choke_limp[] = {
    AT_DINNER,
    HELPS(PERSON_RESCUER, PERSON_GRANDFATHER),
    ON_SPEAKER,
};

static const struct scene_item thrust_on[] = {
    AT_DINNER,
    {ITEM_FIGURE, .x = SCENE_CHEST_X, .person = PERSON_RESCUER, .from = POSE_KNEEL,
     .to = POSE_KNEEL, .show = SHOW_ASKED},
    LIES_ON_BACK(PERSON_GRANDFATHER, .asked = POSE_LYING, .show = SHOW_ASKED),
    {ITEM_HAND, .x = SCENE_CHEST_X, .person = PERSON_RESCUER, .from = POSE_KNEEL,
     .to = POSE_KNEEL, .show = SHOW_ASKED},
    {ITEM_FIGURE, .x = -96, .y = -8, .person = PERSON_RESCUER, .from = POSE_HOLD_UP,
     .to = POSE_HOLD_UP, .show = SHOW_ANSWERED},
    {ITEM_FIGURE, .person = PERSON_GRANDFATHER, .from = POSE_SLUMPED, .to = POSE_SLUMPED,
     .show = SHOW_ANSWERED, .pale = 0.9F},
    ADDED(PROP_CLOCK, .x = 180, .y = 260),
};

/* ---- fit-call, fit-stops ----------------------------------------------------------- */

#define CUSHION                                                                          \
    {                                                                                    \
        ITEM_PROP, .x = -108, .y = -16, .prop = PROP_FOLDED_COAT                         \
    }
#define JERKS                                                                            \
    {                                                                                    \
        ITEM_FIGURE, .person = PERSON_LYING, .from = POSE_FIT, .to = POSE_FIT_ON,        \
                     .motion = MOVE_TAP, .asked = POSE_FIT                               \
    }
#define LATE                                                                             \
    {                                                                                    \
        ITEM_PROP, .x = 176, .y = 280, .prop = PROP_STOPWATCH, .size = 1.2F              \
    }

static const struct scene_item fit_call[] = {
    FLOOR,
    {ITEM_FIGURE, .x = -6, .y = 6, .person = PERSON_SECOND, .from = POSE_CALL,
     .to = POSE_CALL_TALK, .motion = MOVE_SLOWLY, .asked = POSE_LOOK_AT_WATCH,
     .mirrored = true},
    CUSHION,
    JERKS,
    LATE,
    ON_SPEAKER,
};

static const struct scene_item carry_in_fit[] = {
    FLOOR,
    {ITEM_FIGURE, .x = -6, .y = 6, .person = PERSON_SECOND, .from = POSE_LOOK_AT_WATCH,
     .to = POSE_LOOK_AT_WATCH, .asked = POSE_LOOK_AT_WATCH, .show = SHOW_ASKED,
     .mirrored = true},
    CUSHION,
    {ITEM_FIGURE, .x = -220, .y = -6, .person = PERSON_SECOND, .from = POSE_DRAG,
     .to = POSE_DRAG, .asked = POSE_DRAG, .show = SHOW_ANSWERED},
    LYING(.from = POSE_DRAGGED, .to = POSE_DRAGGED, .asked = POSE_FIT, .pale = 0.6F),
    {ITEM_PROP, .x = 176, .y = 280, .prop = PROP_STOPWATCH, .size = 1.2F},
    ADDED(PROP_TAPS, .x = -30, .y = 20, .size = 1.2F),
};

static const struct scene_item fit_stops[] = {
    FLOOR,
    CUSHION,
    WATCHED(PERSON_SECOND, PERSON_LYING),
};

#define LOOKS_ON                                                                         \
    .x = SCENE_CHEST_X, .person = PERSON_SECOND, .from = POSE_KNEEL, .to = POSE_KNEEL,   \
    .asked = POSE_WATCH, .asked_dx = -21
#define LOOKING_ON                                                                       \
    {ITEM_HAND, LOOKS_ON, .show = SHOW_ASKED}, GAZE, ADDED(PROP_CLOCK, .x = 150, .y = 250)

static const struct scene_item turn_after_fit[] = {
    FLOOR,
    CUSHION,
    {ITEM_FIGURE, LOOKS_ON},
    LYING(.show = SHOW_ASKED),
    {ITEM_FIGURE, .x = 320, .y = 70, .person = PERSON_LYING, .from = POSE_ON_SIDE,
     .to = POSE_ON_SIDE, .asked = POSE_ON_SIDE, .show = SHOW_ANSWERED, .turned_deg = 90,
     .pale = 0.85F},
    LOOKING_ON,
};

/* ---- heart, stroke, heat, cold ----------------------------------------------------- */

static const struct scene_item dad_collapses[] = {
    {ITEM_PROP, .x = -330, .y = 24, .prop = PROP_SOFA},
    FLOOR,
    WATCHED(PERSON_RUNNER, PERSON_LYING),
};

static const struct scene_item stroke_stops[] = {
    {ITEM_PROP, .x = 430, .y = 40, .prop = PROP_CHAIR, .mirrored = true},
    FLOOR,
    WATCHED(PERSON_RESCUER, PERSON_GRANDMOTHER),
};

static const struct scene_item heat_stops[] = {
    {ITEM_PROP, .x = -230, .y = 400, .size = 0.9F, .prop = PROP_SUN},
    FLOOR,
    WATCHED(PERSON_RESCUER, PERSON_SECOND),
    ON_SPEAKER,
};

static const struct scene_item cold_stops[] = {
    {ITEM_PROP, .x = 90, .y = 420, .prop = PROP_SNOWFALL},
    {ITEM_PROP, .prop = PROP_WEATHER_MAT},
    FLOOR,
    WATCHED(PERSON_RESCUER, PERSON_LYING),
    {ITEM_PROP, .prop = PROP_CAP},
    ON_SPEAKER,
};

/* ---- ladder-watch ------------------------------------------------------------------ */

/* Who fell is not turned: the breathing is watched. */
static const struct scene_item ladder_watch[] = {
    {ITEM_PROP, .x = 330, .y = 20, .prop = PROP_FALL_LADDER},
    FLOOR,
    {ITEM_FIGURE, .x = -12, .person = PERSON_RESCUER, .from = POSE_WATCH,
     .to = POSE_WATCH_LOW, .motion = MOVE_SLOWLY, .asked = POSE_KNEEL, .asked_dx = 21},
    LIES_ON_BACK(PERSON_GRANDFATHER, .asked = POSE_LYING),
    ADDED(PROP_GAZE, .x = -30, .y = 132),
};

/* ---- child-gasping, child-side ----------------------------------------------------- */

/* A child of ten, as in young.c. */
#define TEN .size = 1.16F
#define BOY_BY(...)                                                                      \
    TEN, .x = SCENE_CHEST_X, .y = 14, .person = PERSON_BOY, .from = POSE_PRESS_UP,       \
         .to = POSE_PRESS_DOWN, .motion = MOVE_PRESS, .asked = POSE_WATCH,               \
         .asked_dx = -21, __VA_ARGS__

static const struct scene_item child_gasping[] = {
    FLOOR,
    {ITEM_FIGURE, BOY_BY(.mirrored = false)},
    LIES_ON_BACK(PERSON_OLD_MAN, .pressed = true, .asked = POSE_LYING),
    {ITEM_HAND, BOY_BY(.mirrored = false)},
    {ITEM_PROP, .x = -30, .y = 124, .prop = PROP_GAZE, .show = SHOW_ASKED},
};

#define BOY_LOOKS_ON                                                                     \
    TEN, .x = SCENE_CHEST_X, .y = 14, .person = PERSON_BOY, .from = POSE_KNEEL,          \
         .to = POSE_KNEEL, .asked = POSE_WATCH, .asked_dx = -21

static const struct scene_item let_grandpa_sleep[] = {
    FLOOR,
    {ITEM_FIGURE, BOY_LOOKS_ON},
    LIES_ON_BACK(PERSON_OLD_MAN, .asked = POSE_LYING, .pale = 0.85F),
    {ITEM_HAND, BOY_LOOKS_ON, .show = SHOW_ASKED},
    {ITEM_PROP, .x = -30, .y = 124, .prop = PROP_GAZE, .show = SHOW_ASKED},
    ADDED(PROP_CLOCK, .x = 150, .y = 250),
};

#define BOY_STAYS                                                                        \
    TEN, .x = SCENE_CHEST_X, .y = 14, .person = PERSON_BOY, .from = POSE_WATCH_OVER,     \
         .to = POSE_WATCH_OVER_ON, .motion = MOVE_SLOWLY, .asked = POSE_KNEEL

static const struct scene_item child_side[] = {
    FLOOR,
    {ITEM_FIGURE, BOY_STAYS},
    LIES_ON_BACK(PERSON_OLD_MAN, .asked = POSE_LYING, .show = SHOW_ASKED),
    {ITEM_FIGURE, .x = 310, .y = 62, .person = PERSON_OLD_MAN, .from = POSE_SIDE_FRONT,
     .to = POSE_SIDE_FRONT, .asked = POSE_SIDE_FRONT, .show = SHOW_ANSWERED,
     .turned_deg = 90},
    {ITEM_ARMS, BOY_STAYS, .show = SHOW_ANSWERED},
};

/* ---- child-hand-place -------------------------------------------------------------- */

/* His left is the upper side: his head is on the left, and he looks at the viewer. */
#define BOYS_HANDS(...)                                                                  \
    {                                                                                    \
        ITEM_HANDS, .y = SCENE_HANDS_RADIUS, .person = PERSON_BOY,                       \
                    .whose = PERSON_OLD_MAN, __VA_ARGS__                                 \
    }

static const struct scene_item child_hand_place[] = {BOYS_HANDS(.off = {0, 0})};
static const struct scene_item child_hands_left[] = {BOYS_HANDS(.off = {2, 86})};
static const struct scene_item child_hands_belly[] = {BOYS_HANDS(.off = {142, 0})};

#define BEDSIDE                                                                          \
    {                                                                                    \
        -350, 415, -50, 384                                                              \
    }
#define CLOSE_TO                                                                         \
    {                                                                                    \
        -215, 400, -44, 384                                                              \
    }

static const struct scene scenes[] = {
    {"choke-limp", BACKDROP_HALL, {-350, 560, -50, 384}, ITEMS(choke_limp)},
    {"fit-call", BACKDROP_HALL, BEDSIDE, ITEMS(fit_call)},
    {"fit-stops", BACKDROP_HALL, CLOSE_TO, ITEMS(fit_stops)},
    {"dad-collapses", BACKDROP_HALL, {-420, 410, -44, 384}, ITEMS(dad_collapses)},
    {"stroke-stops", BACKDROP_HALL, {-215, 520, -44, 384}, ITEMS(stroke_stops)},
    {"heat-stops", BACKDROP_PARK, {-350, 415, -50, 490}, ITEMS(heat_stops)},
    {"cold-stops", BACKDROP_STREET, {-350, 415, -50, 614}, ITEMS(cold_stops)},
    {"ladder-watch", BACKDROP_STREET, {-215, 430, -44, 515}, ITEMS(ladder_watch)},
    {"child-gasping", BACKDROP_HALL, CLOSE_TO, ITEMS(child_gasping)},
    {"child-hand-place", BACKDROP_CLOSE, {-236, 236, -20, 452}, ITEMS(child_hand_place)},
    {"child-side", BACKDROP_HALL, {-250, 400, -44, 384}, ITEMS(child_side)},
};

static const struct scene_wrong_row wrong[] = {
    {WRONG("choke-limp", "thrust-on", thrust_on)},
    {WRONG("fit-call", "carry-in-fit", carry_in_fit)},
    {WRONG("fit-stops", "turn-after-fit", turn_after_fit)},
    {WRONG("child-gasping", "let-grandpa-sleep", let_grandpa_sleep)},
    {WRONG("child-hand-place", "hands-left", child_hands_left)},
    {WRONG("child-hand-place", "hands-belly", child_hands_belly)},
};

const struct scene_subject scene_subject_stopped = {.scenes = scenes,
                                                    .scene_count = COUNT(scenes),
                                                    .wrong = wrong,
                                                    .wrong_count = COUNT(wrong)};
