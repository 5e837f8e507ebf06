/* SPDX-License-Identifier: MIT */
#include "link/profile.h"

#include <assert.h>
#include <ctype.h>
#include <dirent.h>
#include <limits.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "base/file.h"
#include "base/str.h"
#include "link/column.h"

enum { TEXT_MAX = 4096, ROW_MAX = 512 };

static const char extension[] = ".profile";

void profile_init(struct profile *profile, enum shape shape)
{
    *profile = (struct profile){.shape = shape, .rest = (double)NAN};
}

bool profile_is_complete(const struct profile *profile)
{
    return profile->depth[0] && isfinite(profile->rest) &&
           isfinite(profile->mm_per_unit) && profile->mm_per_unit != 0;
}

double profile_depth_mm(const struct profile *profile, double reading)
{
    double away = reading - profile->rest;
    return profile->curve.count > 0 ? depth_curve_mm(&profile->curve, away)
                                    : away * profile->mm_per_unit;
}

bool profile_bend(struct profile *profile, const struct depth_point *points, size_t count)
{
    struct depth_curve curve;
    const struct depth_point *deepest = &points[0];
    if (!depth_curve_make(&curve, profile->rest, points, count)) {
        return false;
    }
    profile->curve = curve;
    profile->point_count = count;
    for (size_t i = 0; i < count; i++) {
        profile->points[i] = points[i];
        deepest = points[i].depth_mm > deepest->depth_mm ? &points[i] : deepest;
    }
    profile->mm_per_unit = deepest->depth_mm / (deepest->reading - profile->rest);
    return true;
}

bool profile_is_force_only(const struct profile *profile)
{
    return profile->point_count < PROFILE_FORCE_POINTS &&
           column_meaning(profile->depth).role == COLUMN_FORCE;
}

/* ---- the file's name ---- */

/* Appends the link in `folder` that leads to `port`; false when there is none. */
static bool add_link(const char *folder, const char *port, struct str *name)
{
    char path[PATH_MAX];
    char target[PATH_MAX];
    DIR *entries = opendir(folder);
    bool found = false;
    for (struct dirent *entry; entries && !found && (entry = readdir(entries));) {
        found = entry->d_name[0] != '.' &&
                str_format(path, sizeof path, "%s/%s", folder, entry->d_name) &&
                realpath(path, target) && str_equal(target, port);
        if (found) {
            str_add(name, "%s%s", name->length ? "+" : "", entry->d_name);
        }
    }
    if (entries) {
        closedir(entries);
    }
    return found;
}

void profile_port_name(const char *links, const char *port, char *name, size_t size)
{
    char folder[PATH_MAX];
    char real[PATH_MAX];
    struct str text = {0};
    if (!realpath(port, real)) {
        str_copy(real, sizeof real, port);
    }
    if (str_format(folder, sizeof folder, "%s/by-path", links)) {
        add_link(folder, real, &text);
    }
    if (str_format(folder, sizeof folder, "%s/by-id", links)) {
        add_link(folder, real, &text);
    }
    if (text.length == 0) {
        str_add(&text, "%s", real[0] == '/' ? real + 1 : real);
    }
    for (size_t i = 0; i < text.length; i++) {
        bool plain = isalnum((unsigned char)text.text[i]) || strchr("._+-", text.text[i]);
        text.text[i] = (char)(plain ? text.text[i] : '-');
    }
    str_copy(name, size, text.text);
    str_free(&text);
}

static bool file_path(char *path, size_t size, const char *folder, const char *name)
{
    return str_format(path, size, "%s/%s%s", folder, name, extension) ||
           err_set("%.60s...: the path is too long; choose a shorter data folder",
                   folder);
}

/* ---- writing ---- */

bool profile_save(const struct profile *profile, const char *folder, const char *name)
{
    char path[PATH_MAX];
    assert(profile_is_complete(profile));
    if (!file_path(path, sizeof path, folder, name) || !file_make_folder(folder)) {
        return false;
    }
    struct str text = {0};
    str_add(&text,
            "# how this manikin's lines become depth\n"
            "shape = %s\ndepth = %s\nrest = %.17g\nmm_per_unit = %.17g\n",
            shape_name(profile->shape), profile->depth, profile->rest,
            profile->mm_per_unit);
    if (profile->point_count > 0) {
        str_add(&text, "curve =");
        for (size_t i = 0; i < profile->point_count; i++) {
            str_add(&text, " %.17g:%.17g", profile->points[i].reading,
                    profile->points[i].depth_mm);
        }
        str_add(&text, "\n");
    }
    if (profile->time[0]) {
        str_add(&text, "time = %s\nus_per_tick = %.17g\n", profile->time,
                profile->us_per_tick);
    }
    bool written = file_write(path, text.text, text.length);
    str_free(&text);
    return written;
}

/* ---- reading ---- */

struct source {
    const char *path;
    int line;
};

static bool read_shape(struct profile *profile, const char *value,
                       const struct source *at)
{
    for (int shape = 0; shape < SHAPE_COUNT; shape++) {
        if (str_equal(value, shape_name((enum shape)shape))) {
            profile->shape = (enum shape)shape;
            return true;
        }
    }
    return err_set("%s:%d: shape \"%.40s\" is not known; run the manikin wizard again",
                   at->path, at->line, value);
}

static bool read_name(char name[SHAPE_NAME_MAX], const char *value,
                      const struct source *at)
{
    return (*value && str_copy(name, SHAPE_NAME_MAX, value)) ||
           err_set("%s:%d: the column's name is empty or longer than %d bytes; run the "
                   "manikin wizard again",
                   at->path, at->line, SHAPE_NAME_MAX - 1);
}

static bool read_number(double *number, const char *value, const struct source *at)
{
    return str_to_double(value, number) ||
           err_set("%s:%d: \"%.40s\" is not a number; run the manikin wizard again",
                   at->path, at->line, value);
}

/* "910:20 1462:40 1833:60" */
static bool read_points(struct profile *profile, char *value, const struct source *at)
{
    profile->point_count = 0;
    for (char *rest = value; rest;) {
        char *reading = strsep(&rest, " ");
        char *depth = strchr(reading, ':');
        size_t count = profile->point_count;
        if (*reading == '\0') {
            continue;
        }
        if (!depth || count == DEPTH_CURVE_POINTS) {
            return err_set(
                "%s:%d: the curve is not 2 to %d pairs such as 910:20; run the "
                "manikin wizard again",
                at->path, at->line, DEPTH_CURVE_POINTS);
        }
        *depth++ = '\0';
        struct depth_point *point = &profile->points[profile->point_count++];
        if (!read_number(&point->reading, reading, at) ||
            !read_number(&point->depth_mm, depth, at)) {
            return false;
        }
    }
    return true;
}

static char *trim(char *text)
{
    text += strspn(text, " \t\r");
    for (size_t length = strlen(text); length > 0; length--) {
        if (!strchr(" \t\r", text[length - 1])) {
            break;
        }
        text[length - 1] = '\0';
    }
    return text;
}

static bool read_row(struct profile *profile, char *row, const struct source *at)
{
    char *value = strchr(row, '=');
    if (value) {
        *value++ = '\0';
        value = trim(value);
    }
    row = trim(row);
    if (*row == '\0' || *row == '#') {
        return true;
    }
    if (!value) {
        return err_set("%s:%d: \"%.40s\" has no \"=\"; run the manikin wizard again",
                       at->path, at->line, row);
    }
    if (str_equal(row, "shape")) {
        return read_shape(profile, value, at);
    }
    if (str_equal(row, "depth")) {
        return read_name(profile->depth, value, at);
    }
    if (str_equal(row, "time")) {
        return read_name(profile->time, value, at);
    }
    if (str_equal(row, "rest")) {
        return read_number(&profile->rest, value, at);
    }
    if (str_equal(row, "mm_per_unit")) {
        return read_number(&profile->mm_per_unit, value, at);
    }
    if (str_equal(row, "us_per_tick")) {
        return read_number(&profile->us_per_tick, value, at);
    }
    if (str_equal(row, "curve")) {
        return read_points(profile, value, at);
    }
    return err_set("%s:%d: \"%.40s\" is not known here; take the line out", at->path,
                   at->line, row);
}

static bool check(struct profile *profile, const char *path)
{
    if (profile->shape == SHAPE_NONE || !profile_is_complete(profile)) {
        return err_set("%s: shape, depth, rest or mm_per_unit is missing or 0; run the "
                       "manikin wizard again",
                       path);
    }
    if (profile->time[0] && !(profile->us_per_tick > 0)) {
        return err_set("%s: us_per_tick is missing or not above 0; run the manikin "
                       "wizard again",
                       path);
    }
    if (profile->point_count == 0) {
        return true;
    }
    struct depth_point points[DEPTH_CURVE_POINTS];
    memcpy(points, profile->points, sizeof points);
    if (profile->point_count < 2) {
        return err_set("%s: the curve has one pair; run the manikin wizard again", path);
    }
    return profile_bend(profile, points, profile->point_count) ||
           err_prefix("%s: the curve", path);
}

bool profile_read(struct profile *profile, const char *text, const char *path)
{
    struct source at = {.path = path};
    profile_init(profile, SHAPE_NONE);
    while (*text) {
        char row[ROW_MAX];
        size_t length = strcspn(text, "\n");
        at.line++;
        if (length >= sizeof row) {
            return err_set("%s:%d: is longer than %d bytes; run the manikin wizard again",
                           path, at.line, ROW_MAX - 1);
        }
        memcpy(row, text, length);
        row[length] = '\0';
        if (!read_row(profile, row, &at)) {
            return false;
        }
        text += length + (text[length] == '\n');
    }
    return check(profile, path);
}

bool profile_load(struct profile *profile, const char *folder, const char *name)
{
    char path[PATH_MAX];
    size_t length = 0;
    if (!file_path(path, sizeof path, folder, name)) {
        return false;
    }
    char *text = file_read(path, TEXT_MAX, &length);
    if (!text) {
        return false;
    }
    bool read = profile_read(profile, text, path);
    free(text);
    return read;
}

bool profile_is_kept(const char *folder, const char *name)
{
    char path[PATH_MAX];
    return file_path(path, sizeof path, folder, name) && file_exists(path);
}
