/* SPDX-License-Identifier: MIT */
/* The firmware image as it is flashed, on a simulated ATmega328P. */
#include <math.h>
#include <string.h>

#include "avr/rig.h"
#include "core/calib.h"
#include "support/tap.h"

enum {
    JITTER_MAX_US = 50,    /* the budget */
    STACK_SPARE_MIN = 256, /* bytes never touched between data and stack */
    BURST = 14,            /* twice what the receiving ring holds */
};

#define DEPTH_ERROR_MAX_MM 0.5

static const char *elf_path;

static int begin(void **state)
{
    *state = rig_create(elf_path);
    return 0;
}

static int end(void **state)
{
    rig_destroy(*state);
    return 0;
}

static double pressing(int64_t t_us)
{
    return 26 - 26 * cos(2 * M_PI * 1.9 * (double)t_us * 1e-6);
}

static double held_at_50(int64_t t_us)
{
    (void)t_us;
    return 50;
}

static double held_at_0(int64_t t_us)
{
    (void)t_us;
    return 0;
}

/* From sample `first` on: how well the stamps follow the middles of the readings, and
 * how even these are. */
static void check_timing(const struct rig *rig, size_t first, int64_t interval_us)
{
    int64_t low = INT64_MAX;
    int64_t high = INT64_MIN;
    int64_t worst = 0;
    for (size_t i = first; i < rig->sample_count; i++) {
        const struct wire_sample *sample = &rig->samples[i];
        size_t reading = sample->seq; /* both count from power-on */
        assert_true(reading < rig->reading_count);
        assert_int_equal(sample->seq, rig->samples[i - 1].seq + 1);
        assert_true(sample->t_us > rig->samples[i - 1].t_us);
        int64_t middle = (rig->began_us[reading] + rig->ended_us[reading]) / 2;
        int64_t off = (int64_t)sample->t_us - middle;
        low = off < low ? off : low;
        high = off > high ? off : high;
        int64_t interval = rig->began_us[reading] - rig->began_us[reading - 1];
        int64_t late = llabs(interval - interval_us);
        worst = late > worst ? late : worst;
    }
    printf("# %zu samples: stamp off by %lld to %lld us, interval by %lld us\n",
           rig->sample_count - first, (long long)low, (long long)high, (long long)worst);
    assert_true(high - low <= JITTER_MAX_US);
    assert_true(worst <= JITTER_MAX_US);
}

/* While the host keeps asking: its bytes interrupt as well. */
static void run_asking(struct rig *rig, int64_t us)
{
    static const char ask[] = "$?*264C\r\n";
    for (int64_t done = 0; done < us; done += 37000) {
        board_send(rig->board, ask, sizeof ask - 1);
        rig_run(rig, 37000);
    }
}

static void samples_are_even_and_truly_stamped(void **state)
{
    struct rig *rig = *state;
    rig_run(rig, 10000); /* what comes while it starts is lost, as with a real cable */
    run_asking(rig, 21000000);
    assert_in_range(rig->sample_count, 2100, 2104);
    check_timing(rig, 2, 10000);
    assert_int_equal(rig->counts[WIRE_BROKEN] + rig->counts[WIRE_OTHER], 0);
    assert_int_equal(rig->counts[WIRE_FAULT], 0);
}

static void the_rate_is_as_set_and_as_told(void **state)
{
    struct rig *rig = *state;
    const int rates[] = {200, 50, 77};
    for (size_t i = 0; i < sizeof rates / sizeof *rates; i++) {
        rig_reset(rig);
        rig_run(rig, 5000);
        assert_int_equal(rig_command(rig, 'R', rates[i]), WIRE_OK);
        rig_run(rig, 100000);
        size_t first = rig->sample_count; /* from here on at the new rate */
        run_asking(rig, 10000000);
        assert_true(fabs((double)(rig->sample_count - first) - rates[i] * 10.03) <= 3);
        check_timing(rig, first, 1000000 / rates[i]);
        assert_int_equal(rig_identity(rig)->hz, rates[i]);
        assert_int_equal(rig->counts[WIRE_FAULT], 0);
    }
    assert_int_equal(rig_command(rig, 'R', 49), WIRE_ERROR_RANGE);
    assert_int_equal(rig_command(rig, 'R', 201), WIRE_ERROR_RANGE);
    rig_reset(rig);
    rig_run(rig, 100000);
    assert_int_equal(rig_identity(rig)->hz, 100);
}

static double worst_error_mm(const struct rig *rig)
{
    double worst = 0;
    for (size_t i = 0; i < rig->sample_count; i++) {
        const struct wire_sample *sample = &rig->samples[i];
        double error = sample->depth_tenth_mm / 10.0 - rig->depth_mm(sample->t_us);
        worst = fmax(worst, fabs(error));
    }
    return worst;
}

static void depth_follows_a_known_wave(void **state)
{
    struct rig *rig = *state;
    chest_calibrate(rig->board);
    rig->depth_mm = pressing;
    rig_run(rig, 20000000);
    double worst = worst_error_mm(rig);
    printf("# worst depth error %.2f mm in %zu samples\n", worst, rig->sample_count);
    assert_true(rig->sample_count > 1990);
    assert_true(worst <= DEPTH_ERROR_MAX_MM);
}

/* Mounted the other way round: the voltage falls when pressed. */
static int falling_mv(struct rig *rig, int64_t t_us)
{
    return 4700 - (int)lround(rig->depth_mm(t_us) * 47);
}

static void a_calibration_by_command_survives_a_reset(void **state)
{
    struct rig *rig = *state;
    rig->sensor_mv = falling_mv;
    rig_run(rig, 300000);
    assert_string_equal(rig_identity(rig)->calibration, "");
    assert_string_equal(rig_identity(rig)->serial, "");
    assert_int_equal(rig_command(rig, 'T', WIRE_NOT_MEASURED), WIRE_ERROR_UNCALIBRATED);
    assert_int_equal(rig_command(rig, 'W', WIRE_NOT_MEASURED), WIRE_ERROR_UNCALIBRATED);
    assert_int_equal(rig_command(rig, 'Z', WIRE_NOT_MEASURED), WIRE_OK);
    assert_int_equal(rig_command(rig, 'K', 500), WIRE_ERROR_TRAVEL);
    rig->depth_mm = held_at_50;
    rig_run(rig, 20000);
    assert_int_equal(rig_command(rig, 'K', 500), WIRE_ERROR_MOVING);
    rig_run(rig, 300000);
    assert_int_equal(rig_command(rig, 'K', 99), WIRE_ERROR_RANGE);
    assert_int_equal(rig_command(rig, 'K', 500), WIRE_OK);
    assert_int_equal(rig_command(rig, 'T', WIRE_NOT_MEASURED), WIRE_OK);
    assert_int_equal(rig_command(rig, 'W', WIRE_NOT_MEASURED), WIRE_OK);
    assert_int_equal(rig_command(rig, '?', WIRE_NOT_MEASURED), WIRE_OK);
    rig_run(rig, 30000);
    char id[WIRE_NAME_MAX];
    memcpy(id, rig_identity(rig)->calibration, sizeof id);
    assert_int_equal(strlen(id), 4);

    rig_reset(rig);
    rig->depth_mm = held_at_0;
    rig_run(rig, 2500000);
    assert_string_equal(rig_identity(rig)->calibration, id);
    assert_int_equal(rig_last_sample(rig)->depth_tenth_mm, 0);
    rig->depth_mm = held_at_50;
    rig_run(rig, 30000);
    assert_int_equal(rig_last_sample(rig)->depth_tenth_mm, 500);
    assert_int_equal(rig->counts[WIRE_FAULT], 0);
}

static void a_damaged_calibration_is_not_used(void **state)
{
    struct rig *rig = *state;
    chest_calibrate(rig->board);
    rig->depth_mm = held_at_50;
    for (size_t byte = 0; byte < CALIB_RECORD_SIZE; byte++) {
        uint8_t kept = 0;
        board_read_eeprom(rig->board, CALIB_RECORD_AT + byte, &kept, 1);
        uint8_t damaged = kept ^ 0x10;
        board_write_eeprom(rig->board, CALIB_RECORD_AT + byte, &damaged, 1);
        rig_reset(rig);
        rig_run(rig, 1500000);
        assert_string_equal(rig_identity(rig)->calibration, "");
        assert_string_equal(rig_identity(rig)->serial, "SIM-0001");
        assert_int_equal(rig->faults[WIRE_FAULT_CALIBRATION], 1);
        /* 3 V of 5 V of a full scale of 80 mm. */
        assert_true(abs(rig_last_sample(rig)->depth_tenth_mm - 480) <= 3);
        board_write_eeprom(rig->board, CALIB_RECORD_AT + byte, &kept, 1);
    }
    rig_reset(rig);
    rig_run(rig, 1500000);
    assert_int_equal(strlen(rig_identity(rig)->calibration), 4);
    assert_int_equal(rig->faults[WIRE_FAULT_CALIBRATION], -1);
    assert_true(abs(rig_last_sample(rig)->depth_tenth_mm - 500) <= 3);
}

static int wire_off_mv(struct rig *rig, int64_t t_us)
{
    (void)rig;
    (void)t_us;
    return 0;
}

static void a_broken_wiper_is_not_a_depth(void **state)
{
    struct rig *rig = *state;
    chest_calibrate(rig->board);
    rig->sensor_mv = wire_off_mv;
    rig_run(rig, 2000000);
    assert_int_equal(rig_last_sample(rig)->depth_tenth_mm, WIRE_NOT_MEASURED);
    assert_int_equal(rig_command(rig, 'T', WIRE_NOT_MEASURED), WIRE_ERROR_SENSOR);
    assert_int_equal(rig_command(rig, 'Z', WIRE_NOT_MEASURED), WIRE_ERROR_SENSOR);
    assert_true(rig->faults[WIRE_FAULT_SENSOR] >= 100);
}

static void broken_and_other_lines_are_counted_not_answered(void **state)
{
    struct rig *rig = *state;
    static const char lines[] =
        "$Z*0000\r\nhello there, this line is far too long\n$R,100*";
    rig_run(rig, 100000);
    board_send(rig->board, lines, sizeof lines - 1);
    rig_run(rig, 1500000);
    assert_int_equal(rig->counts[WIRE_ANSWER], 0);
    assert_int_equal(rig->faults[WIRE_FAULT_HOST_LINES], 2);
    board_send(rig->board, "\n?\n", 3);
    int before = rig->counts[WIRE_IDENTITY];
    rig_run(rig, 100000);
    assert_int_equal(rig->counts[WIRE_IDENTITY], before + 1);
}

static void a_burst_of_commands_is_answered_one_by_one(void **state)
{
    struct rig *rig = *state;
    static const char ask[] = "$?*264C\r\n";
    rig_run(rig, 100000);
    for (int i = 0; i < BURST; i++) {
        board_send(rig->board, ask, sizeof ask - 1);
    }
    rig_run(rig, 1500000);
    assert_int_equal(rig->counts[WIRE_ANSWER], BURST);
    assert_int_equal(rig->counts[WIRE_FAULT], 0);
}

static void a_hung_program_is_restarted_by_the_watchdog(void **state)
{
    struct rig *rig = *state;
    chest_calibrate(rig->board);
    rig_run(rig, 5000000);
    size_t before = rig->sample_count;
    assert_true(before > 490);
    board_hang(rig->board);
    rig_run(rig, 200000);
    assert_in_range(rig->sample_count - before, 0, 2); /* it does hang */
    rig_run(rig, 2000000);
    assert_true(rig->sample_count > before + 150);
    assert_true(rig_last_sample(rig)->t_us < 2000000);
    assert_int_equal(rig->faults[WIRE_FAULT_WATCHDOG], 1);
    assert_int_equal(strlen(rig_identity(rig)->calibration), 4);
}

static void the_stack_has_room_to_spare(void **state)
{
    struct rig *rig = *state;
    rig->depth_mm = held_at_50;
    rig_run(rig, 300000);
    rig_command(rig, 'R', 200);
    rig_command(rig, 'Z', WIRE_NOT_MEASURED);
    rig->depth_mm = held_at_0;
    rig_run(rig, 300000);
    rig_command(rig, 'K', 500);
    rig_command(rig, 'W', WIRE_NOT_MEASURED);
    rig_command(rig, 'T', WIRE_NOT_MEASURED);
    run_asking(rig, 3000000);
    size_t spare = board_untouched_ram(rig->board);
    printf("# %zu bytes of RAM never touched\n", spare);
    assert_true(spare >= STACK_SPARE_MIN);
}

int main(int argc, char **argv)
{
    assert_int_equal(argc, 2);
    elf_path = argv[1];
#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)
    const struct CMUnitTest tests[] = {
        TEST(samples_are_even_and_truly_stamped),
        TEST(the_rate_is_as_set_and_as_told),
        TEST(depth_follows_a_known_wave),
        TEST(a_calibration_by_command_survives_a_reset),
        TEST(a_damaged_calibration_is_not_used),
        TEST(a_broken_wiper_is_not_a_depth),
        TEST(broken_and_other_lines_are_counted_not_answered),
        TEST(a_burst_of_commands_is_answered_one_by_one),
        TEST(a_hung_program_is_restarted_by_the_watchdog),
        TEST(the_stack_has_room_to_spare),
    };
    return cmocka_run_group_tests_name("image", tests, NULL, NULL);
}
