/* SPDX-License-Identifier: MIT */
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "base/str.h"
#include "conf/conf.h"
#include "conf/data.h"

enum { FILE_BYTES = 256 };

struct conf_readings {
    char file[FILE_BYTES];
    struct conf_data *data;
    const struct conf_data *words;      /* NULL without; sorted by key */
    const struct conf_data *characters; /* NULL without; sorted by key */
    const char *several;
};

/* "words" and "characters": texts by name. */
static bool check_rows(const char *file, const struct conf_data *table)
{
    if (table->kind != CONF_TABLE) {
        return err_set_as(
            "readings_table",
            "%s: %s is not a table; write %s = { [\"重复\"] = \"chong2 fu4\" }", file,
            table->key, table->key);
    }
    for (size_t i = 0; i < table->count; i++) {
        const struct conf_data *row = &table->items[i];
        if (row->index > 0) {
            char at[80];
            str_format(at, sizeof at, "%s%s", table->key, row->key);
            return err_set_as("readings_word",
                              "%s: %s has no word; write [\"重复\"] = \"chong2 fu4\"",
                              file, at);
        }
        if (row->kind != CONF_TEXT || row->text[0] == '\0' || row->key[0] == '\0') {
            return err_set_as("readings_row",
                              "%s: %s.%s has no reading; write it in quotes, such as "
                              "\"chong2 fu4\"",
                              file, table->key, row->key);
        }
    }
    return true;
}

static bool take(struct conf_readings *readings, const struct conf_data *item)
{
    if (str_equal(item->key, "words") || str_equal(item->key, "characters")) {
        const struct conf_data **table =
            item->key[0] == 'w' ? &readings->words : &readings->characters;
        *table = item;
        return check_rows(readings->file, item);
    }
    if (str_equal(item->key, "several")) {
        readings->several = item->kind == CONF_TEXT ? item->text : "";
        return item->kind == CONF_TEXT ||
               err_set_as("readings_several",
                          "%s: %s is not a text; write the characters in quotes",
                          readings->file, item->key);
    }
    return err_set_as("readings_key",
                      "%s: there is no \"%s\"; write words, characters or several",
                      readings->file, item->key);
}

struct conf_readings *conf_readings_load(const char *path)
{
    struct conf_data *data = conf_data_load(path);
    if (!data) {
        return NULL;
    }
    struct conf_readings *readings = calloc(1, sizeof *readings);
    assert(readings);
    readings->data = data;
    readings->several = "";
    str_copy(readings->file, sizeof readings->file, path);
    for (size_t i = 0; i < data->count; i++) {
        if (!take(readings, &data->items[i])) {
            conf_readings_free(readings);
            return NULL;
        }
    }
    return readings;
}

void conf_readings_free(struct conf_readings *readings)
{
    if (readings) {
        conf_data_free(readings->data);
        free(readings);
    }
}

const char *conf_readings_file(const struct conf_readings *readings)
{
    return readings->file;
}

const char *conf_readings_several(const struct conf_readings *readings)
{
    return readings->several;
}

static bool row(const struct conf_data *table, size_t index, struct conf_reading *reading)
{
    if (!table || index >= table->count) {
        return false;
    }
    *reading = (struct conf_reading){table->items[index].key, table->items[index].text};
    return true;
}

bool conf_readings_word(const struct conf_readings *readings, size_t index,
                        struct conf_reading *reading)
{
    return row(readings->words, index, reading);
}

bool conf_readings_characters(const struct conf_readings *readings, size_t index,
                              struct conf_reading *reading)
{
    return row(readings->characters, index, reading);
}
