/* SPDX-License-Identifier: MIT */
/*
 * page: what the sections of the board write with: words, numbers, tables. Private to
 * board.
 */
#ifndef COVERAGE_BOARD_PAGE_H
#define COVERAGE_BOARD_PAGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "board/board.h"
#include "board/shown.h"

/* The page in one language. All borrowed. */
struct page {
    const struct board *board;
    const struct shown *shown;
    const struct board_words *words; /* its `lang` begins each id of an element */
    struct str *out;
};

/* A section, a row of sections.def each: writes what stands below its heading. */
typedef void page_section(const struct page *page);

#define SECTION(key) page_section section_##key;
#include "board/sections.def"
#undef SECTION

enum { PAGE_NUMBER_MAX = 64, PAGE_TEXT_MAX = 1024 };

/* ---- words and numbers ------------------------------------------------------------- */

/* The text of a key in the page's language. Borrowed. */
const char *page_text(const struct page *page, const char *key);

/* The same with {name} replaced; `pairs` as str_fill() has them. Returns `out`. */
const char *page_fill(const struct page *page, char out[PAGE_TEXT_MAX], const char *key,
                      const char *const *pairs);

/* "61,240". All return `out`. */
const char *page_number(int64_t n, char out[PAGE_NUMBER_MAX]);
const char *page_change(int64_t n, char out[PAGE_NUMBER_MAX]); /* "+61,240" */
/* "2026-03-01"; of a whole year, 20210000, "2021". */
const char *page_day(int day, char out[PAGE_NUMBER_MAX]);
const char *page_percent(double share, char out[PAGE_NUMBER_MAX]); /* "12.5%" */

/* "1,200 to 1,450"; one number where both are the same. */
const char *page_range(const struct page *page, int64_t low, int64_t high,
                       char out[PAGE_NUMBER_MAX]);

/* "January 2026", or "January 2026 to June 2026". */
const char *page_months(const struct page *page, int from_month, int to_month,
                        char out[PAGE_TEXT_MAX]);

/* What a target or a base is called; the key itself of what no target names. */
const char *page_thing(const struct page *page, const char *thing);

/* What a kind of site is called, by its key. */
const char *page_site(const struct page *page, const char *key);

/* Whether an entry of the ledger is of this page's county, or of the whole place. */
bool page_is_of_county(const struct page *page, const struct county_entry *entry);

/* How many of those were entered after a day. */
int64_t page_entries_since(const struct page *page, int day);

/* ---- elements ---------------------------------------------------------------------- */

/* A paragraph of a text that is filled in. */
void page_say(const struct page *page, const char *key, const char *const *pairs);

void page_heading(const struct page *page, int level, const char *text);

struct page_column {
    const char *key; /* of its title */
    bool number;     /* stands at the right */
};

/* A table can be moved by keys where it is wider than the screen. `name` is of its own
 * on the page. The last of `columns` has no key. */
void page_table(const struct page *page, const char *name, const char *caption,
                const struct page_column *columns);
void page_table_end(const struct page *page);

enum page_cell {
    PAGE_HEAD, /* names its row */
    PAGE_WORDS,
    PAGE_FIGURE, /* a number as a text */
    PAGE_DAY,
    PAGE_ID,   /* of a kiosk: breaks nowhere */
    PAGE_CODE, /* breaks anywhere */
};

void page_row(const struct page *page, bool total);
void page_row_end(const struct page *page);
void page_cell(const struct page *page, enum page_cell as, const char *text);
void page_cell_n(const struct page *page, int64_t n);
void page_cell_day(const struct page *page, int day); /* 0: nothing */
void page_cell_hidden(const struct page *page);

/* The number, or the mark of one that is not published. */
void page_cell_guarded(const struct page *page, int64_t n, bool hidden);

/* An interval of people; what may not be shown, or is not known, is told as such. */
void page_cell_people(const struct page *page, const struct figures_people *people,
                      bool may);

#endif
