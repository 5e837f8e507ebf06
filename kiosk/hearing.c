/* SPDX-License-Identifier: MIT */
#include "hearing.h"

#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "base/file.h"
#include "base/log.h"
#include "base/str.h"
#include "speech/engine.h"
#include "speech/lexicon.h"
#include "speech/narrators.h"
#include "speech/slow.h"
#include "speech/spoken.h"
#include "speech/voice.h"

enum { PATH_SIZE = 1024, FULL_PERCENT = 100, LINE_MAX_BYTES = 512 };

struct hearing {
    struct hearing_config config;
    struct sound *sound;
    bool seen; /* the first picture stands */
    /* Of the thread that speaks. */
    struct speech_engine *engine;
    struct lexicon *lexicons[CONF_LANGUAGES_MAX];
    struct narrators *narrators;
    struct voice *voice; /* says the present speech; NULL: the engine */
    /* Of the story. */
    FILE *log;
    int64_t begun_us;
    char heard[LINE_MAX_BYTES]; /* the beginning of the line written last */
};

static void load_engine(struct hearing *hearing)
{
    const struct conf_languages *languages = hearing->config.languages;
    hearing->engine = speech_engine_create();
    if (!hearing->engine) {
        log_error("speech", "%s", err_text());
        return;
    }
    for (size_t i = 0; i < languages->count; i++) {
        const struct conf_language *language = &languages->items[i];
        hearing->lexicons[i] =
            lexicon_load(hearing->config.paths, language->code, language->locale);
        if (!hearing->lexicons[i]) {
            log_error("speech", "%s", err_text());
        }
    }
}

/* Again when somebody has recorded: the engine stays. */
static void load(void *context)
{
    struct hearing *hearing = context;
    if (!hearing->narrators) {
        load_engine(hearing);
    }
    narrators_close(hearing->narrators);
    hearing->voice = NULL;
    hearing->narrators = narrators_open(hearing->config.paths, hearing->config.languages);
}

static void begin(void *context, const struct sound_speech *speech)
{
    struct hearing *hearing = context;
    hearing->voice =
        narrators_choose(hearing->narrators, speech->voice, speech->lines, speech->count);
}

/* From the engine's sink to the sound's. */
struct through {
    sound_sink *sink;
    void *context;
    int rate_hz;
};

static bool pass_on(const int16_t *samples, size_t count, void *ctx)
{
    const struct through *to = ctx;
    return to->sink(to->context, to->rate_hz, samples, count);
}

static bool engine_says(struct hearing *hearing, int language_at, double slower,
                        const char *text, const struct through *to)
{
    const struct conf_language *language = &hearing->config.languages->items[language_at];
    struct through from_engine = *to;
    struct str words = {0};
    struct str given = {0};
    from_engine.rate_hz = speech_engine_rate_hz(hearing->engine);
    str_add(&given, "%s", "");
    str_add(&words, "%s", "");
    spoken_words(language->locale, text, &words);
    lexicon_say(hearing->lexicons[language_at], words.text, &given);
    bool said = speech_engine_say(hearing->engine, language->engine, given.text,
                                  (int)(FULL_PERCENT / slower), pass_on, &from_engine);
    if (!said) {
        log_warn("speech", "%s", err_text());
    }
    str_free(&words);
    str_free(&given);
    return said;
}

/* Index of the language of a voice that the engine can say; -1: it cannot. */
static int engine_language(const struct hearing *hearing, const char *voice)
{
    char code[CONF_LANG_MAX];
    str_format(code, sizeof code, "%.*s", (int)strcspn(voice, "@"), voice);
    int at = conf_language_at(hearing->config.languages, code);
    return hearing->engine && at >= 0 && hearing->lexicons[at] ? at : -1;
}

/* A recording that turns out to be damaged has handed out nothing. */
static bool voice_says(struct voice *voice, double slower, const char *text,
                       const struct through *to)
{
    if (slower <= 1) {
        return voice_speak(voice, text, to->sink, to->context);
    }
    struct slow *slow = slow_create(fmin(slower, SLOW_TIMES_MAX), to->sink, to->context);
    bool said = voice_speak(voice, text, slow_add, slow);
    if (said) {
        slow_finish(slow); /* false: it was stopped */
    }
    slow_destroy(slow);
    return said;
}

static bool speak(void *context, const char *voice, double slower, const char *text,
                  sound_sink *sink, void *sink_context)
{
    struct hearing *hearing = context;
    const struct through to = {.sink = sink, .context = sink_context};
    int language_at = engine_language(hearing, voice);
    struct voice *recorded = hearing->voice;
    if (!recorded && language_at < 0) {
        /* Without an engine a line of the screen is better than none. */
        recorded = narrators_choose(hearing->narrators, voice, &text, 1);
    }
    return (recorded && voice_says(recorded, slower, text, &to)) ||
           (language_at >= 0 && engine_says(hearing, language_at, slower, text, &to));
}

static bool open_log(struct hearing *hearing)
{
    char path[PATH_SIZE];
    str_format(path, sizeof path, "%s/spoken.txt", hearing->config.out);
    hearing->log = fopen(path, "w");
    return hearing->log || err_set("%s: cannot be written: %s", path, strerror(errno));
}

struct hearing *hearing_create(const struct hearing_config *config)
{
    char path[PATH_SIZE];
    struct hearing *hearing = calloc(1, sizeof *hearing);
    if (!hearing) {
        err_set("out of memory");
        return NULL;
    }
    hearing->config = *config;
    hearing->begun_us = clock_now_us(config->clock);
    if (config->out) {
        str_format(path, sizeof path, "%s/sound.wav", config->out);
    }
    const struct sound_config sound = {.clock = config->clock,
                                       .source = {hearing, load, begin, speak},
                                       .story = config->story,
                                       .microphone = config->microphone,
                                       .path = config->out ? path : NULL};
    if ((config->out && !(file_make_folder(config->out) && open_log(hearing))) ||
        !(hearing->sound = sound_create(&sound))) {
        hearing_destroy(hearing);
        return NULL;
    }
    return hearing;
}

void hearing_destroy(struct hearing *hearing)
{
    if (!hearing) {
        return;
    }
    sound_destroy(hearing->sound); /* ends the thread that uses the rest */
    for (size_t i = 0; i < CONF_LANGUAGES_MAX; i++) {
        lexicon_destroy(hearing->lexicons[i]);
    }
    narrators_close(hearing->narrators);
    speech_engine_destroy(hearing->engine);
    if (hearing->log && fclose(hearing->log) != 0) {
        log_error("speech", "%s/spoken.txt: cannot be written: %s", hearing->config.out,
                  strerror(errno));
    }
    free(hearing);
}

struct sound *hearing_sound(struct hearing *hearing)
{
    return hearing->sound;
}

void hearing_follow(struct hearing *hearing, const char *lang, const char *line)
{
    char begin[LINE_MAX_BYTES];
    if (hearing && !hearing->seen) {
        hearing->seen = true;
        sound_load(hearing->sound);
    }
    str_copy(begin, sizeof begin, line ? line : "");
    if (!hearing || !hearing->log || str_equal(begin, hearing->heard)) {
        return;
    }
    str_copy(hearing->heard, sizeof hearing->heard, begin);
    if (!line) {
        return;
    }
    struct str words = {0};
    const struct conf_languages *languages = hearing->config.languages;
    int at = conf_language_at(languages, lang);
    str_add(&words, "%s", "");
    spoken_words(languages->items[at].locale, line, &words);
    int64_t t_us = clock_now_us(hearing->config.clock) - hearing->begun_us;
    fprintf(hearing->log, "%.2f %s\n", (double)t_us / 1e6, words.text);
    str_free(&words);
}
