/* SPDX-License-Identifier: MIT */
#include "conf/hours.h"

#include "base/err.h"
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

static bool read_row(const char *file, const struct conf_data *row, size_t number,
                     struct conf_hours *hours)
{
    char where[32];
    str_format(where, sizeof where, "hours[%zu]", number);
    if (row->kind != CONF_TABLE || row->index == 0) {
        return err_set(
            "%s: hours holds something that is no row; write { " HOURS_WANTED " }", file);
    }
    const struct conf_place place = {.file = file, .path = where};
    if (!conf_fields_read(&place, row, fields, FIELD_COUNT, hours)) {
        return false;
    }
    return hours->from != hours->to ||
           err_set("%s: %s goes from %d to %d and holds no hour; write another end, 0 "
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
                return err_set("%s: hours[%zu] and hours[%zu] both hold %d o'clock; let "
                               "one end where the other begins",
                               file, first + 1, i + 1, hour);
            }
            first = holds(&rows[i], hour) ? i : first;
        }
    }
    return true;
}

bool conf_hours_read(const char *file, const struct conf_data *table,
                     struct conf_settings *settings)
{
    const struct conf_data *value = conf_field_find(table, "hours");
    if (!value) {
        return true;
    }
    if (value->count > CONF_HOURS_MAX) {
        return err_set("%s: hours has %zu rows; write at most %d", file, value->count,
                       CONF_HOURS_MAX);
    }
    for (size_t i = 0; i < value->count; i++) {
        settings->hours[i] =
            (struct conf_hours){.volume = settings->volume, .speech = true};
        if (!read_row(file, &value->items[i], i + 1, &settings->hours[i])) {
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
    return (struct conf_hours){
        .from = 0, .to = HOURS_A_DAY, .volume = settings->volume, .speech = true};
}
