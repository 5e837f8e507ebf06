/* SPDX-License-Identifier: MIT */
/*
 * gate: a PIN asked for, on the page before the staff's own and on any of those that
 * asks again.
 */
#ifndef KIOSK_SCREENS_STAFF_GATE_H
#define KIOSK_SCREENS_STAFF_GATE_H

#include <stdbool.h>

#include "base/str.h"
#include "store/pin.h"
#include "ui/ui.h"

struct kiosk;

enum { GATE_WORDS_MAX = 640 };

enum gate_step {
    GATE_ASK,    /* for the PIN */
    GATE_CHOOSE, /* there is none yet */
    GATE_REPEAT,
    GATE_SHUT, /* there is none, and the settings do not let anybody choose one */
};

/* Zero it first. */
struct gate {
    enum gate_step step;
    char digits[PIN_DIGITS_MAX + 1];
    char chosen[PIN_DIGITS_MAX + 1];
    int page;                   /* of what is said where there is nothing to type */
    char words[GATE_WORDS_MAX]; /* what the last try gave, or what it is asked for */
};

/* Nothing of an earlier try is left. */
void gate_open(struct kiosk *k, struct gate *gate);

/* Whether the event made the PIN right. */
bool gate_touched(struct kiosk *k, struct gate *gate, const struct ui_event *event);

void gate_draw(const struct kiosk *k, const struct gate *gate, struct ui *ui,
               struct ui_rect page);

/* Digits are never spoken. */
void gate_say(const struct kiosk *k, const struct gate *gate, struct str *out);

/* Digits do not stay in memory. */
void gate_close(struct gate *gate);

#endif
