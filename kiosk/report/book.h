/* SPDX-License-Identifier: MIT */
/*
 * book: an XLSX file in memory. libxlsxwriter writes to a file alone: here to one that no
 * disk holds.
 */
#ifndef KIOSK_REPORT_BOOK_H
#define KIOSK_REPORT_BOOK_H

#include <stdbool.h>

struct lxw_workbook;
struct str;

/* Adds sheets to an empty book. */
typedef void book_fill(void *context, struct lxw_workbook *workbook);

/* Adds the file to `out`. False (err_text()): there is no room for it. */
bool book_render(book_fill *fill, void *context, struct str *out);

#endif
