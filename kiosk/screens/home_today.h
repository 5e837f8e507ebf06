/* SPDX-License-Identifier: MIT */
/*
 * home_today: the card of the lesson of the day, with home's one yellow button. Private
 * to home.
 */
#ifndef KIOSK_SCREENS_HOME_TODAY_H
#define KIOSK_SCREENS_HOME_TODAY_H

#include <stdbool.h>

#include "screens/home_topics.h"
#include "screens/offering.h"
#include "ui/ui.h"

struct kiosk;
struct str;

#define HOME_TODAY_ID "today"

/* Borrowed texts. */
struct today {
    const char *lesson; /* its id */
    const char *pill;   /* why it is there: that it is today's, or a campaign's name */
    const char *title, *words, *scene;
    char minutes[HOME_NOTE_MAX];
    struct ui_button start;
};

/* False when there is no lesson to offer. */
bool home_today(const struct kiosk *k, struct today *today);

/* The least height in which its words have room at full size in a column `w` wide, with a
 * picture or without. */
float home_today_h(struct ui *ui, float w, const struct today *today, bool pictured);

/* Whether no word of it is broken there. */
bool home_today_is_wide_enough(struct ui *ui, float w, const struct today *today);

/* The picture takes what the words leave, beside them where the card is wide. */
void home_today_draw(struct ui *ui, struct ui_rect card, const struct today *today);

/* Its button alone, where its words stand outside of a card. */
float home_today_button_h(struct ui *ui, float w, const struct today *today);

void home_today_say(const struct today *today, struct str *out);

#endif
