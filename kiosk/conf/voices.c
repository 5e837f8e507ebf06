/* SPDX-License-Identifier: MIT */
#include "conf/voices.h"

#include <string.h>

#include "base/err.h"
#include "base/str.h"
#include "conf/data.h"
#include "conf/fields.h"

static const struct conf_field fields[] = {
    {.key = "code",
     .want = CONF_WANT_TEXT,
     .offset = offsetof(struct conf_voice, code),
     .size = sizeof((struct conf_voice *)0)->code,
     .what = "the name of its folder of recordings, such as \"zh-CN@jiashan\""},
    {.key = "name",
     .want = CONF_WANT_TEXT,
     .offset = offsetof(struct conf_voice, name),
     .size = sizeof((struct conf_voice *)0)->name,
     .what = "its own name, such as \"嘉善话\""},
};

enum { FIELD_COUNT = sizeof fields / sizeof *fields };

/* "zh-CN@jiashan" for "zh-CN": what stands behind the @ ends up in a folder's name. */
static bool is_of(const char *voice, const char *code)
{
    size_t length = strlen(code);
    const char *rest = voice + length + 1;
    return str_starts(voice, code) && voice[length] == '@' && rest[0] &&
           strspn(rest, "abcdefghijklmnopqrstuvwxyz0123456789-") == strlen(rest);
}

/* The language's own voice is the first row: gaps of the others fall back to it. */
static bool check_code(const struct conf_place *place,
                       const struct conf_language *language, const char *code)
{
    if (language->voice_count == 0) {
        return str_equal(code, language->code) ||
               err_set_as(
                   "voice_first",
                   "%s: %s.code is \"%s\"; write \"%s\", the language's own voice, "
                   "in the first row",
                   place->file, place->path, code, language->code);
    }
    if (!is_of(code, language->code)) {
        return err_set_as(
            "voice_letters",
            "%s: %s.code is \"%s\"; write \"%s@\" and small letters, digits "
            "or -",
            place->file, place->path, code, language->code);
    }
    for (size_t i = 0; i < language->voice_count; i++) {
        if (str_equal(language->voices[i].code, code)) {
            return err_set_as("voice_twice",
                              "%s: %s.code is \"%s\", which is there already",
                              place->file, place->path, code);
        }
    }
    return true;
}

static bool add(const struct conf_place *place, const struct conf_data *row,
                struct conf_language *language)
{
    struct conf_voice *voice = &language->voices[language->voice_count];
    if (!conf_fields_read(place, row, fields, FIELD_COUNT, voice) ||
        !check_code(place, language, voice->code)) {
        return false;
    }
    language->voice_count++;
    return true;
}

bool conf_voices_read(const struct conf_place *place, const struct conf_data *row,
                      struct conf_language *language)
{
    const struct conf_data *rows = conf_field_find(row, "voices");
    for (size_t i = 0; rows && i < rows->count; i++) {
        char path[128];
        const struct conf_data *item = &rows->items[i];
        str_format(path, sizeof path, "%s.voices%s%s", place->path,
                   item->index > 0 ? "" : ".", item->key);
        if (item->kind != CONF_TABLE || item->index == 0) {
            return err_set_as("voice_what",
                              "%s: %s is not a voice; write { code = ..., name = ... }",
                              place->file, path);
        }
        if (language->voice_count == CONF_VOICES_MAX) {
            return err_set_as("row_many", "%s: %s is one more than the %d there can be",
                              place->file, path, CONF_VOICES_MAX);
        }
        const struct conf_place at = {.file = place->file, .path = path};
        if (!add(&at, item, language)) {
            return false;
        }
    }
    return true;
}
