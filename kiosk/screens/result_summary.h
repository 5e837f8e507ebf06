/* SPDX-License-Identifier: MIT */
/*
 * result_summary: the result at a glance: the score, what to change, the pictures, and
 * what ends a visit; all at once where there is room, else on pages. Private to result.
 */
#ifndef KIOSK_SCREENS_RESULT_SUMMARY_H
#define KIOSK_SCREENS_RESULT_SUMMARY_H

#include "base/str.h"
#include "screens/parting.h"
#include "ui/ui.h"

struct kiosk;

/* Page `at` of the run that is shown. `seen` gets what of the end of a visit stands
 * there. */
void result_summary_draw(const struct kiosk *k, struct ui *ui, struct ui_rect page,
                         int at, struct parting_seen *seen);

/* The same to be spoken, as it stands in `room`. */
void result_summary_say(const struct kiosk *k, struct ui_rect room, int at,
                        struct str *out);

#endif
