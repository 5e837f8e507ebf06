/* SPDX-License-Identifier: MIT */
#include "manikin-sim/chest.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "core/calib.h"
#include "link/recording.h"
#include "manikin-sim/board.h"

enum {
    REST_MV = 500,
    MV_PER_MM = 50,
    NOISE_MV = 5, /* either side: one step of the converter */
    WANDER_US = 10000,
};

/* A wiper never stands quite still: a working sensor differs from a stuck one. */
#define WANDER_MM 0.12

void chest_init(struct chest *chest)
{
    memset(chest, 0, sizeof *chest);
    learner_init(&chest->learner);
    chest->random = 88172645463325252u;
}

void chest_finish(struct chest *chest)
{
    free(chest->wave);
    chest->wave = NULL;
}

bool chest_load_wave(struct chest *chest, const char *path)
{
    struct recording *recording = recording_open(path);
    if (!recording) {
        return false;
    }
    size_t capacity = 0;
    struct cpr_sample sample;
    while (recording_next(recording, &sample)) {
        if (isnan(sample.depth_mm)) {
            continue;
        }
        if (chest->wave_count == capacity) {
            capacity = capacity ? capacity * 2 : 1024;
            chest->wave = realloc(chest->wave, capacity * sizeof *chest->wave);
            assert(chest->wave);
        }
        chest->wave[chest->wave_count++] =
            (struct chest_point){sample.t_us, sample.depth_mm};
    }
    bool failed = recording_failed(recording);
    recording_close(recording);
    if (!failed && chest->wave_count == 0) {
        return err_set("%s: holds no sample with a depth: give a recording", path);
    }
    int64_t start_us = failed ? 0 : chest->wave[0].t_us;
    for (size_t i = 0; i < chest->wave_count; i++) {
        chest->wave[i].t_us -= start_us;
    }
    return !failed;
}

static double wave_depth_mm(struct chest *chest, int64_t t_us)
{
    const struct chest_point *wave = chest->wave;
    while (chest->wave_at + 1 < chest->wave_count &&
           wave[chest->wave_at + 1].t_us <= t_us) {
        chest->wave_at++;
    }
    const struct chest_point *a = &wave[chest->wave_at];
    if (chest->wave_at + 1 == chest->wave_count) {
        return a->depth_mm;
    }
    double share = (double)(t_us - a->t_us) / (double)(a[1].t_us - a->t_us);
    return a->depth_mm + (a[1].depth_mm - a->depth_mm) * share;
}

double chest_depth_mm(struct chest *chest, int64_t t_us)
{
    return chest->wave ? wave_depth_mm(chest, t_us)
                       : learner_depth_mm(&chest->learner, t_us);
}

bool chest_is_done(const struct chest *chest, int64_t t_us)
{
    return chest->wave ? t_us > chest->wave[chest->wave_count - 1].t_us
                       : learner_is_away(&chest->learner);
}

/* Uniform in [-1, 1). */
static double draw(struct chest *chest)
{
    chest->random ^= chest->random << 13;
    chest->random ^= chest->random >> 7;
    chest->random ^= chest->random << 17;
    return (double)(chest->random >> 11) * 0x1p-52 - 1;
}

int chest_mv(struct chest *chest, double depth_mm, int64_t t_us)
{
    if (t_us >= chest->wander_until_us) {
        chest->wander_until_us = t_us + WANDER_US;
        chest->wander_mm = WANDER_MM * draw(chest);
    }
    double noise_mv = NOISE_MV * draw(chest);
    return (int)lround(REST_MV + (depth_mm + chest->wander_mm) * MV_PER_MM + noise_mv);
}

double chest_reading(double depth_mm)
{
    return floor((REST_MV + depth_mm * MV_PER_MM) * 1023 / 5000);
}

/* Sixteen conversions of simavr's converter, 1023 steps of 5 V rounded down. */
static uint16_t raw_of(int mv)
{
    return (uint16_t)lround(16 * (mv * 1023 / 5000.0 - 0.5));
}

void chest_calibrate(struct board *board)
{
    struct calib calib;
    calib_init(&calib);
    calib_set_zero(&calib, raw_of(REST_MV));
    enum wire_error error = calib_set_span(&calib, raw_of(REST_MV + 50 * MV_PER_MM), 500);
    assert(error == WIRE_OK);
    (void)error;
    uint8_t record[CALIB_RECORD_SIZE];
    calib_pack(&calib, record);
    board_write_eeprom(board, CALIB_RECORD_AT, record, sizeof record);
    static const char serial[] = "SIM-0001";
    board_write_eeprom(board, CALIB_SERIAL_AT, serial, sizeof serial);
}
