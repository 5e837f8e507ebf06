/* SPDX-License-Identifier: MIT */
/*
 * gallery: every scene and every pose at its key moments, as picture files for those who
 * write lessons or look figures over.
 */
#ifndef KIOSK_PICTURE_GALLERY_H
#define KIOSK_PICTURE_GALLERY_H

#include <stdbool.h>
#include <stddef.h>

#include "picture/pose.h"
#include "picture/scene.h"

enum gallery_moment {
    GALLERY_ASKED,   /* beside a question that is not answered yet */
    GALLERY_STILL,   /* as the calm theme shows it */
    GALLERY_MOVED,   /* where its slow movement turns back */
    GALLERY_STEP,    /* of those who run: between two steps */
    GALLERY_PRESSED, /* the chest 55 mm down */
    GALLERY_WRONG,   /* a wrong act, marked as one */
    GALLERY_MOMENTS
};

/* Sizes in pixels. */
enum {
    GALLERY_SCENE_WIDTH = 600,
    GALLERY_SCENE_HEIGHT = 450,
    GALLERY_POSE_WIDTH = 240,
    GALLERY_POSE_HEIGHT = 240,
};

enum { GALLERY_GROUNDS = SCENE_FULL + 1, GALLERY_FILE_BYTES = 96 };

struct gallery_plate {
    const char *name;  /* of the scene or pose */
    const char *wrong; /* of the act; NULL: none */
    enum gallery_moment moment;
    bool is_pose;
    enum pose pose;         /* where is_pose */
    struct scene_view view; /* elsewhere; without its ground */
};

/* All moments of a scene in a row, its wrong acts behind them; then the poses. False past
 * the end. */
bool gallery_plate(size_t index, struct gallery_plate *plate);

/* "still", as it stands in the names of files. */
const char *gallery_moment_name(enum gallery_moment moment);
const char *gallery_ground_name(enum scene_ground ground);

/* The file's name, without a folder: "press-pressed-dark.png". Returns `out`
 * (GALLERY_FILE_BYTES). */
const char *gallery_file(const struct gallery_plate *plate, enum scene_ground ground,
                         char *out);

/* Draws the plate on that ground into the file. False (err_text()). */
bool gallery_write(const struct gallery_plate *plate, enum scene_ground ground,
                   const char *path);

#endif
