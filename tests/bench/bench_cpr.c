/* SPDX-License-Identifier: MIT */
/*
 * How fast, how large, how much memory: cpr alone, printed as a table. Build the release
 * preset and run it; nothing is asserted. Processor time is counted, so that a busy
 * machine disturbs little; the ratio is to the budget of 20 million samples a second.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "support/wave.h"

enum { SECONDS = 3600, ROUNDS = 15 };

static const double budget = 20e6; /* samples a second */

static size_t allocations;

/* Linked with --wrap: every call of malloc comes here. */
void *__real_malloc(size_t size);
void *__wrap_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__real_realloc(void *old, size_t size);
void *__wrap_realloc(void *old, size_t size);

void *__wrap_malloc(size_t size)
{
    allocations++;
    return __real_malloc(size);
}

void *__wrap_calloc(size_t count, size_t size)
{
    allocations++;
    return __real_calloc(count, size);
}

void *__wrap_realloc(void *old, size_t size)
{
    allocations++;
    return __real_realloc(old, size);
}

static double now_s(void)
{
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

/* An hour of 30:2 by a sound sensor. */
static size_t fill(struct cpr_sample *samples, size_t room, double hz, double noise_mm)
{
    struct rng rng = {88172645463325252u};
    struct wave wave = wave_perfect();
    wave.hz = hz;
    wave.noise_mm = noise_mm;
    wave.round_mm = 0.1;
    wave.pushes = 30;
    wave.pause_s = 5;
    wave.bouts = (int)(SECONDS / (30 * 60 / wave.rate_cpm + wave.pause_s));
    double t_s = 0;
    size_t count = 0;
    while (count < room && wave_next(&wave, &rng, &t_s, &samples[count])) {
        count++;
    }
    return count;
}

static void measure(double hz, double noise_mm)
{
    size_t room = (size_t)(hz * SECONDS);
    struct cpr_sample *samples = __real_malloc(room * sizeof *samples);
    if (!samples) {
        return;
    }
    struct cpr_guideline guideline = wave_guideline();
    size_t count = fill(samples, room, hz, noise_mm);
    double best_s = 1e9;
    struct cpr_result result;
    allocations = 0;
    for (int round = 0; round < ROUNDS; round++) {
        struct cpr_session session;
        struct cpr_compression done;
        double start_s = now_s();
        cpr_start(&session, &guideline, CPR_30_2);
        for (size_t i = 0; i < count; i++) {
            cpr_add(&session, &samples[i], &done);
        }
        while (cpr_finish(&session, &done)) {
        }
        cpr_result(&session, &result);
        double took_s = now_s() - start_s;
        best_s = took_s < best_s ? took_s : best_s;
    }
    printf(
        "%6.0f Hz  %4.1f mm noise  %9zu samples  %6.1f million/s  %4.2f of the budget  "
        "%6u compressions  %zu allocations\n",
        hz, noise_mm, count, (double)count / best_s / 1e6,
        (double)count / best_s / budget, result.count, allocations);
    free(samples);
}

int main(void)
{
    printf("state: %zu bytes a session\n", sizeof(struct cpr_session));
    measure(50, 0.2);
    measure(100, 0);
    measure(100, 0.2);
    measure(200, 0.2);
    measure(1000, 0);
    measure(1000, 0.2);
    return 0;
}
