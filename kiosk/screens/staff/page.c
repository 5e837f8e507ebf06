/* SPDX-License-Identifier: MIT */
#include "screens/staff/page.h"

#include "screens/chrome.h"
#include "screens/kiosk.h"

struct ui_rect staff_page(const struct kiosk *k, struct ui *ui)
{
    ui_fill(ui, (struct ui_rect){0, 0, ui_width(ui), ui_height(ui)}, 0, UI_GROUND);
    struct ui_rect page = chrome_page(ui);
    struct ui_button back = {.id = "back",
                             .label = kiosk_tr(k, "staff_back"),
                             .style = UI_BUTTON_QUIET,
                             .icon = ICON_BACK};
    struct chrome_bar bar = {.back = &back, .chips = true};
    chrome_bar(k, ui, &page, &bar);
    return page;
}
