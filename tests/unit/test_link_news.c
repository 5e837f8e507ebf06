/* SPDX-License-Identifier: MIT */
/* What goes wrong on a cable is handed out beside the samples, in its place. */
#include <string.h>

#include "link/link.h"
#include "support/link_bench.h"
#include "support/tap.h"
#include "wire/wire.h"

static struct bench *begin(void **state)
{
    static struct bench bench;
    (void)state;
    bench_begin(&bench, "/dev/ttyUSB0", 115200);
    ready_after(&bench, 1000);
    return &bench;
}

/* The next fault is this one, behind the newest sample unless `t_us` says otherwise. */
static struct fault expect_fault(struct bench *bench, enum fault_kind kind,
                                 uint32_t number, int64_t t_us)
{
    struct fault fault;
    if (!link_next_fault(bench->link, &fault)) {
        fail_msg("no %s was told", fault_name(kind));
    }
    assert_string_equal(fault_name(fault.kind), fault_name(kind));
    assert_int_equal(fault.number, number);
    assert_int_equal(fault.t_us, t_us);
    return fault;
}

static void expect_no_more(struct bench *bench)
{
    struct fault fault;
    if (link_next_fault(bench->link, &fault)) {
        fail_msg("%s %u was told too", fault_name(fault.kind), fault.number);
    }
}

static void say_message(struct bench *bench, const struct wire_message *message)
{
    char line[WIRE_MESSAGE_MAX];
    assert_true(wire_write(line, sizeof line, message) > 0);
    say(bench, line);
}

static void a_sound_cable_tells_none(void **state)
{
    struct bench *bench = begin(state);
    pass(bench, 3000, true);
    expect_no_more(bench);
    bench_end(bench);
}

static void broken_lines_are_counted_between_their_samples(void **state)
{
    struct bench *bench = begin(state);
    char overlong[400];
    memset(overlong, '5', sizeof overlong);
    overlong[sizeof overlong - 1] = '\n';
    int64_t t_us = bench->last.t_us;
    say(bench, "$S,7,1250000,523,,,*44DC\r\n");
    cable_say(&bench->cable, bench->manikin, overlong, sizeof overlong);
    poll_now(bench);
    say(bench, "\xC3\x28\r\n");
    poll_now(bench);
    pass(bench, 20, true);
    say(bench, "nan\r\n");
    poll_now(bench);
    expect_fault(bench, FAULT_BROKEN_LINE, 3, t_us);
    expect_fault(bench, FAULT_BROKEN_LINE, 1, bench->last.t_us);
    expect_no_more(bench);
    bench_end(bench);
}

static void noise_before_the_first_sample_is_not_a_fault(void **state)
{
    (void)state;
    struct bench bench;
    bench_begin(&bench, "/dev/ttyUSB0", 115200);
    poll_now(&bench);
    say(&bench, "0000,523,,,*44DB\r\nnoise\r\n");
    pass(&bench, 100, true);
    expect_no_more(&bench);
    bench_end(&bench);
}

static void a_line_that_comes_twice_is_told(void **state)
{
    struct bench *bench = begin(state);
    cable_say_sample(&bench->cable, bench->manikin, bench->seq, bench->t_us, 523);
    cable_say_sample(&bench->cable, bench->manikin, bench->seq, bench->t_us, 523);
    assert_int_equal(poll_now(bench), 0);
    expect_fault(bench, FAULT_REPEATED_LINE, 2, bench->last.t_us);
    pass(bench, 20, true);
    assert_int_equal(bench->last.lost, 0);
    expect_no_more(bench);
    bench_end(bench);
}

static void samples_without_a_reading_are_told(void **state)
{
    struct bench *bench = begin(state);
    int64_t t_us = bench->last.t_us;
    for (int i = 0; i < 3; i++) {
        clock_move(&bench->clock, STEP_MS * MS);
        cable_say_sample(&bench->cable, bench->manikin, ++bench->seq,
                         bench->t_us += STEP_US, WIRE_NOT_MEASURED);
        poll_now(bench);
    }
    pass(bench, 10, true);
    assert_int_equal(bench->last.lost, 3);
    expect_fault(bench, FAULT_NO_READING, 3, t_us);
    expect_no_more(bench);
    bench_end(bench);
}

static void the_manikins_own_faults_are_passed_on(void **state)
{
    struct bench *bench = begin(state);
    struct wire_message message = {.kind = WIRE_FAULT};
    message.as.fault = (struct wire_fault){.code = WIRE_FAULT_SENSOR, .count = 17};
    say_message(bench, &message);
    poll_now(bench);
    struct fault fault = expect_fault(bench, FAULT_SENSOR, 17, bench->last.t_us);
    assert_int_equal(fault.code, WIRE_FAULT_SENSOR);
    expect_no_more(bench);
    bench_end(bench);
}

static void a_battery_that_runs_low_is_told_once(void **state)
{
    struct bench *bench = begin(state);
    static const uint16_t volts_mv[] = {3900, LINK_BATTERY_LOW_MV, 3399, 3300, 3500,
                                        3380};
    for (size_t i = 0; i < sizeof volts_mv / sizeof *volts_mv; i++) {
        struct wire_message message = {.kind = WIRE_BATTERY};
        message.as.battery_mv = volts_mv[i];
        say_message(bench, &message);
        pass(bench, 10, true);
    }
    struct fault fault;
    assert_true(link_next_fault(bench->link, &fault));
    assert_int_equal(fault.kind, FAULT_LOW_BATTERY);
    assert_int_equal(fault.number, 3399);
    assert_true(link_next_fault(bench->link, &fault));
    assert_int_equal(fault.number, 3380);
    expect_no_more(bench);
    bench_end(bench);
}

static void a_pulled_plug_is_told_and_that_it_is_back(void **state)
{
    struct bench *bench = begin(state);
    int64_t t_us = bench->last.t_us;
    cable_pull(&bench->cable, bench->manikin);
    pass(bench, 3000, false);
    expect_fault(bench, FAULT_UNPLUGGED, 0, t_us);
    expect_no_more(bench);
    cable_plug(&bench->cable, bench->manikin);
    ready_after(bench, 1000);
    expect_fault(bench, FAULT_PLUGGED, 0, t_us);
    expect_no_more(bench);
    bench_end(bench);
}

static void silence_is_a_pulled_plug_too(void **state)
{
    struct bench *bench = begin(state);
    int64_t t_us = bench->last.t_us;
    pass(bench, LINK_LOST_MS + 500, false);
    expect_fault(bench, FAULT_UNPLUGGED, 0, t_us);
    ready_after(bench, 2000);
    expect_fault(bench, FAULT_PLUGGED, 0, t_us);
    expect_no_more(bench);
    bench_end(bench);
}

static void a_manikin_that_restarts_is_told(void **state)
{
    struct bench *bench = begin(state);
    pass(bench, 1000, true);
    int64_t t_us = bench->last.t_us;
    bench->seq = 0;
    bench->t_us = 5000;
    pass(bench, 30, true);
    expect_fault(bench, FAULT_RESTARTED, 0, t_us);
    expect_no_more(bench);
    bench_end(bench);
}

static void unfetched_samples_are_told(void **state)
{
    struct bench *bench = begin(state);
    int64_t t_us = bench->last.t_us;
    struct cpr_sample got[1];
    for (int i = 0; i < LINK_SAMPLES_MAX + 5; i++) {
        clock_move(&bench->clock, STEP_US);
        cable_say_sample(&bench->cable, bench->manikin, ++bench->seq,
                         bench->t_us += STEP_US, 523);
        link_poll(bench->link, got, 0);
    }
    struct fault fault;
    uint32_t late = 0;
    while (link_next_fault(bench->link, &fault)) {
        assert_int_equal(fault.kind, FAULT_FETCHED_LATE);
        late += fault.number;
    }
    assert_int_equal(late, 5);
    assert_int_equal(poll_now(bench), LINK_SAMPLES_MAX);
    assert_int_equal(bench->got[0].lost, 5);
    assert_int_equal(bench->got[0].t_us, t_us + 6 * STEP_US);
    bench_end(bench);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_sound_cable_tells_none),
        cmocka_unit_test(broken_lines_are_counted_between_their_samples),
        cmocka_unit_test(noise_before_the_first_sample_is_not_a_fault),
        cmocka_unit_test(a_line_that_comes_twice_is_told),
        cmocka_unit_test(samples_without_a_reading_are_told),
        cmocka_unit_test(the_manikins_own_faults_are_passed_on),
        cmocka_unit_test(a_battery_that_runs_low_is_told_once),
        cmocka_unit_test(a_pulled_plug_is_told_and_that_it_is_back),
        cmocka_unit_test(silence_is_a_pulled_plug_too),
        cmocka_unit_test(a_manikin_that_restarts_is_told),
        cmocka_unit_test(unfetched_samples_are_told),
    };
    return cmocka_run_group_tests_name("link_news", tests, NULL, NULL);
}
