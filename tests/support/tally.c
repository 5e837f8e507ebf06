/* SPDX-License-Identifier: MIT */
#include "support/tally.h"

#include <math.h>

static void add_error(struct tally_errors *errors, double value, double truth)
{
    double error = fabs(value - truth);
    unsigned bin =
        error < (TALLY_BINS - 1) / 100.0 ? (unsigned)(error * 100) : TALLY_BINS - 1;
    errors->count++;
    errors->sum += error;
    errors->bins[bin]++;
}

/* Of what has been compared in one wave: measured and true. */
struct sums {
    unsigned depths, intervals;
    double depth_mm[2], interval_s[2];
};

static void add_match(struct tally *tally, struct sums *sums,
                      const struct rescuer_truth *truth, const struct tally_event *event)
{
    tally->matched++;
    add_error(&tally->depth_mm, event->depth_mm, truth->depth_mm);
    sums->depths++;
    sums->depth_mm[0] += event->depth_mm;
    sums->depth_mm[1] += truth->depth_mm;
    if (isnan(truth->rate_cpm)) {
        return;
    }
    if (isnan(event->rate_cpm)) {
        tally->unrated++;
    } else {
        add_error(&tally->rate_cpm, event->rate_cpm, truth->rate_cpm);
        sums->intervals++;
        sums->interval_s[0] += 60 / event->rate_cpm;
        sums->interval_s[1] += 60 / truth->rate_cpm;
    }
}

static void add_run(struct tally *tally, const struct sums *sums)
{
    if (sums->depths > 0) {
        add_error(&tally->run_depth_mm, sums->depth_mm[0] / sums->depths,
                  sums->depth_mm[1] / sums->depths);
    }
    if (sums->intervals > 0) {
        add_error(&tally->run_rate_cpm, 60 * sums->intervals / sums->interval_s[0],
                  60 * sums->intervals / sums->interval_s[1]);
    }
}

void tally_add(struct tally *tally, const struct rescuer *rescuer,
               const struct tally_event *events, size_t count)
{
    size_t at = 0;
    struct sums sums = {0};
    for (int i = 0; i < rescuer->truth_count; i++) {
        const struct rescuer_truth *truth = &rescuer->truths[i];
        while (at < count && events[at].t_s < truth->t_s - truth->within_s) {
            tally->invented++;
            at++;
        }
        while (at + 1 < count && fabs(events[at + 1].t_s - truth->t_s) <
                                     fabs(events[at].t_s - truth->t_s)) {
            tally->invented++;
            at++;
        }
        tally->truths++;
        if (at < count && events[at].t_s <= truth->t_s + truth->within_s) {
            add_match(tally, &sums, truth, &events[at]);
            at++;
        } else {
            tally->missed++;
        }
    }
    tally->invented += (unsigned)(count - at);
    add_run(tally, &sums);
}

static void merge_errors(struct tally_errors *errors, const struct tally_errors *other)
{
    errors->count += other->count;
    errors->sum += other->sum;
    for (int i = 0; i < TALLY_BINS; i++) {
        errors->bins[i] += other->bins[i];
    }
}

void tally_merge(struct tally *tally, const struct tally *other)
{
    tally->truths += other->truths;
    tally->matched += other->matched;
    tally->missed += other->missed;
    tally->invented += other->invented;
    tally->unrated += other->unrated;
    merge_errors(&tally->depth_mm, &other->depth_mm);
    merge_errors(&tally->rate_cpm, &other->rate_cpm);
    merge_errors(&tally->run_depth_mm, &other->run_depth_mm);
    merge_errors(&tally->run_rate_cpm, &other->run_rate_cpm);
}

double tally_f1(const struct tally *tally)
{
    unsigned wrong = tally->missed + tally->invented;
    unsigned whole = 2 * tally->matched + wrong;
    return whole > 0 ? 2.0 * tally->matched / whole : 1;
}

double tally_mean(const struct tally_errors *errors)
{
    return errors->count > 0 ? errors->sum / errors->count : CPR_NOT_MEASURED;
}

double tally_quantile(const struct tally_errors *errors, double share)
{
    unsigned seen = 0;
    for (int i = 0; i < TALLY_BINS; i++) {
        seen += errors->bins[i];
        if (errors->count > 0 && seen >= share * errors->count) {
            return (i + 1) / 100.0;
        }
    }
    return CPR_NOT_MEASURED;
}
