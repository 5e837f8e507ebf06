/* SPDX-License-Identifier: MIT */
#include <fcntl.h>
#include <limits.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/err.h"
#include "base/file.h"
#include "base/str.h"
#include "support/tap.h"

static void distances_count_steps(void **state)
{
    (void)state;
    assert_int_equal(str_distance("", "abc"), 3);
    assert_int_equal(str_distance("right", "right"), 0);
    assert_int_equal(str_distance("righ", "right"), 1);
    assert_int_equal(str_distance("rihgt", "right"), 1);
    assert_int_equal(str_distance("kitten", "sitting"), 3);
    char longer[200];
    memset(longer, 'x', sizeof longer - 1);
    longer[sizeof longer - 1] = '\0';
    assert_int_equal(str_distance(longer, ""), 63);
}

static void err_tells_what_a_sentence_is_made_of(void **state)
{
    (void)state;
    assert_string_equal(err_cause()->kind, "");
    assert_false(err_set_as("too_long", "%s: %d of %zu, %.*s %% %g %04X \u2026", "a.lua",
                            -3, (size_t)7, 2, "abc", 0.5, 0x378u));
    err_prefix("lesson");
    assert_string_equal(err_text(), "lesson: a.lua: -3 of 7, ab % 0.5 0378 \u2026");
    const struct err_cause *cause = err_cause();
    const char *const parts[] = {"a.lua", "-3", "7", "ab", "0.5", "0378"};
    assert_string_equal(cause->kind, "too_long");
    assert_int_equal(cause->count, 6);
    for (size_t i = 0; i < cause->count; i++) {
        assert_string_equal(cause->arguments[i], parts[i]);
    }
    char longer[600];
    memset(longer, 'x', sizeof longer - 1);
    longer[sizeof longer - 1] = '\0';
    err_set_as("long", "%s%ld", longer, 12L);
    assert_int_equal(strlen(cause->arguments[0]), ERR_ARGUMENT_BYTES - 1);
    assert_string_equal(cause->arguments[1], "12");
    err_set_cause(err_text(), err_cause()); /* its own parts are no trouble */
    assert_string_equal(cause->kind, "long");
    err_set("plain");
    assert_string_equal(cause->kind, "");
    assert_int_equal(cause->count, 0);
}

static void err_takes_a_sentence_from_a_table(void **state)
{
    (void)state;
    char again[64];
    const char *pairs[ERR_PAIRS_MAX];
    const char *const arguments[] = {"a.lkx", "7", NULL};
    assert_false(err_set_row("row_bad", "{1}:{2}: not \"{3}\", {1}", arguments));
    assert_string_equal(err_text(), "a.lkx:7: not \"{3}\", {1}");
    assert_false(err_set_row("row_bad", "{2} in {1}", arguments));
    assert_string_equal(err_text(), "7 in a.lkx");
    assert_string_equal(err_cause()->kind, "row_bad");
    assert_int_equal(err_cause()->count, 2);
    err_cause_pairs(err_cause(), pairs);
    assert_string_equal(str_fill(again, sizeof again, "{1}第 {2} 行", pairs),
                        "a.lkx第 7 行");
}

static void err_keeps_the_first_sentence_and_adds_context(void **state)
{
    (void)state;
    assert_false(err_set("%s: line %d is wrong", "a.lua", 3));
    assert_false(err_prefix("lesson %s", "x"));
    assert_string_equal(err_text(), "lesson x: a.lua: line 3 is wrong");
    err_set("again: %s", err_text());
    assert_string_equal(err_text(), "again: lesson x: a.lua: line 3 is wrong");
    err_clear();
    assert_string_equal(err_text(), "");
}

static void copy_never_splits_a_character(void **state)
{
    (void)state;
    const char *text = "按压a深度";
    for (size_t size = 1; size <= strlen(text) + 1; size++) {
        char out[32];
        bool whole = str_copy(out, size, text);
        assert_int_equal(whole, size == strlen(text) + 1);
        assert_true(str_is_utf8(out, strlen(out)));
        assert_memory_equal(out, text, strlen(out));
    }
}

static void broken_utf8_moves_on_by_one_byte(void **state)
{
    (void)state;
    const char *bad[] = {"\xC0\xAF", "\xE4\xB8", "\xF5\x80\x80\x80", "\xED\xA0\x80",
                         "\x80"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        const char *at = bad[i];
        assert_int_equal(str_next_utf8(&at), 0xFFFD);
        assert_ptr_equal(at, bad[i] + 1);
        assert_false(str_is_utf8(bad[i], strlen(bad[i])));
    }
    const char *at = "心";
    assert_int_equal(str_next_utf8(&at), 0x5FC3);
    assert_int_equal(str_next_utf8(&at), 0);
}

static void any_bytes_are_stepped_through_to_their_end(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    for (int round = 0; round < 2000; round++) {
        char text[24];
        int length = rng_int(&rng, 0, 23);
        for (int i = 0; i < length; i++) {
            text[i] = (char)rng_int(&rng, 1, 255);
        }
        text[length] = '\0';
        const char *at = text;
        while (str_next_utf8(&at) != 0) {
            assert_true(at <= text + length);
        }
        assert_ptr_equal(at, text + length);
    }
}

static void anything_becomes_one_line_that_can_be_shown(void **state)
{
    (void)state;
    char text[] = "a\nb\t\x7f\xc2\x85\u6c34\ufffd\xff\xe6\xb0";
    str_one_line(text);
    assert_string_equal(text, "a b    \u6c34\ufffd???");
    err_set("\x1b%s", "\xe6\xb0");
    assert_string_equal(err_text(), " ??");
    err_set_as("odd", "%s", "x\xff");
    assert_string_equal(err_cause()->arguments[0], "x?");

    struct rng rng = rng_begin();
    for (int draw = 0; draw < 20000; draw++) {
        char bytes[24];
        size_t length = (size_t)rng_int(&rng, 0, sizeof bytes - 1);
        for (size_t i = 0; i < length; i++) {
            bytes[i] = (char)rng_int(&rng, 1, 255);
        }
        bytes[length] = '\0';
        str_one_line(bytes);
        assert_int_equal(strlen(bytes), length);
        assert_true(str_is_utf8(bytes, length));
    }
}

static void numbers_are_whole_finite_and_plain(void **state)
{
    (void)state;
    double value = 0;
    assert_true(str_to_double("12.3", &value) && value == 12.3);
    assert_true(str_to_double("-1e3", &value) && value == -1000);
    const char *bad[] = {"", "nan", "inf", "0x10", "1.2mm", "1,5", "1e999"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        assert_false(str_to_double(bad[i], &value));
    }
    int64_t whole = 0;
    assert_true(str_to_int64("-42", &whole) && whole == -42);
    assert_false(str_to_int64("99999999999999999999", &whole));
    assert_false(str_to_int64("4.2", &whole));
}

static void thousands_are_told_apart(void **state)
{
    (void)state;

    static const struct {
        int64_t number;
        const char *words;
    } cases[] = {
        {0, "0"},
        {999, "999"},
        {1000, "1,000"},
        {-999, "-999"},
        {-61240, "-61,240"},
        {4310, "4,310"},
        {123456, "123,456"},
        {1000000, "1,000,000"},
        {INT64_MAX, "9,223,372,036,854,775,807"},
        {INT64_MIN, "-9,223,372,036,854,775,808"},
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char words[STR_GROUPED_MAX];
        assert_string_equal(str_grouped(words, cases[i].number), cases[i].words);
    }
}

static void a_text_grows_as_needed(void **state)
{
    (void)state;
    struct str text = {0};
    for (int i = 0; i < 500; i++) {
        str_add(&text, "%d,", i);
    }
    assert_int_equal(strlen(text.text), text.length);
    assert_string_equal(text.text + text.length - 4, "499,");
    str_free(&text);
    assert_null(text.text);
}

static void a_file_is_written_whole_and_read_back(void **state)
{
    (void)state;
    char folder[] = "/tmp/test-base-XXXXXX";
    assert_non_null(mkdtemp(folder));
    char path[128];
    str_format(path, sizeof path, "%s/a/b", folder);
    assert_true(file_make_folder(path));
    str_format(path, sizeof path, "%s/a/b/counts.csv", folder);
    assert_true(file_write(path, "one\0two", 7));
    size_t length = 0;
    char *text = file_read(path, 100, &length);
    assert_non_null(text);
    assert_int_equal(length, 7);
    assert_memory_equal(text, "one\0two", 8);
    free(text);
    assert_null(file_read(path, 6, &length));
    assert_non_null(strstr(err_text(), path));
    assert_false(file_write("/nowhere/at/all", "x", 1));
    assert_non_null(strstr(err_text(), "/nowhere/at/all"));
}

/* Of two files of one name both stay; the same bytes again are the same file. */
static void nothing_else_is_replaced(void **state)
{
    (void)state;
    char folder[] = "/tmp/test-base-XXXXXX";
    char path[128];
    char name[128];
    char expected[128];
    assert_non_null(mkdtemp(folder));
    str_format(path, sizeof path, "%s/a.b/x.tar.gz", folder);
    str_format(name, sizeof name, "%s/a.b", folder);
    assert_true(file_make_folder(name));
    for (int number = 1; number <= 12; number++) {
        char bytes[16];
        str_format(bytes, sizeof bytes, "file %d", number);
        size_t length = strlen(bytes);
        assert_true(file_name_beside(path, bytes, length, name, sizeof name));
        str_format(expected, sizeof expected, "%s/a.b/x.tar-%d.gz", folder, number);
        assert_string_equal(name, number == 1 ? path : expected);
        assert_true(file_write(name, bytes, length));
        assert_true(file_name_beside(path, bytes, length, expected, sizeof expected));
        assert_string_equal(expected, name); /* again: there already */
    }
    str_format(path, sizeof path, "%s/pipe", folder);
    assert_int_equal(mkfifo(path, 0600), 0);
    assert_true(file_name_beside(path, "x", 1, name, sizeof name)); /* does not wait */
    str_format(expected, sizeof expected, "%s/pipe-2", folder);
    assert_string_equal(name, expected);
    assert_int_equal(symlink("/dev/zero", expected), 0);
    assert_true(file_name_beside(path, "x", 1, name, sizeof name));
    str_format(expected, sizeof expected, "%s/pipe-3", folder);
    assert_string_equal(name, expected);
    assert_false(file_name_beside(path, "x", 1, name, strlen(folder) + 2));
}

/* A link stays one, and a pipe gets the bytes: neither gives its name to a new file. */
static void links_and_pipes_are_written_through(void **state)
{
    (void)state;
    char folder[] = "/tmp/test-base-XXXXXX";
    char path[128];
    char link[128];
    char bytes[8] = "";
    struct stat facts;
    assert_non_null(mkdtemp(folder));
    str_format(path, sizeof path, "%s/file", folder);
    str_format(link, sizeof link, "%s/link", folder);
    assert_true(file_write(path, "old", 3));
    assert_int_equal(symlink(path, link), 0);
    assert_true(file_write(link, "fresh", 5));
    assert_int_equal(lstat(link, &facts), 0);
    assert_true(S_ISLNK(facts.st_mode));
    size_t length = 0;
    char *text = file_read(path, 100, &length);
    assert_non_null(text);
    assert_string_equal(text, "fresh");
    free(text);

    str_format(path, sizeof path, "%s/pipe", folder);
    assert_int_equal(mkfifo(path, 0600), 0);
    assert_false(file_write(path, "x", 1)); /* nobody reads: does not wait */
    assert_non_null(strstr(err_text(), path));
    int reader = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    assert_true(reader >= 0);
    assert_true(file_write(path, "fresh", 5));
    assert_int_equal(read(reader, bytes, sizeof bytes), 5);
    assert_string_equal(bytes, "fresh");
    close(reader);
    assert_int_equal(lstat(path, &facts), 0);
    assert_true(S_ISFIFO(facts.st_mode));
}

static void what_is_in_the_way_is_named(void **state)
{
    (void)state;
    char folder[] = "/tmp/test-base-XXXXXX";
    assert_non_null(mkdtemp(folder));
    char file[64];
    char below[128];
    str_format(file, sizeof file, "%s/file", folder);
    str_format(below, sizeof below, "%s/a/b", file);
    assert_true(file_write(file, "x", 1));
    assert_false(file_make_folder(file));
    assert_non_null(strstr(err_text(), "/file: is not a folder"));
    assert_false(file_make_folder(below));
    assert_non_null(strstr(err_text(), below));
    size_t length = 0;
    assert_null(file_read(folder, 10, &length)); /* opens, but holds no bytes */
    assert_non_null(strstr(err_text(), "cannot be read"));
    assert_false(file_write(folder, "x", 1));
    str_format(below, sizeof below, "%s.new", folder);
    assert_false(file_exists(below)); /* a failure leaves nothing beside it */

    char far[PATH_MAX + 2];
    memset(far, 'x', sizeof far - 1);
    far[sizeof far - 1] = '\0';
    assert_false(file_make_folder(far));
    assert_false(file_write(far, "x", 1));
    unlink(file);
    rmdir(folder);
}

static void a_moved_clock_moves_only_by_hand(void **state)
{
    (void)state;
    struct clock clock;
    clock_init_moved(&clock, 1000);
    assert_int_equal(clock_now_us(&clock), 0);
    clock_move(&clock, 2500000);
    assert_int_equal(clock_now_us(&clock), 2500000);
    assert_int_equal(clock_wall_s(&clock), 1002);
    clock_init_real(&clock);
    int64_t before = clock_now_us(&clock);
    assert_true(clock_now_us(&clock) >= before);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(distances_count_steps),
        cmocka_unit_test(err_tells_what_a_sentence_is_made_of),
        cmocka_unit_test(err_takes_a_sentence_from_a_table),
        cmocka_unit_test(err_keeps_the_first_sentence_and_adds_context),
        cmocka_unit_test(copy_never_splits_a_character),
        cmocka_unit_test(broken_utf8_moves_on_by_one_byte),
        cmocka_unit_test(any_bytes_are_stepped_through_to_their_end),
        cmocka_unit_test(anything_becomes_one_line_that_can_be_shown),
        cmocka_unit_test(numbers_are_whole_finite_and_plain),
        cmocka_unit_test(thousands_are_told_apart),
        cmocka_unit_test(a_text_grows_as_needed),
        cmocka_unit_test(a_file_is_written_whole_and_read_back),
        cmocka_unit_test(nothing_else_is_replaced),
        cmocka_unit_test(links_and_pipes_are_written_through),
        cmocka_unit_test(what_is_in_the_way_is_named),
        cmocka_unit_test(a_moved_clock_moves_only_by_hand),
    };
    return cmocka_run_group_tests_name("base", tests, NULL, NULL);
}
