/* SPDX-License-Identifier: MIT */
/* One bad file of those without which there is no kiosk: it is named, and another stands
 * in its place. */
#include <ftw.h>
#include <sys/stat.h>

#include "base/file.h"
#include "conf/fallback.h"
#include "support/folder.h"
#include "support/tap.h"

static struct folder folder;
static struct paths paths;
static struct flaws flaws;

static int drop(const char *path, const struct stat *facts, int kind, struct FTW *at)
{
    (void)facts;
    (void)kind;
    (void)at;
    return remove(path);
}

static void copy(const char *name)
{
    char path[PATHS_BYTES];
    size_t length = 0;
    char *bytes = file_read(name, 1 << 20, &length);
    assert_non_null(bytes);
    str_format(path, sizeof path, "%s/%s", folder.path, name);
    assert_true(file_write(path, bytes, length));
    free(bytes);
}

static void spoil(const char *name, const char *bytes)
{
    char path[PATHS_BYTES];
    str_format(path, sizeof path, "%s/%s", folder.path, name);
    if (bytes) {
        assert_true(file_write(path, bytes, strlen(bytes)));
    } else {
        assert_int_equal(unlink(path), 0);
    }
}

/* A scripts folder of its own, whole. */
static int begin(void **state)
{
    (void)state;
    static const char *const names[] = {
        "languages.lua",           "topics.lua",
        "text/zh-CN.lua",          "text/en.lua",
        "guidelines/aha-2025.lua", "guidelines/erc-2025.lua",
        "guidelines/china.lua",    "sources/en.lua",
        "sources/zh-CN.lua"};
    char path[PATHS_BYTES];
    folder = folder_make();
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        str_format(path, sizeof path, "%s/scripts/%s", folder.path, names[i]);
        *strrchr(path, '/') = '\0';
        assert_true(file_make_folder(path));
        str_format(path, sizeof path, "scripts/%s", names[i]);
        copy(path);
    }
    memset(&flaws, 0, sizeof flaws);
    memset(&paths, 0, sizeof paths);
    paths.root_count = 1;
    str_copy(paths.roots[0], PATHS_BYTES, folder.path);
    return 0;
}

static int end(void **state)
{
    (void)state;
    nftw(folder.path, drop, 8, FTW_DEPTH | FTW_PHYS);
    return 0;
}

/* What may happen to a file of data: Lua that is none, a wrong value, nothing in it,
 * bytes that are no text, no end, not there. */
static const char *const bad[] = {
    "return {",  "return { x = print }", "",  "\x80\xff return 1", "while true do end",
    "return {}", "return { [1] = 2 }",   NULL};

enum { BAD = sizeof bad / sizeof *bad };

static void expect_one(const char *name, enum flaw_instead instead)
{
    printf("# %s (%s)\n", flaws.items[0].sentence,
           flaw_instead_name(flaws.items[0].instead));
    assert_int_equal(flaws.count, 1);
    assert_non_null(strstr(flaws.items[0].sentence, name));
    assert_int_equal(flaws.items[0].instead, instead);
}

static void topics_are_those_built_in(void **state)
{
    (void)state;
    struct conf_topics whole;
    struct conf_topics topics;
    conf_topics_read(&whole, &paths, &flaws);
    assert_int_equal(flaws.count, 0);
    for (size_t i = 0; i < BAD; i++) {
        memset(&flaws, 0, sizeof flaws);
        spoil("scripts/topics.lua", bad[i]);
        conf_topics_read(&topics, &paths, &flaws);
        expect_one("scripts/topics.lua", FLAW_BUILTIN);
        assert_memory_equal(&topics, &whole, sizeof topics);
    }
    conf_topics_read(&topics, &paths, NULL);
}

static void a_source_has_words_in_each_language(void **state)
{
    (void)state;
    struct conf_languages languages;
    struct conf_texts *texts[CONF_LANGUAGES_MAX] = {NULL};
    conf_languages_read(&languages, texts, &paths, &flaws);
    assert_int_equal(flaws.count, 0);
    for (size_t i = 0; i < languages.count; i++) {
        bool chinese = str_equal(languages.items[i].code, "zh-CN");
        const char *law =
            chinese ? "《民法典》第184条" : "Civil Code of China, article 184";
        assert_string_equal(conf_source(texts[i], "民法典 184"), law);
        assert_string_equal(conf_source(texts[i], "Civil Code 184"), law);
        assert_string_equal(conf_source(texts[i], "Some Book 1999"), "Some Book 1999");
        assert_string_equal(conf_source(NULL, "民法典 184"), "民法典 184");
        conf_texts_free(texts[i]);
        texts[i] = NULL;
    }
    /* Tags stand as they are written where the file cannot be used. */
    static const char *const broken[] = {"return {", "return { [1] = 2 }",
                                         "return { [\"NHC 2024\"] = 2 }"};
    for (size_t i = 0; i < sizeof broken / sizeof *broken; i++) {
        memset(&flaws, 0, sizeof flaws);
        spoil("scripts/sources/en.lua", broken[i]);
        conf_languages_read(&languages, texts, &paths, &flaws);
        expect_one("scripts/sources/en.lua", FLAW_WITHOUT);
        for (size_t k = 0; k < languages.count; k++) {
            bool chinese = str_equal(languages.items[k].code, "zh-CN");
            assert_string_equal(conf_source(texts[k], "民法典 184"),
                                chinese ? "《民法典》第184条" : "民法典 184");
            conf_texts_free(texts[k]);
            texts[k] = NULL;
        }
    }
}

static void read_languages(struct conf_languages *languages, size_t count)
{
    struct conf_texts *texts[CONF_LANGUAGES_MAX] = {NULL};
    memset(&flaws, 0, sizeof flaws);
    conf_languages_read(languages, texts, &paths, &flaws);
    assert_int_equal(languages->count, count);
    for (size_t i = 0; i < CONF_LANGUAGES_MAX; i++) {
        assert_int_equal(texts[i] != NULL, i < count);
        if (i < count) {
            assert_non_null(conf_text(texts[i], "trouble_start"));
        }
        conf_texts_free(texts[i]);
    }
}

static void languages_and_their_texts_are_those_built_in(void **state)
{
    (void)state;
    static const char *const files[] = {"scripts/languages.lua", "scripts/text/zh-CN.lua",
                                        "scripts/text/en.lua"};
    struct conf_languages languages;
    read_languages(&languages, 2);
    assert_int_equal(flaws.count, 0);
    for (size_t file = 0; file < 3; file++) {
        for (size_t i = 0; i < BAD; i++) {
            spoil(files[file], bad[i]);
            read_languages(&languages, 2);
            expect_one(files[file], FLAW_BUILTIN);
            assert_string_equal(languages.items[0].code, "zh-CN");
        }
        copy(files[file]);
    }
}

/* A language of which the program has no copy. */
static void another_language_is_left_out(void **state)
{
    (void)state;
    struct conf_languages languages;
    spoil("scripts/languages.lua",
          "return { { code = 'de', name = 'Deutsch', locale = 'de' },\n"
          "{ code = 'en', name = 'English', locale = 'en' } }");
    read_languages(&languages, 1);
    expect_one("scripts/text/de.lua", FLAW_WITHOUT);
    assert_string_equal(languages.items[0].code, "en");
    spoil("scripts/languages.lua",
          "return { { code = 'de', name = 'Deutsch', locale = 'de' } }");
    read_languages(&languages, 2);
    assert_string_equal(languages.items[0].code, "zh-CN");
}

static void a_guideline_is_left_out_and_the_adults_is_built_in(void **state)
{
    (void)state;
    struct conf_guidelines whole;
    struct conf_guidelines guidelines;
    conf_guidelines_read(&whole, &paths, &flaws);
    assert_int_equal(flaws.count, 0);
    for (size_t i = 0; i < BAD - 1; i++) {
        memset(&flaws, 0, sizeof flaws);
        spoil("scripts/guidelines/erc-2025.lua", bad[i]);
        conf_guidelines_read(&guidelines, &paths, &flaws);
        expect_one("guidelines/erc-2025.lua", FLAW_WITHOUT);
        assert_null(conf_guideline(&guidelines, "erc-2025/adult"));
        assert_true(guidelines.count < whole.count);
        assert_non_null(conf_guideline(&guidelines, "china/adult"));
    }
    copy("scripts/guidelines/erc-2025.lua");
    for (size_t i = 0; i < BAD - 1; i++) {
        memset(&flaws, 0, sizeof flaws);
        spoil("scripts/guidelines/aha-2025.lua", bad[i]);
        conf_guidelines_read(&guidelines, &paths, &flaws);
        expect_one("guidelines/aha-2025.lua", FLAW_BUILTIN);
        assert_int_equal(guidelines.count, whole.count);
        assert_memory_equal(&guidelines, &whole, sizeof whole);
    }
}

/* Half of a file is none of it: the first profile alone would be a guideline that nobody
 * has written. */
static void half_a_guideline_is_none(void **state)
{
    (void)state;
    size_t length = 0;
    struct conf_guidelines guidelines;
    char *text = file_read("scripts/guidelines/erc-2025.lua", 1 << 20, &length);
    char *last = NULL;
    for (char *at = text; (at = strstr(at, "depth_mm")); at++) {
        last = at;
    }
    assert_non_null(last);
    last[0] = 'D'; /* the last profile's */
    spoil("scripts/guidelines/erc-2025.lua", text);
    conf_guidelines_read(&guidelines, &paths, &flaws);
    expect_one("guidelines/erc-2025.lua", FLAW_WITHOUT);
    for (size_t i = 0; i < guidelines.count; i++) {
        assert_false(str_starts(guidelines.items[i].name, "erc-2025"));
    }
    free(text);
}

static void without_the_folder_there_is_the_adults(void **state)
{
    (void)state;
    struct conf_guidelines guidelines;
    spoil("scripts/guidelines/aha-2025.lua", NULL);
    for (int i = 0; i < 3; i++) {
        memset(&flaws, 0, sizeof flaws);
        conf_guidelines_read(&guidelines, &paths, &flaws);
        expect_one("scripts/guidelines/aha-2025.lua", FLAW_BUILTIN);
        assert_string_equal(conf_guideline(&guidelines, "adult")->name, "aha-2025/adult");
        if (i < 2) {
            spoil(i ? "scripts/guidelines/china.lua" : "scripts/guidelines/erc-2025.lua",
                  NULL);
        }
    }
    /* It is there, and no adult's is in it. */
    memset(&flaws, 0, sizeof flaws);
    size_t length = 0;
    char *text = file_read("scripts/guidelines/aha-2025.lua", 1 << 20, &length);
    memcpy(strstr(text, " adult = "), " grown", 6);
    spoil("scripts/guidelines/aha-2025.lua", text);
    free(text);
    conf_guidelines_read(&guidelines, &paths, &flaws);
    expect_one("scripts/guidelines: holds no", FLAW_BUILTIN);
    assert_string_equal(conf_guideline(&guidelines, "adult")->name, "aha-2025/adult");
    assert_non_null(conf_guideline(&guidelines, "aha-2025/grown")); /* sound ones stay */
    assert_non_null(conf_guideline(&guidelines, "aha-2025/child"));
    memset(&flaws, 0, sizeof flaws);
    str_copy(paths.roots[0], PATHS_BYTES, "/nowhere");
    conf_guidelines_read(&guidelines, &paths, &flaws);
    expect_one("/nowhere/scripts/guidelines", FLAW_BUILTIN);
    assert_non_null(conf_guideline(&guidelines, "aha-2025/adult"));
}

static void flaws_are_kept_once_and_forgotten_by_tag(void **state)
{
    (void)state;
    for (int i = 0; i < FLAWS_MAX + 5; i++) {
        err_set_as("text_what", "%s: %s is wrong", "a.lua", i % 2 ? "x" : "y");
        flaws_add(&flaws, i % 2 ? "texts" : "lesson", FLAW_WITHOUT);
    }
    assert_int_equal(flaws.count, 2);
    assert_string_equal(flaws.items[0].cause.kind, "text_what");
    assert_string_equal(flaws.items[0].cause.arguments[1], "y");
    for (int i = 0; i < FLAWS_MAX + 5; i++) {
        err_set("b.lua:%d: wrong", i);
        flaws_add(&flaws, "pack", FLAW_SHIPPED);
    }
    assert_int_equal(flaws.count, FLAWS_MAX);
    assert_int_equal(flaws.left_out, 7);
    err_set("c.lua: wrong");
    flaws_add(&flaws, "config", FLAW_WITHOUT);
    struct flaws joined = {0};
    flaws_join(&joined, &flaws);
    assert_int_equal(joined.left_out, 8);
    flaws_forget(&joined, "pack");
    assert_int_equal(joined.left_out, 1);
    flaws_forget(&flaws, "pack");
    flaws_forget(&flaws, "lesson");
    assert_int_equal(flaws.count, 1);
    assert_int_equal(flaws.left_out, 1); /* the other tag's */
    flaws_forget(&flaws, "config");
    assert_int_equal(flaws.left_out, 0);
    for (int reads = 0; reads < 3; reads++) { /* and does not grow from read to read */
        flaws_forget(&flaws, "lesson");
        for (int i = 0; i < FLAWS_MAX + 2; i++) {
            err_set("d.lua:%d: wrong", i);
            flaws_add(&flaws, "lesson", FLAW_WITHOUT);
        }
        assert_int_equal(flaws.left_out, 3);
    }
    flaws_forget(&flaws, "lesson");
    assert_string_equal(flaws.items[0].tag, "texts");
    struct flaws *more = calloc(1, sizeof *more);
    flaws_join(more, &flaws);
    flaws_join(more, &flaws);
    assert_int_equal(more->count, 1);
    free(more);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(topics_are_those_built_in, begin, end),
        cmocka_unit_test_setup_teardown(languages_and_their_texts_are_those_built_in,
                                        begin, end),
        cmocka_unit_test_setup_teardown(a_source_has_words_in_each_language, begin, end),
        cmocka_unit_test_setup_teardown(another_language_is_left_out, begin, end),
        cmocka_unit_test_setup_teardown(
            a_guideline_is_left_out_and_the_adults_is_built_in, begin, end),
        cmocka_unit_test_setup_teardown(half_a_guideline_is_none, begin, end),
        cmocka_unit_test_setup_teardown(without_the_folder_there_is_the_adults, begin,
                                        end),
        cmocka_unit_test_setup_teardown(flaws_are_kept_once_and_forgotten_by_tag, begin,
                                        end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
