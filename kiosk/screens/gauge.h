/* SPDX-License-Identifier: MIT */
/*
 * gauge: a card with one large figure of the run going on, its unit and its target.
 */
#ifndef KIOSK_SCREENS_GAUGE_H
#define KIOSK_SCREENS_GAUGE_H

#include "ui/ui.h"

struct conf_texts;
struct cpr_guideline;
struct run_shown;

/* Height of a card with a label, a large figure and a track; and of one that has its
 * label beside the figure. The cards below look at their height which they are. */
float gauge_h(const struct ui *ui);
float gauge_low_h(const struct ui *ui);

/* Height of a card so wide that depth or rate has room in with its target, which has a
 * line of its own where it has none beside the label. Of a run; of any rate. */
float gauge_pushes_h(const struct run_shown *shown, struct ui *ui, float w);
float gauge_rate_h(const struct conf_texts *texts, const struct cpr_guideline *guideline,
                   struct ui *ui, float w);

/* Of the last push. Where the guideline does not score depth it is a way to the target,
 * and never wrong. */
void gauge_depth(const struct run_shown *shown, struct ui *ui, struct ui_rect rect);
/* Of the last five pushes. */
void gauge_rate(const struct run_shown *shown, struct ui *ui, struct ui_rect rect);
/* Any rate, in 1/min; NAN: none yet. */
void gauge_rate_of(const struct conf_texts *texts, const struct cpr_guideline *guideline,
                   double rate_cpm, struct ui *ui, struct ui_rect rect);
/* Pushes so far. */
void gauge_count(const struct run_shown *shown, struct ui *ui, struct ui_rect rect);
/* Seconds left, with a ring where there is room. */
void gauge_time(const struct run_shown *shown, struct ui *ui, struct ui_rect rect);
/* A label, a large number, and a ring that is full at `share` 1, where there is room. */
void gauge_ringed(struct ui *ui, struct ui_rect rect, const char *label,
                  const char *number, const char *unit, double share);
/* 30:2: pushes of this cycle up to thirty, then how long the hands are off the chest,
 * with a ring that is full when the guideline's longest pause is over. */
void gauge_cycle(const struct run_shown *shown, struct ui *ui, struct ui_rect rect);

#endif
