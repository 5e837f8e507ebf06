/* SPDX-License-Identifier: MIT */
/* A closed hall says when it opens, and its code tells the day and betrays nobody. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/calendar.h"
#include "base/str.h"
#include "screens/staff/closing_words.h"
#include "support/folder.h"
#include "support/on_stage.h"

enum {
    READ_MAX = 2048,
    HOUR_S = 3600,
    DAY_S = 24 * HOUR_S,
    WEDNESDAY = 20270303,
    SATURDAY = 20270306,
};

static struct folder folder;

static int set_up_sized(void **state, int width_px, int height_px)
{
    (void)state;
    setenv("TZ", "UTC", 1);
    folder = folder_make();
    stage = stage_open(width_px, height_px, "zh-CN");
    k = &stage->kiosk;
    k->store = store_open(folder_file(&folder, "counts.db"), STORE_NO_KIOSK);
    assert_non_null(k->store);
    k->counter.queue.sink = store_sink(k->store);
    assert_true(opening_add(&k->settings.open, "3-5 9:00-11:30"));
    assert_true(opening_add(&k->settings.open, "3-5 13:00-16:30"));
    return 0;
}

static int set_up(void **state)
{
    return set_up_sized(state, LONG, SIDE);
}

static int set_up_portrait(void **state)
{
    return set_up_sized(state, SIDE, LONG);
}

static int tear_down(void **state)
{
    struct store *store = k->store;
    close_stage(state);
    store_close(store);
    folder_remove(&folder);
    return 0;
}

/* On attract, when what works over frames has come to its end. */
static void be_at(int day, int minute)
{
    stage_set_time(stage, (int64_t)calendar_number(day) * DAY_S + minute * 60);
    kiosk_go(k, SCREEN_attract);
    stage_pass(stage, 1);
    store_order(k->store, true);
    stage_pass(stage, 1);
}

static bool says(const char *key, const char *day, const char *time)
{
    char words[256];
    kiosk_fill(k, words, sizeof words, key,
               (const char *const[]){"day", day, "time", time, NULL});
    return ui_shows_text(k->ui, words);
}

static void add(int day, int hour, enum count what, int n)
{
    struct count_row row = {.key = {.day = day, .hour = hour, .definition = 1}, .n = n};
    if (n > 0) {
        str_copy(row.key.metric, sizeof row.key.metric, count_kind(what)->key);
        assert_true(store_add(k->store, &row, 1));
    }
}

/* What a reader makes of the screen: the line that begins with `begin`, from there on. */
static bool read_with(const char *program, const char *begin, char text[READ_MAX])
{
    char path[512];
    char command[1024];
    char line[READ_MAX];
    str_copy(path, sizeof path, folder_file(&folder, "closed.png"));
    assert_true(ui_save_png(k->ui, path));
    str_format(command, sizeof command, "%s '%s' 2>'%s.log'", program, path, path);
    FILE *reader = popen(command, "r");
    assert_non_null(reader);
    text[0] = '\0';
    while (fgets(line, sizeof line, reader)) {
        const char *at = strstr(line, begin);
        line[strcspn(line, "\n\"")] = '\0';
        if (at) {
            str_copy(text, READ_MAX, at);
            text[strcspn(text, "\"\n")] = '\0';
        }
    }
    pclose(reader);
    return text[0] != '\0';
}

static bool read_code(char text[READ_MAX])
{
    char other[READ_MAX];
    bool read = read_with("zbarimg --quiet --raw", "LKD1 ", text);
    bool again = read_with("ZXingReader", "LKD1 ", other);
    assert_true(read == again);
    assert_string_equal(text, other);
    return read;
}

static int64_t number_in(const char *text, const char *key)
{
    char begin[64];
    str_format(begin, sizeof begin, " %s=", key);
    const char *at = strstr(text, begin);
    return at ? strtoll(at + strlen(begin), NULL, 10) : -1;
}

static void it_says_when_the_hall_opens_again(void **state)
{
    (void)state;
    be_at(WEDNESDAY, 9 * 60);
    assert_false(shows("closed_title"));
    be_at(WEDNESDAY, 9 * 60 - 1);
    expect_shown("closed_title");
    assert_true(says("closed_today", "", "9:00"));
    be_at(WEDNESDAY, 12 * 60);
    assert_true(says("closed_today", "", "13:00"));
    be_at(WEDNESDAY, 16 * 60 + 30);
    assert_true(says("closed_tomorrow", "", "9:00"));
    be_at(SATURDAY, 12 * 60);
    assert_true(says("closed_until", "3 月 10 日（周三）", "9:00"));
    kiosk_set_lang(k, "en");
    stage_pass(stage, 0.1);
    expect_shown("closed_title");
    k->settings.closed[k->settings.closed_count++] =
        (struct conf_days){WEDNESDAY, 20300101};
    be_at(WEDNESDAY, 12 * 60);
    expect_shown("closed_long");
}

/* While it is looked at; and who comes is a visitor as ever. */
static void it_opens_and_closes_by_itself_and_wakes(void **state)
{
    (void)state;
    be_at(WEDNESDAY, 8 * 60 + 59);
    expect_shown("closed_title");
    stage_set_time(stage, clock_wall_s(k->clock) + 60);
    stage_pass(stage, 0.1);
    assert_false(shows("closed_title"));
    be_at(WEDNESDAY, 20 * 60);
    expect_shown("closed_title");
    stage_tap(stage, "wake");
    assert_string_equal(kiosk_screen_name(k), "home");
}

static void where_hours_are_not_known_nothing_is_said(void **state)
{
    (void)state;
    char text[READ_MAX];
    k->settings.open = (struct opening){.count = 0};
    add(WEDNESDAY, 10, COUNT_visit, 30);
    be_at(WEDNESDAY, 23 * 60);
    assert_false(shows("closed_title") || shows("closed_code"));
    assert_false(read_code(text));
}

/* The hall closes at half past four: from five until midnight. */
static void the_code_stands_from_the_full_hour_after_the_day(void **state)
{
    (void)state;

    static const struct {
        int day, minute;
        bool stands;
    } cases[] = {
        {WEDNESDAY, 8 * 60, false},       {WEDNESDAY, 12 * 60, false},
        {WEDNESDAY, 16 * 60 + 45, false}, {WEDNESDAY, 17 * 60, true},
        {WEDNESDAY, 23 * 60 + 50, true},  {WEDNESDAY + 1, 5, false},
        {SATURDAY, 20 * 60, false},
    };

    char text[READ_MAX];
    add(WEDNESDAY, 10, COUNT_visit, 30);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        be_at(cases[i].day, cases[i].minute);
        assert_true(shows("closed_code") == cases[i].stands);
        assert_true(read_code(text) == cases[i].stands);
    }
}

/* Whoever presses the chest when the hall is closed changes no bit of it; nor does a
 * restart. */
static void what_comes_after_the_day_is_not_in_the_code(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    char text[READ_MAX];
    char later[READ_MAX];
    add(20270301, 10, COUNT_visit, 7);
    add(WEDNESDAY, 10, COUNT_visit, 30);
    add(WEDNESDAY, 16, COUNT_visit, 3);
    be_at(WEDNESDAY, 17 * 60);
    assert_true(read_code(text));
    printf("# %s\n", text);
    assert_int_equal(number_in(text, "visit"), 33);
    assert_int_equal(number_in(text, "until"), 17);
    add(WEDNESDAY, 17 + rng_int(&rng, 0, 6), COUNT_visit, rng_int(&rng, 1, 9));
    add(WEDNESDAY, 17, COUNT_pushes, rng_int(&rng, 1, 900));
    be_at(WEDNESDAY, 21 * 60);
    k->closed = (struct closed){.is = false};
    be_at(WEDNESDAY, 22 * 60);
    assert_true(read_code(later));
    assert_string_equal(text, later);
}

/* The other one, for staff, has the same head, so the two can be held together. */
static void it_has_the_head_of_the_days_before(void **state)
{
    (void)state;
    struct lkx_head head = {0};
    char text[READ_MAX];
    add(20270301, 10, COUNT_visit, 7);
    add(WEDNESDAY, 10, COUNT_visit, 30);
    be_at(WEDNESDAY, 18 * 60);
    const struct count_source counts = store_source(k->store);
    assert_true(lkx_head_move(&head, &counts, 20270302));
    assert_true(read_code(text));
    assert_string_equal(strstr(text, " head=") + 6, head.hex);
    for (const char *at = text; *at; at++) {
        assert_true(*at >= ' ' && *at < 0x7F);
    }
}

static void words_of(const int64_t sums[COUNT_KINDS], struct str *out)
{
    closing_words_public(k, sums, 17, "00", out);
}

/* Drawn days: whatever stands there is of five at least, or of nobody. */
static void no_total_is_of_few(void **state)
{
    (void)state;

    static const enum count told[] = {COUNT_visit, COUNT_lesson_done, COUNT_practice,
                                      COUNT_test, COUNT_pushes};
    struct rng rng = rng_begin();
    int shown = 0;
    for (int round = 0; round < 500; round++) {
        int64_t sums[COUNT_KINDS];
        struct str words = {0};
        for (int what = 0; what < COUNT_KINDS; what++) {
            sums[what] = rng_int(&rng, 0, rng_int(&rng, 0, 1) ? 4 : 40);
        }
        words_of(sums, &words);
        for (size_t i = 0; i < sizeof told / sizeof *told; i++) {
            int64_t n = number_in(words.text, count_kind(told[i])->key);
            assert_true(n == -1 || n == sums[told[i]]);
            assert_false(n >= 1 && n <= 4);
            assert_false(n >= 0 && sums[COUNT_visit] >= 1 && sums[COUNT_visit] <= 4);
            shown += n > 0;
        }
        bool few_runs = sums[COUNT_practice] + sums[COUNT_test] < 5;
        assert_false(few_runs && number_in(words.text, "pushes") > 0);
        assert_int_equal(number_in(words.text, "touch"), -1);
        assert_int_equal(number_in(words.text, "test_passed"), -1);
        str_free(&words);
    }
    assert_true(shown > 300);
}

#define TEST(name)     cmocka_unit_test_setup_teardown(name, set_up, tear_down)
#define PORTRAIT(name) cmocka_unit_test_setup_teardown(name, set_up_portrait, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(it_says_when_the_hall_opens_again),
        TEST(it_opens_and_closes_by_itself_and_wakes),
        TEST(where_hours_are_not_known_nothing_is_said),
        TEST(the_code_stands_from_the_full_hour_after_the_day),
        PORTRAIT(the_code_stands_from_the_full_hour_after_the_day),
        TEST(what_comes_after_the_day_is_not_in_the_code),
        TEST(it_has_the_head_of_the_days_before),
        TEST(no_total_is_of_few),
    };
    return cmocka_run_group_tests_name("closed", tests, NULL, NULL);
}
