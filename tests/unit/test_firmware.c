/* SPDX-License-Identifier: MIT */
/* The firmware's portable part on a fake board; tests/avr runs the image itself. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "core/calib.h"
#include "core/manikin.h"
#include "support/fake_hal.h"
#include "support/tap.h"
#include "wire/wire.h"

static struct manikin manikin;

static int begin(void **state)
{
    (void)state;
    fake_hal_reset();
    manikin_start(&manikin, "test", "");
    return 0;
}

static void restart(void)
{
    fake_hal.sent_length = 0;
    memset(&fake_hal.reading, 0, sizeof fake_hal.reading);
    manikin_start(&manikin, "test", "");
}

/* The next reading is `raw`, a regular interval after the one before. */
static void read_raw(uint16_t raw)
{
    fake_hal.reading.raw = raw;
    fake_hal.has_reading = true;
    manikin_step(&manikin);
    fake_hal.reading.seq++;
    fake_hal.reading.t_us += 10000;
}

static void hold_raw(uint16_t raw, int readings)
{
    for (int i = 0; i < readings; i++) {
        read_raw(raw);
    }
}

static void say(const char *text)
{
    fake_hal.incoming = text;
    fake_hal.incoming_length = strlen(text);
    manikin_step(&manikin);
}

static void command(char letter, int32_t argument)
{
    struct wire_message message = {.kind = WIRE_COMMAND};
    message.as.command.command = letter;
    message.as.command.argument = argument;
    char line[WIRE_MESSAGE_MAX];
    assert_true(wire_write(line, sizeof line, &message) > 0);
    say(line);
    for (int i = 0; i < 2 * CALIB_RECORD_SIZE; i++) { /* $W takes a step a byte */
        manikin_step(&manikin);
    }
}

/* The last message of a kind in what was sent; false when there is none. */
static bool find_last(enum wire_kind kind, struct wire_message *found)
{
    char buffer[WIRE_LINE_MAX];
    struct wire_line line;
    wire_line_init(&line, buffer, sizeof buffer);
    bool any = false;
    for (size_t i = 0; i < fake_hal.sent_length; i++) {
        struct wire_message message;
        if (wire_line_feed(&line, fake_hal.sent[i]) &&
            wire_parse(buffer, line.length, &message) == kind) {
            *found = message;
            any = true;
        }
    }
    return any;
}

static int count_kind(enum wire_kind kind)
{
    char buffer[WIRE_LINE_MAX];
    struct wire_line line;
    wire_line_init(&line, buffer, sizeof buffer);
    int count = 0;
    for (size_t i = 0; i < fake_hal.sent_length; i++) {
        struct wire_message message;
        if (wire_line_feed(&line, fake_hal.sent[i])) {
            count += wire_parse(buffer, line.length, &message) == kind;
            assert_true(message.kind > WIRE_BROKEN);
        }
    }
    return count;
}

/* The last count sent for a fault; -1 when none was. */
static long fault_count(enum wire_fault_code code)
{
    char prefix[16];
    int length = snprintf(prefix, sizeof prefix, "$E,%d,", code);
    long count = -1;
    for (const char *at = fake_hal.sent; (at = strstr(at, prefix)) != NULL;
         at += length) {
        count = strtol(at + length, NULL, 10);
    }
    return count;
}

static struct wire_answer answer(void)
{
    struct wire_message message = {0};
    assert_true(find_last(WIRE_ANSWER, &message));
    return message.as.answer;
}

static struct wire_identity identity(void)
{
    struct wire_message message = {0};
    assert_true(find_last(WIRE_IDENTITY, &message));
    return message.as.identity;
}

static struct wire_sample sample(void)
{
    struct wire_message message = {0};
    assert_true(find_last(WIRE_SAMPLE, &message));
    return message.as.sample;
}

static void assert_answer(char letter, enum wire_error error)
{
    assert_int_equal(answer().command, letter);
    assert_int_equal(answer().error, error);
}

/* Rest at 1600, 50 mm at 9800. */
static void calibrate(void)
{
    hold_raw(1600, SAMPLE_RECENT);
    command('Z', WIRE_NOT_MEASURED);
    assert_answer('Z', WIRE_OK);
    hold_raw(9800, SAMPLE_RECENT);
    command('K', 500);
    assert_answer('K', WIRE_OK);
}

static void it_names_itself_at_start_when_asked_and_every_two_seconds(void **state)
{
    (void)state;
    assert_string_equal(identity().model, "test");
    assert_string_equal(identity().serial, "");
    assert_string_equal(identity().channels, "d");
    assert_string_equal(identity().calibration, "");
    assert_int_equal(identity().hz, 100);
    hold_raw(8000, 1001); /* 10 s */
    assert_int_equal(count_kind(WIRE_IDENTITY), 1 + 5);
    say("$?*264C\n");
    assert_answer('?', WIRE_OK);
    read_raw(8000);
    assert_int_equal(count_kind(WIRE_IDENTITY), 1 + 5 + 1);
    say("?\r\n");
    read_raw(8000);
    assert_int_equal(count_kind(WIRE_IDENTITY), 1 + 5 + 2);
}

static void the_serial_is_what_was_flashed(void **state)
{
    (void)state;
    memcpy(fake_hal.store, "A-0042", 7);
    restart();
    assert_string_equal(identity().serial, "A-0042");
    memset(fake_hal.store, 'x', WIRE_NAME_MAX); /* no NUL: not a serial */
    restart();
    assert_string_equal(identity().serial, "");
    memcpy(fake_hal.store, "A,7", 4);
    restart();
    assert_string_equal(identity().serial, "");
    manikin_start(&manikin, "test", "built-in");
    assert_string_equal(identity().serial, "built-in");
}

static void samples_carry_the_reading_s_own_stamp_and_number(void **state)
{
    (void)state;
    fake_hal.reading.seq = 65534;
    fake_hal.reading.t_us = UINT32_MAX - 15000;
    for (int i = 0; i < 4; i++) {
        uint16_t seq = fake_hal.reading.seq;
        uint32_t t_us = fake_hal.reading.t_us;
        read_raw(8184);
        assert_int_equal(sample().seq, seq);
        assert_int_equal(sample().t_us, t_us);
        assert_int_equal(sample().depth_tenth_mm, 400);
        assert_int_equal(sample().force_tenth_n, WIRE_NOT_MEASURED);
    }
    assert_int_equal(sample().seq, 1);
    assert_int_equal(sample().t_us, 14999);
    /* Nothing was lost over the wrap, and the two-second pace goes on. */
    hold_raw(8184, 500);
    assert_int_equal(count_kind(WIRE_FAULT), 0);
    assert_in_range(count_kind(WIRE_IDENTITY), 3, 4);
}

static void a_gap_in_the_readings_is_reported(void **state)
{
    (void)state;
    hold_raw(8000, 10);
    fake_hal.reading.seq = (uint16_t)(fake_hal.reading.seq + 3);
    hold_raw(8000, 110);
    assert_int_equal(fault_count(WIRE_FAULT_LOST_SAMPLES), 3);
    hold_raw(8000, 500);
    assert_int_equal(count_kind(WIRE_FAULT), 1); /* said once, not every second */
}

static void a_reading_at_an_end_of_the_scale_is_not_a_depth(void **state)
{
    (void)state;
    const uint16_t ends[] = {0, 16, HAL_RAW_MAX - 16, HAL_RAW_MAX};
    for (size_t i = 0; i < 4; i++) {
        read_raw(ends[i]);
        assert_int_equal(sample().depth_tenth_mm, WIRE_NOT_MEASURED);
    }
    read_raw(17);
    assert_int_equal(sample().depth_tenth_mm, 1);
    hold_raw(8000, 110);
    assert_int_equal(fault_count(WIRE_FAULT_SENSOR), 4);
}

static void depth_follows_two_points_either_way_round(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    for (int round = 0; round < 2000; round++) {
        struct calib calib;
        calib_init(&calib);
        int zero = rng_int(&rng, 100, 16200);
        int full = rng_int(&rng, 100, 16200);
        int tenth_mm = rng_int(&rng, CALIB_SPAN_MIN_TENTH_MM, CALIB_SPAN_MAX_TENTH_MM);
        calib_set_zero(&calib, (uint16_t)zero);
        enum wire_error error = calib_set_span(&calib, (uint16_t)full, tenth_mm);
        if (abs(full - zero) * 10 < CALIB_RAW_PER_MM_MIN * tenth_mm) {
            assert_int_equal(error, WIRE_ERROR_TRAVEL);
            assert_false(calib.is_set);
            continue;
        }
        assert_int_equal(error, WIRE_OK);
        assert_int_equal(calib_depth_tenth_mm(&calib, (uint16_t)zero), 0);
        assert_int_equal(calib_depth_tenth_mm(&calib, (uint16_t)full), tenth_mm);
        int raw = rng_int(&rng, 0, HAL_RAW_MAX);
        double exact = (double)(raw - zero) * tenth_mm / (full - zero);
        assert_true(fabs(calib_depth_tenth_mm(&calib, (uint16_t)raw) - exact) <= 0.5);

        uint8_t record[CALIB_RECORD_SIZE];
        struct calib back;
        calib_pack(&calib, record);
        assert_int_equal(calib_unpack(&back, record), CALIB_FOUND);
        assert_int_equal(back.zero, calib.zero);
        assert_int_equal(back.span, calib.span);
        assert_int_equal(back.span_tenth_mm, calib.span_tenth_mm);
    }
}

static void a_calibration_outlasts_the_power(void **state)
{
    (void)state;
    calibrate();
    read_raw(9800);
    assert_int_equal(sample().depth_tenth_mm, 500);
    command('W', WIRE_NOT_MEASURED);
    assert_answer('W', WIRE_OK);
    command('?', WIRE_NOT_MEASURED);
    read_raw(1600);
    struct wire_identity before = identity();
    assert_int_not_equal(before.calibration[0], '\0');

    restart();
    assert_string_equal(identity().calibration, before.calibration);
    read_raw(9800);
    assert_int_equal(sample().depth_tenth_mm, 500);
    hold_raw(1700, 110);
    assert_int_equal(count_kind(WIRE_FAULT), 0);

    /* Not saved: gone with the power, and its name was another one. */
    command('Z', WIRE_NOT_MEASURED);
    command('?', WIRE_NOT_MEASURED);
    read_raw(1700);
    assert_string_not_equal(identity().calibration, before.calibration);
    restart();
    assert_string_equal(identity().calibration, before.calibration);
}

static void every_damaged_bit_of_the_calibration_is_noticed(void **state)
{
    (void)state;
    calibrate();
    command('W', WIRE_NOT_MEASURED);
    for (int bit = 0; bit < CALIB_RECORD_SIZE * 8; bit++) {
        uint8_t *byte = &fake_hal.store[CALIB_RECORD_AT + bit / 8];
        *byte = (uint8_t)(*byte ^ 1 << bit % 8);
        restart();
        assert_string_equal(identity().calibration, "");
        read_raw(8184);
        assert_int_equal(sample().depth_tenth_mm, 400); /* the board's assumption */
        hold_raw(8184, 110);
        assert_int_equal(fault_count(WIRE_FAULT_CALIBRATION), 1);
        *byte = (uint8_t)(*byte ^ 1 << bit % 8);
    }
    restart();
    assert_string_not_equal(identity().calibration, "");
}

static void zero_and_span_are_refused_while_the_chest_moves(void **state)
{
    (void)state;
    command('Z', WIRE_NOT_MEASURED);
    assert_answer('Z', WIRE_ERROR_MOVING); /* nothing read yet */
    hold_raw(1600, SAMPLE_RECENT - 1);
    read_raw(1600 + HAL_RAW_MAX / 160 + 1);
    command('Z', WIRE_NOT_MEASURED);
    assert_answer('Z', WIRE_ERROR_MOVING);
    command('K', 500);
    assert_answer('K', WIRE_ERROR_TRAVEL); /* hands may shake more; but it is at rest */
    hold_raw(9000, 3);
    command('K', 500);
    assert_answer('K', WIRE_ERROR_MOVING);
    hold_raw(10, SAMPLE_RECENT);
    command('Z', WIRE_NOT_MEASURED);
    assert_answer('Z', WIRE_ERROR_SENSOR);
    hold_raw(9000, SAMPLE_RECENT);
    command('K', CALIB_SPAN_MIN_TENTH_MM - 1);
    assert_answer('K', WIRE_ERROR_RANGE);
    command('K', CALIB_SPAN_MAX_TENTH_MM + 1);
    assert_answer('K', WIRE_ERROR_RANGE);
    command('?', WIRE_NOT_MEASURED);
    read_raw(9000);
    assert_string_equal(identity().calibration, "");
}

static void an_uncalibrated_board_says_so(void **state)
{
    (void)state;
    command('T', WIRE_NOT_MEASURED);
    assert_answer('T', WIRE_ERROR_SENSOR); /* nothing read yet */
    hold_raw(8000, SAMPLE_RECENT);
    command('T', WIRE_NOT_MEASURED);
    assert_answer('T', WIRE_ERROR_UNCALIBRATED);
    command('W', WIRE_NOT_MEASURED);
    assert_answer('W', WIRE_ERROR_UNCALIBRATED);
    calibrate();
    command('T', WIRE_NOT_MEASURED);
    assert_answer('T', WIRE_OK);
    read_raw(5);
    command('T', WIRE_NOT_MEASURED);
    assert_answer('T', WIRE_ERROR_SENSOR);
}

static void the_self_test_sends_every_count(void **state)
{
    (void)state;
    hold_raw(8000, SAMPLE_RECENT);
    command('T', WIRE_NOT_MEASURED);
    hold_raw(8000, WIRE_FAULT_COUNT);
    assert_int_equal(count_kind(WIRE_FAULT), WIRE_FAULT_COUNT - 1);
    for (int code = 1; code < WIRE_FAULT_COUNT; code++) {
        assert_int_equal(fault_count((enum wire_fault_code)code), 0);
    }
}

static void saving_waits_for_a_slow_store_and_notices_a_broken_one(void **state)
{
    (void)state;
    calibrate();
    fake_hal.sent_length = 0;
    fake_hal.store_busy = 30;
    say("$W*CBE2\n$T*FB81\n");
    hold_raw(9800, 20);
    assert_int_equal(count_kind(WIRE_ANSWER), 0);
    hold_raw(9800, 25);
    assert_int_equal(count_kind(WIRE_ANSWER), 2); /* $T waited its turn */
    assert_answer('T', WIRE_OK);
    assert_non_null(strstr(fake_hal.sent, "$A,W,ok"));

    fake_hal.store_is_broken = true;
    hold_raw(9700, SAMPLE_RECENT);
    command('K', 500);
    command('W', WIRE_NOT_MEASURED);
    assert_answer('W', WIRE_ERROR_STORAGE);
}

static void the_rate_is_settable_within_limits(void **state)
{
    (void)state;
    const int good[] = {50, 77, 100, 200};
    for (size_t i = 0; i < 4; i++) {
        command('R', good[i]);
        assert_answer('R', WIRE_OK);
        assert_int_equal(fake_hal.hz, good[i]);
        command('?', WIRE_NOT_MEASURED);
        read_raw(8000);
        assert_int_equal(identity().hz, good[i]);
    }
    const int bad[] = {0, 49, 201, 9999};
    for (size_t i = 0; i < 4; i++) {
        command('R', bad[i]);
        assert_answer('R', WIRE_ERROR_RANGE);
        assert_int_equal(fake_hal.hz, 200);
    }
}

static void what_is_lost_either_way_is_counted(void **state)
{
    (void)state;
    say("$R,100*0000\nhello\n$S,1,2,3,,,*0000\n1234567890123456789012345\n\n$Z");
    hold_raw(8000, 101);
    assert_int_equal(fault_count(WIRE_FAULT_HOST_LINES), 4);
    assert_int_equal(count_kind(WIRE_ANSWER), 0);

    fake_hal.lost_bytes = 7;
    fake_hal.cable_is_full = true;
    hold_raw(8000, 3);
    fake_hal.cable_is_full = false;
    hold_raw(8000, 110);
    assert_int_equal(fault_count(WIRE_FAULT_HOST_BYTES), 7);
    assert_int_equal(fault_count(WIRE_FAULT_UNSENT), 3);
    assert_int_equal(fault_count(WIRE_FAULT_LOST_SAMPLES), -1);
}

static void
the_watchdog_is_told_by_readings_only_and_its_restart_is_reported(void **state)
{
    (void)state;
    for (int i = 0; i < 5; i++) {
        manikin_step(&manikin);
        say("?\n");
    }
    assert_int_equal(fake_hal.alive_count, 0);
    hold_raw(8000, 3);
    assert_int_equal(fake_hal.alive_count, 3);
    fake_hal.was_watchdog = true;
    restart();
    hold_raw(8000, 110);
    assert_int_equal(fault_count(WIRE_FAULT_WATCHDOG), 1);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup(name, begin)
    const struct CMUnitTest tests[] = {
        TEST(it_names_itself_at_start_when_asked_and_every_two_seconds),
        TEST(the_serial_is_what_was_flashed),
        TEST(samples_carry_the_reading_s_own_stamp_and_number),
        TEST(a_gap_in_the_readings_is_reported),
        TEST(a_reading_at_an_end_of_the_scale_is_not_a_depth),
        TEST(depth_follows_two_points_either_way_round),
        TEST(a_calibration_outlasts_the_power),
        TEST(every_damaged_bit_of_the_calibration_is_noticed),
        TEST(zero_and_span_are_refused_while_the_chest_moves),
        TEST(an_uncalibrated_board_says_so),
        TEST(the_self_test_sends_every_count),
        TEST(saving_waits_for_a_slow_store_and_notices_a_broken_one),
        TEST(the_rate_is_settable_within_limits),
        TEST(what_is_lost_either_way_is_counted),
        TEST(the_watchdog_is_told_by_readings_only_and_its_restart_is_reported),
    };
    return cmocka_run_group_tests_name("firmware", tests, NULL, NULL);
}
