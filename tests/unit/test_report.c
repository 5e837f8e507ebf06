/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "base/err.h"
#include "base/str.h"
#include "report/month.h"
#include "report/report.h"
#include "report/words.h"
#include "support/month_rows.h"

static const char *key_itself(const void *context, const char *key)
{
    (void)context;
    return key;
}

static void a_file_is_named_by_hall_and_period(void **state)
{
    (void)state;

    static const struct {
        const char *hall;
        int from, to;
        const char *name;
    } cases[] = {
        {"滨江馆", 20261001, 20261031, "life-kiosk-滨江馆-2026-10.xlsx"},
        {"", 20261001, 20261031, "life-kiosk-2026-10.xlsx"},
        {"滨江/社区 馆", 20260201, 20260228, "life-kiosk-滨江-社区-馆-2026-02.xlsx"},
        {"a:b*c?d\"e<f>g|h\\i", 20261005, 20261011,
         "life-kiosk-a-b-c-d-e-f-g-h-i-20261005-20261011.xlsx"},
        {"馆", 20261005, 20261005, "life-kiosk-馆-20261005.xlsx"},
        {"馆", 20260101, 20261231, "life-kiosk-馆-20260101-20261231.xlsx"},
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char name[256];
        report_name(REPORT_xlsx, cases[i].hall, cases[i].from, cases[i].to, name,
                    sizeof name);
        assert_string_equal(name, cases[i].name);
    }
}

static void formats_are_known_by_their_ending(void **state)
{
    (void)state;
    char all[64];
    for (int i = 0; i < REPORT_FORMATS; i++) {
        enum report_format format = (enum report_format)i;
        assert_int_equal(report_format_of(report_extension(format)), format);
    }
    assert_int_equal(report_format_of("docx"), REPORT_FORMATS);
    assert_int_equal(report_format_of(""), REPORT_FORMATS);
    report_formats(all, sizeof all);
    assert_string_equal(all, "xlsx, csv, html, pdf");
}

/* A week and its month together would tell what each hides. */
static void what_is_published_is_made_of_months(void **state)
{
    struct month_rows *rows = *state;
    const struct count_source counts = month_rows_source(rows);
    const struct month_facts facts = {.hall = "", .county = "", .kiosk = ""};
    const struct report_words words = {.lang = "en", .text = key_itself};
    struct report report = {.counts = &counts, .facts = &facts, .words = &words};
    for (int i = 0; i < REPORT_FORMATS; i++) {
        enum report_format format = (enum report_format)i;
        struct str out = {0};
        report.from_day = 20260302;
        report.to_day = 20260308;
        bool takes = report_takes(format, report.from_day, report.to_day);
        assert_int_equal(takes, !report_is_published(format));
        assert_int_equal(report_render_as(format, &report, &out), takes);
        if (!takes) {
            assert_non_null(strstr(err_text(), "whole months"));
            assert_int_equal(out.length, 0);
        }
        str_free(&out);
        report.from_day = 20260301;
        report.to_day = 20260331;
        assert_true(report_render_as(format, &report, &out));
        assert_true(out.length > 0);
        str_free(&out);
    }
}

static void counts_that_cannot_be_read_are_told(void **state)
{
    struct month_rows *rows = *state;
    rows->fails = true;
    const struct count_source counts = month_rows_source(rows);
    const struct month_facts facts = {.hall = "", .county = "", .kiosk = ""};
    const struct report_words words = {.lang = "en", .text = key_itself};
    const struct report report = {.counts = &counts,
                                  .facts = &facts,
                                  .words = &words,
                                  .from_day = 20260301,
                                  .to_day = 20260331};
    for (int i = 0; i < REPORT_FORMATS; i++) {
        struct str out = {0};
        assert_false(report_render_as((enum report_format)i, &report, &out));
        assert_string_equal(err_text(), "counts.db: cannot be read");
        str_free(&out);
    }
}

static int set_up(void **state)
{
    *state = calloc(1, sizeof(struct month_rows));
    return 0;
}

static int tear_down(void **state)
{
    free(*state);
    return 0;
}

#define ROWS_TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_file_is_named_by_hall_and_period),
        cmocka_unit_test(formats_are_known_by_their_ending),
        ROWS_TEST(what_is_published_is_made_of_months),
        ROWS_TEST(counts_that_cannot_be_read_are_told),
    };
    return cmocka_run_group_tests_name("report", tests, NULL, NULL);
}
