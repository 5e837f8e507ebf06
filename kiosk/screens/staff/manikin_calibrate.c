/* SPDX-License-Identifier: MIT */
/* What staff see while one of our manikins is calibrated. */
#include <math.h>

#include "base/str.h"
#include "screens/chrome.h"
#include "screens/kiosk.h"
#include "screens/say.h"
#include "screens/staff/manikin.h"

enum { WORDS_MAX = 320, MARK_W = 54 };

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

static struct ui_button order_button(const struct kiosk *k, const struct manikin *page,
                                     enum manikin_order at)
{
    const struct manikin_asked *asked = &page->asked[at];
    bool done = asked->reply == MANIKIN_ANSWERED && asked->error == 0;
    return (struct ui_button){.id = orders[at].id,
                              .label = kiosk_tr(k, orders[at].label),
                              .style = done ? UI_BUTTON_PLAIN : UI_BUTTON_PRIMARY,
                              .disabled = any_waits(page)};
}

/* One order: what to do with the chest, the button, and what the manikin answered. */
static void draw_order(const struct kiosk *k, const struct manikin *page, struct ui *ui,
                       struct ui_rect card, enum manikin_order at)
{
    const struct manikin_asked *asked = &page->asked[at];
    ui_card(ui, card, UI_CARD);
    struct ui_rect inside = chrome_inset(card, CHROME_PAD * 0.7f);
    struct ui_rect side =
        chrome_cut_right(&inside, fminf(inside.w * 0.45f, 420), CHROME_GAP);
    float rows = at == MANIKIN_SPAN ? 2 : 1;
    float h = fminf(chrome_button_h(ui), (side.h - 16 * (rows - 1)) / rows);
    chrome_cut_top(&side, (side.h - h * rows - 16 * (rows - 1)) / 2, 0);
    if (at == MANIKIN_SPAN) {
        struct manikin_stepper stepper = manikin_one_depth(k, page);
        manikin_draw_stepper(&stepper, ui, chrome_cut_top(&side, h, 16));
    }
    struct ui_button button = order_button(k, page, at);
    ui_button(ui, chrome_cut_top(&side, h, 0), &button);
    char words[WORDS_MAX];
    draw_said(k, asked, ui, inside, order_words(k, page, at, words, sizeof words));
}

/* Large text: the depth, then one order below the other. */
static void draw_on_pages(const struct kiosk *k, const struct manikin *page,
                          struct ui *ui, struct ui_rect area)
{
    enum { BLOCKS = 2 + 3 * MANIKIN_ORDERS };

    char words[MANIKIN_ORDERS][WORDS_MAX];
    char replies[MANIKIN_ORDERS][WORDS_MAX];
    struct ui_button buttons[MANIKIN_ORDERS];
    struct pages_block blocks[BLOCKS];
    struct manikin_shown shown = {k, page};
    struct manikin_stepper stepper = manikin_one_depth(k, page);
    size_t count = 0;
    blocks[count++] = manikin_live_block(&shown);
    for (int i = 0; i < MANIKIN_ORDERS; i++) {
        enum manikin_order at = (enum manikin_order)i;
        const struct manikin_asked *asked = &page->asked[i];
        bool done = asked->reply == MANIKIN_ANSWERED && asked->error == 0;
        buttons[i] = order_button(k, page, at);
        blocks[count] =
            manikin_text(order_words(k, page, at, words[i], WORDS_MAX), UI_BODY, UI_TEXT);
        blocks[count].gap = 2 * CHROME_GAP;
        blocks[count++].with_next = true;
        if (at == MANIKIN_SPAN) {
            blocks[count++] = manikin_stepper_block(&stepper);
        }
        blocks[count++] = pages_button(&buttons[i], CHROME_GAP);
        blocks[count++] = manikin_text(reply_text(k, asked, replies[i], WORDS_MAX),
                                       UI_STRONG, done ? UI_GOOD_WORD : UI_TEXT);
    }
    manikin_draw_pages(k, page, ui, area, blocks, count);
}

void manikin_draw_calibrate(const struct kiosk *k, const struct manikin *page,
                            struct ui *ui)
{
    struct ui_rect area = chrome_page(ui);
    manikin_draw_foot(k, ui, &area, "back", NULL, 0);
    if (manikin_is_paged(ui)) {
        draw_on_pages(k, page, ui, area);
        return;
    }
    if (ui_portrait(ui)) {
        manikin_draw_live(k, page, ui, chrome_cut_top(&area, area.h * 0.25f, CHROME_GAP));
    } else {
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
