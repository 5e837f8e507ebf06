/* SPDX-License-Identifier: MIT */
#include "screens/presser.h"

#include "screens/kiosk.h"

static const struct {
    const char *id, *label;
    enum presser presser;
} pressers[PRESSERS_ASKED] = {{"adult", "presser_adult", PRESSER_ADULT},
                              {"child", "presser_child", PRESSER_CHILD}};

void presser_buttons(const struct conf_texts *texts, enum presser chosen,
                     struct ui_button buttons[PRESSERS_ASKED])
{
    for (size_t i = 0; i < PRESSERS_ASKED; i++) {
        bool is_chosen = chosen == pressers[i].presser;
        buttons[i] =
            (struct ui_button){.id = pressers[i].id,
                               .label = conf_tr(texts, pressers[i].label),
                               .style = is_chosen ? UI_BUTTON_PRIMARY : UI_BUTTON_PLAIN,
                               .icon = is_chosen ? ICON_TICK : ICON_NONE};
    }
}

bool presser_touched(struct kiosk *k, const struct ui_event *event)
{
    for (size_t i = 0; i < PRESSERS_ASKED; i++) {
        if (ui_tapped(event, pressers[i].id)) {
            kiosk_set_presser(k, pressers[i].presser);
            return true;
        }
    }
    return false;
}
