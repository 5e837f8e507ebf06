/* SPDX-License-Identifier: MIT */
/*
 * A call: the map that fills while the dispatcher is told.
 */
#include "picture/scene_rows.h"

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

static const struct scene scenes[] = {
    {"call-map", BACKDROP_CLOSE, {-440, 440, -24, 600}, ITEMS(call_map)},
};

const struct scene_subject scene_subject_call = {.scenes = scenes,
                                                 .scene_count = COUNT(scenes)};
