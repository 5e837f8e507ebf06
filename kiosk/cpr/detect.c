/* SPDX-License-Identifier: MIT */
/*
 * Turning points with hysteresis: a push has turned when the chest has come up by the
 * guideline's turning distance (an adult's: 8 mm) from its deepest point, and the next
 * one has begun when it is as far below its shallowest and at least the guideline's
 * least push deep (15 mm). No fixed line has to be crossed, so a push that starts from a
 * leaned chest counts, and a tremble at any depth does not.
 */
#include <math.h>

#include "cpr/curve.h"
#include "cpr/internal.h"

/* The peak lies between samples: a push is taken up so much before the least one, and
 * dropped when its fitted peak turns out to be a touch. */
static const double maybe_mm = 0.5;

/* Sixty per cent of is_brief()'s 159 ms: noise cuts a turn short. */
static const double brief_us = 95e3;

enum {
    RELEASE_US = 1000000, /* after the turn: later the hands have left, or rest */
    STEP_US = 250000,     /* a longer step may hide a push: no interval over it */
    GAP_US = 1000000,     /* a longer one hides the chest: start afresh */
    PUSH_US = 250000,     /* two pushes of one person are so far apart: 240 /min */
};

void detect_start(struct cpr_detect *detect)
{
    curve_start(&detect->curve);
    detect->hands = CPR_HANDS_NOT_MEASURED;
}

/* When the samples after it are there, or at once when `now`. */
static void fit_peak(struct cpr_session *session, bool now)
{
    struct cpr_detect *detect = &session->detect;
    if (curve_is_due(&detect->curve, &detect->peak, 1) ||
        (now && !detect->peak.is_fitted)) {
        curve_fit(&detect->curve, &detect->peak, 1, &session->trust.residual_mm2,
                  &session->trust.residual_freedom);
    }
}

static void fit_low(struct cpr_session *session, bool now)
{
    struct cpr_detect *detect = &session->detect;
    if (curve_is_due(&detect->curve, &detect->low, -1) ||
        (now && !detect->low.is_fitted)) {
        detect->low_residual_mm2 = 0;
        detect->low_freedom = 0;
        curve_fit(&detect->curve, &detect->low, -1, &detect->low_residual_mm2,
                  &detect->low_freedom);
    }
}

/* In a pause a hand may jump on or off the chest: what scatters there is no noise. */
static void count_low_residual(struct cpr_session *session)
{
    if (session->detect.is_open) {
        session->trust.residual_mm2 += session->detect.low_residual_mm2;
        session->trust.residual_freedom += session->detect.low_freedom;
    }
}

/* Slower than this, a chest that comes up has less than 2 mm to go. */
static const double nearly_up_mm_s = 100.0;

/*
 * The way up may have been cut off by a pause in the samples or by their end. Then the
 * release is known only if the chest was back, or nearly.
 */
static bool release_was_seen(const struct cpr_session *session, bool is_cut)
{
    const struct cpr_detect *detect = &session->detect;
    return !is_cut || detect->low.last + 1 < detect->curve.count ||
           score_shown(detect->low.fitted.depth_mm) <=
               session->guideline.release_max_mm ||
           curve_speed_mm_s(&detect->curve) < nearly_up_mm_s;
}

static double duty(const struct cpr_detect *detect)
{
    const struct cpr_compression *open = &detect->open;
    double half_mm = open->depth_mm / 2;
    double from_us = detect->half_rise_us;
    double to_us =
        detect->low.fitted.depth_mm < half_mm
            ? curve_back_us(&detect->curve, &detect->low, open->release_us, half_mm)
            : (double)open->release_us;
    double share = (to_us - from_us) * open->rate_cpm / 60e6;
    if (!(share >= 0)) {
        return CPR_NOT_MEASURED; /* deeper than the ladder: no chest */
    }
    return share < 1 ? share : 1;
}

static int64_t latest(int64_t a_us, int64_t b_us)
{
    return a_us > b_us ? a_us : b_us;
}

/* The open compression has its release: it is whole. */
static void complete(struct cpr_session *session, bool is_cut, struct detect_news *news)
{
    struct cpr_detect *detect = &session->detect;
    if (!detect->is_open) {
        return;
    }
    struct cpr_compression *open = &detect->open;
    fit_low(session, true);
    double low_mm = detect->low.fitted.depth_mm;
    open->release_us = curve_return(&detect->curve, &detect->low, open->depth_mm);
    if (open->release_us > detect->low.fitted.t_us || open->release_us < open->peak_us) {
        open->release_us = latest(detect->low.fitted.t_us, open->peak_us);
    }
    open->release_mm = release_was_seen(session, is_cut) ? low_mm : CPR_NOT_MEASURED;
    open->duty = isnan(open->rate_cpm) || isnan(open->release_mm) ? CPR_NOT_MEASURED
                                                                  : duty(detect);
    score_compression(&session->guideline, open);
    detect->is_open = false;
    detect->has_release = true;
    detect->last_release_us = open->release_us;
    news->is_complete = true;
    news->whole = *open;
}

/* The push has turned: all but its release is known. */
static void turn(struct cpr_session *session, struct detect_news *news)
{
    struct cpr_detect *detect = &session->detect;
    struct cpr_point peak = detect->peak.fitted;
    double low_mm = detect->low.fitted.depth_mm;
    int64_t since_us = detect->has_release ? detect->last_release_us : session->first_us;
    if (peak.t_us < since_us) {
        peak.t_us = detect->peak.raw.t_us; /* spikes so close that their fits crossed */
    }
    int64_t start_us = curve_push_start(&detect->curve, &detect->low, peak.depth_mm,
                                        session->wild.turn_mm);
    start_us = latest(start_us < peak.t_us ? start_us : peak.t_us, since_us);
    detect->pause_us = 0;
    if (detect->has_release && start_us - detect->last_release_us >= INTERNAL_PAUSE_US) {
        detect->pause_us = start_us - detect->last_release_us;
    }
    int64_t interval_us = peak.t_us - detect->last_peak_us;
    detect->is_cut = detect->is_broken || !detect->has_peak;
    bool has_interval = detect->has_peak && !detect->is_broken && detect->pause_us == 0 &&
                        interval_us > 0;
    detect->open = (struct cpr_compression){
        .start_us = start_us,
        .peak_us = peak.t_us,
        .release_us = peak.t_us,
        .depth_mm = peak.depth_mm,
        .release_mm = CPR_NOT_MEASURED,
        .rate_cpm = has_interval ? 60e6 / (double)interval_us : CPR_NOT_MEASURED,
        .duty = CPR_NOT_MEASURED,
        .hands = detect->hands,
    };
    double half_mm = peak.depth_mm / 2;
    detect->half_rise_us =
        low_mm < half_mm ? curve_left_us(&detect->curve, &detect->low, start_us, half_mm)
                         : (double)start_us;
    detect->top_mm = curve_rung_mm(detect->peak.raw.depth_mm) - 1;
    detect->top_us = curve_rise_us(&detect->curve, detect->top_mm);
    detect->approach_us =
        detect->top_us - curve_rise_us(&detect->curve, detect->top_mm - 4);
    score_compression(&session->guideline, &detect->open);
    detect->is_open = true;
    detect->is_broken = false;
    detect->has_peak = true;
    detect->last_peak_us = peak.t_us;
    news->has_turned = true;
}

/* One push had two tops, and the second, less than 250 ms later, is the deeper one: it is
 * the compression, from the same start. */
static void turn_again(struct cpr_session *session, struct detect_news *news)
{
    struct cpr_detect *detect = &session->detect;
    struct cpr_compression *open = &detect->open;
    struct cpr_point peak = detect->peak.fitted;
    if (!isnan(open->rate_cpm)) {
        double interval_us = 60e6 / open->rate_cpm + (double)(peak.t_us - open->peak_us);
        open->rate_cpm = 60e6 / interval_us;
    }
    open->peak_us = open->release_us = peak.t_us;
    open->depth_mm = peak.depth_mm;
    score_compression(&session->guideline, open);
    detect->last_peak_us = peak.t_us;
    curve_restart_fall(&detect->curve, peak.depth_mm);
    news->has_turned_again = true;
}

/*
 * Wild readings that grow look like a push, but for their time. A chest pressed along a
 * cosine `mm` deep 240 times a minute is within `turn` of its deepest point for 159 ms
 * times the root of turn / mm at least; readings before and after lie further apart.
 */
static bool is_brief(const struct cpr_session *session)
{
    const struct cpr_detect *detect = &session->detect;
    double turn_mm = session->wild.turn_mm;
    double way_mm = detect->peak.raw.depth_mm - detect->low.raw.depth_mm;
    int64_t us = curve_below_us(&detect->curve, detect->peak.raw.depth_mm - turn_mm);
    return (double)us < brief_us * sqrt(turn_mm / way_mm);
}

static void note_deepest(struct cpr_detect *detect, const struct cpr_sample *sample)
{
    curve_turn_here(&detect->curve, &detect->peak);
    curve_restart_fall(&detect->curve, sample->depth_mm);
    if (sample->hands != CPR_HANDS_NOT_MEASURED) {
        detect->hands = sample->hands;
    }
}

static void while_pushing(struct cpr_session *session, const struct cpr_sample *sample,
                          struct detect_news *news)
{
    struct cpr_detect *detect = &session->detect;
    double deepest_mm = detect->peak.raw.depth_mm;
    if (sample->depth_mm > deepest_mm) {
        curve_rise(&detect->curve, deepest_mm);
        note_deepest(detect, sample);
        return;
    }
    if (sample->depth_mm >= deepest_mm) {
        curve_turn_again(&detect->curve, &detect->peak);
        return;
    }
    fit_peak(session, false);
    if (sample->depth_mm > deepest_mm - session->wild.turn_mm) {
        return;
    }
    fit_peak(session, true);
    detect->pushing = false;
    if (score_shown(detect->peak.fitted.depth_mm) >= session->guideline.push_least_mm &&
        !is_brief(session)) {
        turn(session, news);
        detect->turned_us = sample->t_us;
        curve_turn_here(&detect->curve, &detect->low);
        detect->is_put_off = false;
    } else if (sample->depth_mm < detect->low.raw.depth_mm) {
        curve_turn_here(&detect->curve, &detect->low);
    }
}

/*
 * Two pushes of one person lie 250 ms apart at least. What comes down sooner after a peak
 * is put off until it is late enough and still at its deepest: then it is the next push.
 */
static bool is_too_soon(struct cpr_session *session, const struct cpr_sample *sample)
{
    struct cpr_detect *detect = &session->detect;
    if (detect->is_swaying) {
        if (sample->depth_mm < detect->sway_mm + session->wild.turn_mm) {
            return true;
        }
        detect->is_swaying = false;
    }
    bool is_early = detect->has_peak && sample->t_us - detect->last_peak_us < PUSH_US;
    bool is_deepest =
        !detect->is_put_off || sample->depth_mm >= detect->put_off.raw.depth_mm;
    if (is_early && is_deepest) {
        curve_turn_here(&detect->curve, &detect->put_off);
        detect->is_put_off = true;
    }
    return is_early || !is_deepest;
}

/* Or it comes up again: it was just late enough, or it was the true top of the last push,
 * or the sway of a hand. */
static void end_put_off(struct cpr_session *session, const struct cpr_sample *sample,
                        struct detect_news *news)
{
    struct cpr_detect *detect = &session->detect;
    if (sample->depth_mm < detect->sway_mm) {
        detect->sway_mm = sample->depth_mm; /* the next push goes down from there */
    }
    if (!detect->is_put_off ||
        sample->depth_mm > detect->put_off.raw.depth_mm - session->wild.turn_mm) {
        return;
    }
    detect->is_put_off = false;
    struct cpr_turn last_top = detect->peak;
    detect->peak = detect->put_off;
    fit_peak(session, true);
    if (detect->peak.fitted.t_us - detect->last_peak_us >= PUSH_US) {
        complete(session, false, news);
        curve_restart_fall(&detect->curve, detect->peak.raw.depth_mm);
        turn(session, news);
    } else if (detect->is_open && detect->peak.raw.depth_mm > last_top.raw.depth_mm) {
        turn_again(session, news);
    } else {
        detect->peak = last_top;
        detect->is_swaying = true;
        detect->sway_mm = sample->depth_mm;
        return;
    }
    detect->turned_us = sample->t_us;
    curve_turn_here(&detect->curve, &detect->low);
}

static void while_released(struct cpr_session *session, const struct cpr_sample *sample,
                           double last_mm, struct detect_news *news)
{
    struct cpr_detect *detect = &session->detect;
    curve_rise(&detect->curve, last_mm);
    if (detect->is_open && sample->t_us - detect->turned_us >= RELEASE_US) {
        complete(session, false, news);
    }
    end_put_off(session, sample, news);
    double shallowest_mm = detect->low.raw.depth_mm;
    if (sample->depth_mm < shallowest_mm) {
        curve_turn_here(&detect->curve, &detect->low);
        detect->is_swaying = false;
        return;
    }
    if (sample->depth_mm <= shallowest_mm) {
        curve_turn_again(&detect->curve, &detect->low);
        return;
    }
    fit_low(session, false);
    if (sample->depth_mm >= session->guideline.push_least_mm - maybe_mm &&
        sample->depth_mm >= shallowest_mm + session->wild.turn_mm &&
        !is_too_soon(session, sample)) {
        fit_low(session, true);
        count_low_residual(session);
        complete(session, false, news);
        detect->pushing = true;
        detect->is_put_off = false;
        detect->push_us = sample->t_us;
        detect->hands = CPR_HANDS_NOT_MEASURED;
        note_deepest(detect, sample);
    }
}

/* What the chest did meanwhile is not known: close what is open, begin anew. */
static void begin(struct cpr_session *session, struct detect_news *news)
{
    struct cpr_detect *detect = &session->detect;
    complete(session, true, news);
    if (detect->curve.count > 0 && (news->is_complete || detect->pushing)) {
        if (detect->pushing || isnan(detect->open.release_mm)) {
            /* The release may have been placed where the next sample would have been. */
            int64_t last_us = session->sample.t_us;
            detect->last_release_us =
                detect->has_release ? latest(last_us, detect->last_release_us) : last_us;
        }
        detect->has_release = true;
    }
    detect->pushing = false;
    detect->is_put_off = false;
    detect->is_swaying = false;
    detect->has_peak = false;
    curve_start(&detect->curve);
}

bool detect_add(struct cpr_session *session, const struct cpr_sample *sample,
                struct detect_news *news)
{
    struct cpr_detect *detect = &session->detect;
    news->has_turned = news->has_turned_again = news->is_complete = false;
    int64_t step_us = session->has_sample ? sample->t_us - session->sample.t_us : GAP_US;
    if (step_us >= GAP_US) {
        begin(session, news);
        curve_add(&detect->curve, sample->t_us, sample->depth_mm);
        curve_turn_here(&detect->curve, &detect->low);
        return news->is_complete;
    }
    detect->is_broken = detect->is_broken || step_us > STEP_US;
    curve_add(&detect->curve, sample->t_us, sample->depth_mm);
    if (detect->pushing) {
        while_pushing(session, sample, news);
    } else {
        while_released(session, sample, session->sample.depth_mm, news);
    }
    return news->has_turned || news->has_turned_again || news->is_complete;
}

void detect_finish(struct cpr_session *session, struct detect_news *news)
{
    complete(session, true, news);
}
