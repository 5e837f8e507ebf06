/* SPDX-License-Identifier: MIT */
/*
 * report: a set of counts as a file that people open. One file a format, a row each in
 * formats.def.
 */
#ifndef KIOSK_REPORT_REPORT_H
#define KIOSK_REPORT_REPORT_H

#include <stdbool.h>

struct count_source;
struct str;

enum report_format {

#define FORMAT(name) REPORT_##name,
#include "report/formats.def"
#undef FORMAT
    REPORT_FORMATS
};

/* How a format is made: adds the whole file of the days [from_day, to_day] to `out`.
 * False (err_text()): the counts cannot be read. */
typedef bool report_render(const struct count_source *counts, int from_day, int to_day,
                           struct str *out);

#define FORMAT(name) report_render report_##name;
#include "report/formats.def"
#undef FORMAT

/* What the file's name ends in: "csv". */
const char *report_extension(enum report_format format);

/* Adds the file's content to `out`. False (err_text()): the counts cannot be read. */
bool report_render_as(enum report_format format, const struct count_source *counts,
                      int from_day, int to_day, struct str *out);

/* Writes the days [from_day, to_day] to `path`, all or nothing. False (err_text() says
 * why) on failure. */
bool report_write(enum report_format format, const struct count_source *counts,
                  int from_day, int to_day, const char *path);

#endif
