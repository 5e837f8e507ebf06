/* SPDX-License-Identifier: MIT */
/*
 * report: the counts of a period as a file that people open. One file a format, a row
 * each in formats.def. The same counts give the same bytes, whenever they are asked for.
 *
 * XLSX and CSV are the hall's own records and exact. HTML and PDF are what is printed and
 * put up: small numbers are hidden there (small.h).
 */
#ifndef KIOSK_REPORT_REPORT_H
#define KIOSK_REPORT_REPORT_H

#include <stdbool.h>
#include <stddef.h>

struct count_source;
struct month_facts;
struct report_words;
struct str;

enum report_format {

#define FORMAT(name, ...) REPORT_##name,
#include "report/formats.def"
#undef FORMAT
    REPORT_FORMATS
};

/* What is to be reported. All borrowed. */
struct report {
    const struct count_source *counts;
    const struct month_facts *facts;
    const struct report_words *words;
    int from_day, to_day; /* both included, 20261123 */
};

/* How a format is made: adds the whole file to `out`. False (err_text()): the counts
 * cannot be read, or a library failed. */
typedef bool report_render(const struct report *report, struct str *out);

#define FORMAT(name, ...) report_render report_##name;
#include "report/formats.def"
#undef FORMAT

/* What the file's name ends in: "csv". */
const char *report_extension(enum report_format format);

/* Whether small numbers are hidden in it. */
bool report_is_published(enum report_format format);

/*
 * Whether a format is made of these days. Published ones are made of whole calendar
 * months alone: of a week and its month together, what each of them hides could be
 * computed.
 */
bool report_takes(enum report_format format, int from_day, int to_day);

/* REPORT_FORMATS: none ends so. */
enum report_format report_format_of(const char *extension);

/* "xlsx, csv, html, pdf", for a sentence. */
void report_formats(char *out, size_t size);

/* Adds the file's content to `out`. False (err_text()), as report_render, and where the
 * format does not take the days. */
bool report_render_as(enum report_format format, const struct report *report,
                      struct str *out);

/* Writes it to `path`, all or nothing. False (err_text() says why) on failure. */
bool report_write(enum report_format format, const struct report *report,
                  const char *path);

/*
 * "life-kiosk-滨江馆-2026-10.xlsx", as every stick takes it; without a hall's name it is
 * left out. Of a calendar month; of other days "20261005-20261011", of one "20261005".
 */
void report_name(enum report_format format, const char *hall, int from_day, int to_day,
                 char *out, size_t size);

#endif
