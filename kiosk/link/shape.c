/* SPDX-License-Identifier: MIT */
/*
 * Each shape is a row: a function that takes the whole line or nothing. The rows are
 * tried from the strictest to the loosest, so that a line has one shape whatever came
 * before it.
 */
#include "link/shape.h"

#include <ctype.h>
#include <jansson.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/str.h"

/* No sensor and no clock says more; sums and squares of it are far from overflowing. */
static const double number_max = 1e18;

static bool add(struct shape_line *out, const char *name, size_t length, double value)
{
    if (out->count == SHAPE_FIELDS_MAX || !(fabs(value) <= number_max)) {
        return false;
    }
    struct shape_field *field = &out->fields[out->count++];
    length = length < SHAPE_NAME_MAX ? length : SHAPE_NAME_MAX - 1;
    memcpy(field->name, name, length);
    field->name[length] = '\0';
    field->value = value;
    return true;
}

static bool add_numbered(struct shape_line *out, double value)
{
    char name[8];
    str_format(name, sizeof name, "%zu", out->count + 1);
    return add(out, name, strlen(name), value);
}

static const char *skip_spaces(const char *at)
{
    return at + strspn(at, " \t");
}

/*
 * A number at `*at`, which is moved past it and the spaces behind it. Only digits, one
 * sign, one point (or comma when asked) and an exponent: strtod alone would take "nan",
 * "inf" and "0x10" as well.
 */
static bool take_number(const char **at, bool decimal_comma, double *value)
{
    char digits[48];
    size_t length = 0;
    const char *from = skip_spaces(*at);
    const char *allowed = decimal_comma ? "+-0123456789.,eE" : "+-0123456789.eE";
    size_t span = strspn(from, allowed);
    if (span == 0 || span >= sizeof digits) {
        return false;
    }
    for (; length < span; length++) {
        digits[length] = (char)(from[length] == ',' ? '.' : from[length]);
    }
    digits[length] = '\0';
    char *end = NULL;
    *value = strtod(digits, &end);
    /* Units such as "e" behind digits are not ours: the whole span must be a number. */
    if (*end != '\0' || !isfinite(*value) || !strpbrk(digits, "0123456789")) {
        return false;
    }
    *at = skip_spaces(from + span);
    return true;
}

/* ---- the shapes -------------------------------------------------------------------- */

static bool read_list(const char *at, char separator, struct shape_line *out)
{
    for (;;) {
        double value = 0;
        if (!take_number(&at, separator == ';', &value) || !add_numbered(out, value)) {
            return false;
        }
        if (*at == '\0') {
            return true;
        }
        if (*at != separator) {
            return false;
        }
        at = skip_spaces(at + 1);
        if (*at == '\0') {
            return true; /* a separator may close the line */
        }
    }
}

static bool read_bare(const char *line, struct shape_line *out)
{
    double value = 0;
    return take_number(&line, false, &value) && *line == '\0' && add_numbered(out, value);
}

static bool read_comma(const char *line, struct shape_line *out)
{
    if (str_starts(line, "DATA:")) {
        return read_list(line + 5, ',', out);
    }
    return strchr(line, ',') && read_list(line, ',', out);
}

static bool read_semicolon(const char *line, struct shape_line *out)
{
    return strchr(line, ';') && read_list(line, ';', out);
}

static bool read_hash(const char *line, struct shape_line *out)
{
    double value = 0;
    if (*line != '#') {
        return false;
    }
    line++;
    if (!take_number(&line, false, &value) || *line != ':' || !add(out, "ms", 2, value)) {
        return false;
    }
    line++;
    if (!take_number(&line, false, &value) || !add(out, "depth_mm", 8, value)) {
        return false;
    }
    if (*line == ',') {
        line++;
        if (!take_number(&line, false, &value) || !add(out, "air", 3, value)) {
            return false;
        }
    }
    return *line == '~' && *skip_spaces(line + 1) == '\0';
}

/* "(x,y,z)" behind a key: fields key.1 key.2 key.3. */
static bool take_tuple(const char **at, const char *key, size_t length,
                       struct shape_line *out)
{
    char name[SHAPE_NAME_MAX];
    int index = 0;
    do {
        (*at)++; /* over the bracket or the comma */
        double value = 0;
        str_format(name, sizeof name, "%.*s.%d", (int)(length < 18 ? length : 18), key,
                   ++index);
        if (!take_number(at, false, &value) || !add(out, name, strlen(name), value)) {
            return false;
        }
    } while (**at == ',');
    if (**at != ')') {
        return false;
    }
    *at = skip_spaces(*at + 1);
    return true;
}

static bool read_key(const char *line, struct shape_line *out)
{
    const char *at = skip_spaces(line);
    while (*at) {
        size_t length = strcspn(at, "= \t,");
        const char *key = at;
        at += length;
        if (length == 0 || *at != '=' || !isalpha((unsigned char)*key)) {
            return false;
        }
        at++;
        double value = 0;
        bool sound =
            *at == '(' ? take_tuple(&at, key, length, out)
                       : take_number(&at, false, &value) && add(out, key, length, value);
        if (!sound) {
            return false;
        }
        at += strspn(at, ", \t");
    }
    return out->count > 0;
}

/* What may stand behind a value without being the next tag. */
static const char *const units[] = {"mm",  "cm", "m",   "in",  "n",   "kg", "g", "lbs",
                                    "kpa", "pa", "mv",  "v",   "ms",  "us", "s", "hz",
                                    "ml",  "l",  "bpm", "cpm", "deg", "c"};

static bool is_unit(const char *word, size_t length)
{
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        if (strlen(units[i]) == length && strncasecmp(word, units[i], length) == 0) {
            return true;
        }
    }
    return false;
}

/* The word behind a value: its unit, unless it begins the next tag. */
static size_t unit_length(const char *at)
{
    size_t length = strspn(at, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ%/");
    const char *behind = skip_spaces(at + length);
    bool more = strchr(behind, ':') != NULL;
    return !more || (*behind != ':' && is_unit(at, length)) ? length : 0;
}

/*
 * A tag at `*at`, up to and with its colon: words, a number, or a number in square
 * brackets. "[3]: 120" is tag 3; "[3] Distance: 8" is tag Distance.
 */
static bool take_tag(const char **at, const char **name, size_t *length)
{
    const char *from = skip_spaces(*at);
    const char *colon = strchr(from, ':');
    if (!colon) {
        return false;
    }
    const char *end = colon;
    if (*from == '[') {
        const char *close = memchr(from, ']', (size_t)(colon - from));
        if (!close) {
            return false;
        }
        const char *behind = skip_spaces(close + 1);
        end = behind < colon ? colon : close;
        from = behind < colon ? behind : from + 1;
    }
    while (end > from && (end[-1] == ' ' || end[-1] == '\t')) {
        end--;
    }
    *name = from;
    *length = (size_t)(end - from);
    *at = colon + 1;
    return *length > 0;
}

/* One tag and its value, or several: "Depth: 50 mm, Rate: 110". */
static bool read_tag(const char *line, struct shape_line *out)
{
    const char *at = skip_spaces(line);
    if (strpbrk(at, "{}=;~")) {
        return false;
    }
    while (*at) {
        const char *tag = NULL;
        size_t length = 0;
        double value = 0;
        if (!take_tag(&at, &tag, &length) || !take_number(&at, false, &value)) {
            return false;
        }
        size_t unit = unit_length(at);
        char name[64];
        str_format(name, sizeof name, "%.*s%s%.*s", (int)(length < 40 ? length : 40), tag,
                   unit ? " " : "", (int)(unit < 8 ? unit : 8), at);
        if (!add(out, name, strlen(name), value)) {
            return false;
        }
        at += unit;
        at += strspn(at, " \t,|");
    }
    return out->count > 0;
}

static bool read_letter(const char *line, struct shape_line *out)
{
    const char *at = skip_spaces(line);
    while (*at) {
        const char *name = at;
        while (isalpha((unsigned char)*at) || *at == '_') {
            at++;
        }
        size_t length = (size_t)(at - name);
        double value = 0;
        if (length == 0 || !take_number(&at, false, &value) ||
            !add(out, name, length, value) || (*at != ',' && *at != '\0')) {
            return false;
        }
        at = skip_spaces(at + strspn(at, ","));
    }
    return out->count > 0;
}

enum { JSON_DEPTH_MAX = 4 };

static void add_json(const char *prefix, json_t *value, int depth, struct shape_line *out)
{
    char name[64];
    const char *key = NULL;
    json_t *item = NULL;
    size_t index = 0;
    if (json_is_number(value)) {
        add(out, prefix, strlen(prefix), json_number_value(value));
    } else if (depth < JSON_DEPTH_MAX && json_is_array(value)) {
        json_array_foreach(value, index, item)
        {
            str_format(name, sizeof name, "%s.%zu", prefix, index + 1);
            add_json(name, item, depth + 1, out);
        }
    } else if (depth < JSON_DEPTH_MAX && json_is_object(value)) {
        json_object_foreach(value, key, item)
        {
            str_format(name, sizeof name, "%s%s%s", prefix, *prefix ? "." : "", key);
            add_json(name, item, depth + 1, out);
        }
    }
}

static bool read_json(const char *line, struct shape_line *out)
{
    if (*skip_spaces(line) != '{') {
        return false;
    }
    json_t *root = json_loads(line, 0, NULL);
    if (root) {
        add_json("", root, 0, out);
        json_decref(root);
    }
    return out->count > 0;
}

struct row {
    enum shape shape;
    const char *name;
    bool (*read)(const char *line, struct shape_line *out);
};

static const struct row rows[SHAPE_COUNT] = {
    {SHAPE_HASH, "hash", read_hash},    {SHAPE_JSON, "json", read_json},
    {SHAPE_BARE, "bare", read_bare},    {SHAPE_SEMICOLON, "semicolon", read_semicolon},
    {SHAPE_COMMA, "comma", read_comma}, {SHAPE_KEY, "key", read_key},
    {SHAPE_TAG, "tag", read_tag},       {SHAPE_LETTER, "letter", read_letter},
};

const char *shape_name(enum shape shape)
{
    for (size_t i = 0; i < SHAPE_COUNT; i++) {
        if (rows[i].shape == shape) {
            return rows[i].name;
        }
    }
    return shape == SHAPE_WORDS ? "words" : shape == SHAPE_COMMENT ? "comment" : "none";
}

/* Status words begin with a letter, or with "!", "<" or a number as "< 6", "6~10". */
static enum shape without_numbers(const char *line)
{
    const char *at = skip_spaces(line);
    if (*at == '#') {
        return SHAPE_COMMENT;
    }
    bool words = isalpha((unsigned char)*at) || strchr("!<>", *at) || strchr(at, '~');
    return *at && words ? SHAPE_WORDS : SHAPE_NONE;
}

enum shape shape_read(const char *line, struct shape_line *out)
{
    if (str_starts(line, "\xEF\xBB\xBF")) {
        line += 3;
    }
    for (size_t i = 0; i < SHAPE_COUNT; i++) {
        out->count = 0;
        out->shape = rows[i].shape;
        if (rows[i].read(line, out)) {
            return out->shape;
        }
    }
    out->count = 0;
    out->shape = without_numbers(line);
    return out->shape;
}

bool shape_find(const struct shape_line *line, const char *name, double *value)
{
    for (size_t i = 0; i < line->count; i++) {
        if (str_equal(line->fields[i].name, name)) {
            *value = line->fields[i].value;
            return true;
        }
    }
    return false;
}
