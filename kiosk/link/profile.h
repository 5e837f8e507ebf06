/* SPDX-License-Identifier: MIT */
/*
 * profile: how third-party lines become millimetres, and the file that remembers it.
 *
 *     # how this manikin's lines become depth
 *     shape = comma
 *     depth = 6
 *     rest = 11.02
 *     mm_per_unit = -10
 *     time = 1
 *     us_per_tick = 1000
 *
 * depth and time name columns as shape.h does; mm_per_unit is negative where the reading
 * falls when the chest is pressed. Without the last two the lines carry no time.
 */
#ifndef KIOSK_LINK_PROFILE_H
#define KIOSK_LINK_PROFILE_H

#include <stdbool.h>
#include <stddef.h>

#include "link/shape.h"

struct profile {
    enum shape shape;
    char depth[SHAPE_NAME_MAX]; /* the column; "" not known */
    double rest;                /* its reading with hands off; NAN not known */
    double mm_per_unit;         /* with its sign; 0 not known */
    char time[SHAPE_NAME_MAX];  /* "" the lines carry no time */
    double us_per_tick;
};

/* Knows nothing but the shape. */
void profile_init(struct profile *profile, enum shape shape);

/* Whether a reading is a depth in millimetres. */
bool profile_is_complete(const struct profile *profile);
double profile_depth_mm(const struct profile *profile, double reading);

/*
 * The name under which a port is known after a restart: which socket it is and which
 * device is in it, as far as the links below `links` ("/dev/serial") tell; else its path.
 * Another device in the socket, or another socket, is another name.
 */
void profile_port_name(const char *links, const char *port, char *name, size_t size);

/*
 * One file a port in `folder`, which is made where it is missing. False (err_text() says
 * why) when it cannot be written, or on reading when it is not there or not a profile:
 * the sentence names file, line, cause and cure.
 */
bool profile_save(const struct profile *profile, const char *folder, const char *name);
bool profile_load(struct profile *profile, const char *folder, const char *name);
bool profile_is_kept(const char *folder, const char *name);

/* The text of such a file; `path` is for the sentence. */
bool profile_read(struct profile *profile, const char *text, const char *path);

#endif
