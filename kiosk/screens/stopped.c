/* SPDX-License-Identifier: MIT */
#include "screens/stopped.h"

#include <math.h>

#include "screens/chrome.h"
#include "screens/kiosk.h"
#include "screens/practice_parts.h"
#include "screens/say.h"

enum { CHOICES = 3 };

/* So high is a button that is hit by a hand that has just pressed a chest. */
#define BUTTON_MOST 240.0f

bool stopped_is(const struct kiosk *k)
{
    return run_may_end(kiosk_run(k));
}

bool stopped_input(struct kiosk *k, const struct ui_event *event)
{
    const struct run_plan *plan = &kiosk_run(k)->plan;
    if (!stopped_is(k)) {
        return false;
    }
    if (ui_tapped(event, "see-result")) {
        kiosk_choice(k);
        run_end(&k->stations[k->active].run);
        return true;
    }
    if (ui_tapped(event, "again")) {
        kiosk_start_run(k, plan->kind, plan->seconds, plan->guideline->name, plan->mode,
                        k->run_is_lessons);
        return true;
    }
    if (ui_tapped(event, "swap")) {
        kiosk_choice(k);
        run_swap(&k->stations[k->active].run);
        return true;
    }
    return false;
}

static void put_choices(const struct kiosk *k, struct ui_button choices[CHOICES])
{
    static const struct {
        const char *id, *label;
    } rows[CHOICES] = {{"see-result", "stopped_result"},
                       {"again", "stopped_again"},
                       {"swap", "stopped_swap"}};

    for (size_t i = 0; i < CHOICES; i++) {
        choices[i] = (struct ui_button){.id = rows[i].id,
                                        .label = kiosk_tr(k, rows[i].label),
                                        .style = UI_BUTTON_PRIMARY};
    }
}

/* Side by side where all have room in one line; large text on a low screen has the last
 * one below two. */
static size_t columns_in(struct ui *ui, float w, const struct ui_button *choices)
{
    bool is_low = !ui_portrait(ui) && practice_is_large(ui);
    float widest = 0;
    size_t columns = 1;
    for (size_t i = 0; i < CHOICES; i++) { /* the first ones, in as many columns */
        widest = fmaxf(widest, ui_button_width(ui, &choices[i]));
        bool fits = (float)(i + 1) * (widest + CHROME_GAP) - CHROME_GAP <= w;
        bool is_even = i + 1 == CHOICES || (i == 1 && is_low);
        columns = fits && is_even ? i + 1 : columns;
    }
    return columns;
}

static size_t rows_in(size_t columns)
{
    return (CHOICES + columns - 1) / columns;
}

/* Large text has the room of the card's sides. */
static float pad_of(const struct ui *ui)
{
    return practice_is_large(ui) ? 0 : CHROME_PAD;
}

float stopped_h(const struct kiosk *k, struct ui *ui, float w)
{
    struct ui_button choices[CHOICES];
    put_choices(k, choices);
    float inside = w - 2 * pad_of(ui);
    float rows = (float)rows_in(columns_in(ui, inside, choices));
    return 2 * pad_of(ui) +
           chrome_text_h(ui, inside, UI_BODY, kiosk_tr(k, "stopped_or")) +
           rows * (chrome_button_h(ui) + CHROME_GAP);
}

void stopped_draw(const struct kiosk *k, struct ui *ui, struct ui_rect rect)
{
    struct ui_button choices[CHOICES];
    put_choices(k, choices);
    if (pad_of(ui) > 0) {
        ui_fill(ui, rect, CHROME_RADIUS, UI_CARD);
    }
    struct ui_rect inside = chrome_inset(rect, pad_of(ui));
    const char *words = kiosk_tr(k, "stopped_or");
    float words_h = chrome_text_h(ui, inside.w, UI_BODY, words);
    size_t columns = columns_in(ui, inside.w, choices);
    float rows = (float)rows_in(columns);
    float room = (inside.h - words_h - rows * CHROME_GAP) / rows;
    float h = fminf(fmaxf(room, 0), BUTTON_MOST);
    float used = words_h + rows * (h + CHROME_GAP);
    chrome_cut_top(&inside, fmaxf((inside.h - used) / 2, 0), 0);
    ui_text(ui, chrome_cut_top(&inside, words_h, CHROME_GAP), UI_BODY, UI_TEXT, UI_CENTER,
            words);
    inside.h = rows * h + (rows - 1) * CHROME_GAP;
    for (size_t i = 0; i < CHOICES; i++) {
        struct ui_rect cell =
            chrome_cell(inside, i, columns, rows_in(columns), CHROME_GAP);
        bool is_alone = i + 1 == CHOICES && i % columns == 0;
        cell.w = is_alone ? inside.w : cell.w;
        ui_button(ui, cell, &choices[i]);
    }
}

void stopped_say(const struct kiosk *k, struct str *out)
{
    if (stopped_is(k)) {
        say_text(k, out, "stopped_or");
        say_text(k, out, "stopped_result");
        say_text(k, out, "stopped_again");
        say_text(k, out, "stopped_swap");
    }
}
