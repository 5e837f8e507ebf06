/* SPDX-License-Identifier: MIT */
#include "sound/mix.h"

#include <math.h>
#include <string.h>

#include "sound/tune.h"

enum { PIECE = 512 };

/* The loudest of each at full volume: together below 1, speech first. */
#define SPEECH_GAIN       0.62f
#define BEAT_GAIN         0.26f
#define MUSIC_GAIN        0.10f
#define TICK_GAIN         0.10f
#define BEAT_UNDER_SPEECH 0.4f

#define MUSIC_OUT_S  0.08f
#define MUSIC_BACK_S 0.8f
#define BEAT_DUCK_S  0.1f
#define VOLUME_S     0.05f

#define TICK_S  0.06
#define TICK_HZ 1320.0

/* Each step sounds about a third softer than the next: 6 dB. */
static const float volumes[MIX_VOLUMES + 1] = {0, 0.0625f, 0.125f, 0.25f, 0.5f, 1};

void mix_init(struct mix *mix)
{
    memset(mix, 0, sizeof *mix);
    beat_init(&mix->beat, MIX_RATE_HZ);
    mix->speech.line = -1;
    mix->tick_from = -1;
    mix->beat_gain = 1;
    mix->volume = MIX_VOLUME_NORMAL;
    mix->volume_gain = volumes[MIX_VOLUME_NORMAL];
}

void mix_free(struct mix *mix)
{
    stream_free(&mix->speech);
}

void mix_beat(struct mix *mix, double cpm)
{
    bool same = mix->beat.on && mix->beat.gain_step >= 0 && mix->beat.cpm >= cpm &&
                mix->beat.cpm <= cpm;
    if (!same) {
        beat_start(&mix->beat, mix->position, cpm);
    }
}

void mix_beat_off(struct mix *mix, double seconds)
{
    beat_fade(&mix->beat, seconds);
}

void mix_music(struct mix *mix, bool on)
{
    mix->music = on;
}

void mix_tick(struct mix *mix)
{
    mix->tick_from = mix->position;
}

void mix_volume(struct mix *mix, int step)
{
    mix->volume = step < 0 ? 0 : step > MIX_VOLUMES ? MIX_VOLUMES : step;
}

/* `gain` moved towards `to`, at most from 0 to 1 in `seconds`, by `count` samples. */
static float moved(float gain, float to, float seconds, size_t count)
{
    float most = (float)count / (seconds * MIX_RATE_HZ);
    return gain < to ? fminf(gain + most, to) : fmaxf(gain - most, to);
}

static void add_tick(struct mix *mix, float *out, size_t count)
{
    static const double two_pi = 6.283185307179586;
    if (mix->tick_from < 0) {
        return;
    }
    for (size_t i = 0; i < count; i++) {
        double t = (double)(mix->position + (int64_t)i - mix->tick_from) / MIX_RATE_HZ;
        if (t >= TICK_S) {
            mix->tick_from = -1;
            return;
        }
        double shape = sin(two_pi / 2 * t / TICK_S);
        out[i] += (float)(shape * shape * sin(two_pi * TICK_HZ * t)) * TICK_GAIN;
    }
}

/* The tune lies on the beat's samples and fades with it. */
static void add_music(struct mix *mix, float *out, size_t count)
{
    if (mix->music_gain > 0 && mix->beat.on) {
        tune_add(MIX_RATE_HZ, mix->beat.cpm, mix->beat.zero, mix->position, out, count,
                 MUSIC_GAIN * mix->music_gain * (float)mix->beat.gain);
    }
}

static void fade(struct mix *mix, size_t count)
{
    bool speaks = stream_speaks(&mix->speech);
    float music = mix->music && mix->beat.on && !speaks ? 1 : 0;
    float fade_s = music > mix->music_gain ? MUSIC_BACK_S : MUSIC_OUT_S;
    mix->music_gain = moved(mix->music_gain, music, fade_s, count);
    float beat = speaks ? BEAT_UNDER_SPEECH : 1;
    mix->beat_gain = moved(mix->beat_gain, beat, BEAT_DUCK_S, count);
    mix->volume_gain = moved(mix->volume_gain, volumes[mix->volume], VOLUME_S, count);
}

static void render_piece(struct mix *mix, int16_t *out, size_t count)
{
    float sum[PIECE] = {0};
    fade(mix, count);
    if (mix->music_gain <= 0) {
        stream_mix(&mix->speech, sum, count, SPEECH_GAIN);
    }
    add_music(mix, sum, count);
    beat_add(&mix->beat, mix->position, sum, count, BEAT_GAIN * mix->beat_gain);
    add_tick(mix, sum, count);
    mix->position += (int64_t)count;
    for (size_t i = 0; i < count; i++) {
        float value = fmaxf(-1, fminf(1, sum[i] * mix->volume_gain));
        out[i] = (int16_t)lrintf(value * 32767);
    }
}

void mix_render(struct mix *mix, int16_t *out, size_t count)
{
    while (count > 0) {
        size_t piece = count < PIECE ? count : PIECE;
        render_piece(mix, out, piece);
        out += piece;
        count -= piece;
    }
}

void mix_skip(struct mix *mix, size_t count)
{
    mix->position += (int64_t)count;
}
