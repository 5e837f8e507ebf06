/* SPDX-License-Identifier: MIT */
/*
 * parting: what stands at the end of a visit, on a result or behind a lesson's last
 * card: the county's next course, which is what a visit is a first step to, and the
 * question whether the visitor is here for the first time. Nobody has to answer.  Asked
 * once a session, where it stood first, until that screen is left: never of a class, of
 * two who take turns, of staff, of a demo, and not at the pace of an event.
 */
#ifndef KIOSK_SCREENS_PARTING_H
#define KIOSK_SCREENS_PARTING_H

#include <stdbool.h>

#include "base/str.h"
#include "ui/ui.h"

struct kiosk;
struct pages;

enum { PARTING_LABEL_MAX = 256 };

/* The next course's button, "courses"; there has to be one. */
struct ui_button parting_course_button(const struct kiosk *k,
                                       char label[PARTING_LABEL_MAX]);

/* Each as a block of pages, of a `struct kiosk`; a height of 0: it is not there. */
float parting_course_h(const void *kiosk, struct ui *ui, float w);
void parting_course_draw(const void *kiosk, struct ui *ui, struct ui_rect rect);
void parting_course_say(const void *kiosk, struct str *out);
float parting_first_h(const void *kiosk, struct ui *ui, float w);
void parting_first_draw(const void *kiosk, struct ui *ui, struct ui_rect rect);
void parting_first_say(const void *kiosk, struct str *out);

/* The same question as it stands on a page of its own: words (thanks, once it is
 * answered; "": it is not asked), and a block with the answers, to be put below them. */
const char *parting_question(const struct kiosk *k);
float parting_answers_h(const void *kiosk, struct ui *ui, float w);
void parting_answers_draw(const void *kiosk, struct ui *ui, struct ui_rect rect);
void parting_answers_say(const void *kiosk, struct str *out);

/* Both at the foot of a page, side by side where they have room; a height of 0: neither
 * is there, or they would take more than a third of a page `h` high. */
float parting_foot_h(const struct kiosk *k, struct ui *ui, float w, float h);
void parting_foot_draw(const struct kiosk *k, struct ui *ui, struct ui_rect rect);
void parting_foot_say(const struct kiosk *k, struct str *out);

/* Where a wide result leaves little room: the course as low as a finger allows; and that,
 * or the question, as a card of its own. */
float parting_short_h(const struct kiosk *k, struct ui *ui, float w);
float parting_card_w(const struct kiosk *k, struct ui *ui);
float parting_card_h(const struct kiosk *k, struct ui *ui, bool course);
void parting_card_draw(const struct kiosk *k, struct ui *ui, struct ui_rect rect,
                       bool course);

/* What of it stands on the screen. */
struct parting_seen {
    bool course, first;
};

/* What there is to be seen. */
struct parting_seen parting_there(const struct kiosk *k);

/* What of it stands on a page, where its blocks are. */
struct parting_seen parting_on(const struct pages *pages, int page);

/* Once a frame: what is seen counts. */
void parting_tick(struct kiosk *k, struct parting_seen seen);

/* The visitor ends the visit, if it was one: by way of the question where that was not
 * asked yet (goodbye.c), else at once. */
void parting_end(struct kiosk *k);

/* True when the event was for it. */
bool parting_touched(struct kiosk *k, const struct ui_event *event);

#endif
