/* SPDX-License-Identifier: MIT */
/*
 * presser: adult or child, one tap, on every screen of a run that asks it.
 */
#ifndef KIOSK_SCREENS_PRESSER_H
#define KIOSK_SCREENS_PRESSER_H

#include <stdbool.h>

#include "conf/conf.h"
#include "station/debrief.h"
#include "ui/ui.h"

struct kiosk;

enum { PRESSERS_ASKED = 2 }; /* side by side */

/* Their buttons, what is chosen with a tick. The labels are borrowed from `texts`. */
void presser_buttons(const struct conf_texts *texts, enum presser chosen,
                     struct ui_button buttons[PRESSERS_ASKED]);

/* True when the event was that choice. */
bool presser_touched(struct kiosk *k, const struct ui_event *event);

#endif
