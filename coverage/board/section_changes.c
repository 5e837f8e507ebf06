/* SPDX-License-Identifier: MIT */
/* What has changed since the last edition that was published. */
#include <stdlib.h>

#include "base/str.h"
#include "board/edition.h"
#include "board/page.h"
#include "report/small.h"

static const char *name_of(const struct page *page, const char *thing)
{
    return str_equal(thing, "visit") ? page_text(page, "report_visit")
                                     : page_thing(page, thing);
}

static void add_figure(const struct page *page, const struct county_edition *figure)
{
    char text[PAGE_NUMBER_MAX];
    page_cell(page, PAGE_FIGURE,
              !figure || figure->low < 0
                  ? page_text(page, "board_unknown")
                  : page_range(page, figure->low, figure->high, text));
}

/* Of what kiosks count, a few more are a small number as well. */
static bool is_small_step(const struct page *page, const struct county_edition *before,
                          const struct county_edition *now)
{
    bool counted = str_equal(now->thing, "visit");
    for (size_t i = 0; i < page->board->figures->target_count; i++) {
        const struct figures_target *target = &page->board->figures->targets[i];
        counted = counted || (target->standing == FIGURES_MEASURED &&
                              str_equal(target->target->id, now->thing));
    }
    return counted && (small_is(llabs(now->low - before->low)) ||
                       small_is(llabs(now->high - before->high)));
}

static void add_row(const struct page *page, const struct county_edition *now)
{
    const struct county_edition *before = edition_last(page->board, now->thing);
    char low[PAGE_NUMBER_MAX];
    char high[PAGE_NUMBER_MAX];
    char text[PAGE_TEXT_MAX];
    bool both = before && before->low >= 0 && now->low >= 0;
    page_row(page, false);
    page_cell(page, PAGE_HEAD, name_of(page, now->thing));
    if (both && is_small_step(page, before, now)) {
        page_cell_hidden(page);
        add_figure(page, now);
        page_cell_hidden(page);
        page_row_end(page);
        return;
    }
    add_figure(page, before);
    add_figure(page, now);
    if (!both) {
        page_cell(page, PAGE_FIGURE, "");
    } else if (now->low - before->low == now->high - before->high) {
        page_cell(page, PAGE_FIGURE, page_change(now->low - before->low, low));
    } else {
        page_change(now->low - before->low, low);
        page_change(now->high - before->high, high);
        page_cell(page, PAGE_FIGURE,
                  page_fill(page, text, "board_changes_ends",
                            (const char *const[]){"low", low, "high", high, NULL}));
    }
    page_row_end(page);
}

static void say_entered_since(const struct page *page, int made)
{
    int64_t entries = page_entries_since(page, made);
    char number[PAGE_NUMBER_MAX];
    page_say(page, "board_entered_since",
             (const char *const[]){"n", page_number(entries, number), NULL});
}

void section_changes(const struct page *page)
{
    static const struct page_column columns[] = {
        {"board_figure", false}, {"board_before", true}, {"board_now", true},
        {"board_change", true},  {NULL, false},
    };
    const struct county_edition *last = edition_last(page->board, NULL);
    char day[PAGE_NUMBER_MAX];
    size_t count = 0;
    if (!last) {
        page_say(page, "board_first_edition", (const char *const[]){NULL});
        return;
    }
    page_day(last->made, day);
    page_say(page, "board_changes_lead", (const char *const[]){"day", day, NULL});
    struct county_edition *now = edition_make(page->board, page->shown, &count);
    page_table(page, "changes", page_text(page, "board_changes_table"), columns);
    for (size_t i = 0; i < count; i++) {
        add_row(page, &now[i]);
    }
    page_table_end(page);
    free(now);
    say_entered_since(page, last->made);
}
