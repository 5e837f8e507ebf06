/* SPDX-License-Identifier: MIT */
/*
 * Knocks on the head.
 */
#include "picture/scene_rows.h"

/* ---- head-knock -------------------------------------------------------------------- */

#define FIELD                                                                            \
    {ITEM_SHADOW, .x = -30, .y = -6, .wide = 260},                                       \
    {                                                                                    \
        ITEM_PROP, .x = 196, .y = -20, .prop = PROP_FOOTBALL                             \
    }
#define COACH(...)                                                                       \
    {                                                                                    \
        ITEM_FIGURE, .x = -190, .y = -8, .person = PERSON_SECOND, .asked = POSE_WAIT,    \
                     __VA_ARGS__                                                         \
    }
#define DIZZY                                                                            \
    {ITEM_FIGURE,                                                                        \
     .x = 40,                                                                            \
     .y = -8,                                                                            \
     .person = PERSON_BOY,                                                               \
     .from = POSE_HEAD_DIZZY,                                                            \
     .to = POSE_HEAD_DIZZY_ON,                                                           \
     .motion = MOVE_SLOWLY,                                                              \
     .show = SHOW_ASKED},                                                                \
    {                                                                                    \
        ITEM_PROP, .x = 40, .y = 384, .prop = PROP_DIZZY_STARS, .show = SHOW_ASKED       \
    }

static const struct scene_item head_knock[] = {
    FIELD,
    COACH(.from = POSE_HALT, .to = POSE_HALT_ON, .motion = MOVE_SLOWLY),
    DIZZY,
    ADDED(PROP_STOOL, .x = 60, .y = -8, .size = 0.72F, .mirrored = true),
    {ITEM_FIGURE, .x = 60, .y = -8, .person = PERSON_BOY, .from = POSE_SIT_LAP,
     .to = POSE_SIT_LAP, .asked = POSE_SIT_LAP, .mirrored = true, .show = SHOW_ANSWERED},
};

static const struct scene_item play_on[] = {
    FIELD,
    COACH(.from = POSE_WAIT, .to = POSE_WAIT),
    DIZZY,
    {ITEM_FIGURE, .x = 70, .y = -8, .person = PERSON_BOY, .from = POSE_RUN_LEFT,
     .to = POSE_RUN_RIGHT_PASS, .motion = MOVE_RUN, .show = SHOW_ANSWERED},
    ADDED(PROP_DIZZY_STARS, .x = 110, .y = 366),
};

/* ---- head-watch -------------------------------------------------------------------- */

#define ROOM                                                                             \
    {ITEM_SHADOW, .x = 20, .y = -4, .wide = 290},                                        \
    {                                                                                    \
        ITEM_PROP, .x = 196, .y = -18, .prop = PROP_BUCKET                               \
    }

static const struct scene_item head_watch[] = {
    ROOM,
    {ITEM_PROP, .x = 60, .y = -8, .size = 0.72F, .prop = PROP_STOOL},
    {ITEM_FIGURE, .x = -170, .y = -8, .prop = PROP_PHONE_HELD,
     .person = PERSON_GRANDMOTHER, .from = POSE_PHONE_UPRIGHT,
     .to = POSE_PHONE_UPRIGHT_TALK, .asked = POSE_WAIT, .motion = MOVE_SLOWLY},
    {ITEM_FIGURE, .x = 60, .y = -8, .person = PERSON_BOY, .from = POSE_HEAD_DROWSY,
     .to = POSE_HEAD_DROWSY_ON, .motion = MOVE_SLOWLY},
    ADDED(PROP_CALL_120, .x = -96, .y = 418),
};

static const struct scene_item sleep_it_off[] = {
    ROOM,
    {ITEM_PROP, .x = 60, .y = -8, .size = 0.72F, .prop = PROP_STOOL, .show = SHOW_ASKED},
    {ITEM_FIGURE, .x = -170, .y = -8, .person = PERSON_GRANDMOTHER, .from = POSE_WAIT,
     .to = POSE_WAIT, .show = SHOW_ASKED},
    {ITEM_FIGURE, .x = 60, .y = -8, .person = PERSON_BOY, .from = POSE_HEAD_DROWSY,
     .to = POSE_HEAD_DROWSY_ON, .motion = MOVE_SLOWLY, .show = SHOW_ASKED},
    ADDED(PROP_SICK_BED, .x = -60, .y = -10),
    {ITEM_FIGURE, .x = -40, .y = 70, .person = PERSON_BOY, .from = POSE_LYING,
     .to = POSE_LYING, .show = SHOW_ANSWERED},
    ADDED(PROP_BED_QUILT, .x = -60, .y = -10),
    ADDED(PROP_SLEEP_MOON, .x = -100, .y = 250),
};

/* ---- head-sleep -------------------------------------------------------------------- */

static const struct scene_item head_sleep[] = {
    {ITEM_SHADOW, .x = -20, .y = -10, .wide = 340},
    {ITEM_PROP, .x = -60, .y = -10, .prop = PROP_SICK_BED},
    {ITEM_FIGURE, .x = -40, .y = 70, .person = PERSON_BOY, .from = POSE_LYING,
     .to = POSE_LYING, .show = SHOW_ANSWERED},
    {ITEM_FIGURE, .x = -40, .y = 70, .person = PERSON_BOY, .from = POSE_HURT_AWAKE,
     .to = POSE_HURT_AWAKE, .show = SHOW_ASKED},
    {ITEM_PROP, .x = -60, .y = -10, .prop = PROP_BED_QUILT},
    {ITEM_PROP, .x = -326, .y = -18, .prop = PROP_STOOL},
    {ITEM_FIGURE, .x = -326, .y = -18, .person = PERSON_GRANDMOTHER, .from = POSE_SIT_LAP,
     .to = POSE_SIT_NOD, .motion = MOVE_SLOWLY},
    ADDED(PROP_DAY_AND_NIGHT, .x = 70, .y = 300),
};

/* ---- ear-fluid: one head, large ---------------------------------------------------- */

#define EAR_X (-24)
#define EAR_Y 246
#define HEAD                                                                             \
    {                                                                                    \
        ITEM_PROP, .prop = PROP_HEAD_CLOSE                                               \
    }

static const struct scene_item ear_fluid[] = {
    HEAD,
    {ITEM_PROP, .x = EAR_X, .y = EAR_Y, .prop = PROP_EAR_WATER, .motion = MOVE_SLOWLY,
     .sway = {0, -10}},
    ADDED(PROP_PHONE, .x = 290, .y = 120, .size = 1.5F),
    ADDED(PROP_CALL_120, .x = 296, .y = 166, .size = 1.1F),
};

static const struct scene_item plug_ear[] = {
    HEAD,
    {ITEM_PROP, .x = EAR_X, .y = EAR_Y, .prop = PROP_EAR_WATER, .show = SHOW_ASKED},
    ADDED(PROP_COTTON_WOOL, .x = EAR_X, .y = EAR_Y, .size = 0.8F),
    ADDED(PROP_PINCHING_HAND, .x = EAR_X - 10, .y = EAR_Y + 16, .size = 0.7F),
};

/* ---- keep-still -------------------------------------------------------------------- */

#define BELOW_LADDER                                                                     \
    {ITEM_PROP, .x = 330, .y = 20, .prop = PROP_FALL_LADDER},                            \
        {ITEM_SHADOW, .x = 90, .y = -6, .wide = 300},                                    \
    {                                                                                    \
        ITEM_FIGURE, .x = -236, .y = -20, .person = PERSON_RESCUER, .from = POSE_WAIT,   \
                     .to = POSE_WAIT, .show = SHOW_ASKED                                 \
    }
#define SPEAKS                                                                           \
    .x = -10, .y = -6, .person = PERSON_RESCUER, .from = POSE_SAY_STILL,                 \
    .to = POSE_SAY_STILL_ON, .motion = MOVE_SLOWLY, .show = SHOW_ANSWERED

static const struct scene_item keep_still[] = {
    BELOW_LADDER,
    {ITEM_FIGURE, SPEAKS},
    {ITEM_FIGURE, .person = PERSON_GRANDFATHER, .from = POSE_HURT_AWAKE,
     .to = POSE_HURT_AWAKE},
    {ITEM_ARMS, SPEAKS},
};

/* Fell off an e-bike: awake, the helmet stays on. */
static const struct scene_item helmet_on[] = {
    {ITEM_PROP, .x = 330, .y = 60, .prop = PROP_FALLEN_BIKE, .turned_deg = -8},
    {ITEM_SHADOW, .x = 90, .y = -6, .wide = 300},
    {ITEM_FIGURE, .x = -236, .y = -20, .person = PERSON_RESCUER, .from = POSE_WAIT,
     .to = POSE_WAIT, .show = SHOW_ASKED},
    {ITEM_FIGURE, SPEAKS},
    {ITEM_FIGURE, .person = PERSON_SECOND, .from = POSE_HURT_AWAKE,
     .to = POSE_HURT_AWAKE},
    {ITEM_PROP, .prop = PROP_RIDE_HELMET},
    {ITEM_ARMS, SPEAKS},
};

static const struct scene_item sit_up_hurt[] = {
    BELOW_LADDER,
    {ITEM_FIGURE, .x = -96, .y = -8, .person = PERSON_RESCUER, .from = POSE_HOLD_UP,
     .to = POSE_HOLD_UP, .show = SHOW_ANSWERED},
    {ITEM_FIGURE, .person = PERSON_GRANDFATHER, .from = POSE_HURT_SAT_UP,
     .to = POSE_HURT_SAT_UP, .asked = POSE_HURT_AWAKE},
    ADDED(PROP_TAPS, .x = 4, .y = 190, .size = 1.2F),
};

/* ---- head-press -------------------------------------------------------------------- */

#define SITS                                                                             \
    {ITEM_SHADOW, .x = 0, .y = -4, .wide = 220}, {ITEM_PROP, .prop = PROP_STOOL},        \
        {ITEM_FIGURE, .person = PERSON_GRANDFATHER, .from = POSE_SIT_LAP,                \
         .to = POSE_SIT_LAP},                                                            \
    {                                                                                    \
        ITEM_PROP, .x = 0, .y = 384, .prop = PROP_BLOOD_PATCH, .size = 0.8F              \
    }
#define DAUGHTER .x = -134, .y = -4, .person = PERSON_RUNNER, .asked = POSE_WAIT

static const struct scene_item head_press[] = {
    SITS,
    ADDED(PROP_WOUND_CLOTH, .x = -4, .y = 374, .size = 1.1F),
    {ITEM_FIGURE, DAUGHTER, .from = POSE_PRESS_HEAD, .to = POSE_PRESS_HEAD_ON,
     .motion = MOVE_SLOWLY},
};

static const struct scene_item wash_hair[] = {
    SITS,
    {ITEM_FIGURE, DAUGHTER, .from = POSE_WAIT, .to = POSE_WAIT},
    ADDED(PROP_SHOWER_HEAD, .x = 14, .y = 424, .size = 0.8F),
    ADDED(PROP_BLOOD_PATCH, .x = 10, .y = 372),
};

/* ---- baby-cries -------------------------------------------------------------------- */

#define PARENTS                                                                          \
    {                                                                                    \
        ITEM_SHADOW, .x = 0, .y = -6, .wide = 240                                        \
    }
#define MOTHER .x = -100, .person = PERSON_RESCUER, .prop = PROP_CRYING_BABY

static const struct scene_item baby_cries[] = {
    PARENTS,
    {ITEM_FIGURE, MOTHER, .from = POSE_CARRY_BABY, .to = POSE_CARRY_BABY_ON,
     .motion = MOVE_SLOWLY},
    {ITEM_FIGURE, .x = 214, .y = -6, .prop = PROP_PHONE_HELD, .person = PERSON_SECOND,
     .from = POSE_PHONE_UPRIGHT, .to = POSE_PHONE_UPRIGHT_TALK, .motion = MOVE_SLOWLY,
     .asked = POSE_WAIT, .mirrored = true},
    ADDED(PROP_CALL_120, .x = 176, .y = 492),
};

static const struct scene_item rock_baby[] = {
    PARENTS,
    {ITEM_FIGURE, MOTHER, .from = POSE_CARRY_BABY, .to = POSE_CARRY_BABY_ON,
     .motion = MOVE_SLOWLY, .show = SHOW_ASKED},
    {ITEM_FIGURE, MOTHER, .from = POSE_SHAKE_BABY, .to = POSE_CARRY_BABY,
     .motion = MOVE_TAP, .show = SHOW_ANSWERED},
    {ITEM_FIGURE, .x = 214, .y = -6, .person = PERSON_SECOND, .from = POSE_WAIT,
     .to = POSE_WAIT, .mirrored = true},
    ADDED(PROP_TAPS, .x = 24, .y = 374, .size = 1.1F),
    ADDED(PROP_TAPS, .x = 24, .y = 262, .size = 1.1F, .turned_deg = 90),
};

static const struct scene scenes[] = {
    {"head-knock", BACKDROP_PARK, {-305, 290, -44, 500}, ITEMS(head_knock)},
    {"head-watch", BACKDROP_HALL, {-290, 325, -44, 575}, ITEMS(head_watch)},
    {"head-sleep", BACKDROP_HALL, {-420, 335, -62, 420}, ITEMS(head_sleep)},
    {"ear-fluid", BACKDROP_CLOSE, {-230, 410, -24, 480}, ITEMS(ear_fluid)},
    {"keep-still", BACKDROP_STREET, {-320, 430, -44, 515}, ITEMS(keep_still)},
    {"helmet-on", BACKDROP_STREET, {-320, 520, -44, 515}, ITEMS(helmet_on)},
    {"head-press", BACKDROP_HALL, {-240, 260, -44, 575}, ITEMS(head_press)},
    {"baby-cries", BACKDROP_HALL, {-275, 320, -44, 650}, ITEMS(baby_cries)},
};

static const struct scene_wrong_row wrong[] = {
    {WRONG("head-knock", "play-on", play_on)},
    {WRONG("head-watch", "sleep-it-off", sleep_it_off)},
    {WRONG("ear-fluid", "plug-ear", plug_ear)},
    {WRONG("keep-still", "sit-up-hurt", sit_up_hurt)},
    {WRONG("head-press", "wash-hair", wash_hair)},
    {WRONG("baby-cries", "rock-baby", rock_baby)},
};

const struct scene_subject scene_subject_head = {.scenes = scenes,
                                                 .scene_count = COUNT(scenes),
                                                 .wrong = wrong,
                                                 .wrong_count = COUNT(wrong)};
