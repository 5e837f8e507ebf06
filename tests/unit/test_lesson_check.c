/* SPDX-License-Identifier: MIT */
/*
 * The program lesson-check: it finds what is wrong with the lessons in tests/lua/check,
 * and nothing with those we ship. Each line of expected.txt is a line of its output; one
 * that ends in * stands for every line that begins so.
 */
#include <string.h>
#include <sys/wait.h>

#include "base/file.h"
#include "base/str.h"
#include "support/tap.h"

static const char *program;

/* Runs it; the caller frees what it wrote to stdout. */
static char *run_in(const char *lang, const char *arguments, int *code)
{
    char command[512];
    /* What the tests hold is in two languages, whatever the shipped lessons speak. */
    const char *languages = strstr(arguments, "tests/") ? "tests/" : "scripts/";
    assert_true(
        str_format(command, sizeof command,
                   "LIFE_KIOSK_LANGUAGES=%slanguages.lua '%s' --lang %s %s 2>/dev/null",
                   languages, program, lang, arguments));
    FILE *pipe = popen(command, "r");
    assert_non_null(pipe);
    struct str out = {0};
    char block[4096];
    size_t got = 0;
    while ((got = fread(block, 1, sizeof block, pipe)) > 0) {
        str_add_bytes(&out, block, got);
    }
    int status = pclose(pipe);
    assert_true(WIFEXITED(status));
    *code = WEXITSTATUS(status);
    str_add_bytes(&out, "", 0);
    return out.text;
}

static char *run(const char *arguments, int *code)
{
    return run_in("en", arguments, code);
}

static void every_mistake_is_found_and_nothing_else(void **state)
{
    (void)state;
    int code = 0;
    size_t length = 0;
    char *got = run("tests/lua/check", &code);
    char *expected = file_read("tests/lua/check/expected.txt", 1 << 20, &length);
    assert_non_null(expected);
    assert_int_equal(code, 1);
    char *got_rest = NULL;
    char *expected_rest = NULL;
    char *line = strtok_r(got, "\n", &got_rest);
    char *wanted = strtok_r(expected, "\n", &expected_rest);
    for (; line && wanted; line = strtok_r(NULL, "\n", &got_rest),
                           wanted = strtok_r(NULL, "\n", &expected_rest)) {
        size_t end = strlen(wanted) - 1;
        bool alike = wanted[end] == '*' ? strncmp(line, wanted, end) == 0
                                        : str_equal(line, wanted);
        if (!alike) {
            fail_msg("expected \"%s\", got \"%s\"", wanted, line);
        }
    }
    assert_null(line);
    assert_null(wanted);
    free(got);
    free(expected);
}

static bool has_chinese(const char *text)
{
    for (uint32_t code = 0; (code = str_next_utf8(&text));) {
        if (code >= 0x4E00 && code <= 0x9FFF) {
            return true;
        }
    }
    return false;
}

/* The same mistakes at the same places, each in words of the language. */
static void a_chinese_author_is_told_the_same(void **state)
{
    (void)state;
    int code = 0;
    char *english = run("tests/lua/check", &code);
    char *chinese = run_in("zh-CN", "tests/lua/check", &code);
    char *english_rest = NULL;
    char *chinese_rest = NULL;
    int count = 0;
    assert_int_equal(code, 1);
    char *one = strtok_r(english, "\n", &english_rest);
    char *other = strtok_r(chinese, "\n", &chinese_rest);
    for (; one && other; one = strtok_r(NULL, "\n", &english_rest),
                         other = strtok_r(NULL, "\n", &chinese_rest)) {
        const char *says = strchr(strchr(one, ':') + 1, ':');
        says = strchr(says + 1, ':') + 2;
        if (strncmp(one, other, (size_t)(says - one)) != 0) {
            fail_msg("\"%s\" is not of the same place as \"%s\"", other, one);
        }
        if (!has_chinese(other + (says - one))) {
            fail_msg("not Chinese: \"%s\"", other);
        }
        count++;
    }
    assert_null(one);
    assert_null(other);
    assert_true(count > 20);
    free(english);
    free(chinese);
}

/* The shipped ones, and those that stories and pictures of the tests show. */
static void our_own_lessons_are_sound(void **state)
{
    (void)state;
    int code = 1;
    char *got = run("", &code); /* finds those that are shipped by itself */
    assert_string_equal(got, "");
    assert_int_equal(code, 0);
    free(got);
    /* Longer than visitors stay, and kept as they are: pictures show them. */
    got = run("tests/lessons", &code);
    assert_null(strstr(got, ": error: "));
    assert_int_equal(code, 0);
    free(got);
}

static void one_lesson_can_be_checked_alone(void **state)
{
    (void)state;
    int code = 1;
    char *got = run("tests/lua/check/retry/", &code);
    assert_non_null(strstr(got, "retry/lesson.lua:4: warning: "));
    assert_null(strstr(got, ": error: "));
    assert_int_equal(code, 0);
    free(got);
    got = run("tests/lua/check/no-manikin", &code);
    assert_non_null(strstr(got, "no-manikin/lesson.lua:6: warning: "));
    assert_int_equal(code, 0);
    free(got);
}

static void unsigned_facts_are_listed_with_their_text(void **state)
{
    (void)state;
    int code = 1;
    char *got = run("--unsigned tests/lessons", &code);
    assert_int_equal(code, 0);
    assert_non_null(strstr(got, "tests/lessons/adult-cpr/text/zh-CN.lua:"));
    assert_non_null(strstr(got, ": unsigned: why_scene: 看看有没有车流"));
    free(got);
}

static void wrong_calls_are_told_apart(void **state)
{
    (void)state;
    int code = 0;
    free(run("--nonsense", &code));
    assert_int_equal(code, 2);
    free(run("one two", &code));
    assert_int_equal(code, 2);
    free(run_in("fr", "tests/lua/check", &code));
    assert_int_equal(code, 2);
    char *got = run("tests/nowhere", &code);
    assert_true(str_starts(got, "tests/nowhere:1: error: there is no such folder"));
    assert_int_equal(code, 1);
    free(got);
    got = run("tests/support", &code);
    assert_true(str_starts(got, "tests/support:1: error: there is no lesson here"));
    assert_int_equal(code, 1);
    free(got);
}

int main(int argc, char **argv)
{
    if (argc != 2) {
        fprintf(stderr, "usage: %s LESSON-CHECK\n", argv[0]);
        return 2;
    }
    program = argv[1];
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_mistake_is_found_and_nothing_else),
        cmocka_unit_test(a_chinese_author_is_told_the_same),
        cmocka_unit_test(our_own_lessons_are_sound),
        cmocka_unit_test(one_lesson_can_be_checked_alone),
        cmocka_unit_test(unsigned_facts_are_listed_with_their_text),
        cmocka_unit_test(wrong_calls_are_told_apart),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
