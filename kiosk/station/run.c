/* SPDX-License-Identifier: MIT */
/*
 * While it waits, a watch keeps the last seconds of samples. When it tells a push, that
 * and the second before become the beginning of the run: the sensor's rest noise is
 * judged with it, and the first push is there from its start.
 *
 * All times are counted from the first kept sample before anything is judged, so that the
 * recording, which starts at 0, yields the same bits in cpr-analyze as here.
 */
#include "station/run.h"

#include <assert.h>
#include <math.h>
#include <string.h>

#include "base/err.h"
#include "base/log.h"
#include "base/str.h"
#include "link/link.h"
#include "link/recording.h"

enum {
    SECOND_US = 1000000,
    CURVE_STEP_US = 4900,         /* 200 points a second, however fast the sensor */
    AFTER_US = SECOND_US,         /* the last push may come up this long after the end */
    LET_GO_US = 900000,           /* longer than from push to push: somebody has let go */
    TOO_LIGHT_US = 6 * SECOND_US, /* so long a touch that was too light is told */
    PATH_SIZE = 1024,
};

/* Deeper than a hand that is only laid on; and back again. */
static const double TOUCH_MM = 6;
static const double TOUCH_REST_MM = 3;

static void recording_path(const struct run *run, char *path)
{
    str_format(path, PATH_SIZE, "%s/recording.csv", run->plan.keep_folder);
}

static void record_end(struct run *run)
{
    if (!run->recording) {
        return; /* whatever it is judged by to be looked at since */
    }
    if (!recording_finish(run->recording)) {
        log_error("run", "%s", err_text());
        run->recorded[0] = '\0';
    }
    run->recording = NULL;
    run_record_guideline(run);
}

void run_record_guideline(struct run *run)
{
    char path[PATH_SIZE];
    if (run->recorded[0] == '\0' || str_equal(run->recorded, run->plan.guideline->name)) {
        return;
    }
    recording_path(run, path);
    if (!recording_judge_by(path, run->plan.guideline->name)) {
        log_error("run", "%s", err_text());
    }
    str_copy(run->recorded, sizeof run->recorded, run->plan.guideline->name);
}

void run_cancel(struct run *run)
{
    record_end(run);
    memset(run, 0, offsetof(struct run, watch));
}

double run_left_s(const struct run *run)
{
    if (run->phase == RUN_WAITING) {
        return run->plan.seconds;
    }
    if (run->phase != RUN_GOING) {
        return 0;
    }
    double gone = (double)(run->newest_us - run->start_us) / SECOND_US;
    return fmin(fmax(run->plan.seconds - gone, 0), run->plan.seconds);
}

bool run_breathes(const struct run *run)
{
    return run->phase == RUN_GOING && run->live.cycle_peaks >= CPR_CYCLE_COMPRESSIONS &&
           run->live.prompt != CPR_PROMPT_START;
}

static int64_t end_us(const struct run *run)
{
    return run->start_us + (int64_t)llround(run->plan.seconds * SECOND_US);
}

/* Of the readings of one step the curve keeps the one furthest from the point before: on
 * a flank the newest, in a turn its tip. */
static void keep_point(struct run *run, const struct cpr_sample *sample)
{
    struct run_point point = {sample->t_us, (float)sample->depth_mm};
    struct run_point *newest = &run->curve[(run->curve_count - 1) % RUN_CURVE_MAX];
    if (run->curve_count == 0 ||
        newest->t_us / CURVE_STEP_US != point.t_us / CURVE_STEP_US) {
        run->curve[run->curve_count++ % RUN_CURVE_MAX] = point;
        return;
    }
    const struct run_point *before = &run->curve[(run->curve_count - 2) % RUN_CURVE_MAX];
    if (run->curve_count == 1 || fabsf(point.depth_mm - before->depth_mm) >=
                                     fabsf(newest->depth_mm - before->depth_mm)) {
        *newest = point;
    }
}

static void keep_compression(struct run *run, const struct cpr_compression *compression)
{
    if (run->compression_count < RUN_COMPRESSIONS_MAX) {
        run->compressions[run->compression_count++] = *compression;
    }
}

/* Those that belong before `until_us`; what is from before the run is not the run's. */
static void record_faults(struct run *run, int64_t until_us)
{
    const struct fault *first = fault_first(&run->faults);
    while (first && first->t_us - run->zero_us < until_us) {
        struct fault fault = *first;
        fault.t_us -= run->zero_us;
        if (run->recording && fault.t_us >= 0) {
            recording_add_fault(run->recording, &fault);
        }
        fault_drop_first(&run->faults);
        first = fault_first(&run->faults);
    }
}

/* Without it the recording, played again, would start over and end well. */
static void record_silence(struct run *run)
{
    if (run->recording) {
        const struct fault fault = {.kind = FAULT_SILENT, .t_us = run->newest_us};
        recording_add_fault(run->recording, &fault);
    }
}

static void judge(struct run *run, const struct cpr_sample *sample)
{
    record_faults(run, sample->t_us);
    if (run->recording) {
        recording_add(run->recording, sample);
    }
    struct cpr_compression done;
    if (cpr_add(&run->session, sample, &done)) {
        keep_compression(run, &done);
    }
    run->newest_us = sample->t_us;
}

/* How the run is judged, and by which manikin. */
static struct recording_info info_of(const struct run *run)
{
    const struct link_status *manikin = run->plan.manikin;
    struct recording_info info = {.has_mode = true,
                                  .mode = run->plan.mode,
                                  .has_window = true,
                                  .window_start_us = run->start_us,
                                  .window_end_us = end_us(run),
                                  .pressed_part = run->plan.kind == RUN_PRACTICE};
    str_copy(info.guideline, sizeof info.guideline, run->plan.guideline->name);
    if (manikin) {
        struct recording_manikin *to = &info.manikin;
        str_copy(to->model, sizeof to->model, manikin->model);
        str_copy(to->serial, sizeof to->serial, manikin->serial);
        str_copy(to->firmware, sizeof to->firmware, manikin->firmware);
        str_copy(to->calibration, sizeof to->calibration, manikin->calibration);
        to->hz = manikin->hz;
    }
    return info;
}

static void record_begin(struct run *run)
{
    char path[PATH_SIZE];
    if (!run->plan.keep_folder) {
        return;
    }
    struct recording_info info = info_of(run);
    recording_path(run, path);
    run->recording = recording_create(path, &info);
    if (!run->recording) {
        log_error("run", "%s", err_text());
        return;
    }
    str_copy(run->recorded, sizeof run->recorded, info.guideline);
}

/* What the manikin says of itself: at the start, or later, a plug just put in. */
static void doubt(struct run *run)
{
    uint32_t doubts = run->plan.manikin ? run->plan.manikin->doubts : 0;
    if (run->recording && (doubts & ~run->doubts)) {
        recording_add_doubts(run->recording, doubts & ~run->doubts);
    }
    run->doubts |= doubts;
    cpr_doubt(&run->session, run->doubts);
}

static void finish(struct run *run)
{
    doubt(run);
    struct cpr_compression done;
    while (cpr_finish(&run->session, &done)) {
        keep_compression(run, &done);
    }
    cpr_live(&run->session, &run->live);
    cpr_result(&run->session, &run->result);
    run->phase = RUN_FINISHED;
    record_faults(run, run->newest_us + 1);
    record_end(run);
}

/* The kept samples become the beginning of the run; the oldest of them is time 0. */
static void start(struct run *run, const struct watch_push *push)
{
    const struct watch *watch = &run->watch;
    int64_t zero_us = watch_kept(watch, push->oldest)->t_us;
    run->zero_us = zero_us;
    run->start_us = watch_kept(watch, push->begin)->t_us - zero_us;
    run->phase = RUN_GOING;
    for (uint32_t i = 0; i < run->curve_count && i < RUN_CURVE_MAX; i++) {
        run->curve[i].t_us -= zero_us;
    }
    cpr_start(&run->session, run->plan.guideline, run->plan.mode);
    cpr_window(&run->session, run->start_us, end_us(run));
    if (run->plan.kind == RUN_PRACTICE) {
        cpr_pressed_part(&run->session);
    }
    if (run->plan.rhythm_only) {
        cpr_coach_rhythm(&run->session);
    }
    cpr_invite_depth(&run->session, run->plan.invites_depth);
    record_begin(run);
    doubt(run);
    for (uint64_t i = push->oldest; i < watch->count; i++) {
        struct cpr_sample sample = *watch_kept(watch, i);
        sample.t_us -= zero_us;
        if (i == push->oldest) {
            sample.lost = 0; /* what was lost before the run is not the run's */
        }
        judge(run, &sample);
    }
    cpr_live(&run->session, &run->live);
    watch_forget(&run->watch);
}

/* A touch that is let go before it was a push. */
static void feel_touch(struct run *run)
{
    if (run->watch.now_mm > TOUCH_REST_MM) {
        run->touch_mm = fmax(run->touch_mm, run->watch.now_mm);
        return;
    }
    if (run->touch_mm >= TOUCH_MM && run->touch_mm < run->plan.guideline->push_least_mm) {
        run->too_light_us = run->newest_us;
    }
    run->touch_mm = 0;
}

bool run_is_too_light(const struct run *run)
{
    return run->phase == RUN_WAITING && run->too_light_us > 0 &&
           run->newest_us - run->too_light_us < TOO_LIGHT_US;
}

/* The visitor sees the chest move before the run has begun. */
static void show(struct run *run, const struct cpr_sample *sample)
{
    if (sample->t_us < run->newest_us) {
        run->faults = (struct fault_queue){0}; /* another manikin: its clock is its own */
        run->curve_count = 0;
        run->too_light_us = 0;
    }
    run->newest_us = sample->t_us;
    run->live.now_mm = run->watch.now_mm;
    keep_point(run, sample);
    feel_touch(run);
}

static void wait_for_push(struct run *run, const struct cpr_sample *sample)
{
    struct watch_push push;
    bool is_pushed = watch_add(&run->watch, run->plan.guideline, sample);
    if (!isnan(sample->depth_mm)) {
        show(run, sample);
    }
    if (is_pushed && watch_last_push(&run->watch, &push)) {
        start(run, &push);
    }
}

/* The curve, too, is there from the kept samples on. */
static void begin_pushed(struct run *run, const struct watch_push *push)
{
    for (uint64_t i = push->oldest; i < run->watch.count; i++) {
        keep_point(run, watch_kept(&run->watch, i));
    }
    start(run, push);
}

void run_begin(struct run *run, const struct run_plan *plan, int64_t now_us)
{
    struct run_plan kept = *plan; /* it may be this run's own, repeated */
    assert(kept.guideline && kept.seconds > 0);
    struct watch_push push;
    bool is_pushed = kept.is_pushed && watch_last_push(&run->watch, &push);
    run_cancel(run);
    run->plan = kept;
    run->plan.is_pushed = false; /* repeated, the run waits for a push of its own */
    run->phase = RUN_WAITING;
    run->heard_us = now_us;
    run->live.last_peak_mm = (double)NAN;
    run->live.last_release_mm = (double)NAN;
    run->live.rate_cpm = (double)NAN;
    if (is_pushed) {
        begin_pushed(run, &push);
    } else {
        watch_mark(&run->watch);
    }
}

/* The window is over, and the last push has come up or had its second to do so. */
static bool is_over(const struct run *run)
{
    int64_t past_us = run->newest_us - end_us(run);
    bool up = run->live.now_mm <= run->plan.guideline->release_max_mm;
    return past_us >= AFTER_US || (past_us >= 0 && up);
}

/* Since a change was told, or the run began. */
static double since_swap_s(const struct run *run)
{
    int64_t swap_us =
        run->swap_count > 0 ? run->swaps_us[run->swap_count - 1] : run->start_us;
    return (double)(run->newest_us - swap_us) / SECOND_US;
}

/* How long the visitor has left the chest alone without a reason; a test goes on. */
static double stopped_s(const struct run *run)
{
    bool stopped = run->phase == RUN_GOING && run->plan.kind == RUN_PRACTICE &&
                   run->live.prompt == CPR_PROMPT_START && !run->is_swapping;
    return stopped ? fmin(run->live.pause_s, since_swap_s(run)) : 0;
}

bool run_may_end(const struct run *run)
{
    return stopped_s(run) >= RUN_STOPPED_S;
}

void run_swap(struct run *run)
{
    bool may_swap = run->phase == RUN_GOING && !run->is_swapping;
    if (may_swap && run->swap_count < CPR_CHANGES_MAX) {
        run->is_swapping = true;
        run->has_let_go = run->live.pause_s > 0;
        run->swap_peaks = run->live.peaks;
        run->swaps_us[run->swap_count++] = run->newest_us;
        cpr_swapped(&run->session);
    }
}

struct cpr_pair run_pair(const struct run *run)
{
    return cpr_pair(run->plan.guideline, run->compressions, run->compression_count,
                    run->swaps_us, run->swap_count);
}

/* Whether they still change places. */
static void follow_swap(struct run *run)
{
    if (!run->is_swapping) {
        return;
    }
    int64_t since_peak_us = run->newest_us - run->live.last_peak_us;
    bool goes_on = run->has_let_go && run->live.peaks > run->swap_peaks;
    if (!run->has_let_go) {
        run->swap_peaks = run->live.peaks;
        run->has_let_go = since_peak_us >= LET_GO_US;
    }
    run->is_swapping = !goes_on && since_swap_s(run) < run->plan.guideline->pause_max_s;
}

/* Two take turns: half of a run each, and no turn that would soon be over. */
static void tell_stint(struct run *run)
{
    double stint_s = run->plan.stint_s;
    if (stint_s > 0 && since_swap_s(run) >= stint_s && run_left_s(run) >= stint_s / 2) {
        run_swap(run);
    }
}

void run_end(struct run *run)
{
    assert(run->phase == RUN_GOING);
    finish(run);
}

static void go_on(struct run *run, const struct cpr_sample *sample)
{
    struct cpr_sample moved = *sample;
    moved.t_us -= run->zero_us;
    keep_point(run, &moved);
    judge(run, &moved);
    cpr_live(&run->session, &run->live);
    tell_stint(run);
    follow_swap(run);
    if (is_over(run) || stopped_s(run) >= RUN_LEFT_S) {
        finish(run);
    }
}

static void go_on_with(struct run *run, struct cpr_sample sample)
{
    if (isnan(sample.depth_mm)) { /* the sensor was there and sent no depth */
        run->missing += 1 + sample.lost;
        return;
    }
    sample.lost += run->missing;
    run->missing = 0;
    go_on(run, &sample);
}

void run_add(struct run *run, const struct cpr_sample *samples, size_t count,
             int64_t now_us)
{
    for (size_t i = 0; i < count; i++) {
        run->heard_us = now_us;
        if (run->phase == RUN_WAITING) {
            wait_for_push(run, &samples[i]);
        } else if (run->phase == RUN_GOING) {
            go_on_with(run, samples[i]);
        }
    }
}

void run_fault(struct run *run, const struct fault *fault)
{
    bool full = run->faults.count == FAULT_QUEUE_MAX;
    if (run->phase == RUN_GOING && full) { /* too early is better than never */
        record_faults(run, fault_first(&run->faults)->t_us - run->zero_us + 1);
    }
    if (run->phase == RUN_WAITING || run->phase == RUN_GOING) {
        fault_push(&run->faults, fault);
    }
}

void run_tick(struct run *run, int64_t now_us)
{
    if (run->phase == RUN_GOING &&
        now_us - run->heard_us >= (int64_t)RUN_SILENCE_S * SECOND_US) {
        run->phase = RUN_LOST;
        record_faults(run, run->newest_us + 1);
        record_silence(run);
        record_end(run);
    }
}

bool run_regard(struct run *run, const struct cpr_guideline *guideline)
{
    bool is_finished = run->phase == RUN_FINISHED;
    if (run->phase == RUN_GOING || is_finished) {
        if (!cpr_regard(&run->session, guideline, run->compressions,
                        run->compression_count)) {
            return false;
        }
        cpr_live(&run->session, &run->live);
    }
    if (is_finished) {
        cpr_result(&run->session, &run->result);
    }
    run->plan.guideline = guideline;
    return true;
}

void run_answer(struct run *run)
{
    run->plan.invites_depth = false;
    cpr_invite_depth(&run->session, false);
}

static void put(void *ctx, const char *text, size_t length)
{
    str_add_bytes(ctx, text, length);
}

char *run_json(const struct run *run, bool events)
{
    struct str json = {0};
    cpr_json(&run->result, events ? run->compressions : NULL, run->compression_count, put,
             &json);
    return json.text;
}
