/* SPDX-License-Identifier: MIT */
/*
 * A guideline file holds one publication with its profiles (adult, child, ...). The
 * limits in the rows below are not medical: they are what a chest, a lung or a hand can
 * do, and catch a slipped decimal point. The medical numbers and their sources are in the
 * files.
 */
#include <assert.h>
#include <dirent.h>
#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "base/str.h"
#include "conf/conf.h"
#include "conf/data.h"
#include "conf/fields.h"

#define FIELD_IF(may_lack, member, kind, from, to, text)                                 \
    {                                                                                    \
        .key = #member, .want = (kind), .optional = (may_lack),                          \
        .offset = offsetof(struct cpr_guideline, member), .low = (from), .high = (to),   \
        .what = (text)                                                                   \
    }
#define FIELD(...)          FIELD_IF(false, __VA_ARGS__)
#define FIELD_OPTIONAL(...) FIELD_IF(true, __VA_ARGS__)

/* What a profile leaves out is an adult chest's (design section 5). */
static const double adult_push_least_mm = 15;
static const double adult_turn_mm = 8;

static const struct conf_field profile_fields[] = {
    FIELD(depth_mm, CONF_WANT_RANGE, 5, 120, "millimetres"),
    FIELD(depth_zero_mm, CONF_WANT_RANGE, 0, 150, "millimetres"),
    FIELD(rate_cpm, CONF_WANT_RANGE, 40, 200, "compressions a minute"),
    FIELD(rate_zero_cpm, CONF_WANT_RANGE, 0, 300, "compressions a minute"),
    FIELD(release_max_mm, CONF_WANT_NUMBER, 0, 30, "a number of millimetres"),
    FIELD(release_floor_mm, CONF_WANT_NUMBER, 1, 80, "a number of millimetres"),
    FIELD(pause_max_s, CONF_WANT_NUMBER, 1, 60, "a number of seconds"),
    FIELD(set_of_30_s, CONF_WANT_RANGE, 5, 60, "seconds"),
    FIELD(breath_ml, CONF_WANT_RANGE, 1, 2000, "millilitres"),
    FIELD(breath_s, CONF_WANT_NUMBER, 0.1, 5, "a number of seconds"),
    FIELD(swap_s, CONF_WANT_NUMBER, 30, 600, "a number of seconds"),
    FIELD(ccf_target, CONF_WANT_PAIR, 0.1, 1,
          "{ without breaths, with 30:2 }: two shares"),
    FIELD(pass_score, CONF_WANT_NUMBER, 0, 100, "a number of points"),
    FIELD_OPTIONAL(push_least_mm, CONF_WANT_NUMBER, 3, 40, "a number of millimetres"),
    FIELD_OPTIONAL(turn_mm, CONF_WANT_NUMBER, 2, 30, "a number of millimetres"),
    {.key = "depth_scored",
     .want = CONF_WANT_BOOL,
     .optional = true,
     .offset = offsetof(struct cpr_guideline, depth_scored),
     .what = "true or false"},
};

struct publication {
    char name[CPR_NAME_MAX];
    char title[CPR_NAME_MAX * 2];
    char source[CPR_SOURCE_MAX];
    int year;
};

static const struct conf_field publication_fields[] = {
    {.key = "name",
     .want = CONF_WANT_TEXT,
     .offset = offsetof(struct publication, name),
     .size = sizeof((struct publication *)0)->name,
     .what = "a short name such as \"aha-2025\""},
    {.key = "title",
     .want = CONF_WANT_TEXT,
     .offset = offsetof(struct publication, title),
     .size = sizeof((struct publication *)0)->title,
     .what = "a title such as \"AHA 2025\""},
    {.key = "source",
     .want = CONF_WANT_TEXT,
     .offset = offsetof(struct publication, source),
     .size = sizeof((struct publication *)0)->source,
     .what = "where the numbers were published"},
    {.key = "year",
     .want = CONF_WANT_WHOLE,
     .offset = offsetof(struct publication, year),
     .low = 1960,
     .high = 2100,
     .what = "a year"},
    {.key = "profiles",
     .want = CONF_WANT_TABLE,
     .what = "a table such as { adult = { ... } }"},
};

enum {
    PROFILE_FIELDS = sizeof profile_fields / sizeof *profile_fields,
    PUBLICATION_FIELDS = sizeof publication_fields / sizeof *publication_fields,
    PATH_TEXT_MAX = 96,
};

/* Points fall linearly from the range to the zeros, so the zeros stand outside it. */
static bool check_zeros(const struct conf_place *place, const char *key,
                        const struct cpr_range *range, const struct cpr_range *zero)
{
    if (zero->low < range->low && zero->high > range->high) {
        return true;
    }
    return err_set_as(
        "guideline_zero",
        "%s: %s.%s is { %g, %g }; write a range that begins below %g and ends "
        "above %g",
        place->file, place->path, key, zero->low, zero->high, range->low, range->high);
}

static bool check_profile(const struct conf_place *place, const struct cpr_guideline *it)
{
    if (!check_zeros(place, "depth_zero_mm", &it->depth_mm, &it->depth_zero_mm) ||
        !check_zeros(place, "rate_zero_cpm", &it->rate_cpm, &it->rate_zero_cpm)) {
        return false;
    }
    if (it->release_floor_mm <= it->release_max_mm) {
        return err_set_as("guideline_floor",
                          "%s: %s.release_floor_mm is %g; write a number above "
                          "release_max_mm, which is %g",
                          place->file, place->path, it->release_floor_mm,
                          it->release_max_mm);
    }
    if (it->turn_mm >= it->push_least_mm) {
        return err_set_as(
            "guideline_turn",
            "%s: %s.turn_mm is %g; write a number below push_least_mm, which "
            "is %g",
            place->file, place->path, it->turn_mm, it->push_least_mm);
    }
    return true;
}

/* Names end up in options, file names and counts: no blanks, no slash, no capitals. */
static bool is_name(const char *text)
{
    return text[0] &&
           strspn(text, "abcdefghijklmnopqrstuvwxyz0123456789-") == strlen(text);
}

static bool find_exact(const struct conf_guidelines *guidelines, const char *name)
{
    for (size_t i = 0; i < guidelines->count; i++) {
        if (str_equal(guidelines->items[i].name, name)) {
            return true;
        }
    }
    return false;
}

static bool add_profile(struct conf_guidelines *guidelines, const char *file,
                        const struct publication *publication,
                        const struct conf_data *profile)
{
    char path[PATH_TEXT_MAX];
    str_format(path, sizeof path, "profiles.%s", profile->key);
    struct conf_place place = {.file = file, .path = path};
    if (profile->kind != CONF_TABLE || !is_name(profile->key)) {
        return err_set_as(
            "profile_what",
            "%s: %s is not a profile; write a name of small letters and a table, "
            "such as adult = { ... }",
            file, path);
    }
    struct cpr_guideline fresh = {.year = publication->year,
                                  .push_least_mm = adult_push_least_mm,
                                  .turn_mm = adult_turn_mm,
                                  .depth_scored = true};
    str_copy(fresh.source, sizeof fresh.source, publication->source);
    if (!str_format(fresh.name, sizeof fresh.name, "%s/%s", publication->name,
                    profile->key)) {
        return err_set_as(
            "profile_long",
            "%s: \"%s/%s\" is longer than %d bytes; shorten name or profile", file,
            publication->name, profile->key, CPR_NAME_MAX - 1);
    }
    if (find_exact(guidelines, fresh.name)) {
        return err_set_as(
            "profile_twice",
            "%s: %s is there already, from another file; rename one of them", file,
            fresh.name);
    }
    if (guidelines->count == CONF_GUIDELINES_MAX) {
        return err_set_as("profile_many",
                          "%s: %s is one profile too many; a kiosk holds %d", file,
                          fresh.name, CONF_GUIDELINES_MAX);
    }
    if (!conf_fields_read(&place, profile, profile_fields, PROFILE_FIELDS, &fresh) ||
        !check_profile(&place, &fresh)) {
        return false;
    }
    guidelines->items[guidelines->count++] = fresh;
    return true;
}

static bool add_publication(struct conf_guidelines *guidelines, const char *file,
                            const struct conf_data *data)
{
    struct conf_place place = {.file = file, .path = ""};
    struct publication publication = {0};
    if (!conf_fields_read(&place, data, publication_fields, PUBLICATION_FIELDS,
                          &publication)) {
        return false;
    }
    if (!is_name(publication.name)) {
        return err_set_as(
            "guideline_name",
            "%s: name is \"%s\"; write small letters, digits and hyphens, such "
            "as \"aha-2025\"",
            file, publication.name);
    }
    const struct conf_data *profiles = conf_field_find(data, "profiles");
    if (profiles->count == 0) {
        return err_set_as("profiles_none",
                          "%s: profiles is empty; write at least adult = { ... }", file);
    }
    for (size_t i = 0; i < profiles->count; i++) {
        if (!add_profile(guidelines, file, &publication, &profiles->items[i])) {
            return false;
        }
    }
    return true;
}

bool conf_guidelines_add(struct conf_guidelines *guidelines, const char *file,
                         const char *bytes, size_t length)
{
    struct conf_data *data = conf_data_parse(file, bytes, length);
    bool added = data && add_publication(guidelines, file, data);
    conf_data_free(data);
    return added;
}

static int is_lua_file(const struct dirent *entry)
{
    size_t length = strlen(entry->d_name);
    return entry->d_name[0] != '.' && length > 4 &&
           str_equal(entry->d_name + length - 4, ".lua");
}

static int by_name(const struct dirent **a, const struct dirent **b)
{
    return strcmp((*a)->d_name, (*b)->d_name);
}

static bool add_file(struct conf_guidelines *guidelines, const char *folder,
                     const char *name)
{
    char path[PATH_MAX];
    if (!str_format(path, sizeof path, "%s/%s", folder, name)) {
        return err_set_as("path_long", "%s: the path is too long", folder);
    }
    struct conf_data *data = conf_data_load(path);
    bool added = data && add_publication(guidelines, path, data);
    conf_data_free(data);
    return added;
}

bool conf_guidelines_load(struct conf_guidelines *guidelines, const char *folder)
{
    struct dirent **names = NULL;
    int count = scandir(folder, &names, is_lua_file, by_name);
    if (count < 0) {
        return err_set_as("guidelines_folder",
                          "%s: the folder of guidelines cannot be read: %s", folder,
                          strerror(errno));
    }
    *guidelines = (struct conf_guidelines){0};
    bool sound = true;
    for (int i = 0; i < count; i++) {
        sound = sound && add_file(guidelines, folder, names[i]->d_name);
        free(names[i]);
    }
    free(names);
    if (sound && guidelines->count == 0) {
        return err_set_as("guidelines_none",
                          "%s: holds no guideline; put at least one .lua file there",
                          folder);
    }
    return sound;
}

const struct cpr_guideline *conf_guideline(const struct conf_guidelines *guidelines,
                                           const char *name)
{
    struct str names = {0};
    const struct cpr_guideline *found = NULL;
    for (size_t i = 0; i < guidelines->count && !found; i++) {
        const struct cpr_guideline *item = &guidelines->items[i];
        const char *profile = strchr(item->name, '/') + 1;
        if (str_equal(item->name, name) || str_equal(profile, name)) {
            found = item;
        }
        str_add(&names, "%s%s", i ? ", " : "", item->name);
    }
    if (!found) {
        err_set_as("guideline", "guideline \"%s\" is not known; there are %s", name,
                   names.text ? names.text : "none");
    }
    str_free(&names);
    return found;
}
