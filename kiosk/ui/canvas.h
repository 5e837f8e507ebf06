/* SPDX-License-Identifier: MIT */
/*
 * canvas: what a frame consists of, and what of it changed.
 *
 * A frame is a list of commands in drawing order, each with a box that holds every pixel
 * it may touch. The list is compared with the last frame's: where both have the same
 * commands in the same order the pixels are the same, so only the boxes of the others are
 * damaged. Lengths are pixels here. Knows neither Cairo nor SDL.
 */
#ifndef KIOSK_UI_CANVAS_H
#define KIOSK_UI_CANVAS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
    CANVAS_DAMAGE_MAX = 512, /* boxes: tiles of a screen of 5120 x 2880 */
    /* Of 64 to 512 by 64 to 256 the quickest on the practice screen (tests/bench). */
    CANVAS_TILE_W = 256,
    CANVAS_TILE_H = 128,
    CANVAS_NAME_BYTES = 64, /* of a scene's name */
    CANVAS_COMMANDS_MAX = 16384,
    CANVAS_BYTES_MAX = 4 << 20, /* of one frame's commands */
};

/* Pixels x0 <= x < x1, y0 <= y < y1. */
struct canvas_box {
    int x0, y0, x1, y1;
};

bool canvas_box_empty(struct canvas_box box);
int64_t canvas_box_area(struct canvas_box box);
struct canvas_box canvas_box_common(struct canvas_box a, struct canvas_box b);
struct canvas_box canvas_box_around(struct canvas_box a, struct canvas_box b);

enum canvas_kind {
    CANVAS_FILL,
    CANVAS_GRADIENT,
    CANVAS_OUTLINE,
    CANVAS_SHADOW,
    CANVAS_DISC,
    CANVAS_POLYLINE,
    CANVAS_ARC,
    CANVAS_ICON,
    CANVAS_SCENE,
    CANVAS_IMAGE,
    CANVAS_TEXT,
};

/*
 * One command; a kind uses the members it needs and leaves the others zero. The payload
 * (points, or a text with its NUL) follows the struct in memory.
 */
struct canvas_command {
    uint32_t hash;  /* canvas_add() fills in hash and bytes */
    uint32_t bytes; /* of the command with its payload */
    enum canvas_kind kind;
    int detail; /* icon, alignment, ground of a scene */
    uint32_t color, color_end;
    struct canvas_box box;
    float x, y, w, h;
    float radius, width; /* text: its type, the width it was given */
    /* Arc; dash; text: its type's size at the least step, and 1 when it is cut. */
    float from, to;
    uint32_t count; /* points or bytes of the payload */
    uint32_t style; /* text: see text.h */
};

/* The payload of a scene: its view, without room between its members. */
struct canvas_scene {
    char name[CANVAS_NAME_BYTES];
    char wrong[CANVAS_NAME_BYTES];  /* its wrong act; "": what is right */
    char before[CANVAS_NAME_BYTES]; /* where people move from; "": from nowhere */
    float moved;
    float seconds, press_mm, answered, pale, along;
    int32_t still, asked;
    uint32_t set;
};

/* The payload of an image: where its pixels are, which are borrowed. A `revision` stands
 * for what they hold, so that the command of other pixels is another one. */
struct canvas_image {
    const uint32_t *pixels;
    int32_t width, height, pitch;
    uint32_t revision;
};

const void *canvas_payload(const struct canvas_command *command);

struct canvas;

/* NULL (err_text()) without memory. */
struct canvas *canvas_create(int width, int height);
void canvas_destroy(struct canvas *canvas);

/* A new size: the whole canvas is damaged by the next frame. */
void canvas_resize(struct canvas *canvas, int width, int height);

void canvas_begin(struct canvas *canvas);

/* Adds a copy. A command off the canvas is left out; so is one for which the frame has no
 * room, and canvas_lost() counts it. */
void canvas_add(struct canvas *canvas, struct canvas_command *command,
                const void *payload, size_t payload_bytes);

/* Compares with the frame before; returns how many pixels are damaged by it. */
int64_t canvas_end(struct canvas *canvas);

/* Damage since canvas_clear_damage(), as boxes that do not overlap, none of them across
 * the edge of a tile (on screens too large for that: of some tiles). `boxes` has room
 * for CANVAS_DAMAGE_MAX; returns how many there are. */
size_t canvas_damage(const struct canvas *canvas, struct canvas_box *boxes);
void canvas_clear_damage(struct canvas *canvas);
void canvas_damage_all(struct canvas *canvas);

/* Commands of the last ended frame in drawing order; NULL past the end. */
const struct canvas_command *canvas_command(const struct canvas *canvas, size_t index);

size_t canvas_lost(const struct canvas *canvas);

#endif
