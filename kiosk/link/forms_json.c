/* SPDX-License-Identifier: MIT */
/* JSON, and what looks like it. */
#include <jansson.h>
#include <string.h>

#include "base/str.h"
#include "link/forms.h"
#include "link/no_reading.h"
#include "link/number.h"

enum { JSON_DEPTH_MAX = 4, JSON_NAME_MAX = 64 };

/* "46.2", "46.2mm" and "46.2 mm" are numbers too, the last two with a unit. */
static void add_json_text(const char *name, const char *text, struct shape_line *out)
{
    double value = 0;
    const char *at = text;
    if (!number_take(&at, false, &value)) {
        bool is_missing = *at == '\0' || form_take_missing_unit(&at);
        if (is_missing) {
            form_miss(out, name, strlen(name));
        } else if (no_reading(text)) {
            form_say(out, name, strlen(name));
        }
        return;
    }
    size_t unit = form_word_length(at);
    if (at[unit] == '\0' && (unit == 0 || form_is_unit(at, unit))) {
        form_add_unit(out, name, strlen(name), at, unit, value);
    }
}

static void add_json_number(const char *name, double value, struct shape_line *out)
{
    form_add(out, name, strlen(name), value);
    if (value == 0) {
        form_watch_zero(out, name, strlen(name));
    }
}

static void add_json(const char *prefix, json_t *value, int depth, struct shape_line *out)
{
    char name[JSON_NAME_MAX];
    const char *key = NULL;
    json_t *item = NULL;
    size_t index = 0;
    if (json_is_number(value)) {
        add_json_number(prefix, json_number_value(value), out);
    } else if (json_is_null(value)) {
        form_miss(out, prefix, strlen(prefix));
    } else if (json_is_boolean(value)) {
        form_flag(out, prefix, strlen(prefix), json_is_true(value));
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

/* ---- what programs write beside JSON: NaN, None, True, nothing, other quotes ---- */

struct lenient {
    const char *at;
    struct str text; /* as JSON */
    char quote;      /* that is open, '\0' none */
    char last;       /* character before `at` that is no blank */
};

/* In the place of a value: a word, or nothing at all. False where JSON has it too. */
static bool add_value(struct lenient *self)
{
    bool is_true = false;
    if (!self->last || !strchr(":,[", self->last)) {
        return false;
    }
    if (form_take_flag(&self->at, &is_true)) {
        str_add(&self->text, is_true ? "true" : "false");
    } else if (strchr(",}]", *self->at) || form_take_missing_unit(&self->at)) {
        str_add(&self->text, "null");
    } else {
        return false;
    }
    self->last = 'l';
    return true;
}

static void add_character(struct lenient *self)
{
    char c = *self->at++;
    if ((c == '"' || c == '\'') && (!self->quote || self->quote == c)) {
        self->quote = self->quote ? '\0' : c;
        str_add(&self->text, "\"");
    } else {
        str_add_bytes(&self->text, &c, 1);
    }
    self->last = c == ' ' || c == '\t' ? self->last : c;
}

static json_t *load_lenient(const char *line)
{
    struct lenient self = {.at = line};
    while (*self.at) {
        if (self.quote || !add_value(&self)) {
            add_character(&self);
        }
    }
    json_t *root = json_loads(self.text.text, 0, NULL);
    str_free(&self.text);
    return root;
}

/* Lists of plain numbers are tuples. */
bool form_json(const char *line, struct shape_line *out)
{
    const char *at = number_skip_blanks(line);
    if (*at != '{' && !(*at == '[' && strpbrk(at + 1, "\"'{["))) {
        return false;
    }
    json_t *root = json_loads(line, 0, NULL);
    root = root ? root : load_lenient(line);
    if (root) {
        add_json("", root, 0, out);
        json_decref(root);
    }
    return out->count > 0 || out->missing > 0 || out->is_invalid;
}
