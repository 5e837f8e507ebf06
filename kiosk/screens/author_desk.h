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
    bool waits;      /* the files cannot be read; the cards are those of before */
    const char *why; /* of that, where lesson-check has not told it; "" */
    int findings_page;
};

/* The card of the way that the panes show; its texts are those of the language. */
void author_desk_steps(const struct kiosk *k, const struct author_desk *desk,
                       struct ui *ui, struct ui_rect rect);

void author_desk_findings(const struct kiosk *k, const struct author_desk *desk,
                          struct ui *ui, struct ui_rect rect);

/* "Card 3 of 9" or "The end". Returns `out`. */
const char *author_desk_place(const struct kiosk *k, const struct draft *draft, char *out,
                              size_t size);

/* A step or a finding that was touched: its number; -1: none. */
int author_desk_step(const struct ui_event *event);
int author_desk_finding(const struct ui_event *event);

#endif
