/* SPDX-License-Identifier: MIT */
/* keyboard: whether a screen can be used without a finger. */
#ifndef TESTS_SUPPORT_KEYBOARD_H
#define TESTS_SUPPORT_KEYBOARD_H

#include <math.h>

#include "base/str.h"
#include "support/stage.h"
#include "support/tap.h"
#include "ui/internal.h"
#include "ui/theme.h"

enum { KEYBOARD_MAX = 80 };

struct keyboard_target {
    char id[32];
    struct ui_rect rect;
    bool seen;
};

struct keyboard {
    const char *name;
    struct stage *stage;
    struct keyboard_target targets[KEYBOARD_MAX];
    int count;
    int faults;
};

static inline void keyboard_press(struct stage *stage, const char *key)
{
    struct ui_event event;
    ui_inject_key(stage->kiosk.ui, key);
    while (ui_next_event(stage->kiosk.ui, &event)) {
    }
}

static inline int keyboard_find(const struct keyboard *keyboard, const char *id)
{
    for (int i = 0; id && i < keyboard->count; i++) {
        if (str_equal(keyboard->targets[i].id, id)) {
            return i;
        }
    }
    return -1;
}

static inline void keyboard_list(struct keyboard *keyboard)
{
    struct ui_rect rect;
    const char *label = NULL;
    const char *id = NULL;
    for (size_t i = 0; (id = ui_touchable(keyboard->stage->kiosk.ui, i, &rect, &label));
         i++) {
        if (!str_equal(id, "corner") && keyboard->count < KEYBOARD_MAX) {
            struct keyboard_target *target = &keyboard->targets[keyboard->count++];
            str_copy(target->id, sizeof target->id, id);
            target->rect = rect;
            target->seen = false;
        }
    }
}

/* The two rings around what the keyboard is on stand out from each other, so that one of
 * them does from any ground. */
static inline void keyboard_look_at_ring(struct keyboard *keyboard, int at)
{
    const struct ui *ui = keyboard->stage->kiosk.ui;
    struct ui_rect r = keyboard->targets[at].rect;
    const struct canvas_command *c = NULL;
    const struct canvas_command *last[2] = {NULL, NULL};
    for (size_t i = 0; (c = canvas_command(ui->canvas, i)); i++) {
        if (c->kind == CANVAS_OUTLINE) {
            last[0] = last[1];
            last[1] = c;
        }
    }
    bool around = last[0] && fabsf(last[0]->x - (r.x - 10) * ui->unit_px) < 2 &&
                  fabsf(last[0]->w - (r.w + 20) * ui->unit_px) < 3;
    if (!around || theme_contrast(last[0]->color, last[1]->color) < 3) {
        print_error("%s: no ring around #%s\n", keyboard->name, keyboard->targets[at].id);
        keyboard->faults++;
    }
}

/* Enter is a tap on what the keyboard is on. The kiosk does not get it. */
static inline void keyboard_enter(struct keyboard *keyboard, const char *id)
{
    struct ui *ui = keyboard->stage->kiosk.ui;
    struct ui_event event;
    int taps = 0;
    ui_inject_key(ui, "enter");
    while (ui_next_event(ui, &event)) {
        taps += ui_tapped(&event, id);
    }
    if (taps != 1) {
        print_error("%s: enter taps #%s %d times\n", keyboard->name, id, taps);
        keyboard->faults++;
    }
}

/* Below, and not beside: nobody reads it first. */
static inline bool keyboard_is_below(struct ui_rect a, struct ui_rect b)
{
    bool column = a.x < b.x + b.w && b.x < a.x + a.w;
    return column && a.y >= b.y + b.h - 1;
}

static inline bool keyboard_is_behind(struct ui_rect a, struct ui_rect b)
{
    bool row = fabsf(a.y - b.y) < 2 && fabsf(a.h - b.h) < 2;
    return row && a.x > b.x;
}

/* Tab goes through all of them, each once, as they are read. */
static inline void keyboard_tab(struct keyboard *keyboard)
{
    int order[KEYBOARD_MAX];
    for (int i = 0; i < keyboard->count; i++) {
        keyboard_press(keyboard->stage, "tab");
        const char *id = ui_focus(keyboard->stage->kiosk.ui);
        order[i] = keyboard_find(keyboard, id);
        if (order[i] < 0 || keyboard->targets[order[i]].seen) {
            print_error("%s: tab %d leads to #%s\n", keyboard->name, i, id ? id : "");
            keyboard->faults++;
            return;
        }
        keyboard->targets[order[i]].seen = true;
        kiosk_frame(&keyboard->stage->kiosk);
        keyboard_look_at_ring(keyboard, order[i]);
        keyboard_enter(keyboard, id);
        for (int before = 0; before < i; before++) {
            const struct keyboard_target *a = &keyboard->targets[order[before]];
            const struct keyboard_target *b = &keyboard->targets[order[i]];
            if (keyboard_is_below(a->rect, b->rect) ||
                keyboard_is_behind(a->rect, b->rect)) {
                print_error("%s: #%s comes before #%s\n", keyboard->name, a->id, b->id);
                keyboard->faults++;
            }
        }
    }
}

/* By arrows alone, from the first one: everything is somewhere. */
static inline void keyboard_arrows(struct keyboard *keyboard)
{
    static const char *const arrows[] = {"up", "down", "left", "right"};

    bool reached[KEYBOARD_MAX] = {false};
    int waiting[KEYBOARD_MAX];
    int count = 0;
    struct ui *ui = keyboard->stage->kiosk.ui;
    int first = keyboard_find(keyboard, ui_focus(ui));
    if (first < 0) {
        return;
    }
    reached[first] = true;
    waiting[count++] = first;
    for (int done = 0; done < count; done++) {
        for (size_t i = 0; i < sizeof arrows / sizeof *arrows; i++) {
            str_copy(ui->input.focus, sizeof ui->input.focus,
                     keyboard->targets[waiting[done]].id);
            keyboard_press(keyboard->stage, arrows[i]);
            int to = keyboard_find(keyboard, ui_focus(ui));
            if (to >= 0 && !reached[to]) {
                reached[to] = true;
                waiting[count++] = to;
            }
        }
    }
    for (int i = 0; i < keyboard->count; i++) {
        if (!reached[i]) {
            print_error("%s: no arrow leads to #%s\n", keyboard->name,
                        keyboard->targets[i].id);
            keyboard->faults++;
        }
    }
}

/* Says what cannot be done on the screen that stands there; returns how many. */
static inline int keyboard_faults(struct stage *stage, const char *name)
{
    struct keyboard keyboard = {.name = name, .stage = stage};
    keyboard_list(&keyboard);
    keyboard_tab(&keyboard);
    keyboard_arrows(&keyboard);
    return keyboard.faults;
}

#endif
