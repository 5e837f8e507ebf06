/* SPDX-License-Identifier: MIT */
#include "station/station.h"

#include <string.h>

#include "base/str.h"

bool station_open(struct station *station, const char *target, const struct clock *clock,
                  const char *learnt)
{
    memset(station, 0, sizeof *station);
    station->link = link_create(target, clock);
    if (!station->link) {
        return false;
    }
    str_copy(station->target, sizeof station->target, target);
    link_remember(station->link, learnt);
    return true;
}

void station_close(struct station *station)
{
    run_cancel(&station->run);
    link_destroy(station->link);
    memset(station, 0, sizeof *station);
}

void station_look(struct station *station)
{
    if (station->link) {
        link_status(station->link, &station->status);
    }
}

/* Counts the pushes that begin. */
static int feel(struct station *station, const struct cpr_guideline *guideline,
                double depth_mm)
{
    station->depth_mm = depth_mm;
    if (depth_mm <= guideline->turn_mm) {
        station->pushed_down = false;
    } else if (!station->pushed_down && depth_mm >= guideline->push_least_mm) {
        station->pushed_down = true;
        return 1;
    }
    return 0;
}

/* Without a run a fault is not kept. */
static void hear_faults(struct station *station)
{
    struct fault fault;
    while (link_next_fault(station->link, &fault)) {
        if (station->followed) {
            run_fault(&station->run, &fault);
        }
    }
}

struct station_heard station_hear(struct station *station,
                                  const struct cpr_guideline *guideline, int64_t now_us)
{
    struct cpr_sample samples[LINK_SAMPLES_MAX];
    struct station_heard heard = {0};
    samples[0] = (struct cpr_sample){0}; /* without a link there is none: gcc -O2 asks */
    if (station->link) {
        heard.samples = link_poll(station->link, samples, LINK_SAMPLES_MAX);
        hear_faults(station);
    }
    ready_hear(&station->pulse, &station->status, samples, heard.samples, now_us);
    const struct cpr_guideline *felt_by =
        station->followed ? station->run.plan.guideline : guideline;
    for (size_t i = 0; i < heard.samples; i++) {
        heard.pushes += feel(station, felt_by, samples[i].depth_mm);
    }
    if (station->followed) {
        if (station->run.phase == RUN_WAITING) {
            station->run.plan.rhythm_only = !station_ready(station)->may_score;
        }
        run_add(&station->run, samples, heard.samples, now_us);
        run_tick(&station->run, now_us);
    }
    return heard;
}

const struct ready *station_ready(const struct station *station)
{
    return ready_of(&station->status, &station->pulse, 0);
}

void station_begin_run(struct station *station, const struct run_plan *plan,
                       int64_t now_us)
{
    run_begin(&station->run, plan, now_us);
    station->run.plan.manikin = &station->status;
    station->run.plan.rhythm_only = !station_ready(station)->may_score;
    station->followed = true;
}

bool station_drop_run(struct station *station)
{
    bool followed = station->followed;
    station->followed = false;
    if (station->run.phase != RUN_NONE) {
        run_cancel(&station->run);
    }
    return followed;
}

bool station_ended(struct station *station)
{
    enum run_phase phase = station->run.phase;
    bool ended = station->followed && phase != RUN_WAITING && phase != RUN_GOING;
    station->followed = station->followed && !ended;
    return ended;
}

bool station_is_going(const struct station *station)
{
    return station->followed && station->run.phase == RUN_GOING;
}
