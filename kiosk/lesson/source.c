/* SPDX-License-Identifier: MIT */
#include "lesson/source.h"

#include <ctype.h>
#include <stdbool.h>
#include <stddef.h>
#include <string.h>

#include "base/str.h"
#include "lesson/lexer.h"

static int line_at(const char *source, const char *at)
{
    int line = 1;
    for (; source < at; source++) {
        line += *source == '\n';
    }
    return line;
}

static bool is_name(char c)
{
    return isalnum((unsigned char)c) || c == '_';
}

static bool is_assigned(const char *after)
{
    after += strspn(after, "\"'] \t");
    return after[0] == '=' && after[1] != '=';
}

int source_line_of_key(const char *source, const char *key)
{
    size_t length = strlen(key);
    const char *at = length > 0 ? strstr(source, key) : NULL;
    for (; at; at = strstr(at + 1, key)) {
        bool whole = (at == source || !is_name(at[-1])) && !is_name(at[length]);
        if (whole && is_assigned(at + length)) {
            return line_at(source, at);
        }
    }
    return 0;
}

int source_line_of_text(const char *source, const char *text)
{
    size_t length = strlen(text);
    const char *at = length > 0 ? strstr(source, text) : NULL;
    for (; at; at = strstr(at + 1, text)) {
        bool quoted = at > source && strchr("\"'", at[-1]) && at[length] == at[-1];
        if (quoted) {
            return line_at(source, at);
        }
    }
    return 0;
}

/* "< 100", "~= 3" and so on. */
static bool is_compared(const char *after)
{
    after += strspn(after, " \t");
    bool compares = after[0] == '<' || after[0] == '>' ||
                    (after[0] && strchr("=~", after[0]) && after[1] == '=');
    after += strspn(after, "<>=~ \t");
    return compares && isdigit((unsigned char)after[0]);
}

static bool is_in_comment(const char *source, const char *at)
{
    for (; at > source && at[-1] != '\n'; at--) {
        if (at[0] == '-' && at[-1] == '-') {
            return true;
        }
    }
    return false;
}

int source_line_of_comparison(const char *source, const char *name)
{
    size_t length = strlen(name);
    const char *at = length > 0 ? strstr(source, name) : NULL;
    for (; at; at = strstr(at + 1, name)) {
        bool member = at > source && at[-1] == '.';
        if (member && is_compared(at + length) && !is_in_comment(source, at)) {
            return line_at(source, at);
        }
    }
    return 0;
}

void source_first_scene(const char *source, char *out, size_t size)
{
    struct lexer lexer = lexer_begin(source);
    struct token token = lexer_next(&lexer);
    str_copy(out, size, "");
    while (token.kind != TOKEN_END) {
        bool is_key = token_is(&token, "scene");
        token = lexer_next(&lexer);
        if (!is_key || !token_is(&token, "=")) {
            continue;
        }
        token = lexer_next(&lexer);
        if (token.kind == TOKEN_STRING) {
            token_text(&token, out, size);
            return;
        }
    }
}
