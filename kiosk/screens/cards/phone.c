/* SPDX-License-Identifier: MIT */
#include "screens/cards/phone.h"

#include <math.h>

#include "screens/chrome.h"
#include "screens/kiosk.h"

enum { KEYS = 12, ID_SIZE = 16 };

#define PAD   22.0f /* from the case to what is in it */
#define GAP   16.0f /* 4 mm between two keys */
#define KEY_H 64.0f /* 16 mm */

/* ---- the keys ---------------------------------------------------------------------- */

/* As on every telephone; 10 erases, 11 calls. */
static const int keys[KEYS] = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 0, 11};

/* Where height is short, in two rows: their order stays. */
static const int flat_keys[KEYS] = {1, 2, 3, 4, 5, 10, 6, 7, 8, 9, 0, 11};

static bool is_flat(const struct ui *ui, float w)
{
    return chrome_crowding(ui) > 1.3f && w > 6 * 110;
}

static float key_h(const struct ui *ui)
{
    return fmaxf(KEY_H, ui_line_height(ui, UI_STRONG));
}

static float keys_h(const struct ui *ui, float w)
{
    float rows = is_flat(ui, w) ? 2 : 4;
    return ui_line_height(ui, UI_HEADING) + GAP + rows * (key_h(ui) + GAP) - GAP +
           2 * PAD;
}

static void draw_digit(struct ui *ui, struct ui_rect rect, int digit)
{
    char id[ID_SIZE];
    char key[4];
    str_format(id, sizeof id, "digit-%d", digit);
    str_format(key, sizeof key, "%d", digit);
    ui_fill(ui, rect, 24, UI_CARD);
    ui_text_middle(ui, rect, UI_STRONG, UI_TEXT, UI_CENTER, key);
    ui_touch(ui, id, rect, key);
    ui_touch_means(ui, id, digit, key);
}

static void draw_key(const struct phone *phone, struct ui *ui, struct ui_rect rect,
                     int key)
{
    if (key < 10) {
        draw_digit(ui, rect, key);
        return;
    }
    bool call = key == 11;
    struct ui_button button = {
        .id = call ? "phone-call" : "phone-erase",
        .label = kiosk_tr(phone->k, call ? "call_key_call" : "call_key_erase"),
        .style = call ? UI_BUTTON_NEXT : UI_BUTTON_PLAIN,
        .icon = call ? ICON_PHONE : ICON_ERASE,
        .sign = true,
        .disabled = *phone->digits == '\0'};
    ui_button(ui, rect, &button);
    if (!call) {
        ui_touch_means(ui, button.id, 0, "backspace");
    }
}

static void draw_keys(const struct phone *phone, struct ui *ui, struct ui_rect rect)
{
    bool flat = is_flat(ui, rect.w);
    size_t columns = flat ? 6 : 3;
    struct ui_rect line = chrome_cut_top(&rect, ui_line_height(ui, UI_HEADING), GAP);
    if (*phone->digits) {
        ui_text_middle(ui, line, UI_HEADING, UI_ON_BRAND, UI_CENTER, phone->digits);
    }
    for (size_t i = 0; i < KEYS; i++) {
        draw_key(phone, ui, chrome_cell(rect, i, columns, KEYS / columns, GAP),
                 flat ? flat_keys[i] : keys[i]);
    }
}

/* ---- while somebody talks ---------------------------------------------------------- */

static void talk_buttons(const struct phone *phone, struct ui_button buttons[2])
{
    buttons[0] = (struct ui_button){
        .id = "phone-speaker",
        .label = kiosk_tr(phone->k, phone->speaker ? "call_speaker_on" : "call_speaker"),
        .icon = ICON_SOUND};
    buttons[1] = (struct ui_button){.id = "phone-end",
                                    .label = kiosk_tr(phone->k, "call_hang_up"),
                                    .icon = ICON_PHONE};
}

/* Beside each other, unless that is too narrow for their words. */
static bool is_stacked(const struct phone *phone, struct ui *ui, float w)
{
    struct ui_button buttons[2];
    talk_buttons(phone, buttons);
    float each = (w - 2 * PAD - GAP) / 2;
    return ui_button_width(ui, &buttons[0]) > each ||
           ui_button_width(ui, &buttons[1]) > each;
}

static float talk_h(const struct phone *phone, struct ui *ui, float w)
{
    float rows = is_stacked(phone, ui, w) ? 2 : 1;
    return ui_line_height(ui, UI_STRONG) + GAP + rows * (chrome_button_h(ui) + GAP) -
           GAP + 2 * PAD;
}

static void draw_talk(const struct phone *phone, struct ui *ui, struct ui_rect rect)
{
    char words[64];
    struct ui_button buttons[2];
    bool stacked = is_stacked(phone, ui, rect.w + 2 * PAD);
    talk_buttons(phone, buttons);
    struct ui_rect line = chrome_cut_top(&rect, ui_line_height(ui, UI_STRONG), GAP);
    kiosk_fill(phone->k, words, sizeof words, "call_talking",
               (const char *const[]){"number", phone->digits, NULL});
    ui_text_middle(ui, line, UI_STRONG, UI_ON_BRAND, UI_CENTER, words);
    for (size_t i = 0; i < 2; i++) {
        struct ui_rect place =
            chrome_cell(rect, i, stacked ? 1 : 2, stacked ? 2 : 1, GAP);
        if (i == 0 && phone->speaker) {
            ui_fill(ui, place, 24, UI_TINT_GREEN);
            ui_text_middle(ui, place, UI_ACTION, UI_GOOD_WORD, UI_CENTER,
                           buttons[0].label);
        } else {
            ui_button(ui, place, &buttons[i]);
        }
    }
}

/* ---- the block --------------------------------------------------------------------- */

static float height(const void *what, struct ui *ui, float w)
{
    const struct phone *phone = what;
    return phone->talks ? talk_h(phone, ui, w) : keys_h(ui, w);
}

static void draw(const void *what, struct ui *ui, struct ui_rect rect)
{
    const struct phone *phone = what;
    if (!phone->talks && !is_flat(ui, rect.w)) { /* a telephone is not wide */
        float w = fminf(rect.w, 520 * fmaxf(ui_text_scale(ui) * 0.8f, 1));
        rect.x += (rect.w - w) / 2;
        rect.w = w;
        rect.h = fminf(rect.h, fmaxf(keys_h(ui, w), 1.35f * w));
    }
    ui_gradient(ui, rect, CHROME_RADIUS, UI_BRAND, UI_BRAND_DEEP);
    struct ui_rect inside = chrome_inset(rect, PAD);
    if (phone->talks) {
        draw_talk(phone, ui, inside);
    } else {
        draw_keys(phone, ui, inside);
    }
}

struct pages_block phone_block(const struct phone *phone)
{
    return (struct pages_block){.height = height,
                                .draw = draw,
                                .what = phone,
                                .gap = CHROME_GAP,
                                .grows = !phone->talks};
}
