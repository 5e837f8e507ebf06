/* SPDX-License-Identifier: MIT */
#include "say.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/err.h"
#include "base/log.h"
#include "base/paths.h"
#include "base/str.h"
#include "conf/conf.h"
#include "options.h"
#include "sound/wav.h"
#include "speech/engine.h"
#include "speech/lexicon.h"
#include "speech/spoken.h"

static bool write_samples(const int16_t *samples, size_t count, void *wav)
{
    return wav_add(wav, samples, count);
}

static bool write_sound(struct speech_engine *engine, const char *voice,
                        const char *given, const char *path)
{
    struct wav *wav = wav_create(path, speech_engine_rate_hz(engine));
    if (!wav) {
        return false;
    }
    err_clear();
    bool said = speech_engine_say(engine, voice, given, 100, write_samples, wav) &&
                err_text()[0] == '\0';
    if (!said) {
        wav_finish(wav); /* the first failure is the one to tell */
        return false;
    }
    return wav_finish(wav);
}

static bool speak(const struct options *options, const struct conf_language *language,
                  const char *given)
{
    struct speech_engine *engine = speech_engine_create();
    struct str sounds = {0};
    bool sound = engine != NULL;
    if (sound && !language->engine[0]) {
        sound = err_set(
            "scripts/languages.lua: %s has no engine; write engine = \"en-gb\" or "
            "another that espeak-ng --voices lists",
            language->code);
    }
    sound = sound && speech_engine_sounds(engine, language->engine, given, &sounds);
    if (sound) {
        puts(sounds.text ? sounds.text : "");
    }
    sound = sound &&
            (!options->wav || write_sound(engine, language->engine, given, options->wav));
    str_free(&sounds);
    speech_engine_destroy(engine);
    return sound;
}

int say_run(const struct options *options)
{
    struct paths paths;
    struct conf_language language;
    struct lexicon *lexicon = NULL;
    struct str words = {0};
    struct str given = {0};
    bool sound = paths_init(&paths, NULL) && options_language(options, &paths, &language);
    if (sound) {
        spoken_words(language.locale, options->say, &words);
        puts(words.text ? words.text : "");
        fflush(stdout);
        lexicon = lexicon_load(&paths, language.code, language.locale);
        sound = lexicon != NULL;
    }
    if (sound) {
        str_add(&given, "%s", "");
        lexicon_say(lexicon, words.text ? words.text : "", &given);
        sound = speak(options, &language, given.text);
    }
    if (!sound) {
        log_error("kiosk", "cannot say it: %s", err_text());
    }
    lexicon_destroy(lexicon);
    str_free(&words);
    str_free(&given);
    return sound ? EXIT_SUCCESS : EXIT_FAILURE;
}
