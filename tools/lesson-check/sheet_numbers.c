/* SPDX-License-Identifier: MIT */
/*
 * The marked numbers of guidelines. A mark stands in a comment: behind its number and in
 * the lines that go on there, or in the lines before it. Remarks are read as they are
 * written: the numbers alone are data.
 */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/str.h"
#include "lesson/tell.h"
#include "sheet.h"

enum { FILE_BYTES_MAX = 1 << 20, NAME_BYTES = 48 };

/* A field of a profile in words, and what stands between its two numbers. */
static const struct {
    const char *key, *words, *between;
} fields[] = {
    {"depth_mm", "sheet_depth_mm", "–"},
    {"depth_zero_mm", "sheet_depth_zero_mm", "–"},
    {"rate_cpm", "sheet_rate_cpm", "–"},
    {"rate_zero_cpm", "sheet_rate_zero_cpm", "–"},
    {"release_max_mm", "sheet_release_max_mm", ""},
    {"release_floor_mm", "sheet_release_floor_mm", ""},
    {"push_least_mm", "sheet_push_least_mm", ""},
    {"turn_mm", "sheet_turn_mm", ""},
    {"pause_max_s", "sheet_pause_max_s", ""},
    {"set_of_30_s", "sheet_set_of_30_s", "–"},
    {"breath_ml", "sheet_breath_ml", "–"},
    {"breath_s", "sheet_breath_s", ""},
    {"swap_s", "sheet_swap_s", ""},
    {"ccf_target", "sheet_ccf_target", " / "},
    {"pass_score", "sheet_pass_score", ""},
    {"depth_scored", "sheet_depth_scored", ""},
};

static const struct {
    const char *name, *words;
} profiles[] = {
    {"adult", "sheet_adult"}, {"child", "sheet_child"}, {"infant", "sheet_infant"},
    {"light", "sheet_light"}, {"small", "sheet_small"},
};

static const struct {
    const char *mark, *words;
} marks[] = {
    {"[ours]", "sheet_ours"},
    {"[weak]", "sheet_weak"},
    {"[summary]", "sheet_summary"},
};

/* A guideline's file while it is read. */
struct reading {
    struct sheet *sheet;
    const struct tell *tell;
    const char *path;
    bool inside;              /* behind "return {" */
    bool named;               /* its group has been told */
    char profile[NAME_BYTES]; /* "adult" */

    /* The number at hand, and what is remarked of it so far. */
    int line;
    size_t indent;
    char key[NAME_BYTES];   /* "" none */
    char value[NAME_BYTES]; /* "{ 50, 60 }"; "" a whole profile */
    struct str remark;
    struct str before; /* of the number to come */
};

/* ---- words ------------------------------------------------------------------------- */

static const char *profile_words(const struct reading *reading)
{
    for (size_t i = 0; i < sizeof profiles / sizeof *profiles; i++) {
        if (str_equal(profiles[i].name, reading->profile)) {
            return tell_word(reading->tell, profiles[i].words);
        }
    }
    return reading->profile;
}

/* "{ 50, 60 }" as "50–60" */
static void put_value(const char *value, const char *between, struct str *out)
{
    for (const char *at = value + strspn(value, "{ "); *at && *at != '}'; at++) {
        if (*at == ',') {
            str_add(out, "%s", between);
            at += strspn(at + 1, " ");
        } else if (*at != ' ') {
            str_add_bytes(out, at, 1);
        }
    }
}

static char *told_of(const struct reading *reading)
{
    char line[TELL_BYTES];
    struct str value = {0};
    const char *words = reading->key;
    const char *between = tell_word(reading->tell, "list_comma");
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        if (str_equal(fields[i].key, reading->key)) {
            words = tell_word(reading->tell, fields[i].words);
            between = fields[i].between;
        }
    }
    str_add(&value, "%s", "");
    put_value(reading->value, between, &value);
    tell_fill(reading->tell, line, sizeof line,
              reading->value[0] ? "sheet_number" : "sheet_profile",
              (const char *const[]){"profile", profile_words(reading), "what", words,
                                    "value", value.text, NULL});
    str_free(&value);
    return sheet_copy(line);
}

static char *marks_of(const struct reading *reading)
{
    struct str out = {0};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        if (strstr(reading->remark.text, marks[i].mark)) {
            str_add(&out, "%s%s", out.length ? "\n" : "",
                    tell_word(reading->tell, marks[i].words));
        }
    }
    return out.text;
}

/* ---- rows -------------------------------------------------------------------------- */

static bool is_marked(const struct str *remark)
{
    bool marked = false;
    for (size_t i = 0; remark->text && i < sizeof marks / sizeof *marks; i++) {
        marked = marked || strstr(remark->text, marks[i].mark);
    }
    return marked;
}

static void add_number(struct reading *reading)
{
    char key[2 * NAME_BYTES];
    char text[3 * NAME_BYTES];
    char group[TELL_BYTES];
    struct sheet_row *row = sheet_add(reading->sheet);
    const char *slash = strrchr(reading->path, '/');
    const char *file = slash ? slash + 1 : reading->path;
    bool whole = reading->value[0] == '\0';
    tell_fill(reading->tell, group, sizeof group, "sheet_guideline",
              (const char *const[]){"file", file, NULL});
    str_format(key, sizeof key, "%s%s%s", reading->profile, whole ? "" : ".",
               whole ? "" : reading->key);
    str_format(text, sizeof text, "%s = %s", reading->key,
               whole ? "{ ... }" : reading->value);
    row->group = reading->named ? NULL : sheet_copy(group);
    row->file = sheet_copy(reading->path);
    row->line = reading->line;
    row->key = sheet_copy(key);
    row->text = sheet_copy(text);
    row->told = told_of(reading);
    row->others = sheet_copy("");
    row->about = sheet_copy(reading->remark.text);
    row->source = marks_of(reading);
    row->beside = sheet_copy("");
    reading->named = true;
    reading->sheet->numbers++;
}

/* The number at hand is all read. */
static void settle(struct reading *reading)
{
    if (reading->key[0] && is_marked(&reading->remark)) {
        add_number(reading);
    }
    reading->key[0] = '\0';
    str_free(&reading->remark);
}

/* ---- lines ------------------------------------------------------------------------- */

static void add_words(struct str *to, const char *words)
{
    const char *from = words + strspn(words, "- \t");
    size_t length = strlen(from);
    while (length > 0 && isspace((unsigned char)from[length - 1])) {
        length--;
    }
    if (length > 0) {
        str_add(to, "%s%.*s", to->length ? " " : "", (int)length, from);
    }
}

/* A line of comment alone: farther in than the number before it, it goes on there. Behind
 * the brace of a profile it is of the first number within. */
static void take_comment(struct reading *reading, const char *comment, size_t indent)
{
    bool goes_on = reading->key[0] && reading->value[0] && indent > reading->indent;
    add_words(goes_on ? &reading->remark : &reading->before, comment);
}

/* "key = value," */
static void take_code(struct reading *reading, const char *code, const char *comment,
                      int line, size_t indent)
{
    size_t length = strcspn(code, " =");
    const char *value = strchr(code, '=');
    settle(reading);
    reading->line = line;
    reading->indent = indent;
    if (value && length > 0) {
        str_format(reading->key, sizeof reading->key, "%.*s", (int)length, code);
        value += 1 + strspn(value + 1, " ");
        size_t bytes = strlen(value);
        while (bytes > 0 && strchr(", ", value[bytes - 1])) {
            bytes--;
        }
        str_format(reading->value, sizeof reading->value, "%.*s", (int)bytes, value);
        if (str_equal(reading->value, "{")) {
            str_copy(reading->profile, sizeof reading->profile, reading->key);
            reading->value[0] = '\0';
        }
    }
    add_words(&reading->remark, reading->before.text ? reading->before.text : "");
    str_free(&reading->before);
    add_words(&reading->remark, comment);
}

/* Where a comment begins; no text of a guideline's numbers has two hyphens. */
static void take_line(struct reading *reading, char *text, int line)
{
    size_t indent = strspn(text, " \t");
    char *comment = strstr(text, "--");
    if (!reading->inside) {
        reading->inside = str_starts(text, "return");
        return;
    }
    if (comment == text + indent) {
        take_comment(reading, comment, indent);
        return;
    }
    if (comment) {
        *comment = '\0';
    }
    size_t length = strlen(text);
    while (length > indent && isspace((unsigned char)text[length - 1])) {
        text[--length] = '\0';
    }
    if (length > indent) {
        take_code(reading, text + indent, comment ? comment + 2 : "", line, indent);
    }
}

static bool add_file(struct sheet *sheet, const struct check_data *data, const char *path)
{
    size_t length = 0;
    char *bytes = file_read(path, FILE_BYTES_MAX, &length);
    struct reading reading = {.sheet = sheet, .tell = data->tell, .path = path};
    int line = 1;
    if (!bytes) {
        return false;
    }
    for (char *at = bytes; *at; line++) {
        char *text = at;
        at += strcspn(at, "\n");
        if (*at) {
            *at++ = '\0';
        }
        take_line(&reading, text, line);
    }
    settle(&reading);
    str_free(&reading.before);
    free(bytes);
    return true;
}

bool sheet_add_guidelines(struct sheet *sheet, const struct check_data *data)
{
    struct paths_list files = {0};
    bool read = paths_list(&data->paths, "scripts/guidelines", &files);
    for (size_t i = 0; i < files.count && read; i++) {
        size_t length = strlen(files.paths[i]);
        bool lua = length > 4 && str_equal(files.paths[i] + length - 4, ".lua");
        read = !lua || add_file(sheet, data, files.paths[i]);
    }
    paths_list_free(&files);
    return read;
}
