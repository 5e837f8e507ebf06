/* SPDX-License-Identifier: MIT */
#include "screens/stopped.h"

#include <math.h>

#include "screens/chrome.h"
#include "screens/kiosk.h"
#include "screens/say.h"

enum { CHOICES_MAX = 3 };

/* So high is a button that is hit by a hand that has just pressed a chest. */
#define BUTTON_MOST 240.0f

/* Of larger text two choices fill a wide screen; the third one stays in the foot. */
#define CROWDING_MOST 1.15f

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

bool stopped_offers_swap(const struct ui *ui)
{
    return ui_portrait(ui) || chrome_crowding(ui) <= CROWDING_MOST;
}

static size_t put_choices(const struct kiosk *k, const struct ui *ui,
                          struct ui_button choices[CHOICES_MAX])
{
    static const struct {
        const char *id, *label;
    } rows[CHOICES_MAX] = {{"see-result", "stopped_result"},
                           {"again", "stopped_again"},
                           {"swap", "stopped_swap"}};

    size_t count = stopped_offers_swap(ui) ? CHOICES_MAX : CHOICES_MAX - 1;
    for (size_t i = 0; i < count; i++) {
        choices[i] = (struct ui_button){.id = rows[i].id,
                                        .label = kiosk_tr(k, rows[i].label),
                                        .style = UI_BUTTON_PRIMARY};
    }
    return count;
}

/* Side by side where all have room in one line. */
static size_t columns_in(struct ui *ui, float w, const struct ui_button *choices,
                         size_t count)
{
    float widest = 0;
    for (size_t i = 0; i < count; i++) {
        widest = fmaxf(widest, ui_button_width(ui, &choices[i]));
    }
    return (float)count * (widest + CHROME_GAP) - CHROME_GAP <= w ? count : 1;
}

float stopped_h(const struct kiosk *k, struct ui *ui, float w)
{
    struct ui_button choices[CHOICES_MAX];
    size_t count = put_choices(k, ui, choices);
    float inside = w - 2 * CHROME_PAD;
    float rows = (float)(count / columns_in(ui, inside, choices, count));
    return 2 * CHROME_PAD +
           chrome_text_h(ui, inside, UI_BODY, kiosk_tr(k, "stopped_or")) +
           rows * (chrome_button_h(ui) + CHROME_GAP);
}

void stopped_draw(const struct kiosk *k, struct ui *ui, struct ui_rect rect)
{
    struct ui_button choices[CHOICES_MAX];
    size_t count = put_choices(k, ui, choices);
    ui_fill(ui, rect, CHROME_RADIUS, UI_CARD);
    struct ui_rect inside = chrome_inset(rect, CHROME_PAD);
    const char *words = kiosk_tr(k, "stopped_or");
    float words_h = chrome_text_h(ui, inside.w, UI_BODY, words);
    size_t columns = columns_in(ui, inside.w, choices, count);
    float rows = (float)(count / columns);
    float room = (inside.h - words_h - rows * CHROME_GAP) / rows;
    float h = fminf(fmaxf(room, 0), BUTTON_MOST);
    float used = words_h + rows * (h + CHROME_GAP);
    chrome_cut_top(&inside, fmaxf((inside.h - used) / 2, 0), 0);
    ui_text(ui, chrome_cut_top(&inside, words_h, CHROME_GAP), UI_BODY, UI_TEXT, UI_CENTER,
            words);
    inside.h = rows * h + (rows - 1) * CHROME_GAP;
    for (size_t i = 0; i < count; i++) {
        ui_button(ui, chrome_cell(inside, i, columns, count / columns, CHROME_GAP),
                  &choices[i]);
    }
}

void stopped_say(const struct kiosk *k, struct str *out)
{
    if (stopped_is(k)) {
        say_text(k, out, "stopped_or");
        say_text(k, out, "stopped_result");
        say_text(k, out, "stopped_again");
        say_text(k, out, stopped_offers_swap(k->ui) ? "stopped_swap" : "practice_swap");
    }
}
