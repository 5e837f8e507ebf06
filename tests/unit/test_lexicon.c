/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "base/err.h"
#include "base/file.h"
#include "base/paths.h"
#include "base/str.h"
#include "conf/conf.h"
#include "speech/lexicon.h"
#include "support/folder.h"
#include "support/tap.h"

/* NULL (err_text()) when conf or the lexicon refuses the list. */
static struct lexicon *add(struct lexicon *lexicon, const char *path)
{
    struct conf_readings *readings = conf_readings_load(path);
    bool sound = readings && lexicon_add(lexicon, readings);
    conf_readings_free(readings);
    return sound ? lexicon : NULL;
}

static struct lexicon *shipped(const char *locale)
{
    struct paths paths;
    assert_true(paths_init(&paths, NULL));
    struct lexicon *lexicon =
        lexicon_load(&paths, str_equal(locale, "zh") ? "zh-CN" : locale, locale);
    assert_non_null(lexicon);
    return lexicon;
}

static void compare(const char *locale, const char *const (*rows)[2], size_t count)
{
    struct lexicon *lexicon = shipped(locale);
    int wrong = 0;
    for (size_t i = 0; i < count; i++) {
        struct str out = {0};
        lexicon_say(lexicon, rows[i][0], &out);
        const char *said = out.text ? out.text : "";
        if (!str_equal(said, rows[i][1])) {
            print_error("\"%s\": \"%s\", wanted \"%s\"\n", rows[i][0], said, rows[i][1]);
            wrong++;
        }
        str_free(&out);
    }
    lexicon_destroy(lexicon);
    assert_int_equal(wrong, 0);
}

static void chinese_becomes_pinyin(void **state)
{
    (void)state;

    static const char *const rows[][2] = {
        {"", ""},
        {"重复，重要。", "chong2 fu4，zhong4 yao4。"},
        {"院长", "yuan4 zhang3"},
        {"着火", "zhao2 huo3"},
        {"中毒", "zhong4 du2"},
        {"中风", "zhong4 feng1"},
        {"晕倒", "yun1 dao3"},
        {"溺水", "ni4 shui3"},
        {"呕吐", "ou3 tu4"},
        {"肋骨", "lei4 gu3"},
        {"胸骨", "xiong1 gu3"},
        {"音乐，快乐", "yin1 yue4，kuai4 le4"},
        {"银行", "yin2 hang2"},
        {"绿色", "lv4 se4"},
        {"不是，不好，不", "bu2 shi4，bu4 hao3，bu4"},
        {"一次，一天，第一次，一", "yi2 ci4，yi4 tian1，di4 yi1 ci4，yi1"},
        {"一百一十一", "yi4 bai3 yi1 shi2 yi1"},
        {"一九零一年", "yi1 jiu3 ling2 yi1 nian2"},
        {"打幺二零", "da3 yao1 er4 ling2"},
        {"A E D 来了", "ei1 yi4 di4 lai2 le5"},
        {"Tutti fratelli 是", "tu2 ti4 fu1 la1 tai4 li4 shi4"},
        {"救护车赶到", "jiu4 hu4 che1 gan3 dao4"},
        {"心脏骤停", "xin1 zang4 zhou4 ting2"},
        {"两只手", "liang3 zhi1 shou3"},
        {"按得对不对", "an4 de5 dui4 bu5 dui4"},
        /* Between a word and itself 一 and 不 have no tone; where it counts 一 has. */
        {"练一练，是不是，量一量", "lian4 yi5 lian4，shi4 bu5 shi4，liang2 yi5 liang2"},
        {"一步一步教你", "yi2 bu4 yi2 bu4 jiao1 ni3"},
        {"教会它，教员，教堂", "jiao1 hui4 ta1，jiao4 yuan2，jiao4 tang2"},
        /* "Got" and "can be saved". */
        {"得了一百分", "de2 le5 yi4 bai3 fen1"},
        {"才救得了他", "cai2 jiu4 de5 liao3 ta1"},
    };

    compare("zh", rows, sizeof rows / sizeof *rows);
}

static void english_stays_but_for_listed_words(void **state)
{
    (void)state;

    static const char *const rows[][2] = {
        {"A match, a rival", "A match, a rival"},
        {"an A E D", "an eigh E D"},
        {"Text A", "Text eigh"},
        {"Dunant's book", "Dunant's book"},
        {"Henry Dunant, a man", "Henry doonong, a man"},
    };

    compare("en", rows, sizeof rows / sizeof *rows);
}

static void what_is_a_guess_is_told(void **state)
{
    (void)state;

    static const char *const rows[][2] = {
        {"重复重要", ""}, {"书重。", "重"},      {"血流", ""},
        {"𠀀", "𠀀"},     {"quux 来了", "quux"}, {"A E D，一到", ""},
    };

    struct lexicon *lexicon = shipped("zh");
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        size_t length = 0;
        const char *at = lexicon_undecided(lexicon, rows[i][0], &length);
        char found[16] = "";
        if (at) {
            memcpy(found, at, length);
        }
        if (!str_equal(found, rows[i][1])) {
            fail_msg("\"%s\": told \"%s\", wanted \"%s\"", rows[i][0], found, rows[i][1]);
        }
    }
    lexicon_destroy(lexicon);
}

static void a_mistake_is_one_sentence(void **state)
{
    (void)state;

    static const char *const rows[][2] = {
        {"return { words = { ['重复'] = 'chong2' } }", "2 characters and 1 syllables"},
        {"return { words = { ['重复'] = 'chong2 fu' } }", "\"fu\" is not a syllable"},
        {"return { words = { ['重复'] = 'chogn2 fu4' } }",
         "\"chogn2\" is not a syllable"},
        {"return { words = { ['重复'] = 'chóng fù' } }", "is not a syllable"},
        {"return { words = { ['重复'] = 'chong2  fu4' } }", "is not a syllable"},
        {"return { words = { ['重复'] = 2 } }", "words.重复 has no reading"},
        {"return { words = { ['重复'] = '' } }", "words.重复 has no reading"},
        {"return { words = { 'chong2' } }", "words[1] has no word"},
        {"return { words = 'x' }", "words is not a table"},
        {"return { several = 2 }", "several is not a text"},
        {"return { word = {} }", "there is no \"word\""},
        {"return { characters = { a9 = '啊' } }", "\"a9\" is not a syllable"},
    };

    struct folder folder = folder_make();
    const char *path = folder_file(&folder, "zh.lua");
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        assert_true(file_write(path, rows[i][0], strlen(rows[i][0])));
        struct lexicon *lexicon = lexicon_create("zh");
        err_clear();
        assert_null(add(lexicon, path));
        if (!strstr(err_text(), rows[i][1]) || !str_starts(err_text(), path)) {
            fail_msg("\"%s\" does not say \"%s\"", err_text(), rows[i][1]);
        }
        lexicon_destroy(lexicon);
    }
    folder_remove(&folder);
}

/* The list that comes first goes first, a longer word before a shorter one. */
static void lists_add_up(void **state)
{
    (void)state;
    struct folder folder = folder_make();
    const char *path = folder_file(&folder, "zh.lua");
    struct lexicon *lexicon = lexicon_create("zh-CN");
    static const char *const lists[] = {
        "return { words = { ['重'] = 'chong2', ['重大'] = 'zhong4 da4' } }",
        "return { words = { ['重大'] = 'chong2 da4' }, characters = { zhong4 = '重', "
        "da4 = '大' } }"};
    for (size_t i = 0; i < 2; i++) {
        assert_true(file_write(path, lists[i], strlen(lists[i])));
        assert_non_null(add(lexicon, path));
    }
    struct str out = {0};
    lexicon_say(lexicon, "重，大，重大", &out);
    assert_string_equal(out.text, "chong2，da4，zhong4 da4");
    str_free(&out);
    lexicon_destroy(lexicon);
    folder_remove(&folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(chinese_becomes_pinyin),
        cmocka_unit_test(english_stays_but_for_listed_words),
        cmocka_unit_test(what_is_a_guess_is_told),
        cmocka_unit_test(a_mistake_is_one_sentence),
        cmocka_unit_test(lists_add_up),
    };
    return cmocka_run_group_tests_name("lexicon", tests, NULL, NULL);
}
