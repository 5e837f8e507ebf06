/* SPDX-License-Identifier: MIT */
/* What is looked at: "<  2026 年 10 月  >", and day, week, month or year. */
#include <math.h>

#include "screens/chrome.h"
#include "screens/kiosk.h"
#include "screens/staff/month_page.h"

#define SPANS_GAP 16.0f

static const struct {
    const char *id, *label; /* key */
} spans[SPANS] = {
    [SPAN_DAY] = {"span-day", "month_span_1"},
    [SPAN_WEEK] = {"span-week", "month_span_2"},
    [SPAN_MONTH] = {"span-month", "month_span_3"},
    [SPAN_YEAR] = {"span-year", "month_span_4"},
};

const char *month_span_id(enum span span)
{
    return spans[span].id;
}

/* ---- the period -------------------------------------------------------------------- */

static void turn_buttons(const struct month_view *view, struct ui_button buttons[2])
{
    const struct month_page *page = view->page;
    buttons[0] = (struct ui_button){.id = "month-prev",
                                    .label = kiosk_tr(view->k, "month_before"),
                                    .icon = ICON_BACK,
                                    .sign = true,
                                    .disabled = page->shown.from <= page->first};
    buttons[1] = (struct ui_button){.id = "month-next",
                                    .label = kiosk_tr(view->k, "month_after"),
                                    .icon = ICON_NEXT,
                                    .sign = true,
                                    .disabled = page->shown.to >= page->last};
}

float month_turn_h(const struct month_view *view, struct ui *ui, float w)
{
    float button = chrome_button_h(ui);
    float words = w - 2 * (button + CHROME_GAP);
    return fmaxf(button,
                 chrome_text_h(ui, words, chrome_heading(ui), view->page->words.title));
}

void month_turn_draw(const struct month_view *view, struct ui *ui, struct ui_rect rect)
{
    const enum ui_type types[] = {chrome_heading(ui), UI_ACTION};

    const char *title = view->page->words.title;
    struct ui_button buttons[2];
    float side = chrome_button_h(ui);
    turn_buttons(view, buttons);
    ui_button(ui, chrome_cut_left(&rect, side, CHROME_GAP), &buttons[0]);
    ui_button(ui, chrome_cut_right(&rect, side, CHROME_GAP), &buttons[1]);
    ui_text_middle(ui, rect, chrome_fit(ui, rect, types, 2, title), UI_TEXT, UI_CENTER,
                   title);
}

/* ---- its length -------------------------------------------------------------------- */

static struct ui_button span_button(const struct month_view *view, size_t span)
{
    bool chosen = view->page->shown.span == (enum span)span;
    return (struct ui_button){.id = spans[span].id,
                              .label = kiosk_tr(view->k, spans[span].label),
                              .icon = chosen ? ICON_TICK : ICON_NONE,
                              .style = chosen ? UI_BUTTON_PRIMARY : UI_BUTTON_PLAIN};
}

float month_spans_w(const struct month_view *view, struct ui *ui)
{
    float w = 0;
    for (size_t i = 0; i < SPANS; i++) {
        struct ui_button button = span_button(view, i);
        w += ui_button_width(ui, &button) + SPANS_GAP;
    }
    return w - SPANS_GAP;
}

/* Two by two, or one by one, where one row is too narrow. */
static size_t columns_of(const struct month_view *view, struct ui *ui, float w)
{
    float widest = 0;
    for (size_t i = 0; i < SPANS; i++) {
        struct ui_button button = span_button(view, i);
        button.icon = ICON_TICK;
        widest = fmaxf(widest, ui_button_width(ui, &button));
    }
    return w >= month_spans_w(view, ui) ? SPANS : w >= 2 * widest + SPANS_GAP ? 2 : 1;
}

float month_spans_h(const struct month_view *view, struct ui *ui, float w)
{
    size_t rows = SPANS / columns_of(view, ui, w);
    return (float)rows * (chrome_button_h(ui) + SPANS_GAP) - SPANS_GAP;
}

/* In one row each has what it needs, and its share of what is left. */
void month_spans_draw(const struct month_view *view, struct ui *ui, struct ui_rect rect)
{
    size_t columns = columns_of(view, ui, rect.w);
    float more = (rect.w - month_spans_w(view, ui)) / SPANS;
    struct ui_rect row = rect;
    for (size_t i = 0; i < SPANS; i++) {
        struct ui_button button = span_button(view, i);
        float w = ui_button_width(ui, &button) + more;
        struct ui_rect cell =
            columns == SPANS ? chrome_cut_left(&row, w, SPANS_GAP)
                             : chrome_cell(rect, i, columns, SPANS / columns, SPANS_GAP);
        ui_button(ui, cell, &button);
    }
}
