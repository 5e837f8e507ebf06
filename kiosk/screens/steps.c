/* SPDX-License-Identifier: MIT */
#include "screens/steps.h"

#include "base/str.h"
#include "screens/chrome.h"

enum { ID_MAX = 32 };

#define GAP       16.0f
#define DOT_R     15.0f
#define DOT_PITCH 44.0f

float steps_w(struct ui *ui, int most)
{
    return 2 * chrome_button_h(ui) + DOT_PITCH * (float)most + 2 * GAP;
}

static void put_id(char id[ID_MAX], const struct steps *steps, const char *which)
{
    str_format(id, ID_MAX, "%s-%s", steps->id, which);
}

static void draw_button(struct ui *ui, struct ui_rect rect, const struct steps *steps,
                        bool more)
{
    char id[ID_MAX];
    put_id(id, steps, more ? "more" : "less");
    ui_button(ui, rect,
              &(struct ui_button){.id = id,
                                  .label = more ? steps->more : steps->less,
                                  .icon = more ? ICON_MORE : ICON_LESS,
                                  .sign = true,
                                  .disabled = steps->value == (more ? steps->most : 0)});
}

void steps_draw(struct ui *ui, struct ui_rect rect, const struct steps *steps)
{
    float side = chrome_button_h(ui);
    side = rect.h < side ? rect.h : side;
    draw_button(ui, chrome_cut_left(&rect, side, 0), steps, false);
    draw_button(ui, chrome_cut_right(&rect, side, 0), steps, true);
    struct ui_point at = {rect.x + (rect.w - DOT_PITCH * (float)(steps->most - 1)) / 2,
                          rect.y + rect.h / 2};
    for (int i = 0; i < steps->most; i++) {
        if (i < steps->value) {
            ui_disc(ui, at, DOT_R, UI_GOOD_WORD);
        } else { /* told by its shape as well */
            ui_arc(ui, at, DOT_R - 2, 4, 0, 1, UI_QUIET);
        }
        at.x += DOT_PITCH;
    }
}

int steps_touched(const struct steps *steps, const struct ui_event *event)
{
    char id[ID_MAX];
    put_id(id, steps, "less");
    if (ui_tapped(event, id)) {
        return steps->value > 0 ? steps->value - 1 : 0;
    }
    put_id(id, steps, "more");
    if (ui_tapped(event, id)) {
        return steps->value < steps->most ? steps->value + 1 : steps->most;
    }
    return -1;
}
