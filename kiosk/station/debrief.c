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

static bool is_by(const struct run *run, const struct cpr_guideline *guideline)
{
    return guideline && run->plan.guideline == guideline;
}

/* Nobody has said, and all that would be worth a word is how deep. */
static void leave_depth_open(struct debrief *debrief, struct cpr_debrief as_adult)
{
    bool is_depth =
        as_adult.advice == CPR_DEBRIEF_DEEPER || as_adult.advice == CPR_DEBRIEF_LESS_DEEP;
    if (debrief->advice.advice == CPR_DEBRIEF_KEEP && is_depth) {
        debrief->advice = as_adult;
        debrief->is_depth_open = true;
    }
}

void debrief_make(struct debrief *debrief, struct run *run, const struct debrief_by *by)
{
    bool is_of_two =
        by->child && (is_by(run, by->adult) || is_by(run, by->child)) &&
        run_regard(run, by->presser == PRESSER_CHILD ? by->child : by->adult);
    *debrief = (struct debrief){
        .presser = is_of_two                           ? by->presser
                   : run->plan.guideline->depth_scored ? PRESSER_ADULT
                                                       : PRESSER_CHILD,
        .guideline = run->plan.guideline,
        .is_passed = run->result.pass,
        .better_than = debrief_better_than(run, by->beginners),
    };
    struct cpr_debrief as_adult = debrief_of(run);
    if (debrief->presser == PRESSER_UNKNOWN && run_regard(run, by->child)) {
        debrief->advice = debrief_of(run);
        leave_depth_open(debrief, as_adult);
    } else {
        debrief->advice = as_adult;
    }
    /* Not by this alone, where nobody knows whether depth is asked for. */
    debrief->to_pass = debrief->presser == PRESSER_UNKNOWN ? 0 : debrief_to_pass(run);
    debrief->picks =
        cpr_picks(run->plan.guideline, run->compressions, run->compression_count);
}
