/* SPDX-License-Identifier: MIT */
/*
 * on_stage: a stage opened for every test, and what tests of screens ask of it.
 */
#ifndef TESTS_SUPPORT_ON_STAGE_H
#define TESTS_SUPPORT_ON_STAGE_H

#include "support/stage.h"
#include "support/tap.h"

#define ON_STAGE(test) cmocka_unit_test_setup_teardown(test, open_stage, close_stage)

enum { SIDE = 540, LONG = 960 };

static struct stage *stage;
static struct kiosk *k;

static inline int open_stage(void **state)
{
    (void)state;
    stage = stage_open(LONG, SIDE, "zh-CN");
    k = &stage->kiosk;
    return 0;
}

static inline int close_stage(void **state)
{
    (void)state;
    stage_close(stage);
    return 0;
}

static inline const char *tr(const char *key)
{
    return kiosk_tr(k, key);
}

static inline bool shows(const char *key)
{
    return ui_shows_text(k->ui, tr(key));
}

static inline void expect_shown(const char *key)
{
    if (!shows(key)) {
        fail_msg("%s does not show \"%s\"", kiosk_screen_name(k), tr(key));
    }
}

static inline void set_link(enum link_state state, bool simulated)
{
    k->stations[k->active].status = (struct link_status){.state = state,
                                                         .simulated = simulated,
                                                         .model = "",
                                                         .serial = "",
                                                         .firmware = "",
                                                         .calibration = ""};
    stage_pass(stage, 0.1);
}

static inline bool can_touch(const char *id)
{
    struct ui_rect rect;
    return ui_find_id(k->ui, id, &rect);
}

/* A test, by somebody who is an adult and has said so. */
static inline void finish_run(double depth_mm, double rate_cpm)
{
    set_link(LINK_READY, false);
    kiosk_set_presser(k, PRESSER_ADULT);
    kiosk_start_run(k, RUN_TEST, 20, NULL, k->mode, false);
    stage_press(stage, 21, depth_mm, rate_cpm);
    stage_pass(stage, 0.2);
    assert_string_equal(kiosk_screen_name(k), "result");
}

static inline void finish_cycles(double pause_s, int cycles)
{
    set_link(LINK_READY, false);
    kiosk_start_run(k, RUN_PRACTICE, cycles * (30 * 60 / 110.0 + pause_s), NULL, CPR_30_2,
                    false);
    for (int i = 0; i < cycles; i++) {
        stage_press(stage, 30 * 60 / 110.0, 55, 110);
        stage_press(stage, pause_s + 0.1, 0, 110);
    }
    stage_pass(stage, 0.2);
    assert_string_equal(kiosk_screen_name(k), "result");
}

#endif
