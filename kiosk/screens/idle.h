/* SPDX-License-Identifier: MIT */
/*
 * idle: brings the kiosk back to its start when the visitor has gone.
 *
 * After `idle_s` of quiet a countdown stands over the screen; any touch or push ends it,
 * ten times a session. Never during a run.
 */
#ifndef KIOSK_SCREENS_IDLE_H
#define KIOSK_SCREENS_IDLE_H

#include <stdbool.h>

struct kiosk;
struct str;
struct ui;

/* Once a frame, before the screen's own tick. */
void idle_tick(struct kiosk *k);

/* A touch or a push has come. True when it only ended the countdown: the touch is used up
 * and no screen gets it. */
bool idle_input(struct kiosk *k);

/* The countdown over the screen's own drawing; nothing while there is none. */
void idle_draw(const struct kiosk *k, struct ui *ui);
void idle_say(const struct kiosk *k, struct str *out);

#endif
