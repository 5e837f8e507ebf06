/* SPDX-License-Identifier: MIT */
#include "speech/engine.h"

#include <assert.h>
#include <espeak-ng/speak_lib.h>
#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "base/str.h"

enum { CHUNK_MS = 50, DO_NOT_EXIT = 0x8000, VOICE_BYTES = 64 };

struct speech_engine {
    int rate_hz;
    char voice[VOICE_BYTES]; /* the one that is set */
};

/* What one call of the engine speaks to. */
struct speaking {
    speech_sink sink;
    void *ctx;
    bool stopped;
};

/* 1 stops the engine, at once; espeak_Cancel() does not where nothing is played. */
static int take_samples(short *samples, int count, espeak_EVENT *events)
{
    struct speaking *speaking = events ? events->user_data : NULL;
    if (!speaking || speaking->stopped) {
        return 1;
    }
    if (samples && count > 0 && !speaking->sink(samples, (size_t)count, speaking->ctx)) {
        speaking->stopped = true;
    }
    return speaking->stopped;
}

struct speech_engine *speech_engine_create(void)
{
    /* It would end the program when it finds no data. */
    int rate_hz =
        espeak_Initialize(AUDIO_OUTPUT_SYNCHRONOUS, CHUNK_MS, NULL, DO_NOT_EXIT);
    if (rate_hz <= 0) {
        err_set("speech: espeak-ng finds no data; install the package espeak-ng-data");
        return NULL;
    }
    espeak_SetSynthCallback(take_samples);
    struct speech_engine *engine = calloc(1, sizeof *engine);
    assert(engine);
    engine->rate_hz = rate_hz;
    return engine;
}

void speech_engine_destroy(struct speech_engine *engine)
{
    if (engine) {
        espeak_Terminate();
        free(engine);
    }
}

int speech_engine_rate_hz(const struct speech_engine *engine)
{
    return engine->rate_hz;
}

/* Whether a voice speaks the language. Asked for one that nobody speaks, the library
 * takes any. `languages` of a voice: a byte of priority, a name, a 0, over and over. */
static bool is_spoken(const char *language)
{
    for (const espeak_VOICE **voice = espeak_ListVoices(NULL); *voice; voice++) {
        for (const char *at = (*voice)->languages; *at; at += strlen(at) + 1) {
            if (str_equal(at + 1, language)) {
                return true;
            }
        }
    }
    return false;
}

static bool set_voice(struct speech_engine *engine, const char *voice)
{
    if (voice[0] && str_equal(engine->voice, voice)) {
        return true;
    }
    engine->voice[0] = '\0';
    /* Some are known by a name alone, some by their language alone: "en-gb". */
    espeak_VOICE wanted = {.languages = voice};
    if (!voice[0] ||
        (espeak_SetVoiceByName(voice) != EE_OK &&
         !(is_spoken(voice) && espeak_SetVoiceByProperties(&wanted) == EE_OK))) {
        return err_set(
            "speech: espeak-ng has no voice \"%s\"; espeak-ng --voices lists those "
            "there are, for scripts/languages.lua",
            voice);
    }
    str_copy(engine->voice, sizeof engine->voice, voice);
    return true;
}

static int clamp(int value, int low, int high)
{
    return value < low ? low : value > high ? high : value;
}

bool speech_engine_say(struct speech_engine *engine, const char *voice, const char *given,
                       int speed_percent, speech_sink sink, void *ctx)
{
    struct speaking speaking = {.sink = sink, .ctx = ctx};
    if (!set_voice(engine, voice)) {
        return false;
    }
    int percent =
        clamp(speed_percent, SPEECH_SPEED_MIN_PERCENT, SPEECH_SPEED_MAX_PERCENT);
    espeak_SetParameter(espeakRATE, espeakRATE_NORMAL * percent / 100, 0);
    espeak_ERROR error = espeak_Synth(given, strlen(given) + 1, 0, POS_CHARACTER, 0,
                                      espeakCHARS_UTF8 | espeakENDPAUSE, NULL, &speaking);
    return error == EE_OK || speaking.stopped ||
           err_set("speech: espeak-ng fails with error %d", (int)error);
}

bool speech_engine_sounds(struct speech_engine *engine, const char *voice,
                          const char *given, struct str *out)
{
    if (!set_voice(engine, voice)) {
        return false;
    }
    const void *rest = given;
    while (rest) {
        const char *sounds = espeak_TextToPhonemes(&rest, espeakCHARS_UTF8, 0);
        if (sounds && sounds[0]) {
            str_add(out, "%s%s", out->length > 0 ? " " : "", sounds);
        }
    }
    return true;
}
