/* SPDX-License-Identifier: MIT */
#include "lesson/source.h"

#include <ctype.h>
#include <stdbool.h>
#include <stddef.h>
#include <string.h>

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
