/* SPDX-License-Identifier: MIT */
/*
 * A child is there first: of about ten who finds, calls and presses, of about six who
 * shouts, stays and opens the door.
 */
#include "picture/scene_rows.h"

/* A child of ten stands 1.4 m tall; who kneels behind somebody kneels a little farther
 * off, so that shorter arms still reach the chest. */
#define TEN      .size = 1.16F
#define BEHIND_Y 14

#define STILL(who, pose, ...)                                                            \
    {                                                                                    \
        ITEM_FIGURE, .person = (who), .from = (pose), .to = (pose), __VA_ARGS__          \
    }
#define GRANDFATHER(...) STILL(PERSON_OLD_MAN, POSE_LYING, __VA_ARGS__)
#define GRANDMOTHER(...) STILL(PERSON_OLD_WOMAN, POSE_LYING, __VA_ARGS__)

/* ---- child-finds ------------------------------------------------------------------- */

#define AT_HOME                                                                          \
    {ITEM_SHADOW, .x = 95, .y = -4, .wide = 270},                                        \
    {                                                                                    \
        ITEM_SHADOW, .x = -246, .y = -16, .wide = 80                                     \
    }

static const struct scene_item child_finds[] = {
    AT_HOME,
    GRANDFATHER(.pale = 0),
    {ITEM_FIGURE, TEN, .x = -250, .y = -14, .person = PERSON_BOY, .from = POSE_LOOK_LEFT,
     .to = POSE_LOOK_RIGHT, .motion = MOVE_SLOWLY, .asked = POSE_WAIT},
};

static const struct scene_item run_and_hide[] = {
    AT_HOME,
    GRANDFATHER(.pale = 0.7F),
    STILL(PERSON_BOY, POSE_WAIT, TEN, .x = -250, .y = -14, .show = SHOW_ASKED),
    {ITEM_FIGURE, TEN, .x = -270, .y = -14, .person = PERSON_BOY, .from = POSE_RUN_LEFT,
     .to = POSE_RUN_RIGHT_PASS, .motion = MOVE_RUN, .show = SHOW_ANSWERED,
     .mirrored = true},
    ADDED(PROP_CLOCK, .x = 160, .y = 260),
};

static const struct scene_item pull_him_up[] = {
    AT_HOME,
    GRANDFATHER(.show = SHOW_ASKED),
    STILL(PERSON_BOY, POSE_HOLD_UP, TEN, .x = -76, .y = 22, .show = SHOW_ANSWERED),
    STILL(PERSON_OLD_MAN, POSE_SLUMPED, .show = SHOW_ANSWERED, .pale = 0.7F),
    STILL(PERSON_BOY, POSE_WAIT, TEN, .x = -250, .y = -14, .show = SHOW_ASKED),
    ADDED(PROP_NO_AIR, .x = 150, .y = 220),
};

/* ---- child-taps, little-taps ------------------------------------------------------- */

#define TAPS(who, tall, dx, dy, down, up, moves)                                         \
    .x = (dx), .y = (dy), .size = (tall), .person = (who), .from = (down), .to = (up),   \
    .motion = (moves), .asked = POSE_KNEEL
#define TAPPING(who, tall, dx, dy, lying, down, up)                                      \
    {ITEM_SHADOW, .x = 95, .y = -6, .wide = 300},                                        \
        {ITEM_FIGURE, TAPS(who, tall, dx, dy, down, up, MOVE_TAP)}, lying,               \
    {                                                                                    \
        ITEM_ARMS, TAPS(who, tall, dx, dy, down, up, MOVE_TAP)                           \
    }

static const struct scene_item child_taps[] = {
    TAPPING(PERSON_BOY, 1.16F, -40, BEHIND_Y, GRANDFATHER(.pale = 0), POSE_TAP_DOWN,
            POSE_TAP_UP),
    ADDED(PROP_TAPS, .x = 2, .y = 62, .mirrored = true),
};

static const struct scene_item slap_grandfather[] = {
    TAPPING(PERSON_BOY, 1.16F, -40, BEHIND_Y, GRANDFATHER(.pale = 0), POSE_SLAP_DOWN,
            POSE_SLAP_UP),
    ADDED(PROP_TAPS, .x = -112, .y = 66),
};

static const struct scene_item little_taps[] = {
    TAPPING(PERSON_GIRL, 1, -40, 26, GRANDMOTHER(.pale = 0), POSE_TAP_DOWN, POSE_TAP_UP),
    ADDED(PROP_TAPS, .x = -8, .y = 62, .mirrored = true),
};

static const struct scene_item slap_granny[] = {
    TAPPING(PERSON_GIRL, 1, -40, 26, GRANDMOTHER(.pale = 0), POSE_SLAP_DOWN,
            POSE_SLAP_UP),
    ADDED(PROP_TAPS, .x = -104, .y = 66),
};

/* ---- child-calls ------------------------------------------------------------------- */

#define PHONE_IN_HAND                                                                    \
    {                                                                                    \
        ITEM_PROP, .x = -46, .y = 224, .size = 0.9F, .prop = PROP_PHONE_HELD,            \
                   .show = SHOW_ASKED                                                    \
    }

static const struct scene_item child_calls[] = {
    {ITEM_SHADOW, .x = 65, .y = -8, .wide = 340},
    {ITEM_FIGURE, TEN, .x = 9, .y = BEHIND_Y, .person = PERSON_BOY, .from = POSE_CALL,
     .to = POSE_CALL_TALK, .motion = MOVE_SLOWLY, .asked = POSE_PHONE, .mirrored = true},
    PHONE_IN_HAND,
    GRANDFATHER(.pale = 0),
    {ITEM_PROP, .x = -250, .y = -26, .size = 1.3F, .prop = PROP_PHONE,
     .show = SHOW_ANSWERED},
    {ITEM_WAVES, .x = -248, .y = -4, .show = SHOW_ANSWERED},
    ADDED(PROP_CALL_120, .x = -246, .y = 96),
};

static const struct scene_item send_message[] = {
    {ITEM_SHADOW, .x = 65, .y = -8, .wide = 340},
    STILL(PERSON_BOY, POSE_PHONE, TEN, .x = 9, .y = BEHIND_Y, .mirrored = true),
    {ITEM_PROP, .x = -46, .y = 224, .size = 0.9F, .prop = PROP_PHONE_HELD},
    GRANDFATHER(.pale = 0.7F),
    ADDED(PROP_MESSAGE, .x = -120, .y = 236),
    ADDED(PROP_CLOCK, .x = 190, .y = 250),
};

/* ---- child-presses, child-takes-turns ---------------------------------------------- */

#define PRESSES(who, up, down, ...)                                                      \
    .x = 9, .y = BEHIND_Y, .size = 1.16F, .person = (who), .from = (up), .to = (down),   \
    .motion = MOVE_PRESS, __VA_ARGS__
#define CHILD_PRESSES(who, up, down, ...)                                                \
    {ITEM_FIGURE, PRESSES(who, up, down, __VA_ARGS__)}, GRANDFATHER(.pressed = true),    \
    {                                                                                    \
        ITEM_HAND, PRESSES(who, up, down, __VA_ARGS__)                                   \
    }

static const struct scene_item child_presses[] = {
    {ITEM_SHADOW, .x = 95, .y = -6, .wide = 300},
    CHILD_PRESSES(PERSON_GIRL, POSE_PRESS_UP, POSE_PRESS_DOWN, .asked = POSE_KNEEL),
};

static const struct scene_item bent_arms[] = {
    {ITEM_SHADOW, .x = 95, .y = -6, .wide = 300},
    CHILD_PRESSES(PERSON_GIRL, POSE_PRESS_BENT_UP, POSE_PRESS_BENT_DOWN,
                  .asked = POSE_KNEEL),
    ADDED(PROP_PUSH_SHORT, .x = 240, .y = 340, .size = 0.9F),
};

static const struct scene_item child_takes_turns[] = {
    {ITEM_SHADOW, .x = 95, .y = -6, .wide = 300},
    {ITEM_FIGURE, .x = 186, .y = 6, .person = PERSON_RUNNER, .from = POSE_READY,
     .to = POSE_READY_EAGER, .motion = MOVE_SLOWLY, .show = SHOW_ANSWERED,
     .mirrored = true},
    CHILD_PRESSES(PERSON_BOY, POSE_PRESS_UP, POSE_PRESS_DOWN, .asked = POSE_LYING),
};

static const struct scene_item give_up[] = {
    {ITEM_SHADOW, .x = 95, .y = -6, .wide = 300},
    {ITEM_FIGURE, TEN, .x = 9, .y = BEHIND_Y, .person = PERSON_BOY, .from = POSE_KNEEL,
     .to = POSE_KNEEL, .asked = POSE_PRESS_UP},
    GRANDFATHER(.pale = 1),
    {ITEM_HAND, TEN, .x = 9, .y = BEHIND_Y, .person = PERSON_BOY, .from = POSE_PRESS_UP,
     .to = POSE_PRESS_UP, .show = SHOW_ASKED},
    ADDED(PROP_CLOCK, .x = 200, .y = 250),
};

/* ---- little-shouts ----------------------------------------------------------------- */

#define LIVING_ROOM                                                                      \
    {ITEM_SHADOW, .x = 150, .y = -4, .wide = 270},                                       \
    {                                                                                    \
        ITEM_SHADOW, .x = -130, .y = -14, .wide = 70                                     \
    }
#define BACK_OF_SOFA                                                                     \
    {                                                                                    \
        ITEM_PROP, .x = -330, .y = 10, .prop = PROP_YOUNG_SOFA                           \
    }

static const struct scene_item little_shouts[] = {
    LIVING_ROOM,
    BACK_OF_SOFA,
    GRANDMOTHER(.x = 60),
    {ITEM_FIGURE, .x = -130, .y = -12, .person = PERSON_GIRL, .from = POSE_SHOUT_OUT,
     .to = POSE_SHOUT_OUT_ON, .motion = MOVE_SLOWLY, .asked = POSE_WAIT},
    ADDED(PROP_YOUNG_SHOUT, .x = -58, .y = 276),
};

static const struct scene_item hide_behind_sofa[] = {
    LIVING_ROOM,
    STILL(PERSON_GIRL, POSE_KNEEL, .x = -330, .y = 30, .show = SHOW_ANSWERED),
    BACK_OF_SOFA,
    GRANDMOTHER(.x = 60, .pale = 0.7F),
    STILL(PERSON_GIRL, POSE_WAIT, .x = -130, .y = -12, .show = SHOW_ASKED),
    ADDED(PROP_CLOCK, .x = 160, .y = 240),
};

static const struct scene_item pull_granny[] = {
    LIVING_ROOM,
    BACK_OF_SOFA,
    GRANDMOTHER(.x = 60, .show = SHOW_ASKED),
    STILL(PERSON_OLD_WOMAN, POSE_DRAGGED, .x = 60, .show = SHOW_ANSWERED, .pale = 0.7F),
    STILL(PERSON_GIRL, POSE_WAIT, .x = -130, .y = -12, .show = SHOW_ASKED),
    STILL(PERSON_GIRL, POSE_DRAG, .x = -122, .y = 56, .show = SHOW_ANSWERED),
    ADDED(PROP_CLOCK, .x = 200, .y = 240),
};

/* ---- little-stays ------------------------------------------------------------------ */

#define SPEAKING                                                                         \
    {ITEM_PROP, .x = -250, .y = -26, .size = 1.3F, .prop = PROP_PHONE},                  \
        {ITEM_WAVES, .x = -248, .y = -4},                                                \
    {                                                                                    \
        ITEM_PROP, .x = -246, .y = 96, .prop = PROP_CALL_120                             \
    }
#define GIRL_WAITS STILL(PERSON_GIRL, POSE_WAIT, .x = -140, .y = 40, .show = SHOW_ASKED)

static const struct scene_item little_stays[] = {
    {ITEM_SHADOW, .x = 65, .y = -8, .wide = 340},
    GIRL_WAITS,
    {ITEM_FIGURE, .x = 0, .y = 26, .person = PERSON_GIRL, .from = POSE_CALL,
     .to = POSE_CALL_TALK, .motion = MOVE_SLOWLY, .show = SHOW_ANSWERED,
     .mirrored = true},
    GRANDMOTHER(.x = 20),
    SPEAKING,
};

static const struct scene_item pour_water[] = {
    {ITEM_SHADOW, .x = 65, .y = -8, .wide = 340},
    GIRL_WAITS,
    GRANDMOTHER(.x = 20, .pale = 0.5F),
    SPEAKING,
    STILL(PERSON_GIRL, POSE_POUR, .x = -150, .y = 20, .prop = PROP_CUP,
          .show = SHOW_ANSWERED),
    ADDED(PROP_SIP, .x = -60, .y = 98),
    ADDED(PROP_NO_AIR, .x = 60, .y = 220),
};

static const struct scene_item go_and_play[] = {
    {ITEM_SHADOW, .x = 65, .y = -8, .wide = 340},
    GIRL_WAITS,
    {ITEM_FIGURE, .x = 240, .y = 60, .person = PERSON_GIRL, .from = POSE_RUN_LEFT,
     .to = POSE_RUN_RIGHT_PASS, .motion = MOVE_RUN, .show = SHOW_ANSWERED},
    ADDED(PROP_BALL, .x = 350, .y = 60),
    GRANDMOTHER(.x = 20, .pale = 0.7F),
    SPEAKING,
};

/* ---- little-calls ------------------------------------------------------------------ */

#define GIRL_CALLS .x = 0, .y = 26, .person = PERSON_GIRL, .mirrored = true
#define GIRLS_PHONE                                                                      \
    {                                                                                    \
        ITEM_PROP, .x = -46, .y = 196, .size = 0.8F, .prop = PROP_PHONE_HELD,            \
                   .show = SHOW_ASKED                                                    \
    }

static const struct scene_item little_calls[] = {
    {ITEM_SHADOW, .x = 65, .y = -8, .wide = 340},
    {ITEM_FIGURE, GIRL_CALLS, .from = POSE_CALL, .to = POSE_CALL_TALK,
     .motion = MOVE_SLOWLY, .asked = POSE_PHONE},
    GIRLS_PHONE,
    GRANDMOTHER(.x = 20),
    ADDED(PROP_PHONE, .x = -250, .y = -26, .size = 1.3F),
    {ITEM_WAVES, .x = -248, .y = -4, .show = SHOW_ANSWERED},
    ADDED(PROP_CALL_120, .x = -246, .y = 96),
};

static const struct scene_item little_hangs_up[] = {
    {ITEM_SHADOW, .x = 65, .y = -8, .wide = 340},
    {ITEM_FIGURE, GIRL_CALLS, .from = POSE_KNEEL, .to = POSE_KNEEL, .asked = POSE_PHONE},
    GIRLS_PHONE,
    GRANDMOTHER(.x = 20, .pale = 0.6F),
    ADDED(PROP_PHONE_DARK, .x = -250, .y = -26, .size = 1.3F),
    ADDED(PROP_CALL_ENDED, .x = -246, .y = 40),
};

/* ---- classmate-side ---------------------------------------------------------------- */

/* At school: a classmate breathes, and is turned on the side. */
#define GIRL_BESIDE                                                                      \
    TEN, .x = -4, .y = 8, .person = PERSON_GIRL, .from = POSE_WATCH_OVER,                \
         .to = POSE_WATCH_OVER_ON, .motion = MOVE_SLOWLY, .asked = POSE_KNEEL

static const struct scene_item classmate_side[] = {
    {ITEM_SHADOW, .x = 65, .y = -6, .wide = 260},
    {ITEM_FIGURE, GIRL_BESIDE},
    STILL(PERSON_BOY, POSE_LYING, .show = SHOW_ASKED),
    STILL(PERSON_BOY, POSE_SIDE_FRONT, .x = 228, .y = 44, .asked = POSE_SIDE_FRONT,
          .show = SHOW_ANSWERED, .turned_deg = 90),
    {ITEM_ARMS, GIRL_BESIDE, .show = SHOW_ANSWERED},
};

/* ---- little-opens ------------------------------------------------------------------ */

#define DOOR_SHUT                                                                        \
    {                                                                                    \
        ITEM_PROP, .x = 170, .y = 84, .prop = PROP_HOUSE_DOOR                            \
    }

static const struct scene_item little_opens[] = {
    {ITEM_SHADOW, .x = -40, .y = -10, .wide = 80},
    {ITEM_PROP, .x = 170, .y = 84, .prop = PROP_HOUSE_DOOR, .show = SHOW_ASKED},
    ADDED(PROP_HOUSE_DOOR_OPEN, .x = 170, .y = 84),
    {ITEM_FIGURE, .x = 150, .y = 64, .prop = PROP_AED, .person = PERSON_SECOND,
     .from = POSE_WAIT, .to = POSE_WAIT, .show = SHOW_ANSWERED, .mirrored = true},
    ADDED(PROP_DOOR_WING, .x = 170, .y = 84),
    BACK_OF_SOFA,
    {ITEM_FIGURE, .x = -40, .y = -8, .person = PERSON_GIRL, .from = POSE_WAVE_LEFT,
     .to = POSE_WAVE_RIGHT, .motion = MOVE_WAVE, .asked = POSE_STAND},
};

static const struct scene_item hide_from_crew[] = {
    {ITEM_SHADOW, .x = -40, .y = -10, .wide = 80},
    DOOR_SHUT,
    STILL(PERSON_GIRL, POSE_KNEEL, .x = -330, .y = 30, .show = SHOW_ANSWERED),
    BACK_OF_SOFA,
    STILL(PERSON_GIRL, POSE_STAND, .x = -40, .y = -8, .show = SHOW_ASKED),
    ADDED(PROP_CLOCK, .x = -120, .y = 420),
};

static const struct scene scenes[] = {
    {"child-finds", BACKDROP_HALL, {-420, 400, -44, 500}, ITEMS(child_finds)},
    {"child-taps", BACKDROP_HALL, {-215, 400, -44, 384}, ITEMS(child_taps)},
    {"child-calls", BACKDROP_HALL, {-350, 415, -50, 384}, ITEMS(child_calls)},
    {"child-presses", BACKDROP_HALL, {-215, 400, -44, 384}, ITEMS(child_presses)},
    {"child-takes-turns", BACKDROP_HALL, {-215, 400, -44, 384}, ITEMS(child_takes_turns)},
    {"little-shouts", BACKDROP_HALL, {-510, 440, -44, 440}, ITEMS(little_shouts)},
    {"little-taps", BACKDROP_HALL, {-215, 400, -44, 340}, ITEMS(little_taps)},
    {"little-stays", BACKDROP_HALL, {-350, 415, -50, 400}, ITEMS(little_stays)},
    {"little-calls", BACKDROP_HALL, {-350, 415, -50, 400}, ITEMS(little_calls)},
    {"classmate-side", BACKDROP_HALL, {-215, 330, -44, 350}, ITEMS(classmate_side)},
    {"little-opens", BACKDROP_HALL, {-510, 400, -44, 590}, ITEMS(little_opens)},
};

static const struct scene_wrong_row wrong[] = {
    {WRONG("child-finds", "run-and-hide", run_and_hide)},
    {WRONG("child-finds", "pull-him-up", pull_him_up)},
    {WRONG("child-taps", "slap-grandfather", slap_grandfather)},
    {WRONG("child-calls", "send-message", send_message)},
    {WRONG("child-presses", "bent-arms", bent_arms), .depth_mm = 25},
    {WRONG("child-takes-turns", "give-up", give_up)},
    {WRONG("little-shouts", "hide-behind-sofa", hide_behind_sofa)},
    {WRONG("little-shouts", "pull-granny", pull_granny)},
    {WRONG("little-taps", "slap-granny", slap_granny)},
    {WRONG("little-stays", "pour-water", pour_water)},
    {WRONG("little-stays", "go-and-play", go_and_play)},
    {WRONG("little-calls", "hang-up", little_hangs_up)},
    {WRONG("little-opens", "hide-from-crew", hide_from_crew)},
};

const struct scene_subject scene_subject_young = {.scenes = scenes,
                                                  .scene_count = COUNT(scenes),
                                                  .wrong = wrong,
                                                  .wrong_count = COUNT(wrong)};
