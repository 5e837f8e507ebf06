/* SPDX-License-Identifier: MIT */
/*
 * picks: the best and the worst pushes of a run, to be shown one by one.
 *
 * Best is what scored most (cpr_compression.c), so a profile that does not score depth
 * picks by rhythm and release. Among the same scores it is what was nearer to the middle
 * of each range, then what came earlier: the same pushes always give the same picks.
 */
#ifndef KIOSK_CPR_PICKS_H
#define KIOSK_CPR_PICKS_H

#include "cpr/cpr.h"

enum { CPR_PICKS_MAX = 3 };

/* What was right of a push that is among the best. */
enum cpr_praise {
    CPR_PRAISE_ALL, /* nothing that is judged was wrong */
    CPR_PRAISE_DEPTH,
    CPR_PRAISE_RATE,
    CPR_PRAISE_RELEASE,
    CPR_PRAISE_COUNT
};

struct cpr_picks {
    uint32_t best_count, worst_count;
    uint32_t best[CPR_PICKS_MAX]; /* places in `events`, the very best first */
    enum cpr_praise praise[CPR_PICKS_MAX];
    uint32_t worst[CPR_PICKS_MAX]; /* the very worst first; `label` says what was wrong */
};

/*
 * `events` are the compressions that cpr_add() and cpr_finish() gave, in order. A push is
 * never in both rows. Among the best is none of which nothing was right, and among the
 * worst none without a fault, nor one that is as good as any of the best: a row may have
 * fewer than three, or none. Of fewer than six pushes one more is among the best than
 * among the worst, or as many: praise comes first.
 */
struct cpr_picks cpr_picks(const struct cpr_guideline *guideline,
                           const struct cpr_compression *events, uint32_t count);

#endif
