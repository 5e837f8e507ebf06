/* SPDX-License-Identifier: MIT */
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "base/str.h"
#include "conf/address.h"
#include "conf/conf.h"
#include "conf/data.h"
#include "conf/fields.h"
#include "conf/hours.h"
#include "conf/opened.h"

#define TEXT_FIELD(member, text)                                                         \
    {                                                                                    \
        .key = #member, .want = CONF_WANT_TEXT, .optional = true,                        \
        .offset = offsetof(struct conf_settings, member),                                \
        .size = sizeof((struct conf_settings *)0)->member, .what = (text)                \
    }
#define NUMBER_FIELD(member, kind, from, to, text)                                       \
    {                                                                                    \
        .key = #member, .want = (kind), .optional = true,                                \
        .offset = offsetof(struct conf_settings, member), .low = (from), .high = (to),   \
        .what = (text)                                                                   \
    }

#define MANIKIN_NAMES                                                                    \
    "\"auto\", \"sim\", a device such as \"/dev/ttyUSB0\", or \"replay:FILE\""

static const struct conf_field fields[] = {
    TEXT_FIELD(data, "the folder of the counts"),
    TEXT_FIELD(pin, "\"new\", while staff shall choose a PIN"),
    TEXT_FIELD(lang, "the code of a language, such as \"en\""),
    TEXT_FIELD(guideline, "the name of a guideline, such as \"aha-2025/adult\""),
    {.key = "manikin",
     .want = CONF_WANT_TEXTS,
     .optional = true,
     .what = MANIKIN_NAMES ", or a table of them"},
    TEXT_FIELD(place, "the name of the hall"),
    TEXT_FIELD(county, "the name of the county, as reports are to have it"),
    {.key = "open",
     .want = CONF_WANT_TEXTS,
     .optional = true,
     .what = "hours such as \"2-7 9:00-17:00\", or a table of them"},
    {.key = "closed",
     .want = CONF_WANT_TEXTS,
     .optional = true,
     .what = "days such as \"2026-02-16\" or \"2026-02-16..2026-02-22\", or a table of "
             "them"},
    TEXT_FIELD(result_page, "an address such as \"https://...\""),
    TEXT_FIELD(set, "a set of scripts/sets.lua, such as \"school\""),
    TEXT_FIELD(audience, "an audience that lessons name, such as \"school\""),
    {.key = "rival",
     .want = CONF_WANT_TEXT,
     .optional = true,
     .offset = offsetof(struct conf_settings, hall.rival),
     .size = sizeof((struct conf_settings *)0)->hall.rival,
     .what = "the name of another hall"},
    NUMBER_FIELD(diagonal_inch, CONF_WANT_NUMBER, 5, 150, "a number of inches"),
    NUMBER_FIELD(distance_mm, CONF_WANT_NUMBER, 200, 5000, "a number of millimetres"),
    NUMBER_FIELD(idle_s, CONF_WANT_WHOLE, 20, 600, "a number of seconds"),
    NUMBER_FIELD(countdown_s, CONF_WANT_WHOLE, 5, 120, "a number of seconds"),
    NUMBER_FIELD(test_s, CONF_WANT_WHOLE, 10, 600, "a number of seconds"),
    NUMBER_FIELD(volume, CONF_WANT_WHOLE, 0, 5, "a step from 0, silent, to 5, loud"),
    {.key = "hours",
     .want = CONF_WANT_TABLE,
     .optional = true,
     .what = "a table of rows such as { from = 20, to = 8, volume = 1 }"},
    {.key = "trusted_keys",
     .want = CONF_WANT_TABLE,
     .optional = true,
     .what = "a table of rows such as { name = \"who signs\", key = \"MCow...\" }"},
};

#define KEY_FIELD(member, text)                                                          \
    {                                                                                    \
        .key = #member, .want = CONF_WANT_TEXT,                                          \
        .offset = offsetof(struct conf_key, member),                                     \
        .size = sizeof((struct conf_key *)0)->member, .what = (text)                     \
    }

static const struct conf_field key_fields[] = {
    KEY_FIELD(name, "the name of who signs, as staff know it"),
    KEY_FIELD(key, "the line of a .pub file that begins with MCow"),
};

enum { FIELD_COUNT = sizeof fields / sizeof *fields };

/* Idle time and countdown are those of the design for a hall; 600 mm is an arm's length
 * from a touch screen. */
void conf_settings_default(struct conf_settings *settings)
{
    *settings = (struct conf_settings){
        .lang = "zh-CN",
        .set = "hall",
        .guideline = "aha-2025/adult",
        .manikins = {"auto"},
        .manikin_count = 1,
        .diagonal_inch = 21.5,
        .distance_mm = 600,
        .idle_s = 60,
        .countdown_s = 30,
        .test_s = 30,
        .volume = 3,
    };
}

const char *conf_settings_key(size_t index)
{
    return index < FIELD_COUNT ? fields[index].key : NULL;
}

static bool is_named(const char *name)
{
    bool replay = str_starts(name, "replay:") && name[sizeof "replay:" - 1];
    return str_equal(name, "auto") || str_equal(name, "sim") ||
           str_starts(name, "sim:") || name[0] == '/' || replay;
}

/* A device has no comma in its name; a file or a learner may, but not before a name. */
bool conf_manikin_is_list(const char *name)
{
    const char *comma = strchr(name, ',');
    if (!comma || name[0] == '/') {
        return comma != NULL;
    }
    for (; comma; comma = strchr(comma + 1, ',')) {
        const char *next = comma + 1 + strspn(comma + 1, " ");
        char first[CONF_PATH_MAX];
        str_format(first, sizeof first, "%.*s", (int)strcspn(next, ","), next);
        if (is_named(first)) {
            return true;
        }
    }
    return false;
}

bool conf_manikin_fits(const char *name)
{
    return !conf_manikin_is_list(name) && is_named(name);
}

static const struct conf_field *field_of(const char *key)
{
    const struct conf_field *field = fields;
    while (!str_equal(field->key, key)) {
        field++;
    }
    return field;
}

/* What stands at `at`, which is the key of a setting or a row of it. */
static bool refuse(const char *file, const char *key, const char *at,
                   const struct conf_data *value)
{
    const struct conf_place place = {.file = file, .path = ""};
    struct conf_field field = *field_of(key);
    field.key = at;
    return conf_field_refuse(&place, &field, value);
}

/* `item` is the setting itself, or a row of it. */
static bool read_manikin(const char *file, const struct conf_data *item, bool row,
                         char to[CONF_PATH_MAX])
{
    char at[80];
    str_format(at, sizeof at, "%s%s%s", row ? "manikin" : "",
               row && item->index == 0 ? "." : "", item->key);
    if (item->kind != CONF_TEXT || (row && item->index == 0)) {
        return refuse(file, "manikin", at, item);
    }
    if (!str_copy(to, CONF_PATH_MAX, item->text)) {
        return err_set_as("manikin_long",
                          "%s: %s is \"%.40s...\"; write at most %d bytes", file, at,
                          item->text, CONF_PATH_MAX - 1);
    }
    if (conf_manikin_is_list(to)) {
        return err_set_as("manikin_list",
                          "%s: %s is \"%s\"; write { \"%.*s\", ... }, each manikin as a "
                          "text of its own",
                          file, at, to, (int)strcspn(to, ","), to);
    }
    return conf_manikin_fits(to) || refuse(file, "manikin", at, item);
}

/* One text, or a table of them. */
static bool read_manikins(const char *file, const struct conf_data *data,
                          struct conf_settings *settings)
{
    const struct conf_data *value = conf_field_find(data, "manikin");
    if (!value) {
        return true;
    }
    bool one = value->kind == CONF_TEXT;
    const struct conf_data *items = one ? value : value->items;
    size_t count = one ? 1 : value->count;
    if (count < 1 || count > CONF_MANIKINS_MAX) {
        return err_set_as("manikin_count",
                          "%s: %s holds %zu entries; write one to %d manikins", file,
                          "manikin", count, CONF_MANIKINS_MAX);
    }
    for (size_t i = 0; i < count; i++) {
        if (!read_manikin(file, &items[i], !one, settings->manikins[i])) {
            return false;
        }
    }
    settings->manikin_count = (int)count;
    return true;
}

static bool read_keys(const char *file, const struct conf_data *data,
                      struct conf_settings *settings)
{
    const struct conf_data *value = conf_field_find(data, "trusted_keys");
    if (!value) {
        return true;
    }
    if (value->count > CONF_KEYS_MAX) {
        return err_set_as("rows_many", "%s: %s has %zu rows; write at most %d", file,
                          "trusted_keys", value->count, CONF_KEYS_MAX);
    }
    for (size_t i = 0; i < value->count; i++) {
        const struct conf_data *row = &value->items[i];
        char path[96];
        str_format(path, sizeof path, "trusted_keys%s%s", row->index > 0 ? "" : ".",
                   row->key);
        const struct conf_place place = {.file = file, .path = path};
        if (row->kind != CONF_TABLE || row->index == 0) {
            return refuse(file, "trusted_keys", path, row);
        }
        settings->trusted_keys[i] = (struct conf_key){0};
        if (!conf_fields_read(&place, row, key_fields, 2, &settings->trusted_keys[i])) {
            return false;
        }
    }
    settings->trusted_count = value->count;
    return true;
}

/* What a row cannot say: texts of which only some have a meaning. */
static bool check_words(const char *file, const struct conf_data *data,
                        const struct conf_settings *settings)
{
    if (settings->guideline[0] == '\0') {
        return refuse(file, "guideline", "guideline", conf_field_find(data, "guideline"));
    }
    const char *page = settings->result_page;
    if (page[0] && (!conf_is_address(page) || strchr(page, '#'))) {
        return err_set_as(
            "result_page",
            "%s: result_page is \"%.60s\"; write an address such as "
            "\"https://...\", in Latin letters, without blanks and without #",
            file, page);
    }
    return true;
}

bool conf_pin_is_new(const struct conf_settings *settings)
{
    return str_equal(settings->pin, "new");
}

static bool check_pin(const char *file, const struct conf_data *data,
                      const struct conf_settings *settings)
{
    return !settings->pin[0] || conf_pin_is_new(settings) ||
           refuse(file, "pin", "pin", conf_field_find(data, "pin"));
}

/* All of it or nothing. */
static bool read_table(struct conf_settings *settings, const char *path,
                       const struct conf_data *data)
{
    struct conf_settings fresh = *settings;
    struct conf_place place = {.file = path, .path = ""};
    bool sound = conf_fields_read(&place, data, fields, FIELD_COUNT, &fresh) &&
                 read_manikins(path, data, &fresh) &&
                 conf_hours_read(path, data, &fresh) &&
                 conf_opened_read(path, data, &fresh) && read_keys(path, data, &fresh) &&
                 check_words(path, data, &fresh) && check_pin(path, data, &fresh);
    fresh.set_chosen = fresh.set_chosen || conf_field_find(data, "set");
    if (sound) {
        *settings = fresh;
    }
    return sound;
}

bool conf_settings_load(struct conf_settings *settings, const char *path)
{
    struct conf_data *data = conf_data_load(path);
    bool sound = data && read_table(settings, path, data);
    conf_data_free(data);
    return sound;
}

/* `data` itself, or "date" and "Data": whoever wrote that wants the counts elsewhere. */
static bool means_data(const char *key)
{
    return str_distance(key, "data") <= 1;
}

/* A key that is wrong by itself is left out, and the others are read together: the rows
 * of `hours` have the whole day's volume. */
enum conf_settings_read conf_settings_read(struct conf_settings *settings,
                                           const char *path, void (*skip)(void *context),
                                           void *context)
{
    struct conf_data *data = conf_data_load(path);
    if (!data) {
        return CONF_SETTINGS_UNREAD;
    }
    enum conf_settings_read read = CONF_SETTINGS_WHOLE;
    struct conf_data sound = *data;
    sound.items = calloc(data->count + 1, sizeof *sound.items);
    assert(sound.items);
    sound.count = 0;
    for (size_t i = 0; i < data->count && read != CONF_SETTINGS_NO_DATA; i++) {
        struct conf_settings tried = *settings;
        struct conf_data one = *data;
        one.items = &data->items[i];
        one.count = 1;
        if (read_table(&tried, path, &one)) {
            sound.items[sound.count++] = data->items[i];
        } else if (means_data(one.items->key)) {
            read = CONF_SETTINGS_NO_DATA;
        } else {
            read = CONF_SETTINGS_PART;
            skip(context);
        }
    }
    if (read != CONF_SETTINGS_NO_DATA && !read_table(settings, path, &sound)) {
        read = CONF_SETTINGS_PART;
        skip(context);
    }
    free(sound.items); /* what is in them is that of `data` */
    conf_data_free(data);
    return read;
}
