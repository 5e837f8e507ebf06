/* SPDX-License-Identifier: MIT */
/*
 * page: what the staff's pages share.
 *
 * A page is a file here and a row in screens.def. Its `needs_pin` has the PIN asked
 * before, its `desk_id` and `desk_button` give it a button on the desk.
 */
#ifndef KIOSK_SCREENS_STAFF_PAGE_H
#define KIOSK_SCREENS_STAFF_PAGE_H

#include <stddef.h>

#include "ui/ui.h"

struct kiosk;

/* Staff who walk away do not leave the page open. */
enum { STAFF_QUIET_S = 120 };

/* Draws the ground and the bar with the way out ("back"); returns what is free. */
struct ui_rect staff_page(const struct kiosk *k, struct ui *ui);

/* The same with what to do next at the bar's other end, at most CHROME_ACTIONS_MAX. */
struct ui_rect staff_page_with(const struct kiosk *k, struct ui *ui,
                               const struct ui_button *actions, size_t count);

/* The middle of it, no wider than lines that are read: for a column of text. */
struct ui_rect staff_column(struct ui_rect room);

#endif
