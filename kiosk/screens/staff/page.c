/* SPDX-License-Identifier: MIT */
#include "screens/staff/page.h"

#include "screens/chrome.h"
#include "screens/kiosk.h"

struct ui_rect staff_page(const struct kiosk *k, struct ui *ui)
{
    return staff_page_with(k, ui, NULL, 0);
}

struct ui_rect staff_page_with(const struct kiosk *k, struct ui *ui,
                               const struct ui_button *actions, size_t count)
{
    ui_fill(ui, (struct ui_rect){0, 0, ui_width(ui), ui_height(ui)}, 0, UI_GROUND);
    struct ui_rect page = chrome_page(ui);
    struct ui_button back = {.id = "back",
                             .label = kiosk_tr(k, "staff_back"),
                             .style = UI_BUTTON_QUIET,
                             .icon = ICON_BACK};
    struct chrome_bar bar = {
        .back = &back, .chips = true, .actions = actions, .action_count = count};
    chrome_bar(k, ui, &page, &bar);
    return page;
}

struct ui_rect staff_column(struct ui_rect room)
{
    const float most = 1200;
    if (room.w > most) {
        room.x += (room.w - most) / 2;
        room.w = most;
    }
    return room;
}
