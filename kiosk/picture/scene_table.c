/* SPDX-License-Identifier: MIT */
#include "picture/scene_table.h"

#include <string.h>

#include "picture/scene.h"
#include "picture/scene_hands.h"

#define CHEST_X SCENE_CHEST_X

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
    {ITEM_FIGURE, .x = CHEST_X, .person = PERSON_RESCUER, .from = POSE_CALL,
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
    {ITEM_HANDS, .y = SCENE_HANDS_RADIUS},
};

/* Kneels behind the chest; the hands lie on it, so they come last. */
#define PRESSING(who, ...)                                                               \
    {                                                                                    \
        ITEM_FIGURE,                                                                     \
        .x = CHEST_X,                                                                    \
        .person = (who),                                                                 \
        .from = POSE_PRESS_UP,                                                           \
        .to = POSE_PRESS_DOWN,                                                           \
        .motion = MOVE_PRESS,                                                            \
        __VA_ARGS__},                                                                    \
        {ITEM_FIGURE, .person = PERSON_LYING, .pressed = true},                          \
    {                                                                                    \
        ITEM_HAND, .x = CHEST_X, .person = (who), .from = POSE_PRESS_UP,                 \
                   .to = POSE_PRESS_DOWN, .motion = MOVE_PRESS, __VA_ARGS__              \
    }

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
    {ITEM_FIGURE, .x = CHEST_X, .person = PERSON_RESCUER, .from = POSE_POINT,
     .to = POSE_POINT, .asked = POSE_KNEEL},
    {ITEM_FIGURE, .person = PERSON_LYING},
};

static const struct scene_item battlefield_aid[] = {
    {ITEM_SHADOW, .x = -150, .y = -6, .wide = 270},
    {ITEM_SHADOW, .x = 230, .y = 4, .wide = 210},
    {ITEM_FIGURE, .x = 330, .y = 24, .prop = PROP_JUG, .person = PERSON_VILLAGER_OLD,
     .from = POSE_CARRY, .to = POSE_CARRY, .asked = POSE_WAIT, .mirrored = true},
    {ITEM_FIGURE, .x = 150, .y = 10, .person = PERSON_SOLDIER_BLUE,
     .from = POSE_SIT_GROUND, .to = POSE_SIT_GROUND},
    {ITEM_PROP, .x = -356, .y = 0, .prop = PROP_KNAPSACK},
    {ITEM_FIGURE, .x = -230, .person = PERSON_SOLDIER_WHITE, .from = POSE_PROPPED,
     .to = POSE_PROPPED},
    {ITEM_FIGURE, .x = -140, .y = -14, .prop = PROP_CUP, .person = PERSON_VILLAGER,
     .from = POSE_GIVE, .to = POSE_GIVE_HIGH, .motion = MOVE_SLOWLY, .asked = POSE_WAIT,
     .asked_dx = 130, .mirrored = true},
    {ITEM_PROP, .x = 30, .y = -26, .prop = PROP_BUCKET, .show = SHOW_ANSWERED},
};

static const struct scene_item dunant_writing[] = {
    {ITEM_SHADOW, .x = 70, .y = 0, .wide = 290},
    {ITEM_PROP, .x = -110, .prop = PROP_CHAIR},
    {ITEM_FIGURE, .x = -110, .person = PERSON_DUNANT, .from = POSE_WRITE,
     .to = POSE_WRITE_ON, .motion = MOVE_SLOWLY, .asked = POSE_SIT},
    {ITEM_PROP, .x = -20, .prop = PROP_DESK},
    {ITEM_ARMS, .x = -110, .prop = PROP_QUILL, .person = PERSON_DUNANT,
     .from = POSE_WRITE, .to = POSE_WRITE_ON, .motion = MOVE_SLOWLY, .asked = POSE_SIT},
};

static const struct scene_item conference_1863[] = {
    {ITEM_SHADOW, .x = 0, .y = 0, .wide = 470},
    {ITEM_PROP, .prop = PROP_TABLE_TOP},
    {ITEM_FIGURE, .x = -188, .y = 24, .person = PERSON_LAWYER, .from = POSE_SEATED,
     .to = POSE_SEATED},
    {ITEM_FIGURE, .x = 0, .y = 24, .person = PERSON_GENERAL, .from = POSE_SEATED,
     .to = POSE_SEATED},
    {ITEM_FIGURE, .x = 188, .y = 24, .person = PERSON_SURGEON, .from = POSE_SEATED,
     .to = POSE_SEATED},
    {ITEM_PROP, .prop = PROP_TABLE_CLOTH},
    {ITEM_PROP, .x = -424, .prop = PROP_CHAIR},
    {ITEM_FIGURE, .x = -424, .person = PERSON_DUNANT, .from = POSE_SIT,
     .to = POSE_SIT_TALK, .motion = MOVE_SLOWLY},
    {ITEM_PROP, .x = 424, .prop = PROP_CHAIR, .mirrored = true},
    {ITEM_FIGURE, .x = 424, .person = PERSON_DOCTOR, .from = POSE_SIT, .to = POSE_SIT,
     .mirrored = true},
};

static const struct scene_item thank_you[] = {
    {ITEM_SHADOW, .x = 0, .y = 4, .wide = 410},
    {ITEM_PROP, .x = 0, .y = 580, .prop = PROP_HEART},
    {ITEM_FIGURE, .x = -100, .y = 14, .person = PERSON_SECOND, .from = POSE_BOTH_UP,
     .to = POSE_BOTH_HIGH, .motion = MOVE_WAVE},
    {ITEM_FIGURE, .x = 92, .y = 14, .person = PERSON_RESCUER, .from = POSE_WAVE_LEFT,
     .to = POSE_WAVE_RIGHT, .motion = MOVE_WAVE},
    {ITEM_FIGURE, .x = -272, .person = PERSON_GRANDMOTHER, .from = POSE_WAVE_LEFT,
     .to = POSE_WAVE_RIGHT, .motion = MOVE_WAVE, .mirrored = true},
    {ITEM_FIGURE, .x = 284, .person = PERSON_GRANDFATHER, .from = POSE_WAVE_LEFT,
     .to = POSE_WAVE_RIGHT, .motion = MOVE_WAVE},
    {ITEM_FIGURE, .x = -182, .y = -22, .person = PERSON_BOY, .from = POSE_STAND,
     .to = POSE_STAND},
    {ITEM_FIGURE, .x = 0, .y = -26, .person = PERSON_GIRL, .from = POSE_BOTH_UP,
     .to = POSE_BOTH_HIGH, .motion = MOVE_WAVE},
};

/* The drops fall until the nose is pinched. */
static const struct scene_item nosebleed[] = {
    {ITEM_SHADOW, .x = 40, .y = -2, .wide = 170},
    {ITEM_PROP, .prop = PROP_STOOL},
    {ITEM_FIGURE, .person = PERSON_SECOND, .from = POSE_NOSE_FORWARD,
     .to = POSE_NOSE_FORWARD_ON, .motion = MOVE_SLOWLY, .asked = POSE_SIT_LAP},
    {ITEM_PROP, .x = 60, .y = 350, .prop = PROP_NOSE_DROPS, .show = SHOW_ASKED},
};

/* The road to the house, and the way of one who looks at another house first. */
static const struct scene_path straight = {
    4, {{-320, 136}, {190, 136}, {190, 316}, {230, 316}}};
static const struct scene_path astray = {
    6, {{-320, 136}, {-140, 136}, {-140, 390}, {-140, 316}, {190, 316}, {230, 316}}};

#define COMING(who, thing)                                                               \
    {ITEM_PROP,     .size = 1.15F,           .prop = (thing),  .motion = MOVE_DRIVE,     \
     .with = (who), .without = SCENE_ASTRAY, .path = &straight},                         \
    {                                                                                    \
        ITEM_PROP, .size = 1.15F, .prop = (thing), .motion = MOVE_DRIVE,                 \
                   .with = (who) | SCENE_ASTRAY, .path = &astray                         \
    }

static const struct scene_item call_map[] = {
    {ITEM_PROP, .prop = PROP_MAP},
    {ITEM_PROP, .x = 20, .y = 250, .size = 1.1F, .prop = PROP_UNSURE,
     .without = SCENE_FOUND},
    {ITEM_PROP, .x = 300, .y = 396, .prop = PROP_PIN, .with = SCENE_FOUND},
    {ITEM_PROP, .x = -362, .y = 46, .prop = PROP_TOLD_WHAT, .with = SCENE_WHAT},
    {ITEM_PROP, .x = -276, .y = 46, .prop = PROP_TOLD_PEOPLE, .with = SCENE_PEOPLE},
    {ITEM_PROP, .x = -190, .y = 46, .prop = PROP_TOLD_STATE, .with = SCENE_STATE},
    COMING(SCENE_120, PROP_AMBULANCE),
    COMING(SCENE_119, PROP_FIRE_ENGINE),
    COMING(SCENE_110, PROP_POLICE_CAR),
    COMING(SCENE_122, PROP_TRAFFIC_POLICE),
};

/* Where a pad might go; the two right places come first. An adult has one below the right
 * collarbone and one on the left side below the armpit (RCUK 2025, ERC 2025); a child
 * under 8 years or 25 kg one on the breast and one on the back (RCUK 2025). */
static const struct scene_spot pads_spots[] = {
    {-98, 342, 48}, {140, 188, 48}, {98, 342, 48}, {0, 228, 48}, {0, 84, 48},
};

#define CHILD_SIZE 0.72F
#define CHILD_X    205

static const struct scene_spot child_spots[] = {
    {-CHILD_X, 156, 48}, {CHILD_X, 190, 48}, {-CHILD_X - 72, 274, 48},
    {-CHILD_X, 38, 48},  {CHILD_X, 58, 48},
};

static const struct scene_spot shock_spots[] = {{96, 107, 74}, {-118, 107, 58}};

#define PLACE_AT(at_x, at_y)                                                             \
    {                                                                                    \
        ITEM_PROP, .x = (at_x), .y = (at_y), .prop = PROP_PLACE, .with = SCENE_PLACES    \
    }

static const struct scene_item aed_pads[] = {
    {ITEM_PROP, .prop = PROP_CHEST},
    {ITEM_PROP, .prop = PROP_DROPS, .with = SCENE_WET},
    {ITEM_PROP, .prop = PROP_HAIR, .with = SCENE_HAIR},
    PLACE_AT(-98, 342),
    PLACE_AT(140, 188),
    PLACE_AT(98, 342),
    PLACE_AT(0, 228),
    PLACE_AT(0, 84),
    {ITEM_PROP, .x = -98, .y = 330, .prop = PROP_PAD, .with = SCENE_FIRST},
    {ITEM_PROP, .x = 140, .y = 188, .prop = PROP_PAD, .with = SCENE_SECOND},
    {ITEM_PROP, .prop = PROP_HELD_ARM, .with = SCENE_HAND},
};

static const struct scene_item aed_child[] = {
    {ITEM_PROP, .x = -CHILD_X, .size = CHILD_SIZE, .prop = PROP_CHEST},
    {ITEM_PROP, .x = CHILD_X, .size = CHILD_SIZE, .prop = PROP_BACK},
    {ITEM_PROP, .x = -CHILD_X, .size = CHILD_SIZE, .prop = PROP_DROPS, .with = SCENE_WET},
    PLACE_AT(-CHILD_X, 156),
    PLACE_AT(CHILD_X, 190),
    PLACE_AT(-CHILD_X - 72, 274),
    PLACE_AT(-CHILD_X, 38),
    PLACE_AT(CHILD_X, 58),
    {ITEM_PROP, .x = -CHILD_X, .y = 156, .size = 0.85F, .prop = PROP_PAD,
     .with = SCENE_FIRST},
    {ITEM_PROP, .x = CHILD_X, .y = 190, .size = 0.85F, .prop = PROP_PAD,
     .with = SCENE_SECOND},
    {ITEM_PROP, .x = -CHILD_X, .size = CHILD_SIZE, .prop = PROP_HELD_ARM,
     .with = SCENE_HAND},
};

static const struct scene_item aed_shock[] = {
    {ITEM_PROP, .prop = PROP_DEVICE},
    {ITEM_GLOW, .x = 96, .y = 108, .wide = 70},
};

/* Where one might aim: the foot of the fire in its middle, left and right; then its tips
 * and the smoke. */
static const struct scene_spot fire_spots[] = {
    {0, 104, 48}, {-128, 104, 48}, {128, 104, 48}, {0, 322, 48}, {-150, 420, 48},
};

static const struct scene_spot extinguisher_spots[] = {
    {-112, 450, 44}, {132, 426, 54}, {-176, 138, 54}, {0, 176, 60}};

#define BURNS(at_x, at_y, how_large, where)                                              \
    {ITEM_FLAME, .x = (at_x), .y = (at_y), .size = (how_large), .without = (where)},     \
    {                                                                                    \
        ITEM_PROP, .x = (at_x), .y = (at_y), .prop = PROP_POWDER, .with = (where)        \
    }

#define AIM_AT(at_x, at_y, gone)                                                         \
    {                                                                                    \
        ITEM_PROP, .x = (at_x), .y = (at_y), .prop = PROP_PLACE, .with = SCENE_PLACES,   \
                   .without = (gone)                                                     \
    }

#define AIMS                                                                             \
    AIM_AT(0, 104, SCENE_OUT_MIDDLE), AIM_AT(-128, 104, SCENE_OUT_LEFT),                 \
        AIM_AT(128, 104, SCENE_OUT_RIGHT), AIM_AT(0, 322, 0), AIM_AT(-150, 420, 0)

/* Only a large fire has smoke below the ceiling. */
#define LARGE_FIRE                                                                       \
    {ITEM_FLAME, .x = -90, .y = 80, .size = 1.7F, .with = SCENE_LARGE},                  \
        {ITEM_FLAME, .x = 100, .y = 80, .size = 1.6F, .with = SCENE_LARGE},              \
        {ITEM_PROP, .x = -150, .y = 410, .prop = PROP_SMOKE, .with = SCENE_LARGE},       \
        {ITEM_PROP, .x = 20, .y = 420, .prop = PROP_SMOKE, .with = SCENE_LARGE},         \
    {                                                                                    \
        ITEM_PROP, .x = 170, .y = 410, .prop = PROP_SMOKE, .with = SCENE_LARGE           \
    }

static const struct scene_item fire_pan[] = {
    {ITEM_PROP, .x = -390, .prop = PROP_DOOR},
    {ITEM_PROP, .prop = PROP_STOVE},
    {ITEM_FLAME, .x = -60, .y = 164, .size = 0.8F, .without = SCENE_LID},
    {ITEM_FLAME, .x = 50, .y = 164, .size = 1, .without = SCENE_LID},
    {ITEM_PROP, .prop = PROP_LID, .with = SCENE_LID},
    LARGE_FIRE,
};

static const struct scene_item fire_paper[] = {
    {ITEM_PROP, .x = -390, .prop = PROP_DOOR},
    {ITEM_PROP, .x = -150, .y = 380, .size = 0.7F, .prop = PROP_SMOKE,
     .without = SCENE_OUT_MIDDLE},
    {ITEM_PROP, .prop = PROP_BOXES},
    BURNS(-128, 66, 0.9F, SCENE_OUT_LEFT),
    BURNS(128, 58, 0.85F, SCENE_OUT_RIGHT),
    BURNS(0, 60, 1.1F, SCENE_OUT_MIDDLE),
    AIMS,
    LARGE_FIRE,
};

static const struct scene_item fire_electric[] = {
    {ITEM_PROP, .x = -390, .prop = PROP_DOOR},
    {ITEM_PROP, .x = -150, .y = 380, .size = 0.7F, .prop = PROP_SMOKE,
     .without = SCENE_OUT_MIDDLE},
    {ITEM_PROP, .prop = PROP_PLUG_IN, .without = SCENE_NO_POWER},
    {ITEM_PROP, .prop = PROP_PLUG_OUT, .with = SCENE_NO_POWER},
    {ITEM_PROP, .prop = PROP_COOKER},
    BURNS(-128, 70, 0.8F, SCENE_OUT_LEFT),
    BURNS(128, 70, 0.75F, SCENE_OUT_RIGHT),
    BURNS(0, 76, 1.05F, SCENE_OUT_MIDDLE),
    AIMS,
    LARGE_FIRE,
};

static const struct scene_item fire_extinguisher[] = {
    {ITEM_PROP, .prop = PROP_EXTINGUISHER},
    {ITEM_PROP, .prop = PROP_PIN_RING, .without = SCENE_PULLED},
};

#define ITEMS(array) (array), sizeof(array) / sizeof *(array)

/* The order of Scene in scripts/api.lua. */
static const struct scene scenes[] = {
    {"collapse", BACKDROP_STREET, {-345, 400, -44, 500}, ITEMS(street_collapse)},
    {"tap-shoulders", BACKDROP_PARK, {-215, 400, -44, 384}, ITEMS(tap_shoulders)},
    {"call-120", BACKDROP_PARK, {-350, 415, -50, 384}, ITEMS(call_120)},
    {"fetch-aed", BACKDROP_HALL, {-330, 220, -30, 500}, ITEMS(fetch_aed)},
    {"look-breathing", BACKDROP_PARK, {-215, 400, -44, 340}, ITEMS(look_breathing)},
    {"hand-place", BACKDROP_CLOSE, {-236, 236, -20, 452}, ITEMS(hand_place)},
    {"press", BACKDROP_PARK, {-215, 400, -44, 384}, ITEMS(press)},
    {"swap", BACKDROP_PARK, {-215, 400, -44, 384}, ITEMS(swap)},
    {"battlefield-aid", BACKDROP_VILLAGE, {-430, 450, -44, 510}, ITEMS(battlefield_aid)},
    {"dunant-writing", BACKDROP_STUDY, {-240, 380, -38, 440}, ITEMS(dunant_writing)},
    {"conference-1863", BACKDROP_COUNCIL, {-535, 535, -50, 450}, ITEMS(conference_1863)},
    {"thank-you", BACKDROP_MORNING, {-430, 456, -56, 650}, ITEMS(thank_you)},
    {"send-for-aed", BACKDROP_PARK, {-215, 496, -44, 540}, ITEMS(send_for_aed)},
    {"breathe", BACKDROP_PARK, {-215, 400, -44, 384}, ITEMS(breathe)},
    {"gasping", BACKDROP_PARK, {-215, 400, -44, 384}, ITEMS(gasping)},
    {"call-map", BACKDROP_CLOSE, {-440, 440, -24, 600}, ITEMS(call_map)},
    {"aed-pads", BACKDROP_CLOSE, {-430, 310, -30, 606}, ITEMS(aed_pads)},
    {"aed-child", BACKDROP_CLOSE, {-500, 420, -30, 452}, ITEMS(aed_child)},
    {"aed-shock", BACKDROP_CLOSE, {-256, 256, -30, 490}, ITEMS(aed_shock)},
    {"fire-pan", BACKDROP_CLOSE, {-476, 330, -30, 512}, ITEMS(fire_pan)},
    {"fire-paper", BACKDROP_CLOSE, {-476, 330, -30, 512}, ITEMS(fire_paper)},
    {"fire-electric", BACKDROP_CLOSE, {-476, 330, -30, 512}, ITEMS(fire_electric)},
    {"fire-extinguisher",
     BACKDROP_CLOSE,
     {-236, 206, -30, 512},
     ITEMS(fire_extinguisher)},
    {"nosebleed", BACKDROP_HALL, {-210, 340, -40, 440}, ITEMS(nosebleed)},
};

const struct scene *scene_row(size_t index)
{
    return index < sizeof scenes / sizeof *scenes ? &scenes[index] : NULL;
}

static const struct {
    const char *name;
    const struct scene_spot *spots;
    size_t count;
} spot_rows[] = {
    {"aed-pads", ITEMS(pads_spots)},
    {"aed-child", ITEMS(child_spots)},
    {"aed-shock", ITEMS(shock_spots)},
    {"fire-paper", ITEMS(fire_spots)},
    {"fire-electric", ITEMS(fire_spots)},
    {"fire-extinguisher", ITEMS(extinguisher_spots)},
};

const struct scene_spot *scene_spot_row(const char *name, size_t index)
{
    for (size_t i = 0; i < sizeof spot_rows / sizeof *spot_rows; i++) {
        if (strcmp(spot_rows[i].name, name) == 0 && index < spot_rows[i].count) {
            return &spot_rows[i].spots[index];
        }
    }
    return NULL;
}
