/* SPDX-License-Identifier: MIT */
/* groups_today: which groups were taught today, by the counts. Private to groups. */
#ifndef KIOSK_SCREENS_STAFF_GROUPS_TODAY_H
#define KIOSK_SCREENS_STAFF_GROUPS_TODAY_H

#include <stdint.h>

#include "count/count.h"

struct kiosk;

struct groups_taught {
    int64_t groups, people, minutes;
};

struct groups_today {
    struct groups_taught kinds[COUNT_GROUPS];
};

/* All 0 where there is no store. */
void groups_today_read(struct kiosk *k, struct groups_today *today);

/* Groups of all kinds. */
int64_t groups_today_count(const struct groups_today *today);

#endif
