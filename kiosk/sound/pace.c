/* SPDX-License-Identifier: MIT */
#include "sound/pace.h"

#include <math.h>

enum { SECOND_US = 1000000 };

static double samples_in(const struct pace *pace, int64_t us)
{
    return (double)us * pace->rate_hz / SECOND_US;
}

static double ms_as_samples(const struct pace *pace, int ms)
{
    return (double)ms * pace->rate_hz / 1000;
}

static double expected_at(const struct pace *pace, int64_t now_us)
{
    return pace->anchor + samples_in(pace, now_us - pace->anchor_us);
}

/* Follows the card by a little, so that a small and lasting difference never adds up. */
static void follow(struct pace *pace, int64_t now_us)
{
    double expected = expected_at(pace, now_us);
    double most = (expected - pace->anchor) * PACE_SLEW_PPM / 1e6;
    double error = (double)pace->position - expected;
    pace->anchor = expected + fmax(-most, fmin(most, error));
    pace->anchor_us = now_us;
}

struct pace_due pace_take(struct pace *pace, int64_t now_us, size_t wanted)
{
    struct pace_due due = {.play = wanted};
    if (!pace->going) {
        pace->going = true;
        pace->anchor_us = now_us;
        pace->anchor = (double)pace->position;
    }
    follow(pace, now_us);
    double late = pace->anchor - (double)pace->position;
    if (late > ms_as_samples(pace, PACE_LAG_MS)) {
        due.skip = (size_t)late;
        pace->position += (int64_t)due.skip;
    }
    double room =
        pace->anchor + ms_as_samples(pace, PACE_LEAD_MS) - (double)pace->position;
    if (room < (double)wanted) {
        due.play = room > 0 ? (size_t)room : 0;
    }
    pace->taken_us = now_us;
    pace->taken_from = pace->position;
    pace->wanted = wanted;
    pace->position += (int64_t)due.play;
    return due;
}

int64_t pace_heard(const struct pace *pace, int64_t now_us)
{
    if (!pace->going) {
        return 0;
    }
    double heard = (double)pace->taken_from - (double)pace->wanted +
                   samples_in(pace, now_us - pace->taken_us);
    heard = fmin(heard, (double)pace->position);
    return heard > 0 ? (int64_t)heard : 0;
}
