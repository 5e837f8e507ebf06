/* SPDX-License-Identifier: MIT */
/*
 * home_hero: home's one large invitation. To press, where a manikin is there; else to a
 * lesson, or where there is none to tap the rhythm. Private to home.
 */
#ifndef KIOSK_SCREENS_HOME_HERO_H
#define KIOSK_SCREENS_HOME_HERO_H

#include <stdbool.h>

#include "ui/ui.h"

struct kiosk;

/* What it invites to. Texts are keys; borrowed. */
struct hero {
    const char *id; /* of its button: "practice", a topic's, or "rhythm" */
    const char *title, *words, *button;
    const char *scene;
};

struct hero home_hero(const struct kiosk *k);

void home_hero_draw(const struct kiosk *k, struct ui *ui, struct ui_rect card);

/* Whether all its words have room in the card at full size. */
bool home_hero_fits(const struct kiosk *k, struct ui *ui, struct ui_rect card);

/* The least height in which they have it, in a column `w` wide. */
float home_hero_h(const struct kiosk *k, struct ui *ui, float w);

/* Its button alone, where its words stand outside of a card. */
float home_hero_button_h(const struct kiosk *k, struct ui *ui, float w);
void home_hero_button_draw(const struct kiosk *k, struct ui *ui, struct ui_rect rect);

/* The heading grows less than the words, and is never smaller than at 1.0. */
enum ui_type home_title_type(const struct ui *ui);

#endif
