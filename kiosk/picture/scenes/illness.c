/* SPDX-License-Identifier: MIT */
/*
 * Stroke, heart attack and fainting: what somebody sees, does and leaves alone.
 */
#include "picture/scene_rows.h"

/* ---- stroke ------------------------------------------------------------------------ */

static const struct scene_item stroke_face[] = {
    {ITEM_PROP, .prop = PROP_FACE_CALM, .show = SHOW_ASKED},
    ADDED(PROP_FACE_UNEVEN, .x = 0),
};

static const struct scene_item send_to_bed[] = {
    {ITEM_PROP, .prop = PROP_FACE_CALM, .show = SHOW_ASKED},
    ADDED(PROP_ILLNESS_BED, .y = 60),
    ADDED(PROP_CLOCK, .x = 130, .y = 370),
};

static const struct scene_item prick_finger[] = {
    {ITEM_PROP, .prop = PROP_FACE_CALM, .show = SHOW_ASKED},
    ADDED(PROP_NEEDLE, .x = 0, .y = 40),
    ADDED(PROP_CLOCK, .x = 150, .y = 70),
};

/* Her left arm, on the right, sinks; whoever sees it calls. */
#define CALLER_AT(at_x)                                                                  \
    {                                                                                    \
        ITEM_FIGURE, .x = (at_x), .y = -8, .person = PERSON_RUNNER,                      \
                     .prop = PROP_PHONE_HELD, .from = POSE_PHONE_UP,                     \
                     .to = POSE_PHONE_UP_TALK, .motion = MOVE_SLOWLY,                    \
                     .asked = POSE_WAIT, .mirrored = true                                \
    }
#define ARMS_GROUND                                                                      \
    {ITEM_SHADOW, .x = 0, .y = -2, .wide = 120},                                         \
        {ITEM_SHADOW, .x = 330, .y = -12, .wide = 90},                                   \
    {                                                                                    \
        ITEM_PROP, .prop = PROP_STOOL                                                    \
    }

static const struct scene_item stroke_arms[] = {
    ARMS_GROUND,
    {ITEM_FIGURE, .person = PERSON_GRANDMOTHER, .from = POSE_ARM_SINKS,
     .to = POSE_ARM_SINKS_LESS, .motion = MOVE_SLOWLY, .asked = POSE_LAP_FRONT},
    ADDED(PROP_SINKS, .x = 208, .y = 262),
    CALLER_AT(330),
    ADDED(PROP_CALL_120, .x = 166, .y = 414, .size = 0.8F),
};

static const struct scene_item rub_arm[] = {
    ARMS_GROUND,
    {ITEM_FIGURE, .person = PERSON_GRANDMOTHER, .from = POSE_ARM_SINKS,
     .to = POSE_ARM_SINKS, .asked = POSE_LAP_FRONT},
    {ITEM_FIGURE, .x = 256, .y = -8, .person = PERSON_RUNNER, .from = POSE_COMFORT,
     .to = POSE_FEED, .motion = MOVE_TAP, .asked = POSE_WAIT, .asked_dx = 74,
     .mirrored = true},
    ADDED(PROP_CLOCK, .x = -150, .y = 400),
};

static const struct scene_item stroke_speech[] = {
    {ITEM_SHADOW, .x = 30, .y = -2, .wide = 130},
    {ITEM_SHADOW, .x = 300, .y = -12, .wide = 90},
    {ITEM_PROP, .prop = PROP_CHAIR},
    {ITEM_FIGURE, .person = PERSON_GRANDMOTHER, .from = POSE_SPEAK, .to = POSE_SIT_LAP,
     .motion = MOVE_SLOWLY, .asked = POSE_SIT_LAP},
    {ITEM_PROP, .x = 66, .y = 372, .prop = PROP_SPEECH, .show = SHOW_ASKED},
    ADDED(PROP_SPEECH_TANGLED, .x = 66, .y = 372),
    {ITEM_FIGURE, .x = 300, .y = -8, .person = PERSON_RUNNER, .from = POSE_LISTEN,
     .to = POSE_LISTEN, .asked = POSE_WAIT, .mirrored = true},
};

#define WAITS_GROUND                                                                     \
    {ITEM_PROP, .x = 344, .y = 446, .prop = PROP_WALL_CLOCK},                            \
        {ITEM_SHADOW, .x = 30, .y = -2, .wide = 130},                                    \
        {ITEM_SHADOW, .x = 230, .y = -12, .wide = 100},                                  \
    {                                                                                    \
        ITEM_PROP, .prop = PROP_CHAIR                                                    \
    }
#define WAITS                                                                            \
    {                                                                                    \
        ITEM_FIGURE, .person = PERSON_GRANDMOTHER, .from = POSE_DROOP, .to = POSE_DROOP, \
                     .asked = POSE_DROOP                                                 \
    }

static const struct scene_item stroke_wait[] = {
    WAITS_GROUND,
    WAITS,
    {ITEM_FIGURE, .x = 206, .y = -8, .person = PERSON_RESCUER, .from = POSE_COMFORT,
     .to = POSE_COMFORT, .asked = POSE_WAIT, .asked_dx = 44, .mirrored = true},
};

static const struct scene_item feed_pill[] = {
    WAITS_GROUND,
    WAITS,
    {ITEM_FIGURE, .x = 200, .y = -8, .person = PERSON_RESCUER, .prop = PROP_PILL,
     .from = POSE_FEED, .to = POSE_FEED, .asked = POSE_WAIT, .asked_dx = 50,
     .mirrored = true},
    ADDED(PROP_NO_AIR, .x = 40, .y = 440, .size = 0.9F),
};

static const struct scene_item stroke_side[] = {
    {ITEM_SHADOW, .x = 95, .y = -6, .wide = 300},
    {ITEM_FIGURE, .x = 40, .y = 18, .person = PERSON_RESCUER, .from = POSE_KNEEL,
     .to = POSE_KNEEL},
    {ITEM_FIGURE, .person = PERSON_GRANDMOTHER, .from = POSE_LYING, .to = POSE_LYING,
     .asked = POSE_LYING, .show = SHOW_ASKED},
    {ITEM_FIGURE, .x = 300, .y = 64, .person = PERSON_GRANDMOTHER, .from = POSE_ON_SIDE,
     .to = POSE_ON_SIDE, .asked = POSE_ON_SIDE, .show = SHOW_ANSWERED, .turned_deg = 90},
};

static const struct scene_item stroke_balance[] = {
    {ITEM_SHADOW, .x = 0, .y = -2, .wide = 110},
    {ITEM_FIGURE, .person = PERSON_GRANDFATHER, .from = POSE_SWAY, .to = POSE_SWAY_LESS,
     .motion = MOVE_SLOWLY, .asked = POSE_SWAY},
    ADDED(PROP_DIZZY, .x = 140, .y = 470),
};

/* ---- heart attack ------------------------------------------------------------------ */

#define ACHES(...)                                                                       \
    {                                                                                    \
        ITEM_FIGURE, .person = PERSON_LYING, .asked = POSE_CHEST_HELD, __VA_ARGS__       \
    }
#define PAIN_GROUND                                                                      \
    {ITEM_SHADOW, .x = 20, .y = -2, .wide = 130},                                        \
        {ITEM_SHADOW, .x = 290, .y = -12, .wide = 90},                                   \
    {                                                                                    \
        ITEM_PROP, .x = -4, .prop = PROP_STOOL                                           \
    }

static const struct scene_item chest_pain[] = {
    PAIN_GROUND,
    ACHES(.from = POSE_CHEST_SIT, .to = POSE_CHEST_SIT_ON, .motion = MOVE_SLOWLY,
          .pale = 0.4F),
    CALLER_AT(290),
    ADDED(PROP_CALL_120, .x = 126, .y = 414, .size = 0.8F),
};

static const struct scene_item walk_on[] = {
    PAIN_GROUND,
    ACHES(.x = -120, .y = -14, .from = POSE_CHEST_WALK, .to = POSE_CHEST_WALK,
          .pale = 0.8F, .mirrored = false, .asked_dx = 120, .asked_dy = 14),
    {ITEM_FIGURE, .x = 290, .y = -8, .person = PERSON_RUNNER, .from = POSE_WAIT,
     .to = POSE_WAIT, .asked = POSE_WAIT, .mirrored = true},
    ADDED(PROP_SWEAT, .x = -10, .y = 460, .size = 1.2F),
};

static const struct scene_item slap_elbow[] = {
    PAIN_GROUND,
    ACHES(.from = POSE_CHEST_ARM_OUT, .to = POSE_CHEST_ARM_OUT, .pale = 0.6F),
    {ITEM_FIGURE, .x = 216, .y = -8, .person = PERSON_RUNNER, .from = POSE_STRIKE_DOWN,
     .to = POSE_STRIKE_UP, .motion = MOVE_TAP, .asked = POSE_WAIT, .asked_dx = 74,
     .mirrored = true},
    ADDED(PROP_CLOCK, .x = -110, .y = 460, .size = 0.9F),
};

static const struct scene_item pain_spreads[] = {
    {ITEM_SHADOW, .x = 0, .y = -2, .wide = 100},
    {ITEM_FIGURE, .person = PERSON_LYING, .from = POSE_CHEST_HELD, .to = POSE_CHEST_HELD,
     .asked = POSE_CHEST_HELD},
    ADDED(PROP_PAIN, .x = 42, .y = 334, .size = 1.2F),
    ADDED(PROP_PAIN, .x = 48, .y = 408, .size = 0.55F),
    ADDED(PROP_PAIN, .x = 34, .y = 258, .size = 0.7F),
    ADDED(PROP_PAIN, .x = -24, .y = 350, .size = 0.8F),
};

#define LEANS_GROUND                                                                     \
    {ITEM_SHADOW, .x = 40, .y = -6, .wide = 250},                                        \
        {ITEM_PROP, .x = -150, .prop = PROP_SOFA},                                       \
    {                                                                                    \
        ITEM_PROP, .x = -116, .y = 130, .prop = PROP_CUSHION                             \
    }
#define LEANS(...)                                                                       \
    {                                                                                    \
        ITEM_FIGURE, .person = PERSON_LYING, .asked = POSE_CHEST_GROUND, __VA_ARGS__     \
    }

#define SITTER_CALLS                                                                     \
    {ITEM_FIGURE,                                                                        \
     .x = 250,                                                                           \
     .y = -8,                                                                            \
     .person = PERSON_RUNNER,                                                            \
     .from = POSE_PHONE,                                                                 \
     .to = POSE_PHONE,                                                                   \
     .asked = POSE_KNEEL,                                                                \
     .mirrored = true},                                                                  \
        ADDED(PROP_PHONE_HELD, .x = 186, .y = 234),                                      \
        ADDED(PROP_CALL_120, .x = 146, .y = 292, .size = 0.75F)

static const struct scene_item half_sitting[] = {
    LEANS_GROUND,
    LEANS(.from = POSE_HALF_SIT, .to = POSE_HALF_SIT_ON, .motion = MOVE_SLOWLY,
          .pale = 0.3F),
    SITTER_CALLS,
};

static const struct scene_item walk_about[] = {
    LEANS_GROUND,
    LEANS(.x = -20, .from = POSE_CHEST_WALK, .to = POSE_CHEST_WALK, .pale = 0.8F,
          .asked_dx = 20),
    {ITEM_FIGURE, .x = 172, .y = -8, .person = PERSON_RUNNER, .from = POSE_CARRY,
     .to = POSE_CARRY, .asked = POSE_KNEEL, .asked_dx = 78, .mirrored = true},
    ADDED(PROP_SWEAT, .x = 20, .y = 462, .size = 1.2F),
};

static const struct scene_item ask_first[] = {
    LEANS_GROUND,
    LEANS(.from = POSE_CHEST_GROUND, .to = POSE_CHEST_GROUND, .pale = 0.3F),
    {ITEM_PROP, .x = 164, .y = 0, .size = 1.4F, .prop = PROP_PILLS},
    SITTER_CALLS,
};

static const struct scene_item swallow_pills[] = {
    LEANS_GROUND,
    LEANS(.from = POSE_CHEST_GROUND, .to = POSE_CHEST_GROUND, .pale = 0.6F),
    {ITEM_PROP, .x = 164, .y = 0, .size = 1.4F, .prop = PROP_PILLS},
    {ITEM_FIGURE, .x = 152, .y = -60, .person = PERSON_RUNNER, .prop = PROP_PILL,
     .from = POSE_FEED, .to = POSE_FEED, .asked = POSE_KNEEL, .asked_dx = 98,
     .asked_dy = 52, .mirrored = true},
    ADDED(PROP_ASKING, .x = 40, .y = 320),
};

/* ---- fainting ---------------------------------------------------------------------- */

#define QUEUE(friend)                                                                    \
    {ITEM_SHADOW, .x = 0, .y = -4, .wide = 330}, {ITEM_FIGURE,                           \
                                                  .x = 230,                              \
                                                  .y = 6,                                \
                                                  .person = PERSON_SECOND,               \
                                                  .from = POSE_LOOK_AHEAD,               \
                                                  .to = POSE_LOOK_AHEAD},                \
    {                                                                                    \
        ITEM_FIGURE, .x = -230, .y = 6, .person = PERSON_RUNNER, .from = (friend),       \
                     .to = (friend), .asked = POSE_WAIT, .asked_dx = 20                  \
    }

static const struct scene_item feel_faint[] = {
    QUEUE(POSE_COMFORT),
    {ITEM_FIGURE, .x = -20, .person = PERSON_LYING, .from = POSE_SIT_GROUND,
     .to = POSE_SIT_GROUND, .asked = POSE_QUEASY, .asked_dx = 20, .pale = 0.2F},
    {ITEM_PROP, .x = 70, .y = 540, .prop = PROP_DIZZY, .show = SHOW_ASKED},
};

static const struct scene_item keep_standing[] = {
    QUEUE(POSE_WAIT),
    {ITEM_FIGURE, .person = PERSON_LYING, .from = POSE_QUEASY, .to = POSE_QUEASY,
     .asked = POSE_QUEASY, .show = SHOW_ASKED},
    {ITEM_PROP, .x = 70, .y = 540, .prop = PROP_DIZZY, .show = SHOW_ASKED},
    {ITEM_FIGURE, .x = -40, .y = -22, .person = PERSON_LYING, .from = POSE_LYING,
     .to = POSE_LYING, .asked = POSE_LYING, .show = SHOW_ANSWERED, .pale = 0.8F},
    ADDED(PROP_PAIN, .x = -190, .y = 20),
};

static const struct scene_item cross_legs[] = {
    {ITEM_SHADOW, .x = 0, .y = -2, .wide = 120},
    {ITEM_PROP, .prop = PROP_STOOL},
    {ITEM_FIGURE, .person = PERSON_RUNNER, .from = POSE_CROSSED, .to = POSE_CROSSED_TIGHT,
     .motion = MOVE_SLOWLY, .asked = POSE_LAP_FRONT},
    ADDED(PROP_SQUEEZE, .y = 96),
};

#define FAINTED_GROUND                                                                   \
    {                                                                                    \
        ITEM_SHADOW, .x = 125, .y = -6, .wide = 330                                      \
    }

static const struct scene_item fainted[] = {
    FAINTED_GROUND,
    LYING(.from = POSE_LEGS_UP, .to = POSE_LEGS_UP),
    {ITEM_FIGURE, .x = 410, .y = -10, .person = PERSON_RESCUER, .from = POSE_HOLD_FEET,
     .to = POSE_HOLD_FEET, .asked = POSE_WAIT, .asked_dx = 14, .mirrored = true},
};

static const struct scene_item pull_up[] = {
    FAINTED_GROUND,
    LYING(.from = POSE_PULLED, .to = POSE_PULLED, .pale = 0.8F),
    {ITEM_FIGURE, .x = 262, .y = -10, .person = PERSON_RESCUER, .from = POSE_DRAG,
     .to = POSE_DRAG, .asked = POSE_WAIT, .asked_dx = 162, .mirrored = true},
    ADDED(PROP_DIZZY, .x = 40, .y = 300),
};

static const struct scene_item splash_face[] = {
    FAINTED_GROUND,
    LYING(.pale = 0.5F),
    {ITEM_FIGURE, .x = 40, .y = -22, .person = PERSON_RESCUER, .prop = PROP_CUP,
     .from = POSE_POUR, .to = POSE_POUR, .asked = POSE_WAIT, .asked_dx = 384,
     .asked_dy = 12, .mirrored = true},
    ADDED(PROP_SIP, .x = -86, .y = 108),
    ADDED(PROP_NO_AIR, .x = -100, .y = 240),
};

static const struct scene_item faint_side[] = {
    {ITEM_SHADOW, .x = 95, .y = -6, .wide = 300},
    {ITEM_FIGURE, .x = 60, .y = 10, .person = PERSON_RESCUER, .from = POSE_PHONE,
     .to = POSE_PHONE, .asked = POSE_KNEEL},
    ADDED(PROP_PHONE_HELD, .x = 124, .y = 254),
    ADDED(PROP_CALL_120, .x = 190, .y = 292, .size = 0.75F),
    LYING(.show = SHOW_ASKED, .from = POSE_LYING, .to = POSE_LYING),
    {ITEM_FIGURE, .x = 320, .y = 70, .person = PERSON_LYING, .from = POSE_ON_SIDE,
     .to = POSE_ON_SIDE, .asked = POSE_ON_SIDE, .show = SHOW_ANSWERED, .turned_deg = 90},
};

static const struct scene_item faint_run[] = {
    {ITEM_PROP, .x = 120, .y = 90, .prop = PROP_FINISH},
    {ITEM_SHADOW, .x = 95, .y = -6, .wide = 270},
    {ITEM_SHADOW, .x = -260, .y = -18, .wide = 90},
    LYING(),
    {ITEM_FIGURE, .x = -260, .y = -14, .person = PERSON_RUNNER, .prop = PROP_PHONE_HELD,
     .from = POSE_PHONE_UP, .to = POSE_PHONE_UP_TALK, .motion = MOVE_SLOWLY,
     .asked = POSE_WAIT},
    ADDED(PROP_CALL_120, .x = -120, .y = 410, .size = 0.8F),
};

/* In her own bed, under a quilt; the grandchild speaks with 120. */
static const struct scene_item bed_faint[] = {
    {ITEM_SHADOW, .x = 60, .y = -10, .wide = 330},
    {ITEM_PROP, .x = -10, .y = -10, .size = 1.2F, .prop = PROP_SICK_BED},
    {ITEM_FIGURE, .x = -18, .y = 88, .size = 0.86F, .person = PERSON_OLD_WOMAN,
     .from = POSE_LYING, .to = POSE_LYING},
    {ITEM_PROP, .x = -36, .y = -6, .size = 1.22F, .prop = PROP_BED_QUILT},
    {ITEM_FIGURE, .x = -290, .y = -18, .person = PERSON_RUNNER, .prop = PROP_PHONE_HELD,
     .from = POSE_PHONE_UP, .to = POSE_PHONE_UP_TALK, .motion = MOVE_SLOWLY,
     .asked = POSE_WAIT},
    ADDED(PROP_CALL_120, .x = -160, .y = 420, .size = 0.8F),
};

static const struct scene scenes[] = {
    {"stroke-face", BACKDROP_CLOSE, {-236, 236, -20, 452}, ITEMS(stroke_face)},
    {"stroke-arms", BACKDROP_HALL, {-240, 428, -40, 540}, ITEMS(stroke_arms)},
    {"stroke-speech", BACKDROP_HALL, {-110, 398, -40, 520}, ITEMS(stroke_speech)},
    {"stroke-wait", BACKDROP_HALL, {-110, 400, -60, 500}, ITEMS(stroke_wait)},
    {"stroke-side", BACKDROP_HALL, {-215, 400, -44, 384}, ITEMS(stroke_side)},
    {"stroke-balance", BACKDROP_HALL, {-170, 250, -40, 530}, ITEMS(stroke_balance)},
    {"chest-pain", BACKDROP_HALL, {-242, 398, -40, 580}, ITEMS(chest_pain)},
    {"pain-spreads", BACKDROP_CLOSE, {-150, 170, -30, 500}, ITEMS(pain_spreads)},
    {"half-sitting", BACKDROP_HALL, {-230, 350, -60, 520}, ITEMS(half_sitting)},
    {"ask-first", BACKDROP_HALL, {-230, 350, -80, 440}, ITEMS(ask_first)},
    {"feel-faint", BACKDROP_PARK, {-394, 344, -44, 600}, ITEMS(feel_faint)},
    {"cross-legs", BACKDROP_HALL, {-190, 190, -40, 430}, ITEMS(cross_legs)},
    {"fainted", BACKDROP_PARK, {-215, 574, -58, 520}, ITEMS(fainted)},
    {"faint-side", BACKDROP_PARK, {-215, 400, -44, 420}, ITEMS(faint_side)},
    {"bed-faint", BACKDROP_HALL, {-400, 430, -60, 560}, ITEMS(bed_faint)},
    {"faint-run", BACKDROP_PARK, {-368, 420, -44, 560}, ITEMS(faint_run)},
};

static const struct scene_wrong_row wrong[] = {
    {WRONG("stroke-face", "send-to-bed", send_to_bed)},
    {WRONG("stroke-face", "prick-finger", prick_finger)},
    {WRONG("stroke-arms", "rub-arm", rub_arm)},
    {WRONG("stroke-wait", "feed-pill", feed_pill)},
    {WRONG("chest-pain", "walk-on", walk_on)},
    {WRONG("chest-pain", "slap-elbow", slap_elbow)},
    {WRONG("half-sitting", "walk-about", walk_about)},
    {WRONG("ask-first", "swallow-pills", swallow_pills)},
    {WRONG("feel-faint", "keep-standing", keep_standing)},
    {WRONG("fainted", "pull-up", pull_up)},
    {WRONG("fainted", "splash-face", splash_face)},
};

const struct scene_subject scene_subject_illness = {.scenes = scenes,
                                                    .scene_count = COUNT(scenes),
                                                    .wrong = wrong,
                                                    .wrong_count = COUNT(wrong)};
