/* SPDX-License-Identifier: MIT */
/*
 * offering: which lessons the visitor is offered, and in what order: those of a campaign
 * that is on, then the hall's set, then those for its audience, then all others.
 */
#ifndef KIOSK_SCREENS_OFFERING_H
#define KIOSK_SCREENS_OFFERING_H

#include <stdbool.h>
#include <stddef.h>

#include "conf/offers.h"
#include "lesson/catalog.h"

struct kiosk;

enum { OFFERING_ALL = -1 };

/* Which of them are asked for. */
struct offering_filter {
    int topic;    /* place in the catalogue's topics, or OFFERING_ALL */
    bool set;     /* those of the hall's set alone */
    int audience; /* row of audiences.def, or OFFERING_ALL */
    int minutes;  /* at most so many; 0: any */
};

/* Their places in the catalogue into `out`; returns how many. */
size_t offering_lessons(const struct kiosk *k, const struct offering_filter *filter,
                        size_t out[CATALOG_LESSONS_MAX]);

/* The hall's set; NULL where the settings choose none, where hardly anything of it is
 * there, or nothing else. */
const struct conf_set *offering_set(const struct kiosk *k);

/* The campaigns that are on, the first one first; returns how many. */
size_t offering_campaigns(const struct kiosk *k,
                          const struct conf_campaign *out[CONF_CAMPAIGNS_MAX]);

/* The lesson of the day. */
struct offering_today {
    const struct catalog_item *item;
    const struct conf_campaign *campaign; /* whose lesson it is; NULL: of none */
};

/* False when there is no lesson to offer. */
bool offering_today(const struct kiosk *k, struct offering_today *today);

#endif
