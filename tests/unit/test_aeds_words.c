/* SPDX-License-Identifier: MIT */
/* What is said of an AED: the way to it, and whether it can be had now. */
#include <math.h>
#include <time.h>

#include "screens/aeds_words.h"
#include "support/aeds_rig.h"

static void the_way_is_in_words(void **state)
{
    (void)state;
    char words[AEDS_WORDS_MAX];
    struct conf_aed aed = {.east_m = 170, .north_m = 170, .away_m = hypot(170, 170)};
    kiosk_set_lang(k, "en");
    aeds_words_way(k, &aed, words);
    assert_string_equal(words, "240 m to the north-east, about 4 minutes on foot");
    aed = (struct conf_aed){.east_m = -1550, .north_m = -3, .away_m = 1550};
    aeds_words_way(k, &aed, words);
    assert_string_equal(words, "1.6 km to the west, about 26 minutes on foot");
    aed = (struct conf_aed){.east_m = 0, .north_m = -22, .away_m = 22};
    aeds_words_way(k, &aed, words);
    assert_string_equal(words, "20 m to the south, about 1 minute on foot");
    aed = (struct conf_aed){.north_m = 2, .away_m = 2};
    aeds_words_way(k, &aed, words);
    assert_string_equal(words, "Right here");
}

#define DAYS   "Monday to Friday 8:30 to 17:00; Saturday 9:00 to 12:00"
#define NIGHT  "Friday 20:00 to 2:00 the next day"
#define NIGHTS "周五 20:00 到次日 2:00"

/* Local time of the hall, whatever that of the machine is. */
static void hours_are_of_the_hall_s_own_clock(void **state)
{
    (void)state;

    static const struct {
        const char *zone;
        int64_t wall_s;
        const char *hours[2]; /* NULL: it has one row */
        const char *lang, *words;
        bool open;
    } rows[] = {
        /* 2026-11-30, a Monday, at 9:00, at 8:29 and at 17:00 */
        {"UTC0",
         1796029200,
         {"1-5 8:30-17:00", "6 9:00-12:00"},
         "en",
         "Open now: " DAYS,
         1},
        {"UTC0",
         1796027340,
         {"1-5 8:30-17:00", "6 9:00-12:00"},
         "en",
         "Closed now: " DAYS,
         0},
        {"UTC0",
         1796058000,
         {"1-5 8:30-17:00", "6 9:00-12:00"},
         "en",
         "Closed now: " DAYS,
         0},
        /* ... the same Monday in China, whose 9:00 is 1:00 of UTC */
        {"CST-8",
         1796000400,
         {"1-5 8:30-17:00", "6 9:00-12:00"},
         "en",
         "Open now: " DAYS,
         1},
        {"UTC0",
         1796000400,
         {"1-5 8:30-17:00", "6 9:00-12:00"},
         "en",
         "Closed now: " DAYS,
         0},
        /* Sunday at 9:00 */
        {"UTC0",
         1795942800,
         {"1-5 8:30-17:00", "6 9:00-12:00"},
         "en",
         "Closed now: " DAYS,
         0},
        /* Friday at 23:00, Saturday at 1:59 and at 2:00, Friday at 1:00 */
        {"UTC0", 1795820400, {"5 20:00-2:00"}, "en", "Open now: " NIGHT, 1},
        {"UTC0", 1795831140, {"5 20:00-2:00"}, "en", "Open now: " NIGHT, 1},
        {"UTC0", 1795831200, {"5 20:00-2:00"}, "en", "Closed now: " NIGHT, 0},
        {"UTC0", 1795741200, {"5 20:00-2:00"}, "en", "Closed now: " NIGHT, 0},
        {"UTC0", 1795820400, {"5 20:00-2:00"}, "zh-CN", "现在开放：" NIGHTS, 1},
        /* 31 December 2025 and the 1970 of an empty battery: nothing is said of now */
        {"UTC0", 1767178800, {"1-5 8:30-17:00", "6 9:00-12:00"}, "en", "Open " DAYS, 0},
        {"UTC0", 360000, {"5 20:00-2:00"}, "zh-CN", "开放时间：" NIGHTS, 0},
    };

    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char words[AEDS_WORDS_MAX];
        struct conf_aed aed = {0};
        for (size_t hours = 0; hours < 2 && rows[i].hours[hours]; hours++) {
            assert_true(opening_add(&aed.opening, rows[i].hours[hours]));
        }
        assert_int_equal(setenv("TZ", rows[i].zone, 1), 0);
        tzset();
        kiosk_set_lang(k, rows[i].lang);
        stage_set_time(stage, rows[i].wall_s);
        aeds_words_hours(k, &aed, words);
        assert_string_equal(words, rows[i].words);
        assert_int_equal(aeds_words_open(k, &aed), rows[i].open);
    }
    assert_int_equal(unsetenv("TZ"), 0);
    tzset();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(the_way_is_in_words),
        TEST(hours_are_of_the_hall_s_own_clock),
    };
    return cmocka_run_group_tests_name("aeds words", tests, NULL, NULL);
}
