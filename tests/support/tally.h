/* SPDX-License-Identifier: MIT */
/*
 * tally: detections compared with the truth, one to one.
 *
 * A detection within half a period of a true compression is that compression; the nearest
 * is taken. What is left over was invented, what is not found was missed. Depths and
 * rates are compared only where both sides are the same compression and the truth has
 * one.
 */
#ifndef TESTS_SUPPORT_TALLY_H
#define TESTS_SUPPORT_TALLY_H

#include "support/rescuer.h"

enum { TALLY_BINS = 8192 };

/* Absolute errors in hundredths. The last bin takes all that is larger. */
struct tally_errors {
    unsigned count;
    double sum;
    unsigned bins[TALLY_BINS];
};

struct tally {
    unsigned truths, matched, missed, invented;
    unsigned unrated; /* a match without a rate where the truth has one */
    struct tally_errors depth_mm, rate_cpm;         /* of each compression */
    struct tally_errors run_depth_mm, run_rate_cpm; /* of a wave's means over them */
};

/* What any method says of a compression. */
struct tally_event {
    double t_s; /* of the peak, from the rescuer's start */
    double depth_mm;
    double rate_cpm; /* NAN: says nothing */
};

/* Both lists in the order of time. */
void tally_add(struct tally *tally, const struct rescuer *rescuer,
               const struct tally_event *events, size_t count);

/* Adds up what two tallies hold. */
void tally_merge(struct tally *tally, const struct tally *other);

/* 2 matched / (2 matched + missed + invented); 1 when there was nothing to find. */
double tally_f1(const struct tally *tally);

/* NAN when nothing was compared. */
double tally_mean(const struct tally_errors *errors);

/* As much as `share` of the errors are not larger; to a hundredth. */
double tally_quantile(const struct tally_errors *errors, double share);

#endif
