/* SPDX-License-Identifier: MIT */
/*
 * sim: board, chest and cable put together. Virtual time moves only by sim_run_until().
 */
#ifndef TOOLS_MANIKIN_SIM_SIM_H
#define TOOLS_MANIKIN_SIM_SIM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "manikin-sim/learner.h"

struct sim_options {
    char elf_path[4096];
    struct learner_spec learner;
    const char *wave_path;  /* NULL: the learner presses */
    const char *link_path;  /* NULL: no link */
    int adc;                /* the converter's channel that the chest is wired to */
    bool true_to_baud;      /* as board.h; with --adc or --truth */
    const char *truth_path; /* NULL: none is written */
    char capture_path[4096];
    double drop; /* probabilities, see cable.h */
    double flip;
    double unplug_s; /* virtual seconds; negative: never */
    double stuck_s;
    bool blank; /* an EEPROM never written to */
    bool fast;
    bool control;
    bool stepped;
};

struct sim;

/* Plugged in and powered, not yet run. NULL: err_text() says why. */
struct sim *sim_create(const struct sim_options *options);

/* Unplugs. NULL is fine. */
void sim_destroy(struct sim *sim);

/* All bytes sent until then have been handed to the cable. False: err_text() says why. */
bool sim_run_until(struct sim *sim, int64_t t_us);
int64_t sim_now_us(const struct sim *sim);

/* The path for the host; NULL while unplugged. */
const char *sim_path(const struct sim *sim);

/* The host's side, for poll(); -1 while unplugged. */
int sim_fd(const struct sim *sim);
bool sim_is_open(const struct sim *sim);

/* The cable carries the power: a plugged board restarts. False: err_text(). */
bool sim_plug(struct sim *sim);
void sim_unplug(struct sim *sim);

/* `seconds` 0: as the spec says. */
void sim_press(struct sim *sim, double seconds);

/* Somebody else presses as this spec says; the learner's own stays as it is. */
void sim_push(struct sim *sim, const struct learner_spec *spec);
void sim_rest(struct sim *sim);

/* From the next push on, or at once when one is going on. */
void sim_set_learner(struct sim *sim, const struct learner_spec *spec);
const struct learner_spec *sim_learner(const struct sim *sim);

/* Nothing more will move. */
bool sim_is_done(const struct sim *sim);

/* Waits 2 s at most until the reader has all. */
void sim_drain(struct sim *sim);

/* Writes truth and capture as the options asked. False: err_text() says why; both are
 * written all the same when the image merely did not do its part. */
bool sim_write_truth(const struct sim *sim, const struct sim_options *options);

/* "12.0 s simulated, 42000 bytes sent, 0 not taken by the reader" */
void sim_describe(const struct sim *sim, char *text, size_t size);

#endif
