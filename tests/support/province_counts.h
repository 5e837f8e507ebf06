/* SPDX-License-Identifier: MIT */
/*
 * province_counts: made-up counts of many kiosks, as sources of counts.
 *
 * A kiosk and a day always have the same sums, whichever days are asked for and in what
 * order: all is drawn from the seed, the kiosk's number and the day. Each open day has as
 * many rows as its share of the kiosk's; some days are lost. Metrics, subjects, details
 * and versions are those that a kiosk writes.
 */
#ifndef TESTS_SUPPORT_PROVINCE_COUNTS_H
#define TESTS_SUPPORT_PROVINCE_COUNTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "count/row.h"

struct province_kiosk {
    uint64_t seed; /* of the province */
    int number;    /* from 0 */
    int from_day;  /* 20250101 */
    int days;      /* how many, from that on */
    int64_t rows;  /* over all days; as many as fit */
    int closed;    /* weekday, 1 Monday to 7 Sunday; 0: always open */
    int late_day;  /* on that day `late` visits more have been counted; 0: none */
    int64_t late;
};

/* Borrows the kiosk. */
struct count_source province_source(struct province_kiosk *kiosk);

#endif
