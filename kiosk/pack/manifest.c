/* SPDX-License-Identifier: MIT */
/*
 * The manifest: JSON, so that people can read what a pack says it is. It is parsed only
 * after its signature was right, and believed only within bounds.
 */
#include <assert.h>
#include <ctype.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include <sodium.h>

#include "base/err.h"
#include "base/str.h"
#include "pack/internal.h"
#include "sign/sign.h"

enum { PARTS_MAX = 4 };

static const char format[] = "life-kiosk-pack-1";

/* ---- names ------------------------------------------------------------------------- */

static bool is_part(const char *at, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        if (!isalnum((unsigned char)at[i]) && !strchr("_-@.", at[i])) {
            return false;
        }
    }
    return length > 0 && at[0] != '.';
}

bool pack_name_fits(const char *name)
{
    int parts = 1;
    size_t length = strcspn(name, "/");
    if (strlen(name) >= PACK_NAME_MAX) {
        return false;
    }
    for (; name[length] == '/'; length = strcspn(name, "/")) {
        if (!is_part(name, length) || ++parts > PARTS_MAX) {
            return false;
        }
        name += length + 1;
    }
    return is_part(name, length);
}

static bool is_id(const char *id)
{
    return id[0] && id[0] != '-' &&
           strspn(id, "abcdefghijklmnopqrstuvwxyz0123456789-") == strlen(id);
}

/* A stick's file system may know no capitals, and a file is no folder. */
static bool clash(const char *a, const char *b)
{
    size_t length = strlen(a);
    return strcasecmp(a, b) == 0 || (strncasecmp(a, b, length) == 0 && b[length] == '/');
}

static bool check_clashes(const struct pack_info *info, const char *file, size_t at)
{
    const char *name = info->files[at].name;
    for (size_t i = 0; i < info->file_count; i++) {
        if (i != at && clash(name, info->files[i].name)) {
            return err_set_as("pack_name_twice",
                              "%s: the file names %s and %s cannot stand beside each "
                              "other; give one of them another name",
                              file, name, info->files[i].name);
        }
    }
    return at == 0 || strcmp(info->files[at - 1].name, name) < 0 ||
           err_set_as("pack_order",
                      "%s: its list of files is not in order at %s; have it made anew",
                      file, name);
}

bool pack_files_fit(struct pack_info *info, const char *file)
{
    bool lesson = false;
    bool texts = false;
    info->size = 0;
    for (size_t i = 0; i < info->file_count; i++) {
        const struct pack_file *item = &info->files[i];
        if (!pack_name_fits(item->name)) {
            return err_set_as("pack_name",
                              "%s: the file name \"%s\" is not allowed; letters a-z, "
                              "digits, _ - and . make a name, at most %d bytes and 3 "
                              "folders deep",
                              file, item->name, PACK_NAME_MAX - 1);
        }
        if (item->size > PACK_FILE_BYTES_MAX) {
            return err_set_as("pack_file_big",
                              "%s: %s is larger than the %d MiB a file may have; make it "
                              "smaller",
                              file, item->name, PACK_FILE_BYTES_MAX >> 20);
        }
        info->size += item->size;
        lesson = lesson || str_equal(item->name, "lesson.lua");
        texts = texts || str_starts(item->name, "text/");
        if (!check_clashes(info, file, i)) {
            return false;
        }
    }
    if (info->size > PACK_BYTES_MAX) {
        return err_set_as("pack_big",
                          "%s: holds more than the %d MiB a pack may have; make it "
                          "smaller",
                          file, PACK_BYTES_MAX >> 20);
    }
    return (lesson && texts) ||
           err_set_as("pack_no_lesson",
                      "%s: holds no lesson: lesson.lua and a file in text/ are needed",
                      file);
}

/* ---- reading ----------------------------------------------------------------------- */

static bool bad(const char *file, const char *what)
{
    return err_set_as("pack_manifest",
                      "%s: its list of contents is wrong at \"%s\"; have it made anew",
                      file, what);
}

/* A text that fits and holds no control character, quoted as it stands in sentences. */
static bool take_text(char *out, size_t size, const json_t *object, const char *key)
{
    const json_t *value = json_object_get(object, key);
    const char *text = json_string_value(value);
    if (!text || json_string_length(value) >= size) {
        return false;
    }
    for (const char *at = text; *at; at++) {
        if ((unsigned char)*at < ' ' || *at == 0x7F) {
            return false;
        }
    }
    return str_copy(out, size, text);
}

static bool take_int(int *out, int low, int high, const json_t *object, const char *key)
{
    const json_t *value = json_object_get(object, key);
    json_int_t number = json_integer_value(value);
    *out = (int)number;
    return json_is_integer(value) && number >= low && number <= high;
}

static bool take_titles(struct pack_info *info, json_t *titles)
{
    const char *lang = NULL;
    json_t *title = NULL;
    info->title_count = 0;
    if (!json_is_object(titles) || json_object_size(titles) == 0 ||
        json_object_size(titles) > PACK_LANGUAGES_MAX) {
        return false;
    }
    json_object_foreach(titles, lang, title)
    {
        struct pack_title *row = &info->titles[info->title_count++];
        if (!str_copy(row->lang, sizeof row->lang, lang) ||
            !take_text(row->title, sizeof row->title, titles, lang)) {
            return false;
        }
    }
    return true;
}

static bool take_file(struct pack_file *out, const json_t *item)
{
    const json_t *size = json_object_get(item, "size");
    char hex[65];
    size_t got = 0;
    if (!take_text(out->name, sizeof out->name, item, "name") ||
        !take_text(hex, sizeof hex, item, "sha256") || !json_is_integer(size) ||
        json_integer_value(size) < 0) {
        return false;
    }
    out->size = (uint64_t)json_integer_value(size);
    return sodium_hex2bin(out->sha256, sizeof out->sha256, hex, strlen(hex), NULL, &got,
                          NULL) == 0 &&
           got == sizeof out->sha256;
}

static bool take_files(struct pack_info *info, const char *file, const json_t *files)
{
    size_t count = json_array_size(files);
    if (!json_is_array(files)) {
        return bad(file, "files");
    }
    if (count > PACK_FILES_MAX) {
        return err_set_as("pack_many",
                          "%s: holds more than the %d files there can be; take some out",
                          file, PACK_FILES_MAX);
    }
    for (size_t i = 0; i < count; i++) {
        if (!take_file(&info->files[i], json_array_get(files, i))) {
            char place[32];
            str_format(place, sizeof place, "files[%zu]", i + 1);
            return bad(file, place);
        }
    }
    info->file_count = count;
    return true;
}

static bool take_all(struct pack_info *info, const char *file, const json_t *root)
{
    char says[32];
    if (!take_text(says, sizeof says, root, "format") || !str_equal(says, format)) {
        return err_set_as("pack_format",
                          "%s: is made for another version of the kiosk; this one reads "
                          "%s: update the kiosk, or have the pack made anew",
                          file, format);
    }
    if (!take_int(&info->api, 1, PACK_VERSION_MAX, root, "api")) {
        return bad(file, "api");
    }
    if (info->api != PACK_API) {
        return err_set_as("pack_api",
                          "%s: its lesson needs lesson interface %d, and this kiosk has "
                          "%d; update the kiosk",
                          file, info->api, PACK_API);
    }
    if (!take_text(info->id, sizeof info->id, root, "id") || !is_id(info->id)) {
        return bad(file, "id");
    }
    if (!take_int(&info->version, 1, PACK_VERSION_MAX, root, "version")) {
        return bad(file, "version");
    }
    if (!take_text(info->signer, sizeof info->signer, root, "signer")) {
        return bad(file, "signer");
    }
    return (take_titles(info, json_object_get(root, "titles")) || bad(file, "titles")) &&
           take_files(info, file, json_object_get(root, "files")) &&
           pack_files_fit(info, file);
}

bool pack_manifest_read(struct pack_info *info, const char *file, const char *bytes,
                        size_t length)
{
    json_error_t error;
    memset(info, 0, sizeof *info);
    json_t *root = json_loadb(bytes, length, JSON_REJECT_DUPLICATES, &error);
    if (!root) {
        char place[32];
        str_format(place, sizeof place, "%d:%d", error.line, error.column);
        return bad(file, place);
    }
    bool taken = take_all(info, file, root);
    json_decref(root);
    return taken;
}

const char *pack_title(const struct pack_info *info, const char *lang)
{
    for (size_t i = 0; i < info->title_count; i++) {
        if (str_equal(info->titles[i].lang, lang)) {
            return info->titles[i].title;
        }
    }
    return info->title_count ? info->titles[0].title : info->id;
}

/* ---- writing ----------------------------------------------------------------------- */

/* Never fails short of memory: all texts were read as UTF-8. */
static void set(json_t *object, const char *key, json_t *value)
{
    int wrong = json_object_set_new(object, key, value);
    assert(wrong == 0);
}

char *pack_manifest_write(const struct pack_info *info, size_t *length)
{
    json_t *root = json_object();
    json_t *titles = json_object();
    json_t *files = json_array();
    char hex[65];
    set(root, "format", json_string(format));
    set(root, "api", json_integer(info->api));
    set(root, "id", json_string(info->id));
    set(root, "version", json_integer(info->version));
    set(root, "signer", json_string(info->signer));
    for (size_t i = 0; i < info->title_count; i++) {
        set(titles, info->titles[i].lang, json_string(info->titles[i].title));
    }
    set(root, "titles", titles);
    for (size_t i = 0; i < info->file_count; i++) {
        const struct pack_file *file = &info->files[i];
        json_t *item = json_object();
        sign_hex(hex, file->sha256, sizeof file->sha256);
        set(item, "name", json_string(file->name));
        set(item, "size", json_integer((json_int_t)file->size));
        set(item, "sha256", json_string(hex));
        int wrong = json_array_append_new(files, item);
        assert(wrong == 0);
    }
    set(root, "files", files);
    char *text = json_dumps(root, JSON_COMPACT | JSON_SORT_KEYS);
    assert(text);
    json_decref(root);
    *length = strlen(text);
    return text;
}
