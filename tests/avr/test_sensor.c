/* SPDX-License-Identifier: MIT */
/* An image with a sensor of its own (ramp.c): nothing of the potentiometer is left. */
#include "avr/rig.h"
#include "support/tap.h"

static const char *elf_path;

static void a_sensor_is_its_file_and_its_row(void **state)
{
    (void)state;
    struct rig *rig = rig_create(elf_path);
    rig_run(rig, 1200000);
    assert_string_equal(rig_identity(rig)->model, "uno-ramp");
    assert_int_equal(rig->reading_count, 0); /* the converter is not used */
    assert_true(rig->sample_count > 100);
    for (size_t i = 1; i < rig->sample_count; i++) {
        const struct wire_sample *sample = &rig->samples[i];
        /* 100 of 16368 of a full scale of 80 mm, rounded. */
        long step = sample->depth_tenth_mm - rig->samples[i - 1].depth_tenth_mm;
        assert_true(step == 4 || step == 5);
        assert_int_equal(sample->t_us - rig->samples[i - 1].t_us, 10000);
    }
    rig_destroy(rig);
}

int main(int argc, char **argv)
{
    assert_int_equal(argc, 2);
    elf_path = argv[1];
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_sensor_is_its_file_and_its_row)};
    return cmocka_run_group_tests_name("sensor", tests, NULL, NULL);
}
