/* SPDX-License-Identifier: MIT */
#include "station/tries.h"

#include <math.h>
#include <string.h>

#include "base/str.h"

static void keep_first(struct tries *tries, const struct run *run)
{
    tries->first_count = run->compression_count;
    for (uint32_t i = 0; i < run->compression_count; i++) {
        const struct cpr_compression *c = &run->compressions[i];
        tries->first[i] = (struct tries_bar){(float)(c->peak_us - run->start_us) / 1e6f,
                                             (float)c->depth_mm};
    }
}

void tries_add(struct tries *tries, const struct run *run)
{
    if (run->phase != RUN_FINISHED || run->result.trust != 0 ||
        isnan(run->result.score)) {
        return;
    }
    struct cpr_pair pair = run_pair(run);
    struct cpr_result shown = run->result;
    cpr_pair_forgive(&pair, run->plan.guideline, run->plan.mode, run->compressions,
                     run->compression_count, &shown);
    if (tries->mode != run->plan.mode || tries->by_two != (pair.count > 1) ||
        !str_equal(tries->guideline, run->plan.guideline->name)) {
        tries_forget(tries);
    }
    if (tries->count == 0) {
        tries->mode = run->plan.mode;
        tries->by_two = pair.count > 1;
        str_copy(tries->guideline, sizeof tries->guideline, run->plan.guideline->name);
        keep_first(tries, run);
    }
    tries->before = tries->now;
    tries->now = shown.score;
    tries->count++;
}

void tries_regard(struct tries *tries, const struct run *run)
{
    if (!str_equal(tries->guideline, run->plan.guideline->name)) {
        tries_forget(tries);
        tries_add(tries, run);
    }
}

void tries_forget(struct tries *tries)
{
    memset(tries, 0, sizeof *tries);
}

int tries_gained(const struct tries *tries)
{
    if (!tries || tries->count < 2) {
        return 0;
    }
    int gained = (int)(lround(tries->now) - lround(tries->before));
    return gained > 0 ? gained : 0;
}
