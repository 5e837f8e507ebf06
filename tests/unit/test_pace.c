/* SPDX-License-Identifier: MIT */
/* Lines made evenly but arriving in bursts get even stamps back. */
#include <math.h>
#include <stdbool.h>

#include "link/pace.h"
#include "support/tap.h"

enum { LINES_MAX = 100000 };

/* When the kiosk sees a line: the USB chip lets go every 16 ms, a frame lasts 16.7 ms. */
static int64_t arrival_us(struct rng *rng, double made_us)
{
    double sent_us = made_us + rng_between(rng, 0, 16000);
    return (int64_t)(ceil(sent_us / 16667) * 16667) + 7000000;
}

static void an_even_pace_comes_out_of_bursts(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    static double off_us[LINES_MAX];
    for (int round = 0; round < 200; round++) {
        double hz = pow(10, rng_between(&rng, 0.7, 3.477));
        double period_us = 1e6 / hz;
        int lines = (int)(30 * hz);
        int64_t last_us = 0;
        int64_t seen_us = 0;
        struct pace pace;
        pace_begin(&pace);
        for (int i = 0; i < lines; i++) {
            int64_t now_us = arrival_us(&rng, i * period_us);
            seen_us = now_us > seen_us ? now_us : seen_us; /* no line overtakes another */
            int64_t t_us = pace_next(&pace, seen_us);
            assert_true(i == 0 || t_us > last_us);
            last_us = t_us;
            off_us[i] = (double)t_us - i * period_us;
        }
        /* After 10 s: two lines up to a compression apart. */
        int apart = (int)(0.55 * hz) + 1;
        for (int i = (int)(10 * hz); i + apart < lines; i++) {
            double error_us = fabs(off_us[i + apart] - off_us[i]);
            if (!(error_us < 5000)) {
                fail_msg("%.1f Hz: %.0f us between lines %d apart", hz, error_us, apart);
            }
        }
    }
}

static void lines_that_stay_away_leave_a_gap(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    struct pace pace;
    pace_begin(&pace);
    int64_t before_us = 0;
    for (int i = 0; i < 1000; i++) {
        before_us = pace_next(&pace, arrival_us(&rng, i * 10000.0));
    }
    int64_t after_us = pace_next(&pace, arrival_us(&rng, 9990000 + 1500000));
    assert_true(llabs(after_us - before_us - 1500000) < 40000);
    int64_t next_us = pace_next(&pace, arrival_us(&rng, 9990000 + 1510000));
    assert_true(llabs(next_us - after_us - 10000) < 4000);
}

static void a_kiosk_that_stood_still_for_a_moment_moves_nothing(void **state)
{
    (void)state;
    struct pace pace;
    pace_begin(&pace);
    int64_t last_us = 0;
    for (int i = 0; i < 2000; i++) {
        int64_t made_us = i * 10000L;
        bool stalled = i >= 1500 && i < 1520;
        int64_t t_us = pace_next(&pace, stalled ? 1520 * 10000L : made_us);
        assert_true(i < 500 || llabs(t_us - last_us - 10000) < 700);
        last_us = t_us;
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_even_pace_comes_out_of_bursts),
        cmocka_unit_test(lines_that_stay_away_leave_a_gap),
        cmocka_unit_test(a_kiosk_that_stood_still_for_a_moment_moves_nothing),
    };
    return cmocka_run_group_tests_name("pace", tests, NULL, NULL);
}
