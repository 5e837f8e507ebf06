/* SPDX-License-Identifier: MIT */
/*
 * Somebody collapses: from looking around to the AED on its way.
 */
#include "picture/scene_hands.h"
#include "picture/scene_rows.h"

static const struct scene_item street_collapse[] = {
    {ITEM_SHADOW, .x = 95, .y = -4, .wide = 270},
    {ITEM_SHADOW, .x = -236, .y = -24, .wide = 90},
    {ITEM_FIGURE, .person = PERSON_LYING},
    {ITEM_FIGURE, .x = -240, .y = -22, .person = PERSON_RESCUER, .from = POSE_LOOK_LEFT,
     .to = POSE_LOOK_RIGHT, .motion = MOVE_SLOWLY, .asked = POSE_WAIT},
};

static const struct scene_item tap_shoulders[] = {
    {ITEM_SHADOW, .x = 95, .y = -6, .wide = 300},
    {ITEM_FIGURE, .x = -38, .person = PERSON_RESCUER, .from = POSE_TAP_DOWN,
     .to = POSE_TAP_UP, .motion = MOVE_TAP, .asked = POSE_KNEEL},
    {ITEM_FIGURE, .person = PERSON_LYING},
    {ITEM_ARMS, .x = -38, .person = PERSON_RESCUER, .from = POSE_TAP_DOWN,
     .to = POSE_TAP_UP, .motion = MOVE_TAP, .asked = POSE_KNEEL},
    {ITEM_PROP, .x = 8, .y = 58, .prop = PROP_TAPS, .show = SHOW_ANSWERED,
     .mirrored = true},
};

static const struct scene_item call_120[] = {
    {ITEM_SHADOW, .x = 65, .y = -8, .wide = 340},
    {ITEM_FIGURE, .x = SCENE_CHEST_X, .person = PERSON_RESCUER, .from = POSE_CALL,
     .to = POSE_CALL_TALK, .motion = MOVE_SLOWLY, .asked = POSE_PHONE, .mirrored = true},
    {ITEM_PROP, .x = -57, .y = 252, .prop = PROP_PHONE_HELD, .show = SHOW_ASKED},
    {ITEM_FIGURE, .person = PERSON_LYING},
    {ITEM_PROP, .x = -250, .y = -26, .size = 1.3F, .prop = PROP_PHONE,
     .show = SHOW_ANSWERED},
    {ITEM_WAVES, .x = -248, .y = -4, .show = SHOW_ANSWERED},
    {ITEM_PROP, .x = -246, .y = 96, .prop = PROP_CALL_120, .show = SHOW_ANSWERED},
};

static const struct scene_item fetch_aed[] = {
    {ITEM_PROP, .x = -240, .y = 200, .prop = PROP_CABINET},
    {ITEM_SHADOW, .y = -4, .wide = 170},
    {ITEM_FIGURE, .prop = PROP_AED, .person = PERSON_RUNNER, .from = POSE_RUN_LEFT,
     .to = POSE_RUN_RIGHT_PASS, .motion = MOVE_RUN},
};

static const struct scene_item look_breathing[] = {
    {ITEM_SHADOW, .x = 95, .y = -6, .wide = 300},
    {ITEM_FIGURE, .x = -12, .person = PERSON_RESCUER, .from = POSE_WATCH,
     .to = POSE_WATCH_LOW, .motion = MOVE_SLOWLY, .asked = POSE_KNEEL, .asked_dx = 21},
    {ITEM_FIGURE, .person = PERSON_LYING},
    {ITEM_PROP, .x = -30, .y = 132, .prop = PROP_GAZE, .show = SHOW_ANSWERED},
};

/* The chest rises while the mouth is on the mouth. */
static const struct scene_item breathe[] = {
    {ITEM_SHADOW, .x = 95, .y = -6, .wide = 300},
    {ITEM_FIGURE, .x = -12, .person = PERSON_RESCUER, .from = POSE_BREATHE,
     .to = POSE_BREATHE_LOOK, .motion = MOVE_BREATHE, .asked = POSE_KNEEL,
     .asked_dx = 21},
    {ITEM_FIGURE, .person = PERSON_LYING, .from = POSE_LYING_TILTED,
     .to = POSE_LYING_TILTED, .motion = MOVE_BREATHE},
};

static const struct scene_item hand_place[] = {
    {ITEM_HANDS, .y = SCENE_HANDS_RADIUS, .person = PERSON_RESCUER},
};

static const struct scene_item press[] = {
    {ITEM_SHADOW, .x = 95, .y = -6, .wide = 300},
    PRESSING(PERSON_RESCUER, .asked = POSE_LYING),
};

/* He kneels beside her, on the same side and at the hips, so that he has only to move up
 * when she lets go. */
static const struct scene_item swap[] = {
    {ITEM_SHADOW, .x = 95, .y = -6, .wide = 300},
    {ITEM_FIGURE, .x = 186, .y = 6, .person = PERSON_SECOND, .from = POSE_READY,
     .to = POSE_READY_EAGER, .motion = MOVE_SLOWLY, .mirrored = true},
    PRESSING(PERSON_RESCUER, .asked = POSE_LYING),
};

static const struct scene_item gasping[] = {
    {ITEM_SHADOW, .x = 95, .y = -6, .wide = 300},
    PRESSING(PERSON_RESCUER, .asked = POSE_WATCH, .asked_dx = -21),
    {ITEM_PROP, .x = -30, .y = 132, .prop = PROP_GAZE, .show = SHOW_ASKED},
};

static const struct scene_item send_for_aed[] = {
    {ITEM_SHADOW, .x = 95, .y = -6, .wide = 300},
    {ITEM_SHADOW, .x = 352, .y = 26, .wide = 130},
    {ITEM_FIGURE, .x = 404, .y = 40, .person = PERSON_GRANDFATHER, .from = POSE_STAND,
     .to = POSE_STAND},
    {ITEM_FIGURE, .x = 300, .y = 34, .person = PERSON_RUNNER, .from = POSE_WAVE_LEFT,
     .to = POSE_WAVE_RIGHT, .motion = MOVE_SLOWLY, .asked = POSE_STAND, .mirrored = true},
    {ITEM_FIGURE, .x = SCENE_CHEST_X, .person = PERSON_RESCUER, .from = POSE_POINT,
     .to = POSE_POINT, .asked = POSE_KNEEL},
    {ITEM_FIGURE, .person = PERSON_LYING},
};

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
    {ITEM_FIGURE, .x = SCENE_CHEST_X, .person = PERSON_RESCUER, .from = POSE_KNEEL,
     .to = POSE_KNEEL, .asked = POSE_PHONE, .mirrored = true},
    {ITEM_PROP, .x = -57, .y = 252, .prop = PROP_PHONE_HELD, .show = SHOW_ASKED},
    LYING(.pale = 0.6F),
    ADDED(PROP_PHONE_DARK, .x = -250, .y = -26, .size = 1.3F),
    ADDED(PROP_CALL_ENDED, .x = -246, .y = 40),
};

static const struct scene_item drag_away[] = {
    {ITEM_SHADOW, .x = 65, .y = -8, .wide = 340},
    {ITEM_FIGURE, .x = SCENE_CHEST_X, .person = PERSON_RESCUER, .from = POSE_PHONE,
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
    {ITEM_FIGURE, .x = SCENE_CHEST_X, .person = PERSON_RESCUER, .from = POSE_CALL_OUT,
     .to = POSE_CALL_OUT, .asked = POSE_KNEEL},
    LYING(.pale = 0.5F),
    ADDED(PROP_ASKING, .x = 230, .y = 440, .size = 0.75F),
    ADDED(PROP_ASKING, .x = 460, .y = 440, .size = 0.75F),
};

static const struct scene_item leave_him[] = {
    BYSTANDERS,
    {ITEM_FIGURE, .x = SCENE_CHEST_X, .person = PERSON_RESCUER, .from = POSE_KNEEL,
     .to = POSE_KNEEL, .show = SHOW_ASKED},
    {ITEM_FIGURE, .x = 136, .y = 30, .person = PERSON_RESCUER, .from = POSE_RUN_LEFT,
     .to = POSE_RUN_RIGHT_PASS, .motion = MOVE_RUN, .show = SHOW_ANSWERED},
    LYING(.pale = 0.9F),
};

/* ---- gasping ----------------------------------------------------------------------- */

#define LISTENS                                                                          \
    .x = SCENE_CHEST_X, .person = PERSON_RESCUER, .asked = POSE_WATCH, .asked_dx = -21
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
    {ITEM_HANDS, .y = SCENE_HANDS_RADIUS, .person = PERSON_RESCUER, .off = {2, 86}},
};

static const struct scene_item hands_belly[] = {
    {ITEM_HANDS, .y = SCENE_HANDS_RADIUS, .person = PERSON_RESCUER, .off = {142, 0}},
};

/* ---- press ------------------------------------------------------------------------- */

#define PRESSES                                                                          \
    .person = PERSON_RESCUER, .from = POSE_PRESS_UP, .to = POSE_PRESS_DOWN,              \
    .motion = MOVE_PRESS
#define PRESSES_ON                                                                       \
    {ITEM_SHADOW, .x = 95, .y = -6, .wide = 300},                                        \
        {ITEM_FIGURE, .x = SCENE_CHEST_X, PRESSES}, LYING(.pressed = true),              \
    {                                                                                    \
        ITEM_HAND, .x = SCENE_CHEST_X, PRESSES                                           \
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
    {ITEM_FIGURE, .x = SCENE_CHEST_X, .person = PERSON_RESCUER, .from = POSE_KNEEL,
     .to = POSE_KNEEL, .asked = POSE_PRESS_UP},
    LYING(.pale = 1),
    {ITEM_HAND, .x = SCENE_CHEST_X, .person = PERSON_RESCUER, .from = POSE_PRESS_UP,
     .to = POSE_PRESS_UP, .show = SHOW_ASKED},
    ADDED(PROP_CLOCK, .x = 200, .y = 250),
};

#define BELLY_DX 74
static const struct scene_item press_belly[] = {
    {ITEM_SHADOW, .x = 95, .y = -6, .wide = 300},
    {ITEM_FIGURE, .x = SCENE_CHEST_X + BELLY_DX, .y = -8, PRESSES, .asked_dx = -BELLY_DX,
     .asked_dy = 8},
    LYING(.pale = 0.6F),
    {ITEM_HAND, .x = SCENE_CHEST_X + BELLY_DX, .y = -8, PRESSES, .asked_dx = -BELLY_DX,
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

static const struct scene scenes[] = {
    {"collapse", BACKDROP_STREET, {-345, 400, -44, 500}, ITEMS(street_collapse)},
    {"tap-shoulders", BACKDROP_PARK, {-215, 400, -44, 384}, ITEMS(tap_shoulders)},
    {"call-120", BACKDROP_PARK, {-350, 415, -50, 384}, ITEMS(call_120)},
    {"fetch-aed", BACKDROP_HALL, {-330, 220, -30, 500}, ITEMS(fetch_aed)},
    {"look-breathing", BACKDROP_PARK, {-215, 400, -44, 340}, ITEMS(look_breathing)},
    {"hand-place", BACKDROP_CLOSE, {-236, 236, -20, 452}, ITEMS(hand_place)},
    {"press", BACKDROP_PARK, {-215, 400, -44, 384}, ITEMS(press)},
    {"swap", BACKDROP_PARK, {-215, 400, -44, 384}, ITEMS(swap)},
    {"send-for-aed", BACKDROP_PARK, {-215, 496, -44, 540}, ITEMS(send_for_aed)},
    {"breathe", BACKDROP_PARK, {-215, 400, -44, 384}, ITEMS(breathe)},
    {"gasping", BACKDROP_PARK, {-215, 400, -44, 384}, ITEMS(gasping)},
};

static const struct scene_wrong_row wrong[] = {
    {WRONG("collapse", "sit-him-up", sit_him_up)},
    {WRONG("collapse", "give-water", give_water)},
    {WRONG("tap-shoulders", "pinch-lip", pinch_lip)},
    {WRONG("tap-shoulders", "slap-face", slap_face)},
    {WRONG("call-120", "hang-up", hang_up)},
    {WRONG("call-120", "drag-away", drag_away)},
    {WRONG("send-for-aed", "shout-to-all", shout_to_all)},
    {WRONG("send-for-aed", "leave-him", leave_him)},
    {WRONG("gasping", "let-him-sleep", let_him_sleep)},
    {WRONG("gasping", "turn-and-wait", turn_and_wait)},
    {WRONG("hand-place", "hands-left", hands_left)},
    {WRONG("hand-place", "hands-belly", hands_belly)},
    {WRONG("press", "press-shallow", press_shallow), .depth_mm = 25},
    {WRONG("press", "press-deep", press_deep), .depth_mm = 80},
    {WRONG("press", "press-slow", press_slow), .rate_cpm = 60},
    {WRONG("press", "press-fast", press_fast), .rate_cpm = 140},
    {WRONG("press", "stop-pressing", stop_pressing)},
    {WRONG("press", "press-belly", press_belly)},
    {WRONG("breathe", "head-not-tilted", head_not_tilted)},
};

const struct scene_subject scene_subject_cpr = {.scenes = scenes,
                                                .scene_count = COUNT(scenes),
                                                .wrong = wrong,
                                                .wrong_count = COUNT(wrong)};
