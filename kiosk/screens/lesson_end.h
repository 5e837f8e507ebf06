/* SPDX-License-Identifier: MIT */
/* lesson_end: what stands behind the last card, or where a lesson has failed. Private to
 * lesson. */
#ifndef KIOSK_SCREENS_LESSON_END_H
#define KIOSK_SCREENS_LESSON_END_H

#include <stdbool.h>

#include "base/str.h"
#include "screens/parting.h"
#include "ui/ui.h"

struct kiosk;

/* `at` is the page of the words. `back` leads back to the last card; NULL: the lesson has
 * failed, and there is no way back. Returns what of the parting stands there. */
struct parting_seen lesson_end_draw(const struct kiosk *k, struct ui *ui,
                                    struct ui_rect page, const struct ui_button *back,
                                    int at);

void lesson_end_say(const struct kiosk *k, bool done, struct parting_seen seen,
                    struct str *out);

#endif
