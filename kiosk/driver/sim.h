/* SPDX-License-Identifier: MIT */
/*
 * sim: the simulated manikin as a child process, for a kiosk without a real one.
 *
 * The program manikin-sim runs the real firmware on a pty; this starts it, tells it when
 * to press and when its plug is pulled, and ends it. Its cable is read by link.
 */
#ifndef KIOSK_DRIVER_SIM_H
#define KIOSK_DRIVER_SIM_H

#include <stdbool.h>
#include <stdint.h>

struct sim;

/*
 * `program` is the path of manikin-sim, `learner` its SPEC ("" for its own). `stepped`:
 * time passes for it only by sim_step(), so that a story is the same every time. NULL
 * (err_text() says why) when it does not start.
 */
struct sim *sim_start(const char *program, const char *learner, bool stepped);

/* Ends the process. NULL is fine. */
void sim_stop(struct sim *sim);

/* The path a link opens; it stays the same when the plug is pulled and put back. */
const char *sim_port(const struct sim *sim);

/* The learner presses from now on as its SPEC says / stops. */
bool sim_press(struct sim *sim);
bool sim_rest(struct sim *sim);

/* Somebody pushes from now on: `count` times, so deep, each let up fully. */
bool sim_push(struct sim *sim, double depth_mm, int count, double rate_cpm);

bool sim_plug(struct sim *sim, bool in);

/* Lets `us` of time pass. All it sent is in the pty when this returns. */
bool sim_step(struct sim *sim, int64_t us);

#endif
