/* SPDX-License-Identifier: MIT */
/*
 * heart: one heart for all who have ever pressed in this hall, with the number of their
 * pushes beside it. It knows the sum alone.
 */
#ifndef KIOSK_SCREENS_HEART_H
#define KIOSK_SCREENS_HEART_H

#include "ui/ui.h"

struct kiosk;
struct str;

/* Height it needs in a column `w` wide; 0: it is not shown, since no manikin is there and
 * none has ever been pressed. */
float heart_h(const struct kiosk *k, struct ui *ui, float w);

/* How far it is in a beat, 0 at rest to 1: 50 a minute, by the time on this screen. It
 * stands still where the visitor wants it calm, and before the first push. */
float heart_beat(const struct kiosk *k);

void heart_draw(const struct kiosk *k, struct ui *ui, struct ui_rect rect);

void heart_say(const struct kiosk *k, struct str *out);

#endif
