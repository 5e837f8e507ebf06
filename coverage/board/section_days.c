/* SPDX-License-Identifier: MIT */
/* Of how many kiosk-days there are counts at all: all that follows stands on it. */
#include "base/str.h"
#include "board/draw.h"
#include "board/page.h"

static void add_row(const struct page *page, const char *name, const char *means,
                    int64_t n)
{
    page_row(page, false);
    page_cell(page, PAGE_HEAD, page_text(page, name));
    page_cell_n(page, n);
    page_cell(page, PAGE_WORDS, page_text(page, means));
    page_row_end(page);
}

static void add_table(const struct page *page, const struct figures_days *days)
{
    static const struct page_column columns[] = {
        {"board_days_kind", false},
        {"board_days_count", true},
        {"board_days_means", false},
        {NULL, false},
    };
    page_table(page, "days", page_text(page, "board_days_table"), columns);
    add_row(page, "board_days_expected", "board_means_expected", days->expected);
    add_row(page, "board_days_reported", "board_means_reported", days->reported);
    add_row(page, "board_days_lost", "board_means_lost", days->lost);
    add_row(page, "board_days_missing", "board_means_missing", days->missing);
    add_row(page, "board_days_off", "board_means_off", days->off);
    add_row(page, "board_days_beyond", "board_means_beyond", days->beyond);
    page_table_end(page);
}

void section_days(const struct page *page)
{
    const struct figures_days *days = &page->board->figures->whole.days;
    char text[PAGE_TEXT_MAX];
    char expected[PAGE_NUMBER_MAX];
    char reported[PAGE_NUMBER_MAX];
    char percent[PAGE_NUMBER_MAX];
    str_add(page->out, "<div class=\"beside\"><div>\n");
    if (days->expected == 0) {
        page_say(page, "board_days_none", (const char *const[]){NULL});
    } else {
        page_number(days->expected, expected);
        page_number(days->reported, reported);
        page_percent((double)days->reported / (double)days->expected, percent);
        page_fill(page, text, "board_days_lead",
                  (const char *const[]){"expected", expected, "reported", reported,
                                        "percent", percent, NULL});
        draw_days(page, days, text);
    }
    page_say(page, "board_days_unknown", (const char *const[]){NULL});
    str_add(page->out, "</div>\n");
    add_table(page, days);
    str_add(page->out, "</div>\n");
}
