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

/* As it was drawn last. */
struct lesson_end {
    struct ui_rect room;      /* of the words; empty: it was not drawn */
    bool foot;                /* the parting stands below them, else on their pages */
    struct parting_seen seen; /* what of it stands on the screen */
};

/* `at` is the page of the words. `back` leads back to the last card; NULL: the lesson has
 * failed, and there is no way back. */
struct lesson_end lesson_end_draw(const struct kiosk *k, struct ui *ui,
                                  struct ui_rect page, const struct ui_button *back,
                                  int at);

/* What stands on that page. */
void lesson_end_say(const struct kiosk *k, bool done, const struct lesson_end *end,
                    int at, struct str *out);

#endif
