/* SPDX-License-Identifier: MIT */
/*
 * stages: the three steps in which pressing is learnt: to see how it is done, to do it
 * with help, to do it alone. Shown as a row of three; a touch goes to any of them.
 *
 * Who watches may press at any time: the run that waits begins, and it is the second
 * step.
 */
#ifndef KIOSK_SCREENS_STAGES_H
#define KIOSK_SCREENS_STAGES_H

#include <stdbool.h>

#include "ui/ui.h"

struct kiosk;

/* So long is shown how it is done. */
enum { STAGES_WATCH_S = 15 };

enum stages_step { STAGE_WATCH, STAGE_HELPED, STAGE_ALONE, STAGES };

/* Of the run that waits or goes on. */
enum stages_step stages_now(const struct kiosk *k);

/* The row and the gap below it, cut off `page`; nothing where a lesson has chosen. */
void stages_draw(const struct kiosk *k, struct ui *ui, struct ui_rect *page);

/* Three small discs with the present one bright, for whoever presses; nothing where they
 * have no room, or a lesson has chosen. */
void stages_dots(const struct kiosk *k, struct ui *ui, struct ui_rect rect);

/* True when the event was a step of the row. */
bool stages_input(struct kiosk *k, const struct ui_event *event);

/* Once a frame: who has watched for long enough, or begun, has seen it. */
void stages_tick(struct kiosk *k);

#endif
