/* SPDX-License-Identifier: MIT */
/*
 * closing_words: what the codes of the end of the day say, in ASCII, so that each reader
 * gives the same.
 *
 *     LKD1 k6z3m0v9w2t 2026-11-28 touch=41 visit=33 lesson_done=20 ... head=<64 hex>
 *     LKS1 k6z3m0v9w2t 2026-11-28T17:05 version=0.1 runs=12 files=0 lessons=0 counts=0
 *     sound=0 manikin=3
 *
 *     LKD1 k6z3m0v9w2t 2026-11-28 until=17 visit=33 lesson_done=20 ... head=<64 hex>
 *
 * The first: the day's totals of what staff see on the desk, and the head of all days
 * before it (lkx/lkx.h): these are over, and nothing is added to them. The second is
 * for who looks after the machine: the last frame, the runs of the day, faults: files and
 * lessons that had to be left out, counts that are not written, no sound, and how the
 * worst manikin stands (enum ready_state). The third stands where everybody sees it: the
 * hours before `until`, and of the totals those alone that betray nobody.
 */
#ifndef KIOSK_SCREENS_STAFF_CLOSING_WORDS_H
#define KIOSK_SCREENS_STAFF_CLOSING_WORDS_H

#include <stdint.h>

#include "count/count.h"

struct kiosk;
struct str;

/* `today` has the sums of the day; "" of `head`: it is not known. */
void closing_words_day(const struct kiosk *k, const int64_t today[COUNT_KINDS],
                       const char *head, struct str *out);

/*
 * `sums` are of the hours before `until_hour`. One of 1 to 4 is left out
 * (report/small.h); all are where so few came, and the pushes of so few runs: each was
 * one visitor's for the most part.
 */
void closing_words_public(const struct kiosk *k, const int64_t sums[COUNT_KINDS],
                          int until_hour, const char *head, struct str *out);

void closing_words_state(const struct kiosk *k, const int64_t today[COUNT_KINDS],
                         struct str *out);

#endif
