/* SPDX-License-Identifier: MIT */
#include "report/show.h"

#include <math.h>

#include "base/str.h"

enum { LABELS_MOST = 16 };

/* 61240 as "61,240". */
static void show_number(double value, bool sign, char out[SHOW_TEXT_MAX])
{
    char digits[STR_GROUPED_MAX];
    const char *before = value < 0           ? "\xE2\x88\x92" /* minus */
                         : sign && value > 0 ? "+"
                                             : "";
    str_format(out, SHOW_TEXT_MAX, "%s%s", before,
               str_grouped(digits, (int64_t)fabs(value)));
}

const char *show_cell(const struct sheet_cell *cell, char out[SHOW_TEXT_MAX])
{
    int day = (int)cell->value;
    bool change = cell->formula == SHEET_CHANGE || cell->formula == SHEET_GROWTH;
    out[0] = '\0';
    switch (cell->kind) {
    case SHEET_TEXT: str_copy(out, SHOW_TEXT_MAX, cell->text); break;
    case SHEET_NUMBER: show_number(cell->value, change, out); break;
    case SHEET_DATE:
        str_format(out, SHOW_TEXT_MAX, "%04d-%02d-%02d", day / 10000, day / 100 % 100,
                   day % 100);
        break;
    case SHEET_PERCENT:
        str_format(out, SHOW_TEXT_MAX, "%s%.1f%%",
                   cell->value < 0             ? "\xE2\x88\x92"
                   : change && cell->value > 0 ? "+"
                                               : "",
                   100 * fabs(cell->value));
        break;
    case SHEET_HIDDEN: str_copy(out, SHOW_TEXT_MAX, "*"); break;
    case SHEET_EMPTY: break;
    }
    return out;
}

static double axis_top(double most)
{
    double top = 10;
    for (int step = 0; top < most; step++) {
        top *= step % 3 == 1 ? 2.5 : 2; /* 10, 20, 50, 100 */
    }
    return top;
}

bool show_bars(const struct sheet *sheet, struct show_bars *bars)
{
    const struct sheet_chart *chart = &sheet->chart;
    double most = 0;
    bars->count = 0;
    if (!chart->title) {
        return false;
    }
    const struct sheet_row *rows = sheet->tables[chart->table].rows + chart->from;
    for (size_t i = 0; i < chart->count && i < SHOW_BARS_MAX; i++) {
        const struct sheet_cell *category = &rows[i].cells[chart->category];
        const struct sheet_cell *value = &rows[i].cells[chart->value];
        char text[SHOW_TEXT_MAX];
        show_cell(category, text);
        if (category->kind == SHEET_DATE) {
            str_format(text, sizeof text, "%d", (int)category->value % 100);
        }
        str_copy(bars->items[i].label, SHOW_LABEL_MAX, text);
        bars->items[i].hidden = value->kind == SHEET_HIDDEN;
        bars->items[i].value = value->kind == SHEET_NUMBER ? value->value : 0;
        most = fmax(most, bars->items[i].value);
        bars->count++;
    }
    bars->top = axis_top(most);
    bars->label_every = (bars->count + LABELS_MOST - 1) / LABELS_MOST;
    return bars->count > 0;
}
