/* SPDX-License-Identifier: MIT */
/*
 * One thing at a time: the first fault in the order of enum cpr_prompt that showed in
 * three of the last four compressions. It goes when the last two were free of it, and is
 * praised when it was the last. Five good compressions in a row are praised as well, and
 * while they go on it is said every 10 s: who does well hears so, and not faults alone.
 * The voice waits 5 s between two prompts, but tells a stop at once; a lasting one it
 * says again, twice at most.
 */
#include <math.h>
#include <string.h>

#include "cpr/internal.h"

enum {
    STOP_US = 3000000,          /* no press: say so */
    VOICE_GAP_US = 5000000,     /* between two spoken prompts */
    VOICE_REPEAT_US = 10000000, /* of a fault that stays */
    VOICE_REPEATS = 2,
    PRAISE_US = 3000000,      /* how long praise stands */
    PRAISE_STREAK = 5,        /* good compressions in a row are worth some, */
    PRAISE_GAP_US = 10000000, /* ... and so on while they last */
    INVITE_US = CPR_INVITE_S * 1000000,
    INVITE_GAP_US = CPR_INVITE_GAP_S * 1000000,
    SET_BEGUN = 15,        /* 30:2: half of a set; who rests before that has stopped */
    SWAP_US = 6000000,     /* how long "swap now" stands */
    BUCKET_US = 4000000,   /* of the depth trend */
    TREND_BUCKETS_MIN = 6, /* with breaths between, not every bucket is filled */
    TREND_PUSHES_MIN = 3,  /* ... by so many: one odd push is not a mean */
    SCATTER_PUSHES = 64,   /* of which the scatter is a running mean */
    SLOPES_MAX = CPR_TREND_BUCKETS * (CPR_TREND_BUCKETS - 1) / 2,
};

static const double tired_mm = 5.0; /* fallen by more than this in 40 s */

/* ... and by so many standard errors of the trend: it is looked at every 4 s, and pushes
 * that differ by 6 mm either way would fall by 5 by chance in one run of 80. */
static const double sure_errors = 3.5;

enum fault { DEEPER, LESS_DEEP, FASTER, SLOWER, RELEASE };

_Static_assert((int)RELEASE + 1 == (int)CPR_FAULTS, "one history a fault");
_Static_assert(CPR_PROMPT_DEEPER + RELEASE == CPR_PROMPT_RELEASE,
               "faults in prompt order");

static void forget_tiredness(struct cpr_advice *advice)
{
    memset(advice->bucket_count, 0, sizeof advice->bucket_count);
    memset(advice->bucket_mm, 0, sizeof advice->bucket_mm);
    advice->scatter_count = 0;
    advice->scatter_mm2 = 0;
    advice->trend_mm = CPR_NOT_MEASURED;
    advice->was_tired = false;
    advice->pressing_since_us = 0;
    advice->is_pressing = false;
}

void advice_start(struct cpr_advice *advice)
{
    memset(advice, 0, sizeof *advice);
    forget_tiredness(advice);
}

static const unsigned depth_faults = 1u << DEEPER | 1u << LESS_DEEP;

/* Depth is a way to go, and no fault. */
static bool is_depth_open(const struct cpr_session *session)
{
    return session->advice.invites_depth && !session->guideline.depth_scored;
}

/* A bit a fault that is to be told at once. */
static unsigned faults_of(const struct cpr_session *session)
{
    unsigned active = session->advice.active;
    return is_depth_open(session) ? active & ~depth_faults : active;
}

static void note(struct cpr_session *session, enum fault fault, bool shown)
{
    struct cpr_advice *advice = &session->advice;
    unsigned last_four = ((unsigned)advice->history[fault] << 1 | shown) & 15u;
    unsigned count =
        (last_four & 1) + (last_four >> 1 & 1) + (last_four >> 2 & 1) + (last_four >> 3);
    advice->history[fault] = (uint8_t)last_four;
    unsigned bit = 1u << fault;
    if (count >= 3) {
        advice->active |= bit;
        return;
    }
    if ((advice->active & bit) == 0 || (last_four & 3) != 0) {
        return;
    }
    advice->active &= ~bit;
    if (faults_of(session) == 0) {
        advice->praise_until_us = session->sample.t_us + PRAISE_US;
    }
}

static bool is_filled(const struct cpr_advice *advice, int bucket)
{
    return advice->bucket_count[bucket] >= TREND_PUSHES_MIN;
}

/* What the depth changes by in 40 s: the median of the slopes between every two buckets
 * (Theil-Sen), which a few odd pushes, or a bucket without any, do not bend. NAN while
 * there is too little to tell. */
static double trend_mm(const struct cpr_advice *advice)
{
    double slopes[SLOPES_MAX];
    int count = 0, filled = 0;
    for (int j = 0; j < CPR_TREND_BUCKETS; j++) {
        filled += is_filled(advice, j);
        for (int i = 0; i < j && is_filled(advice, j); i++) {
            if (!is_filled(advice, i)) {
                continue;
            }
            double slope = (advice->bucket_mm[j] - advice->bucket_mm[i]) / (j - i);
            int at = count++;
            for (; at > 0 && slopes[at - 1] > slope; at--) {
                slopes[at] = slopes[at - 1];
            }
            slopes[at] = slope;
        }
    }
    if (!is_filled(advice, 0) || filled < TREND_BUCKETS_MIN) {
        return CPR_NOT_MEASURED;
    }
    return (slopes[(count - 1) / 2] + slopes[count / 2]) / 2 * CPR_TREND_BUCKETS;
}

/*
 * Standard error of the trend: what the scatter of the pushes makes of it, or that of the
 * buckets about their line, if that is more: neighbouring pushes are alike, and their
 * means differ by more than their own scatter tells.
 */
static double trend_error_mm(const struct cpr_advice *advice)
{
    double n = 0, x = 0, y = 0;
    for (int i = 0; i < CPR_TREND_BUCKETS; i++) {
        if (is_filled(advice, i)) {
            n++;
            x += i;
            y += advice->bucket_mm[i];
        }
    }
    double xx = 0, xy = 0, yy = 0, xx_a_push = 0;
    for (int i = 0; i < CPR_TREND_BUCKETS; i++) {
        if (is_filled(advice, i)) {
            double dx = i - x / n;
            double dy = advice->bucket_mm[i] - y / n;
            xx += dx * dx;
            xy += dx * dy;
            yy += dy * dy;
            xx_a_push += dx * dx / advice->bucket_count[i];
        }
    }
    double of_pushes = advice->scatter_mm2 * xx_a_push / xx;
    double of_buckets = (yy - xy * xy / xx) / (n - 2);
    double larger = of_pushes > of_buckets ? of_pushes : of_buckets;
    return CPR_TREND_BUCKETS * sqrt((larger > 0 ? larger : 0) / xx);
}

/*
 * Tired: much shallower than 40 s ago, and not because it had been too deep then. Said
 * when it shows twice, 4 s apart.
 */
static bool is_tired(struct cpr_session *session)
{
    struct cpr_advice *advice = &session->advice;
    if (advice->rhythm_only) { /* the swap is due by the clock alone */
        return false;
    }
    advice->trend_mm = trend_mm(advice);
    if (isnan(advice->trend_mm)) {
        return false;
    }
    bool was_tired = advice->was_tired;
    advice->was_tired = -advice->trend_mm > tired_mm &&
                        -advice->trend_mm > sure_errors * trend_error_mm(advice) &&
                        advice->bucket_mm[0] <= session->guideline.depth_mm.high;
    return was_tired && advice->was_tired;
}

/* Closes buckets whose time is over; a swap is due at the latest after swap_s. */
static void watch_tiredness(struct cpr_session *session, int64_t now_us)
{
    struct cpr_advice *advice = &session->advice;

    enum { LAST = CPR_TREND_BUCKETS - 1 };

    bool is_due =
        (double)(now_us - advice->pressing_since_us) >= session->guideline.swap_s * 1e6;
    while (!is_due && now_us >= advice->bucket_end_us) {
        is_due = is_tired(session);
        memmove(advice->bucket_mm, advice->bucket_mm + 1,
                LAST * sizeof advice->bucket_mm[0]);
        memmove(advice->bucket_count, advice->bucket_count + 1,
                LAST * sizeof advice->bucket_count[0]);
        advice->bucket_mm[LAST] = 0;
        advice->bucket_count[LAST] = 0;
        advice->bucket_end_us += BUCKET_US;
    }
    if (is_due) {
        forget_tiredness(advice);
        advice->swap_until_us = now_us + SWAP_US;
    }
}

static void note_depth(struct cpr_session *session, const struct cpr_compression *open)
{
    struct cpr_advice *advice = &session->advice;

    enum { LAST = CPR_TREND_BUCKETS - 1 };

    if (!advice->is_pressing) {
        advice->is_pressing = true;
        advice->pressing_since_us = open->peak_us;
        advice->bucket_end_us = open->peak_us + BUCKET_US;
    }
    uint16_t count = ++advice->bucket_count[LAST];
    double off_mm = open->depth_mm - advice->bucket_mm[LAST];
    advice->bucket_mm[LAST] += off_mm / count;
    if (count > 1) {
        advice->scatter_count += advice->scatter_count < (uint32_t)SCATTER_PUSHES;
        advice->scatter_mm2 +=
            (off_mm * off_mm * (count - 1) / count - advice->scatter_mm2) /
            advice->scatter_count;
    }
}

void advice_turned(struct cpr_session *session, const struct cpr_compression *open)
{
    const struct cpr_guideline *guideline = &session->guideline;
    bool coaches_depth = !session->advice.rhythm_only;
    bool is_told = guideline->depth_scored || is_depth_open(session);
    if (is_told && coaches_depth) {
        note(session, DEEPER, score_is_shallow(guideline, open->depth_mm));
        note(session, LESS_DEEP, score_is_deep(guideline, open->depth_mm));
    }
    if (!isnan(open->rate_cpm)) {
        double rate = score_shown(open->rate_cpm);
        note(session, FASTER, rate < guideline->rate_cpm.low);
        note(session, SLOWER, rate > guideline->rate_cpm.high);
    }
    note_depth(session, open);
}

/* Where the rhythm alone is coached, nobody knows what else was good. */
static bool is_good(const struct cpr_session *session, const struct cpr_compression *done)
{
    if (session->advice.rhythm_only) {
        return score_rate(&session->guideline, done->rate_cpm) <= CPR_OK;
    }
    return done->label == CPR_OK;
}

/* Told with a compression that is complete, so never while the hands rest. */
static void count_streak(struct cpr_session *session, const struct cpr_compression *done)
{
    struct cpr_advice *advice = &session->advice;
    int64_t now_us = session->sample.t_us;
    if (!is_good(session, done)) {
        advice->streak = 0;
        return;
    }
    advice->streak++;
    bool is_due = !advice->is_praised || now_us - advice->praised_us >= PRAISE_GAP_US;
    if (advice->streak >= PRAISE_STREAK && is_due) {
        advice->is_praised = true;
        advice->praised_us = now_us;
        advice->praise_until_us = now_us + PRAISE_US;
    }
}

void advice_released(struct cpr_session *session, const struct cpr_compression *done)
{
    count_streak(session, done);
    if (!isnan(done->release_mm) && !session->advice.rhythm_only) {
        note(session, RELEASE,
             score_shown(done->release_mm) > session->guideline.release_max_mm);
    }
}

/* How long since the last press. */
static int64_t idle_us(const struct cpr_session *session)
{
    const struct cpr_detect *detect = &session->detect;
    if (detect->pushing || detect->is_open) {
        return 0;
    }
    int64_t since_us = session->first_us;
    if (session->has_window && session->window_start_us > since_us) {
        since_us = session->window_start_us;
    }
    if (detect->has_release && detect->last_release_us > since_us) {
        since_us = detect->last_release_us;
    }
    return session->sample.t_us - since_us;
}

/* In 30:2 the chest is left alone for two breaths, but not after a few pushes. */
static bool must_start(const struct cpr_session *session, int64_t idle_for_us)
{
    if (idle_for_us < STOP_US) {
        return false;
    }
    bool breathes = session->mode == CPR_30_2 && cycle_peaks(session) >= SET_BEGUN;
    return !breathes || (double)idle_for_us >= session->guideline.pause_max_s * 1e6;
}

/* The first one in the order of the prompts. */
static enum cpr_prompt first_of(unsigned faults)
{
    int fault = 0;
    while ((faults >> fault & 1) == 0) {
        fault++;
    }
    return (enum cpr_prompt)((int)CPR_PROMPT_DEEPER + fault);
}

/* Whether depth, which is not yet as it should be, is a word worth now. */
static bool invites_now(struct cpr_session *session)
{
    struct cpr_advice *advice = &session->advice;
    int64_t now_us = session->sample.t_us;
    int64_t since_us = now_us - advice->invited_us;
    bool is_off = is_depth_open(session) && (advice->active & depth_faults) != 0;
    if (!is_off || advice->streak < PRAISE_STREAK) { /* all else is well, and praised */
        return false;
    }
    if (advice->invited == 0 || since_us >= INVITE_GAP_US) {
        advice->invited++;
        advice->invited_us = now_us;
        return true;
    }
    return since_us < INVITE_US;
}

static enum cpr_prompt choose(struct cpr_session *session, int64_t idle_for_us)
{
    struct cpr_advice *advice = &session->advice;
    if (must_start(session, idle_for_us)) {
        memset(advice->history, 0, sizeof advice->history);
        advice->active = 0;
        advice->streak = 0;
        advice->is_praised = false;
        advice->praise_until_us = 0;
        return CPR_PROMPT_START;
    }
    if (session->sample.t_us < advice->swap_until_us) {
        return CPR_PROMPT_SWAP;
    }
    unsigned faults = faults_of(session);
    if (faults != 0) {
        return first_of(faults);
    }
    if (session->sample.t_us < advice->praise_until_us) {
        return CPR_PROMPT_GOOD;
    }
    return invites_now(session) ? first_of(advice->active & depth_faults)
                                : CPR_PROMPT_NONE;
}

static void speak(struct cpr_advice *advice, enum cpr_prompt prompt, int64_t now_us)
{
    int64_t quiet_us = now_us - advice->spoken_us;
    if (prompt != advice->prompt) {
        advice->prompt = prompt;
        advice->wants_voice = prompt != CPR_PROMPT_NONE;
        advice->repeats = 0;
    } else if (!advice->wants_voice && prompt != CPR_PROMPT_NONE &&
               advice->repeats < VOICE_REPEATS && quiet_us >= VOICE_REPEAT_US) {
        advice->wants_voice = true;
        advice->repeats++;
    }
    bool may_speak = advice->spoken == 0 || quiet_us >= VOICE_GAP_US ||
                     (prompt == CPR_PROMPT_START && advice->repeats == 0);
    if (advice->wants_voice && may_speak) {
        advice->wants_voice = false;
        advice->spoken_us = now_us;
        advice->spoken++;
    }
}

void advice_tick(struct cpr_session *session)
{
    struct cpr_advice *advice = &session->advice;
    int64_t idle_for_us = idle_us(session);
    if (idle_for_us > 0 && (double)idle_for_us >= session->guideline.pause_max_s * 1e6) {
        forget_tiredness(advice); /* rested, or another rescuer */
    }
    if (advice->is_pressing) {
        watch_tiredness(session, session->sample.t_us);
    }
    speak(advice, choose(session, idle_for_us), session->sample.t_us);
}

void cpr_invite_depth(struct cpr_session *session, bool invites)
{
    session->advice.invites_depth = invites;
    advice_regard(session);
}

void cpr_swapped(struct cpr_session *session)
{
    forget_tiredness(&session->advice);
    session->advice.swap_until_us = 0;
}

void advice_regard(struct cpr_session *session)
{
    struct cpr_advice *advice = &session->advice;
    if (session->guideline.depth_scored || is_depth_open(session)) {
        return;
    }
    for (int fault = DEEPER; fault <= LESS_DEEP; fault++) {
        advice->history[fault] = 0;
        advice->active &= ~(1u << fault);
        if ((int)advice->prompt == (int)CPR_PROMPT_DEEPER + fault) {
            advice->prompt = CPR_PROMPT_NONE;
        }
    }
}
