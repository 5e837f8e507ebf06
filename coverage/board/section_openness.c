/* SPDX-License-Identifier: MIT */
/*
 * What a reader needs to count again or to ask: by which rules was counted, which kiosk
 * handed in what, what was left out, and each figure that staff entered, with all that
 * stood there before.
 */
#include <string.h>

#include "base/str.h"
#include "board/page.h"
#include "count/row.h"

static void add_rules(const struct page *page)
{
    static const struct page_column columns[] = {
        {"report_word", false},
        {"report_means", false},
        {NULL, false},
    };
    static const char *const rows[][2] = {
        {"report_visit", "meaning_visit"},
        {"metric_lesson_done", "meaning_lesson_done"},
        {"metric_test_passed", "meaning_test_passed"},
        {"report_group_heads", "meaning_group"},
        {"board_people_estimate", "report_means_people"},
        {"report_privacy", "report_means_privacy"},
    };
    char version[PAGE_NUMBER_MAX];
    str_format(version, sizeof version, "%d", COUNT_DEFINITION);
    page_heading(page, 3, page_text(page, "board_rules"));
    page_say(page, "report_definition", (const char *const[]){"from", version, NULL});
    page_say(page, "board_hidden", (const char *const[]){NULL});
    page_table(page, "rules", page_text(page, "report_by_word"), columns);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        page_row(page, false);
        page_cell(page, PAGE_HEAD, page_text(page, rows[i][0]));
        page_cell(page, PAGE_WORDS, page_text(page, rows[i][1]));
        page_row_end(page);
    }
    page_table_end(page);
}

/* ---- who handed in what ------------------------------------------------------------ */

static const struct county_kiosk *registered(const struct page *page, const char *id)
{
    const struct county_registry registry = {
        .kiosks = page->board->figures->registered_kiosks,
        .count = page->board->figures->registered_count};
    return county_kiosk_find(&registry, id);
}

static bool is_on_page(const struct page *page, const char *id)
{
    const struct county_kiosk *kiosk = registered(page, id);
    const char *county = page->board->title_county;
    return kiosk && (!county[0] || str_equal(kiosk->county, county));
}

/* The files of a kiosk stand together: the first of them, and how many there are. */
static const struct county_file *files_of(const struct board *board, const char *id,
                                          size_t *count)
{
    size_t low = 0;
    size_t high = board->file_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (strcmp(board->files[middle].id, id) < 0) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    *count = 0;
    while (low + *count < board->file_count &&
           str_equal(board->files[low + *count].id, id)) {
        *count += 1;
    }
    return *count > 0 ? &board->files[low] : NULL;
}

static void add_kiosk(const struct page *page, const struct figures_part *part)
{
    const struct county_kiosk *kiosk = registered(page, part->id);
    size_t count = 0;
    const struct county_file *files = files_of(page->board, part->id, &count);
    const struct county_file *last = count > 0 ? &files[count - 1] : NULL;
    page_row(page, false);
    page_cell(page, PAGE_HEAD, part->name);
    page_cell(page, PAGE_ID, part->id);
    page_cell(page, PAGE_WORDS, kiosk->county);
    page_cell(page, PAGE_WORDS, page_site(page, county_site_key(kiosk->site)));
    page_cell_n(page, part->days.expected);
    page_cell_n(page, part->days.reported);
    page_cell_n(page, part->days.lost);
    page_cell_n(page, part->days.missing);
    page_cell_n(page, (int64_t)count);
    page_cell_day(page, last ? last->to : 0);
    page_cell(page, PAGE_CODE, last ? last->head : "");
    page_row_end(page);
}

/* Of which files the chain says that days before them are not as they came. */
static bool say_breaks(const struct page *page, const struct figures_part *part)
{
    size_t count = 0;
    const struct county_file *files = files_of(page->board, part->id, &count);
    bool whole = true;
    for (size_t i = 0; i < count; i++) {
        char day[PAGE_NUMBER_MAX];
        size_t at = (size_t)(files - page->board->files) + i;
        if (!county_file_joins(page->board->files, at)) {
            page_day(files[i].from, day);
            page_say(page, "board_chain_broken",
                     (const char *const[]){"hall", part->name, "id", part->id, "day", day,
                                           NULL});
            whole = false;
        }
    }
    return whole;
}

static void add_breaks(const struct page *page)
{
    const struct figures *figures = page->board->figures;
    bool whole = true;
    for (size_t i = 0; i < figures->kiosk_count; i++) {
        whole = say_breaks(page, &figures->kiosks[i]) && whole;
    }
    if (whole) {
        page_say(page, "board_chain_whole", (const char *const[]){NULL});
    }
}

static void add_kiosks(const struct page *page)
{
    static const struct page_column columns[] = {
        {"report_hall", false},        {"report_kiosk", false},
        {"report_county", false},      {"board_site", false},
        {"board_days_expected", true}, {"board_days_reported", true},
        {"board_days_lost", true},     {"board_days_missing", true},
        {"board_files", true},         {"board_last_day", true},
        {"board_head", false},         {NULL, false},
    };
    const struct figures *figures = page->board->figures;
    page_heading(page, 3, page_text(page, "board_handed_in"));
    page_say(page, "board_head_means", (const char *const[]){NULL});
    page_table(page, "kiosks", page_text(page, "board_kiosks_table"), columns);
    for (size_t i = 0; i < figures->kiosk_count; i++) {
        add_kiosk(page, &figures->kiosks[i]);
    }
    page_table_end(page);
    add_breaks(page);
}

static bool is_in_period(const struct page *page, const struct county_off *off)
{
    const struct figures *figures = page->board->figures;
    return is_on_page(page, off->id) && off->from / 100 <= figures->to_month &&
           off->to / 100 >= figures->from_month;
}

static void add_off_days(const struct page *page)
{
    static const struct page_column columns[] = {
        {"report_hall", false}, {"report_kiosk", false}, {"board_from", true},
        {"board_to", true},     {"board_reason", false}, {NULL, false},
    };
    const struct figures *figures = page->board->figures;
    size_t first = 0;
    page_heading(page, 3, page_text(page, "board_off"));
    while (first < figures->off_count && !is_in_period(page, &figures->offs[first])) {
        first++;
    }
    if (first == figures->off_count) {
        page_say(page, "board_off_none", (const char *const[]){NULL});
        return;
    }
    page_table(page, "off", page_text(page, "board_off_table"), columns);
    for (size_t i = first; i < figures->off_count; i++) {
        const struct county_off *off = &figures->offs[i];
        if (is_in_period(page, off)) {
            page_row(page, false);
            page_cell(page, PAGE_HEAD, registered(page, off->id)->hall);
            page_cell(page, PAGE_ID, off->id);
            page_cell_day(page, off->from);
            page_cell_day(page, off->to);
            page_cell(page, PAGE_WORDS, off->reason);
            page_row_end(page);
        }
    }
    page_table_end(page);
}

/* ---- what staff entered ------------------------------------------------------------ */

static void add_ledger(const struct page *page)
{
    static const struct page_column columns[] = {
        {"board_thing", false},  {"report_county", false},   {"board_number", true},
        {"board_value", true},   {"board_as_of", true},      {"board_from_where", false},
        {"board_reason", false}, {"board_entered_on", true}, {NULL, false},
    };
    const struct figures *figures = page->board->figures;
    page_heading(page, 3, page_text(page, "board_ledger"));
    page_say(page, "board_ledger_means", (const char *const[]){NULL});
    if (page_entries_since(page, 0) == 0) {
        page_say(page, "board_ledger_none", (const char *const[]){NULL});
        return;
    }
    page_table(page, "ledger", page_text(page, "board_ledger_table"), columns);
    for (size_t i = 0; i < figures->entry_count; i++) {
        const struct county_entry *entry = &figures->entries[i];
        if (!page_is_of_county(page, entry)) {
            continue;
        }
        page_row(page, false);
        page_cell(page, PAGE_HEAD, page_thing(page, entry->thing));
        page_cell(page, PAGE_WORDS, entry->county);
        page_cell_n(page, entry->number);
        page_cell_n(page, entry->value);
        page_cell_day(page, entry->as_of);
        page_cell(page, PAGE_WORDS, entry->source);
        page_cell(page, PAGE_WORDS, entry->reason);
        page_cell_day(page, entry->entered);
        page_row_end(page);
    }
    page_table_end(page);
}

static void add_left_out(const struct page *page)
{
    const struct figures_part *whole = &page->board->figures->whole;
    bool hidden = page->shown->whole.hidden[COUNTY_COLUMN_excluded];
    char n[PAGE_NUMBER_MAX];
    page_heading(page, 3, page_text(page, "report_excluded"));
    page_say(
        page, "board_left_out",
        (const char *const[]){
            "n", hidden ? "*" : page_number(whole->n[COUNTY_COLUMN_excluded], n), NULL});
}

void section_openness(const struct page *page)
{
    add_rules(page);
    add_kiosks(page);
    add_left_out(page);
    add_off_days(page);
    add_ledger(page);
}
