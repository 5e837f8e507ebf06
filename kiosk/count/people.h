/* SPDX-License-Identifier: MIT */
/*
 * people: how many people stand behind person-times, as far as can be said.
 *
 * Nobody is known, so nobody is counted twice or once: of some visitors who were asked, a
 * share was there for the first time, and that share of all visits is people. It assumes
 * that who answered is like who did not.
 */
#ifndef KIOSK_COUNT_PEOPLE_H
#define KIOSK_COUNT_PEOPLE_H

#include <stdint.h>

struct count_people {
    int64_t low, high;
};

/*
 * Of `visits`, when `first` of `answered` (above 0) said that it was their first time:
 * with the 95 % interval of Wilson (1927), doi:10.1080/01621459.1927.10502953.
 */
struct count_people count_people_asked(int64_t visits, int64_t first, int64_t answered);

/* Of `visits`, when somebody states that a person comes `times_100` / 100 (1 or more)
 * times. */
struct count_people count_people_stated(int64_t visits, int64_t times_100);

#endif
