/* SPDX-License-Identifier: MIT */
#include "speech/length.h"

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

#include "base/str.h"
#include "speech/spoken.h"

/* Seconds each, as fitted. */
static const struct pace {
    const char *locale; /* it begins so */
    double character;   /* Chinese */
    double numeral;     /* one that is a number */
    double particle;    /* one without a tone */
    double letter, word;
    double comma, stop; /* a pause inside the text */
    double end;         /* the pause behind it */
} paces[] = {
    {"zh", 0.256, 0.209, 0.156, 0.050, 0.158, 0.232, 0.380, 0.378},
    {"", 0.256, 0.209, 0.156, 0.055, 0.029, 0.267, 0.414, 0.417},
};

enum sound {
    SOUND_NONE,
    SOUND_CHARACTER,
    SOUND_NUMERAL,
    SOUND_PARTICLE,
    SOUND_LETTER,
    SOUND_COMMA,
    SOUND_STOP,
};

static enum sound sound_of(uint32_t code)
{
    static const struct {
        const char *signs;
        enum sound sound;
    } rows[] = {{"，、；：,;:", SOUND_COMMA},
                {"。！？.!?", SOUND_STOP},
                {"一二三四五六七八九十零百千", SOUND_NUMERAL},
                {"的了着得们吗呢吧么", SOUND_PARTICLE}};

    if ((code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z')) {
        return SOUND_LETTER;
    }
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        for (const char *at = rows[i].signs; *at;) {
            if (str_next_utf8(&at) == code) {
                return rows[i].sound;
            }
        }
    }
    return code >= 0x4E00 && code <= 0x9FFF ? SOUND_CHARACTER : SOUND_NONE;
}

/* Without the pause behind it. */
static double sound_s(const struct pace *pace, enum sound sound)
{
    switch (sound) {
    case SOUND_CHARACTER: return pace->character;
    case SOUND_NUMERAL: return pace->numeral;
    case SOUND_PARTICLE: return pace->particle;
    case SOUND_LETTER: return pace->letter;
    case SOUND_COMMA: return pace->comma;
    case SOUND_STOP: return pace->stop;
    case SOUND_NONE: break;
    }
    return 0;
}

static const struct pace *pace_of(const char *locale)
{
    size_t i = 0;
    while (!str_starts(locale, paces[i].locale)) {
        i++;
    }
    return &paces[i];
}

/* A pause counts when it stands between what is said; a letter that stands twice is said
 * once. */
static double said_s(const struct pace *pace, const char *words)
{
    double sum = 0;
    double pauses = 0;
    bool in_word = false;
    uint32_t before = 0;
    for (uint32_t code = 0; (code = str_next_utf8(&words)); before = code) {
        bool again = code == before;
        enum sound sound = sound_of(code);
        double seconds = sound_s(pace, sound);
        if (sound == SOUND_COMMA || sound == SOUND_STOP) {
            pauses += sum > 0 ? seconds : 0;
        } else if (sound != SOUND_NONE) {
            sum += pauses + (sound == SOUND_LETTER && again ? 0 : seconds);
            sum += sound == SOUND_LETTER && !in_word ? pace->word : 0;
            pauses = 0;
        }
        in_word = sound == SOUND_LETTER || (in_word && (code == '\'' || code == 0x2019));
    }
    return sum > 0 ? sum + pace->end : 0;
}

double speech_length_s(const char *locale, const char *text)
{
    struct str words = {0};
    str_add(&words, "%s", "");
    spoken_words(locale, text, &words);
    double seconds = said_s(pace_of(locale), words.text);
    str_free(&words);
    return seconds;
}
