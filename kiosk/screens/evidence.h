/* SPDX-License-Identifier: MIT */
/*
 * evidence: every compression of a run as a row of a table, in pages: what was measured,
 * the four factors of its score, the score, and what it was.
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
