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
 * falls when the chest is pressed. Without the last two the lines carry no time. A sensor
 * that was taught at several depths has a row more, each reading with its depth in mm:
 *
 *     curve = 910:20 1462:40 1833:60
 *
 * mm_per_unit is then the mean scale, up to the last of them.
 */
#ifndef KIOSK_LINK_PROFILE_H
#define KIOSK_LINK_PROFILE_H

#include <stdbool.h>
#include <stddef.h>

#include "link/depth_curve.h"
#include "link/shape.h"

/* A force says how deep the chest is from so many known depths on, rest not counted. */
enum { PROFILE_FORCE_POINTS = 3 };

struct profile {
    enum shape shape;
    char depth[SHAPE_NAME_MAX]; /* the column; "" not known */
    double rest;                /* its reading with hands off; NAN not known */
    double mm_per_unit;         /* with its sign; 0 not known */
    size_t point_count;         /* of a sensor that is not straight; else 0 */
    struct depth_point points[DEPTH_CURVE_POINTS];
    struct depth_curve curve;  /* ... made of them; count 0: it is straight */
    char time[SHAPE_NAME_MAX]; /* "" the lines carry no time */
    double us_per_tick;
};

/* Knows nothing but the shape. */
void profile_init(struct profile *profile, enum shape shape);

/* Whether a reading is a depth in millimetres. */
bool profile_is_complete(const struct profile *profile);
double profile_depth_mm(const struct profile *profile, double reading);

/*
 * Gives a profile with its rest the curve through these presses, and the scale to it.
 * False (err_text() says why) as depth_curve_make(); the profile is as before.
 */
bool profile_bend(struct profile *profile, const struct depth_point *points,
                  size_t count);

/*
 * Depth is read from what is called a force, a weight or a pressure, and was taught at
 * rest and one depth alone. Such a sensor is never straight: of a pad that saturates,
 * 40 mm read as 52. It says harder or softer, and is not scored.
 */
bool profile_is_force_only(const struct profile *profile);

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
