/* SPDX-License-Identifier: MIT */
#include "report/report.h"

#include <assert.h>

#include "base/file.h"
#include "base/str.h"

static const struct {
    const char *extension;
    report_render *render;
} formats[REPORT_FORMATS] = {

#define FORMAT(name) [REPORT_##name] = {#name, report_##name},
#include "report/formats.def"
#undef FORMAT
};

const char *report_extension(enum report_format format)
{
    assert(format < REPORT_FORMATS);
    return formats[format].extension;
}

bool report_render_as(enum report_format format, const struct count_source *counts,
                      int from_day, int to_day, struct str *out)
{
    assert(format < REPORT_FORMATS);
    return formats[format].render(counts, from_day, to_day, out);
}

bool report_write(enum report_format format, const struct count_source *counts,
                  int from_day, int to_day, const char *path)
{
    struct str file = {0};
    bool written = report_render_as(format, counts, from_day, to_day, &file) &&
                   file_write(path, file.text, file.length);
    str_free(&file);
    return written;
}
