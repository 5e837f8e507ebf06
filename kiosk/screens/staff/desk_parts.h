/* SPDX-License-Identifier: MIT */
/* desk_parts: what the desk and other pages of staff ask alike. */
#ifndef KIOSK_SCREENS_STAFF_DESK_PARTS_H
#define KIOSK_SCREENS_STAFF_DESK_PARTS_H

struct kiosk;

/* Which of several manikins staff should see to first: the one that is hindered most. One
 * that is not there hinders nobody while another is. */
int desk_worst_station(const struct kiosk *k);

#endif
