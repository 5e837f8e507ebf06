/* SPDX-License-Identifier: MIT */
#include "screens/table.h"

#include <assert.h>
#include <math.h>

#include "screens/chrome.h"

#define TITLE_LEAST 0.68f /* of a title's own size, where columns are many */

static bool is_shown(const struct table *table, size_t column)
{
    return !(table->hidden >> column & 1);
}

/* ---- what there is room for -------------------------------------------------------- */

/* How many gaps stand before each column, all together; the first has none. */
static float count_gaps(const struct table *table)
{
    float gaps = 0;
    bool first = true;
    for (size_t i = 0; i < table->column_count; i++) {
        if (is_shown(table, i)) {
            gaps += first ? 0 : table->columns[i].group ? 2.0f : 1.0f;
            first = false;
        }
    }
    return gaps;
}

static bool has_titles(const struct table *table)
{
    for (size_t i = 0; i < table->column_count; i++) {
        if (is_shown(table, i) && table->columns[i].title) {
            return true;
        }
    }
    return false;
}

static bool takes_what_is_left(const struct table_column *column)
{
    return !column->widest && column->share <= 0;
}

/* With titles of the size `titles`; a column that takes what is left begins at 0. */
static float column_w(const struct table *table, struct ui *ui,
                      const struct table_column *column, float table_w, float titles)
{
    float all = ui_width(ui);
    if (!column->widest) {
        return column->share * table_w;
    }
    float text_w = *column->widest ? ui_measure(ui, all, UI_BODY, column->widest).w : 0;
    float w = column->mark + text_w;
    w += column->mark > 0 ? (*column->widest ? column->mark_gap : 0) : 1;
    if (column->title) {
        const char *title = conf_tr(table->texts, column->title);
        w = fmaxf(w, ui_measure(ui, all, UI_SMALL, title).w * titles);
    }
    return w;
}

/* Fills in the columns' widths; returns their sum. */
static float measure(const struct table *table, struct ui *ui, float table_w,
                     float titles, struct table_layout *layout)
{
    float sum = 0;
    layout->titles = titles;
    for (size_t i = 0; i < table->column_count; i++) {
        layout->w[i] = column_w(table, ui, &table->columns[i], table_w, titles);
        sum += is_shown(table, i) ? layout->w[i] : 0;
    }
    return sum;
}

/* The column that takes what is left, or the gaps. */
static void spread(const struct table *table, struct table_layout *layout, float left,
                   float gaps)
{
    layout->gap = table->gap;
    for (size_t i = 0; i < table->column_count; i++) {
        if (is_shown(table, i) && takes_what_is_left(&table->columns[i])) {
            layout->w[i] = fmaxf(left - gaps * table->gap, 0);
            return;
        }
    }
    layout->gap = gaps > 0 ? fmaxf(left, 0) / gaps : 0;
}

static void lay_out_rows(const struct table *table, struct ui *ui, float h,
                         struct table_layout *layout)
{
    float line_h = ui_line_height(ui, UI_BODY);
    /* A title has its unit under its name. */
    layout->head_h = has_titles(table) ? 2 * ui_line_height(ui, UI_SMALL) : 0;
    h -= layout->head_h;
    layout->rows = table->row_count > 0 ? table->row_count : 1;
    if (table->paged) {
        layout->rows = (size_t)fmaxf(h / line_h, 1);
    }
    layout->row_h = h / (float)layout->rows;
    if (table->row_most > 0) {
        layout->row_h = fminf(layout->row_h, line_h * table->row_most);
    }
}

bool table_lay_out(const struct table *table, struct ui *ui, struct ui_rect rect,
                   struct table_layout *layout)
{
    assert(table->column_count <= TABLE_COLUMNS_MAX);
    *layout = (struct table_layout){.tables = 1};
    float gaps = count_gaps(table);
    float least = measure(table, ui, rect.w, TITLE_LEAST, layout) + gaps * table->gap;
    if (table->twin_gap > 0 && 2 * least + table->twin_gap <= rect.w) {
        layout->tables = 2;
    }
    float between = (float)(layout->tables - 1) * table->twin_gap;
    float table_w = (rect.w - between) / (float)layout->tables;
    float sum = measure(table, ui, table_w, 1, layout);
    float whole = sum + gaps * table->gap;
    if (whole > table_w && whole > least) { /* the titles give what they can */
        float share = fmaxf((table_w - least) / (whole - least), 0);
        float titles = TITLE_LEAST + (1 - TITLE_LEAST) * share;
        sum = measure(table, ui, table_w, titles, layout);
    }
    spread(table, layout, table_w - sum, gaps);
    lay_out_rows(table, ui, rect.h, layout);
    return least <= rect.w;
}

size_t table_pages(const struct table *table, const struct table_layout *layout)
{
    size_t each = layout->tables * layout->rows;
    size_t pages = (table->row_count + each - 1) / each;
    return pages > 0 ? pages : 1;
}

/* ---- drawing ----------------------------------------------------------------------- */

/* Cuts the column off the row, and the gap before it. */
static struct ui_rect next_cell(const struct table *table,
                                const struct table_layout *layout, struct ui_rect *row,
                                size_t column, bool first)
{
    float gaps = first ? 0 : table->columns[column].group ? 2.0f : 1.0f;
    chrome_cut_left(row, gaps * layout->gap, 0);
    return chrome_cut_left(row, layout->w[column], 0);
}

static void draw_head(const struct table *table, struct ui *ui, struct ui_rect row,
                      const struct table_layout *layout)
{
    bool first = true;
    for (size_t i = 0; i < table->column_count; i++) {
        const struct table_column *column = &table->columns[i];
        if (!is_shown(table, i)) {
            continue;
        }
        struct ui_rect cell = next_cell(table, layout, &row, i, first);
        first = false;
        if (!column->title) {
            continue;
        }
        const char *title = conf_tr(table->texts, column->title);
        if (column->align == UI_RIGHT) {
            /* One title shrinks like the other, wherever it has more room. */
            float w = ui_measure(ui, ui_width(ui), UI_SMALL, title).w * layout->titles;
            cell = chrome_cut_right(&cell, fminf(w, cell.w), 0);
        }
        ui_text_middle(ui, cell, UI_SMALL, UI_QUIET, column->align, title);
    }
}

static void draw_mark(struct ui *ui, struct ui_rect rect, float side,
                      const struct table_cell *cell)
{
    rect.y += (rect.h - side) / 2;
    rect.h = side;
    ui_disc(ui, (struct ui_point){rect.x + side / 2, rect.y + side / 2}, side / 2,
            cell->disc);
    if (cell->icon != ICON_NONE) {
        ui_icon(ui, chrome_inset(rect, side * 0.2f), cell->icon, cell->ink);
    }
}

static void draw_row(const struct table *table, struct ui *ui, struct ui_rect row,
                     const struct table_layout *layout, size_t index)
{
    bool first = true;
    for (size_t i = 0; i < table->column_count; i++) {
        const struct table_column *column = &table->columns[i];
        if (!is_shown(table, i)) {
            continue;
        }
        struct ui_rect rect = next_cell(table, layout, &row, i, first);
        struct table_cell cell = {.type = UI_BODY, .color = UI_TEXT};
        first = false;
        column->cell(table->rows, index, i, &cell);
        if (cell.marked) {
            struct ui_rect mark = chrome_cut_left(&rect, column->mark, column->mark_gap);
            draw_mark(ui, mark, column->mark, &cell);
        }
        if (*cell.text) {
            ui_text_middle(ui, rect, cell.type, cell.color, column->align, cell.text);
        }
    }
}

void table_draw(const struct table *table, struct ui *ui, struct ui_rect rect,
                const struct table_layout *layout, size_t page)
{
    size_t next = page * layout->tables * layout->rows;
    for (size_t at = 0; at < layout->tables; at++) {
        struct ui_rect column = chrome_column(rect, at, layout->tables, table->twin_gap);
        if (at > 0 && next >= table->row_count) {
            break;
        }
        draw_head(table, ui, chrome_cut_top(&column, layout->head_h, 0), layout);
        for (size_t i = 0; i < layout->rows && next < table->row_count; i++) {
            draw_row(table, ui, chrome_cut_top(&column, layout->row_h, 0), layout,
                     next++);
        }
    }
}

void table_say(const struct table *table, struct str *out)
{
    for (size_t row = 0; row < table->row_count; row++) {
        bool first = true;
        for (size_t i = 0; i < table->column_count; i++) {
            struct table_cell cell = {.type = UI_BODY};
            table->columns[i].cell(table->rows, row, i, &cell);
            if (is_shown(table, i) && *cell.text) {
                str_add(out, "%s%s", first ? "" : " ", cell.text);
                first = false;
            }
        }
        str_add(out, "%s", "\n");
    }
}
