/* SPDX-License-Identifier: MIT */
#include "screens/told.h"

#include <math.h>

#include "base/str.h"
#include "screens/chrome.h"
#include "screens/kiosk.h"
#include "screens/say.h"

#define LINE       12.0f   /* between the title and the text of a card */
#define NOTICE_W   1200.0f /* at the least text */
#define DISC_LEAST 40.0f
#define DISC_MOST  110.0f

/* A notice in words so large; the icon has what they leave. */
struct notice {
    enum ui_type title, text;
    float title_h, text_h;
};

/* The largest that has room: a title is never smaller than the text's heading. */
static struct notice notice_in(struct ui *ui, struct ui_rect inside, const char *title,
                               const char *text)
{
    static const enum ui_type types[][2] = {
        {UI_TITLE, UI_HEADING}, {UI_TITLE, UI_BODY}, {UI_HEADING, UI_BODY}};

    enum { COUNT = sizeof types / sizeof *types };

    struct notice notice;
    for (size_t i = 0; i < COUNT; i++) {
        notice = (struct notice){types[i][0], types[i][1],
                                 chrome_text_h(ui, inside.w, types[i][0], title),
                                 chrome_text_h(ui, inside.w, types[i][1], text)};
        bool is_calm = chrome_crowding(ui) <= 1.4f || notice.text == UI_BODY;
        if (is_calm && notice.title_h + CHROME_GAP + notice.text_h <= inside.h) {
            break;
        }
    }
    return notice;
}

static void draw_cable(struct ui *ui, struct ui_rect place)
{
    float r = place.h / 2;
    struct ui_point centre = {place.x + place.w / 2, place.y + r};
    struct ui_rect icon = {centre.x - r * 0.6f, centre.y - r * 0.6f, r * 1.2f, r * 1.2f};
    ui_disc(ui, centre, r, UI_BAND);
    ui_icon(ui, icon, ICON_CABLE, UI_BAND_LABEL);
}

void told_notice(const struct kiosk *k, struct ui *ui, struct ui_rect page,
                 const char *title_key, const char *text_key)
{
    const char *title = kiosk_tr(k, title_key);
    const char *text = kiosk_tr(k, text_key);
    ui_fill(ui, page, CHROME_RADIUS, UI_CARD);
    struct ui_rect inside = chrome_inset(page, CHROME_PAD);
    float w = fminf(inside.w, NOTICE_W * ui_text_scale(ui));
    inside.x += (inside.w - w) / 2;
    inside.w = w;
    struct notice notice = notice_in(ui, inside, title, text);
    float used = notice.title_h + CHROME_GAP + notice.text_h;
    float r = fminf((inside.h - used - CHROME_GAP) / 2, DISC_MOST);
    bool has_disc = r >= DISC_LEAST;
    used += has_disc ? 2 * r + CHROME_GAP : 0;
    chrome_cut_top(&inside, fmaxf((inside.h - used) / 2, 0), 0);
    if (has_disc) {
        draw_cable(ui, chrome_cut_top(&inside, 2 * r, CHROME_GAP));
    }
    ui_text(ui, chrome_cut_top(&inside, notice.title_h, CHROME_GAP), notice.title,
            UI_TEXT, UI_CENTER, title);
    ui_text(ui, inside, notice.text, UI_QUIET, UI_CENTER, text);
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
    chrome_cut_top(&inside, fmaxf(inside.h - sum, 0) / 2, 0);
    ui_text(ui, chrome_cut_top(&inside, title, LINE), type_of(ui), UI_ON_NEXT, UI_LEFT,
            kiosk_tr(k, told->title));
    ui_text(ui, chrome_cut_top(&inside, text, 0), UI_BODY, UI_ON_NEXT, UI_LEFT,
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
