/* SPDX-License-Identifier: MIT */
#include "lesson/lua_words.h"

#include <string.h>

#include "base/str.h"

/* A * in the words is a gap, which takes as little as it can; the last takes the rest.
 * The first row that fits is taken. */
static const struct {
    const char *kind;
    const char *words;
} rows[] = {
    {"lua_unclosed", "'*' expected (to close '*' at line *) near *"},
    {"lua_expected", "'*' expected near *"},
    {"lua_name_expected", "<name> expected near *"},
    {"lua_quote", "unfinished string near *"},
    {"lua_long_open", "unfinished long string (starting at line *) near *"},
    {"lua_long_open", "unfinished long comment (starting at line *) near *"},
    {"lua_number", "malformed number near *"},
    {"lua_escape", "invalid escape sequence *"},
    {"lua_escape", "missing '{' in *"},
    {"lua_escape", "hexadecimal digit expected near *"},
    {"lua_escape", "decimal escape too large near *"},
    {"lua_symbol", "unexpected symbol near *"},
    {"lua_syntax", "syntax error near *"},
    {"lua_function_args", "function arguments expected near *"},
    {"lua_for", "'=' or 'in' expected near *"},
    {"lua_break", "break outside a loop at line * near *"},
    {"lua_const", "attempt to assign to const variable '*'"},
    {"lua_nil_call_of", "attempt to call a nil value (* '*')"},
    {"lua_call_of", "attempt to call a * value (* '*')"},
    {"lua_call", "attempt to call a * value"},
    {"lua_nil_index_of", "attempt to index a nil value (* '*')"},
    {"lua_index_of", "attempt to index a * value (* '*')"},
    {"lua_index", "attempt to index a * value"},
    {"lua_nil_math_of", "attempt to perform arithmetic on a nil value (* '*')"},
    {"lua_math_of", "attempt to perform arithmetic on a * value (* '*')"},
    {"lua_math", "attempt to perform arithmetic on a * value"},
    {"lua_join_of", "attempt to concatenate a * value (* '*')"},
    {"lua_join", "attempt to concatenate a * value"},
    {"lua_compare_two", "attempt to compare two * values"},
    {"lua_compare", "attempt to compare * with *"},
    {"lua_length_of", "attempt to get length of a * value (* '*')"},
    {"lua_length", "attempt to get length of a * value"},
    {"lua_zero", "attempt to perform 'n//0'"},
    {"lua_zero", "attempt to perform 'n%%0'"},
    {"lua_whole", "number has no integer representation"},
    {"lua_whole_of", "number (* '*') has no integer representation"},
    {"lua_loop_number", "'for' * must be a number"},
    {"lua_loop_zero", "'for' step is zero"},
    {"lua_argument_none", "bad argument #* to '*' (* expected, got no value)"},
    {"lua_argument_type", "bad argument #* to '*' (* expected, got *)"},
    {"lua_argument", "bad argument #* to '*' (*)"},
    {"lua_deep", "stack overflow*"},
    {"lua_deep", "C stack overflow*"},
    {"lua_many", "too many * (limit is *) in * near *"},
    {"lua_many", "function or expression needs too many registers*"},
    {"lua_assert", "assertion failed!"},
};

/* Whether `sentence` is made of `words`; keeps what stands in the gaps. */
static bool fits(const char *words, const char *sentence, struct err_cause *cause)
{
    cause->count = 0;
    for (;;) {
        size_t plain = strcspn(words, "*");
        if (strncmp(words, sentence, plain) != 0) {
            return false;
        }
        words += plain;
        sentence += plain;
        if (*words == '\0') {
            return *sentence == '\0';
        }
        words++;
        char next[64] = "";
        size_t length = strcspn(words, "*");
        if (length >= sizeof next || cause->count == ERR_ARGUMENTS_MAX) {
            return false;
        }
        memcpy(next, words, length);
        const char *end = length ? strstr(sentence, next) : sentence + strlen(sentence);
        if (!end) {
            return false;
        }
        char *gap = cause->arguments[cause->count++];
        str_format(gap, ERR_ARGUMENT_BYTES, "%.*s", (int)(end - sentence), sentence);
        sentence = end;
    }
}

bool lua_words_find(struct err_cause *cause, const char *sentence)
{
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        if (fits(rows[i].words, sentence, cause)) {
            cause->kind = rows[i].kind;
            cause->subject[0] = '\0';
            return true;
        }
    }
    return false;
}
