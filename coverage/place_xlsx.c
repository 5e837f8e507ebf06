/* SPDX-License-Identifier: MIT */
/* The report as a table for a spreadsheet. */
#include "place_rows.h"

static void rows(const void *context, table_row *row, void *row_context)
{
    place_rows(context, row, row_context);
}

bool place_xlsx(const struct place_report *report, struct str *out)
{
    const struct table_source source = {.day = report->figures->today,
                                        .column_count = PLACE_COLUMNS,
                                        .title = place_title,
                                        .rows = rows,
                                        .context = report};
    return table_xlsx(&source, out);
}
