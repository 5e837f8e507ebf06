/* SPDX-License-Identifier: MIT */
/*
 * told: what is said of a manikin that hinders: a whole card where nothing can begin, a
 * smaller one where some of it can, and a line for staff (station/ready.h).
 */
#ifndef KIOSK_SCREENS_TOLD_H
#define KIOSK_SCREENS_TOLD_H

#include <stddef.h>

#include "station/station.h"
#include "ui/ui.h"

struct kiosk;
struct str;

/* A calm card: what is wrong with the manikin, and what to do. */
void told_notice(const struct kiosk *k, struct ui *ui, struct ui_rect page,
                 const char *title_key, const char *text_key);

/* The card of a state in which there may be pressed; its height at full size. */
float told_card_h(const struct kiosk *k, struct ui *ui, float w,
                  const struct ready *told);
void told_card(const struct kiosk *k, struct ui *ui, struct ui_rect card,
               const struct ready *told);

/* Adds what is to be spoken of it. */
void told_say(const struct kiosk *k, const struct ready *told, struct str *out);

/* What staff should do about this manikin. Returns `out`. */
const char *told_desk(const struct kiosk *k, const struct station *station, char *out,
                      size_t size);

#endif
