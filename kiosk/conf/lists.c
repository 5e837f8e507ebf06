/* SPDX-License-Identifier: MIT */
/* Data files that are a list of rows, each with a name of its own: languages, topics. */
#include <string.h>

#include "base/err.h"
#include "base/str.h"
#include "conf/conf.h"
#include "conf/data.h"
#include "conf/fields.h"
#include "conf/voices.h"

#define FIELD(type, member, text)                                                        \
    {                                                                                    \
        .key = #member, .want = CONF_WANT_TEXT, .offset = offsetof(struct type, member), \
        .size = sizeof((struct type *)0)->member, .what = (text)                         \
    }

static const struct conf_field language_fields[] = {
    FIELD(conf_language, code, "the name of its text files, such as \"en\""),
    FIELD(conf_language, name, "its own name, such as \"English\""),
    FIELD(conf_language, locale,
          "the language whose rules break its lines, such as \"en\""),
    {.key = "engine",
     .want = CONF_WANT_TEXT,
     .optional = true,
     .offset = offsetof(struct conf_language, engine),
     .size = sizeof((struct conf_language *)0)->engine,
     .what = "a voice that espeak-ng --voices lists, such as \"en-gb\""},
    {.key = "voices",
     .want = CONF_WANT_TABLE,
     .optional = true,
     .what = "rows { code = ..., name = ... }"},
};

static const struct conf_field topic_fields[] = {
    FIELD(conf_topic, id, "what lessons call it, such as \"first-aid\""),
    FIELD(conf_topic, title, "the key of a text"),
    FIELD(conf_topic, words, "the key of a text"),
    FIELD(conf_topic, icon, "the name of an icon, such as \"plus\""),
    FIELD(conf_topic, colour, "the name of a colour, such as \"green\""),
    {.key = "scene",
     .want = CONF_WANT_TEXT,
     .optional = true,
     .offset = offsetof(struct conf_topic, scene),
     .size = sizeof((struct conf_topic *)0)->scene,
     .what = "the name of a picture, such as \"press\""},
    {.key = "calls_120",
     .want = CONF_WANT_BOOL,
     .optional = true,
     .offset = offsetof(struct conf_topic, calls_120),
     .what = "true where lessons end with when to call 120"},
};

/* A kind of list. The first field is the row's name and the first member of its
 * struct. */
struct kind {
    const char *one;
    const struct conf_field *fields;
    size_t field_count;
    size_t row_size;
    size_t rows_max;
    /* Names that no row may have, NULL behind the last; or NULL. */
    const char *const *taken;
    /* Reads what is no text, into the row. NULL: there is nothing else. */
    bool (*read_more)(const struct conf_place *place, const struct conf_data *data,
                      void *row);
};

static bool read_voices(const struct conf_place *place, const struct conf_data *data,
                        void *row)
{
    return conf_voices_read(place, data, row);
}

static const struct kind languages_kind = {"a language",
                                           language_fields,
                                           sizeof language_fields /
                                               sizeof *language_fields,
                                           sizeof(struct conf_language),
                                           CONF_LANGUAGES_MAX,
                                           NULL,
                                           read_voices};

/* A topic's tile has its id, and these are those of home's other tiles and buttons: a
 * touch of it would do what they do. */
static const char *const taken_topics[] = {
    "aeds",      "all",        "back",       "for-adult",   "for-child", "for-company",
    "for-elder", "for-family", "for-school", "for-village", "home",      "lang",
    "leave",     "minutes-2",  "minutes-3",  "minutes-5",   "page-next", "page-prev",
    "practice",  "rhythm",     "set",        "sound",       "test",      "text-size",
    "today",     "voice",      "wishes",     NULL};

static const struct kind topics_kind = {"a topic",
                                        topic_fields,
                                        sizeof topic_fields / sizeof *topic_fields,
                                        sizeof(struct conf_topic),
                                        CONF_TOPICS_MAX,
                                        taken_topics,
                                        NULL};

/* Names end up in file names, options and ids. */
static bool is_name(const char *text)
{
    return text[0] && strspn(text, "abcdefghijklmnopqrstuvwxyz0123456789"
                                   "ABCDEFGHIJKLMNOPQRSTUVWXYZ-") == strlen(text);
}

static int find(const struct kind *kind, const char *rows, size_t count, const char *name)
{
    for (size_t i = 0; i < count; i++) {
        if (str_equal(rows + i * kind->row_size, name)) {
            return (int)i;
        }
    }
    return -1;
}

static bool add(const struct kind *kind, const char *file, const struct conf_data *data,
                char *rows, size_t count)
{
    struct conf_place place = {.file = file, .path = data->key};
    const char *key = kind->fields[0].key;
    if (data->index == 0 || data->kind != CONF_TABLE) {
        return err_set_as("row_what", "%s: %s is not %s; write { %s = ..., ... }", file,
                          data->key, kind->one, key);
    }
    if (count == kind->rows_max) {
        return err_set_as("row_many", "%s: %s is one more than the %zu there can be",
                          file, data->key, kind->rows_max);
    }
    char *row = rows + count * kind->row_size;
    if (!conf_fields_read(&place, data, kind->fields, kind->field_count, row)) {
        return false;
    }
    if (!is_name(row)) {
        return err_set_as("row_letters",
                          "%s: %s.%s is \"%s\"; write letters, digits and -", file,
                          data->key, key, row);
    }
    for (const char *const *taken = kind->taken; taken && *taken; taken++) {
        if (str_equal(*taken, row)) {
            return err_set_as("row_taken",
                              "%s: %s.%s is \"%s\", as something else on home is called; "
                              "write another one",
                              file, data->key, key, row);
        }
    }
    if (find(kind, rows, count, row) >= 0) {
        return err_set_as("row_twice", "%s: %s.%s is \"%s\", which is there already",
                          file, data->key, key, row);
    }
    return !kind->read_more || kind->read_more(&place, data, row);
}

/* Takes ownership of `data`, which may be NULL. */
static bool take(const struct kind *kind, const char *path, struct conf_data *data,
                 char *rows, size_t *count)
{
    bool sound = data != NULL;
    for (*count = 0; sound && *count < data->count; *count += sound) {
        sound = add(kind, path, &data->items[*count], rows, *count);
    }
    conf_data_free(data);
    return sound &&
           (*count > 0 || err_set_as("rows_none", "%s: holds not one row", path));
}

/* "a", "b" or "c" */
static void names(const struct kind *kind, const char *rows, size_t count, char *out,
                  size_t size)
{
    struct str text = {0};
    for (size_t i = 0; i < count; i++) {
        const char *between = i == 0 ? "" : i + 1 < count ? ", " : " or ";
        str_add(&text, "%s\"%s\"", between, rows + i * kind->row_size);
    }
    str_copy(out, size, text.text ? text.text : "");
    str_free(&text);
}

bool conf_languages_load(struct conf_languages *languages, const char *path)
{
    *languages = (struct conf_languages){0};
    return take(&languages_kind, path, conf_data_load(path), (char *)languages->items,
                &languages->count);
}

bool conf_languages_parse(struct conf_languages *languages, const char *file,
                          const char *bytes, size_t length)
{
    *languages = (struct conf_languages){0};
    return take(&languages_kind, file, conf_data_parse(file, bytes, length),
                (char *)languages->items, &languages->count);
}

int conf_language_at(const struct conf_languages *languages, const char *code)
{
    return find(&languages_kind, (const char *)languages->items, languages->count, code);
}

void conf_language_codes(const struct conf_languages *languages, char *out, size_t size)
{
    names(&languages_kind, (const char *)languages->items, languages->count, out, size);
}

bool conf_topics_load(struct conf_topics *topics, const char *path)
{
    *topics = (struct conf_topics){0};
    return take(&topics_kind, path, conf_data_load(path), (char *)topics->items,
                &topics->count);
}

bool conf_topics_parse(struct conf_topics *topics, const char *file, const char *bytes,
                       size_t length)
{
    *topics = (struct conf_topics){0};
    return take(&topics_kind, file, conf_data_parse(file, bytes, length),
                (char *)topics->items, &topics->count);
}

int conf_topic_at(const struct conf_topics *topics, const char *id)
{
    return find(&topics_kind, (const char *)topics->items, topics->count, id);
}

void conf_topic_ids(const struct conf_topics *topics, char *out, size_t size)
{
    names(&topics_kind, (const char *)topics->items, topics->count, out, size);
}
