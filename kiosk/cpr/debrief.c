/* SPDX-License-Identifier: MIT */
/*
 * The one thing to change next time. A fault that was there most of the time was what the
 * advice named all along, so the first of these is told, in the advice's order: nobody
 * hears "deeper" for half a minute and then reads "slower". Else it is what cost the most
 * of the score, by the same factors that the score is made of.
 */
#include <assert.h>
#include <math.h>

#include "cpr/internal.h"

/* Of 100 points of a factor: below it there is nothing worth a word. */
#define WORTH_PERCENT 3.0

/* Stops that took so much of the score were told to go on again and again. */
#define STOPS_PERCENT 25.0

enum { STEPS_MAX = 40 }; /* of a millimetre, or one a minute, to a pass */

/* As enum cpr_prompt has them; the hands, which no prompt names, come last. */
static const enum cpr_debrief_advice order[] = {
    CPR_DEBRIEF_NO_PAUSE,  CPR_DEBRIEF_SHORT_PAUSE, CPR_DEBRIEF_DEEPER,
    CPR_DEBRIEF_LESS_DEEP, CPR_DEBRIEF_FASTER,      CPR_DEBRIEF_SLOWER,
    CPR_DEBRIEF_RELEASE,   CPR_DEBRIEF_HANDS,
};

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
    lose(&losses[deep ? CPR_DEBRIEF_LESS_DEEP : CPR_DEBRIEF_DEEPER], 1 - c->d);
    lose(&losses[fast ? CPR_DEBRIEF_SLOWER : CPR_DEBRIEF_FASTER], 1 - c->r);
    lose(&losses[CPR_DEBRIEF_RELEASE], 1 - sqrt(c->l));
    lose(&losses[CPR_DEBRIEF_HANDS], 1 - c->h);
}

static bool is_habit(const struct loss *loss, enum cpr_debrief_advice advice,
                     uint32_t compressions)
{
    bool stops = advice == CPR_DEBRIEF_NO_PAUSE || advice == CPR_DEBRIEF_SHORT_PAUSE;
    double least = stops ? STOPS_PERCENT : WORTH_PERCENT;
    return loss->points * 100 >= least * compressions &&
           (stops || 2 * loss->count >= compressions);
}

static enum cpr_debrief_advice worst_of(const struct loss *losses, uint32_t compressions)
{
    for (size_t i = 0; i < sizeof order / sizeof *order; i++) {
        if (is_habit(&losses[order[i]], order[i], compressions)) {
            return order[i];
        }
    }
    enum cpr_debrief_advice worst = CPR_DEBRIEF_KEEP;
    for (enum cpr_debrief_advice i = CPR_DEBRIEF_DEEPER; i < CPR_DEBRIEF_COUNT; i++) {
        if (losses[i].points > losses[worst].points) {
            worst = i;
        }
    }
    bool worth = losses[worst].points * 100 >= WORTH_PERCENT * compressions;
    return worth ? worst : CPR_DEBRIEF_KEEP;
}

/* The first push of a run, and the first after a pause, have no rate. */
static uint32_t rates_in(const struct cpr_compression *events, uint32_t count)
{
    uint32_t rates = 0;
    for (uint32_t i = 0; i < count; i++) {
        rates += isnan(events[i].rate_cpm) ? 0 : 1;
    }
    return rates;
}

struct cpr_debrief cpr_debrief(const struct cpr_guideline *guideline, enum cpr_mode mode,
                               const struct cpr_result *result,
                               const struct cpr_compression *events, uint32_t count)
{
    struct loss losses[CPR_DEBRIEF_COUNT] = {0};
    if (count == 0) {
        return (struct cpr_debrief){.advice = CPR_DEBRIEF_START};
    }
    for (uint32_t i = 0; i < count; i++) {
        look_at(losses, &events[i], guideline);
    }
    /* Pauses take their share of the whole score, so of every compression's. */
    bool breathes = mode == CPR_30_2;
    double flow = fmin(1, result->ccf_percent / 100 / guideline->ccf_target[mode]);
    if (!isnan(flow)) {
        losses[breathes ? CPR_DEBRIEF_SHORT_PAUSE : CPR_DEBRIEF_NO_PAUSE] =
            (struct loss){(1 - flow) * count, result->pauses};
    }
    enum cpr_debrief_advice worst = worst_of(losses, count);
    if (worst == CPR_DEBRIEF_KEEP && breathes &&
        result->longest_pause_s >= guideline->pause_max_s) {
        worst = CPR_DEBRIEF_SHORT_PAUSE; /* one long stop in a good run costs no points */
    }
    if (worst == CPR_DEBRIEF_KEEP && breathes && count > CPR_CYCLE_COMPRESSIONS &&
        result->pauses == 0) {
        worst = CPR_DEBRIEF_BREATHE;
    }
    bool by_rate = worst == CPR_DEBRIEF_FASTER || worst == CPR_DEBRIEF_SLOWER;
    uint32_t of = by_rate ? rates_in(events, count) : count;
    return (struct cpr_debrief){worst, losses[worst].count, of};
}

/* The compression, had it been better by so much. */
static struct cpr_compression mended(const struct cpr_compression *it,
                                     const struct cpr_guideline *guideline,
                                     enum cpr_debrief_advice advice, double by)
{
    struct cpr_compression better = *it;
    const struct cpr_range *depth = &guideline->depth_mm;
    const struct cpr_range *rate = &guideline->rate_cpm;
    if (advice == CPR_DEBRIEF_DEEPER && it->depth_mm < depth->low) {
        better.depth_mm = fmin(it->depth_mm + by, depth->low);
    } else if (advice == CPR_DEBRIEF_LESS_DEEP && it->depth_mm > depth->high) {
        better.depth_mm = fmax(it->depth_mm - by, depth->high);
    } else if (advice == CPR_DEBRIEF_FASTER && it->rate_cpm < rate->low) {
        better.rate_cpm = fmin(it->rate_cpm + by, rate->low);
    } else if (advice == CPR_DEBRIEF_SLOWER && it->rate_cpm > rate->high) {
        better.rate_cpm = fmax(it->rate_cpm - by, rate->high);
    }
    score_compression(guideline, &better);
    return better;
}

int cpr_debrief_to_pass(const struct cpr_guideline *guideline, enum cpr_mode mode,
                        const struct cpr_result *result,
                        const struct cpr_compression *events, uint32_t count,
                        enum cpr_debrief_advice advice)
{
    double flow = result->ccf_percent / 100 / guideline->ccf_target[mode];
    if (result->trust != 0 || result->pass || count == 0 || isnan(flow) ||
        advice < CPR_DEBRIEF_DEEPER || advice > CPR_DEBRIEF_SLOWER) {
        return 0;
    }
    int fails = 0;
    int passes = STEPS_MAX + 1;
    while (passes - fails > 1) { /* better pushes never score less */
        int by = (fails + passes) / 2;
        double c = 0;
        for (uint32_t i = 0; i < count; i++) {
            c += mended(&events[i], guideline, advice, by).c;
        }
        bool is_pass =
            score_shown(100 * c / count * fmin(1, flow)) >= guideline->pass_score;
        *(is_pass ? &passes : &fails) = by;
    }
    return passes <= STEPS_MAX ? passes : 0;
}

const char *cpr_debrief_word(enum cpr_debrief_advice advice)
{
    static const char *const names[CPR_DEBRIEF_COUNT] = {
        [CPR_DEBRIEF_KEEP] = "keep",         [CPR_DEBRIEF_START] = "start",
        [CPR_DEBRIEF_DEEPER] = "deeper",     [CPR_DEBRIEF_LESS_DEEP] = "less_deep",
        [CPR_DEBRIEF_FASTER] = "faster",     [CPR_DEBRIEF_SLOWER] = "slower",
        [CPR_DEBRIEF_RELEASE] = "release",   [CPR_DEBRIEF_HANDS] = "hands",
        [CPR_DEBRIEF_NO_PAUSE] = "no_pause", [CPR_DEBRIEF_SHORT_PAUSE] = "short_pause",
        [CPR_DEBRIEF_BREATHE] = "breathe",
    };
    assert(names[advice]);
    return names[advice];
}
