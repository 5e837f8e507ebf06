/* SPDX-License-Identifier: MIT */
/*
 * tap: what every cmocka program of ours includes.
 *
 * Also a small random source with a printed seed. It is the same in every run, so that
 * CI judges the change and not the draw; TEST_SEED=n draws anew. tools/draw does so many
 * times.
 */
#ifndef TESTS_SUPPORT_TAP_H
#define TESTS_SUPPORT_TAP_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

struct draw {
    uint64_t state;
};

/* Prints the seed, so that a failure can be repeated. */
static inline struct draw draw_begin(void)
{
    const char *given = getenv("TEST_SEED");
    uint64_t seed = given ? strtoull(given, NULL, 10) : 1;
    printf("# TEST_SEED=%llu\n", (unsigned long long)seed);
    return (struct draw){seed * 2654435761u + 88172645463325252u};
}

static inline uint64_t draw_u64(struct draw *draw)
{
    draw->state ^= draw->state << 13;
    draw->state ^= draw->state >> 7;
    draw->state ^= draw->state << 17;
    return draw->state;
}

/* Uniform in [low, high). */
static inline double draw_between(struct draw *draw, double low, double high)
{
    return low + (high - low) * ((double)(draw_u64(draw) >> 11) * 0x1p-53);
}

/* Uniform in [low, high], both included. */
static inline int draw_int(struct draw *draw, int low, int high)
{
    return low + (int)(draw_u64(draw) % (uint64_t)(high - low + 1));
}

#endif
