/* SPDX-License-Identifier: MIT */
/*
 * stations: which of the manikins is the visitor's.
 *
 * All are heard every frame. The one that is pushed becomes the active one, unless the
 * active one is in use: somebody has just pushed it, its run goes on, or its result is
 * being looked at. A run that is asked for waits at every manikin, since the visitor may
 * kneel down at any of them; the first push decides, and the others wait no longer.
 */
#ifndef KIOSK_SCREENS_STATIONS_H
#define KIOSK_SCREENS_STATIONS_H

#include <stdbool.h>

#include "station/run.h"

struct kiosk;

/* Once a frame. True when the visitor has begun a push. */
bool stations_hear(struct kiosk *k);

/* Drop first what was there before. */
void stations_begin_run(struct kiosk *k, const struct run_plan *plan);

/* How many there were whose end had not been told; one that waited everywhere is one. */
int stations_drop_runs(struct kiosk *k);

#endif
