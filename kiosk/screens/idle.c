/* SPDX-License-Identifier: MIT */
#include "screens/idle.h"

#include "base/str.h"
#include "screens/chrome.h"
#include "screens/kiosk.h"
#include "screens/say.h"

enum { WORDS_MAX = 128 };

static double quiet_s(const struct kiosk *k)
{
    return (double)(clock_now_us(k->clock) - k->input_us) / 1e6;
}

static double countdown_left_s(const struct kiosk *k)
{
    return k->settings.idle_s + k->settings.countdown_s - quiet_s(k);
}

static void go_when_quiet(struct kiosk *k, const struct screen *screen)
{
    int64_t from_us = k->input_us > k->entered_us ? k->input_us : k->entered_us;
    if (clock_now_us(k->clock) - from_us > screen->quiet_s * 1000000LL) {
        kiosk_end_session(k);
    }
}

/* At the pace of an event nobody is asked: who has touched nothing for so long makes room
 * for the next visitor. */
static void make_room(struct kiosk *k)
{
    int after_s = k->screen == SCREEN_result ? KIOSK_EVENT_RESULT_S : k->settings.idle_s;
    int64_t from_us = k->input_us > k->entered_us ? k->input_us : k->entered_us;
    k->counting_down = false;
    if (clock_now_us(k->clock) - from_us >= after_s * 1000000LL) {
        kiosk_end_session(k);
    }
}

void idle_tick(struct kiosk *k)
{
    const struct screen *screen = screen_of(k->screen);
    bool busy = screen->busy && screen->busy(k, k->state);
    if (busy) {
        k->input_us = clock_now_us(k->clock);
    }
    if (screen->quiet_s > 0) {
        k->counting_down = false;
        go_when_quiet(k, screen);
        return;
    }
    if (!k->session || busy) {
        k->counting_down = false;
        return;
    }
    if (k->settings.hall.event) {
        make_room(k);
        return;
    }
    if (quiet_s(k) >= k->settings.idle_s) {
        k->counting_down = true;
    }
    if (k->counting_down && countdown_left_s(k) <= 0) {
        kiosk_end_session(k);
    }
}

bool idle_input(struct kiosk *k)
{
    if (k->counting_down && k->extended >= KIOSK_EXTENSIONS_MAX) {
        return true; /* the countdown runs out: another visitor may wait */
    }
    k->input_us = clock_now_us(k->clock);
    if (!k->counting_down) {
        return false;
    }
    k->counting_down = false;
    k->extended++;
    return true;
}

/* How long the countdown still lasts. Returns `out`. */
static const char *seconds_left(const struct kiosk *k, char *out, size_t size)
{
    char seconds[16];
    double left = countdown_left_s(k);
    str_format(seconds, sizeof seconds, "%d", left > 0 ? (int)left + 1 : 0);
    return kiosk_fill(k, out, size, "idle_seconds",
                      (const char *const[]){"n", seconds, NULL});
}

void idle_say(const struct kiosk *k, struct str *out)
{
    char line[WORDS_MAX];
    say_text(k, out, "idle_title");
    say_line(out, seconds_left(k, line, sizeof line));
}

void idle_draw(const struct kiosk *k, struct ui *ui)
{
    if (!k->counting_down) {
        return;
    }
    float width = ui_width(ui);
    float height = ui_height(ui);
    struct ui_rect all = {0, 0, width, height};
    ui_veil(ui, all);
    float w = width < 960 ? width - 64 : 896;
    float h = 560 * (ui_text_scale(ui) > 1.3f ? 1.3f : ui_text_scale(ui));
    h = h > height - 64 ? height - 64 : h;
    struct ui_rect box = {(width - w) / 2, (height - h) / 2, w, h};
    ui_card(ui, box, UI_CARD);
    char line[WORDS_MAX];
    seconds_left(k, line, sizeof line);
    float pad = 56;
    struct ui_rect words = {box.x + pad, box.y + pad, box.w - 2 * pad,
                            box.h - 3 * pad - 128};
    struct ui_rect upper = {words.x, words.y, words.w, words.h * 0.45f};
    struct ui_rect lower = {words.x, words.y + words.h * 0.5f, words.w, words.h * 0.5f};
    ui_text_middle(ui, upper, UI_HEADING, UI_TEXT, UI_CENTER, kiosk_tr(k, "idle_title"));
    ui_text_middle(ui, lower, UI_BODY, UI_QUIET, UI_CENTER, line);
    struct ui_rect button = {box.x + pad, box.y + box.h - pad - 128, box.w - 2 * pad,
                             128};
    struct ui_button key;
    if (chrome_key(k, true, &key)) {
        float key_w = ui_button_width(ui, &key);
        ui_button(ui, chrome_cut_left(&button, key_w, CHROME_GAP), &key);
    }
    ui_button(ui, button,
              &(struct ui_button){.id = "still-here",
                                  .label = kiosk_tr(k, "idle_still_here"),
                                  .style = UI_BUTTON_NEXT});
}
