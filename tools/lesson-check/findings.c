/* SPDX-License-Identifier: MIT */
#include "findings.h"

#include <assert.h>
#include <ctype.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/str.h"

static char *duplicate(const char *text)
{
    char *copy = strdup(text);
    assert(copy);
    return copy;
}

static bool is_there(const struct findings *findings, const char *file, int line,
                     const char *text)
{
    for (size_t i = 0; i < findings->count; i++) {
        const struct finding *item = &findings->items[i];
        if (item->line == line && str_equal(item->text, text) &&
            str_equal(item->file, file)) {
            return true;
        }
    }
    return false;
}

void findings_add(struct findings *findings, enum severity severity, const char *file,
                  int line, const char *format, ...)
{
    char text[1024];
    va_list args;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    line = line < 1 ? 1 : line;
    if (is_there(findings, file, line, text)) {
        return;
    }
    findings->items =
        realloc(findings->items, (findings->count + 1) * sizeof *findings->items);
    assert(findings->items);
    findings->items[findings->count++] =
        (struct finding){duplicate(file), line, severity, duplicate(text)};
}

void findings_add_sentence(struct findings *findings, enum severity severity,
                           const char *file, const char *sentence)
{
    long line = 1;
    size_t length = strlen(file);
    if (str_starts(sentence, file) && sentence[length] == ':') {
        sentence += length + 1;
        if (isdigit((unsigned char)*sentence)) {
            char *end = NULL;
            line = strtol(sentence, &end, 10);
            sentence = end + (*end == ':');
        }
        sentence += strspn(sentence, " ");
    }
    findings_add(findings, severity, file, (int)line, "%s", sentence);
}

static int by_place(const void *a, const void *b)
{
    const struct finding *left = a;
    const struct finding *right = b;
    int order = strcmp(left->file, right->file);
    if (order == 0) {
        order = left->line - right->line;
    }
    return order ? order : strcmp(left->text, right->text);
}

size_t findings_print(struct findings *findings)
{
    size_t errors = 0;
    if (findings->count > 0) {
        qsort(findings->items, findings->count, sizeof *findings->items, by_place);
    }
    for (size_t i = 0; i < findings->count; i++) {
        struct finding *item = &findings->items[i];
        bool error = item->severity == FINDING_ERROR;
        printf("%s:%d: %s: %s\n", item->file, item->line, error ? "error" : "warning",
               item->text);
        errors += error;
        free(item->file);
        free(item->text);
    }
    free(findings->items);
    *findings = (struct findings){0};
    return errors;
}
