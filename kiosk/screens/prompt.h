/* SPDX-License-Identifier: MIT */
/*
 * prompt: the one thing that is said to whoever presses, large enough to be read while
 * pressing; beside it, where no fault is found, how many pushes in a row were good.
 */
#ifndef KIOSK_SCREENS_PROMPT_H
#define KIOSK_SCREENS_PROMPT_H

#include <stdbool.h>

#include "ui/ui.h"

struct kiosk;

/* The text's key, of a run that waits or goes on. */
const char *prompt_key(const struct kiosk *k);

/* Whether the card shows that one: what is being said stays until it is said. */
bool prompt_shows(const struct kiosk *k, const char *key);

/* Whether it is asked who presses: depth has been invited, and nobody has said. */
bool prompt_asks(const struct kiosk *k);

/* Height of a card of width `w` in which every prompt has room. */
float prompt_h(const struct kiosk *k, struct ui *ui, float w);

void prompt_draw(const struct kiosk *k, struct ui *ui, struct ui_rect rect);

#endif
