/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "base/err.h"
#include "base/file.h"
#include "conf/conf.h"
#include "support/folder.h"
#include "support/tap.h"

static struct conf_languages languages;

static bool load(const char *text)
{
    struct folder folder = folder_make();
    const char *path = folder_file(&folder, "languages.lua");
    assert_true(file_write(path, text, strlen(text)));
    err_clear();
    bool sound = conf_languages_load(&languages, path);
    folder_remove(&folder);
    return sound;
}

static void languages_stand_in_the_files_order(void **state)
{
    (void)state;
    char codes[64];
    assert_true(load("return { { code = 'ug', name = 'U', locale = 'en' },\n"
                     "{ code = 'bo', name = 'B', locale = 'en' },\n"
                     "{ code = 'zh-CN', name = '中文', locale = 'zh' } }"));
    assert_int_equal(languages.count, 3);
    assert_int_equal(conf_language_at(&languages, "bo"), 1);
    assert_int_equal(conf_language_at(&languages, "fr"), -1);
    assert_string_equal(languages.items[2].name, "中文");
    conf_language_codes(&languages, codes, sizeof codes);
    assert_string_equal(codes, "\"ug\", \"bo\" or \"zh-CN\"");
}

static void a_mistake_is_one_sentence(void **state)
{
    (void)state;

    static const struct {
        const char *text, *said;
    } rows[] = {
        {"return {}", "holds not one row"},
        {"return { 'en' }", "[1] is not a language"},
        {"return { en = {} }", "en is not a language"},
        {"return { { code = 'en', name = 'E' } }", "[1].locale is missing"},
        {"return { { code = '../x', name = 'E', locale = 'en' } }",
         "[1].code is \"../x\""},
        {"return { { code = 'en', name = 'E', locale = 'en' },\n"
         "{ code = 'en', name = 'F', locale = 'en' } }",
         "[2].code is \"en\", which is there already"},
        {"return { { code = 'en', name = 'E', locale = 'en', dir = 'rtl' } }", "dir"},
    };

    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        assert_false(load(rows[i].text));
        if (!strstr(err_text(), rows[i].said)) {
            fail_msg("\"%s\" does not say \"%s\"", err_text(), rows[i].said);
        }
    }
}

static void the_shipped_ones_load(void **state)
{
    (void)state;
    assert_true(conf_languages_load(&languages, "scripts/languages.lua"));
    assert_int_equal(conf_language_at(&languages, "zh-CN"), 0);
    assert_int_equal(conf_language_at(&languages, "en"), 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(languages_stand_in_the_files_order),
        cmocka_unit_test(a_mistake_is_one_sentence),
        cmocka_unit_test(the_shipped_ones_load),
    };
    return cmocka_run_group_tests_name("conf languages", tests, NULL, NULL);
}
