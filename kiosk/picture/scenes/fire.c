/* SPDX-License-Identifier: MIT */
/*
 * Small fires, and what puts them out.
 */
#include "picture/scene_rows.h"

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

static const struct scene scenes[] = {
    {"fire-pan", BACKDROP_CLOSE, {-476, 330, -30, 512}, ITEMS(fire_pan)},
    {"fire-paper", BACKDROP_CLOSE, {-476, 330, -30, 512}, ITEMS(fire_paper)},
    {"fire-electric", BACKDROP_CLOSE, {-476, 330, -30, 512}, ITEMS(fire_electric)},
    {"fire-extinguisher",
     BACKDROP_CLOSE,
     {-236, 206, -30, 512},
     ITEMS(fire_extinguisher)},
};

static const struct scene_spots spots[] = {
    {"fire-paper", ITEMS(fire_spots)},
    {"fire-electric", ITEMS(fire_spots)},
    {"fire-extinguisher", ITEMS(extinguisher_spots)},
};

const struct scene_subject scene_subject_fire = {.scenes = scenes,
                                                 .scene_count = COUNT(scenes),
                                                 .spots = spots,
                                                 .spots_count = COUNT(spots)};
