/* SPDX-License-Identifier: MIT */
/*
 * What staff see while a manikin is taught or calibrated: few words, to be read from the
 * floor beside the chest.
 */
#include <math.h>

#include "base/str.h"
#include "screens/chrome.h"
#include "screens/kiosk.h"
#include "screens/say.h"
#include "screens/staff/manikin.h"

enum { WORDS_MAX = 320, COLUMN_MAX = 96, LEARN_STEPS = 2, MARK_W = 54 };

/* The figure's arms go down so far with a full press. */
static const float FIGURE_MM = 55;

/* The foot of a step: the way back (NULL: among the actions), the chips, what is next. */
static void draw_foot(const struct kiosk *k, struct ui *ui, struct ui_rect *area,
                      const char *back_key, const struct ui_button *actions, size_t count)
{
    struct ui_button back = {.id = "back", .style = UI_BUTTON_QUIET, .icon = ICON_BACK};
    struct chrome_bar bar = {.chips = true, .actions = actions, .action_count = count};
    if (back_key) {
        back.label = kiosk_tr(k, back_key);
        bar.back = &back;
    }
    chrome_bar(k, ui, area, &bar);
}

/* A depth with a button on either side: no dragging. */
static void draw_stepper(const struct kiosk *k, const struct manikin *page, struct ui *ui,
                         struct ui_rect rect)
{
    static const enum ui_type types[] = {UI_HEADING, UI_STRONG, UI_SMALL};

    char text[48];
    str_format(text, sizeof text, "%d %s", page->depth_mm, kiosk_tr(k, "unit_mm"));
    float side = fminf(fmaxf(rect.h, 104), rect.w * 0.27f);
    struct ui_rect less = chrome_cut_left(&rect, side, 16);
    struct ui_rect more = chrome_cut_right(&rect, side, 16);
    ui_button(ui, less,
              &(struct ui_button){.id = "less",
                                  .label = "−",
                                  .style = UI_BUTTON_PRIMARY,
                                  .disabled = page->depth_mm - MANIKIN_STEP_MM <
                                              LINK_FULL_MIN_MM});
    ui_button(ui, more,
              &(struct ui_button){.id = "more",
                                  .label = "+",
                                  .style = UI_BUTTON_PRIMARY,
                                  .disabled = page->depth_mm + MANIKIN_STEP_MM >
                                              LINK_FULL_MAX_MM});
    ui_text_middle(ui, rect, chrome_fit(ui, rect, types, 3, text), UI_TEXT, UI_CENTER,
                   text);
}

/*
 * A large title and words below it, cut off the top of `inside`.
 * `below` is the height of what follows; `sunk`: all of it stands a little above the
 * middle.
 */
static void draw_words(struct ui *ui, struct ui_rect *inside, float below, bool sunk,
                       const char *title, const char *words)
{
    static const enum ui_type types[] = {UI_TITLE, UI_HEADING, UI_STRONG};

    struct ui_rect half = {inside->x, inside->y, inside->w, (inside->h - below) * 0.5f};
    enum ui_type type = chrome_fit(ui, half, types, 3, title);
    float title_h = fminf(ui_measure(ui, inside->w, type, title).h, half.h);
    float words_h = chrome_text_h(ui, inside->w, UI_BODY, words);
    float spare = inside->h - below - title_h - words_h - 20 - CHROME_GAP;
    chrome_cut_top(inside, sunk ? fmaxf(spare * 0.4f, 0) : 0, 0);
    struct ui_rect head = {inside->x, inside->y, inside->w, title_h};
    title_h = ui_text(ui, head, type, UI_TEXT, UI_LEFT, title).h;
    chrome_cut_top(inside, title_h, 20);
    words_h = fminf(words_h, fmaxf(inside->h - below - CHROME_GAP, 1));
    ui_text(ui, chrome_cut_top(inside, words_h, CHROME_GAP), UI_BODY, UI_QUIET, UI_LEFT,
            words);
}

/* ---- the wizard -------------------------------------------------------------------- */

void manikin_draw_ask(const struct kiosk *k, const struct manikin *page, struct ui *ui)
{
    struct ui_rect area = chrome_page(ui);
    struct ui_button start = {.id = "learn-now",
                              .label = kiosk_tr(k, "manikin_learn_start"),
                              .style = UI_BUTTON_NEXT,
                              .icon = ICON_NEXT};
    draw_foot(k, ui, &area, "manikin_cancel", &start, 1);
    ui_card(ui, area, UI_CARD);
    struct ui_rect inside = chrome_inset(area, 2 * CHROME_PAD);
    float stepper_h = fmaxf(chrome_button_h(ui), 128);
    draw_words(ui, &inside, stepper_h, true, kiosk_tr(k, "manikin_ask"),
               kiosk_tr(k, "manikin_ask_words"));
    struct ui_rect rect = chrome_cut_top(&inside, stepper_h, 0);
    rect.w = fminf(rect.w, 760);
    draw_stepper(k, page, ui, rect);
}

static const char *reason_key(const struct manikin *page,
                              const struct link_status *status)
{
    static const char *const keys[LINK_REASON_COUNT] = {
        [LINK_REASON_NONE] = "manikin_why_gone",
        [LINK_REASON_GONE] = "manikin_why_gone",
        [LINK_REASON_SILENT] = "manikin_why_silent",
        [LINK_REASON_HANDS_ON] = "manikin_why_hands_on",
        [LINK_REASON_NO_PRESS] = "manikin_why_no_press",
        [LINK_REASON_BOTH_SIDES] = "manikin_why_both_sides",
        [LINK_REASON_NOT_BACK] = "manikin_why_not_back",
        [LINK_REASON_SHALLOW] = "manikin_why_shallow",
        [LINK_REASON_NOT_KEPT] = "manikin_why_not_kept",
    };
    if (page->too_early && manikin_is_foreign(status)) {
        return "manikin_why_early";
    }
    return page->too_early ? "manikin_why_gone" : keys[status->reason];
}

enum outcome { OUTCOME_OPEN, OUTCOME_LEARNT, OUTCOME_FAILED };

static enum outcome outcome_of(const struct manikin *page,
                               const struct link_status *status)
{
    if (page->too_early || status->step == LINK_STEP_FAILED ||
        status->step == LINK_STEP_NONE) {
        return OUTCOME_FAILED;
    }
    return status->step == LINK_STEP_DONE ? OUTCOME_LEARNT : OUTCOME_OPEN;
}

/* What a step says: its title, and the words below it in `words` (WORDS_MAX bytes). */
static const char *learn_words(const struct kiosk *k, const struct manikin *page,
                               const struct link_status *status, char *words)
{
    char column[COLUMN_MAX];
    bool press = status->step == LINK_STEP_PRESS;
    switch (outcome_of(page, status)) {
    case OUTCOME_LEARNT:
        manikin_column(k, status, column, sizeof column);
        kiosk_fill(k, words, WORDS_MAX, "manikin_learnt_words",
                   (const char *const[]){"column", column, "port", status->port, NULL});
        return kiosk_tr(k, "manikin_learnt");
    case OUTCOME_FAILED:
        str_copy(words, WORDS_MAX, kiosk_tr(k, reason_key(page, status)));
        return kiosk_tr(k, "manikin_not_learnt");
    case OUTCOME_OPEN: break;
    }
    str_copy(words, WORDS_MAX,
             kiosk_tr(k, press ? "manikin_press_words" : "manikin_hands_off_words"));
    return kiosk_tr(k, press ? "manikin_press" : "manikin_hands_off");
}

static void draw_progress(struct ui *ui, struct ui_rect rect, float share,
                          enum ui_color color)
{
    ui_fill(ui, rect, rect.h / 2, UI_TRACK);
    if (share > 0) {
        float w = fmaxf(rect.w * share, rect.h);
        ui_fill(ui, (struct ui_rect){rect.x, rect.y, w, rect.h}, rect.h / 2, color);
    }
}

/* Hands off, or the press: which step, what to do, and the bar that answers. */
static void draw_step(const struct kiosk *k, const struct manikin *page, struct ui *ui,
                      struct ui_rect area, const struct link_status *status)
{
    bool press = status->step == LINK_STEP_PRESS;
    float share = (float)status->step_share;
    bool crowded = chrome_crowding(ui) > 1.6f;
    ui_card(ui, area, UI_CARD);
    struct ui_rect inside = chrome_inset(area, 2 * CHROME_PAD);
    if (press && !crowded) {
        struct ui_rect picture =
            ui_portrait(ui) ? chrome_cut_top(&inside, inside.h * 0.45f, 2 * CHROME_GAP)
                            : chrome_cut_left(&inside, inside.w * 0.42f, 2 * CHROME_GAP);
        ui_scene(ui, picture, CHROME_RADIUS,
                 &(struct scene_view){.name = "press",
                                      .ground = SCENE_FULL,
                                      .press_mm = floorf(share * FIGURE_MM),
                                      .still = true});
    }
    char step[WORDS_MAX];
    kiosk_fill(k, step, sizeof step, "manikin_step",
               (const char *const[]){"n", press ? "2" : "1", "of", "2", NULL});
    float step_h = ui_line_height(ui, UI_BODY);
    ui_text(ui, chrome_cut_top(&inside, step_h, 8), UI_BODY, UI_QUIET, UI_LEFT, step);
    ui_steps(ui, chrome_cut_top(&inside, 16, CHROME_GAP), press ? 1 : 0, LEARN_STEPS);
    float bar_h = 64;
    char words[WORDS_MAX];
    const char *title = learn_words(k, page, status, words);
    draw_words(ui, &inside, bar_h, true, title, words);
    draw_progress(ui, chrome_cut_top(&inside, bar_h, 0), share,
                  press ? UI_GOOD : UI_BRAND);
}

static void draw_badge(struct ui *ui, struct ui_rect *inside, bool good)
{
    float r = fminf(72, inside->h * 0.14f);
    struct ui_rect row = chrome_cut_top(inside, 2 * r, CHROME_GAP);
    struct ui_rect icon = {row.x + r * 0.45f, row.y + r * 0.45f, r * 1.1f, r * 1.1f};
    ui_disc(ui, (struct ui_point){row.x + r, row.y + r}, r,
            good ? UI_TINT_GREEN : UI_TINT_AMBER);
    ui_icon(ui, icon, good ? ICON_TICK : ICON_CABLE, good ? UI_INK_GREEN : UI_INK_AMBER);
}

static void draw_done(const struct kiosk *k, const struct manikin *page, struct ui *ui,
                      struct ui_rect area, const struct link_status *status)
{
    char words[WORDS_MAX];
    const char *title = learn_words(k, page, status, words);
    struct ui_rect left = ui_portrait(ui)
                              ? chrome_cut_top(&area, area.h * 0.5f, CHROME_GAP)
                              : chrome_cut_left(&area, area.w * 0.5f, CHROME_GAP);
    ui_card(ui, left, UI_CARD);
    struct ui_rect inside = chrome_inset(left, CHROME_PAD);
    draw_badge(ui, &inside, true);
    draw_words(ui, &inside, 0, false, title, words);
    manikin_draw_live(k, page, ui, area);
}

static void draw_failed(const struct kiosk *k, const struct manikin *page, struct ui *ui,
                        struct ui_rect area, const struct link_status *status)
{
    ui_card(ui, area, UI_CARD);
    struct ui_rect inside = chrome_inset(area, 2 * CHROME_PAD);
    draw_badge(ui, &inside, false);
    char words[WORDS_MAX];
    const char *title = learn_words(k, page, status, words);
    draw_words(ui, &inside, 0, false, title, words);
}

void manikin_draw_learn(const struct kiosk *k, const struct manikin *page, struct ui *ui)
{
    struct link_status status = manikin_status(k, page);
    struct ui_rect area = chrome_page(ui);
    struct ui_button again = {.id = "learn-now",
                              .label = kiosk_tr(k, "manikin_again"),
                              .style = UI_BUTTON_NEXT};
    struct ui_button done[] = {
        {.id = "learn", .label = kiosk_tr(k, "manikin_learn_anew")},
        {.id = "back", .label = kiosk_tr(k, "manikin_finish"), .style = UI_BUTTON_NEXT},
    };
    switch (outcome_of(page, &status)) {
    case OUTCOME_LEARNT:
        draw_foot(k, ui, &area, NULL, done, 2);
        draw_done(k, page, ui, area, &status);
        break;
    case OUTCOME_FAILED:
        draw_foot(k, ui, &area, "manikin_cancel", &again, 1);
        draw_failed(k, page, ui, area, &status);
        break;
    case OUTCOME_OPEN:
        draw_foot(k, ui, &area, "manikin_cancel", NULL, 0);
        draw_step(k, page, ui, area, &status);
        break;
    }
}

void manikin_say_ask(const struct kiosk *k, const struct manikin *page, struct str *out)
{
    (void)page;
    say_text(k, out, "manikin_ask");
    say_text(k, out, "manikin_ask_words");
}

void manikin_say_learn(const struct kiosk *k, const struct manikin *page, struct str *out)
{
    char words[WORDS_MAX];
    struct link_status status = manikin_status(k, page);
    say_line(out, learn_words(k, page, &status, words));
    say_line(out, words);
}

/* ---- calibration ------------------------------------------------------------------- */

/* The manikin's own codes, as in firmware/wire/PROTOCOL.md. */
static const char *error_key(int error)
{
    static const char *const keys[] = {"manikin_done",          "manikin_error_range",
                                       "manikin_error_moved",   "manikin_error_travel",
                                       "manikin_error_memory",  "manikin_error_sensor",
                                       "manikin_error_not_yet", "manikin_error_other"};
    bool known = error >= 0 && error < 7;
    return keys[known ? error : 7];
}

static const char *reply_text(const struct kiosk *k, const struct manikin_asked *asked,
                              char *out, size_t size)
{
    char number[16];
    str_format(number, sizeof number, "%d", asked->error);
    switch (asked->reply) {
    case MANIKIN_NOT_ASKED: return "";
    case MANIKIN_WAITING: return kiosk_tr(k, "manikin_waiting");
    case MANIKIN_SILENT: return kiosk_tr(k, "manikin_silent");
    case MANIKIN_REFUSED: return kiosk_tr(k, "manikin_refused");
    case MANIKIN_ANSWERED: break;
    }
    return kiosk_fill(k, out, size, error_key(asked->error),
                      (const char *const[]){"n", number, NULL});
}

static const struct order {
    const char *id, *label, *words;
} orders[MANIKIN_ORDERS] = {
    [MANIKIN_ZERO] = {"zero", "manikin_zero", "manikin_zero_words"},
    [MANIKIN_SPAN] = {"span", "manikin_span", "manikin_span_words"},
    [MANIKIN_SAVE] = {"save", "manikin_save", "manikin_save_words"},
};

/* What to do with the chest before an order. Returns `out`. */
static const char *order_words(const struct kiosk *k, const struct manikin *page,
                               enum manikin_order at, char *out, size_t size)
{
    char depth[16];
    str_format(depth, sizeof depth, "%d", page->depth_mm);
    return kiosk_fill(k, out, size, orders[at].words,
                      (const char *const[]){"n", depth, NULL});
}

static bool any_waits(const struct manikin *page)
{
    for (int i = 0; i < MANIKIN_ORDERS; i++) {
        if (page->asked[i].reply == MANIKIN_WAITING) {
            return true;
        }
    }
    return false;
}

/* The answer, with a tick or a dot before it. */
static void draw_reply(const struct kiosk *k, const struct manikin_asked *asked,
                       struct ui *ui, struct ui_rect line)
{
    char text[WORDS_MAX];
    bool done = asked->reply == MANIKIN_ANSWERED && asked->error == 0;
    bool waits = asked->reply == MANIKIN_WAITING;
    if (asked->reply == MANIKIN_NOT_ASKED) {
        return;
    }
    struct ui_rect mark = chrome_cut_left(&line, MARK_W - 14, 14);
    if (done) {
        mark.y += (mark.h - 40) / 2;
        mark.h = 40;
        ui_icon(ui, mark, ICON_TICK, UI_GOOD_WORD);
    } else if (!waits) {
        ui_disc(ui, (struct ui_point){mark.x + 20, mark.y + mark.h / 2}, 10,
                UI_CHANGE_SHAPE);
    }
    ui_text_middle(ui, line, UI_STRONG,
                   done    ? UI_GOOD_WORD
                   : waits ? UI_QUIET
                           : UI_TEXT,
                   UI_LEFT, reply_text(k, asked, text, sizeof text));
}

/* What to do and what the manikin answered; where both have no room the answer, which
 * says what to do as well. */
static void draw_said(const struct kiosk *k, const struct manikin_asked *asked,
                      struct ui *ui, struct ui_rect rect, const char *words)
{
    char text[WORDS_MAX];
    const char *reply = reply_text(k, asked, text, sizeof text);
    float words_h = chrome_text_h(ui, rect.w, UI_BODY, words);
    float reply_h = chrome_text_h(ui, rect.w - MARK_W, UI_STRONG, reply);
    bool both = words_h + 8 + reply_h <= rect.h;
    if (!*reply || both) {
        float gap = *reply ? 8 : 0;
        chrome_cut_top(&rect, fmaxf((rect.h - words_h - gap - reply_h) / 2, 0), 0);
        ui_text(ui, chrome_cut_top(&rect, words_h, gap), UI_BODY, UI_TEXT, UI_LEFT,
                words);
        rect.h = fminf(rect.h, reply_h);
    }
    draw_reply(k, asked, ui, rect);
}

/* One order: what to do with the chest, the button, and what the manikin answered. */
static void draw_order(const struct kiosk *k, const struct manikin *page, struct ui *ui,
                       struct ui_rect card, enum manikin_order at)
{
    const struct order *order = &orders[at];
    const struct manikin_asked *asked = &page->asked[at];
    ui_card(ui, card, UI_CARD);
    struct ui_rect inside = chrome_inset(card, CHROME_PAD * 0.7f);
    struct ui_rect side =
        chrome_cut_right(&inside, fminf(inside.w * 0.45f, 420), CHROME_GAP);
    float rows = at == MANIKIN_SPAN ? 2 : 1;
    float h = fminf(chrome_button_h(ui), (side.h - 16 * (rows - 1)) / rows);
    chrome_cut_top(&side, (side.h - h * rows - 16 * (rows - 1)) / 2, 0);
    if (at == MANIKIN_SPAN) {
        draw_stepper(k, page, ui, chrome_cut_top(&side, h, 16));
    }
    bool done = asked->reply == MANIKIN_ANSWERED && asked->error == 0;
    ui_button(ui, chrome_cut_top(&side, h, 0),
              &(struct ui_button){.id = order->id,
                                  .label = kiosk_tr(k, order->label),
                                  .style = done ? UI_BUTTON_PLAIN : UI_BUTTON_PRIMARY,
                                  .disabled = any_waits(page)});
    char words[WORDS_MAX];
    draw_said(k, asked, ui, inside, order_words(k, page, at, words, sizeof words));
}

void manikin_draw_calibrate(const struct kiosk *k, const struct manikin *page,
                            struct ui *ui)
{
    struct ui_rect area = chrome_page(ui);
    draw_foot(k, ui, &area, "back", NULL, 0);
    bool tall = ui_portrait(ui);
    if (tall) {
        manikin_draw_live(k, page, ui, chrome_cut_top(&area, area.h * 0.25f, CHROME_GAP));
    } else if (chrome_crowding(ui) < 1.6f) {
        manikin_draw_live(k, page, ui, chrome_cut_left(&area, area.w * 0.3f, CHROME_GAP));
    }
    /* The known depth has two rows of things to touch. */
    float unit = (area.h - 2 * CHROME_GAP) / 10;
    draw_order(k, page, ui, chrome_cut_top(&area, 3 * unit, CHROME_GAP), MANIKIN_ZERO);
    draw_order(k, page, ui, chrome_cut_top(&area, 4 * unit, CHROME_GAP), MANIKIN_SPAN);
    draw_order(k, page, ui, area, MANIKIN_SAVE);
}

void manikin_say_calibrate(const struct kiosk *k, const struct manikin *page,
                           struct str *out)
{
    char words[WORDS_MAX];
    for (int i = 0; i < MANIKIN_ORDERS; i++) {
        enum manikin_order at = (enum manikin_order)i;
        say_text(k, out, orders[at].label);
        say_line(out, order_words(k, page, at, words, sizeof words));
        say_line(out, reply_text(k, &page->asked[at], words, sizeof words));
    }
}
