/* SPDX-License-Identifier: MIT */
/*
 * scene: pictures with people, drawn by code.
 *
 * One family of flat figures: limbs are rounded strokes on joints, poses are data,
 * movement is interpolation between poses. Knows Cairo, and neither SDL nor text.
 */
#ifndef KIOSK_PICTURE_SCENE_H
#define KIOSK_PICTURE_SCENE_H

#include <stdbool.h>
#include <stddef.h>

struct _cairo; /* cairo_t */

enum scene_ground {
    SCENE_ON_BRAND, /* on the deep green hero card: people and their shadow only */
    SCENE_ON_DARK,  /* on the dark practice screen: people only */
    SCENE_FULL,     /* with its own background, filling the rect */
};

struct scene_view {
    const char *name; /* one of scene_name() */
    enum scene_ground ground;
    /* Drives slow movement; a still picture keeps it constant. In "press" nothing moves
     * by time when this is 0, so a picture driven by a manikin gives 0; with time and
     * without press_mm the figure presses by itself, 110 a minute. */
    float seconds;
    float press_mm; /* how far the chest is down, 0 to 80: the rescuer's arms follow */
    float pale;     /* 0 to 1: how grey the lying person's skin is; 0 as that of others */
    bool still;     /* calm theme: no movement by time */
    /* Beside a question: nothing is done yet, so that the picture gives no answer away.
     * Then `answered` goes from 0 to 1, and people move to what is right. */
    bool asked;
    float answered;
    /* Of what is played on a card: what has been done so far, in bits of enum scene_set,
     * and how far what drives, or pours, has come, 0 to 1. */
    unsigned set;
    float along;
    /* One of scene_wrong(): people do that instead of what is right, and a crossed mark
     * says so. NULL or "": what is right. Both begin with the same neutral picture. */
    const char *wrong;
    /* A scene from which people move to this one, `moved` from 0 to 1: who is in both
     * goes from one pose to the other, who is in one alone comes or goes. NULL or "":
     * none. */
    const char *before;
    float moved;
};

enum scene_set {
    /* In "call-map". */
    SCENE_FOUND = 1u << 0,  /* the place is known exactly */
    SCENE_ASTRAY = 1u << 1, /* it was not at first: who comes goes round about */
    SCENE_120 = 1u << 2,    /* who is on the way: an ambulance, */
    SCENE_119 = 1u << 3,    /* a fire engine, */
    SCENE_110 = 1u << 4,    /* police, */
    SCENE_122 = 1u << 5,    /* traffic police */
    SCENE_WHAT = 1u << 6,   /* told: what has happened, */
    SCENE_PEOPLE = 1u << 7, /* to whom, */
    SCENE_STATE = 1u << 8,  /* how it is now */
    /* In "aed-pads" and "aed-child". */
    SCENE_WET = 1u << 9,
    SCENE_HAIR = 1u << 10,
    SCENE_PLACES = 1u << 11, /* where a pad, or a jet, might go; see scene_spot() */
    SCENE_FIRST = 1u << 12,  /* a pad is on the first of these places ... */
    SCENE_SECOND = 1u << 13,
    SCENE_HAND = 1u << 14, /* somebody touches the person */
    /* In "fire-pan", "fire-paper" and "fire-electric": where it burns no more, and ... */
    SCENE_OUT_MIDDLE = 1u << 15,
    SCENE_OUT_LEFT = 1u << 16,
    SCENE_OUT_RIGHT = 1u << 17,
    SCENE_OUT = SCENE_OUT_MIDDLE | SCENE_OUT_LEFT | SCENE_OUT_RIGHT,
    SCENE_LID = 1u << 18,      /* the lid is on the pan */
    SCENE_NO_POWER = 1u << 19, /* the plug is pulled */
    SCENE_LARGE = 1u << 20,    /* it burns up to the ceiling */
    SCENE_PULLED = 1u << 21,   /* in "fire-extinguisher": the pin is */
};

/* The names there are: NULL past the end. scripts/api.lua has the same. */
const char *scene_name(size_t index);
bool scene_exists(const char *name);

/* Whether it looks another way beside a question. */
bool scene_can_ask(const char *name);

/* A place in the picture that can be touched. */
struct scene_spot {
    float x, y, radius;
};

/* Place `index` of the scene, drawn with its whole surroundings into width x height, from
 * the upper left corner. False past the last one. */
bool scene_spot(const char *name, size_t index, float width, float height,
                struct scene_spot *spot);

/* The wrong acts of a scene, for whoever chose wrongly: what he would do, and what comes
 * of it. NULL past the end, and of a scene that is not there. scripts/api.lua has
 * them. */
const char *scene_wrong(const char *name, size_t index);
bool scene_has_wrong(const char *name, const char *wrong);

/* The mark's radius in the smaller side of the rect; its middle is 1.5 times as far from
 * both edges of the upper left corner. */
#define SCENE_MARK_SHARE 0.075

/* Draws into [0, width] x [0, height] of the context. An unknown name, or an
 * unknown wrong act, draws nothing. */
void scene_draw(struct _cairo *cairo, double width, double height,
                const struct scene_view *view);

#endif
