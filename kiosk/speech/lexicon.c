/* SPDX-License-Identifier: MIT */
#include "speech/lexicon.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "base/paths.h"
#include "base/str.h"
#include "conf/conf.h"
#include "speech/entries.h"
#include "speech/pinyin.h"

struct lexicon *lexicon_create(const char *locale)
{
    struct lexicon *lexicon = calloc(1, sizeof *lexicon);
    assert(lexicon);
    lexicon->is_chinese =
        strncmp(locale, "zh", 2) == 0 && (!locale[2] || locale[2] == '-');
    str_add(&lexicon->several, "%s", "");
    return lexicon;
}

void lexicon_destroy(struct lexicon *lexicon)
{
    if (!lexicon) {
        return;
    }
    for (size_t i = 0; i < lexicon->count; i++) {
        free(lexicon->entries[i].word);
        free(lexicon->entries[i].said);
    }
    free(lexicon->entries);
    str_free(&lexicon->several);
    free(lexicon);
}

static int compare(const char *a, size_t a_length, const char *b, size_t b_length)
{
    int order = memcmp(a, b, a_length < b_length ? a_length : b_length);
    return order != 0 ? order : (a_length > b_length) - (a_length < b_length);
}

static int by_word(const void *a, const void *b)
{
    const struct entry *one = a;
    const struct entry *other = b;
    return compare(one->word, one->length, other->word, other->length);
}

/* A small letter for a capital one: letters are looked up in either. */
static char small(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

/* The place of a word, or where it would be. */
static size_t place(const struct lexicon *lexicon, const char *word, size_t length)
{
    size_t low = 0;
    size_t high = lexicon->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const struct entry *entry = &lexicon->entries[middle];
        if (compare(entry->word, entry->length, word, length) < 0) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

const struct entry *lexicon_find(const struct lexicon *lexicon, const char *word,
                                 size_t length)
{
    char lower[WORD_BYTES_MAX];
    if (length == 0 || length > sizeof lower) {
        return NULL;
    }
    for (size_t i = 0; i < length; i++) {
        lower[i] = small(word[i]);
    }
    size_t at = place(lexicon, lower, length);
    const struct entry *entry = &lexicon->entries[at];
    bool is_there =
        at < lexicon->count && compare(entry->word, entry->length, lower, length) == 0;
    return is_there ? entry : NULL;
}

static char *copy(const char *text, size_t length)
{
    char *to = malloc(length + 1);
    assert(to);
    memcpy(to, text, length);
    to[length] = '\0';
    return to;
}

/* At the end; sorted when the list is complete. */
static void append(struct lexicon *lexicon, const char *word, size_t length,
                   const char *said, bool is_decided)
{
    if (lexicon->count == lexicon->capacity) {
        lexicon->capacity = lexicon->capacity ? lexicon->capacity * 2 : 256;
        lexicon->entries =
            realloc(lexicon->entries, lexicon->capacity * sizeof *lexicon->entries);
        assert(lexicon->entries);
    }
    struct entry *entry = &lexicon->entries[lexicon->count++];
    *entry =
        (struct entry){copy(word, length), copy(said, strlen(said)), length, is_decided};
    for (size_t i = 0; i < length; i++) {
        entry->word[i] = small(entry->word[i]);
    }
    lexicon->longest = length > lexicon->longest ? length : lexicon->longest;
}

bool lexicon_is_han(uint32_t code)
{
    return code >= 0x3400 &&
           (code < 0xA000 || code >= 0x20000 || (code >= 0xF900 && code <= 0xFAFF));
}

uint32_t lexicon_code_at(const char *text, size_t *length)
{
    const char *end = text;
    uint32_t code = str_next_utf8(&end);
    *length = (size_t)(end - text);
    return code;
}

/* How many characters of a word are Chinese; false when another stands among them. */
static bool count_han(const char *word, size_t *count)
{
    size_t length = 0;
    bool all = true;
    for (*count = 0; *word; word += length) {
        bool here = lexicon_is_han(lexicon_code_at(word, &length));
        *count += here;
        all = all && here;
    }
    return all;
}

static bool check_pinyin(const char *file, const struct conf_reading *reading)
{
    const char *wrong = NULL;
    size_t length = 0;
    size_t characters = 0;
    size_t syllables = pinyin_count(reading->said, &wrong, &length);
    if (syllables == 0) {
        return err_set_as(
            "said_syllable",
            "%s: %s = \"%s\": \"%.*s\" is not a syllable; write pinyin with a tone "
            "1 to 5 behind each syllable, such as \"chong2 fu4\", v for ü",
            file, reading->word, reading->said, (int)length, wrong);
    }
    if (count_han(reading->word, &characters) && characters != syllables) {
        return err_set_as("said_count",
                          "%s: %s = \"%s\": %zu characters and %zu syllables; write one "
                          "syllable for each character",
                          file, reading->word, reading->said, characters, syllables);
    }
    return true;
}

static bool check(const struct lexicon *lexicon, const char *file,
                  const struct conf_reading *reading)
{
    if (strlen(reading->word) > WORD_BYTES_MAX) {
        return err_set_as("said_long",
                          "%s: %.20s... is longer than %d bytes; write a shorter word",
                          file, reading->word, WORD_BYTES_MAX);
    }
    if (lexicon->is_chinese) {
        return check_pinyin(file, reading);
    }
    for (const char *at = reading->said; *at; at++) {
        if ((unsigned char)*at < ' ' || (unsigned char)*at > '~') {
            return err_set_as("said_letters",
                              "%s: %s = \"%s\": write it in letters a to z, as it sounds",
                              file, reading->word, reading->said);
        }
    }
    return true;
}

static bool add_words(struct lexicon *lexicon, const struct lexicon *before,
                      const struct conf_readings *readings)
{
    struct conf_reading reading;
    for (size_t i = 0; conf_readings_word(readings, i, &reading); i++) {
        if (!check(lexicon, conf_readings_file(readings), &reading)) {
            return false;
        }
        if (!lexicon_find(before, reading.word, strlen(reading.word))) {
            append(lexicon, reading.word, strlen(reading.word), reading.said, true);
        }
    }
    return true;
}

/* a1 = "阿啊": a reading and all that have it. */
static bool add_characters(struct lexicon *lexicon, const struct lexicon *before,
                           const struct conf_readings *readings)
{
    struct conf_reading row;
    for (size_t i = 0; conf_readings_characters(readings, i, &row); i++) {
        if (!pinyin_is_syllable(row.word, strlen(row.word))) {
            return err_set_as(
                "said_character",
                "%s: characters.%s: \"%s\" is not a syllable; write one with its "
                "tone, such as a1 = \"阿啊\"",
                conf_readings_file(readings), row.word, row.word);
        }
        size_t length = 0;
        for (const char *at = row.said; *at; at += length) {
            lexicon_code_at(at, &length);
            if (!lexicon_find(before, at, length)) {
                append(lexicon, at, length, row.word, false);
            }
        }
    }
    return true;
}

bool lexicon_add(struct lexicon *lexicon, const struct conf_readings *readings)
{
    /* Words of the lists before; the new ones go behind and are sorted in at the end. */
    const struct lexicon before = *lexicon;
    struct lexicon sorted = before;
    sorted.entries = calloc(before.count + 1, sizeof *sorted.entries);
    assert(sorted.entries);
    for (size_t i = 0; i < before.count; i++) {
        sorted.entries[i] = before.entries[i];
    }
    bool sound = add_words(lexicon, &sorted, readings) &&
                 (!lexicon->is_chinese || add_characters(lexicon, &sorted, readings));
    free(sorted.entries);
    str_add(&lexicon->several, "%s", conf_readings_several(readings));
    if (lexicon->count > 0) {
        qsort(lexicon->entries, lexicon->count, sizeof *lexicon->entries, by_word);
    }
    return sound;
}

static bool add_file(struct lexicon *lexicon, const char *path)
{
    struct conf_readings *readings = conf_readings_load(path);
    bool sound = readings && lexicon_add(lexicon, readings);
    conf_readings_free(readings);
    return sound;
}

struct lexicon *lexicon_load(const struct paths *paths, const char *code,
                             const char *locale)
{
    struct lexicon *lexicon = lexicon_create(locale);
    bool sound = true;
    for (size_t i = 0; i < 2 && sound; i++) {
        char path[PATHS_BYTES];
        struct str name = {0};
        str_add(&name, i == 0 ? "scripts/speech/%s.lua" : "scripts/speech/%s-common.lua",
                code);
        if (paths_find(paths, name.text, path, sizeof path)) {
            sound = add_file(lexicon, path);
        }
        str_free(&name);
    }
    if (!sound) {
        lexicon_destroy(lexicon);
        return NULL;
    }
    return lexicon;
}

/* The longest word of the lists at `text`; NULL when there is none. */
const struct entry *lexicon_longest_at(const struct lexicon *lexicon, const char *text)
{
    size_t length = strnlen(text, lexicon->longest);
    for (; length > 0; length--) {
        bool is_cut = (text[length] & 0xC0) == 0x80;
        const struct entry *entry = is_cut ? NULL : lexicon_find(lexicon, text, length);
        if (entry) {
            return entry;
        }
    }
    return NULL;
}
