/* SPDX-License-Identifier: MIT */
/*
 * practice_parts: what the practice screen is made of, a file each: its foot, what stands
 * there before the first push, what stands there while somebody presses. Of use to
 * screens/practice.c alone.
 */
#ifndef KIOSK_SCREENS_PRACTICE_PARTS_H
#define KIOSK_SCREENS_PRACTICE_PARTS_H

#include <stdbool.h>

#include "ui/ui.h"

struct kiosk;
struct str;

/* What the visitor sees now. */
enum practice_view {
    PRACTICE_TOLD, /* that a push can not begin now, and why */
    PRACTICE_LOST,
    PRACTICE_WAITING,
    PRACTICE_PRESSING,
};

/* ---- practice_foot.c: what can be touched ------------------------------------------ */

/* Breaths are asked for after thirty pushes. */
bool practice_cycles(const struct kiosk *k);

/* The way out, what to choose, and where there is room what manikin it is; cut off
 * `page`. */
void practice_foot(const struct kiosk *k, struct ui *ui, struct ui_rect *page,
                   enum practice_view view);

/* Whether it is asked who presses. */
bool practice_asks_presser(const struct kiosk *k, enum practice_view view);

/* True when the event was a choice of how, or by whom, is pressed. */
bool practice_choose(struct kiosk *k, enum practice_view view,
                     const struct ui_event *event);

/* ---- practice_waiting.c: before the first push ------------------------------------- */

/* `shown`: the page of what has no room at once. */
void practice_waiting(const struct kiosk *k, struct ui *ui, struct ui_rect page,
                      int shown);
void practice_waiting_say(const struct kiosk *k, struct str *out);

/* Seconds for a picture that presses with the beat that is heard, as long as there is
 * one. */
float practice_beat_s(const struct kiosk *k);

/* ---- practice_watch.c: how it is done, for who wants to see it first --------------- */

void practice_watch(const struct kiosk *k, struct ui *ui, struct ui_rect page);
void practice_watch_say(const struct kiosk *k, struct str *out);

/* ---- practice_live.c: while somebody presses --------------------------------------- */

/* A picture on a card of its own. */
void practice_figure(struct ui *ui, struct ui_rect rect, const struct scene_view *view);

void practice_live(const struct kiosk *k, struct ui *ui, struct ui_rect page);

#endif
