/* SPDX-License-Identifier: MIT */
/*
 * result_pair: what each of two who took turns pressed, one praise for each, and how long
 * the change took. Nothing is set against the other one: it is a result of both.
 */
#ifndef KIOSK_SCREENS_RESULT_PAIR_H
#define KIOSK_SCREENS_RESULT_PAIR_H

#include <stdbool.h>
#include <stddef.h>

#include "conf/conf.h"
#include "ui/ui.h"

struct run_shown;
struct str;

/* Two took turns in that run: its other cards leave room for this one. */
bool result_pair_is(const struct run_shown *shown);

/* "The swap took 4 s". */
void result_pair_swap(const struct conf_texts *texts, double change_s, char *out,
                      size_t size);

/* `what` is a struct run_shown. The least height in a column, 0 where nobody took turns;
 * and the card. */
float result_pair_h(const void *what, struct ui *ui, float w);
void result_pair_draw(const void *what, struct ui *ui, struct ui_rect rect);
void result_pair_say(const void *what, struct str *out);

/* The same in parts, where large text needs more than a page: what is said of both, and a
 * card of each one. */
enum { RESULT_PAIR_WORDS = 160 };

void result_pair_words(const struct run_shown *shown, char out[RESULT_PAIR_WORDS]);

struct result_pair_one {
    const struct run_shown *shown;
    int who;
};

/* `what` is a struct result_pair_one. */
float result_pair_one_h(const void *what, struct ui *ui, float w);
void result_pair_one_draw(const void *what, struct ui *ui, struct ui_rect rect);
void result_pair_one_say(const void *what, struct str *out);

#endif
