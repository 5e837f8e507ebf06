/* SPDX-License-Identifier: MIT */
#include "screens/result_who.h"

#include <math.h>

#include "screens/chrome.h"
#include "screens/presser.h"
#include "screens/run_shown.h"
#include "screens/say.h"

#define PAD      18.0f
#define CLOSE    6.0f
#define BUTTON_H 80.0f

static float button_h(const struct ui *ui)
{
    return fmaxf(BUTTON_H, ui_line_height(ui, UI_ACTION) * 1.3f);
}

static const char *question(const struct run_shown *shown)
{
    return conf_tr(shown->texts, "who_pressed");
}

float result_who_h(const void *what, struct ui *ui, float w)
{
    const struct run_shown *shown = what;
    if (!shown->asks_presser) {
        return 0;
    }
    return 2 * PAD + CLOSE + button_h(ui) +
           ui_measure(ui, w - 2 * PAD, UI_SMALL, question(shown)).h;
}

void result_who_draw(const void *what, struct ui *ui, struct ui_rect rect)
{
    const struct run_shown *shown = what;
    struct ui_button who[PRESSERS_ASKED];
    presser_buttons(shown->texts, shown->debrief->presser, who);
    ui_card(ui, rect, UI_CARD);
    struct ui_rect inside = chrome_inset(rect, PAD);
    struct ui_rect row = chrome_cut_bottom(&inside, button_h(ui), CLOSE);
    ui_text_middle(ui, inside, UI_SMALL, UI_QUIET, UI_LEFT, question(shown));
    for (size_t i = 0; i < PRESSERS_ASKED; i++) {
        ui_button(ui, chrome_column(row, i, PRESSERS_ASKED, 20), &who[i]);
    }
}

void result_who_say(const void *what, struct str *out)
{
    const struct run_shown *shown = what;
    struct ui_button who[PRESSERS_ASKED];
    if (!shown->asks_presser) {
        return;
    }
    presser_buttons(shown->texts, shown->debrief->presser, who);
    say_line(out, question(shown));
    for (size_t i = 0; i < PRESSERS_ASKED; i++) {
        say_line(out, who[i].label);
    }
}
