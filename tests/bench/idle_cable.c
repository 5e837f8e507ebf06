/* SPDX-License-Identifier: MIT */
/*
 * A cable on which nobody presses and 2 % of the readings are wild: no push may be
 * invented. Prints a row for each kind of wild reading and each pace, and fails when
 * there was one. 10 simulated hours a row take half a minute by the bench preset;
 * tools/test runs a short one.
 *
 *     idle_cable [HOURS [READINGS]]     10 hours unless told, and at most so many
 *                                       readings a row; TEST_SEED=n draws others
 */
#include "support/wave.h"

enum kind { TO_CEILING, TO_ZERO, TO_ANYTHING, KINDS };

static const char *const kind_names[KINDS] = {"ceiling", "zero", "anything"};
static const double rates_hz[] = {10, 14, 20, 33, 50, 100, 200, 500, 1000};

enum { RATES = sizeof rates_hz / sizeof *rates_hz, RUNS = 5 };

static const double wild_share = 0.02;

/* A sensor beside a chest at rest. */
struct idle {
    enum kind kind;
    double hz, uneven;
    double noise_mm, round_mm;
    double drift_mm, drift_s; /* swings so far in such a time; within trust */
    double ceiling_mm;        /* 8190 times what one is */
    double zero_mm;           /* as deep as a distance of nothing looks */
};

static struct idle draw(struct rng *rng, enum kind kind, double hz, bool drifts)
{
    static const double rounds_mm[] = {0, 0.1, 1};
    return (struct idle){
        .kind = kind,
        .hz = hz,
        .uneven = rng_between(rng, 0, 0.3),
        .noise_mm = rng_between(rng, 0, 1),
        .round_mm = rounds_mm[rng_int(rng, 0, 2)],
        .drift_mm = drifts ? rng_between(rng, 0.5, 2) : 0,
        .drift_s = rng_between(rng, 60, 7200),
        .ceiling_mm = exp(rng_between(rng, log(30), log(8190))),
        .zero_mm = rng_between(rng, 20, 250) * (rng_int(rng, 0, 1) ? 1 : -1),
    };
}

static double wild_mm(const struct idle *idle, struct rng *rng)
{
    switch (idle->kind) {
    case TO_CEILING: return idle->ceiling_mm;
    case TO_ZERO: return idle->zero_mm;
    case TO_ANYTHING:
    case KINDS: break;
    }
    return rng_between(rng, -50, 150);
}

static double reading_mm(const struct idle *idle, struct rng *rng, double t_s)
{
    if (rng_between(rng, 0, 1) < wild_share) {
        return wild_mm(idle, rng);
    }
    double mm = idle->drift_mm * sin(6.2831853 * t_s / idle->drift_s) +
                rng_between(rng, -idle->noise_mm, idle->noise_mm);
    return idle->round_mm > 0 ? floor(mm / idle->round_mm + 0.5) * idle->round_mm : mm;
}

static uint32_t pushes(const struct idle *idle, struct rng *rng, double seconds)
{
    static struct cpr_session session;
    struct cpr_guideline guideline = wave_guideline();
    struct cpr_sample sample = {.force_n = CPR_NOT_MEASURED,
                                .volume_ml = CPR_NOT_MEASURED,
                                .hands = CPR_HANDS_NOT_MEASURED};
    struct cpr_compression done;
    struct cpr_result result;
    double t_s = 0;
    cpr_start(&session, &guideline, CPR_COMPRESSION_ONLY);
    while (t_s < seconds) {
        sample.t_us = (int64_t)(t_s * 1e6);
        sample.depth_mm = reading_mm(idle, rng, t_s);
        cpr_add(&session, &sample, &done);
        t_s += (1 + rng_between(rng, -idle->uneven, idle->uneven)) / idle->hz;
    }
    while (cpr_finish(&session, &done)) {
    }
    cpr_result(&session, &result);
    return result.count;
}

int main(int argc, char **argv)
{
    double most_s = (argc > 1 ? strtod(argv[1], NULL) : 10) * 3600;
    double most = argc > 2 ? strtod(argv[2], NULL) : 1e9;
    struct rng rng = rng_begin();
    uint32_t all = 0;
    for (int kind = 0; kind < KINDS; kind++) {
        for (int rate = 0; rate < RATES; rate++) {
            uint32_t invented[2] = {0, 0};
            double seconds = fmin(most_s, most / rates_hz[rate]);
            for (int run = 0; run < 2 * RUNS; run++) {
                struct idle idle =
                    draw(&rng, (enum kind)kind, rates_hz[rate], run % 2 == 1);
                invented[run % 2] += pushes(&idle, &rng, seconds / (2 * RUNS));
            }
            printf("to %-8s  %5.0f Hz  %7.3f h  pushes invented: %u still, %u drifting\n",
                   kind_names[kind], rates_hz[rate], seconds / 3600, invented[0],
                   invented[1]);
            all += invented[0] + invented[1];
        }
    }
    printf("%u pushes invented\n", all);
    return all != 0;
}
