/* SPDX-License-Identifier: MIT */
#include "station/debrief.h"

#include <math.h>

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

/* Whether the mean, in whole millimetres as it is told, lies beside what adults aim for.
 * "50 mm on average, adults aim for 50 to 60: press deeper" would contradict itself. */
static bool is_mean_beside(const struct debrief *debrief, const struct run *run,
                           enum cpr_debrief_advice advice)
{
    const struct cpr_range *aim = &run->plan.guideline->depth_mm;
    double mean_mm = round(debrief->result.mean_depth_mm);
    return advice == CPR_DEBRIEF_DEEPER      ? mean_mm < round(aim->low)
           : advice == CPR_DEBRIEF_LESS_DEEP ? mean_mm > round(aim->high)
                                             : false;
}

/* Nobody has said, and all that would be worth a word is how deep. */
static void leave_depth_open(struct debrief *debrief, const struct run *run,
                             struct cpr_debrief as_adult)
{
    if (debrief->advice.advice == CPR_DEBRIEF_KEEP &&
        is_mean_beside(debrief, run, as_adult.advice)) {
        debrief->advice = as_adult;
        debrief->is_depth_open = true;
    }
}

static bool is_pair(const struct debrief *debrief)
{
    return debrief->pair.count > 1;
}

/* Of the run as it is judged now. */
static void put_result(struct debrief *debrief, const struct run *run)
{
    debrief->result = run->result;
    cpr_pair_forgive(&debrief->pair, run->plan.guideline, run->plan.mode,
                     run->compressions, run->compression_count, &debrief->result);
}

static struct cpr_debrief advice_of(const struct debrief *debrief, const struct run *run)
{
    return cpr_debrief(run->plan.guideline, run->plan.mode, &debrief->result,
                       run->compressions, run->compression_count);
}

static int to_pass_of(const struct debrief *debrief, const struct run *run)
{
    return cpr_debrief_to_pass(run->plan.guideline, run->plan.mode, &debrief->result,
                               run->compressions, run->compression_count,
                               advice_of(debrief, run).advice);
}

static void put_shares(struct debrief *debrief, const struct run *run)
{
    for (int who = 0; who < CPR_PAIR_WHO && is_pair(debrief); who++) {
        debrief->share[who] =
            cpr_pair_share(&debrief->pair, who, run->plan.guideline, run->compressions);
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
        .pair = run_pair(run),
    };
    put_result(debrief, run);
    debrief->is_passed = debrief->result.pass;
    /* Beginners pressed alone: two who take turns are no better for it. */
    debrief->better_than = is_pair(debrief) ? 0 : debrief_better_than(run, by->beginners);
    struct cpr_debrief as_adult = advice_of(debrief, run);
    if (debrief->presser == PRESSER_UNKNOWN && run_regard(run, by->child)) {
        put_result(debrief, run);
        debrief->advice = advice_of(debrief, run);
        leave_depth_open(debrief, run, as_adult);
    } else {
        debrief->advice = as_adult;
    }
    /* Not by this alone, where nobody knows whether depth is asked for. */
    debrief->to_pass = debrief->presser == PRESSER_UNKNOWN ? 0 : to_pass_of(debrief, run);
    debrief->picks =
        cpr_picks(run->plan.guideline, run->compressions, run->compression_count);
    put_shares(debrief, run);
}
