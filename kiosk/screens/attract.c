/* SPDX-License-Identifier: MIT */
/*
 * The screen while no visitor is there: three slides that say what may be
 * learnt here. Any touch or key wakes the kiosk, a push on the manikin starts practice
 * (kiosk.c does that).
 */
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

/* Where people, words and the button go; words stand above the people in portrait. */
struct places {
    struct ui_rect scene, title, words, button;
};

static struct places places_of(struct ui *ui, const char *title)
{
    float width = ui_width(ui);
    float height = ui_height(ui);
    float margin = CHROME_MARGIN * 1.5f;
    bool portrait = ui_portrait(ui);
    float words_w = portrait ? width - 2 * margin : width * 0.5f - margin;
    struct places p;
    float title_h = ui_measure(ui, words_w, UI_TITLE, title).h;
    float most = height * (portrait ? 0.3f : 0.45f);
    title_h = title_h > most ? most : title_h;
    p.title =
        (struct ui_rect){margin, height * (portrait ? 0.07f : 0.14f), words_w, title_h};
    p.words = (struct ui_rect){margin, p.title.y + title_h + 24, words_w, height * 0.18f};
    float button_h = chrome_button_h(ui) * 1.3f;
    p.button = (struct ui_rect){margin, height - margin - button_h,
                                portrait ? words_w : words_w * 0.8f, button_h};
    p.scene = portrait ? (struct ui_rect){0, height * 0.36f, width,
                                          p.button.y - height * 0.36f - 24}
                       : (struct ui_rect){width * 0.46f, height * 0.12f, width * 0.52f,
                                          height * 0.84f};
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

static void draw(const struct kiosk *k, const void *state, struct ui *ui)
{
    (void)state;
    float margin = CHROME_MARGIN;
    struct ui_rect all = {0, 0, ui_width(ui), ui_height(ui)};
    const struct slide *slide = slide_now(k);
    const char *title = kiosk_tr(k, slide->title);
    struct places p = places_of(ui, title);

    ui_gradient(ui, all, 0, UI_BRAND, UI_BRAND_DEEP);
    ui_touch_rest(ui, "wake");
    struct scene_view view = {.name = slide->scene, .ground = SCENE_ON_BRAND};
    view.seconds = (float)kiosk_screen_s(k);
    ui_scene(ui, p.scene, 0, &view);
    ui_text(ui, p.title, UI_TITLE, UI_ON_BRAND, UI_LEFT, title);
    ui_text(ui, p.words, UI_BODY, UI_ON_BRAND, UI_LEFT, kiosk_tr(k, slide->words));
    ui_button(ui, p.button,
              &(struct ui_button){.id = "wake",
                                  .label = kiosk_tr(k, wake_key(k)),
                                  .style = UI_BUTTON_NEXT,
                                  .icon = ICON_NEXT});
    char label[KIOSK_LANG_LABEL_MAX];
    kiosk_lang_label(k, false, label);
    struct ui_button lang = {.id = "lang", .label = label, .style = UI_BUTTON_PLAIN};
    float lang_w = ui_button_width(ui, &lang);
    float lang_h = chrome_button_h(ui);
    ui_button(ui, (struct ui_rect){all.w - margin - lang_w, margin, lang_w, lang_h},
              &lang);
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
