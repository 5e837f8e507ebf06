/* SPDX-License-Identifier: MIT */
#include "support/stage.h"

#include <math.h>
#include <stdlib.h>

#include "base/err.h"
#include "support/tap.h"

enum {
    FRAME_US = 16667,
    SAMPLE_US = 10000,
    LOOK_US = 500000, /* during pushes: drawing is what takes time here */
};

/* A quiet Monday morning: nothing on the screens depends on when a test runs. */
static const int64_t MORNING_S = 1700000000;

/* What is read from the source folder and never changed: once a program, since reading
 * it took a third of the time of tests that open hundreds of stages. */
struct shelf {
    struct conf_texts *texts[2];
    struct conf_guidelines guidelines;
    struct conf_languages languages;
    struct cpr_beginners beginners;
    struct conf_words *words;
};

static const struct shelf *shelf(void)
{
    static struct shelf shelf;

    if (!shelf.words) {
        /* Else fontconfig reads some forty files for each window. */
        char *fonts = realpath("tests/support/fonts.conf", NULL);
        assert_non_null(fonts);
        setenv("FONTCONFIG_FILE", fonts, 0);
        free(fonts);
        shelf.texts[0] = conf_texts_load("scripts/text/zh-CN.lua");
        shelf.texts[1] = conf_texts_load("scripts/text/en.lua");
        bool read =
            shelf.texts[0] && shelf.texts[1] &&
            conf_languages_load(&shelf.languages, "tests/languages.lua") &&
            conf_guidelines_load(&shelf.guidelines, "scripts/guidelines") &&
            conf_beginners_load(&shelf.beginners, "scripts/references/beginners.lua");
        shelf.words = read ? conf_words_load("scripts/words.lua") : NULL;
    }
    if (!shelf.words) {
        fail_msg("%s", err_text());
    }
    return &shelf;
}

struct stage *stage_open(int width_px, int height_px, const char *lang)
{
    const struct shelf *read = shelf();
    struct stage *stage = calloc(1, sizeof *stage);
    assert_non_null(stage);
    struct kiosk *k = &stage->kiosk;
    clock_init_moved(&stage->clock, MORNING_S);
    k->clock = &stage->clock;
    conf_settings_default(&k->settings);
    str_copy(k->settings.pin, sizeof k->settings.pin, "new");
    snprintf(k->settings.lang, sizeof k->settings.lang, "%s", lang);
    k->texts[0] = read->texts[0];
    k->texts[1] = read->texts[1];
    stage->languages = read->languages; /* these three a test may change for itself */
    stage->guidelines = read->guidelines;
    stage->beginners = read->beginners;
    k->languages = &stage->languages;
    k->guidelines = &stage->guidelines;
    k->beginners = &stage->beginners;
    bool found = paths_init(&stage->paths, NULL) &&
                 paths_replace(&stage->paths, "scripts/lessons", "tests/lessons");
    k->paths = &stage->paths;
    k->catalog = catalog_load(&stage->paths, lang);
    k->data_folder = "/nowhere";
    k->ui = ui_create(&(struct ui_config){.mode = UI_HEADLESS,
                                          .width_px = width_px,
                                          .height_px = height_px,
                                          .clock = &stage->clock});
    if (!found || !k->ui) {
        fail_msg("%s", err_text());
    }
    size_t count;
    const char *const *items = conf_words(read->words, &count);
    ui_keep_words(k->ui, items, count);
    kiosk_init(k);
    stage_pass(stage, 0.1);
    return stage;
}

void stage_close(struct stage *stage)
{
    struct kiosk *k = &stage->kiosk;
    kiosk_finish(k);
    for (int i = 0; i < k->station_count; i++) {
        station_close(&k->stations[i]);
    }
    ui_destroy(k->ui);
    catalog_free(k->catalog);
    free(stage);
}

void stage_set_time(struct stage *stage, int64_t wall_s)
{
    stage->clock.start_wall_s = wall_s - stage->clock.moved_us / 1000000;
    stage->kiosk.clock_trust = (struct clock_trust){0};
}

void stage_pass(struct stage *stage, double seconds)
{
    for (double passed = 0; passed < seconds; passed += FRAME_US / 1e6) {
        kiosk_frame(&stage->kiosk);
        clock_move(&stage->clock, FRAME_US);
    }
}

static bool tap(struct stage *stage, const char *id)
{
    struct ui_rect rect;
    if (!ui_find_id(stage->kiosk.ui, id, &rect)) {
        return false;
    }
    ui_inject_tap(stage->kiosk.ui, rect.x + rect.w / 2, rect.y + rect.h / 2);
    stage_pass(stage, 0.1);
    return true;
}

void stage_tap(struct stage *stage, const char *id)
{
    /* On a lesson's card "next" is the next page as long as there is one. */
    while (str_equal(id, "next") && tap(stage, "page-next")) {
    }
    bool tapped = tap(stage, id);
    while (!tapped && tap(stage, "page-next")) {
        tapped = tap(stage, id);
    }
    while (!tapped && tap(stage, "page-prev")) {
        tapped = tap(stage, id);
    }
    if (!tapped) {
        fail_msg("there is no #%s on the screen %s", id,
                 kiosk_screen_name(&stage->kiosk));
    }
}

void stage_press(struct stage *stage, double seconds, double depth_mm, double rate_cpm)
{
    int64_t from_us = clock_now_us(&stage->clock);
    for (int64_t t_us = 0; (double)t_us < seconds * 1e6; t_us += SAMPLE_US) {
        double turns = (double)t_us / 1e6 * rate_cpm / 60;
        struct cpr_sample sample = {
            .t_us = from_us + t_us,
            .depth_mm = depth_mm * (1 - cos(2 * acos(-1) * turns)) / 2,
            .force_n = CPR_NOT_MEASURED,
            .volume_ml = CPR_NOT_MEASURED,
            .hands = CPR_HANDS_NOT_MEASURED,
        };
        clock_move(&stage->clock, SAMPLE_US);
        struct station *station = &stage->kiosk.stations[stage->kiosk.active];
        station->depth_mm = sample.depth_mm;
        run_add(&station->run, &sample, 1, clock_now_us(&stage->clock));
        if (t_us % LOOK_US == 0) {
            kiosk_frame(&stage->kiosk);
        }
    }
    kiosk_frame(&stage->kiosk);
}
