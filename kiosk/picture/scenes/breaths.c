/* SPDX-License-Identifier: MIT */
/*
 * CPR with breaths, for an adult and for a child of four.
 */
#include "picture/scene_rows.h"

#define ADULT_SHADOW                                                                     \
    {                                                                                    \
        ITEM_SHADOW, .x = 95, .y = -6, .wide = 300                                       \
    }

/* ---- start-cpr --------------------------------------------------------------------- */

static const struct scene_item start_cpr[] = {
    ADULT_SHADOW,
    PRESSING(PERSON_RESCUER, .asked = POSE_KNEEL),
};

#define KNEELS .x = -12, .person = PERSON_RESCUER, .asked = POSE_KNEEL, .asked_dx = 21

/* The hands on the thighs, which lie before who lies there until the answer. */
#define HAND_ON_THIGH                                                                    \
    {                                                                                    \
        ITEM_HAND, KNEELS, .from = POSE_KNEEL, .to = POSE_KNEEL, .show = SHOW_ASKED      \
    }

static const struct scene_item breathe_first[] = {
    ADULT_SHADOW,
    {ITEM_FIGURE, KNEELS, .from = POSE_BREATHE, .to = POSE_BREATHE_LOOK,
     .motion = MOVE_BREATHE},
    LYING(.from = POSE_LYING_TILTED, .to = POSE_LYING_TILTED, .pale = 0.7F),
    HAND_ON_THIGH,
    ADDED(PROP_CLOCK, .x = 150, .y = 250),
};

static const struct scene_item feel_pulse[] = {
    ADULT_SHADOW,
    {ITEM_FIGURE, KNEELS, .from = POSE_PULSE, .to = POSE_PULSE},
    LYING(.pale = 0.7F),
    {ITEM_HAND, KNEELS, .from = POSE_PULSE, .to = POSE_PULSE},
    ADDED(PROP_CLOCK, .x = 150, .y = 250),
};

/* ---- press-woman ------------------------------------------------------------------- */

#define WOMAN                                                                            \
    {                                                                                    \
        ITEM_FIGURE, .person = PERSON_RUNNER, .pressed = true                            \
    }
#define PRESSES_HER                                                                      \
    .x = SCENE_CHEST_X, .person = PERSON_SECOND, .from = POSE_PRESS_UP,                  \
    .to = POSE_PRESS_DOWN, .motion = MOVE_PRESS, .asked = POSE_KNEEL

static const struct scene_item press_woman[] = {
    ADULT_SHADOW,
    {ITEM_FIGURE, PRESSES_HER},
    WOMAN,
    {ITEM_HAND, PRESSES_HER},
};

static const struct scene_item wait_aside[] = {
    ADULT_SHADOW,
    {ITEM_FIGURE, .x = SCENE_CHEST_X, .y = 24, .person = PERSON_SECOND,
     .from = POSE_CALL_OUT, .to = POSE_CALL_OUT, .asked = POSE_KNEEL, .asked_dy = -24},
    {ITEM_FIGURE, .person = PERSON_RUNNER},
    {ITEM_HAND, PRESSES_HER, .show = SHOW_ASKED},
    ADDED(PROP_CLOCK, .x = 250, .y = 250),
};

/* ---- open-airway, give-breath: the head close by ----------------------------------- */

#define HEAD_LENS                                                                        \
    {                                                                                    \
        ITEM_LENS, .x = -94, .y = 76, .wide = 108                                        \
    }
#define HEAD_BOX                                                                         \
    {                                                                                    \
        -207, 19, -37, 189                                                               \
    }
#define AT_HEAD .x = -12, .person = PERSON_RESCUER

static const struct scene_item open_airway[] = {
    HEAD_LENS,
    {ITEM_FIGURE, AT_HEAD, .from = POSE_TILT, .to = POSE_TILT, .asked = POSE_KNEEL,
     .asked_dx = 90, .asked_dy = 60},
    LYING(.from = POSE_LYING_TILTED, .to = POSE_LYING_TILTED),
    {ITEM_PROP, .prop = PROP_AIR_SHUT, .show = SHOW_ASKED},
    ADDED(PROP_AIR_OPEN, .x = 0, .motion = MOVE_SLOWLY, .sway = {6, -1}),
    {ITEM_ARMS, AT_HEAD, .from = POSE_TILT, .to = POSE_TILT, .asked = POSE_KNEEL,
     .asked_dx = 90, .asked_dy = 60},
};

static const struct scene_item under_pillow[] = {
    HEAD_LENS,
    {ITEM_FIGURE, AT_HEAD, .from = POSE_KNEEL, .to = POSE_KNEEL, .asked = POSE_KNEEL,
     .asked_dx = 90, .asked_dy = 60, .show = SHOW_ASKED},
    ADDED(PROP_HEAD_PILLOW, .x = -118, .y = -6),
    LYING(.from = POSE_LYING_RAISED, .to = POSE_LYING_RAISED, .pale = 0.6F),
    {ITEM_PROP, .prop = PROP_AIR_SHUT, .show = SHOW_ASKED},
    ADDED(PROP_AIR_BENT, .x = 0),
    ADDED(PROP_NO_AIR, .x = -54, .y = 132, .size = 0.54F),
    {ITEM_ARMS, AT_HEAD, .from = POSE_KNEEL, .to = POSE_KNEEL, .asked = POSE_KNEEL,
     .asked_dx = 90, .asked_dy = 60, .show = SHOW_ASKED},
};

#define BLOWING(pose)                                                                    \
    {                                                                                    \
        ITEM_FIGURE, AT_HEAD, .from = (pose), .to = (pose), .asked = POSE_TILT           \
    }
#define TILTED(...)                                                                      \
    LYING(.from = POSE_LYING_TILTED, .to = POSE_LYING_TILTED,                            \
          .asked = POSE_LYING_TILTED, __VA_ARGS__)
#define BLOWING_HAND(pose)                                                               \
    {                                                                                    \
        ITEM_HAND, AT_HEAD, .from = (pose), .to = (pose), .asked = POSE_TILT             \
    }

static const struct scene_item give_breath[] = {
    HEAD_LENS,
    BLOWING(POSE_SEAL),
    TILTED(.motion = MOVE_BREATHE),
    ADDED(PROP_AIR_OPEN, .x = 0, .motion = MOVE_SLOWLY, .sway = {6, -1}),
    BLOWING_HAND(POSE_SEAL),
};

static const struct scene_item nose_open[] = {
    HEAD_LENS,
    BLOWING(POSE_BREATHE),
    TILTED(.pale = 0.5F),
    BLOWING_HAND(POSE_BREATHE),
    ADDED(PROP_AIR_LEAK, .x = -128, .y = 92),
};

static const struct scene_item from_afar[] = {
    HEAD_LENS,
    BLOWING(POSE_BLOW_AFAR),
    TILTED(.pale = 0.5F),
    BLOWING_HAND(POSE_BLOW_AFAR),
    ADDED(PROP_AIR_SCATTER, .x = -116, .y = 118),
};

/* ---- chest-rises ------------------------------------------------------------------- */

#define BREATHES                                                                         \
    {                                                                                    \
        ITEM_FIGURE, KNEELS, .from = POSE_SEAL, .to = POSE_SEAL                          \
    }
#define NOSE_HELD                                                                        \
    {                                                                                    \
        ITEM_HAND, KNEELS, .from = POSE_SEAL, .to = POSE_SEAL                            \
    }

static const struct scene_item chest_rises[] = {
    ADULT_SHADOW,
    BREATHES,
    LYING(.from = POSE_LYING_TILTED, .to = POSE_LYING_TILTED, .motion = MOVE_BREATHE),
    NOSE_HELD,
    ADDED(PROP_RISE, .x = 24, .y = 100),
};

static const struct scene_item blow_hard[] = {
    ADULT_SHADOW,
    BREATHES,
    LYING(.from = POSE_LYING_TILTED, .to = POSE_LYING_TILTED, .pale = 0.6F),
    NOSE_HELD,
    ADDED(PROP_BELLY_AIR, .x = 74, .y = 62),
};

static const struct scene_item faint_puff[] = {
    ADULT_SHADOW,
    BREATHES,
    LYING(.from = POSE_LYING_TILTED, .to = POSE_LYING_TILTED, .pale = 0.8F),
    NOSE_HELD,
    ADDED(PROP_FLAT_LINE, .x = 22, .y = 96),
    ADDED(PROP_NO_AIR, .x = 40, .y = 190),
};

/* ---- a child ----------------------------------------------------------------------- */

#define CHILD_SHADOW                                                                     \
    {                                                                                    \
        ITEM_SHADOW, .x = 52, .y = -6, .wide = 190                                       \
    }
#define CHILD(...)                                                                       \
    {                                                                                    \
        ITEM_FIGURE, .person = PERSON_TODDLER, __VA_ARGS__                               \
    }
/* His straight arm is over the breastbone. */
#define ONE_HAND                                                                         \
    .x = -39, .person = PERSON_SECOND, .from = POSE_ONE_HAND_UP,                         \
    .to = POSE_ONE_HAND_DOWN, .motion = MOVE_PRESS, .mirrored = true

static const struct scene_item child_press[] = {
    CHILD_SHADOW,
    {ITEM_FIGURE, ONE_HAND, .asked = POSE_KNEEL},
    CHILD(.pressed = true),
    {ITEM_ARMS, ONE_HAND, .asked = POSE_KNEEL},
};

static const struct scene_item shake_child[] = {
    CHILD_SHADOW,
    {ITEM_FIGURE, .x = -39, .person = PERSON_SECOND, .from = POSE_LIFT,
     .to = POSE_LIFT_HIGH, .motion = MOVE_TAP, .asked = POSE_KNEEL, .mirrored = true},
    CHILD(.show = SHOW_ASKED),
    {ITEM_FIGURE, .x = -39, .y = 20, .person = PERSON_TODDLER, .from = POSE_HELD_UP,
     .to = POSE_HELD_UP_OTHER, .motion = MOVE_TAP, .asked = POSE_HELD_UP,
     .show = SHOW_ANSWERED, .pale = 0.6F},
    {ITEM_ARMS, .x = -39, .person = PERSON_SECOND, .from = POSE_LIFT,
     .to = POSE_LIFT_HIGH, .motion = MOVE_TAP, .asked = POSE_KNEEL, .mirrored = true},
    ADDED(PROP_TAPS, .x = 40, .y = 190, .mirrored = true),
};

/* ---- child-hands, third-deep: a child's chest close by ----------------------------- */

#define CHEST_LENS                                                                       \
    {                                                                                    \
        ITEM_LENS, .x = 6, .y = 62, .wide = 92                                           \
    }
#define CHEST_BOX                                                                        \
    {                                                                                    \
        -90, 102, -34, 158                                                               \
    }

static const struct scene_item child_hands[] = {
    CHEST_LENS,
    {ITEM_FIGURE, ONE_HAND, .asked = POSE_KNEEL, .asked_dy = 40},
    CHILD(.pressed = true),
    {ITEM_ARMS, ONE_HAND, .asked = POSE_KNEEL, .asked_dy = 40},
};

#define FINGERS                                                                          \
    .x = -39, .y = 6, .person = PERSON_SECOND, .from = POSE_FINGERS, .to = POSE_FINGERS, \
    .asked = POSE_KNEEL, .asked_dy = 34, .mirrored = true

static const struct scene_item child_fingers[] = {
    CHEST_LENS,
    {ITEM_FIGURE, FINGERS},
    CHILD(.pale = 0.6F),
    {ITEM_ARMS, FINGERS},
    ADDED(PROP_TWO_FINGERS, .x = 5, .y = 70),
};

#define ON_BELLY                                                                         \
    .x = 5, .y = -8, .person = PERSON_SECOND, .from = POSE_ONE_HAND_UP,                  \
    .to = POSE_ONE_HAND_DOWN, .motion = MOVE_PRESS, .asked = POSE_KNEEL,                 \
    .asked_dx = -44, .asked_dy = 48, .mirrored = true

static const struct scene_item child_belly[] = {
    CHEST_LENS,
    {ITEM_FIGURE, ON_BELLY},
    CHILD(.pale = 0.6F),
    {ITEM_ARMS, ON_BELLY},
};

#define THIRD(arrow)                                                                     \
    CHEST_LENS, {ITEM_FIGURE, ONE_HAND, .asked = POSE_ONE_HAND_UP},                      \
        CHILD(.pressed = true), {ITEM_ARMS, ONE_HAND, .asked = POSE_ONE_HAND_UP},        \
        {ITEM_PROP, .x = 44, .y = 2, .prop = PROP_THIRDS, .show = SHOW_ANSWERED},        \
    {                                                                                    \
        ITEM_PROP, .x = 44, .y = 2, .prop = (arrow), .show = SHOW_ANSWERED               \
    }

static const struct scene_item third_deep[] = {THIRD(PROP_PUSH_THIRD)};
static const struct scene_item too_shallow[] = {THIRD(PROP_PUSH_LITTLE)};
static const struct scene_item too_deep[] = {THIRD(PROP_PUSH_THROUGH)};

/* ---- child-breathe, child-call, child-aed ------------------------------------------ */

static const struct scene_item child_breathe[] = {
    CHILD_SHADOW,
    {ITEM_FIGURE, .x = 24, .person = PERSON_SECOND, .from = POSE_CHILD_BREATHE,
     .to = POSE_CHILD_LOOK, .motion = MOVE_BREATHE, .asked = POSE_KNEEL, .asked_dx = -40},
    CHILD(.from = POSE_LYING_TILTED, .to = POSE_LYING_TILTED, .motion = MOVE_BREATHE),
};

#define CALLER .x = -39, .person = PERSON_SECOND, .asked = POSE_PHONE, .mirrored = true

static const struct scene_item child_call[] = {
    CHILD_SHADOW,
    {ITEM_FIGURE, CALLER, .from = POSE_ONE_HAND_UP, .to = POSE_ONE_HAND_DOWN,
     .motion = MOVE_PRESS},
    {ITEM_PROP, .x = -105, .y = 252, .prop = PROP_PHONE_HELD, .show = SHOW_ASKED},
    CHILD(.pressed = true),
    {ITEM_ARMS, CALLER, .from = POSE_ONE_HAND_UP, .to = POSE_ONE_HAND_DOWN,
     .motion = MOVE_PRESS},
    ADDED(PROP_PHONE, .x = -172, .y = -20, .size = 1.1F),
    {ITEM_WAVES, .x = -170, .y = 0, .size = 0.8F, .show = SHOW_ANSWERED},
    ADDED(PROP_CALL_120, .x = -170, .y = 76, .size = 0.7F),
};

static const struct scene_item leave_child[] = {
    CHILD_SHADOW,
    {ITEM_FIGURE, CALLER, .from = POSE_PHONE, .to = POSE_PHONE, .show = SHOW_ASKED},
    {ITEM_PROP, .x = -105, .y = 252, .prop = PROP_PHONE_HELD, .show = SHOW_ASKED},
    {ITEM_FIGURE, .x = 130, .y = 44, .size = 0.72F, .person = PERSON_SECOND,
     .from = POSE_RUN_LEFT, .to = POSE_RUN_RIGHT_PASS, .motion = MOVE_RUN,
     .show = SHOW_ANSWERED},
    CHILD(.pale = 0.9F),
    {ITEM_ARMS, CALLER, .from = POSE_PHONE, .to = POSE_PHONE, .show = SHOW_ASKED},
};

static const struct scene_item child_aed[] = {
    CHILD_SHADOW,
    {ITEM_FIGURE, .x = -39, .person = PERSON_SECOND, .from = POSE_CALL_OUT,
     .to = POSE_CALL_OUT, .asked = POSE_KNEEL},
    {ITEM_PROP, .x = 258, .y = 84, .prop = PROP_AED},
    ADDED(PROP_PAD_WIRES, .x = 4),
    CHILD(),
    ADDED(PROP_SIDE_PADS, .x = 4),
};

static const struct scene scenes[] = {
    {"start-cpr", BACKDROP_PARK, {-215, 400, -40, 370}, ITEMS(start_cpr)},
    {"press-woman", BACKDROP_STREET, {-215, 400, -40, 406}, ITEMS(press_woman)},
    {"open-airway", BACKDROP_CLOSE, HEAD_BOX, ITEMS(open_airway)},
    {"give-breath", BACKDROP_CLOSE, HEAD_BOX, ITEMS(give_breath)},
    {"chest-rises", BACKDROP_PARK, {-215, 400, -40, 370}, ITEMS(chest_rises)},
    {"child-press", BACKDROP_HALL, {-182, 250, -36, 374}, ITEMS(child_press)},
    {"child-hands", BACKDROP_CLOSE, CHEST_BOX, ITEMS(child_hands)},
    {"third-deep", BACKDROP_CLOSE, CHEST_BOX, ITEMS(third_deep)},
    {"child-breathe", BACKDROP_HALL, {-176, 250, -36, 374}, ITEMS(child_breathe)},
    {"child-call", BACKDROP_HALL, {-250, 256, -44, 400}, ITEMS(child_call)},
    {"child-aed", BACKDROP_HALL, {-196, 312, -36, 392}, ITEMS(child_aed)},
};

static const struct scene_wrong_row wrong[] = {
    {WRONG("start-cpr", "breathe-first", breathe_first)},
    {WRONG("start-cpr", "feel-pulse", feel_pulse)},
    {WRONG("press-woman", "wait-aside", wait_aside)},
    {WRONG("open-airway", "pillow", under_pillow)},
    {WRONG("give-breath", "nose-open", nose_open)},
    {WRONG("give-breath", "from-afar", from_afar)},
    {WRONG("chest-rises", "blow-hard", blow_hard)},
    {WRONG("chest-rises", "faint-puff", faint_puff)},
    {WRONG("child-press", "shake-child", shake_child)},
    {WRONG("child-hands", "child-fingers", child_fingers)},
    {WRONG("child-hands", "child-belly", child_belly)},
    {WRONG("third-deep", "too-shallow", too_shallow), .depth_mm = 15},
    {WRONG("third-deep", "too-deep", too_deep), .depth_mm = 80},
    {WRONG("child-call", "leave-child", leave_child)},
};

const struct scene_subject scene_subject_breaths = {.scenes = scenes,
                                                    .scene_count = COUNT(scenes),
                                                    .wrong = wrong,
                                                    .wrong_count = COUNT(wrong)};
