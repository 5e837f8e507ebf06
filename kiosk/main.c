/* SPDX-License-Identifier: MIT */
/*
 * life-kiosk: options, start, loop, tear down. Exit 0 staff quit, 1 cannot start or a
 * story failed, 2 usage.
 */
#include <assert.h>
#include <stdio.h>
#include <stdlib.h>

#include "access_report.h"
#include "app.h"
#include "base/err.h"
#include "base/file.h"
#include "base/log.h"
#include "cards.h"
#include "gallery.h"
#include "reader.h"
#include "say.h"

enum { EXIT_USAGE = 2, CHECK_US = 5000000, CHECK_STEP_US = 20000, WORDS_BYTES = 1024 };

/* Ours is heard before it has said which one it is: it does so every 2 s. */
static bool is_known(const struct link_status *status)
{
    return status->state == LINK_READY && (status->lines[0] || status->model[0]);
}

/* Until every manikin has said what it is, CHECK_US at most. */
static void wait_for_manikins(struct app *app)
{
    static struct cpr_sample samples[LINK_SAMPLES_MAX];
    struct kiosk *k = &app->kiosk;
    for (int64_t us = 0; us < CHECK_US; us += CHECK_STEP_US) {
        int ready = 0;
        for (int i = 0; i < k->station_count; i++) {
            link_poll(k->stations[i].link, samples, LINK_SAMPLES_MAX);
            station_look(&k->stations[i]);
            ready += is_known(&k->stations[i].status);
        }
        if (ready == k->station_count || !app_pass(app, CHECK_STEP_US)) {
            return;
        }
    }
}

static void print_manikin(const struct app *app, int i)
{
    const struct station *station = &app->kiosk.stations[i];
    const struct link_status *status = &station->status;
    printf("          %s: ", app->sims[i] ? "sim" : station->target);
    if (status->port[0] == '\0' && status->talk_line && status->talk_line[0]) {
        printf("%s talks and is not understood: \"%s\"\n", status->talk_port,
               status->talk_line);
    } else if (status->state != LINK_READY && !status->lines[0] && !status->model[0]) {
        puts("no manikin found");
    } else if (status->lines[0]) {
        printf("%s, third-party, %s lines, %d a second, %s%s\n", status->port,
               status->lines, status->hz,
               status->column[0] ? "depth is column " : "not taught yet", status->column);
    } else {
        printf("%s, %s %s, %d a second, %s\n", status->port, status->model,
               status->serial, status->hz,
               status->calibration[0] ? "calibrated" : "not calibrated");
    }
}

/* One line for each part, for the technician who sets up the machine. */
static int check(struct app *app)
{
    const struct kiosk *k = &app->kiosk;
    wait_for_manikins(app);
    int found = 0;
    for (int i = 0; i < k->station_count; i++) {
        found += k->stations[i].status.state == LINK_READY;
    }
    const char *config = app->options.config;
    printf("settings  %s%s\n", config ? config : "none named; --config FILE names one",
           config && !app->config_read ? " (not read: see above)" : "");
    printf("screen    %.0f x %.0f units\n", (double)ui_width(k->ui),
           (double)ui_height(k->ui));
    printf("lessons   %zu\n", k->catalog->count);
    printf("guideline %s\n", k->settings.guideline);
    printf("counts    %s%s\n", k->store_error ? "not counted" : app->data,
           k->store || k->store_error ? "" : " (to be made at the first start)");
    printf("manikins  %d found of %d\n", found, k->station_count);
    for (int i = 0; i < k->station_count; i++) {
        print_manikin(app, i);
    }
    int broken = app->options.access_report ? access_report(app) : 0;
    app->faults += broken;
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
    bool moves =
        screen_of(k->screen)->animated || kiosk_chest_mm(k) > 0 || k->counting_down;
    return moves ? 1000000 / 30 : 1000000 / 10;
}

/* False when the story failed or the simulation died. */
static bool loop(struct app *app)
{
    struct story_host host = app_host(app);
    while (!app->kiosk.quit) {
        int64_t began_us = clock_now_us(&app->clock);
        kiosk_frame(&app->kiosk);
        hearing_follow(app->hearing, kiosk_lang(&app->kiosk), speaking_line(&app->kiosk));
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
    char words[WORDS_BYTES];
    switch (options_read(&options, argc, argv)) {
    case OPTIONS_EXIT_OK: return EXIT_SUCCESS;
    case OPTIONS_EXIT_USAGE:
        fprintf(stderr, "life-kiosk: %s\n",
                reader_sentence(argc, argv, words, sizeof words));
        return EXIT_USAGE;
    case OPTIONS_GO: break;
    }
    if (options.say) {
        return say_run(&options);
    }
    if (options.gallery) {
        return gallery_run(&options);
    }
    if (options.out && (!options.check || options.cards) &&
        !file_make_folder(options.out)) {
        log_error("kiosk", "%s", reader_sentence(argc, argv, words, sizeof words));
        return EXIT_FAILURE;
    }
    struct app *app = calloc(1, sizeof *app); /* too large for the stack */
    assert(app);
    int code = EXIT_FAILURE;
    if (!app_start(app, &options)) {
        log_error("kiosk", "%s", reader_cannot_start(argc, argv, words, sizeof words));
    } else if (options.cards) {
        code = cards_run(app);
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
