/* SPDX-License-Identifier: MIT */
/*
 * groups_today: which groups were taught today, by the counts, and one more. Private to
 * groups.
 */
#ifndef KIOSK_SCREENS_STAFF_GROUPS_TODAY_H
#define KIOSK_SCREENS_STAFF_GROUPS_TODAY_H

#include <stddef.h>
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

/* "学生：2 批，90 人，60 分钟"; `kind` is the word for it. */
void groups_today_words(const struct kiosk *k, const char *kind,
                        const struct groups_taught *taught, char *out, size_t size);

/* Groups of all kinds. */
int64_t groups_today_count(const struct groups_today *today);

enum groups_added {
    GROUPS_NONE,    /* nothing was added */
    GROUPS_COUNTED, /* it is in the file */
    GROUPS_WAITS,   /* for whoever presses */
    GROUPS_REFUSED, /* by the disk: it is tried again */
};

/* Counts a group, and reads `today` again. It counts on the day on which this is called:
 * a day that is over has its head already (lkx/lkx.h). */
enum groups_added groups_today_add(struct kiosk *k, struct groups_today *today,
                                   enum count_group group, int people, int minutes);

#endif
