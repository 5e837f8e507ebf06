/* SPDX-License-Identifier: MIT */
#include "conf/aeds.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "base/file.h"
#include "base/str.h"
#include "conf/address.h"
#include "conf/data.h"
#include "conf/fields.h"
#include "conf/lines.h"

#define WORDS_WANTED "a text, or one a language: { [\"zh-CN\"] = \"...\", en = \"...\" }"
#define HOURS_WANTED                                                                     \
    "\"always\", \"8:30-17:00\" for each day, \"1-5 8:30-17:00\" for Monday to Friday, " \
    "or a table of these"

enum {
    FILE_BYTES_MAX = 1 << 20,
    WORDS_BYTES_MAX = 240,
    NAME_BYTES_MAX = 90,
    PATH_TEXT_MAX = 96
};

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
    const char *path;
    char *bytes;
    size_t length;
    const struct conf_languages *languages;
    struct flaws *flaws;
    struct conf_aeds *aeds;
    struct conf_aed *rows;         /* all sound ones, `aeds->row_count` of them */
    char file[CONF_PATH_MAX + 16]; /* "aeds.lua:12", of the row at hand */
};

/* ---- values ------------------------------------------------------------------------ */

/* As conf/fields.c says it, so that it is told in other languages likewise. */
static bool refuse(const struct conf_place *place, const char *key, const char *found,
                   const char *what)
{
    char at[2 * PATH_TEXT_MAX];
    str_format(at, sizeof at, "%s.%s", place->path, key);
    return err_set_as("field_other", "%s: %s is %s; write %s", place->file, at, found,
                      what);
}

static bool refuse_value(const struct conf_place *place, const char *key,
                         const struct conf_data *value)
{
    char found[48];
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
    return refuse(place, key, found, WORDS_WANTED);
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
                 const struct conf_data *value)
{
    if (value->kind != CONF_TEXT) {
        return refuse_value(place, key, value);
    }
    size_t length = strlen(value->text);
    size_t most = str_equal(key, "name") ? NAME_BYTES_MAX : WORDS_BYTES_MAX;
    if (is_blank(value->text)) {
        return refuse_value(place, key, value);
    }
    if (length > most || !is_one_line(value->text)) {
        return err_set_as("aed_long",
                          "%s: %s.%s has %zu bytes or more than one line; write one line "
                          "of at most %zu bytes",
                          place->file, place->path, key, length, most);
    }
    return true;
}

static void fill_gaps(struct conf_aeds_words *words, size_t count)
{
    const char *first = "";
    for (size_t i = count; i-- > 0;) {
        first = words->in[i] ? words->in[i] : first;
    }
    for (size_t i = 0; i < CONF_LANGUAGES_MAX; i++) {
        words->in[i] = i < count && words->in[i] ? words->in[i] : first;
    }
}

/* A text, or one a language. `value` may be NULL: "". */
static bool read_words(const struct reading *reading, const struct conf_place *place,
                       const char *key, const struct conf_data *value,
                       struct conf_aeds_words *words)
{
    size_t count = reading->languages->count;
    *words = (struct conf_aeds_words){0};
    if (value && value->kind == CONF_TEXT) {
        words->in[0] = value->text;
        fill_gaps(words, 1);
        return fits(place, key, value);
    }
    if (value && value->count == 0) {
        return refuse_value(place, key, value);
    }
    for (size_t i = 0; value && i < value->count; i++) {
        const struct conf_data *item = &value->items[i];
        int lang = item->index > 0 ? -1 : conf_language_at(reading->languages, item->key);
        if (lang < 0) {
            char codes[128];
            conf_language_codes(reading->languages, codes, sizeof codes);
            return err_set_as("aed_lang",
                              "%s: %s.%s has the key %s, which no language of this kiosk "
                              "is called; write %s",
                              place->file, place->path, key, item->key, codes);
        }
        if (!fits(place, key, item)) {
            return false;
        }
        words->in[lang] = item->text;
    }
    fill_gaps(words, count);
    return true;
}

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
    return count > 0 || refuse(place, "hours", "a table of 0 entries", HOURS_WANTED);
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
    struct conf_aeds_words *words[] = {&aed->name, &aed->place, &aed->opens};
    if (!conf_fields_read(place, row, FIELDS(aed_fields), aed)) {
        return false;
    }
    for (size_t i = 0; i < 3; i++) {
        const char *key = aed_fields[i].key;
        if (!read_words(reading, place, key, conf_field_find(row, key), words[i])) {
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

static bool add_aed(struct reading *reading, const struct conf_place *place,
                    const struct conf_data *row)
{
    struct conf_aeds *aeds = reading->aeds;
    struct conf_aed aed = {0};
    if (!read_aed(reading, place, row, &aed)) {
        return false;
    }
    for (size_t i = 0; i < aeds->row_count; i++) {
        if (is_same(&reading->rows[i], &aed)) {
            return err_set_as("aed_twice",
                              "%s: %s says the same as an earlier row; leave one out",
                              place->file, place->path);
        }
    }
    insert(aeds, &aed);
    reading->rows[aeds->row_count++] = aed;
    return true;
}

static bool add_line(struct reading *reading, const struct conf_place *place,
                     const struct conf_data *row)
{
    struct conf_aeds *aeds = reading->aeds;
    struct conf_aeds_line *line = &aeds->lines[aeds->line_count];
    if (!conf_fields_read(place, row, FIELDS(line_fields), line) ||
        !read_words(reading, place, "name", conf_field_find(row, "name"), &line->name) ||
        !read_kind(place, conf_field_find(row, "kind"), line) ||
        !read_points(place, conf_field_find(row, "points"), line)) {
        return false;
    }
    aeds->line_count++;
    return true;
}

/* Where in the file a path begins, for the sentences about it. */
static void stand_at(struct reading *reading, const char *path)
{
    int line = conf_line_of(reading->bytes, reading->length, path);
    str_format(reading->file, sizeof reading->file, line > 0 ? "%s:%d" : "%s",
               reading->path, line);
}

static void complain(struct reading *reading)
{
    flaws_add(reading->flaws, "aeds", FLAW_WITHOUT);
}

/* All rows of `list`, each for itself. */
static void add_rows(struct reading *reading, const struct conf_data *list, size_t most,
                     bool (*add)(struct reading *reading, const struct conf_place *place,
                                 const struct conf_data *row))
{
    for (size_t i = 0; list && i < list->count && i <= most; i++) {
        const struct conf_data *row = &list->items[i];
        char path[PATH_TEXT_MAX];
        str_format(path, sizeof path, "%s%s%s", list->key, row->index > 0 ? "" : ".",
                   row->key);
        stand_at(reading, path);
        const struct conf_place place = {.file = reading->file, .path = path};
        bool sound = false;
        if (i == most) {
            err_set_as("aed_many",
                       "%s: %s has %zu rows; write at most %zu, those near the kiosk",
                       reading->file, list->key, list->count, most);
        } else if (row->kind != CONF_TABLE || row->index == 0) {
            err_set_as("aed_row",
                       "%s: %s is not a row; write { ... } with commas between",
                       reading->file, path);
        } else {
            sound = add(reading, &place, row);
        }
        if (!sound) {
            complain(reading);
        }
    }
}

static void check_map(struct reading *reading)
{
    char *map = reading->aeds->map;
    if (map[0] && !conf_is_address(map)) {
        stand_at(reading, "map");
        err_set_as("aed_map",
                   "%s: map is \"%.60s\"; write an address such as \"https://...\", in "
                   "Latin letters, without blanks",
                   reading->file, map);
        complain(reading);
        map[0] = '\0';
    }
}

/* Mistakes beside the rows: unknown keys, a list that is not one. Each is told, and the
 * rest is read all the same. */
static void read_file(struct reading *reading, const struct conf_data *data)
{
    const struct conf_place place = {.file = reading->file, .path = ""};
    for (size_t i = 0; i < data->count; i++) {
        const struct conf_data one = {
            .kind = CONF_TABLE, .count = 1, .items = &data->items[i]};
        stand_at(reading, data->items[i].key);
        if (!conf_fields_read(&place, &one, FIELDS(file_fields), reading->aeds)) {
            complain(reading);
        }
    }
    check_map(reading);
    const struct conf_data *list = conf_field_find(data, "aeds");
    const struct conf_data *lines = conf_field_find(data, "lines");
    add_rows(reading, list && list->kind == CONF_TABLE ? list : NULL, CONF_AEDS_ROWS_MAX,
             add_aed);
    add_rows(reading, lines && lines->kind == CONF_TABLE ? lines : NULL,
             CONF_AEDS_LINES_MAX, add_line);
}

struct conf_aeds *conf_aeds_load(const char *path, const struct conf_languages *languages,
                                 struct flaws *flaws)
{
    struct reading reading = {.path = path, .languages = languages, .flaws = flaws};
    if (!file_exists(path)) {
        return NULL;
    }
    reading.bytes = file_read(path, FILE_BYTES_MAX, &reading.length);
    struct conf_data *data =
        reading.bytes ? conf_data_parse(path, reading.bytes, reading.length) : NULL;
    if (!data) {
        complain(&reading);
        free(reading.bytes);
        return NULL;
    }
    struct conf_aeds *aeds = calloc(1, sizeof *aeds);
    assert(aeds);
    aeds->data = data;
    aeds->lines = calloc(CONF_AEDS_LINES_MAX, sizeof *aeds->lines);
    assert(aeds->lines);
    reading.aeds = aeds;
    reading.rows = calloc(CONF_AEDS_ROWS_MAX, sizeof *reading.rows);
    assert(reading.rows);
    read_file(&reading, data);
    free(reading.rows);
    free(reading.bytes);
    return aeds;
}

void conf_aeds_free(struct conf_aeds *aeds)
{
    if (aeds) {
        conf_data_free(aeds->data);
        free(aeds->lines);
        free(aeds);
    }
}
