/* SPDX-License-Identifier: MIT */
/* Hours with a sound of their own, in the settings and as staff set them. */
#include "support/settings_file.h"

/* Drawn rows that do not meet, against each hour written out. */
static void hours_have_their_own_sound(void **state)
{
    struct rng rng = rng_begin();
    (void)state;
    for (int round = 0; round < 200; round++) {
        struct conf_settings settings;
        int volume[24];
        bool speech[24];
        char text[2048] = "";
        int normal = rng_int(&rng, 0, 5);
        int first = rng_int(&rng, 0, 23);
        for (int i = 0; i < 24; i++) {
            volume[i] = normal;
            speech[i] = true;
        }
        str_format(text, sizeof text, "return { volume = %d, hours = {", normal);
        for (int at = 0, long_h = 0; at < 24; at += long_h) {
            long_h = rng_int(&rng, 1, 24 - at < 9 ? 24 - at : 9);
            int own = rng_int(&rng, 0, 5);
            bool said = rng_int(&rng, 0, 1);
            size_t used = strlen(text);
            if (long_h == 24 || rng_int(&rng, 0, 2) == 0) {
                continue; /* a gap */
            }
            str_format(text + used, sizeof text - used,
                       " { from = %d, to = %d, volume = %d, speech = %s },",
                       (first + at) % 24, (first + at + long_h) % 24, own,
                       said ? "true" : "false");
            for (int h = at; h < at + long_h; h++) {
                volume[(first + h) % 24] = own;
                speech[(first + h) % 24] = said;
            }
        }
        size_t used = strlen(text);
        str_format(text + used, sizeof text - used, " } }");
        conf_settings_default(&settings);
        if (!load(&settings, text)) {
            fail_msg("%s: %s", text, err_text());
        }
        for (int hour = 0; hour < 24; hour++) {
            struct conf_hours now = conf_hours_at(&settings, hour);
            assert_int_equal(now.volume, volume[hour]);
            assert_int_equal(now.speech, speech[hour]);
            assert_false(now.music);
        }
    }
}

static void hours_are_refused_with_a_cure(void **state)
{
    (void)state;
    check_refused("return { hours = { { from = 8, to = 8 } } }",
                  "kiosk.lua: hours[1] goes from 8 to 8 and holds no hour; write another "
                  "end, 0 and 24 for the whole day");
    check_refused("return { hours = { { from = 22, to = 8 }, { from = 7, to = 9 } } }",
                  "kiosk.lua: hours[1] and hours[2] both hold 7 o'clock; let one end "
                  "where the other begins");
    check_refused("return { hours = { { from = 8, to = 25 } } }",
                  "kiosk.lua: hours[1].to is 25; write an hour from 0 to 24");
    check_refused("return { hours = { { from = 8 } } }",
                  "kiosk.lua: hours[1].to is missing; write an hour from 0 to 24");
    check_refused(
        "return { hours = { from = 8, to = 9 } }",
        "kiosk.lua: hours.from is 8; write a table of rows such as { from = 20, "
        "to = 8, volume = 1, speech = false }");
    check_refused(
        "return { hours = 8 }",
        "kiosk.lua: hours is 8; write a table of rows such as { from = 20, to = "
        "8, volume = 1 }");
}

/* Hours are set one by one, kept in a file of their own, and read back: drawn days,
 * against each hour written out. */
static void hours_are_set_kept_and_read_back(void **state)
{
    struct rng rng = rng_begin();
    (void)state;
    for (int round = 0; round < 200; round++) {
        struct conf_settings settings;
        struct conf_settings other;
        struct conf_hours day[24];
        conf_settings_default(&settings);
        conf_settings_default(&other);
        settings.volume = other.volume = rng_int(&rng, 0, 5);
        int kinds = rng_int(&rng, 1, 3); /* few, so that hours run together */
        for (int i = 0; i < 24; i++) {
            day[i] = conf_hours_usual(&settings);
        }
        for (int turn = rng_int(&rng, 0, 60); turn > 0; turn--) {
            int hour = rng_int(&rng, 0, 23);
            int kind = rng_int(&rng, 0, kinds);
            day[hour] = (struct conf_hours){
                .volume = kind, .speech = kind != 1, .music = kind == 2};
            conf_hours_set(&settings, hour, &day[hour]);
        }
        other.hours_count = 1; /* what the settings said is gone */
        other.hours[0] = (struct conf_hours){.from = 3, .to = 4, .volume = 5};
        assert_true(conf_hours_save(&settings, path));
        if (!conf_hours_load(&other, path)) {
            fail_msg("%s", err_text());
        }
        assert_int_equal(other.hours_count, settings.hours_count);
        for (int hour = 0; hour < 24; hour++) {
            struct conf_hours now = conf_hours_at(&other, hour);
            assert_int_equal(now.volume, day[hour].volume);
            assert_int_equal(now.speech, day[hour].speech);
            assert_int_equal(now.music, day[hour].music);
        }
    }
}

/* As few rows as can be: over midnight, the whole day, none. */
static void hours_that_sound_alike_are_one_row(void **state)
{
    (void)state;
    struct conf_settings settings;
    conf_settings_default(&settings);
    const struct conf_hours quiet = {.volume = 1};
    const struct conf_hours usual = conf_hours_usual(&settings);
    for (int i = 0; i < 12; i++) {
        conf_hours_set(&settings, (20 + i) % 24, &quiet);
    }
    assert_int_equal(settings.hours_count, 1);
    assert_int_equal(settings.hours[0].from, 20);
    assert_int_equal(settings.hours[0].to, 8);
    for (int i = 8; i < 20; i++) {
        conf_hours_set(&settings, i, &quiet);
    }
    assert_int_equal(settings.hours_count, 1);
    assert_int_equal(settings.hours[0].from, 0);
    assert_int_equal(settings.hours[0].to, 24);
    for (int i = 0; i < 24; i++) {
        conf_hours_set(&settings, i, &usual);
    }
    assert_int_equal(settings.hours_count, 0);
}

static void a_file_of_hours_is_refused_with_a_cure(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"return { volume = 3 }", "kiosk.lua: "},
        {"return {}", "kiosk.lua: hours is missing; "},
        {"return { hours = { { from = 1 } } }", "kiosk.lua: hours[1].to is missing; "},
        {"return { hours = ", "kiosk.lua"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct conf_settings settings;
        conf_settings_default(&settings);
        conf_hours_set(&settings, 5, &(struct conf_hours){.volume = 1});
        struct conf_settings before = settings;
        assert_true(file_write(path, cases[i][0], strlen(cases[i][0])));
        assert_false(conf_hours_load(&settings, path));
        assert_true(str_starts(sentence(), cases[i][1]));
        assert_memory_equal(&settings, &before, sizeof before);
    }
    assert_false(conf_hours_save(&(struct conf_settings){0}, "/nowhere/hours.lua"));
    assert_true(str_starts(err_text(), "/nowhere/hours.lua"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(hours_have_their_own_sound),
        cmocka_unit_test(hours_are_refused_with_a_cure),
        cmocka_unit_test(hours_are_set_kept_and_read_back),
        cmocka_unit_test(hours_that_sound_alike_are_one_row),
        cmocka_unit_test(a_file_of_hours_is_refused_with_a_cure),
    };
    return cmocka_run_group_tests_name("conf_hours", tests, make_folder, remove_folder);
}
