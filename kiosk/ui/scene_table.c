/* SPDX-License-Identifier: MIT */
#include "ui/scene_table.h"

#define ITEMS(array) (array), sizeof(array) / sizeof *(array)

static const struct scene_item press[] = {
    {ITEM_SHADOW, .x = 95, .y = -6, .wide = 300},
    {ITEM_FIGURE, .person = PERSON_LYING, .pressed = true},
    {ITEM_FIGURE, .x = 12, .y = -12, .person = PERSON_RESCUER, .from = POSE_PRESS_UP,
     .to = POSE_PRESS_DOWN, .motion = MOVE_PRESS, .mirrored = true},
};

static const struct scene scenes[] = {
    {"press", {-215, 400, -44, 384}, ITEMS(press)},
};

const struct scene *scene_row(size_t index)
{
    return index < sizeof scenes / sizeof *scenes ? &scenes[index] : NULL;
}
