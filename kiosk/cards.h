/* SPDX-License-Identifier: MIT */
/*
 * cards: pictures of every card of a lesson, as visitors see it, for lesson-check --html.
 *
 * A robot goes every way through the lesson; each card that is another one
 * (lesson/card_id.h) is drawn once in each language, as it is come to and, where one of
 * several answers is chosen, after each of them:
 *
 *     OUT/<id, 16 digits of hexadecimal>.<language>.png
 *     OUT/<id>.<language>.<number of the answer, from 1>.png
 *
 * What is put in order, matched or played is drawn once more (1) when all of it was
 * right.
 */
#ifndef KIOSK_CARDS_H
#define KIOSK_CARDS_H

#include "app.h"

/* Of the options' lesson into their folder `out`. Returns the exit code. */
int cards_run(struct app *app);

#endif
