/* SPDX-License-Identifier: MIT */
/*
 * app: makes everything the kiosk borrows, in order, and takes it down in reverse.
 */
#ifndef KIOSK_APP_H
#define KIOSK_APP_H

#include <stdbool.h>

#include "author/saves.h"
#include "driver/drive.h"
#include "hearing.h"
#include "lesson/installed.h"
#include "options.h"
#include "screens/kiosk.h"
#include "story/story.h"

struct app {
    struct options options;
    struct clock clock;
    bool moved; /* time passes by app_pass() alone: stories without a real manikin */
    struct paths paths;
    struct installed_seen seen; /* of the installed packs */
    struct conf_languages languages;
    char data[CONF_PATH_MAX];
    char store_why[512]; /* of a check: why there is no store */
    int faults;          /* what --check reports: sentences said while starting */
    struct conf_guidelines guidelines;
    struct cpr_beginners beginners;
    struct offers offers;
    bool config_read;                     /* the settings file that was named */
    struct sim *sims[KIOSK_STATIONS_MAX]; /* NULL where the manikin is not simulated */
    int64_t press_at_us; /* when the simulated learner begins; 0: not due */
    struct drive drive;  /* what the story drives with */
    struct story *story;
    struct hearing *hearing; /* NULL: the kiosk is silent */
    struct saves saves;      /* of an author, with the program that looks for mistakes */
    char checker[PATHS_BYTES];
    struct kiosk kiosk;
};

/* False (err_text()) when the kiosk cannot start at all: no screen, no font, no
 * scripts folder. A broken file or database is logged and the rest goes on. */
bool app_start(struct app *app, const struct options *options);
void app_stop(struct app *app);

/* Another screen without a display instead of the one there is. False (err_text()). */
bool app_turn_screen(struct app *app, int width_px, int height_px);

/* What a story needs of this kiosk; lives as long as `app`. */
struct story_host app_host(struct app *app);

/* Lets `us` pass, or less when the screen is touched; or moves the clock and every
 * simulation by them. False (err_text()) when a simulation died. */
bool app_pass(struct app *app, int64_t us);

#endif
