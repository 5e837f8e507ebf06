/* SPDX-License-Identifier: MIT */
/*
 * The staff's page that shows how the hall does: a day, a week, a month or a year. Its
 * counts are read some days a frame, so that a year does not stop the picture. What is to
 * be taken along is taken by the export's page.
 */
#include "base/calendar.h"
#include "base/err.h"
#include "base/log.h"
#include "screens/kiosk.h"
#include "screens/pages.h"
#include "screens/staff/export_file.h"
#include "screens/staff/month_page.h"
#include "screens/staff/page.h"
#include "screens/why.h"

/* Of a frame, reading may take so long. */
enum { SLICE_MOST_US = 10000 };

/* ---- reading ----------------------------------------------------------------------- */

static void drop_reading(struct month_page *page)
{
    month_drop(page->reading);
    page->reading = NULL;
}

static void tell_fault(const struct kiosk *k, struct month_page *page)
{
    char why[NAMES_MAX];
    bool none = !k->store && !k->store_error;
    drop_reading(page);
    if (!k->store) {
        export_no_counts(k);
    }
    log_error("staff", "%s", err_text());
    names_breakable(none ? kiosk_tr(k, "export_none") : why_failed(k, why, sizeof why),
                    page->fault);
}

static void begin_reading(struct kiosk *k, struct month_page *page)
{
    drop_reading(page);
    page->is_read = false;
    page->fault[0] = '\0';
    page->of = k->store;
    if (!k->store) {
        tell_fault(k, page);
    } else {
        const struct count_source counts = store_source(k->store);
        const struct month_facts facts = export_facts(k);
        page->reading =
            month_begin(&counts, &facts, page->shown.from, page->shown.to, false);
    }
    month_words_make(k, page);
}

static void end_reading(struct kiosk *k, struct month_page *page)
{
    struct month *month = month_end(page->reading);
    page->reading = NULL;
    figures_make(month, &page->shown, &page->figures);
    month_free(month);
    page->is_read = true;
    month_words_make(k, page);
}

/* A frame either reads or draws all that was read. */
static void read_on(struct kiosk *k, struct month_page *page)
{
    int64_t begun_us = clock_now_us(k->clock);
    bool read = true;
    if (!month_has_more(page->reading)) {
        end_reading(k, page);
        return;
    }
    while (read && month_has_more(page->reading) &&
           clock_now_us(k->clock) - begun_us < SLICE_MOST_US) {
        read = month_go_on(page->reading, 1);
    }
    if (!read) {
        tell_fault(k, page);
    }
}

/* ---- what staff do ----------------------------------------------------------------- */

static void show(struct kiosk *k, struct month_page *page, struct span_days days)
{
    page->shown = days;
    page->page = 0;
    k->month_seen = days;
    begin_reading(k, page);
}

/* The days that were looked at last, or this month. */
static void enter(struct kiosk *k, void *state)
{
    struct month_page *page = state;
    int first = export_first_day(k);
    page->last = kiosk_moment(k).day;
    page->first = first > 0 && first < page->last ? first : page->last;
    show(k, page, k->month_seen.to > 0 ? k->month_seen : span_of(SPAN_MONTH, page->last));
}

static void tick(struct kiosk *k, void *state)
{
    struct month_page *page = state;
    /* Another file is counted in, or why none can be read is told in another language. */
    if (page->of != k->store || (page->fault[0] && page->words.lang != k->lang + 1)) {
        begin_reading(k, page);
    }
    if (page->reading) {
        read_on(k, page);
    }
    if (page->words.lang != k->lang + 1) {
        month_words_make(k, page);
    }
}

static void leave(struct kiosk *k, void *state)
{
    (void)k;
    drop_reading(state);
}

/* What is shown and can be taken along, from left to right. */
static const struct month_action {
    const char *id, *label; /* key */
    enum report_format format;
} actions[MONTH_ACTIONS] = {
    {"month-print", "month_print", REPORT_pdf},
    {"month-csv", "month_csv", REPORT_csv},
    {"month-xlsx", "month_xlsx", REPORT_xlsx},
};

static bool is_offered(const struct month_page *page, const struct month_action *action)
{
    return page->is_read &&
           report_takes(action->format, page->shown.from, page->shown.to);
}

size_t month_actions(const struct kiosk *k, const struct month_page *page,
                     struct ui_button *buttons)
{
    size_t count = 0;
    for (size_t i = 0; i < MONTH_ACTIONS; i++) {
        if (is_offered(page, &actions[i])) {
            buttons[count++] = (struct ui_button){
                .id = actions[i].id,
                .label = kiosk_tr(k, actions[i].label),
                .style = i + 1 == MONTH_ACTIONS ? UI_BUTTON_PRIMARY : UI_BUTTON_PLAIN};
        }
    }
    return count;
}

static void take_along(struct kiosk *k, const struct month_page *page,
                       const struct ui_event *event)
{
    for (size_t i = 0; i < MONTH_ACTIONS; i++) {
        if (ui_tapped(event, actions[i].id) && is_offered(page, &actions[i])) {
            k->export_asked = (struct export_choice){.format = actions[i].format,
                                                     .from_day = page->shown.from,
                                                     .to_day = page->shown.to};
            kiosk_go(k, SCREEN_staff_export);
        }
    }
}

/* Of the days that are shown, the last one that has come stays in sight. */
static void choose_span(struct kiosk *k, struct month_page *page,
                        const struct ui_event *event)
{
    for (int i = 0; i < SPANS; i++) {
        if (ui_tapped(event, month_span_id((enum span)i))) {
            int day = page->shown.to < page->last ? page->shown.to : page->last;
            show(k, page, span_of((enum span)i, day));
        }
    }
}

static void input(struct kiosk *k, void *state, const struct ui_event *event)
{
    struct month_page *page = state;
    if (pages_touched(event, &page->page)) {
        return;
    }
    if (ui_tapped(event, "back")) {
        kiosk_go(k, SCREEN_staff_desk);
    } else if (ui_tapped(event, "month-prev") && page->shown.from > page->first) {
        show(k, page, span_turn(&page->shown, -1));
    } else if (ui_tapped(event, "month-next") && page->shown.to < page->last) {
        show(k, page, span_turn(&page->shown, 1));
    } else {
        choose_span(k, page, event);
        take_along(k, page, event);
    }
}

static void draw(const struct kiosk *k, const void *state, struct ui *ui)
{
    month_shown_draw(k, state, ui);
}

static void say(const struct kiosk *k, const void *state, struct str *out)
{
    month_shown_say(k, state, out);
}

const struct screen screen_staff_month = {
    .name = "staff",
    .theme = UI_LIGHT,
    .state_size = sizeof(struct month_page),
    .needs_pin = true,
    .desk_id = "month",
    .desk_button = "staff_month",
    .quiet_s = STAFF_QUIET_S,
    .enter = enter,
    .input = input,
    .tick = tick,
    .draw = draw,
    .say = say,
    .leave = leave,
};
