/* SPDX-License-Identifier: MIT */
/*
 * pressed: a manikin of ours on a real pty, pressed by formula, whose plug can be pulled.
 *
 * Speaks the whole protocol in the kiosk's own time; the port a kiosk opens keeps its
 * path when the plug is put back.
 */
#ifndef TESTS_SOAK_PRESSED_H
#define TESTS_SOAK_PRESSED_H

#include <stdbool.h>
#include <stdint.h>

struct pressed {
    char port[128]; /* a link to the pty's path, in the folder given */
    int master;     /* -1 while the plug is out */
    uint16_t seq;
    int64_t told_us;          /* the newest sample's time */
    int64_t introduced_us;    /* when it last said who it is */
    int64_t begin_us, end_us; /* of the pushes */
    double depth_mm, rate_cpm;
};

/* False (err_text()) without a pty. */
bool pressed_open(struct pressed *self, const char *folder);
void pressed_close(struct pressed *self);

void pressed_plug(struct pressed *self, bool in, int64_t now_us);

/* From now on, `count` times, let up fully each time. */
void pressed_push(struct pressed *self, double depth_mm, int count, double rate_cpm,
                  int64_t now_us);

/* Is being pushed. */
bool pressed_moves(const struct pressed *self, int64_t now_us);

/* Says what it measured since the last call, 100 samples a second, and answers. */
void pressed_pass(struct pressed *self, int64_t now_us);

#endif
