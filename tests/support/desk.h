/* SPDX-License-Identifier: MIT */
/*
 * desk: the staff's desk with a manikin on a made-up cable, for tests of the manikin
 * page: a third-party one, random or given, or one of ours that answers commands.
 *
 * Only one can be at a time: stage and cable are in it.
 */
#ifndef TESTS_SUPPORT_DESK_H
#define TESTS_SUPPORT_DESK_H

#include "support/cable.h"
#include "support/drawn_manikin.h"
#include "support/folder.h"
#include "support/stage.h"

enum desk_manikin { DESK_EMPTY, DESK_THIRD_PARTY, DESK_OURS };

struct desk {
    struct stage *stage;
    struct kiosk *k;
    struct cable cable;
    struct folder folder; /* of the data: the PIN, and manikins/ below it */
    struct rng rng;

    enum desk_manikin manikin; /* what is on the first port */
    struct drawn_manikin drawn;
    char calibration[16]; /* of ours */
    int battery_mv;
    int error;      /* ours answers with it; -1: says nothing */
    char heard[64]; /* the last command, "$K,500" */

    double passed_us, made_us;
    uint16_t seq;
};

typedef double desk_chest(double t_s);

/* Opens a kiosk with `links` manikins' places; the first is /dev/ttyUSB0. */
void desk_open(struct desk *desk, int width_px, int height_px, const char *lang,
               int links);
/* The same where the first one's port has this name. */
void desk_open_at(struct desk *desk, int width_px, int height_px, const char *lang,
                  int links, const char *first);
void desk_close(struct desk *desk);

/* `seconds` pass while the chest does what `chest` says (NULL: rests), in mm; its t is 0
 * at the start. */
void desk_pass(struct desk *desk, double seconds, desk_chest *chest);

/* A tap, and 0.2 s. */
void desk_tap(struct desk *desk, const char *id);

/* By the corner and a PIN to the desk. */
void desk_come_in(struct desk *desk);

/* One press of 55 mm, over after 3 s; 55 mm held from 0.5 s on; 55 mm at 110 a minute. */
double desk_one_press(double t_s);
double desk_held(double t_s);
double desk_pressing(double t_s);

/* What the kiosk's cable says of the first manikin. */
struct link_status desk_status(const struct desk *desk);

#endif
