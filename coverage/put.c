/* SPDX-License-Identifier: MIT */
#include "put.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/str.h"

enum { TEXT_MAX = 1024, PERCENT_DIGITS = 6 };

void put(json_t *object, const char *key, json_t *value)
{
    assert(value);
    json_object_set_new(object, key, value);
}

void put_int(json_t *object, const char *key, int64_t value)
{
    put(object, key, json_integer(value));
}

void put_int_if(json_t *object, const char *key, bool known, int64_t value)
{
    put(object, key, known ? json_integer(value) : json_null());
}

void put_text(json_t *object, const char *key, const char *text)
{
    char line[TEXT_MAX];
    str_copy(line, sizeof line, text);
    if (!str_is_utf8(line, strlen(line))) {
        str_one_line(line);
    }
    put(object, key, json_string(line));
}

void put_file(json_t *object, struct str *out)
{
    char *text = json_dumps(object, JSON_INDENT(2) | JSON_REAL_PRECISION(PERCENT_DIGITS));
    assert(text);
    str_add(out, "%s\n", text);
    free(text);
    json_decref(object);
}
