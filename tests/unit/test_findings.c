/* SPDX-License-Identifier: MIT */
#include <errno.h>

#include "author/findings.h"
#include "base/err.h"
#include "support/probe.h"
#include "support/tap.h"

static void a_line_is_a_place_and_a_sentence(void **state)
{
    (void)state;

    static const struct {
        const char *line, *file, *text;
        int number;
        bool is_one, error;
    } rows[] = {
        {"a/lesson.lua:12: error: no end", "a/lesson.lua", "no end", 12, true, true},
        {"a/text/en.lua:3: warning: long: 9: error: x", "a/text/en.lua",
         "long: 9: error: x", 3, true, false},
        {"C:/a b/课程/lesson.lua:1: error: 少了逗号", "C:/a b/课程/lesson.lua",
         "少了逗号", 1, true, true},
        {"a:7:b:2: error: x", "a:7:b", "x", 2, true, true},
        {"a/lesson.lua:12: note: x", "", "", 0, false, false},
        {"lesson-check: 2 lessons", "", "", 0, false, false},
        {"", "", "", 0, false, false},
        {"a:99999999999999999999: error: x", "a", "x", 1, true, true},
    };

    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct finding finding;
        assert_int_equal(findings_read(&finding, rows[i].line), rows[i].is_one);
        if (rows[i].is_one) {
            assert_string_equal(finding.file, rows[i].file);
            assert_string_equal(finding.text, rows[i].text);
            assert_int_equal(finding.line, rows[i].number);
            assert_int_equal(finding.error, rows[i].error);
        }
    }
}

/* Its end is what is waited for; ctest ends a program that never does. */
static void wait_for(struct findings *findings)
{
    while (!findings_poll(findings)) {
        findings_wait(findings, 60000);
    }
}

static void errors_stand_before_warnings_and_each_list_is_whole(void **state)
{
    (void)state;
    struct probe probe;
    char program[256];
    struct findings *findings = findings_create();
    probe_begin(&probe);
    str_format(program, sizeof program, "%s/check", probe.root);
    FILE *file = fopen(program, "w");
    assert_non_null(file);
    fputs("#!/bin/sh\necho \"$3:2: warning: $2\"\necho \"$3:9: error: $1\"\necho sum "
          ">&2\nexit 1\n",
          file);
    fclose(file);
    assert_int_equal(chmod(program, 0755), 0);
    for (int round = 0; round < 2; round++) {
        assert_true(findings_begin(findings, program, "zh-CN", "a b"));
        assert_true(findings_waits(findings));
        wait_for(findings);
        assert_false(findings_waits(findings));
        assert_int_equal(findings_count(findings), 2);
        assert_int_equal(findings_errors(findings), 1);
        assert_string_equal(findings_item(findings, 0)->text, "--lang");
        assert_string_equal(findings_item(findings, 0)->file, "a b");
        assert_string_equal(findings_item(findings, 1)->text, "zh-CN");
        assert_null(findings_item(findings, 2));
    }
    assert_true(findings_begin(findings, program, "en", "x"));
    assert_true(findings_begin(findings, program, "en", "y")); /* gives up the first */
    wait_for(findings);
    assert_string_equal(findings_item(findings, 0)->file, "y");
    assert_false(findings_begin(findings, "/nowhere/lesson-check", "en", "z"));
    assert_non_null(strstr(err_text(), "/nowhere/lesson-check"));
    assert_false(findings_poll(findings));
    assert_int_equal(findings_count(findings), 0); /* not those of another lesson */
    findings_free(findings);
    probe_end(&probe);
}

/* Whether no finding is good news. */
static void an_end_that_says_nothing_of_the_lesson_is_a_failure(void **state)
{
    (void)state;

    static const struct {
        const char *script;
        enum findings_end end;
        int number;
        size_t count;
    } rows[] = {
        {"#!/bin/sh\nexit 0\n", FINDINGS_WHOLE, 0, 0},
        {"#!/bin/sh\necho 'a:1: error: x'; exit 1\n", FINDINGS_WHOLE, 1, 1},
        {"#!/bin/sh\necho 'a:1: warning: x'\n", FINDINGS_WHOLE, 0, 1},
        /* Closed before it ends, which takes a moment. */
        {"#!/bin/sh\necho 'a:1: error: x'\nexec >&-\n:\nexit 1\n", FINDINGS_WHOLE, 1, 1},
        {"#!/bin/sh\nexec >&-\nexit 7\n", FINDINGS_BROKE_OFF, 7, 0},
        {"#!/bin/sh\necho 'no texts' >&2; exit 1\n", FINDINGS_BROKE_OFF, 1, 0},
        {"#!/bin/sh\necho 'a:1: warning: x'; exit 1\n", FINDINGS_BROKE_OFF, 1, 0},
        {"#!/bin/sh\necho 'a:1: error: x'; exit 2\n", FINDINGS_BROKE_OFF, 2, 0},
        {"#!/bin/sh\necho 'a:1: error: x'; kill -11 $$\n", FINDINGS_KILLED, 11, 0},
        {"#!/nowhere/shell\n", FINDINGS_BROKE_OFF, 127, 0},
        {NULL, FINDINGS_NO_START, ENOENT, 0},
    };

    struct probe probe;
    struct findings *findings = findings_create();
    probe_begin(&probe);
    assert_int_equal(findings_ended(findings, NULL), FINDINGS_WHOLE);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char program[256];
        int number = -1;
        str_format(program, sizeof program, "%s/%zu", probe.root, i);
        if (rows[i].script) {
            FILE *file = fopen(program, "w");
            assert_non_null(file);
            fputs(rows[i].script, file);
            fclose(file);
            assert_int_equal(chmod(program, 0755), 0);
        }
        bool begun = findings_begin(findings, program, "en", "a");
        assert_int_equal(begun, rows[i].script != NULL);
        if (begun) {
            wait_for(findings);
        }
        assert_int_equal(findings_ended(findings, &number), rows[i].end);
        assert_int_equal(number, rows[i].number);
        assert_int_equal(findings_count(findings), rows[i].count);
        assert_false(findings_waits(findings));
    }
    findings_free(findings);
    probe_end(&probe);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_line_is_a_place_and_a_sentence),
        cmocka_unit_test(errors_stand_before_warnings_and_each_list_is_whole),
        cmocka_unit_test(an_end_that_says_nothing_of_the_lesson_is_a_failure),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
