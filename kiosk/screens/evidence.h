/* SPDX-License-Identifier: MIT */
/*
 * evidence: what instructors look at, in pages (pages.h): how many pushes were right, by
 * what guideline, and every compression as a row of a table: what was measured, what it
 * was, the four factors of its score, the score.
 */
#ifndef KIOSK_SCREENS_EVIDENCE_H
#define KIOSK_SCREENS_EVIDENCE_H

#include "ui/ui.h"

struct run_shown;

/* How many pages the run takes in `rect`: at least 1. */
int evidence_pages(const struct run_shown *shown, struct ui *ui, struct ui_rect rect);

/* Draws page 0... */
void evidence_draw(const struct run_shown *shown, struct ui *ui, struct ui_rect rect,
                   int page);

#endif
