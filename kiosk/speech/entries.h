/* SPDX-License-Identifier: MIT */
/*
 * entries: what a lexicon holds. Private to speech.
 */
#ifndef KIOSK_SPEECH_ENTRIES_H
#define KIOSK_SPEECH_ENTRIES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

enum { WORD_BYTES_MAX = 64 };

struct entry {
    char *word, *said;
    size_t length;   /* of the word */
    bool is_decided; /* a word of a list, not a character's own reading */
};

struct lexicon {
    bool is_chinese;
    size_t count, capacity;
    struct entry *entries; /* sorted by word, the one that was there first in front */
    size_t longest;        /* bytes of the longest word */
    struct str several;
};

/* NULL when no list has the word, in capital or small letters. */
const struct entry *lexicon_find(const struct lexicon *lexicon, const char *word,
                                 size_t length);

/* The longest word of the lists at `text`; NULL when there is none. */
const struct entry *lexicon_longest_at(const struct lexicon *lexicon, const char *text);

/* The character at `text`, and its bytes. */
uint32_t lexicon_code_at(const char *text, size_t *length);

bool lexicon_is_han(uint32_t code);

#endif
