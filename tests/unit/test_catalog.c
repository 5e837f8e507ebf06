/* SPDX-License-Identifier: MIT */
#include "lesson/catalog.h"
#include "support/probe.h"
#include "support/tap.h"

/* Writes <root>/<id>/lesson.lua; its English title is the id. */
static void add(const struct probe *probe, const char *id, const char *table)
{
    struct probe other = *probe;
    char text[256];
    str_format(other.folder, sizeof other.folder, "%s/%s", probe->root, id);
    str_format(text, sizeof text, "%s/text", other.folder);
    assert_true(file_make_folder(text));
    probe_write(&other, table);
    str_format(text, sizeof text, "return { title = '%s', summary = 'About %s' }", id,
               id);
    probe_file(&other, "text/en.lua", text, strlen(text));
}

static struct catalog *load(const char *folder, const char *lang)
{
    struct paths paths = {0};
    assert_true(paths_replace(&paths, "scripts", "scripts"));
    assert_true(paths_replace(&paths, "scripts/lessons", folder));
    return catalog_load(&paths, lang);
}

static void good_lessons_are_listed_and_bad_ones_named(void **state)
{
    (void)state;
    struct probe probe;
    probe_begin(&probe); /* its own folder has no lesson.lua: that is not a lesson */
    add(&probe, "zebra", "return { api = 1, id = 'zebra', minutes = 2, run = print }");
    add(&probe, "beta",
        "return { api = 1, id = 'beta', minutes = 2, run = function() end }");
    add(&probe, "alpha",
        "return { api = 1, id = 'alpha', minutes = 3, run = function() end }");
    add(&probe, "loops", "while true do end");
    struct catalog *catalog = load(probe.root, "en");
    assert_int_equal(catalog->count, 2);
    assert_string_equal(catalog->items[0].info.id, "alpha");
    assert_string_equal(catalog->items[0].title, "alpha");
    assert_string_equal(catalog->items[0].summary, "About alpha");
    assert_int_equal(catalog->items[0].info.minutes, 3);
    assert_string_equal(catalog->items[1].info.id, "beta");
    assert_int_equal(catalog->flaws.count, 2);
    assert_non_null(
        strstr(catalog->flaws.items[0].sentence, "loops/lesson.lua:1: ran for"));
    assert_non_null(
        strstr(catalog->flaws.items[1].sentence, "zebra/lesson.lua:1: there is nothing"));
    assert_ptr_equal(catalog_find(catalog, "beta"), &catalog->items[1]);
    assert_null(catalog_find(catalog, "zebra"));
    catalog_titles(catalog, "zh-CN"); /* they have none: the titles stay */
    assert_string_equal(catalog->items[0].title, "alpha");
    catalog_free(catalog);
    probe_end(&probe);
}

static void a_missing_folder_is_a_flaw(void **state)
{
    (void)state;
    struct paths paths = {.root_count = 1, .roots = {"/nowhere"}};
    struct catalog *catalog = catalog_load(&paths, "en");
    assert_int_equal(catalog->count, 0);
    assert_int_equal(catalog->flaws.count, 2);
    assert_non_null(strstr(catalog->flaws.items[0].sentence,
                           "/nowhere/scripts/topics.lua: is missing"));
    assert_int_equal(catalog->flaws.items[0].instead, FLAW_BUILTIN);
    assert_true(catalog->topics.count > 0);
    assert_non_null(strstr(catalog->flaws.items[1].sentence, "/nowhere/scripts/lessons"));
    catalog_free(catalog);
    catalog_free(NULL);
}

/* Lessons of a pack stand beside those shipped, which no pack can take the place of. */
static void lessons_of_packs_stand_beside_those_shipped(void **state)
{
    (void)state;
    struct probe shipped;
    struct probe pack;
    struct paths paths = {.root_count = 3, .roots[2] = "."};
    probe_begin(&shipped);
    probe_begin(&pack);
    str_format(paths.roots[0], PATHS_BYTES, "%s", shipped.root);
    str_format(paths.roots[1], PATHS_BYTES, "%s", pack.root);
    add(&shipped, "scripts/lessons/beta",
        "return { api = 1, id = 'beta', minutes = 2, run = function() end }");
    add(&pack, "scripts/lessons/alpha",
        "return { api = 1, id = 'alpha', minutes = 2, run = function() end }");
    add(&pack, "scripts/lessons/beta",
        "return { api = 1, id = 'beta', minutes = 9, run = function() end }");
    struct catalog *catalog = catalog_load(&paths, "en");
    assert_int_equal(catalog->flaws.count, 0);
    assert_true(catalog->count >= 2); /* the third root is the source tree's */
    assert_non_null(catalog_find(catalog, "alpha"));
    assert_int_equal(catalog_find(catalog, "beta")->info.minutes, 2);
    catalog_free(catalog);
    probe_end(&pack);
    probe_end(&shipped);
}

static void titles_follow_the_language(void **state)
{
    (void)state;
    struct catalog *catalog = load("tests/lessons", "zh-CN");
    const struct catalog_item *item = catalog_find(catalog, "adult-cpr");
    assert_non_null(item);
    assert_string_equal(item->title, "成人心肺复苏");
    catalog_titles(catalog, "en");
    assert_string_equal(item->title, "CPR for adults");
    catalog_free(catalog);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(good_lessons_are_listed_and_bad_ones_named),
        cmocka_unit_test(a_missing_folder_is_a_flaw),
        cmocka_unit_test(lessons_of_packs_stand_beside_those_shipped),
        cmocka_unit_test(titles_follow_the_language),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
