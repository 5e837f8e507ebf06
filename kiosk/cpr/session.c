/* SPDX-License-Identifier: MIT */
#include "cpr/session.h"

#include <math.h>
#include <string.h>

#include "cpr/internal.h"

/* No chest moves that far: a broken number. */
static const double depth_max_mm = 1000.0;

enum { SILENCE_US = 2000000 }; /* the live rate is gone */

void cpr_start(struct cpr_session *session, const struct cpr_guideline *guideline,
               enum cpr_mode mode)
{
    memset(session, 0, sizeof *session);
    session->guideline = *guideline;
    session->mode = mode;
    session->last_peak_mm = CPR_NOT_MEASURED;
    session->last_release_mm = CPR_NOT_MEASURED;
    wild_start(&session->wild, guideline->turn_mm);
    detect_start(&session->detect);
    advice_start(&session->advice);
    trust_start(session);
}

void cpr_window(struct cpr_session *session, int64_t start_us, int64_t end_us)
{
    session->has_window = true;
    session->window_start_us = start_us;
    session->window_end_us = end_us;
    session->sums = (struct cpr_sums){0};
    session->breaths.count = session->breaths.ok = 0;
    session->breaths.sum_ml = session->breaths.sum_s = 0;
    session->cycles = (struct cpr_cycles){0};
}

void cpr_pressed_part(struct cpr_session *session)
{
    session->pressed_part = true;
}

void cpr_doubt(struct cpr_session *session, uint32_t reasons)
{
    session->trust.told |= reasons;
}

void cpr_coach_rhythm(struct cpr_session *session)
{
    session->advice.rhythm_only = true;
}

static void show_peak(struct cpr_session *session, const struct cpr_compression *open)
{
    if (session->peaks > 0 && open->peak_us - session->last_peak_us > SILENCE_US) {
        session->rate_count = 0;
    }
    session->peaks++;
    session->last_peak_us = open->peak_us;
    session->last_peak_mm = open->depth_mm;
    if (!isnan(open->rate_cpm)) {
        session->rates[session->rate_count % CPR_RATES] = open->rate_cpm;
        session->rate_count++;
    }
}

/* The newest push was deeper than shown. */
static void show_peak_again(struct cpr_session *session,
                            const struct cpr_compression *open)
{
    session->last_peak_us = open->peak_us;
    session->last_peak_mm = open->depth_mm;
    if (!isnan(open->rate_cpm) && session->rate_count > 0) {
        session->rates[(session->rate_count - 1) % CPR_RATES] = open->rate_cpm;
    }
}

/* What the sample brought about, handed round. True when `*done` is judged. */
static bool tell(struct cpr_session *session, const struct detect_news *news,
                 struct cpr_compression *done)
{
    const struct cpr_compression *open = &session->detect.open;
    const struct cpr_compression *whole = &news->whole;
    bool is_judged = false;
    if (news->is_complete) {
        session->last_release_mm = whole->release_mm;
        trust_compression(session, whole);
        advice_released(session, whole);
        is_judged = metrics_in_window(session, whole->peak_us);
    }
    if (is_judged) {
        metrics_compression(session, whole);
        cycle_compression(session, whole);
        *done = *whole;
    }
    if (news->has_turned) {
        metrics_turned(session);
        show_peak(session, open);
        advice_turned(session, open);
    }
    if (news->has_turned_again) {
        show_peak_again(session, open);
    }
    return is_judged;
}

/* A sample that is believed, or one without a depth. True when `*done` is judged. */
static bool take(struct cpr_session *session, const struct cpr_sample *sample,
                 struct cpr_compression *done)
{
    trust_sample(session, sample);
    metrics_sample(session, sample);
    if (!isnan(sample->volume_ml)) {
        breath_add(session, sample);
    }
    if (isnan(sample->depth_mm)) {
        return false;
    }
    if (!session->has_sample) {
        session->first_us = sample->t_us;
    }
    struct detect_news news;
    bool has_news = detect_add(session, sample, &news);
    session->has_sample = true;
    session->sample.t_us = sample->t_us;
    session->sample.depth_mm = sample->depth_mm;
    bool is_judged = has_news && tell(session, &news, done);
    advice_tick(session);
    return is_judged;
}

/* What is decided, up to the next compression: what is behind it waits for its turn. */
static bool take_ready(struct cpr_session *session, struct cpr_compression *done)
{
    struct cpr_sample sample;
    while (wild_next(&session->wild, &sample)) {
        if (take(session, &sample, done)) {
            return true;
        }
    }
    return false;
}

static bool is_sound(const struct cpr_sample *sample)
{
    return fabs(sample->depth_mm) <= depth_max_mm &&
           sample->hands >= CPR_HANDS_NOT_MEASURED && sample->hands < CPR_HANDS_COUNT;
}

static void mend(struct cpr_sample *sample)
{
    if (!(fabs(sample->depth_mm) <= depth_max_mm)) {
        sample->depth_mm = CPR_NOT_MEASURED;
    }
    if (sample->hands < CPR_HANDS_NOT_MEASURED || sample->hands >= CPR_HANDS_COUNT) {
        sample->hands = CPR_HANDS_NOT_MEASURED;
    }
}

bool cpr_add(struct cpr_session *session, const struct cpr_sample *given,
             struct cpr_compression *done)
{
    const struct cpr_wild *wild = &session->wild;
    const struct cpr_sample *sample = given;
    struct cpr_sample mended;
    if (!is_sound(sample)) {
        mended = *given;
        mend(&mended);
        sample = &mended;
    }
    if (wild->has_newest && sample->t_us <= wild->newest.t_us) {
        if (sample->t_us == wild->newest.t_us &&
            sample->depth_mm == wild->newest.depth_mm) {
            return false; /* the same line twice */
        }
        trust_late(session, sample);
    } else if (isnan(sample->depth_mm)) {
        take(session, sample, done);
    } else if (wild_pass(&session->wild, sample) || wild_add(session, sample)) {
        return take(session, sample, done);
    }
    return take_ready(session, done);
}

bool cpr_finish(struct cpr_session *session, struct cpr_compression *done)
{
    session->is_finished = true;
    wild_finish(&session->wild);
    if (take_ready(session, done)) {
        return true;
    }
    struct detect_news news = {0};
    detect_finish(session, &news);
    return tell(session, &news, done);
}

static double median_rate(const struct cpr_session *session)
{
    uint32_t count = session->rate_count < CPR_RATES ? session->rate_count : CPR_RATES;
    double sorted[CPR_RATES];
    for (uint32_t i = 0; i < count; i++) {
        uint32_t at = i;
        for (; at > 0 && sorted[at - 1] > session->rates[i]; at--) {
            sorted[at] = sorted[at - 1];
        }
        sorted[at] = session->rates[i];
    }
    return count >= 2 ? (sorted[(count - 1) / 2] + sorted[count / 2]) / 2
                      : CPR_NOT_MEASURED;
}

void cpr_live(const struct cpr_session *session, struct cpr_live *live)
{
    const struct cpr_detect *detect = &session->detect;
    int64_t now_us = session->sample.t_us;
    bool is_silent = session->peaks == 0 || now_us - session->last_peak_us > SILENCE_US;
    *live = (struct cpr_live){
        .now_mm = session->sample.depth_mm,
        .peaks = session->peaks,
        .cycle_peaks = cycle_peaks(session),
        .last_peak_us = session->last_peak_us,
        .last_peak_mm = session->last_peak_mm,
        .last_release_mm = session->last_release_mm,
        .rate_cpm = is_silent ? CPR_NOT_MEASURED : median_rate(session),
        .trend_mm = session->advice.trend_mm,
        .prompt = session->advice.prompt,
        .spoken = session->advice.spoken,
        .streak = session->advice.streak,
        .invited = session->advice.invited,
    };
    if (!detect->pushing && !detect->is_open && session->has_sample) {
        int64_t since_us =
            detect->has_release ? detect->last_release_us : session->first_us;
        int64_t pause_us = now_us - since_us;
        live->pause_s = pause_us >= INTERNAL_PAUSE_US ? (double)pause_us / 1e6 : 0;
    }
}
