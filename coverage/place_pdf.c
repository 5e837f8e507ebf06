/* SPDX-License-Identifier: MIT */
/* The report on A4 sheets, to be printed and to be handed on. */
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "place_told.h"
#include "report/paper.h"
#include "report/sheets.h"

enum {
    NARROW = 8, /* a column, in letters: less breaks its title */
    WIDE = 44,  /* and more: a long source would leave no room for the others */
    MADE_MAX = 32
};

struct pdf {
    const struct place_report *report;
    struct paper *paper;
    char *title, *made, *exact;
    char day[MADE_MAX];
    struct str lead, lines; /* that are not on paper yet */
};

static char *copy(const char *text)
{
    char *made = strdup(text);
    assert(made);
    return made;
}

static void title(void *context, const char *title, const char *made, const char *exact)
{
    struct pdf *pdf = context;
    char day[PLACE_DAY_MAX];
    str_format(pdf->day, sizeof pdf->day, "%sT12:00:00Z",
               place_day(pdf->report->figures->today, day));
    pdf->title = copy(title);
    pdf->made = copy(made);
    pdf->exact = copy(exact);
    const struct paper_look look = {.lang = pdf->report->coverage->lang,
                                    .title = pdf->title,
                                    .note = pdf->exact,
                                    .foot = pdf->made,
                                    .page = place_word(pdf->report, "report_page"),
                                    .made = pdf->day,
                                    .low = true};
    pdf->paper = paper_new(&look);
}

/* Lines that follow each other stand in one piece, which no page cuts. */
static void put_lines(struct pdf *pdf)
{
    if (pdf->lead.length > 0 || pdf->lines.length > 0) {
        paper_text(pdf->paper, pdf->lead.text, pdf->lines.text);
    }
    str_free(&pdf->lead);
    str_free(&pdf->lines);
    pdf->lead = pdf->lines = (struct str){0};
}

static void head(void *context, const char *text)
{
    struct pdf *pdf = context;
    put_lines(pdf);
    paper_group(pdf->paper, text);
}

static void item(void *context, const char *text)
{
    struct pdf *pdf = context;
    put_lines(pdf);
    str_add(&pdf->lead, "%s", text);
}

static void line(void *context, const char *text)
{
    struct pdf *pdf = context;
    str_add(&pdf->lines, "%s%s", pdf->lines.length > 0 ? "\n" : "", text);
}

/* Each column's part of the width, by what stands in it. */
static void share_out(const struct grid *grid, struct paper_column *columns)
{
    double all = 0;
    for (size_t i = 0; i < grid->count; i++) {
        struct paper_column *column = &columns[i % grid->columns];
        double wide = sheets_width(grid->cells[i].text) + 2;
        wide = wide < NARROW ? NARROW : wide > WIDE ? WIDE : wide;
        column->share = wide > column->share ? wide : column->share;
    }
    for (size_t i = 0; i < grid->columns; i++) {
        all += columns[i].share;
    }
    for (size_t i = 0; i < grid->columns; i++) {
        columns[i].share /= all;
    }
}

static void table(void *context, const struct grid *grid)
{
    struct pdf *pdf = context;
    struct paper_column columns[PAPER_COLUMNS_MAX] = {0};
    struct paper_cell cells[PAPER_COLUMNS_MAX] = {0};
    bool numbers[PAPER_COLUMNS_MAX] = {0};
    assert(grid->columns <= PAPER_COLUMNS_MAX);
    put_lines(pdf);
    share_out(grid, columns);
    for (size_t i = 0; i < grid->columns; i++) {
        size_t below = i + grid->columns;
        columns[i].title = grid->cells[i].text;
        numbers[i] = below < grid->count && grid->cells[below].number;
    }
    paper_columns(pdf->paper, columns, numbers, grid->columns);
    for (size_t i = grid->columns; i < grid->count; i++) {
        size_t column = i % grid->columns;
        cells[column].text = grid->cells[i].text;
        cells[column].number = grid->cells[i].number;
        if (column + 1 == grid->columns) {
            paper_row(pdf->paper, cells);
        }
    }
}

bool place_pdf(const struct place_report *report, struct str *out)
{
    struct pdf pdf = {.report = report};
    const struct told told = {.context = &pdf,
                              .title = title,
                              .head = head,
                              .item = item,
                              .line = line,
                              .table = table};
    place_told(report, &told);
    put_lines(&pdf);
    bool drawn = paper_render(pdf.paper, out);
    paper_free(pdf.paper);
    free(pdf.title);
    free(pdf.made);
    free(pdf.exact);
    return drawn;
}
