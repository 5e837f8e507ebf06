/* SPDX-License-Identifier: MIT */
#include "support/rescuer.h"

#include <assert.h>
#include <math.h>

static const double pi = 3.14159265358979323846;

/* The two limits of a compression. */
static const double attempt_mm = 15;
static const double return_mm = 8;
static const double apart_least_s = 0.25;

/* Rates outside are not a rhythm (two peaks of one push): not compared. */
static const double rate_least_cpm = 40;
static const double rate_most_cpm = 200;

const char *rescuer_name(enum rescuer_kind kind)
{
    static const char *const names[RESCUER_KINDS] = {
        "clean",        "noise + loss",  "leaning",           "half pushes",
        "double peaks", "drift + shift", "all of it at once",
    };
    return names[kind];
}

static bool chance(struct rng *rng, double share)
{
    return rng_between(rng, 0, 1) < share;
}

/* Twelve uniform numbers make a normal one: the same on every machine, and never wild. */
static double random_normal(struct rng *rng)
{
    double sum = -6;
    for (int i = 0; i < 12; i++) {
        sum += rng_between(rng, 0, 1);
    }
    return sum;
}

static double most(double a, double b)
{
    return a > b ? a : b;
}

static double least(double a, double b)
{
    return a < b ? a : b;
}

static struct rescuer_knot *last_knot(struct rescuer *rescuer)
{
    return &rescuer->knots[rescuer->knot_count - 1];
}

static void go(struct rescuer *rescuer, double for_s, double depth_mm)
{
    assert(rescuer->knot_count < RESCUER_KNOTS);
    double t_s = rescuer->knot_count > 0 ? last_knot(rescuer)->t_s : 0;
    rescuer->knots[rescuer->knot_count++] =
        (struct rescuer_knot){t_s + for_s, depth_mm, rescuer->sharp, rescuer->skew};
}

/* The knot just put is a compression. `follows`: directly on the one before. */
static void count_it(struct rescuer *rescuer, double period_s, bool follows)
{
    assert(rescuer->truth_count < RESCUER_PUSHES);
    struct rescuer_truth *truth = &rescuer->truths[rescuer->truth_count];
    *truth = (struct rescuer_truth){.t_s = last_knot(rescuer)->t_s,
                                    .depth_mm = last_knot(rescuer)->depth_mm,
                                    .rate_cpm = CPR_NOT_MEASURED,
                                    .within_s = period_s / 2};
    if (rescuer->truth_count > 0) {
        double gap_s = truth->t_s - truth[-1].t_s;
        double rate_cpm = 60 / gap_s;
        if (follows && rate_cpm >= rate_least_cpm && rate_cpm <= rate_most_cpm) {
            truth->rate_cpm = rate_cpm;
        }
        truth->within_s = least(truth->within_s, gap_s / 2);
        truth[-1].within_s = least(truth[-1].within_s, gap_s / 2);
    }
    rescuer->truth_count++;
}

static double random_lean(const struct rescuer *rescuer, struct rng *rng)
{
    return rescuer->lean_mm + rescuer->shift_mm +
           rng_between(rng, 0, rescuer->lean_spread_mm);
}

/* A peak that counts, whatever lies on its two sides. */
static double random_peak(const struct rescuer *rescuer, struct rng *rng, double next_mm)
{
    double low_mm =
        rescuer->knots[rescuer->knot_count - 1].depth_mm + return_mm + rescuer->guard_mm;
    double peak_mm = rescuer->depth_mm + rescuer->shift_mm + rng_between(rng, -4, 4);
    peak_mm = most(peak_mm, attempt_mm + rescuer->guard_mm);
    return most(most(peak_mm, low_mm), next_mm + return_mm + rescuer->guard_mm);
}

/* What a push is to be, and of what length. */
struct push {
    double period_s, next_mm; /* where it comes up to */
    bool follows;
};

static bool press(struct rescuer *rescuer, const struct push *push, double peak_mm)
{
    go(rescuer, push->period_s / 2, peak_mm);
    count_it(rescuer, push->period_s, push->follows);
    go(rescuer, push->period_s / 2, push->next_mm);
    return true;
}

/* These return whether the push counts, and the next one follows on it. */

static bool press_well(struct rescuer *rescuer, struct rng *rng, const struct push *push)
{
    return press(rescuer, push, random_peak(rescuer, rng, push->next_mm));
}

/* No compression: below 15 mm deep, or from a chest held down, below 8 mm more. */
static bool touch(struct rescuer *rescuer, struct rng *rng, const struct push *push)
{
    double low_mm = last_knot(rescuer)->depth_mm;
    /* The chest may have been up by the spread just before. */
    double most_mm = return_mm - rescuer->guard_mm - rescuer->lean_spread_mm;
    double peak_mm = low_mm + rng_between(rng, 1.5, most_mm);
    double shallow_mm = attempt_mm - rescuer->guard_mm;
    if (low_mm + 2 < shallow_mm && chance(rng, 0.5)) {
        peak_mm = rng_between(rng, low_mm + 2, shallow_mm);
    }
    go(rescuer, push->period_s / 2, peak_mm);
    go(rescuer, push->period_s / 2, least(push->next_mm, peak_mm - 1));
    return false;
}

static bool press_half(struct rescuer *rescuer, struct rng *rng, const struct push *push)
{
    double low_mm = most(last_knot(rescuer)->depth_mm, push->next_mm);
    double least_mm = most(attempt_mm, low_mm + return_mm) + rescuer->guard_mm;
    double peak_mm = rng_between(rng, 0.3, 0.7) * rescuer->depth_mm;
    return press(rescuer, push, most(peak_mm, least_mm));
}

static bool release_half(struct rescuer *rescuer, struct rng *rng,
                         const struct push *push)
{
    double peak_mm = random_peak(rescuer, rng, push->next_mm);
    struct push half = *push;
    half.next_mm = peak_mm - return_mm - rescuer->guard_mm - rng_between(rng, 0, 12);
    half.next_mm = most(half.next_mm, push->next_mm);
    return press(rescuer, &half, peak_mm);
}

static bool press_unsteadily(struct rescuer *rescuer, struct rng *rng,
                             const struct push *push)
{
    switch (rng_int(rng, 0, 2)) {
    case 0: return touch(rescuer, rng, push);
    case 1: return press_half(rescuer, rng, push);
    default: return release_half(rescuer, rng, push);
    }
}

/* Two peaks and a dip. The peaks differ by 2 mm and more, so that it is clear which one
 * the compression is when the dip is too small to part them. */
static bool press_twice(struct rescuer *rescuer, struct rng *rng, const struct push *push)
{
    double peaks_mm[2];
    peaks_mm[0] = random_peak(rescuer, rng, push->next_mm);
    peaks_mm[1] = peaks_mm[0] + rng_between(rng, 2, 6);
    if (chance(rng, 0.5)) {
        double swap_mm = peaks_mm[0];
        peaks_mm[0] = peaks_mm[1];
        peaks_mm[1] = swap_mm;
    }
    double lower_mm = least(peaks_mm[0], peaks_mm[1]);
    double dip_mm = lower_mm - rng_between(rng, 1, return_mm - rescuer->guard_mm);
    /* A slow sensor sees 3 mm less of a dip as short as this. */
    double deep_mm =
        lower_mm - return_mm - rescuer->guard_mm - 3 - rng_between(rng, 0, 6);
    bool is_deep = push->period_s > 0.5 && deep_mm > 0 && chance(rng, 0.25);
    /* Two pushes lie 250 ms apart, however deep the dip; 10 ms either way none can
     * tell. */
    double apart_s = 0.3 * push->period_s;
    is_deep = is_deep && fabs(apart_s - apart_least_s) > 0.02;
    bool is_two = is_deep && apart_s > apart_least_s;
    go(rescuer, 0.35 * push->period_s, peaks_mm[0]);
    if (is_two || peaks_mm[0] > peaks_mm[1]) {
        count_it(rescuer, push->period_s, push->follows);
    }
    go(rescuer, 0.15 * push->period_s, is_deep ? deep_mm : dip_mm);
    go(rescuer, 0.15 * push->period_s, peaks_mm[1]);
    if (is_two || peaks_mm[1] > peaks_mm[0]) {
        count_it(rescuer, push->period_s, push->follows);
    }
    go(rescuer, 0.35 * push->period_s, push->next_mm);
    return true;
}

static void press_bout(struct rescuer *rescuer, struct rng *rng, int pushes,
                       double rates_cpm[2])
{
    static const double unsteady[RESCUER_KINDS] = {
        [RESCUER_HALF] = 0.3, [RESCUER_ANYHOW] = 0.1};
    static const double twice[RESCUER_KINDS] = {
        [RESCUER_DOUBLE] = 0.4, [RESCUER_ANYHOW] = 0.1};
    bool follows = false;
    for (int i = 0; i < pushes; i++) {
        double rate_cpm = rates_cpm[0] + (rates_cpm[1] - rates_cpm[0]) * i / pushes;
        struct push push = {60 / (rate_cpm * rng_between(rng, 0.96, 1.04)),
                            random_lean(rescuer, rng), follows};
        if (chance(rng, unsteady[rescuer->kind])) {
            follows = press_unsteadily(rescuer, rng, &push);
        } else if (0.7 * push.period_s > apart_least_s + 0.02 &&
                   chance(rng, twice[rescuer->kind])) {
            follows = press_twice(rescuer, rng, &push);
        } else {
            follows = press_well(rescuer, rng, &push);
        }
    }
}

/* The hand may shift by 2 to 6 mm either way: the chest then reads that much deeper. */
static void shift_hand(struct rescuer *rescuer, struct rng *rng)
{
    double by_mm = rng_between(rng, 2, 6);
    double level_mm = rescuer->lean_mm + rescuer->shift_mm;
    bool up = chance(rng, 0.5);
    if (level_mm + by_mm > 20 || (up && level_mm - by_mm >= 0)) {
        by_mm = -by_mm;
    }
    rescuer->shift_mm += by_mm;
}

/* A pause: hands stay, or come off and on again. */
static void rest(struct rescuer *rescuer, struct rng *rng, double for_s)
{
    double hands_s = least(0.3, for_s / 3);
    bool off = chance(rng, 0.5);
    go(rescuer, hands_s, off ? 0 : last_knot(rescuer)->depth_mm);
    go(rescuer, for_s - 2 * hands_s, last_knot(rescuer)->depth_mm);
    if (rescuer->kind == RESCUER_SHIFTING || rescuer->kind == RESCUER_ANYHOW) {
        shift_hand(rescuer, rng);
    }
    go(rescuer, hands_s, random_lean(rescuer, rng));
}

static void random_sensor(struct rescuer *rescuer, struct rng *rng)
{
    struct rescuer_sensor *sensor = &rescuer->sensor;
    /* As many slow sensors as fast ones. */
    *sensor = (struct rescuer_sensor){.hz = 50 * pow(20, rng_between(rng, 0, 1))};
    sensor->uneven = rng_between(rng, 0, 0.5);
    rescuer->guard_mm = 0.5;
    if (rescuer->kind == RESCUER_CLEAN) {
        return;
    }
    static const double rounds_mm[] = {0, 0.1, 0.5, 1};
    sensor->uneven = rng_between(rng, 0, 0.9);
    sensor->loss = rng_between(rng, 0, 0.05);
    sensor->twice = rng_between(rng, 0, 0.02);
    sensor->noise_mm = rng_between(rng, 0, 0.5);
    sensor->round_mm = rounds_mm[rng_int(rng, 0, 3)];
    rescuer->guard_mm += 2 * sensor->noise_mm + sensor->round_mm / 2;
    if (rescuer->kind == RESCUER_SHIFTING || rescuer->kind == RESCUER_ANYHOW) {
        sensor->drift_mm_s = rng_between(rng, -0.03, 0.03);
        rescuer->guard_mm += 1;
    }
}

/* From a child's tapping to a heavy man's race. */
static void random_manner(struct rescuer *rescuer, struct rng *rng)
{
    bool leans = rescuer->kind == RESCUER_LEANING || rescuer->kind == RESCUER_ANYHOW;
    double duty = rng_between(rng, 0.30, 0.60);
    rescuer->depth_mm = rng_between(rng, 15, 75);
    rescuer->lean_mm = leans ? rng_between(rng, 3, 18) : rng_between(rng, 0, 3);
    rescuer->lean_spread_mm = leans ? rng_between(rng, 0, 2) : 1;
    rescuer->rate_cpm = rng_between(rng, 50, 170);
    rescuer->rate_end_cpm = rescuer->rate_cpm * rng_between(rng, 0.8, 1.25);
    rescuer->rate_end_cpm = least(most(rescuer->rate_end_cpm, 50), 170);
    /* Half of the depth is passed at (1 - duty) / 2 of the period. */
    rescuer->sharp = pi * (duty - 0.5) / sin(pi * duty);
    rescuer->skew = rng_between(rng, -0.3, 0.3) * (1 - fabs(rescuer->sharp));
}

void rescuer_draw(struct rescuer *rescuer, enum rescuer_kind kind, int bouts, int pushes,
                  struct rng *rng)
{
    *rescuer = (struct rescuer){.kind = kind};
    random_sensor(rescuer, rng);
    random_manner(rescuer, rng);
    rescuer->start_us = rng_int(rng, 0, 1 << 30);
    go(rescuer, 0, chance(rng, 0.5) ? 0 : rescuer->lean_mm);
    rest(rescuer, rng, rng_between(rng, 0.1, 1.5));
    double step_cpm = (rescuer->rate_end_cpm - rescuer->rate_cpm) / bouts;
    for (int i = 0; i < bouts; i++) {
        double rates_cpm[2] = {rescuer->rate_cpm + i * step_cpm,
                               rescuer->rate_cpm + (i + 1) * step_cpm};
        press_bout(rescuer, rng, pushes, rates_cpm);
        double most_s = i + 1 < bouts ? 5 : 1.5;
        rest(rescuer, rng, rng_between(rng, i + 1 < bouts ? 1.2 : 0.1, most_s));
    }
    rescuer->seconds = last_knot(rescuer)->t_s;
}

/* Share of the way from one turning point to the next. */
static double way(double share, double sharp, double skew)
{
    double x = pi * share;
    double sine = sin(x);
    return (1 - cos(x + sharp * sine + skew * sine * sine)) / 2;
}

/* Where the chest is between the knots `at` and `at + 1`. */
static double chest_mm(const struct rescuer *rescuer, int at, double t_s)
{
    const struct rescuer_knot *from = &rescuer->knots[at];
    const struct rescuer_knot *to = from + 1;
    double share = (t_s - from->t_s) / (to->t_s - from->t_s);
    double by_mm = to->depth_mm - from->depth_mm;
    /* The way up mirrors the way down. */
    double done = by_mm > 0 ? way(share, to->sharp, to->skew)
                            : 1 - way(1 - share, to->sharp, -to->skew);
    return from->depth_mm + by_mm * done;
}

static double read_mm(const struct rescuer_sensor *sensor, struct rng *rng,
                      double depth_mm)
{
    if (sensor->noise_mm > 0) {
        depth_mm += sensor->noise_mm * random_normal(rng);
    }
    if (sensor->round_mm > 0) {
        depth_mm = floor(depth_mm / sensor->round_mm + 0.5) * sensor->round_mm;
    }
    return depth_mm;
}

size_t rescuer_sense(const struct rescuer *rescuer, struct rng *rng,
                     struct cpr_sample *samples, size_t max)
{
    const struct rescuer_sensor *sensor = &rescuer->sensor;
    size_t count = 0;
    uint32_t lost = 0;
    int at = 0;
    double t_s = 0;
    while (t_s < rescuer->seconds && count + 2 <= max) {
        while (rescuer->knots[at + 1].t_s <= t_s) {
            at++;
        }
        if (chance(rng, sensor->loss)) {
            lost++;
        } else {
            double mm = chest_mm(rescuer, at, t_s) + sensor->drift_mm_s * t_s;
            samples[count] = (struct cpr_sample){.t_us = rescuer->start_us +
                                                         (int64_t)floor(t_s * 1e6 + 0.5),
                                                 .depth_mm = read_mm(sensor, rng, mm),
                                                 .force_n = CPR_NOT_MEASURED,
                                                 .volume_ml = CPR_NOT_MEASURED,
                                                 .hands = CPR_HANDS_NOT_MEASURED,
                                                 .lost = lost};
            lost = 0;
            count++;
        }
        if (lost == 0 && chance(rng, sensor->twice)) {
            samples[count] = samples[count - 1];
            samples[count].lost = 0;
            count++;
        }
        t_s += rng_between(rng, 1 - sensor->uneven, 1 + sensor->uneven) / sensor->hz;
    }
    return count;
}
