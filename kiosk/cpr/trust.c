/* SPDX-License-Identifier: MIT */
/*
 * Is the sensor to be believed? Each threshold stands where a score would begin to be
 * wrong, well away from what a sound manikin does: noise to 0.5 mm, a reading in whole
 * millimetres, 5 % lost lines, uneven stamps, a hand that rests or shifts, a long idle
 * time in which an exact zero never changes. The tests draw such runs and expect silence.
 */
#include <math.h>
#include <string.h>

#include "cpr/curve.h"
#include "cpr/internal.h"

/* Noise: a release is the lowest of some hundred samples, so 1.2 mm of noise (standard
 * deviation) would already hide a lean of 3 mm. At rest two neighbouring steps then
 * differ by more than 3.5 mm every fourth time. Noise of 0.5 mm does that 5 times in
 * 1000, and a tap of 14 mm never: between steps of 25 ms a chest's speed changes
 * little. */
static const double rest_jump_mm = 3.5;
static const double rest_jump_share = 0.25;

/* The same seen while pressing: scatter about the curves through the turns. The curves
 * take in only samples within 3 mm of the turn, so large noise shows as this little.
 * Noise of 0.5 mm read in whole millimetres never sums up to the excess by chance. */
static const double residual_mm = 0.75;
static const double residual_excess_mm2 = 15.0;

/* Wild readings that were left out. Up to 2 % of them cost no push and 1 mm at most; at 3
 * % one run in eight is miscounted, since two or three in a row are not told from a
 * push. */
static const double wild_share = 0.03;

/* Drift: a hand cannot lift a chest above its rest line by 3 mm for a second. The other
 * way a drift looks like leaning, unless the peaks have sunk by the same 7 mm: somebody
 * who leans more and more presses less deep, not deeper. A hand shifts the chest by 2 to
 * 6 mm. */
static const double below_mm = -3.0;
static const double drift_mm = 7.0;
static const double parallel_mm = 1.5;

/* Where 5 % are lost, each by itself, ten more than a tenth of them never are, neither
 * of all nor of those pressed or at rest: a sensor may be blind in one of the two. */
static const double lost_share = 0.10;
static const double lost_by_chance = 10;

/* Stuck: exactly the same for 3 s where no hand could hold it so: pressed 25 mm deep, or
 * deeper than hands rest and 8 mm short of where it used to come up to, or so far short
 * of it and stopped dead. Hands rest 12 mm deep, and shift by 6. A hand that comes down
 * on the chest has slowed down to 100 mm/s; a push is there only in its last 2 mm. */
static const double held_mm = 25.0;
static const double rested_mm = 18.0;
static const double dead_stop_mm_s = 100.0;
static const double short_of_mm = 8.0;

/* Noise at rest: three values in a row, all different, to and fro. Where a twentieth of
 * the steps are such, noise is half of a step of the sensor, which is then not still for
 * 50 samples by chance. Hands tremble too, but not 15 times a second and more. What reads
 * as little as never before at rest may be the end of the sensor. */
static const double tremble_hz = 15.0;
static const double tremble_share = 0.05;

/* Saturation: a push runs into a wall and stays there, at one and the same depth (0.3 mm)
 * in at least a third of the pushes, while at the top the chest moves as it should. It
 * slows down before it turns, so its last 4 mm one way take as long as the last 4 the
 * other, and it dwells beyond them up to 2.7 times as long. A hand that holds the chest
 * down slows down before; and a wave drawn with corners has them above and below. */
static const double flat_same_mm = 0.3;
static const double flat_dwell = 4.0;
static const double soft_end = 1.4;

/* Jitter: a fifth of the stamps within a tenth of the mean step of each other is what
 * arrival times look like, not a manikin's clock; and fewer than 20 samples a second
 * miss the peak by more than 1.3 mm. */
static const double near_share = 0.20;

enum {
    SHORT_STEP_US = 25000, /* neighbours in time: 40 Hz and faster */
    GAP_US = 250000,       /* pushes may be missing from a longer step */
    STEP_MAX_US = 50000,
    BELOW_US = 1000000,
    STILL_US = 3000000,
    TREMBLING_STILL_US = 1000000,
    STILL_STEPS_MIN = 50,
    STOPPED_US = 100000, /* how it stopped is looked up then, over the 30 ms before */
    STOPPING_US = 30000,
    SLOW_STEPS_MIN = 20,
    STEPS_MIN = 100,   /* before a share of them says anything */
    FREEDOM_MIN = 150, /* some eight pushes: fewer may be a hand that slaps the chest */
    WILD_MIN = 5,
    TREMBLES_MIN = 25,
    EARLY = 8, /* compressions in a mean */
    DRIFT_COUNT_MIN = 24,
    FLAT_MIN = 5,
};

/* Half of a push as they are by now. */
static double half_push_mm(const struct cpr_session *session)
{
    return fmax(session->trust.late_depth_mm, session->guideline.push_least_mm) / 2;
}

void trust_start(struct cpr_session *session)
{
    session->trust =
        (struct cpr_trust_state){.lows_mm = {CPR_NOT_MEASURED, CPR_NOT_MEASURED}};
    session->trust.half_mm = half_push_mm(session);
}

static void watch_clock(struct cpr_trust_state *trust, int64_t step_us)
{
    trust->steps++;
    trust->slow_steps += step_us > STEP_MAX_US;
    if (step_us > GAP_US) {
        trust->gaps_us += step_us;
        return;
    }
    if (step_us > 0) {
        trust->steps_us += step_us;
    }
    if (step_us * 10 * (int64_t)trust->steps < trust->steps_us) {
        trust->near_steps++;
    }
}

static bool trembles(const struct cpr_trust_state *trust)
{
    double steps_a_second = 1e6 * (double)trust->steps / (double)trust->steps_us;
    double rest_steps = trust->rest_steps;
    return !trust->can_be_still && trust->rest_trembles >= TREMBLES_MIN &&
           trust->rest_trembles > tremble_share * rest_steps &&
           trust->rest_trembles * steps_a_second > tremble_hz * rest_steps;
}

/* Not a bit has changed for 3 s. */
static bool is_held(const struct cpr_trust_state *trust, double depth_mm)
{
    double low_mm =
        trust->lows_mm[0] < trust->lows_mm[1] ? trust->lows_mm[0] : trust->lows_mm[1];
    return depth_mm > held_mm || (depth_mm > low_mm + short_of_mm &&
                                  (depth_mm > rested_mm || trust->stopped_dead));
}

static void watch_stillness(struct cpr_session *session, const struct cpr_sample *sample,
                            double step_mm, int64_t step_us)
{
    struct cpr_trust_state *trust = &session->trust;
    if (step_mm != 0 || step_us > GAP_US) {
        trust->still_since_us = sample->t_us;
        trust->still_steps = 0;
        return;
    }
    trust->still_steps++;
    int64_t still_us = sample->t_us - trust->still_since_us;
    if (still_us >= STOPPED_US && still_us - step_us < STOPPED_US) {
        trust->stopped_dead =
            curve_speed_before(&session->detect.curve, trust->still_since_us,
                               STOPPING_US) > dead_stop_mm_s;
    }
    if (still_us >= STILL_US && is_held(trust, sample->depth_mm)) {
        trust->was_stuck = true;
    }
    if (still_us >= TREMBLING_STILL_US && trust->still_steps >= STILL_STEPS_MIN) {
        bool is_least = sample->depth_mm <= trust->rest_least_mm;
        trust->was_stuck = trust->was_stuck || (trembles(trust) && !is_least);
        trust->can_be_still = true;
    }
}

static void watch_rest_line(struct cpr_trust_state *trust,
                            const struct cpr_sample *sample)
{
    if (sample->depth_mm >= below_mm) {
        trust->is_below = false;
    } else if (!trust->is_below) {
        trust->is_below = true;
        trust->below_since_us = sample->t_us;
    } else if (sample->t_us - trust->below_since_us >= BELOW_US) {
        trust->was_below = true;
    }
}

/* No press. */
static void watch_rest(struct cpr_trust_state *trust, double depth_mm, double step_mm)
{
    trust->rest_steps++;
    trust->rest_jumps += fabs(step_mm - trust->last_step_mm) > rest_jump_mm;
    /* Both are looked at: at rest either is true every second time, and a branch on it
     * would cost more. */
    trust->rest_trembles += (step_mm * trust->last_step_mm < 0) &
                            (fabs(step_mm + trust->last_step_mm) > 1e-6);
    if (depth_mm < trust->rest_least_mm) {
        trust->rest_least_mm = depth_mm;
    }
}

/* What is lost between two samples lies where they do. */
static void watch_parts(struct cpr_session *session, const struct cpr_sample *sample)
{
    struct cpr_trust_state *trust = &session->trust;
    double half_mm = trust->half_mm;
    uint32_t lost = sample->lost + trust->pending_lost;
    double last_mm = session->has_sample ? session->sample.depth_mm : sample->depth_mm;
    trust->part_samples[sample->depth_mm > half_mm]++;
    trust->part_lost[(sample->depth_mm + last_mm) / 2 > half_mm] += lost;
    trust->pending_lost = 0;
}

void trust_sample(struct cpr_session *session, const struct cpr_sample *sample)
{
    struct cpr_trust_state *trust = &session->trust;
    trust->lost += sample->lost;
    if (isnan(sample->depth_mm)) {
        trust->lost++;
        trust->pending_lost += 1 + sample->lost;
        return;
    }
    trust->samples++;
    watch_parts(session, sample);
    if (!session->has_sample) {
        trust->still_since_us = sample->t_us;
        trust->rest_least_mm = sample->depth_mm;
        return;
    }
    int64_t step_us = sample->t_us - session->sample.t_us;
    double step_mm = sample->depth_mm - session->sample.depth_mm;
    watch_clock(trust, step_us);
    watch_stillness(session, sample, step_mm, step_us);
    watch_rest_line(trust, sample);
    if (step_us > SHORT_STEP_US) {
        trust->last_step_mm = 0;
        return;
    }
    if (!session->detect.pushing && !session->detect.is_open) {
        watch_rest(trust, sample->depth_mm, step_mm);
    }
    trust->last_step_mm = step_mm;
}

void trust_late(struct cpr_session *session, const struct cpr_sample *sample)
{
    struct cpr_trust_state *trust = &session->trust;
    trust->lost += sample->lost + (isnan(sample->depth_mm) ? 1u : 0u);
    if (!isnan(sample->depth_mm)) {
        trust->samples++;
        trust->steps++;
        trust->near_steps++;
    }
}

/* Cut off by the end of what the sensor can read, or by the chest's own stop. */
static bool is_flattened(const struct cpr_detect *detect,
                         const struct cpr_compression *it)
{
    double low_mm = isnan(it->release_mm) ? 0 : it->release_mm;
    if (it->depth_mm - low_mm < 20) {
        return false;
    }
    const struct cpr_curve *curve = &detect->curve;
    double back_us = curve_fall_us(curve, low_mm + 1);
    double last4_us = back_us - curve_fall_us(curve, low_mm + 5);
    double held_us = curve_fall_us(curve, detect->top_mm) - detect->top_us;
    double rested_us =
        curve_rise_us(curve, low_mm + 1) - back_us; /* until the next push */
    return held_us > flat_dwell * detect->approach_us && rested_us > 0 &&
           rested_us < flat_dwell * last4_us && last4_us > soft_end * detect->approach_us;
}

static void watch_flattening(struct cpr_trust_state *trust, double depth_mm)
{
    if (fabs(depth_mm - trust->flat_mm) <= flat_same_mm) {
        trust->flat_count++;
    } else if (trust->flat_count <= 1 || depth_mm > trust->flat_mm) {
        trust->flat_mm = depth_mm;
        trust->flat_count = 1;
    }
}

void trust_compression(struct cpr_session *session, const struct cpr_compression *it)
{
    struct cpr_trust_state *trust = &session->trust;
    trust->count++;
    if (is_flattened(&session->detect, it)) {
        watch_flattening(trust, it->depth_mm);
    }
    if (isnan(it->release_mm)) {
        return;
    }
    trust->lows_mm[0] = trust->lows_mm[1];
    trust->lows_mm[1] = it->release_mm;
    double weight = trust->count < EARLY ? trust->count : EARLY;
    trust->late_release_mm += (it->release_mm - trust->late_release_mm) / weight;
    trust->late_depth_mm += (it->depth_mm - trust->late_depth_mm) / weight;
    trust->half_mm = half_push_mm(session);
    if (trust->count <= EARLY) {
        trust->first_release_mm = trust->late_release_mm;
        trust->first_depth_mm = trust->late_depth_mm;
    }
}

static bool is_noisy_at_rest(const struct cpr_session *session)
{
    const struct cpr_trust_state *trust = &session->trust;
    bool at_rest = trust->rest_steps >= STEPS_MIN &&
                   trust->rest_jumps > rest_jump_share * trust->rest_steps;
    bool spiked = session->wild.dropped >= WILD_MIN &&
                  (double)session->wild.dropped > wild_share * (double)trust->samples;
    return at_rest || spiked;
}

static bool is_noisy_when_pressed(const struct cpr_trust_state *trust)
{
    return trust->residual_mm2 >
           residual_mm * residual_mm * trust->residual_freedom + residual_excess_mm2;
}

static bool is_noisy(const struct cpr_session *session)
{
    return is_noisy_at_rest(session) || is_noisy_when_pressed(&session->trust);
}

static bool has_drifted(const struct cpr_trust_state *trust)
{
    double release_mm = trust->late_release_mm - trust->first_release_mm;
    double depth_mm = trust->late_depth_mm - trust->first_depth_mm;
    bool parallel = trust->count >= DRIFT_COUNT_MIN && fabs(release_mm) > drift_mm &&
                    fabs(release_mm - depth_mm) <= parallel_mm;
    bool above = trust->count >= EARLY && trust->late_release_mm < below_mm;
    return trust->was_below || above || parallel;
}

static bool has_lost(const struct cpr_trust_state *trust)
{
    double all = (double)(trust->samples + trust->lost);
    double all_us = (double)(trust->steps_us + trust->gaps_us);
    for (int part = 0; part < 2; part++) {
        double seen = (double)(trust->part_samples[part] + trust->part_lost[part]);
        if ((double)trust->part_lost[part] > lost_share * seen + lost_by_chance) {
            return true;
        }
    }
    return (double)trust->lost > lost_share * all + lost_by_chance ||
           (double)trust->gaps_us > lost_share * all_us;
}

/* The middle step tells: a cable that was out does not make a manikin slow. */
bool trust_is_slow(const struct cpr_trust_state *trust)
{
    return trust->steps >= SLOW_STEPS_MIN && trust->slow_steps * 2 > trust->steps;
}

static bool has_jitter(const struct cpr_trust_state *trust)
{
    if (trust_is_slow(trust)) {
        return true;
    }
    if (trust->steps < STEPS_MIN) {
        return false;
    }
    return (double)trust->near_steps > near_share * (double)trust->steps ||
           trust->steps_us > STEP_MAX_US * (int64_t)trust->steps;
}

uint32_t trust_bits(const struct cpr_session *session)
{
    const struct cpr_trust_state *trust = &session->trust;
    bool is_flat = trust->flat_count >= FLAT_MIN && trust->flat_count * 3 >= trust->count;
    return trust->told | (is_noisy(session) ? CPR_TRUST_NOISE : 0u) |
           (has_drifted(trust) ? CPR_TRUST_DRIFT : 0u) |
           (has_lost(trust) ? CPR_TRUST_LOST : 0u) |
           (trust->was_stuck ? CPR_TRUST_STUCK : 0u) |
           (is_flat ? CPR_TRUST_SATURATED : 0u) |
           (has_jitter(trust) ? CPR_TRUST_JITTER : 0u);
}

static const char *const names[CPR_TRUST_REASONS] = {
#define REASON(bit, name) #name,
#include "cpr/reasons.def"
};

const char *cpr_trust_name(int place)
{
    return names[place];
}

uint32_t cpr_trust_of(const char *name)
{
    for (int i = 0; i < CPR_TRUST_REASONS; i++) {
        if (strcmp(names[i], name) == 0) {
            return 1u << i;
        }
    }
    return 0;
}

uint32_t cpr_trust_now(const struct cpr_session *session)
{
    uint32_t bits = trust_bits(session);
    bool is_knock = session->trust.residual_freedom < FREEDOM_MIN;
    return is_knock && !is_noisy_at_rest(session) ? bits & ~(uint32_t)CPR_TRUST_NOISE
                                                  : bits;
}
