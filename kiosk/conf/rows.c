/* SPDX-License-Identifier: MIT */
#include "conf/rows.h"

#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "base/file.h"
#include "base/str.h"
#include "conf/data.h"
#include "conf/fields.h"
#include "conf/lines.h"
#include "conf/mistake.h"

#define PHRASE_WANTED "a text, or one a language: { [\"zh-CN\"] = \"...\", en = \"...\" }"

enum { FILE_BYTES_MAX = 1 << 20 };

/* ---- the file ---------------------------------------------------------------------- */

struct conf_data *conf_rows_begin(struct conf_rows *rows)
{
    if (!file_exists(rows->path)) {
        return NULL;
    }
    rows->bytes = file_read(rows->path, FILE_BYTES_MAX, &rows->length);
    struct conf_data *data =
        rows->bytes ? conf_data_parse(rows->path, rows->bytes, rows->length) : NULL;
    if (!data) {
        conf_mistake_place();
        conf_rows_complain(rows);
    }
    return data;
}

void conf_rows_end(struct conf_rows *rows)
{
    free(rows->bytes);
    rows->bytes = NULL;
}

void conf_rows_stand_at(struct conf_rows *rows, const char *path)
{
    int line = conf_line_of(rows->bytes, rows->length, path);
    str_format(rows->file, sizeof rows->file, line > 0 ? "%s:%d" : "%s", rows->path,
               line);
}

void conf_rows_complain(struct conf_rows *rows)
{
    flaws_add(rows->flaws, rows->tag, FLAW_WITHOUT);
}

void conf_rows_each(struct conf_rows *rows, const struct conf_data *list, size_t most,
                    bool (*add)(void *context, const struct conf_place *place,
                                const struct conf_data *row),
                    void *context)
{
    for (size_t i = 0; list && i < list->count && i <= most; i++) {
        const struct conf_data *row = &list->items[i];
        const char *name = list->key ? list->key : "";
        char path[CONF_ROWS_PATH_MAX];
        str_format(path, sizeof path, "%s%s%s", name, row->index > 0 || !*name ? "" : ".",
                   row->key);
        conf_rows_stand_at(rows, path);
        const struct conf_place place = {.file = rows->file, .path = path};
        bool sound = false;
        if (i == most) {
            err_set_as("rows_most", "%s: there are %zu rows; write at most %zu",
                       rows->file, list->count, most);
        } else if (row->kind != CONF_TABLE || row->index == 0) {
            err_set_as("rows_row",
                       "%s: %s is not a row; write { ... } with commas between",
                       rows->file, path);
        } else {
            sound = add(context, &place, row);
        }
        if (!sound) {
            conf_rows_complain(rows);
        }
    }
}

/* ---- values ------------------------------------------------------------------------ */

bool conf_rows_refuse(const struct conf_place *place, const char *key,
                      const struct conf_data *value, const char *what)
{
    char found[48];
    char at[2 * CONF_ROWS_PATH_MAX];
    switch (value->kind) {
    case CONF_TABLE:
        str_format(found, sizeof found, "a table of %zu entries", value->count);
        break;
    case CONF_NUMBER: str_format(found, sizeof found, "%.10g", value->number); break;
    case CONF_BOOL:
        str_copy(found, sizeof found, value->boolean ? "true" : "false");
        break;
    case CONF_TEXT: str_format(found, sizeof found, "\"%.40s\"", value->text); break;
    }
    str_format(at, sizeof at, "%s.%s", place->path, key);
    /* As conf/fields.c says it, so that it is told in other languages likewise. */
    return err_set_as("field_other", "%s: %s is %s; write %s", place->file, at, found,
                      what);
}

/* Blanks alone, those of Chinese as well. */
static bool is_blank(const char *text)
{
    while (*text == ' ' || str_starts(text, "　")) {
        text += *text == ' ' ? 1 : strlen("　");
    }
    return *text == '\0';
}

static bool is_one_line(const char *text)
{
    while (*text && (unsigned char)*text >= ' ' && *text != 0x7F) {
        text++;
    }
    return *text == '\0';
}

static bool fits(const struct conf_place *place, const char *key,
                 const struct conf_data *value, size_t most)
{
    if (value->kind != CONF_TEXT || is_blank(value->text)) {
        return conf_rows_refuse(place, key, value, PHRASE_WANTED);
    }
    size_t length = strlen(value->text);
    if (length > most || !is_one_line(value->text)) {
        return err_set_as("rows_long",
                          "%s: %s.%s has %zu bytes or more than one line; write one line "
                          "of at most %zu bytes",
                          place->file, place->path, key, length, most);
    }
    return true;
}

static void fill_gaps(struct conf_phrase *phrase, size_t count)
{
    const char *first = "";
    for (size_t i = count; i-- > 0;) {
        first = phrase->in[i] ? phrase->in[i] : first;
    }
    for (size_t i = 0; i < CONF_LANGUAGES_MAX; i++) {
        phrase->in[i] = i < count && phrase->in[i] ? phrase->in[i] : first;
    }
}

bool conf_rows_phrase(const struct conf_rows *rows, const struct conf_place *place,
                      const char *key, const struct conf_data *value, size_t most,
                      struct conf_phrase *phrase)
{
    size_t count = rows->languages->count;
    *phrase = (struct conf_phrase){0};
    if (value && value->kind == CONF_TEXT) {
        phrase->in[0] = value->text;
        fill_gaps(phrase, 1);
        return fits(place, key, value, most);
    }
    if (value && value->count == 0) {
        return conf_rows_refuse(place, key, value, PHRASE_WANTED);
    }
    for (size_t i = 0; value && i < value->count; i++) {
        const struct conf_data *item = &value->items[i];
        int lang = item->index > 0 ? -1 : conf_language_at(rows->languages, item->key);
        if (lang < 0) {
            char codes[128];
            conf_language_codes(rows->languages, codes, sizeof codes);
            return err_set_as("rows_lang",
                              "%s: %s.%s has the key %s, which no language of this kiosk "
                              "is called; write %s",
                              place->file, place->path, key, item->key, codes);
        }
        if (!fits(place, key, item, most)) {
            return false;
        }
        phrase->in[lang] = item->text;
    }
    fill_gaps(phrase, count);
    return true;
}
