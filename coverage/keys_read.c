/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>

#include "base/calendar.h"
#include "base/err.h"
#include "base/file.h"
#include "base/str.h"
#include "keys.h"
#include "lkx/lkx_read.h"

enum { WEEK = 7, KEY_FILE_BYTES_MAX = 4096, NAME_MAX_BYTES = 320 };

const char *keys_field_name(enum keys_field field)
{
    static const char *const names[] = {

#define FIELD(name) #name,
#include "keys_fields.def"
#undef FIELD
    };
    return names[field];
}

/* ---- fields ------------------------------------------------------------------------ */

/* One that is being read; `where` is "--site", or "kiosks.csv:5: site". */
struct field {
    const struct coverage *coverage;
    char where[NAME_MAX_BYTES];
    const char *value;
};

static bool wrong(const struct field *field, const char *key, const char *more)
{
    char value[64];
    str_copy(value, sizeof value, field->value);
    str_one_line(value);
    return coverage_say(
        field->coverage, key,
        (const char *const[]){"where", field->where, "value", value, "more", more, NULL});
}

static bool read_text(const struct field *field, char to[COUNTY_TEXT_MAX])
{
    return coverage_text(field->coverage, field->where, field->value, to,
                         COUNTY_TEXT_MAX);
}

static bool read_day(const struct field *field, int *day)
{
    return calendar_read(field->value, day) || wrong(field, "coverage_keys_day", "");
}

static bool read_site(const struct field *field, enum county_site *site)
{
    static const char sites[] =

#define SITE(key) ", " #key
#include "county/sites.def"
#undef SITE
        ;
    *site = county_site_of(field->value);
    return *site < COUNTY_SITES || wrong(field, "coverage_keys_site", sites + 2);
}

static bool read_days(const struct field *field, unsigned *weekdays)
{
    unsigned days = 0;
    const char *at = field->value;
    for (; *at >= '1' && *at <= '0' + WEEK; at++) {
        unsigned bit = 1U << (*at - '1');
        if (days & bit) {
            break;
        }
        days |= bit;
    }
    *weekdays = days;
    return (days != 0 && *at == '\0') || wrong(field, "coverage_keys_days", "");
}

static bool read_field(const struct field *field, enum keys_field what,
                       struct county_kiosk *kiosk)
{
    switch (what) {
    case KEYS_hall: return read_text(field, kiosk->hall);
    case KEYS_county: return read_text(field, kiosk->county);
    case KEYS_site: return read_site(field, &kiosk->site);
    case KEYS_since: return read_day(field, &kiosk->since);
    case KEYS_until:
        kiosk->until = 0;
        return field->value[0] == '\0' || read_day(field, &kiosk->until);
    case KEYS_days: return read_days(field, &kiosk->weekdays);
    case KEYS_FIELDS:
    default: return true;
    }
}

bool keys_fill(const struct coverage *coverage, const char *before,
               const char *const words[KEYS_FIELDS], struct county_kiosk *kiosk)
{
    for (int i = 0; i < KEYS_FIELDS; i++) {
        struct field field = {.coverage = coverage, .value = words[i]};
        str_format(field.where, sizeof field.where, "%s%s", before,
                   keys_field_name((enum keys_field)i));
        if (words[i] && !read_field(&field, (enum keys_field)i, kiosk)) {
            return false;
        }
    }
    if (kiosk->until && kiosk->until < kiosk->since) {
        char where[NAME_MAX_BYTES];
        char since[CALENDAR_TEXT_MAX];
        char until[CALENDAR_TEXT_MAX];
        str_format(where, sizeof where, "%suntil", before);
        calendar_write(since, kiosk->since);
        calendar_write(until, kiosk->until);
        return coverage_say(
            coverage, "coverage_keys_turned",
            (const char *const[]){"where", where, "since", since, "until", until, NULL});
    }
    return true;
}

bool keys_complete(const struct coverage *coverage, const char *before,
                   const struct county_kiosk *kiosk)
{
    const char *lacks = !kiosk->hall[0]               ? "hall"
                        : !kiosk->county[0]           ? "county"
                        : kiosk->site >= COUNTY_SITES ? "site"
                        : kiosk->since == 0           ? "since"
                                                      : NULL;
    char where[NAME_MAX_BYTES];
    str_format(where, sizeof where, "%s%s", before, lacks ? lacks : "");
    return !lacks || coverage_say(coverage, "coverage_keys_lacks",
                                  (const char *const[]){"where", where, NULL});
}

/* ---- keys -------------------------------------------------------------------------- */

bool keys_line(const struct coverage *coverage, const char *where, const char *line,
               struct county_kiosk *kiosk)
{
    struct field field = {.coverage = coverage, .value = line};
    str_copy(field.where, sizeof field.where, where);
    switch (sign_public_parse(kiosk->key, line)) {
    case SIGN_LINE_PUBLIC: lkx_kiosk_id(kiosk->id, kiosk->key); return true;
    case SIGN_LINE_SECRET:
        field.value = "";
        return wrong(&field, "coverage_keys_secret", "");
    case SIGN_LINE_OTHER:
    default: return wrong(&field, "coverage_keys_none", "");
    }
}

/* A file of counts says itself of whom it is; it has to hold together to be believed. */
static bool read_counts(const struct coverage *coverage, const char *path,
                        struct county_kiosk *kiosk)
{
    struct lkx_file *file = lkx_read(path, NULL, NULL);
    if (!file) {
        return coverage_say_why(coverage);
    }
    memcpy(kiosk->key, file->key, sizeof kiosk->key);
    str_copy(kiosk->id, sizeof kiosk->id, file->kiosk);
    str_copy(kiosk->hall, sizeof kiosk->hall, file->hall);
    str_copy(kiosk->county, sizeof kiosk->county, file->county);
    str_one_line(kiosk->hall);
    str_one_line(kiosk->county);
    lkx_file_free(file);
    return true;
}

/* PEM: its one line that is a key. */
static bool read_pem(const struct coverage *coverage, const char *path, char *bytes,
                     struct county_kiosk *kiosk)
{
    char *rest = NULL;
    for (char *line = strtok_r(bytes, "\r\n", &rest); line;
         line = strtok_r(NULL, "\r\n", &rest)) {
        enum sign_line is = sign_public_parse(kiosk->key, line);
        if (is != SIGN_LINE_OTHER) {
            return keys_line(coverage, path, line, kiosk);
        }
    }
    return coverage_say(coverage, "coverage_keys_file",
                        (const char *const[]){"file", path, NULL});
}

bool keys_read(const struct coverage *coverage, const char *given,
               struct county_kiosk *kiosk)
{
    size_t length = 0;
    if (!file_exists(given)) {
        return keys_line(coverage, "KEY", given, kiosk);
    }
    const char *dot = strrchr(given, '.');
    if (dot && str_equal(dot, ".lkx")) {
        return read_counts(coverage, given, kiosk);
    }
    char *bytes = file_read(given, KEY_FILE_BYTES_MAX, &length);
    if (!bytes) {
        return coverage_say(coverage, "coverage_keys_file",
                            (const char *const[]){"file", given, NULL});
    }
    bool read = read_pem(coverage, given, bytes, kiosk);
    sign_wipe(bytes, length);
    free(bytes);
    return read;
}

bool keys_registry(const struct coverage *coverage, struct sql *sql,
                   struct county_kiosk **kiosks, struct county_registry *registry)
{
    *registry = (struct county_registry){.count = 0};
    bool read = county_kiosks(sql, kiosks, &registry->count);
    registry->kiosks = *kiosks;
    return read || coverage_say_why(coverage);
}
