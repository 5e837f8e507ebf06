/* SPDX-License-Identifier: MIT */
/* The end of the day: what the code on the screen says is what the database holds. */
#include <stdio.h>
#include <string.h>

#include "base/calendar.h"
#include "base/err.h"
#include "base/str.h"
#include "lkx/lkx.h"
#include "screens/kiosk.h"
#include "store/store.h"
#include "support/folder.h"
#include "support/on_stage.h"

enum { READ_MAX = 2048 };

static struct folder folder;

static int set_up(void **state)
{
    folder = folder_make();
    open_stage(state);
    k->store = store_open(folder_file(&folder, "counts.db"), STORE_NO_KIOSK);
    assert_non_null(k->store);
    k->counter.queue.sink = store_sink(k->store);
    return 0;
}

static int tear_down(void **state)
{
    struct store *store = k->store;
    (void)state;
    close_stage(state);
    store_close(store);
    folder_remove(&folder);
    return 0;
}

/* The first code on the screen, as a reader that is not ours has it. */
static void read_code(char text[READ_MAX], const char *begin)
{
    char path[512];
    char command[1024];
    char line[READ_MAX];
    str_copy(path, sizeof path, folder_file(&folder, "closing.png"));
    assert_true(ui_save_png(k->ui, path));
    str_format(command, sizeof command, "zbarimg --quiet --raw '%s' 2>'%s.log'", path,
               path);
    FILE *reader = popen(command, "r");
    assert_non_null(reader);
    text[0] = '\0';
    while (fgets(line, sizeof line, reader)) {
        line[strcspn(line, "\n")] = '\0';
        if (str_starts(line, begin)) {
            str_copy(text, READ_MAX, line);
        }
    }
    assert_int_equal(pclose(reader), 0);
    if (!text[0]) {
        fail_msg("no code on the screen begins with %s", begin);
    }
}

static void add_old_days(int count, struct rng *rng)
{
    int today = kiosk_moment(k).day;
    for (int i = 0; i < count; i++) {
        struct count_row row = {.key = {.day = today - 10000 + rng_int(rng, 0, 300),
                                        .hour = rng_int(rng, 8, 17),
                                        .metric = "visit",
                                        .definition = 1},
                                .n = rng_int(rng, 1, 9)};
        assert_true(store_add(k->store, &row, 1));
    }
}

/* The head waits while the order of the counts is erased, on a thread of its own. */
static void wait_for_head(void)
{
    stage_pass(stage, 3);
    store_order(k->store, true);
    stage_pass(stage, 3);
}

static void open_closing(void)
{
    k->counter.staff = true;
    kiosk_go(k, SCREEN_staff_closing);
    wait_for_head();
    assert_string_equal(kiosk_screen_name(k), "staff");
}

static void the_code_has_the_totals_and_the_head(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    char text[READ_MAX];
    char wanted[64];
    struct lkx_head head = {0};
    add_old_days(rng_int(&rng, 1, 30), &rng);
    int lessons = rng_int(&rng, 1, 9);
    for (int i = 0; i < lessons; i++) {
        counter_begin(&k->counter, kiosk_moment(k));
        counter_add(&k->counter, kiosk_moment(k), COUNT_lesson_done, "adult-cpr", 1);
        counter_end(&k->counter, kiosk_moment(k));
    }
    open_closing();
    const struct count_source counts = store_source(k->store);
    assert_true(lkx_head_move(&head, &counts, calendar_before(kiosk_moment(k).day)));
    read_code(text, "LKD1 ");
    printf("# %s\n", text);
    str_format(wanted, sizeof wanted, " lesson_done=%d ", lessons);
    assert_non_null(strstr(text, wanted));
    str_format(wanted, sizeof wanted, "LKD1 %s ", STORE_NO_KIOSK);
    assert_true(str_starts(text, wanted));
    assert_non_null(strstr(text, " head="));
    assert_string_equal(strstr(text, " head=") + 6, head.hex);
    expect_shown("closing_day_code");
}

/* What is counted after the photograph, until the kiosk is off, is no change of an old
 * number: another one, of the same evening or of the next, has the same head before
 * it. */
static void what_comes_later_today_leaves_the_head(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    char first[READ_MAX];
    char second[READ_MAX];
    int old_days = rng_int(&rng, 0, 1) * rng_int(&rng, 1, 9);
    add_old_days(old_days, &rng);
    open_closing();
    read_code(first, "LKD1 ");
    counter_add(&k->counter, kiosk_moment(k), COUNT_proof, "", 0);
    kiosk_go(k, SCREEN_staff_desk);
    stage_pass(stage, 60 * (COUNTER_RUNNING_MIN + 1)); /* it writes how long it was on */
    open_closing();
    read_code(second, "LKD1 ");
    assert_non_null(strstr(first, " head="));
    assert_non_null(strstr(second, " head="));
    assert_string_equal(strstr(first, " head="), strstr(second, " head="));
}

static void open_for_a_frame(void)
{
    k->counter.staff = true;
    kiosk_go(k, SCREEN_staff_closing);
    stage_pass(stage, 1.5 / 60);
}

static void expect_head(char text[READ_MAX])
{
    struct lkx_head head = {0};
    const struct count_source counts = store_source(k->store);
    assert_true(lkx_head_move(&head, &counts, calendar_before(kiosk_moment(k).day)));
    read_code(text, "LKD1 ");
    assert_non_null(strstr(text, " head="));
    assert_string_equal(strstr(text, " head=") + 6, lkx_head_text(&head));
}

/* A year is walked over some frames, and then never again but for what is new. */
static void a_head_goes_on_from_where_it_was(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    char text[READ_MAX];
    add_old_days(60, &rng);
    open_for_a_frame();
    expect_shown("closing_day_waits");
    wait_for_head();
    expect_head(text);
    for (int evening = 0; evening < 3; evening++) {
        counter_add(&k->counter, kiosk_moment(k), COUNT_proof, "", 0);
        kiosk_go(k, SCREEN_staff_desk);
        stage_pass(stage, 0.1);
        stage_set_time(stage, clock_wall_s(k->clock) + 86400);
        k->counter.staff = true;
        open_for_a_frame();
        expect_shown("closing_day_code");
        expect_head(text);
    }
}

/* What waited for the disk since yesterday, or staff put another file in its place. */
static void a_head_that_is_not_true_any_more_is_worked_out_anew(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    char before[READ_MAX];
    char text[READ_MAX];
    add_old_days(20, &rng);
    open_closing();
    expect_head(before);
    for (int i = 0; i < 4; i++) {
        add_old_days(1, &rng);
        wait_for_head();
        expect_head(text);
        assert_string_not_equal(strstr(text, " head="), strstr(before, " head="));
        str_copy(before, READ_MAX, text);
    }
}

static void the_first_day_has_a_head_too(void **state)
{
    (void)state;
    char text[READ_MAX];
    open_closing();
    read_code(text, "LKD1 ");
    const char *head = strstr(text, " head=");
    assert_non_null(head);
    assert_int_equal(strspn(head + 6, "0"), 64);
    expect_shown("closing_day_code");
}

/* The page's button may be on a later page. */
static void find(const char *id)
{
    for (int i = 0; i < 6 && !can_touch(id); i++) {
        stage_tap(stage, "page-next");
        stage_pass(stage, 0.1);
    }
    assert_true(can_touch(id));
}

static bool says(const char *key, int before, int after)
{
    char a[16];
    char b[16];
    char words[512];
    str_format(a, sizeof a, "%d", before);
    str_format(b, sizeof b, "%d", after);
    kiosk_fill(k, words, sizeof words, key,
               (const char *const[]){"before", a, "after", b, NULL});
    return ui_shows_text(k->ui, words);
}

static void a_proof_is_read_back_and_is_in_no_total(void **state)
{
    (void)state;
    int day = kiosk_moment(k).day;
    open_closing();
    find("prove");
    expect_shown("closing_proof_why");
    for (int i = 0; i < 3; i++) {
        stage_tap(stage, "prove");
        stage_pass(stage, 0.1);
        assert_true(says("closing_proof_right", i, i + 1));
    }
    assert_int_equal(store_on_disk(k->store, day, COUNT_proof), 3);
    assert_int_equal(store_sum(k->store, day, COUNT_proof), 0);
}

static bool refuse(void *context, const struct count_row *rows, size_t count)
{
    (void)context, (void)rows, (void)count;
    return err_set("the disk is full");
}

static void a_count_that_does_not_arrive_is_told(void **state)
{
    (void)state;
    open_closing();
    find("prove");
    k->counter.queue.sink.add = refuse;
    stage_tap(stage, "prove");
    stage_pass(stage, 0.1);
    assert_true(says("closing_proof_wrong", 0, 0));
    k->counter.queue.sink = store_sink(k->store);
}

/* For who looks after the machine. */
static void the_other_code_tells_how_the_machine_is(void **state)
{
    (void)state;
    char text[READ_MAX];
    open_closing();
    for (int i = 0; i < 4 && !shows("closing_state_code"); i++) {
        stage_tap(stage, "page-next");
        stage_pass(stage, 0.1);
    }
    read_code(text, "LKS1 ");
    printf("# %s\n", text);
    assert_non_null(strstr(text, " counts=0 "));
    assert_non_null(strstr(text, " runs=0 "));
    for (const char *at = text; *at; at++) {
        assert_true(*at >= ' ' && *at < 0x7F);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(the_code_has_the_totals_and_the_head, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(what_comes_later_today_leaves_the_head, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(a_head_goes_on_from_where_it_was, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(
            a_head_that_is_not_true_any_more_is_worked_out_anew, set_up, tear_down),
        cmocka_unit_test_setup_teardown(the_first_day_has_a_head_too, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_proof_is_read_back_and_is_in_no_total, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(a_count_that_does_not_arrive_is_told, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(the_other_code_tells_how_the_machine_is, set_up,
                                        tear_down),
    };
    return cmocka_run_group_tests_name("closing", tests, NULL, NULL);
}
