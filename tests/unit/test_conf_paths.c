/* SPDX-License-Identifier: MIT */
#include <limits.h>
#include <string.h>

#include "base/err.h"
#include "base/file.h"
#include "base/paths.h"
#include "conf/conf.h"
#include "support/tap.h"

static void scripts_are_found_beside_the_build(void **state)
{
    (void)state;
    char path[PATH_MAX];
    unsetenv("LIFE_KIOSK_SCRIPTS");
    assert_true(paths_scripts(path, sizeof path));
    char file[PATH_MAX + 32];
    snprintf(file, sizeof file, "%s/guidelines/aha-2025.lua", path);
    assert_true(file_exists(file));
}

static void a_named_folder_wins_and_a_wrong_one_is_said(void **state)
{
    (void)state;
    char path[PATH_MAX];
    setenv("LIFE_KIOSK_SCRIPTS", "tests", 1);
    assert_true(paths_scripts(path, sizeof path));
    assert_string_equal(path, "tests");
    setenv("LIFE_KIOSK_SCRIPTS", "tests/no-such-folder", 1);
    assert_false(paths_scripts(path, sizeof path));
    assert_non_null(strstr(err_text(), "tests/no-such-folder"));
    assert_false(paths_scripts(path, 4));
    unsetenv("LIFE_KIOSK_SCRIPTS");
}

static void the_shipped_guidelines_load(void **state)
{
    (void)state;
    static struct conf_guidelines all;
    assert_true(conf_guidelines_load(&all, "scripts/guidelines"));
    const struct cpr_guideline *adult = conf_guideline(&all, "adult");
    assert_string_equal(adult->name, "aha-2025/adult");
    assert_float_equal(adult->depth_mm.low, 50, 0);
    assert_float_equal(adult->ccf_target[CPR_THIRTY_TWO], 0.70, 0);
    const char *publications[] = {"aha-2025", "erc-2025", "china"};
    const char *profiles[] = {"adult", "child", "infant", "light"};
    for (size_t i = 0; i < 12; i++) {
        char name[CPR_NAME_MAX];
        snprintf(name, sizeof name, "%s/%s", publications[i / 4], profiles[i % 4]);
        const struct cpr_guideline *one = conf_guideline(&all, name);
        assert_non_null(one);
        assert_int_equal(one->depth_scored, strcmp(profiles[i % 4], "light") != 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(scripts_are_found_beside_the_build),
        cmocka_unit_test(a_named_folder_wins_and_a_wrong_one_is_said),
        cmocka_unit_test(the_shipped_guidelines_load),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
