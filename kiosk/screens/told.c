/* SPDX-License-Identifier: MIT */
#include "screens/told.h"

#include <math.h>

#include "base/str.h"
#include "screens/chrome.h"
#include "screens/kiosk.h"
#include "screens/say.h"

#define LINE 12.0f /* between the title and the text of a card */

void told_notice(const struct kiosk *k, struct ui *ui, struct ui_rect page,
                 const char *title_key, const char *text_key)
{
    const char *title = kiosk_tr(k, title_key);
    const char *text = kiosk_tr(k, text_key);
    ui_fill(ui, page, CHROME_RADIUS, UI_CARD);
    struct ui_rect inside = chrome_inset(page, CHROME_PAD);
    float w = fminf(inside.w, 1200 * ui_text_scale(ui));
    inside.x += (inside.w - w) / 2;
    inside.w = w;

    const enum ui_type types[] = {chrome_heading(ui), UI_BODY};
    struct ui_rect low = {0, 0, w, inside.h * 0.5f};
    enum ui_type type = chrome_fit(ui, low, types, 2, text);
    float title_h = ui_measure(ui, w, UI_TITLE, title).h;
    float text_h = ui_measure(ui, w, type, text).h;
    float r = fminf(110, fmaxf((inside.h - title_h - text_h - 2 * CHROME_GAP) / 2, 40));
    float used = 2 * r + title_h + text_h + 2 * CHROME_GAP;
    chrome_cut_top(&inside, fmaxf((inside.h - used) / 2, 0), 0);
    struct ui_rect disc = chrome_cut_top(&inside, 2 * r, CHROME_GAP);
    struct ui_point centre = {disc.x + disc.w / 2, disc.y + r};
    ui_disc(ui, centre, r, UI_BAND);
    ui_icon(
        ui,
        (struct ui_rect){centre.x - r * 0.6f, centre.y - r * 0.6f, r * 1.2f, r * 1.2f},
        ICON_CABLE, UI_BAND_LABEL);
    ui_text(ui, chrome_cut_top(&inside, title_h, CHROME_GAP), UI_TITLE, UI_TEXT,
            UI_CENTER, title);
    ui_text(ui, inside, type, UI_QUIET, UI_CENTER, text);
}

static enum ui_type type_of(const struct ui *ui)
{
    return chrome_crowding(ui) > 1.3f ? UI_STRONG : UI_HEADING;
}

static float title_h(const struct kiosk *k, struct ui *ui, float w,
                     const struct ready *told)
{
    return chrome_text_h(ui, w, type_of(ui), kiosk_tr(k, told->title));
}

static float text_h(const struct kiosk *k, struct ui *ui, float w,
                    const struct ready *told)
{
    return chrome_text_h(ui, w, UI_BODY, kiosk_tr(k, told->text));
}

float told_card_h(const struct kiosk *k, struct ui *ui, float w, const struct ready *told)
{
    float inner = w - 2 * CHROME_PAD;
    return title_h(k, ui, inner, told) + LINE + text_h(k, ui, inner, told) +
           2 * CHROME_PAD;
}

void told_card(const struct kiosk *k, struct ui *ui, struct ui_rect card,
               const struct ready *told)
{
    ui_fill(ui, card, CHROME_RADIUS, UI_NEXT);
    struct ui_rect inside = chrome_inset(card, CHROME_PAD);
    float title = title_h(k, ui, inside.w, told);
    float text = text_h(k, ui, inside.w, told);
    float sum = title + LINE + text;
    float shrink = fminf(inside.h / sum, 1);
    chrome_cut_top(&inside, (inside.h - sum * shrink) / 2, 0);
    ui_text(ui, chrome_cut_top(&inside, title * shrink, LINE * shrink), type_of(ui),
            UI_ON_NEXT, UI_LEFT, kiosk_tr(k, told->title));
    ui_text(ui, chrome_cut_top(&inside, text * shrink, 0), UI_BODY, UI_ON_NEXT, UI_LEFT,
            kiosk_tr(k, told->text));
}

void told_say(const struct kiosk *k, const struct ready *told, struct str *out)
{
    say_text(k, out, told->title);
    say_text(k, out, told->text);
}

const char *told_desk(const struct kiosk *k, const struct station *station, char *out,
                      size_t size)
{
    char n[16];
    str_format(n, sizeof n, "%.0f", ready_hz(&station->pulse, &station->status));
    return kiosk_fill(k, out, size, station_ready(station)->desk,
                      (const char *const[]){"n", n, NULL});
}
