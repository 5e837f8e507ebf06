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
#include "lesson/tell.h"

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
    int line = *place ? source_line_of_place(source, place) : 0;
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
