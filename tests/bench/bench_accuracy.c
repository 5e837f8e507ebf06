/* SPDX-License-Identifier: MIT */
/*
 * bench_accuracy: our compressions and those of three published methods, on the same
 * random waves in one run, against the known truth. Prints tables, judges nothing:
 * tests/unit/test_cpr_robust.c holds ours to its bounds.
 *
 *     bench_accuracy [WAVES]     5,250 unless told; TEST_SEED=n repeats a run
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bench/published.h"
#include "support/rescuer.h"
#include "support/tally.h"
#include "support/wave.h"

enum { METHODS = 4, EVENTS_MAX = 4096, WAVES = 5250 };

struct method {
    const char *name;
    published *find;
};

struct bench {
    struct tally tallies[RESCUER_KINDS][METHODS];
    unsigned waves[RESCUER_KINDS], distrusted[RESCUER_KINDS];
    uint64_t samples;
    struct rescuer rescuer;
    struct cpr_sample wave[RESCUER_SAMPLES];
    struct tally_event events[EVENTS_MAX];
    struct cpr_session session;
};

static struct bench bench;

static size_t ours(const struct published_run *run)
{
    struct cpr_guideline guideline = wave_guideline();
    struct cpr_compression done;
    size_t count = 0;
    cpr_start(&bench.session, &guideline, CPR_COMPRESSION_ONLY);
    for (size_t i = 0; i <= run->count; i++) {
        bool is_done = i < run->count ? cpr_add(&bench.session, &run->samples[i], &done)
                                      : cpr_finish(&bench.session, &done);
        if (is_done && count < run->max) {
            run->events[count++] =
                (struct tally_event){(double)(done.peak_us - run->start_us) / 1e6,
                                     done.depth_mm, done.rate_cpm};
        }
    }
    struct cpr_result result;
    cpr_result(&bench.session, &result);
    bench.distrusted[bench.rescuer.kind] += result.trust != 0;
    return count;
}

static const struct method methods[METHODS] = {
    {"life-kiosk", ours},
    {"5 mm threshold", published_threshold},
    {"10/20 mm zigzag", published_zigzag},
    {"moving window", published_window},
};

static void run_wave(enum rescuer_kind kind, struct rng *rng)
{
    struct rescuer *rescuer = &bench.rescuer;
    rescuer_draw(rescuer, kind, rng_int(rng, 2, 3), rng_int(rng, 10, 25), rng);
    struct published_run run = {
        .samples = bench.wave,
        .count = rescuer_sense(rescuer, rng, bench.wave, RESCUER_SAMPLES),
        .start_us = rescuer->start_us,
        .events = bench.events,
        .max = EVENTS_MAX,
    };
    bench.waves[kind]++;
    bench.samples += run.count;
    for (int i = 0; i < METHODS; i++) {
        size_t count = methods[i].find(&run);
        tally_add(&bench.tallies[kind][i], rescuer, bench.events, count);
    }
}

static void print_row(const char *kind, const char *name, const struct tally *tally)
{
    printf("%-18s%-16s%7u%8.4f%7u%9u |%7.3f%6.2f%7.3f |%8.3f%7.2f%8.3f\n", kind, name,
           tally->truths, tally_f1(tally), tally->missed, tally->invented,
           tally_mean(&tally->depth_mm), tally_quantile(&tally->depth_mm, 0.95),
           tally_mean(&tally->run_depth_mm), tally_mean(&tally->rate_cpm),
           tally_quantile(&tally->rate_cpm, 0.95), tally_mean(&tally->run_rate_cpm));
}

static void print_kinds(void)
{
    static struct tally all[METHODS];
    for (int kind = 0; kind <= RESCUER_KINDS; kind++) {
        for (int i = 0; i < METHODS; i++) {
            bool is_all = kind == RESCUER_KINDS;
            const struct tally *tally = is_all ? &all[i] : &bench.tallies[kind][i];
            const char *title =
                is_all ? "all waves" : rescuer_name((enum rescuer_kind)kind);
            print_row(i == 0 ? title : "", methods[i].name, tally);
            if (!is_all) {
                tally_merge(&all[i], tally);
            }
        }
    }
}

static void print_distrust(void)
{
    printf("life-kiosk distrusts the sensor:");
    for (int kind = 0; kind < RESCUER_KINDS; kind++) {
        printf("%s %s %u of %u", kind > 0 ? "," : "",
               rescuer_name((enum rescuer_kind)kind), bench.distrusted[kind],
               bench.waves[kind]);
    }
    printf("\n");
}

int main(int argc, char **argv)
{
    int waves = argc > 1 ? atoi(argv[1]) : WAVES;
    struct rng rng = rng_begin();
    for (int i = 0; i < waves; i++) {
        run_wave((enum rescuer_kind)(i % RESCUER_KINDS), &rng);
    }
    printf(
        "%d waves, %.1f million samples; the same samples for all\n"
        "mean and p95: |error| of a compression (81.92: or more); run: mean |error| of "
        "a wave's means\n"
        "%80s |%22s\n%-18s%-16s%7s%8s%7s%9s |%7s%6s%7s |%8s%7s%8s\n",
        waves, (double)bench.samples / 1e6, "depth, mm", "rate, /min", "waves", "method",
        "true", "F1", "missed", "invented", "mean", "p95", "run", "mean", "p95", "run");
    print_kinds();
    print_distrust();
    return 0;
}
