/* SPDX-License-Identifier: MIT */
/*
 * merge: adding up what kiosks hand in late, twice and out of order.
 *
 * A kiosk never hands in an increment, always the whole sum of a key, whose revision
 * grows with every change. So of several states of one key the one with the highest
 * revision is the newest, in whichever file it came.
 */
#ifndef KIOSK_COUNT_MERGE_H
#define KIOSK_COUNT_MERGE_H

#include <stdbool.h>
#include <stddef.h>

#include "count/row.h"

/* Whether the rows are ordered by key and no key stands there twice. */
bool count_sorted(const struct count_row *rows, size_t count);

/* What a state of a key that is given is to the one that is there. */
enum count_state {
    COUNT_SAME,
    COUNT_NEWER,
    COUNT_OLDER,
    COUNT_SHRUNK, /* the one with the higher revision has the smaller n */
    COUNT_TWO,    /* one revision, two n; as the one above, no kiosk does so */
};

enum count_state count_against(const struct count_row *there,
                               const struct count_row *given);

/*
 * The newest state of each key that stands in `a` or `b`, which are sorted and of one
 * kiosk; `out` has room for both together and overlaps neither. How many rows it got,
 * sorted. In whatever order and however often files are merged, the outcome is the same:
 * of two states with one revision, which one kiosk does not write, the larger n stands.
 */
size_t count_merge(const struct count_row *a, size_t a_count, const struct count_row *b,
                   size_t b_count, struct count_row *out);

#endif
