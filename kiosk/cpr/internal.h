/* SPDX-License-Identifier: MIT */
/*
 * internal: what the files of cpr ask of each other; private to this folder.
 *
 *     session.c   takes a sample apart and hands it on
 *     wild.c      leaves wild readings out; how coarse the sensor is
 *     detect.c    samples -> compressions         curve.c    exact times and depths
 *     score.c     a compression's label and c     metrics.c  sums -> the result
 *     breath.c    air volume -> breaths           cycle.c    30 compressions, 2 breaths
 *     advice.c    what to say now                 trust.c    is the sensor to be believed
 *     json.c      the result as text              percentile.c  beginners' scores
 */
#ifndef KIOSK_CPR_INTERNAL_H
#define KIOSK_CPR_INTERNAL_H

#include "cpr/session.h"

enum { INTERNAL_PAUSE_US = 950000 }; /* a pause: what is shown as 1.0 s, and longer */

/* What a sample brought about. */
struct detect_news {
    bool has_turned; /* a push has turned: depth, rate and pause of `open` are known */
    bool has_turned_again;        /* the same push has turned anew, and deeper */
    struct cpr_compression whole; /* that one, where is_complete */
    bool is_complete; /* `open` was, and is a whole compression until the next turn */
};

void wild_start(struct cpr_wild *wild, double turn_mm);

enum { WILD_SPARSE_US = 75000 }; /* three readings in so long are few: 40 a second */

/*
 * wild_add() for most readings: many a second, they neither jump nor leave their line. It
 * stands here and needs no division, for each sample passes through it: so little off the
 * line is no wild reading, whatever rounding does. False when wild_add() must look.
 */
static inline bool wild_pass(struct cpr_wild *wild, const struct cpr_sample *sample)
{
    struct cpr_point *last = wild->last;
    double way_mm = sample->depth_mm - last[2].depth_mm;
    if (!wild->is_fine || wild->count > 0 || wild->known < 3 ||
        sample->t_us - last[0].t_us >= WILD_SPARSE_US || fabs(way_mm) > wild->turn_mm) {
        return false;
    }
    double before_us = (double)(last[2].t_us - last[1].t_us);
    double on_us = (double)(sample->t_us - last[2].t_us);
    double off_mm_us = way_mm * before_us - (last[2].depth_mm - last[1].depth_mm) * on_us;
    if (!(fabs(off_mm_us) <= 0.99 * wild->turn_mm * before_us)) {
        return false;
    }
    last[0] = last[1];
    last[1] = last[2];
    last[2].t_us = wild->newest.t_us = wild->still_since_us = sample->t_us;
    last[2].depth_mm = wild->newest.depth_mm = sample->depth_mm;
    return true;
}

/* A sample with a depth, later than the one before. True when it is to be taken at once:
 * nothing waits; else wild_next() has it when it is decided. */
bool wild_add(struct cpr_session *session, const struct cpr_sample *sample);

/* The next sample that is decided; the depth of one left out is NAN. */
bool wild_next(struct cpr_wild *wild, struct cpr_sample *sample);

/* No more samples: what is still held was true. */
void wild_finish(struct cpr_wild *wild);

void detect_start(struct cpr_detect *detect);
/* True when there is news. */
bool detect_add(struct cpr_session *session, const struct cpr_sample *sample,
                struct detect_news *news);

/* Samples stopped: closes what is open. */
void detect_finish(struct cpr_session *session, struct detect_news *news);

/*
 * A value as people read it: to one decimal. All judging is done on shown values, so that
 * a visitor never sees "50.0 mm, too shallow", and the last bits of a double decide
 * nothing.
 */
double score_shown(double value);

/* D and R: 1 inside `range`, falling in a straight line to 0 at `zero`. */
double score_within(double value, const struct cpr_range *range,
                    const struct cpr_range *zero);

/* Fills d, r, l, h, c and label from what has been measured. */
void score_compression(const struct cpr_guideline *guideline, struct cpr_compression *it);
bool score_is_shallow(const struct cpr_guideline *guideline, double depth_mm);
bool score_is_deep(const struct cpr_guideline *guideline, double depth_mm);

/*
 * What a depth, a rate, a release (NAN: not measured) or a run's share of full recoils
 * is: CPR_OK, the fault, or CPR_NOT_JUDGED. The depth of a light person's profile is not
 * judged.
 */
enum cpr_label score_depth(const struct cpr_guideline *guideline, double depth_mm);
enum cpr_label score_rate(const struct cpr_guideline *guideline, double rate_cpm);
enum cpr_label score_release(const struct cpr_guideline *guideline, double release_mm);
enum cpr_label score_recoil(double full_recoil_percent);

void metrics_sample(struct cpr_session *session, const struct cpr_sample *sample);
void metrics_turned(struct cpr_session *session);
void metrics_compression(struct cpr_session *session, const struct cpr_compression *it);
bool metrics_in_window(const struct cpr_session *session, int64_t t_us);

void breath_add(struct cpr_session *session, const struct cpr_sample *sample);

void cycle_compression(struct cpr_session *session, const struct cpr_compression *it);
uint32_t cycle_peaks(const struct cpr_session *session);
void cycle_result(const struct cpr_session *session, struct cpr_result *result);

void advice_start(struct cpr_advice *advice);
void advice_turned(struct cpr_session *session, const struct cpr_compression *open);
void advice_released(struct cpr_session *session, const struct cpr_compression *done);
void advice_tick(struct cpr_session *session);

/* The guideline has changed: what was coached by the old one alone is over. */
void advice_regard(struct cpr_session *session);

void trust_start(struct cpr_session *session);
void trust_sample(struct cpr_session *session, const struct cpr_sample *sample);
/* A line from the past: nothing is learnt of the chest, but of the clock. */
void trust_late(struct cpr_session *session, const struct cpr_sample *sample);
void trust_compression(struct cpr_session *session, const struct cpr_compression *it);
/* Fewer than 20 samples a second, whatever is lost: count and rhythm alone hold. */
bool trust_is_slow(const struct cpr_trust_state *trust);
uint32_t trust_bits(const struct cpr_session *session);

#endif
