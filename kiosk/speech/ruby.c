/* SPDX-License-Identifier: MIT */
#include "speech/ruby.h"

#include <assert.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/paths.h"
#include "base/str.h"
#include "conf/conf.h"
#include "speech/entries.h"
#include "speech/lexicon.h"

enum { FIRST = 0x4E00, LAST = 0x9FFF };

struct ruby {
    const struct lexicon *lexicon;
    bool taught[LAST - FIRST + 1];
};

struct ruby *ruby_load(const struct paths *paths, const char *code,
                       const struct lexicon *lexicon)
{
    char name[64];
    char path[PATHS_BYTES];
    size_t count = 0;
    if (!str_format(name, sizeof name, "scripts/speech/%s-taught.lua", code) ||
        !paths_find(paths, name, path, sizeof path)) {
        return NULL;
    }
    struct conf_words *rows = conf_words_load(path);
    if (!rows) {
        return NULL;
    }
    struct ruby *ruby = calloc(1, sizeof *ruby);
    assert(ruby);
    ruby->lexicon = lexicon;
    const char *const *items = conf_words(rows, &count);
    for (size_t i = 0; i < count; i++) {
        const char *at = items[i];
        for (uint32_t letter = 0; (letter = str_next_utf8(&at));) {
            if (letter >= FIRST && letter <= LAST) {
                ruby->taught[letter - FIRST] = true;
            }
        }
    }
    conf_words_free(rows);
    return ruby;
}

void ruby_free(struct ruby *ruby)
{
    free(ruby);
}

/* The vowel that carries the mark: a or e, the o of ou, else the last one. */
static size_t marked_vowel(const char *syllable, size_t length)
{
    size_t last = 0;
    for (size_t i = 0; i < length; i++) {
        if (strchr("ae", syllable[i]) || (syllable[i] == 'o' && syllable[i + 1] == 'u')) {
            return i;
        }
        last = strchr("iouv", syllable[i]) ? i : last;
    }
    return last;
}

/* "qia1" -> "qiā". */
static void add_marks(const char *said, size_t length, char out[RUBY_BYTES])
{
    static const struct {
        char vowel;
        const char *marked[5]; /* by tone; the last has none */
    } rows[] = {{'a', {"ā", "á", "ǎ", "à", "a"}}, {'e', {"ē", "é", "ě", "è", "e"}},
                {'i', {"ī", "í", "ǐ", "ì", "i"}}, {'o', {"ō", "ó", "ǒ", "ò", "o"}},
                {'u', {"ū", "ú", "ǔ", "ù", "u"}}, {'v', {"ǖ", "ǘ", "ǚ", "ǜ", "ü"}}};

    size_t letters = length - 1;
    int tone = said[letters] - '1';
    size_t vowel = marked_vowel(said, letters);
    char plain[2] = "";
    out[0] = '\0';
    for (size_t i = 0; i < letters; i++) {
        const char *next = plain;
        plain[0] = said[i];
        for (size_t row = 0; row < sizeof rows / sizeof *rows; row++) {
            if (rows[row].vowel == said[i] && (i == vowel || said[i] == 'v')) {
                next = rows[row].marked[i == vowel ? tone : 4];
            }
        }
        size_t used = strlen(out);
        str_copy(out + used, RUBY_BYTES - used, next);
    }
}

/* The syllable of a word's character number `index`. */
static void mark_syllable(const char *said, size_t index, char out[RUBY_BYTES])
{
    for (; index > 0; index--) {
        said += strcspn(said, " ");
        said += *said == ' ';
    }
    add_marks(said, strcspn(said, " "), out);
}

static size_t characters_between(const char *from, const char *to)
{
    size_t count = 0;
    while (from < to && str_next_utf8(&from)) {
        count++;
    }
    return count;
}

static bool is_several(const struct lexicon *lexicon, uint32_t code)
{
    const char *at = lexicon->several.text;
    for (uint32_t one = 0; (one = str_next_utf8(&at));) {
        if (one == code) {
            return true;
        }
    }
    return false;
}

/* The word that reading aloud finds there: the longest one from the left. */
static const struct entry *word_over(const struct lexicon *lexicon, const char *words,
                                     const char *at, const char **begin)
{
    while (words <= at) {
        size_t length = 0;
        lexicon_code_at(words, &length);
        const struct entry *entry = lexicon_longest_at(lexicon, words);
        length = entry ? entry->length : length;
        if (words + length > at) {
            *begin = words;
            return entry;
        }
        words += length;
    }
    return NULL;
}

enum ruby_need ruby_at(const struct ruby *ruby, const char *words, const char *at,
                       char out[RUBY_BYTES])
{
    const char *begin = at;
    size_t length = 0;
    uint32_t code = lexicon_code_at(at, &length);
    out[0] = '\0';
    if (code < FIRST || code > LAST || ruby->taught[code - FIRST]) {
        return RUBY_TAUGHT;
    }
    const struct entry *entry = word_over(ruby->lexicon, words, at, &begin);
    bool alone = entry && entry->length == length && !entry->is_decided;
    if (!entry || (alone && is_several(ruby->lexicon, code))) {
        return RUBY_GUESS;
    }
    mark_syllable(entry->said, characters_between(begin, at), out);
    return RUBY_KNOWN;
}
