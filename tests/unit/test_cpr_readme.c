/* SPDX-License-Identifier: MIT */
/*
 * The page for instructors is a test: every figure in the tables of kiosk/cpr/README.md
 * is what the code gives, and every row is checked.
 */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "cpr/percentile.h"
#include "support/tap.h"
#include "support/wave.h"

enum { PAGE_MAX = 16384, CELL_MAX = 256, CELLS = 3, NUMBERS_MAX = 8 };

static char page[PAGE_MAX];
static struct wave_run run;
static struct rng still; /* the waves here use no random numbers */

/* ---- reading the page -------------------------------------------------------------- */

static int read_page(void **state)
{
    (void)state;
    FILE *file = fopen("kiosk/cpr/README.md", "r");
    size_t length = file ? fread(page, 1, sizeof page - 1, file) : 0;
    if (file) {
        fclose(file);
    }
    return length > 0 && length < sizeof page - 1 ? 0 : -1;
}

/* The first row below the rule of the first table after `heading`. */
static const char *table_after(const char *heading)
{
    const char *at = strstr(page, heading);
    assert_non_null(at);
    at = strstr(at, "\n|--");
    assert_non_null(at);
    return strchr(at + 1, '\n') + 1;
}

/* Cuts a row into its cells; the next row, or NULL when `row` is not one. */
static const char *read_row(const char *row, char cells[CELLS][CELL_MAX])
{
    if (row[0] != '|') {
        return NULL;
    }
    const char *end = strchr(row, '\n');
    const char *at = row + 1;
    for (int i = 0; i < CELLS; i++) {
        const char *bar = at < end ? memchr(at, '|', (size_t)(end - at)) : NULL;
        cells[i][0] = '\0';
        if (bar) {
            at += strspn(at, " ");
            int length = (int)(bar - at);
            while (length > 0 && at[length - 1] == ' ') {
                length--;
            }
            assert_true(length < CELL_MAX);
            snprintf(cells[i], CELL_MAX, "%.*s", length, at);
            at = bar + 1;
        }
    }
    return end + 1;
}

/* All numbers of a text, in order. */
static int numbers_in(const char *text, double *numbers)
{
    int count = 0;
    while (*(text += strcspn(text, "0123456789"))) {
        char *end;
        assert_true(count < NUMBERS_MAX);
        numbers[count++] = strtod(text, &end);
        text = end;
    }
    return count;
}

/* ---- the score --------------------------------------------------------------------- */

struct anchor {
    const char *what; /* as the page has it */
    struct wave wave;
    double window_s; /* 0: none */
};

static const struct anchor anchors[] = {
    {"55 mm, 110 /min, full release",
     {.depth_mm = 55, .rate_cpm = 110, .pushes = 110},
     0},
    {"62 mm, else perfect", {.depth_mm = 62, .rate_cpm = 110, .pushes = 110}, 0},
    {"steady 42.9 mm at 98 /min", {.depth_mm = 42.9, .rate_cpm = 98, .pushes = 98}, 0},
    {"perfect, 60 s idle of 2 min",
     {.depth_mm = 55, .rate_cpm = 110, .pushes = 110, .after_s = 60},
     120},
    {"perfect, leaning 20 mm",
     {.depth_mm = 55, .lean_mm = 20, .rest_mm = 20, .rate_cpm = 110, .pushes = 110},
     0},
    {"30 and 80 mm in turns (mean 55)",
     {.depth_mm = 30, .depth2_mm = 80, .rate_cpm = 110, .pushes = 110},
     0},
    {"15 mm at 200 /min", {.depth_mm = 15, .rate_cpm = 200, .pushes = 200}, 0},
};

enum { ANCHORS = sizeof anchors / sizeof *anchors };

static void press(const struct anchor *anchor)
{
    struct cpr_guideline guideline = wave_guideline();
    struct wave wave = anchor->wave;
    wave.hz = 100;
    wave.bouts = 1;
    run.count = 0;
    cpr_start(&run.session, &guideline, CPR_COMPRESSION_ONLY);
    if (anchor->window_s > 0) {
        cpr_window(&run.session, 0, (int64_t)(anchor->window_s * 1e6));
    }
    wave_feed(&run, &wave, &still);
    assert_int_equal(run.count, wave.pushes);
    assert_int_equal(run.result.trust, 0);
}

/* "D = (75 - 62) / 15 = 0.867": the last number is the factor of every compression but
 * the first, whose rate is not measured. */
static void check_factor(const char *clause)
{
    const struct cpr_guideline guideline = wave_guideline();
    double numbers[NUMBERS_MAX];
    int count = numbers_in(clause, numbers);
    assert_true(count > 0);
    if (strncmp(clause, "CCF ", 4) == 0) {
        expect_near(numbers[0], run.result.ccf_percent / 100, 0.005);
        expect_near(numbers[1], guideline.ccf_target[CPR_COMPRESSION_ONLY], 0);
        return;
    }
    for (int i = 1; i < run.count; i++) {
        const struct cpr_compression *it = &run.events[i];
        bool is_root = strncmp(clause, "√", strlen("√")) == 0;
        double factor = is_root ? it->l : clause[0] == 'D' ? it->d : it->r;
        assert_true(is_root || clause[0] == 'D' || clause[0] == 'R');
        expect_near(factor, numbers[count - 1], 0.006);
    }
}

static void the_worked_examples_are_true(void **state)
{
    (void)state;
    char cells[CELLS][CELL_MAX];
    int rows = 0;
    const char *row = table_after("### Worked examples");
    for (; (row = read_row(row, cells)); rows++) {
        int at = 0;
        while (at < ANCHORS && strcmp(anchors[at].what, cells[0]) != 0) {
            at++;
        }
        if (at == ANCHORS) {
            fail_msg("no test presses \"%s\"", cells[0]);
        }
        press(&anchors[at]);
        print_message("# %-36s %s: %.2f\n", cells[0], cells[1], run.result.score);
        expect_near(round(run.result.score), strtod(cells[1], NULL), 0);
        assert_int_equal(run.result.pass, run.result.score >= 75);
        char *rest = NULL;
        for (char *clause = strtok_r(cells[2], ",", &rest); clause;
             clause = strtok_r(NULL, ",", &rest)) {
            check_factor(clause + strspn(clause, " "));
        }
    }
    assert_int_equal(rows, ANCHORS);
}

/* The table of the factors says what the guideline says. */
static void the_factors_are_the_guidelines(void **state)
{
    (void)state;
    const struct cpr_guideline it = wave_guideline();

    const struct {
        char factor;
        int count;
        double numbers[NUMBERS_MAX];
    } wanted[] = {
        {'D',
         5,
         {it.depth_mm.low, it.depth_mm.high, 0, it.depth_zero_mm.low,
          it.depth_zero_mm.high}},
        {'R',
         5,
         {it.rate_cpm.low, it.rate_cpm.high, 0, it.rate_zero_cpm.low,
          it.rate_zero_cpm.high}},
        {'L', 3, {it.release_max_mm, 0.25, it.release_floor_mm}},
        {'H', 1, {0.5}},
    };

    char cells[CELLS][CELL_MAX];
    const char *row = table_after("| factor |");
    size_t rows = 0;
    for (; (row = read_row(row, cells)); rows++) {
        double numbers[NUMBERS_MAX * 2];
        assert_true(rows < sizeof wanted / sizeof *wanted);
        assert_int_equal(cells[0][0], wanted[rows].factor);
        int count = numbers_in(cells[1], numbers);
        count += numbers_in(cells[2], numbers + count);
        assert_int_equal(count, wanted[rows].count);
        for (int i = 0; i < count; i++) {
            expect_near(numbers[i], wanted[rows].numbers[i], 0);
        }
    }
    assert_int_equal(rows, sizeof wanted / sizeof *wanted);
}

/* ---- the rest of the page ---------------------------------------------------------- */

static void the_places_among_beginners_are_true(void **state)
{
    (void)state;
    static const struct cpr_beginners published = {.depth_mm = {42.9, 13.4, 24, 58},
                                                   .rate_cpm = {97.8, 31.2, 59, 133}};
    const struct cpr_guideline guideline = wave_guideline();
    char cells[CELLS][CELL_MAX];
    const char *row = table_after("## Beside 237 beginners");
    int rows = 0;
    for (; (row = read_row(row, cells)); rows++) {
        double place = cpr_percentile(&published, &guideline, strtod(cells[0], NULL));
        expect_near(floor(place), strtod(cells[1], NULL), 0);
    }
    assert_int_equal(rows, 5);
}

/* Where the running text says `before`, this figure follows. */
static void expect_figure(const char *before, double value)
{
    const char *at = strstr(page, before);
    if (!at) {
        fail_msg("the page does not say \"%s\"", before);
    } else {
        expect_near(strtod(at + strlen(before), NULL), value, 1e-9);
    }
}

static void the_text_names_the_same_figures(void **state)
{
    (void)state;
    const struct cpr_guideline it = wave_guideline();
    expect_figure("The CCF target is ", it.ccf_target[CPR_COMPRESSION_ONLY]);
    expect_figure("for compressions only, and ", it.ccf_target[CPR_30_2]);
    expect_figure("only 0.77. From ", it.pass_score);
    expect_figure("Full recoil: ", it.release_max_mm);
    expect_figure("what a watch shows. ", it.set_of_30_s.low);
    expect_figure("what a watch shows. 15.0 to ", it.set_of_30_s.high);
    expect_figure("at the latest after ", it.swap_s);
    expect_figure("The pause is right under ", it.pause_max_s);
    double kilobytes = sizeof(struct cpr_session) / 1000.0;
    expect_figure("session is ", round(kilobytes * 10) / 10);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_worked_examples_are_true),
        cmocka_unit_test(the_factors_are_the_guidelines),
        cmocka_unit_test(the_places_among_beginners_are_true),
        cmocka_unit_test(the_text_names_the_same_figures),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests(tests, read_page, NULL);
}
