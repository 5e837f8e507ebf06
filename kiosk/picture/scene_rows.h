/* SPDX-License-Identifier: MIT */
/*
 * scene_rows: words for the rows of a file of scenes/.
 */
#ifndef KIOSK_PICTURE_SCENE_ROWS_H
#define KIOSK_PICTURE_SCENE_ROWS_H

#include "picture/scene_table.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))
#define ITEMS(array) (array), COUNT(array)

/* The start of a wrong act's row. */
#define WRONG(of, what, array)                                                           \
    .scene = (of), .name = (what), .items = (array), .count = COUNT(array)

/* Kneels behind the chest; the hands lie on it, so they come last. */
#define PRESSING(who, ...)                                                               \
    {                                                                                    \
        ITEM_FIGURE,                                                                     \
        .x = SCENE_CHEST_X,                                                              \
        .person = (who),                                                                 \
        .from = POSE_PRESS_UP,                                                           \
        .to = POSE_PRESS_DOWN,                                                           \
        .motion = MOVE_PRESS,                                                            \
        __VA_ARGS__},                                                                    \
        {ITEM_FIGURE, .person = PERSON_LYING, .pressed = true},                          \
    {                                                                                    \
        ITEM_HAND, .x = SCENE_CHEST_X, .person = (who), .from = POSE_PRESS_UP,           \
                   .to = POSE_PRESS_DOWN, .motion = MOVE_PRESS, __VA_ARGS__              \
    }

#define LYING(...)                                                                       \
    {                                                                                    \
        ITEM_FIGURE, .person = PERSON_LYING, __VA_ARGS__                                 \
    }
#define ADDED(thing, ...)                                                                \
    {                                                                                    \
        ITEM_PROP, .prop = (thing), .show = SHOW_ANSWERED, __VA_ARGS__                   \
    }

#endif
