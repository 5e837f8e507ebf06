/* SPDX-License-Identifier: MIT */
/* touch: whether fingers can tell the things on a screen apart. */
#ifndef TESTS_SUPPORT_TOUCH_H
#define TESTS_SUPPORT_TOUCH_H

#include "base/str.h"
#include "support/tap.h"
#include "ui/ui.h"

/* Design 10: touch targets 20 mm, 15 least; 4 units are a millimetre. */
static const float TOUCH_LEAST = 60;

static inline bool touch_meet(struct ui_rect a, struct ui_rect b)
{
    const float slack = 1;
    return a.x + a.w > b.x + slack && b.x + b.w > a.x + slack &&
           a.y + a.h > b.y + slack && b.y + b.h > a.y + slack;
}

/* What can be touched anywhere on the screen, and has its buttons on it. */
static inline bool touch_is_backdrop(const struct ui *ui, struct ui_rect r)
{
    return r.w >= ui_width(ui) - 1 && r.h >= ui_height(ui) - 1;
}

/* Says what a finger could not hit, or could hit two of; returns how many. */
static inline int touch_faults(const struct ui *ui, const char *name)
{
    int faults = 0;
    struct ui_rect a;
    const char *label = NULL;
    const char *id = NULL;
    for (size_t i = 0; (id = ui_touchable(ui, i, &a, &label)); i++) {
        bool corner = str_equal(id, "corner") || touch_is_backdrop(ui, a);
        if (!corner && (a.w < TOUCH_LEAST || a.h < TOUCH_LEAST)) {
            print_error("%s: #%s is too small: %.0f x %.0f\n", name, id, (double)a.w,
                        (double)a.h);
            faults++;
        }
        if (!corner && (!label || !*label)) {
            print_error("%s: #%s has no spoken label\n", name, id);
            faults++;
        }
        struct ui_rect b;
        const char *other = NULL;
        for (size_t j = i + 1; !corner && (other = ui_touchable(ui, j, &b, &label));
             j++) {
            if (!str_equal(other, "corner") && touch_meet(a, b)) {
                print_error("%s: #%s and #%s overlap\n", name, id, other);
                faults++;
            }
        }
        ui_touchable(ui, i, &a, &label);
    }
    return faults;
}

#endif
