/* SPDX-License-Identifier: MIT */
/* Which lesson visitors see of those that were shipped and those that were installed. */
#include "lesson/catalog.h"
#include "lesson/installed.h"
#include "support/packs.h"
#include "support/tap.h"

static struct packs packs;
static struct paths paths;
static struct flaws flaws;

static int begin(void **state)
{
    (void)state;
    char shipped[PACKS_PATH];
    packs_begin(&packs);
    memset(&flaws, 0, sizeof flaws);
    memset(&paths, 0, sizeof paths);
    packs_need(paths_replace(&paths, "scripts", "scripts"));
    packs_lesson(&packs, shipped, "burns", 3);
    packs_need(
        paths_replace(&paths, "scripts/lessons", packs_file(&packs, shipped, "lessons")));
    return 0;
}

static int end(void **state)
{
    (void)state;
    packs_end(&packs);
    return 0;
}

/* The version that is shown; 0: there is no such lesson. */
static int shown(const char *id)
{
    memset(&flaws, 0, sizeof flaws);
    installed_add(&paths, packs.folder, &packs.keys, &flaws);
    struct catalog *catalog = catalog_load(&paths, "zh-CN");
    const struct catalog_item *item = catalog_find(catalog, id);
    int version = item ? item->info.version : 0;
    flaws_join(&flaws, &catalog->flaws);
    catalog_free(catalog);
    return version;
}

/* Makes the pack from a folder of its own, so that what was shipped stays. */
static void install(const char *id, int version, int present, bool leave)
{
    char path[PACKS_PATH];
    struct packs other = packs;
    str_format(other.root, sizeof other.root, "%s/x", packs.root);
    packs_make(&other, path, id, version, packs.key);
    if (packs_install(&packs, path, present, leave) != PACK_WHOLE) {
        fail_msg("%s", err_text());
    }
}

static void a_newer_pack_takes_the_place_of_what_was_shipped(void **state)
{
    (void)state;
    assert_int_equal(shown("burns"), 3);
    install("burns", 4, 3, false);
    assert_int_equal(shown("burns"), 4);
    install("shock", 1, 0, false);
    assert_int_equal(shown("shock"), 1);
    assert_int_equal(shown("burns"), 4);
    assert_int_equal(flaws.count, 0);
    assert_true(pack_remove(packs.folder, "burns")); /* back to what was shipped */
    assert_int_equal(shown("burns"), 3);
}

static void an_update_of_the_kiosk_may_be_newer(void **state)
{
    (void)state;
    char shipped[PACKS_PATH];
    install("burns", 4, 3, false);
    packs_lesson(&packs, shipped, "burns", 5);
    assert_int_equal(shown("burns"), 5);
    packs_lesson(&packs, shipped, "burns", 4);
    assert_int_equal(shown("burns"), 4);
    assert_int_equal(flaws.count, 0);
}

static void an_older_one_is_shown_by_leave(void **state)
{
    (void)state;
    char shipped[PACKS_PATH];
    install("burns", 2, 3, true);
    assert_int_equal(shown("burns"), 2);
    packs_lesson(&packs, shipped, "burns", 4); /* newer than what it took the place of */
    assert_int_equal(shown("burns"), 4);
}

static void what_is_not_as_it_was_signed_gives_way(void **state)
{
    (void)state;
    char path[PACKS_PATH];
    install("burns", 4, 3, false);
    install("shock", 4, 0, false);
    str_format(path, sizeof path, "%s/burns/scripts/lessons/burns", packs.folder);
    packs_write(path, "text/en.lua", "return {}", 9);
    str_format(path, sizeof path, "%s/shock/scripts/lessons/shock", packs.folder);
    packs_write(path, "text/en.lua", "return {}", 9);
    assert_int_equal(shown("burns"), 3);
    assert_int_equal(shown("shock"), 0);
    assert_int_equal(flaws.count, 2);
    assert_int_equal(flaws.items[0].instead, FLAW_SHIPPED);
    assert_int_equal(flaws.items[1].instead, FLAW_WITHOUT);
    assert_string_equal(flaws.items[0].tag, "pack");
}

/* By hand, as a technician might have done before packs were signed. */
static void what_nobody_has_signed_is_not_shown(void **state)
{
    (void)state;
    char from[PACKS_PATH];
    char to[PACKS_PATH];
    packs_lesson(&packs, from, "shock", 1);
    packs_file(&packs, to, "data/packs/shock/scripts/lessons");
    packs_need(file_make_folder(to));
    packs_file(&packs, to, "data/packs/shock/scripts/lessons/shock");
    packs_need(rename(from, to) == 0);
    assert_int_equal(shown("shock"), 0);
    assert_int_equal(flaws.count, 1);
    assert_string_equal(flaws.items[0].cause.kind, "pack_unsigned");
}

/* Its signer has signed a lesson that this kiosk cannot load. */
static void a_signed_lesson_that_does_not_load_gives_way(void **state)
{
    (void)state;
    char folder[PACKS_PATH];
    char path[PACKS_PATH];
    struct pack_info *info = calloc(1, sizeof *info);
    *info = (struct pack_info){.id = "burns",
                               .version = 9,
                               .api = 1,
                               .title_count = 1,
                               .titles = {{"en", "Burns"}}};
    struct packs other = packs;
    str_format(other.root, sizeof other.root, "%s/x", packs.root);
    packs_lesson(&other, folder, "burns", 9);
    packs_write(folder, "lesson.lua", "return nothing", 14);
    packs_file(&packs, path, "burns.lkp");
    packs_need(pack_make(info, folder, packs.key, path));
    free(info);
    assert_int_equal(packs_install(&packs, path, 3, false), PACK_WHOLE);
    assert_int_equal(shown("burns"), 3);
    assert_int_equal(flaws.count, 1);
    assert_int_equal(flaws.items[0].instead, FLAW_SHIPPED);
    assert_non_null(strstr(flaws.items[0].sentence, "data/packs/burns"));
}

/* Once found sound it is looked at by its times and sizes; a change is found. */
static void only_what_has_changed_is_compared_again(void **state)
{
    (void)state;
    char name[PACKS_PATH];
    struct installed_seen seen = {0};
    install("burns", 5, 0, false);
    install("shock", 1, 0, false);
    for (int i = 0; i < 2; i++) {
        installed_add_changed(&paths, packs.folder, &packs.keys, &flaws, &seen);
        assert_int_equal(paths.pack_count, 2);
        assert_int_equal(seen.count, 2);
        assert_int_equal(flaws.count, 0);
    }
    assert_string_equal(seen.items[0].id, "burns");
    assert_int_equal(seen.items[0].version, 5);
    seen.items[0].version = 2; /* older than what was shipped: that is believed */
    installed_add_changed(&paths, packs.folder, &packs.keys, &flaws, &seen);
    assert_int_equal(paths.pack_count, 1);
    str_format(name, sizeof name, "burns/scripts/lessons/burns/text/en.lua");
    packs_write(packs.folder, name, "x", 1);
    installed_add_changed(&paths, packs.folder, &packs.keys, &flaws, &seen);
    assert_int_equal(flaws.count, 1); /* and it is not taken as sound the next time */
    installed_add_changed(&paths, packs.folder, &packs.keys, &flaws, &seen);
    assert_int_equal(flaws.count, 1);
    assert_int_equal(paths.pack_count, 1);
    install("burns", 6, 0, false);
    installed_add_changed(&paths, packs.folder, &packs.keys, &flaws, &seen);
    assert_int_equal(paths.pack_count, 2);
    assert_int_equal(seen.items[0].version, 6);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_newer_pack_takes_the_place_of_what_was_shipped,
                                        begin, end),
        cmocka_unit_test_setup_teardown(an_update_of_the_kiosk_may_be_newer, begin, end),
        cmocka_unit_test_setup_teardown(an_older_one_is_shown_by_leave, begin, end),
        cmocka_unit_test_setup_teardown(what_is_not_as_it_was_signed_gives_way, begin,
                                        end),
        cmocka_unit_test_setup_teardown(what_nobody_has_signed_is_not_shown, begin, end),
        cmocka_unit_test_setup_teardown(a_signed_lesson_that_does_not_load_gives_way,
                                        begin, end),
        cmocka_unit_test_setup_teardown(only_what_has_changed_is_compared_again, begin,
                                        end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
