/* SPDX-License-Identifier: MIT */
#include "screens/heart.h"

#include <math.h>

#include "base/str.h"
#include "screens/chrome.h"
#include "screens/kiosk.h"
#include "screens/say.h"

enum { WORDS_MAX = 64 };

static const float SIDE = 216;
static const double PERIOD_S = 1.2;
static const double BEAT_S = 0.36; /* of it, the heart is larger */
static const float GROWS = 0.08f;

/* "" before the first push. */
static const char *pushes(const struct kiosk *k, char out[WORDS_MAX])
{
    char number[STR_GROUPED_MAX];
    out[0] = '\0';
    if (k->pushes <= 0) {
        return out;
    }
    return kiosk_fill(k, out, WORDS_MAX, "attract_pushes",
                      (const char *const[]){"n", str_grouped(number, k->pushes), NULL});
}

static const char *words(const struct kiosk *k)
{
    return kiosk_tr(k, k->pushes > 0 ? "attract_heart" : "attract_heart_none");
}

/* The number is as large as it can be in one line. */
static enum ui_type number_type(struct ui *ui, float w, const char *number)
{
    static const enum ui_type types[] = {UI_LIVE, UI_TITLE, UI_HEADING};

    for (size_t i = 0; i < 2; i++) {
        struct ui_size size = ui_measure(ui, w, types[i], number);
        if (size.w <= w && size.h < 1.5f * ui_line_height(ui, types[i])) {
            return types[i];
        }
    }
    return types[2];
}

/* Where number and words go, in a rect of some width. */
struct form {
    float side; /* of the heart */
    float column_w;
    enum ui_type type; /* of the number */
    float number_h, words_h;
    bool below; /* the words have the whole width, and the heart the number's height */
};

/* Both beside the heart; large words below it where that saves them a line. */
static struct form form_of(const struct kiosk *k, struct ui *ui, float w)
{
    char number[WORDS_MAX];
    struct form form = {.side = SIDE, .column_w = w - SIDE - CHROME_GAP};
    pushes(k, number);
    form.type = number_type(ui, form.column_w, number);
    form.number_h = chrome_text_h(ui, form.column_w, form.type, number);
    form.words_h = chrome_text_h(ui, form.column_w, UI_BODY, words(k));
    float below_h = chrome_text_h(ui, w, UI_BODY, words(k));
    if (ui_text_scale(ui) > 1 && number[0] && below_h < form.words_h) {
        form.below = true;
        form.side = fminf(SIDE, form.number_h);
        form.words_h = below_h;
    }
    return form;
}

/* Before the first push it invites to it. */
static bool is_shown(const struct kiosk *k)
{
    return k->pushes > 0 || !kiosk_lacks_manikin(k);
}

float heart_h(const struct kiosk *k, struct ui *ui, float w)
{
    struct form form = form_of(k, ui, w);
    return !is_shown(k) ? 0 : fmaxf(form.side, form.number_h + form.words_h);
}

float heart_beat(const struct kiosk *k)
{
    double at_s = fmod(kiosk_screen_s(k), PERIOD_S);
    bool still = k->wishes.calm || k->pushes <= 0 || at_s >= BEAT_S;
    return still ? 0 : (float)sin(acos(-1) * at_s / BEAT_S);
}

static void draw_heart(struct ui *ui, struct ui_point centre, float side,
                       enum ui_color color)
{
    ui_icon(ui, (struct ui_rect){centre.x - side / 2, centre.y - side / 2, side, side},
            ICON_FULL_HEART, color);
}

void heart_draw(const struct kiosk *k, struct ui *ui, struct ui_rect rect)
{
    char number[WORDS_MAX];
    if (!is_shown(k)) {
        return;
    }
    struct form form = form_of(k, ui, rect.w);
    float h = fminf(form.number_h + form.words_h, rect.h);
    float beside_h = form.below ? form.number_h : h;
    float row_h = fmaxf(beside_h, form.side);
    rect.y += fmaxf(rect.h - fmaxf(h, form.side), 0) / 2;
    struct ui_point centre = {rect.x + form.side / 2, rect.y + row_h / 2};
    float side = form.side * (1 - GROWS * (1 - heart_beat(k)));
    /* The rim tells it from the deep green for those who do not see red. */
    draw_heart(ui, centre, side, UI_TINT_CORAL);
    draw_heart(ui, centre, side * 0.86f, UI_INK_CORAL);

    struct ui_rect line = {rect.x + form.side + CHROME_GAP,
                           rect.y + (row_h - beside_h) / 2, form.column_w, h};
    if (pushes(k, number)[0]) {
        ui_text(ui, chrome_cut_top(&line, form.number_h, 0), form.type, UI_ON_BRAND,
                UI_LEFT, number);
    }
    if (form.below) {
        line.x = rect.x;
        line.w = rect.w;
    }
    ui_text(ui, line, UI_BODY, UI_ON_BRAND, UI_LEFT, words(k));
}

void heart_say(const struct kiosk *k, struct str *out)
{
    char number[WORDS_MAX];
    if (is_shown(k)) {
        say_line(out, pushes(k, number));
        say_line(out, words(k));
    }
}
