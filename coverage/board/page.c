/* SPDX-License-Identifier: MIT */
#include "board/page.h"

#include "base/str.h"
#include "report/markup.h"
#include "report/show.h"

/* ---- words and numbers ------------------------------------------------------------- */

const char *page_text(const struct page *page, const char *key)
{
    return page->words->text(page->words->context, key);
}

const char *page_fill(const struct page *page, char out[PAGE_TEXT_MAX], const char *key,
                      const char *const *pairs)
{
    return str_fill(out, PAGE_TEXT_MAX, page_text(page, key), pairs);
}

/* As the month's report writes it. */
static const char *show(const struct sheet_cell *cell, char out[PAGE_NUMBER_MAX])
{
    char text[SHOW_TEXT_MAX];
    str_copy(out, PAGE_NUMBER_MAX, show_cell(cell, text));
    return out;
}

const char *page_number(int64_t n, char out[PAGE_NUMBER_MAX])
{
    const struct sheet_cell cell = {.kind = SHEET_NUMBER, .value = (double)n};
    return show(&cell, out);
}

const char *page_change(int64_t n, char out[PAGE_NUMBER_MAX])
{
    const struct sheet_cell cell = {
        .kind = SHEET_NUMBER, .formula = SHEET_CHANGE, .value = (double)n};
    return show(&cell, out);
}

const char *page_day(int day, char out[PAGE_NUMBER_MAX])
{
    const struct sheet_cell cell = {.kind = SHEET_DATE, .value = day};
    if (day % 10000 == 0) {
        str_format(out, PAGE_NUMBER_MAX, "%04d", day / 10000);
        return out;
    }
    return show(&cell, out);
}

const char *page_percent(double share, char out[PAGE_NUMBER_MAX])
{
    const struct sheet_cell cell = {.kind = SHEET_PERCENT, .value = share};
    return show(&cell, out);
}

const char *page_range(const struct page *page, int64_t low, int64_t high,
                       char out[PAGE_NUMBER_MAX])
{
    char from[PAGE_NUMBER_MAX];
    char to[PAGE_NUMBER_MAX];
    page_number(low, from);
    page_number(high, to);
    if (low == high) {
        str_copy(out, PAGE_NUMBER_MAX, from);
        return out;
    }
    return str_fill(out, PAGE_NUMBER_MAX, page_text(page, "report_span"),
                    (const char *const[]){"from", from, "to", to, NULL});
}

static void month_words(const struct page *page, int month, char out[PAGE_TEXT_MAX])
{
    char key[32];
    char year[16];
    str_format(key, sizeof key, "report_month_%d", month % 100);
    str_format(year, sizeof year, "%d", month / 100);
    page_fill(page, out, "report_month",
              (const char *const[]){"month", page_text(page, key), "year", year, NULL});
}

const char *page_months(const struct page *page, int from_month, int to_month,
                        char out[PAGE_TEXT_MAX])
{
    char from[PAGE_TEXT_MAX];
    char to[PAGE_TEXT_MAX];
    month_words(page, from_month, from);
    month_words(page, to_month, to);
    if (from_month == to_month) {
        str_copy(out, PAGE_TEXT_MAX, from);
        return out;
    }
    return page_fill(page, out, "report_span",
                     (const char *const[]){"from", from, "to", to, NULL});
}

const char *page_thing(const struct page *page, const char *thing)
{
    const char *title = figures_thing(page->board->targets, thing);
    return title ? page_text(page, title) : thing;
}

const char *page_site(const struct page *page, const char *key)
{
    static const struct {
        const char *key, *text;
    } sites[] = {

#define SITE(key) {#key, "site_" #key},
#include "county/sites.def"
#undef SITE
    };
    for (size_t i = 0; i < sizeof sites / sizeof *sites; i++) {
        if (str_equal(sites[i].key, key)) {
            return page_text(page, sites[i].text);
        }
    }
    return key;
}

bool page_is_of_county(const struct page *page, const struct county_entry *entry)
{
    const char *county = page->board->title_county;
    return !county[0] || !entry->county[0] || str_equal(entry->county, county);
}

int64_t page_entries_since(const struct page *page, int day)
{
    const struct figures *figures = page->board->figures;
    int64_t count = 0;
    for (size_t i = 0; i < figures->entry_count; i++) {
        const struct county_entry *entry = &figures->entries[i];
        count += entry->entered > day && page_is_of_county(page, entry);
    }
    return count;
}

/* ---- elements ---------------------------------------------------------------------- */

void page_say(const struct page *page, const char *key, const char *const *pairs)
{
    char text[PAGE_TEXT_MAX];
    markup_element(page->out, "p", "", page_fill(page, text, key, pairs));
}

void page_heading(const struct page *page, int level, const char *text)
{
    char name[4];
    str_format(name, sizeof name, "h%d", level);
    markup_element(page->out, name, "", text);
}

void page_table(const struct page *page, const char *name, const char *caption,
                const struct page_column *columns)
{
    const char *lang = page->words->lang;
    str_add(page->out,
            "<div class=\"wide\" role=\"region\" tabindex=\"0\" "
            "aria-labelledby=\"%s-%s-table\">\n<table>\n<caption id=\"%s-%s-table\">",
            lang, name, lang, name);
    markup_text(page->out, caption);
    str_add(page->out, "</caption>\n<thead><tr>");
    for (size_t i = 0; columns[i].key; i++) {
        markup_element(page->out, "th",
                       columns[i].number ? " scope=\"col\" class=\"n\""
                                         : " scope=\"col\"",
                       page_text(page, columns[i].key));
    }
    str_add(page->out, "</tr></thead>\n<tbody>\n");
}

void page_table_end(const struct page *page)
{
    str_add(page->out, "</tbody></table></div>\n");
}

void page_row(const struct page *page, bool total)
{
    str_add(page->out, total ? "<tr class=\"sum\">" : "<tr>");
}

void page_row_end(const struct page *page)
{
    str_add(page->out, "</tr>\n");
}

void page_cell(const struct page *page, enum page_cell as, const char *text)
{
    static const char *const attributes[] = {
        [PAGE_HEAD] = " scope=\"row\"", [PAGE_WORDS] = "",
        [PAGE_FIGURE] = " class=\"n\"", [PAGE_DAY] = " class=\"n day\"",
        [PAGE_ID] = " class=\"id\"",    [PAGE_CODE] = " class=\"code\""};
    markup_element(page->out, as == PAGE_HEAD ? "th" : "td", attributes[as], text);
}

void page_cell_n(const struct page *page, int64_t n)
{
    char text[PAGE_NUMBER_MAX];
    page_cell(page, PAGE_FIGURE, page_number(n, text));
}

void page_cell_day(const struct page *page, int day)
{
    char text[PAGE_NUMBER_MAX];
    page_cell(page, PAGE_DAY, day > 0 ? page_day(day, text) : "");
}

void page_cell_hidden(const struct page *page)
{
    str_add(page->out, "<td class=\"n\"><abbr title=\"");
    markup_text(page->out, page_text(page, "report_hidden"));
    str_add(page->out, "\">*</abbr></td>\n");
}

void page_cell_guarded(const struct page *page, int64_t n, bool hidden)
{
    if (hidden) {
        page_cell_hidden(page);
    } else {
        page_cell_n(page, n);
    }
}

void page_cell_people(const struct page *page, const struct figures_people *people,
                      bool may)
{
    char text[PAGE_NUMBER_MAX];
    if (!may) {
        page_cell_hidden(page);
    } else if (!people->known) {
        page_cell(page, PAGE_FIGURE, page_text(page, "board_unknown"));
    } else {
        page_cell(page, PAGE_FIGURE, page_range(page, people->low, people->high, text));
    }
}
