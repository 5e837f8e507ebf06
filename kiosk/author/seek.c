/* SPDX-License-Identifier: MIT */
#include "author/seek.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/str.h"

enum { FILE_BYTES_MAX = 1 << 20, KEYS_MAX = 8 };

/* The keys that stand in a line. */
struct keys {
    size_t count;
    char items[KEYS_MAX][LESSON_KEY_MAX];
};

static void add_key(struct keys *keys, const char *from, size_t length)
{
    if (keys->count < KEYS_MAX && length > 0 && length < LESSON_KEY_MAX) {
        str_format(keys->items[keys->count++], LESSON_KEY_MAX, "%.*s", (int)length, from);
    }
}

static bool is_name(char c)
{
    return isalnum((unsigned char)c) || c == '_';
}

/* What stands in quotes. */
static void take_quoted(struct keys *keys, const char *line, size_t length)
{
    const char *end = line + length;
    for (const char *at = line; at < end; at++) {
        if (*at == '"' || *at == '\'') {
            const char *close = memchr(at + 1, *at, (size_t)(end - at - 1));
            if (!close) {
                return;
            }
            add_key(keys, at + 1, (size_t)(close - at - 1));
            at = close;
        }
    }
}

/* The name before =, or the one in ["..."] =. */
static void take_name(struct keys *keys, const char *line, size_t length)
{
    size_t at = 0;
    size_t begin = 0;
    while (at < length &&
           (isspace((unsigned char)line[at]) || strchr("[\"'{,", line[at]))) {
        at++;
    }
    begin = at;
    while (at < length && is_name(line[at])) {
        at++;
    }
    add_key(keys, line + begin, at - begin);
}

static void read_keys(struct keys *keys, const char *file, int line)
{
    size_t length = 0;
    char *source = file_read(file, FILE_BYTES_MAX, &length);
    const char *at = source;
    bool is_text = strstr(file, "/text/") != NULL;
    for (int i = 1; at && i < line; i++) {
        at = strchr(at, '\n');
        at = at ? at + 1 : NULL;
    }
    if (at && is_text) {
        take_name(keys, at, strcspn(at, "\n"));
    } else if (at) {
        take_quoted(keys, at, strcspn(at, "\n"));
    }
    free(source);
}

static bool is_among(const struct keys *keys, const char *key)
{
    for (size_t i = 0; key && *key && i < keys->count; i++) {
        if (str_equal(keys->items[i], key)) {
            return true;
        }
    }
    return false;
}

static bool call_names(const struct keys *keys, const struct lesson_call *call)
{
    for (size_t i = 0; i < call->told_count; i++) {
        const struct lesson_told *told = &call->told[i];
        bool named = is_among(keys, told->ask_key) || is_among(keys, told->why_key);
        for (size_t n = 0; n < told->option_count && !named; n++) {
            named = is_among(keys, told->option_keys[n]);
        }
        if (named) {
            return true;
        }
    }
    return false;
}

static bool names_key(void *context, const struct lesson_card *card)
{
    const struct keys *keys = context;
    bool named = is_among(keys, card->text_key) || is_among(keys, card->unit_key) ||
                 is_among(keys, card->why_key);
    for (size_t i = 0; i < card->option_count && !named; i++) {
        named = is_among(keys, card->option_keys[i]) ||
                is_among(keys, card->prompt_keys[i]) ||
                is_among(keys, card->option_why_keys[i]);
    }
    for (size_t i = 0; card->kind == CARD_watch && i < card->watch.moment_count; i++) {
        named = named || is_among(keys, card->watch.moments[i].text_key);
    }
    return named || (card->kind == CARD_dial && call_names(keys, &card->dial.call));
}

struct nearest {
    int wanted, best;
};

/* Looks at every card there is. */
static bool note_line(void *context, const struct lesson_card *card)
{
    struct nearest *nearest = context;
    if (card->line <= nearest->wanted && card->line > nearest->best) {
        nearest->best = card->line;
    }
    return false;
}

static bool is_best(void *context, const struct lesson_card *card)
{
    const struct nearest *nearest = context;
    return card->line == nearest->best;
}

bool seek_card(struct draft *draft, const char *file, int line)
{
    struct keys keys = {0};
    struct nearest nearest = {.wanted = line};
    read_keys(&keys, file, line);
    if (keys.count > 0 && draft_find(draft, names_key, &keys)) {
        return true;
    }
    if (strstr(file, "/text/")) {
        return false;
    }
    draft_find(draft, note_line, &nearest);
    return nearest.best > 0 && draft_find(draft, is_best, &nearest);
}
