/* SPDX-License-Identifier: MIT */
#include "report/report.h"

#include <assert.h>
#include <string.h>

#include "base/calendar.h"
#include "base/err.h"
#include "base/file.h"
#include "base/str.h"

enum { HALL_MAX = 128 };

static const struct {
    const char *extension;
    bool published;
    report_render *render;
} formats[REPORT_FORMATS] = {

#define FORMAT(name, published) [REPORT_##name] = {#name, published, report_##name},
#include "report/formats.def"
#undef FORMAT
};

const char *report_extension(enum report_format format)
{
    assert(format < REPORT_FORMATS);
    return formats[format].extension;
}

bool report_is_published(enum report_format format)
{
    assert(format < REPORT_FORMATS);
    return formats[format].published;
}

static bool is_month(int from_day, int to_day)
{
    int days = calendar_month_days(from_day / 10000, from_day / 100 % 100);
    return from_day % 100 == 1 && to_day == from_day + days - 1;
}

bool report_takes(enum report_format format, int from_day, int to_day)
{
    return !report_is_published(format) || is_month(from_day, to_day);
}

enum report_format report_format_of(const char *extension)
{
    int format = 0;
    while (format < REPORT_FORMATS && !str_equal(formats[format].extension, extension)) {
        format++;
    }
    return (enum report_format)format;
}

void report_formats(char *out, size_t size)
{
    struct str all = {0};
    for (int i = 0; i < REPORT_FORMATS; i++) {
        str_add(&all, "%s%s", i > 0 ? ", " : "", formats[i].extension);
    }
    str_copy(out, size, all.text);
    str_free(&all);
}

bool report_render_as(enum report_format format, const struct report *report,
                      struct str *out)
{
    if (!report_takes(format, report->from_day, report->to_day)) {
        return err_set_as("report_whole_months",
                          "%s is made of whole months; choose a month, or XLSX",
                          report_extension(format));
    }
    return formats[format].render(report, out);
}

bool report_write(enum report_format format, const struct report *report,
                  const char *path)
{
    struct str file = {0};
    bool written = report_render_as(format, report, &file) &&
                   file_write(path, file.text, file.length);
    str_free(&file);
    return written;
}

static void name_period(int from_day, int to_day, char *out, size_t size)
{
    if (is_month(from_day, to_day)) {
        str_format(out, size, "%d-%02d", from_day / 10000, from_day / 100 % 100);
    } else if (from_day == to_day) {
        str_format(out, size, "%d", from_day);
    } else {
        str_format(out, size, "%d-%d", from_day, to_day);
    }
}

void report_name(enum report_format format, const char *hall, int from_day, int to_day,
                 char *out, size_t size)
{
    char period[32];
    char word[HALL_MAX];
    str_copy(word, sizeof word, hall);
    /* What a stick's file system refuses, and blanks. */
    for (char *at = word; *at; at++) {
        unsigned char c = (unsigned char)*at;
        if (c <= ' ' || c == 0x7F || strchr("/\\:*?\"<>|", c)) {
            *at = '-';
        }
    }
    name_period(from_day, to_day, period, sizeof period);
    str_format(out, size, "life-kiosk-%s%s%s.%s", word, word[0] ? "-" : "", period,
               report_extension(format));
}
