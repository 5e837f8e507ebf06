/* SPDX-License-Identifier: MIT */
#include "sound/take.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/err.h"

enum {
    ROOM = TAKE_SECONDS_MAX * TAKE_RATE_HZ,
    FRAME = TAKE_RATE_HZ / 100, /* 10 ms */
    /* A finger on the screen is shorter than any syllable. */
    VOICE_FRAMES = 6,
    /* As loud as the voice is what this many frames are; the loudest may be a knock. */
    LOUD_FRAMES = 12,
    /* What stays before and behind the voice: soft consonants, and a breath. */
    BEFORE_FRAMES = 12,
    BEHIND_FRAMES = 20,
    FULL = 32767,
    CUT_OFF = 32700, /* a sample as large as this is at the end of the scale */
};

/* The filter lets everything above 40 Hz through: no voice has anything below. */
#define OFFSET_KEPT 0.995
/* The voice stands out: so much louder than the quiet of the room ... */
#define OVER_ROOM   4.0
/* ... and not this much softer than its own loudest. */
#define UNDER_VOICE 0.03
/* A room alone is even and soft; speech is neither. */
#define EVEN        3.0
#define SOFT        (0.018 * FULL) /* -35 dB */
#define NOTHING     (0.003 * FULL) /* -50 dB */
#define GAIN_MAX    10.0
#define PEAK_MAX    0.89 /* -1 dB: what Opus makes of it may be a little larger */

bool take_init(struct take *take)
{
    *take = (struct take){.level_db = TAKE_FLOOR_DB, .peak_db = TAKE_FLOOR_DB};
    take->samples = malloc(ROOM * sizeof *take->samples);
    return take->samples || err_set("out of memory");
}

void take_free(struct take *take)
{
    free(take->samples);
    *take = (struct take){0};
}

static double db_of(double value)
{
    return value > 0 ? fmax(20 * log10(value / FULL), TAKE_FLOOR_DB) : TAKE_FLOOR_DB;
}

/* Cheap microphones add a constant: it would be heard as a click at both ends. */
static int16_t without_offset(struct take *take, int16_t sample)
{
    take->passed = sample - take->last + OFFSET_KEPT * take->passed;
    take->last = sample;
    return (int16_t)fmax(-FULL, fmin(FULL, round(take->passed)));
}

static void meter(struct take *take, int16_t sample)
{
    int size = abs(sample);
    take->sum += (double)size * size;
    take->peak = size > take->peak ? size : take->peak;
    take->metered++;
    if (take->metered == TAKE_LEVEL_MS * TAKE_RATE_HZ / 1000) {
        take->level_db = db_of(sqrt(take->sum / (double)take->metered));
        take->peak_db = db_of(take->peak);
        take->sum = 0;
        take->peak = 0;
        take->metered = 0;
    }
}

void take_add(struct take *take, const int16_t *samples, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        int16_t sample = without_offset(take, samples[i]);
        take->zeros = sample == 0 ? take->zeros + 1 : 0;
        meter(take, sample);
        if (take->on && take->count < ROOM) {
            take->samples[take->count++] = sample;
            take->loud += abs(samples[i]) >= CUT_OFF;
        }
        if (take->on && take->count == ROOM) {
            take->full = true;
            take->on = false;
        }
    }
}

void take_begin(struct take *take)
{
    take->count = 0;
    take->loud = 0;
    take->full = false;
    take->on = true;
}

void take_end(struct take *take)
{
    take->on = false;
}

bool take_is_mute(const struct take *take)
{
    return take->zeros >= (size_t)TAKE_MUTE_MS * TAKE_RATE_HZ / 1000;
}

/* ---- the voice in it --------------------------------------------------------------- */

static double loudness(const int16_t *samples, size_t count)
{
    double sum = 0;
    for (size_t i = 0; i < count; i++) {
        sum += (double)samples[i] * samples[i];
    }
    return count > 0 ? sqrt(sum / (double)count) : 0;
}

static int compare(const void *a, const void *b)
{
    float one = *(const float *)a;
    float other = *(const float *)b;
    return (one > other) - (one < other);
}

/* How loud a frame has to be to be voice: against the room, which is what a tenth of the
 * frames stay below, and against the voice. */
static float threshold(const float *loud, size_t count)
{
    float *sorted = malloc(count * sizeof *sorted);
    if (!sorted) {
        return 0;
    }
    memcpy(sorted, loud, count * sizeof *sorted);
    qsort(sorted, count, sizeof *sorted, compare);
    double room = (double)sorted[count / 10];
    double voice = (double)sorted[count > LOUD_FRAMES ? count - LOUD_FRAMES : 0];
    free(sorted);
    if (voice < NOTHING || (voice < room * EVEN && voice < SOFT)) {
        return FULL; /* nobody spoke */
    }
    /* Who speaks without a pause leaves no room to be heard. */
    return (float)fmin(fmax(room * OVER_ROOM, voice * UNDER_VOICE), voice / 3);
}

struct span {
    size_t from, to; /* frames; the same: no voice */
};

/* From the first run of voiced frames to the end of the last. */
static struct span find_voice(const float *loud, size_t count, float least)
{
    struct span span = {0, 0};
    size_t run = 0;
    for (size_t i = 0; i < count; i++) {
        run = loud[i] > least ? run + 1 : 0;
        if (run == VOICE_FRAMES && span.to == 0) {
            span.from = i + 1 - run;
        }
        if (run >= VOICE_FRAMES) {
            span.to = i + 1;
        }
    }
    return span;
}

static double voice_loudness(const float *loud, struct span span, float least)
{
    double sum = 0;
    size_t voiced = 0;
    for (size_t i = span.from; i < span.to; i++) {
        if (loud[i] > least) {
            sum += (double)loud[i] * (double)loud[i];
            voiced++;
        }
    }
    return voiced > 0 ? sqrt(sum / (double)voiced) : 0;
}

static void level(struct take *take, double voice)
{
    int peak = 1;
    for (size_t i = 0; i < take->count; i++) {
        int size = abs(take->samples[i]);
        peak = size > peak ? size : peak;
    }
    double gain = voice > 0 ? FULL * pow(10, TAKE_SPEECH_DB / 20) / voice : 1;
    gain = fmin(fmin(gain, GAIN_MAX), PEAK_MAX * FULL / peak);
    for (size_t i = 0; i < take->count; i++) {
        take->samples[i] = (int16_t)round(take->samples[i] * gain);
    }
}

/* The cut does not click. */
static void fade_ends(struct take *take)
{
    size_t length = take->count < 2 * FRAME ? take->count / 2 : FRAME;
    for (size_t i = 0; i < length; i++) {
        int16_t *first = &take->samples[i];
        int16_t *last = &take->samples[take->count - 1 - i];
        *first = (int16_t)(*first * (int)i / (int)length);
        *last = (int16_t)(*last * (int)i / (int)length);
    }
}

size_t take_finish(struct take *take)
{
    take_end(take);
    size_t count = take->count / FRAME;
    float *loud = malloc((count + 1) * sizeof *loud);
    struct span voice = {0, 0};
    if (loud && count > 0) {
        for (size_t i = 0; i < count; i++) {
            loud[i] = (float)loudness(take->samples + i * FRAME, FRAME);
        }
        float least = threshold(loud, count);
        voice = find_voice(loud, count, least);
        size_t from = voice.from > BEFORE_FRAMES ? voice.from - BEFORE_FRAMES : 0;
        size_t to = voice.to + BEHIND_FRAMES < count ? voice.to + BEHIND_FRAMES : count;
        take->count = voice.to > voice.from ? (to - from) * FRAME : 0;
        memmove(take->samples, take->samples + from * FRAME,
                take->count * sizeof *take->samples);
        level(take, voice_loudness(loud, voice, least));
        fade_ends(take);
    } else {
        take->count = 0;
    }
    free(loud);
    return take->count;
}
