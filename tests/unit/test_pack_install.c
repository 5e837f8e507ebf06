/* SPDX-License-Identifier: MIT */
/* What is installed, what is refused, and what takes whose place. */
#include "support/packs.h"
#include "support/tap.h"

static struct packs packs;

static int begin(void **state)
{
    (void)state;
    packs_begin(&packs);
    return 0;
}

static int end(void **state)
{
    (void)state;
    packs_end(&packs);
    return 0;
}

static void installed_as_it_was_signed(void **state)
{
    (void)state;
    char path[PACKS_PATH];
    struct pack_installed *installed = malloc(sizeof *installed);
    packs_make(&packs, path, "burns", 4, packs.key);
    assert_int_equal(packs_install(&packs, path, 0, false), PACK_WHOLE);
    assert_true(pack_installed_read(installed, packs.folder, "burns", &packs.keys));
    assert_int_equal(installed->info.version, 4);
    assert_int_equal(installed->over, 0);
    assert_string_equal(installed->signer, "Jiashan Red Cross");
    str_format(path, sizeof path, "%s/scripts/lessons/burns/text/zh-CN.lua",
               installed->root);
    size_t length = 0;
    char *text = file_read(path, 4096, &length);
    assert_non_null(text);
    assert_non_null(strstr(text, "第4版"));
    free(text);
    free(installed);
}

static void refused(const char *path, int present, const char *kind, int version)
{
    assert_int_equal(packs_install(&packs, path, present, false), PACK_DAMAGED);
    assert_string_equal(err_cause()->kind, kind);
    assert_int_equal(packs_version(&packs, "burns"), version);
}

static void versions_go_up(void **state)
{
    (void)state;
    char path[PACKS_PATH];
    struct pack_installed *installed = malloc(sizeof *installed);
    packs_make(&packs, path, "burns", 3, packs.key);
    refused(path, 3, "pack_same", 0); /* that of a lesson that was shipped */
    refused(path, 5, "pack_older", 0);
    assert_int_equal(packs_install(&packs, path, 2, false), PACK_WHOLE);
    packs_make(&packs, path, "burns", 7, packs.key);
    assert_int_equal(packs_install(&packs, path, 3, false), PACK_WHOLE);
    assert_int_equal(packs_version(&packs, "burns"), 7);
    packs_make(&packs, path, "burns", 6, packs.key);
    refused(path, 7, "pack_older", 7);
    assert_int_equal(packs_install(&packs, path, 7, true), PACK_WHOLE); /* by leave */
    assert_true(pack_installed_read(installed, packs.folder, "burns", &packs.keys));
    assert_int_equal(installed->info.version, 6);
    assert_int_equal(installed->over, 7);
    free(installed);
}

static void what_fails_leaves_what_was_there(void **state)
{
    (void)state;
    char path[PACKS_PATH];
    size_t length = 0;
    packs_make(&packs, path, "burns", 1, packs.key);
    assert_int_equal(packs_install(&packs, path, 0, false), PACK_WHOLE);
    char *bytes =
        file_read(packs_make(&packs, path, "burns", 2, packs.key), 1 << 20, &length);
    bytes[length - 1] ^= 1; /* the last byte of the last file: all others are written */
    packs_need(file_write(path, bytes, length));
    free(bytes);
    refused(path, 1, "pack_changed", 1);
    packs_make(&packs, path, "burns", 3, packs.stranger);
    assert_int_equal(packs_install(&packs, path, 1, false), PACK_UNTRUSTED);
    assert_int_equal(packs_version(&packs, "burns"), 1);
    assert_true(pack_recover(packs.folder));
    /* Left in the middle by staff. */
    packs_make(&packs, path, "burns", 4, packs.key);
    struct pack_install *install =
        pack_install_begin(packs.folder, path, &packs.keys, 1, false);
    assert_int_equal(pack_install_on(install, 10), PACK_GOING);
    pack_install_end(install);
    pack_install_end(NULL);
    assert_int_equal(packs_version(&packs, "burns"), 1);
}

/* Changes to the installed files that no signature covers; each is found at the start. */
static void what_is_changed_later_is_not_used(void **state)
{
    (void)state;

    static const struct {
        const char *name, *kind;
        bool remove;
    } rows[] = {
        {"scripts/lessons/burns/lesson.lua", "pack_installed_changed", false},
        {"scripts/lessons/burns/lesson.lua", "pack_installed_changed", true},
        {"scripts/lessons/burns/text/fr.lua", "pack_installed_more", false},
        {"scripts/lessons/other/lesson.lua", "pack_installed_more", false},
        {"scripts/text/en.lua", "pack_installed_more", false},
        {"over", "pack_installed_changed", false},
        {"head", "pack_no_pack", false},
        {"head", "pack_unsigned", true},
    };

    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char path[PACKS_PATH];
        char folder[PACKS_PATH];
        packs_make(&packs, path, "burns", 1, packs.key);
        assert_int_equal(packs_install(&packs, path, 0, false), PACK_WHOLE);
        str_format(folder, sizeof folder, "%s/burns", packs.folder);
        if (rows[i].remove) {
            str_format(path, sizeof path, "%s/%s", folder, rows[i].name);
            packs_need(unlink(path) == 0);
        } else {
            packs_write(folder, rows[i].name, "return {}", 9);
        }
        assert_int_equal(packs_version(&packs, "burns"), 0);
        printf("# %s\n", err_text());
        assert_string_equal(err_cause()->kind, rows[i].kind);
        assert_true(pack_remove(packs.folder, "burns"));
    }
}

static void a_key_that_is_trusted_no_more_takes_its_packs_along(void **state)
{
    (void)state;
    char path[PACKS_PATH];
    packs_make(&packs, path, "burns", 1, packs.key);
    assert_int_equal(packs_install(&packs, path, 0, false), PACK_WHOLE);
    packs.keys.count = 0;
    assert_int_equal(packs_version(&packs, "burns"), 0);
    assert_string_equal(err_cause()->kind, "pack_untrusted");
}

/* A pack cannot be installed under another lesson's name. */
static void a_folder_is_named_as_its_lesson(void **state)
{
    (void)state;
    char path[PACKS_PATH];
    char from[PACKS_PATH];
    packs_make(&packs, path, "burns", 1, packs.key);
    assert_int_equal(packs_install(&packs, path, 0, false), PACK_WHOLE);
    str_format(from, sizeof from, "%s/burns", packs.folder);
    str_format(path, sizeof path, "%s/shock", packs.folder);
    packs_need(rename(from, path) == 0);
    assert_int_equal(packs_version(&packs, "shock"), 0);
    assert_string_equal(err_cause()->kind, "pack_signature");
    assert_false(pack_remove(packs.folder, "burns")); /* it is not there */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(installed_as_it_was_signed, begin, end),
        cmocka_unit_test_setup_teardown(versions_go_up, begin, end),
        cmocka_unit_test_setup_teardown(what_fails_leaves_what_was_there, begin, end),
        cmocka_unit_test_setup_teardown(what_is_changed_later_is_not_used, begin, end),
        cmocka_unit_test_setup_teardown(
            a_key_that_is_trusted_no_more_takes_its_packs_along, begin, end),
        cmocka_unit_test_setup_teardown(a_folder_is_named_as_its_lesson, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
