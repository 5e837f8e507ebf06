/* SPDX-License-Identifier: MIT */
#include "screens/home_hero.h"

#include <math.h>

#include "screens/chrome.h"
#include "screens/kiosk.h"
#include "screens/say.h"

#define PAD          24.0f
#define GAP          20.0f
#define WORDS_GAP    8.0f
#define WORDS_SHARE  0.56f  /* of the card, beside the people */
#define BUTTON_LEAST 84.0f  /* 21 mm */
#define PEOPLE_LEAST 150.0f /* lower, they cannot be told from each other */

/* ---- what it invites to ------------------------------------------------------------ */

static struct ui_button button_of(const struct kiosk *k, const char *id, const char *key)
{
    return (struct ui_button){
        .id = id, .label = kiosk_tr(k, key), .style = UI_BUTTON_PLAIN};
}

void home_hero(const struct kiosk *k, bool is_next, struct hero *hero)
{
    const struct ready *ready = station_ready(kiosk_station(k));
    const struct ui_button rhythm = button_of(k, "rhythm", "home_rhythm");
    *hero = (struct hero){.title = kiosk_tr(k, "home_title")};
    if (kiosk_lacks_manikin(k)) {
        const char *why =
            ready->state == READY_NOTHING ? "home_press_none" : ready->title;
        hero->words = kiosk_tr(k, why);
        hero->buttons[hero->count++] = rhythm;
        hero->buttons[hero->count++] = button_of(k, "practice", "home_press");
    } else {
        hero->words = kiosk_tr(k, ready->title ? ready->title : "home_words");
        hero->buttons[hero->count++] = button_of(k, "practice", "home_start");
        hero->buttons[hero->count++] = button_of(k, "test", "home_test");
        hero->buttons[hero->count++] = rhythm;
    }
    if (is_next) {
        hero->buttons[0].style = UI_BUTTON_NEXT;
        hero->buttons[0].icon = ICON_NEXT;
    }
}

/* ---- where it goes ----------------------------------------------------------------- */

/* What is free beside them when all stand in one row; below 0: they have no room. */
static float free_w(struct ui *ui, float w, const struct hero *hero)
{
    float free = w - GAP * (float)(hero->count - 1);
    for (size_t i = 0; i < hero->count; i++) {
        free -= ui_button_width(ui, &hero->buttons[i]);
    }
    return free;
}

static float row_h(struct ui *ui, float w, const struct hero *hero)
{
    float h = BUTTON_LEAST;
    for (size_t i = 0; i < hero->count; i++) {
        h = fmaxf(h, ui_button_height(ui, w, &hero->buttons[i]));
    }
    return h;
}

float home_hero_buttons_h(struct ui *ui, float w, const struct hero *hero)
{
    if (free_w(ui, w, hero) >= 0) {
        return fmaxf(BUTTON_LEAST, ui_line_height(ui, UI_ACTION) * 1.3f);
    }
    size_t rows = hero->count;
    return row_h(ui, w, hero) * (float)rows + GAP * (float)(rows - 1);
}

/* In one row each as wide as its label, with a share of what is free. */
void home_hero_buttons_draw(struct ui *ui, struct ui_rect rect, const struct hero *hero)
{
    float free = free_w(ui, rect.w, hero);
    for (size_t i = 0; i < hero->count; i++) {
        struct ui_rect cell = chrome_cell(rect, i, 1, hero->count, GAP);
        if (free >= 0) {
            float w = ui_button_width(ui, &hero->buttons[i]) + free / (float)hero->count;
            cell = chrome_cut_left(&rect, w, GAP);
        }
        ui_button(ui, cell, &hero->buttons[i]);
    }
}

/* Title and words below each other. */
static float words_h(struct ui *ui, float w, const struct hero *hero)
{
    return chrome_text_h(ui, w, UI_HEADING, hero->title) + WORDS_GAP +
           chrome_text_h(ui, w, UI_SMALL, hero->words);
}

float home_hero_h(struct ui *ui, float w, const struct hero *hero)
{
    float inner = w - 2 * PAD;
    return words_h(ui, inner, hero) + GAP + home_hero_buttons_h(ui, inner, hero) +
           2 * PAD + 1;
}

bool home_hero_is_wide_enough(struct ui *ui, float w, const struct hero *hero)
{
    float inner = w - 2 * PAD;
    return !ui_tears(ui, inner, UI_HEADING, hero->title) &&
           !ui_tears(ui, inner, UI_SMALL, hero->words);
}

/* ---- drawing ----------------------------------------------------------------------- */

static void draw_text(struct ui *ui, struct ui_rect *at, enum ui_type type,
                      const char *text)
{
    float h = chrome_text_h(ui, at->w, type, text);
    if (h > 0) {
        ui_text(ui, chrome_cut_top(at, h, WORDS_GAP), type, UI_ON_BRAND, UI_LEFT, text);
    }
}

void home_hero_draw(const struct kiosk *k, struct ui *ui, struct ui_rect card,
                    const struct hero *hero)
{
    struct ui_rect inside = chrome_inset(card, PAD);
    struct ui_rect buttons =
        chrome_cut_bottom(&inside, home_hero_buttons_h(ui, inside.w, hero), GAP);
    struct ui_rect words = inside;
    words.w = card.w * WORDS_SHARE - PAD;
    bool title_fits = !ui_tears(ui, words.w, UI_HEADING, hero->title);
    bool peopled = title_fits && words_h(ui, words.w, hero) <= inside.h &&
                   inside.h + PAD >= PEOPLE_LEAST;
    ui_gradient(ui, card, CHROME_RADIUS, UI_BRAND, UI_BRAND_DEEP);
    if (peopled) {
        struct ui_rect people = {words.x + words.w, card.y + 12,
                                 card.x + card.w - 12 - words.x - words.w,
                                 buttons.y - 8 - card.y - 12};
        struct scene_view view = {.name = "press",
                                  .ground = SCENE_ON_BRAND,
                                  .press_mm = kiosk_chest_mm(k),
                                  .still = true};
        ui_scene(ui, people, 0, &view);
    } else {
        words.w = inside.w;
    }
    float free = fmaxf(words.h - words_h(ui, words.w, hero), 0);
    words.y += free / 2;
    draw_text(ui, &words, UI_HEADING, hero->title);
    draw_text(ui, &words, UI_SMALL, hero->words);
    home_hero_buttons_draw(ui, buttons, hero);
}

void home_hero_say(const struct hero *hero, struct str *out)
{
    say_line(out, hero->title);
    say_line(out, hero->words);
    for (size_t i = 0; i < hero->count; i++) {
        say_line(out, hero->buttons[i].label);
    }
}
