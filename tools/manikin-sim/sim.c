/* SPDX-License-Identifier: MIT */
#include "manikin-sim/sim.h"

#include <assert.h>
#include <stdlib.h>

#include "base/str.h"
#include "manikin-sim/board.h"
#include "manikin-sim/cable.h"
#include "manikin-sim/chest.h"

enum { SLICE_US = 1000 }; /* how soon bytes from the host are seen */

struct sim {
    struct board *board;
    struct cable cable;
    struct chest chest;
    struct learner_spec learner;
    int64_t unplug_us; /* INT64_MAX: never */
    int64_t stuck_us;
    int last_mv;
};

/* A stuck converter gives the same voltage for ever, without the noise of life. */
static int read_sensor(void *context, int64_t t_us)
{
    struct sim *sim = context;
    if (t_us < sim->stuck_us) {
        double depth_mm = chest_depth_mm(&sim->chest, t_us);
        sim->last_mv = chest_mv(&sim->chest, depth_mm, t_us);
    }
    return sim->last_mv;
}

static void take_byte(void *context, char byte)
{
    struct sim *sim = context;
    if (sim_path(sim)) {
        cable_put(&sim->cable, byte);
    }
}

static int64_t moment_us(double seconds)
{
    return seconds < 0 ? INT64_MAX : (int64_t)(seconds * 1e6);
}

struct sim *sim_create(const struct sim_options *options)
{
    struct sim *sim = calloc(1, sizeof *sim);
    assert(sim);
    sim->learner = options->learner;
    sim->unplug_us = moment_us(options->unplug_s);
    sim->stuck_us = moment_us(options->stuck_s);
    cable_init(&sim->cable);
    sim->cable.link = options->link_path;
    sim->cable.drop = options->drop;
    sim->cable.flip = options->flip;
    sim->cable.wait = options->fast;
    chest_init(&sim->chest);
    const struct board_wiring wiring = {
        .context = sim, .sensor_mv = read_sensor, .sent = take_byte};
    if ((options->wave_path && !chest_load_wave(&sim->chest, options->wave_path)) ||
        !(sim->board = board_create(options->elf_path, &wiring)) ||
        !cable_plug(&sim->cable)) {
        sim_destroy(sim);
        return NULL;
    }
    if (!options->blank) {
        chest_calibrate(sim->board);
    }
    return sim;
}

void sim_destroy(struct sim *sim)
{
    if (!sim) {
        return;
    }
    cable_unplug(&sim->cable);
    chest_finish(&sim->chest);
    board_destroy(sim->board);
    free(sim);
}

bool sim_run_until(struct sim *sim, int64_t t_us)
{
    for (int64_t now_us = sim_now_us(sim); now_us < t_us; now_us = sim_now_us(sim)) {
        char bytes[64];
        size_t count = cable_get(&sim->cable, bytes, sizeof bytes);
        board_send(sim->board, bytes, count);
        int64_t until_us = t_us - now_us > SLICE_US ? now_us + SLICE_US : t_us;
        if (!board_run_until(sim->board, until_us)) {
            return false;
        }
        cable_flush(&sim->cable);
        if (until_us >= sim->unplug_us) {
            sim->unplug_us = INT64_MAX;
            cable_unplug(&sim->cable);
        }
    }
    return true;
}

int64_t sim_now_us(const struct sim *sim)
{
    return board_now_us(sim->board);
}

const char *sim_path(const struct sim *sim)
{
    return sim->cable.master >= 0 ? sim->cable.path : NULL;
}

int sim_fd(const struct sim *sim)
{
    return sim->cable.master;
}

bool sim_is_open(const struct sim *sim)
{
    return cable_is_open(&sim->cable);
}

bool sim_plug(struct sim *sim)
{
    if (!cable_plug(&sim->cable)) {
        return false;
    }
    board_reset(sim->board);
    return true;
}

void sim_unplug(struct sim *sim)
{
    cable_unplug(&sim->cable);
}

void sim_press(struct sim *sim, double seconds)
{
    learner_press(&sim->chest.learner, &sim->learner, seconds, sim_now_us(sim));
}

void sim_rest(struct sim *sim)
{
    learner_rest(&sim->chest.learner);
}

void sim_set_learner(struct sim *sim, const struct learner_spec *spec)
{
    sim->learner = *spec;
    if (!learner_is_away(&sim->chest.learner)) {
        sim_press(sim, 0);
    }
}

const struct learner_spec *sim_learner(const struct sim *sim)
{
    return &sim->learner;
}

bool sim_is_done(const struct sim *sim)
{
    return chest_is_done(&sim->chest, sim_now_us(sim));
}

void sim_drain(struct sim *sim)
{
    cable_drain(&sim->cable);
}

void sim_describe(const struct sim *sim, char *text, size_t size)
{
    str_format(text, size,
               "%.1f s simulated, %llu bytes sent, %llu not taken by the reader",
               (double)sim_now_us(sim) * 1e-6, (unsigned long long)sim->cable.sent_bytes,
               (unsigned long long)sim->cable.untaken_bytes);
}
