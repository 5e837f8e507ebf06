/* SPDX-License-Identifier: MIT */
#include "station/debrief.h"

#include <math.h>

/* Of 100 points of a factor: below it there is nothing worth a word. */
#define WORTH_PERCENT 3.0

enum { BETTER_LEAST = 50 };

struct loss {
    double points; /* 0..1 a compression, summed up */
    uint32_t count;
};

static void lose(struct loss *loss, double points)
{
    if (points > 0) {
        loss->points += points;
        loss->count++;
    }
}

static void look_at(struct loss *losses, const struct cpr_compression *c,
                    const struct cpr_guideline *guideline)
{
    bool deep = c->depth_mm > guideline->depth_mm.high;
    bool fast = !isnan(c->rate_cpm) && c->rate_cpm > guideline->rate_cpm.high;
    lose(&losses[deep ? DEBRIEF_LESS_DEEP : DEBRIEF_DEEPER], 1 - c->d);
    lose(&losses[fast ? DEBRIEF_SLOWER : DEBRIEF_FASTER], 1 - c->r);
    lose(&losses[DEBRIEF_RELEASE], 1 - sqrt(c->l));
    lose(&losses[DEBRIEF_HANDS], 1 - c->h);
}

struct debrief debrief_of(const struct run *run)
{
    struct loss losses[DEBRIEF_COUNT] = {0};
    uint32_t of = run->compression_count;
    if (of == 0) {
        return (struct debrief){.advice = DEBRIEF_START};
    }
    for (uint32_t i = 0; i < of; i++) {
        look_at(losses, &run->compressions[i], run->plan.guideline);
    }
    /* Pauses take their share of the whole score, so of every compression's. */
    bool breathes = run->plan.mode == CPR_THIRTY_TWO;
    double target = run->plan.guideline->ccf_target[run->plan.mode];
    double flow = fmin(1, run->result.ccf_percent / 100 / target);
    if (!isnan(flow)) {
        losses[breathes ? DEBRIEF_SHORT_PAUSE : DEBRIEF_NO_PAUSE] =
            (struct loss){(1 - flow) * of, run->result.pauses};
    }
    enum debrief_advice worst = DEBRIEF_KEEP;
    for (enum debrief_advice i = DEBRIEF_DEEPER; i < DEBRIEF_COUNT; i++) {
        if (losses[i].points > losses[worst].points) {
            worst = i;
        }
    }
    if (losses[worst].points * 100 < WORTH_PERCENT * of) {
        worst = DEBRIEF_KEEP;
    }
    if (worst == DEBRIEF_KEEP && breathes &&
        run->result.longest_pause_s >= run->plan.guideline->pause_max_s) {
        worst = DEBRIEF_SHORT_PAUSE; /* one long stop in a good run costs no points */
    }
    if (worst == DEBRIEF_KEEP && breathes && of > CPR_THIRTY && run->result.pauses == 0) {
        worst = DEBRIEF_BREATHE;
    }
    return (struct debrief){worst, losses[worst].count, of};
}

/* The last one is cut off by the end of the run, unless its thirty were done. */
struct debrief_cycles debrief_cycles(const struct run *run)
{
    const struct cpr_result *result = &run->result;
    struct debrief_cycles seen = {0};
    for (uint32_t i = 0; i < result->cycles && i < CPR_CYCLES_MAX; i++) {
        uint32_t pushes = result->cycle[i].compressions;
        bool breathed = i < result->breath_pauses;
        if (!breathed && (pushes < CPR_THIRTY || result->pauses == 0)) {
            continue;
        }
        seen.fewest = seen.count == 0 || pushes < seen.fewest ? pushes : seen.fewest;
        seen.most = pushes > seen.most ? pushes : seen.most;
        seen.count++;
    }
    if (result->breath_pauses > CPR_CYCLES_MAX) { /* more than are kept */
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
