/* SPDX-License-Identifier: MIT */
/*
 * life-kiosk: options, start, loop, tear down. Exit 0 staff quit, 1 cannot start or a
 * story failed, 2 usage.
 */
#include <assert.h>
#include <stdio.h>
#include <stdlib.h>

#include "app.h"
#include "base/err.h"
#include "base/file.h"
#include "base/log.h"

enum { EXIT_USAGE = 2 };

/* One line for each part, for the technician who sets up the machine. */
static int check(const struct app *app)
{
    const struct kiosk *k = &app->kiosk;
    printf("screen    %.0f x %.0f units\n", (double)ui_width(k->ui),
           (double)ui_height(k->ui));
    printf("lessons   %zu\n", k->catalog->count);
    printf("guideline %s\n", k->settings.guideline);
    printf("counts    %s\n", k->store ? app->data : "not counted");
    printf("manikins  %d\n", k->station_count);
    printf("%s\n", app->faults ? "faults found: see above" : "well");
    return app->faults ? EXIT_FAILURE : EXIT_SUCCESS;
}

/* How long a frame lasts: short while a visitor presses, longer while a picture moves,
 * and a touch ends the wait of a still screen at once. */
static int64_t frame_us(const struct app *app)
{
    const struct kiosk *k = &app->kiosk;
    if (kiosk_station(k)->followed || app->moved) {
        return 1000000 / 60;
    }
    bool moves = screen_of(k->screen)->animated || kiosk_station(k)->pushed_down ||
                 k->counting_down;
    return moves ? 1000000 / 30 : 1000000 / 10;
}

/* False when the story failed or the simulation died. */
static bool loop(struct app *app)
{
    struct story_host host = app_host(app);
    while (!app->kiosk.quit) {
        int64_t began_us = clock_now_us(&app->clock);
        kiosk_frame(&app->kiosk);
        if (app->story) {
            enum story_state state = story_step(app->story, &host, began_us);
            if (state != STORY_GOING) {
                return state == STORY_DONE;
            }
        }
        int64_t spent_us = clock_now_us(&app->clock) - began_us;
        int64_t left_us = frame_us(app) - spent_us;
        if (left_us > 0 && !app_pass(app, left_us)) {
            return false;
        }
    }
    return true;
}

int main(int argc, char **argv)
{
    struct options options;
    switch (options_read(&options, argc, argv)) {
    case OPTIONS_EXIT_OK: return EXIT_SUCCESS;
    case OPTIONS_EXIT_USAGE: return EXIT_USAGE;
    case OPTIONS_GO: break;
    }
    if (options.out && !file_make_folder(options.out)) {
        log_error("kiosk", "%s", err_text());
        return EXIT_FAILURE;
    }
    struct app *app = calloc(1, sizeof *app); /* too large for the stack */
    assert(app);
    int code = EXIT_FAILURE;
    if (!app_start(app, &options)) {
        log_error("kiosk", "cannot start: %s", err_text());
    } else if (options.check) {
        code = check(app);
    } else if (loop(app)) {
        code = EXIT_SUCCESS;
    } else {
        log_error("kiosk", "%s", err_text());
    }
    app_stop(app);
    free(app);
    return code;
}
