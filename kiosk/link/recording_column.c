/* SPDX-License-Identifier: MIT */
#include "link/recording_column.h"

#include <string.h>
#include <strings.h>

static const struct column_name column_names[] = {
    {"t_ms", COLUMN_TIME, 1e3},
    {"t_s", COLUMN_TIME, 1e6},
    {"t_us", COLUMN_TIME, 1},
    {"depth_mm", COLUMN_DEPTH, 0},
    {"force_n", COLUMN_FORCE, 0},
    {"volume_ml", COLUMN_VOLUME, 0},
    {"hands", COLUMN_HANDS, 0},
    {"lost", COLUMN_LOST, 0},
    /* As spreadsheets of teachers have them. */
    {"time_ms", COLUMN_TIME, 1e3},
    {"time_s", COLUMN_TIME, 1e6},
    {"time_us", COLUMN_TIME, 1},
    {"depth_cm", COLUMN_DEPTH, 10},
};

static const struct column_name *find_column(const char *name)
{
    for (size_t i = 0; i < sizeof column_names / sizeof *column_names; i++) {
        if (strcasecmp(name, column_names[i].name) == 0) {
            return &column_names[i];
        }
    }
    return NULL;
}

/* A column that the caller names: its unit is the end of its name, else ms or mm. */
static const struct column_name *named_column(const char *name, enum column column)
{
    static const char *const ends[] = {"ms", "us", "mm", "cm", "s"};
    static const char *const same[] = {"t_ms", "t_us", "depth_mm", "depth_cm", "t_s"};
    size_t length = strlen(name);
    while (length > 0 && strchr(")] ", name[length - 1])) {
        length--;
    }
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        size_t size = strlen(ends[i]);
        bool parted =
            length == size || (length > size && strchr("_ ([", name[length - size - 1]));
        if (parted && strncasecmp(name + length - size, ends[i], size) == 0 &&
            (column == COLUMN_TIME) == (same[i][0] == 't')) {
            return find_column(same[i]);
        }
    }
    return find_column(column == COLUMN_TIME ? "t_ms" : "depth_mm");
}

const struct column_name *recording_column(const struct recording_columns *names,
                                           const char *field)
{
    if (names->time && strcasecmp(field, names->time) == 0) {
        return named_column(field, COLUMN_TIME);
    }
    if (names->depth && strcasecmp(field, names->depth) == 0) {
        return named_column(field, COLUMN_DEPTH);
    }
    const struct column_name *column = find_column(field);
    bool replaced = column && ((names->time && column->column == COLUMN_TIME) ||
                               (names->depth && column->column == COLUMN_DEPTH));
    return replaced ? NULL : column;
}
