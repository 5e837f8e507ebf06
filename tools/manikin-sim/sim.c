/* SPDX-License-Identifier: MIT */
#include "manikin-sim/sim.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "base/str.h"
#include "manikin-sim/board.h"
#include "manikin-sim/cable.h"
#include "manikin-sim/chest.h"
#include "manikin-sim/truth.h"

enum {
    SLICE_US = 1000, /* how soon bytes from the host are seen */
    FULL_MM = 60,    /* the truth's example of a full reading */
};

struct sim {
    struct board *board;
    struct cable cable;
    struct chest chest;
    struct learner_spec learner;
    int64_t unplug_us; /* INT64_MAX: never */
    int64_t stuck_us;
    int last_mv;
    bool wants_truth;
    struct truth truth;
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
    if (!sim_path(sim)) {
        return;
    }
    if (sim->wants_truth) {
        truth_take_byte(&sim->truth, sim_now_us(sim), byte);
    }
    cable_put(&sim->cable, byte);
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
    sim->cable.wait = options->fast || options->truth_path;
    sim->wants_truth = options->truth_path != NULL;
    truth_init(&sim->truth);
    chest_init(&sim->chest);
    const struct board_wiring wiring = {.context = sim,
                                        .channel = options->adc,
                                        .true_to_baud = options->true_to_baud,
                                        .sensor_mv = read_sensor,
                                        .sent = take_byte};
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
    truth_finish(&sim->truth);
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
        if (sim->wants_truth) {
            int64_t looked_us = sim_now_us(sim);
            double depth_mm = chest_depth_mm(&sim->chest, looked_us);
            truth_take_depth(&sim->truth, looked_us, depth_mm);
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

void sim_push(struct sim *sim, const struct learner_spec *spec)
{
    learner_press(&sim->chest.learner, spec, 0, sim_now_us(sim));
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

/* An image that did not look at the chest, or did not speak, has shown nothing. */
static bool did_its_part(const struct sim *sim, const struct sim_options *options)
{
    unsigned read = board_channels_read(sim->board);
    if (sim->truth.capture.length == 0) {
        return err_set("%s: sent nothing on its first serial port: give an image for an "
                       "ATmega328P at 16 MHz that prints its readings there",
                       options->elf_path);
    }
    if (!(read & 1u << options->adc)) {
        int other = 0;
        while (other < BOARD_CHANNELS && !(read & 1u << other)) {
            other++;
        }
        return other == BOARD_CHANNELS
                   ? err_set("%s: read no analogue input: only sensors with a voltage "
                             "can be simulated",
                             options->elf_path)
                   : err_set("%s: never read analogue input %d, but %d: give --adc %d",
                             options->elf_path, options->adc, other, other);
    }
    return true;
}

bool sim_write_truth(const struct sim *sim, const struct sim_options *options)
{
    const char *slash = strrchr(options->elf_path, '/');
    const struct truth_sheet sheet = {
        .source = slash ? slash + 1 : options->elf_path,
        .baud = board_baud(sim->board),
        .rest_reading = chest_reading(0),
        .full_reading = chest_reading(FULL_MM),
        .full_mm = FULL_MM,
    };
    return truth_write(&sim->truth, &sheet, options->truth_path, options->capture_path) &&
           did_its_part(sim, options);
}

void sim_describe(const struct sim *sim, char *text, size_t size)
{
    str_format(text, size,
               "%.1f s simulated, %llu bytes sent, %llu not taken by the reader",
               (double)sim_now_us(sim) * 1e-6, (unsigned long long)sim->cable.sent_bytes,
               (unsigned long long)sim->cable.untaken_bytes);
}
