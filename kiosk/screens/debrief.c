/* SPDX-License-Identifier: MIT */
#include "screens/debrief.h"

#include <math.h>

/* Of 100 points of a factor: below it there is nothing worth a word. */
#define WORTH_PERCENT 3.0

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
    double target = run->plan.guideline->ccf_target[CPR_COMPRESSION_ONLY];
    double flow = fmin(1, run->result.ccf_percent / 100 / target);
    if (!isnan(flow)) {
        losses[DEBRIEF_NO_PAUSE] = (struct loss){(1 - flow) * of, run->result.pauses};
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
    return (struct debrief){worst, losses[worst].count, of};
}
