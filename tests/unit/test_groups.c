/* SPDX-License-Identifier: MIT */
/* Staff enter the groups that were taught: each is kept once, when it is right. */
#include "base/err.h"
#include "screens/kiosk.h"
#include "store/store.h"
#include "support/folder.h"
#include "support/on_stage.h"

static struct folder folder;

static int set_up(void **state)
{
    folder = folder_make();
    open_stage(state);
    k->store = store_open(folder_file(&folder, "counts.db"), STORE_NO_KIOSK);
    assert_non_null(k->store);
    k->counter.queue.sink = store_sink(k->store);
    k->counter.staff = true;
    kiosk_go(k, SCREEN_staff_groups);
    stage_pass(stage, 0.1);
    return 0;
}

static int tear_down(void **state)
{
    struct store *store = k->store;
    close_stage(state);
    store_close(store);
    folder_remove(&folder);
    return 0;
}

static int64_t sum(enum count what)
{
    return store_sum(k->store, kiosk_moment(k).day, what);
}

/* It is there and can not be touched, or not there at all. */
static bool is_dim(const char *id)
{
    return !can_touch(id);
}

static void enter_group(const char *kind, int people, int minutes)
{
    stage_tap(stage, kind);
    for (; people >= 10; people -= 10) {
        stage_tap(stage, "people-more-10");
    }
    for (; people > 0; people--) {
        stage_tap(stage, "people-more");
    }
    for (; minutes > 0; minutes -= 15) {
        stage_tap(stage, "minutes-more");
    }
}

/* From the page with the numbers to the next one. */
static void note_group(const char *kind, int people, int minutes)
{
    enter_group(kind, people, minutes);
    stage_tap(stage, "check");
    stage_tap(stage, "keep");
}

static void open_groups(void)
{
    kiosk_go(k, SCREEN_staff_groups);
    stage_pass(stage, 0.1);
}

static void a_group_is_counted_when_the_next_one_is_entered(void **state)
{
    (void)state;
    assert_true(is_dim("check"));
    stage_tap(stage, "pupils");
    assert_true(is_dim("check"));
    enter_group("pupils", 45, 90);
    stage_tap(stage, "check");
    assert_true(ui_shows_text(k->ui, "学生：45 人，90 分钟"));
    expect_shown("groups_right");
    assert_int_equal(sum(COUNT_group), 0);
    stage_tap(stage, "change"); /* what was entered is still there */
    stage_tap(stage, "people-less");
    stage_tap(stage, "village");
    stage_tap(stage, "check");
    assert_true(ui_shows_text(k->ui, "村民、居民：44 人，90 分钟"));
    stage_tap(stage, "keep");
    expect_shown("groups_noted");
    expect_shown("groups_wrong");
    assert_false(shows("groups_counted"));
    assert_int_equal(sum(COUNT_group), 0);
    stage_tap(stage, "another");
    expect_shown("groups_counted");
    assert_int_equal(sum(COUNT_group), 44);
    assert_int_equal(sum(COUNT_group_session), 1);
    assert_int_equal(sum(COUNT_group_minutes), 90);
    assert_true(is_dim("keep"));
    while (!ui_shows_text(k->ui, "村民、居民：1 批，44 人，90 分钟")) {
        stage_tap(stage, "page-next"); /* fails where there is none left */
    }
}

/* However it is left: back, by nobody for long, or since the program ends. */
static void a_group_is_counted_when_the_page_is_left(void **state)
{
    (void)state;
    note_group("pupils", 21, 30);
    stage_tap(stage, "back");
    assert_int_equal(sum(COUNT_group), 21);
    open_groups();
    note_group("pupils", 30, 0);
    stage_pass(stage, 150);
    assert_string_equal(kiosk_screen_name(k), "attract");
    assert_int_equal(sum(COUNT_group), 51);
    k->counter.staff = true;
    open_groups();
    note_group("company", 40, 15);
    k->counter.queue.pressing = 1; /* what waits then is written too */
    kiosk_finish(k);
    k->counter.queue.pressing = 0;
    assert_int_equal(sum(COUNT_group), 91);
    assert_int_equal(sum(COUNT_group_session), 3);
}

/* Drawn: taken back and mended, or left out; what is counted is what was right. */
static void the_last_group_can_be_taken_back(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    int64_t people = 0;
    int64_t groups = 0;
    for (int i = 0; i < 12; i++) {
        int wrong = rng_int(&rng, 1, 98);
        note_group("village", wrong, 15);
        int way = rng_int(&rng, 0, 2);
        if (way > 0) {
            stage_tap(stage, "take-back");
            assert_true(can_touch("people-more"));
            assert_int_equal(sum(COUNT_group), people);
        }
        if (way == 2) { /* what was entered stands there still */
            stage_tap(stage, "people-more");
            stage_tap(stage, "check");
            stage_tap(stage, "keep");
        }
        if (way != 1) {
            stage_tap(stage, "another");
            people += way == 0 ? wrong : wrong + 1;
            groups++;
        }
        if (way == 1) {
            stage_tap(stage, "back");
            open_groups();
        }
        assert_int_equal(sum(COUNT_group), people);
        assert_int_equal(sum(COUNT_group_session), groups);
    }
}

/* What is counted by a clock that is wrong is in no sum: staff are told before they enter
 * a group, and at the last step too. */
static void while_the_clock_is_doubted_nobody_enters_in_vain(void **state)
{
    (void)state;
    enter_group("pupils", 12, 30);
    stage_tap(stage, "check");
    assert_true(can_touch("keep"));
    k->counter.wrong_clock = true;
    k->clock_trust.doubt = CLOCK_JUMPED;
    k->clock_trust.measures = true;
    k->clock_trust.notes.from_s = 1;
    k->clock_trust.ahead_us -= INT64_C(1000000) * 10 * CLOCK_JUMP_S;
    stage_pass(stage, 0.1);
    assert_true(k->counter.wrong_clock);
    expect_shown("groups_clock");
    assert_true(is_dim("keep"));
    stage_tap(stage, "change");
    expect_shown("groups_clock");
    assert_true(is_dim("check"));
    assert_int_equal(sum(COUNT_group), 0);
}

static void who_goes_away_before_has_counted_nothing(void **state)
{
    (void)state;
    enter_group("company", 30, 45);
    stage_tap(stage, "check");
    stage_tap(stage, "back");
    kiosk_go(k, SCREEN_staff_groups);
    stage_pass(stage, 0.1);
    assert_true(is_dim("check"));
    stage_pass(stage, 150); /* ... or walks away */
    assert_int_equal(sum(COUNT_group), 0);
    assert_int_equal(sum(COUNT_group_session), 0);
}

/* Drawn groups: what stands there as today's is what was entered. */
static void today_adds_up(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    int64_t people_all = 0;
    int64_t minutes_all = 0;
    int groups[COUNT_GROUPS] = {0};
    int people[COUNT_GROUPS] = {0};
    int minutes[COUNT_GROUPS] = {0};
    for (int i = 0; i < 8; i++) {
        int kind = rng_int(&rng, 0, COUNT_GROUPS - 1);
        int n = rng_int(&rng, 1, 99);
        int m = 15 * rng_int(&rng, 0, 8);
        enter_group(count_group_key((enum count_group)kind), n, m);
        stage_tap(stage, "check");
        stage_tap(stage, "keep");
        stage_tap(stage, "another");
        groups[kind]++;
        people[kind] += n;
        minutes[kind] += m;
        people_all += n;
        minutes_all += m;
    }
    assert_int_equal(sum(COUNT_group), people_all);
    assert_int_equal(sum(COUNT_group_minutes), minutes_all);
    assert_int_equal(sum(COUNT_group_session), 8);
    for (int kind = 0; kind < COUNT_GROUPS; kind++) {
        char key[64];
        char words[160];
        str_format(key, sizeof key, "group_%s", count_group_key((enum count_group)kind));
        str_format(words, sizeof words, "%s：%d 批，%d 人，%d 分钟", tr(key),
                   groups[kind], people[kind], minutes[kind]);
        while (groups[kind] > 0 && !ui_shows_text(k->ui, words)) {
            stage_tap(stage, "page-next"); /* fails where there is none left */
        }
    }
}

static void numbers_stay_within_their_ends(void **state)
{
    (void)state;
    stage_tap(stage, "volunteers");
    assert_true(is_dim("people-less") && is_dim("minutes-less"));
    for (int i = 0; i < 10; i++) {
        stage_tap(stage, "people-more-10");
    }
    assert_true(is_dim("people-more") && is_dim("people-more-10"));
    for (int i = 0; i < COUNTER_GROUP_MINUTES_MAX / 15; i++) {
        stage_tap(stage, "minutes-more");
    }
    assert_true(is_dim("minutes-more"));
    stage_tap(stage, "check");
    assert_true(ui_shows_text(k->ui, "志愿者：99 人，480 分钟"));
}

/* A class still presses: the count waits, and staff are told so. */
static void a_group_that_waits_says_so(void **state)
{
    (void)state;
    counter_run_began(&k->counter);
    enter_group("school_staff", 12, 0);
    stage_tap(stage, "check");
    assert_true(ui_shows_text(k->ui, "学校教职工：12 人，不记时间"));
    stage_tap(stage, "keep");
    stage_tap(stage, "another");
    expect_shown("groups_waits");
    assert_int_equal(sum(COUNT_group), 0);
    counter_run_ended(&k->counter);
    assert_int_equal(sum(COUNT_group), 12);
    assert_int_equal(sum(COUNT_group_minutes), 0);
}

static bool refuse(void *context, const struct count_row *rows, size_t count)
{
    (void)context, (void)rows, (void)count;
    return err_set("the disk is full");
}

/* Nobody presses, so that is not what the group waits for. */
static void a_group_that_the_disk_refuses_says_so(void **state)
{
    (void)state;
    struct count_sink sink = k->counter.queue.sink;
    k->counter.queue.sink.add = refuse;
    enter_group("pupils", 12, 0);
    stage_tap(stage, "check");
    stage_tap(stage, "keep");
    stage_tap(stage, "another");
    expect_shown("groups_refused");
    assert_int_equal(sum(COUNT_group), 0);
    k->counter.queue.sink = sink;
}

static void where_nothing_is_counted_nobody_enters_in_vain(void **state)
{
    (void)state;
    struct count_sink sink = k->counter.queue.sink;
    k->counter.queue.sink = (struct count_sink){0};
    enter_group("pupils", 20, 15);
    expect_shown("groups_off");
    assert_true(is_dim("check"));
    k->counter.queue.sink = sink;
}

#define GROUPS(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        GROUPS(a_group_is_counted_when_the_next_one_is_entered),
        GROUPS(a_group_is_counted_when_the_page_is_left),
        GROUPS(the_last_group_can_be_taken_back),
        GROUPS(while_the_clock_is_doubted_nobody_enters_in_vain),
        GROUPS(who_goes_away_before_has_counted_nothing),
        GROUPS(today_adds_up),
        GROUPS(numbers_stay_within_their_ends),
        GROUPS(a_group_that_waits_says_so),
        GROUPS(a_group_that_the_disk_refuses_says_so),
        GROUPS(where_nothing_is_counted_nobody_enters_in_vain),
    };
    return cmocka_run_group_tests_name("groups", tests, NULL, NULL);
}
