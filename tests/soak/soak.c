/* SPDX-License-Identifier: MIT */
/*
 * soak [SECONDS [check]]: a kiosk that is touched, typed at, pushed, unplugged and left
 * alone at random, through all screens and text steps, with sound and speech on, in a
 * time of its own that runs as fast as the machine can. An hour (3600) where none is
 * said.
 *
 * Prints what the process holds of the machine's memory as the hour goes by, and which
 * screens were seen; where one is missing then, it goes on, five times as long at most.
 * Fails where a screen was not seen, staff's pages among them; what else may be wrong is
 * the sanitizers' to tell: "check" draws a picture only now and then, since they make
 * that slow. TEST_SEED=n goes another way.
 */
#include <ftw.h>
#include <malloc.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "../kiosk/app.h"
#include "base/err.h"
#include "base/file.h"
#include "base/log.h"
#include "base/str.h"
#include "soak/pressed.h"
#include "soak/wander.h"
#include "store/pin.h"
#include "support/folder.h"
#include "support/memory.h"
#include "ui/internal.h"

enum {
    SECOND_US = 1000000,
    STILL_US = SECOND_US / 10, /* as the program's own loop: a frame of a still screen */
    MOVING_US = SECOND_US / 30,
    REPORTS = 12,
    CHECK_FRAMES = 24, /* of so many one is drawn */
};

static const char *const names[SCREEN_COUNT] = {
#define SCREEN(name) #name,
#include "screens/screens.def"
#undef SCREEN
};

struct soak {
    struct app app;
    struct folder folder;
    struct pressed manikin;
    struct wander wander;
    long seconds;
    bool check;
    long frames, drawn;
    int64_t begun_us;
    int64_t seen_us[SCREEN_COUNT]; /* in all */
    int64_t first_us[SCREEN_COUNT];
    bool seen_steps[KIOSK_TEXT_STEPS];
    long most_kb;
};

/* ---- memory ------------------------------------------------------------------------ */

static void report(struct soak *self, int64_t now_us)
{
    struct mallinfo2 heap = mallinfo2();
    long kb = memory_pss_kb();
    self->most_kb = kb > self->most_kb ? kb : self->most_kb;
    printf(
        "%6.0f s  %6.1f MB  heap %5.1f MB in use, %5.1f MB free in it, %5.1f MB mapped\n",
        (double)(now_us - self->begun_us) / SECOND_US, (double)kb / 1024,
        (double)heap.uordblks / 1048576, (double)heap.fordblks / 1048576,
        (double)heap.hblkhd / 1048576);
    fflush(stdout);
}

/* ---- the kiosk --------------------------------------------------------------------- */

static int remove_one(const char *path, const struct stat *facts, int kind,
                      struct FTW *place)
{
    (void)facts;
    (void)kind;
    (void)place;
    return remove(path);
}

/* The nearest AEDs are a screen only where there is a list of them. */
static bool give_aeds(const struct soak *self)
{
    char path[128];
    size_t length = 0;
    char *bytes = file_read("scripts/starter/aeds.lua", 1 << 16, &length);
    str_format(path, sizeof path, "%s/aeds.lua", self->folder.path);
    bool given = bytes && file_write(path, bytes, length);
    free(bytes);
    return given;
}

/* So are the next courses, and where there is one to come. */
static bool give_courses(struct soak *self)
{
    static const char list[] = "return { { title = 'CPR', date = '2099-12-31', time = "
                               "'9:00', place = 'Hall' } }";
    char path[128];
    str_format(path, sizeof path, "%s/courses.lua", self->folder.path);
    bool given = file_write(path, list, sizeof list - 1) &&
                 paths_replace(&self->app.paths, "scripts/local/courses.lua", path);
    kiosk_read_courses(&self->app.kiosk);
    return given;
}

static bool open_all(struct soak *self)
{
    char pin[128];
    struct options options = {.data = self->folder.path,
                              .story = "tests/soak/own_time.story",
                              .lang = "zh-CN",
                              .mode = UI_HEADLESS,
                              .width_px = self->check ? 1280 : 1920,
                              .height_px = self->check ? 720 : 1080};
    str_format(pin, sizeof pin, "%s/staff.pin", self->folder.path);
    if (!pin_set(pin, WANDER_PIN) || !pressed_open(&self->manikin, self->folder.path) ||
        !give_aeds(self) || !app_start(&self->app, &options) || !give_courses(self)) {
        return false;
    }
    struct kiosk *k = &self->app.kiosk;
    k->counter.demo = false; /* they are asked and counted as visitors */
    /* Instead of whatever is plugged in here. */
    for (int i = 0; i < k->station_count; i++) {
        station_close(&k->stations[i]);
    }
    k->station_count = 1;
    self->begun_us = clock_now_us(&self->app.clock);
    self->wander = (struct wander){.kiosk = k,
                                   .manikin = &self->manikin,
                                   .rng = rng_begin(),
                                   .next_us = self->begun_us + SECOND_US};
    self->manikin.told_us = self->begun_us;
    return station_open(&k->stations[0], self->manikin.port, &self->app.clock,
                        self->folder.path);
}

static void close_all(struct soak *self)
{
    app_stop(&self->app);
    pressed_close(&self->manikin);
    nftw(self->folder.path, remove_one, 8, FTW_DEPTH | FTW_PHYS);
}

static void note(struct soak *self, int64_t now_us, int64_t passed_us)
{
    const struct kiosk *k = &self->app.kiosk;
    if (self->seen_us[k->screen] == 0) {
        self->first_us[k->screen] = now_us - self->begun_us;
    }
    self->seen_us[k->screen] += passed_us;
    self->seen_steps[k->text_step] = true;
}

/* One frame, and the time until the next. */
static void pass(struct soak *self)
{
    struct kiosk *k = &self->app.kiosk;
    enum screen_id before = k->screen;
    int64_t now_us = clock_now_us(&self->app.clock);
    wander_pass(&self->wander, now_us);
    kiosk_frame(k);
    hearing_follow(self->app.hearing, kiosk_lang(k), speaking_line(k));
    k->quit = false; /* staff are mad as well */
    bool due = !self->check || before != k->screen || self->frames % CHECK_FRAMES == 0;
    if (due && internal_paint(k->ui)) {
        self->drawn++;
    }
    self->frames++;
    bool moves = pressed_moves(&self->manikin, now_us) || kiosk_station(k)->followed;
    int64_t us = moves ? MOVING_US : STILL_US;
    clock_move(&self->app.clock, us);
    pressed_pass(&self->manikin, now_us + us);
    note(self, now_us, us);
}

/* ---- what was seen ----------------------------------------------------------------- */

/* The author's screen is no part of a visitor's kiosk. */
static bool can_be_seen(int screen)
{
    return screen != SCREEN_author;
}

static bool has_seen_all(const struct soak *self)
{
    bool all = true;
    for (int i = 0; i < SCREEN_COUNT; i++) {
        all = all && (self->seen_us[i] > 0 || !can_be_seen(i));
    }
    for (int i = 0; i < KIOSK_TEXT_STEPS; i++) {
        all = all && self->seen_steps[i];
    }
    return all;
}

static void tell(const struct soak *self)
{
    const struct wander *w = &self->wander;
    for (int i = 0; i < SCREEN_COUNT; i++) {
        if (self->seen_us[i] > 0) {
            printf("%-14s seen %5.0f s, first at %5.0f s\n", names[i],
                   (double)self->seen_us[i] / SECOND_US,
                   (double)self->first_us[i] / SECOND_US);
        } else if (can_be_seen(i)) {
            printf("%-14s NOT SEEN: what leads there?\n", names[i]);
        }
    }
    for (int i = 0; i < KIOSK_TEXT_STEPS; i++) {
        printf("text step %d    %s\n", i + 1, self->seen_steps[i] ? "seen" : "NOT SEEN");
    }
    printf(
        "%d touches, %d keys, %d pushes, the plug moved %d times, %d waits; %ld frames, "
        "%ld drawn\n",
        w->touches, w->keys, w->pushes, w->plugs, w->waits, self->frames, self->drawn);
}

/* Chance may need longer to all screens, and another way whenever one of them changes. */
static void go_on(struct soak *self, int64_t end_us)
{
    while (!has_seen_all(self) && clock_now_us(&self->app.clock) < end_us) {
        pass(self);
    }
}

int main(int argc, char **argv)
{
    struct soak *self = calloc(1, sizeof *self);
    if (!self) {
        return EXIT_FAILURE;
    }
    self->seconds = argc > 1 ? strtol(argv[1], NULL, 10) : 3600;
    self->check = argc > 2 && str_equal(argv[2], "check");
    self->folder = folder_make();
    bool well = open_all(self);
    if (!well) {
        log_error("soak", "%s", err_text());
    }
    int64_t end_us = self->begun_us + (int64_t)self->seconds * SECOND_US;
    for (int i = 0; well && i <= REPORTS; i++) {
        int64_t until_us = end_us - (end_us - self->begun_us) / REPORTS * (REPORTS - i);
        while (clock_now_us(&self->app.clock) < until_us) {
            pass(self);
        }
        if (!self->check) {
            report(self, clock_now_us(&self->app.clock));
        }
    }
    if (well) {
        go_on(self, end_us + 4 * (end_us - self->begun_us));
        tell(self);
        well = has_seen_all(self);
    }
    if (!self->check) {
        printf("most           %.1f MB\n", (double)self->most_kb / 1024);
    }
    close_all(self);
    free(self);
    return well ? EXIT_SUCCESS : EXIT_FAILURE;
}
