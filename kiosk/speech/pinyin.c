/* SPDX-License-Identifier: MIT */
#include "speech/pinyin.h"

#include <string.h>

static const char *const initials[] = {"zh", "ch", "sh", "b", "p", "m", "f", "d",
                                       "t",  "n",  "l",  "g", "k", "h", "j", "q",
                                       "x",  "r",  "z",  "c", "s", "y", "w", ""};

static const char *const finals[] = {
    "a",  "o",   "e",  "ai",  "ei", "ao",   "ou", "an",   "en",  "ang",  "eng", "ong",
    "i",  "ia",  "ie", "iao", "iu", "ian",  "in", "iang", "ing", "iong", "u",   "ua",
    "uo", "uai", "ui", "uan", "un", "uang", "ue", "v",    "ve",  "er",   "io",
};

static bool is_one_of(const char *const *words, size_t count, const char *text,
                      size_t length)
{
    for (size_t i = 0; i < count; i++) {
        if (strlen(words[i]) == length && memcmp(words[i], text, length) == 0) {
            return true;
        }
    }
    return false;
}

bool pinyin_is_syllable(const char *text, size_t length)
{
    if (length < 2 || length >= PINYIN_BYTES || text[length - 1] < '1' ||
        text[length - 1] > '5') {
        return false;
    }
    length--;
    for (size_t i = 0; i < sizeof initials / sizeof *initials; i++) {
        size_t initial = strlen(initials[i]);
        if (initial < length && memcmp(text, initials[i], initial) == 0 &&
            is_one_of(finals, sizeof finals / sizeof *finals, text + initial,
                      length - initial)) {
            return true;
        }
    }
    /* Sounds of agreement and doubt. */
    static const char *const humming[] = {"n", "ng", "m", "hm", "hng"};
    return is_one_of(humming, sizeof humming / sizeof *humming, text, length);
}

size_t pinyin_count(const char *syllables, const char **wrong, size_t *length)
{
    size_t count = 0;
    do {
        *wrong = syllables;
        *length = strcspn(syllables, " ");
        if (!pinyin_is_syllable(syllables, *length)) {
            return 0;
        }
        count++;
        syllables += *length;
    } while (*syllables++ == ' ');
    return count;
}
