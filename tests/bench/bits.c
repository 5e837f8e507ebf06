/* SPDX-License-Identifier: MIT */
/*
 * bits: every bit that cpr gives for a set of random waves, as text. same_bits.sh builds
 * it with several compilers and compares what they print. Always the same waves.
 */
#include <inttypes.h>
#include <stdio.h>

#include "support/rescuer.h"
#include "support/wave.h"

enum { WAVES = 12 * RESCUER_KINDS };

static struct rescuer rescuer;
static struct cpr_sample samples[RESCUER_SAMPLES];
static struct wave_run run;

static void put(void *ctx, const char *text, size_t length)
{
    fwrite(text, 1, length, ctx);
}

/* Hexadecimal, so that nothing is rounded away. A NAN's sign does not count. */
static void print_bits(double value)
{
    if (isnan(value)) {
        printf(" -");
    } else {
        printf(" %a", value);
    }
}

static void print_run(void)
{
    for (int i = 0; i < run.count; i++) {
        const struct cpr_compression *it = &run.events[i];
        const double values[] = {it->depth_mm, it->release_mm, it->rate_cpm, it->duty,
                                 it->d,        it->r,          it->l,        it->c};
        printf("%d %" PRId64 " %" PRId64 " %" PRId64, i, it->start_us, it->peak_us,
               it->release_us);
        for (size_t at = 0; at < sizeof values / sizeof *values; at++) {
            print_bits(values[at]);
        }
        printf("\n");
    }
    print_bits(run.result.score);
    print_bits(run.result.mean_rate_cpm);
    print_bits(run.result.ccf_percent);
    printf(" trust %" PRIu32 "\n", run.result.trust);
    cpr_json(&run.result, run.events, (size_t)run.count, put, stdout);
}

int main(void)
{
    struct rng rng = {88172645463325252u};
    struct cpr_guideline guideline = wave_guideline();
    for (int i = 0; i < WAVES; i++) {
        rescuer_draw(&rescuer, (enum rescuer_kind)(i % RESCUER_KINDS), 2, 12, &rng);
        size_t count = rescuer_sense(&rescuer, &rng, samples, RESCUER_SAMPLES);
        struct cpr_compression done;
        run.count = 0;
        cpr_start(&run.session, &guideline, i % 2 == 0 ? CPR_COMPRESSION_ONLY : CPR_30_2);
        for (size_t at = 0; at < count; at++) {
            if (cpr_add(&run.session, &samples[at], &done)) {
                wave_keep(&run, &done);
            }
        }
        while (cpr_finish(&run.session, &done)) {
            wave_keep(&run, &done);
        }
        cpr_result(&run.session, &run.result);
        printf("wave %d: %s, %zu samples\n", i, rescuer_name(rescuer.kind), count);
        print_run();
    }
    return 0;
}
