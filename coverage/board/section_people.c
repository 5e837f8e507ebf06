/* SPDX-License-Identifier: MIT */
/*
 * Person-times and people, apart: what was counted, what may be said of people and on
 * which assumptions, and the ratio that a neighbouring city publishes, under its name.
 */
#include "base/str.h"
#include "board/page.h"
#include "report/markup.h"

static const struct {
    enum county_column column;
    const char *key;
} counted[] = {
    {COUNTY_COLUMN_visit, "report_visit"},
    {COUNTY_COLUMN_lesson_done, "metric_lesson_done"},
    {COUNTY_COLUMN_test_passed, "metric_test_passed"},
    {COUNTY_COLUMN_heads, "report_group_heads"},
};

static void add_table(const struct page *page)
{
    static const struct page_column columns[] = {
        {"board_counted", false},
        {"board_in_period", true},
        {"board_from_beginning", true},
        {NULL, false},
    };
    const struct figures_part *whole = &page->board->figures->whole;
    page_table(page, "people", page_text(page, "board_people_table"), columns);
    for (size_t i = 0; i < sizeof counted / sizeof *counted; i++) {
        enum county_column column = counted[i].column;
        page_row(page, false);
        page_cell(page, PAGE_HEAD, page_text(page, counted[i].key));
        page_cell_guarded(page, whole->n[column], page->shown->whole.hidden[column]);
        page_cell_guarded(page, whole->all[column], page->shown->hidden_all[column]);
        page_row_end(page);
    }
    page_row(page, true);
    page_cell(page, PAGE_HEAD, page_text(page, "board_people_estimate"));
    page_cell_people(page, &whole->people, page->shown->whole.people);
    page_cell_people(page, &whole->people_all, page->shown->people_all);
    page_row_end(page);
    page_table_end(page);
}

static void add_item(const struct page *page, const char *key, const char *const *pairs)
{
    char text[PAGE_TEXT_MAX];
    markup_element(page->out, "li", "", page_fill(page, text, key, pairs));
}

/* What the interval of all time stands on. */
static void add_assumptions(const struct page *page)
{
    static const char *const keys[] = {[FIGURES_BY_NOTHING] = "board_by_nothing",
                                       [FIGURES_BY_ANSWERS] = "board_by_answers",
                                       [FIGURES_BY_FACTOR] = "board_by_factor",
                                       [FIGURES_BY_HEADS] = "board_by_heads"};
    const struct figures_people *people = &page->board->figures->whole.people_all;
    char visits[PAGE_NUMBER_MAX];
    char answered[PAGE_NUMBER_MAX];
    char first[PAGE_NUMBER_MAX];
    char heads[PAGE_NUMBER_MAX];
    char times[PAGE_NUMBER_MAX];
    page_heading(page, 3, page_text(page, "board_assumptions"));
    if (!page->shown->people_all) {
        page_say(page, "board_target_few", (const char *const[]){NULL});
        return;
    }
    page_number(people->visits, visits);
    page_number(people->answered, answered);
    page_number(people->first, first);
    page_number(people->heads, heads);
    str_format(times, sizeof times, "%g", (double)people->times_100 / 100);
    const char *const pairs[] = {"visits", visits, "answered", answered, "first", first,
                                 "heads",  heads,  "times",    times,    NULL};
    page_say(page, keys[people->by], pairs);
    if (people->by == FIGURES_BY_NOTHING) {
        return;
    }
    str_add(page->out, "<ul>\n");
    if (people->by == FIGURES_BY_ANSWERS) {
        add_item(page, "board_assume_answers", pairs);
    }
    add_item(page, "board_assume_places", pairs);
    add_item(page, "board_assume_groups", pairs);
    str_add(page->out, "</ul>\n");
}

/* Person-times over people: no share of people, whatever it is called. */
static void add_ratio(const struct page *page)
{
    const struct figures *figures = page->board->figures;
    const struct figures_base *base = &figures->registered;
    int64_t visits = figures->whole.all[COUNTY_COLUMN_visit];
    char n[PAGE_NUMBER_MAX];
    char value[PAGE_NUMBER_MAX];
    char day[PAGE_NUMBER_MAX];
    char percent[PAGE_NUMBER_MAX];
    page_heading(page, 3, page_text(page, "board_ratio"));
    page_say(page, "board_ratio_means", (const char *const[]){NULL});
    if (page->shown->hidden_all[COUNTY_COLUMN_visit]) {
        page_say(page, "board_target_few", (const char *const[]){NULL});
    } else if (!base->known || base->value <= 0) {
        page_say(page, "board_ratio_missing",
                 (const char *const[]){"base", page_thing(page, "registered"), NULL});
    } else {
        page_number(visits, n);
        page_number(base->value, value);
        page_day(base->as_of, day);
        page_percent((double)visits / (double)base->value, percent);
        page_say(page, "board_ratio_is",
                 (const char *const[]){"n", n, "base", value, "day", day, "source",
                                       base->source, "percent", percent, NULL});
    }
    if (figures->earlier > 0) {
        page_number(figures->earlier, n);
        page_say(page, "board_earlier",
                 (const char *const[]){"n", n, "source",
                                       page->board->targets->earlier_source, NULL});
    }
}

void section_people(const struct page *page)
{
    page_say(page, "report_times_not_people", (const char *const[]){NULL});
    add_table(page);
    add_assumptions(page);
    add_ratio(page);
}
