/* SPDX-License-Identifier: MIT */
/*
 * The staff's desk: today's counts, the export, what is wrong with the machine, cleaning
 * mode, the way out, and a button for each of the staff's other pages.
 */
#include <math.h>
#include <string.h>

#include "base/err.h"
#include "base/log.h"
#include "base/str.h"
#include "screens/chrome.h"
#include "screens/kiosk.h"
#include "screens/staff/export.h"
#include "screens/staff/page.h"

enum { WORDS_MAX = 640, BUTTON_GAP = 16, BUTTONS_MAX = SCREEN_COUNT + 3 };

struct desk {
    char words[WORDS_MAX]; /* what the last act gave */
    int64_t today[COUNT_KINDS];
    int64_t excluded; /* counted today as excluded, of whatever kind */
};

/* ---- today ------------------------------------------------------------------------- */

static bool add_excluded(void *context, const struct count_row *row)
{
    struct desk *desk = context;
    desk->excluded += count_excluded(row) ? row->n : 0;
    return true;
}

static void read_today(struct kiosk *k, struct desk *desk)
{
    int day = kiosk_moment(k).day;
    desk->excluded = 0;
    for (enum count what = 0; what < COUNT_KINDS; what++) {
        bool shown = k->store && count_kind(what)->on_desk;
        desk->today[what] = shown ? store_sum(k->store, day, what) : 0;
    }
    if (k->store && !store_each(k->store, day, day, add_excluded, desk)) {
        log_error("staff", "%s", err_text());
    }
}

/* ---- drawing ----------------------------------------------------------------------- */

static void draw_counts(const struct kiosk *k, const struct desk *desk, struct ui *ui,
                        struct ui_rect card)
{
    ui_card(ui, card, UI_CARD);
    struct ui_rect inside = chrome_inset(card, CHROME_PAD);
    bool crowded = chrome_crowding(ui) > 1.7f;
    enum ui_type head = crowded ? UI_STRONG : UI_HEADING;
    ui_text(ui, chrome_cut_top(&inside, ui_line_height(ui, head), 16), head, UI_TEXT,
            UI_LEFT, kiosk_tr(k, "staff_today"));
    size_t rows = 1;
    for (enum count what = 0; what < COUNT_KINDS; what++) {
        rows += count_kind(what)->on_desk;
    }
    float row_h = inside.h / (float)rows;
    size_t at = 0;
    for (enum count what = 0; what <= COUNT_KINDS; what++) {
        bool counted = what < COUNT_KINDS;
        if (counted && !count_kind(what)->on_desk) {
            continue;
        }
        struct ui_rect row = {inside.x, inside.y + row_h * (float)at++, inside.w, row_h};
        char key[64] = "metric_excluded";
        char number[24];
        if (counted) {
            str_format(key, sizeof key, "metric_%s", count_kind(what)->key);
        }
        str_format(number, sizeof number, "%lld",
                   (long long)(counted ? desk->today[what] : desk->excluded));
        struct ui_rect right = chrome_cut_right(&row, inside.w * 0.15f, 16);
        ui_text_middle(ui, row, crowded ? UI_SMALL : UI_BODY,
                       counted ? UI_TEXT : UI_QUIET, UI_LEFT, kiosk_tr(k, key));
        ui_text_middle(ui, right, UI_STRONG, counted ? UI_GOOD_WORD : UI_QUIET, UI_RIGHT,
                       number);
    }
}

/* What is not as it should be, or that all is well. */
static void draw_health(const struct kiosk *k, const struct desk *desk, struct ui *ui,
                        struct ui_rect card)
{
    char lines[WORDS_MAX * 2] = "";
    size_t used = 0;
    const char *manikin = kiosk_station(k)->status.simulated ? "staff_manikin_simulated"
                          : kiosk_station(k)->status.state != LINK_SEARCHING
                              ? "staff_manikin_ready"
                              : "staff_manikin_none";
    const char *parts[4] = {desk->words[0] ? desk->words : NULL, kiosk_tr(k, manikin),
                            k->store ? NULL : k->store_error,
                            k->catalog->error_count ? k->catalog->errors[0] : NULL};
    for (size_t i = 0; i < 4; i++) {
        if (parts[i] && used < sizeof lines) {
            str_format(lines + used, sizeof lines - used, "%s%s", used ? "\n" : "",
                       parts[i]);
            used = strlen(lines);
        }
    }
    ui_card(ui, card, UI_CARD);
    struct ui_rect inside = chrome_inset(card, CHROME_PAD);
    ui_text(ui, inside, UI_BODY, UI_TEXT, UI_LEFT, lines);
}

/* The buttons from top to bottom; returns how many. */
static size_t list_buttons(const struct kiosk *k, struct ui_button buttons[BUTTONS_MAX])
{
    size_t count = 0;
    buttons[count++] = (struct ui_button){
        .id = "export", .label = kiosk_tr(k, "staff_export"), .style = UI_BUTTON_PRIMARY};
    for (int i = 0; i < SCREEN_COUNT; i++) {
        const struct screen *page = screen_of((enum screen_id)i);
        if (page->desk_id) {
            buttons[count++] = (struct ui_button){
                .id = page->desk_id, .label = kiosk_tr(k, page->desk_button)};
        }
    }
    buttons[count++] =
        (struct ui_button){.id = "clean", .label = kiosk_tr(k, "staff_clean")};
    buttons[count++] =
        (struct ui_button){.id = "quit", .label = kiosk_tr(k, "staff_quit")};
    return count;
}

static void draw(const struct kiosk *k, const void *state, struct ui *ui)
{
    const struct desk *desk = state;
    struct ui_button buttons[BUTTONS_MAX];
    size_t count = list_buttons(k, buttons);
    struct ui_rect page = staff_page(k, ui);
    struct ui_rect left = ui_portrait(ui)
                              ? chrome_cut_top(&page, page.h * 0.5f, CHROME_GAP)
                              : chrome_cut_left(&page, page.w * 0.5f, CHROME_GAP);
    draw_counts(k, desk, ui, left);
    /* Large text leaves room for what is wrong with the machine. */
    float h = fminf(chrome_button_h(ui), page.h * 0.68f / (float)count - BUTTON_GAP);
    for (size_t i = count; i > 0; i--) {
        struct ui_rect row = chrome_cut_bottom(&page, h, BUTTON_GAP);
        ui_button(ui, row, &buttons[i - 1]);
    }
    chrome_cut_bottom(&page, 0, CHROME_GAP - BUTTON_GAP);
    draw_health(k, desk, ui, page);
}

/* ---- what staff do ----------------------------------------------------------------- */

static void enter(struct kiosk *k, void *state)
{
    read_today(k, state);
}

static void export_now(struct kiosk *k, struct desk *desk)
{
    char path[CONF_PATH_MAX];
    if (!export_counts(k, path, sizeof path)) {
        log_error("staff", "%s", err_text());
        str_copy(desk->words, sizeof desk->words, err_text());
        return;
    }
    kiosk_fill(k, desk->words, sizeof desk->words, "staff_exported",
               (const char *const[]){"path", path, NULL});
}

static void open_page(struct kiosk *k, const struct ui_event *event)
{
    for (int i = 0; i < SCREEN_COUNT; i++) {
        const struct screen *page = screen_of((enum screen_id)i);
        if (page->desk_id && ui_tapped(event, page->desk_id)) {
            kiosk_go(k, (enum screen_id)i);
        }
    }
}

static void input(struct kiosk *k, void *state, const struct ui_event *event)
{
    if (ui_tapped(event, "back")) {
        kiosk_end_session(k);
    } else if (ui_tapped(event, "export")) {
        export_now(k, state);
    } else if (ui_tapped(event, "clean")) {
        kiosk_end_session(k);
        k->cleaning = true;
    } else if (ui_tapped(event, "quit")) {
        k->quit = true;
    } else {
        open_page(k, event);
    }
}

const struct screen screen_staff_desk = {
    .name = "staff",
    .theme = UI_LIGHT,
    .state_size = sizeof(struct desk),
    .needs_pin = true,
    .quiet_s = STAFF_QUIET_S,
    .enter = enter,
    .input = input,
    .draw = draw,
};
