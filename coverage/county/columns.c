/* SPDX-License-Identifier: MIT */
#include <assert.h>

#include "base/str.h"
#include "county/county.h"

static const char *const keys[] = {

#define COLUMN(key, ...) #key,
#include "county/columns.def"
#undef COLUMN
};

const char *county_column_key(enum county_column column)
{
    assert(column < COUNTY_COLUMNS);
    return keys[column];
}

enum county_column county_column_of(const char *key)
{
    int at = 0;
    while (at < COUNTY_COLUMNS && !str_equal(keys[at], key)) {
        at++;
    }
    return (enum county_column)at;
}
