/* SPDX-License-Identifier: MIT */
/* A real potentiometer on a real rig: 31.6 s at 1000 Hz in counts of its converter. */
#include <math.h>
#include <string.h>

#include "support/tap.h"
#include "support/wave.h"

/* The count falls when pressed: 718 at rest, 667 deepest. Millimetres were not measured;
 * one count is taken for one, so that the rig's full travel is 51 mm. */
static const double rest_count = 718;
static const double mm_a_count = 1;

static struct wave_run run;

static void twenty_three_pushes_are_found(void **state)
{
    (void)state;
    FILE *file = fopen("tests/traces/rig_pot/analogRead_A4_35sec.csv", "r");
    assert_non_null(file);
    struct cpr_guideline guideline = wave_guideline();
    cpr_start(&run.session, &guideline, CPR_COMPRESSION_ONLY);
    char row[64];
    assert_non_null(fgets(row, sizeof row, file));
    assert_string_equal(row, "t_s,adc\n");
    while (fgets(row, sizeof row, file)) {
        char *comma, *end;
        double t_s = strtod(row, &comma);
        assert_int_equal(*comma, ',');
        double count = strtod(comma + 1, &end);
        assert_int_equal(*end, '\n');
        struct cpr_sample sample = {.t_us = llround(t_s * 1e6),
                                    .depth_mm = (rest_count - count) * mm_a_count,
                                    .force_n = CPR_NOT_MEASURED,
                                    .volume_ml = CPR_NOT_MEASURED,
                                    .hands = CPR_HANDS_NOT_MEASURED};
        struct cpr_compression done;
        if (cpr_add(&run.session, &sample, &done)) {
            wave_keep(&run, &done);
        }
    }
    fclose(file);
    struct cpr_compression done;
    while (cpr_finish(&run.session, &done)) {
        wave_keep(&run, &done);
    }
    cpr_result(&run.session, &run.result);
    assert_int_equal(run.result.samples, 31629);
    assert_int_equal(run.result.count, 23);
    assert_int_equal(run.result.trust, 0);
    assert_int_equal(run.result.pauses, 0);
    expect_near(run.result.mean_depth_mm, 50.8, 0.05);
    expect_near(run.result.mean_rate_cpm, 64.9, 0.05);
    expect_near(run.result.mean_release_mm, 7.3, 0.05);
    for (int i = 1; i < run.count; i++) {
        assert_true(run.events[i].rate_cpm > 46 && run.events[i].rate_cpm < 81);
        assert_true(run.events[i].start_us >= run.events[i - 1].release_us);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(twenty_three_pushes_are_found),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
