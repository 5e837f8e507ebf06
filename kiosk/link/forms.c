/* SPDX-License-Identifier: MIT */
#include "link/forms.h"

#include <ctype.h>
#include <jansson.h>
#include <math.h>
#include <string.h>

#include "base/str.h"
#include "link/number.h"

/* No sensor and no clock says more; sums and squares of it are far from overflowing. */
static const double number_max = 1e18;

/* ---- fields ---- */

/* As many of `length` bytes as fit, but no part of a UTF-8 character. */
static size_t fitting(const char *name, size_t length, size_t room)
{
    if (length <= room) {
        return length;
    }
    while (room > 0 && ((unsigned char)name[room] & 0xC0) == 0x80) {
        room--;
    }
    return room;
}

bool form_add(struct shape_line *out, const char *name, size_t length, double value)
{
    if (out->count == SHAPE_FIELDS_MAX || !(fabs(value) <= number_max)) {
        return false;
    }
    struct shape_field *field = &out->fields[out->count++];
    length = fitting(name, length, SHAPE_NAME_MAX - 1);
    memcpy(field->name, name, length);
    field->name[length] = '\0';
    field->value = value;
    return true;
}

bool form_add_numbered(struct shape_line *out, double value)
{
    size_t number = out->count + out->missing + 1;
    char name[2] = {(char)('0' + number % 10)};
    if (number < 10) {
        return form_add(out, name, 1, value);
    }
    name[0] = (char)('0' + number / 10);
    name[1] = (char)('0' + number % 10);
    return form_add(out, name, 2, value);
}

static bool has_field(const struct shape_line *out, const char *name)
{
    double value = 0;
    return shape_find(out, name, &value);
}

bool form_add_unit(struct shape_line *out, const char *name, size_t length,
                   const char *unit, size_t unit_length, double value)
{
    char text[SHAPE_NAME_MAX];
    size_t gap = length > 0 && unit_length > 0;
    /* The unit says more than the end of a long name. */
    unit_length = fitting(unit, unit_length, SHAPE_NAME_MAX / 2);
    length = fitting(name, length, SHAPE_NAME_MAX - 1 - unit_length - gap);
    memcpy(text, name, length);
    if (gap) {
        text[length++] = ' ';
    }
    memcpy(text + length, unit, unit_length);
    length += unit_length;
    text[length] = '\0';
    if (has_field(out, text)) {
        length = fitting(text, length, SHAPE_NAME_MAX - 3);
        memcpy(text + length, ".2", 2);
        length += 2;
    }
    return form_add(out, text, length, value);
}

/* ---- lists ---- */

/* A separator may close the list. */
static bool take_list(const char **at, char separator, char end, struct shape_line *out)
{
    for (;;) {
        const char ends[] = {separator, end, '\0'};
        double value = 0;
        if (number_take(at, separator == ';', &value)) {
            if (!form_add_numbered(out, value)) {
                return false;
            }
        } else if (separator != ' ' && number_take_missing(at, ends)) {
            out->missing++;
        } else {
            return false;
        }
        if (**at == end) {
            return out->count > 0;
        }
        if (separator != ' ' && *(*at)++ != separator) {
            return false;
        }
        if (separator == ' ' && **at == '|') {
            (*at)++;
        }
        *at = number_skip_blanks(*at);
        if (**at == end) {
            return out->count > 0;
        }
    }
}

static bool is_list(const char *at, char separator, struct shape_line *out)
{
    return take_list(&at, separator, '\0', out);
}

bool form_bare(const char *line, struct shape_line *out)
{
    double value = 0;
    return number_take(&line, false, &value) && *line == '\0' &&
           form_add_numbered(out, value);
}

bool form_semicolon(const char *line, struct shape_line *out)
{
    return is_list(line, ';', out);
}

bool form_comma(const char *line, struct shape_line *out)
{
    bool is_marked = *line == 'D' && str_starts(line, "DATA:");
    return is_list(is_marked ? line + 5 : line, ',', out);
}

bool form_blank(const char *line, struct shape_line *out)
{
    return is_list(line, ' ', out) && out->count > 1;
}

bool form_tuple(const char *line, struct shape_line *out)
{
    static const char opening[] = "([{<";
    static const char closing[] = ")]}>";
    const char *at = number_skip_blanks(line);
    const char *open = *at ? strchr(opening, *at) : NULL;
    if (!open) {
        return false;
    }
    char end = closing[open - opening];
    at++;
    if (!take_list(&at, strchr(at, ',') ? ',' : strchr(at, ';') ? ';' : ' ', end, out)) {
        return false;
    }
    at = number_skip_blanks(at + 1);
    return *number_skip_blanks(at + (*at == ',')) == '\0';
}

/* A word, then numbers; the mark behind the word may be a comma. */
bool form_firewater(const char *line, struct shape_line *out)
{
    const char *name = number_skip_blanks(line);
    const char *list = name + strcspn(name, ":,");
    bool is_word = isalpha((unsigned char)*name) || (unsigned char)*name >= 0x80;
    if (!is_word || *list == '\0') {
        return false;
    }
    bool is_pair = *list++ == ','; /* "Depth,46.2" has a name */
    return is_list(list, strchr(list, ',') ? ',' : ' ', out) &&
           (!is_pair || out->count > 1);
}

bool form_hash(const char *line, struct shape_line *out)
{
    double value = 0;
    if (*line != '#') {
        return false;
    }
    line++;
    if (!number_take(&line, false, &value) || *line != ':' ||
        !form_add(out, "ms", 2, value)) {
        return false;
    }
    line++;
    if (!number_take(&line, false, &value) || !form_add(out, "depth_mm", 8, value)) {
        return false;
    }
    if (*line == ',') {
        line++;
        if (!number_take(&line, false, &value) || !form_add(out, "air", 3, value)) {
            return false;
        }
    }
    return *line == '~' && *number_skip_blanks(line + 1) == '\0';
}

/* ---- Teleplot: >name:value, >name:ms:value, more points behind ';', the last counts
 * ---- */

bool form_teleplot(const char *line, struct shape_line *out)
{
    static const char section[] = "§"; /* before the unit */
    double value = 0;
    double ms = 0;
    bool has_ms = false;
    const char *name = number_skip_blanks(line) + 1;
    const char *at = strchr(line, ':');
    if (name[-1] != '>' || !at || at == name) {
        return false;
    }
    size_t length = (size_t)(at - name);
    do {
        at++;
        if (!number_take(&at, false, &value)) {
            return false;
        }
        has_ms = *at == ':';
        if (has_ms) {
            at++;
            ms = value;
            if (!number_take(&at, false, &value)) {
                return false;
            }
        }
    } while (*at == ';' && at[1] != '\0');
    at += *at == ';';
    bool has_unit = str_starts(at, section);
    at += has_unit ? strlen(section) : 0;
    size_t unit = has_unit ? strcspn(at, "|") : 0;
    return (at[unit] == '|' || at[unit] == '\0') &&
           form_add_unit(out, name, length, at, unit, value) &&
           (!has_ms || form_add(out, "ms", 2, ms));
}

/* ---- JSON ---- */

enum { JSON_DEPTH_MAX = 4, JSON_NAME_MAX = 64, LINE_MAX_BYTES = 512 };

/* "46.2", "46.2mm" and "46.2 mm" are numbers too, the last two with a unit. */
static void add_json_text(const char *name, const char *text, struct shape_line *out)
{
    double value = 0;
    const char *at = text;
    if (!number_take(&at, false, &value)) {
        return;
    }
    size_t unit = form_word_length(at);
    if (at[unit] == '\0' && (unit == 0 || form_is_unit(at, unit))) {
        form_add_unit(out, name, strlen(name), at, unit, value);
    }
}

static void add_json(const char *prefix, json_t *value, int depth, struct shape_line *out)
{
    char name[JSON_NAME_MAX];
    const char *key = NULL;
    json_t *item = NULL;
    size_t index = 0;
    if (json_is_number(value)) {
        form_add(out, prefix, strlen(prefix), json_number_value(value));
    } else if (json_is_null(value)) {
        out->missing++;
    } else if (json_is_string(value)) {
        add_json_text(prefix, json_string_value(value), out);
    } else if (depth < JSON_DEPTH_MAX && json_is_array(value)) {
        json_array_foreach(value, index, item)
        {
            str_format(name, sizeof name, "%s%s%zu", prefix, *prefix ? "." : "",
                       index + 1);
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

/* A dictionary as Python prints it has other quotes. */
static json_t *load_python(const char *line)
{
    char text[LINE_MAX_BYTES];
    if (!strchr(line, '\'') || !str_copy(text, sizeof text, line)) {
        return NULL;
    }
    for (char *at = text; *at; at++) {
        *at = (char)(*at == '\'' ? '"' : *at);
    }
    return json_loads(text, 0, NULL);
}

/* Lists of plain numbers are tuples. */
bool form_json(const char *line, struct shape_line *out)
{
    const char *at = number_skip_blanks(line);
    if (*at != '{' && !(*at == '[' && strpbrk(at + 1, "\"'{["))) {
        return false;
    }
    json_t *root = json_loads(line, 0, NULL);
    root = root ? root : load_python(line);
    if (root) {
        add_json("", root, 0, out);
        json_decref(root);
    }
    return out->count > 0;
}
