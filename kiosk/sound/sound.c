/* SPDX-License-Identifier: MIT */
/*
 * Three threads meet in `mix`: the kiosk's, the sound card's (device.c), and the one that
 * makes speech (speaker.c). `lock` is held for the few microseconds that each needs.
 */
#include "sound/sound.h"

#include <stdlib.h>

#include "base/err.h"
#include "base/log.h"
#include "sound/device.h"
#include "sound/microphone_input.h"
#include "sound/pace.h"
#include "sound/shared.h"
#include "sound/speaker.h"
#include "sound/wav.h"

enum { PIECE = 1024, SECOND_US = 1000000 };

struct sound {
    struct sound_shared shared;
    struct speaker *speaker;
    struct device *device; /* NULL in a story */
    bool story;
    const char *microphone; /* borrowed; a story's */
    struct wav *wav;        /* NULL: none, or the disk is full */
    int64_t begun_us;
};

static bool open_all(struct sound *sound, const struct sound_config *config)
{
    if (config->path && !(sound->wav = wav_create(config->path, MIX_RATE_HZ))) {
        return false;
    }
    sound->speaker = speaker_create(&sound->shared, &config->source, !config->story);
    if (!sound->speaker) {
        return false;
    }
    if (!config->story && !(sound->device = device_create(&sound->shared))) {
        return false;
    }
    return true;
}

struct sound *sound_create(const struct sound_config *config)
{
    struct sound *sound = calloc(1, sizeof *sound);
    if (!sound) {
        err_set("out of memory");
        return NULL;
    }
    sound->story = config->story;
    sound->microphone = config->microphone;
    sound->begun_us = clock_now_us(config->clock);
    if (!shared_init(&sound->shared, config->clock) || !open_all(sound, config)) {
        sound_destroy(sound);
        return NULL;
    }
    return sound;
}

void sound_destroy(struct sound *sound)
{
    if (!sound) {
        return;
    }
    speaker_destroy(sound->speaker);
    device_destroy(sound->device);
    if (!wav_finish(sound->wav)) {
        log_error("sound", "%s", err_text());
    }
    shared_finish(&sound->shared);
    free(sound);
}

struct microphone *microphone_create(struct sound *sound)
{
    struct microphone_input input;
    if (!sound) {
        err_set("there is no sound, so there is no microphone");
        return NULL;
    }
    bool made = sound->story
                    ? microphone_file(&input, sound->microphone, sound->shared.clock)
                    : microphone_device(&input, &sound->shared);
    return made ? microphone_create_on(&input) : NULL;
}

/* The story's time has gone on: so does its sound. */
static void render_story(struct sound *sound)
{
    struct sound_shared *shared = &sound->shared;
    int64_t now_us = clock_now_us(shared->clock);
    int64_t due = (now_us - sound->begun_us) * MIX_RATE_HZ / SECOND_US;
    while (shared->mix.position < due) {
        int16_t samples[PIECE];
        int64_t left = due - shared->mix.position;
        size_t count = left < PIECE ? (size_t)left : PIECE;
        shared_render(shared, samples, count);
        if (sound->wav && !wav_add(sound->wav, samples, count)) {
            log_error("sound", "%s", err_text());
            wav_finish(sound->wav);
            sound->wav = NULL;
        }
    }
}

void sound_tick(struct sound *sound)
{
    if (!sound) {
        return;
    }
    if (sound->story) {
        speaker_work(sound->speaker);
        render_story(sound);
        return;
    }
    device_tick(sound->device);
    if (!device_is_open(sound->device) && sound_speaks(sound)) {
        speaker_stop(sound->speaker); /* the rest would be heard minutes later */
    }
}

bool sound_is_heard(const struct sound *sound)
{
    return sound && (sound->story || device_is_open(sound->device));
}

void sound_say(struct sound *sound, const struct sound_speech *speech)
{
    if (sound_is_heard(sound)) {
        speaker_say(sound->speaker, speech);
    }
}

void sound_play(struct sound *sound, const int16_t *samples, size_t count)
{
    if (sound_is_heard(sound)) {
        speaker_play(sound->speaker, samples, count);
    }
}

void sound_stop(struct sound *sound)
{
    if (sound) {
        speaker_stop(sound->speaker);
    }
}

void sound_load(struct sound *sound)
{
    if (sound) {
        speaker_load(sound->speaker);
    }
}

void sound_reload(struct sound *sound)
{
    if (sound) {
        speaker_reload(sound->speaker);
    }
}

/* The lock is no part of what the caller sees as constant. */
static struct sound_shared *shared_of(const struct sound *sound)
{
    return &((struct sound *)(uintptr_t)sound)->shared;
}

bool sound_speaks(const struct sound *sound)
{
    if (!sound) {
        return false;
    }
    struct sound_shared *shared = shared_of(sound);
    shared_lock(shared);
    bool speaks = shared->asked || stream_speaks(&shared->mix.speech);
    shared_unlock(shared);
    return speaks;
}

int sound_line(const struct sound *sound)
{
    if (!sound) {
        return -1;
    }
    struct sound_shared *shared = shared_of(sound);
    shared_lock(shared);
    int line = shared->asked ? -1 : shared->mix.speech.line;
    shared_unlock(shared);
    return line;
}

int64_t sound_first_us(const struct sound *sound)
{
    if (!sound) {
        return -1;
    }
    struct sound_shared *shared = shared_of(sound);
    shared_lock(shared);
    int64_t first_us = shared->first_us;
    shared_unlock(shared);
    return first_us;
}

void sound_beat(struct sound *sound, double cpm)
{
    if (sound) {
        shared_lock(&sound->shared);
        mix_beat(&sound->shared.mix, cpm);
        shared_unlock(&sound->shared);
    }
}

void sound_beat_off(struct sound *sound, double seconds)
{
    if (sound) {
        shared_lock(&sound->shared);
        mix_beat_off(&sound->shared.mix, seconds);
        shared_unlock(&sound->shared);
    }
}

void sound_music(struct sound *sound, bool on)
{
    if (sound) {
        shared_lock(&sound->shared);
        mix_music(&sound->shared.mix, on);
        shared_unlock(&sound->shared);
    }
}

void sound_tick_good(struct sound *sound)
{
    if (sound) {
        shared_lock(&sound->shared);
        mix_tick(&sound->shared.mix);
        shared_unlock(&sound->shared);
    }
}

void sound_volume(struct sound *sound, int step)
{
    if (sound) {
        shared_lock(&sound->shared);
        mix_volume(&sound->shared.mix, step);
        shared_unlock(&sound->shared);
    }
}

/* The sample being heard at a time of the clock. A story has no card in between. */
static int64_t heard_at(const struct sound *sound, int64_t t_us)
{
    if (sound->story) {
        return (t_us - sound->begun_us) * MIX_RATE_HZ / SECOND_US;
    }
    return pace_heard(&sound->shared.pace, t_us);
}

double sound_beat_phase(const struct sound *sound)
{
    if (!sound) {
        return -1;
    }
    struct sound_shared *shared = shared_of(sound);
    shared_lock(shared);
    double phase =
        beat_phase(&shared->mix.beat, heard_at(sound, clock_now_us(shared->clock)));
    shared_unlock(shared);
    return phase;
}

double sound_beat_error_s(const struct sound *sound, int64_t t_us)
{
    struct sound_shared *shared = shared_of(sound);
    shared_lock(shared);
    double error_s = beat_error_s(&shared->mix.beat, heard_at(sound, t_us));
    shared_unlock(shared);
    return error_s;
}
