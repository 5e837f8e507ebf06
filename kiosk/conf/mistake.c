/* SPDX-License-Identifier: MIT */
#include "conf/mistake.h"

#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "base/file.h"
#include "base/str.h"
#include "conf/lines.h"

enum { FILE_BYTES_MAX = 1 << 20, SENTENCE_BYTES = 1024, PLACE_BYTES = 1024 };

/* A kind of mistake names the file first and the place then. These name it in another
 * way: by the arguments `from` to `to`, with `between` between them and `behind` behind
 * them; from 0, by `behind` alone. */
static const struct {
    const char *kind;
    size_t from, to;
    const char *between, *behind;
} rows[] = {
    {"closed_day", 0, 0, "", "closed"},
    {"data_values", 0, 0, "", ""},
    {"field_unknown", 1, 3, "", ""},
    {"guideline_floor", 1, 1, "", ".release_floor_mm"},
    {"guideline_name", 0, 0, "", "name"},
    {"guideline_turn", 1, 1, "", ".turn_mm"},
    {"guideline_zero", 1, 2, ".", ""},
    {"hours_both", 2, 2, "", ""},
    {"hours_none", 1, 1, "", ".to"},
    {"open_hours", 0, 0, "", "open"},
    {"profiles_none", 0, 0, "", "profiles"},
    {"readings_row", 1, 2, ".", ""},
    {"row_letters", 1, 2, ".", ""},
    {"row_taken", 1, 2, ".", ""},
    {"row_twice", 1, 2, ".", ""},
    {"target_base", 1, 1, "", ".of"},
    {"target_beside", 1, 1, "", ".beside"},
    {"target_of", 1, 1, "", ".of"},
    {"target_value", 1, 1, "", ".value"},
    {"text_lacking", 0, 0, "", ""},
    {"voice_first", 1, 1, "", ".code"},
    {"voice_letters", 1, 1, "", ".code"},
    {"voice_twice", 1, 1, "", ".code"},
};

static void put_place(const struct err_cause *cause, char out[PLACE_BYTES])
{
    size_t used = 0;
    str_copy(out, PLACE_BYTES, cause->count > 1 ? cause->arguments[1] : "");
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        if (!str_equal(cause->kind, rows[i].kind)) {
            continue;
        }
        size_t first = rows[i].from;
        for (size_t at = first; at > 0 && at <= rows[i].to && at < cause->count; at++) {
            str_format(out + used, PLACE_BYTES - used, "%s%s",
                       at > first ? rows[i].between : "", cause->arguments[at]);
            used += strlen(out + used);
        }
        str_copy(out + used, PLACE_BYTES - used, rows[i].behind);
    }
}

int conf_mistake_line(const struct err_cause *cause, const char *bytes, size_t length)
{
    char place[PLACE_BYTES];
    put_place(cause, place);
    return cause->kind[0] && place[0] ? conf_line_of(bytes, length, place) : 0;
}

int conf_mistake_line_at(const char *path, const char *place)
{
    size_t length = 0;
    char *bytes = file_read(path, FILE_BYTES_MAX, &length);
    int line = bytes ? conf_line_of(bytes, length, place) : 0;
    free(bytes);
    return line;
}

void conf_mistake_place(void)
{
    char sentence[SENTENCE_BYTES];
    char whole[SENTENCE_BYTES];
    struct err_cause cause = *err_cause();
    str_copy(sentence, sizeof sentence, err_text());
    const char *file = cause.arguments[0];
    size_t name = cause.kind[0] && cause.count > 1 ? strlen(file) : 0;
    if (name == 0 || !str_starts(sentence, file) || !str_starts(sentence + name, ": ")) {
        return;
    }
    char place[PLACE_BYTES];
    put_place(&cause, place);
    int line = place[0] ? conf_mistake_line_at(file, place) : 0;
    str_copy(whole, sizeof whole, sentence);
    if (line > 0) {
        str_format(whole, sizeof whole, "%s:%d%s", file, line, sentence + name);
    }
    err_set_cause(whole, &cause);
}
