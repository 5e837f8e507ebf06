/* SPDX-License-Identifier: MIT */
/*
 * The first time, staff choose the PIN, twice, and only while the settings let them: a
 * PIN file that has got lost must not hand the kiosk to whoever holds the corner next.
 */
#include "screens/staff/gate.h"

#include <math.h>
#include <string.h>

#include "base/err.h"
#include "base/log.h"
#include "base/str.h"
#include "screens/chrome.h"
#include "screens/kiosk.h"
#include "screens/pages.h"
#include "screens/say.h"
#include "screens/why.h"

/* ---- the PIN ----------------------------------------------------------------------- */

static void tell(struct kiosk *k, struct gate *gate, const char *key)
{
    str_copy(gate->words, sizeof gate->words, kiosk_tr(k, key));
}

static void tell_error(const struct kiosk *k, struct gate *gate)
{
    log_error("staff", "%s", err_text());
    why_failed(k, gate->words, sizeof gate->words);
}

static enum gate_step step_without_pin(const struct kiosk *k)
{
    return conf_pin_is_new(&k->settings) ? GATE_CHOOSE : GATE_SHUT;
}

/* Each of these returns whether the PIN was right, or has been chosen. */
static bool try_pin(struct kiosk *k, struct gate *gate)
{
    char seconds[16];
    int64_t wall_s = clock_wall_s(k->clock);
    switch (pin_check(&k->pin, gate->digits, wall_s)) {
    case PIN_RIGHT: return true;
    case PIN_WRONG: tell(k, gate, "staff_wrong"); break;
    case PIN_UNSET: gate->step = step_without_pin(k); break;
    case PIN_FAILED: tell_error(k, gate); break;
    case PIN_WAIT:
        str_format(seconds, sizeof seconds, "%d", pin_wait_s(&k->pin, wall_s));
        kiosk_fill(k, gate->words, sizeof gate->words, "staff_wait",
                   (const char *const[]){"n", seconds, NULL});
        break;
    }
    return false;
}

static bool choose_pin(struct kiosk *k, struct gate *gate)
{
    if (strlen(gate->digits) < PIN_DIGITS_MIN) {
        tell(k, gate, "staff_too_short");
    } else {
        str_copy(gate->chosen, sizeof gate->chosen, gate->digits);
        gate->step = GATE_REPEAT;
    }
    return false;
}

static bool repeat_pin(struct kiosk *k, struct gate *gate)
{
    if (!str_equal(gate->chosen, gate->digits)) {
        gate->step = GATE_CHOOSE;
        tell(k, gate, "staff_differs");
    } else if (!pin_set(k->pin.path, gate->digits)) {
        gate->step = GATE_CHOOSE;
        log_error("staff", "%s", err_text());
        tell(k, gate, "staff_not_kept");
    } else {
        return true;
    }
    return false;
}

static bool enter_pin(struct kiosk *k, struct gate *gate)
{
    bool right = false;
    gate->words[0] = '\0';
    switch (gate->step) {
    case GATE_ASK: right = try_pin(k, gate); break;
    case GATE_CHOOSE: right = choose_pin(k, gate); break;
    case GATE_REPEAT: right = repeat_pin(k, gate); break;
    case GATE_SHUT: break;
    }
    explicit_bzero(gate->digits, sizeof gate->digits);
    return right;
}

static void add_digit(struct gate *gate, char digit)
{
    size_t length = strlen(gate->digits);
    if (length < PIN_DIGITS_MAX) {
        gate->digits[length] = digit;
    }
}

static void drop_digit(struct gate *gate)
{
    size_t length = strlen(gate->digits);
    if (length > 0) {
        gate->digits[length - 1] = '\0';
    }
}

/* ---- drawing ----------------------------------------------------------------------- */

static const char *title_key(enum gate_step step)
{
    switch (step) {
    case GATE_ASK: break;
    case GATE_CHOOSE: return "staff_choose";
    case GATE_REPEAT: return "staff_repeat";
    case GATE_SHUT: return "staff_pin_none";
    }
    return "staff_pin";
}

static void draw_dots(const struct gate *gate, struct ui *ui, struct ui_rect row)
{
    size_t count = strlen(gate->digits);
    size_t places = count > PIN_DIGITS_MIN ? count : PIN_DIGITS_MIN;
    float step = 48;
    float x = row.x + row.w / 2 - step * (float)(places - 1) / 2;
    for (size_t i = 0; i < places; i++) {
        struct ui_point centre = {x + step * (float)i, row.y + row.h / 2};
        ui_disc(ui, centre, 14, i < count ? UI_BRAND : UI_TRACK);
    }
}

static void draw_pad(const struct kiosk *k, struct ui *ui, struct ui_rect area)
{
    static const char *const ids[12] = {"pin-1", "pin-2",    "pin-3", "pin-4",
                                        "pin-5", "pin-6",    "pin-7", "pin-8",
                                        "pin-9", "pin-back", "pin-0", "pin-ok"};
    float cell_w = chrome_cell(area, 0, 3, 4, 20).w;
    for (size_t i = 0; i < 12; i++) {
        char digit[2] = {ids[i][4], '\0'};
        struct ui_button button = {.id = ids[i], .label = digit};
        if (i == 9) {
            button.label = kiosk_tr(k, "staff_erase");
            if (ui_button_width(ui, &button) > cell_w) {
                button.icon = ICON_ERASE;
                button.sign = true;
            }
        } else if (i == 11) {
            button.label = kiosk_tr(k, "staff_enter");
            button.style = UI_BUTTON_PRIMARY;
        }
        ui_button(ui, chrome_cell(area, i, 3, 4, 20), &button);
    }
}

/* Nothing can be typed: how a PIN comes about fills the page. */
static void draw_shut(const struct kiosk *k, const struct gate *gate, struct ui *ui,
                      struct ui_rect page)
{
    struct pages pages;
    const struct pages_block blocks[] = {
        {.text = kiosk_tr(k, "staff_pin_none"),
         .type = chrome_heading(ui),
         .color = UI_TEXT,
         .with_next = true},
        {.text = kiosk_tr(k, "staff_pin_new"),
         .type = UI_BODY,
         .color = UI_TEXT,
         .gap = CHROME_GAP},
    };
    pages_lay_out(&pages, ui, page, blocks, 2);
    pages_draw(&pages, ui, k->texts[k->lang], gate->page);
}

/* The words stand above the pad, or beside it where the screen is wide. */
void gate_draw(const struct kiosk *k, const struct gate *gate, struct ui *ui,
               struct ui_rect page)
{
    if (gate->step == GATE_SHUT) {
        draw_shut(k, gate, ui, page);
        return;
    }
    bool tall = ui_portrait(ui);
    struct ui_rect words = tall ? chrome_cut_top(&page, page.h * 0.36f, CHROME_GAP)
                                : chrome_cut_left(&page, page.w * 0.5f, CHROME_GAP);
    const char *title = kiosk_tr(k, title_key(gate->step));
    float title_h = ui_measure(ui, words.w, UI_HEADING, title).h;
    float words_h = fmaxf(ui_line_height(ui, UI_BODY) * 2,
                          chrome_text_h(ui, words.w, UI_BODY, gate->words));
    float spare = words.h - title_h - words_h - 60 - 32;
    chrome_cut_top(&words, spare > 0 ? spare / 2 : 0, 0);
    ui_text(ui, chrome_cut_top(&words, title_h, 16), UI_HEADING, UI_TEXT, UI_CENTER,
            title);
    draw_dots(gate, ui, chrome_cut_top(&words, 60, 16));
    ui_text(ui, chrome_cut_top(&words, words_h, 0), UI_BODY, UI_CHANGE, UI_CENTER,
            gate->words);
    float w = page.w < 720 ? page.w : 720;
    float h = page.h < 680 ? page.h : 680;
    struct ui_rect pad = {page.x + (page.w - w) / 2, page.y + (page.h - h) / 2, w, h};
    draw_pad(k, ui, pad);
}

void gate_say(const struct kiosk *k, const struct gate *gate, struct str *out)
{
    say_text(k, out, title_key(gate->step));
    if (gate->step == GATE_SHUT) {
        say_text(k, out, "staff_pin_new");
    }
    say_line(out, gate->words);
}

/* ---- what staff do ----------------------------------------------------------------- */

void gate_open(struct kiosk *k, struct gate *gate)
{
    gate_close(gate); /* what was typed the last time */
    str_format(k->pin.path, sizeof k->pin.path, "%s/staff.pin", k->data_folder);
    gate->step = pin_is_set(k->pin.path) ? GATE_ASK : step_without_pin(k);
}

bool gate_touched(struct kiosk *k, struct gate *gate, const struct ui_event *event)
{
    bool key = event->kind == UI_EVENT_KEY;
    if (gate->step == GATE_SHUT) {
        pages_touched(event, &gate->page);
    } else if (key && event->key[0] >= '0' && event->key[0] <= '9' &&
               event->key[1] == '\0') {
        add_digit(gate, event->key[0]);
    } else if ((key && str_equal(event->key, "backspace")) ||
               ui_tapped(event, "pin-back")) {
        drop_digit(gate);
    } else if (ui_tapped(event, "pin-ok") || (key && str_equal(event->key, "enter"))) {
        return enter_pin(k, gate);
    } else if (event->kind == UI_EVENT_TAP && str_starts(event->id, "pin-")) {
        add_digit(gate, event->id[4]);
    }
    return false;
}

void gate_close(struct gate *gate)
{
    explicit_bzero(gate, sizeof *gate);
}
