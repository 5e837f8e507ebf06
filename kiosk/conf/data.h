/* SPDX-License-Identifier: MIT */
/*
 * data: a Lua data file as a plain tree. Private to conf, to lesson for the head of a
 * lesson, and to a county's figures for its targets.
 *
 * The chunk runs in a bare state and the state is closed again before a caller looks at
 * the tree: past this file nothing can raise, allocate in Lua, or run a script.
 */
#ifndef KIOSK_CONF_DATA_H
#define KIOSK_CONF_DATA_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum conf_kind { CONF_TEXT, CONF_NUMBER, CONF_BOOL, CONF_TABLE };

enum {
    CONF_DATA_KEY_MAX = 64,  /* bytes of a name, with its end */
    CONF_DATA_DEPTH_MAX = 8, /* tables in one another */
};

struct conf_data {
    enum conf_kind kind;
    char *key;     /* "idle_s", "[1]" in a list, NULL for the whole file */
    int64_t index; /* 1.. in a list; 0 under a name */
    char *text;    /* CONF_TEXT: well-formed UTF-8 without NUL */
    double number;
    bool boolean;
    size_t count;            /* CONF_TABLE */
    struct conf_data *items; /* the list first, then names in byte order */
};

/* The table that the chunk returns. NULL (err_text() begins with `file`) when the chunk
 * is wrong, does not end, or returns anything that is not plain data. */
struct conf_data *conf_data_parse(const char *file, const char *bytes, size_t length);

/* The same for the file at `path`. */
struct conf_data *conf_data_load(const char *path);

/* Puts the items of a table into their order. False: two have the same key. */
bool conf_data_sort(struct conf_data *table);

/* NULL is fine. */
void conf_data_free(struct conf_data *data);

#endif
