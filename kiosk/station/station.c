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

/* One sample for the run, or for the watch where none goes on. True: a push turned. */
static bool feel(struct station *station, const struct cpr_guideline *guideline,
                 const struct cpr_sample *sample, int64_t now_us)
{
    struct run *run = &station->run;
    uint32_t peaks = run->live.peaks;
    bool is_doubted = station_is_going(station) && station->doubts != 0;
    if (!station->followed) {
        return watch_add(&run->watch, guideline, sample);
    }
    run_add(run, sample, 1, now_us);
    return run->live.peaks > peaks && !is_doubted;
}

static void look_at_chest(struct station *station, const struct cpr_guideline *guideline)
{
    const struct run *run = &station->run;
    station->depth_mm = station_is_going(station) ? run->live.now_mm : run->watch.now_mm;
    station->doubts = station_is_going(station)
                          ? cpr_trust_now(&run->session) & WATCH_DOUBTS
                          : run->watch.doubts;
    if (station->depth_mm <= guideline->turn_mm) {
        station->pushed_down = false;
    } else if (station->depth_mm >= guideline->push_least_mm) {
        station->pushed_down = true;
    }
}

/* Nothing is believed of a sensor that is not, nor of a chest that is never at rest. */
static bool feel_touch(struct station *station, const struct cpr_guideline *guideline,
                       int64_t t_us)
{
    const struct watch *watch = &station->run.watch;
    if (watch->doubts != 0) {
        station->faint = (struct faint){0};
        return false;
    }
    return faint_add(&station->faint, t_us, watch->now_mm, guideline->push_least_mm) &&
           watch->has_rested;
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
    if (station->status.state == LINK_SEARCHING && heard.samples == 0) {
        watch_forget(&station->run.watch); /* the next one may be another manikin */
        look_at_chest(station, felt_by);
    }
    if (station->followed && station->run.phase == RUN_WAITING) {
        station->run.plan.rhythm_only =
            !ready_of(&station->status, &station->pulse, 0)->may_score;
    }
    for (size_t i = 0; i < heard.samples; i++) {
        bool was_going = station_is_going(station);
        bool is_push = feel(station, felt_by, &samples[i], now_us);
        look_at_chest(station, felt_by);
        heard.is_touched |= !was_going && feel_touch(station, felt_by, samples[i].t_us);
        if (is_push) {
            heard.pushes++;
            heard.is_from_rest |= !was_going && station->run.watch.has_rested;
        }
    }
    if (station->followed) {
        run_tick(&station->run, now_us);
    }
    return heard;
}

void station_wait_for_rest(struct station *station)
{
    watch_wait_for_rest(&station->run.watch);
}

const struct ready *station_ready(const struct station *station)
{
    bool is_going = station_is_going(station); /* then the run says what it doubts */
    return ready_of(&station->status, &station->pulse, is_going ? 0 : station->doubts);
}

void station_begin_run(struct station *station, const struct run_plan *plan,
                       int64_t now_us)
{
    struct run_plan own = *plan;
    own.manikin = &station->status;
    own.rhythm_only = !ready_of(own.manikin, &station->pulse, 0)->may_score;
    run_begin(&station->run, &own, now_us);
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
