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

#define TURN 6.283185307179586 /* radians of a full circle */

/* How the chest moves: down to `depth_mm` and up again to `lean_mm`. */
struct motion {
    double depth_mm, lean_mm;
    double wall_mm;  /* the end of the sensor's range: not to be believed; 0: far away */
    double rate_cpm; /* 0: the visitor does not press at all */
};

/* Each but the first has one thing wrong. */
static const struct pressing {
    struct robot_manner manner;
    bool no_manikin;
    struct motion motion;
} pressings[ROBOT_MANNERS] = {
    {{"manner_well", NULL}, .motion = {.depth_mm = 55, .rate_cpm = 110}},
    {{"manner_slow", NULL}, .motion = {.depth_mm = 55, .rate_cpm = 82}},
    {{"manner_fast", NULL}, .motion = {.depth_mm = 55, .rate_cpm = 139}},
    {{"manner_shallow", NULL}, .motion = {.depth_mm = 31, .rate_cpm = 110}},
    {{"manner_deep", NULL}, .motion = {.depth_mm = 67, .rate_cpm = 110}},
    {{"manner_leaning", NULL},
     .motion = {.depth_mm = 55, .lean_mm = 19, .rate_cpm = 110}},
    {{"manner_not_trusted", "hint_trusted"},
     .motion = {.depth_mm = 55, .wall_mm = 45, .rate_cpm = 110}},
    {{"manner_not", NULL}, .motion = {0}},
    {{"manner_no_manikin", "hint_measured"}, .no_manikin = true},
};

const struct robot_manner *robot_manner(size_t manner)
{
    assert(manner < ROBOT_MANNERS);
    return &pressings[manner].manner;
}

static double chest_mm(const struct motion *motion, double t_s, double seconds)
{
    double pushes = motion->rate_cpm / 60 * t_s;
    if (t_s < 0 || pushes >= floor(motion->rate_cpm / 60 * seconds)) {
        return 0;
    }
    double stroke_mm = motion->depth_mm - motion->lean_mm;
    double mm = motion->lean_mm + stroke_mm * (1 - cos(TURN * pushes)) / 2;
    return motion->wall_mm > 0 ? fmin(mm, motion->wall_mm) : mm;
}

static struct lesson_run press(const struct motion *motion,
                               const struct cpr_guideline *guideline,
                               const struct lesson_card *card)
{
    struct cpr_session session;
    enum cpr_mode mode = card->breaths ? CPR_30_2 : CPR_COMPRESSION_ONLY;
    int64_t end_us = (int64_t)(card->seconds * 1e6);
    size_t room = (size_t)(motion->rate_cpm / 60 * card->seconds) + 2;
    struct cpr_compression *events = calloc(room, sizeof *events);
    uint32_t count = 0;
    assert(events);
    cpr_start(&session, guideline, mode);
    cpr_window(&session, 0, end_us);
    for (int64_t t_us = -REST_US; t_us <= end_us + REST_US; t_us += STEP_US) {
        struct cpr_sample sample = {
            .t_us = t_us,
            .depth_mm = chest_mm(motion, (double)t_us / 1e6, card->seconds),
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

static const struct cpr_guideline *guideline_of(const struct conf_guidelines *guidelines,
                                                const struct lesson_card *card)
{
    const struct cpr_guideline *found = NULL;
    if (*card->guideline) {
        found = conf_guideline(guidelines, card->guideline);
    }
    return found ? found : &guidelines->items[0];
}

const struct lesson_run *robot_press(struct robot_runs *runs,
                                     const struct conf_guidelines *guidelines,
                                     const struct lesson_card *card, size_t manner)
{
    assert(manner < ROBOT_MANNERS);
    const struct cpr_guideline *guideline = guideline_of(guidelines, card);
    if (runs->guideline != guideline || runs->seconds != card->seconds ||
        runs->breaths != card->breaths) {
        *runs = (struct robot_runs){guideline, card->seconds, card->breaths, {{0}}};
        for (size_t i = 0; i < ROBOT_MANNERS; i++) {
            if (!pressings[i].no_manikin) {
                runs->runs[i] = press(&pressings[i].motion, guideline, card);
            }
        }
    }
    return &runs->runs[manner];
}
