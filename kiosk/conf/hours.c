/* SPDX-License-Identifier: MIT */
#include "conf/hours.h"

#include "base/err.h"
#include "base/file.h"
#include "base/str.h"
#include "conf/data.h"
#include "conf/fields.h"

#define HOURS_WANTED "{ from = 20, to = 8, volume = 1, speech = false }"

/* The same member of `hours` for each key. */
#define HOURS_FIELD(member, kind, needed, least, most, text)                             \
    {                                                                                    \
        .key = #member, .want = (kind), .optional = !(needed),                           \
        .offset = offsetof(struct conf_hours, member), .low = (least), .high = (most),   \
        .what = (text)                                                                   \
    }

static const struct conf_field fields[] = {
    HOURS_FIELD(from, CONF_WANT_WHOLE, true, 0, 23, "an hour"),
    HOURS_FIELD(to, CONF_WANT_WHOLE, true, 0, 24, "an hour"),
    HOURS_FIELD(volume, CONF_WANT_WHOLE, false, 0, 5,
                "a step from 0, silent, to 5, loud"),
    HOURS_FIELD(speech, CONF_WANT_BOOL, false, 0, 0,
                "true, or false where nothing is read aloud unasked"),
    HOURS_FIELD(music, CONF_WANT_BOOL, false, 0, 0, "true or false"),
};

enum { FIELD_COUNT = sizeof fields / sizeof *fields, HOURS_A_DAY = 24 };

/* Past midnight when it ends before it begins. */
static bool holds(const struct conf_hours *hours, int hour)
{
    return hours->from < hours->to ? hour >= hours->from && hour < hours->to
                                   : hour >= hours->from || hour < hours->to;
}

static const struct conf_field rows_field = {
    .key = "hours",
    .want = CONF_WANT_TABLE,
    .what = "a table of rows such as " HOURS_WANTED,
};

static bool read_row(const char *file, const struct conf_data *row,
                     struct conf_hours *hours)
{
    char where[80];
    struct conf_field field = rows_field;
    str_format(where, sizeof where, "hours%s%s", row->index > 0 ? "" : ".", row->key);
    field.key = where;
    if (row->kind != CONF_TABLE || row->index == 0) {
        const struct conf_place top = {.file = file, .path = ""};
        return conf_field_refuse(&top, &field, row);
    }
    const struct conf_place place = {.file = file, .path = where};
    if (!conf_fields_read(&place, row, fields, FIELD_COUNT, hours)) {
        return false;
    }
    return hours->from != hours->to ||
           err_set_as("hours_none",
                      "%s: %s goes from %d to %d and holds no hour; write another end, 0 "
                      "and 24 for the whole day",
                      file, where, hours->from, hours->to);
}

/* Which of two rows holds for an hour is nothing to guess at. */
static bool check_apart(const char *file, const struct conf_hours *rows, size_t count)
{
    for (int hour = 0; hour < HOURS_A_DAY; hour++) {
        size_t first = count;
        for (size_t i = 0; i < count; i++) {
            if (holds(&rows[i], hour) && first < count) {
                char at[2][32];
                str_format(at[0], sizeof at[0], "hours[%zu]", first + 1);
                str_format(at[1], sizeof at[1], "hours[%zu]", i + 1);
                return err_set_as("hours_both",
                                  "%s: %s and %s both hold %d o'clock; let one end where "
                                  "the other begins",
                                  file, at[0], at[1], hour);
            }
            first = holds(&rows[i], hour) ? i : first;
        }
    }
    return true;
}

bool conf_hours_read(const char *file, const struct conf_data *table,
                     struct conf_settings *settings)
{
    const struct conf_data *value = conf_field_find(table, rows_field.key);
    if (!value) {
        return true;
    }
    if (value->count > CONF_HOURS_MAX) {
        return err_set_as("rows_many", "%s: %s has %zu rows; write at most %d", file,
                          rows_field.key, value->count, CONF_HOURS_MAX);
    }
    for (size_t i = 0; i < value->count; i++) {
        settings->hours[i] =
            (struct conf_hours){.volume = settings->volume, .speech = true};
        if (!read_row(file, &value->items[i], &settings->hours[i])) {
            return false;
        }
    }
    settings->hours_count = value->count;
    return check_apart(file, settings->hours, value->count);
}

struct conf_hours conf_hours_at(const struct conf_settings *settings, int hour)
{
    for (size_t i = 0; i < settings->hours_count; i++) {
        if (holds(&settings->hours[i], hour)) {
            return settings->hours[i];
        }
    }
    return conf_hours_usual(settings);
}

/* ---- what staff have set here ------------------------------------------------------ */

bool conf_hours_load(struct conf_settings *settings, const char *path)
{
    struct conf_settings fresh = *settings;
    const struct conf_place place = {.file = path, .path = ""};
    struct conf_data *data = conf_data_load(path);
    fresh.hours_count = 0;
    bool sound = data && conf_fields_read(&place, data, &rows_field, 1, &fresh) &&
                 conf_hours_read(path, data, &fresh);
    conf_data_free(data);
    if (sound) {
        *settings = fresh;
    }
    return sound;
}

bool conf_hours_save(const struct conf_settings *settings, const char *path)
{
    struct str text = {0};
    str_add(&text, "-- Written by the staff's page for hours; without this file the "
                   "settings' own hours hold.\nreturn { hours = {\n");
    for (size_t i = 0; i < settings->hours_count; i++) {
        const struct conf_hours *row = &settings->hours[i];
        str_add(&text,
                "    { from = %d, to = %d, volume = %d, speech = %s, music = %s },\n",
                row->from, row->to, row->volume, row->speech ? "true" : "false",
                row->music ? "true" : "false");
    }
    str_add(&text, "} }\n");
    bool written = file_write(path, text.text, text.length);
    str_free(&text);
    return written;
}

static bool sounds_alike(const struct conf_hours *one, const struct conf_hours *other)
{
    return one->volume == other->volume && one->speech == other->speech &&
           one->music == other->music;
}

/* As few rows as tell the hours apart, from the first hour that differs from the one
 * before; what is as usual needs none. */
static void put_rows(struct conf_settings *settings, const struct conf_hours *day)
{
    const struct conf_hours usual = conf_hours_usual(settings);
    int first = 0;
    settings->hours_count = 0;
    while (first < HOURS_A_DAY &&
           sounds_alike(&day[first], &day[(first + HOURS_A_DAY - 1) % HOURS_A_DAY])) {
        first++;
    }
    if (first == HOURS_A_DAY) {
        settings->hours[0] = day[0];
        settings->hours[0].from = 0;
        settings->hours[0].to = HOURS_A_DAY;
        settings->hours_count = !sounds_alike(&day[0], &usual);
        return;
    }
    for (int at = 0, length = 0; at < HOURS_A_DAY; at += length) {
        const struct conf_hours *hour = &day[(first + at) % HOURS_A_DAY];
        for (length = 1; at + length < HOURS_A_DAY; length++) {
            if (!sounds_alike(hour, &day[(first + at + length) % HOURS_A_DAY])) {
                break;
            }
        }
        if (!sounds_alike(hour, &usual)) {
            struct conf_hours *row = &settings->hours[settings->hours_count++];
            *row = *hour;
            row->from = (first + at) % HOURS_A_DAY;
            row->to = (first + at + length) % HOURS_A_DAY;
        }
    }
}

void conf_hours_set(struct conf_settings *settings, int hour, const struct conf_hours *as)
{
    struct conf_hours day[HOURS_A_DAY];
    for (int i = 0; i < HOURS_A_DAY; i++) {
        day[i] = conf_hours_at(settings, i);
    }
    day[hour] = *as;
    put_rows(settings, day);
}

struct conf_hours conf_hours_usual(const struct conf_settings *settings)
{
    return (struct conf_hours){
        .from = 0, .to = HOURS_A_DAY, .volume = settings->volume, .speech = true};
}
