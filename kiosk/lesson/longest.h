/* SPDX-License-Identifier: MIT */
/*
 * longest: how far the end of a lesson can be, in cards and in whatever else a walk
 * weighs.
 *
 * A graph of the states of a script. An answer leads from one state to another, or to the
 * end. Where answers lead round in a circle ("again?") one round is counted: a visitor
 * who goes round for ever has no longest way.
 */
#ifndef KIOSK_LESSON_LONGEST_H
#define KIOSK_LESSON_LONGEST_H

#include <stddef.h>
#include <stdint.h>

/* Zero it first; longest_free() when done. */
struct longest {
    struct longest_edge *edges;
    size_t count, room;
};

enum { LONGEST_END = UINT16_MAX }; /* the state behind the last card */

/* What lies between two states: as many cards (0 or 1), as much weight (>= 0). */
struct longest_step {
    int cards;
    double weight;
};

/* States are numbers below LONGEST_END. */
void longest_add(struct longest *longest, uint16_t from, uint16_t to,
                 struct longest_step step);

/* The most cards, and by itself the most weight, on a way from `begin` to the end; 0 and
 * 0 when none gets there. */
struct longest_step longest_find(const struct longest *longest, uint16_t begin);

void longest_free(struct longest *longest);

#endif
