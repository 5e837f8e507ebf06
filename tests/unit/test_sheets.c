/* SPDX-License-Identifier: MIT */
/* What stands in the sheets of a report, and what somebody can make of published ones. */
#include <math.h>
#include <string.h>

#include "base/calendar.h"
#include "report/month.h"
#include "report/sheets.h"
#include "report/small.h"
#include "report/words.h"
#include "support/month_rows.h"

enum {
    MONTHS = 60,
    UNKNOWN_MAX = 1000000,
    VARIABLES_MAX = 4000,
    CELLS_MAX = 64,
    ROUNDS = 40,
    NOT_THERE = -1,
    /* Columns. */
    DAY_FIRST = 4,
    LESSON_STARTED = 2,
    LESSON_DONE = 3,
    RIGHT = 1,
    WRONG = 2,
    ANSWERED = 3,
    TIMES = 3,
};

static const char *key_itself(const void *context, const char *key)
{
    (void)context;
    return key;
}

static const struct report_words words = {.lang = "zh-CN", .text = key_itself};
static const struct month_facts hall = {.hall = "滨江馆", .county = "", .kiosk = "k0"};

struct both {
    struct month_rows rows;
    struct month *month;
    struct sheets *exact, *published;
};

static void make(struct both *both, int from, int to)
{
    struct count_source source = month_rows_source(&both->rows);
    both->month = month_read(&source, &hall, from, to);
    assert_non_null(both->month);
    struct sheets_about about = {.month = both->month, .facts = &hall, .words = &words};
    both->exact = sheets_make(&about);
    about.published = true;
    both->published = sheets_make(&about);
}

static void drop(struct both *both)
{
    sheets_free(both->exact);
    sheets_free(both->published);
    month_free(both->month);
}

static int set_up(void **state)
{
    *state = calloc(1, sizeof(struct both));
    return 0;
}

static int tear_down(void **state)
{
    free(*state);
    return 0;
}

/* Halls of every kind: nobody, a visitor now and then, a full house; two months. */
static void draw_hall(struct both *both, struct rng *rng)
{
    static const int most[] = {0, 1, 2, 6, 25};
    int visits = most[rng_int(rng, 0, 4)];
    both->rows.count = 0;
    both->rows.sorted = false;
    static const int breaks_off[] = {1, 4, 60, 100000};
    both->rows.one_in = breaks_off[rng_int(rng, 0, 3)];
    for (int day = 20260201; day <= 20260331; day = calendar_after(day)) {
        if (calendar_weekday(day) != 1) {
            month_rows_draw_day(&both->rows, rng, day, rng_int(rng, 0, visits));
        }
    }
}

/* ---- the sheets
 * ----------------------------------------------------------------------- */

static const struct sheet_cell *cell_at(const struct sheets *sheets, size_t sheet,
                                        size_t table, size_t row, int column)
{
    const struct sheet_table *at = &sheets->items[sheet].tables[table];
    assert_true(row < at->row_count && (size_t)column < at->column_count);
    return &at->rows[row].cells[column];
}

/* What a formula says must be what stands there. */
static void check_formulas(const struct sheet_table *table)
{
    for (size_t r = 0; r < table->row_count; r++) {
        for (size_t c = 0; c < table->column_count; c++) {
            const struct sheet_cell *cells = table->rows[r].cells;
            double a = cells[cells[c].a].value;
            double b = cells[cells[c].b].value;
            double sum = 0;
            for (size_t above = 0; above < r; above++) {
                sum += table->rows[above].cells[c].value;
            }
            switch (cells[c].formula) {
            case SHEET_SUM: assert_true(cells[c].value == sum); break;
            case SHEET_ADD: assert_true(cells[c].value == a + b); break;
            case SHEET_CHANGE: assert_true(cells[c].value == a - b); break;
            case SHEET_SHARE: assert_true(fabs(cells[c].value - a / b) < 1e-12); break;
            case SHEET_GROWTH:
                assert_true(fabs(cells[c].value - (a - b) / b) < 1e-12);
                break;
            case SHEET_NO_FORMULA: break;
            }
        }
    }
}

static void formulas_say_what_stands_beside_them(void **state)
{
    struct both *both = *state;
    struct rng rng = rng_begin();
    for (int i = 0; i < 5; i++) {
        draw_hall(both, &rng);
        make(both, 20260301, 20260331);
        for (size_t s = 0; s < SHEETS; s++) {
            for (size_t t = 0; t < both->exact->items[s].table_count; t++) {
                check_formulas(&both->exact->items[s].tables[t]);
            }
        }
        drop(both);
    }
}

static void a_month_is_told_on_its_sheets(void **state)
{
    struct both *both = *state;
    month_rows_add(&both->rows, 20260310, 9, "visit", "", "", 40);
    month_rows_add(&both->rows, 20260210, 9, "visit", "", "", 30);
    month_rows_add(&both->rows, 20260310, 9, "lesson_started", "aed", "", 20);
    month_rows_add(&both->rows, 20260310, 9, "lesson_done", "aed", "", 15);
    month_rows_add(&both->rows, 20260310, 9, "question", "cpr", "right", 9);
    month_rows_add(&both->rows, 20260310, 9, "question", "cpr", "wrong", 3);
    month_rows_add(&both->rows, 20260310, 9, "visit", "", "excluded:demo", 8);
    make(both, 20260301, 20260331);
    const struct sheets *exact = both->exact;
    assert_int_equal(exact->items[SHEETS_days].tables[0].row_count, 32);
    assert_true(cell_at(exact, SHEETS_days, 0, 9, DAY_FIRST)->value == 40);
    assert_true(cell_at(exact, SHEETS_days, 0, 9, 0)->value == 20260310);
    assert_true(cell_at(exact, SHEETS_days, 0, 31, DAY_FIRST)->value == 40);
    assert_string_equal(cell_at(exact, SHEETS_lessons, 0, 0, 0)->text, "aed");
    assert_true(cell_at(exact, SHEETS_lessons, 0, 0, 4)->value == 0.75);
    assert_true(cell_at(exact, SHEETS_answers, 0, 0, 4)->value == 0.75);
    assert_string_equal(cell_at(exact, SHEETS_excluded, 0, 0, 1)->text,
                        "report_reason_demo");
    assert_true(cell_at(exact, SHEETS_excluded, 0, 0, 2)->value == 8);
    /* Compared: visits come after touches. */
    assert_true(cell_at(exact, SHEETS_summary, 2, 1, 1)->value == 40);
    assert_true(cell_at(exact, SHEETS_summary, 2, 1, 2)->value == 30);
    assert_true(fabs(cell_at(exact, SHEETS_summary, 2, 1, 4)->value - 1.0 / 3) < 1e-12);
    drop(both);
}

static void widths_are_those_of_the_widest_cell(void **state)
{
    (void)state;
    assert_int_equal(sheets_width("abc"), 3);
    assert_int_equal(sheets_width("心肺复苏"), 8);
    assert_int_equal(sheets_width("AED 怎么用"), 10);
    assert_int_equal(sheets_width("（完）"), 6);
    assert_int_equal(sheets_width(""), 0);
}

/* ---- an attacker
 * -------------------------------------------------------------------- */

/* What is known of each number: all that is printed, that zeros are printed, that sums
 * are hidden only when they are small. */
struct attack {
    size_t count;
    double low[VARIABLES_MAX], high[VARIABLES_MAX];
    double truth[VARIABLES_MAX];
    bool empty[VARIABLES_MAX]; /* a day to come, or before the first */
};

static int add_variable(struct attack *attack, const struct sheet_cell *printed,
                        double truth, bool is_sum)
{
    size_t at = attack->count++;
    bool hidden = printed->kind == SHEET_HIDDEN;
    assert_true(attack->count <= VARIABLES_MAX);
    assert_true(hidden || printed->kind == SHEET_EMPTY || printed->value == truth);
    assert_true(printed->kind != SHEET_EMPTY || truth == 0);
    assert_true(hidden || !small_is((int64_t)truth));
    attack->truth[at] = truth;
    attack->empty[at] = printed->kind == SHEET_EMPTY;
    attack->low[at] = hidden ? 1 : truth;
    attack->high[at] = !hidden ? truth : is_sum ? SMALL_LEAST - 1 : UNKNOWN_MAX;
    return (int)at;
}

struct line {
    int sum; /* a variable; NOT_THERE: not printed */
    size_t count;
    int cells[CELLS_MAX];
};

/* A line that is withheld as a whole tells no zeros either. */
static void open_withheld(struct attack *attack, const struct line *line)
{
    bool all = true;
    for (size_t i = 0; i < line->count; i++) {
        int at = line->cells[i];
        all = all && (attack->empty[at] || attack->high[at] > attack->low[at]);
    }
    for (size_t i = 0; all && line->count > 1 && i < line->count; i++) {
        attack->low[line->cells[i]] = 0;
    }
}

static void narrow(struct attack *attack, int at, double low, double high)
{
    attack->low[at] = fmax(attack->low[at], low);
    attack->high[at] = fmin(attack->high[at], high);
}

static void use_line(struct attack *attack, const struct line *line)
{
    double low = 0;
    double high = 0;
    for (size_t i = 0; i < line->count; i++) {
        low += attack->low[line->cells[i]];
        high += attack->high[line->cells[i]];
    }
    narrow(attack, line->sum, low, high);
    for (size_t i = 0; i < line->count; i++) {
        int at = line->cells[i];
        narrow(attack, at, attack->low[line->sum] - (high - attack->high[at]),
               attack->high[line->sum] - (low - attack->low[at]));
    }
}

/* Nothing that is small has come out, nor nearly: it could be less, unless it is 1, and
 * more. Where a sum is hidden as well all that is known is that it is small. */
static void check_nothing_is_known(const struct attack *attack, const char *what)
{
    for (size_t i = 0; i < attack->count; i++) {
        assert_true(attack->low[i] <= attack->truth[i]);
        assert_true(attack->high[i] >= attack->truth[i]);
        if (small_is((int64_t)attack->truth[i])) {
            double low = attack->low[i];
            double high = attack->high[i];
            bool less = low < attack->truth[i] || low <= 1;
            bool vague = high < SMALL_LEAST && high > low;
            bool more = high > attack->truth[i] && high > low + 1;
            bool known = !vague && !(less && more);
            if (known) {
                printf("# %s %zu: %g is known to be %g to %g\n", what, i,
                       attack->truth[i], low, high);
            }
            assert_false(known);
        }
    }
}

/* A column of a table with its sum in the last row. */
static struct line column_line(struct attack *attack, const struct both *both,
                               size_t sheet, int column)
{
    const struct sheet_table *printed = &both->published->items[sheet].tables[0];
    const struct sheet_table *exact = &both->exact->items[sheet].tables[0];
    struct line line = {.count = exact->row_count - 1};
    assert_int_equal(printed->row_count, exact->row_count);
    for (size_t r = 0; r < exact->row_count; r++) {
        int at = add_variable(attack, &printed->rows[r].cells[column],
                              exact->rows[r].cells[column].value, r == line.count);
        if (r < line.count) {
            line.cells[r] = at;
        } else {
            line.sum = at;
        }
    }
    open_withheld(attack, &line);
    return line;
}

/* Columns each of which stands alone. */
static void attack_columns(const struct both *both, size_t sheet, const int *columns)
{
    for (; *columns > 0; columns++) {
        struct attack *attack = calloc(1, sizeof *attack);
        assert_non_null(attack);
        struct line line = column_line(attack, both, sheet, *columns);
        for (int round = 0; round < ROUNDS; round++) {
            use_line(attack, &line);
        }
        check_nothing_is_known(attack, "column");
        free(attack);
    }
}

/* Of what is hidden since it is a part, nothing is known: even zeros and large sums are,
 * where the rest is small. */
static void open_split(struct attack *attack, int at)
{
    if (attack->high[at] > attack->low[at]) {
        attack->low[at] = 0;
        attack->high[at] = UNKNOWN_MAX;
    }
}

/* The whole less the part, which nobody has printed. */
static int add_rest(struct attack *attack, int part, int whole)
{
    const struct sheet_cell unprinted = {.kind = SHEET_HIDDEN};
    int at = add_variable(attack, &unprinted, attack->truth[whole] - attack->truth[part],
                          false);
    open_split(attack, at);
    return at;
}

struct split {
    struct line part, rest, whole;
};

/* A sum that is hidden and cannot be small itself has a rest that is. */
static void use_split(struct attack *attack, const struct split *split)
{
    use_line(attack, &split->part);
    use_line(attack, &split->rest);
    use_line(attack, &split->whole);
    for (size_t i = 0; i <= split->part.count; i++) {
        bool cell = i < split->part.count;
        int part = cell ? split->part.cells[i] : split->part.sum;
        int rest = cell ? split->rest.cells[i] : split->rest.sum;
        struct line row = {.sum = cell ? split->whole.cells[i] : split->whole.sum,
                           .count = 2,
                           .cells = {part, rest}};
        use_line(attack, &row);
        if (!cell && attack->high[part] > attack->low[part]) {
            if (attack->low[part] >= SMALL_LEAST) {
                narrow(attack, rest, 1, SMALL_LEAST - 1);
            }
            if (attack->low[rest] >= SMALL_LEAST) {
                narrow(attack, part, 1, SMALL_LEAST - 1);
            }
        }
    }
}

/* What is printed of the part and the whole makes the rest known, in each row and in the
 * sums. `rest` is NOT_THERE where it is not printed. */
static void attack_split(const struct both *both, size_t sheet, int part, int rest,
                         int whole)
{
    struct attack *attack = calloc(1, sizeof *attack);
    assert_non_null(attack);
    struct split split = {.part = column_line(attack, both, sheet, part),
                          .whole = column_line(attack, both, sheet, whole)};
    split.rest = split.part;
    if (rest != NOT_THERE) {
        split.rest = column_line(attack, both, sheet, rest);
    }
    for (size_t i = 0; i <= split.part.count; i++) {
        bool cell = i < split.part.count;
        int *of_rest = cell ? &split.rest.cells[i] : &split.rest.sum;
        int of_part = cell ? split.part.cells[i] : split.part.sum;
        int of_whole = cell ? split.whole.cells[i] : split.whole.sum;
        open_split(attack, of_part);
        if (rest == NOT_THERE) {
            *of_rest = add_rest(attack, of_part, of_whole);
        } else {
            open_split(attack, *of_rest);
        }
    }
    for (int round = 0; round < ROUNDS; round++) {
        use_split(attack, &split);
    }
    check_nothing_is_known(attack, "split");
    free(attack);
}

/* The row of a guideline's thing and range; NOT_THERE. */
static int find_row(const struct sheet_table *table, const char *guideline,
                    const char *thing, const char *range)
{
    for (size_t r = 0; r < table->row_count; r++) {
        const struct sheet_cell *cells = table->rows[r].cells;
        bool same =
            str_equal(cells[0].text, guideline) && str_equal(cells[1].text, thing);
        if (same &&
            (range ? cells[2].kind == SHEET_TEXT && str_equal(cells[2].text, range)
                   : cells[2].kind == SHEET_EMPTY)) {
            return (int)r;
        }
    }
    return NOT_THERE;
}

static int cpr_variable(struct attack *attack, const struct both *both,
                        const char *guideline, const char *thing, const char *range)
{
    const struct sheet_table *printed = &both->published->items[SHEETS_cpr].tables[0];
    const struct sheet_table *exact = &both->exact->items[SHEETS_cpr].tables[0];
    int there = find_row(exact, guideline, thing, range);
    int shown = find_row(printed, guideline, thing, range);
    const struct sheet_cell withheld = {.kind = SHEET_HIDDEN};
    if (there == NOT_THERE) {
        return NOT_THERE;
    }
    return add_variable(
        attack, shown == NOT_THERE ? &withheld : &printed->rows[shown].cells[TIMES],
        exact->rows[there].cells[TIMES].value, false);
}

/* What the first page says of a metric, in the table that compares. */
static int summary_variable(struct attack *attack, const struct both *both,
                            const char *metric)
{
    const struct sheet_table *exact = &both->exact->items[SHEETS_summary].tables[2];
    const struct sheet_table *printed = &both->published->items[SHEETS_summary].tables[2];
    for (size_t r = 0; r < printed->row_count; r++) {
        const struct sheet_cell *cells = printed->rows[r].cells;
        for (size_t e = 0; str_equal(cells[0].text, metric) && e < exact->row_count;
             e++) {
            if (str_equal(exact->rows[e].cells[0].text, metric)) {
                return add_variable(attack, &cells[1], exact->rows[e].cells[1].value,
                                    true);
            }
        }
    }
    fail_msg("%s is not compared", metric);
    return NOT_THERE;
}

enum { GUIDELINES = 2, TESTED = 0, PASSED = 1, FAILED = 2, RUNS = 3 };

/* Bins of one guideline: all of them, those of 70 and more, which have passed, and those
 * of less. */
static void add_scores(struct attack *attack, const struct both *both,
                       const char *guideline, struct line lines[RUNS])
{
    for (int low = 0; low <= 90; low += 10) {
        char range[16];
        str_format(range, sizeof range, "%d~%d", low, low == 90 ? 100 : low + 9);
        int at = cpr_variable(attack, both, guideline, "test_score", range);
        for (int r = 0; at != NOT_THERE && r < RUNS; r++) {
            if (r == TESTED || (r == PASSED) == (low >= 70)) {
                lines[r].cells[lines[r].count++] = at;
            }
        }
    }
    open_withheld(attack, &lines[TESTED]);
}

/* Tests, those passed and those that were not. */
static void add_guideline(struct attack *attack, const struct both *both,
                          const char *guideline, struct split *sums,
                          struct line bins[RUNS])
{
    int tests = cpr_variable(attack, both, guideline, "test", NULL);
    int passed = cpr_variable(attack, both, guideline, "test_passed", NULL);
    bins[TESTED].sum = bins[PASSED].sum = bins[FAILED].sum = NOT_THERE;
    if (tests == NOT_THERE) {
        return;
    }
    open_split(attack, passed);
    bins[TESTED].sum = sums->whole.cells[sums->whole.count++] = tests;
    bins[PASSED].sum = sums->part.cells[sums->part.count++] = passed;
    bins[FAILED].sum = sums->rest.cells[sums->rest.count++] =
        add_rest(attack, passed, tests);
    add_scores(attack, both, guideline, bins);
}

/* Tests and those passed by guideline make the sums of the first page, and their bins
 * make each of them. */
static void attack_scores(const struct both *both)
{
    static const char *const names[GUIDELINES] = {"aha-2025/adult", "aha-2025/child"};
    struct attack *attack = calloc(1, sizeof *attack);
    struct split sums = {.part = {.count = 0}};
    struct line bins[GUIDELINES][RUNS] = {{{.count = 0}}};
    sums.whole.sum = summary_variable(attack, both, "test");
    sums.part.sum = summary_variable(attack, both, "test_passed");
    open_split(attack, sums.part.sum);
    sums.rest.sum = add_rest(attack, sums.part.sum, sums.whole.sum);
    for (size_t g = 0; g < GUIDELINES; g++) {
        add_guideline(attack, both, names[g], &sums, bins[g]);
    }
    open_withheld(attack, &sums.whole);
    for (int round = 0; round < ROUNDS; round++) {
        use_split(attack, &sums);
        for (size_t g = 0; g < GUIDELINES; g++) {
            for (size_t r = 0; r < RUNS; r++) {
                if (bins[g][r].sum != NOT_THERE) {
                    use_line(attack, &bins[g][r]);
                }
            }
        }
    }
    check_nothing_is_known(attack, "scores");
    free(attack);
}

/* Who said whether it was the first time: some of the visitors, and so are those who said
 * yes of them. */
static void attack_people(const struct both *both)
{
    const struct sheet_table *people = &both->published->items[SHEETS_summary].tables[3];
    const struct sheet_table *sums = &both->published->items[SHEETS_summary].tables[2];
    const struct sheet_cell *chain[] = {
        &sums->rows[0].cells[1], &people->rows[2].cells[1], &people->rows[3].cells[1]};
    assert_string_equal(sums->rows[0].cells[0].text, "report_visit");
    assert_string_equal(people->rows[2].cells[0].text, "report_first_answered");
    assert_string_equal(people->rows[3].cells[0].text, "report_first_yes");
    for (int i = 0; i < 2; i++) {
        bool shown = chain[i]->kind == SHEET_NUMBER && chain[i + 1]->kind == SHEET_NUMBER;
        assert_false(shown && small_is((int64_t)(chain[i]->value - chain[i + 1]->value)));
    }
}

/* Of the first page, of both months: each pair of a whole and its part. */
static void attack_pairs(const struct both *both)
{
    static const char *const pairs[][2] = {{"course_shown", "report_visit"},
                                           {"lesson_done", "lesson_started"},
                                           {"qr_shown", "report_visit"},
                                           {"test_passed", "test"}};
    const struct sheet_table *printed = &both->published->items[SHEETS_summary].tables[2];
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        const struct sheet_cell *part = NULL;
        const struct sheet_cell *whole = NULL;
        for (size_t r = 0; r < printed->row_count; r++) {
            const struct sheet_cell *cells = printed->rows[r].cells;
            part = str_equal(cells[0].text, pairs[i][0]) ? cells : part;
            whole = str_equal(cells[0].text, pairs[i][1]) ? cells : whole;
        }
        assert_non_null(part);
        assert_non_null(whole);
        for (int c = 1; c <= 2; c++) {
            bool shown = part[c].kind == SHEET_NUMBER && whole[c].kind == SHEET_NUMBER;
            assert_false(shown && small_is((int64_t)(whole[c].value - part[c].value)));
        }
    }
}

/* Everything else: no small number stands anywhere, whatever it is. */
static void check_no_small_number(const struct sheets *published)
{
    for (size_t s = 0; s < SHEETS; s++) {
        for (size_t t = 0; t < published->items[s].table_count; t++) {
            const struct sheet_table *table = &published->items[s].tables[t];
            bool of_days = s == SHEETS_summary && t == 1; /* days are nobody */
            for (size_t r = 0; !of_days && r < table->row_count; r++) {
                for (size_t c = 0; c < table->column_count; c++) {
                    const struct sheet_cell *cell = &table->rows[r].cells[c];
                    bool counted = cell->kind == SHEET_NUMBER &&
                                   cell->formula == SHEET_NO_FORMULA &&
                                   !(s == SHEETS_days && c < DAY_FIRST);
                    assert_true(!counted || !small_is((int64_t)cell->value));
                }
            }
        }
    }
}

static void nothing_small_comes_out_of_a_published_month(void **state)
{
    struct both *both = *state;
    struct rng rng = rng_begin();
    for (int i = 0; i < MONTHS; i++) {
        draw_hall(both, &rng);
        make(both, 20260301, 20260331);
        check_no_small_number(both->published);
        attack_columns(both, SHEETS_days,
                       (const int[]){DAY_FIRST + MONTH_visit, DAY_FIRST + MONTH_practice,
                                     DAY_FIRST + MONTH_pushes, DAY_FIRST + MONTH_group,
                                     0});
        attack_split(both, SHEETS_days, DAY_FIRST + MONTH_lesson_done, NOT_THERE,
                     DAY_FIRST + MONTH_lesson_started);
        attack_split(both, SHEETS_days, DAY_FIRST + MONTH_test_passed, NOT_THERE,
                     DAY_FIRST + MONTH_test);
        attack_columns(both, SHEETS_lessons, (const int[]){5, 6, 7, 0});
        attack_split(both, SHEETS_lessons, LESSON_DONE, NOT_THERE, LESSON_STARTED);
        attack_columns(both, SHEETS_groups, (const int[]){1, 2, 3, 0});
        attack_split(both, SHEETS_answers, RIGHT, WRONG, ANSWERED);
        attack_pairs(both);
        attack_people(both);
        attack_scores(both);
        drop(both);
    }
}

/* March's report says of February what February's own says, and hides what that hides. */
static void the_month_before_is_told_as_it_was(void **state)
{
    struct both *both = *state;
    struct both *own = calloc(1, sizeof *own);
    struct rng rng = rng_begin();
    for (int i = 0; i < MONTHS; i++) {
        draw_hall(both, &rng);
        own->rows = both->rows;
        make(own, 20260201, 20260228);
        make(both, 20260301, 20260331);
        const struct sheet_table *before =
            &own->published->items[SHEETS_summary].tables[2];
        const struct sheet_table *now = &both->published->items[SHEETS_summary].tables[2];
        assert_int_equal(now->row_count, before->row_count);
        for (size_t r = 0; r < now->row_count; r++) {
            assert_int_equal(now->rows[r].cells[2].kind, before->rows[r].cells[1].kind);
            assert_true(now->rows[r].cells[2].value == before->rows[r].cells[1].value);
            if (now->rows[r].cells[1].kind == SHEET_HIDDEN ||
                now->rows[r].cells[2].kind == SHEET_HIDDEN) {
                assert_int_equal(now->rows[r].cells[3].kind, SHEET_HIDDEN);
                assert_int_equal(now->rows[r].cells[4].kind, SHEET_HIDDEN);
            }
        }
        drop(own);
        drop(both);
    }
    free(own);
}

static int no_hours(const void *context, int day, int hour)
{
    (void)context;
    (void)hour;
    return day == 20260302 ? 0 : MONTH_HOURS_UNKNOWN; /* closed on purpose */
}

static int all_hours(const void *context, int day, int hour)
{
    (void)context;
    (void)day;
    (void)hour;
    return 60;
}

static bool has_note(const struct sheet *sheet, const char *note)
{
    for (size_t i = 0; i < sheet->note_count; i++) {
        if (strcmp(sheet->notes[i], note) == 0) {
            return true;
        }
    }
    return false;
}

/* A hall whose settings name no hours is told so, however they are asked for. */
static void hours_that_are_not_known_are_said(void **state)
{
    struct both *both = *state;
    struct month_facts facts = hall;
    int (*const ways[])(const void *, int, int) = {NULL, no_hours, all_hours};
    month_rows_add(&both->rows, 20260301, 9, "visit", "", "", 1);
    struct count_source source = month_rows_source(&both->rows);
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        facts.open_min = ways[i];
        struct month *month = month_read(&source, &facts, 20260301, 20260331);
        assert_non_null(month);
        const struct sheets_about about = {
            .month = month, .facts = &facts, .words = &words};
        struct sheets *sheets = sheets_make(&about);
        assert_int_equal(has_note(&sheets->items[SHEETS_summary], "report_hours_unknown"),
                         ways[i] != all_hours);
        sheets_free(sheets);
        month_free(month);
    }
}

#define BOTH_TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        BOTH_TEST(formulas_say_what_stands_beside_them),
        BOTH_TEST(a_month_is_told_on_its_sheets),
        BOTH_TEST(the_month_before_is_told_as_it_was),
        BOTH_TEST(nothing_small_comes_out_of_a_published_month),
        BOTH_TEST(hours_that_are_not_known_are_said),
        cmocka_unit_test(widths_are_those_of_the_widest_cell),
    };
    return cmocka_run_group_tests_name("sheets", tests, NULL, NULL);
}
