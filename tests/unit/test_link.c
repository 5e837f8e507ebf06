/* SPDX-License-Identifier: MIT */
/* Lines in, samples and facts out: whatever the cable does to them. */
#include <math.h>
#include <string.h>

#include "link/link.h"
#include "support/link_bench.h"
#include "support/tap.h"
#include "wire/wire.h"

/* ---- what lines say ---- */

static void lines_become_samples_and_facts(void **state)
{
    (void)state;
    struct bench bench;
    bench_begin(&bench, "/dev/ttyUSB0", 115200);
    assert_int_equal(poll_now(&bench), 0);
    assert_int_equal(status_of(&bench).state, LINK_SEARCHING);
    assert_string_equal(status_of(&bench).port, "/dev/ttyUSB0");
    say(&bench, "$I,1,uno-pot,A-0042,0.1.0,100,d,7C1E*727A\r\n");
    assert_int_equal(poll_now(&bench), 0);
    assert_int_equal(status_of(&bench).state, LINK_STALE);
    say(&bench, "$S,7,1250000,523,,,*44DB\r\n$S,8,1260000,551,4120,480,0*");
    assert_int_equal(poll_now(&bench), 1);
    assert_int_equal(bench.got[0].t_us, 1250000);
    assert_true(bench.got[0].depth_mm == 52.3);
    assert_true(isnan(bench.got[0].force_n) && isnan(bench.got[0].volume_ml));
    assert_int_equal(bench.got[0].hands, CPR_HANDS_NOT_MEASURED);
    assert_int_equal(bench.got[0].lost, 0);
    say(&bench, "0000\r\n$B,3712*BB6A\r$E,5,17*B785\n$A,R,1*871E\r\n");
    assert_int_equal(poll_now(&bench), 0);
    struct link_status status = status_of(&bench);
    assert_int_equal(status.state, LINK_READY);
    assert_string_equal(status.model, "uno-pot");
    assert_string_equal(status.serial, "A-0042");
    assert_string_equal(status.firmware, "0.1.0");
    assert_string_equal(status.calibration, "7C1E");
    assert_int_equal(status.doubts, 0);
    assert_string_equal(status.words, "");
    assert_int_equal(status.hz, 100);
    assert_int_equal(status.battery_mv, 3712);
    assert_int_equal(status.faults, 1);
    assert_int_equal(status.answers, 1);
    assert_int_equal(status.answered, 'R');
    assert_int_equal(status.answer_error, 1);
    assert_int_equal(status.lines_good, 5);
    assert_int_equal(status.lines_bad, 1);
    assert_false(status.simulated);
    bench_end(&bench);
}

static void every_measured_field_is_carried(void **state)
{
    (void)state;
    struct bench bench;
    bench_begin(&bench, "/dev/ttyUSB0", 115200);
    poll_now(&bench);
    say(&bench, "$S,0,4704,551,4120,480,0*B4DA\r\n");
    assert_int_equal(poll_now(&bench), 1);
    assert_true(bench.got[0].depth_mm == 55.1 && bench.got[0].force_n == 412.0);
    assert_true(bench.got[0].volume_ml == 480);
    assert_int_equal(bench.got[0].hands, CPR_HANDS_RIGHT);
    bench_end(&bench);
}

static void a_simulated_manikin_is_known_by_its_serial(void **state)
{
    (void)state;
    struct bench bench;
    bench_begin(&bench, "/dev/ttyUSB0", 115200);
    poll_now(&bench);
    say(&bench, "$I,1,uno-pot,SIM-0001,0.1.0,200,d,*AA7F\r\n");
    poll_now(&bench);
    assert_true(status_of(&bench).simulated);
    assert_string_equal(status_of(&bench).calibration, "");
    assert_int_equal(status_of(&bench).doubts, CPR_TRUST_UNCALIBRATED);
    /* Pulled, it stays so until another one names itself. */
    cable_pull(&bench.cable, bench.manikin);
    pass(&bench, 1000, false);
    assert_true(status_of(&bench).simulated);
    cable_plug(&bench.cable, bench.manikin);
    ready_after(&bench, 1000);
    say(&bench, "$I,1,uno-pot,A-0042,0.1.0,100,d,7C1E*727A\r\n");
    poll_now(&bench);
    assert_false(status_of(&bench).simulated);
    bench_end(&bench);
}

static void what_is_not_a_line_of_ours_is_counted_and_skipped(void **state)
{
    (void)state;
    struct bench bench;
    bench_begin(&bench, "/dev/ttyUSB0", 115200);
    poll_now(&bench);
    char overlong[400];
    memset(overlong, '5', sizeof overlong);
    overlong[sizeof overlong - 1] = '\n';
    say(&bench, "0000,523,,,*44DB\r\n"); /* half at open */
    say(&bench, "$S,7,1250000,523,,,*44DC\r\n");
    say(&bench, "\xC3\x28 $S,7,1250000,523,,,*44DB\r\n");
    cable_say(&bench.cable, bench.manikin, overlong, sizeof overlong);
    cable_say(&bench.cable, bench.manikin, "$S,7,12\00050000,523,,,*44DB\r\n", 27);
    say(&bench, "nan\r\n\r\n\r\n");
    assert_int_equal(poll_now(&bench), 0);
    assert_int_equal(status_of(&bench).lines_bad, 6);
    assert_int_equal(status_of(&bench).lines_good, 0);
    assert_int_equal(status_of(&bench).state, LINK_SEARCHING);
    say(&bench, "$S,7,1250000,523,,,*44DB\r\n");
    assert_int_equal(poll_now(&bench), 1);
    cable_pull(&bench.cable, bench.manikin);
    pass(&bench, 100, false);
    assert_int_equal(status_of(&bench).lines_bad, 6);
    bench_end(&bench);
}

static void a_megabyte_without_a_line_end_is_one_bad_line(void **state)
{
    (void)state;
    struct bench bench;
    bench_begin(&bench, "/dev/ttyUSB0", 115200);
    ready_after(&bench, 1000);
    struct rng rng = rng_begin();
    uint32_t bad = status_of(&bench).lines_bad;
    for (int sent = 0; sent < 1 << 20;) {
        char block[1500];
        for (size_t i = 0; i < sizeof block; i++) {
            block[i] = (char)rng_int(&rng, 32, 255);
        }
        cable_say(&bench.cable, bench.manikin, block, sizeof block);
        sent += (int)sizeof block;
        clock_move(&bench.clock, MS);
        assert_int_equal(poll_now(&bench), 0);
    }
    say(&bench, "\n");
    pass(&bench, 100, true);
    assert_int_equal(status_of(&bench).lines_bad, bad + 1);
    assert_int_equal(status_of(&bench).state, LINK_READY);
    bench_end(&bench);
}

static void a_sensor_without_a_reading_gives_no_sample(void **state)
{
    (void)state;
    struct bench bench;
    bench_begin(&bench, "/dev/ttyUSB0", 115200);
    ready_after(&bench, 1000);
    for (int i = 0; i < 3; i++) {
        clock_move(&bench.clock, STEP_MS * MS);
        cable_say_sample(&bench.cable, 0, ++bench.seq, bench.t_us += STEP_US,
                         WIRE_NOT_MEASURED);
        assert_int_equal(poll_now(&bench), 0);
    }
    int64_t before_us = bench.last.t_us;
    pass(&bench, STEP_MS, true);
    assert_int_equal(bench.got[0].lost, 3);
    assert_int_equal(bench.got[0].t_us, before_us + 4L * STEP_US);
    assert_int_equal(status_of(&bench).samples_lost, 0);
    bench_end(&bench);
}

/* ---- the time line ---- */

struct truth {
    struct cpr_sample *samples;
    size_t count;
    uint32_t lost; /* since the last one that went through whole */
    size_t doubled, damaged;
};

/* Sends one random line whole, twice, damaged or not at all, and notes what must come. */
static void send_drawn(struct bench *bench, struct rng *rng, struct truth *truth)
{
    struct wire_message message = {.kind = WIRE_SAMPLE};
    char line[WIRE_MESSAGE_MAX];
    message.as.sample = (struct wire_sample){
        ++bench->seq,
        bench->t_us += (uint32_t)rng_int(rng, 4000, 12000),
        rng_int(rng, -50, 800),
        rng_int(rng, 0, 3) ? WIRE_NOT_MEASURED : rng_int(rng, 0, 9000),
        WIRE_NOT_MEASURED,
        rng_int(rng, 0, 3) ? WIRE_NOT_MEASURED : rng_int(rng, 0, 4)};
    size_t length = wire_write(line, sizeof line, &message);
    int fate = truth->count == 0 ? 0 : rng_int(rng, 0, 19);
    if (fate == 19) {
        truth->lost++;
        return;
    }
    if (fate == 18) {
        static const char bits[] = {1, 2, 4, 8, 16, 32, 64};
        char *hit = &line[rng_int(rng, 0, (int)length - 3)];
        *hit = (char)(*hit ^ bits[rng_int(rng, 0, 6)]);
        truth->lost++;
        truth->damaged++;
        cable_say(&bench->cable, bench->manikin, line, length);
        return;
    }
    truth->samples[truth->count++] =
        (struct cpr_sample){.t_us = message.as.sample.t_us,
                            .depth_mm = message.as.sample.depth_tenth_mm / 10.0,
                            .force_n = message.as.sample.force_tenth_n / 10.0,
                            .hands = (enum cpr_hands)message.as.sample.hands,
                            .lost = truth->lost};
    truth->lost = 0;
    cable_say(&bench->cable, bench->manikin, line, length);
    if (fate == 17) {
        truth->doubled++;
        cable_say(&bench->cable, bench->manikin, line, length);
    }
}

static void same_sample(const struct cpr_sample *got, const struct cpr_sample *truth)
{
    assert_int_equal(got->t_us, truth->t_us);
    assert_true(got->depth_mm == truth->depth_mm);
    assert_true(isnan(got->force_n) ? truth->force_n < 0
                                    : got->force_n == truth->force_n);
    assert_int_equal(got->hands,
                     truth->hands < 0 ? CPR_HANDS_NOT_MEASURED : truth->hands);
    assert_int_equal(got->lost, truth->lost);
}

/* Random lines, some lost, doubled or hit by a bit, in reads of random sizes. */
static void random_streams_lose_only_what_was_damaged(void **state)
{
    (void)state;

    enum { LINES = 4000 };
    struct rng rng = rng_begin();
    static struct cpr_sample truth_samples[LINES];
    static struct cpr_sample got[LINES];
    struct truth truth = {.samples = truth_samples};
    struct bench bench;
    bench_begin(&bench, "/dev/ttyUSB0", 115200);
    bench.seq = (uint16_t)rng_int(&rng, 65000, 65535);
    bench.t_us = UINT32_MAX - (uint32_t)rng_int(&rng, 0, 9000000);
    poll_now(&bench);
    size_t count = 0;
    int64_t lost = 0;
    for (int i = 0; i < LINES;) {
        for (int burst = rng_int(&rng, 0, 4); burst > 0 && i < LINES; burst--, i++) {
            send_drawn(&bench, &rng, &truth);
        }
        clock_move(&bench.clock, 20 * MS);
        bench.cable.read_max = (size_t)rng_int(&rng, 1, 40);
        poll_now(&bench);
        memcpy(&got[count], bench.got, bench.count * sizeof *got);
        count += bench.count;
    }
    bench.cable.read_max = SIZE_MAX;
    poll_now(&bench);
    memcpy(&got[count], bench.got, bench.count * sizeof *got);
    count += bench.count;
    assert_int_equal(count, truth.count);
    int64_t wrapped_us = 0; /* the truth's stamps are still 32 bits */
    for (size_t i = 0; i < count; i++) {
        if (i > 0 && truth.samples[i].t_us + wrapped_us < got[i - 1].t_us) {
            wrapped_us += INT64_C(1) << 32;
        }
        truth.samples[i].t_us += wrapped_us;
        same_sample(&got[i], &truth.samples[i]);
        lost += got[i].lost;
    }
    assert_int_equal(wrapped_us, INT64_C(1) << 32);
    assert_true(truth.doubled > 0 && truth.damaged > 0 && lost > 0);
    assert_int_equal(status_of(&bench).samples_lost, lost);
    assert_true(status_of(&bench).lines_bad >= truth.damaged);
    bench_end(&bench);
}

static void one_byte_a_read_changes_nothing(void **state)
{
    (void)state;
    struct bench bench;
    bench_begin(&bench, "/dev/ttyUSB0", 115200);
    poll_now(&bench);
    bench.cable.read_max = 1;
    pass(&bench, 2000, true);
    assert_int_equal(bench.total, 200);
    assert_int_equal(status_of(&bench).samples_lost, 0);
    bench_end(&bench);
}

/* However a restarted manikin's stamps lie, time goes on by the clock and nothing is
 * lost. */
static void a_restarted_manikin_goes_on_later(void **state)
{
    (void)state;
    static const uint32_t before_us[] = {100000000, 600000, 3000000000u, 4294000000u};
    for (size_t i = 0; i < sizeof before_us / sizeof *before_us; i++) {
        struct bench bench;
        bench_begin(&bench, "/dev/ttyUSB0", 115200);
        bench.t_us = before_us[i];
        bench.seq = 30000;
        ready_after(&bench, 1000);
        pass(&bench, 200, true);
        int64_t last_us = bench.last.t_us;
        pass(&bench, 1500, false); /* it restarts, faster than the link gives it up */
        bench.seq = 0;
        bench.t_us = 20000;
        pass(&bench, STEP_MS, true);
        assert_int_equal(bench.count, 1);
        assert_int_equal(bench.got[0].t_us, last_us + 1510 * MS);
        assert_int_equal(bench.got[0].lost, 0);
        pass(&bench, STEP_MS, true);
        assert_int_equal(bench.got[0].t_us, last_us + 1520 * MS);
        bench_end(&bench);
    }
}

/*
 * Plugged in again, its stamps may seem to follow; the clock tells how long it was off.
 */
static void a_new_plug_starts_over_whatever_the_stamps(void **state)
{
    (void)state;
    struct bench bench;
    bench_begin(&bench, "/dev/ttyUSB0", 115200);
    ready_after(&bench, 1000);
    int64_t last_us = bench.last.t_us;
    int64_t pulled_us = clock_now_us(&bench.clock);
    uint32_t stamp_us = bench.t_us;
    uint16_t seq = bench.seq;
    cable_pull(&bench.cable, 0);
    pass(&bench, 60000, false);
    cable_plug(&bench.cable, 0);
    bench.t_us = stamp_us + 10000;
    bench.seq = (uint16_t)(seq + 1);
    ready_after(&bench, 990);
    int64_t away_us = clock_now_us(&bench.clock) - pulled_us;
    assert_int_equal(bench.got[0].t_us, last_us + away_us);
    bench_end(&bench);
}

static void a_long_silence_in_the_line_is_counted_by_seq(void **state)
{
    (void)state;
    struct bench bench;
    bench_begin(&bench, "/dev/ttyUSB0", 115200);
    ready_after(&bench, 1000);
    int64_t last_us = bench.last.t_us;
    pass(&bench, 1200, false);
    pass(&bench, STEP_MS, true);
    assert_int_equal(bench.got[0].lost, 120);
    assert_int_equal(bench.got[0].t_us, last_us + 1210 * MS);
    assert_int_equal(status_of(&bench).samples_lost, 120);
    bench_end(&bench);
}

static void unfetched_samples_make_room_and_are_counted(void **state)
{
    (void)state;
    struct bench bench;
    bench_begin(&bench, "/dev/ttyUSB0", 115200);
    poll_now(&bench);
    for (int i = 0; i < LINK_SAMPLES_MAX + 100; i++) {
        cable_say_sample(&bench.cable, 0, bench.seq++, bench.t_us += 10000, i);
        clock_move(&bench.clock, 10000);
        assert_int_equal(link_poll(bench.link, NULL, 0), 0);
    }
    assert_int_equal(link_poll(bench.link, bench.got, 1), 1);
    assert_true(bench.got[0].depth_mm == 10.0);
    assert_int_equal(bench.got[0].lost, 100);
    assert_int_equal(status_of(&bench).samples_lost, 100);
    assert_int_equal(status_of(&bench).state, LINK_READY);
    assert_int_equal(poll_now(&bench), LINK_SAMPLES_MAX - 1);
    bench_end(&bench);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_become_samples_and_facts),
        cmocka_unit_test(every_measured_field_is_carried),
        cmocka_unit_test(a_simulated_manikin_is_known_by_its_serial),
        cmocka_unit_test(what_is_not_a_line_of_ours_is_counted_and_skipped),
        cmocka_unit_test(a_megabyte_without_a_line_end_is_one_bad_line),
        cmocka_unit_test(a_sensor_without_a_reading_gives_no_sample),
        cmocka_unit_test(random_streams_lose_only_what_was_damaged),
        cmocka_unit_test(one_byte_a_read_changes_nothing),
        cmocka_unit_test(a_restarted_manikin_goes_on_later),
        cmocka_unit_test(a_new_plug_starts_over_whatever_the_stamps),
        cmocka_unit_test(a_long_silence_in_the_line_is_counted_by_seq),
        cmocka_unit_test(unfetched_samples_make_room_and_are_counted),
    };
    return cmocka_run_group_tests_name("link lines", tests, NULL, NULL);
}
