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

static void voices_are_rows_apart(void **state)
{
    (void)state;
    assert_true(load("return { { code = 'en', name = 'E', locale = 'en' },\n"
                     "{ code = 'zh-CN', name = '中文', locale = 'zh', voices = {\n"
                     "{ code = 'zh-CN', name = '普通话' },\n"
                     "{ code = 'zh-CN@jiashan', name = '嘉善话' } } } }"));
    assert_int_equal(languages.items[0].voice_count, 0);
    assert_int_equal(languages.items[1].voice_count, 2);
    assert_string_equal(languages.items[1].voices[0].name, "普通话");
    assert_string_equal(languages.items[1].voices[1].code, "zh-CN@jiashan");
}

#define WITH_VOICES(rows)                                                                \
    "return { { code = 'zh', name = 'Z', locale = 'zh', voices = " rows " } }"

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
        {WITH_VOICES("'zh@a'"), "[1].voices is"},
        {WITH_VOICES("{ 'zh' }"), "[1].voices[1] is not a voice"},
        {WITH_VOICES("{ zh = 'Z' }"), "is not a voice"},
        {WITH_VOICES("{ { code = 'zh' } }"), "[1].voices[1].name is missing"},
        {WITH_VOICES("{ { code = 'zh@a', name = 'A' } }"), "write \"zh\""},
        {WITH_VOICES("{ { code = 'zh', name = 'Z' }, { code = 'en@a', name = 'A' } }"),
         "[1].voices[2].code is \"en@a\"; write \"zh@\""},
        {WITH_VOICES("{ { code = 'zh', name = 'Z' }, { code = 'zh@', name = 'A' } }"),
         "[1].voices[2].code is \"zh@\""},
        {WITH_VOICES("{ { code = 'zh', name = 'Z' }, { code = 'zh@../', name = 'A' } }"),
         "[1].voices[2].code is \"zh@../\""},
        {WITH_VOICES("{ { code = 'zh', name = 'Z' }, { code = 'zh@a', name = 'A' }, "
                     "{ code = 'zh@a', name = 'B' } }"),
         "[1].voices[3].code is \"zh@a\", which is there already"},
        {WITH_VOICES("{ { code = 'zh', name = 'Z' }, { code = 'zh@a', name = 'A' }, "
                     "{ code = 'zh@b', name = 'B' }, { code = 'zh@c', name = 'C' }, "
                     "{ code = 'zh@d', name = 'D' } }"),
         "[1].voices[5] is one more than the 4"},
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
        cmocka_unit_test(voices_are_rows_apart),
        cmocka_unit_test(a_mistake_is_one_sentence),
        cmocka_unit_test(the_shipped_ones_load),
    };
    return cmocka_run_group_tests_name("conf languages", tests, NULL, NULL);
}
