/* SPDX-License-Identifier: MIT */
/* What each word means, for who has never seen the kiosk. */
#include "base/str.h"
#include "count/count.h"
#include "report/sheet_parts.h"

/* Beside what is counted: what sheets are told by. */
static const char *const others[][2] = {
    {"report_completeness", "report_means_completeness"},
    {"report_rate_known", "report_means_known"},
    {"report_people_estimate", "report_means_people"},
    {"report_by_part", "report_means_part"},
    {"report_privacy", "report_means_privacy"},
};

static void add(struct sheet_table *table, const char *word, const char *meaning)
{
    struct sheet_row *row = sheet_row(table);
    cell_text(&row->cells[0], word);
    cell_text(&row->cells[1], meaning);
}

static void tell_version(struct sheets *sheets, struct sheet *sheet)
{
    const struct month *month = sheets->about.month;
    char from[16];
    char to[16];
    str_format(from, sizeof from, "%d", month->definition_from);
    str_format(to, sizeof to, "%d", month->definition_to);
    bool one = month->definition_from == month->definition_to;
    if (month->definition_to > 0) {
        sheet_note(sheet,
                   sheets_fill(sheets, one ? "report_definition" : "report_definitions",
                               (const char *const[]){"from", from, "to", to, NULL}));
    }
}

void sheet_meaning(struct sheets *sheets, struct sheet *sheet)
{
    struct sheet_table *table = sheet_table(sheet, sheets_text(sheets, "report_by_word"));
    sheet->title = sheets_text(sheets, "report_meaning");
    tell_version(sheets, sheet);
    sheet_column(table, sheets_text(sheets, "report_word"), false);
    sheet_column(table, sheets_text(sheets, "report_means"), false);
    for (int i = 0; i < COUNT_KINDS; i++) {
        char key[COUNT_TEXT_MAX + 16];
        const char *metric = count_kind((enum count)i)->key;
        str_format(key, sizeof key, "meaning_%s", metric);
        const char *meaning = sheets_text(sheets, key);
        if (!str_equal(meaning, key)) {
            add(table, sheets_metric(sheets, metric), meaning);
        }
    }
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        add(table, sheets_text(sheets, others[i][0]), sheets_text(sheets, others[i][1]));
    }
}
