/* SPDX-License-Identifier: MIT */
#include <math.h>

#include "support/settings_file.h"

static void a_file_overwrites_only_what_it_names(void **state)
{
    (void)state;
    struct conf_settings settings;
    conf_settings_default(&settings);
    assert_true(
        load(&settings, "-- our hall\nreturn { idle_s = 20 * 3, place = '云和' }"));
    assert_int_equal(settings.idle_s, 60);
    assert_string_equal(settings.place, "云和");
    assert_string_equal(settings.lang, "zh-CN");
    assert_int_equal(settings.test_s, 30);
    assert_true(load(&settings, "return {}"));
    assert_true(
        load(&settings, "\xEF\xBB\xBFreturn { test_s = 60 }\r\n")); /* Notepad's */
    assert_int_equal(settings.test_s, 60);
    assert_string_equal(settings.place, "云和");
}

static void several_manikins_are_read(void **state)
{
    (void)state;
    struct conf_settings settings;
    conf_settings_default(&settings);
    assert_int_equal(settings.manikin_count, 1);
    assert_true(load(&settings, "return { manikin = { '/dev/ttyUSB0', '/dev/ttyUSB1', "
                                "'sim:depth=44,rate=131', 'replay:a,b.csv' } }"));
    assert_int_equal(settings.manikin_count, 4);
    assert_string_equal(settings.manikins[1], "/dev/ttyUSB1");
    assert_string_equal(settings.manikins[2], "sim:depth=44,rate=131");
    assert_string_equal(settings.manikins[3], "replay:a,b.csv");
    assert_true(load(&settings, "return { manikin = 'auto' }"));
    assert_int_equal(settings.manikin_count, 1);
    assert_true(conf_manikin_is_list("auto, sim"));
    assert_true(conf_manikin_is_list("sim:depth=44,sim"));
    assert_false(conf_manikin_is_list("sim:depth=44,rate=131"));
}

static void random_settings_come_back_as_written(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    for (int round = 0; round < 200; round++) {
        int idle_s = rng_int(&rng, 20, 600);
        int countdown_s = rng_int(&rng, 5, 120);
        int test_s = rng_int(&rng, 10, 600);
        double inch = rng_between(&rng, 5, 150);
        double mm = rng_between(&rng, 200, 5000);
        const char *lang = rng_int(&rng, 0, 1) ? "en" : "zh-CN";
        char text[512];
        str_format(text, sizeof text,
                   "return { idle_s = %d, countdown_s = %d, test_s = %d, "
                   "diagonal_inch = %.17g, distance_mm = %.17g, lang = '%s', "
                   "manikin = 'replay:r%d.csv', data = '/var/lib/k%d' }",
                   idle_s, countdown_s, test_s, inch, mm, lang, round, round);
        struct conf_settings settings;
        conf_settings_default(&settings);
        assert_true(load(&settings, text));
        assert_int_equal(settings.idle_s, idle_s);
        assert_int_equal(settings.countdown_s, countdown_s);
        assert_int_equal(settings.test_s, test_s);
        assert_true(settings.diagonal_inch == inch && settings.distance_mm == mm);
        assert_string_equal(settings.lang, lang);
        str_format(text, sizeof text, "replay:r%d.csv", round);
        assert_string_equal(settings.manikins[0], text);
    }
}

static void a_wrong_value_is_one_sentence(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"return { idle_s = 'sixty' }", "kiosk.lua: idle_s is \"sixty\" (a string); "
                                        "write a number of seconds from 20 to "
                                        "600"},
        {"return { idle_s = 19 }",
         "kiosk.lua: idle_s is 19; write a number of seconds from 20 to 600"},
        {"return { idle_s = 30.5 }",
         "kiosk.lua: idle_s is 30.5; write a number of seconds from 20 to 600"},
        {"return { idle_s = true }",
         "kiosk.lua: idle_s is true; write a number of seconds from 20 to 600"},
        {"return { test_s = { 30 } }", "kiosk.lua: test_s is a table of 1 entry; write a "
                                       "number of seconds from 10 to 600"},
        {"return { test_s = 0/0 }", "kiosk.lua: test_s is not a finite number"},
        {"return { diagonal_inch = 1e300 }",
         "kiosk.lua: diagonal_inch is 1e+300; write a number of inches from 5 to 150"},
        {"return { lang = 5 }", "kiosk.lua: lang is 5; write the code of a language, "
                                "such as \"en\", at most 15 bytes"},
        {"return { manikin = 'replay:' }",
         "kiosk.lua: manikin is \"replay:\" (a string); write \"auto\", \"sim\", a "
         "device "
         "such as \"/dev/ttyUSB0\", or \"replay:FILE\", or a table of them"},
        {"return { manikin = '/dev/ttyUSB0,/dev/ttyUSB1' }",
         "kiosk.lua: manikin is \"/dev/ttyUSB0,/dev/ttyUSB1\"; write { "
         "\"/dev/ttyUSB0\", ... }, each manikin as a text of its own"},
        {"return { manikin = { 'sim', 'usb' } }",
         "kiosk.lua: manikin[2] is \"usb\" (a string); write \"auto\", \"sim\", a device "
         "such as \"/dev/ttyUSB0\", or \"replay:FILE\", or a table of them"},
        {"return { manikin = { 'sim', 5 } }",
         "kiosk.lua: manikin[2] is 5; write \"auto\", \"sim\", a device such as "
         "\"/dev/ttyUSB0\", or \"replay:FILE\", or a table of them"},
        {"return { manikin = {} }",
         "kiosk.lua: manikin holds 0 entries; write one to 16 manikins"},
        {"return { guideline = '' }",
         "kiosk.lua: guideline is \"\" (a string); write the name of a guideline, such "
         "as \"aha-2025/adult\", at most 47 bytes"},
        {"return { place = '\\xFF' }",
         "kiosk.lua: place is not UTF-8 text; save the file as UTF-8"},
        {"return { place = 'a\\0b' }",
         "kiosk.lua: place is not UTF-8 text; save the file as UTF-8"},
        {"return { place = '0123456789012345678901234567890123456789"
         "012345678901234567890123456789' }",
         "kiosk.lua: place is \"01234567890123456789012345678901234567890123456...\" (a "
         "string); write the name of the hall, at most 63 bytes"},
        {"return { place = function() end }", "kiosk.lua: place is a function; write a "
                                              "text, a number, true, false or a table"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        check_refused(cases[i][0], cases[i][1]);
    }
}

struct skipped {
    int count;
    char sentences[8][256];
};

static void note_skipped(void *context)
{
    struct skipped *skipped = context;
    str_copy(skipped->sentences[skipped->count++], 256, err_text());
}

static const struct {
    const char *text, *key;
} wrong_keys[] = {
    {"idle_s = 'sixty'", "idle_s"},
    {"volume = 9", "volume"},
    {"ilde_s = 60", "ilde_s"},
    {"manikin = 7", "manikin"},
    {"guideline = ''", "guideline"},
    {"hours = { { from = 8, to = 8 } }", "hours"},
    {"trusted_keys = { 'a' }", "trusted_keys"},
    {"pin = 'old'", "pin"},
    {"pin = 123456", "pin"},
    {"lang = {}", "lang"},
};

/* Whichever keys are wrong, the others hold, and each wrong one is told. */
static void a_wrong_key_keeps_no_other_out(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    for (int round = 0; round < 100; round++) {
        struct str text = {0};
        struct skipped skipped = {0};
        const char *keys[8];
        int count = rng_int(&rng, 1, 3);
        int first = rng_int(&rng, 0, (int)(sizeof wrong_keys / sizeof *wrong_keys) - 1);
        str_add(&text, "return { place = '云和', test_s = 45,\n");
        for (int i = 0; i < count; i++) {
            size_t at = (size_t)(first + i) % (sizeof wrong_keys / sizeof *wrong_keys);
            str_add(&text, "%s,\n", wrong_keys[at].text);
            keys[i] = wrong_keys[at].key;
        }
        str_add(&text, "countdown_s = 20 }");
        assert_true(file_write(path, text.text, text.length));
        struct conf_settings settings;
        conf_settings_default(&settings);
        assert_int_equal(conf_settings_read(&settings, path, note_skipped, &skipped),
                         CONF_SETTINGS_PART);
        assert_string_equal(settings.place, "云和");
        assert_int_equal(settings.test_s, 45);
        assert_int_equal(settings.countdown_s, 20);
        assert_int_equal(settings.idle_s, 60);
        assert_false(conf_pin_is_new(&settings));
        for (int i = 0; i < count; i++) {
            bool told = false;
            for (int n = 0; n < skipped.count; n++) {
                told = told || strstr(skipped.sentences[n], keys[i]);
            }
            assert_true(told || (i > 0 && str_equal(keys[i], keys[i - 1])));
        }
        str_free(&text);
    }
}

/* The rows of `hours` take the volume from beside them, whatever else is wrong. */
static void what_holds_is_read_together(void **state)
{
    (void)state;
    struct conf_settings settings;
    struct skipped skipped = {0};
    static const char text[] = "return { idle_s = 1, hours = { { from = 8, to = 9, "
                               "music = true } }, volume = 5, pin = 'new' }";
    assert_true(file_write(path, text, sizeof text - 1));
    conf_settings_default(&settings);
    assert_int_equal(conf_settings_read(&settings, path, note_skipped, &skipped),
                     CONF_SETTINGS_PART);
    assert_int_equal(skipped.count, 1);
    assert_int_equal(settings.volume, 5);
    assert_int_equal(conf_hours_at(&settings, 8).volume, 5);
    assert_true(conf_pin_is_new(&settings));
}

/* Counts must not go where nobody looks for them. */
static void a_wrong_data_folder_is_no_key_to_be_left_out(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "return { data = 7, place = 'x' }", "return { place = 'x', data = { '/srv' } }",
        "return { place = 'x', Data = '/srv' }", "return { date = '/srv', place = 'x' }"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct conf_settings settings;
        struct skipped skipped = {0};
        assert_true(file_write(path, texts[i], strlen(texts[i])));
        conf_settings_default(&settings);
        assert_int_equal(conf_settings_read(&settings, path, note_skipped, &skipped),
                         CONF_SETTINGS_NO_DATA);
        assert_non_null(strstr(err_text(), i < 2 ? "data is " : "data"));
        assert_int_equal(skipped.count, 0);
    }
    struct conf_settings settings;
    struct skipped skipped = {0};
    assert_true(file_write(path, "return {", 8));
    conf_settings_default(&settings);
    assert_int_equal(conf_settings_read(&settings, path, note_skipped, &skipped),
                     CONF_SETTINGS_UNREAD);
    assert_non_null(strstr(err_text(), "kiosk.lua"));
}

static void an_unknown_key_is_refused_with_the_nearest_known_ones(void **state)
{
    (void)state;
    check_refused("return { ilde_s = 60 }",
                  "kiosk.lua: ilde_s is not a known key; the nearest ones are "
                  "idle_s, test_s, data");
    check_refused("return { distance = 600 }",
                  "kiosk.lua: distance is not a known key; the nearest ones "
                  "are distance_mm, data, place");
    check_refused("return { 60 }",
                  "kiosk.lua: [1] is not a known key; the nearest ones are "
                  "pin, set, data");
    check_refused(
        "return { [1.5] = 60 }",
        "kiosk.lua: the file has a key that is a number; write a name or a plain "
        "list");
    check_refused(
        "return { [''] = 60 }",
        "kiosk.lua: the file has a key that is empty, not UTF-8 text, or longer "
        "than 63 bytes");
}

static void a_file_that_is_not_data_is_refused_where_it_is_wrong(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"", "kiosk.lua: returns nothing; it has to end in return { key = value, ... }"},
        {"idle_s = 60",
         "kiosk.lua: returns nothing; it has to end in return { key = value, ... }"},
        {"return 60",
         "kiosk.lua: returns a number; it has to end in return { key = value, ... }"},
        {"return {\n  idle_s = 60\n  test_s = 30\n}",
         "kiosk.lua:3: '}' expected (to close '{' at line 1) near 'test_s'"},
        {"\nreturn { data = os.getenv('HOME') }",
         "kiosk.lua:2: attempt to index a nil value (global 'os')"},
        {"return { data = ('x'):rep(9) }",
         "kiosk.lua:1: attempt to index a string value (constant 'x')"},
        {"local t = {} t.t = t return t", "kiosk.lua: t.t.t.t.t.t.t.t.t is nested deeper "
                                          "than 8 tables"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        check_refused(cases[i][0], cases[i][1]);
    }
}

static void a_script_that_does_not_end_is_ended(void **state)
{
    (void)state;
    static const char churns[] = "local s = 'x' for i = 1, 21 do s = s .. s end "
                                 "while true do local t = s .. s end";
    static const char *const loops[] = {
        "while true do end",
        "\n\n::again:: goto again",
        "local function f() return f() end f()",
        "for i = 1, 1e18 do end",
        churns,
    };
    for (size_t i = 0; i < sizeof loops / sizeof *loops; i++) {
        struct conf_settings settings;
        conf_settings_default(&settings);
        assert_false(load(&settings, loops[i]));
        assert_true(str_starts(sentence(), "kiosk.lua"));
    }
    check_refused("\nwhile true do end",
                  "kiosk.lua:2: still running after a million steps; a "
                  "data file only has to return a table");
}

static void a_script_that_eats_memory_is_stopped(void **state)
{
    (void)state;
    static const char *const bombs[] = {
        "local s = 'x' while true do s = s .. s end",
        "local t = {} while true do t = { t, t, t, t, t, t, t, t } end",
        "local t = {} for i = 1, 1e6 do t[i] = i end return t",
        "local function f(a) return 1 + f(a) end f(1)",
    };
    for (size_t i = 0; i < sizeof bombs / sizeof *bombs; i++) {
        check_refused(bombs[i],
                      "kiosk.lua: needs more memory than the 8 MiB a data file may "
                      "use; make it smaller");
    }
    check_refused("local t = { 1 } for i = 1, 7 do t = { t, t, t, t, t, t, t, t } end "
                  "return t",
                  "kiosk.lua: holds more than 20000 values");
}

static void a_compiled_chunk_is_refused(void **state)
{
    (void)state;
    struct conf_settings settings;
    conf_settings_default(&settings);
    static const char compiled[] = "\x1bLuaT\0\x19\x93\r\n\x1a\n\x04\x08\x08";
    assert_false(load_bytes(&settings, compiled, sizeof compiled));
    assert_string_equal(sentence(),
                        "kiosk.lua: is a compiled chunk; a data file has to be "
                        "text");
}

static void a_file_that_is_not_there_is_named(void **state)
{
    (void)state;
    struct conf_settings settings;
    conf_settings_default(&settings);
    assert_false(conf_settings_load(&settings, "/nowhere/kiosk.lua"));
    assert_string_equal(
        err_text(), "/nowhere/kiosk.lua: cannot be opened: No such file or directory");
}

/* Any bytes at all end in a table or a sentence that begins with the file. */
static void random_scripts_never_break_the_loader(void **state)
{
    (void)state;
    static const char *const words[] = {
        "return", "{", "}",  "idle_s", "=",     "60",    ",",    "'en'", "lang", "..",
        "(",      ")", "do", "end",    "local", "while", "true", "\n",   "[1]",  "-"};
    struct rng rng = rng_begin();
    struct conf_settings settings;
    for (int round = 0; round < 500; round++) {
        struct str text = {0};
        int count = rng_int(&rng, 0, 12);
        for (int i = 0; i < count; i++) {
            str_add(&text, "%s ",
                    words[rng_int(&rng, 0, sizeof words / sizeof *words - 1)]);
        }
        conf_settings_default(&settings);
        err_clear();
        if (load(&settings, text.text ? text.text : "")) {
            assert_true(settings.idle_s >= 20);
        } else {
            assert_true(str_starts(sentence(), "kiosk.lua"));
        }
        str_free(&text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_file_overwrites_only_what_it_names),
        cmocka_unit_test(several_manikins_are_read),
        cmocka_unit_test(random_settings_come_back_as_written),
        cmocka_unit_test(a_wrong_value_is_one_sentence),
        cmocka_unit_test(a_wrong_key_keeps_no_other_out),
        cmocka_unit_test(what_holds_is_read_together),
        cmocka_unit_test(a_wrong_data_folder_is_no_key_to_be_left_out),
        cmocka_unit_test(an_unknown_key_is_refused_with_the_nearest_known_ones),
        cmocka_unit_test(a_file_that_is_not_data_is_refused_where_it_is_wrong),
        cmocka_unit_test(a_script_that_does_not_end_is_ended),
        cmocka_unit_test(a_script_that_eats_memory_is_stopped),
        cmocka_unit_test(a_compiled_chunk_is_refused),
        cmocka_unit_test(a_file_that_is_not_there_is_named),
        cmocka_unit_test(random_scripts_never_break_the_loader),
    };
    return cmocka_run_group_tests_name("conf", tests, make_folder, remove_folder);
}
