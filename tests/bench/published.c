/* SPDX-License-Identifier: MIT */
#include "bench/published.h"

static const double silence_s = 2.0;

static size_t put(const struct published_run *run, size_t count,
                  const struct cpr_sample *peak)
{
    struct tally_event event = {.t_s = (double)(peak->t_us - run->start_us) / 1e6,
                                .depth_mm = peak->depth_mm,
                                .rate_cpm = CPR_NOT_MEASURED};
    if (count == run->max) {
        return count;
    }
    if (count > 0 && event.t_s - run->events[count - 1].t_s < silence_s) {
        event.rate_cpm = 60 / (event.t_s - run->events[count - 1].t_s);
    }
    run->events[count] = event;
    return count + 1;
}

size_t published_threshold(const struct published_run *run)
{
    static const double line_mm = 5;
    size_t count = 0;
    const struct cpr_sample *peak = NULL;
    for (const struct cpr_sample *it = run->samples; it < run->samples + run->count;
         it++) {
        if (it->depth_mm >= line_mm) {
            peak = !peak || it->depth_mm > peak->depth_mm ? it : peak;
        } else if (peak) {
            count = put(run, count, peak);
            peak = NULL;
        }
    }
    return count;
}

size_t published_zigzag(const struct published_run *run)
{
    static const double turn_mm = 10;
    static const double amplitude_mm = 20;
    static const double period_s = 0.3;
    size_t count = 0;
    bool down = false; /* the chest goes down: a peak is looked for */
    const struct cpr_sample *high = run->samples;
    const struct cpr_sample *low = run->samples;
    for (const struct cpr_sample *it = run->samples; it < run->samples + run->count;
         it++) {
        high = it->depth_mm > high->depth_mm ? it : high;
        if (!down) {
            low = it->depth_mm < low->depth_mm ? it : low;
            down = it->depth_mm >= low->depth_mm + turn_mm;
            high = it;
        } else if (it->depth_mm <= high->depth_mm - turn_mm) {
            double t_s = (double)(high->t_us - run->start_us) / 1e6;
            if (high->depth_mm - low->depth_mm >= amplitude_mm &&
                (count == 0 || t_s - run->events[count - 1].t_s >= period_s)) {
                count = put(run, count, high);
            }
            down = false;
            low = it;
        }
    }
    return count;
}

size_t published_window(const struct published_run *run)
{
    static const double least_mm = 15;
    static const int64_t half_us = 150000;
    size_t count = 0;
    const struct cpr_sample *end = run->samples + run->count;
    for (const struct cpr_sample *it = run->samples; it < end; it++) {
        bool is_peak = it->depth_mm >= least_mm;
        /* Of equals the first. */
        for (const struct cpr_sample *before = it;
             is_peak && before > run->samples && it->t_us - before[-1].t_us <= half_us;
             before--) {
            is_peak = before[-1].depth_mm < it->depth_mm;
        }
        for (const struct cpr_sample *after = it;
             is_peak && after + 1 < end && after[1].t_us - it->t_us <= half_us; after++) {
            is_peak = after[1].depth_mm <= it->depth_mm;
        }
        if (is_peak) {
            count = put(run, count, it);
        }
    }
    return count;
}
