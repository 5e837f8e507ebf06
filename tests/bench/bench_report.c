/* SPDX-License-Identifier: MIT */
/*
 * The month's XLSX of a busy hall beside a bare libxlsxwriter program that writes the
 * same cells, without a look, to a file: in turn, in one run. Ours begins with the rows
 * of the database, the bare one with cells that are there; what it takes to be handed
 * those rows and do nothing with them is measured as well and stands on both sides of the
 * ratio. One line of JSON.
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include "base/clock.h"
#include "base/err.h"
#include "base/str.h"
#include "report/month.h"
#include "report/report.h"
#include "report/sheets.h"
#include "report/words.h"
#include "store/store.h"

enum { ROUNDS = 41, DAYS = 31, LESSONS = 40, TOPICS = 9, ROOM = 4096 };

static const char *key_itself(const void *context, const char *key)
{
    (void)context;
    return key;
}

static const struct report_words words = {.lang = "zh-CN", .text = key_itself};
static const struct month_facts facts = {
    .hall = "滨江馆", .county = "嘉善县", .kiosk = "k0000000000"};

/* ---- a busy hall ------------------------------------------------------------------- */

struct batch {
    size_t count;
    struct count_row rows[ROOM];
};

static void add(struct batch *batch, int day, int hour, const char *metric,
                const char *subject, const char *detail)
{
    struct count_row *row = &batch->rows[batch->count++];
    *row = (struct count_row){
        .key = {.day = day, .hour = hour, .content = 1, .definition = 1}, .n = 7};
    str_copy(row->key.metric, sizeof row->key.metric, metric);
    str_copy(row->key.subject, sizeof row->key.subject, subject);
    str_copy(row->key.detail, sizeof row->key.detail, detail);
}

/* Every lesson and topic in each of eight hours, and tests in all their bins. */
static void draw_hour(struct batch *batch, int day, int hour)
{
    static const char *const of_lessons[] = {"lesson_started", "lesson_done",
                                             "quiz_passed"};
    static const char *const single[] = {"touch", "visit", "running", "pushes"};
    char name[32];
    for (int i = 0; i < 4; i++) {
        add(batch, day, hour, single[i], "", "");
    }
    for (int i = 0; i < 3 * LESSONS; i++) {
        str_format(name, sizeof name, "lesson-%d", i / 3);
        add(batch, day, hour, of_lessons[i % 3], name, "");
    }
    for (int i = 0; i < 2 * TOPICS; i++) {
        str_format(name, sizeof name, "topic-%d", i / 2);
        add(batch, day, hour, "question", name, i % 2 ? "right" : "wrong");
    }
    add(batch, day, hour, "test", "aha-2025/adult", "");
    add(batch, day, hour, "test_passed", "aha-2025/adult", "");
    for (int low = 0; low < 90; low += 10) {
        str_format(name, sizeof name, "%d~%d", low, low + 9);
        add(batch, day, hour, "test_score", "aha-2025/adult", name);
        add(batch, day, hour, "test_rate", "aha-2025/adult", name);
    }
}

static bool fill(struct store *store)
{
    struct batch *batch = calloc(1, sizeof *batch);
    bool sound = batch != NULL;
    for (int day = 1; sound && day <= DAYS; day++) {
        batch->count = 0;
        for (int hour = 9; hour < 17; hour++) {
            draw_hour(batch, 20260300 + day, hour);
        }
        sound = store_add(store, batch->rows, batch->count);
    }
    free(batch);
    return sound;
}

/* ---- the bare program -------------------------------------------------------------- */

static void write_bare(lxw_worksheet *worksheet, const struct sheet_table *table,
                       lxw_row_t *row)
{
    for (size_t r = 0; r < table->row_count; r++, ++*row) {
        for (size_t c = 0; c < table->column_count; c++) {
            const struct sheet_cell *cell = &table->rows[r].cells[c];
            lxw_col_t column = (lxw_col_t)c;
            if (cell->formula) {
                worksheet_write_formula_num(worksheet, *row, column, "=A1+B1", NULL,
                                            cell->value);
            } else if (cell->kind == SHEET_TEXT) {
                worksheet_write_string(worksheet, *row, column, cell->text, NULL);
            } else if (cell->kind != SHEET_EMPTY) {
                worksheet_write_number(worksheet, *row, column, cell->value, NULL);
            }
        }
    }
}

static bool bare(const struct sheets *sheets, const char *path)
{
    lxw_workbook *workbook = workbook_new(path);
    for (size_t s = 0; s < SHEETS; s++) {
        lxw_row_t row = 0;
        lxw_worksheet *worksheet = workbook_add_worksheet(workbook, NULL);
        for (size_t t = 0; t < sheets->items[s].table_count; t++) {
            write_bare(worksheet, &sheets->items[s].tables[t], &row);
        }
    }
    return workbook_close(workbook) == LXW_NO_ERROR;
}

/* ---- in turn ----------------------------------------------------------------------- */

static int by_size(const void *a, const void *b)
{
    const int64_t left = *(const int64_t *)a;
    const int64_t right = *(const int64_t *)b;
    return (left > right) - (left < right);
}

static bool ignore(void *context, const struct count_row *row)
{
    int64_t *rows = context;
    ++*rows;
    return row->n > 0;
}

static double median_ms(int64_t took_us[ROUNDS])
{
    qsort(took_us, ROUNDS, sizeof *took_us, by_size);
    return (double)took_us[ROUNDS / 2] / 1000;
}

static bool measure(struct store *store, const char *path)
{
    int64_t ours_us[ROUNDS];
    int64_t bare_us[ROUNDS];
    int64_t rows_us[ROUNDS];
    int64_t rows = 0;
    struct clock clock;
    const struct count_source counts = store_source(store);
    const struct report report = {.counts = &counts,
                                  .facts = &facts,
                                  .words = &words,
                                  .from_day = 20260301,
                                  .to_day = 20260331};
    struct month *month = month_read(&counts, &facts, 20260301, 20260331);
    const struct sheets_about about = {.month = month, .facts = &facts, .words = &words};
    struct sheets *sheets = month ? sheets_make(&about) : NULL;
    bool sound = sheets != NULL;
    clock_init_real(&clock);
    for (int i = 0; sound && i < ROUNDS; i++) {
        struct str file = {0};
        int64_t start_us = clock_now_us(&clock);
        sound = report_render_as(REPORT_xlsx, &report, &file);
        ours_us[i] = clock_now_us(&clock) - start_us;
        str_free(&file);
        start_us = clock_now_us(&clock);
        sound = sound && bare(sheets, path);
        bare_us[i] = clock_now_us(&clock) - start_us;
        rows = 0;
        start_us = clock_now_us(&clock);
        sound = sound && store_each(store, 20260201, 20260331, ignore, &rows);
        rows_us[i] = clock_now_us(&clock) - start_us;
    }
    if (sound) {
        double ours = median_ms(ours_us);
        double other = median_ms(bare_us);
        double read = median_ms(rows_us);
        printf("{\"bench\":\"report\",\"rows\":%" PRId64 ",\"xlsx_ms\":%.2f,"
               "\"bare_ms\":%.2f,\"rows_ms\":%.2f,\"ratio\":%.2f,\"budget_ratio\":1.5}\n",
               rows, ours, other, read, ours / (other + read));
    }
    sheets_free(sheets);
    month_free(month);
    return sound;
}

int main(void)
{
    char folder[] = "/tmp/bench-report-XXXXXX";
    char database[64];
    char bare_path[64];
    if (!mkdtemp(folder)) {
        return 1;
    }
    str_format(database, sizeof database, "%s/counts.db", folder);
    str_format(bare_path, sizeof bare_path, "%s/bare.xlsx", folder);
    struct store *store = store_open(database, NULL);
    bool sound = store && fill(store) && measure(store, bare_path);
    store_close(store);
    unlink(bare_path);
    unlink(database);
    rmdir(folder);
    if (!sound) {
        fprintf(stderr, "bench_report: %s\n", err_text());
    }
    return sound ? 0 : 1;
}
