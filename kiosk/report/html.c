/* SPDX-License-Identifier: MIT */
/*
 * HTML: one file that needs nothing else, for a screen, a screen reader and A4. Charts
 * are SVG in it. It is published: small numbers are hidden.
 */
#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "report/markup.h"
#include "report/month.h"
#include "report/report.h"
#include "report/sheet_parts.h"
#include "report/sheets.h"
#include "report/show.h"

/* Print: A4, titles of a table on each page, no row cut in two. */
static const char style[] =
    "@page{size:A4;margin:14mm 12mm 16mm}"
    "*{box-sizing:border-box}"
    "body{font:15px/1.6 \"Noto Sans CJK SC\",\"Noto Sans SC\",\"Microsoft YaHei\","
    "\"PingFang SC\",sans-serif;color:#1c2b2a;max-width:60em;margin:2em auto;"
    "padding:0 1em}"
    "h1{font-size:1.6em;color:#0f6e5c;margin:0 0 .4em}"
    "h2{font-size:1.25em;color:#0f6e5c;margin:2em 0 .4em;"
    "border-bottom:2px solid #0f6e5c}"
    "p{margin:.3em 0}"
    "table{border-collapse:collapse;width:100%;margin:.9em 0 1.4em}"
    "caption{text-align:left;font-weight:bold;padding:.3em 0}"
    "th,td{border:1px solid #b8c4c0;padding:.25em .5em;text-align:left;"
    "vertical-align:top}"
    "thead th{background:#e6f2ee}"
    "tbody th{font-weight:normal}"
    "tr.sum th,tr.sum td{background:#e6f2ee;font-weight:bold}"
    ".n{text-align:right;font-variant-numeric:tabular-nums}"
    "td.n,tbody th{white-space:nowrap}"
    "td.t,th.t{white-space:normal}"
    ".dates{font-size:.82em}"
    "svg{width:100%;height:auto}"
    "abbr{text-decoration:none}"
    ".signs{display:flex;flex-wrap:wrap;gap:1em 2em;margin-top:2.5em}"
    ".signs span{flex:1 1 10em;border-bottom:1px solid #1c2b2a;padding-bottom:.2em}"
    "footer{margin-top:2em;font-size:.85em;color:#4a5a58}"
    "@media print{body{font-size:9.5px;line-height:1.4;max-width:none;margin:0;padding:0}"
    "h2{margin-top:1.4em}table{margin:.5em 0 .9em}th,td{padding:.12em .4em}"
    "thead{display:table-header-group}tr,figure,.signs{break-inside:avoid}"
    "h2,h2~p,caption{break-after:avoid}section:first-of-type{break-after:page}"
    ".signs{margin-top:1.6em}}";

/* ---- charts ------------------------------------------------------------------------ */

enum {
    CHART_W = 720,
    CHART_H = 230,
    CHART_LEFT = 46,
    CHART_TOP = 12,
    CHART_FOOT = 26,
    HIDDEN_H = 10, /* of the mark of a number that is not published */
};

static const double plot_h = CHART_H - CHART_TOP - CHART_FOOT;

static void add_axis(struct str *out, double top)
{
    for (int i = 0; i <= 2; i++) {
        double y = CHART_TOP + plot_h * (1 - i / 2.0);
        str_add(out,
                "<line x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\" stroke=\"#d5dcda\"/>"
                "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%.0f</text>\n",
                CHART_LEFT, CHART_W, y, y, CHART_LEFT - 6, y + 4, top * i / 2);
    }
}

static void add_bar(struct str *out, const struct show_bars *bars, size_t index)
{
    double step = (double)(CHART_W - CHART_LEFT) / (double)bars->count;
    double x = CHART_LEFT + step * (double)index;
    bool hidden = bars->items[index].hidden;
    double value = bars->items[index].value;
    double h = hidden ? HIDDEN_H : plot_h * value / bars->top;
    str_add(out,
            "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\"%s>"
            "<title>",
            x + step * 0.15, CHART_TOP + plot_h - h, step * 0.7, h,
            hidden ? "none" : "#0f9d76",
            hidden ? " stroke=\"#4a5a58\" stroke-dasharray=\"2 2\"" : "");
    markup_text(out, bars->items[index].label);
    if (hidden) {
        str_add(out, ": *</title></rect>\n");
        str_add(out, "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"middle\">*</text>\n",
                x + step / 2, CHART_TOP + plot_h - HIDDEN_H - 2);
    } else {
        str_add(out, ": %.0f</title></rect>\n", value);
    }
    if (index % bars->label_every == 0) {
        str_add(out, "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">", x + step / 2,
                CHART_H - 8);
        markup_text(out, bars->items[index].label);
        str_add(out, "</text>\n");
    }
}

static void add_chart(struct str *out, const struct sheet *sheet)
{
    struct show_bars bars;
    if (!show_bars(sheet, &bars)) {
        return;
    }
    str_add(out, "<figure style=\"margin:0\"><figcaption><strong>");
    markup_text(out, sheet->chart.title);
    str_add(out,
            "</strong></figcaption>\n<svg viewBox=\"0 0 %d %d\" role=\"img\" "
            "font-size=\"12\" fill=\"#1c2b2a\" aria-label=\"",
            CHART_W, CHART_H);
    markup_text(out, sheet->chart.title);
    str_add(out, "\">\n");
    add_axis(out, bars.top);
    for (size_t i = 0; i < bars.count; i++) {
        add_bar(out, &bars, i);
    }
    str_add(out, "</svg></figure>\n");
}

/* ---- tables ------------------------------------------------------------------------ */

static void add_titles(struct str *out, const struct sheet_table *table)
{
    str_add(out, "<thead><tr>");
    for (size_t c = 0; c < table->column_count; c++) {
        markup_element(out, "th",
                       table->columns[c].number ? " scope=\"col\" class=\"n t\""
                                                : " scope=\"col\"",
                       table->columns[c].title);
    }
    str_add(out, "</tr></thead>\n");
}

/* Texts that are long break; the first cell names its row. */
static void add_row(struct str *out, const struct sheet_table *table,
                    const struct sheet_row *row, const char *hidden)
{
    str_add(out, row->total ? "<tr class=\"sum\">" : "<tr>");
    for (size_t c = 0; c < table->column_count; c++) {
        char text[SHOW_TEXT_MAX];
        bool words = row->cells[c].kind == SHEET_TEXT;
        const char *attributes = c == 0 ? " scope=\"row\" class=\"t\""
                                 : !table->columns[c].number ? " class=\"t\""
                                 : words                     ? " class=\"n t\""
                                                             : " class=\"n\"";
        if (c == 0 && row->cells[c].kind == SHEET_DATE) {
            attributes = " scope=\"row\"";
        }
        if (row->cells[c].kind == SHEET_HIDDEN) {
            str_add(out, "<td class=\"n\"><abbr title=\"");
            markup_text(out, hidden);
            str_add(out, "\">*</abbr></td>\n");
        } else {
            markup_element(out, c == 0 ? "th" : "td", attributes,
                           show_cell(&row->cells[c], text));
        }
    }
    str_add(out, "</tr>\n");
}

static void add_table(struct str *out, const struct sheet_table *table,
                      const char *hidden)
{
    enum { DENSE = 8 }; /* columns that A4 has room for in full size */

    bool dense = table->column_count > DENSE;

    str_add(out, "<table%s>\n", dense ? " class=\"dates\"" : "");
    markup_element(out, "caption", "", table->caption);
    if (!table->facts) {
        add_titles(out, table);
    }
    str_add(out, "<tbody>\n");
    for (size_t r = 0; r < table->row_count; r++) {
        add_row(out, table, &table->rows[r], hidden);
    }
    str_add(out, "</tbody></table>\n");
}

/* `hidden` is what a screen reader says of a number that is not published. */
static void add_sheet(struct str *out, const struct sheet *sheet, const char *hidden)
{
    str_add(out, "<section>\n");
    markup_element(out, "h2", "", sheet->title);
    for (size_t i = 0; i < sheet->note_count; i++) {
        markup_element(out, "p", "", sheet->notes[i]);
    }
    for (size_t t = 0; t < sheet->table_count; t++) {
        add_table(out, &sheet->tables[t], hidden);
    }
    add_chart(out, sheet);
    if (sheet->sign_count > 0) {
        str_add(out, "<div class=\"signs\">\n");
        for (size_t i = 0; i < sheet->sign_count; i++) {
            markup_element(out, "span", "", sheet->signs[i]);
        }
        str_add(out, "</div>\n");
    }
    str_add(out, "</section>\n");
}

static void add_page(struct str *out, const struct sheets *sheets)
{
    str_add(out, "<!DOCTYPE html>\n<html lang=\"");
    markup_text(out, sheets->about.words->lang);
    str_add(out, "\">\n<head>\n<meta charset=\"utf-8\">\n"
                 "<meta name=\"viewport\" content=\"width=device-width\">\n");
    markup_element(out, "title", "", sheets->title);
    str_add(out, "<style>%s</style>\n</head>\n<body>\n", style);
    markup_element(out, "h1", "", sheets->title);
    for (size_t i = 0; i < SHEETS; i++) {
        add_sheet(out, &sheets->items[i], sheets_text(sheets, "report_hidden"));
    }
    markup_element(out, "footer", "", sheets->foot);
    str_add(out, "</body>\n</html>\n");
}

bool report_html(const struct report *report, struct str *out)
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
    add_page(out, sheets);
    sheets_free(sheets);
    month_free(month);
    return true;
}
