/* SPDX-License-Identifier: MIT */
/*
 * days: of which days of a month a kiosk should have counts, and of which it has.
 */
#ifndef COVERAGE_FIGURES_DAYS_H
#define COVERAGE_FIGURES_DAYS_H

#include <stddef.h>
#include <stdint.h>

#include "county/county.h"
#include "figures/figures.h"

/* What is known of one kiosk; `offs` are its own. */
struct days_of {
    const struct county_kiosk *kiosk;
    const struct county_off *offs;
    size_t off_count;
    int today;
};

/* Of one month, 202603; `on` and `known` as in struct county_month. */
struct figures_days figures_days_in(const struct days_of *of, int month, uint32_t on,
                                    uint32_t known);

void figures_days_add(struct figures_days *to, const struct figures_days *days);

/* The month after, 202701 of 202612. */
int figures_month_after(int month);

/* Its last day, 20260331. */
int figures_month_end(int month);

#endif
