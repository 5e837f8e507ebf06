/* SPDX-License-Identifier: MIT */
/*
 * The first line has to be looked at before its signature: it says whose key to take. So
 * of that only the kiosk's id and its key are believed, and those by each other.
 */
#include <jansson.h>
#include <limits.h>
#include <string.h>

#include "base/calendar.h"
#include "lkx/inside.h"

static const char *text_of(const struct lkx_manifest *manifest, const char *field)
{
    return json_string_value(json_object_get(manifest->json, field));
}

static bool not_one(const char *name)
{
    return lkx_refuse(LKX_other, (const char *const[]){name, NULL});
}

bool lkx_manifest_open(struct lkx_manifest *manifest, const char *name, const char *line,
                       size_t length)
{
    char id[LKX_KIOSK_MAX];
    *manifest = (struct lkx_manifest){
        .json = json_loadb(line, length, JSON_REJECT_DUPLICATES, NULL)};
    const char *format = text_of(manifest, "format");
    const char *kiosk = text_of(manifest, "kiosk");
    const char *key = text_of(manifest, "key");
    const char *hall = text_of(manifest, "hall");
    if (!format || !str_starts(format, "lkx ") || !kiosk || !key ||
        strlen(key) >= SIGN_LINE_MAX ||
        sign_public_parse(manifest->key, key) != SIGN_LINE_PUBLIC) {
        return not_one(name);
    }
    lkx_kiosk_id(id, manifest->key);
    if (!str_equal(kiosk, id)) {
        return lkx_refuse(LKX_owner, (const char *const[]){name, kiosk, id, NULL});
    }
    str_copy(manifest->kiosk, sizeof manifest->kiosk, kiosk);
    str_copy(manifest->hall, sizeof manifest->hall, hall ? hall : "");
    str_one_line(manifest->hall);
    return true;
}

void lkx_manifest_drop(struct lkx_manifest *manifest)
{
    json_decref(manifest->json);
    manifest->json = NULL;
}

/* ---- the rest ---------------------------------------------------------------------- */

/* A name as people have written it; control characters, which a settings file may have,
 * become blanks. */
static bool take_name(const struct lkx_manifest *manifest, const char *field,
                      char out[LKX_NAME_MAX])
{
    const char *text = text_of(manifest, field);
    bool fits = text && str_copy(out, LKX_NAME_MAX, text);
    if (fits) {
        str_one_line(out);
    }
    return fits;
}

static bool take_day(const struct lkx_manifest *manifest, const char *field, int *out)
{
    const char *text = text_of(manifest, field);
    return text && calendar_read(text, out);
}

static bool take_hash(const struct lkx_manifest *manifest, const char *field,
                      char out[SIGN_HEX_HASH_MAX])
{
    const char *text = text_of(manifest, field);
    return text && str_copy(out, SIGN_HEX_HASH_MAX, text) &&
           strspn(text, "0123456789abcdef") == SIGN_HEX_HASH_MAX - 1;
}

/* -1: it is none from `least` to `most`. */
static json_int_t number_of(const struct lkx_manifest *manifest, const char *field,
                            json_int_t least, json_int_t most)
{
    const json_t *value = json_object_get(manifest->json, field);
    json_int_t number = json_integer_value(value);
    return json_is_integer(value) && number >= least && number <= most ? number : -1;
}

/* A field that is wrong; NULL: none is. */
static const char *wrong_text(const struct lkx_manifest *manifest, struct lkx_file *file)
{
    struct {
        const char *field;
        char *out;
    } const names[] = {{"hall", file->hall}, {"county", file->county}},
            hashes[] = {{"sha256", file->sha256},
                        {"head_before", file->head_before},
                        {"head", file->head}};

    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (!take_name(manifest, names[i].field, names[i].out)) {
            return names[i].field;
        }
    }
    for (size_t i = 0; i < sizeof hashes / sizeof *hashes; i++) {
        if (!take_hash(manifest, hashes[i].field, hashes[i].out)) {
            return hashes[i].field;
        }
    }
    return NULL;
}

static const char *wrong_day(const struct lkx_manifest *manifest, struct lkx_file *file)
{
    return !take_day(manifest, "from", &file->from_day)   ? "from"
           : !take_day(manifest, "to", &file->to_day)     ? "to"
           : file->to_day < file->from_day                ? "to"
           : !take_day(manifest, "made", &file->made_day) ? "made"
                                                          : NULL;
}

static const char *wrong_number(const struct lkx_manifest *manifest,
                                struct lkx_file *file)
{
    json_int_t definition = number_of(manifest, "definition", 1, INT_MAX);
    json_int_t rows = number_of(manifest, "rows", 0, LKX_ROWS_MAX);
    file->definition = (int)definition;
    file->row_count = rows < 0 ? 0 : (size_t)rows;
    return definition < 0 ? "definition" : rows < 0 ? "rows" : NULL;
}

bool lkx_manifest_read(const struct lkx_manifest *manifest, const char *name,
                       struct lkx_file *file)
{
    const char *format = text_of(manifest, "format");
    if (!str_equal(format, "lkx 1")) {
        return lkx_refuse(LKX_newer, (const char *const[]){name, format, NULL});
    }
    str_copy(file->kiosk, sizeof file->kiosk, manifest->kiosk);
    memcpy(file->key, manifest->key, sizeof file->key);
    const char *field = wrong_text(manifest, file);
    field = field ? field : wrong_day(manifest, file);
    field = field ? field : wrong_number(manifest, file);
    return !field || lkx_refuse(LKX_field, (const char *const[]){name, field, NULL});
}
