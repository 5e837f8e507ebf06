/* SPDX-License-Identifier: MIT */
#include <math.h>
#include <string.h>

#include "base/err.h"
#include "base/file.h"
#include "base/str.h"
#include "conf/conf.h"
#include "support/folder.h"
#include "support/tap.h"

static const char shipped[] = "scripts/references/beginners.lua";

static void check_figure(const char *what, double model, double published)
{
    print_message("# %s: the model has %.1f %%, published are %.1f %%\n", what, model,
                  published);
    assert_true(fabs(model - published) <= 4);
}

/* The file that kiosks read: it names its source, and the model made of it has, within 4
 * in a hundred, the shares that the study found. */
static void the_shipped_file_is_sound(void **state)
{
    (void)state;
    struct cpr_beginners it;
    struct conf_guidelines guidelines;
    assert_true(conf_beginners_load(&it, shipped));
    assert_non_null(strstr(it.source, "bmjopen-2017-017705"));
    assert_int_equal(it.year, 2017);
    assert_int_equal(it.people, 237);
    assert_true(conf_guidelines_load(&guidelines, "scripts/guidelines"));
    const struct cpr_guideline *adult = conf_guideline(&guidelines, "aha-2025/adult");
    assert_non_null(adult);
    check_figure("right depth",
                 100 * (cpr_spread_below(&it.depth_mm, adult->depth_mm.high) -
                        cpr_spread_below(&it.depth_mm, adult->depth_mm.low)),
                 it.depth_ok_percent);
    check_figure("right rate",
                 100 * (cpr_spread_below(&it.rate_cpm, adult->rate_cpm.high) -
                        cpr_spread_below(&it.rate_cpm, adult->rate_cpm.low)),
                 it.rate_ok_percent);
    for (size_t i = 0; i < guidelines.count; i++) {
        const struct cpr_guideline *guideline = &guidelines.items[i];
        bool is_adult = strstr(guideline->name, "/adult") != NULL;
        double place = cpr_percentile(&it, guideline, 60);
        assert_int_equal(!isnan(place), is_adult);
    }
}

#define HEAD "source = 'BMJ', year = 2017, people = 237, "
#define TAIL "depth_ok_percent = 29.5, rate_ok_percent = 24.9"
#define RATE "rate_cpm = { mean = 97.8, sd = 31.2, p10 = 59, p90 = 133 }, "

static void a_wrong_file_is_one_sentence(void **state)
{
    (void)state;

    static const struct {
        const char *text, *expected;
    } cases[] = {
        {"return { " HEAD RATE TAIL " }",
         "depth_mm is missing; write a table { mean = , sd = , p10 = , p90 = }"},
        {"return { " HEAD RATE TAIL ", depth_mm = { mean = 42.9, sd = 13.4, p10 = 24 } }",
         "depth_mm.p90 is missing; write a number from 0 to 300"},
        {"return { " HEAD RATE TAIL
         ", depth_mm = { mean = 42.9, sd = 13.4, p10 = 58, p90 = 24 } }",
         "depth_mm has a mean of 42.9 with tenths of 58 and 24; write p10 below p90 and "
         "a "
         "mean near the middle of them"},
        {"return { " HEAD RATE TAIL
         ", depth_mm = { mean = 57, sd = 13.4, p10 = 24, p90 = 58 } }",
         "depth_mm has a mean of 57 with tenths of 24 and 58; write p10 below p90 and a "
         "mean near the middle of them"},
        {"return { " HEAD RATE TAIL
         ", depth_mm = { mean = 40, sd = 13.4, p10 = 40, p90 = 40 } }",
         "depth_mm has a mean of 40 with tenths of 40 and 40; write p10 below p90 and a "
         "mean near the middle of them"},
        {"return { " HEAD RATE TAIL ", depth_mm = 42.9 }",
         "depth_mm is 42.9; write a table { mean = , sd = , p10 = , p90 = }"},
    };

    struct folder folder = folder_make();
    const char *path = folder_file(&folder, "x.lua");
    struct cpr_beginners it;
    memset(&it, 7, sizeof it);
    struct cpr_beginners before = it;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_true(file_write(path, cases[i].text, strlen(cases[i].text)));
        assert_false(conf_beginners_load(&it, path));
        assert_true(str_starts(err_text(), path));
        assert_string_equal(err_text() + strlen(path) + 2, cases[i].expected);
        assert_memory_equal(&it, &before, sizeof it);
    }
    folder_remove(&folder);
}

static void a_missing_file_is_one_sentence(void **state)
{
    (void)state;
    struct cpr_beginners it;
    assert_false(conf_beginners_load(&it, "/nowhere/beginners.lua"));
    assert_true(str_starts(err_text(), "/nowhere/beginners.lua"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_shipped_file_is_sound),
        cmocka_unit_test(a_wrong_file_is_one_sentence),
        cmocka_unit_test(a_missing_file_is_one_sentence),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
