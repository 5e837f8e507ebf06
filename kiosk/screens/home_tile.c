/* SPDX-License-Identifier: MIT */
#include "screens/home_tile.h"

#include <math.h>

#include "base/str.h"
#include "screens/chrome.h"

enum { LABEL_MAX = 640 };

#define FRAME        14.0f /* from the card's edge to its picture */
#define SIDE         15.0f /* ... to its words */
#define ABOVE        12.0f /* between picture and words */
#define BELOW        16.0f /* between words and the lower edge */
#define WORDS_GAP    6.0f
#define TOPIC_LEAST  76.0f /* height of a picture; lower, people cannot be told apart */
#define LESSON_LEAST 100.0f
#define BADGE        104.0f
#define NOTE_SIDE    20.0f
#define NOTE_SHARE   0.33f /* of a tile's width */

/* Those of lessons, which bear a note, say more than those of topics. */
static float picture_least(const struct tile *tile)
{
    return *tile->note ? LESSON_LEAST : TOPIC_LEAST;
}

/* People stand in the middle of a picture: in a narrow one the note would cover a
 * face. */
static bool is_on_picture(struct ui *ui, float w, const struct tile *tile)
{
    float pill = ui_measure(ui, w, UI_SMALL, tile->note).w + 2 * NOTE_SIDE;
    return pill < w * NOTE_SHARE;
}

/* Title, words and, where it is not on the picture, the note, below each other. */
static float words_h(struct ui *ui, float w, const struct tile *tile, bool pictured)
{
    float words = chrome_text_h(ui, w, UI_SMALL, tile->words);
    bool on_picture = pictured && is_on_picture(ui, w, tile);
    float note = on_picture ? 0 : chrome_text_h(ui, w, UI_SMALL, tile->note);
    return chrome_text_h(ui, w, UI_STRONG, tile->title) +
           (words > 0 ? WORDS_GAP + words : 0) + (note > 0 ? WORDS_GAP + note : 0);
}

float home_tile_h(struct ui *ui, float w, const struct tile *tile, bool pictured)
{
    float picture = pictured ? FRAME + picture_least(tile) + ABOVE : SIDE;
    return picture + words_h(ui, w - 2 * SIDE, tile, pictured) + BELOW + 1;
}

bool home_tile_is_wide_enough(struct ui *ui, float w, const struct tile *tile)
{
    return !ui_tears(ui, w - 2 * SIDE, UI_STRONG, tile->title) &&
           !ui_tears(ui, w - 2 * SIDE, UI_SMALL, tile->words);
}

static void draw_words(struct ui *ui, struct ui_rect at, const struct tile *tile,
                       bool pictured)
{
    struct ui_rect title =
        chrome_cut_top(&at, chrome_text_h(ui, at.w, UI_STRONG, tile->title), WORDS_GAP);
    ui_text(ui, title, UI_STRONG, UI_TEXT, UI_LEFT, tile->title);
    if (*tile->words) {
        struct ui_rect words = chrome_cut_top(
            &at, chrome_text_h(ui, at.w, UI_SMALL, tile->words), WORDS_GAP);
        ui_text(ui, words, UI_SMALL, UI_QUIET, UI_LEFT, tile->words);
    }
    if (*tile->note && !(pictured && is_on_picture(ui, at.w, tile))) {
        ui_text(ui, at, UI_SMALL, UI_GOOD_WORD, UI_LEFT, tile->note);
    }
}

/* In the picture's upper left corner, where nobody stands. */
static void draw_note(struct ui *ui, struct ui_rect picture, const char *note)
{
    struct ui_size size = ui_measure(ui, picture.w, UI_SMALL, note);
    struct ui_rect pill = {picture.x + 12, picture.y + 12, size.w + 2 * NOTE_SIDE,
                           size.h + 8};
    ui_fill(ui, pill, pill.h / 2, UI_CARD);
    struct ui_rect words = {pill.x + NOTE_SIDE, pill.y + 4, size.w, size.h};
    ui_text(ui, words, UI_SMALL, UI_GOOD_WORD, UI_LEFT, note);
}

static void draw_picture(struct ui *ui, struct ui_rect picture, const struct tile *tile)
{
    struct scene_view view = {
        .name = tile->scene, .ground = SCENE_FULL, .still = true, .asked = tile->asked};
    if (scene_exists(tile->scene)) {
        ui_scene(ui, picture, 24, &view);
    } else {
        float side = fminf(picture.h, picture.w) * 0.62f;
        struct ui_rect icon = {picture.x + (picture.w - side) / 2,
                               picture.y + (picture.h - side) / 2, side, side};
        ui_fill(ui, picture, 24, tile->tint);
        ui_icon(ui, icon, tile->icon, tile->ink);
    }
    if (*tile->note && is_on_picture(ui, picture.w + 2 * FRAME - 2 * SIDE, tile)) {
        draw_note(ui, picture, tile->note);
    }
}

/* Without a picture: the icon before the words where they have room beside it. */
static void draw_row(struct ui *ui, struct ui_rect rect, const struct tile *tile)
{
    struct ui_rect inside = {rect.x + SIDE, rect.y + BELOW, rect.w - 2 * SIDE,
                             rect.h - 2 * BELOW};
    struct ui_rect beside = inside;
    struct ui_rect badge = chrome_cut_left(&beside, BADGE, SIDE);
    if (inside.h >= BADGE && words_h(ui, beside.w, tile, false) <= inside.h &&
        home_tile_is_wide_enough(ui, beside.w + 2 * SIDE, tile)) {
        badge.y += (badge.h - BADGE) / 2;
        badge.h = BADGE;
        ui_fill(ui, badge, 28, tile->tint);
        ui_icon(ui, chrome_inset(badge, BADGE * 0.2f), tile->icon, tile->ink);
        inside = beside;
    }
    float free = inside.h - words_h(ui, inside.w, tile, false);
    inside.y += fmaxf(free, 0) / 2;
    inside.h -= fmaxf(free, 0) / 2;
    draw_words(ui, inside, tile, false);
}

/* `words`: the height that they are given. */
static void draw_tile(struct ui *ui, struct ui_rect rect, const struct tile *tile,
                      float words)
{
    struct ui_rect inside = {rect.x + FRAME, rect.y + FRAME, rect.w - 2 * FRAME,
                             rect.h - FRAME - BELOW};
    ui_card(ui, rect, UI_CARD);
    if (inside.h - words - ABOVE >= picture_least(tile) - 1) {
        draw_picture(ui, chrome_cut_top(&inside, inside.h - words - ABOVE, ABOVE), tile);
        inside.x = rect.x + SIDE;
        inside.w = rect.w - 2 * SIDE;
        draw_words(ui, inside, tile, true);
    } else {
        draw_row(ui, rect, tile);
    }
    char label[LABEL_MAX];
    str_format(label, sizeof label, "%s%s%s%s%s", tile->title, *tile->words ? "\n" : "",
               tile->words, *tile->note ? "\n" : "", tile->note);
    ui_touch(ui, tile->id, rect, label);
}

void home_tiles_draw(struct ui *ui, const struct ui_rect *rects, const struct tile *tiles,
                     size_t count)
{
    float words = 0;
    for (size_t i = 0; i < count; i++) {
        words = fmaxf(words, words_h(ui, rects[i].w - 2 * SIDE, &tiles[i], true));
    }
    for (size_t i = 0; i < count; i++) {
        draw_tile(ui, rects[i], &tiles[i], words);
    }
}
