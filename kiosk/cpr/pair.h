/* SPDX-License-Identifier: MIT */
/*
 * pair: a run in which two took turns, told apart.
 *
 * That somebody else goes on is told by a touch, or is due by the clock; who then lets go
 * of the chest, and where the other one begins, is seen in the pushes. The engine's
 * result stays that of the whole run; what is worked out here is shown beside it.
 */
#ifndef KIOSK_CPR_PAIR_H
#define KIOSK_CPR_PAIR_H

#include "cpr/cpr.h"
#include "cpr/picks.h"

enum {
    CPR_PAIR_WHO = 2,     /* so many press: the one who began, and the other one */
    CPR_CHANGES_MAX = 32, /* of a run; later ones are not told apart any more */
    CPR_STINTS_MAX = CPR_CHANGES_MAX + 1,
};

/* What one of the two pressed without the other: events[from] up to before events[to]. */
struct cpr_stint {
    uint32_t from, to;
    double change_s; /* hands off before it, from the last release; 0 of the first one */
};

/* Stint i is pressed by i % CPR_PAIR_WHO. One or none: nobody has changed places. */
struct cpr_pair {
    uint32_t count;
    struct cpr_stint stint[CPR_STINTS_MAX];
};

/*
 * `told_us`: when a change was told, in order. The other one begins after the first pause
 * (1 s and more) that goes on then, or begins within the guideline's pause_max_s; who is
 * quicker than that, after the longest time between two pushes, if it is half as long
 * again as the mean. Where there is neither, or nobody presses any more, nobody has
 * changed places. `events` as in cpr_picks().
 */
struct cpr_pair cpr_pair(const struct cpr_guideline *guideline,
                         const struct cpr_compression *events, uint32_t count,
                         const int64_t *told_us, uint32_t told);

/* Who pressed events[at]: 0, the one who began, or 1. */
int cpr_pair_who(const struct cpr_pair *pair, uint32_t at);

/* All hands off for changes, and the longest of them; s. */
double cpr_pair_change_s(const struct cpr_pair *pair);
double cpr_pair_longest_s(const struct cpr_pair *pair);

/* What one of the two did. A figure is NAN where there is nothing to take it of; the time
 * of a change is in none of them. */
struct cpr_pair_share {
    uint32_t pushes;
    double mean_depth_mm, mean_rate_cpm;
    enum cpr_praise praise; /* what was best of it; COUNT: nothing that is measured */
};

struct cpr_pair_share cpr_pair_share(const struct cpr_pair *pair, int who,
                                     const struct cpr_guideline *guideline,
                                     const struct cpr_compression *events);

/*
 * Takes the changes out of the flow of a result that is to be shown: they are neither's
 * fault. Pauses, CCF, score and pass are then those of the pressing alone. In 30:2 those
 * who change do so while breaths are given: only what was longer than the guideline's
 * pause_max_s is taken out.
 */
void cpr_pair_forgive(const struct cpr_pair *pair, const struct cpr_guideline *guideline,
                      enum cpr_mode mode, const struct cpr_compression *events,
                      uint32_t count, struct cpr_result *result);

#endif
