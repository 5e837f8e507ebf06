/* SPDX-License-Identifier: MIT */
/*
 * scene_table: what stands where in every picture. A new picture is a row in a file of
 * scenes/, with rows of poses/ and props/ where it needs new ones.
 */
#ifndef KIOSK_PICTURE_SCENE_TABLE_H
#define KIOSK_PICTURE_SCENE_TABLE_H

#include <stdbool.h>
#include <stddef.h>

#include "picture/figure_cast.h"
#include "picture/pose.h"
#include "picture/scene.h"
#include "picture/scene_backdrop.h"
#include "picture/scene_prop.h"

enum scene_item_kind {
    ITEM_SHADOW,
    ITEM_FIGURE,
    ITEM_ARMS, /* of a figure drawn before, over what has been drawn since */
    ITEM_HAND, /* only its near hand */
    ITEM_PROP,
    ITEM_WAVES, /* of a loudspeaker */
    ITEM_HANDS, /* scene_hands */
    ITEM_FLAME, /* moves by itself, never faster than 2 times a second */
    ITEM_GLOW,  /* a disc `wide` that comes and goes: a key that wants to be pressed */
    ITEM_LENS,  /* the first of all: a round `wide`, in which they are seen close by */
};

enum scene_motion {
    MOVE_NONE,
    MOVE_PRESS, /* by scene_view.press_mm, or by itself at 110 a minute */
    MOVE_SLOWLY,
    MOVE_TAP,
    MOVE_RUN, /* around through all poses between the two */
    MOVE_WAVE,
    MOVE_DRIVE,   /* along its path, by scene_view.along */
    MOVE_BREATHE, /* from a breath to a look; who lies there breathes in meanwhile */
};

/* Beside a question; elsewhere all but SHOW_ASKED are there. */
enum scene_show {
    SHOW_ALWAYS,
    SHOW_ASKED,    /* until it is answered */
    SHOW_ANSWERED, /* from then on: what would give the answer away */
};

struct scene_path {
    size_t count;
    struct figure_point points[8];
};

/* Lengths and places in figure units, y up from the ground. */
struct scene_item {
    enum scene_item_kind kind;
    float x, y;
    float wide;     /* SHADOW: half its width */
    float size;     /* 0 stands for 1 */
    enum prop prop; /* PROP: the thing; FIGURE: what the near hand holds */
    enum person person;
    enum person whose;  /* HANDS: on whose chest those of `person` lie */
    enum pose from, to; /* what the motion mixes; still: `from` */
    enum scene_motion motion;
    enum scene_show show;
    /* The pose until a question is answered; 0 (lying): `from`, but of PERSON_LYING. */
    enum pose asked;
    float asked_dx, asked_dy; /* how far it then is from its place */
    bool mirrored;            /* looks to the left */
    bool pressed;             /* its chest goes down with press_mm */
    float depth_mm;           /* MOVE_PRESS by itself; 0: an adult's. PRESSED: the same */
    /* Bits of scene_view.set: all of `with` and none of `without`, or it is not there. */
    unsigned with, without;
    const struct scene_path *path; /* MOVE_DRIVE: instead of x and y */
    float pale;                    /* 0 to 1: how grey its skin gets with the answer */
    float turned_deg; /* lies, where its pose stands: 90 with the head to the left */
    /* PROP: how far it comes and goes by its motion, once the question is answered. */
    struct figure_point sway;
    struct figure_point off; /* HANDS: how far from their right place they come to lie */
};

/* What must stay visible, with air around it. */
struct scene_box {
    float left, right, bottom, top;
};

struct scene {
    const char *name;
    enum backdrop backdrop;
    struct scene_box box;
    const struct scene_item *items;
    size_t count;
};

/* A wrong act of a scene, on its backdrop and in its box. Its items beside a question
 * look like those of the scene: a test compares the two. */
struct scene_wrong_row {
    const char *scene;
    const char *name;
    const struct scene_item *items;
    size_t count;
    float rate_cpm, depth_mm; /* of MOVE_PRESS by itself; 0: as it is right */
};

/* The places of a scene that can be touched, in its frame. */
struct scene_spots {
    const char *name;
    const struct scene_spot *spots;
    size_t count;
};

/* Pictures of one subject: a file of scenes/, named in scenes.def. */
struct scene_subject {
    const struct scene *scenes;
    size_t scene_count;
    const struct scene_wrong_row *wrong;
    size_t wrong_count;
    const struct scene_spots *spots;
    size_t spots_count;
};

#define SUBJECT(name) extern const struct scene_subject scene_subject_##name;
#include "picture/scenes.def"
#undef SUBJECT

/* Both feet of a runner once. */
#define SCENE_STEP_S 0.9F

/* When a figure that moves to and fro is first as far from its still place as it comes;
 * 0 for others. */
float scene_turns_at_s(const struct scene_item *item);

/* The lens of a picture with these items. NULL: it has none. */
const struct scene_item *scene_lens_of(const struct scene_item *items);

/* NULL past the end. */
const struct scene *scene_row(size_t index);

/* NULL: there is none. A frame asks for many: these go through the rows once. */
const struct scene *scene_row_find(const char *name);
/* Of the wrong acts of that scene the one at `index`. */
const struct scene_wrong_row *scene_wrong_row_of(const char *name, size_t index);

/* Over the lower half of the lying person's breastbone. */
enum { SCENE_CHEST_X = 9 };

/* NULL past the last one. */
const struct scene_spot *scene_spot_row(const char *name, size_t index);

#endif
