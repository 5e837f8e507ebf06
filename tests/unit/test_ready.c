/* SPDX-License-Identifier: MIT */
/* Each state of a manikin by its condition, and the pace by which a slow one is known. */
#include <math.h>

#include "station/ready.h"
#include "support/tap.h"

enum { FRAME_US = 100000 };

static struct link_status manikin(enum link_state state, const char *lines,
                                  const char *column)
{
    return (struct link_status){.state = state, .lines = lines, .column = column};
}

static void expect(const struct link_status *status, const struct ready_pulse *pulse,
                   uint32_t doubts, enum ready_state state)
{
    assert_int_equal(ready_of(status, pulse, doubts)->state, state);
}

/* The rows in order: each is wrong in what its row says, and in all below as well. */
static void the_most_hindering_is_told(void **state)
{
    (void)state;
    struct ready_pulse pulse = {.hz = 9, .is_slow = true};
    struct link_status status = {.state = LINK_SEARCHING};
    expect(&status, &pulse, 0, READY_NOTHING);
    status.talk = TALK_WORDS;
    expect(&status, &pulse, 0, READY_TALKS);
    status = manikin(LINK_STALE, "comma", "");
    status.doubts = CPR_TRUST_UNCALIBRATED;
    pulse.is_blind = true;
    pulse.has_lines = true;
    expect(&status, &pulse, CPR_TRUST_NOISE, READY_UNTAUGHT);
    status.column = "6";
    expect(&status, &pulse, CPR_TRUST_NOISE, READY_BLIND);
    pulse.is_blind = false;
    expect(&status, &pulse, CPR_TRUST_NOISE, READY_RESTLESS);
    pulse.has_lines = false;
    expect(&status, &pulse, CPR_TRUST_NOISE, READY_SILENT);
    status.lines = "";
    pulse.has_lines = true;
    expect(&status, &pulse, CPR_TRUST_NOISE, READY_SILENT);
    status.state = LINK_READY;
    expect(&status, &pulse, CPR_TRUST_NOISE, READY_DOUBTED);
    expect(&status, &pulse, 0, READY_UNCALIBRATED);
    status.doubts = CPR_TRUST_FORCE;
    expect(&status, &pulse, 0, READY_FORCE);
    status.doubts = 0;
    expect(&status, &pulse, 0, READY_SLOW);
    pulse = (struct ready_pulse){0};
    expect(&status, &pulse, 0, READY_SCORED);
    status.hz = 10;
    expect(&status, &pulse, 0, READY_SLOW);
    status.hz = 100;
    expect(&status, &pulse, 0, READY_SCORED);
}

static void every_row_tells_what_it_hinders(void **state)
{
    (void)state;
    for (int i = 0; i < READY_STATES; i++) {
        const struct ready *row = ready_row((enum ready_state)i);
        assert_int_equal(row->state, i);
        assert_non_null(row->desk);
        assert_int_equal(row->title != NULL, !row->may_score);
        assert_int_equal(row->text != NULL, !row->may_score);
        assert_int_equal(row->result != NULL, row->may_press && !row->may_score);
        assert_int_equal(row->cure != NULL, row->may_press && !row->may_score);
        assert_true(row->may_press || !row->may_score);
    }
}

static void a_result_is_told_by_what_the_manikin_is(void **state)
{
    (void)state;
    struct cpr_result result = {.trust = CPR_TRUST_UNCALIBRATED};
    assert_int_equal(ready_for_result(&result)->state, READY_UNCALIBRATED);
    result.trust = CPR_TRUST_FORCE;
    assert_int_equal(ready_for_result(&result)->state, READY_FORCE);
    result.trust = CPR_TRUST_JITTER;
    assert_null(ready_for_result(&result)); /* uneven, and fast enough */
    result.is_slow = true;
    assert_int_equal(ready_for_result(&result)->state, READY_SLOW);
    result.trust |= CPR_TRUST_NOISE; /* the count does not hold either */
    assert_null(ready_for_result(&result));
    result = (struct cpr_result){0};
    assert_null(ready_for_result(&result));
}

/* A manikin's readings for `seconds`, in frames of a tenth of one. `lost`: the share that
 * is lost on the cable; `blind`: that comes without a depth. */
static void hear(struct ready_pulse *pulse, struct link_status *status, struct rng *rng,
                 double hz, double seconds, double lost, double blind)
{
    static int64_t now_us;
    static double t_us; /* of the next reading */

    struct cpr_sample samples[512];
    uint32_t missing = 0;
    for (int64_t end_us = now_us + (int64_t)(seconds * 1e6); now_us < end_us;) {
        size_t count = 0;
        now_us += FRAME_US;
        for (; t_us < (double)now_us; t_us += 1e6 / hz) {
            bool is_blind = rng_between(rng, 0, 1) < blind;
            status->lines_good++;
            status->no_depth += is_blind;
            if (is_blind || rng_between(rng, 0, 1) < lost) {
                missing++;
            } else {
                samples[count++] =
                    (struct cpr_sample){.t_us = (int64_t)t_us, .lost = missing};
                missing = 0;
            }
        }
        ready_hear(pulse, status, samples, count, now_us);
    }
}

static void a_slow_manikin_is_known_in_seconds(void **state)
{
    for (int i = 0; i < 200; i++) {
        struct ready_pulse pulse = {0};
        struct link_status status = manikin(LINK_READY, "", "");
        double hz =
            i % 2 ? rng_between(*state, 2, 19.8) : rng_between(*state, 20.2, 1000);
        hear(&pulse, &status, *state, hz, hz < 4 ? 5 : 3, rng_between(*state, 0, 0.2), 0);
        if ((ready_of(&status, &pulse, 0)->state == READY_SLOW) != (hz < 20)) {
            print_message("# %.2f Hz: read as %.2f\n", hz, pulse.hz);
        }
        assert_int_equal(ready_of(&status, &pulse, 0)->state,
                         hz < 20 ? READY_SLOW : READY_SCORED);
        assert_true(fabs(pulse.hz - hz) < 0.02 * hz);
    }
}

/* A pace about 20 does not make the screen go to and fro. */
static void the_edge_does_not_tumble(void **state)
{
    struct ready_pulse pulse = {0};
    struct link_status status = manikin(LINK_READY, "", "");
    int turns = 0;
    bool was_slow = false;
    for (int i = 0; i < 60; i++) {
        hear(&pulse, &status, *state, rng_between(*state, 19.7, 20.3), 2.1, 0, 0);
        turns += i > 0 && pulse.is_slow != was_slow;
        was_slow = pulse.is_slow;
    }
    assert_in_range(turns, 0, 1);
    hear(&pulse, &status, *state, 50, 5, 0, 0);
    assert_false(pulse.is_slow);
}

static void out_of_range_at_rest_is_known(void **state)
{
    struct ready_pulse pulse = {0};
    struct link_status status = manikin(LINK_READY, "tag", "Distance");
    for (int i = 0; i < 40; i++) {
        double hz = rng_between(*state, 4, 200);
        double blind = i % 2 ? rng_between(*state, 0.75, 1) : rng_between(*state, 0, 0.2);
        hear(&pulse, &status, *state, hz, 4, 0, blind);
        status.state = pulse.samples > 0 ? LINK_READY : LINK_STALE;
        assert_int_equal(ready_of(&status, &pulse, 0)->state == READY_BLIND, i % 2);
    }
    status.state = LINK_SEARCHING; /* pulled: nothing is known of the next one */
    ready_hear(&pulse, &status, NULL, 0, 0);
    assert_false(pulse.is_blind || pulse.is_slow || pulse.hz > 0);
}

int main(void)
{
    struct rng rng = rng_begin();
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_most_hindering_is_told),
        cmocka_unit_test(every_row_tells_what_it_hinders),
        cmocka_unit_test(a_result_is_told_by_what_the_manikin_is),
        cmocka_unit_test_prestate(a_slow_manikin_is_known_in_seconds, &rng),
        cmocka_unit_test_prestate(the_edge_does_not_tumble, &rng),
        cmocka_unit_test_prestate(out_of_range_at_rest_is_known, &rng),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
