/* SPDX-License-Identifier: MIT */
/*
 * csv: cells that a spreadsheet shows as they are. A file begins with CSV_MARK, which
 * tells it that this is UTF-8 and not the local code page; lines end with CRLF.
 */
#ifndef KIOSK_REPORT_CSV_H
#define KIOSK_REPORT_CSV_H

struct str;

#define CSV_MARK "\xEF\xBB\xBF"

/*
 * Adds a text and what comes behind it, a comma or the line's end. A spreadsheet runs a
 * cell that begins like a formula, and makes a time of "30:2", quoted or not; with an
 * apostrophe before it they stay texts.
 */
void csv_text(struct str *csv, const char *text, const char *end);

#endif
