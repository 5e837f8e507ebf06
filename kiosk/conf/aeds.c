/* SPDX-License-Identifier: MIT */
#include "conf/aeds.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "base/str.h"
#include "conf/address.h"
#include "conf/data.h"
#include "conf/fields.h"
#include "conf/rows.h"

#define WORDS_WANTED "a text, or one a language: { [\"zh-CN\"] = \"...\", en = \"...\" }"
#define HOURS_WANTED                                                                     \
    "\"always\", \"8:30-17:00\" for each day, \"1-5 8:30-17:00\" for Monday to Friday, " \
    "or a table of these"

enum { WORDS_BYTES_MAX = 240, NAME_BYTES_MAX = 90 };

static const struct conf_field file_fields[] = {
    {.key = "map",
     .want = CONF_WANT_TEXT,
     .optional = true,
     .offset = offsetof(struct conf_aeds, map),
     .size = CONF_AEDS_MAP_MAX,
     .what = "the address of a map, such as \"https://...\""},
    {.key = "aeds",
     .want = CONF_WANT_TABLE,
     .optional = true,
     .what = "a table of rows such as { name = ..., place = ..., east_m = 120, ... }"},
    {.key = "lines",
     .want = CONF_WANT_TABLE,
     .optional = true,
     .what = "a table of rows such as { kind = \"road\", points = { ... } }"},
};

#define METRES_FIELD(member, text)                                                       \
    {                                                                                    \
        .key = #member, .want = CONF_WANT_NUMBER,                                        \
        .offset = offsetof(struct conf_aed, member), .low = -CONF_AEDS_FAR_M,            \
        .high = CONF_AEDS_FAR_M, .what = (text)                                          \
    }

static const struct conf_field aed_fields[] = {
    {.key = "name", .want = CONF_WANT_TEXTS, .what = WORDS_WANTED},
    {.key = "place", .want = CONF_WANT_TEXTS, .what = WORDS_WANTED},
    {.key = "opens", .want = CONF_WANT_TEXTS, .what = WORDS_WANTED},
    {.key = "hours", .want = CONF_WANT_TEXTS, .what = HOURS_WANTED},
    METRES_FIELD(east_m, "metres from the kiosk, to the east above 0"),
    METRES_FIELD(north_m, "metres from the kiosk, to the north above 0"),
};

static const struct conf_field line_fields[] = {
    {.key = "name", .want = CONF_WANT_TEXTS, .optional = true, .what = WORDS_WANTED},
    {.key = "kind", .want = CONF_WANT_TEXTS, .what = "\"road\" or \"river\""},
    {.key = "points",
     .want = CONF_WANT_TABLE,
     .what = "two to 64 points such as { { -200, 30 }, { 200, 40 } }, in metres"},
};

#define FIELDS(table) (table), sizeof(table) / sizeof *(table)

/* What one file is read with. */
struct reading {
    struct conf_rows rows;
    struct conf_aeds *aeds;
    struct conf_aed *sound; /* all sound rows, `aeds->row_count` of them */
};

/* ---- values ------------------------------------------------------------------------ */

/* One text, or a table of them. */
static bool read_hours(const struct conf_place *place, const struct conf_data *value,
                       struct opening *opening)
{
    bool one = value->kind == CONF_TEXT;
    const struct conf_data *items = one ? value : value->items;
    size_t count = one ? 1 : value->count;
    for (size_t i = 0; i < count; i++) {
        bool text = items[i].kind == CONF_TEXT;
        if (!text || !opening_add(opening, items[i].text)) {
            return err_set_as("aed_hours", "%s: %s.hours has \"%.40s\"; write %s",
                              place->file, place->path, text ? items[i].text : "...",
                              HOURS_WANTED);
        }
    }
    return count > 0 || conf_rows_refuse(place, "hours", value, HOURS_WANTED);
}

static bool read_point(const struct conf_data *value, double point[2])
{
    bool sound = value->kind == CONF_TABLE && value->index > 0 && value->count == 2;
    for (int i = 0; sound && i < 2; i++) {
        const struct conf_data *item = &value->items[i];
        sound = item->kind == CONF_NUMBER && item->index == i + 1 &&
                fabs(item->number) <= CONF_AEDS_FAR_M;
        point[i] = sound ? item->number : 0;
    }
    return sound;
}

static bool read_points(const struct conf_place *place, const struct conf_data *value,
                        struct conf_aeds_line *line)
{
    bool sound = value->count >= 2 && value->count <= CONF_AEDS_POINTS_MAX;
    for (size_t i = 0; sound && i < value->count; i++) {
        sound = read_point(&value->items[i], line->points[i]);
    }
    line->count = value->count;
    return sound ||
           err_set_as("aed_points",
                      "%s: %s.points are not two to %d points; write { { -200, 30 }, "
                      "{ 200, 40 } }, in metres from the kiosk, at most %d",
                      place->file, place->path, CONF_AEDS_POINTS_MAX, CONF_AEDS_FAR_M);
}

static bool read_kind(const struct conf_place *place, const struct conf_data *value,
                      struct conf_aeds_line *line)
{
    bool text = value->kind == CONF_TEXT;
    bool road = text && str_equal(value->text, "road");
    line->kind = road ? CONF_AEDS_ROAD : CONF_AEDS_RIVER;
    return road || (text && str_equal(value->text, "river")) ||
           err_set_as("aed_kind", "%s: %s.kind is \"%.40s\"; write \"road\" or \"river\"",
                      place->file, place->path, text ? value->text : "...");
}

/* ---- rows -------------------------------------------------------------------------- */

static bool read_aed(struct reading *reading, const struct conf_place *place,
                     const struct conf_data *row, struct conf_aed *aed)
{
    const struct {
        const char *key;
        size_t most;
        struct conf_phrase *phrase;
    } phrases[] = {{"name", NAME_BYTES_MAX, &aed->name},
                   {"place", WORDS_BYTES_MAX, &aed->place},
                   {"opens", WORDS_BYTES_MAX, &aed->opens}};

    if (!conf_fields_read(place, row, FIELDS(aed_fields), aed)) {
        return false;
    }
    for (size_t i = 0; i < sizeof phrases / sizeof *phrases; i++) {
        if (!conf_rows_phrase(&reading->rows, place, phrases[i].key,
                              conf_field_find(row, phrases[i].key), phrases[i].most,
                              phrases[i].phrase)) {
            return false;
        }
    }
    aed->away_m = hypot(aed->east_m, aed->north_m);
    return read_hours(place, conf_field_find(row, "hours"), &aed->opening);
}

static bool is_same(const struct conf_aed *a, const struct conf_aed *b)
{
    return a->east_m == b->east_m && a->north_m == b->north_m &&
           str_equal(a->name.in[0], b->name.in[0]) &&
           str_equal(a->place.in[0], b->place.in[0]);
}

/* The nearest stay, in order; of two as near the first row comes first. */
static void insert(struct conf_aeds *aeds, const struct conf_aed *aed)
{
    size_t at = aeds->count;
    while (at > 0 && aeds->items[at - 1].away_m > aed->away_m) {
        at--;
    }
    if (at == CONF_AEDS_MAX) {
        return;
    }
    size_t kept = aeds->count < CONF_AEDS_MAX ? aeds->count : CONF_AEDS_MAX - 1;
    memmove(&aeds->items[at + 1], &aeds->items[at], (kept - at) * sizeof *aed);
    aeds->items[at] = *aed;
    aeds->count = kept + 1;
}

static bool add_aed(void *context, const struct conf_place *place,
                    const struct conf_data *row)
{
    struct reading *reading = context;
    struct conf_aeds *aeds = reading->aeds;
    struct conf_aed aed = {0};
    if (!read_aed(reading, place, row, &aed)) {
        return false;
    }
    for (size_t i = 0; i < aeds->row_count; i++) {
        if (is_same(&reading->sound[i], &aed)) {
            return err_set_as("rows_twice",
                              "%s: %s says the same as an earlier row; leave one out",
                              place->file, place->path);
        }
    }
    insert(aeds, &aed);
    reading->sound[aeds->row_count++] = aed;
    return true;
}

static bool add_line(void *context, const struct conf_place *place,
                     const struct conf_data *row)
{
    struct reading *reading = context;
    struct conf_aeds *aeds = reading->aeds;
    struct conf_aeds_line *line = &aeds->lines[aeds->line_count];
    if (!conf_fields_read(place, row, FIELDS(line_fields), line) ||
        !conf_rows_phrase(&reading->rows, place, "name", conf_field_find(row, "name"),
                          NAME_BYTES_MAX, &line->name) ||
        !read_kind(place, conf_field_find(row, "kind"), line) ||
        !read_points(place, conf_field_find(row, "points"), line)) {
        return false;
    }
    aeds->line_count++;
    return true;
}

static void check_map(struct reading *reading)
{
    char *map = reading->aeds->map;
    if (map[0] && !conf_is_address(map)) {
        conf_rows_stand_at(&reading->rows, "map");
        err_set_as("aed_map",
                   "%s: map is \"%.60s\"; write an address such as \"https://...\", in "
                   "Latin letters, without blanks",
                   reading->rows.file, map);
        conf_rows_complain(&reading->rows);
        map[0] = '\0';
    }
}

/* Mistakes beside the rows: unknown keys, a list that is not one. Each is told, and the
 * rest is read all the same. */
static void read_file(struct reading *reading, const struct conf_data *data)
{
    struct conf_rows *rows = &reading->rows;
    const struct conf_place place = {.file = rows->file, .path = ""};
    for (size_t i = 0; i < data->count; i++) {
        const struct conf_data one = {
            .kind = CONF_TABLE, .count = 1, .items = &data->items[i]};
        conf_rows_stand_at(rows, data->items[i].key);
        if (!conf_fields_read(&place, &one, FIELDS(file_fields), reading->aeds)) {
            conf_rows_complain(rows);
        }
    }
    check_map(reading);
    const struct conf_data *list = conf_field_find(data, "aeds");
    const struct conf_data *lines = conf_field_find(data, "lines");
    conf_rows_each(rows, list && list->kind == CONF_TABLE ? list : NULL,
                   CONF_AEDS_ROWS_MAX, add_aed, reading);
    conf_rows_each(rows, lines && lines->kind == CONF_TABLE ? lines : NULL,
                   CONF_AEDS_LINES_MAX, add_line, reading);
}

struct conf_aeds *conf_aeds_load(const char *path, const struct conf_languages *languages,
                                 struct flaws *flaws)
{
    struct reading reading = {
        .rows = {.path = path, .tag = "aeds", .languages = languages, .flaws = flaws}};
    struct conf_data *data = conf_rows_begin(&reading.rows);
    if (data) {
        struct conf_aeds *aeds = calloc(1, sizeof *aeds);
        assert(aeds);
        aeds->data = data;
        aeds->lines = calloc(CONF_AEDS_LINES_MAX, sizeof *aeds->lines);
        assert(aeds->lines);
        reading.aeds = aeds;
        reading.sound = calloc(CONF_AEDS_ROWS_MAX, sizeof *reading.sound);
        assert(reading.sound);
        read_file(&reading, data);
        free(reading.sound);
    }
    conf_rows_end(&reading.rows);
    return reading.aeds;
}

void conf_aeds_free(struct conf_aeds *aeds)
{
    if (aeds) {
        conf_data_free(aeds->data);
        free(aeds->lines);
        free(aeds);
    }
}
