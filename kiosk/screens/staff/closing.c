/* SPDX-License-Identifier: MIT */
/*
 * The staff's page for the end of the day: its totals and the head of all days before it
 * as a code to be photographed, how the machine is as another one, and a proof that what
 * is counted arrives in the file.
 */
#include <string.h>

#include "base/err.h"
#include "base/log.h"
#include "screens/chrome.h"
#include "screens/code.h"
#include "screens/daily_head.h"
#include "screens/kiosk.h"
#include "screens/pages.h"
#include "screens/say.h"
#include "screens/staff/closing_words.h"
#include "screens/staff/page.h"

enum { BLOCKS_MAX = 8, WORDS_MAX = 512 };

enum proof { PROOF_NONE, PROOF_RIGHT, PROOF_WRONG };

struct closing {
    int64_t today[COUNT_KINDS];
    enum daily_head_state head;
    struct qr day, state;
    char day_text[WORDS_MAX], state_text[WORDS_MAX];
    enum proof proof;
    int64_t before, after; /* the proofs in the file, before one more and after */
    int page;
    struct ui_rect room; /* as it was drawn last */
};

/* ---- what is read ------------------------------------------------------------------ */

static void make_code(struct qr *qr, char text[WORDS_MAX], struct str *words)
{
    if (!words->text || !str_copy(text, WORDS_MAX, words->text) || !qr_make(qr, text)) {
        log_error("staff", "%s", err_text());
        *qr = (struct qr){0};
    }
    str_free(words);
}

static void make_codes(struct kiosk *k, struct closing *closing)
{
    struct str words = {0};
    bool stands = closing->head == DAILY_HEAD_STANDS;
    closing_words_day(k, closing->today, stands ? lkx_head_text(&k->daily_head.head) : "",
                      &words);
    make_code(&closing->day, closing->day_text, &words);
    closing_words_state(k, closing->today, &words);
    make_code(&closing->state, closing->state_text, &words);
}

static void enter(struct kiosk *k, void *block)
{
    struct closing *closing = block;
    int day = kiosk_moment(k).day;
    for (enum count what = 0; what < COUNT_KINDS && k->store; what++) {
        closing->today[what] = store_sum(k->store, day, what);
    }
    closing->head = daily_head_follow(k);
    make_codes(k, closing);
}

static void tick(struct kiosk *k, void *block)
{
    struct closing *closing = block;
    enum daily_head_state head = daily_head_follow(k);
    if (head != closing->head) {
        closing->head = head;
        make_codes(k, closing);
    }
}

/* ---- the proof --------------------------------------------------------------------- */

/* Through a connection of its own: not what this program remembers, but the file. */
static void prove(struct kiosk *k, struct closing *closing)
{
    int day = kiosk_moment(k).day;
    closing->proof = PROOF_WRONG;
    closing->before = k->store ? store_on_disk(k->store, day, COUNT_proof) : -1;
    if (closing->before < 0) {
        log_error("staff", "%s", k->store ? err_text() : "there is no database");
        return;
    }
    counter_add(&k->counter, kiosk_moment(k), COUNT_proof, "", 0);
    closing->after = store_on_disk(k->store, day, COUNT_proof);
    if (closing->after == closing->before + 1) {
        closing->proof = PROOF_RIGHT;
    }
}

/* ---- drawing ----------------------------------------------------------------------- */

/* What the blocks borrow. */
struct shown {
    struct code day, state;
    struct ui_button button;
    char proof[WORDS_MAX];
    struct pages_block blocks[BLOCKS_MAX];
    size_t count;
    struct pages pages;
};

static void put_heading(const struct kiosk *k, struct ui *ui, struct shown *shown,
                        const char *key)
{
    shown->blocks[shown->count++] = (struct pages_block){.text = kiosk_tr(k, key),
                                                         .type = chrome_heading(ui),
                                                         .color = UI_TEXT,
                                                         .gap = CHROME_GAP,
                                                         .with_next = true};
}

static void put_code(const struct kiosk *k, struct shown *shown, struct code *code,
                     const struct qr *qr, const char *key)
{
    *code =
        (struct code){.qr = qr, .lines = {{kiosk_tr(k, key), UI_BODY, UI_TEXT, false}}};
    if (qr->side == 0) {
        return;
    }
    shown->blocks[shown->count++] = (struct pages_block){.gap = CHROME_GAP / 2,
                                                         .height = code_h,
                                                         .draw = code_draw,
                                                         .say = code_say,
                                                         .what = code};
}

static void put_proof(const struct kiosk *k, const struct closing *closing,
                      struct shown *shown)
{
    static const char *const keys[] = {[PROOF_NONE] = "closing_proof_why",
                                       [PROOF_RIGHT] = "closing_proof_right",
                                       [PROOF_WRONG] = "closing_proof_wrong"};
    char before[24];
    char after[24];
    str_format(before, sizeof before, "%lld", (long long)closing->before);
    str_format(after, sizeof after, "%lld", (long long)closing->after);
    kiosk_fill(k, shown->proof, sizeof shown->proof, keys[closing->proof],
               (const char *const[]){"before", before, "after", after, NULL});
    shown->blocks[shown->count++] = (struct pages_block){
        .text = shown->proof,
        .type = UI_BODY,
        .color = closing->proof == PROOF_RIGHT ? UI_GOOD_WORD : UI_TEXT,
        .gap = CHROME_GAP / 2,
        .with_next = true};
    shown->button =
        (struct ui_button){.id = "prove", .label = kiosk_tr(k, "closing_prove")};
    shown->blocks[shown->count++] = pages_button(&shown->button, CHROME_GAP / 2);
}

static void lay_out(const struct kiosk *k, const struct closing *closing, struct ui *ui,
                    struct ui_rect page, struct shown *shown)
{
    shown->count = 0;
    put_heading(k, ui, shown, "closing_day");
    put_code(k, shown, &shown->day, &closing->day,
             closing->head == DAILY_HEAD_STANDS  ? "closing_day_code"
             : closing->head == DAILY_HEAD_MOVES ? "closing_day_waits"
                                                 : "closing_day_bare");
    put_heading(k, ui, shown, "closing_state");
    put_code(k, shown, &shown->state, &closing->state, "closing_state_code");
    put_heading(k, ui, shown, "closing_proof");
    put_proof(k, closing, shown);
    pages_lay_out(&shown->pages, ui, page, shown->blocks, shown->count);
}

static void draw(const struct kiosk *k, const void *block, struct ui *ui)
{
    const struct closing *closing = block;
    struct closing *seen = k->state;
    struct shown shown;
    struct ui_rect page = staff_page(k, ui);
    seen->room = page;
    lay_out(k, closing, ui, page, &shown);
    pages_draw(&shown.pages, ui, k->texts[k->lang], closing->page);
}

static void say(const struct kiosk *k, const void *block, struct str *out)
{
    const struct closing *closing = block;
    struct shown shown;
    if (closing->room.w > 0) {
        lay_out(k, closing, k->ui, closing->room, &shown);
        pages_say(&shown.pages, closing->page, out);
    }
}

static void input(struct kiosk *k, void *block, const struct ui_event *event)
{
    struct closing *closing = block;
    if (ui_tapped(event, "back")) {
        kiosk_go(k, SCREEN_staff_desk);
    } else if (ui_tapped(event, "prove")) {
        prove(k, closing);
    } else {
        pages_touched(event, &closing->page);
    }
}

const struct screen screen_staff_closing = {
    .name = "staff",
    .theme = UI_LIGHT,
    .state_size = sizeof(struct closing),
    .needs_pin = true,
    .desk_id = "closing",
    .desk_button = "closing_title",
    .quiet_s = STAFF_QUIET_S,
    .enter = enter,
    .input = input,
    .tick = tick,
    .draw = draw,
    .say = say,
};
