/* SPDX-License-Identifier: MIT */
/*
 * author_desk: what lies around the cards of a lesson that is being written: its steps,
 * and what lesson-check has found. Private to screens/author.c.
 */
#ifndef KIOSK_SCREENS_AUTHOR_DESK_H
#define KIOSK_SCREENS_AUTHOR_DESK_H

#include "author/draft.h"
#include "author/findings.h"
#include "screens/author_panes.h"
#include "screens/kiosk.h"
#include "ui/ui.h"

/* What is drawn of; all borrowed. */
struct author_desk {
    const struct draft *draft;
    const struct author_panes *panes;
    const struct findings *findings;
    bool checking;     /* lesson-check has still to say what it finds */
    int steps_from;    /* the first step in the list; -1: so that the card stands in it */
    int findings_from; /* the first finding */
};

/* A card on the desk with its heading; what is left inside. */
struct ui_rect author_card_begin(struct ui *ui, struct ui_rect rect, const char *heading);

/* The cards of the way, the one that is shown among them; first words in the author's
 * language. "steps-up" and "steps-down" bring the first step to list then. */
void author_desk_steps(const struct kiosk *k, const struct author_desk *desk,
                       struct ui *ui, struct ui_rect rect);

/* "findings-more" brings the first one to list then. */
void author_desk_findings(const struct kiosk *k, const struct author_desk *desk,
                          struct ui *ui, struct ui_rect rect);

/* "Card 3 of 9" or "The end". Returns `out`. */
const char *author_desk_place(const struct kiosk *k, const struct draft *draft, char *out,
                              size_t size);

/* A step or a finding that was touched: its number; -1: none. */
int author_desk_step(const struct ui_event *event);
int author_desk_finding(const struct ui_event *event);

#endif
