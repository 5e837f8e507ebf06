/* SPDX-License-Identifier: MIT */
/*
 * scene_prop: the things people use in the pictures.
 */
#ifndef KIOSK_PICTURE_SCENE_PROP_H
#define KIOSK_PICTURE_SCENE_PROP_H

#include <stddef.h>

struct _cairo;
struct scene_shape;

enum prop {
    PROP_NONE,
    PROP_PHONE,      /* lies on the ground */
    PROP_PHONE_HELD, /* in a hand, seen from behind */
    PROP_CALL_120,   /* what it says, in a bubble whose tip is the origin */
    PROP_AED,        /* a case; the origin is its handle */
    PROP_CABINET,    /* where an AED hangs, open and empty */
    PROP_TAPS,       /* strokes of a tapping hand */
    PROP_GAZE,       /* dots from the eyes to what they look at */
    PROP_CUP,
    PROP_JUG,
    PROP_BUCKET,
    PROP_KNAPSACK,
    PROP_CHAIR,
    PROP_DESK, /* with paper and an oil lamp */
    PROP_QUILL,
    PROP_TABLE_TOP,   /* behind the people at a table */
    PROP_TABLE_CLOTH, /* before them */
    PROP_HEART,
    PROP_NO_AIR,     /* moving air, crossed out: he cannot breathe */
    PROP_SIP,        /* of water that falls */
    PROP_CLOCK,      /* time that is lost */
    PROP_CALL_ENDED, /* a bubble in which nobody speaks any more, as PROP_CALL_120 */
    PROP_PHONE_DARK, /* lies on the ground, switched off */
    PROP_ASKING,     /* a question mark in a bubble whose tip is the origin */
    PROP_PUSH_SHORT, /* an arrow that ends before the green band of 50 to 60 mm */
    PROP_PUSH_LONG,  /* ... and one that goes far through it */
    PROP_BEATS_FEW,  /* dots of 60 a minute under those of 110 */
    PROP_BEATS_MANY, /* ... and of 140 */
    PROP_COINS,      /* money, in a hand */
    PROP_NOSE_DROPS, /* of blood, that fall from a nose at the origin */
    PROP_NOSE_RUNS,  /* ... and run down inside, from the nose to the throat */
    PROP_STOOL,
    PROP_MAP,    /* a village by the river, on a sheet */
    PROP_PIN,    /* its tip is the place */
    PROP_UNSURE, /* a wide ring with a question: somewhere here */
    PROP_AMBULANCE,
    PROP_FIRE_ENGINE,
    PROP_POLICE_CAR,
    PROP_TRAFFIC_POLICE,
    PROP_TOLD_WHAT, /* signs of what was told: a bubble each */
    PROP_TOLD_PEOPLE,
    PROP_TOLD_STATE,
    PROP_CHEST, /* bare, from the front, the shirt open */
    PROP_BACK,
    PROP_DROPS,
    PROP_HAIR,
    PROP_PLACE, /* a ring around a place where a pad might go */
    PROP_PAD,
    PROP_HELD_ARM, /* somebody's hand on the arm */
    PROP_DEVICE,   /* an AED from above, with its two keys */
    PROP_FLAME,    /* stands on the origin */
    PROP_SMOKE,
    PROP_POWDER, /* where a fire was */
    PROP_STOVE,  /* with a pan on it */
    PROP_LID,    /* on that pan */
    PROP_BOXES,  /* of cardboard */
    PROP_COOKER, /* a rice cooker and its cable */
    PROP_PLUG_IN,
    PROP_PLUG_OUT,
    PROP_EXTINGUISHER, /* close, without its pin */
    PROP_PIN_RING,
    PROP_DOOR, /* the way out */
    PROP_COUNT
};

struct scene_prop_row {
    const struct scene_shape *shapes;
    size_t count;
};

/* In the scene's frame: y up, the prop's own place at the origin. */
void scene_prop_draw(struct _cairo *cairo, enum prop prop);

#endif
