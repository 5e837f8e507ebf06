/* SPDX-License-Identifier: MIT */
/* Colour comes back by good pushes alone, slowly, and goes without them. */
#include <math.h>
#include <string.h>

#include "station/flow.h"
#include "support/tap.h"

static struct run run;

/* Pushes of one label for `seconds`, looked at sixty times a second: nothing jumps.
 * Returns the flow at the end. */
static double press(double seconds, double rate_cpm, enum cpr_label label)
{
    double begin_s = (double)run.newest_us / 1e6;
    double next_s = begin_s;
    double last = flow_of(&run);
    for (double t_s = begin_s; t_s < begin_s + seconds; t_s += 1.0 / 60) {
        if (rate_cpm > 0 && t_s >= next_s) {
            run.compressions[run.compression_count++] =
                (struct cpr_compression){.peak_us = (int64_t)(t_s * 1e6), .label = label};
            next_s += 60 / rate_cpm;
        }
        run.newest_us = (int64_t)(t_s * 1e6);
        double now = flow_of(&run);
        assert_true(now >= 0 && now <= 1);
        assert_true(fabs(now - last) < 0.01);
        last = now;
    }
    return last;
}

static void begin(void)
{
    memset(&run, 0, sizeof run);
    run.phase = RUN_GOING;
}

static void good_pushes_bring_it_by_and_by(void **state)
{
    (void)state;
    for (double rate = 100; rate <= 120; rate += 5) {
        begin();
        assert_true(flow_of(&run) <= 0);
        double after_3 = press(3, rate, CPR_OK);
        assert_true(after_3 > 0.1 && after_3 < 0.5);
        assert_true(press(3, rate, CPR_OK) > after_3);
        assert_true(press(8, rate, CPR_OK) > 0.95);
    }
}

static void without_them_it_goes(void **state)
{
    static const enum cpr_label faults[] = {CPR_SHALLOW, CPR_DEEP, CPR_SLOW, CPR_FAST,
                                            CPR_LEANING};

    (void)state;
    for (size_t i = 0; i < sizeof faults / sizeof *faults; i++) {
        begin();
        assert_true(press(20, 110, faults[i]) <= 0);
        press(15, 110, CPR_OK);
        double halfway = press(7, 110, faults[i]);
        assert_true(halfway > 0.2 && halfway < 0.9);
        assert_true(press(7, 110, faults[i]) < 0.01);
        press(15, 110, CPR_OK);
        assert_true(press(13, 0, CPR_OK) <= 0); /* hands off */
    }
}

static void half_of_them_bring_half(void **state)
{
    (void)state;
    begin();
    for (int i = 0; i < 30; i++) {
        press(60.0 / 105, 105, i % 2 ? CPR_OK : CPR_SHALLOW);
    }
    assert_true(fabs(flow_of(&run) - 0.52) < 0.08);
}

static void unknown_depth_brings_nothing(void **state)
{
    (void)state;
    begin();
    run.plan.rhythm_only = true;
    assert_true(press(15, 110, CPR_OK) <= 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(good_pushes_bring_it_by_and_by),
        cmocka_unit_test(without_them_it_goes),
        cmocka_unit_test(half_of_them_bring_half),
        cmocka_unit_test(unknown_depth_brings_nothing),
    };
    return cmocka_run_group_tests_name("flow", tests, NULL, NULL);
}
