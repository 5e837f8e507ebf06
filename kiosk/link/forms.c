/* SPDX-License-Identifier: MIT */
#include "link/forms.h"

#include <ctype.h>
#include <math.h>
#include <string.h>

#include "base/str.h"
#include "link/number.h"

/* No sensor and no clock says more; sums and squares of it are far from overflowing. */
static const double number_max = 1e18;

/* ---- fields ---- */

size_t form_fitting(const char *name, size_t length, size_t room)
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
    length = form_fitting(name, length, SHAPE_NAME_MAX - 1);
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
    unit_length = form_fitting(unit, unit_length, SHAPE_NAME_MAX / 2);
    length = form_fitting(name, length, SHAPE_NAME_MAX - 1 - unit_length - gap);
    if (value == 0) {
        form_watch_zero(out, name, length);
    }
    memcpy(text, name, length);
    if (gap) {
        text[length++] = ' ';
    }
    memcpy(text + length, unit, unit_length);
    length += unit_length;
    text[length] = '\0';
    if (has_field(out, text)) {
        length = form_fitting(text, length, SHAPE_NAME_MAX - 3);
        memcpy(text + length, ".2", 2);
        length += 2;
    }
    return form_add(out, text, length, value);
}

/* ---- lists ---- */

/* A number, or what stands in its place. Blanks part words too, so that the first column
 * of such a list is a number. */
static bool take_place(const char **at, char separator, char end, struct shape_line *out)
{
    const char both[] = {separator, end, '\0'};
    const char *ends = separator == ' ' ? NULL : both;
    double value = 0;
    if (number_take(at, separator == ';', &value)) {
        return form_add_numbered(out, value);
    }
    bool is_word = false;
    if (!number_take_missing(at, ends)) {
        is_word = (ends || out->count > 0) && form_take_no_reading(at, ends);
        if (!is_word) {
            return false;
        }
    }
    out->has_words = out->has_words || is_word;
    form_miss_numbered(out);
    return true;
}

/* Lists of which nothing is known must be clear: ",," is one, a lone word is not. */
static bool has_places(const struct shape_line *out)
{
    return out->count > 0 || (out->missing > 1 && form_is_line(out));
}

/* A separator may close the list. */
static bool take_list(const char **at, char separator, char end, struct shape_line *out)
{
    for (;;) {
        if (!take_place(at, separator, end, out)) {
            return false;
        }
        if (**at == end) {
            return has_places(out);
        }
        if (separator != ' ' && *(*at)++ != separator) {
            return false;
        }
        if (separator == ' ' && **at == '|') {
            (*at)++;
        }
        *at = number_skip_blanks(*at);
        if (**at == end) {
            return has_places(out);
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
    return is_list(line, ' ', out) && out->count + out->missing > 1 && out->count > 0;
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
           (!is_pair || out->count > 1) && out->count > 0;
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
    if (number_take_missing(&line, "~,")) {
        form_miss(out, "depth_mm", 8);
    } else if (!number_take(&line, false, &value) ||
               !form_add(out, "depth_mm", 8, value)) {
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

/* "46.2", "12:46.2"; true where the value is missing: "nan". */
static bool take_point(const char **at, double *ms, bool *has_ms, double *value,
                       bool *is_missing)
{
    *is_missing = number_take_missing(at, NULL);
    *has_ms = false;
    if (*is_missing) {
        return true;
    }
    if (!number_take(at, false, value)) {
        return false;
    }
    *has_ms = **at == ':';
    if (!*has_ms) {
        return true;
    }
    (*at)++;
    *ms = *value;
    *is_missing = number_take_missing(at, NULL);
    return *is_missing || number_take(at, false, value);
}

bool form_teleplot(const char *line, struct shape_line *out)
{
    static const char section[] = "§"; /* before the unit */
    double value = 0;
    double ms = 0;
    bool has_ms = false;
    bool is_missing = false;
    const char *name = number_skip_blanks(line) + 1;
    const char *at = strchr(line, ':');
    if (name[-1] != '>' || !at || at == name) {
        return false;
    }
    size_t length = (size_t)(at - name);
    do {
        at++;
        if (!take_point(&at, &ms, &has_ms, &value, &is_missing)) {
            return false;
        }
    } while (*at == ';' && at[1] != '\0');
    at += *at == ';';
    bool has_unit = str_starts(at, section);
    at += has_unit ? strlen(section) : 0;
    size_t unit = has_unit ? strcspn(at, "|") : 0;
    if (at[unit] != '|' && at[unit] != '\0') {
        return false;
    }
    if (is_missing) {
        form_miss(out, name, length);
    } else if (!form_add_unit(out, name, length, at, unit, value)) {
        return false;
    }
    return !has_ms || form_add(out, "ms", 2, ms);
}
