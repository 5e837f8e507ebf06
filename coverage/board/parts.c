/* SPDX-License-Identifier: MIT */
#include "board/parts.h"

#include "board/draw.h"

/* In the order of the columns. */
static const enum county_column columns_of[] = {
    COUNTY_COLUMN_visit, COUNTY_COLUMN_lesson_done, COUNTY_COLUMN_test_passed,
    COUNTY_COLUMN_heads};

static void add_row(const struct page *page, const char *name,
                    const struct figures_part *part, const struct shown_part *shown,
                    bool total)
{
    page_row(page, total);
    page_cell(page, PAGE_HEAD, name);
    page_cell_n(page, part->kiosks);
    page_cell_n(page, part->days.expected);
    page_cell_n(page, part->days.reported);
    for (size_t i = 0; i < sizeof columns_of / sizeof *columns_of; i++) {
        page_cell_guarded(page, part->n[columns_of[i]], shown->hidden[columns_of[i]]);
    }
    page_cell_people(page, &part->people, shown->people);
    page_row_end(page);
}

void parts_write(const struct page *page, const struct parts *parts)
{
    const struct page_column columns[] = {
        {parts->of, false},
        {"board_kiosks", true},
        {"board_days_expected", true},
        {"board_days_reported", true},
        {"report_visit", true},
        {"metric_lesson_done", true},
        {"metric_test_passed", true},
        {"report_group_heads", true},
        {"board_people_estimate", true},
        {NULL, false},
    };
    const struct figures *figures = page->board->figures;
    draw_parts(page, parts);
    page_table(page, parts->name, page_text(page, parts->title), columns);
    for (size_t i = 0; i < parts->count; i++) {
        add_row(page, parts->name_of(page, &parts->items[i]), &parts->items[i],
                &parts->shown[i], false);
    }
    add_row(page, page_text(page, "report_sum"), &figures->whole, &page->shown->whole,
            true);
    page_table_end(page);
    page_say(page, "board_people_do_not_add", (const char *const[]){NULL});
}
