/* SPDX-License-Identifier: MIT */
/*
 * Staff: behind a held corner and a PIN. Today's counts, the export, what is wrong with
 * the machine, cleaning mode, the way out. The first time, staff choose the PIN, twice.
 */
#include <math.h>
#include <string.h>

#include "base/err.h"
#include "base/log.h"
#include "base/str.h"
#include "screens/chrome.h"
#include "screens/kiosk.h"
#include "screens/staff/export.h"
#include "screens/staff/manikin.h"
#include "store/pin.h"

enum { QUIET_S = 120, WORDS_MAX = 640, BUTTON_GAP = 16 };

enum staff_step {
    STAFF_ASK,    /* for the PIN */
    STAFF_CHOOSE, /* nobody has one yet */
    STAFF_REPEAT,
    STAFF_IN,
    STAFF_MANIKIN, /* a page of its own; back from it is the desk */
};

struct staff {
    enum staff_step step;
    char pin_path[CONF_PATH_MAX];
    char digits[PIN_DIGITS_MAX + 1];
    char chosen[PIN_DIGITS_MAX + 1];
    char words[WORDS_MAX]; /* what the last act gave */
    int64_t touched_us;
    int64_t today[COUNT_KINDS];
    int64_t excluded; /* counted today as excluded, of whatever kind */
    struct manikin manikin;
};

/* ---- the PIN ----------------------------------------------------------------------- */

static bool add_excluded(void *context, const struct count_row *row)
{
    struct staff *staff = context;
    staff->excluded += count_excluded(row) ? row->n : 0;
    return true;
}

static void read_today(struct kiosk *k, struct staff *staff)
{
    int day = kiosk_moment(k).day;
    staff->excluded = 0;
    for (enum count what = 0; what < COUNT_KINDS; what++) {
        bool shown = k->store && count_kind(what)->on_desk;
        staff->today[what] = shown ? store_sum(k->store, day, what) : 0;
    }
    if (k->store && !store_each(k->store, day, day, add_excluded, staff)) {
        log_error("staff", "%s", err_text());
    }
}

static void come_in(struct kiosk *k, struct staff *staff)
{
    staff->step = STAFF_IN;
    staff->words[0] = '\0';
    k->ladder.staff = true;
    k->cleaning = false;
    read_today(k, staff);
}

static void say(struct kiosk *k, struct staff *staff, const char *key)
{
    str_copy(staff->words, sizeof staff->words, kiosk_tr(k, key));
}

static void say_error(struct staff *staff)
{
    log_error("staff", "%s", err_text());
    str_copy(staff->words, sizeof staff->words, err_text());
}

static void try_pin(struct kiosk *k, struct staff *staff)
{
    char seconds[16];
    int64_t wall_s = clock_wall_s(k->clock);
    switch (pin_check(staff->pin_path, staff->digits, wall_s)) {
    case PIN_RIGHT: come_in(k, staff); break;
    case PIN_WRONG: say(k, staff, "staff_wrong"); break;
    case PIN_UNSET: staff->step = STAFF_CHOOSE; break;
    case PIN_FAILED: say_error(staff); break;
    case PIN_WAIT:
        str_format(seconds, sizeof seconds, "%d", pin_wait_s(staff->pin_path, wall_s));
        kiosk_fill(k, staff->words, sizeof staff->words, "staff_wait",
                   (const char *const[]){"n", seconds, NULL});
        break;
    }
}

static void choose_pin(struct kiosk *k, struct staff *staff)
{
    if (strlen(staff->digits) < PIN_DIGITS_MIN) {
        say(k, staff, "staff_too_short");
        return;
    }
    str_copy(staff->chosen, sizeof staff->chosen, staff->digits);
    staff->step = STAFF_REPEAT;
}

static void repeat_pin(struct kiosk *k, struct staff *staff)
{
    if (!str_equal(staff->chosen, staff->digits)) {
        staff->step = STAFF_CHOOSE;
        say(k, staff, "staff_differs");
    } else if (!pin_set(staff->pin_path, staff->digits)) {
        staff->step = STAFF_CHOOSE;
        say_error(staff);
    } else {
        come_in(k, staff);
    }
}

static void enter_pin(struct kiosk *k, struct staff *staff)
{
    staff->words[0] = '\0';
    switch (staff->step) {
    case STAFF_ASK: try_pin(k, staff); break;
    case STAFF_CHOOSE: choose_pin(k, staff); break;
    case STAFF_REPEAT: repeat_pin(k, staff); break;
    case STAFF_IN:
    case STAFF_MANIKIN: break;
    }
    memset(staff->digits, 0, sizeof staff->digits);
}

static void add_digit(struct staff *staff, char digit)
{
    size_t length = strlen(staff->digits);
    if (length < PIN_DIGITS_MAX) {
        staff->digits[length] = digit;
    }
}

static void drop_digit(struct staff *staff)
{
    size_t length = strlen(staff->digits);
    if (length > 0) {
        staff->digits[length - 1] = '\0';
    }
}

/* ---- drawing ----------------------------------------------------------------------- */

static const char *pin_title(const struct staff *staff)
{
    switch (staff->step) {
    case STAFF_CHOOSE: return "staff_choose";
    case STAFF_REPEAT: return "staff_repeat";
    case STAFF_ASK:
    case STAFF_IN:
    case STAFF_MANIKIN: break;
    }
    return "staff_pin";
}

static void draw_dots(const struct staff *staff, struct ui *ui, struct ui_rect row)
{
    size_t count = strlen(staff->digits);
    size_t places = count > PIN_DIGITS_MIN ? count : PIN_DIGITS_MIN;
    float step = 48;
    float x = row.x + row.w / 2 - step * (float)(places - 1) / 2;
    for (size_t i = 0; i < places; i++) {
        struct ui_point centre = {x + step * (float)i, row.y + row.h / 2};
        ui_disc(ui, centre, 14, i < count ? UI_BRAND : UI_TRACK);
    }
}

static void draw_pad(const struct kiosk *k, struct ui *ui, struct ui_rect area)
{
    static const char *const ids[12] = {"pin-1", "pin-2",    "pin-3", "pin-4",
                                        "pin-5", "pin-6",    "pin-7", "pin-8",
                                        "pin-9", "pin-back", "pin-0", "pin-ok"};
    for (size_t i = 0; i < 12; i++) {
        struct ui_rect row = area;
        row.h = (area.h - 3 * 20) / 4;
        size_t above = i / 3;
        row.y += (row.h + 20) * (float)above;
        char digit[2] = {ids[i][4], '\0'};
        struct ui_button button = {.id = ids[i], .label = digit};
        if (i == 9) {
            button.label = kiosk_tr(k, "staff_erase");
        } else if (i == 11) {
            button.label = kiosk_tr(k, "staff_enter");
            button.style = UI_BUTTON_PRIMARY;
        }
        ui_button(ui, chrome_column(row, i % 3, 3, 20), &button);
    }
}

/* The words stand above the pad, or beside it where the screen is wide. */
static void draw_pin(const struct kiosk *k, const struct staff *staff, struct ui *ui,
                     struct ui_rect page)
{
    bool tall = ui_portrait(ui);
    struct ui_rect words = tall ? chrome_cut_top(&page, page.h * 0.36f, CHROME_GAP)
                                : chrome_cut_left(&page, page.w * 0.5f, CHROME_GAP);
    const char *title = kiosk_tr(k, pin_title(staff));
    float title_h = ui_measure(ui, words.w, UI_HEADING, title).h;
    float words_h = ui_line_height(ui, UI_BODY) * 2;
    float spare = words.h - title_h - words_h - 60 - 32;
    chrome_cut_top(&words, spare > 0 ? spare / 2 : 0, 0);
    ui_text(ui, chrome_cut_top(&words, title_h, 16), UI_HEADING, UI_TEXT, UI_CENTER,
            title);
    draw_dots(staff, ui, chrome_cut_top(&words, 60, 16));
    ui_text(ui, chrome_cut_top(&words, words_h, 0), UI_BODY, UI_CHANGE, UI_CENTER,
            staff->words);
    float w = page.w < 720 ? page.w : 720;
    float h = page.h < 680 ? page.h : 680;
    struct ui_rect pad = {page.x + (page.w - w) / 2, page.y + (page.h - h) / 2, w, h};
    draw_pad(k, ui, pad);
}

static void draw_counts(const struct kiosk *k, const struct staff *staff, struct ui *ui,
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
                   (long long)(counted ? staff->today[what] : staff->excluded));
        struct ui_rect right = chrome_cut_right(&row, inside.w * 0.15f, 16);
        ui_text_middle(ui, row, crowded ? UI_SMALL : UI_BODY,
                       counted ? UI_TEXT : UI_QUIET, UI_LEFT, kiosk_tr(k, key));
        ui_text_middle(ui, right, UI_STRONG, counted ? UI_GOOD_WORD : UI_QUIET, UI_RIGHT,
                       number);
    }
}

/* What is not as it should be, or that all is well. */
static void draw_health(const struct kiosk *k, const struct staff *staff, struct ui *ui,
                        struct ui_rect card)
{
    char lines[WORDS_MAX * 2] = "";
    size_t used = 0;
    const char *manikin = k->link_status.simulated ? "staff_manikin_simulated"
                          : k->manikin_any         ? "staff_manikin_ready"
                                                   : "staff_manikin_none";
    const char *parts[4] = {staff->words[0] ? staff->words : NULL, kiosk_tr(k, manikin),
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

static void draw_desk(const struct kiosk *k, const struct staff *staff, struct ui *ui,
                      struct ui_rect page)
{
    const struct ui_button buttons[] = {
        {.id = "export",
         .label = kiosk_tr(k, "staff_export"),
         .style = UI_BUTTON_PRIMARY},
        {.id = "manikin", .label = kiosk_tr(k, "staff_manikin")},
        {.id = "clean", .label = kiosk_tr(k, "staff_clean")},
        {.id = "quit", .label = kiosk_tr(k, "staff_quit")},
    };
    struct ui_rect left;
    if (ui_portrait(ui)) {
        left = chrome_cut_top(&page, page.h * 0.5f, CHROME_GAP);
    } else {
        left = chrome_cut_left(&page, page.w * 0.5f, CHROME_GAP);
    }
    draw_counts(k, staff, ui, left);
    size_t count = sizeof buttons / sizeof *buttons;
    /* Large text leaves room for what is wrong with the machine. */
    float h = fminf(chrome_button_h(ui), page.h * 0.68f / (float)count - BUTTON_GAP);
    for (size_t i = count; i > 0; i--) {
        struct ui_rect row = chrome_cut_bottom(&page, h, BUTTON_GAP);
        ui_button(ui, row, &buttons[i - 1]);
    }
    chrome_cut_bottom(&page, 0, CHROME_GAP - BUTTON_GAP);
    draw_health(k, staff, ui, page);
}

static void draw(const struct kiosk *k, const void *state, struct ui *ui)
{
    const struct staff *staff = state;
    ui_fill(ui, (struct ui_rect){0, 0, ui_width(ui), ui_height(ui)}, 0, UI_GROUND);
    if (staff->step == STAFF_MANIKIN) {
        manikin_draw(k, &staff->manikin, ui);
        return;
    }
    struct ui_rect page = chrome_page(ui);
    struct ui_button back = {.id = "back",
                             .label = kiosk_tr(k, "staff_back"),
                             .style = UI_BUTTON_QUIET,
                             .icon = ICON_BACK};
    struct chrome_bar bar = {.back = &back, .chips = true};
    chrome_bar(k, ui, &page, &bar);
    if (staff->step == STAFF_IN) {
        draw_desk(k, staff, ui, page);
    } else {
        draw_pin(k, staff, ui, page);
    }
}

/* ---- what staff do ----------------------------------------------------------------- */

static void enter(struct kiosk *k, void *state)
{
    struct staff *staff = state;
    str_format(staff->pin_path, sizeof staff->pin_path, "%s/staff.pin", k->data_folder);
    staff->step = pin_is_set(staff->pin_path) ? STAFF_ASK : STAFF_CHOOSE;
    staff->touched_us = clock_now_us(k->clock);
}

static void export_now(struct kiosk *k, struct staff *staff)
{
    char path[CONF_PATH_MAX];
    if (!export_counts(k, path, sizeof path)) {
        say_error(staff);
        return;
    }
    kiosk_fill(k, staff->words, sizeof staff->words, "staff_exported",
               (const char *const[]){"path", path, NULL});
}

static void input_desk(struct kiosk *k, struct staff *staff, const struct ui_event *event)
{
    if (ui_tapped(event, "export")) {
        export_now(k, staff);
    } else if (ui_tapped(event, "manikin")) {
        staff->step = STAFF_MANIKIN;
        manikin_enter(k, &staff->manikin);
    } else if (ui_tapped(event, "clean")) {
        kiosk_end_session(k);
        k->cleaning = true;
    } else if (ui_tapped(event, "quit")) {
        k->quit = true;
    }
}

static void input_pin(struct kiosk *k, struct staff *staff, const struct ui_event *event)
{
    bool key = event->kind == UI_EVENT_KEY;
    if (key && event->key[0] >= '0' && event->key[0] <= '9' && event->key[1] == '\0') {
        add_digit(staff, event->key[0]);
    } else if ((key && str_equal(event->key, "backspace")) ||
               ui_tapped(event, "pin-back")) {
        drop_digit(staff);
    } else if (ui_tapped(event, "pin-ok")) {
        enter_pin(k, staff);
    } else if (event->kind == UI_EVENT_TAP && str_starts(event->id, "pin-")) {
        add_digit(staff, event->id[4]);
    }
}

static void input(struct kiosk *k, void *state, const struct ui_event *event)
{
    struct staff *staff = state;
    staff->touched_us = clock_now_us(k->clock);
    if (staff->step == STAFF_MANIKIN) {
        bool stays = manikin_input(k, &staff->manikin, event);
        staff->step = stays ? STAFF_MANIKIN : STAFF_IN;
    } else if (ui_tapped(event, "back")) {
        kiosk_end_session(k);
    } else if (staff->step == STAFF_IN) {
        input_desk(k, staff, event);
    } else {
        input_pin(k, staff, event);
    }
}

/* Staff who walk away leave no open door; who kneels at the chest has not. */
static void tick(struct kiosk *k, void *state)
{
    struct staff *staff = state;
    if (staff->step == STAFF_MANIKIN) {
        manikin_tick(k, &staff->manikin);
        if (manikin_waits(k, &staff->manikin)) {
            staff->touched_us = clock_now_us(k->clock);
        }
    }
    if (clock_now_us(k->clock) - staff->touched_us > QUIET_S * 1000000LL) {
        kiosk_end_session(k);
    }
}

static void leave(struct kiosk *k, void *state)
{
    struct staff *staff = state;
    manikin_leave(k, &staff->manikin);
    /* Digits do not stay in memory that is handed back. */
    explicit_bzero(state, sizeof(struct staff));
}

const struct screen screen_staff = {
    .name = "staff",
    .theme = UI_LIGHT,
    .state_size = sizeof(struct staff),
    .enter = enter,
    .input = input,
    .tick = tick,
    .draw = draw,
    .leave = leave,
};
