/* SPDX-License-Identifier: MIT */
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "base/err.h"
#include "base/file.h"
#include "base/paths.h"
#include "base/str.h"
#include "support/folder.h"
#include "support/tap.h"

static struct paths paths;
static char path[PATHS_BYTES];

static int forget(void **state)
{
    (void)state;
    unsetenv("LIFE_KIOSK_SCRIPTS");
    unsetenv("LIFE_KIOSK_LESSONS");
    unsetenv("LIFE_KIOSK_LANGUAGES");
    memset(&paths, 0, sizeof paths);
    return 0;
}

/* A root with one lesson, which says whose it is. Returns its folder. */
static const char *root(struct folder *folder, const char *name, const char *lesson)
{
    static char made[PATHS_BYTES];
    char file[PATHS_BYTES];
    str_format(file, sizeof file, "%s/%s/scripts/lessons/%s", folder->path, name, lesson);
    assert_true(file_make_folder(file));
    str_format(made, sizeof made, "%s/%s", folder->path, name);
    return made;
}

static void remove_all(const struct folder *folder)
{
    char command[128];
    str_format(command, sizeof command, "rm -r '%s'", folder->path);
    assert_int_equal(system(command), 0);
}

static void everything_is_found_beside_the_build(void **state)
{
    (void)state;
    assert_true(paths_init(&paths, NULL));
    assert_true(paths_find(&paths, "scripts/guidelines/aha-2025.lua", path, sizeof path));
    assert_true(file_exists(path));
    assert_true(paths_find(&paths, "firmware/manikin-uno.elf", path, sizeof path));
    assert_non_null(strstr(path, "/build/"));
    assert_true(paths_find(&paths, "assets", path, sizeof path));
    assert_false(paths_find(&paths, "scripts/text/xx.lua", path, sizeof path));
    assert_non_null(strstr(err_text(), "scripts/text/xx.lua: is missing"));
}

static void a_named_folder_wins_and_a_wrong_one_is_said(void **state)
{
    (void)state;
    setenv("LIFE_KIOSK_SCRIPTS", "tests", 1);
    assert_true(paths_init(&paths, NULL));
    assert_true(paths_find(&paths, "scripts", path, sizeof path));
    assert_string_equal(path, "tests");
    assert_true(paths_find(&paths, "scripts/unit", path, sizeof path));
    assert_string_equal(path, "tests/unit");
    assert_false(paths_find(&paths, "scripts/guidelines", path, sizeof path));
    assert_true(paths_find(&paths, "assets", path, sizeof path)); /* not named */

    setenv("LIFE_KIOSK_LESSONS", "tests/lua", 1);
    assert_true(paths_init(&paths, NULL));
    assert_true(paths_find(&paths, "scripts/lessons/spec", path, sizeof path));
    assert_string_equal(path, "tests/lua/spec");
    assert_true(paths_find(&paths, "scripts/unit", path, sizeof path));

    setenv("LIFE_KIOSK_LANGUAGES", "tests/languages.lua", 1);
    assert_true(paths_init(&paths, NULL));
    assert_true(paths_find(&paths, "scripts/languages.lua", path, sizeof path));
    assert_string_equal(path, "tests/languages.lua");
    setenv("LIFE_KIOSK_LANGUAGES", "tests", 1);
    assert_false(paths_init(&paths, NULL));
    assert_non_null(strstr(err_text(), "tests: is not a file"));
    unsetenv("LIFE_KIOSK_LANGUAGES");

    setenv("LIFE_KIOSK_SCRIPTS", "tests/no-such-folder", 1);
    assert_false(paths_init(&paths, NULL));
    assert_non_null(strstr(err_text(), "tests/no-such-folder"));
    assert_non_null(strstr(err_text(), "LIFE_KIOSK_SCRIPTS"));
}

static void a_file_is_the_first_roots(void **state)
{
    (void)state;
    struct folder folder = folder_make();
    char wanted[PATHS_BYTES];
    str_copy(paths.roots[paths.root_count++], PATHS_BYTES, root(&folder, "a", "one"));
    str_copy(paths.roots[paths.root_count++], PATHS_BYTES, root(&folder, "b", "one"));
    root(&folder, "b", "two");
    assert_true(paths_find(&paths, "scripts/lessons/one", path, sizeof path));
    str_format(wanted, sizeof wanted, "%s/a/scripts/lessons/one", folder.path);
    assert_string_equal(path, wanted);
    assert_true(paths_find(&paths, "scripts/lessons/two", path, sizeof path));
    str_format(wanted, sizeof wanted, "%s/b/scripts/lessons/two", folder.path);
    assert_string_equal(path, wanted);
    remove_all(&folder);
}

static void folders_add_up_over_the_roots(void **state)
{
    (void)state;
    struct folder folder = folder_make();
    struct paths_list list;
    str_copy(paths.roots[paths.root_count++], PATHS_BYTES, root(&folder, "a", "one"));
    root(&folder, "a", "three");
    root(&folder, "a", ".hidden");
    str_copy(paths.roots[paths.root_count++], PATHS_BYTES, root(&folder, "b", "one"));
    root(&folder, "b", "two");
    assert_true(paths_list(&paths, "scripts/lessons", &list));
    static const char *const wanted[] = {
        "a/scripts/lessons/one", "a/scripts/lessons/three", "b/scripts/lessons/two"};
    assert_int_equal(list.count, 3);
    for (size_t i = 0; i < 3; i++) {
        assert_string_equal(list.paths[i] + strlen(folder.path) + 1, wanted[i]);
    }
    paths_list_free(&list);
    assert_false(paths_list(&paths, "scripts/sounds", &list));
    assert_non_null(strstr(err_text(), "scripts/sounds: cannot be opened"));
    assert_int_equal(list.count, 0);
    paths_list_free(&list);
    remove_all(&folder);
}

/* Also before a folder that takes the place of what was shipped. */
static void packs_hold_lessons_alone_and_come_first(void **state)
{
    (void)state;
    struct folder folder = folder_make();
    struct paths_list list;
    root(&folder, "packs/snow", "avalanche");
    root(&folder, "packs/bees", "sting");
    root(&folder, "packs/bees", "adult-cpr");
    assert_true(paths_init(&paths, folder.path));
    assert_false(paths_find(&paths, "scripts/lessons/sting", path, sizeof path));
    for (int replaced = 0; replaced < 2; replaced++) {
        paths.pack_count = 2;
        str_format(paths.packs[0], PATHS_BYTES, "%s/packs/snow", folder.path);
        str_format(paths.packs[1], PATHS_BYTES, "%s/packs/bees", folder.path);
        assert_true(paths_list(&paths, "scripts/lessons", &list));
        assert_true(list.count >= 4);
        paths_list_free(&list);
        assert_true(paths_find(&paths, "scripts/lessons/sting", path, sizeof path));
        assert_true(str_starts(path, folder.path));
        assert_true(paths_find(&paths, "scripts/lessons/adult-cpr", path, sizeof path));
        assert_true(str_starts(path, folder.path));
        assert_true(paths_find(&paths, "scripts/lessons/solferino", path, sizeof path));
        assert_false(str_starts(path, folder.path));
        assert_true(paths_find(&paths, "scripts/topics.lua", path, sizeof path));
        assert_false(str_starts(path, folder.path));
        paths.pack_count = 0;
        assert_true(paths_replace(&paths, "scripts/lessons", "tests/lessons"));
    }
    remove_all(&folder);
}

/* Of two recordings of a line the one that was made here is heard. */
static void own_voices_come_first_and_add_up(void **state)
{
    (void)state;
    struct folder folder = folder_make();
    struct paths_list list;
    static const char *const files[] = {"own/voice/zh-CN", "shipped/assets/voice/zh-CN",
                                        "shipped/assets/voice/en"};
    for (size_t i = 0; i < 3; i++) {
        str_format(path, sizeof path, "%s/%s", folder.path, files[i]);
        assert_true(file_make_folder(path));
        str_format(path, sizeof path, "%s/%s/line", folder.path, files[i]);
        assert_true(file_write(path, "x", 1));
    }
    str_format(paths.voices, sizeof paths.voices, "%s/own/voice", folder.path);
    str_format(paths.roots[paths.root_count++], PATHS_BYTES, "%s/shipped", folder.path);
    assert_true(paths_list(&paths, "assets/voice/zh-CN", &list));
    assert_int_equal(list.count, 1);
    assert_non_null(strstr(list.paths[0], "/own/voice/zh-CN/line"));
    paths_list_free(&list);
    assert_true(paths_list(&paths, "assets/voice", &list));
    assert_int_equal(list.count, 2);
    paths_list_free(&list);
    assert_true(paths_find(&paths, "assets/voice/en/line", path, sizeof path));
    assert_non_null(strstr(path, "/shipped/"));
    assert_false(paths_find(&paths, "assets/voices", path, sizeof path));
    remove_all(&folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(everything_is_found_beside_the_build, forget),
        cmocka_unit_test_setup(a_named_folder_wins_and_a_wrong_one_is_said, forget),
        cmocka_unit_test_setup(a_file_is_the_first_roots, forget),
        cmocka_unit_test_setup(folders_add_up_over_the_roots, forget),
        cmocka_unit_test_setup(packs_hold_lessons_alone_and_come_first, forget),
        cmocka_unit_test_setup(own_voices_come_first_and_add_up, forget),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
