/* SPDX-License-Identifier: MIT */
/*
 * stations: which of the manikins is the visitor's.
 *
 * All are read every frame. The one that is pushed becomes the active one, unless the
 * active one is in use: it has just been pushed, its run goes on, or its result is on the
 * screen. A run that is asked for waits at every manikin, since the visitor may kneel
 * down at any of them; the first push decides, and the others wait no longer.
 */
#ifndef KIOSK_SCREENS_STATIONS_H
#define KIOSK_SCREENS_STATIONS_H

#include <stdbool.h>

#include "station/run.h"

struct kiosk;

enum stations_news {
    STATIONS_QUIET,
    STATIONS_PUSHED,
    STATIONS_PUSHED_FROM_REST, /* ... and has rested since it last began a run */
    STATIONS_TOUCHED,          /* pressed in rhythm, too lightly for a push */
};

/* Once a frame: what the visitor has done. */
enum stations_news stations_hear(struct kiosk *k);

/* Drops the runs that there were. Where the plan says that the first push has been, the
 * run is the active manikin's. */
void stations_begin_run(struct kiosk *k, const struct run_plan *plan);

/* How many had not been reported as ended; one that waited everywhere is one. */
int stations_drop_runs(struct kiosk *k);

#endif
