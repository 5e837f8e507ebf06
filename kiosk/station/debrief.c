/* SPDX-License-Identifier: MIT */
#include "station/debrief.h"

enum { BETTER_LEAST = 50 };

struct cpr_debrief debrief_of(const struct run *run)
{
    return cpr_debrief(run->plan.guideline, run->plan.mode, &run->result,
                       run->compressions, run->compression_count);
}

int debrief_to_pass(const struct run *run)
{
    return cpr_debrief_to_pass(run->plan.guideline, run->plan.mode, &run->result,
                               run->compressions, run->compression_count,
                               debrief_of(run).advice);
}

/* The last one is cut off by the end of the run, unless its thirty were done. */
struct debrief_cycles debrief_cycles(const struct run *run)
{
    const struct cpr_result *result = &run->result;
    struct debrief_cycles seen = {0};
    for (uint32_t i = 0; i < result->cycles && i < CPR_CYCLES_MAX; i++) {
        uint32_t pushes = result->cycle[i].compressions;
        bool breathed = i < result->breath_pauses;
        if (!breathed && (pushes < CPR_CYCLE_COMPRESSIONS || result->pauses == 0)) {
            continue;
        }
        seen.fewest = seen.count == 0 || pushes < seen.fewest ? pushes : seen.fewest;
        seen.most = pushes > seen.most ? pushes : seen.most;
        seen.count++;
    }
    if (result->breath_pauses > CPR_CYCLES_MAX) { /* more than the run keeps */
        seen.count = result->breath_pauses;
    }
    return seen;
}

int debrief_better_than(const struct run *run, const struct cpr_beginners *beginners)
{
    if (!beginners || run->result.trust != 0) {
        return 0;
    }
    double percent = cpr_percentile(beginners, run->plan.guideline, run->result.score);
    return percent >= BETTER_LEAST ? (int)percent : 0; /* NAN is less than anything */
}
