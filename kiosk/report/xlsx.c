/* SPDX-License-Identifier: MIT */
/*
 * XLSX by libxlsxwriter. Beside every formula stands its value, since LibreOffice and
 * Gnumeric show what is stored. The document says that it was made at the period's end:
 * two runs are equal.
 */
#include <assert.h>
#include <math.h>
#include <string.h>
#include <time.h>
#include <xlsxwriter.h>

#include "base/str.h"
#include "report/book.h"
#include "report/month.h"
#include "report/report.h"
#include "report/sheet_parts.h"
#include "report/sheets.h"

enum {
    A4 = 9,
    WIDTH_LEAST = 7,
    WIDTH_SHEET = 84,  /* of A4 upright: narrower tables would be printed too large */
    WIDTH_NUMBER = 11, /* their titles may have two lines */
    WIDTH_MOST = 64,
    LINE_PT = 17,
};

enum look {
    LOOK_TITLE,
    LOOK_NOTE,
    LOOK_CAPTION,
    LOOK_HEAD,
    LOOK_TEXT,
    LOOK_NUMBER,
    LOOK_DATE,
    LOOK_PERCENT,
    LOOK_SUM_TEXT,
    LOOK_SUM_NUMBER,
    LOOK_SUM_PERCENT,
    LOOKS
};

struct book {
    lxw_workbook *workbook;
    const struct sheets *sheets;
    lxw_format *looks[LOOKS];
};

struct page {
    struct book *book;
    lxw_worksheet *worksheet;
    const struct sheet *sheet;
    int columns;                       /* of its widest table */
    double widths[SHEET_COLUMNS_MAX];  /* in characters */
    lxw_row_t row;                     /* the next one */
    lxw_row_t first[SHEET_TABLES_MAX]; /* of the rows of each table */
};

/* ---- looks ------------------------------------------------------------------------- */

enum { GREEN = 0x0F6E5C, PALE = 0xE6F2EE, LINE = 0xB8C4C0 };

static void make_looks(struct book *book)
{
    static const struct {
        bool bold, border, wraps;
        double points;
        lxw_color_t fill;
        const char *form;
    } facts[LOOKS] = {
        [LOOK_TITLE] = {.bold = true, .points = 16},
        [LOOK_NOTE] = {.wraps = true},
        [LOOK_CAPTION] = {.bold = true, .points = 12},
        [LOOK_HEAD] = {.bold = true, .border = true, .wraps = true, .fill = PALE},
        [LOOK_TEXT] = {.border = true, .wraps = true},
        [LOOK_NUMBER] = {.border = true, .form = "#,##0"},
        [LOOK_DATE] = {.border = true, .form = "yyyy-mm-dd"},
        [LOOK_PERCENT] = {.border = true, .form = "0.0%"},
        [LOOK_SUM_TEXT] = {.bold = true, .border = true, .fill = PALE},
        [LOOK_SUM_NUMBER] = {.bold = true, .border = true, .fill = PALE, .form = "#,##0"},
        [LOOK_SUM_PERCENT] = {.bold = true, .border = true, .fill = PALE, .form = "0.0%"},
    };

    bool chinese = str_starts(book->sheets->about.words->lang, "zh");
    for (int i = 0; i < LOOKS; i++) {
        lxw_format *look = workbook_add_format(book->workbook);
        book->looks[i] = look;
        format_set_align(look, LXW_ALIGN_VERTICAL_CENTER);
        if (chinese) {
            format_set_font_name(look, "Microsoft YaHei");
        }
        if (facts[i].bold) {
            format_set_bold(look);
        }
        if (facts[i].points > 0) {
            format_set_font_size(look, facts[i].points);
        }
        if (facts[i].border) {
            format_set_border(look, LXW_BORDER_THIN);
            format_set_border_color(look, LINE);
        }
        if (facts[i].wraps) {
            format_set_text_wrap(look);
        }
        if (facts[i].fill) {
            format_set_bg_color(look, facts[i].fill);
        }
        if (facts[i].form) {
            format_set_num_format(look, facts[i].form);
        }
    }
    format_set_align(book->looks[LOOK_DATE], LXW_ALIGN_LEFT);
    format_set_align(book->looks[LOOK_HEAD], LXW_ALIGN_CENTER);
    format_set_font_color(book->looks[LOOK_TITLE], GREEN);
}

/* ---- cells ------------------------------------------------------------------------- */

static lxw_datetime date_of(int day)
{
    return (lxw_datetime){
        .year = day / 10000, .month = day / 100 % 100, .day = day % 100};
}

/* "=SUM(C5:C35)" for the cell of a table whose rows begin at `first`. */
static void write_formula_text(const struct sheet_cell *cell, lxw_row_t first,
                               lxw_row_t row, lxw_col_t column, char *out, size_t size)
{
    char a[LXW_MAX_CELL_NAME_LENGTH];
    char b[LXW_MAX_CELL_NAME_LENGTH];
    lxw_rowcol_to_cell(a, row, (lxw_col_t)cell->a);
    lxw_rowcol_to_cell(b, row, (lxw_col_t)cell->b);
    switch (cell->formula) {
    case SHEET_SUM:
        lxw_rowcol_to_cell(a, first, column);
        lxw_rowcol_to_cell(b, row - 1, column);
        str_format(out, size, "=SUM(%s:%s)", a, b);
        break;
    case SHEET_ADD: str_format(out, size, "=%s+%s", a, b); break;
    case SHEET_SHARE: str_format(out, size, "=%s/%s", a, b); break;
    case SHEET_CHANGE: str_format(out, size, "=%s-%s", a, b); break;
    case SHEET_GROWTH: str_format(out, size, "=%s/%s-1", a, b); break;
    case SHEET_NO_FORMULA: break;
    }
}

static enum look look_of(const struct sheet_cell *cell, bool total)
{
    switch (cell->kind) {
    case SHEET_NUMBER: return total ? LOOK_SUM_NUMBER : LOOK_NUMBER;
    case SHEET_PERCENT: return total ? LOOK_SUM_PERCENT : LOOK_PERCENT;
    case SHEET_DATE: return LOOK_DATE;
    case SHEET_TEXT:
    case SHEET_EMPTY:
    case SHEET_HIDDEN: break;
    }
    return total ? LOOK_SUM_TEXT : LOOK_TEXT;
}

static void write_cell(struct page *page, const struct sheet_cell *cell, bool total,
                       lxw_row_t first, lxw_col_t column)
{
    lxw_format *look = page->book->looks[look_of(cell, total)];
    lxw_worksheet *worksheet = page->worksheet;
    lxw_row_t row = page->row;
    bool of_nothing = cell->formula == SHEET_SUM && row == first;
    if (cell->formula != SHEET_NO_FORMULA && !of_nothing) {
        char formula[64];
        write_formula_text(cell, first, row, column, formula, sizeof formula);
        worksheet_write_formula_num(worksheet, row, column, formula, look, cell->value);
        return;
    }
    lxw_datetime date;
    switch (cell->kind) {
    case SHEET_TEXT:
        worksheet_write_string(worksheet, row, column, cell->text, look);
        break;
    case SHEET_NUMBER:
    case SHEET_PERCENT:
        worksheet_write_number(worksheet, row, column, cell->value, look);
        break;
    case SHEET_DATE:
        date = date_of((int)cell->value);
        worksheet_write_datetime(worksheet, row, column, &date, look);
        break;
    case SHEET_HIDDEN: worksheet_write_string(worksheet, row, column, "*", look); break;
    case SHEET_EMPTY: worksheet_write_blank(worksheet, row, column, look); break;
    }
}

/* ---- sheets ------------------------------------------------------------------------ */

/* As wide as the widest cell, hanzi being two; titles of numbers break. */
static void set_widths(struct page *page)
{
    for (size_t t = 0; t < page->sheet->table_count; t++) {
        const struct sheet_table *table = &page->sheet->tables[t];
        for (size_t c = 0; c < table->column_count; c++) {
            double width = table->columns[c].width + 2;
            width = fmin(width, table->columns[c].number ? WIDTH_NUMBER : WIDTH_MOST);
            page->widths[c] = fmax(page->widths[c], fmax(width, WIDTH_LEAST));
        }
        if ((int)table->column_count > page->columns) {
            page->columns = (int)table->column_count;
        }
    }
    double sum = 0;
    for (int c = 0; c < page->columns; c++) {
        sum += page->widths[c];
    }
    page->widths[0] += fmax(0, fmin(WIDTH_SHEET - sum, WIDTH_SHEET / 3.0));
    for (int c = 0; c < page->columns; c++) {
        worksheet_set_column(page->worksheet, (lxw_col_t)c, (lxw_col_t)c, page->widths[c],
                             NULL);
    }
}

/* A spreadsheet does not measure rows of itself when it opens a file. */
static void set_height(struct page *page, double lines)
{
    worksheet_set_row(page->worksheet, page->row, fmax(lines, 1) * LINE_PT, NULL);
}

static double lines_of(const char *text, double width)
{
    return ceil(sheets_width(text) * 1.03 / fmax(width, 1));
}

/* A text over the columns [from, page->columns), as many lines high as it needs. */
static void write_across(struct page *page, int from, enum look look, const char *text)
{
    double width = 0;
    for (int c = from; c < page->columns; c++) {
        width += page->widths[c];
    }
    lxw_format *format = page->book->looks[look];
    if (page->columns - from > 1) {
        worksheet_merge_range(page->worksheet, page->row, (lxw_col_t)from, page->row,
                              (lxw_col_t)(page->columns - 1), text, format);
    } else {
        worksheet_write_string(page->worksheet, page->row, (lxw_col_t)from, text, format);
    }
    set_height(page, lines_of(text, width));
}

static void write_notes(struct page *page)
{
    for (size_t i = 0; i < page->sheet->note_count; i++) {
        write_across(page, 0, LOOK_NOTE, page->sheet->notes[i]);
        page->row++;
    }
    page->row += page->sheet->note_count > 0;
}

static void write_facts(struct page *page, const struct sheet_table *table)
{
    for (size_t r = 0; r < table->row_count; r++) {
        const struct sheet_cell *cells = table->rows[r].cells;
        worksheet_write_string(page->worksheet, page->row, 0, cells[0].text,
                               page->book->looks[LOOK_TEXT]);
        write_across(page, 1, LOOK_TEXT, cells[1].text);
        page->row++;
    }
}

static void write_row(struct page *page, const struct sheet_table *table,
                      const struct sheet_row *row, lxw_row_t first)
{
    double most = 1;
    for (size_t c = 0; c < table->column_count; c++) {
        const struct sheet_cell *cell = &row->cells[c];
        write_cell(page, cell, row->total, first, (lxw_col_t)c);
        if (cell->kind == SHEET_TEXT) {
            most = fmax(most, lines_of(cell->text, page->widths[c]));
        }
    }
    set_height(page, most);
    page->row++;
}

static void write_table(struct page *page, size_t index)
{
    const struct sheet_table *table = &page->sheet->tables[index];
    double most = 1;
    worksheet_write_string(page->worksheet, page->row, 0, table->caption,
                           page->book->looks[LOOK_CAPTION]);
    set_height(page, 1.2);
    page->row++;
    if (table->facts) {
        write_facts(page, table);
        return;
    }
    for (size_t c = 0; c < table->column_count; c++) {
        worksheet_write_string(page->worksheet, page->row, (lxw_col_t)c,
                               table->columns[c].title, page->book->looks[LOOK_HEAD]);
        most = fmax(most, lines_of(table->columns[c].title, page->widths[c]));
    }
    set_height(page, most);
    page->row++;
    page->first[index] = page->row;
    for (size_t r = 0; r < table->row_count; r++) {
        write_row(page, table, &table->rows[r], page->first[index]);
    }
}

static void write_chart(struct page *page)
{
    const struct sheet_chart *chart = &page->sheet->chart;
    const char *name = page->sheet->title;
    if (!chart->title || chart->count == 0) {
        return;
    }
    lxw_row_t first = page->first[chart->table] + (lxw_row_t)chart->from;
    lxw_row_t last = first + (lxw_row_t)chart->count - 1;
    lxw_chart *drawn = workbook_add_chart(page->book->workbook, LXW_CHART_COLUMN);
    lxw_chart_series *series = chart_add_series(drawn, NULL, NULL);
    lxw_col_t category = (lxw_col_t)chart->category;
    lxw_col_t value = (lxw_col_t)chart->value;
    lxw_chart_fill fill = {.color = GREEN};
    lxw_chart_options room = {.x_scale = 1.4, .y_scale = 0.9};
    chart_series_set_categories(series, name, first, category, last, category);
    chart_series_set_values(series, name, first, value, last, value);
    chart_series_set_fill(series, &fill);
    chart_title_set_name(drawn, chart->title);
    chart_legend_set_position(drawn, LXW_CHART_LEGEND_NONE);
    if (page->sheet->tables[chart->table].rows[chart->from].cells[category].kind ==
        SHEET_DATE) {
        chart_axis_set_num_format(drawn->x_axis, "d");
    }
    worksheet_insert_chart_opt(page->worksheet, page->row + 1, 0, drawn, &room);
}

static void write_signs(struct page *page)
{
    char line[512] = "";
    for (size_t i = 0; i < page->sheet->sign_count; i++) {
        char rest[512];
        str_copy(rest, sizeof rest, line);
        str_format(line, sizeof line, "%s%s%s____________", rest, i > 0 ? "    " : "",
                   page->sheet->signs[i]);
    }
    if (line[0]) {
        page->row += 2;
        write_across(page, 0, LOOK_NOTE, line);
        page->row++;
    }
}

/* "&" begins a field of a foot. */
static void set_foot(struct page *page)
{
    const struct sheets *sheets = page->book->sheets;
    struct str foot = {0};
    char pages[128];
    str_fill(pages, sizeof pages, sheets_text(sheets, "report_page"),
             (const char *const[]){"n", "&P", "of", "&N", NULL});
    str_add(&foot, "&L");
    for (const char *at = sheets->foot; *at; at++) {
        str_add_bytes(&foot, at, 1);
        if (*at == '&') {
            str_add_bytes(&foot, at, 1);
        }
    }
    str_add(&foot, "&R%s", pages);
    worksheet_set_footer(page->worksheet, foot.text);
    str_free(&foot);
}

/* One table: its titles stay in sight and are on each page, notes come after it. */
static void write_sheet(struct book *book, const struct sheet *sheet)
{
    struct page page = {.book = book, .sheet = sheet};
    bool one = sheet->table_count == 1;
    page.worksheet = workbook_add_worksheet(book->workbook, sheet->title);
    set_widths(&page);
    worksheet_write_string(page.worksheet, page.row, 0, book->sheets->title,
                           book->looks[LOOK_TITLE]);
    set_height(&page, 1.6);
    page.row++;
    if (!one) {
        write_notes(&page);
    }
    for (size_t t = 0; t < sheet->table_count; t++) {
        write_table(&page, t);
        page.row++;
    }
    if (one) {
        worksheet_freeze_panes(page.worksheet, page.first[0], 1);
        worksheet_repeat_rows(page.worksheet, page.first[0] - 1, page.first[0] - 1);
        write_notes(&page);
    }
    write_signs(&page);
    write_chart(&page);
    worksheet_set_paper(page.worksheet, A4);
    worksheet_fit_to_pages(page.worksheet, 1, sheet->sign_count > 0 ? 1 : 0);
    set_foot(&page);
}

/* ---- the file ---------------------------------------------------------------------- */

static void tell_document(struct book *book)
{
    int to = book->sheets->about.month->now.to;
    struct tm made = {.tm_year = to / 10000 - 1900,
                      .tm_mon = to / 100 % 100 - 1,
                      .tm_mday = to % 100,
                      .tm_hour = 12};
    lxw_doc_properties facts = {.created = timegm(&made)};
    char *title = strdup(book->sheets->title);
    char *company = strdup(book->sheets->about.facts->county);
    assert(title && company);
    facts.title = title;
    facts.company = company;
    workbook_set_properties(book->workbook, &facts);
    free(title);
    free(company);
}

static void fill(void *context, struct lxw_workbook *workbook)
{
    const struct sheets *sheets = context;
    struct book book = {.sheets = sheets, .workbook = workbook};
    make_looks(&book);
    tell_document(&book);
    for (size_t i = 0; i < SHEETS; i++) {
        write_sheet(&book, &sheets->items[i]);
    }
}

bool report_xlsx(const struct report *report, struct str *out)
{
    struct month *month =
        month_read(report->counts, report->facts, report->from_day, report->to_day);
    if (!month) {
        return false;
    }
    const struct sheets_about about = {
        .month = month, .facts = report->facts, .words = report->words};
    struct sheets *sheets = sheets_make(&about);
    bool made = book_render(fill, sheets, out);
    sheets_free(sheets);
    month_free(month);
    return made;
}
