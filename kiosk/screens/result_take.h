/* SPDX-License-Identifier: MIT */
/*
 * result_take: the result to take home, as a QR code that carries itself: the score, the
 * one thing to change, where a real course is. No name, no time, no place in a row: who
 * finds the picture learns of nobody. Private to result.
 */
#ifndef KIOSK_SCREENS_RESULT_TAKE_H
#define KIOSK_SCREENS_RESULT_TAKE_H

#include <stdbool.h>

#include "base/str.h"
#include "picture/qr.h"
#include "ui/ui.h"

struct kiosk;

/* More makes the modules so small that old telephones fail. */
enum { RESULT_TAKE_MAX = 300 };

struct result_take {
    int lang; /* of what stands in it, + 1; 0: nothing is made yet */
    struct qr qr;
    char text[RESULT_TAKE_MAX + 1]; /* what stands in it, and beside it */
    bool course;                    /* the next real one stands in it */
    struct ui_rect room;            /* as it was drawn last */
    bool seen;                      /* the code is on the screen */
    bool counted;
};

/* A score that is not trusted is not taken home. */
bool result_take_offered(const struct kiosk *k);

/* For the run that is shown. Where the settings name a page, the code has its address and
 * the result behind `#`, which no server sees; else the words themselves. Parts that
 * would be too long are left out whole, the last ones first. */
void result_take_make(const struct kiosk *k, struct result_take *take);

void result_take_draw(const struct kiosk *k, struct result_take *take, struct ui *ui,
                      struct ui_rect page, int at);
void result_take_say(const struct kiosk *k, const struct result_take *take, int at,
                     struct str *out);

/* Counts the code, once it was seen; makes it anew where the visitor has chosen another
 * language. */
void result_take_tick(struct kiosk *k, struct result_take *take);

#endif
