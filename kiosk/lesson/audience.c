/* SPDX-License-Identifier: MIT */
#include "lesson/audience.h"

#include <string.h>

#include "base/str.h"
#include "lesson/lesson.h"

static const struct row {
    const char *name;
    bool learns, visits;
} rows[] = {

#define AUDIENCE(name, learns, visits) {#name, learns, visits},
#include "lesson/audiences.def"
#undef AUDIENCE
};

enum { ROWS = sizeof rows / sizeof *rows };

const char *audience_name(size_t index)
{
    return index < ROWS ? rows[index].name : NULL;
}

void audience_names(char *out, size_t size)
{
    str_copy(out, size, "");
    for (size_t i = 0; i < ROWS; i++) {
        size_t used = strlen(out);
        str_format(out + used, size - used, "%s%s", i > 0 ? ", " : "", rows[i].name);
    }
}

bool audience_has(const struct lesson_info *info, const char *audience)
{
    for (size_t i = 0; i < info->audience_count; i++) {
        if (str_equal(info->audience[i], audience)) {
            return true;
        }
    }
    return false;
}

bool audience_learns(const struct lesson_info *info)
{
    for (size_t i = 0; i < ROWS; i++) {
        if (rows[i].learns && audience_has(info, rows[i].name)) {
            return true;
        }
    }
    return false;
}

bool audience_visits(const struct lesson_info *info)
{
    for (size_t i = 0; i < ROWS; i++) {
        if (rows[i].visits && audience_has(info, rows[i].name)) {
            return true;
        }
    }
    return info->audience_count == 0;
}

bool audience_is_offered(size_t index)
{
    return index < ROWS && rows[index].visits;
}
