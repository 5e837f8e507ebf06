/* SPDX-License-Identifier: MIT */
/*
 * wishes: a panel over the screen with what a visitor may want otherwise: louder, slower,
 * stronger contrast, calm. Each is a row of one table in wishes.c.
 *
 * A chip of the bar opens it; the language and the size of the text have chips of their
 * own. Each touch takes effect at once, and is told in a line above the rows. A push on
 * the manikin closes it. All is back to normal when the session ends.
 */
#ifndef KIOSK_SCREENS_WISHES_H
#define KIOSK_SCREENS_WISHES_H

#include <stdbool.h>

#include "ui/ui.h"

struct kiosk;
struct str;

#define WISHES_CHIP "wishes" /* id of the chip that opens it */

/* Part of struct kiosk; zeroed to begin with. What is heard is struct speaking's. */
struct wishes {
    bool contrast; /* strong contrast */
    bool calm;     /* no picture moves by itself, no colour celebrates */
    bool quiet;    /* no voice, and a small score */
    bool low;      /* everything to touch in the lower third */

    bool open;
    int page;
    int low_page; /* of the lower third, where it needs more than one */
    int told;     /* index of the row that was touched last, and 1; 0: none yet */
};

/* The session ends: as staff have set it. */
void wishes_end(struct kiosk *k);
/* Fine when it is closed. */
void wishes_close(struct kiosk *k);

/* What is low is so for visitors alone: staff's pages are as they are. */
void wishes_begin_frame(const struct kiosk *k, struct ui *ui);

/* True when the event is used up: all of them while it is open. */
bool wishes_input(struct kiosk *k, const struct ui_event *event);

/* Over the screen's own drawing; nothing while it is closed. */
void wishes_draw(const struct kiosk *k, struct ui *ui);

/* Adds what is to be spoken while it is open. */
void wishes_say(const struct kiosk *k, struct str *out);

#endif
