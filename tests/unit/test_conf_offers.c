/* SPDX-License-Identifier: MIT */
/* Sets and campaigns: what a file may say, and when a campaign is on. */
#include <string.h>
#include <time.h>

#include "base/calendar.h"
#include "base/err.h"
#include "base/file.h"
#include "base/str.h"
#include "conf/offers.h"
#include "support/folder.h"
#include "support/tap.h"

#define LESSONS " lessons = { 'a', 'b' } }"
#define ROW     "{ id = 'x', title = 't', words = 'w', "

static int broken;
static char last[512];

static void on_broken(void *context)
{
    (void)context;
    broken++;
    str_copy(last, sizeof last, err_text());
}

static const struct conf_row_watch watch = {NULL, on_broken};

static bool load(struct conf_campaigns *campaigns, const char *text)
{
    struct folder folder = folder_make();
    const char *path = folder_file(&folder, "campaigns.lua");
    assert_true(file_write(path, text, strlen(text)));
    err_clear();
    broken = 0;
    last[0] = '\0';
    bool read = conf_campaigns_load(campaigns, path, &watch);
    folder_remove(&folder);
    return read;
}

/* ---- the calendar, beside the C library's ------------------------------------------ */

static struct tm tm_of(int number)
{
    time_t seconds = (time_t)number * 86400;
    struct tm tm;
    assert_non_null(gmtime_r(&seconds, &tm));
    return tm;
}

static int day_of(const struct tm *tm)
{
    return (tm->tm_year + 1900) * 10000 + (tm->tm_mon + 1) * 100 + tm->tm_mday;
}

static void days_are_those_of_the_library(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    for (int i = 0; i < 4000; i++) {
        int number = rng_int(&rng, -20000, 80000);
        struct tm tm = tm_of(number);
        int day = day_of(&tm);
        assert_int_equal(calendar_number(day), number);
        assert_int_equal(calendar_day(number), day);
        assert_int_equal(calendar_number(calendar_after(day)), number + 1);
        assert_int_equal(calendar_number(calendar_before(day)), number - 1);
        assert_int_equal(calendar_weekday(day), tm.tm_wday == 0 ? 7 : tm.tm_wday);
    }
    assert_int_equal(calendar_month_days(2000, 2), 29);
    assert_int_equal(calendar_month_days(2100, 2), 28);
    assert_false(calendar_is_set(19700101));
    assert_false(calendar_is_set(20251231));
    assert_true(calendar_is_set(20260101));
}

/* World First Aid Day, as the research lists it. */
static void the_nth_weekday(void **state)
{
    (void)state;
    assert_int_equal(calendar_nth(2026, 9, 6, 2), 20260912);
    assert_int_equal(calendar_nth(2027, 9, 6, 2), 20270911);
    assert_int_equal(calendar_nth(2028, 9, 6, 2), 20280909);
    struct rng rng = rng_begin();
    for (int i = 0; i < 500; i++) {
        int year = rng_int(&rng, 2000, 2100);
        int month = rng_int(&rng, 1, 12);
        int weekday = rng_int(&rng, 1, 7);
        int nth = rng_int(&rng, 1, 5);
        int day = calendar_nth(year, month, weekday, nth);
        assert_int_equal(day / 100, year * 100 + month);
        assert_int_equal(calendar_weekday(day), weekday);
        if (nth < 5) {
            assert_int_equal((day % 100 - 1) / 7, nth - 1);
        } else {
            assert_true(day % 100 + 7 > calendar_month_days(year, month));
        }
    }
}

/* ---- when -------------------------------------------------------------------------- */

/* Day by day from the first of a year to its end: is it on from `from` to `to`, over the
 * year's end too, on as many days as it says? */
static void dates_hold_both_ends(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    for (int i = 0; i < 60; i++) {
        struct conf_campaign one = {0};
        int year = rng_int(&rng, 2026, 2060);
        struct tm from = tm_of(calendar_number(20240101) + rng_int(&rng, 0, 365));
        struct tm to = tm_of(calendar_number(20240101) + rng_int(&rng, 0, 365));
        one.from = day_of(&from) % 10000;
        one.to = day_of(&to) % 10000;
        int first = calendar_number(year * 10000 + 101);
        int days = calendar_number(year * 10000 + 1231) - first + 1;
        bool leap = days == 366;
        int on = 0;
        for (int d = 0; d < days; d++) {
            struct tm tm = tm_of(first + d);
            int date = day_of(&tm) % 10000;
            bool inside = one.from <= one.to ? date >= one.from && date <= one.to
                                             : !(date > one.to && date < one.from);
            assert_int_equal(conf_campaign_is_on(&one, day_of(&tm)), inside);
            on += inside;
        }
        if (leap) {
            assert_int_equal(on, conf_campaign_days(&one));
        }
    }
}

static void days_round_a_weekday(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    for (int i = 0; i < 60; i++) {
        struct conf_campaign one = {.month = rng_int(&rng, 1, 12),
                                    .nth = rng_int(&rng, 1, 5),
                                    .weekday = rng_int(&rng, 1, 7),
                                    .before = rng_int(&rng, 0, CONF_CAMPAIGN_DAYS_MAX),
                                    .after = rng_int(&rng, 0, CONF_CAMPAIGN_DAYS_MAX)};
        int year = rng_int(&rng, 2027, 2060);
        int middle = calendar_number(calendar_nth(year, one.month, one.weekday, one.nth));
        assert_int_equal(conf_campaign_days(&one), one.before + 1 + one.after);
        for (int by = -one.before - 1; by <= one.after + 1; by++) {
            struct tm tm = tm_of(middle + by); /* also in the year before or behind */
            bool inside = by >= -one.before && by <= one.after;
            assert_int_equal(conf_campaign_is_on(&one, day_of(&tm)), inside);
        }
    }
}

static void the_shortest_comes_first(void **state)
{
    (void)state;
    struct conf_campaigns all = {0};
    struct rng rng = rng_begin();
    const struct conf_campaign *on[CONF_CAMPAIGNS_MAX];
    for (int i = 0; i < 200; i++) {
        all.count = (size_t)rng_int(&rng, 0, CONF_CAMPAIGNS_MAX);
        size_t expected = 0;
        for (size_t n = 0; n < all.count; n++) {
            int month = rng_int(&rng, 1, 12);
            all.items[n] = (struct conf_campaign){
                .from = month * 100 + rng_int(&rng, 1, 28), .to = month * 100 + 28};
            expected += conf_campaign_is_on(&all.items[n], 20300615);
        }
        size_t count = conf_campaigns_on(&all, 20300615, on);
        assert_int_equal(count, expected);
        for (size_t n = 1; n < count; n++) {
            int before = conf_campaign_days(on[n - 1]);
            int days = conf_campaign_days(on[n]);
            assert_true(before < days || (before == days && on[n - 1] < on[n]));
        }
        assert_int_equal(conf_campaigns_on(&all, 19700615, on), 0); /* no clock */
        assert_int_equal(conf_campaigns_on(&all, 20250615, on), 0);
    }
}

/* ---- the files --------------------------------------------------------------------- */

static void a_broken_row_is_named_and_left_out(void **state)
{
    (void)state;

    static const struct {
        const char *when, *says;
    } rows[] = {
        {"from = '13-01', to = '05-08',", "[2].from is no day"},
        {"from = '02-30', to = '05-08',", "[2].from is no day"},
        {"from = '05-08', to = '5-9',", "[2].to is no day"},
        {"from = 508, to = '05-09',", "[2].from is no day"},
        {"from = '05-08',", "[2] does not say when it is"},
        {"month = 9, nth = 2,", "[2] does not say when it is"},
        {"from = '05-08', to = '05-09', month = 9,", "[2] does not say when it is"},
        {"month = 13, nth = 2, weekday = 6,", "[2].month is 13"},
        {"month = 9, nth = 6, weekday = 6,", "[2].nth is 6"},
        {"month = 9, nth = 2, weekday = 0,", "[2].weekday is 0"},
        {"month = 9, nth = 2, weekday = 6, befor = 1,", "[2].befor is not a known key"},
        {"lessons = {}, from = '05-08', to = '05-09', id = 'z', nix = {", "[2]"},
    };

    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char text[1024];
        struct conf_campaigns all;
        bool is_last = i + 1 == sizeof rows / sizeof *rows;
        str_format(
            text, sizeof text,
            "return { { id = 'a', title = 't', words = 'w', from = '02-29', to = "
            "'02-29'," LESSONS ", " ROW "%s%s" LESSONS
            ", { id = 'b', title = 't', words = 'w', month = 1, nth = 5, weekday = "
            "7," LESSONS " }",
            rows[i].when, is_last ? "}," : "");
        assert_true(load(&all, text));
        assert_int_equal(broken, 1);
        assert_non_null(strstr(last, "campaigns.lua: "));
        if (!strstr(last, rows[i].says)) {
            fail_msg("\"%s\" was expected, not \"%s\"", rows[i].says, last);
        }
        assert_int_equal(all.count, 2);
        assert_string_equal(all.items[0].id, "a");
        assert_string_equal(all.items[1].id, "b");
        assert_int_equal(all.items[0].from, 229);
        assert_int_equal(all.items[1].nth, 5);
        assert_int_equal(all.items[1].lessons.count, 2);
        assert_int_equal(conf_lesson_place(&all.items[1].lessons, "b", 9), 1);
        assert_int_equal(conf_lesson_place(&all.items[1].lessons, "c", 9), 9);
    }
}

static void other_mistakes_of_a_row(void **state)
{
    (void)state;
    static const char *const rows[] = {
        "'text'",
        "{ id = 'a', title = 't', words = 'w', from = '01-01', to = '01-02' }",
        "{ id = 'a', title = 't', words = 'w', from = '01-01', to = '01-02', lessons = "
        "{} }",
        "{ id = 'a', title = 't', words = 'w', from = '01-01', to = '01-02', lessons = { "
        "1 } }",
        "{ id = 'a', title = 't', words = 'w', from = '01-01', to = '01-02', lessons = "
        "'a' }",
        "{ id = 'a', words = 'w', from = '01-01', to = '01-02'," LESSONS,
        ROW "from = '01-01', to = '01-02'," LESSONS,
    };

    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char text[1024];
        struct conf_campaigns all;
        str_format(text, sizeof text,
                   "return { " ROW "from = '12-20', to = '01-06'," LESSONS ", %s }",
                   rows[i]);
        assert_true(load(&all, text));
        assert_int_equal(broken, 1);
        assert_int_equal(all.count, 1);
    }
    struct conf_campaigns all;
    assert_false(load(&all, "return {"));
    assert_int_equal(broken, 0);
    assert_int_equal(all.count, 0);
    assert_true(load(&all, "return {}"));
    assert_int_equal(all.count, 0);
}

/* One more than there can be is named; what came before stays. */
static void as_many_as_there_can_be(void **state)
{
    (void)state;
    struct conf_campaigns all;
    assert_true(load(&all,
                     "local t = {} for i = 1, 25 do t[i] = { id = 'c' .. i, title = "
                     "'t', words = 'w', from = '01-01', to = '01-02', lessons = { "
                     "'a' } } end return t"));
    assert_int_equal(all.count, CONF_CAMPAIGNS_MAX);
    assert_int_equal(broken, 1);
    assert_non_null(strstr(last, "[25] is one more than the 24"));
}

static void sets_are_read(void **state)
{
    (void)state;
    struct conf_sets sets;
    struct folder folder = folder_make();
    static const char text[] =
        "return { { id = 'school', title = 't', audience = 'school', lessons = { 'a' } "
        "}, "
        "{ id = 'hall', title = 't' }, { id = 'family', title = 't', scene = 'press', "
        "lessons = { 'b', 'a' } } }";
    const char *path = folder_file(&folder, "sets.lua");
    assert_true(file_write(path, text, strlen(text)));
    broken = 0;
    assert_true(conf_sets_load(&sets, path, &watch));
    folder_remove(&folder);
    assert_int_equal(broken, 1);
    assert_int_equal(sets.count, 2);
    assert_string_equal(conf_set_find(&sets, "school")->audience, "school");
    assert_string_equal(conf_set_find(&sets, "family")->lessons.ids[1], "a");
    assert_null(conf_set_find(&sets, "hall"));
}

static void those_shipped_are_sound(void **state)
{
    (void)state;
    struct conf_sets sets;
    struct conf_campaigns campaigns;
    broken = 0;
    assert_true(conf_sets_load(&sets, "scripts/sets.lua", &watch));
    assert_true(conf_campaigns_load(&campaigns, "scripts/campaigns.lua", &watch));
    assert_int_equal(broken, 0);
    static const char *const kinds[] = {"hall", "school", "village", "family", "company"};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        assert_non_null(conf_set_find(&sets, kinds[i]));
    }
    const struct conf_campaign *on[CONF_CAMPAIGNS_MAX];
    assert_int_equal(conf_campaigns_on(&campaigns, 20270508, on), 1);
    assert_string_equal(on[0]->id, "red-cross-day");
    assert_int_equal(conf_campaigns_on(&campaigns, 20270911, on), 3);
    assert_string_equal(on[0]->id, "first-aid-day");
    assert_int_equal(conf_campaigns_on(&campaigns, 20270913, on), 2);
    assert_int_equal(conf_campaigns_on(&campaigns, 20271224, on), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(days_are_those_of_the_library),
        cmocka_unit_test(the_nth_weekday),
        cmocka_unit_test(dates_hold_both_ends),
        cmocka_unit_test(days_round_a_weekday),
        cmocka_unit_test(the_shortest_comes_first),
        cmocka_unit_test(a_broken_row_is_named_and_left_out),
        cmocka_unit_test(other_mistakes_of_a_row),
        cmocka_unit_test(as_many_as_there_can_be),
        cmocka_unit_test(sets_are_read),
        cmocka_unit_test(those_shipped_are_sound),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
