/* SPDX-License-Identifier: MIT */
/*
 * link_bench: what the tests of link share: a link, the machine it runs on, a manikin
 * that counts, and a clock moved by hand.
 */
#ifndef TESTS_SUPPORT_LINK_BENCH_H
#define TESTS_SUPPORT_LINK_BENCH_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "base/clock.h"
#include "link/link.h"
#include "support/cable.h"
#include "support/tap.h"

static const int64_t MS = 1000; /* in microseconds */

enum { STEP_MS = 10, STEP_US = 10000 };

struct bench {
    struct clock clock;
    struct cable cable;
    struct link *link;
    int manikin; /* index of its port */
    uint16_t seq;
    uint32_t t_us;
    struct cpr_sample got[LINK_SAMPLES_MAX];
    size_t count; /* of the last poll */
    struct cpr_sample last;
    size_t total;
};

static inline void bench_begin(struct bench *bench, const char *target, int baud)
{
    *bench = (struct bench){.seq = 7, .t_us = 1250000};
    clock_init_moved(&bench->clock, 0);
    clock_move(&bench->clock, 3600 * (int64_t)1000000);
    cable_init(&bench->cable);
    bench->manikin = cable_add(&bench->cable, "/dev/ttyUSB0", baud);
    bench->link = link_create_from(target, &bench->clock, &bench->cable.source);
    assert_non_null(bench->link);
}

static inline void bench_end(struct bench *bench)
{
    link_destroy(bench->link);
    cable_finish(&bench->cable);
}

static inline size_t poll_now(struct bench *bench)
{
    bench->count = link_poll(bench->link, bench->got, LINK_SAMPLES_MAX);
    for (size_t i = 0; i < bench->count; i++) {
        if (bench->total > 0) {
            assert_true(bench->got[i].t_us > bench->last.t_us);
        }
        bench->last = bench->got[i];
        bench->total++;
    }
    return bench->count;
}

/* Time passes in steps of a sample, while the manikin sends, or is silent. */
static inline void pass(struct bench *bench, int ms, bool sending)
{
    for (int i = 0; i < ms / STEP_MS; i++) {
        clock_move(&bench->clock, STEP_MS * MS);
        bench->t_us += STEP_US;
        bench->seq++;
        if (sending) {
            cable_say_sample(&bench->cable, bench->manikin, bench->seq, bench->t_us, 523);
        }
        poll_now(bench);
    }
}

static inline struct link_status status_of(const struct bench *bench)
{
    struct link_status status;
    link_status(bench->link, &status);
    return status;
}

/* Milliseconds of sending until the link is ready; fails the test after `limit_ms`. */
static inline int ready_after(struct bench *bench, int limit_ms)
{
    for (int ms = 0; ms <= limit_ms; ms += STEP_MS) {
        if (status_of(bench).state == LINK_READY) {
            return ms;
        }
        pass(bench, STEP_MS, true);
    }
    fail_msg("not ready within %d ms", limit_ms);
    return -1;
}

static inline void say(struct bench *bench, const char *text)
{
    cable_say(&bench->cable, bench->manikin, text, strlen(text));
}

static inline void heard_is(struct bench *bench, const char *text)
{
    char heard[256];
    cable_hear(&bench->cable, bench->manikin, heard, sizeof heard);
    assert_string_equal(heard, text);
}

#endif
