/* SPDX-License-Identifier: MIT */
/*
 * engine: libespeak-ng, words -> samples. Needs no device and makes no thread.
 *
 * The library has one state for the whole process: there is one engine at a time, and
 * one thread uses it at a time. With both voices it takes 4 MB.
 */
#ifndef KIOSK_SPEECH_ENGINE_H
#define KIOSK_SPEECH_ENGINE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct speech_engine;
struct str;

enum { SPEECH_SPEED_MIN_PERCENT = 50, SPEECH_SPEED_MAX_PERCENT = 200 };

/* Takes the next samples, mono, at speech_engine_rate_hz(); false ends the speaking. */
typedef bool (*speech_sink)(const int16_t *samples, size_t count, void *ctx);

/* NULL (err_text()) when its package is not there. */
struct speech_engine *speech_engine_create(void);

/* NULL is fine. */
void speech_engine_destroy(struct speech_engine *engine);

int speech_engine_rate_hz(const struct speech_engine *engine);

/*
 * Speaks what lexicon_say() has made, in chunks of 50 ms, and returns when it is over or
 * the sink wants no more, which is no failure. `voice` is the engine's name of one, such
 * as "cmn-latn-pinyin"; `speed_percent` is of its own speed, brought within the limits.
 * False (err_text()) when the engine has no such voice or fails.
 */
bool speech_engine_say(struct speech_engine *engine, const char *voice, const char *given,
                       int speed_percent, speech_sink sink, void *ctx);

/* Adds what the engine makes of it, in its own names of sounds, to `out`; clauses with a
 * space between. False (err_text()) as above. */
bool speech_engine_sounds(struct speech_engine *engine, const char *voice,
                          const char *given, struct str *out);

#endif
