/* SPDX-License-Identifier: MIT */
/*
 * stopped: what a visitor who has stopped a practice is offered: the result of what was
 * pressed, or another try. Who goes on pressing need not touch anything.
 */
#ifndef KIOSK_SCREENS_STOPPED_H
#define KIOSK_SCREENS_STOPPED_H

#include <stdbool.h>

#include "ui/ui.h"

struct kiosk;
struct str;

/* Whether there is something to offer now. */
bool stopped_is(const struct kiosk *k);

/* True when the event was one of the choices. */
bool stopped_input(struct kiosk *k, const struct ui_event *event);

/* The least height in which its words and buttons have room. */
float stopped_h(const struct kiosk *k, struct ui *ui, float w);

void stopped_draw(const struct kiosk *k, struct ui *ui, struct ui_rect rect);

/* Adds what is to be spoken; nothing where nothing is offered. */
void stopped_say(const struct kiosk *k, struct str *out);

#endif
