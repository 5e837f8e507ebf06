/* SPDX-License-Identifier: MIT */
/*
 * Heat and cold: what somebody sees, does and leaves alone.
 */
#include "picture/scene_rows.h"

/* ---- heat -------------------------------------------------------------------------- */

#define HOT_FIELD                                                                        \
    {ITEM_PROP, .x = -270, .y = 520, .prop = PROP_SUN},                                  \
        {ITEM_SHADOW, .x = 20, .y = -4, .wide = 150},                                    \
        {ITEM_SHADOW, .x = -220, .y = -12, .wide = 90},                                  \
    {                                                                                    \
        ITEM_SHADOW, .x = 300, .y = -12, .wide = 90                                      \
    }
#define FARMER(...)                                                                      \
    {                                                                                    \
        ITEM_FIGURE, .person = PERSON_SECOND, __VA_ARGS__                                \
    }
#define NEIGHBOUR(...)                                                                   \
    {                                                                                    \
        ITEM_FIGURE, .person = PERSON_RESCUER, __VA_ARGS__                               \
    }

static const struct scene_item heat_worker[] = {
    HOT_FIELD,
    FARMER(.from = POSE_SIT_WEAK, .to = POSE_SIT_WEAK, .asked = POSE_REEL),
    {ITEM_PROP, .x = 96, .y = 478, .prop = PROP_DIZZY, .show = SHOW_ASKED},
    ADDED(PROP_SPLASH, .x = 10, .y = 350),
    NEIGHBOUR(.x = -150, .y = -8, .from = POSE_TIP_OUT, .to = POSE_TIP_OUT,
              .prop = PROP_BUCKET_TIPPED, .asked = POSE_WAIT, .asked_dx = -70),
    {ITEM_FIGURE, .x = 300, .y = -8, .person = PERSON_RUNNER, .prop = PROP_PHONE_HELD,
     .from = POSE_PHONE_UP, .to = POSE_PHONE_UP_TALK, .motion = MOVE_SLOWLY,
     .asked = POSE_WAIT, .mirrored = true},
    ADDED(PROP_CALL_120, .x = 196, .y = 426, .size = 0.8F),
};

static const struct scene_item give_huoxiang[] = {
    HOT_FIELD,
    FARMER(.from = POSE_SIT_WEAK, .to = POSE_SIT_WEAK, .asked = POSE_REEL),
    {ITEM_PROP, .x = 96, .y = 478, .prop = PROP_DIZZY, .show = SHOW_ASKED},
    NEIGHBOUR(.x = -220, .y = -8, .from = POSE_WAIT, .to = POSE_WAIT, .asked = POSE_WAIT),
    {ITEM_FIGURE, .x = 186, .y = -80, .person = PERSON_RUNNER, .prop = PROP_VIAL,
     .from = POSE_FEED, .to = POSE_FEED, .asked = POSE_WAIT, .asked_dx = 114,
     .asked_dy = 72, .mirrored = true},
    ADDED(PROP_NO_AIR, .x = 20, .y = 360),
};

#define TREE_AND_SUN                                                                     \
    {ITEM_PROP, .x = -330, .y = 520, .prop = PROP_SUN},                                  \
    {                                                                                    \
        ITEM_PROP, .x = 240, .y = 0, .prop = PROP_SHADE_TREE                             \
    }

/* Carried out of the sun: the picture beside the question has them in it. */
static const struct scene_item heat_shade[] = {
    TREE_AND_SUN,
    FARMER(.x = 150, .from = POSE_LYING, .to = POSE_LYING, .asked = POSE_LYING,
           .asked_dx = -400, .asked_dy = -10),
    NEIGHBOUR(.x = -74, .y = -24, .from = POSE_FAN_HIGH, .to = POSE_FAN_LOW,
              .motion = MOVE_TAP, .prop = PROP_HAND_FAN, .asked = POSE_WAIT,
              .asked_dx = -370),
};

#define TUB_SHADOW                                                                       \
    {                                                                                    \
        ITEM_SHADOW, .x = 40, .y = -8, .wide = 330                                       \
    }
#define BESIDE_TUB                                                                       \
    {                                                                                    \
        ITEM_FIGURE, .person = PERSON_SECOND, .from = POSE_LYING, .to = POSE_LYING,      \
                     .asked = POSE_LYING, .show = SHOW_ASKED                             \
    }

static const struct scene_item heat_cool[] = {
    TUB_SHADOW,
    BESIDE_TUB,
    ADDED(PROP_TUB_BACK, .x = 90),
    {ITEM_FIGURE, .x = 30, .y = 2, .person = PERSON_SECOND, .from = POSE_SIT_GROUND,
     .to = POSE_SIT_GROUND, .asked = POSE_SIT_GROUND, .show = SHOW_ANSWERED},
    ADDED(PROP_TUB, .x = 90, .y = 0),
    NEIGHBOUR(.x = -130, .y = -6, .from = POSE_HOLD_HEAD, .to = POSE_HOLD_HEAD,
              .asked = POSE_WAIT, .asked_dx = -60),
};

static const struct scene_item cover_up[] = {
    TUB_SHADOW,
    FARMER(.from = POSE_LYING, .to = POSE_LYING, .asked = POSE_LYING),
    ADDED(PROP_QUILT, .x = 0),
    NEIGHBOUR(.x = -190, .y = -6, .from = POSE_WAIT, .to = POSE_WAIT, .asked = POSE_WAIT),
    ADDED(PROP_SWEAT, .x = -110, .y = 118, .size = 1.2F),
    ADDED(PROP_SUN, .x = 280, .y = 380, .size = 0.8F),
};

#define FANNED                                                                           \
    {ITEM_SHADOW, .x = 95, .y = -6, .wide = 300},                                        \
    {                                                                                    \
        ITEM_FIGURE, .person = PERSON_SECOND, .from = POSE_LYING, .to = POSE_LYING,      \
                     .asked = POSE_LYING                                                 \
    }

static const struct scene_item heat_fan[] = {
    FANNED,
    ADDED(PROP_WET_CLOTHS, .x = 0),
    NEIGHBOUR(.x = 300, .y = -26, .from = POSE_FAN_HIGH, .to = POSE_FAN_LOW,
              .motion = MOVE_TAP, .prop = PROP_HAND_FAN, .asked = POSE_WAIT,
              .mirrored = true),
    ADDED(PROP_BREEZE, .x = 70, .y = 150),
};

static const struct scene_item rub_alcohol[] = {
    FANNED,
    NEIGHBOUR(.x = 190, .y = -26, .from = POSE_POUR, .to = POSE_POUR,
              .prop = PROP_SPIRITS, .asked = POSE_WAIT, .asked_dx = 110,
              .mirrored = true),
    ADDED(PROP_FUMES, .x = 20, .y = 220, .size = 1.4F),
    ADDED(PROP_DIZZY, .x = -110, .y = 170),
};

static const struct scene_item heat_sip[] = {
    {ITEM_PROP, .x = 170, .y = 4, .prop = PROP_SHADE_TREE},
    {ITEM_FIGURE, .person = PERSON_SECOND, .prop = PROP_GLASS, .from = POSE_SIP_SELF,
     .to = POSE_SIP_REST, .motion = MOVE_SLOWLY, .asked = POSE_SIT_GROUND},
};

/* ---- cold -------------------------------------------------------------------------- */

#define WINTER                                                                           \
    {ITEM_PROP, .x = -40, .y = 70, .prop = PROP_POND},                                   \
        {ITEM_PROP, .x = 10, .y = 400, .prop = PROP_SNOWFALL},                           \
        {ITEM_SHADOW, .x = 0, .y = -6, .wide = 110},                                     \
    {                                                                                    \
        ITEM_SHADOW, .x = 220, .y = -14, .wide = 90                                      \
    }
#define FREEZES                                                                          \
    {                                                                                    \
        ITEM_FIGURE, .person = PERSON_LYING, .from = POSE_SHIVER, .to = POSE_SHIVER_ON,  \
                     .motion = MOVE_TAP, .asked = POSE_SHIVER, .pale = 0.25F             \
    }
#define DRIPS                                                                            \
    {                                                                                    \
        ITEM_PROP, .prop = PROP_DRIPS, .show = SHOW_ASKED                                \
    }

static const struct scene_item cold_wet[] = {
    WINTER,
    {ITEM_FIGURE, .person = PERSON_LYING, .from = POSE_SHIVER, .to = POSE_SHIVER,
     .asked = POSE_SHIVER},
    DRIPS,
    ADDED(PROP_WEATHER_BLANKET, .x = 0),
    NEIGHBOUR(.x = 180, .y = -8, .from = POSE_WRAP, .to = POSE_WRAP, .asked = POSE_WAIT,
              .asked_dx = 40, .mirrored = true),
};

static const struct scene_item give_spirits[] = {
    WINTER,
    FREEZES,
    DRIPS,
    NEIGHBOUR(.x = 200, .y = -8, .from = POSE_HOLD_OUT, .to = POSE_HOLD_OUT,
              .prop = PROP_SPIRITS, .asked = POSE_WAIT, .asked_dx = 20, .mirrored = true),
    ADDED(PROP_DRIPS, .x = 0),
};

static const struct scene_item rub_limbs[] = {
    WINTER,
    FREEZES,
    DRIPS,
    NEIGHBOUR(.x = 186, .y = -8, .from = POSE_STRIKE_DOWN, .to = POSE_WRAP,
              .motion = MOVE_TAP, .asked = POSE_WAIT, .asked_dx = 34, .mirrored = true),
    ADDED(PROP_DRIPS, .x = 0),
    ADDED(PROP_PAIN, .x = 54, .y = 330),
};

static const struct scene_item cold_wrap[] = {
    {ITEM_PROP, .x = 90, .y = 420, .prop = PROP_SNOWFALL},
    {ITEM_SHADOW, .x = 95, .y = -10, .wide = 300},
    ADDED(PROP_WEATHER_MAT, .x = 0),
    NEIGHBOUR(.x = 40, .y = 18, .from = POSE_KNEEL, .to = POSE_KNEEL),
    LYING(.from = POSE_LYING, .to = POSE_LYING),
    {ITEM_PROP, .prop = PROP_QUILT},
    ADDED(PROP_CAP, .x = 0),
};

#define SITS_WRAPPED                                                                     \
    {                                                                                    \
        ITEM_SHADOW, .x = 40, .y = -4, .wide = 170                                       \
    }

static const struct scene_item cold_drink[] = {
    SITS_WRAPPED,
    {ITEM_FIGURE, .person = PERSON_LYING, .from = POSE_SIP_SELF, .to = POSE_SIP_REST,
     .motion = MOVE_SLOWLY, .asked = POSE_SIT_GROUND},
    {ITEM_PROP, .prop = PROP_BLANKET_SIT},
    {ITEM_ARMS, .person = PERSON_LYING, .prop = PROP_WARM_CUP, .from = POSE_SIP_SELF,
     .to = POSE_SIP_REST, .motion = MOVE_SLOWLY, .asked = POSE_SIT_GROUND,
     .show = SHOW_ANSWERED},
};

static const struct scene_item drink_spirits[] = {
    SITS_WRAPPED,
    {ITEM_FIGURE, .person = PERSON_LYING, .from = POSE_SIP_SELF, .to = POSE_SIP_SELF,
     .asked = POSE_SIT_GROUND},
    {ITEM_PROP, .prop = PROP_BLANKET_SIT},
    {ITEM_ARMS, .person = PERSON_LYING, .prop = PROP_SPIRITS_TIPPED,
     .from = POSE_SIP_SELF, .to = POSE_SIP_SELF, .asked = POSE_SIT_GROUND,
     .show = SHOW_ANSWERED},
    ADDED(PROP_DIZZY, .x = 130, .y = 300),
};

static const struct scene_item cold_hand[] = {
    ADDED(PROP_BASIN_BACK, .x = 0),
    {ITEM_PROP, .prop = PROP_COLD_HAND},
    ADDED(PROP_WEATHER_BASIN, .x = 0),
};

static const struct scene_item rub_snow[] = {
    {ITEM_PROP, .prop = PROP_COLD_HAND},
    ADDED(PROP_SNOW_RUB, .x = 0),
};

#define ABOARD(...)                                                                      \
    {                                                                                    \
        ITEM_FIGURE, .x = -30, .person = PERSON_GRANDFATHER, .asked = POSE_SIT_BOAT,     \
                     __VA_ARGS__                                                         \
    }

static const struct scene_item cold_boat[] = {
    ABOARD(.from = POSE_SIT_BOAT, .to = POSE_SIT_BOAT),
    ADDED(PROP_LIFE_JACKET, .x = -30, .size = 0.95F),
    {ITEM_ARMS, .x = -30, .person = PERSON_GRANDFATHER, .from = POSE_SIT_BOAT,
     .to = POSE_SIT_BOAT, .asked = POSE_SIT_BOAT, .show = SHOW_ANSWERED},
    {ITEM_PROP, .prop = PROP_BOAT},
};

static const struct scene_item drink_aboard[] = {
    ABOARD(.prop = PROP_SPIRITS_TIPPED, .from = POSE_DRINK_BOAT, .to = POSE_DRINK_BOAT),
    {ITEM_PROP, .prop = PROP_BOAT},
    ADDED(PROP_DIZZY, .x = 70, .y = 440),
};

static const struct scene scenes[] = {
    {"heat-worker", BACKDROP_PARK, {-370, 408, -104, 620}, ITEMS(heat_worker)},
    {"heat-shade", BACKDROP_PARK, {-560, 560, -44, 620}, ITEMS(heat_shade)},
    {"heat-cool", BACKDROP_PARK, {-304, 430, -44, 520}, ITEMS(heat_cool)},
    {"heat-fan", BACKDROP_PARK, {-215, 460, -58, 500}, ITEMS(heat_fan)},
    {"heat-sip", BACKDROP_PARK, {-130, 470, -44, 570}, ITEMS(heat_sip)},
    {"cold-wet", BACKDROP_STREET, {-370, 328, -44, 590}, ITEMS(cold_wet)},
    {"cold-wrap", BACKDROP_STREET, {-215, 400, -44, 614}, ITEMS(cold_wrap)},
    {"cold-drink", BACKDROP_HALL, {-160, 254, -30, 390}, ITEMS(cold_drink)},
    {"cold-hand", BACKDROP_CLOSE, {-260, 270, -34, 452}, ITEMS(cold_hand)},
    {"cold-boat", BACKDROP_STREET, {-350, 350, -60, 500}, ITEMS(cold_boat)},
};

static const struct scene_wrong_row wrong[] = {
    {WRONG("heat-worker", "give-huoxiang", give_huoxiang)},
    {WRONG("heat-cool", "cover-up", cover_up)},
    {WRONG("heat-fan", "rub-alcohol", rub_alcohol)},
    {WRONG("cold-wet", "give-spirits", give_spirits)},
    {WRONG("cold-wet", "rub-limbs", rub_limbs)},
    {WRONG("cold-drink", "drink-spirits", drink_spirits)},
    {WRONG("cold-hand", "rub-snow", rub_snow)},
    {WRONG("cold-boat", "drink-aboard", drink_aboard)},
};

const struct scene_subject scene_subject_weather = {.scenes = scenes,
                                                    .scene_count = COUNT(scenes),
                                                    .wrong = wrong,
                                                    .wrong_count = COUNT(wrong)};
