/* SPDX-License-Identifier: MIT */
#include "cpr/picks.h"

#include "cpr/internal.h"

/* How far from the middle of the range, where its ends are 1; what was not measured is
 * taken for an end, so that the first push of a run is not the best for having no
 * rate. */
static double off_middle(double value, const struct cpr_range *range)
{
    double middle = (range->low + range->high) / 2;
    double half = (range->high - range->low) / 2;
    return isnan(value) ? 1 : fabs(score_shown(value) - middle) / half;
}

static double distance(const struct cpr_guideline *guideline,
                       const struct cpr_compression *it)
{
    double far = off_middle(it->rate_cpm, &guideline->rate_cpm);
    far += isnan(it->release_mm)
               ? 1
               : fmax(score_shown(it->release_mm), 0) / guideline->release_max_mm;
    if (guideline->depth_scored) {
        far += off_middle(it->depth_mm, &guideline->depth_mm);
    }
    return far + (it->hands > CPR_HANDS_RIGHT ? 1 : 0);
}

/* Below 0: `one` is the better push; 0: as good. */
static int compare(const struct cpr_guideline *guideline,
                   const struct cpr_compression *one, const struct cpr_compression *two)
{
    if (one->c != two->c) {
        return one->c > two->c ? -1 : 1;
    }
    double a = distance(guideline, one);
    double b = distance(guideline, two);
    return a < b ? -1 : a > b ? 1 : 0;
}

/* CPR_PRAISE_COUNT: nothing was right of it that anybody has measured. */
static enum cpr_praise praise_of(const struct cpr_guideline *guideline,
                                 const struct cpr_compression *it)
{
    if (it->label == CPR_OK) {
        return CPR_PRAISE_ALL;
    }
    if (score_depth(guideline, it->depth_mm) == CPR_OK) {
        return CPR_PRAISE_DEPTH;
    }
    if (score_rate(guideline, it->rate_cpm) == CPR_OK) {
        return CPR_PRAISE_RATE;
    }
    return score_release(guideline, it->release_mm) == CPR_OK ? CPR_PRAISE_RELEASE
                                                              : CPR_PRAISE_COUNT;
}

/* A row that fills up, the first in its order first. */
struct row {
    const struct cpr_guideline *guideline;
    const struct cpr_compression *events;
    uint32_t most;
    int sign; /* 1: the best first, -1: the worst first */
    uint32_t count, places[CPR_PICKS_MAX];
};

static void put(struct row *row, uint32_t place)
{
    uint32_t at = row->count;
    while (at > 0 && row->sign * compare(row->guideline, &row->events[place],
                                         &row->events[row->places[at - 1]]) <
                         0) {
        at--;
    }
    if (at >= row->most) {
        return;
    }
    row->count += row->count < row->most;
    for (uint32_t i = row->count - 1; i > at; i--) {
        row->places[i] = row->places[i - 1];
    }
    row->places[at] = place;
}

static uint32_t least(uint32_t one, uint32_t two)
{
    return one < two ? one : two;
}

struct cpr_picks cpr_picks(const struct cpr_guideline *guideline,
                           const struct cpr_compression *events, uint32_t count)
{
    struct cpr_picks picks = {0};
    struct row best = {guideline, events, least((count + 1) / 2, CPR_PICKS_MAX),
                       1,         0,      {0}};
    for (uint32_t i = 0; i < count; i++) {
        if (praise_of(guideline, &events[i]) != CPR_PRAISE_COUNT) {
            put(&best, i);
        }
    }
    for (uint32_t i = 0; i < best.count; i++) {
        picks.best[i] = best.places[i];
        picks.praise[i] = praise_of(guideline, &events[best.places[i]]);
    }
    picks.best_count = best.count;
    struct row worst = {guideline, events, least(count - best.count, CPR_PICKS_MAX),
                        -1,        0,      {0}};
    for (uint32_t i = 0; i < count; i++) {
        bool is_worse =
            best.count == 0 ||
            compare(guideline, &events[i], &events[best.places[best.count - 1]]) > 0;
        if (events[i].label != CPR_OK && is_worse) {
            put(&worst, i);
        }
    }
    for (uint32_t i = 0; i < worst.count; i++) {
        picks.worst[i] = worst.places[i];
    }
    picks.worst_count = worst.count;
    return picks;
}
