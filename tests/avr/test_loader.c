/* SPDX-License-Identifier: MIT */
/*
 * The firmware image behind optiboot, the boot loader of an Uno. Every reset starts the
 * loader. It clears the processor's reset cause, and after the reset button it waits for
 * an upload until its own watchdog restarts the board.
 */
#include <stdio.h>

#include "avr/rig.h"
#include "support/tap.h"

enum {
    LOADER_US = 1100000, /* its wait of 1 s, and its start */
    TOLD_US = 1500000,   /* faults are told once a second */
};

static uint8_t loader[1024]; /* up to the end of the flash */
static const char *elf_path;
static const char *loader_path;

static int read_loader(void **state)
{
    (void)state;
    FILE *file = fopen(loader_path, "rb");
    if (!file) {
        fail_msg("%s: cannot be read: install the package arduino-core-avr and configure "
                 "again",
                 loader_path);
    }
    assert_int_equal(fread(loader, 1, sizeof loader, file), sizeof loader);
    fclose(file);
    return 0;
}

static int begin(void **state)
{
    struct rig *rig = rig_create(elf_path);
    *state = rig;
    board_add_loader(rig->board, loader, sizeof loader);
    return 0;
}

static int end(void **state)
{
    rig_destroy(*state);
    return 0;
}

static void the_loader_hands_over(void **state)
{
    struct rig *rig = *state;
    rig_run(rig, TOLD_US);
    assert_true(rig->sample_count > 100);
    assert_int_equal(rig->faults[WIRE_FAULT_WATCHDOG], -1);
}

static void a_hung_program_is_reported(void **state)
{
    struct rig *rig = *state;
    rig_run(rig, TOLD_US);
    size_t before = rig->sample_count;
    board_hang(rig->board);
    rig_run(rig, 200000);
    assert_in_range(rig->sample_count - before, 0, 2); /* it does hang */
    rig_run(rig, LOADER_US + TOLD_US);
    assert_true(rig->sample_count > before + 100);
    assert_int_equal(rig->faults[WIRE_FAULT_WATCHDOG], 1);
}

static void the_reset_button_is_not_a_fault(void **state)
{
    struct rig *rig = *state;
    for (int t_us = 100000; t_us < 110000; t_us += 1997) { /* at any moment of a sample */
        rig_run(rig, t_us);
        rig_reset(rig);
        rig_run(rig, 900000);
        assert_int_equal(rig->sample_count, 0); /* the loader waits */
        rig_run(rig, LOADER_US + TOLD_US);
        assert_true(rig->sample_count > 100);
        assert_int_equal(rig->faults[WIRE_FAULT_WATCHDOG], -1);
    }
}

static void a_report_is_not_repeated_after_the_next_reset(void **state)
{
    struct rig *rig = *state;
    rig_run(rig, TOLD_US);
    board_hang(rig->board);
    rig_run(rig, LOADER_US + TOLD_US);
    assert_int_equal(rig->faults[WIRE_FAULT_WATCHDOG], 1);
    rig_reset(rig);
    rig_run(rig, LOADER_US + TOLD_US);
    assert_true(rig->sample_count > 100);
    assert_int_equal(rig->faults[WIRE_FAULT_WATCHDOG], -1);
}

/* Memory comes up with anything in it. */
static void power_on_is_not_a_fault(void **state)
{
    struct rig *rig = *state;
    const uint8_t contents[] = {0x00, 0xFF, 0x55, 0x80};
    rig_run(rig, TOLD_US);
    for (size_t i = 0; i < sizeof contents; i++) {
        rig_power_on(rig, contents[i]);
        rig_run(rig, LOADER_US + TOLD_US);
        assert_true(rig->sample_count > 100);
        assert_int_equal(rig->faults[WIRE_FAULT_WATCHDOG], -1);
    }
}

int main(int argc, char **argv)
{
    assert_int_equal(argc, 3);
    elf_path = argv[1];
#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)
    const struct CMUnitTest tests[] = {
        TEST(the_loader_hands_over),
        TEST(a_hung_program_is_reported),
        TEST(the_reset_button_is_not_a_fault),
        TEST(a_report_is_not_repeated_after_the_next_reset),
        TEST(power_on_is_not_a_fault),
    };
    loader_path = argv[2];
    return cmocka_run_group_tests_name("loader", tests, read_loader, NULL);
}
