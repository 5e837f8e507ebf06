/* SPDX-License-Identifier: MIT */
/*
 * column: what the name of a third-party number says about it.
 *
 * Makers name their numbers as they like: "depth_mm", "Distance in mm", "forceRaw", "t",
 * "按压深度".
 * The words of a name tell a role and a unit. A name that says nothing ("6", "inf50" has
 * "inf") is not a hindrance: learn.h decides by what the numbers do.
 */
#ifndef KIOSK_LINK_COLUMN_H
#define KIOSK_LINK_COLUMN_H

enum column_role {
    COLUMN_UNNAMED,  /* the name says nothing */
    COLUMN_DEPTH,    /* how far the chest is down */
    COLUMN_DISTANCE, /* from a sensor to the chest or to the floor */
    COLUMN_TIME,
    COLUMN_COUNT, /* numbers lines, samples or compressions */
    COLUMN_FORCE, /* ... or weight, pressure: rises with depth, but not evenly */
    COLUMN_OTHER, /* rate, air, acceleration, ... */
};

#define COLUMN_INCH_MM 25.4

struct column_meaning {
    enum column_role role;
    double mm;      /* millimetres in one; 0: the name has no unit of length */
    double tick_us; /* microseconds in one; 0: the name has no unit of time */
};

struct column_meaning column_meaning(const char *name);

#endif
