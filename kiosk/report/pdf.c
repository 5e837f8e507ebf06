/* SPDX-License-Identifier: MIT */
/*
 * PDF: the sheets one after the other on A4, to be printed and filed. It is published:
 * small numbers are hidden.
 *
 * Everything is drawn twice, the first time to see how many pages there are, which each
 * page's foot says.
 */
#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "report/ink.h"
#include "report/month.h"
#include "report/report.h"
#include "report/sheet_parts.h"
#include "report/sheets.h"
#include "report/show.h"

#define MARGIN  32.0
#define FOOT_H  18.0
#define PAD     3.0
#define ROW_PAD 1.0
#define GAP     7.0
#define CHART_H 130.0
#define AXIS_W  34.0
#define SIGN_H  34.0

enum { DENSE = 8 }; /* columns that a page has room for in full size */

static const double width = INK_A4_SHORT - 2 * MARGIN;
static const double bottom = INK_A4_LONG - MARGIN - FOOT_H;

static const struct ink_type title_type = {.points = 16, .bold = true};
static const struct ink_type heading_type = {.points = 13, .bold = true};
static const struct ink_type caption_type = {.points = 10, .bold = true};
static const struct ink_type note_type = {.points = 9};
static const struct ink_type small_type = {.points = 8, .grey = 0.3};

struct flow {
    const struct sheets *sheets;
    struct ink *ink;
    double y;
    int page, pages; /* from 1; 0: not known yet */
};

/* ---- pages ------------------------------------------------------------------------- */

static void draw_foot(struct flow *flow)
{
    char n[16];
    char of[16];
    char words[128];
    struct ink_type right = small_type;
    right.align = INK_RIGHT;
    str_format(n, sizeof n, "%d", flow->page);
    str_format(of, sizeof of, "%d", flow->pages);
    str_fill(words, sizeof words, sheets_text(flow->sheets, "report_page"),
             (const char *const[]){"n", n, "of", of, NULL});
    double y = INK_A4_LONG - MARGIN - FOOT_H / 2;
    ink_text(flow->ink, MARGIN, y, width * 0.75, &small_type, flow->sheets->foot);
    ink_text(flow->ink, MARGIN + width * 0.75, y, width * 0.25, &right, words);
}

static void turn(struct flow *flow)
{
    draw_foot(flow);
    ink_turn(flow->ink);
    flow->page++;
    flow->y = MARGIN;
}

/* Whether the page was turned, since `h` did not fit. */
static bool make_room(struct flow *flow, double h)
{
    bool full = flow->y + h > bottom && flow->y > MARGIN;
    if (full) {
        turn(flow);
    }
    return full;
}

static void draw_words(struct flow *flow, const struct ink_type *type, const char *text)
{
    double h = ink_height(flow->ink, width, type, text);
    make_room(flow, h);
    flow->y += ink_text(flow->ink, MARGIN, flow->y, width, type, text) + PAD;
}

/* ---- tables ------------------------------------------------------------------------ */

struct grid {
    const struct sheet_table *table;
    struct ink_type type, head_type;
    double w[SHEET_COLUMNS_MAX];
};

/* Columns share the page by what their widest cell needs; very wide ones break. */
static struct grid make_grid(const struct sheet_table *table)
{
    enum { LEAST = 7, NUMBER_MOST = 10, MOST = 60 };
    struct grid grid = {.table = table};
    double sum = 0;
    double points = table->column_count > DENSE ? 7.2 : 8.4;
    grid.type = (struct ink_type){.points = points};
    grid.head_type = (struct ink_type){.points = points, .bold = true};
    for (size_t c = 0; c < table->column_count; c++) {
        const struct sheet_column *column = &table->columns[c];
        double most = column->number ? NUMBER_MOST : MOST;
        grid.w[c] = fmax(LEAST, fmin(most, column->width + 1));
        sum += grid.w[c];
    }
    for (size_t c = 0; c < table->column_count; c++) {
        grid.w[c] *= width / sum;
    }
    return grid;
}

static struct ink_type cell_type(const struct grid *grid, size_t c, bool bold)
{
    struct ink_type type = bold ? grid->head_type : grid->type;
    type.align = grid->table->columns[c].number ? INK_RIGHT : INK_LEFT;
    return type;
}

static double row_h(struct flow *flow, const struct grid *grid,
                    const struct sheet_row *row)
{
    double most = grid->type.points * 1.4; /* of a row without words */
    for (size_t c = 0; c < grid->table->column_count; c++) {
        char text[SHOW_TEXT_MAX];
        struct ink_type type = cell_type(grid, c, row->total);
        most = fmax(most, ink_height(flow->ink, grid->w[c] - 2 * PAD, &type,
                                     show_cell(&row->cells[c], text)));
    }
    return most + 2 * ROW_PAD;
}

static void draw_row(struct flow *flow, const struct grid *grid,
                     const struct sheet_row *row, double h)
{
    double x = MARGIN;
    if (row->total) {
        ink_fill(flow->ink, MARGIN, flow->y, width, h, 0.90, 0.95, 0.93);
    }
    for (size_t c = 0; c < grid->table->column_count; c++) {
        char text[SHOW_TEXT_MAX];
        struct ink_type type = cell_type(grid, c, row->total);
        ink_text(flow->ink, x + PAD, flow->y + ROW_PAD, grid->w[c] - 2 * PAD, &type,
                 show_cell(&row->cells[c], text));
        ink_frame(flow->ink, x, flow->y, grid->w[c], h);
        x += grid->w[c];
    }
    flow->y += h;
}

static double head_h(struct flow *flow, const struct grid *grid)
{
    double most = 0;
    for (size_t c = 0; c < grid->table->column_count; c++) {
        struct ink_type type = cell_type(grid, c, true);
        most = fmax(most, ink_height(flow->ink, grid->w[c] - 2 * PAD, &type,
                                     grid->table->columns[c].title));
    }
    return most > 0 ? most + 2 * ROW_PAD : 0;
}

static void draw_head(struct flow *flow, const struct grid *grid)
{
    double x = MARGIN;
    double h = head_h(flow, grid);
    if (h <= 0) {
        return;
    }
    ink_fill(flow->ink, MARGIN, flow->y, width, h, 0.90, 0.95, 0.93);
    for (size_t c = 0; c < grid->table->column_count; c++) {
        struct ink_type type = cell_type(grid, c, true);
        ink_text(flow->ink, x + PAD, flow->y + ROW_PAD, grid->w[c] - 2 * PAD, &type,
                 grid->table->columns[c].title);
        ink_frame(flow->ink, x, flow->y, grid->w[c], h);
        x += grid->w[c];
    }
    flow->y += h;
}

static double table_h(struct flow *flow, const struct sheet_table *table)
{
    struct grid grid = make_grid(table);
    double h = ink_height(flow->ink, width, &caption_type, table->caption) + PAD +
               head_h(flow, &grid) + GAP;
    for (size_t r = 0; r < table->row_count; r++) {
        h += row_h(flow, &grid, &table->rows[r]);
    }
    return h;
}

/* Its titles stand on each page; no row is cut in two. */
static void draw_table(struct flow *flow, const struct sheet_table *table)
{
    struct grid grid = make_grid(table);
    double first = table->row_count > 0 ? row_h(flow, &grid, &table->rows[0]) : 0;
    double caption = ink_height(flow->ink, width, &caption_type, table->caption);
    make_room(flow, caption + PAD + head_h(flow, &grid) + first);
    draw_words(flow, &caption_type, table->caption);
    draw_head(flow, &grid);
    for (size_t r = 0; r < table->row_count; r++) {
        double h = row_h(flow, &grid, &table->rows[r]);
        if (make_room(flow, h)) {
            draw_head(flow, &grid);
        }
        draw_row(flow, &grid, &table->rows[r], h);
    }
    flow->y += GAP;
}

/* ---- charts ------------------------------------------------------------------------ */

static void draw_axis(struct flow *flow, double top, double y, double h)
{
    struct ink_type type = {.points = 7, .align = INK_RIGHT, .grey = 0.3};
    for (int i = 0; i <= 2; i++) {
        char text[32];
        double at = y + h * (1 - i / 2.0);
        str_format(text, sizeof text, "%.0f", top * i / 2);
        ink_fill(flow->ink, MARGIN + AXIS_W, at, width - AXIS_W, 0.5, 0.8, 0.84, 0.83);
        ink_text(flow->ink, MARGIN, at - 5, AXIS_W - 4, &type, text);
    }
}

static void draw_bars(struct flow *flow, const struct show_bars *bars, double y, double h)
{
    const double hidden_h = 5;
    struct ink_type type = {.points = 7, .align = INK_CENTER, .grey = 0.3};
    double step = (width - AXIS_W) / (double)bars->count;
    for (size_t i = 0; i < bars->count; i++) {
        double x = MARGIN + AXIS_W + step * (double)i;
        double bar = h * bars->items[i].value / bars->top;
        if (bars->items[i].hidden) {
            ink_frame(flow->ink, x + step * 0.15, y + h - hidden_h, step * 0.7, hidden_h);
            ink_text(flow->ink, x, y + h - hidden_h - 9, step, &type, "*");
        } else if (bar > 0) {
            ink_fill(flow->ink, x + step * 0.15, y + h - bar, step * 0.7, bar, 0.06, 0.62,
                     0.46);
        }
        if (i % bars->label_every == 0) {
            double wide = step * (double)bars->label_every;
            ink_text(flow->ink, x + step / 2 - wide / 2, y + h + 2, wide, &type,
                     bars->items[i].label);
        }
    }
}

static void draw_chart(struct flow *flow, const struct sheet *sheet)
{
    struct show_bars bars;
    if (!show_bars(sheet, &bars)) {
        return;
    }
    double caption = ink_height(flow->ink, width, &caption_type, sheet->chart.title);
    make_room(flow, caption + 2 * PAD + CHART_H);
    draw_words(flow, &caption_type, sheet->chart.title);
    double h = CHART_H - 16;
    draw_axis(flow, bars.top, flow->y + PAD, h);
    draw_bars(flow, &bars, flow->y + PAD, h);
    flow->y += CHART_H + GAP;
}

/* ---- the whole --------------------------------------------------------------------- */

static void draw_signs(struct flow *flow, const struct sheet *sheet)
{
    if (sheet->sign_count == 0) {
        return;
    }
    double w = width / (double)sheet->sign_count;
    make_room(flow, SIGN_H);
    flow->y += SIGN_H / 2;
    for (size_t i = 0; i < sheet->sign_count; i++) {
        double x = MARGIN + w * (double)i;
        ink_text(flow->ink, x, flow->y, w - GAP, &note_type, sheet->signs[i]);
        ink_fill(flow->ink, x, flow->y + SIGN_H / 2, w - GAP, 0.5, 0, 0, 0);
    }
    flow->y += SIGN_H;
}

static void draw_sheet(struct flow *flow, const struct sheet *sheet, bool headed)
{
    const double least = 120; /* of a page that is worth beginning a sheet on */
    make_room(flow, least);
    flow->y += flow->y > MARGIN ? GAP : 0;
    if (headed) {
        draw_words(flow, &heading_type, sheet->title);
    }
    for (size_t i = 0; i < sheet->note_count; i++) {
        draw_words(flow, &note_type, sheet->notes[i]);
    }
    flow->y += sheet->note_count > 0 ? PAD : 0;
    for (size_t t = 0; t < sheet->table_count; t++) {
        const struct sheet_table *table = &sheet->tables[t];
        bool signed_below = sheet->sign_count > 0 && t + 1 == sheet->table_count;
        double h = signed_below ? table_h(flow, table) + SIGN_H : 0;
        if (h <= bottom - MARGIN) { /* nobody signs a page that says nothing */
            make_room(flow, h);
        }
        draw_table(flow, table);
    }
    draw_chart(flow, sheet);
    draw_signs(flow, sheet);
}

/* False (err_text()): it cannot be drawn. How many pages: in `pages`. */
static bool draw_all(const struct sheets *sheets, int *pages, struct str *out)
{
    char made[32];
    int to = sheets->about.month->now.to;
    struct flow flow = {.sheets = sheets, .y = MARGIN, .page = 1, .pages = *pages};
    str_format(made, sizeof made, "%04d-%02d-%02dT12:00:00Z", to / 10000, to / 100 % 100,
               to % 100);
    flow.ink = ink_begin(INK_A4_SHORT, INK_A4_LONG, sheets->title,
                         sheets->about.words->lang, made);
    draw_words(&flow, &title_type, sheets->title);
    for (size_t i = 0; i < SHEETS; i++) {
        draw_sheet(&flow, &sheets->items[i], i != SHEETS_summary);
        if (i == SHEETS_summary) { /* which is signed, and may be filed alone */
            turn(&flow);
        }
    }
    draw_foot(&flow);
    ink_turn(flow.ink);
    *pages = flow.page;
    return ink_end(flow.ink, out);
}

bool report_pdf(const struct report *report, struct str *out)
{
    struct month *month =
        month_read(report->counts, report->facts, report->from_day, report->to_day);
    if (!month) {
        return false;
    }
    const struct sheets_about about = {.month = month,
                                       .facts = report->facts,
                                       .words = report->words,
                                       .published = true};
    struct sheets *sheets = sheets_make(&about);
    struct str draft = {0};
    int pages = 0;
    bool drawn = draw_all(sheets, &pages, &draft) && draw_all(sheets, &pages, out);
    str_free(&draft);
    sheets_free(sheets);
    month_free(month);
    return drawn;
}
