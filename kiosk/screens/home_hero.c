/* SPDX-License-Identifier: MIT */
#include "screens/home_hero.h"

#include <math.h>

#include "base/str.h"
#include "screens/chrome.h"
#include "screens/home_topics.h"
#include "screens/kiosk.h"

/* ---- what it invites to ------------------------------------------------------------ */

struct hero home_hero(const struct kiosk *k)
{
    size_t topic = home_first_topic(k);
    if (!kiosk_lacks_manikin(k)) {
        const char *told = station_ready(kiosk_station(k))->title;
        return (struct hero){.id = "practice",
                             .title = "home_title",
                             .words = told ? told : "home_words",
                             .button = "home_start",
                             .scene = "press"};
    }
    if (topic < k->catalog->topics.count) {
        return (struct hero){.id = home_topic(k, topic).id,
                             .title = "home_learn_title",
                             .words = "home_learn_words",
                             .button = "home_learn",
                             .scene = "call-120"};
    }
    return (struct hero){.id = "rhythm",
                         .title = "home_rhythm",
                         .words = "home_rhythm_words",
                         .button = "home_rhythm",
                         .scene = "press"};
}

/* ---- drawing ----------------------------------------------------------------------- */

/* Where it goes. */
struct layout {
    struct ui_rect title, words, button, scene;
    enum ui_type title_type;
    bool fits, peopled;
};

static struct ui_button button_of(const struct kiosk *k, const struct hero *hero)
{
    return (struct ui_button){.id = hero->id,
                              .label = kiosk_tr(k, hero->button),
                              .style = UI_BUTTON_NEXT,
                              .icon = ICON_NEXT};
}

#define GAP          20.0f
#define BUTTON_LEAST 320.0f /* a short word, too, is the largest thing to touch */

static float pad_of(const struct ui *ui)
{
    return ui_text_scale(ui) > 1.3f ? 44 : 64;
}

/* The words on top, the button at the foot, the people right of it or, where the card is
 * tall, above it. Large text takes the people's place. */
static struct layout layout_as(struct ui *ui, struct ui_rect card, const char *title,
                               const char *words, const struct ui_button *start,
                               enum ui_type type)
{
    bool tall = card.h > card.w * 0.85f;
    struct ui_rect inside = chrome_inset(card, pad_of(ui));
    struct layout h = {.title_type = type};
    float wide = fmaxf(ui_button_width(ui, start), BUTTON_LEAST);
    float button_w = tall ? inside.w : fminf(wide, inside.w);
    float button_h = fmaxf(chrome_button_h(ui) * (tall ? 1.25f : 1.2f),
                           ui_button_height(ui, button_w, start));
    h.button = chrome_cut_bottom(&inside, button_h, GAP);
    h.button.w = button_w;
    float words_h = chrome_text_h(ui, inside.w, UI_BODY, words);
    float title_h = chrome_text_h(ui, inside.w, type, title);
    h.fits = title_h + GAP + words_h <= inside.h &&
             ui_measure(ui, inside.w, type, title).w <= inside.w;
    h.title = chrome_cut_top(&inside, title_h, GAP);
    h.words = h.fits ? chrome_cut_top(&inside, words_h, GAP) : inside;
    h.scene = inside;
    if (!tall) {
        float x = h.button.x + button_w + GAP;
        h.scene = (struct ui_rect){x, inside.y, card.x + card.w - GAP - x,
                                   card.y + card.h - 8 - inside.y};
    }
    h.peopled = h.fits && h.scene.h > 240 && h.scene.w > 400;
    return h;
}

/* At the largest step a heading is larger than the title was at 1.0. */
static struct layout layout_of(const struct kiosk *k, struct ui *ui, struct ui_rect card,
                               const struct hero *hero, const struct ui_button *start)
{
    const char *title = kiosk_tr(k, hero->title);
    const char *words = kiosk_tr(k, hero->words);
    struct layout h = layout_as(ui, card, title, words, start, UI_TITLE);
    if (!h.fits && ui_text_scale(ui) > 1.6f) {
        h = layout_as(ui, card, title, words, start, UI_HEADING);
    }
    return h;
}

bool home_hero_fits(const struct kiosk *k, struct ui *ui, struct ui_rect card)
{
    const struct hero hero = home_hero(k);
    const struct ui_button start = button_of(k, &hero);
    return layout_of(k, ui, card, &hero, &start).fits;
}

enum ui_type home_title_type(const struct ui *ui)
{
    return ui_text_scale(ui) > 1.6f ? UI_HEADING : UI_TITLE;
}

float home_hero_button_h(const struct kiosk *k, struct ui *ui, float w)
{
    const struct hero hero = home_hero(k);
    const struct ui_button start = button_of(k, &hero);
    return fmaxf(chrome_button_h(ui) * 1.25f, ui_button_height(ui, w, &start));
}

void home_hero_button_draw(const struct kiosk *k, struct ui *ui, struct ui_rect rect)
{
    const struct hero hero = home_hero(k);
    const struct ui_button start = button_of(k, &hero);
    ui_button(ui, rect, &start);
}

float home_hero_h(const struct kiosk *k, struct ui *ui, float w)
{
    const struct hero hero = home_hero(k);
    float inner = w - 2 * pad_of(ui);
    return chrome_text_h(ui, inner, home_title_type(ui), kiosk_tr(k, hero.title)) +
           chrome_text_h(ui, inner, UI_BODY, kiosk_tr(k, hero.words)) +
           home_hero_button_h(k, ui, inner) + 2 * GAP + 2 * pad_of(ui) + 1;
}

void home_hero_draw(const struct kiosk *k, struct ui *ui, struct ui_rect card)
{
    const struct hero hero = home_hero(k);
    const struct ui_button start = button_of(k, &hero);
    struct layout h = layout_of(k, ui, card, &hero, &start);
    struct scene_view view = {.name = hero.scene,
                              .ground = SCENE_ON_BRAND,
                              .press_mm = kiosk_chest_mm(k),
                              .still = true};
    ui_gradient(ui, card, CHROME_RADIUS, UI_BRAND, UI_BRAND_DEEP);
    if (h.peopled) {
        ui_scene(ui, h.scene, 0, &view);
    }
    ui_text(ui, h.title, h.title_type, UI_ON_BRAND, UI_LEFT, kiosk_tr(k, hero.title));
    if (h.fits) {
        ui_text(ui, h.words, UI_BODY, UI_ON_BRAND, UI_LEFT, kiosk_tr(k, hero.words));
    }
    ui_button(ui, h.button, &start);
}
