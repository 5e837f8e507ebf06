/* SPDX-License-Identifier: MIT */
#include <string.h>
#include <unistd.h>

#include "base/err.h"
#include "base/file.h"
#include "base/str.h"
#include "conf/conf.h"
#include "support/tap.h"

enum { ROWS = 13 };

static const char *const sound_rows[ROWS] = {
    "depth_mm = { 50, 60 }",
    "depth_zero_mm = { 30, 75 }",
    "rate_cpm = { 100, 120 }",
    "rate_zero_cpm = { 70, 150 }",
    "release_max_mm = 5",
    "release_floor_mm = 20",
    "pause_max_s = 10",
    "set_of_30_s = { 15, 18 }",
    "breath_ml = { 500, 700 }",
    "breath_s = 1",
    "swap_s = 120",
    "ccf_target = { 0.90, 0.70 }",
    "pass_score = 75",
};

/* A sound file, but for one row of its profile ("" leaves it out) when `row` is given. */
static void build(struct str *text, const char *name, int row, const char *instead)
{
    str_add(text,
            "return { name = '%s', title = 'AHA 2025', year = 2025, source = 'Circ 152', "
            "profiles = { adult = {",
            name);
    for (int i = 0; i < ROWS; i++) {
        const char *said = i == row ? instead : sound_rows[i];
        str_add(text, "%s%s", said, said[0] ? ", " : "");
    }
    str_add(text, "} } }");
}

static bool add(struct conf_guidelines *guidelines, const char *text)
{
    return conf_guidelines_add(guidelines, "x.lua", text, strlen(text));
}

static void a_profile_is_read_whole(void **state)
{
    (void)state;
    struct conf_guidelines guidelines = {0};
    struct str text = {0};
    build(&text, "aha-2025", -1, "");
    assert_true(add(&guidelines, text.text));
    str_free(&text);
    assert_int_equal(guidelines.count, 1);
    const struct cpr_guideline *it = &guidelines.items[0];
    assert_string_equal(it->name, "aha-2025/adult");
    assert_string_equal(it->source, "Circ 152");
    assert_int_equal(it->year, 2025);
    assert_true(it->depth_mm.low == 50 && it->depth_mm.high == 60);
    assert_true(it->depth_zero_mm.low == 30 && it->depth_zero_mm.high == 75);
    assert_true(it->depth_scored);
    assert_true(it->push_least_mm == 15 && it->turn_mm == 8); /* an adult's, unsaid */
    assert_true(it->rate_cpm.low == 100 && it->rate_cpm.high == 120);
    assert_true(it->rate_zero_cpm.low == 70 && it->rate_zero_cpm.high == 150);
    assert_true(it->release_max_mm == 5 && it->release_floor_mm == 20);
    assert_true(it->pause_max_s == 10 && it->swap_s == 120 && it->pass_score == 75);
    assert_true(it->set_of_30_s.low == 15 && it->set_of_30_s.high == 18);
    assert_true(it->breath_ml.low == 500 && it->breath_ml.high == 700);
    assert_true(it->breath_s == 1);
    assert_true(it->ccf_target[CPR_COMPRESSION_ONLY] == 0.90);
    assert_true(it->ccf_target[CPR_30_2] == 0.70);
}

static void random_ranges_come_back_as_written(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    for (int round = 0; round < 300; round++) {
        double low = rng_between(&rng, 31, 50);
        double high = rng_between(&rng, 51, 74);
        char row[96];
        str_format(row, sizeof row, "depth_mm = { %.17g, %.17g }", low, high);
        struct str text = {0};
        build(&text, "drawn", 0, row);
        struct conf_guidelines guidelines = {0};
        assert_true(add(&guidelines, text.text));
        assert_true(guidelines.items[0].depth_mm.low == low);
        assert_true(guidelines.items[0].depth_mm.high == high);
        str_free(&text);
    }
}

static void a_wrong_profile_is_one_sentence(void **state)
{
    (void)state;

    static const struct {
        int row;
        const char *instead;
        const char *expected;
    } cases[] = {
        {0, "depth_mm = { 60, 50 }",
         "x.lua: profiles.adult.depth_mm is { 60, 50 }; write { low, high }: "
         "millimetres from 5 to 120, low below high"},
        {0, "depth_mm = { 50, 50 }",
         "x.lua: profiles.adult.depth_mm is { 50, 50 }; write { low, high }: "
         "millimetres from 5 to 120, low below high"},
        {0, "depth_mm = { 50 }",
         "x.lua: profiles.adult.depth_mm is a table of 1 entry; write { low, high }: "
         "millimetres from 5 to 120, low below high"},
        {0, "depth_mm = { low = 50, high = 60 }",
         "x.lua: profiles.adult.depth_mm is a table of 2 entries; write { low, high }: "
         "millimetres from 5 to 120, low below high"},
        {0, "depth_mm = { 5.0, 600 }",
         "x.lua: profiles.adult.depth_mm is { 5, 600 }; write { low, high }: "
         "millimetres from 5 to 120, low below high"},
        {0, "",
         "x.lua: profiles.adult.depth_mm is missing; write { low, high }: millimetres "
         "from "
         "5 to 120, low below high"},
        {1, "depth_zero_mm = { 50, 75 }",
         "x.lua: profiles.adult.depth_zero_mm is { 50, 75 }; write a range that begins "
         "below 50 and ends above 60"},
        {3, "rate_zero_cpm = { 70, 120 }",
         "x.lua: profiles.adult.rate_zero_cpm is { 70, 120 }; write a range that begins "
         "below 100 and ends above 120"},
        {5, "release_floor_mm = 5",
         "x.lua: profiles.adult.release_floor_mm is 5; write a number above "
         "release_max_mm, which is 5"},
        {11, "ccf_target = { 90, 70 }",
         "x.lua: profiles.adult.ccf_target is { 90, 70 }; write { without "
         "breaths, with 30:2 }: two shares from 0.1 to 1"},
        {12, "pass_score = '75'",
         "x.lua: profiles.adult.pass_score is \"75\" (a string); write a number of "
         "points "
         "from 0 to 100"},
        {12, "pass_score = 75, turn_mm = 15",
         "x.lua: profiles.adult.turn_mm is 15; write a number below push_least_mm, which "
         "is 15"},
        {12, "pass_score = 75, push_least_mm = 1.5",
         "x.lua: profiles.adult.push_least_mm is 1.5; write a number of millimetres from "
         "3 to 40"},
        {12, "pass_score = 75, depth_scored = 0",
         "x.lua: profiles.adult.depth_scored is 0; write true or false"},
        {4, "release_mm = 5",
         "x.lua: profiles.adult.release_mm is not a known key; the nearest "
         "ones are release_max_mm, depth_mm, rate_cpm"},
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct conf_guidelines guidelines = {0};
        struct str text = {0};
        build(&text, "aha-2025", cases[i].row, cases[i].instead);
        assert_false(add(&guidelines, text.text));
        assert_string_equal(err_text(), cases[i].expected);
        assert_int_equal(guidelines.count, 0);
        str_free(&text);
    }
}

static void a_wrong_publication_is_one_sentence(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"return { name = 'a', title = 't', year = 2025, source = 's' }",
         "x.lua: profiles is missing; write a table such as { adult = { ... } }"},
        {"return { name = 'a', title = 't', year = 25, source = 's', profiles = {} }",
         "x.lua: year is 25; write a year from 1960 to 2100"},
        {"return { name = 'a', title = 't', year = 2025, source = 's', profiles = {} }",
         "x.lua: profiles is empty; write at least adult = { ... }"},
        {"return { name = 'AHA/25', title = 't', year = 2025, source = 's', profiles = "
         "{} }",
         "x.lua: name is \"AHA/25\"; write small letters, digits and hyphens, such as "
         "\"aha-2025\""},
        {"return { name = 'a', title = 't', year = 2025, source = 's', "
         "profiles = { adult = 5 } }",
         "x.lua: profiles.adult is not a profile; write a name of small letters and a "
         "table, "
         "such as adult = { ... }"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct conf_guidelines guidelines = {0};
        assert_false(add(&guidelines, cases[i][0]));
        assert_string_equal(err_text(), cases[i][1]);
    }
}

static void a_name_that_is_taken_is_refused(void **state)
{
    (void)state;
    struct conf_guidelines guidelines = {0};
    struct str text = {0};
    build(&text, "aha-2025", -1, "");
    assert_true(add(&guidelines, text.text));
    assert_false(add(&guidelines, text.text));
    assert_string_equal(err_text(),
                        "x.lua: aha-2025/adult is there already, from another "
                        "file; rename one of them");
    str_free(&text);
}

static void no_more_profiles_than_a_kiosk_holds(void **state)
{
    (void)state;
    struct conf_guidelines guidelines = {0};
    for (int i = 0; i <= CONF_GUIDELINES_MAX; i++) {
        char name[16];
        str_format(name, sizeof name, "n%d", i);
        struct str text = {0};
        build(&text, name, -1, "");
        assert_int_equal(add(&guidelines, text.text), i < CONF_GUIDELINES_MAX);
        str_free(&text);
    }
    assert_string_equal(err_text(), "x.lua: n32/adult is one profile too many; a kiosk "
                                    "holds 32");
}

static void write_guideline(const char *folder, const char *file, const char *name)
{
    char path[96];
    struct str text = {0};
    build(&text, name, -1, "");
    str_format(path, sizeof path, "%s/%s", folder, file);
    assert_true(file_write(path, text.text, text.length));
    str_free(&text);
}

static void a_folder_is_read_in_name_order(void **state)
{
    (void)state;
    char folder[] = "/tmp/test-guidelines-XXXXXX";
    assert_non_null(mkdtemp(folder));
    struct conf_guidelines guidelines = {0};
    assert_false(conf_guidelines_load(&guidelines, folder));
    assert_non_null(strstr(err_text(), "holds no guideline"));
    write_guideline(folder, "b.lua", "erc-2025");
    write_guideline(folder, "a.lua", "aha-2025");
    write_guideline(folder, "README.md", "readme");
    assert_true(conf_guidelines_load(&guidelines, folder));
    assert_int_equal(guidelines.count, 2);
    assert_string_equal(conf_guideline(&guidelines, "adult")->name, "aha-2025/adult");
    assert_string_equal(conf_guideline(&guidelines, "erc-2025/adult")->name,
                        "erc-2025/adult");
    assert_null(conf_guideline(&guidelines, "child"));
    assert_string_equal(err_text(), "guideline \"child\" is not known; there are "
                                    "aha-2025/adult, erc-2025/adult");
    static const char *const files[] = {"a.lua", "b.lua", "README.md"};
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        char path[96];
        str_format(path, sizeof path, "%s/%s", folder, files[i]);
        unlink(path);
    }
    assert_int_equal(rmdir(folder), 0);
    assert_false(conf_guidelines_load(&guidelines, folder));
    assert_true(str_starts(err_text(), folder));
}

static void the_shipped_guidelines_load(void **state)
{
    (void)state;
    static struct conf_guidelines all;
    assert_true(conf_guidelines_load(&all, "scripts/guidelines"));
    const struct cpr_guideline *adult = conf_guideline(&all, "adult");
    assert_string_equal(adult->name, "aha-2025/adult");
    assert_float_equal(adult->depth_mm.low, 50, 0);
    assert_float_equal(adult->ccf_target[CPR_30_2], 0.70, 0);
    const char *publications[] = {"aha-2025", "erc-2025", "china"};
    const char *profiles[] = {"adult", "child", "infant", "light", "small"};
    for (size_t i = 0; i < 15; i++) {
        char name[CPR_NAME_MAX];
        snprintf(name, sizeof name, "%s/%s", publications[i / 5], profiles[i % 5]);
        const struct cpr_guideline *one = conf_guideline(&all, name);
        assert_non_null(one);
        assert_int_equal(one->depth_scored, i % 5 < 3);
    }
}

static void the_guidelines_of_the_kiosk_are_sound(void **state)
{
    (void)state;
    struct conf_guidelines guidelines;
    struct conf_settings settings;
    conf_settings_default(&settings);
    assert_true(conf_guidelines_load(&guidelines, "scripts/guidelines"));
    assert_non_null(conf_guideline(&guidelines, settings.guideline));
    assert_string_equal(conf_guideline(&guidelines, "adult")->name, settings.guideline);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_profile_is_read_whole),
        cmocka_unit_test(random_ranges_come_back_as_written),
        cmocka_unit_test(a_wrong_profile_is_one_sentence),
        cmocka_unit_test(a_wrong_publication_is_one_sentence),
        cmocka_unit_test(a_name_that_is_taken_is_refused),
        cmocka_unit_test(no_more_profiles_than_a_kiosk_holds),
        cmocka_unit_test(a_folder_is_read_in_name_order),
        cmocka_unit_test(the_shipped_guidelines_load),
        cmocka_unit_test(the_guidelines_of_the_kiosk_are_sound),
    };
    return cmocka_run_group_tests_name("conf guidelines", tests, NULL, NULL);
}
