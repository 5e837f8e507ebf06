/* SPDX-License-Identifier: MIT */
/*
 * report: a set of counts as a file that people open.
 */
#ifndef KIOSK_REPORT_REPORT_H
#define KIOSK_REPORT_REPORT_H

#include <stdbool.h>

struct count_source;

/*
 * Writes the days [from_day, to_day] to `path` as CSV: UTF-8 with BOM, CRLF, bilingual
 * headers that never change, ISO dates, numbers as numbers, cells that a spreadsheet
 * would run made harmless by an apostrophe. A row is a sum, in the order of the source;
 * `status` is "counted" or "excluded", and an excluded one's `reason` ("demo", "short")
 * stands in its own column instead of the detail. All or nothing. False (err_text() says
 * why) on failure.
 */
bool report_csv(const struct count_source *source, int from_day, int to_day,
                const char *path);

#endif
