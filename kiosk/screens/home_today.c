/* SPDX-License-Identifier: MIT */
#include "screens/home_today.h"

#include <math.h>

#include "base/str.h"
#include "screens/chrome.h"
#include "screens/kiosk.h"
#include "screens/say.h"

#define FRAME         14.0f /* from the card's edge to its picture */
#define SIDE          36.0f /* ... to its words */
#define ABOVE         16.0f
#define BELOW         24.0f
#define WORDS_GAP     8.0f
#define START_GAP     16.0f /* above the button */
#define BUTTON_LEAST  280.0f
#define BUTTON_H      92.0f /* 23 mm */
#define PICTURE_LEAST 108.0f
#define PICTURE_SHARE 0.45f /* of a wide card */
#define PILL_SIDE     26.0f

/* A lesson bears its name alone, as all that can be chosen at the start: a visitor has
 * 20 s to begin, and all words are read aloud. A campaign's words say why it is there. */
bool home_today(const struct kiosk *k, struct today *today)
{
    struct offering_today offer;
    if (!offering_today(k, &offer)) {
        return false;
    }
    const struct conf_campaign *campaign = offer.campaign;
    *today =
        (struct today){.lesson = offer.item->info.id,
                       .pill = kiosk_tr(k, campaign ? campaign->title : "home_today"),
                       .title = offer.item->title,
                       .words = campaign ? kiosk_tr(k, campaign->words) : "",
                       .scene = offer.item->info.picture};
    if (!scene_exists(today->scene)) {
        today->scene = campaign && scene_exists(campaign->scene) ? campaign->scene : "";
    }
    home_minutes(k, offer.item->info.minutes, today->minutes, sizeof today->minutes);
    today->start = (struct ui_button){.id = HOME_TODAY_ID,
                                      .label = kiosk_tr(k, "home_learn"),
                                      .style = UI_BUTTON_NEXT,
                                      .icon = ICON_NEXT};
    return true;
}

/* ---- where it goes ----------------------------------------------------------------- */

static float start_w(struct ui *ui, float w, const struct today *today)
{
    return fminf(fmaxf(ui_button_width(ui, &today->start), BUTTON_LEAST), w);
}

float home_today_button_h(struct ui *ui, float w, const struct today *today)
{
    return fmaxf(BUTTON_H, ui_button_height(ui, w, &today->start));
}

/* What stands beside the button, or above it: below a picture why the lesson is there,
 * since people fill the picture; else the minutes, and the pill is on top. */
static const char *tag_of(const struct today *today, bool on_picture)
{
    return on_picture ? today->pill : today->minutes;
}

static bool is_beside(struct ui *ui, float w, const struct today *today, const char *tag)
{
    float room = w - CHROME_GAP - start_w(ui, w, today);
    float tag_w = ui_measure(ui, w - 2 * PILL_SIDE, UI_SMALL, tag).w + 2 * PILL_SIDE;
    return tag_w <= room;
}

static float tag_h(struct ui *ui, float w, const char *tag)
{
    return chrome_text_h(ui, w - 2 * PILL_SIDE, UI_SMALL, tag) + 16;
}

static float pill_h(struct ui *ui, float w, const struct today *today)
{
    return chrome_text_h(ui, w - 2 * PILL_SIDE, UI_STRONG, today->pill) + 16;
}

/* Words, tag and button below each other. */
static float words_h(struct ui *ui, float w, const struct today *today, const char *tag)
{
    float button = home_today_button_h(ui, start_w(ui, w, today), today);
    float above = tag_h(ui, w, tag);
    float words = chrome_text_h(ui, w, UI_SMALL, today->words);
    return chrome_text_h(ui, w, UI_HEADING, today->title) +
           (words > 0 ? WORDS_GAP + words : 0) + START_GAP +
           (is_beside(ui, w, today, tag) ? fmaxf(button, above)
                                         : above + WORDS_GAP + button);
}

/* Wide cards have the picture on the left. */
static float column_w(float w, bool beside)
{
    return (beside ? w * (1 - PICTURE_SHARE) : w) - 2 * SIDE;
}

static bool is_wide(struct ui_rect card)
{
    return card.w > 1.5f * card.h && card.w > 1000;
}

float home_today_h(struct ui *ui, float w, const struct today *today, bool pictured)
{
    float inner = column_w(w, false);
    float picture = pictured ? FRAME + PICTURE_LEAST : BELOW + pill_h(ui, inner, today);
    return picture + ABOVE + words_h(ui, inner, today, tag_of(today, pictured)) + BELOW +
           1;
}

bool home_today_is_wide_enough(struct ui *ui, float w, const struct today *today)
{
    float inner = column_w(w, false);
    return !ui_tears(ui, inner, UI_HEADING, today->title) &&
           !ui_tears(ui, inner, UI_SMALL, today->words);
}

/* ---- drawing ----------------------------------------------------------------------- */

static void draw_pill(struct ui *ui, struct ui_point at, float w, enum ui_type type,
                      enum ui_color ground, const char *words)
{
    struct ui_size size = ui_measure(ui, w - 2 * PILL_SIDE, type, words);
    struct ui_rect pill = {at.x, at.y, size.w + 2 * PILL_SIDE, size.h + 16};
    ui_fill(ui, pill, fminf(pill.h / 2, 40), ground);
    ui_text(ui, (struct ui_rect){at.x + PILL_SIDE, at.y + 8, size.w, size.h}, type,
            UI_GOOD_WORD, UI_LEFT, words);
}

/* From the foot upwards, so that the button stands where it always does. */
static void draw_words(struct ui *ui, struct ui_rect at, const struct today *today,
                       bool on_picture)
{
    float w = start_w(ui, at.w, today);
    const char *tag = tag_of(today, on_picture);
    float high = tag_h(ui, at.w, tag);
    bool beside = is_beside(ui, at.w, today, tag);
    struct ui_rect title =
        chrome_cut_top(&at, chrome_text_h(ui, at.w, UI_HEADING, today->title), WORDS_GAP);
    struct ui_rect row =
        chrome_cut_bottom(&at, home_today_button_h(ui, w, today), WORDS_GAP);
    struct ui_rect button = row;
    if (beside) {
        button = chrome_cut_right(&row, w, CHROME_GAP);
        row.y += (row.h - high) / 2;
    } else {
        row = chrome_cut_bottom(&at, high, WORDS_GAP);
    }
    ui_text(ui, title, UI_HEADING, UI_TEXT, UI_LEFT, today->title);
    if (*today->words) {
        ui_text(ui, at, UI_SMALL, UI_QUIET, UI_LEFT, today->words);
    }
    if (on_picture) {
        draw_pill(ui, (struct ui_point){row.x, row.y}, at.w, UI_SMALL, UI_TINT_GREEN,
                  tag);
    } else {
        row.y += 8;
        ui_text(ui, row, UI_SMALL, UI_QUIET, UI_LEFT, tag);
    }
    ui_button(ui, button, &today->start);
}

static void draw_picture(struct ui *ui, struct ui_rect picture, const struct today *today)
{
    struct scene_view view = {
        .name = today->scene, .ground = SCENE_FULL, .still = true, .asked = true};
    ui_fill(ui, picture, 28, UI_TINT_GREEN);
    if (*today->scene) {
        ui_scene(ui, picture, 28, &view);
    }
}

void home_today_draw(struct ui *ui, struct ui_rect card, const struct today *today)
{
    bool wide = is_wide(card) &&
                words_h(ui, column_w(card.w, true), today, today->minutes) + ABOVE +
                        BELOW + pill_h(ui, column_w(card.w, true), today) + ABOVE <=
                    card.h;
    struct ui_rect inside = chrome_inset(card, FRAME);
    float inner = column_w(card.w, wide);
    float words = words_h(ui, inner, today, tag_of(today, !wide));
    ui_card(ui, card, UI_CARD);
    struct ui_rect picture = {0};
    if (wide) {
        picture = chrome_cut_left(&inside, card.w * PICTURE_SHARE - FRAME, 0);
        draw_picture(ui, picture, today);
        struct ui_rect column = {inside.x + SIDE, card.y + ABOVE, inner,
                                 card.h - ABOVE - BELOW};
        draw_pill(ui, (struct ui_point){column.x, column.y}, inner, UI_STRONG,
                  UI_TINT_GREEN, today->pill);
        chrome_cut_top(&column, pill_h(ui, inner, today), ABOVE);
        draw_words(ui, column, today, false);
        return;
    }
    float free = card.h - FRAME - ABOVE - words - BELOW;
    bool pictured = free >= PICTURE_LEAST - 1;
    if (pictured) {
        picture = chrome_cut_top(&inside, free, ABOVE);
        draw_picture(ui, picture, today);
        draw_pill(ui, (struct ui_point){picture.x + 12, picture.y + 12}, inner, UI_SMALL,
                  UI_CARD, today->minutes);
    } else {
        draw_pill(ui, (struct ui_point){card.x + SIDE, card.y + BELOW}, inner, UI_STRONG,
                  UI_TINT_GREEN, today->pill);
        float above = BELOW + pill_h(ui, inner, today) + ABOVE;
        inside.y = card.y + above;
        inside.h = card.h - above;
    }
    float foot = card.y + card.h - BELOW;
    draw_words(ui, (struct ui_rect){card.x + SIDE, inside.y, inner, foot - inside.y},
               today, pictured);
}

void home_today_say(const struct today *today, struct str *out)
{
    say_line(out, today->pill);
    say_line(out, today->title);
    say_line(out, today->words);
    say_line(out, today->minutes);
    say_line(out, today->start.label);
}
