/* SPDX-License-Identifier: MIT */
#include "soak/wander.h"

#include <math.h>
#include <string.h>

#include "base/str.h"

enum { SECOND_US = 1000000, TAP_MS = 80, HOLD_MS = 3500, DESK_PLACES = 40 };

static uint16_t *times_touched(struct wander *self, const char *id)
{
    uint32_t hash = 2166136261u ^ (uint32_t)self->kiosk->screen;
    for (; *id; id++) {
        hash = (hash ^ (unsigned char)*id) * 16777619u;
    }
    return &self->touched[hash % WANDER_PLACES];
}

static int pick(struct wander *self, int count)
{
    return rng_int(&self->rng, 0, count - 1);
}

/* Of six places, or on home and at the staff's desk of all, the one that has been touched
 * least. Returns how long nothing else is done: a second finger would end a hold. */
static double touch_something(struct wander *self)
{
    struct ui *ui = self->kiosk->ui;
    struct ui_rect rect;
    struct ui_rect chosen = {0, 0, 0, 0};
    uint16_t *least = NULL;
    bool leads_to_many = false; /* seven pages are behind one button of the desk */
    const char *label;
    int count = 0;
    int ms = TAP_MS;
    bool leads_on =
        self->kiosk->screen == SCREEN_staff_desk || self->kiosk->screen == SCREEN_home;
    int places = leads_on ? DESK_PLACES : 6;
    while (ui_touchable(ui, (size_t)count, &rect, &label)) {
        count++;
    }
    for (int i = 0; count > 0 && i < places; i++) {
        const char *id = ui_touchable(ui, (size_t)pick(self, count), &rect, &label);
        uint16_t *times = times_touched(self, id);
        if (!least || *times < *least) {
            least = times;
            chosen = rect;
            leads_to_many = str_equal(id, "set-up");
            ms = str_equal(id, "corner") || pick(self, 12) == 0 ? HOLD_MS : TAP_MS;
        }
    }
    if (least) {
        *least = (uint16_t)(*least + (leads_to_many && pick(self, 5) > 0 ? 0 : 1));
        ui_inject_hold(ui, chosen.x + chosen.w / 2, chosen.y + chosen.h / 2, ms);
        self->touches++;
    }
    return rng_between(&self->rng, 0.1, 0.9) + (ms == HOLD_MS ? HOLD_MS / 1e3 : 0);
}

/* Pages that are for staff are soon done with. */
static bool go_back(struct wander *self)
{
    struct ui *ui = self->kiosk->ui;
    struct ui_rect back;
    bool staffs = self->kiosk->screen > SCREEN_staff_desk;
    if (!staffs || pick(self, 5) > 0 || !ui_find_id(ui, "back", &back)) {
        return false;
    }
    ui_inject_tap(ui, back.x + back.w / 2, back.y + back.h / 2);
    self->touches++;
    return true;
}

/* Who has been here for a while ends the visit, by home's button or the result's. */
static bool end_visit(struct wander *self)
{
    struct ui *ui = self->kiosk->ui;
    struct ui_rect end;
    bool may = self->kiosk->screen == SCREEN_home || self->kiosk->screen == SCREEN_result;
    bool there = may && self->kiosk->counter.visited && pick(self, 20) == 0 &&
                 (ui_find_id(ui, "leave", &end) || ui_find_id(ui, "end", &end));
    if (there) {
        ui_inject_tap(ui, end.x + end.w / 2, end.y + end.h / 2);
        self->touches++;
    }
    return there;
}

static void touch_somewhere(struct wander *self)
{
    struct ui *ui = self->kiosk->ui;
    ui_inject_tap(ui, (float)rng_between(&self->rng, 0, (double)ui_width(ui)),
                  (float)rng_between(&self->rng, 0, (double)ui_height(ui)));
    self->touches++;
}

static void type(struct wander *self)
{
    static const char *const keys[] = {
        "tab", "enter", "space", "escape", "left", "right", "up",  "down", "1",
        "2",   "3",     "4",     "0",      "x",    "home",  "end", "f1",   "backspace"};
    const int count = (int)(sizeof keys / sizeof *keys);
    ui_inject_key(self->kiosk->ui, keys[pick(self, count)]);
    self->keys++;
}

/* What was typed before is taken back. */
static void open_staff_pages(struct wander *self)
{
    enum { TYPED_MAX = 12 };

    struct ui *ui = self->kiosk->ui;
    struct ui_rect ok;
    for (int i = 0; i < TYPED_MAX; i++) {
        ui_inject_key(ui, "backspace");
    }
    for (const char *digit = WANDER_PIN; *digit; digit++) {
        ui_inject_key(ui, (char[]){*digit, '\0'});
    }
    if (ui_find_id(ui, WANDER_PIN_OK, &ok)) {
        ui_inject_tap(ui, ok.x + ok.w / 2, ok.y + ok.h / 2);
    }
    self->keys += TYPED_MAX + (int)strlen(WANDER_PIN);
    self->touches++;
}

/* From a hand that is laid on to a whole practice, whose result may be waited for.
 * Returns how long nothing else is done. */
static double push(struct wander *self, int64_t now_us)
{
    bool many = pick(self, 4) == 0;
    int count = many ? rng_int(&self->rng, 20, 60) : rng_int(&self->rng, 1, 9);
    double rate_cpm = rng_between(&self->rng, 60, 150);
    pressed_push(self->manikin, rng_between(&self->rng, 2, 75), count, rate_cpm, now_us);
    self->pushes += count;
    return many && pick(self, 2) == 0 ? count * 60 / rate_cpm + 25 : 0.5;
}

static void pull_or_plug(struct wander *self, int64_t now_us)
{
    pressed_plug(self->manikin, self->manikin->master < 0, now_us);
    self->plugs++;
}

void wander_pass(struct wander *self, int64_t now_us)
{
    bool pushing = pressed_moves(self->manikin, now_us);
    if (now_us < self->next_us || (pushing && pick(self, 20) > 0)) {
        return;
    }
    double pause_s = rng_between(&self->rng, 0.1, 0.9);
    int what = pick(self, 100);
    if (self->kiosk->screen == SCREEN_staff_pin && what < 50) {
        open_staff_pages(self);
    } else if (go_back(self) || end_visit(self)) {
    } else if (what < 74) {
        pause_s = touch_something(self);
    } else if (what < 79) {
        touch_somewhere(self);
    } else if (what < 86) {
        type(self);
    } else if (what < 93) {
        pause_s = push(self, now_us);
    } else if (what < 96 || self->manikin->master < 0) {
        pull_or_plug(self, now_us);
        pause_s = rng_between(&self->rng, 1, 12);
    } else { /* nobody is there any more, or is still reading */
        pause_s = 3 + 107 * pow(rng_between(&self->rng, 0, 1), 4);
        self->waits++;
    }
    self->next_us = now_us + (int64_t)(pause_s * SECOND_US);
}
