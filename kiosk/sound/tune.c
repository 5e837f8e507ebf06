/* SPDX-License-Identifier: MIT */
#include "sound/tune.h"

#include <math.h>

enum {
    HALVES = TUNE_BEATS * 2,
    REST = 0,
    HELD = -1, /* the note before goes on */
};

/* Halves of a beat, as MIDI note numbers: C major without its half tones, as most songs
 * that a child in Zhejiang knows. */
static const signed char melody[HALVES] = {
    67,   HELD,    69,      HELD, 72,   HELD, 69,   67,      /**/ 64, HELD, 67,
    HELD, HELD,    HELD,    REST, REST, 69,   HELD, 72,      HELD,    74,   HELD,
    72,   69,      /**/ 67, HELD, 64,   HELD, HELD, HELD,    REST,    REST, 64,
    HELD, 67,      HELD,    69,   HELD, 67,   64,   /**/ 62, HELD,    60,   HELD,
    62,   HELD,    64,      HELD, 67,   HELD, 69,   67,      64,      HELD, 62,
    HELD, /**/ 60, HELD,    HELD, HELD, HELD, HELD, REST,    REST,
};

/* One a bar of four beats, played on its first and third. */
static const signed char bass[TUNE_BEATS / 4] = {48, 52, 53, 48, 45, 50, 43, 48};

#define MELODY_DECAY_S 0.45
#define BASS_DECAY_S   0.6
#define ATTACK_S       0.008
#define RELEASE_S      0.03

static const double two_pi = 6.283185307179586;

static double pitch_hz(int note)
{
    return 440 * exp2((note - 69) / 12.0);
}

/* A plucked string: the fundamental and two overtones that die sooner. `t` since it was
 * plucked, `left` until it ends, in seconds. */
static double pluck(int note, double t, double left, double decay_s)
{
    double turn = two_pi * pitch_hz(note) * t;
    double envelope =
        exp(-t / decay_s) * fmin(1, t / ATTACK_S) * fmin(1, left / RELEASE_S);
    double bright = exp(-t / (decay_s / 3));
    return envelope *
           (sin(turn) + bright * (0.35 * sin(2 * turn) + 0.12 * sin(3 * turn)));
}

struct note {
    int pitch; /* REST: none */
    int from, halves;
};

/* What the melody plays in a half beat. */
static struct note melody_at(int half)
{
    int from = half;
    while (from > 0 && melody[from] == HELD) {
        from--;
    }
    int to = from + 1;
    while (to < HALVES && melody[to] == HELD) {
        to++;
    }
    return (struct note){melody[from], from, to - from};
}

static struct note bass_at(int half)
{
    return (struct note){bass[half / 8], half / 4 * 4, 4};
}

static double note_value(struct note note, double at_halves, double half_s,
                         double decay_s)
{
    if (note.pitch == REST) {
        return 0;
    }
    double t = (at_halves - note.from) * half_s;
    return pluck(note.pitch, t, note.halves * half_s - t, decay_s);
}

void tune_add(int rate_hz, double cpm, int64_t zero, int64_t at, float *out, size_t count,
              float gain)
{
    double half_s = 30 / cpm;
    double half_samples = half_s * rate_hz;
    for (size_t i = 0; i < count; i++) {
        double halves = (double)(at + (int64_t)i - zero) / half_samples;
        if (halves < 0) {
            continue;
        }
        double in_tune = fmod(halves, HALVES);
        int half = (int)in_tune;
        double value =
            0.5 * note_value(melody_at(half), in_tune, half_s, MELODY_DECAY_S) +
            0.4 * note_value(bass_at(half), in_tune, half_s, BASS_DECAY_S);
        out[i] += (float)value * gain;
    }
}
