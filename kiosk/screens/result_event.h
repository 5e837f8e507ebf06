/* SPDX-License-Identifier: MIT */
/*
 * result_event: the result at the pace of an event: the points, a line of praise, the one
 * thing to change, whose turn it is. Read in 4 s, because the next visitor is asked
 * after five; a touch anywhere asks him at once. Private to the result.
 */
#ifndef KIOSK_SCREENS_RESULT_EVENT_H
#define KIOSK_SCREENS_RESULT_EVENT_H

#include <stdbool.h>

#include "ui/ui.h"

struct kiosk;
struct str;

/* Whether this is how a run that has ended is shown. */
bool result_event_is(const struct kiosk *k);

void result_event_draw(const struct kiosk *k, struct ui *ui);
void result_event_say(const struct kiosk *k, struct str *out);

#endif
