/* SPDX-License-Identifier: MIT */
/* Every screen by keys alone: all there is to touch is reached, seen and pressed. */
#include <string.h>

#include "base/str.h"
#include "support/keyboard.h"
#include "support/tap.h"
#include "support/visits.h"

static void every_screen_can_be_used_by_keys(void **state)
{
    (void)state;
    size_t sample = sample_begin();
    int faults = 0;
    const struct visit *row;
    for (size_t i = 0; (row = visit_at(i)); i++) {
        for (int shape = 0; shape < 4; shape++) {
            if (!sample_takes_view(sample, i, shape)) {
                continue;
            }
            bool high = shape & 1;
            struct stage *stage = stage_open(high ? 1080 : 1920, high ? 1920 : 1080,
                                             shape & 2 ? "en" : "zh-CN");
            row->go(stage);
            for (int step = 0; step < (int)(i + (size_t)shape) % KIOSK_TEXT_STEPS;
                 step++) {
                kiosk_next_text_step(&stage->kiosk);
            }
            stage_pass(stage, 0.05);
            faults += keyboard_faults(stage, row->name);
            visit_end(stage);
        }
    }
    assert_int_equal(faults, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_screen_can_be_used_by_keys)};
    return cmocka_run_group_tests_name("keyboard", tests, NULL, NULL);
}
