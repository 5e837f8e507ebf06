/* SPDX-License-Identifier: MIT */
/*
 * published: three published ways to find compressions, rewritten from their
 * descriptions, to compare with ours in bench_accuracy. Nothing of this runs in a kiosk.
 *
 * None of them says how a rate is cut off at a pause, so all get the same rule: no rate
 * after 2 s without a compression.
 */
#ifndef TESTS_BENCH_PUBLISHED_H
#define TESTS_BENCH_PUBLISHED_H

#include "support/tally.h"

struct published_run {
    const struct cpr_sample *samples;
    size_t count;
    int64_t start_us;
    struct tally_event *events; /* room for `max` of them */
    size_t max;
};

/* How many events. */
typedef size_t published(const struct published_run *run);

/*
 * A compression begins when the depth passes 5 mm downwards and ends when it is less
 * again; its depth is the largest in between.
 * README of MediHackers/laerdal-qcpr-bluetooth, on reading a manikin's depth stream.
 */
published published_threshold;

/*
 * Zigzag: a direction has turned after 10 mm the other way; a push of less than 20 mm, or
 * less than 0.3 s after the one before, is not one. JanKlittichDev/Live_CPR_Feedback_App:
 * 1 cm prominence, 2 cm amplitude, 0.3 s period.
 */
published published_zigzag;

/*
 * Moving window: a sample that is the largest within 150 ms either side, and at least
 * 15 mm deep. The usual peak finder, as in scipy.signal.argrelmax(order) and in the
 * "minimum peak distance" of others; 300 ms is 200 /min.
 */
published published_window;

#endif
