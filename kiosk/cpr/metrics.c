/* SPDX-License-Identifier: MIT */
/* Compressions, pauses and samples -> sums -> the result. */
#include <math.h>
#include <string.h>

#include "cpr/internal.h"

bool metrics_in_window(const struct cpr_session *session, int64_t t_us)
{
    return !session->has_window ||
           (t_us >= session->window_start_us && t_us <= session->window_end_us);
}

/* Unlike a peak, a sample stands for the time until the next one: the end is outside. */
void metrics_sample(struct cpr_session *session, const struct cpr_sample *sample)
{
    if (!metrics_in_window(session, sample->t_us) ||
        (session->has_window && sample->t_us == session->window_end_us)) {
        return;
    }
    session->sums.lost += sample->lost;
    if (isnan(sample->depth_mm)) {
        session->sums.lost++;
    } else {
        session->sums.samples++;
    }
}

/* The part of a pause that lies in the window counts; whether it is one, its whole length
 * decides. */
static void add_pause(const struct cpr_session *session, struct cpr_sums *sums,
                      int64_t from_us, int64_t to_us)
{
    if (to_us - from_us < INTERNAL_PAUSE_US) {
        return;
    }
    if (session->has_window) {
        from_us = from_us > session->window_start_us ? from_us : session->window_start_us;
        to_us = to_us < session->window_end_us ? to_us : session->window_end_us;
    }
    if (to_us <= from_us) {
        return;
    }
    sums->pauses++;
    sums->pauses_us += to_us - from_us;
    if (to_us - from_us > sums->longest_pause_us) {
        sums->longest_pause_us = to_us - from_us;
    }
}

/* A push has turned: the pause before it, if there was one, is over. */
void metrics_turned(struct cpr_session *session)
{
    const struct cpr_detect *detect = &session->detect;
    int64_t start_us = detect->open.start_us;
    if (detect->pause_us > 0 && (session->has_window || session->sums.count > 0)) {
        add_pause(session, &session->sums, start_us - detect->pause_us, start_us);
    } else if (session->has_window && !detect->has_release) {
        add_pause(session, &session->sums, session->window_start_us, start_us);
    }
}

void metrics_compression(struct cpr_session *session, const struct cpr_compression *it)
{
    const struct cpr_guideline *guideline = &session->guideline;
    struct cpr_sums *sums = &session->sums;
    if (sums->count == 0) {
        sums->first_start_us = it->start_us;
    }
    sums->last_release_us = it->release_us;
    sums->count++;
    sums->c += it->c;
    sums->depth_mm += it->depth_mm;
    bool shallow = score_is_shallow(guideline, it->depth_mm);
    bool deep = score_is_deep(guideline, it->depth_mm);
    sums->shallow += shallow;
    sums->deep += deep;
    sums->depth_ok += !shallow && !deep;
    if (!isnan(it->rate_cpm)) {
        double rate = score_shown(it->rate_cpm);
        sums->intervals++;
        sums->intervals_us += (int64_t)(60e6 / it->rate_cpm + 0.5);
        sums->rate_ok +=
            rate >= guideline->rate_cpm.low && rate <= guideline->rate_cpm.high;
    }
    if (!isnan(it->release_mm)) {
        sums->releases++;
        sums->release_mm += it->release_mm;
        sums->full += score_shown(it->release_mm) <= guideline->release_max_mm;
    }
    if (!isnan(it->duty)) {
        sums->duties++;
        sums->duty += it->duty;
    }
    if (it->hands != CPR_HANDS_NOT_MEASURED) {
        sums->hands++;
        sums->hands_at[it->hands]++;
    }
}

static double share(double part, uint32_t whole)
{
    return whole > 0 ? part / whole : CPR_NOT_MEASURED;
}

/* Of the compressions whose hands were seen. */
static double hands_share(const struct cpr_sums *sums, enum cpr_hands place)
{
    return share(100.0 * sums->hands_at[place], sums->hands);
}

/* A window that is still running ends now. */
static int64_t window_end(const struct cpr_session *session)
{
    bool is_over = session->is_finished || !session->has_sample ||
                   session->sample.t_us >= session->window_end_us;
    return is_over ? session->window_end_us : session->sample.t_us;
}

/* Whether the rescuer has stopped and left the rest of the window unused. */
static bool has_stopped(const struct cpr_session *session)
{
    const struct cpr_detect *detect = &session->detect;
    bool breathes =
        session->mode == CPR_30_2 && session->advice.prompt != CPR_PROMPT_START;
    return session->sums.count > 0 && !breathes && !detect->is_open && !detect->pushing &&
           window_end(session) - detect->last_release_us >= INTERNAL_PAUSE_US;
}

/* Where the judged time ends. */
static int64_t judged_end(const struct cpr_session *session)
{
    bool is_cut = session->pressed_part && has_stopped(session);
    return is_cut ? session->detect.last_release_us : window_end(session);
}

/* No push since the last release, or none at all: up to now, or to a push's start. */
static void add_last_pause(const struct cpr_session *session, struct cpr_sums *sums)
{
    const struct cpr_detect *detect = &session->detect;
    int64_t from_us =
        detect->has_release ? detect->last_release_us : session->window_start_us;
    int64_t to_us = judged_end(session);
    if (detect->is_open) {
        return;
    }
    if (detect->pushing && detect->push_us < to_us) {
        to_us = detect->push_us;
    }
    add_pause(session, sums, from_us, to_us);
}

static void put_flow(const struct cpr_session *session, struct cpr_result *result)
{
    struct cpr_sums sums = session->sums;
    int64_t span_us = sums.last_release_us - sums.first_start_us;
    if (session->has_window) {
        add_last_pause(session, &sums);
        span_us = judged_end(session) - session->window_start_us;
    }
    result->pauses = sums.pauses;
    result->longest_pause_s = (double)sums.longest_pause_us / 1e6;
    result->total_pause_s = (double)sums.pauses_us / 1e6;
    result->ccf_percent = CPR_NOT_MEASURED;
    if (span_us > 0) {
        double flow = 1 - (double)sums.pauses_us / (double)span_us;
        result->ccf_percent = 100 * (flow > 0 ? flow : 0);
    }
}

static void put_score(const struct cpr_session *session, struct cpr_result *result)
{
    const struct cpr_guideline *guideline = &session->guideline;
    if (result->trust != 0) {
        result->score = CPR_NOT_MEASURED;
        return;
    }
    if (result->count == 0) {
        return;
    }
    double flow = result->ccf_percent / 100 / guideline->ccf_target[session->mode];
    result->score = 100 * session->sums.c / result->count;
    if (flow < 1) {
        result->score *= flow;
    }
    result->pass = score_shown(result->score) >= guideline->pass_score;
}

static void put_verdicts(const struct cpr_session *session, struct cpr_result *result)
{
    const struct cpr_guideline *guideline = &session->guideline;
    result->depth_verdict = result->rate_verdict = result->recoil_verdict =
        CPR_NOT_JUDGED;
    if (result->trust == 0) {
        result->depth_verdict = score_depth(guideline, result->mean_depth_mm);
        result->rate_verdict = score_rate(guideline, result->mean_rate_cpm);
        result->recoil_verdict = score_recoil(result->full_recoil_percent);
    }
}

void cpr_result(const struct cpr_session *session, struct cpr_result *result)
{
    const struct cpr_sums *sums = &session->sums;
    const struct cpr_breaths *breaths = &session->breaths;
    uint32_t count = sums->count;
    *result = (struct cpr_result){
        .origin_us = session->has_window ? session->window_start_us : session->first_us,
        .samples = sums->samples,
        .lost_samples = sums->lost,
        .count = count,
        .mean_depth_mm = share(sums->depth_mm, count),
        .depth_ok_percent = share(100.0 * sums->depth_ok, count),
        .shallow_percent = share(100.0 * sums->shallow, count),
        .deep_percent = share(100.0 * sums->deep, count),
        .mean_rate_cpm = sums->intervals
                             ? 60e6 * sums->intervals / (double)sums->intervals_us
                             : CPR_NOT_MEASURED,
        .rate_ok_percent = share(100.0 * sums->rate_ok, sums->intervals),
        .mean_release_mm = share(sums->release_mm, sums->releases),
        .full_recoil_percent = share(100.0 * sums->full, sums->releases),
        .duty_cycle_percent = share(100 * sums->duty, sums->duties),
        .breaths = breaths->count,
        .breaths_measured = breaths->measured,
        .breaths_ok_percent = share(100.0 * breaths->ok, breaths->count),
        .mean_breath_ml = share(breaths->sum_ml, breaths->count),
        .mean_breath_s = share(breaths->sum_s, breaths->count),
        .hands_measured = sums->hands > 0,
        .hands_ok_percent = hands_share(sums, CPR_HANDS_RIGHT),
        .hands_too_left_percent = hands_share(sums, CPR_HANDS_TOO_LEFT),
        .hands_too_right_percent = hands_share(sums, CPR_HANDS_TOO_RIGHT),
        .hands_too_high_percent = hands_share(sums, CPR_HANDS_TOO_HIGH),
        .hands_too_low_percent = hands_share(sums, CPR_HANDS_TOO_LOW),
        .trust = trust_bits(session),
        .is_slow = trust_is_slow(&session->trust),
    };
    memcpy(result->guideline, session->guideline.name, sizeof result->guideline);
    int64_t end_us = session->has_window ? judged_end(session) : session->sample.t_us;
    result->duration_s = (double)(end_us - result->origin_us) / 1e6;
    put_flow(session, result);
    cycle_result(session, result);
    put_score(session, result);
    put_verdicts(session, result);
}

static bool is_same_range(const struct cpr_range *one, const struct cpr_range *two)
{
    return one->low == two->low && one->high == two->high;
}

/* What pushes, cycles and breaths there are does not depend on which of the two it is. */
static bool sees_the_same(const struct cpr_guideline *one,
                          const struct cpr_guideline *two)
{
    return one->push_least_mm == two->push_least_mm && one->turn_mm == two->turn_mm &&
           one->release_max_mm == two->release_max_mm &&
           one->pause_max_s == two->pause_max_s && one->breath_s == two->breath_s &&
           is_same_range(&one->set_of_30_s, &two->set_of_30_s) &&
           is_same_range(&one->breath_ml, &two->breath_ml);
}

/* Added up again in the order in which they came, so that the sums are the same bits. */
bool cpr_regard(struct cpr_session *session, const struct cpr_guideline *guideline,
                struct cpr_compression *events, uint32_t count)
{
    struct cpr_sums *sums = &session->sums;
    if (!sees_the_same(&session->guideline, guideline) || count != sums->count) {
        return false;
    }
    session->guideline = *guideline;
    *sums = (struct cpr_sums){.samples = sums->samples,
                              .lost = sums->lost,
                              .pauses = sums->pauses,
                              .pauses_us = sums->pauses_us,
                              .longest_pause_us = sums->longest_pause_us};
    for (uint32_t i = 0; i < count; i++) {
        score_compression(guideline, &events[i]);
        metrics_compression(session, &events[i]);
    }
    if (session->detect.is_open) {
        score_compression(guideline, &session->detect.open);
    }
    advice_regard(session);
    return true;
}
