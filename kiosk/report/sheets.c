/* SPDX-License-Identifier: MIT */
#include "report/sheets.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/calendar.h"
#include "base/str.h"
#include "report/sheet_parts.h"

enum { FILLED_MAX = 1024, ROOM_FIRST = 16 };

/* ---- texts ------------------------------------------------------------------------- */

const char *sheets_keep(struct sheets *sheets, const char *text)
{
    if (sheets->kept_count == sheets->kept_room) {
        sheets->kept_room = sheets->kept_room ? 2 * sheets->kept_room : ROOM_FIRST;
        sheets->kept = realloc(sheets->kept, sheets->kept_room * sizeof *sheets->kept);
        assert(sheets->kept);
    }
    char *copy = strdup(text);
    assert(copy);
    sheets->kept[sheets->kept_count++] = copy;
    return copy;
}

const char *sheets_text(const struct sheets *sheets, const char *key)
{
    return sheets->about.words->text(sheets->about.words->context, key);
}

const char *sheets_fill(struct sheets *sheets, const char *key, const char *const *pairs)
{
    char filled[FILLED_MAX];
    str_fill(filled, sizeof filled, sheets_text(sheets, key), pairs);
    return sheets_keep(sheets, filled);
}

const char *sheets_metric(struct sheets *sheets, const char *metric)
{
    char key[COUNT_TEXT_MAX + 16];
    if (str_equal(metric, "visit")) {
        return sheets_text(sheets, "report_visit");
    }
    str_format(key, sizeof key, "metric_%s", metric);
    const char *text = sheets_text(sheets, key);
    return str_equal(text, key) ? sheets_keep(sheets, metric) : text;
}

const char *sheets_name(struct sheets *sheets, enum report_name what, const char *id)
{
    const struct report_words *words = sheets->about.words;
    const char *name = words->name ? words->name(words->context, what, id) : NULL;
    return sheets_keep(sheets, name ? name : id);
}

static void name_day(char *out, size_t size, int day)
{
    str_format(out, size, "%04d-%02d-%02d", day / 10000, day / 100 % 100, day % 100);
}

static const char *name_month(struct sheets *sheets, int day)
{
    static const char *const keys[] = {
        "report_month_1", "report_month_2",  "report_month_3",  "report_month_4",
        "report_month_5", "report_month_6",  "report_month_7",  "report_month_8",
        "report_month_9", "report_month_10", "report_month_11", "report_month_12"};
    char year[16];
    const char *month = sheets_text(sheets, keys[day / 100 % 100 - 1]);
    str_format(year, sizeof year, "%d", day / 10000);
    return sheets_fill(sheets, "report_month",
                       (const char *const[]){"year", year, "month", month, NULL});
}

const char *sheets_period(struct sheets *sheets, const struct month_period *period)
{
    int from = period->from;
    int to = period->to;
    bool one = from / 100 == to / 100 && from % 100 == 1 &&
               to % 100 == calendar_month_days(to / 10000, to / 100 % 100);
    if (one) {
        return name_month(sheets, from);
    }
    char first[16];
    char last[16];
    name_day(first, sizeof first, from);
    name_day(last, sizeof last, to);
    return from == to
               ? sheets_keep(sheets, first)
               : sheets_fill(sheets, "report_span",
                             (const char *const[]){"from", first, "to", last, NULL});
}

/* Wide are hanzi, kana, hangul and full-width marks; fonts for them make all else half as
 * wide. */
int sheets_width(const char *text)
{
    int width = 0;
    for (uint32_t c = str_next_utf8(&text); c; c = str_next_utf8(&text)) {
        bool wide = (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0xA4CF) ||
                    (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0xF900 && c <= 0xFAFF) ||
                    (c >= 0xFE30 && c <= 0xFE6F) || (c >= 0xFF00 && c <= 0xFF60) ||
                    (c >= 0xFFE0 && c <= 0xFFE6) || (c >= 0x20000 && c <= 0x3FFFD);
        width += wide ? 2 : 1;
    }
    return width;
}

/* ---- tables ------------------------------------------------------------------------ */

void sheet_note(struct sheet *sheet, const char *text)
{
    assert(sheet->note_count < SHEET_NOTES_MAX);
    sheet->notes[sheet->note_count++] = text;
}

struct sheet_table *sheet_table(struct sheet *sheet, const char *caption)
{
    assert(sheet->table_count < SHEET_TABLES_MAX);
    struct sheet_table *table = &sheet->tables[sheet->table_count++];
    table->caption = caption;
    return table;
}

void sheet_column(struct sheet_table *table, const char *title, bool number)
{
    assert(table->column_count < SHEET_COLUMNS_MAX);
    table->columns[table->column_count++] =
        (struct sheet_column){.title = title, .number = number};
}

struct sheet_row *sheet_row(struct sheet_table *table)
{
    if (table->row_count == table->room) {
        table->room = table->room ? 2 * table->room : ROOM_FIRST;
        table->rows = realloc(table->rows, table->room * sizeof *table->rows);
        assert(table->rows);
    }
    struct sheet_row *row = &table->rows[table->row_count++];
    *row = (struct sheet_row){.total = false};
    return row;
}

void cell_text(struct sheet_cell *cell, const char *text)
{
    *cell = (struct sheet_cell){.kind = SHEET_TEXT, .text = text};
}

void cell_number(struct sheet_cell *cell, int64_t n)
{
    *cell = (struct sheet_cell){.kind = SHEET_NUMBER, .value = (double)n};
}

void cell_date(struct sheet_cell *cell, int day)
{
    *cell = (struct sheet_cell){.kind = SHEET_DATE, .value = day};
}

void cell_guarded(const struct sheets *sheets, struct sheet_cell *cell, int64_t n,
                  bool hidden)
{
    cell_number(cell, n);
    if (sheets->about.published && hidden) {
        *cell = (struct sheet_cell){.kind = SHEET_HIDDEN};
    }
}

void cell_of(struct sheet_row *row, int at, enum sheet_formula formula, int a, int b)
{
    struct sheet_cell *cell = &row->cells[at];
    const struct sheet_cell *left = &row->cells[a];
    const struct sheet_cell *right = &row->cells[b];
    *cell = (struct sheet_cell){.formula = formula, .a = a, .b = b};
    if (left->kind == SHEET_HIDDEN || right->kind == SHEET_HIDDEN) {
        cell->kind = SHEET_HIDDEN;
        cell->formula = SHEET_NO_FORMULA;
        return;
    }
    bool divides = formula == SHEET_SHARE || formula == SHEET_GROWTH;
    bool known = left->kind == SHEET_NUMBER && right->kind == SHEET_NUMBER;
    if (!known || (divides && right->value < 1)) {
        cell->formula = SHEET_NO_FORMULA;
        return;
    }
    cell->kind = divides ? SHEET_PERCENT : SHEET_NUMBER;
    cell->value = formula == SHEET_ADD      ? left->value + right->value
                  : formula == SHEET_CHANGE ? left->value - right->value
                  : formula == SHEET_SHARE  ? left->value / right->value
                                            : left->value / right->value - 1;
}

struct sheet_row *sheet_total(struct sheet_table *table, const char *word)
{
    struct sheet_row *row = sheet_row(table);
    row->total = true;
    cell_text(&row->cells[0], word);
    return row;
}

void cell_sum(const struct sheets *sheets, struct sheet_cell *cell, int64_t n,
              bool hidden)
{
    cell_guarded(sheets, cell, n, hidden || small_is(n));
    if (!sheets->about.published) {
        cell->formula = SHEET_SUM;
    }
}

/* What is a part of what: what each visit, lesson or test does once at most. Other pairs
 * are no parts: a visit may begin several lessons. */
static const char *whole_of(const char *metric)
{
    static const char *const parts[][2] = {{"course_shown", "visit"},
                                           {"lesson_done", "lesson_started"},
                                           {"qr_shown", "visit"},
                                           {"test_passed", "test"}};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        if (str_equal(metric, parts[i][0])) {
            return parts[i][1];
        }
    }
    return NULL;
}

bool sheets_hides(const struct month *month, const char *metric, sheets_sum *sum)
{
    const char *whole = whole_of(metric);
    int64_t n = sum(month, metric, NULL, NULL);
    return whole ? small_splits(n, sum(month, whole, NULL, NULL)) : small_is(n);
}

/* ---- lines of a metric ------------------------------------------------------------- */

size_t sheets_subjects(const struct month *month, const char *const *metrics,
                       size_t metric_count, const char ***subjects)
{
    size_t count = 0;
    *subjects = calloc(month->cell_count + 1, sizeof **subjects);
    assert(*subjects);
    for (size_t m = 0; m < metric_count; m++) {
        size_t cell_count = 0;
        const struct month_cell *cells = month_cells(month, metrics[m], &cell_count);
        for (size_t i = 0; i < cell_count; i++) {
            size_t at = 0;
            if (month_excluded(&cells[i]) || cells[i].n == 0) {
                continue;
            }
            while (at < count && strcmp((*subjects)[at], cells[i].subject) < 0) {
                at++;
            }
            if (at < count && str_equal((*subjects)[at], cells[i].subject)) {
                continue;
            }
            memmove(*subjects + at + 1, *subjects + at, (count - at) * sizeof **subjects);
            (*subjects)[at] = cells[i].subject;
            count++;
        }
    }
    return count;
}

void sheets_read(const struct sheets *sheets, const char *metric,
                 const char *const *subjects, size_t count, int64_t *n)
{
    for (size_t i = 0; i < count; i++) {
        n[i] = month_sum(sheets->about.month, metric, subjects[i], NULL);
    }
}

/* ---- the whole --------------------------------------------------------------------- */

static sheet_fill *const fills[SHEETS] = {

#define SHEET(name) [SHEETS_##name] = sheet_##name,
#include "report/sheets.def"
#undef SHEET
};

static int width_of(const struct sheet_cell *cell)
{
    char digits[32];
    switch (cell->kind) {
    case SHEET_TEXT: return sheets_width(cell->text);
    case SHEET_NUMBER:
        str_format(digits, sizeof digits, "%.0f", cell->value);
        return (int)strlen(digits) * 4 / 3; /* and what parts thousands */
    case SHEET_DATE: return 10;
    case SHEET_PERCENT: return 6;
    case SHEET_EMPTY:
    case SHEET_HIDDEN: break;
    }
    return 1;
}

static void measure(struct sheet_table *table)
{
    for (size_t c = 0; c < table->column_count; c++) {
        struct sheet_column *column = &table->columns[c];
        column->width = table->facts ? 0 : sheets_width(column->title);
        for (size_t r = 0; r < table->row_count; r++) {
            int width = width_of(&table->rows[r].cells[c]);
            column->width = width > column->width ? width : column->width;
        }
    }
}

static void tell_whose(struct sheets *sheets)
{
    const struct sheets_about *about = &sheets->about;
    const char *period = sheets_period(sheets, &about->month->now);
    const char *hall = about->facts->hall;
    sheets->title =
        sheets_fill(sheets, hall[0] ? "report_title" : "report_title_alone",
                    (const char *const[]){"hall", hall, "period", period, NULL});
    const char *kiosk = about->facts->kiosk;
    kiosk = kiosk[0] ? kiosk : sheets_text(sheets, "report_not_set");
    sheets->foot =
        sheets_fill(sheets, about->published ? "report_foot_published" : "report_foot",
                    (const char *const[]){"kiosk", kiosk, "period", period, NULL});
}

struct sheets *sheets_make(const struct sheets_about *about)
{
    struct sheets *sheets = calloc(1, sizeof *sheets);
    assert(sheets);
    sheets->about = *about;
    tell_whose(sheets);
    for (size_t i = 0; i < SHEETS; i++) {
        struct sheet *sheet = &sheets->items[i];
        fills[i](sheets, sheet);
        for (size_t t = 0; t < sheet->table_count; t++) {
            measure(&sheet->tables[t]);
        }
    }
    return sheets;
}

void sheets_free(struct sheets *sheets)
{
    for (size_t i = 0; sheets && i < SHEETS; i++) {
        for (size_t t = 0; t < sheets->items[i].table_count; t++) {
            free(sheets->items[i].tables[t].rows);
        }
    }
    for (size_t i = 0; sheets && i < sheets->kept_count; i++) {
        free(sheets->kept[i]);
    }
    if (sheets) {
        free(sheets->kept);
        free(sheets);
    }
}
