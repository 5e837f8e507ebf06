/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "base/err.h"
#include "base/file.h"
#include "base/str.h"
#include "conf/conf.h"
#include "support/folder.h"
#include "support/tap.h"

static struct conf_words *load(const char *text)
{
    struct folder folder = folder_make();
    const char *path = folder_file(&folder, "words.lua");
    assert_true(file_write(path, text, strlen(text)));
    err_clear();
    struct conf_words *words = conf_words_load(path);
    folder_remove(&folder);
    return words;
}

static void words_stand_in_the_files_order(void **state)
{
    (void)state;
    size_t count;
    struct conf_words *words = load("return { '按压', '亨利·杜南' }");
    assert_non_null(words);
    const char *const *items = conf_words(words, &count);
    assert_int_equal(count, 2);
    assert_string_equal(items[0], "按压");
    assert_string_equal(items[1], "亨利·杜南");
    conf_words_free(words);
    words = load("return {}");
    assert_non_null(words);
    conf_words(words, &count);
    assert_int_equal(count, 0);
    conf_words_free(words);
    conf_words_free(NULL);
}

static void a_mistake_is_one_sentence(void **state)
{
    (void)state;

    static const struct {
        const char *text, *said;
    } rows[] = {
        {"return { '按压', 3 }", "[2] is not a word; write words in quotes"},
        {"return { zh = '按压' }", "zh is not a word"},
        {"return { { '按压' } }", "[1] is not a word"},
        {"return { '' }", "[1] is \"\"; write one word"},
        {"return { '胸外 按压' }", "[1] is \"胸外 按压\"; write one word without blanks"},
        {"return '按压'", "a string"},
        {"return {", "words.lua"},
    };

    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        assert_null(load(rows[i].text));
        if (!strstr(err_text(), rows[i].said) || !strstr(err_text(), "words.lua")) {
            fail_msg("\"%s\" does not say \"%s\"", err_text(), rows[i].said);
        }
    }
    assert_null(conf_words_load("/nowhere/words.lua"));
}

/* The file of the kiosk: no word twice, and none longer than a narrow card holds. */
static void the_shipped_words_are_sound(void **state)
{
    (void)state;
    size_t count;
    struct conf_words *words = conf_words_load("scripts/words.lua");
    assert_non_null(words);
    const char *const *items = conf_words(words, &count);
    assert_true(count > 100);
    for (size_t i = 0; i < count; i++) {
        const char *at = items[i];
        int characters = 0;
        while (str_next_utf8(&at)) {
            characters++;
        }
        if (characters < 2 || characters > 6) {
            fail_msg("%s has %d characters", items[i], characters);
        }
        for (size_t other = 0; other < i; other++) {
            assert_string_not_equal(items[other], items[i]);
        }
    }
    conf_words_free(words);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_stand_in_the_files_order),
        cmocka_unit_test(a_mistake_is_one_sentence),
        cmocka_unit_test(the_shipped_words_are_sound),
    };
    return cmocka_run_group_tests_name("conf_words", tests, NULL, NULL);
}
