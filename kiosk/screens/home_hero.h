/* SPDX-License-Identifier: MIT */
/*
 * home_hero: home's panel for the hands: to press, to be tested, to tap the rhythm.
 * Without a manikin the rhythm comes first. Private to home.
 */
#ifndef KIOSK_SCREENS_HOME_HERO_H
#define KIOSK_SCREENS_HOME_HERO_H

#include <stdbool.h>
#include <stddef.h>

#include "ui/ui.h"

struct kiosk;
struct str;

enum { HOME_HERO_BUTTONS = 3 };

/* Borrowed texts. */
struct hero {
    const char *title, *words;
    struct ui_button buttons[HOME_HERO_BUTTONS];
    size_t count;
};

/* `is_next`: its first button is the next thing to do. */
void home_hero(const struct kiosk *k, bool is_next, struct hero *hero);

/* The people beside the words where they have room. */
void home_hero_draw(const struct kiosk *k, struct ui *ui, struct ui_rect card,
                    const struct hero *hero);

/* The least height in which its words have room at full size in a column `w` wide. */
float home_hero_h(struct ui *ui, float w, const struct hero *hero);

/* Whether no word of it is broken there. */
bool home_hero_is_wide_enough(struct ui *ui, float w, const struct hero *hero);

/* Its buttons alone, where its words stand outside of a card. */
float home_hero_buttons_h(struct ui *ui, float w, const struct hero *hero);
void home_hero_buttons_draw(struct ui *ui, struct ui_rect rect, const struct hero *hero);

void home_hero_say(const struct hero *hero, struct str *out);

#endif
