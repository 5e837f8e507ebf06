/* SPDX-License-Identifier: MIT */
/* The published score of one compression: c = D R sqrt(L) H. README.md explains it. */
#include <math.h>

#include "cpr/internal.h"

/* L where the chest stays down release_floor_mm and more; its root halves the score. */
static const double leaning_floor = 0.25;

static const double wrong_hands = 0.5;

/* Of a run, for its verdict. No guideline gives a share; nine in ten is ours, so that one
 * slip is not called leaning. */
static const double full_recoil_enough = 90;

double score_shown(double value)
{
    double tenths = value * 10;
    return (double)(int64_t)(tenths + (tenths < 0 ? -0.5 : 0.5)) / 10;
}

double score_within(double value, const struct cpr_range *range,
                    const struct cpr_range *zero)
{
    double factor = 1;
    if (value < range->low) {
        factor = (value - zero->low) / (range->low - zero->low);
    } else if (value > range->high) {
        factor = (zero->high - value) / (zero->high - range->high);
    }
    return factor > 0 ? factor : 0;
}

static double recoil(const struct cpr_guideline *guideline, double release_mm)
{
    double over = release_mm - guideline->release_max_mm;
    double width = guideline->release_floor_mm - guideline->release_max_mm;
    if (!(over > 0)) {
        return 1;
    }
    return over < width ? 1 - (1 - leaning_floor) * over / width : leaning_floor;
}

bool score_is_shallow(const struct cpr_guideline *guideline, double depth_mm)
{
    return score_shown(depth_mm) < guideline->depth_mm.low;
}

bool score_is_deep(const struct cpr_guideline *guideline, double depth_mm)
{
    return score_shown(depth_mm) > guideline->depth_mm.high;
}

enum cpr_label score_depth(const struct cpr_guideline *guideline, double depth_mm)
{
    if (isnan(depth_mm) || !guideline->depth_scored) {
        return CPR_NOT_JUDGED;
    }
    return score_is_shallow(guideline, depth_mm) ? CPR_SHALLOW
           : score_is_deep(guideline, depth_mm)  ? CPR_DEEP
                                                 : CPR_OK;
}

enum cpr_label score_rate(const struct cpr_guideline *guideline, double rate_cpm)
{
    if (isnan(rate_cpm)) {
        return CPR_NOT_JUDGED;
    }
    double shown = score_shown(rate_cpm);
    return shown < guideline->rate_cpm.low    ? CPR_SLOW
           : shown > guideline->rate_cpm.high ? CPR_FAST
                                              : CPR_OK;
}

enum cpr_label score_release(const struct cpr_guideline *guideline, double release_mm)
{
    if (isnan(release_mm)) {
        return CPR_NOT_JUDGED;
    }
    return score_shown(release_mm) > guideline->release_max_mm ? CPR_LEANING : CPR_OK;
}

enum cpr_label score_recoil(double full_recoil_percent)
{
    if (isnan(full_recoil_percent)) {
        return CPR_NOT_JUDGED;
    }
    return score_shown(full_recoil_percent) < full_recoil_enough ? CPR_LEANING : CPR_OK;
}

/* The first fault in the order in which the advice names them. */
static enum cpr_label label_of(const struct cpr_guideline *guideline,
                               const struct cpr_compression *it)
{
    const enum cpr_label labels[] = {
        score_depth(guideline, it->depth_mm),
        score_rate(guideline, it->rate_cpm),
        score_release(guideline, it->release_mm),
    };

    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++) {
        if (labels[i] > CPR_OK) {
            return labels[i];
        }
    }
    return it->hands > CPR_HANDS_RIGHT ? CPR_WRONG_HANDS : CPR_OK;
}

void score_compression(const struct cpr_guideline *guideline, struct cpr_compression *it)
{
    it->d = it->r = it->l = it->h = 1;
    if (guideline->depth_scored) {
        it->d = score_within(score_shown(it->depth_mm), &guideline->depth_mm,
                             &guideline->depth_zero_mm);
    }
    if (!isnan(it->rate_cpm)) {
        it->r = score_within(score_shown(it->rate_cpm), &guideline->rate_cpm,
                             &guideline->rate_zero_cpm);
    }
    if (!isnan(it->release_mm)) {
        it->l = recoil(guideline, score_shown(it->release_mm));
    }
    if (it->hands > CPR_HANDS_RIGHT) {
        it->h = wrong_hands;
    }
    it->c = it->d * it->r * sqrt(it->l) * it->h;
    it->label = label_of(guideline, it);
}

const char *cpr_label_name(enum cpr_label label)
{
    static const char *const names[CPR_LABEL_COUNT] = {
        "ok", "shallow", "deep", "slow", "fast", "leaning", "hands",
    };
    return names[label];
}
