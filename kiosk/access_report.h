/* SPDX-License-Identifier: MIT */
/*
 * access-report: every screen that opens by itself, measured by ui/access.h in both
 * languages, ways up, themes and text steps; a table, and a sentence for each fault.
 */
#ifndef KIOSK_ACCESS_REPORT_H
#define KIOSK_ACCESS_REPORT_H

struct app;

/* Prints to stdout; returns how many limits are broken. The screen of `app` is another
 * one afterwards. */
int access_report(struct app *app);

#endif
