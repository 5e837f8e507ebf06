/* SPDX-License-Identifier: MIT */
/*
 * sound: what the kiosk is to be heard doing.
 *
 *     sound = sound_create(&config);
 *     every frame: sound_tick(sound);
 *     sound_say(sound, &speech);          a screen stands: its lines, one after another
 *     sound_stop(sound);                  a touch
 *     sound_beat(sound, 110);             pressing begins
 *     sound_destroy(sound);
 *
 * No call waits: words become samples on a thread of their own, and the sound card
 * fetches them on another. A missing sound card, or one that is pulled out, is no error:
 * the kiosk is silent, keeps the time of the beat, and looks for a card again every few
 * seconds.
 *
 * A story has no such threads. Its sound is made in sound_tick() up to the story's own
 * time, so that the same story leaves the same bytes.
 *
 * All calls come from one thread.
 */
#ifndef KIOSK_SOUND_SOUND_H
#define KIOSK_SOUND_SOUND_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/clock.h"

struct sound;

/* Takes samples as they are made; false: enough, the speech was stopped. */
typedef bool sound_sink(void *context, int rate_hz, const int16_t *samples, size_t count);

enum { SOUND_LINES_MAX = 48, SOUND_VOICE_MAX = 32 };

struct sound_speech {
    const char *voice;        /* "zh-CN", "zh-CN@jiashan" */
    double slower;            /* 1: as usual */
    const char *const *lines; /* at most SOUND_LINES_MAX; copied */
    size_t count;
};

/* Who turns a line into samples: a recording or an engine. */
struct sound_source {
    void *context;
    /* Loads what speaking needs, on the sound's own thread before the first line, so that
     * the start of the kiosk does not wait for it, and again after sound_reload(). NULL:
     * nothing to load. */
    void (*load)(void *context);
    /* Before the first line of each speech, all lines of which it gets, on the thread of
     * `speak`: who is to speak is chosen for a speech as a whole. NULL: nothing to
     * choose. */
    void (*begin)(void *context, const struct sound_speech *speech);
    /*
     * Hands the samples of `text`, mono and at any one rate, to `sink` until that says
     * false. `slower` is 1, or above for a slower voice. False when the line cannot be
     * spoken, not when it was stopped. Called on the sound's own thread (in a story on
     * the caller's), one line at a time.
     */
    bool (*speak)(void *context, const char *voice, double slower, const char *text,
                  sound_sink *sink, void *sink_context);
};

struct sound_config {
    const struct clock *clock;  /* borrowed */
    struct sound_source source; /* `speak` NULL: nothing is spoken */
    bool story;                 /* no device; made in sound_tick() */
    const char *path;           /* a story's sound.wav; NULL: it is made and dropped */
    const char *microphone;     /* borrowed: a story's, a WAV file; NULL: none there */
};

/* NULL (err_text()) when `path` cannot be written or there is no memory. */
struct sound *sound_create(const struct sound_config *config);
void sound_destroy(struct sound *sound); /* NULL is fine, here and below */

void sound_tick(struct sound *sound);

/* Whether anything can be heard: a sound card is open. Always in a story. */
bool sound_is_heard(const struct sound *sound);

/* ---- speech ---- */

/* Stops what is being said and says this instead. Without a sound card nothing. */
void sound_say(struct sound *sound, const struct sound_speech *speech);
/* The same with samples at MIX_RATE_HZ that stand already; copied. They are line 0. */
void sound_play(struct sound *sound, const int16_t *samples, size_t count);
void sound_stop(struct sound *sound);
/* What the source has loaded is no longer what there is: `load` is called again, before
 * the next speech. */
void sound_reload(struct sound *sound);
/* The first picture stands: what speaking needs may be loaded now. sound_say() says so
 * too. */
void sound_load(struct sound *sound);
/* Something is being said, or about to be. */
bool sound_speaks(const struct sound *sound);
/* Index of the line being heard; -1: none just now. */
int sound_line(const struct sound *sound);
/* Time from sound_say() to its first sample; below 0: not heard yet. For the bench. */
int64_t sound_first_us(const struct sound *sound);

/* ---- beat, music, cues ---- */

void sound_beat(struct sound *sound, double cpm);
void sound_beat_off(struct sound *sound, double seconds);
void sound_music(struct sound *sound, bool on);
void sound_tick_good(struct sound *sound); /* a soft tick for a good push */
/* 0 silent, 1 to 5; 3 is normal. */
void sound_volume(struct sound *sound, int step);

/* The beat as it is heard now: 0 on the beat, to below 1. -1: there is no beat. */
double sound_beat_phase(const struct sound *sound);
/* Seconds from the beat nearest to `t_us` of the clock, below 0 is early. Needs a
 * beat. */
double sound_beat_error_s(const struct sound *sound, int64_t t_us);

#endif
