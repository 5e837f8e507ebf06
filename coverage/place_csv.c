/* SPDX-License-Identifier: MIT */
/* The report as a table for programs, and for whoever has no spreadsheet. */
#include <inttypes.h>

#include "base/str.h"
#include "place_rows.h"
#include "report/csv.h"

static const char *end_of(size_t column)
{
    return column + 1 < PLACE_COLUMNS ? "," : "\r\n";
}

static void add_row(void *context, const struct table_cell *cells)
{
    struct str *csv = context;
    for (size_t i = 0; i < PLACE_COLUMNS; i++) {
        if (cells[i].text) {
            csv_text(csv, cells[i].text, end_of(i));
        } else {
            str_add(csv, "%" PRId64 "%s", cells[i].number, end_of(i));
        }
    }
}

bool place_csv(const struct place_report *report, struct str *out)
{
    str_add(out, CSV_MARK);
    for (size_t i = 0; i < PLACE_COLUMNS; i++) {
        str_add(out, "%s%s", place_title(i), end_of(i));
    }
    place_rows(report, add_row, out);
    return true;
}
