/* SPDX-License-Identifier: MIT */
/*
 * A baby under one year: CPR, and something in its throat.
 */
#include "picture/scene_rows.h"

#define BABY(...)                                                                        \
    {                                                                                    \
        ITEM_FIGURE, .person = PERSON_INFANT, __VA_ARGS__                                \
    }
/* A third of the chest, about 4 cm (AHA 2025). */
#define INFANT_DEPTH_MM 40
#define PRESSED         .pressed = true, .depth_mm = INFANT_DEPTH_MM
#define LIES            .from = POSE_INFANT_LYING, .to = POSE_INFANT_LYING
#define ON_MAT                                                                           \
    {ITEM_SHADOW, .x = 4, .y = -10, .wide = 160},                                        \
    {                                                                                    \
        ITEM_PROP, .prop = PROP_BABY_MAT                                                 \
    }
#define HELPER .person = PERSON_RUNNER

/* ---- infant-check ------------------------------------------------------------------ */

#define TAPS_SOLE                                                                        \
    .x = 8, .y = 6, HELPER, .from = POSE_SOLE_DOWN, .to = POSE_SOLE_UP,                  \
    .motion = MOVE_TAP, .asked = POSE_KNEEL

static const struct scene_item infant_check[] = {
    ON_MAT,
    {ITEM_FIGURE, TAPS_SOLE},
    BABY(LIES),
    ADDED(PROP_TAPS, .x = 78, .y = 10, .size = 0.6F, .mirrored = true),
};

static const struct scene_item shake_baby[] = {
    ON_MAT,
    {ITEM_FIGURE, .x = 8, .y = 6, HELPER, .from = POSE_LIFT, .to = POSE_LIFT_HIGH,
     .motion = MOVE_TAP, .asked = POSE_KNEEL},
    BABY(LIES, .show = SHOW_ASKED),
    BABY(.x = 8, .y = 54, .from = POSE_HELD_UP, .to = POSE_HELD_UP_OTHER,
         .motion = MOVE_TAP, .asked = POSE_HELD_UP, .show = SHOW_ANSWERED, .pale = 0.6F),
    {ITEM_ARMS, .x = 8, .y = 6, HELPER, .from = POSE_LIFT, .to = POSE_LIFT_HIGH,
     .motion = MOVE_TAP, .asked = POSE_KNEEL, .show = SHOW_ANSWERED},
    ADDED(PROP_TAPS, .x = 74, .y = 200, .mirrored = true),
    ADDED(PROP_TAPS, .x = -58, .y = 200),
};

/* ---- infant-call ------------------------------------------------------------------- */

static const struct scene_item infant_call[] = {
    ON_MAT,
    {ITEM_FIGURE, .x = 26, .y = 6, HELPER, .from = POSE_WATCH, .to = POSE_WATCH_LOW,
     .motion = MOVE_SLOWLY, .asked = POSE_PHONE},
    {ITEM_PROP, .x = 92, .y = 258, .prop = PROP_PHONE_HELD, .show = SHOW_ASKED},
    BABY(LIES),
    ADDED(PROP_PHONE, .x = 170, .y = -14),
    {ITEM_WAVES, .x = 172, .y = 4, .size = 0.8F, .show = SHOW_ANSWERED},
    ADDED(PROP_CALL_120, .x = 166, .y = 76, .size = 0.7F),
};

static const struct scene_item run_with_baby[] = {
    ON_MAT,
    {ITEM_FIGURE, .x = 26, .y = 6, HELPER, .from = POSE_PHONE, .to = POSE_PHONE,
     .show = SHOW_ASKED},
    {ITEM_PROP, .x = 92, .y = 258, .prop = PROP_PHONE_HELD, .show = SHOW_ASKED},
    BABY(LIES, .show = SHOW_ASKED),
    {ITEM_FIGURE, .x = 40, .y = 20, .size = 0.68F, HELPER, .from = POSE_HUG_RUN,
     .to = POSE_HUG_RUN, .show = SHOW_ANSWERED},
    BABY(.x = 104, .y = 208, .size = 0.68F, LIES, .show = SHOW_ANSWERED, .pale = 0.9F),
    {ITEM_ARMS, .x = 40, .y = 20, .size = 0.68F, HELPER, .from = POSE_HUG_RUN,
     .to = POSE_HUG_RUN, .show = SHOW_ANSWERED},
};

/* ---- infant-fit -------------------------------------------------------------------- */

/* The jerks are small and slow, and nobody holds it. */
static const struct scene_item infant_fit[] = {
    ON_MAT,
    {ITEM_FIGURE, .x = 26, .y = 6, HELPER, .from = POSE_PHONE, .to = POSE_PHONE,
     .asked = POSE_KNEEL},
    ADDED(PROP_PHONE_HELD, .x = 92, .y = 258),
    BABY(.from = POSE_INFANT_LYING, .to = POSE_INFANT_FLEXED, .motion = MOVE_TAP,
         .asked = POSE_INFANT_LYING),
    ADDED(PROP_CALL_120, .x = 150, .y = 316, .size = 0.8F),
};

/* ---- infant-thumbs: from above ----------------------------------------------------- */

#define FROM_ABOVE BABY(.from = POSE_INFANT_FRONT, .to = POSE_INFANT_FRONT)

static const struct scene_item infant_thumbs[] = {
    {ITEM_LENS, .y = 136, .wide = 66},
    FROM_ABOVE,
    ADDED(PROP_THUMBS, .x = 0, .motion = MOVE_TAP, .sway = {0, -2.5F}),
};

static const struct scene_item two_fingers[] = {
    {ITEM_LENS, .y = 136, .wide = 66},
    FROM_ABOVE,
    ADDED(PROP_FINGER_PAIR, .x = 0),
};

/* ---- infant-press, infant-third ---------------------------------------------------- */

#define AROUND                                                                           \
    HELPER, .from = POSE_AROUND_UP, .to = POSE_AROUND_DOWN, .motion = MOVE_PRESS,        \
            .depth_mm = INFANT_DEPTH_MM

static const struct scene_item infant_press[] = {
    ON_MAT,
    {ITEM_FIGURE, .x = 3, AROUND, .asked = POSE_KNEEL},
    BABY(LIES, PRESSED),
    {ITEM_ARMS, .x = 3, AROUND, .show = SHOW_ANSWERED},
};

static const struct scene_item infant_belly[] = {
    ON_MAT,
    {ITEM_FIGURE, .x = 32, AROUND, .asked = POSE_KNEEL, .asked_dx = -29},
    BABY(LIES, .pale = 0.7F),
    {ITEM_ARMS, .x = 32, AROUND, .show = SHOW_ANSWERED},
};

#define HEEL                                                                             \
    .x = -41, HELPER, .from = POSE_SMALL_HEEL_UP, .to = POSE_SMALL_HEEL_DOWN,            \
    .motion = MOVE_PRESS, .asked = POSE_SMALL_HEEL_UP, .mirrored = true,                 \
    .depth_mm = INFANT_DEPTH_MM
#define INFANT_THIRD(arrow)                                                              \
    {ITEM_LENS, .x = 3, .y = 45, .wide = 75}, {ITEM_FIGURE, HEEL}, BABY(LIES, PRESSED),  \
        {ITEM_ARMS, HEEL}, ADDED(PROP_INFANT_THIRDS, .x = 27, .y = 2),                   \
        ADDED((arrow), .x = 27, .y = 2)

static const struct scene_item infant_third[] = {INFANT_THIRD(PROP_INFANT_PUSH_THIRD)};
static const struct scene_item infant_shallow[] = {INFANT_THIRD(PROP_INFANT_PUSH_LITTLE)};
static const struct scene_item infant_deep[] = {INFANT_THIRD(PROP_INFANT_PUSH_THROUGH)};

/* ---- infant-pads, infant-mouth ----------------------------------------------------- */

/* One on the breast, one on the back (RCUK 2025, under 25 kg). */
static const struct scene_item infant_pads[] = {
    {ITEM_PROP, .x = -230, .prop = PROP_BABY_BREAST},
    {ITEM_PROP, .x = 230, .prop = PROP_BABY_BACK},
    ADDED(PROP_PAD, .x = -230, .y = 160),
    ADDED(PROP_PAD, .x = 230, .y = 170),
};

/* Only what is seen is taken out, with two fingers. */
static const struct scene_item infant_mouth[] = {
    {ITEM_LENS, .x = -44, .y = 38, .wide = 62},
    BABY(LIES),
    {ITEM_PROP, .x = -20, .y = 66, .prop = PROP_MOUTH_PIECE, .asked_dy = -17,
     .motion = MOVE_SLOWLY, .sway = {0, 6}},
    ADDED(PROP_PINCHING_HAND, .x = -20, .y = 66, .size = 0.36F, .asked_dy = 20,
          .motion = MOVE_SLOWLY, .sway = {0, 6}),
};

/* ---- infant-airway, infant-breath -------------------------------------------------- */

static const struct scene_item infant_airway[] = {
    {ITEM_LENS, .x = -44, .y = 38, .wide = 62},
    BABY(LIES, .asked = POSE_INFANT_FLEXED),
    {ITEM_PROP, .prop = PROP_INFANT_AIR_BENT, .show = SHOW_ASKED},
    ADDED(PROP_INFANT_AIR_OPEN, .x = 0, .motion = MOVE_SLOWLY, .sway = {4, -1}),
};

static const struct scene_item infant_far_back[] = {
    {ITEM_LENS, .x = -44, .y = 38, .wide = 62},
    BABY(.from = POSE_INFANT_FAR_BACK, .to = POSE_INFANT_FAR_BACK,
         .asked = POSE_INFANT_FLEXED, .pale = 0.6F),
    {ITEM_PROP, .prop = PROP_INFANT_AIR_BENT, .show = SHOW_ASKED},
    ADDED(PROP_INFANT_AIR_SHUT, .x = 0),
    ADDED(PROP_NO_AIR, .x = -14, .y = 72, .size = 0.24F),
};

#define BLOWS .y = 4, HELPER, .asked = POSE_CHILD_LOOK

static const struct scene_item infant_breath[] = {
    {ITEM_LENS, .x = -50, .y = 52, .wide = 76},
    {ITEM_FIGURE, .x = 44, BLOWS, .from = POSE_CHILD_BREATHE, .to = POSE_CHILD_BREATHE},
    BABY(LIES, .motion = MOVE_BREATHE),
    {ITEM_HAND, .x = 44, BLOWS, .from = POSE_CHILD_BREATHE, .to = POSE_CHILD_BREATHE},
};

static const struct scene_item mouth_only[] = {
    {ITEM_LENS, .x = -50, .y = 52, .wide = 76},
    {ITEM_FIGURE, .x = 56, BLOWS, .from = POSE_CHILD_BREATHE, .to = POSE_CHILD_BREATHE,
     .asked_dx = -12},
    BABY(LIES, .pale = 0.5F),
    {ITEM_HAND, .x = 56, BLOWS, .from = POSE_CHILD_BREATHE, .to = POSE_CHILD_BREATHE,
     .asked_dx = -12},
    ADDED(PROP_AIR_LEAK, .x = -58, .y = 62, .size = 0.7F),
};

/* ---- something in the throat: on a stool ------------------------------------------- */

#define LAP_LENS                                                                         \
    {                                                                                    \
        ITEM_LENS, .x = 62, .y = 232, .wide = 140                                        \
    }
#define LAP_BOX                                                                          \
    {                                                                                    \
        -83, 207, 87, 377                                                                \
    }
#define SEAT                                                                             \
    {ITEM_SHADOW, .x = 40, .y = -2, .wide = 150},                                        \
    {                                                                                    \
        ITEM_PROP, .prop = PROP_STOOL                                                    \
    }
#define PARENT HELPER, .asked = POSE_SIT_HOLD
#define ON_LAP .x = 92, .y = 170, .mirrored = true
#define CHOKES                                                                           \
    BABY(ON_LAP, .from = POSE_INFANT_CHOKES, .to = POSE_INFANT_CHOKES, .show = SHOW_ASKED)
#define FACE_DOWN                                                                        \
    BABY(.x = 64, .y = 216, .turned_deg = 155, .from = POSE_INFANT_PRONE,                \
         .to = POSE_INFANT_PRONE, .show = SHOW_ANSWERED)
#define STRIKES .from = POSE_BABY_BLOW_DOWN, .to = POSE_BABY_BLOW_UP, .motion = MOVE_TAP

static const struct scene_item infant_chokes[] = {
    SEAT,
    {ITEM_FIGURE, PARENT, STRIKES},
    CHOKES,
    FACE_DOWN,
    {ITEM_HAND, PARENT, STRIKES, .show = SHOW_ANSWERED},
};

static const struct scene_item finger_sweep[] = {
    SEAT,
    {ITEM_FIGURE, PARENT, .from = POSE_FINGER_IN, .to = POSE_FINGER_IN},
    CHOKES,
    BABY(ON_LAP, .from = POSE_INFANT_CHOKES, .to = POSE_INFANT_CHOKES,
         .show = SHOW_ANSWERED, .pale = 0.6F),
    {ITEM_HAND, PARENT, .from = POSE_FINGER_IN, .to = POSE_FINGER_IN,
     .show = SHOW_ANSWERED},
};

static const struct scene_item hang_by_feet[] = {
    SEAT,
    {ITEM_FIGURE, HELPER, .from = POSE_SIT_HOLD, .to = POSE_SIT_HOLD, .show = SHOW_ASKED},
    CHOKES,
    {ITEM_FIGURE, .x = 74, .y = -14, .size = 0.8F, HELPER, .from = POSE_BY_FEET,
     .to = POSE_BY_FEET_DOWN, .motion = MOVE_TAP, .show = SHOW_ANSWERED},
    BABY(.x = 164, .y = 186, .turned_deg = 90, .from = POSE_INFANT_LYING,
         .to = POSE_INFANT_LYING, .show = SHOW_ANSWERED, .pale = 0.6F),
    {ITEM_HAND, .x = 74, .y = -14, .size = 0.8F, HELPER, .from = POSE_BY_FEET,
     .to = POSE_BY_FEET_DOWN, .motion = MOVE_TAP, .show = SHOW_ANSWERED},
};

static const struct scene_item infant_coughs[] = {
    SEAT,
    {ITEM_FIGURE, PARENT, .from = POSE_SIT_WATCH, .to = POSE_SIT_WATCH},
    BABY(.x = 72, .y = 170, .from = POSE_INFANT_SIT, .to = POSE_INFANT_SIT),
    {ITEM_PROP, .x = 118, .y = 258, .prop = PROP_COUGH, .mirrored = true},
};

static const struct scene_item infant_back_blows[] = {
    LAP_LENS,
    SEAT,
    {ITEM_FIGURE, PARENT, STRIKES},
    CHOKES,
    FACE_DOWN,
    {ITEM_HAND, PARENT, STRIKES, .show = SHOW_ANSWERED},
    ADDED(PROP_HEAD_LOW, .x = 150, .y = 150),
};

static const struct scene_item baby_upright[] = {
    LAP_LENS,
    SEAT,
    {ITEM_FIGURE, PARENT, .from = POSE_PAT_DOWN, .to = POSE_PAT_UP, .motion = MOVE_TAP},
    CHOKES,
    BABY(.x = 64, .y = 170, .from = POSE_INFANT_SIT, .to = POSE_INFANT_SIT,
         .show = SHOW_ANSWERED, .pale = 0.6F),
    {ITEM_HAND, PARENT, .from = POSE_PAT_DOWN, .to = POSE_PAT_UP, .motion = MOVE_TAP,
     .show = SHOW_ANSWERED},
};

static const struct scene_item hit_nape[] = {
    LAP_LENS,
    SEAT,
    {ITEM_FIGURE, .x = 26, .y = -8, PARENT, STRIKES, .asked_dx = -26, .asked_dy = 8},
    CHOKES,
    FACE_DOWN,
    {ITEM_HAND, .x = 26, .y = -8, PARENT, STRIKES, .show = SHOW_ANSWERED},
};

#define FACE_UP(...)                                                                     \
    BABY(.x = 50, .y = 184, .turned_deg = 25, .mirrored = true, LIES,                    \
         .show = SHOW_ANSWERED, __VA_ARGS__)
#define STILL_DOWN                                                                       \
    BABY(.x = 64, .y = 216, .turned_deg = 155, .from = POSE_INFANT_PRONE,                \
         .to = POSE_INFANT_PRONE, .show = SHOW_ASKED)
#define THRUSTS(low, high)                                                               \
    HELPER, .from = (low), .to = (high), .motion = MOVE_TAP, .asked = POSE_BABY_BLOW_UP

static const struct scene_item infant_chest_thrusts[] = {
    LAP_LENS,
    SEAT,
    {ITEM_FIGURE, THRUSTS(POSE_THRUST_DOWN, POSE_THRUST_UP)},
    STILL_DOWN,
    FACE_UP(.pale = 0),
    {ITEM_HAND, THRUSTS(POSE_THRUST_DOWN, POSE_THRUST_UP), .show = SHOW_ANSWERED},
};

static const struct scene_item belly_thrust[] = {
    LAP_LENS,
    SEAT,
    {ITEM_FIGURE, THRUSTS(POSE_BELLY_DOWN, POSE_BELLY_UP)},
    STILL_DOWN,
    FACE_UP(.pale = 0.6F),
    {ITEM_HAND, THRUSTS(POSE_BELLY_DOWN, POSE_BELLY_UP), .show = SHOW_ANSWERED},
};

/* ---- infant-hazards: up from the floor --------------------------------------------- */

static const struct scene_item infant_hazards[] = {
    {ITEM_SHADOW, .x = -96, .y = -4, .wide = 80},
    {ITEM_PROP, .x = 70, .y = 214, .prop = PROP_SHELF},
    BABY(.x = -110, .from = POSE_INFANT_SIT, .to = POSE_INFANT_SIT,
         .asked = POSE_INFANT_REACH),
    {ITEM_PROP, .x = -2, .y = 226, .prop = PROP_GRAPES, .asked_dx = -14,
     .asked_dy = -226},
    {ITEM_PROP, .x = 72, .y = 226, .prop = PROP_NUTS, .asked_dx = -18, .asked_dy = -226},
    {ITEM_PROP, .x = 142, .y = 226, .prop = PROP_CELLS, .asked_dx = -14,
     .asked_dy = -226},
    ADDED(PROP_GRAPE_QUARTERS, .x = 60, .y = 0),
};

#define HOME BACKDROP_HALL
#define ON_STOOL                                                                         \
    {                                                                                    \
        -120, 210, -34, 420                                                              \
    }

static const struct scene scenes[] = {
    {"infant-check", HOME, {-164, 176, -36, 374}, ITEMS(infant_check)},
    {"infant-call", HOME, {-160, 256, -36, 380}, ITEMS(infant_call)},
    {"infant-fit", HOME, {-160, 256, -36, 440}, ITEMS(infant_fit)},
    {"infant-thumbs", BACKDROP_CLOSE, {-69, 69, 67, 205}, ITEMS(infant_thumbs)},
    {"infant-press", HOME, {-164, 176, -36, 374}, ITEMS(infant_press)},
    {"infant-third", BACKDROP_CLOSE, {-75, 81, -33, 123}, ITEMS(infant_third)},
    {"infant-pads", BACKDROP_CLOSE, {-470, 470, -30, 560}, ITEMS(infant_pads)},
    {"infant-mouth", BACKDROP_CLOSE, {-109, 21, -27, 103}, ITEMS(infant_mouth)},
    {"infant-airway", BACKDROP_CLOSE, {-109, 21, -27, 103}, ITEMS(infant_airway)},
    {"infant-breath", BACKDROP_CLOSE, {-129, 29, -27, 131}, ITEMS(infant_breath)},
    {"infant-chokes", HOME, ON_STOOL, ITEMS(infant_chokes)},
    {"infant-coughs", HOME, ON_STOOL, ITEMS(infant_coughs)},
    {"infant-back-blows", BACKDROP_CLOSE, LAP_BOX, ITEMS(infant_back_blows)},
    {"infant-chest-thrusts", BACKDROP_CLOSE, LAP_BOX, ITEMS(infant_chest_thrusts)},
    {"infant-hazards", HOME, {-190, 220, -34, 320}, ITEMS(infant_hazards)},
};

static const struct scene_wrong_row wrong[] = {
    {WRONG("infant-check", "shake-baby", shake_baby)},
    {WRONG("infant-call", "run-with-baby", run_with_baby)},
    {WRONG("infant-thumbs", "two-fingers", two_fingers)},
    {WRONG("infant-press", "infant-belly", infant_belly)},
    {WRONG("infant-third", "infant-shallow", infant_shallow), .depth_mm = 10},
    {WRONG("infant-third", "infant-deep", infant_deep), .depth_mm = 70},
    {WRONG("infant-airway", "infant-far-back", infant_far_back)},
    {WRONG("infant-breath", "mouth-only", mouth_only)},
    {WRONG("infant-chokes", "finger-sweep", finger_sweep)},
    {WRONG("infant-chokes", "hang-by-feet", hang_by_feet)},
    {WRONG("infant-back-blows", "baby-upright", baby_upright)},
    {WRONG("infant-back-blows", "hit-nape", hit_nape)},
    {WRONG("infant-chest-thrusts", "belly-thrust", belly_thrust)},
};

const struct scene_subject scene_subject_infant = {.scenes = scenes,
                                                   .scene_count = COUNT(scenes),
                                                   .wrong = wrong,
                                                   .wrong_count = COUNT(wrong)};
