/* SPDX-License-Identifier: MIT */
#include <string.h>
#include <unistd.h>

#include "base/err.h"
#include "base/file.h"
#include "base/str.h"
#include "conf/conf.h"
#include "support/tap.h"

static char path[] = "/tmp/test-texts-XXXXXX";

static int make_file(void **state)
{
    (void)state;
    int fd = mkstemp(path);
    return fd < 0 ? -1 : close(fd);
}

static int remove_file(void **state)
{
    (void)state;
    return unlink(path);
}

static struct conf_texts *load(const char *text)
{
    assert_true(file_write(path, text, strlen(text)));
    return conf_texts_load(path);
}

static void texts_are_found_by_key(void **state)
{
    (void)state;
    struct conf_texts *texts =
        load("return { start = '开始', back = 'Back', empty = '',\n"
             "  ['card.next'] = [[two\nlines]] }");
    assert_non_null(texts);
    assert_string_equal(conf_text(texts, "start"), "开始");
    assert_string_equal(conf_text(texts, "card.next"), "two\nlines");
    assert_string_equal(conf_text(texts, "empty"), "");
    assert_null(conf_text(texts, "star"));
    assert_null(conf_text(texts, ""));
    static const char *const keys[] = {"back", "card.next", "empty", "start"};
    for (size_t i = 0; i < 4; i++) {
        assert_string_equal(conf_text_key(texts, i), keys[i]);
    }
    assert_null(conf_text_key(texts, 4));
    conf_texts_free(texts);
    conf_texts_free(NULL);
    texts = load("return {}");
    assert_null(conf_text(texts, "start"));
    conf_texts_free(texts);
}

static void every_one_of_many_random_texts_is_found(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    int count = rng_int(&rng, 500, 3000);
    int step = rng_int(&rng, 1, 97);
    struct str text = {0};
    str_add(&text, "return {\n");
    for (int i = 0; i < count; i++) {
        str_add(&text, "key_%d = \"文 %d\",\n", i * step, i);
    }
    str_add(&text, "}\n");
    struct conf_texts *texts = load(text.text);
    assert_non_null(texts);
    for (int i = 0; i < count; i++) {
        char key[32];
        char expected[32];
        str_format(key, sizeof key, "key_%d", i * step);
        str_format(expected, sizeof expected, "文 %d", i);
        assert_string_equal(conf_text(texts, key), expected);
    }
    assert_null(conf_text_key(texts, (size_t)count));
    conf_texts_free(texts);
    str_free(&text);
}

static void what_is_shown_is_the_text_or_its_key(void **state)
{
    (void)state;
    struct conf_texts *texts = load("return { start = '开始', empty = '' }");
    assert_string_equal(conf_tr(texts, "start"), "开始");
    assert_string_equal(conf_tr(texts, "empty"), "");
    assert_string_equal(conf_tr(texts, "missing"), "missing");
    conf_texts_free(texts);
}

static void names_in_a_text_are_filled(void **state)
{
    (void)state;
    struct conf_texts *texts =
        load("return { two = '{n} of {of}', again = '{n}{n}', open = 'a { b',\n"
             "  other = '{n}, {m}, {n}', zh = '按 {n} 次' }");
    const char *const pairs[] = {"n", "3", "of", "{n}", NULL};
    static const char *const cases[][2] = {
        {"two", "3 of {n}"},      {"again", "33"},      {"open", "a { b"},
        {"other", "3, {m}, {n}"}, /* all behind an unknown name stays */
        {"zh", "按 3 次"},        {"{n} key", "3 key"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char out[64];
        assert_ptr_equal(conf_fill(texts, out, sizeof out, cases[i][0], pairs), out);
        assert_string_equal(out, cases[i][1]);
    }
    conf_texts_free(texts);
}

static void one_and_all_have_texts_of_their_own(void **state)
{
    (void)state;
    struct conf_texts *texts = load(
        "return { push = '{n} pushes', push_one = '1 push', plain = '{n} times',\n"
        "  bad = '{n} of {of} bad', bad_all = 'every {of} bad', bad_one = 'one bad',\n"
        "  sum = '{s} s, {n}', sum_one = 'a second' }");

    static const struct {
        const char *key, *first, *n, *of, *text;
    } cases[] = {
        {"push", "n", "0", "9", "0 pushes"},      {"push", "n", "1", "9", "1 push"},
        {"push", "n", "1.0", "9", "1.0 pushes"},  {"push", "n", "11", "9", "11 pushes"},
        {"plain", "n", "1", "9", "1 times"},      {"bad", "n", "3", "30", "3 of 30 bad"},
        {"bad", "n", "30", "30", "every 30 bad"}, {"bad", "n", "1", "30", "one bad"},
        {"bad", "n", "1", "1", "every 1 bad"},    {"sum", "s", "1", "1", "a second"},
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char out[64];
        bool by_n = str_equal(cases[i].first, "n");
        const char *const n_first[] = {"n", cases[i].n, "of", cases[i].of, NULL};
        const char *const s_first[] = {"s", "1", "n", cases[i].n, NULL};
        conf_fill(texts, out, sizeof out, cases[i].key, by_n ? n_first : s_first);
        assert_string_equal(out, cases[i].text);
    }
    conf_texts_free(texts);
}

static void what_does_not_fit_is_cut_between_characters(void **state)
{
    (void)state;
    struct conf_texts *texts = load("return { zh = '按压{n}次，{n}{n}' }");
    static const char *const values[] = {"", "7", "三", "😀a"};
    for (size_t v = 0; v < sizeof values / sizeof *values; v++) {
        const char *const pairs[] = {"n", values[v], NULL};
        char whole[64];
        conf_fill(texts, whole, sizeof whole, "zh", pairs);
        for (size_t size = 1; size <= strlen(whole) + 1; size++) {
            char expected[64];
            char out[64];
            str_copy(expected, size, whole);
            out[size] = 'x';
            conf_fill(texts, out, size, "zh", pairs);
            assert_string_equal(out, expected);
            assert_int_equal(out[size], 'x');
        }
    }
    conf_texts_free(texts);
}

static void anything_but_texts_is_refused(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"return { a = 'x', b = 5 }", ": b is a number; write a text in quotes"},
        {"return { a = { b = 'x' } }", ": a is a table; write a text in quotes"},
        {"return { a = true }", ": a is true or false; write a text in quotes"},
        {"return { 'x' }", ": the text at place [1] has no key; write key = \"text\""},
        {"return { a = 'x' .. nil }", ":1: attempt to concatenate a nil value"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_null(load(cases[i][0]));
        assert_true(str_starts(err_text(), path));
        assert_string_equal(err_text() + strlen(path), cases[i][1]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(texts_are_found_by_key),
        cmocka_unit_test(every_one_of_many_random_texts_is_found),
        cmocka_unit_test(what_is_shown_is_the_text_or_its_key),
        cmocka_unit_test(names_in_a_text_are_filled),
        cmocka_unit_test(one_and_all_have_texts_of_their_own),
        cmocka_unit_test(what_does_not_fit_is_cut_between_characters),
        cmocka_unit_test(anything_but_texts_is_refused),
    };
    return cmocka_run_group_tests_name("conf texts", tests, make_file, remove_file);
}
