/* SPDX-License-Identifier: MIT */
/* Staff look at the hall's days, weeks, months and years: drawn halls and ways through
 * them, against the sums of the database. */
#include <limits.h>
#include <string.h>

#include "base/calendar.h"
#include "base/err.h"
#include "base/str.h"
#include "screens/staff/export.h"
#include "screens/staff/month_page.h"
#include "screens/why.h"
#include "store/keeper.h"
#include "store/store.h"
#include "support/folder.h"
#include "support/month_rows.h"
#include "support/on_stage.h"

enum { TURNS = 12, DAY_S = 86400, DAYS_MOST = 500, VISITS_MOST = 9 };

static struct folder folder;
static struct rng rng;
static int first, today; /* of the hall's counts */

static int set_up(void **state)
{
    folder = folder_make();
    open_stage(state);
    rng = rng_begin();
    k->store = store_open(folder_file(&folder, "counts.db"), STORE_NO_KIOSK);
    assert_non_null(k->store);
    k->data_folder = folder.path;
    return 0;
}

static int tear_down(void **state)
{
    struct store *store = k->store;
    k->data_folder = NULL;
    close_stage(state);
    store_close(store);
    folder_remove(&folder);
    return 0;
}

/* A hall that has counted for some months; its clock stands at noon. */
static void draw_hall(void)
{
    struct month_rows *rows = calloc(1, sizeof *rows);
    assert_non_null(rows);
    int last = calendar_number(20280101) + rng_int(&rng, 0, 700);
    int days = rng_int(&rng, 40, DAYS_MOST);
    today = calendar_day(last);
    first = calendar_day(last - days);
    stage_set_time(stage, (int64_t)last * DAY_S + DAY_S / 2);
    month_rows_add(rows, first, 9, "visit", "", "", 1);
    for (int i = 0; i < days; i++) {
        int day = calendar_day(last - rng_int(&rng, 0, days));
        month_rows_draw_day(rows, &rng, day, rng_int(&rng, 0, VISITS_MOST));
    }
    assert_true(store_add(k->store, rows->rows, rows->count));
    free(rows);
}

static const struct month_page *enter(void)
{
    k->counter.staff = true;
    kiosk_go(k, SCREEN_staff_month);
    stage_pass(stage, 0.2);
    assert_int_equal(k->screen, SCREEN_staff_month);
    return k->state;
}

/* ---- what it shows ----------------------------------------------------------------- */

struct sum {
    const char *metric;
    int64_t n;
};

static bool add_row(void *context, const struct count_row *row)
{
    struct sum *sum = context;
    bool meant = str_equal(row->key.metric, sum->metric) && !count_excluded(row);
    sum->n += meant ? row->n : 0;
    return true;
}

static int64_t sum_of(const struct span_days *days, const char *metric)
{
    struct sum sum = {.metric = metric};
    assert_true(store_each(k->store, days->from, days->to, add_row, &sum));
    return sum.n;
}

static bool shows_number(int64_t n)
{
    char number[MONTH_WORDS_MAX];
    str_grouped(number, n);
    return ui_shows_text(k->ui, number);
}

/* Its number stands on one of the pages. */
static void expect_number(int64_t n)
{
    struct ui_rect rect;
    for (int i = 0; i < 8 && ui_find_id(k->ui, "page-prev", &rect); i++) {
        ui_inject_key(k->ui, "pageup");
        stage_pass(stage, 0.1);
    }
    for (int i = 0; i < 8 && !shows_number(n); i++) {
        ui_inject_key(k->ui, "pagedown");
        stage_pass(stage, 0.1);
    }
    assert_true(shows_number(n));
}

static void expect_sums(const struct month_page *page)
{
    const struct span_days *shown = &page->shown;
    assert_true(page->is_read);
    assert_int_equal(page->figures.visits, sum_of(shown, "visit"));
    assert_int_equal(page->figures.done, sum_of(shown, "lesson_done"));
    assert_int_equal(page->figures.pushes, sum_of(shown, "pushes"));
    assert_int_equal(page->figures.people.heads, sum_of(shown, "group"));
    expect_number(page->figures.visits);
    expect_number(page->figures.pushes);
}

static bool is_whole_month(const struct span_days *days)
{
    return days->span == SPAN_MONTH;
}

/* Nothing to touch leads nowhere: what is printed is made of whole months, and of days
 * before the first count or to come nothing is shown. */
static void expect_ways(const struct month_page *page)
{
    assert_int_equal(can_touch("month-print"), is_whole_month(&page->shown));
    assert_true(can_touch("month-csv"));
    assert_true(can_touch("month-xlsx"));
    assert_true(page->shown.from <= today && page->shown.to >= first);
}

static void staff_wander_and_each_number_is_the_databases(void **state)
{
    (void)state;
    draw_hall();
    const struct month_page *page = enter();
    assert_int_equal(page->shown.from, today - today % 100 + 1);
    for (int turn = 0; turn < TURNS; turn++) {
        int what = rng_int(&rng, 0, SPANS + 1);
        if (what < SPANS) {
            stage_tap(stage, month_span_id((enum span)what));
        } else {
            const char *id = what == SPANS ? "month-prev" : "month-next";
            bool ends =
                what == SPANS ? page->shown.from <= first : page->shown.to >= today;
            struct span_days before = page->shown;
            for (int i = 0; i < 8 && ui_find_id(k->ui, "page-prev", NULL); i++) {
                ui_inject_key(k->ui, "pageup");
                stage_pass(stage, 0.1);
            }
            assert_int_equal(can_touch(id), !ends);
            if (ends) {
                continue;
            }
            stage_tap(stage, id);
            struct span_days after = span_turn(&before, what == SPANS ? -1 : 1);
            assert_int_equal(page->shown.from, after.from);
        }
        stage_pass(stage, 0.1);
        expect_sums(page);
        expect_ways(page);
    }
}

/* ---- the way to the export and back ------------------------------------------------ */

static void what_is_seen_is_what_is_taken_along(void **state)
{
    (void)state;

    static const struct {
        const char *id;
        enum report_format format;
    } formats[] = {{"month-print", REPORT_pdf},
                   {"month-csv", REPORT_csv},
                   {"month-xlsx", REPORT_xlsx}};

    draw_hall();
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++) {
        const struct month_page *page = enter();
        enum span span = i == 0 ? SPAN_MONTH : (enum span)rng_int(&rng, 0, SPANS - 1);
        stage_tap(stage, month_span_id(span));
        stage_pass(stage, 0.1);
        struct span_days shown = page->shown;
        stage_tap(stage, formats[i].id);
        stage_pass(stage, 0.1);
        assert_int_equal(k->screen, SCREEN_staff_export);
        const struct export_page *export = k->state;
        assert_int_equal(export->choice.format, formats[i].format);
        assert_int_equal(export->choice.from_day, shown.from);
        assert_int_equal(export->choice.to_day, shown.to);
        assert_true(export->chosen); /* and on its way, since nobody looks for sticks */
        assert_true(strstr(export->words, report_extension(formats[i].format)) != NULL);
        stage_tap(stage, "back");
        stage_pass(stage, 0.1);
        assert_int_equal(k->screen, SCREEN_staff_month);
        page = k->state;
        assert_int_equal(page->shown.span, shown.span);
        assert_int_equal(page->shown.from, shown.from);
    }
    kiosk_go(k, SCREEN_staff_export); /* from the desk it asks */
    stage_pass(stage, 0.1);
    const struct export_page *export = k->state;
    assert_false(export->chosen);
    stage_tap(stage, "back");
    stage_pass(stage, 0.1);
    assert_int_equal(k->screen, SCREEN_staff_desk);
}

static void the_next_one_begins_with_this_month(void **state)
{
    (void)state;
    draw_hall();
    const struct month_page *page = enter();
    stage_tap(stage, month_span_id(SPAN_YEAR));
    stage_tap(stage, "back");
    page = enter();
    assert_int_equal(page->shown.span, SPAN_YEAR);
    kiosk_end_session(k);
    stage_pass(stage, 0.1);
    page = enter();
    assert_int_equal(page->shown.span, SPAN_MONTH);
    assert_int_equal(page->shown.from, today - today % 100 + 1);
}

/* ---- records that are not whole ---------------------------------------------------- */

/* The commonest hall: nobody has written down its opening hours, so that no day is whole.
 * What is told of that leaves the figures their page. */
static void days_that_are_not_whole_leave_the_rest_its_room(void **state)
{
    (void)state;
    struct month_rows *rows = calloc(1, sizeof *rows);
    assert_non_null(rows);
    int last = calendar_number(20280128) + rng_int(&rng, 0, 700);
    stage_set_time(stage, (int64_t)last * DAY_S + DAY_S / 2);
    for (int i = 0; i < 40; i++) {
        month_rows_draw_day(rows, &rng, calendar_day(last - i), VISITS_MOST);
    }
    assert_true(store_add(k->store, rows->rows, rows->count));
    free(rows);
    for (int lang = 0; lang < 2; lang++) {
        kiosk_set_lang(k, lang == 0 ? "zh-CN" : "en");
        const struct month_page *page = enter();
        for (int span = 0; span < SPANS; span++) {
            stage_tap(stage, month_span_id((enum span)span));
            stage_pass(stage, 0.1);
            bool whole = page->figures.gap_count == 0; /* until now */
            assert_true(page->is_read && (whole || span != SPAN_DAY));
            assert_true(!strstr(page->words.caption, tr("month_hours_unknown")) == whole);
            assert_false(can_touch("page-next"));
        }
    }
}

/* ---- without counts ---------------------------------------------------------------- */

static void without_counts_it_says_so(void **state)
{
    (void)state;
    struct store *store = k->store;
    draw_hall();
    k->store = NULL;
    const struct month_page *page = enter();
    expect_shown("export_none");
    assert_false(page->is_read || can_touch("month-xlsx") || can_touch("month-print"));
    k->store = store; /* the file can be read again */
    stage_pass(stage, 0.2);
    assert_true(page->is_read && can_touch("month-xlsx"));
    k->store = NULL; /* it was set aside */
    stage_pass(stage, 0.2);
    assert_false(page->is_read || can_touch("month-xlsx"));
    k->store = store;
}

/* In the words of who stands before it, not in those of the log. */
static void why_there_are_none_is_said_in_the_readers_language(void **state)
{
    char path[PATH_MAX];
    char words[NAMES_MAX];
    char why[NAMES_MAX];
    struct store *store = k->store;
    (void)state;
    draw_hall();
    str_format(path, sizeof path, "%s/counts.db", folder_file(&folder, "counts.db"));
    k->keeper = store_keeper_open(path, STORE_NO_KIOSK, clock_wall_s(k->clock));
    k->store = NULL;
    k->store_error = store_keeper_why(k->keeper); /* a file is no folder for counts */
    assert_string_not_equal(k->store_error, "");
    const struct month_page *page = enter();
    assert_false(store_keeper_fail(k->keeper));
    names_breakable(why_failed(k, why, sizeof why), words);
    assert_string_equal(page->fault, words);
    assert_string_not_equal(why, store_keeper_why(k->keeper));
    store_keeper_close(k->keeper);
    k->keeper = NULL;
    k->store_error = NULL;
    k->store = store;
}

/* Nobody has come yet: no number that looks like one, and no empty picture. */
static void a_hall_on_its_first_day_has_words(void **state)
{
    (void)state;
    stage_set_time(stage, (int64_t)calendar_number(20281003) * DAY_S + DAY_S / 2);
    const struct month_page *page = enter();
    assert_true(page->is_read);
    assert_int_equal(page->figures.visits, 0);
    assert_false(can_touch("month-prev") || can_touch("month-next"));
    struct str said = {0};
    screen_staff_month.say(k, k->state, &said);
    assert_non_null(strstr(said.text, tr("report_none")));
    assert_non_null(strstr(said.text, tr("month_people_none")));
    str_free(&said);
    kiosk_set_lang(k, "en");
    stage_pass(stage, 0.1);
    screen_staff_month.say(k, k->state, &said);
    assert_non_null(strstr(said.text, "October 2028"));
    str_free(&said);
}

#define HALL_TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        HALL_TEST(staff_wander_and_each_number_is_the_databases),
        HALL_TEST(what_is_seen_is_what_is_taken_along),
        HALL_TEST(the_next_one_begins_with_this_month),
        HALL_TEST(days_that_are_not_whole_leave_the_rest_its_room),
        HALL_TEST(without_counts_it_says_so),
        HALL_TEST(why_there_are_none_is_said_in_the_readers_language),
        HALL_TEST(a_hall_on_its_first_day_has_words),
    };
    return cmocka_run_group_tests_name("month_page", tests, NULL, NULL);
}
