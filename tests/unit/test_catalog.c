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

static const char lesson_of[] =
    "return { api = 1, id = '%s', minutes = %d, run = function() end }";

/* Puts a lesson of so many minutes where it was, as an installed pack does: another file
 * of that name. */
static void put(const struct probe *probe, const char *id, int minutes)
{
    char table[128];
    char path[256];
    str_format(path, sizeof path, "%s/%s/lesson.lua", probe->root, id);
    remove(path);
    str_format(table, sizeof table, lesson_of, id, minutes);
    add(probe, id, table);
}

/* Whatever has become of each lesson meanwhile, the second reading tells the same as one
 * from nothing, and what is as it was is not read again. */
static void a_second_reading_reads_what_has_changed(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    struct probe probe;
    char id[16];

    enum { LESSONS = 12 };

    bool same[LESSONS];
    struct paths paths = {0};
    probe_begin(&probe);
    assert_true(paths_replace(&paths, "scripts", "scripts"));
    assert_true(paths_replace(&paths, "scripts/lessons", probe.root));
    for (int i = 0; i < LESSONS; i++) {
        str_format(id, sizeof id, "lesson-%02d", i);
        put(&probe, id, 2);
    }
    struct catalog *before = catalog_load(&paths, "en");
    assert_int_equal(before->count, LESSONS);
    for (int i = 0; i < LESSONS; i++) {
        before->items[i].cards = 9; /* somebody has found that: it shows who was kept */
        str_format(id, sizeof id, "lesson-%02d", i);
        int what = i < 4 ? i : rng_int(&rng, 0, 3);
        same[i] = what == 0;
        if (what == 1) {
            put(&probe, id, 5);
        } else if (what == 2) {
            put(&probe, id, -1); /* which is none */
        } else if (what == 3) {
            struct probe there = probe;
            str_format(there.folder, sizeof there.folder, "%s/%s", probe.root, id);
            probe_file(&there, "text/en.lua", "return { title = 'New' }", 24);
        }
    }
    struct catalog *fresh = catalog_load(&paths, "en");
    struct catalog *again = catalog_load_changed(&paths, "en", before);
    assert_int_equal(again->count, fresh->count);
    assert_int_equal(again->flaws.count, fresh->flaws.count);
    for (size_t i = 0; i < fresh->count; i++) {
        struct catalog_item *item = &again->items[i];
        int at = atoi(item->info.id + strlen("lesson-"));
        assert_memory_equal(&item->info, &fresh->items[i].info, sizeof item->info);
        assert_string_equal(item->title, fresh->items[i].title);
        assert_true(!same[at] || item->cards == 9);
        assert_true(item->info.minutes == 2 || item->cards == 0);
    }
    catalog_free(before);
    catalog_free(fresh);
    catalog_free(again);
    probe_end(&probe);
}

static void lessons_come_one_at_a_time(void **state)
{
    (void)state;
    struct paths paths = {0};
    assert_true(paths_replace(&paths, "scripts", "scripts"));
    assert_true(paths_replace(&paths, "scripts/lessons", "tests/lessons"));
    struct catalog *whole = catalog_load(&paths, "en");
    struct catalog *catalog = catalog_begin(&paths, "en");
    assert_true(catalog->topics.count > 0);
    assert_int_equal(catalog->count, 0);
    for (size_t i = 1; i <= whole->count; i++) {
        assert_false(catalog_is_whole(catalog));
        assert_true(catalog_read_next(catalog));
        assert_int_equal(catalog->count, i);
    }
    catalog_titles(catalog, "zh-CN");
    assert_true(catalog_is_whole(catalog));
    assert_false(catalog_read_next(catalog));
    catalog_titles(catalog, "en");
    for (size_t i = 0; i < whole->count; i++) {
        assert_string_equal(catalog->items[i].title, whole->items[i].title);
    }
    catalog_free(catalog);
    catalog_free(whole);
}

/* It is looked at again each time a visitor leaves. */
static void a_title_that_is_changed_is_seen(void **state)
{
    (void)state;
    struct probe probe;
    probe_begin(&probe);
    put(&probe, "alpha", 2);
    struct catalog *catalog = load(probe.root, "en");
    struct probe there = probe;
    str_format(there.folder, sizeof there.folder, "%s/alpha", probe.root);
    static const char renamed[] = "return { title = 'Another title' }";
    probe_file(&there, "text/en.lua", renamed, sizeof renamed - 1);
    catalog_titles(catalog, "en");
    assert_string_equal(catalog->items[0].title, "Another title");
    assert_string_equal(catalog->items[0].summary, "");
    catalog_free(catalog);
    probe_end(&probe);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(good_lessons_are_listed_and_bad_ones_named),
        cmocka_unit_test(a_missing_folder_is_a_flaw),
        cmocka_unit_test(lessons_of_packs_stand_beside_those_shipped),
        cmocka_unit_test(titles_follow_the_language),
        cmocka_unit_test(a_title_that_is_changed_is_seen),
        cmocka_unit_test(lessons_come_one_at_a_time),
        cmocka_unit_test(a_second_reading_reads_what_has_changed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
