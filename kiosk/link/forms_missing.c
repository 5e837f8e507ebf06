/* SPDX-License-Identifier: MIT */
/* What stands in a line where a number was due: "nan", "Depth: -- mm", "valid":false. */
#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "base/str.h"
#include "link/forms.h"
#include "link/no_reading.h"
#include "link/number.h"

enum { WORDS_MAX = 48 };

void form_miss(struct shape_line *out, const char *name, size_t length)
{
    if (out->missing < SHAPE_MISSING_MAX) {
        char *to = out->missing_names[out->missing];
        length = form_fitting(name, length, SHAPE_NAME_MAX - 1);
        memcpy(to, name, length);
        to[length] = '\0';
    }
    out->missing++;
}

void form_miss_numbered(struct shape_line *out)
{
    char name[24];
    str_format(name, sizeof name, "%zu", out->count + out->missing + 1);
    form_miss(out, name, strlen(name));
}

bool form_is_line(const struct shape_line *out)
{
    return out->count > 0 || (out->missing > 0 && !out->has_words);
}

/* ---- words ---- */

static bool is_in_words(char c)
{
    return isalpha((unsigned char)c) || (unsigned char)c >= 0x80 ||
           (c != '\0' && strchr(" _-!'/.", c));
}

/* Up to the next tag: "Out of range Rate: 110" ends behind "range". */
static size_t before_tag(const char *from, size_t length)
{
    size_t blanks = strspn(from + length, " \t");
    if (from[length + blanks] != ':' && from[length + blanks] != '=') {
        return length;
    }
    while (length > 0 && from[length - 1] == ' ') {
        length--;
    }
    while (length > 0 && from[length - 1] != ' ') {
        length--;
    }
    return length;
}

bool form_take_no_reading(const char **at, const char *ends)
{
    char words[WORDS_MAX];
    const char *from = number_skip_blanks(*at);
    size_t length = 0;
    while (is_in_words(from[length]) && !(ends && strchr(ends, from[length]))) {
        length++;
    }
    length = before_tag(from, length);
    bool is_ended = !ends || from[length] == '\0' || strchr(ends, from[length]) ||
                    (length > 0 && from[length - 1] == ' ');
    bool is_unit =
        form_is_unit(from, form_word_length(from)); /* "8190 mm out of range" */
    if (length == 0 || !is_ended || is_unit ||
        !str_format(words, sizeof words, "%.*s", (int)length, from) ||
        !no_reading(words)) {
        return false;
    }
    *at = number_skip_blanks(from + length);
    return true;
}

/* "nanmm" */
static size_t missing_before_unit(const char *from)
{
    static const char *const words[] = {"nan", "null", "none", "inf", "ovf", "n/a"};
    size_t length = form_word_length(from);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        size_t word = strlen(words[i]);
        if (length > word && strncasecmp(from, words[i], word) == 0 &&
            form_is_unit(from + word, length - word)) {
            return word;
        }
    }
    return 0;
}

bool form_take_missing_unit(const char **at)
{
    const char *from = number_skip_blanks(*at);
    size_t length = missing_before_unit(from);
    *at = from + length;
    return length > 0 || number_take_missing(at, NULL);
}

/* ---- flags ---- */

/* The last word of a name: of "tof.is_valid" it is "valid". */
static bool ends_with_word(const char *name, size_t length, const char *word)
{
    size_t size = strlen(word);
    if (length < size || strncasecmp(name + length - size, word, size) != 0) {
        return false;
    }
    char before = length > size ? name[length - size - 1] : ' ';
    bool is_is = length == size + 2 && strncasecmp(name, "is", 2) == 0;
    return !isalpha((unsigned char)before) || is_is;
}

static bool is_validity(const char *name, size_t length)
{
    return ends_with_word(name, length, "valid") ||
           ends_with_word(name, length, "validity") ||
           ends_with_word(name, length, "ok") || ends_with_word(name, length, "有效");
}

bool form_is_trouble(const char *name, size_t length)
{
    char words[WORDS_MAX];
    if (!str_format(words, sizeof words, "%.*s", (int)length, name)) {
        return false;
    }
    for (char *at = words; *at; at++) {
        *at = (char)(*at == '_' || *at == '.' ? ' ' : *at);
    }
    return no_reading(words);
}

static bool is_state(const char *name, size_t length)
{
    return ends_with_word(name, length, "status") ||
           ends_with_word(name, length, "state") ||
           ends_with_word(name, length, "quality") ||
           ends_with_word(name, length, "状态");
}

void form_flag(struct shape_line *out, const char *name, size_t length, bool is_true)
{
    if (is_validity(name, length)) {
        out->is_invalid = out->is_invalid || !is_true;
    } else if (form_is_trouble(name, length)) {
        out->is_invalid = out->is_invalid || is_true;
    } else if (!is_true) {
        form_miss(out, name, length); /* "depth":false */
    }
}

void form_say(struct shape_line *out, const char *name, size_t length)
{
    if (is_state(name, length) || is_validity(name, length)) {
        out->is_invalid = true;
    } else {
        form_miss(out, name, length);
    }
}

void form_watch_zero(struct shape_line *out, const char *name, size_t length)
{
    if (ends_with_word(name, length, "valid") || ends_with_word(name, length, "有效")) {
        out->is_invalid = true;
    }
}

bool form_take_flag(const char **at, bool *is_true)
{
    const char *from = number_skip_blanks(*at);
    *is_true = strncasecmp(from, "true", 4) == 0;
    size_t length = *is_true ? 4 : strncasecmp(from, "false", 5) == 0 ? 5 : 0;
    if (length == 0 || isalnum((unsigned char)from[length])) {
        return false;
    }
    *at = number_skip_blanks(from + length);
    return true;
}
