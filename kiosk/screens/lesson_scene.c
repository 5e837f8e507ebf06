/* SPDX-License-Identifier: MIT */
#include "screens/lesson_scene.h"

#include <math.h>

#include "screens/chrome.h"

#define COLUMN_MAX 1300.0f /* longer lines are hard to read */
#define TAG_PAD    20.0f

struct scene_view lesson_scene_of(const struct kiosk *k, const char *name)
{
    return (struct scene_view){
        .name = name, .ground = SCENE_FULL, .seconds = (float)kiosk_screen_s(k)};
}

static enum ui_type wrong_type(const struct ui *ui)
{
    return ui_portrait(ui) ? UI_SMALL : UI_STRONG;
}

/* Beside the mark on a wrong act: what it means, in words. A picture above the words is
 * low, and people stand near its corner. */
static void draw_wrong_words(const struct kiosk *k, struct ui *ui, struct ui_rect picture)
{
    const char *words = kiosk_tr(k, "lesson_wrong_act");
    enum ui_type type = wrong_type(ui);
    float radius = (float)SCENE_MARK_SHARE * fminf(picture.w, picture.h);
    struct ui_size size = ui_measure(ui, picture.w - 4 * radius, type, words);
    float h = size.h + 16;
    struct ui_rect place = {picture.x + 2.8f * radius, picture.y + 1.5f * radius - h / 2,
                            size.w + 40, h};
    place.y = fmaxf(place.y, picture.y + 12);
    ui_fill(ui, place, CHROME_RADIUS, UI_CARD);
    ui_text_middle(ui, place, type, UI_TEXT, UI_CENTER, words);
}

bool lesson_scene_fits(const struct ui *ui, const struct scene_view *view)
{
    return *view->name && chrome_crowding(ui) <= 1.7f;
}

struct ui_rect lesson_scene_place(struct ui *ui, struct ui_rect *page,
                                  const struct scene_view *view, float upright_share)
{
    float crowding = chrome_crowding(ui);
    if (!lesson_scene_fits(ui, view)) {
        float w = fminf(page->w, COLUMN_MAX * ui_text_scale(ui));
        page->x += (page->w - w) / 2;
        page->w = w;
        return (struct ui_rect){0};
    }
    float share = crowding > 1.3f ? 0.75f : 1;
    return ui_portrait(ui)
               ? chrome_cut_top(page, page->h * upright_share * share, CHROME_GAP)
               : chrome_cut_left(page, page->w * 0.465f * share, 56);
}

void lesson_scene_draw(const struct kiosk *k, struct ui *ui, struct ui_rect *page,
                       const struct scene_view *view, float upright_share)
{
    struct ui_rect rect = lesson_scene_place(ui, page, view, upright_share);
    if (rect.w <= 0) {
        return;
    }
    ui_scene(ui, rect, CHROME_RADIUS, view);
    if (view->wrong && *view->wrong) {
        draw_wrong_words(k, ui, rect);
    }
}

struct ui_rect lesson_scene_tag(const struct kiosk *k, struct ui *ui,
                                struct ui_rect *page, const char *head)
{
    const char *words = kiosk_tr(k, "lesson_wrong_act");
    struct ui_size size = ui_measure(ui, page->w, wrong_type(ui), words);
    float w = size.w + 2 * TAG_PAD;
    float head_w = ui_measure(ui, 2 * page->w, UI_SMALL, head).w;
    bool beside = head_w + CHROME_GAP + w <= page->w;
    struct ui_rect line = *page;
    struct ui_rect tag = beside ? chrome_cut_right(&line, w, CHROME_GAP)
                                : chrome_cut_top(&line, size.h, CHROME_GAP / 2);
    tag.w = w;
    tag.h = size.h;
    ui_fill(ui, tag, TAG_PAD, UI_TINT_AMBER);
    ui_text_middle(ui, tag, wrong_type(ui), UI_INK_AMBER, UI_CENTER, words);
    return line;
}
