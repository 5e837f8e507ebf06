/* SPDX-License-Identifier: MIT */
#include "broken.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "base/file.h"
#include "base/str.h"
#include "checking.h"
#include "lesson/source.h"
#include "tell.h"

/* The line of the `count`-th `key =`; 0 where there are fewer. */
static int line_of(const char *source, const char *key, int count)
{
    int line = 0;
    for (; count > 0 && source; count--) {
        int next = source_line_of_key(source, key);
        if (next == 0) {
            return 0;
        }
        line += next;
        for (int i = 0; i < next && source; i++) {
            source = strchr(source, '\n');
            source += source != NULL;
        }
    }
    return count == 0 ? line : 0;
}

/* The line of "[2].icon", as far as each row has a line of its own, or of "profiles.adult
 * .rate_cpm"; 0 where it is not found. */
static int line_of_place(const char *source, const char *place)
{
    char key[64];
    const char *dot = strrchr(place, '.');
    int row = *place == '[' ? (int)strtol(place + 1, NULL, 10) : 1;
    str_copy(key, sizeof key, dot ? dot + 1 : place);
    key[strcspn(key, "[")] = '\0';
    int line = *key ? line_of(source, key, row) : 0;
    if (line == 0 && dot) { /* it is missing: where its row or table begins */
        str_format(key, sizeof key, "%.*s", (int)(dot - place), place);
        return line_of_place(source, key);
    }
    return line;
}

/* Where in its file the failure is; "" where it names no place. Every kind of conf/ names
 * the file first and the place then, some in two or three arguments. */
static void place_of(const struct err_cause *cause, char *out, size_t size)
{
    static const struct {
        const char *kind, *between;
        size_t last; /* the argument with the name behind the path */
    } rows[] = {{"field_unknown", "", 3},
                {"row_letters", ".", 2},
                {"row_twice", ".", 2},
                {"guideline_zero", ".", 2}};

    str_copy(out, size, cause->count > 1 ? cause->arguments[1] : "");
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        if (str_equal(cause->kind, rows[i].kind)) {
            str_format(out, size, "%s%s%s%s", cause->arguments[1], rows[i].between,
                       rows[i].last == 3 ? cause->arguments[2] : "",
                       cause->arguments[rows[i].last]);
        }
    }
}

static void add_at(struct findings *findings, const char *file, const char *source,
                   const char *sentence, const struct err_cause *cause)
{
    char placed[TELL_BYTES + PATH_MAX];
    char place[TELL_BYTES];
    place_of(cause, place, sizeof place);
    int line = *place ? line_of_place(source, place) : 0;
    if (line == 0 && str_equal(cause->kind, "field_unknown")) {
        line = source_line_of_key(source, cause->arguments[3]); /* misspelt in one row */
    }
    size_t length = strlen(file);
    bool bare = str_starts(sentence, file) && str_starts(sentence + length, ": ");
    if (line > 0 && bare) {
        str_format(placed, sizeof placed, "%s:%d%s", file, line, sentence + length);
    } else {
        str_copy(placed, sizeof placed, sentence);
    }
    findings_add_failure(findings, FINDING_ERROR, file, placed, cause);
}

void broken_add(struct findings *findings, const char *file)
{
    char sentence[TELL_BYTES];
    size_t length = 0;
    struct err_cause cause = *err_cause();
    struct grammar *grammar = NULL;
    str_copy(sentence, sizeof sentence, err_text());
    char *source = file_read(file, SOURCE_BYTES_MAX, &length);
    enum source_state state =
        source ? source_read(findings, file, source, length, &grammar) : SOURCE_UNTOLD;
    if (state != SOURCE_TOLD) {
        add_at(findings, file, source ? source : "", sentence, &cause);
    }
    grammar_free(grammar);
    free(source);
}
