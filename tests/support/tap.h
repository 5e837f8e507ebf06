/* SPDX-License-Identifier: MIT */
/*
 * tap: what every cmocka program of ours includes.
 *
 * Also a small random source with a printed seed. It is the same in every run, so that CI
 * judges the change and not the seed; TEST_SEED=n gives another. tools/draw tries many.
 */
#ifndef TESTS_SUPPORT_TAP_H
#define TESTS_SUPPORT_TAP_H

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

struct rng {
    uint64_t state;
};

/* Prints the seed, so that a failure can be repeated. */
static inline struct rng rng_begin(void)
{
    const char *given = getenv("TEST_SEED");
    uint64_t seed = given ? strtoull(given, NULL, 10) : 1;
    printf("# TEST_SEED=%llu\n", (unsigned long long)seed);
    return (struct rng){seed * 2654435761u + 88172645463325252u};
}

static inline uint64_t rng_u64(struct rng *rng)
{
    rng->state ^= rng->state << 13;
    rng->state ^= rng->state >> 7;
    rng->state ^= rng->state << 17;
    return rng->state;
}

/* Uniform in [low, high). */
static inline double rng_between(struct rng *rng, double low, double high)
{
    return low + (high - low) * ((double)(rng_u64(rng) >> 11) * 0x1p-53);
}

/* Uniform in [low, high], both included. */
static inline int rng_int(struct rng *rng, int low, int high)
{
    return low + (int)(rng_u64(rng) % (uint64_t)(high - low + 1));
}

/* Asked once for each of some things, of which `left` have not been asked for: takes
 * `*few` of them, each as likely as any other. All of them where TEST_ALL is set. */
static inline bool rng_takes(struct rng *rng, size_t *few, size_t left)
{
    bool takes = rng_int(rng, 0, (int)left - 1) < (int)*few;
    *few -= takes ? 1 : 0;
    return takes || getenv("TEST_ALL") != NULL;
}

/* Where every combination would take too long, a run looks at one of `parts`, by the
 * number of the commit (tools/test): so many commits in a row look at all. Printed, so
 * that a failure can be repeated; TEST_SAMPLE=n gives another, TEST_ALL all of them. */
static inline size_t sample_begin(void)
{
    const char *given = getenv("TEST_SAMPLE");
    size_t sample = given ? (size_t)strtoull(given, NULL, 10) : 1;
    printf(getenv("TEST_ALL") ? "# TEST_ALL\n" : "# TEST_SAMPLE=%zu\n", sample);
    return sample;
}

static inline bool sample_takes(size_t sample, size_t item, size_t parts)
{
    return (item + sample) % parts == 0 || getenv("TEST_ALL") != NULL;
}

/* Of four views, way up and language being the bits of `view`, the two that share
 * neither: each way up and each language of every item are in each run. */
static inline bool sample_takes_view(size_t sample, size_t item, int view)
{
    return sample_takes(sample, item + (size_t)((view ^ view >> 1) & 1), 2);
}

#endif
