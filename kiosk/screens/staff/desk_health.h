/* SPDX-License-Identifier: MIT */
/* desk_health: how the machine is, in words for the staff. */
#ifndef KIOSK_SCREENS_STAFF_DESK_HEALTH_H
#define KIOSK_SCREENS_STAFF_DESK_HEALTH_H

#include "base/str.h"

struct kiosk;

/* Which of several manikins staff should see to first: the one that is hindered most. One
 * that is not there hinders nobody while another is. */
int desk_worst_station(const struct kiosk *k);

/* What is wrong, or that all is well, a line a sentence; counts first. The caller frees
 * it. */
struct str desk_health(const struct kiosk *k);

#endif
