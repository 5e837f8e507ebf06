/* SPDX-License-Identifier: MIT */
/*
 * practice_parts: what the practice screen is made of, a file each: its foot, what stands
 * there before the first push, what stands there while somebody presses. Of use to
 * screens/practice.c alone.
 */
#ifndef KIOSK_SCREENS_PRACTICE_PARTS_H
#define KIOSK_SCREENS_PRACTICE_PARTS_H

#include <stdbool.h>
#include <stddef.h>

#include "ui/ui.h"

struct kiosk;
struct ready;
struct run_shown;
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

/* The way out, what to choose, and what there is to be said of the manikins; cut off
 * `page`. False: a note of some seconds has no room beside them in large text, and is to
 * be drawn in the place of what can wait. */
bool practice_foot(const struct kiosk *k, struct ui *ui, struct ui_rect *page,
                   enum practice_view view);

float practice_note_h(const struct kiosk *k, struct ui *ui, float w);
void practice_note(const struct kiosk *k, struct ui *ui, struct ui_rect rect);

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

/* ---- practice_gauges.c: the figures ------------------------------------------------ */

enum { PRACTICE_GAUGES_MAX = 4 };

typedef void practice_gauge(const struct run_shown *shown, struct ui *ui,
                            struct ui_rect rect);

/* Of the run: how long it still goes, and in 30:2 how far its cycle is. */
size_t practice_run_gauges(const struct kiosk *k, practice_gauge **out);
/* Of the newest pushes. Where nobody knows their depth, and in a test, how many there
 * were. */
size_t practice_push_gauges(const struct kiosk *k, practice_gauge **out);

void practice_row(const struct kiosk *k, struct ui *ui, struct ui_rect rect,
                  practice_gauge *const *gauges, size_t count);
/* Height of a row of them, of columns so wide. */
float practice_row_h(const struct kiosk *k, struct ui *ui, float column_w);

/* ---- practice_stopped.c: who has stopped, in large text ---------------------------- */

void practice_stopped(const struct kiosk *k, struct ui *ui, struct ui_rect page,
                      int shown);

/* ---- practice_live.c: while somebody presses --------------------------------------- */

/* A picture on a card of its own. */
void practice_figure(struct ui *ui, struct ui_rect rect, const struct scene_view *view);

/* What this manikin cannot do; NULL: nothing. */
const struct ready *practice_limits(const struct kiosk *k);

/* Whether the text is so large that there are fewer things at once. */
bool practice_is_large(const struct ui *ui);

/* `shown`: of who has stopped, the page of what has no room at once. */
void practice_live(const struct kiosk *k, struct ui *ui, struct ui_rect page, int shown);

#endif
