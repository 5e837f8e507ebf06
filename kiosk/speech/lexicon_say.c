/* SPDX-License-Identifier: MIT */
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "speech/entries.h"
#include "speech/lexicon.h"

/* A syllable of a phrase, and the character it is of. */
struct syllable {
    uint32_t code;
    const char *text;
    size_t length;
};

struct phrase {
    struct syllable *items;
    size_t count, capacity;
};

static void add_syllable(struct phrase *phrase, struct syllable syllable)
{
    if (phrase->count == phrase->capacity) {
        phrase->capacity = phrase->capacity ? phrase->capacity * 2 : 32;
        phrase->items = realloc(phrase->items, phrase->capacity * sizeof *phrase->items);
        assert(phrase->items);
    }
    phrase->items[phrase->count++] = syllable;
}

/* The syllables of a word, one for each of its characters. */
static void add_reading(struct phrase *phrase, const char *word, const char *said)
{
    size_t length = 0;
    while (*said) {
        struct syllable syllable = {lexicon_code_at(word, &length), said,
                                    strcspn(said, " ")};
        word += length;
        said += syllable.length;
        said += *said == ' ';
        add_syllable(phrase, syllable);
    }
}

static bool is_among(uint32_t code, const char *characters)
{
    uint32_t one = 0;
    while ((one = str_next_utf8(&characters))) {
        if (one == code) {
            return true;
        }
    }
    return false;
}

static char tone(const struct syllable *syllable)
{
    return syllable->text[syllable->length - 1];
}

/* 练一练, 是不是: between a word and itself both have no tone. Not where it counts: the
 * second 一 of 一步一步. */
static bool is_between_twins(const struct phrase *phrase, size_t index)
{
    const struct syllable *syllable = &phrase->items[index];
    return index > 0 && syllable[-1].code == syllable[1].code &&
           (index < 2 ||
            !is_among(syllable[-2].code, "一二两三四五六七八九十几每这那第"));
}

/* The tone of 一 and 不 hangs on the syllable behind: 不是 bu2 shi4, 一天 yi4 tian1. In
 * numbers and at the end 一 keeps its own. */
static char changed_tone(const struct phrase *phrase, size_t index)
{
    enum { ONE = 0x4E00, NOT = 0x4E0D };

    const struct syllable *syllable = &phrase->items[index];
    char own = tone(syllable);
    uint32_t before = index > 0 ? phrase->items[index - 1].code : 0;
    if (index + 1 == phrase->count) {
        return own;
    }
    const struct syllable *next = syllable + 1;
    if (syllable->code == NOT && own == '4') {
        if (is_between_twins(phrase, index)) {
            return '5';
        }
        return tone(next) == '4' ? '2' : '4';
    }
    if (syllable->code != ONE || own != '1' || tone(next) == '5' ||
        is_among(before, "第十百千万亿零一二三四五六七八九点幺初") ||
        is_among(next->code, "零一二三四五六七八九十点月日号楼班级幺")) {
        return own;
    }
    if (is_between_twins(phrase, index)) {
        return '5';
    }
    return tone(next) == '4' ? '2' : '4';
}

static void end_phrase(struct phrase *phrase, struct str *out)
{
    for (size_t i = 0; i < phrase->count; i++) {
        const struct syllable *syllable = &phrase->items[i];
        str_add(out, "%s%.*s%c", i > 0 ? " " : "", (int)syllable->length - 1,
                syllable->text, changed_tone(phrase, i));
    }
    phrase->count = 0;
}

static bool is_letter(unsigned char c)
{
    return c == '\'' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* The bytes of a word of letters, accents and all; 0 when none begins here. */
static size_t letters_at(const char *text)
{
    size_t length = 0;
    size_t next = 0;
    uint32_t code = 0;
    while (
        (code = lexicon_code_at(text + length, &next)) &&
        (code < 0x80 ? is_letter((unsigned char)code) : code >= 0xC0 && code < 0x250)) {
        length += next;
    }
    return length;
}

/* A word of letters that no list has is spelled. */
static void say_letters(const struct lexicon *lexicon, const char *word, size_t length,
                        struct phrase *phrase)
{
    const struct entry *entry = lexicon_find(lexicon, word, length);
    if (entry) {
        add_reading(phrase, "", entry->said);
        return;
    }
    for (size_t i = 0; i < length; i++) {
        entry = lexicon_find(lexicon, word + i, 1);
        if (entry) {
            add_reading(phrase, "", entry->said);
        }
    }
}

static void say_chinese(const struct lexicon *lexicon, const char *words, struct str *out)
{
    struct phrase phrase = {0};
    while (*words) {
        size_t length = letters_at(words);
        const struct entry *entry =
            length > 0 ? NULL : lexicon_longest_at(lexicon, words);
        if (length > 0) {
            say_letters(lexicon, words, length, &phrase);
        } else if (entry) {
            add_reading(&phrase, entry->word, entry->said);
            length = entry->length;
        } else if (lexicon_is_han(lexicon_code_at(words, &length))) {
            end_phrase(&phrase, out); /* no list has it: the engine guesses */
            str_add(out, " %.*s ", (int)length, words);
        } else if (words[0] != ' ') {
            end_phrase(&phrase, out);
            str_add(out, "%.*s", (int)length, words);
        }
        words += length;
    }
    end_phrase(&phrase, out);
    free(phrase.items);
}

/* Whether "A" is the letter: among other letters, or the last word. */
static bool is_letter_a(const char *words, const char *at)
{
    bool before = at - words >= 2 && at[-1] == ' ' && at[-2] >= 'A' && at[-2] <= 'Z' &&
                  (at - words == 2 || at[-3] == ' ');
    bool after =
        at[1] == ' ' && at[2] >= 'A' && at[2] <= 'Z' && !is_letter((unsigned char)at[3]);
    bool ends = at > words && (at[1] == '\0' || strchr(",.?!", at[1]));
    return before || after || ends;
}

static void say_english(const struct lexicon *lexicon, const char *words, struct str *out)
{
    for (const char *at = words; *at;) {
        size_t length = letters_at(at);
        const struct entry *entry = lexicon_find(lexicon, at, length);
        bool is_article = length == 1 && at[0] == 'A' && !is_letter_a(words, at);
        if (entry && !is_article && !(length == 1 && at[0] == 'a')) {
            str_add(out, "%s", entry->said);
        } else {
            length = length > 0 ? length : 1;
            str_add_bytes(out, at, length);
        }
        at += length;
    }
}

void lexicon_say(const struct lexicon *lexicon, const char *words, struct str *out)
{
    if (lexicon->is_chinese) {
        say_chinese(lexicon, words, out);
    } else {
        say_english(lexicon, words, out);
    }
}

const char *lexicon_undecided(const struct lexicon *lexicon, const char *from,
                              size_t *length)
{
    if (!lexicon->is_chinese) {
        return NULL;
    }
    for (; *from; from += *length) {
        *length = letters_at(from);
        if (*length > 0) {
            if (!lexicon_find(lexicon, from, *length)) {
                return from;
            }
            continue;
        }
        uint32_t code = lexicon_code_at(from, length);
        const struct entry *entry = lexicon_longest_at(lexicon, from);
        bool is_alone = entry && entry->length == *length;
        if (lexicon_is_han(code) && (!entry || (is_alone && !entry->is_decided &&
                                                is_among(code, lexicon->several.text)))) {
            return from;
        }
        *length = entry ? entry->length : *length;
    }
    return NULL;
}
