/* SPDX-License-Identifier: MIT */
/* Silence, pulled plugs, the search for port and baud rate, and commands. */
#include <math.h>
#include <string.h>

#include "base/err.h"
#include "link/link.h"
#include "support/link_bench.h"
#include "support/tap.h"

/* ---- silence, pulling and plugging ---- */

static void silence_makes_stale_then_lost(void **state)
{
    (void)state;
    struct bench bench;
    bench_begin(&bench, "/dev/ttyUSB0", 115200);
    ready_after(&bench, 1000);
    pass(&bench, LINK_STALE_MS - STEP_MS, false);
    assert_int_equal(status_of(&bench).state, LINK_READY);
    pass(&bench, STEP_MS, false);
    assert_int_equal(status_of(&bench).state, LINK_STALE);
    pass(&bench, STEP_MS, true);
    assert_int_equal(status_of(&bench).state, LINK_READY);
    pass(&bench, LINK_LOST_MS - STEP_MS, false);
    assert_int_equal(status_of(&bench).state, LINK_STALE);
    assert_string_equal(status_of(&bench).port, "/dev/ttyUSB0");
    assert_int_equal(bench.cable.ports[0].opens, 1);
    pass(&bench, STEP_MS, false);
    assert_int_equal(status_of(&bench).state, LINK_SEARCHING);
    assert_string_equal(status_of(&bench).port, "");
    int64_t last_us = bench.last.t_us;
    ready_after(&bench, 100);
    assert_int_equal(bench.cable.ports[0].opens, 2);
    assert_true(bench.got[0].t_us >= last_us + LINK_LOST_MS * MS);
    bench_end(&bench);
}

static void good_lines_without_samples_are_stale_not_lost(void **state)
{
    (void)state;
    struct bench bench;
    bench_begin(&bench, "/dev/ttyUSB0", 115200);
    ready_after(&bench, 1000);
    for (int i = 0; i < 50; i++) {
        pass(&bench, 100, false);
        say(&bench, "$B,3712*BB6A\r\n");
    }
    assert_int_equal(status_of(&bench).state, LINK_STALE);
    assert_int_equal(bench.cable.ports[0].opens, 1);
    bench_end(&bench);
}

static void a_pulled_plug_is_seen_and_healed_within_a_second(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    struct bench bench;
    bench_begin(&bench, "/dev/ttyUSB0", 57600);
    ready_after(&bench, 10000);
    for (int i = 0; i < 20; i++) {
        pass(&bench, rng_int(&rng, 1, 50) * STEP_MS, true);
        int64_t last_us = bench.last.t_us;
        int64_t pulled_us = clock_now_us(&bench.clock);
        cable_pull(&bench.cable, 0);
        pass(&bench, STEP_MS, false);
        assert_int_equal(status_of(&bench).state, LINK_SEARCHING);
        assert_string_equal(status_of(&bench).port, "");
        pass(&bench, rng_int(&rng, 0, 600) * STEP_MS, false);
        cable_plug(&bench.cable, 0);
        bench.seq = 0;
        bench.t_us = (uint32_t)rng_u64(&rng);
        assert_true(ready_after(&bench, 990) < 1000);
        int64_t away_us = clock_now_us(&bench.clock) - pulled_us;
        assert_int_equal(bench.got[0].t_us, last_us + away_us);
        assert_int_equal(bench.got[0].lost, 0);
    }
    bench_end(&bench);
}

static void an_absent_device_is_waited_for(void **state)
{
    (void)state;
    struct bench bench;
    bench_begin(&bench, "/dev/ttyUSB0", 115200);
    cable_pull(&bench.cable, 0);
    for (int i = 0; i < 60000 / STEP_MS; i++) {
        pass(&bench, STEP_MS, false);
        assert_int_equal(status_of(&bench).state, LINK_SEARCHING);
    }
    assert_int_equal(bench.cable.ports[0].opens, 0);
    cable_plug(&bench.cable, 0);
    ready_after(&bench, 990);
    bench_end(&bench);
}

/* ---- the search ---- */

static void each_baud_rate_is_found_and_kept(void **state)
{
    (void)state;
    static const int bauds[] = {115200, 9600, 57600, 38400, 230400};
    for (int i = 0; i < 5; i++) {
        struct bench bench;
        bench_begin(&bench, "/dev/ttyUSB0", bauds[i]);
        int ms = ready_after(&bench, 10000);
        assert_true(ms >= i * 1500 && ms <= i * 1600 + 100);
        assert_int_equal(bench.cable.ports[0].opens, i + 1);
        cable_pull(&bench.cable, 0);
        pass(&bench, 5000, false);
        cable_plug(&bench.cable, 0);
        assert_true(ready_after(&bench, 990) < 1000);
        assert_int_equal(bench.cable.ports[0].opens, i + 2);
        bench_end(&bench);
    }
}

static void a_silent_port_is_asked_and_not_hammered(void **state)
{
    (void)state;
    struct bench bench;
    bench_begin(&bench, "/dev/ttyUSB0", 115200);
    pass(&bench, 900, false);
    heard_is(&bench, "");
    pass(&bench, 200, false);
    heard_is(&bench, "$?*264C\r\n");
    pass(&bench, 1000, false);
    heard_is(&bench, "$?*264C\r\n");
    pass(&bench, 57900, false);
    assert_true(bench.cable.ports[0].opens <= 16);
    assert_int_equal(bench.cable.ports[0].heard_baud, 115200);
    ready_after(&bench, 990);
    bench_end(&bench);
}

static void auto_passes_by_what_is_not_a_manikin(void **state)
{
    (void)state;
    struct bench bench;
    bench_begin(&bench, "auto", 9600);
    int gps = cable_add(&bench.cable, "/dev/ttyACM0", 115200);
    int mute = cable_add(&bench.cable, "/dev/ttyACM1", 115200);
    bench.manikin = cable_add(&bench.cable, "/dev/ttyUSB3", 9600);
    cable_pull(&bench.cable, 0);
    bool ready = false;
    for (int ms = 0; ms < 30000 && !ready; ms += STEP_MS) {
        cable_say(&bench.cable, gps, "$GPGGA,120000,,,,0*00\r\n", 23);
        pass(&bench, STEP_MS, true);
        ready = status_of(&bench).state == LINK_READY;
    }
    assert_true(ready);
    assert_string_equal(status_of(&bench).port, "/dev/ttyUSB3");
    assert_true(bench.cable.ports[mute].opens > 0);

    /* Pulled and plugged: the known port comes first, at the rate it spoke. */
    int gps_opens = bench.cable.ports[gps].opens;
    cable_pull(&bench.cable, bench.manikin);
    pass(&bench, 20, false);
    cable_plug(&bench.cable, bench.manikin);
    assert_true(ready_after(&bench, 990) < 1000);
    assert_int_equal(bench.cable.ports[gps].opens, gps_opens);

    /* So it does when noise from elsewhere has moved the search on to other rates. */
    cable_pull(&bench.cable, bench.manikin);
    for (int ms = 0; ms < 20000; ms += STEP_MS) {
        cable_say(&bench.cable, gps, "$GPGGA,120000,,,,0*00\r\n", 23);
        pass(&bench, STEP_MS, false);
    }
    cable_plug(&bench.cable, bench.manikin);
    cable_pull(&bench.cable, gps);
    assert_true(ready_after(&bench, 990) < 1000);
    bench_end(&bench);
}

static void auto_finds_it_under_another_name(void **state)
{
    (void)state;
    struct bench bench;
    bench_begin(&bench, "auto", 38400);
    ready_after(&bench, 10000);
    cable_pull(&bench.cable, 0);
    pass(&bench, 3000, false);
    bench.manikin = cable_add(&bench.cable, "/dev/ttyUSB1", 38400);
    assert_true(ready_after(&bench, 990) < 1000);
    assert_string_equal(status_of(&bench).port, "/dev/ttyUSB1");
    bench_end(&bench);
}

static void two_links_take_a_manikin_each(void **state)
{
    (void)state;
    struct bench bench;
    bench_begin(&bench, "auto", 115200);
    int second = cable_add(&bench.cable, "/dev/ttyUSB1", 115200);
    struct link *other = link_create_from("auto", &bench.clock, &bench.cable.source);
    struct link_status status;
    assert_non_null(other);
    for (int i = 0; i < 100; i++) {
        struct cpr_sample samples[8];
        cable_say_sample(&bench.cable, second, (uint16_t)i, (uint32_t)i * 10000, 1);
        link_poll(other, samples, 8);
        pass(&bench, STEP_MS, true);
    }
    link_status(other, &status);
    assert_int_equal(status.state, LINK_READY);
    assert_int_equal(status_of(&bench).state, LINK_READY);
    assert_string_not_equal(status.port, status_of(&bench).port);
    link_destroy(other);
    bench_end(&bench);
}

/* ---- commands ---- */

static void commands_are_exact_frames(void **state)
{
    (void)state;
    struct bench bench;
    bench_begin(&bench, "/dev/ttyUSB0", 115200);
    err_clear();
    assert_false(link_zero(bench.link));
    poll_now(&bench);
    assert_int_equal(bench.cable.ports[0].opens, 1);
    assert_false(link_save(bench.link));
    assert_non_null(strstr(err_text(), "/dev/ttyUSB0: no manikin answers"));
    ready_after(&bench, 1000);
    heard_is(&bench, "$?*264C\r\n");
    assert_true(link_zero(bench.link));
    heard_is(&bench, "$Z*1A4F\r\n");
    assert_true(link_span(bench.link, 50));
    heard_is(&bench, "$K,500*8974\r\n");
    assert_true(link_save(bench.link));
    heard_is(&bench, "$W*CBE2\r\n");
    assert_false(link_span(bench.link, (double)NAN));
    assert_false(link_span(bench.link, -5));
    assert_false(link_span(bench.link, 1e9));
    assert_non_null(strstr(err_text(), "is not a depth to set"));
    heard_is(&bench, "");
    say(&bench, "$A,K,ok*E7C2\r\n");
    poll_now(&bench);
    assert_int_equal(status_of(&bench).answers, 1);
    assert_int_equal(status_of(&bench).answered, 'K');
    assert_int_equal(status_of(&bench).answer_error, 0);
    bench_end(&bench);
}

static void a_refused_command_is_told_and_samples_go_on(void **state)
{
    (void)state;
    struct bench bench;
    bench_begin(&bench, "/dev/ttyUSB0", 115200);
    bench.cable.refuses_all = true;
    ready_after(&bench, 1000);
    err_clear();
    assert_false(link_zero(bench.link));
    assert_non_null(strstr(err_text(), "/dev/ttyUSB0: takes no command now"));
    size_t total = bench.total;
    pass(&bench, 1000, true);
    assert_int_equal(bench.total, total + 100);
    bench_end(&bench);
}

static void an_endless_name_is_refused(void **state)
{
    (void)state;
    static char name[70000];
    memset(name, 'a', sizeof name - 1);
    struct clock clock;
    clock_init_moved(&clock, 0);
    assert_null(link_create(name, &clock));
    assert_non_null(strstr(err_text(), "too long"));
    link_destroy(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(silence_makes_stale_then_lost),
        cmocka_unit_test(good_lines_without_samples_are_stale_not_lost),
        cmocka_unit_test(a_pulled_plug_is_seen_and_healed_within_a_second),
        cmocka_unit_test(an_absent_device_is_waited_for),
        cmocka_unit_test(each_baud_rate_is_found_and_kept),
        cmocka_unit_test(a_silent_port_is_asked_and_not_hammered),
        cmocka_unit_test(auto_passes_by_what_is_not_a_manikin),
        cmocka_unit_test(auto_finds_it_under_another_name),
        cmocka_unit_test(two_links_take_a_manikin_each),
        cmocka_unit_test(commands_are_exact_frames),
        cmocka_unit_test(a_refused_command_is_told_and_samples_go_on),
        cmocka_unit_test(an_endless_name_is_refused),
    };
    return cmocka_run_group_tests_name("link search", tests, NULL, NULL);
}
