/* SPDX-License-Identifier: MIT */
#include "findings.h"

#include <assert.h>
#include <ctype.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "base/str.h"
#include "lesson/complaint.h"
#include "lesson/tell.h"
#include "source_check.h"

enum { PAIRS_MAX = 17 };

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

static void add(struct findings *findings, enum severity severity, const char *file,
                int line, const char *text)
{
    line = line < 1 ? 1 : line;
    if (is_there(findings, file, line, text)) {
        return;
    }
    findings->items =
        realloc(findings->items, (findings->count + 1) * sizeof *findings->items);
    assert(findings->items);
    findings->items[findings->count] = (struct finding){
        duplicate(file), line, findings->count, severity, duplicate(text)};
    findings->count++;
}

/* Reads name, value, ..., NULL. */
static void take_pairs(const char **pairs, va_list args)
{
    size_t count = 0;
    do {
        assert(count < PAIRS_MAX);
        pairs[count] = va_arg(args, const char *);
    } while (pairs[count++]);
    assert(count % 2 == 1); /* no name without its value: whoever reads goes by twos */
}

void findings_add(struct findings *findings, enum finding_kind kind, const char *file,
                  int line, ...)
{
    static const struct {
        const char *text;
        enum severity severity;
    } rows[] = {

#define FINDING(kind, severity) {#kind, FINDING_##severity},
#include "findings.def"
#undef FINDING
    };
    char text[TELL_BYTES];
    const char *pairs[PAIRS_MAX];
    va_list args;
    va_start(args, line);
    take_pairs(pairs, args);
    va_end(args);
    tell_fill(findings->tell, text, sizeof text, rows[kind].text, pairs);
    add(findings, rows[kind].severity, file, line, text);
}

size_t findings_count_errors(const struct findings *findings, const char *file)
{
    size_t count = 0;
    for (size_t i = 0; i < findings->count; i++) {
        const struct finding *item = &findings->items[i];
        count += item->severity == FINDING_ERROR && str_equal(item->file, file);
    }
    return count;
}

/* What follows the place that the sentence names; `line` is that of the place. */
static const char *behind_place(const char *file, const char *sentence, int *line)
{
    size_t length = strlen(file);
    *line = 1;
    if (!str_starts(sentence, file) || sentence[length] != ':') {
        return sentence;
    }
    sentence += length + 1;
    if (isdigit((unsigned char)*sentence)) {
        char *end = NULL;
        *line = (int)strtol(sentence, &end, 10);
        sentence = end + (*end == ':');
    }
    return sentence + strspn(sentence, " ");
}

bool findings_has_error(const struct findings *findings, const char *file, int line)
{
    for (size_t i = 0; i < findings->count; i++) {
        const struct finding *item = &findings->items[i];
        if (item->severity == FINDING_ERROR && item->line == line &&
            str_equal(item->file, file)) {
            return true;
        }
    }
    return false;
}

/* A card is at the line where it begins; what is wrong in it may stand further down. */
static int line_of_field(const struct findings *findings, const struct err_cause *cause,
                         int line)
{
    int at = 0;
    if (findings->grammar && cause->kind[0] && cause->count > 0) {
        at = source_field_line(findings->grammar, cause->subject, line,
                               cause->arguments[0]);
    }
    return at ? at : line;
}

void findings_add_failure(struct findings *findings, enum severity severity,
                          const char *file, const char *sentence,
                          const struct err_cause *cause)
{
    char text[TELL_BYTES];
    int line = 1;
    const char *rest = behind_place(file, sentence, &line);
    line = line_of_field(findings, cause, line);
    if (severity == FINDING_ERROR && findings_has_error(findings, file, line)) {
        return; /* it fails because of that */
    }
    tell_cause(findings->tell, text, sizeof text, cause, rest);
    add(findings, severity, file, line, text);
}

void findings_add_around(struct findings *findings, enum severity severity,
                         const char *file, const char *sentence,
                         const struct err_cause *cause, const char *around, ...)
{
    char says[TELL_BYTES];
    char text[TELL_BYTES];
    int line = 1;
    const char *pairs[PAIRS_MAX + 2] = {"says", says};
    va_list args;
    va_start(args, around);
    take_pairs(pairs + 2, args);
    va_end(args);
    const char *rest = behind_place(file, sentence, &line);
    line = line_of_field(findings, cause, line);
    if (findings_has_error(findings, file, line)) {
        return;
    }
    tell_cause(findings->tell, says, sizeof says, cause, rest);
    tell_fill(findings->tell, text, sizeof text, around, pairs);
    add(findings, severity, file, line, text);
}

void findings_add_complaint(struct findings *findings, const char *file,
                            const struct complaint *complaint)
{
    char text[TELL_BYTES];
    char sentence[TELL_BYTES];
    char column[16];
    str_format(column, sizeof column, "%d", complaint->column);
    tell_cause(findings->tell, sentence, sizeof sentence, &complaint->cause, "");
    tell_fill(findings->tell, text, sizeof text, "at_column",
              (const char *const[]){"column", column, "says", sentence, NULL});
    add(findings, FINDING_ERROR, file, complaint->line, text);
}

void findings_add_error(struct findings *findings, const char *file)
{
    findings_add_failure(findings, FINDING_ERROR, file, err_text(), err_cause());
}

void findings_settle(struct findings *findings)
{
    size_t kept = 0;
    bool error = false;
    for (size_t i = 0; i < findings->count; i++) {
        error = error || findings->items[i].severity == FINDING_ERROR;
    }
    for (size_t i = 0; i < findings->count; i++) {
        struct finding item = findings->items[i];
        if (error && item.severity == FINDING_FORM) {
            free(item.file);
            free(item.text);
        } else {
            findings->items[kept++] = item;
        }
    }
    findings->count = kept;
}

static int by_place(const void *a, const void *b)
{
    const struct finding *left = a;
    const struct finding *right = b;
    int order = strcmp(left->file, right->file);
    if (order == 0) {
        order = left->line - right->line;
    }
    return order ? order : (left->order > right->order) - (left->order < right->order);
}

void findings_sort(struct findings *findings)
{
    if (findings->count > 0) {
        qsort(findings->items, findings->count, sizeof *findings->items, by_place);
    }
}

size_t findings_print(struct findings *findings)
{
    size_t errors = 0;
    findings_sort(findings);
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
    *findings = (struct findings){.tell = findings->tell, .grammar = findings->grammar};
    return errors;
}
