/* SPDX-License-Identifier: MIT */
/*
 * The screen while no visitor is there: three slides that say what may be
 * learnt here. Any touch or key wakes the kiosk, a push on the manikin starts practice
 * (kiosk.c does that).
 */
#include <math.h>

#include "screens/chrome.h"
#include "screens/kiosk.h"
#include "screens/say.h"

enum { SLIDES = 3, SLIDE_S = 9 };

struct slide {
    const char *scene;
    const char *title;
    const char *words;
};

static const struct slide slides[SLIDES] = {
    {"press", "attract_learn", "attract_learn_words"},
    {"call-120", "attract_minutes", "attract_minutes_words"},
    {"thank-you", "attract_anybody", "attract_anybody_words"},
};

/* Where people, words and buttons go. */
struct places {
    struct ui_rect scene, title, words, wake, lang;
};

#define MARGIN    (CHROME_MARGIN * 1.5f)
#define WORDS_GAP 24.0f

/* The words stand above the people in portrait and beside them in landscape; where large
 * text needs their place the people go. */
static struct places places_of(struct ui *ui, const char *title, const char *words,
                               const struct ui_button *wake, const struct ui_button *lang)
{
    struct ui_rect all = {0, 0, ui_width(ui), ui_height(ui)};
    bool portrait = ui_portrait(ui);
    struct places p;
    float lang_w = ui_button_width(ui, lang);
    p.lang = (struct ui_rect){all.w - CHROME_MARGIN - lang_w, CHROME_MARGIN, lang_w,
                              chrome_button_h(ui)};
    float below_lang = p.lang.y + p.lang.h + WORDS_GAP;
    float wide = all.w - 2 * MARGIN;
    float column = portrait ? wide : all.w * 0.5f - MARGIN;
    float wake_w = portrait ? wide : column * 0.8f;
    wake_w = fminf(fmaxf(wake_w, ui_button_width(ui, wake)), wide);
    float wake_h = fmaxf(chrome_button_h(ui) * 1.3f, ui_button_height(ui, wake_w, wake));
    p.wake = (struct ui_rect){MARGIN, all.h - MARGIN - wake_h, wake_w, wake_h};

    float top = portrait ? below_lang : all.h * 0.14f;
    float room = p.wake.y - WORDS_GAP - top;
    float title_h = chrome_text_h(ui, column, UI_TITLE, title);
    float words_h = chrome_text_h(ui, column, UI_BODY, words);
    bool beside = !portrait && wake_w <= column && title_h + WORDS_GAP + words_h <= room;
    if (!portrait && !beside) {
        column = wide;
        top = below_lang;
        room = p.wake.y - WORDS_GAP - top;
        title_h = chrome_text_h(ui, column, UI_TITLE, title);
        words_h = chrome_text_h(ui, column, UI_BODY, words);
    }
    words_h = fminf(words_h, room);
    title_h = fmaxf(fminf(title_h, room - WORDS_GAP - words_h), 0);
    p.title = (struct ui_rect){MARGIN, top, column, title_h};
    p.words = (struct ui_rect){MARGIN, top + title_h + WORDS_GAP, column, words_h};
    float under_words = p.words.y + words_h + WORDS_GAP;
    p.scene = beside ? (struct ui_rect){all.w * 0.5f, below_lang, all.w * 0.48f,
                                        all.h * 0.96f - below_lang}
                     : (struct ui_rect){0, under_words, all.w,
                                        p.wake.y - WORDS_GAP - under_words};
    return p;
}

static const struct slide *slide_now(const struct kiosk *k)
{
    return &slides[(int)(kiosk_screen_s(k) / SLIDE_S) % SLIDES];
}

static const char *wake_key(const struct kiosk *k)
{
    return k->cleaning ? "attract_cleaning" : "attract_touch";
}

static void say(const struct kiosk *k, const void *state, struct str *out)
{
    (void)state;
    say_text(k, out, slide_now(k)->title);
    say_text(k, out, slide_now(k)->words);
    say_text(k, out, wake_key(k));
}

/* Fewer units than that leave no room for two people. */
static const float SCENE_LEAST = 240;

static void draw(const struct kiosk *k, const void *state, struct ui *ui)
{
    (void)state;
    struct ui_rect all = {0, 0, ui_width(ui), ui_height(ui)};
    const struct slide *slide = slide_now(k);
    const char *title = kiosk_tr(k, slide->title);
    const char *words = kiosk_tr(k, slide->words);
    char label[KIOSK_LANG_LABEL_MAX];
    kiosk_lang_label(k, false, label);
    struct ui_button lang = {.id = "lang", .label = label, .style = UI_BUTTON_PLAIN};
    struct ui_button wake = {.id = "wake",
                             .label = kiosk_tr(k, wake_key(k)),
                             .style = UI_BUTTON_NEXT,
                             .icon = ICON_NEXT};
    struct places p = places_of(ui, title, words, &wake, &lang);

    ui_gradient(ui, all, 0, UI_BRAND, UI_BRAND_DEEP);
    ui_touch_rest(ui, "wake");
    struct scene_view view = {.name = slide->scene, .ground = SCENE_ON_BRAND};
    view.seconds = (float)kiosk_screen_s(k);
    if (p.scene.h >= SCENE_LEAST) {
        ui_scene(ui, p.scene, 0, &view);
    }
    ui_text(ui, p.title, UI_TITLE, UI_ON_BRAND, UI_LEFT, title);
    ui_text(ui, p.words, UI_BODY, UI_ON_BRAND, UI_LEFT, words);
    ui_button(ui, p.wake, &wake);
    ui_button(ui, p.lang, &lang);
    /* Staff hold the lower right corner for three seconds. */
    ui_hold(ui, "corner", (struct ui_rect){all.w - 120, all.h - 120, 120, 120}, 3000);
}

const struct screen screen_attract = {
    .name = "attract",
    .theme = UI_LIGHT,
    .animated = true,
    .wakes = true,
    .starts_run = true,
    .draw = draw,
    .say = say,
};
