/* SPDX-License-Identifier: MIT */
#include "sound/beat.h"

#include <assert.h>
#include <math.h>
#include <string.h>

/* A wooden knock: it stands out from voices in a hall, and is short enough that its begin
 * is its time. */
#define CLICK_S           0.04
#define CLICK_HZ          880.0
#define CLICK_OVERTONE_HZ 2345.0
#define CLICK_DECAY_S     0.008

static const double two_pi = 6.283185307179586;

void beat_init(struct beat *beat, int rate_hz)
{
    memset(beat, 0, sizeof *beat);
    beat->rate_hz = rate_hz;
    beat->click_length = (int)(CLICK_S * rate_hz);
    assert(beat->click_length <= BEAT_CLICK_MAX);
    for (int i = 0; i < beat->click_length; i++) {
        double t = (double)i / rate_hz;
        double left = 1 - (double)i / beat->click_length;
        double wave = 0.75 * sin(two_pi * CLICK_HZ * t) +
                      0.25 * sin(two_pi * CLICK_OVERTONE_HZ * t);
        beat->click[i] = (float)(wave * exp(-t / CLICK_DECAY_S) * left);
    }
}

void beat_start(struct beat *beat, int64_t at, double cpm)
{
    assert(cpm > 0);
    beat->cpm = cpm;
    beat->zero = at;
    beat->on = true;
    beat->gain = 1;
    beat->gain_step = 0;
}

void beat_fade(struct beat *beat, double seconds)
{
    if (seconds <= 0) {
        beat->on = false;
        return;
    }
    beat->gain_step = -1 / (seconds * beat->rate_hz);
}

static double period(const struct beat *beat)
{
    return 60.0 * beat->rate_hz / beat->cpm;
}

static int64_t sample_of(const struct beat *beat, int64_t number)
{
    return beat->zero + llround((double)number * period(beat));
}

/* The newest beat that has begun at sample `at`; below 0 before the first. */
static int64_t number_at(const struct beat *beat, int64_t at)
{
    int64_t number = (int64_t)floor((double)(at - beat->zero) / period(beat)) + 1;
    while (sample_of(beat, number) > at) {
        number--;
    }
    return number;
}

static void fade_one(struct beat *beat)
{
    beat->gain += beat->gain_step;
    if (beat->gain <= 0) {
        beat->on = false;
    }
}

void beat_add(struct beat *beat, int64_t at, float *out, size_t count, float gain)
{
    if (!beat->on) {
        return;
    }
    int64_t number = number_at(beat, at);
    int64_t begun = sample_of(beat, number);
    int64_t next = sample_of(beat, number + 1);
    for (size_t i = 0; i < count && beat->on; i++) {
        int64_t here = at + (int64_t)i;
        if (here >= next) {
            begun = next;
            next = sample_of(beat, ++number + 1);
        }
        if (number >= 0 && here - begun < beat->click_length) {
            out[i] += beat->click[here - begun] * (float)beat->gain * gain;
        }
        fade_one(beat);
    }
}

double beat_phase(const struct beat *beat, int64_t at)
{
    if (!beat->on) {
        return -1;
    }
    double turns = (double)(at - beat->zero) / period(beat);
    return turns - floor(turns);
}

double beat_error_s(const struct beat *beat, int64_t at)
{
    double turns = (double)(at - beat->zero) / period(beat);
    return (turns - floor(turns + 0.5)) * 60 / beat->cpm;
}
