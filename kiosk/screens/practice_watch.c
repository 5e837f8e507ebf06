/* SPDX-License-Identifier: MIT */
/*
 * How it is done, before the first push: three pictures with a few words each, side by
 * side, that are read at a glance. The last one, which is what starts, stands out.
 *
 * Where large words leave no room for pictures, the words stand alone; where they have no
 * room below each other, one at a time.
 */
#include <math.h>

#include "screens/chrome.h"
#include "screens/kiosk.h"
#include "screens/practice_parts.h"
#include "screens/say.h"

enum { LOOKS = 3, LOOK_PRESS = LOOKS - 1 };

static const struct look {
    const char *words;
    struct scene_view view;
} looks[LOOKS] = {
    {"look_kneel", {.name = "look-breathing", .ground = SCENE_FULL, .asked = true}},
    {"look_hands", {.name = "hand-place", .ground = SCENE_FULL}},
    {"look_press", {.name = "press", .ground = SCENE_FULL}},
};

/* A smaller picture says nothing; a wider one is no larger. */
#define PICTURE_LEAST 200.0f
#define PICTURE_WIDE  1.45f

static const char *words_of(const struct kiosk *k, int look)
{
    return kiosk_tr(k, looks[look].words);
}

/* Of the plate with the words, in a card so wide. */
static float plate_h(const struct kiosk *k, struct ui *ui, float w, int look)
{
    float inner = w - 2 * CHROME_PAD;
    return chrome_text_h(ui, inner, UI_HEADING, words_of(k, look)) + CHROME_PAD;
}

/* Words that a card cuts or breaks are no caption. */
static bool is_a_line(const struct kiosk *k, struct ui *ui, float w, int look)
{
    float inner = w - 2 * CHROME_PAD;
    struct ui_size size = ui_measure(ui, inner, UI_HEADING, words_of(k, look));
    return size.w <= inner && size.h < 1.5f * ui_line_height(ui, UI_HEADING);
}

static void draw_plate(const struct kiosk *k, struct ui *ui, struct ui_rect plate,
                       int look)
{
    bool starts = look == LOOK_PRESS;
    ui_fill(ui, plate, CHROME_RADIUS, starts ? UI_NEXT : UI_BAND);
    ui_text_middle(ui, plate, UI_HEADING, starts ? UI_ON_NEXT : UI_TEXT, UI_CENTER,
                   words_of(k, look));
}

static void draw_picture(const struct kiosk *k, struct ui *ui, struct ui_rect rect,
                         int look)
{
    struct scene_view view = looks[look].view;
    float w = fminf(rect.w, rect.h * PICTURE_WIDE);
    rect.x += (rect.w - w) / 2;
    rect.w = w;
    if (look == LOOK_PRESS) { /* with the beat, and with the chest */
        view.seconds = practice_beat_s(k);
        view.press_mm = kiosk_chest_mm(k);
    }
    ui_scene(ui, rect, CHROME_RADIUS, &view);
}

/* The picture above its words. */
static void draw_card(const struct kiosk *k, struct ui *ui, struct ui_rect card, int look)
{
    ui_fill(ui, card, CHROME_RADIUS, UI_CARD);
    float h = plate_h(k, ui, card.w, look);
    draw_plate(k, ui, chrome_cut_bottom(&card, h, 0), look);
    draw_picture(k, ui, card, look);
}

/* The picture, where there is room, left of its words. */
static void draw_row(const struct kiosk *k, struct ui *ui, struct ui_rect row, int look,
                     float words_w)
{
    float picture = fminf(row.w - words_w, row.h * PICTURE_WIDE);
    ui_fill(ui, row, CHROME_RADIUS, UI_CARD);
    if (row.h >= PICTURE_LEAST && picture >= PICTURE_LEAST) {
        draw_picture(k, ui, chrome_cut_left(&row, picture, 0), look);
    }
    draw_plate(k, ui, row, look);
}

/* Side by side; false where the words have no room for that. */
static bool draw_columns(const struct kiosk *k, struct ui *ui, struct ui_rect page)
{
    float w = chrome_column(page, 0, LOOKS, CHROME_GAP).w;
    for (int i = 0; i < LOOKS; i++) {
        if (!is_a_line(k, ui, w, i) || page.h - plate_h(k, ui, w, i) < w / PICTURE_WIDE) {
            return false;
        }
    }
    for (int i = 0; i < LOOKS; i++) {
        draw_card(k, ui, chrome_column(page, (size_t)i, LOOKS, CHROME_GAP), i);
    }
    return true;
}

/* Below each other; false where even the words alone have no room for that. */
static bool draw_rows(const struct kiosk *k, struct ui *ui, struct ui_rect page)
{
    float words_w = 0;
    float least_h = 0;
    for (int i = 0; i < LOOKS; i++) {
        words_w = fmaxf(words_w, ui_measure(ui, page.w, UI_HEADING, words_of(k, i)).w);
        least_h = fmaxf(least_h, plate_h(k, ui, page.w, i));
    }
    float row_h = (page.h - (LOOKS - 1) * CHROME_GAP) / LOOKS;
    if (row_h < least_h) {
        return false;
    }
    for (int i = 0; i < LOOKS; i++) {
        draw_row(k, ui, chrome_cut_top(&page, row_h, CHROME_GAP), i,
                 words_w + 2 * CHROME_PAD);
    }
    return true;
}

void practice_watch(const struct kiosk *k, struct ui *ui, struct ui_rect page)
{
    bool shown = ui_portrait(ui) ? draw_rows(k, ui, page)
                                 : draw_columns(k, ui, page) || draw_rows(k, ui, page);
    for (int i = 0; i < LOOKS && !shown; i++) {
        draw_plate(k, ui, chrome_cell(page, (size_t)i, 1, LOOKS, CHROME_GAP), i);
    }
}

void practice_watch_say(const struct kiosk *k, struct str *out)
{
    for (int i = 0; i < LOOKS; i++) {
        say_text(k, out, looks[i].words);
    }
}
