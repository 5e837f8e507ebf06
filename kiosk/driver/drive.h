/* SPDX-License-Identifier: MIT */
/*
 * drive: touches, keys, plugs and pictures of a running kiosk, without a visitor.
 *
 * Knows the screen and the simulated manikins alone. The functions have the shape that a
 * story's host asks for (story/story.h), so that the program can hand them over as they
 * are: `drive` is a struct drive. False: err_text() says why.
 */
#ifndef KIOSK_DRIVER_DRIVE_H
#define KIOSK_DRIVER_DRIVE_H

#include <stdbool.h>

#include "driver/sim.h"
#include "ui/ui.h"

/* All of it is borrowed. */
struct drive {
    struct ui *ui;
    int width_px;            /* of the screen: drive_tap_at() counts in its pixels */
    const char *out;         /* folder of the pictures; NULL: the present one */
    struct sim *const *sims; /* by manikin; NULL where one is not simulated */
    int manikin_count;
    const char *(*screen)(const void *kiosk); /* name of the present screen */
    int (*shown)(const void *kiosk); /* the manikin that is shown; they count from 1 */
    /* The id of the tile that leads to a lesson; NULL when it is not offered. */
    const char *(*tile)(const void *kiosk, const char *lesson);
    bool (*speaks)(const void *kiosk); /* something is being said, or about to be */
    const void *kiosk;
};

/* A tap in the middle of what has this id, or says this. */
bool drive_tap_id(void *drive, const char *id);
bool drive_tap_text(void *drive, const char *text);
bool drive_tap_at(void *drive, double x_px, double y_px);
bool drive_hold(void *drive, const char *id, int ms);
bool drive_key(void *drive, const char *name);

/* One touch on the way from home to a lesson: on its own tile, else on the tile of its
 * topic, else on what turns the page on which one of them may stand. */
bool drive_towards(void *drive, const char *lesson);

const char *drive_screen(void *drive);

/* Sets no error: the story knows what it waits for. */
bool drive_shows(void *drive, const char *text);

bool drive_speaks(void *drive);

/* Saves the screen as `name`.png. */
bool drive_shot(void *drive, const char *name);

/* Saves the texts that stand there as `name`.txt, a line each, in drawing order. */
bool drive_words(void *drive, const char *name);

/* Somebody pushes the chest of a simulated manikin; 0: of the one that is shown. Returns
 * at once: the pushes take `count` x 60 / `rate_cpm` seconds. */
bool drive_push(void *drive, int manikin, double depth_mm, int count, double rate_cpm);

/* Pulls the plug of a simulated manikin or puts it back; manikins count from 1. */
bool drive_plug(void *drive, int manikin, bool in);

#endif
