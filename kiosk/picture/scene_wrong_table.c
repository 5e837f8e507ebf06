/* SPDX-License-Identifier: MIT */
/*
 * What visitors would do who chose wrongly, and what comes of it: never more than grey
 * skin, air that is stopped or time that passes. Each row begins as its scene does beside
 * a question; what it adds comes with the answer.
 */
#include "picture/scene_hands.h"
#include "picture/scene_table.h"

#define CHEST_X SCENE_CHEST_X

#define LYING(...)                                                                       \
    {                                                                                    \
        ITEM_FIGURE, .person = PERSON_LYING, __VA_ARGS__                                 \
    }
#define ADDED(thing, ...)                                                                \
    {                                                                                    \
        ITEM_PROP, .prop = (thing), .show = SHOW_ANSWERED, __VA_ARGS__                   \
    }

/* ---- collapse ---------------------------------------------------------------------- */

#define STREET_SHADOWS                                                                   \
    {ITEM_SHADOW, .x = 95, .y = -4, .wide = 270},                                        \
    {                                                                                    \
        ITEM_SHADOW, .x = -236, .y = -24, .wide = 90                                     \
    }

static const struct scene_item sit_him_up[] = {
    STREET_SHADOWS,
    {ITEM_FIGURE, .x = -96, .y = -8, .person = PERSON_RESCUER, .from = POSE_HOLD_UP,
     .to = POSE_HOLD_UP, .asked = POSE_WAIT, .asked_dx = -144, .asked_dy = -14},
    LYING(.from = POSE_SLUMPED, .to = POSE_SLUMPED, .pale = 0.7F),
    ADDED(PROP_NO_AIR, .x = 150, .y = 220),
};

static const struct scene_item give_water[] = {
    STREET_SHADOWS,
    LYING(.pale = 0.5F),
    {ITEM_FIGURE, .x = -198, .y = -16, .prop = PROP_CUP, .person = PERSON_RESCUER,
     .from = POSE_POUR, .to = POSE_POUR, .asked = POSE_WAIT, .asked_dx = -42,
     .asked_dy = -6},
    ADDED(PROP_SIP, .x = -76, .y = 108),
    ADDED(PROP_NO_AIR, .x = 20, .y = 200),
};

/* ---- tap-shoulders ----------------------------------------------------------------- */

#define LEANING(up, down, moves)                                                         \
    .x = -38, .person = PERSON_RESCUER, .from = (up), .to = (down), .motion = (moves),   \
    .asked = POSE_KNEEL

static const struct scene_item pinch_lip[] = {
    {ITEM_SHADOW, .x = 95, .y = -6, .wide = 300},
    {ITEM_FIGURE, LEANING(POSE_PINCH, POSE_PINCH, MOVE_NONE)},
    LYING(),
    {ITEM_ARMS, LEANING(POSE_PINCH, POSE_PINCH, MOVE_NONE)},
    ADDED(PROP_CLOCK, .x = 150, .y = 250),
};

static const struct scene_item slap_face[] = {
    {ITEM_SHADOW, .x = 95, .y = -6, .wide = 300},
    {ITEM_FIGURE, LEANING(POSE_SLAP_DOWN, POSE_SLAP_UP, MOVE_TAP)},
    LYING(),
    {ITEM_ARMS, LEANING(POSE_SLAP_DOWN, POSE_SLAP_UP, MOVE_TAP)},
    ADDED(PROP_TAPS, .x = -116, .y = 66),
};

/* ---- call-120 ---------------------------------------------------------------------- */

static const struct scene_item hang_up[] = {
    {ITEM_SHADOW, .x = 65, .y = -8, .wide = 340},
    {ITEM_FIGURE, .x = CHEST_X, .person = PERSON_RESCUER, .from = POSE_KNEEL,
     .to = POSE_KNEEL, .asked = POSE_PHONE, .mirrored = true},
    {ITEM_PROP, .x = -57, .y = 252, .prop = PROP_PHONE_HELD, .show = SHOW_ASKED},
    LYING(.pale = 0.6F),
    ADDED(PROP_PHONE_DARK, .x = -250, .y = -26, .size = 1.3F),
    ADDED(PROP_CALL_ENDED, .x = -246, .y = 40),
};

static const struct scene_item drag_away[] = {
    {ITEM_SHADOW, .x = 65, .y = -8, .wide = 340},
    {ITEM_FIGURE, .x = CHEST_X, .person = PERSON_RESCUER, .from = POSE_PHONE,
     .to = POSE_PHONE, .show = SHOW_ASKED, .mirrored = true},
    {ITEM_PROP, .x = -57, .y = 252, .prop = PROP_PHONE_HELD, .show = SHOW_ASKED},
    {ITEM_FIGURE, .x = -220, .y = -6, .person = PERSON_RESCUER, .from = POSE_DRAG,
     .to = POSE_DRAG, .show = SHOW_ANSWERED},
    LYING(.from = POSE_DRAGGED, .to = POSE_DRAGGED, .pale = 0.8F),
    ADDED(PROP_CLOCK, .x = 190, .y = 250),
};

/* ---- send-for-aed ------------------------------------------------------------------ */

#define BYSTANDERS                                                                       \
    {ITEM_SHADOW, .x = 95, .y = -6, .wide = 300},                                        \
        {ITEM_SHADOW, .x = 352, .y = 26, .wide = 130},                                   \
        {ITEM_FIGURE,        .x = 404,        .y = 40, .person = PERSON_GRANDFATHER,     \
         .from = POSE_STAND, .to = POSE_STAND},                                          \
    {                                                                                    \
        ITEM_FIGURE, .x = 300, .y = 34, .person = PERSON_RUNNER, .from = POSE_STAND,     \
                     .to = POSE_STAND, .mirrored = true                                  \
    }

static const struct scene_item shout_to_all[] = {
    BYSTANDERS,
    {ITEM_FIGURE, .x = CHEST_X, .person = PERSON_RESCUER, .from = POSE_CALL_OUT,
     .to = POSE_CALL_OUT, .asked = POSE_KNEEL},
    LYING(.pale = 0.5F),
    ADDED(PROP_ASKING, .x = 230, .y = 440, .size = 0.75F),
    ADDED(PROP_ASKING, .x = 460, .y = 440, .size = 0.75F),
};

static const struct scene_item leave_him[] = {
    BYSTANDERS,
    {ITEM_FIGURE, .x = CHEST_X, .person = PERSON_RESCUER, .from = POSE_KNEEL,
     .to = POSE_KNEEL, .show = SHOW_ASKED},
    {ITEM_FIGURE, .x = 136, .y = 30, .person = PERSON_RESCUER, .from = POSE_RUN_LEFT,
     .to = POSE_RUN_RIGHT_PASS, .motion = MOVE_RUN, .show = SHOW_ANSWERED},
    LYING(.pale = 0.9F),
};

/* ---- gasping ----------------------------------------------------------------------- */

#define LISTENS                                                                          \
    .x = CHEST_X, .person = PERSON_RESCUER, .asked = POSE_WATCH, .asked_dx = -21
#define GAZE                                                                             \
    {ITEM_HAND, LISTENS, .from = POSE_KNEEL, .to = POSE_KNEEL, .show = SHOW_ASKED},      \
    {                                                                                    \
        ITEM_PROP, .x = -30, .y = 132, .prop = PROP_GAZE, .show = SHOW_ASKED             \
    }

static const struct scene_item let_him_sleep[] = {
    {ITEM_SHADOW, .x = 95, .y = -6, .wide = 300},
    {ITEM_FIGURE, LISTENS, .from = POSE_KNEEL, .to = POSE_KNEEL},
    LYING(.pale = 0.85F),
    GAZE,
    ADDED(PROP_CLOCK, .x = 150, .y = 250),
};

static const struct scene_item turn_and_wait[] = {
    {ITEM_SHADOW, .x = 95, .y = -6, .wide = 300},
    {ITEM_FIGURE, LISTENS, .from = POSE_KNEEL, .to = POSE_KNEEL},
    LYING(.show = SHOW_ASKED),
    {ITEM_FIGURE, .x = 320, .y = 70, .person = PERSON_LYING, .from = POSE_ON_SIDE,
     .to = POSE_ON_SIDE, .asked = POSE_ON_SIDE, .show = SHOW_ANSWERED, .turned_deg = 90,
     .pale = 0.85F},
    GAZE,
    ADDED(PROP_CLOCK, .x = 150, .y = 250),
};

/* ---- hand-place -------------------------------------------------------------------- */

/* His left is the upper side: his head is on the left, and he looks at the viewer. */
static const struct scene_item hands_left[] = {
    {ITEM_HANDS, .y = SCENE_HANDS_RADIUS, .off = {2, 86}},
};

static const struct scene_item hands_belly[] = {
    {ITEM_HANDS, .y = SCENE_HANDS_RADIUS, .off = {142, 0}},
};

/* ---- press ------------------------------------------------------------------------- */

#define PRESSES                                                                          \
    .person = PERSON_RESCUER, .from = POSE_PRESS_UP, .to = POSE_PRESS_DOWN,              \
    .motion = MOVE_PRESS
#define PRESSES_ON                                                                       \
    {ITEM_SHADOW, .x = 95, .y = -6, .wide = 300}, {ITEM_FIGURE, .x = CHEST_X, PRESSES},  \
        LYING(.pressed = true),                                                          \
    {                                                                                    \
        ITEM_HAND, .x = CHEST_X, PRESSES                                                 \
    }

static const struct scene_item press_shallow[] = {
    PRESSES_ON,
    ADDED(PROP_PUSH_SHORT, .x = 240, .y = 340, .size = 0.9F),
};

static const struct scene_item press_deep[] = {
    PRESSES_ON,
    ADDED(PROP_PUSH_LONG, .x = 240, .y = 340, .size = 0.9F),
};

static const struct scene_item press_slow[] = {
    PRESSES_ON,
    ADDED(PROP_BEATS_FEW, .x = 240, .y = 280, .size = 1.2F),
};

static const struct scene_item press_fast[] = {
    PRESSES_ON,
    ADDED(PROP_BEATS_MANY, .x = 240, .y = 280, .size = 1.2F),
};

/* The hands leave the chest, and nothing moves the blood any more. */
static const struct scene_item stop_pressing[] = {
    {ITEM_SHADOW, .x = 95, .y = -6, .wide = 300},
    {ITEM_FIGURE, .x = CHEST_X, .person = PERSON_RESCUER, .from = POSE_KNEEL,
     .to = POSE_KNEEL, .asked = POSE_PRESS_UP},
    LYING(.pale = 1),
    {ITEM_HAND, .x = CHEST_X, .person = PERSON_RESCUER, .from = POSE_PRESS_UP,
     .to = POSE_PRESS_UP, .show = SHOW_ASKED},
    ADDED(PROP_CLOCK, .x = 200, .y = 250),
};

#define BELLY_DX 74
static const struct scene_item press_belly[] = {
    {ITEM_SHADOW, .x = 95, .y = -6, .wide = 300},
    {ITEM_FIGURE, .x = CHEST_X + BELLY_DX, .y = -8, PRESSES, .asked_dx = -BELLY_DX,
     .asked_dy = 8},
    LYING(.pale = 0.6F),
    {ITEM_HAND, .x = CHEST_X + BELLY_DX, .y = -8, PRESSES, .asked_dx = -BELLY_DX,
     .asked_dy = 8},
};

/* ---- breathe ----------------------------------------------------------------------- */

/* The head is not tilted: the tongue lies in the way of the air, no chest rises. */
static const struct scene_item head_not_tilted[] = {
    {ITEM_SHADOW, .x = 95, .y = -6, .wide = 300},
    {ITEM_FIGURE, .x = -12, .person = PERSON_RESCUER, .from = POSE_BREATHE,
     .to = POSE_BREATHE_LOOK, .motion = MOVE_BREATHE, .asked = POSE_KNEEL,
     .asked_dx = 21},
    LYING(.pale = 0.8F),
    ADDED(PROP_NO_AIR, .x = -150, .y = 250),
};

/* ---- battlefield-aid --------------------------------------------------------------- */

#define WOUNDED                                                                          \
    {ITEM_SHADOW, .x = -150, .y = -6, .wide = 270},                                      \
    {                                                                                    \
        ITEM_SHADOW, .x = 230, .y = 4, .wide = 210                                       \
    }
#define SOLDIERS                                                                         \
    {ITEM_FIGURE,                                                                        \
     .x = 150,                                                                           \
     .y = 10,                                                                            \
     .person = PERSON_SOLDIER_BLUE,                                                      \
     .from = POSE_SIT_GROUND,                                                            \
     .to = POSE_SIT_GROUND},                                                             \
        {ITEM_PROP, .x = -356, .y = 0, .prop = PROP_KNAPSACK},                           \
    {                                                                                    \
        ITEM_FIGURE, .x = -230, .person = PERSON_SOLDIER_WHITE, .from = POSE_PROPPED,    \
                     .to = POSE_PROPPED                                                  \
    }

static const struct scene_item leave_them[] = {
    WOUNDED,
    {ITEM_FIGURE, .x = 330, .y = 24, .person = PERSON_VILLAGER_OLD, .from = POSE_WAIT,
     .to = POSE_WAIT, .show = SHOW_ASKED, .mirrored = true},
    SOLDIERS,
    {ITEM_FIGURE, .x = -10, .y = -14, .person = PERSON_VILLAGER, .from = POSE_WAIT,
     .to = POSE_WAIT, .show = SHOW_ASKED, .mirrored = true},
};

static const struct scene_item sell_help[] = {
    WOUNDED,
    {ITEM_FIGURE, .x = 330, .y = 24, .prop = PROP_COINS, .person = PERSON_VILLAGER_OLD,
     .from = POSE_CARRY, .to = POSE_CARRY, .asked = POSE_WAIT, .mirrored = true},
    SOLDIERS,
    {ITEM_FIGURE, .x = -10, .y = -14, .person = PERSON_VILLAGER, .from = POSE_WAIT,
     .to = POSE_WAIT, .mirrored = true},
};

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

#define ROW(of, what, array)                                                             \
    .scene = (of), .name = (what), .items = (array),                                     \
    .count = sizeof(array) / sizeof *(array)

/* The order of WrongAct in scripts/api.lua. */
static const struct scene_wrong_row rows[] = {
    {ROW("collapse", "sit-him-up", sit_him_up)},
    {ROW("collapse", "give-water", give_water)},
    {ROW("tap-shoulders", "pinch-lip", pinch_lip)},
    {ROW("tap-shoulders", "slap-face", slap_face)},
    {ROW("call-120", "hang-up", hang_up)},
    {ROW("call-120", "drag-away", drag_away)},
    {ROW("send-for-aed", "shout-to-all", shout_to_all)},
    {ROW("send-for-aed", "leave-him", leave_him)},
    {ROW("gasping", "let-him-sleep", let_him_sleep)},
    {ROW("gasping", "turn-and-wait", turn_and_wait)},
    {ROW("hand-place", "hands-left", hands_left)},
    {ROW("hand-place", "hands-belly", hands_belly)},
    {ROW("press", "press-shallow", press_shallow), .depth_mm = 25},
    {ROW("press", "press-deep", press_deep), .depth_mm = 80},
    {ROW("press", "press-slow", press_slow), .rate_cpm = 60},
    {ROW("press", "press-fast", press_fast), .rate_cpm = 140},
    {ROW("press", "stop-pressing", stop_pressing)},
    {ROW("press", "press-belly", press_belly)},
    {ROW("breathe", "head-not-tilted", head_not_tilted)},
    {ROW("battlefield-aid", "leave-them", leave_them)},
    {ROW("battlefield-aid", "sell-help", sell_help)},
    {ROW("nosebleed", "head-back", head_back)},
    {ROW("nosebleed", "lie-flat", lie_flat)},
};

const struct scene_wrong_row *scene_wrong_row(size_t index)
{
    return index < sizeof rows / sizeof *rows ? &rows[index] : NULL;
}
