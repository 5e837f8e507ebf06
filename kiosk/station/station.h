/* SPDX-License-Identifier: MIT */
/*
 * station: one manikin: its cable, what is known of it now, and its run.
 *
 *     station_open(&station, "auto", &clock, "/var/lib/life-kiosk/manikins");
 *     every frame: station_look(&station);
 *                  heard = station_hear(&station, guideline, now_us);
 *     station_begin_run(&station, &plan, now_us);
 *     every frame: if (station_ended(&station)) { ... station.run has the result ... }
 *     station_close(&station);
 *
 * Stations know nothing of each other: each reads its own cable and feeds its own run, so
 * that as many runs go on as there are manikins. Draws nothing, counts nothing.
 *
 * A zeroed station is one without a manikin: it is searching, gets no samples, and a run
 * on it waits. About 400 KB with its run; it is neither copied nor allocated while a run
 * goes on.
 */
#ifndef KIOSK_STATION_STATION_H
#define KIOSK_STATION_STATION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/clock.h"
#include "link/link.h"
#include "station/debrief.h"
#include "station/faint.h"
#include "station/ready.h"
#include "station/run.h"

enum { STATION_TARGET_MAX = 512 };

struct station {
    struct link *link;               /* owned; NULL: no manikin */
    char target[STATION_TARGET_MAX]; /* what the link was opened from; "" without one */
    struct link_status status;       /* as station_look() saw it */
    struct run run;
    struct debrief debrief;   /* of the run, once it is finished and shown */
    struct ready_pulse pulse; /* what has come of late */
    struct faint faint;       /* while no run goes on */
    bool followed;            /* the end of the run has not been reported yet */
    double depth_mm;  /* the newest that is believed, with a run or without; never NAN */
    bool pushed_down; /* the chest is down now */
    uint32_t doubts;  /* why a push would not be believed now (enum cpr_trust, of
                       * WATCH_DOUBTS): a run that waits goes on waiting; 0: it would
                       * be */
};

/* What one station_hear() brought. */
struct station_heard {
    size_t samples;
    int pushes; /* turned, each told once, and only where there were no doubts before it:
                 * of a manikin that nobody calibrated too, which was pressed all the
                 * same, and only how deep is not known */
    bool is_from_rest; /* the chest had been at rest before, and since it had to */
    bool is_touched;   /* somebody presses in rhythm, too lightly for a push, from rest */
};

/*
 * Opens the cable. `target` is as in link_create(); third-party manikins are remembered
 * in the folder `learnt`; `clock` is borrowed. False (err_text()) when `target` can never
 * work: `station` is then zeroed.
 */
bool station_open(struct station *station, const char *target, const struct clock *clock,
                  const char *learnt);

/* Drops the run and closes the cable. Fine on a zeroed one. */
void station_close(struct station *station);

/* Copies the link's status into `status`, which a link that is NULL leaves as it is. */
void station_look(struct station *station);

/*
 * One frame: reads the cable, gives a run that is followed its faults and then its
 * samples, and notices a manikin that has gone silent. The guideline of the run that is
 * followed says what a push is, else `guideline`. `now_us` is the kiosk's clock.
 */
struct station_heard station_hear(struct station *station,
                                  const struct cpr_guideline *guideline, int64_t now_us);

/* The push that was told has begun a run: whoever goes on pressing, or a sensor that
 * moves by itself, does not do so again before the chest has rested. */
void station_wait_for_rest(struct station *station);

/* What a visitor at this manikin can do now, and is told. */
const struct ready *station_ready(const struct station *station);

/* Begins a run on this station. It waits for the first push, or where the plan says so
 * has the one that was told last, if that is not two seconds ago. The plan's `manikin` is
 * this station's status, whatever it says. */
void station_begin_run(struct station *station, const struct run_plan *plan,
                       int64_t now_us);

/* Drops the run. True when its end had still to be reported. Fine without one. */
bool station_drop_run(struct station *station);

/* True once after the run has come to its end: `run.phase` is finished or lost, and the
 * run stays until it is dropped or the next one begins. */
bool station_ended(struct station *station);

/* A run is being followed here, and the first push has come. */
bool station_is_going(const struct station *station);

#endif
