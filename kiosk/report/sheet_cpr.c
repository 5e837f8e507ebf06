/* SPDX-License-Identifier: MIT */
/*
 * Runs by guideline, and how their scores, depths and rates are spread. One long table,
 * so that its titles stay in sight and a pivot can be made of it.
 *
 * What is published must not be told by another row: the bins of a guideline add up to
 * its tests, and those from the pass mark on to the tests passed.
 */
#include <assert.h>
#include <stdlib.h>

#include "base/str.h"
#include "count/count.h"
#include "report/sheet_parts.h"

enum { GUIDELINE, THING, RANGE, TIMES, SHARE };

enum { BINS_MAX = 64 };

enum { PASSED, TESTS, PRACTICES, RUNS };

/* Behind the runs. */
enum { FAILED = RUNS };

static const char *const runs[RUNS] = {"test_passed", "test", "practice"};

static const enum count spreads[] = {COUNT_test_score, COUNT_test_depth, COUNT_test_rate};

struct guidelines {
    size_t count;
    const char **ids;
    int64_t *n; /* RUNS times as many, and the tests that were not passed */
    bool *hidden;
};

struct bins {
    size_t count;
    char names[BINS_MAX][16];
    int64_t n[BINS_MAX];
    bool hidden[BINS_MAX];
    int64_t sum;
};

static struct guidelines read_guidelines(const struct sheets *sheets)
{
    struct guidelines all = {.count = 0};
    all.count = sheets_subjects(sheets->about.month, runs, RUNS, &all.ids);
    all.n = calloc((RUNS + 1) * all.count + 1, sizeof *all.n);
    all.hidden = calloc(RUNS * all.count + 1, sizeof *all.hidden);
    assert(all.n && all.hidden);
    for (size_t r = 0; r < RUNS; r++) {
        sheets_read(sheets, runs[r], all.ids, all.count, all.n + r * all.count);
    }
    for (size_t i = 0; i < all.count; i++) {
        all.n[FAILED * all.count + i] =
            all.n[TESTS * all.count + i] - all.n[PASSED * all.count + i];
    }
    small_hide_split(
        &(struct small_split){.count = all.count,
                              .part = all.n + PASSED * all.count,
                              .rest = all.n + FAILED * all.count,
                              .whole = all.n + TESTS * all.count,
                              .split = all.hidden + PASSED * all.count,
                              .whole_hidden = all.hidden + TESTS * all.count});
    small_hide(all.n + PRACTICES * all.count, all.hidden + PRACTICES * all.count,
               all.count);
    return all;
}

/* From the first bin that is not empty to the last, those between too. */
static void read_bins(const struct month *month, const struct count_kind *kind,
                      const char *guideline, struct bins *bins)
{
    size_t end = 0;
    *bins = (struct bins){.count = 0};
    for (int low = 0; low <= kind->bins.last; low += kind->bins.width) {
        char name[16];
        str_format(name, sizeof name, "%d~%d", low,
                   low == kind->bins.last ? kind->bins.end : low + kind->bins.width - 1);
        int64_t n = month_sum(month, kind->key, guideline, name);
        if (n == 0 && bins->count == 0) {
            continue;
        }
        assert(bins->count < BINS_MAX);
        str_copy(bins->names[bins->count], sizeof bins->names[0], name);
        bins->n[bins->count++] = n;
        bins->sum += n;
        end = n > 0 ? bins->count : end;
    }
    bins->count = end;
}

/* The first of the bins at the end that hold as many as have passed; `count`: none do. */
static size_t pass_mark(const struct bins *bins, int64_t passed)
{
    int64_t sum = 0;
    for (size_t i = bins->count; i-- > 0;) {
        sum += bins->n[i];
        if (sum >= passed) {
            return sum == passed ? i : bins->count;
        }
    }
    return bins->count;
}

/* Where not even the empty bins may be told there are none at all; nor those of the
 * scores where it is not told how many have passed. */
static void hide_bins(struct bins *bins, const struct guidelines *all, size_t guideline,
                      bool of_scores)
{
    bool shown = !all->hidden[(of_scores ? PASSED : TESTS) * all->count + guideline];
    size_t mark = pass_mark(bins, all->n[PASSED * all->count + guideline]);
    shown = shown && small_hide(bins->n, bins->hidden, mark) &&
            small_hide(bins->n + mark, bins->hidden + mark, bins->count - mark) &&
            small_hide(bins->n, bins->hidden, bins->count);
    bins->count = shown ? bins->count : 0;
}

/* Of rows above, which no formula here names. */
static void cell_share(struct sheet_cell *cell, int64_t n, int64_t of, bool hides)
{
    *cell = (struct sheet_cell){.kind = SHEET_HIDDEN};
    if (!hides) {
        *cell =
            (struct sheet_cell){.kind = SHEET_PERCENT, .value = (double)n / (double)of};
    }
}

static struct sheet_row *add_row(struct sheets *sheets, struct sheet_table *table,
                                 const char *guideline, const char *metric)
{
    struct sheet_row *row = sheet_row(table);
    cell_text(&row->cells[GUIDELINE], guideline);
    cell_text(&row->cells[THING], sheets_metric(sheets, metric));
    return row;
}

static void add_runs(struct sheets *sheets, struct sheet_table *table, const char *name,
                     const struct guidelines *all, size_t guideline)
{
    for (size_t r = RUNS; r-- > 0;) {
        size_t at = r * all->count + guideline;
        size_t tests = TESTS * all->count + guideline;
        struct sheet_row *row = add_row(sheets, table, name, runs[r]);
        cell_guarded(sheets, &row->cells[TIMES], all->n[at], all->hidden[at]);
        if (r == PASSED && all->n[tests] > 0) {
            bool hides =
                sheets->about.published && (all->hidden[at] || all->hidden[tests]);
            cell_share(&row->cells[SHARE], all->n[at], all->n[tests], hides);
        }
    }
}

static void add_spread(struct sheets *sheets, struct sheet_table *table, const char *name,
                       const struct count_kind *kind, const struct bins *bins)
{
    for (size_t i = 0; i < bins->count; i++) {
        struct sheet_row *row = add_row(sheets, table, name, kind->key);
        cell_text(&row->cells[RANGE], sheets_keep(sheets, bins->names[i]));
        cell_guarded(sheets, &row->cells[TIMES], bins->n[i], bins->hidden[i]);
        cell_share(&row->cells[SHARE], bins->n[i], bins->sum,
                   row->cells[TIMES].kind == SHEET_HIDDEN);
    }
}

/* The scores of the guideline by which most were tested are drawn. */
static void draw_scores(struct sheets *sheets, struct sheet *sheet, const char *name,
                        const struct bins *bins, size_t from)
{
    if (bins->count == 0) {
        return;
    }
    sheet->chart = (struct sheet_chart){
        .title = sheets_fill(sheets, "report_chart_scores",
                             (const char *const[]){"guideline", name, NULL}),
        .from = from,
        .count = bins->count,
        .category = RANGE,
        .value = TIMES};
}

static void add_guideline(struct sheets *sheets, struct sheet *sheet,
                          const struct guidelines *all, size_t guideline, int64_t *most)
{
    struct sheet_table *table = &sheet->tables[0];
    const char *name = sheets_name(sheets, REPORT_GUIDELINE, all->ids[guideline]);
    add_runs(sheets, table, name, all, guideline);
    for (size_t i = 0; i < sizeof spreads / sizeof *spreads; i++) {
        const struct count_kind *kind = count_kind(spreads[i]);
        struct bins bins;
        size_t from = table->row_count;
        read_bins(sheets->about.month, kind, all->ids[guideline], &bins);
        if (sheets->about.published) {
            hide_bins(&bins, all, guideline, spreads[i] == COUNT_test_score);
        }
        add_spread(sheets, table, name, kind, &bins);
        if (spreads[i] == COUNT_test_score && bins.sum > *most) {
            *most = bins.sum;
            draw_scores(sheets, sheet, name, &bins, from);
        }
    }
}

void sheet_cpr(struct sheets *sheets, struct sheet *sheet)
{
    struct guidelines all = read_guidelines(sheets);
    int64_t most = 0;
    struct sheet_table *table = sheet_table(sheet, sheets_text(sheets, "report_by_run"));
    sheet->title = sheets_text(sheets, "report_cpr");
    sheet_note(sheet, sheets_text(sheets, all.count ? "report_runs_are" : "report_none"));
    sheet_column(table, sheets_text(sheets, "report_guideline"), false);
    sheet_column(table, sheets_text(sheets, "report_item"), false);
    sheet_column(table, sheets_text(sheets, "report_range"), false);
    sheet_column(table, sheets_text(sheets, "report_times"), true);
    sheet_column(table, sheets_text(sheets, "report_share"), true);
    for (size_t i = 0; i < all.count; i++) {
        add_guideline(sheets, sheet, &all, i, &most);
    }
    free(all.ids);
    free(all.n);
    free(all.hidden);
}
