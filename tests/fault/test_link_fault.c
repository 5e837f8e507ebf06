/* SPDX-License-Identifier: MIT */
/*
 * The n-th read says "gone", the n-th write is refused, for every n that a run of four
 * seconds reaches: each time the link must come back by itself and hand out no sample
 * that the manikin did not send.
 */
#include <string.h>

#include "base/clock.h"
#include "link/link.h"
#include "support/cable.h"
#include "support/tap.h"

enum { STEPS = 400, STEP_US = 10000 };

struct run {
    int samples;
    int longest_gap; /* steps without a sample, once there had been one */
    bool ready;      /* at the end */
    bool reached;    /* the failure happened */
};

static struct run run_with(int reads_to_fail, int writes_to_fail)
{
    struct run run = {0};
    struct clock clock;
    struct cable cable;
    struct link_status status;
    int64_t last_us = -1;
    int gap = 0;
    clock_init_moved(&clock, 0);
    cable_init(&cable);
    cable_add(&cable, "/dev/ttyUSB0", 9600);
    cable.reads_to_fail = reads_to_fail;
    cable.writes_to_fail = writes_to_fail;
    struct link *link = link_create_from("auto", &clock, &cable.source);
    assert_non_null(link);
    for (int step = 0; step < STEPS; step++) {
        struct cpr_sample got[16];
        clock_move(&clock, STEP_US);
        cable_say_sample(&cable, 0, (uint16_t)step, (uint32_t)step * STEP_US, step);
        size_t count = link_poll(link, got, 16);
        for (size_t i = 0; i < count; i++) {
            /* Depth is the step's number: an old or mended line would show. */
            assert_true(got[i].depth_mm == step / 10.0);
            assert_true(got[i].t_us > last_us);
            last_us = got[i].t_us;
        }
        run.samples += (int)count;
        gap = count > 0 ? 0 : gap + (run.samples > 0);
        run.longest_gap = gap > run.longest_gap ? gap : run.longest_gap;
    }
    link_status(link, &status);
    run.ready = status.state == LINK_READY;
    run.reached = cable.reads_to_fail == 0 && cable.writes_to_fail == 0;
    link_destroy(link);
    cable_finish(&cable);
    return run;
}

static void every_failing_read_is_healed(void **state)
{
    (void)state;
    int n = 1;
    for (; n < 10000; n++) {
        struct run run = run_with(n, 0);
        if (!run.reached) {
            break;
        }
        assert_true(run.samples > 0);
        assert_true(run.longest_gap <= 100);            /* back within a second */
        assert_true(run.ready || n > 2 * (STEPS - 40)); /* too late to be back */
    }
    assert_in_range(n, 400, 9999);
}

static void every_refused_write_is_survived(void **state)
{
    (void)state;
    int n = 1;
    int samples = run_with(0, 0).samples;
    assert_true(samples > 200);
    for (; n < 1000; n++) {
        struct run run = run_with(0, n);
        if (!run.reached) {
            break;
        }
        assert_true(run.ready);
        assert_int_equal(run.samples, samples);
    }
    assert_in_range(n, 2, 999);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_failing_read_is_healed),
        cmocka_unit_test(every_refused_write_is_survived),
    };
    return cmocka_run_group_tests_name("link fault", tests, NULL, NULL);
}
