/* SPDX-License-Identifier: MIT */
/*
 * stage: the kiosk's screens without a display, a cable or a database.
 *
 * Time passes by stage_pass() alone; pushes are made by formula. What a test sees is what
 * life-kiosk draws.
 */
#ifndef TESTS_SUPPORT_STAGE_H
#define TESTS_SUPPORT_STAGE_H

#include <stdbool.h>

#include "screens/kiosk.h"

struct stage {
    struct clock clock;
    struct conf_guidelines guidelines;
    struct conf_languages languages;
    struct cpr_beginners beginners;
    struct paths paths; /* of the source folder */
    struct kiosk kiosk;
};

/* Scripts come from the source folder, where ctest runs; else the test fails. */
struct stage *stage_open(int width_px, int height_px, const char *lang);
void stage_close(struct stage *stage);

/* As if it had always been that time, seconds since 1970: no jump of the calendar. */
void stage_set_time(struct stage *stage, int64_t wall_s);

/* Frames of 1/60 s. */
void stage_pass(struct stage *stage, double seconds);

/* Turns pages until it is there, as a visitor would. Fails the test when there is no such
 * thing to touch. */
void stage_tap(struct stage *stage, const char *id);

/* The visitor presses for `seconds`, 100 samples a second. */
void stage_press(struct stage *stage, double seconds, double depth_mm, double rate_cpm);

#endif
