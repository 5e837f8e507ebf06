/* SPDX-License-Identifier: MIT */
/* When the hall is open, when it is closed on purpose, and what reports name it by. */
#include <string.h>

#include "base/calendar.h"
#include "base/err.h"
#include "base/file.h"
#include "base/str.h"
#include "conf/conf.h"
#include "support/folder.h"
#include "support/tap.h"

static struct folder folder;

static int set_up(void **state)
{
    (void)state;
    folder = folder_make();
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    folder_remove(&folder);
    return 0;
}

static bool load(struct conf_settings *settings, const char *text)
{
    const char *path = folder_file(&folder, "kiosk.lua");
    assert_true(file_write(path, text, strlen(text)));
    return conf_settings_load(settings, path);
}

static void a_hall_says_when_it_is_open(void **state)
{
    (void)state;
    struct conf_settings settings;
    conf_settings_default(&settings);
    assert_false(settings.open.always || settings.open.count > 0);
    assert_true(load(&settings, "return { county = '嘉善县', open = '2-7 9:00-17:00',\n"
                                "  closed = { '2026-02-16..2026-02-22', '2026-10-01' },\n"
                                "  result_page = 'https://example.org/r' }"));
    assert_string_equal(settings.county, "嘉善县");
    assert_string_equal(settings.result_page, "https://example.org/r");
    assert_true(opening_holds(&settings.open, 1, 9 * 60));
    assert_false(opening_holds(&settings.open, 0, 9 * 60));
    assert_int_equal(settings.closed_count, 2);
    assert_int_equal(settings.closed[0].from, 20260216);
    assert_int_equal(settings.closed[0].to, 20260222);
    assert_int_equal(settings.closed[1].from, 20261001);
    assert_int_equal(settings.closed[1].to, 20261001);
    assert_true(load(&settings, "return { place = 'x' }"));
    assert_int_equal(settings.closed_count, 2);
    assert_int_equal(settings.open.count, 1);
    assert_true(load(&settings, "return { open = { '1-5 8:30-11:30', '1-5 13:00-17:00' },"
                                " closed = {} }"));
    assert_int_equal(settings.open.count, 2);
    assert_int_equal(settings.closed_count, 0);
}

static void a_mistake_names_its_cure(void **state)
{
    (void)state;

    static const struct {
        const char *value, *kind, *shown;
    } rows[] = {
        {"open = '9-17'", "open_hours", "\"9-17\""},
        {"open = '0-5 9:00-17:00'", "open_hours", "\"0-5 9:00-17:00\""},
        {"open = { '9:00-17:00', 5 }", "open_hours", "\"...\""},
        {"open = { '1:00-2:00', '1:00-2:00', '1:00-2:00', '1:00-2:00', '1:00-2:00', "
         "'1:00-2:00', '3:00-4:00' }",
         "open_hours", "\"3:00-4:00\""},
        {"open = 9", "field_other", "9"},
        {"closed = '2026-02-30'", "closed_day", "\"2026-02-30\""},
        {"closed = '2026-2-3'", "closed_day", "\"2026-2-3\""},
        {"closed = '16.2.2026'", "closed_day", "\"16.2.2026\""},
        {"closed = '2026-02-22..2026-02-16'", "closed_day", "2026-02-22..2026-02-16"},
        {"closed = '2026-02-16..'", "closed_day", "2026-02-16.."},
        {"closed = '2026-02-16 '", "closed_day", "\"2026-02-16 \""},
        {"closed = { { 1 } }", "closed_day", "\"...\""},
        {"closed = 20260216", "field_other", "20260216"},
        {"result_page = 'example.org'", "result_page", "\"example.org\""},
        {"result_page = 'https://a b'", "result_page", "\"https://a b\""},
        {"result_page = 'https://a/#x'", "result_page", "#x"},
        {"result_page = 'https://红十字'", "result_page", "红十字"},
        {"county = 5", "field_text", "5"},
    };

    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char text[256];
        struct conf_settings settings;
        conf_settings_default(&settings);
        settings.idle_s = 77;
        struct conf_settings before = settings;
        str_format(text, sizeof text, "return { %s }", rows[i].value);
        assert_false(load(&settings, text));
        assert_string_equal(err_cause()->kind, rows[i].kind);
        assert_true(strstr(err_text(), rows[i].shown));
        assert_true(strstr(err_text(), "write "));
        assert_memory_equal(&settings, &before, sizeof before);
    }
}

static void more_closed_days_than_a_year_has_holidays_are_refused(void **state)
{
    (void)state;
    struct conf_settings settings;
    struct str text = {0};
    conf_settings_default(&settings);
    str_add(&text, "return { closed = {");
    for (int i = 0; i < CONF_CLOSED_MAX; i++) {
        str_add(&text, " '2026-%02d-%02d',", 1 + i / 28, 1 + i % 28);
    }
    size_t length = text.length;
    str_add(&text, "} }");
    assert_true(load(&settings, text.text));
    assert_int_equal(settings.closed_count, CONF_CLOSED_MAX);
    text.text[length] = '\0';
    text.length = length;
    str_add(&text, " '2026-12-31' } }");
    assert_false(load(&settings, text.text));
    assert_string_equal(err_cause()->kind, "closed_many");
    str_free(&text);
}

/* Drawn days against the number of days that have passed. */
static void days_are_read_as_they_are_written(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    for (int round = 0; round < 5000; round++) {
        char text[32];
        int day = 0;
        int year = rng_int(&rng, 1971, 2400);
        int month = rng_int(&rng, 0, 14);
        int date = rng_int(&rng, 0, 33);
        str_format(text, sizeof text, "%04d-%02d-%02d", year, month, date);
        bool has = month >= 1 && month <= 12 && date >= 1 &&
                   date <= calendar_month_days(year, month);
        assert_int_equal(calendar_read(text, &day), has);
        if (has) {
            char again[CALENDAR_TEXT_MAX];
            assert_int_equal(day, year * 10000 + month * 100 + date);
            calendar_write(again, day);
            assert_string_equal(again, text);
        }
        int at = rng_int(&rng, 0, 9);
        text[at] = (char)rng_int(&rng, 1, 47);
        bool same = (at == 4 || at == 7) && text[at] == '-';
        assert_int_equal(calendar_read(text, &day), same && has);
    }
}

#define OPENED(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        OPENED(a_hall_says_when_it_is_open),
        OPENED(a_mistake_names_its_cure),
        OPENED(more_closed_days_than_a_year_has_holidays_are_refused),
        cmocka_unit_test(days_are_read_as_they_are_written),
    };
    return cmocka_run_group_tests_name("opened", tests, NULL, NULL);
}
