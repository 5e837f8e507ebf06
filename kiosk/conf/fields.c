/* SPDX-License-Identifier: MIT */
#include "conf/fields.h"

#include <string.h>

#include "base/err.h"
#include "base/str.h"
#include "conf/data.h"

enum { SENTENCE_MAX = 256, SHOWN_MAX = 48, NEAREST = 3 };

static const char *dot(const struct conf_place *place)
{
    return place->path[0] ? "." : "";
}

static void describe_table(char *out, size_t size, const struct conf_data *table)
{
    const struct conf_data *items = table->items;
    bool two = table->count == 2 && items[0].index > 0 && items[1].index > 0 &&
               items[0].kind == CONF_NUMBER && items[1].kind == CONF_NUMBER;
    if (two) {
        str_format(out, size, "{ %.10g, %.10g }", items[0].number, items[1].number);
    } else {
        str_format(out, size, "a table of %zu entr%s", table->count,
                   table->count == 1 ? "y" : "ies");
    }
}

/* What stands there, in words. */
static void describe(char *out, size_t size, const struct conf_data *value)
{
    char cut[SHOWN_MAX];
    switch (value->kind) {
    case CONF_TEXT: {
        bool whole = str_copy(cut, sizeof cut, value->text);
        str_format(out, size, "\"%s%s\" (a string)", cut, whole ? "" : "...");
        return;
    }
    case CONF_NUMBER: str_format(out, size, "%.10g", value->number); return;
    case CONF_BOOL: str_copy(out, size, value->boolean ? "true" : "false"); return;
    case CONF_TABLE: describe_table(out, size, value); return;
    }
}

/* The sentence says what stands at `at` and what should. */
static bool refuse_found(const char *file, const char *at, const struct conf_field *field,
                         const char *found)
{
    switch (field->want) {
    case CONF_WANT_TEXT:
        return err_set_as("field_text", "%s: %s is %s; write %s, at most %zu bytes", file,
                          at, found, field->what, field->size - 1);
    case CONF_WANT_WHOLE:
    case CONF_WANT_NUMBER:
    case CONF_WANT_PAIR:
        return err_set_as("field_number", "%s: %s is %s; write %s from %.10g to %.10g",
                          file, at, found, field->what, field->low, field->high);
    case CONF_WANT_RANGE:
        return err_set_as(
            "field_range",
            "%s: %s is %s; write { low, high }: %s from %.10g to %.10g, low below "
            "high",
            file, at, found, field->what, field->low, field->high);
    case CONF_WANT_BOOL:
    case CONF_WANT_TEXTS:
    case CONF_WANT_TABLE:
    case CONF_WANT_READ: break;
    }
    return err_set_as("field_other", "%s: %s is %s; write %s", file, at, found,
                      field->what);
}

bool conf_field_refuse(const struct conf_place *place, const struct conf_field *field,
                       const struct conf_data *value)
{
    char found[SENTENCE_MAX] = "missing";
    char at[SENTENCE_MAX];
    if (value) {
        describe(found, sizeof found, value);
    }
    str_format(at, sizeof at, "%s%s%s", place->path, dot(place), field->key);
    return refuse_found(place->file, at, field, found);
}

static bool refuse_unknown(const struct conf_place *place, const char *key,
                           const struct conf_field *fields, size_t count)
{
    struct str nearest = {0};
    size_t last = 0;
    for (int i = 0; i < NEAREST; i++) {
        /* One number orders by distance first and by row then; no two are the same. */
        size_t best = SIZE_MAX;
        for (size_t row = 0; row < count; row++) {
            size_t rank = str_distance(key, fields[row].key) * count + row + 1;
            best = rank > last && rank < best ? rank : best;
        }
        if (best != SIZE_MAX) {
            str_add(&nearest, "%s%s", i ? ", " : "", fields[(best - 1) % count].key);
            last = best;
        }
    }
    err_set_as("field_unknown", "%s: %s%s%s is not a known key; the nearest ones are %s",
               place->file, place->path, dot(place), key, nearest.text);
    str_free(&nearest);
    return false;
}

static bool number_fits(const struct conf_field *field, const struct conf_data *value)
{
    return value->kind == CONF_NUMBER && value->number >= field->low &&
           value->number <= field->high;
}

static bool read_two(const struct conf_field *field, const struct conf_data *value,
                     void *to)
{
    if (value->kind != CONF_TABLE || value->count != 2) {
        return false;
    }
    double two[2];
    for (int i = 0; i < 2; i++) {
        if (value->items[i].index != i + 1 || !number_fits(field, &value->items[i])) {
            return false;
        }
        two[i] = value->items[i].number;
    }
    memcpy(to, two, sizeof two);
    return field->want == CONF_WANT_PAIR || two[0] < two[1];
}

/* False when the value does not fit. */
static bool read_value(const struct conf_field *field, const struct conf_data *value,
                       char *to)
{
    switch (field->want) {
    case CONF_WANT_TEXT:
        return value->kind == CONF_TEXT && str_copy(to, field->size, value->text);
    case CONF_WANT_WHOLE: {
        int whole = number_fits(field, value) ? (int)value->number : 0;
        memcpy(to, &whole, sizeof whole);
        return number_fits(field, value) && (double)whole == value->number;
    }
    case CONF_WANT_NUMBER:
        memcpy(to, &value->number, sizeof value->number);
        return number_fits(field, value);
    case CONF_WANT_BOOL:
        memcpy(to, &value->boolean, sizeof value->boolean);
        return value->kind == CONF_BOOL;
    case CONF_WANT_RANGE:
    case CONF_WANT_PAIR: return read_two(field, value, to);
    case CONF_WANT_TEXTS: return value->kind == CONF_TEXT || value->kind == CONF_TABLE;
    case CONF_WANT_TABLE: return value->kind == CONF_TABLE;
    case CONF_WANT_READ: return true;
    }
    return false;
}

static const struct conf_field *field_of(const struct conf_field *fields, size_t count,
                                         const struct conf_data *value)
{
    for (size_t i = 0; i < count; i++) {
        if (value->index == 0 && str_equal(fields[i].key, value->key)) {
            return &fields[i];
        }
    }
    return NULL;
}

bool conf_fields_read(const struct conf_place *place, const struct conf_data *table,
                      const struct conf_field *fields, size_t count, void *out)
{
    for (size_t i = 0; i < table->count; i++) {
        const struct conf_data *value = &table->items[i];
        const struct conf_field *field = field_of(fields, count, value);
        if (!field) {
            return refuse_unknown(place, value->key, fields, count);
        }
        if (!read_value(field, value, (char *)out + field->offset)) {
            return conf_field_refuse(place, field, value);
        }
    }
    for (size_t i = 0; i < count; i++) {
        if (!fields[i].optional && !conf_field_find(table, fields[i].key)) {
            return conf_field_refuse(place, &fields[i], NULL);
        }
    }
    return true;
}

const struct conf_data *conf_field_find(const struct conf_data *table, const char *key)
{
    for (size_t i = 0; i < table->count; i++) {
        if (table->items[i].index == 0 && str_equal(table->items[i].key, key)) {
            return &table->items[i];
        }
    }
    return NULL;
}
