/* SPDX-License-Identifier: MIT */
/*
 * Dangers around who needs help, calling 120, and an AED.
 */
#include "picture/scene_rows.h"

#define STILL(who, pose, ...)                                                            \
    {                                                                                    \
        ITEM_FIGURE, .person = (who), .from = (pose), .to = (pose), __VA_ARGS__          \
    }
#define CALLS(...)                                                                       \
    {                                                                                    \
        ITEM_FIGURE, .prop = PROP_PHONE_HELD, .from = POSE_CALL_STAND,                   \
                     .to = POSE_CALL_STAND_ON, .motion = MOVE_SLOWLY,                    \
                     .asked = POSE_WAIT, __VA_ARGS__                                     \
    }

/* The shadow of who stands at a place until the answer, and then so far from it. */
#define SHADOW_GOES(at_x, at_y, dx, dy)                                                  \
    {                                                                                    \
        ITEM_SHADOW, .x = (at_x) + (dx), .y = (at_y) + (dy), .wide = 86,                 \
                     .asked_dx = -(dx), .asked_dy = -(dy)                                \
    }

/* ---- fallen-wire ------------------------------------------------------------------- */

#define WIRE_PLACE                                                                       \
    {ITEM_PROP, .x = -60, .y = 100, .size = 0.5F, .prop = PROP_SAFETY_POLE},             \
        {ITEM_PROP, .x = -3, .y = 348, .prop = PROP_LINE_UP},                            \
        {ITEM_PROP, .x = 380, .y = 40, .prop = PROP_SAFETY_POLE},                        \
    {                                                                                    \
        ITEM_SHADOW, .x = 225, .y = -4, .wide = 270                                      \
    }
#define WIRE_DOWN                                                                        \
    {                                                                                    \
        ITEM_PROP, .x = 434, .y = 528, .size = 1.07F, .prop = PROP_WIRE                  \
    }

static const struct scene_item fallen_wire[] = {
    WIRE_PLACE,
    SHADOW_GOES(-236, -24, -104, 0),
    LYING(.x = 130),
    WIRE_DOWN,
    CALLS(.x = -340, .y = -22, .person = PERSON_RESCUER, .asked_dx = 104),
    ADDED(PROP_KEEP_OFF, .x = -130, .y = -34),
};

static const struct scene_item touch_him[] = {
    WIRE_PLACE,
    SHADOW_GOES(-236, -24, 118, 16),
    LYING(.x = 130, .from = POSE_DRAGGED, .to = POSE_DRAGGED, .pale = 0.8F),
    WIRE_DOWN,
    STILL(PERSON_RESCUER, POSE_DRAG, .x = -90, .y = -6, .asked = POSE_WAIT,
          .asked_dx = -146, .asked_dy = -16),
    ADDED(PROP_SPARKS, .x = 50, .y = 350),
};

static const struct scene_item push_with_stick[] = {
    WIRE_PLACE,
    SHADOW_GOES(-236, -24, 366, 62),
    STILL(PERSON_RESCUER, POSE_CARRY, .x = 130, .y = 40, .asked = POSE_WAIT,
          .show = SHOW_ANSWERED),
    LYING(.x = 130, .pale = 0.8F),
    WIRE_DOWN,
    ADDED(PROP_STICK, .x = 214, .y = 332),
    STILL(PERSON_RESCUER, POSE_WAIT, .x = -236, .y = -22, .show = SHOW_ASKED),
    ADDED(PROP_SPARKS, .x = 300, .y = 440),
};

/* ---- road-accident ----------------------------------------------------------------- */

#define ROAD_PLACE                                                                       \
    {ITEM_PROP, .prop = PROP_ROAD},                                                      \
    {                                                                                    \
        ITEM_SHADOW, .x = 15, .y = -24, .wide = 270                                      \
    }

static const struct scene_item road_accident[] = {
    ROAD_PLACE,
    SHADOW_GOES(-330, 74, 0, 0),
    {ITEM_FIGURE, .x = -330, .y = 76, .person = PERSON_RESCUER, .from = POSE_LOOK_LEFT,
     .to = POSE_LOOK_RIGHT, .motion = MOVE_SLOWLY, .asked = POSE_WAIT},
    LYING(.x = -80, .y = -20),
    {ITEM_PROP, .x = 330, .y = 60, .prop = PROP_CAR},
};

static const struct scene_item run_into_road[] = {
    ROAD_PLACE,
    SHADOW_GOES(-330, 74, 180, -48),
    STILL(PERSON_RESCUER, POSE_WAIT, .x = -330, .y = 76, .show = SHOW_ASKED),
    {ITEM_FIGURE, .x = -150, .y = 30, .person = PERSON_RESCUER, .from = POSE_RUN_LEFT,
     .to = POSE_RUN_RIGHT_PASS, .motion = MOVE_RUN, .show = SHOW_ANSWERED},
    LYING(.x = -80, .y = -20),
    {ITEM_PROP, .x = 330, .y = 60, .prop = PROP_CAR, .show = SHOW_ASKED},
    ADDED(PROP_CAR, .x = 376, .y = 52, .size = 1.3F),
};

static const struct scene_item drag_off_road[] = {
    ROAD_PLACE,
    SHADOW_GOES(-330, 74, 0, -92),
    STILL(PERSON_RESCUER, POSE_DRAG, .x = -302, .y = -16, .asked = POSE_WAIT,
          .asked_dx = -28, .asked_dy = 92),
    LYING(.x = -80, .y = -20, .from = POSE_DRAGGED, .to = POSE_DRAGGED, .pale = 0.8F),
    {ITEM_PROP, .x = 330, .y = 60, .prop = PROP_CAR},
};

/* ---- smoky-house ------------------------------------------------------------------- */

#define SMOKY_HOUSE                                                                      \
    {ITEM_PROP, .x = 140, .y = 34, .prop = PROP_HOUSE},                                  \
        {ITEM_FIGURE,                                                                    \
         .x = 296,                                                                       \
         .y = 150,                                                                       \
         .size = 0.6F,                                                                   \
         .person = PERSON_GRANDFATHER,                                                   \
         .from = POSE_SEATED,                                                            \
         .to = POSE_SEATED_TALK,                                                         \
         .motion = MOVE_WAVE},                                                           \
        {ITEM_PROP, .x = 140, .y = 34, .prop = PROP_SILL},                               \
        {ITEM_FLAME, .x = 128, .y = 286, .size = 0.55F},                                 \
        {ITEM_FLAME, .x = 164, .y = 286, .size = 0.45F},                                 \
        {ITEM_PROP, .x = 120, .y = 420, .size = 0.9F, .prop = PROP_SMOKE},               \
    {                                                                                    \
        ITEM_PROP, .x = 210, .y = 520, .size = 0.8F, .prop = PROP_SMOKE                  \
    }

static const struct scene_item smoky_house[] = {
    SMOKY_HOUSE,
    SHADOW_GOES(-226, -24, -74, 0),
    CALLS(.x = -300, .y = -22, .person = PERSON_SECOND, .asked_dx = 74),
    ADDED(PROP_CALL_119, .x = -180, .y = 470),
};

static const struct scene_item run_into_smoke[] = {
    SMOKY_HOUSE,
    SHADOW_GOES(-226, -24, 126, 32),
    STILL(PERSON_SECOND, POSE_WAIT, .x = -226, .y = -22, .show = SHOW_ASKED),
    {ITEM_FIGURE, .x = -100, .y = 10, .person = PERSON_SECOND, .from = POSE_RUN_LEFT,
     .to = POSE_RUN_RIGHT_PASS, .motion = MOVE_RUN, .show = SHOW_ANSWERED},
    ADDED(PROP_SMOKE, .x = 20, .y = 190, .size = 0.9F),
    ADDED(PROP_NO_AIR, .x = -130, .y = 520),
};

/* ---- gloves-first ------------------------------------------------------------------ */

#define BLEEDING_ARM                                                                     \
    {ITEM_SHADOW, .x = -60, .y = -4, .wide = 190},                                       \
        {ITEM_SHADOW, .x = 230, .y = -4, .wide = 150},                                   \
        STILL(PERSON_RUNNER, POSE_SIT_HURT, .x = -120)
#define WOUND                                                                            \
    {                                                                                    \
        ITEM_PROP, .x = -50, .y = 156, .prop = PROP_BLOOD                                \
    }

static const struct scene_item gloves_first[] = {
    BLEEDING_ARM,
    WOUND,
    STILL(PERSON_RESCUER, POSE_GLOVED, .x = 236, .asked = POSE_KNEEL_SIDE,
          .mirrored = true),
    ADDED(PROP_GLOVES, .x = 236, .mirrored = true),
};

static const struct scene_item bare_hands[] = {
    BLEEDING_ARM,
    WOUND,
    STILL(PERSON_RESCUER, POSE_HOLD_ARM, .x = 150, .asked = POSE_KNEEL_SIDE,
          .asked_dx = 86, .mirrored = true),
    ADDED(PROP_BLOOD, .x = 4, .y = 182),
};

/* ---- pull-plug --------------------------------------------------------------------- */

#define HAND_ON_COOKER                                                                   \
    {                                                                                    \
        ITEM_PROP, .x = 104, .prop = PROP_HELD_ARM                                       \
    }

static const struct scene_item pull_plug[] = {
    {ITEM_PROP, .prop = PROP_PLUG_IN, .show = SHOW_ASKED},
    ADDED(PROP_PLUG_OUT, .size = 1),
    {ITEM_PROP, .prop = PROP_COOKER},
    HAND_ON_COOKER,
    {ITEM_PROP, .x = -120, .y = 190, .size = 0.9F, .prop = PROP_SPARKS,
     .show = SHOW_ASKED},
};

static const struct scene_item grab_hand[] = {
    {ITEM_PROP, .prop = PROP_PLUG_IN},
    {ITEM_PROP, .prop = PROP_COOKER},
    HAND_ON_COOKER,
    ADDED(PROP_GRABBING, .x = 30),
    {ITEM_PROP, .x = -120, .y = 190, .size = 0.9F, .prop = PROP_SPARKS},
    ADDED(PROP_SPARKS, .x = -150, .y = 330, .size = 0.9F),
};

/* ---- call-numbers ------------------------------------------------------------------ */

/* Which number brings whom. */
static const struct scene_item call_numbers[] = {
    {ITEM_PROP, .x = -220, .y = 340, .size = 2.1F, .prop = PROP_AMBULANCE},
    {ITEM_PROP, .x = 220, .y = 340, .size = 2.1F, .prop = PROP_FIRE_ENGINE},
    {ITEM_PROP, .x = -220, .y = 30, .size = 2.1F, .prop = PROP_POLICE_CAR},
    {ITEM_PROP, .x = 220, .y = 30, .size = 2.1F, .prop = PROP_TRAFFIC_POLICE},
    ADDED(PROP_CALL_120, .x = -220, .y = 520, .size = 0.8F),
    ADDED(PROP_CALL_119, .x = 220, .y = 528, .size = 0.8F),
    ADDED(PROP_CALL_110, .x = -220, .y = 196, .size = 0.8F),
    ADDED(PROP_CALL_122, .x = 220, .y = 196, .size = 0.8F),
};

/* ---- street-sign ------------------------------------------------------------------- */

#define BY_THE_SIGNS                                                                     \
    {ITEM_PROP, .x = 270, .y = 40, .prop = PROP_SIGNS},                                  \
        {ITEM_SHADOW, .x = -220, .y = -10, .wide = 180},                                 \
        STILL(PERSON_GRANDMOTHER, POSE_SIT_GROUND, .x = -290, .y = -6)

static const struct scene_item street_sign[] = {
    BY_THE_SIGNS,
    SHADOW_GOES(10, 14, 0, 0),
    {ITEM_FIGURE, .x = 0, .y = 16, .prop = PROP_PHONE_HELD, .person = PERSON_RUNNER,
     .from = POSE_CALL_READ, .to = POSE_CALL_STAND, .motion = MOVE_SLOWLY,
     .asked = POSE_WAIT},
    {ITEM_PROP, .x = 30, .y = 516, .prop = PROP_ASKING, .show = SHOW_ASKED},
};

static const struct scene_item walk_off_to_ask[] = {
    BY_THE_SIGNS,
    SHADOW_GOES(10, 14, 120, 0),
    STILL(PERSON_RUNNER, POSE_WAIT, .x = 0, .y = 16, .show = SHOW_ASKED),
    {ITEM_FIGURE, .x = 120, .y = 16, .person = PERSON_RUNNER, .from = POSE_RUN_LEFT,
     .to = POSE_RUN_RIGHT_PASS, .motion = MOVE_RUN, .show = SHOW_ANSWERED},
    {ITEM_PROP, .x = 30, .y = 516, .prop = PROP_ASKING, .show = SHOW_ASKED},
    ADDED(PROP_CALL_ENDED, .x = -120, .y = 300, .size = 0.8F),
};

static const struct scene_item say_anything[] = {
    BY_THE_SIGNS,
    SHADOW_GOES(10, 14, 0, 0),
    {ITEM_FIGURE, .x = 0, .y = 16, .prop = PROP_PHONE_HELD, .person = PERSON_RUNNER,
     .from = POSE_CALL_STAND, .to = POSE_CALL_STAND, .asked = POSE_WAIT},
    {ITEM_PROP, .x = 30, .y = 516, .prop = PROP_ASKING, .show = SHOW_ASKED},
    ADDED(PROP_ASKING, .x = 100, .y = 470),
};

/* ---- meet-ambulance ---------------------------------------------------------------- */

#define AT_THE_GATE                                                                      \
    {                                                                                    \
        ITEM_PROP, .x = 250, .y = 60, .prop = PROP_GATE                                  \
    }

static const struct scene_item meet_ambulance[] = {
    AT_THE_GATE,
    SHADOW_GOES(40, -14, 0, 0),
    ADDED(PROP_AMBULANCE, .x = -240, .y = 84, .size = 2.2F),
    {ITEM_FIGURE, .x = 40, .y = -10, .person = PERSON_RUNNER, .from = POSE_WAVE_LEFT,
     .to = POSE_WAVE_RIGHT, .motion = MOVE_WAVE, .asked = POSE_STAND, .mirrored = true},
};

static const struct scene_item nobody_waits[] = {
    AT_THE_GATE,
    {ITEM_SHADOW, .x = 40, .y = -14, .wide = 86, .show = SHOW_ASKED},
    ADDED(PROP_AMBULANCE, .x = -240, .y = 84, .size = 2.2F),
    STILL(PERSON_RUNNER, POSE_STAND, .x = 40, .y = -10, .show = SHOW_ASKED,
          .mirrored = true),
    ADDED(PROP_ASKING, .x = -200, .y = 280),
};

/* ---- aed-arrives ------------------------------------------------------------------- */

#define AED_COMES                                                                        \
    {ITEM_SHADOW, .x = 95, .y = -6, .wide = 300},                                        \
    {                                                                                    \
        ITEM_SHADOW, .x = -230, .y = -22, .wide = 110                                    \
    }
#define CASE_SHUT                                                                        \
    {                                                                                    \
        ITEM_PROP, .x = -222, .y = -30, .prop = PROP_AED_SHUT, .show = SHOW_ASKED        \
    }

static const struct scene_item aed_arrives[] = {
    AED_COMES,
    STILL(PERSON_SECOND, POSE_SWITCH_ON, .x = -230, .y = 4, .asked = POSE_KNEEL),
    PRESSING(PERSON_RESCUER, .asked = POSE_LYING),
    CASE_SHUT,
    ADDED(PROP_AED_OPEN, .x = -240, .y = -20),
    {ITEM_HAND, .x = -230, .y = 4, .person = PERSON_SECOND, .from = POSE_SWITCH_ON,
     .to = POSE_SWITCH_ON, .show = SHOW_ANSWERED},
    {ITEM_WAVES, .x = -300, .y = 50, .show = SHOW_ANSWERED},
};

static const struct scene_item read_leaflet[] = {
    AED_COMES,
    STILL(PERSON_SECOND, POSE_READ, .x = -230, .y = 4, .asked = POSE_KNEEL),
    PRESSING(PERSON_RESCUER, .asked = POSE_LYING),
    CASE_SHUT,
    ADDED(PROP_AED_SHUT, .x = -222, .y = -30),
    ADDED(PROP_LEAFLET, .x = -230, .y = 180),
    ADDED(PROP_CLOCK, .x = 200, .y = 280),
};

/* ---- mother-and-aed ---------------------------------------------------------------- */

#define MOTHER(...) STILL(PERSON_RUNNER, POSE_LYING, __VA_ARGS__)
#define BELLY                                                                            \
    {                                                                                    \
        ITEM_PROP, .x = 78, .prop = PROP_BELLY                                           \
    }
#define AED_BESIDE                                                                       \
    {                                                                                    \
        ITEM_PROP, .x = -240, .y = -20, .prop = PROP_AED_OPEN                            \
    }

/* Nothing differs for who is pregnant, so the answer shows the pressing alone. */
static const struct scene_item mother_and_aed[] = {
    {ITEM_SHADOW, .x = 95, .y = -6, .wide = 300},
    {ITEM_FIGURE, .x = SCENE_CHEST_X, .person = PERSON_SECOND, .from = POSE_PRESS_UP,
     .to = POSE_PRESS_DOWN, .motion = MOVE_PRESS, .asked = POSE_KNEEL},
    MOTHER(.pressed = true),
    BELLY,
    {ITEM_HAND, .x = SCENE_CHEST_X, .person = PERSON_SECOND, .from = POSE_PRESS_UP,
     .to = POSE_PRESS_DOWN, .motion = MOVE_PRESS, .asked = POSE_KNEEL},
    AED_BESIDE,
    {ITEM_WAVES, .x = -240, .y = 50, .show = SHOW_ANSWERED},
};

static const struct scene_item leave_her[] = {
    {ITEM_SHADOW, .x = 95, .y = -6, .wide = 300},
    STILL(PERSON_SECOND, POSE_KNEEL, .x = SCENE_CHEST_X),
    MOTHER(.pale = 1),
    BELLY,
    {ITEM_HAND, .x = SCENE_CHEST_X, .person = PERSON_SECOND, .from = POSE_KNEEL,
     .to = POSE_KNEEL, .show = SHOW_ASKED},
    AED_BESIDE,
    ADDED(PROP_CLOCK, .x = 200, .y = 250),
};

/* ---- aed-puddle -------------------------------------------------------------------- */

#define BY_THE_PUDDLE                                                                    \
    {ITEM_SHADOW, .x = -240, .y = 20, .wide = 110},                                      \
        {ITEM_PROP, .x = 110, .y = -26, .prop = PROP_SAFETY_PUDDLE},                     \
        STILL(PERSON_RESCUER, POSE_WAIT, .x = -70, .y = 56, .show = SHOW_ASKED),         \
        STILL(PERSON_SECOND, POSE_SWITCH_ON, .x = -250, .y = 46, .asked = POSE_KNEEL)
#define CASE                                                                             \
    {ITEM_PROP, .x = -242, .y = 16, .prop = PROP_AED_SHUT, .show = SHOW_ASKED},          \
    {                                                                                    \
        ITEM_PROP, .x = -260, .y = 22, .prop = PROP_AED_OPEN, .show = SHOW_ANSWERED      \
    }

/* He is taken out of the water before anything else. */
static const struct scene_item aed_puddle[] = {
    BY_THE_PUDDLE,
    {ITEM_SHADOW, .x = 125, .y = 48, .wide = 270, .show = SHOW_ANSWERED},
    STILL(PERSON_RESCUER, POSE_TAP_DOWN, .x = 34, .y = 62, .show = SHOW_ANSWERED),
    LYING(.x = 30, .y = 50, .asked_dx = 80, .asked_dy = -66),
    CASE,
};

static const struct scene_item shock_in_water[] = {
    BY_THE_PUDDLE,
    STILL(PERSON_RESCUER, POSE_WAIT, .x = -70, .y = 56, .show = SHOW_ANSWERED),
    LYING(.x = 110, .y = -16, .pale = 0.7F),
    CASE,
    ADDED(PROP_SPARKS, .x = -60, .y = -20, .size = 0.8F),
    ADDED(PROP_SPARKS, .x = 330, .y = 120, .size = 0.8F),
};

/* ---- bare-skin --------------------------------------------------------------------- */

static const struct scene_item bare_skin[] = {
    {ITEM_PROP, .prop = PROP_WOMAN},
    {ITEM_PROP, .prop = PROP_BLOUSE, .show = SHOW_ASKED},
    ADDED(PROP_BLOUSE_OPEN, .size = 1),
    ADDED(PROP_PAD, .x = -92, .y = 350, .size = 0.86F),
    ADDED(PROP_PAD, .x = 102, .y = 182, .size = 0.86F),
};

static const struct scene_item pads_on_clothes[] = {
    {ITEM_PROP, .prop = PROP_WOMAN},
    {ITEM_PROP, .prop = PROP_BLOUSE},
    ADDED(PROP_PAD, .x = -92, .y = 350, .size = 0.86F),
    ADDED(PROP_PAD, .x = 130, .y = 178, .size = 0.86F),
    ADDED(PROP_NO_CURRENT, .x = 236, .y = 480),
};

/* ---- child-pads -------------------------------------------------------------------- */

/* Breast and back of one child, side by side. */
#define CHILD                                                                            \
    {ITEM_PROP, .x = -205, .size = 0.72F, .prop = PROP_CHEST},                           \
        {ITEM_PROP, .x = -205, .size = 0.72F, .prop = PROP_CHILD_FACE},                  \
        {ITEM_PROP, .x = 205, .size = 0.72F, .prop = PROP_BACK},                         \
    {                                                                                    \
        ITEM_PROP, .x = 205, .size = 0.72F, .prop = PROP_CHILD_CROWN                     \
    }

static const struct scene_item child_pads[] = {
    CHILD,
    ADDED(PROP_PAD, .x = -205, .y = 156, .size = 0.85F),
    ADDED(PROP_PAD, .x = 205, .y = 190, .size = 0.85F),
};

static const struct scene_item pads_that_meet[] = {
    CHILD,
    ADDED(PROP_PAD, .x = -244, .y = 186, .size = 1),
    ADDED(PROP_PAD, .x = -164, .y = 154, .size = 1),
    ADDED(PROP_NO_CURRENT, .x = 0, .y = 380),
};

static const struct scene scenes[] = {
    {"fallen-wire", BACKDROP_PARK, {-440, 570, -76, 580}, ITEMS(fallen_wire)},
    {"road-accident", BACKDROP_STREET, {-430, 530, -76, 580}, ITEMS(road_accident)},
    {"smoky-house", BACKDROP_PARK, {-392, 420, -44, 640}, ITEMS(smoky_house)},
    {"gloves-first", BACKDROP_STREET, {-264, 404, -44, 384}, ITEMS(gloves_first)},
    {"pull-plug", BACKDROP_CLOSE, {-400, 330, -50, 440}, ITEMS(pull_plug)},
    {"call-numbers", BACKDROP_CLOSE, {-430, 430, -30, 650}, ITEMS(call_numbers)},
    {"street-sign", BACKDROP_STREET, {-414, 510, -44, 620}, ITEMS(street_sign)},
    {"meet-ambulance", BACKDROP_STREET, {-430, 550, -44, 530}, ITEMS(meet_ambulance)},
    {"aed-arrives", BACKDROP_PARK, {-420, 412, -50, 384}, ITEMS(aed_arrives)},
    {"mother-and-aed", BACKDROP_PARK, {-420, 412, -50, 384}, ITEMS(mother_and_aed)},
    {"aed-puddle", BACKDROP_PARK, {-440, 470, -86, 570}, ITEMS(aed_puddle)},
    {"bare-skin", BACKDROP_CLOSE, {-310, 310, -30, 610}, ITEMS(bare_skin)},
    {"child-pads", BACKDROP_CLOSE, {-420, 420, -30, 480}, ITEMS(child_pads)},
};

static const struct scene_wrong_row wrong[] = {
    {WRONG("fallen-wire", "touch-him", touch_him)},
    {WRONG("fallen-wire", "push-with-stick", push_with_stick)},
    {WRONG("road-accident", "run-into-road", run_into_road)},
    {WRONG("road-accident", "drag-off-road", drag_off_road)},
    {WRONG("smoky-house", "run-into-smoke", run_into_smoke)},
    {WRONG("gloves-first", "bare-hands", bare_hands)},
    {WRONG("pull-plug", "grab-hand", grab_hand)},
    {WRONG("street-sign", "walk-off-to-ask", walk_off_to_ask)},
    {WRONG("street-sign", "say-anything", say_anything)},
    {WRONG("meet-ambulance", "nobody-waits", nobody_waits)},
    {WRONG("aed-arrives", "read-leaflet", read_leaflet)},
    {WRONG("mother-and-aed", "leave-her", leave_her)},
    {WRONG("aed-puddle", "shock-in-water", shock_in_water)},
    {WRONG("bare-skin", "pads-on-clothes", pads_on_clothes)},
    {WRONG("child-pads", "pads-that-meet", pads_that_meet)},
};

const struct scene_subject scene_subject_safety = {.scenes = scenes,
                                                   .scene_count = COUNT(scenes),
                                                   .wrong = wrong,
                                                   .wrong_count = COUNT(wrong)};
