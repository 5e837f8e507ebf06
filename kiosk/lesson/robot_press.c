/* SPDX-License-Identifier: MIT */
#include "lesson/robot_press.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>

#include "cpr/session.h"

enum {
    STEP_US = 10000,  /* 100 samples a second */
    REST_US = 500000, /* before the first push and after the last */
};

#define TURN 6.283185307179586 /* radians of a whole turn */

static double chest_mm(const struct press *press, double t_s, double seconds)
{
    double pushes = press->rate_cpm / 60 * t_s;
    if (t_s < 0 || pushes >= floor(press->rate_cpm / 60 * seconds)) {
        return 0;
    }
    double stroke_mm = press->depth_mm - press->lean_mm;
    double mm = press->lean_mm + stroke_mm * (1 - cos(TURN * pushes)) / 2;
    return press->wall_mm > 0 ? fmin(mm, press->wall_mm) : mm;
}

struct lesson_run press_run(const struct press *press,
                            const struct cpr_guideline *guideline,
                            const struct lesson_card *card)
{
    struct cpr_session session;
    enum cpr_mode mode = card->breaths ? CPR_THIRTY_TWO : CPR_COMPRESSION_ONLY;
    int64_t end_us = (int64_t)(card->seconds * 1e6);
    size_t room = (size_t)(press->rate_cpm / 60 * card->seconds) + 2;
    struct cpr_compression *events = calloc(room, sizeof *events);
    uint32_t count = 0;
    assert(events);
    cpr_start(&session, guideline, mode);
    cpr_window(&session, 0, end_us);
    for (int64_t t_us = -REST_US; t_us <= end_us + REST_US; t_us += STEP_US) {
        struct cpr_sample sample = {
            .t_us = t_us,
            .depth_mm = chest_mm(press, (double)t_us / 1e6, card->seconds),
            .force_n = CPR_NOT_MEASURED,
            .volume_ml = CPR_NOT_MEASURED,
            .hands = CPR_HANDS_NOT_MEASURED,
        };
        count += cpr_add(&session, &sample, &events[count]);
        assert(count < room);
    }
    while (cpr_finish(&session, &events[count])) {
        count++;
        assert(count < room);
    }
    struct lesson_run run = {.measured = true};
    cpr_result(&session, &run.result);
    run.advice = cpr_debrief(guideline, mode, &run.result, events, count).advice;
    free(events);
    return run;
}
