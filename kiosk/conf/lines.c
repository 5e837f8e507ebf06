/* SPDX-License-Identifier: MIT */
/*
 * A table in braces is walked entry by entry: a name and "=", ["a name"] and "=", or the
 * next place of the list. Of the rest only brackets, strings and comments are known.
 */
#include "conf/lines.h"

#include <ctype.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/str.h"

enum { NAME_MAX_BYTES = 64 };

struct scan {
    const char *at, *end;
    int line;
};

static bool step(struct scan *scan)
{
    if (scan->at >= scan->end) {
        return false;
    }
    scan->line += *scan->at++ == '\n';
    return true;
}

static char now(const struct scan *scan)
{
    return scan->at < scan->end ? *scan->at : '\0';
}

static char after(const struct scan *scan)
{
    return scan->at + 1 < scan->end ? scan->at[1] : '\0';
}

/* How many "=" stand between the two brackets that begin a long string; -1: none does. */
static int long_level(const struct scan *scan)
{
    const char *at = scan->at + 1;
    if (now(scan) != '[') {
        return -1;
    }
    while (at < scan->end && *at == '=') {
        at++;
    }
    return at < scan->end && *at == '[' ? (int)(at - scan->at - 1) : -1;
}

/* Past "]==]", from inside the string. */
static void skip_long(struct scan *scan, int level)
{
    while (step(scan)) {
        if (scan->at[-1] != ']') {
            continue;
        }
        int found = 0;
        while (now(scan) == '=') {
            found++;
            step(scan);
        }
        if (found == level && now(scan) == ']') {
            step(scan);
            return;
        }
    }
}

static void skip_quoted(struct scan *scan)
{
    char quote = now(scan);
    step(scan);
    while (now(scan) != quote && scan->at < scan->end) {
        if (now(scan) == '\\') {
            step(scan);
        }
        step(scan);
    }
    step(scan);
}

static void skip_comment(struct scan *scan)
{
    step(scan);
    step(scan);
    int level = long_level(scan);
    if (level >= 0) {
        skip_long(scan, level);
        return;
    }
    while (now(scan) != '\n' && step(scan)) {
    }
}

/* Blanks and comments. */
static void skip_blank(struct scan *scan)
{
    for (;;) {
        if (now(scan) == '-' && after(scan) == '-') {
            skip_comment(scan);
        } else if (scan->at >= scan->end || !isspace((unsigned char)now(scan))) {
            return;
        } else {
            step(scan);
        }
    }
}

/* Past one string, bracket or any other character. */
static void skip_one(struct scan *scan, int *depth)
{
    int level = long_level(scan);
    char c = now(scan);
    if (c == '"' || c == '\'') {
        skip_quoted(scan);
        return;
    }
    if (level >= 0) {
        skip_long(scan, level);
        return;
    }
    *depth += c == '{' || c == '(' || c == '[';
    *depth -= c == '}' || c == ')' || c == ']';
    step(scan);
}

/* Up to the comma behind a value, or to the brace behind the last one. */
static void skip_value(struct scan *scan)
{
    int depth = 0;
    skip_blank(scan);
    while (scan->at < scan->end) {
        char c = now(scan);
        if (depth == 0 && (c == ',' || c == ';' || c == '}')) {
            return;
        }
        skip_one(scan, &depth);
        skip_blank(scan);
    }
}

static bool is_word(char c)
{
    return isalnum((unsigned char)c) || c == '_';
}

/* The name before "=", into `name`; "": there is none, and nothing is passed. */
static void take_name(struct scan *scan, char name[NAME_MAX_BYTES])
{
    struct scan ahead = *scan;
    const char *from = ahead.at;
    const char *to = from;
    name[0] = '\0';
    if (now(&ahead) == '[') {
        step(&ahead);
        skip_blank(&ahead);
        from = ahead.at + 1;
        if (now(&ahead) == '"' || now(&ahead) == '\'') {
            skip_quoted(&ahead);
            to = ahead.at - 1;
        }
        skip_blank(&ahead);
        step(&ahead); /* ] */
    } else {
        while (is_word(now(&ahead))) {
            step(&ahead);
        }
        to = ahead.at;
    }
    skip_blank(&ahead);
    if (to > from && now(&ahead) == '=' && after(&ahead) != '=') {
        str_format(name, NAME_MAX_BYTES, "%.*s", (int)(to - from), from);
        step(&ahead);
        *scan = ahead;
    }
}

/* The next part of a path: "aeds", "[3]" as its number, or "" and 0 at its end. */
static long take_part(const char **path, char part[NAME_MAX_BYTES])
{
    const char *at = *path + (**path == '.');
    long index = 0;
    part[0] = '\0';
    if (*at == '[') {
        char *end = NULL;
        index = strtol(at + 1, &end, 10);
        at = *end ? end + 1 : end;
    } else {
        size_t length = strcspn(at, ".[");
        str_format(part, NAME_MAX_BYTES, "%.*s", (int)length, at);
        at += length;
    }
    *path = at;
    return index;
}

/* From behind a brace to the value of a part. False: it does not stand there. */
static bool find_part(struct scan *scan, const char *part, long index)
{
    char name[NAME_MAX_BYTES];
    long places = 0;
    for (skip_blank(scan); scan->at < scan->end && now(scan) != '}'; skip_blank(scan)) {
        take_name(scan, name);
        places += name[0] == '\0';
        if (index > 0 ? !name[0] && places == index : name[0] && str_equal(name, part)) {
            skip_blank(scan);
            return true;
        }
        skip_value(scan);
        if (now(scan) != '}') {
            step(scan);
        }
    }
    return false;
}

/* To the brace of the table that is returned: the last "return" before one. */
static bool find_table(struct scan *scan)
{
    int depth = 0;
    for (skip_blank(scan); scan->at < scan->end; skip_blank(scan)) {
        const char *word = scan->at;
        while (is_word(now(scan))) {
            step(scan);
        }
        if (scan->at - word == 6 && memcmp(word, "return", 6) == 0) {
            skip_blank(scan);
            if (depth == 0 && now(scan) == '{') {
                return true;
            }
        } else if (scan->at == word) {
            skip_one(scan, &depth);
        }
    }
    return false;
}

int conf_line_of(const char *bytes, size_t length, const char *path)
{
    struct scan scan = {.at = bytes, .end = bytes + length, .line = 1};
    int line = 0;
    bool found = find_table(&scan);
    while (found) {
        char part[NAME_MAX_BYTES];
        line = scan.line;
        if (*path == '\0' || now(&scan) != '{') {
            return line;
        }
        step(&scan);
        long index = take_part(&path, part);
        found = find_part(&scan, part, index);
    }
    return line;
}
