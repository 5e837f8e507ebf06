/* SPDX-License-Identifier: MIT */
/*
 * rows: a data file that staff write, row by row. One bad row stops nothing: it is left
 * out and added to the flaws, by file and line. Private to conf.
 */
#ifndef KIOSK_CONF_ROWS_H
#define KIOSK_CONF_ROWS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/flaws.h"
#include "conf/conf.h"
#include "conf/phrase.h"

struct conf_data;
struct conf_place;

enum { CONF_ROWS_PATH_MAX = 96 };

/* What one file is read with; all borrowed. */
struct conf_rows {
    const char *path;
    const char *tag; /* of its flaws */
    const struct conf_languages *languages;
    struct flaws *flaws; /* NULL: they are logged alone */
    char *bytes;
    size_t length;
    char file[CONF_PATH_MAX + 16]; /* "aeds.lua:12", of the row at hand */
};

/* Reads the file's bytes, which conf_rows_end() frees. NULL: it is not there, or is no
 * data, which is a flaw. */
struct conf_data *conf_rows_begin(struct conf_rows *rows);
void conf_rows_end(struct conf_rows *rows);

/* Where in the file a path ("aeds[3]", "map") begins: the sentences about it say so. */
void conf_rows_stand_at(struct conf_rows *rows, const char *path);

/* Adds what err_text() says to the flaws. */
void conf_rows_complain(struct conf_rows *rows);

/* Calls `add` for each row of `list`, which may be NULL or the whole file; false
 * (err_text()) adds a flaw. Rows behind the first `most` are one. */
void conf_rows_each(struct conf_rows *rows, const struct conf_data *list, size_t most,
                    bool (*add)(void *context, const struct conf_place *place,
                                const struct conf_data *row),
                    void *context);

/* A text of one line, or one a language, of at most `most` bytes each. `value` may be
 * NULL: "". */
bool conf_rows_phrase(const struct conf_rows *rows, const struct conf_place *place,
                      const char *key, const struct conf_data *value, size_t most,
                      struct conf_phrase *phrase);

/* Says that the key has what it should not, and what to write. Always false. */
bool conf_rows_refuse(const struct conf_place *place, const char *key,
                      const struct conf_data *value, const char *what);

#endif
