/* SPDX-License-Identifier: MIT */
#include "app.h"

#include <limits.h>
#include <malloc.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "app_key.h"
#include "app_read.h"
#include "base/err.h"
#include "base/file.h"
#include "base/log.h"
#include "base/str.h"
#include "screens/lengths.h"
#include "stick/stick.h"

enum { LEARNER_KNEELS_US = 2500000 };

/* An author sits at a desk. */
#define AUTHOR_NEARER 0.5

static bool is_simulated(const char *manikin)
{
    return str_equal(manikin, "sim") || str_starts(manikin, "sim:");
}

/* A story moves its own clock unless a real cable would not follow it. */
static void choose_clock(struct app *app)
{
    const struct options *o = &app->options;
    app->moved = o->story && o->mode == UI_HEADLESS;
    for (int i = 0; i < o->manikin_count; i++) {
        app->moved = app->moved && (is_simulated(o->manikins[i]) ||
                                    str_starts(o->manikins[i], "replay:"));
    }
    if (app->moved) {
        clock_init_moved(&app->clock, (int64_t)time(NULL));
    } else {
        clock_init_real(&app->clock);
    }
}

/* Whether a folder is there, or could be made. False: err_text() says why. */
static bool may_make_folder(const char *path)
{
    char above[CONF_PATH_MAX];
    str_copy(above, sizeof above, path[0] ? path : ".");
    while (!file_exists(above)) {
        char *slash = strrchr(above, '/');
        if (!slash) {
            str_copy(above, sizeof above, ".");
        } else {
            slash[slash == above] = '\0';
        }
    }
    struct stat facts;
    return (stat(above, &facts) == 0 && S_ISDIR(facts.st_mode) &&
            access(above, W_OK | X_OK) == 0) ||
           err_set("%s: cannot be made: %s is not a folder that may be written to", path,
                   above);
}

/* Reading it alone would not tell. False: err_text() says why. */
static bool may_write_counts(const char *path)
{
    return file_exists(path) &&
           (access(path, W_OK) == 0 ||
            err_set_as("counts_read_only",
                       "%s: may not be written; give the kiosk's user "
                       "the right to write it",
                       path));
}

/* A check makes nothing, updates nothing and sets nothing aside. */
static void check_store(struct app *app, const char *path)
{
    struct kiosk *k = &app->kiosk;
    if (!file_exists(path) && may_make_folder(app->data)) {
        return;
    }
    k->store = may_write_counts(path) ? store_open_read(path) : NULL;
    if (!k->store) {
        str_copy(app->store_why, sizeof app->store_why, err_text());
        k->store_error = app->store_why;
        app_go_on_without(app, "store");
    }
}

static void open_store(struct app *app)
{
    char path[CONF_PATH_MAX];
    str_format(path, sizeof path, "%s/counts.db", app->data);
    if (app->options.check) {
        check_store(app, path);
        return;
    }
    char kiosk[LKX_KIOSK_MAX] = STORE_NO_KIOSK;
    if (!app->options.story && !app_key_id(app->data, kiosk)) {
        app_go_on_without(app, "key"); /* a story counts nothing that is sent on */
    }
    app->kiosk.keeper = store_keeper_open(path, kiosk, clock_wall_s(&app->clock));
    app->faults += !store_keeper_store(app->kiosk.keeper);
}

static bool open_ui(struct app *app)
{
    const struct options *o = &app->options;
    struct ui_config config = {
        .mode = o->mode,
        .width_px = o->width_px,
        .height_px = o->height_px,
        .diagonal_inch = app->kiosk.settings.diagonal_inch,
        .distance_mm = app->kiosk.settings.distance_mm * (o->author ? AUTHOR_NEARER : 1),
        .clock = &app->clock,
    };
    app->kiosk.ui = ui_create(&config);
    return app->kiosk.ui != NULL;
}

/* Without them lines tear terms and names; that is no reason not to start. */
static void keep_words(struct app *app)
{
    char path[PATHS_BYTES];
    struct conf_words *words =
        paths_find(&app->paths, "scripts/words.lua", path, sizeof path)
            ? conf_words_load(path)
            : NULL;
    if (words) {
        size_t count;
        const char *const *items = conf_words(words, &count);
        ui_keep_words(app->kiosk.ui, items, count);
    } else {
        app_skip_file(app, "words");
    }
    conf_words_free(words);
}

/* A story in a window is for a visitor who looks on, and is heard; one that keeps what it
 * did is written to a file. */
static void open_hearing(struct app *app)
{
    const struct options *o = &app->options;
    const struct hearing_config config = {
        .clock = &app->clock,
        .paths = &app->paths,
        .languages = &app->languages,
        .story = o->story && (app->moved || o->out || o->mode == UI_HEADLESS),
        .microphone = o->microphone,
        .out = o->story ? o->out : NULL,
    };
    app->hearing = hearing_create(&config);
    if (app->hearing) {
        app->kiosk.sound = hearing_sound(app->hearing);
    } else {
        app_go_on_without(app, "sound");
    }
}

/* manikin-sim and lesson-check stand beside this one. */
static bool program_beside(const char *name, char *path, size_t size)
{
    char self[PATH_MAX];
    ssize_t length = readlink("/proc/self/exe", self, sizeof self - 1);
    if (length <= 0) {
        return err_set("/proc/self/exe: cannot be read; where %s is stays unknown", name);
    }
    self[length] = '\0';
    char *slash = strrchr(self, '/');
    *slash = '\0';
    return str_format(path, size, "%s/%s", self, name) ||
           err_set("%s: the path is too long", self);
}

static void plug_in(struct app *app, const char *manikin)
{
    struct kiosk *k = &app->kiosk;
    int at = k->station_count;
    char program[PATH_MAX];
    char learnt[PATH_MAX];
    const char *target = manikin;
    if (is_simulated(manikin)) {
        const char *learner = manikin[3] == ':' ? manikin + 4 : "";
        if (program_beside("manikin-sim", program, sizeof program)) {
            app->sims[at] = sim_start(program, learner, app->moved);
        }
        if (!app->sims[at]) {
            app_go_on_without(app, "manikin");
            return;
        }
        target = sim_port(app->sims[at]);
    }
    str_format(learnt, sizeof learnt, "%s/manikins", app->data);
    if (!station_open(&k->stations[at], target, &app->clock, learnt)) {
        sim_stop(app->sims[at]);
        app->sims[at] = NULL;
        app_go_on_without(app, "manikin");
        return;
    }
    k->station_count++;
}

/* Those that the command line names, else those of the settings; none beside an
 * author. */
static void plug_in_all(struct app *app)
{
    const struct options *o = &app->options;
    const struct conf_settings *settings = &app->kiosk.settings;
    for (int i = 0; i < o->manikin_count; i++) {
        plug_in(app, o->manikins[i]);
    }
    bool own = o->manikin_count == 0 && !o->cards && !o->author;
    for (int i = 0; own && i < settings->manikin_count; i++) {
        plug_in(app, settings->manikins[i]);
    }
}

/* What the author's screen needs; nothing is made for a visitor. */
static bool open_author(struct app *app)
{
    const char *folder = app->options.author;
    if (!folder) {
        return true;
    }
    if (!program_beside("lesson-check", app->checker, sizeof app->checker)) {
        app_go_on_without(app, "author");
    }
    app->kiosk.author_saves = &app->saves;
    app->kiosk.author_checker = app->checker;
    return saves_open(&app->saves, folder);
}

/* Recordings begin with the run, whatever they played; a real manikin ignores this. */
static void play(struct app *app, bool playing)
{
    struct kiosk *k = &app->kiosk;
    for (int i = 0; i < k->station_count; i++) {
        link_play(k->stations[i].link, playing);
    }
}

/* The screen is seen before the first press. */
static void learner_begins(void *context)
{
    struct app *app = context;
    app->press_at_us = clock_now_us(&app->clock) + LEARNER_KNEELS_US;
    play(app, false);
}

static bool is_pushed_by_story(const struct app *app)
{
    return app->story && story_pushes(app->story);
}

static void press_when_due(struct app *app)
{
    struct sim *sim = app->sims[app->kiosk.active];
    if (app->press_at_us == 0 || clock_now_us(&app->clock) < app->press_at_us) {
        return;
    }
    app->press_at_us = 0;
    if (sim && !is_pushed_by_story(app) && !sim_press(sim)) {
        log_error("manikin", "%s", err_text());
    }
    play(app, true);
}

static void learner_ends(void *context)
{
    struct app *app = context;
    app->press_at_us = 0;
    for (int i = 0; i < app->kiosk.station_count && !is_pushed_by_story(app); i++) {
        if (app->sims[i] && !sim_rest(app->sims[i])) {
            log_error("manikin", "%s", err_text());
        }
    }
    play(app, false);
}

bool app_turn_screen(struct app *app, int width_px, int height_px)
{
    ui_destroy(app->kiosk.ui);
    app->options.width_px = width_px;
    app->options.height_px = height_px;
    if (!open_ui(app)) {
        return false;
    }
    keep_words(app);
    return true;
}

/* A picture that is given back is the system's again. By itself malloc() takes the next
 * one from its heap once it has seen one go, and an hour's visits leave that full of
 * holes; each thread would have a heap of its own besides. */
static void bound_heap(void)
{
    enum { ALONE_BYTES = 128 << 10 };

    mallopt(M_MMAP_THRESHOLD, ALONE_BYTES);
    mallopt(M_TRIM_THRESHOLD, ALONE_BYTES);
    mallopt(M_ARENA_MAX, 1);
}

bool app_start(struct app *app, const struct options *options)
{
    bound_heap();
    memset(app, 0, sizeof *app);
    app->options = *options;
    choose_clock(app);
    app->kiosk.clock = &app->clock;
    app->kiosk.built_s = clock_trust_built_s();
    if (!app_read_settings(app) || !app_read_scripts(app) || !open_author(app) ||
        !open_ui(app)) {
        return false;
    }
    keep_words(app);
    if (options->story && !(app->story = story_load(options->story))) {
        return false;
    }
    if (!options->access_report && !options->cards && !options->author) {
        open_store(app); /* nobody is there to be counted */
    }
    if (!options->check && !options->author) {
        open_hearing(app);
    }
    plug_in_all(app);
    /* A story touches no stick of its player, an author has no use for one. */
    if (!options->story && !options->check && !options->author) {
        app->kiosk.sticks = sticks_create(&(struct sticks_config){0});
    }
    app->kiosk.learner = (struct kiosk_learner){app, learner_begins, learner_ends};
    app->kiosk.keep_folder = options->story ? options->out : NULL;
    kiosk_init(&app->kiosk);
    app->kiosk.counter.demo = options->story != NULL;
    app->kiosk.lengths = lengths_create();
    return true;
}

void app_stop(struct app *app)
{
    struct kiosk *k = &app->kiosk;
    if (k->catalog && k->ui) {
        kiosk_finish(k);
    }
    for (int i = 0; i < k->station_count; i++) {
        station_close(&k->stations[i]);
        sim_stop(app->sims[i]);
    }
    sticks_destroy(k->sticks);
    if (k->keeper) {
        store_keeper_close(k->keeper);
    } else {
        store_close(k->store);
    }
    story_free(app->story);
    hearing_destroy(app->hearing);
    ui_destroy(k->ui);
    lengths_destroy(k->lengths);
    catalog_free(k->catalog);
    for (int i = 0; i < CONF_LANGUAGES_MAX; i++) {
        conf_texts_free(k->texts[i]);
    }
    if (k->author_saves) {
        saves_close(k->author_saves);
    }
}

static int shown_manikin(const void *kiosk)
{
    const struct kiosk *k = kiosk;
    return k->active + 1;
}

static const char *screen_name(const void *kiosk)
{
    return kiosk_screen_name(kiosk);
}

/* Home has a tile a topic. */
static const char *tile_of_lesson(const void *kiosk, const char *lesson)
{
    const struct kiosk *k = kiosk;
    const struct catalog_item *item = catalog_find(k->catalog, lesson);
    return item ? item->info.topic : NULL;
}

static bool speaks(const void *kiosk)
{
    return sound_speaks(((const struct kiosk *)kiosk)->sound);
}

struct story_host app_host(struct app *app)
{
    struct kiosk *k = &app->kiosk;
    app->drive = (struct drive){.ui = k->ui,
                                .width_px = app->options.width_px,
                                .out = app->options.out,
                                .sims = app->sims,
                                .manikin_count = k->station_count,
                                .screen = screen_name,
                                .shown = shown_manikin,
                                .tile = tile_of_lesson,
                                .speaks = speaks,
                                .kiosk = k};
    return (struct story_host){
        .context = &app->drive,
        .tap_id = drive_tap_id,
        .tap_text = drive_tap_text,
        .tap_at = drive_tap_at,
        .hold = drive_hold,
        .key = drive_key,
        .screen = drive_screen,
        .shows = drive_shows,
        .shot = drive_shot,
        .words = drive_words,
        .plug = drive_plug,
        .push = drive_push,
        .towards = drive_towards,
        .speaks = drive_speaks,
    };
}

bool app_pass(struct app *app, int64_t us)
{
    press_when_due(app);
    if (!app->moved && app->options.mode == UI_HEADLESS) {
        nanosleep(&(struct timespec){0, us * 1000}, NULL);
        return true;
    }
    if (!app->moved) {
        ui_wait(app->kiosk.ui, (int)(us / 1000));
        return true;
    }
    clock_move(&app->clock, us);
    for (int i = 0; i < app->kiosk.station_count; i++) {
        if (app->sims[i] && !sim_step(app->sims[i], us)) {
            return false;
        }
    }
    return true;
}
