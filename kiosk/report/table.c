/* SPDX-License-Identifier: MIT */
#include "report/table.h"

#include <time.h>
#include <xlsxwriter.h>

#include "base/str.h"
#include "report/book.h"

enum { WIDTH = 18, A4 = 9 };

struct filling {
    const struct table_source *source;
    lxw_worksheet *worksheet;
    lxw_row_t row; /* the next one */
};

static void add_row(void *context, const struct table_cell *cells)
{
    struct filling *filling = context;
    for (lxw_col_t i = 0; i < filling->source->column_count; i++) {
        if (!cells[i].text) {
            worksheet_write_number(filling->worksheet, filling->row, i,
                                   (double)cells[i].number, NULL);
        } else if (cells[i].text[0]) {
            worksheet_write_string(filling->worksheet, filling->row, i, cells[i].text,
                                   NULL);
        }
    }
    filling->row++;
}

/* The document says that it was made at noon of that day: two runs are equal. */
static void tell_day(lxw_workbook *workbook, int day)
{
    struct tm made = {.tm_year = day / 10000 - 1900,
                      .tm_mon = day / 100 % 100 - 1,
                      .tm_mday = day % 100,
                      .tm_hour = 12};
    lxw_doc_properties facts = {.created = timegm(&made)};
    workbook_set_properties(workbook, &facts);
}

static void fill(void *context, struct lxw_workbook *workbook)
{
    struct filling *filling = context;
    const struct table_source *source = filling->source;
    lxw_worksheet *worksheet = workbook_add_worksheet(workbook, NULL);
    lxw_format *head = workbook_add_format(workbook);
    lxw_col_t last = (lxw_col_t)(source->column_count - 1);
    format_set_bold(head);
    tell_day(workbook, source->day);
    for (lxw_col_t i = 0; i <= last; i++) {
        worksheet_write_string(worksheet, 0, i, source->title(i), head);
    }
    filling->worksheet = worksheet;
    filling->row = 1;
    source->rows(source->context, add_row, filling);
    worksheet_set_column(worksheet, 0, last, WIDTH, NULL);
    worksheet_freeze_panes(worksheet, 1, 0);
    worksheet_autofilter(worksheet, 0, 0, filling->row - 1, last);
    worksheet_set_paper(worksheet, A4);
    worksheet_set_landscape(worksheet);
    worksheet_fit_to_pages(worksheet, 1, 0);
    worksheet_repeat_rows(worksheet, 0, 0);
}

bool table_xlsx(const struct table_source *source, struct str *out)
{
    struct filling filling = {.source = source};
    return book_render(fill, &filling, out);
}
