/* SPDX-License-Identifier: MIT */
/*
 * What staff see while a manikin is taught: few words, to be read from the floor beside
 * the chest.
 */
#include <math.h>

#include "base/str.h"
#include "screens/chrome.h"
#include "screens/kiosk.h"
#include "screens/names.h"
#include "screens/say.h"
#include "screens/staff/manikin.h"

enum { WORDS_MAX = 320 + NAMES_MAX, COLUMN_MAX = 96 };

/* The figure's arms go down so far with a full press. */
static const float FIGURE_MM = 55;

void manikin_draw_foot(const struct kiosk *k, struct ui *ui, struct ui_rect *area,
                       const char *back_key, const struct ui_button *actions,
                       size_t count)
{
    struct ui_button back = {.id = "back", .style = UI_BUTTON_QUIET, .icon = ICON_BACK};
    struct chrome_bar bar = {.chips = true, .actions = actions, .action_count = count};
    if (back_key) {
        back.label = kiosk_tr(k, back_key);
        bar.back = &back;
    }
    chrome_bar(k, ui, area, &bar);
}

/* No dragging. */
void manikin_draw_stepper(const struct manikin_stepper *stepper, struct ui *ui,
                          struct ui_rect rect)
{
    static const enum ui_type types[] = {UI_HEADING, UI_STRONG, UI_SMALL};

    char text[48];
    str_format(text, sizeof text, "%d %s", stepper->depth_mm,
               kiosk_tr(stepper->k, "unit_mm"));
    float side = fminf(fmaxf(rect.h, 104), rect.w * 0.27f);
    struct ui_rect less = chrome_cut_left(&rect, side, 16);
    struct ui_rect more = chrome_cut_right(&rect, side, 16);
    ui_button(ui, less,
              &(struct ui_button){.id = stepper->less,
                                  .label = "−",
                                  .style = UI_BUTTON_PRIMARY,
                                  .disabled = !stepper->may_less});
    ui_button(ui, more,
              &(struct ui_button){.id = stepper->more,
                                  .label = "+",
                                  .style = UI_BUTTON_PRIMARY,
                                  .disabled = !stepper->may_more});
    ui_text_middle(ui, rect, chrome_fit(ui, rect, types, 3, text), UI_TEXT, UI_CENTER,
                   text);
}

/* Of the one depth. */
struct manikin_stepper manikin_one_depth(const struct kiosk *k,
                                         const struct manikin *page)
{
    return (struct manikin_stepper){
        .k = k,
        .depth_mm = page->depth_mm,
        .less = "less",
        .more = "more",
        .may_less = page->depth_mm - MANIKIN_STEP_MM >= LINK_FULL_MIN_MM,
        .may_more = page->depth_mm + MANIKIN_STEP_MM <= LINK_FULL_MAX_MM};
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

static struct pages_block title_block(const struct ui *ui, const char *title)
{
    struct pages_block block = manikin_text(title, chrome_heading(ui), UI_TEXT);
    block.with_next = true;
    return block;
}

/* ---- the wizard -------------------------------------------------------------------- */

void manikin_draw_ask(const struct kiosk *k, const struct manikin *page, struct ui *ui)
{
    struct ui_rect area = chrome_page(ui);
    struct ui_button next[] = {
        {.id = "learn-three", .label = kiosk_tr(k, "manikin_three")},
        {.id = "learn-now",
         .label = kiosk_tr(k, "manikin_learn_start"),
         .style = UI_BUTTON_NEXT,
         .icon = ICON_NEXT},
    };
    manikin_draw_foot(k, ui, &area, "manikin_cancel", next, 2);
    struct manikin_stepper stepper = manikin_one_depth(k, page);
    if (manikin_is_paged(ui)) {
        struct pages_block blocks[] = {
            title_block(ui, kiosk_tr(k, "manikin_ask")),
            manikin_stepper_block(&stepper),
            manikin_text(kiosk_tr(k, "manikin_ask_words"), UI_BODY, UI_QUIET),
        };
        manikin_draw_pages(k, page, ui, area, blocks, sizeof blocks / sizeof *blocks);
        return;
    }
    ui_card(ui, area, UI_CARD);
    struct ui_rect inside = chrome_inset(area, 2 * CHROME_PAD);
    float stepper_h = fmaxf(chrome_button_h(ui), 128);
    draw_words(ui, &inside, stepper_h, true, kiosk_tr(k, "manikin_ask"),
               kiosk_tr(k, "manikin_ask_words"));
    struct ui_rect rect = chrome_cut_top(&inside, stepper_h, 0);
    rect.w = fminf(rect.w, MANIKIN_STEPPER_W);
    manikin_draw_stepper(&stepper, ui, rect);
}

/* Three depths below each other: the least deep first, as they are pressed. */
void manikin_draw_ask_three(const struct kiosk *k, const struct manikin *page,
                            struct ui *ui)
{
    static const char *const ids[LINK_LEARN_DEPTHS][2] = {
        {"less-1", "more-1"}, {"less-2", "more-2"}, {"less-3", "more-3"}};

    struct ui_rect area = chrome_page(ui);
    struct ui_button start = {.id = "learn-now",
                              .label = kiosk_tr(k, "manikin_learn_start"),
                              .style = UI_BUTTON_NEXT,
                              .icon = ICON_NEXT};
    manikin_draw_foot(k, ui, &area, "manikin_cancel", &start, 1);
    struct manikin_stepper steppers[LINK_LEARN_DEPTHS];
    for (int i = 0; i < LINK_LEARN_DEPTHS; i++) {
        steppers[i] = (struct manikin_stepper){
            .k = k,
            .depth_mm = page->depths_mm[i],
            .less = ids[i][0],
            .more = ids[i][1],
            .may_less = manikin_may_change(page, i, -MANIKIN_STEP_MM),
            .may_more = manikin_may_change(page, i, MANIKIN_STEP_MM)};
    }
    if (manikin_is_paged(ui)) {
        struct pages_block blocks[2 + LINK_LEARN_DEPTHS];
        size_t count = 0;
        blocks[count++] = title_block(ui, kiosk_tr(k, "manikin_ask_three"));
        for (int i = 0; i < LINK_LEARN_DEPTHS; i++) {
            blocks[count++] = manikin_stepper_block(&steppers[i]);
        }
        blocks[count++] =
            manikin_text(kiosk_tr(k, "manikin_ask_three_words"), UI_BODY, UI_QUIET);
        manikin_draw_pages(k, page, ui, area, blocks, count);
        return;
    }
    ui_card(ui, area, UI_CARD);
    struct ui_rect inside = chrome_inset(area, 2 * CHROME_PAD);
    float gap = 16;
    float row_h = fminf(fmaxf(chrome_button_h(ui), 104), inside.h * 0.2f);
    float rows_h = LINK_LEARN_DEPTHS * row_h + (LINK_LEARN_DEPTHS - 1) * gap;
    draw_words(ui, &inside, rows_h, true, kiosk_tr(k, "manikin_ask_three"),
               kiosk_tr(k, "manikin_ask_three_words"));
    for (int i = 0; i < LINK_LEARN_DEPTHS; i++) {
        struct ui_rect row = chrome_cut_top(&inside, row_h, gap);
        row.w = fminf(row.w, MANIKIN_STEPPER_W);
        manikin_draw_stepper(&steppers[i], ui, row);
    }
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
        [LINK_REASON_ORDER] = "manikin_why_order",
        [LINK_REASON_SAME] = "manikin_why_same",
        [LINK_REASON_NOISY] = "manikin_why_noisy",
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

/* Of a step that is going on; see learn_words(). */
static const char *step_words(const struct kiosk *k, const struct link_status *status,
                              char *words, char *title)
{
    char depth[16];
    bool press = status->step == LINK_STEP_PRESS;
    if (status->presses > 1) {
        str_format(depth, sizeof depth, "%.0f", status->press_mm);
        str_copy(words, WORDS_MAX, kiosk_tr(k, "manikin_press_to_words"));
        return kiosk_fill(k, title, WORDS_MAX, "manikin_press_to",
                          (const char *const[]){"n", depth, NULL});
    }
    str_copy(words, WORDS_MAX,
             kiosk_tr(k, press ? "manikin_press_words" : "manikin_hands_off_words"));
    return kiosk_tr(k, press ? "manikin_press" : "manikin_hands_off");
}

/* What a step says: its title, perhaps in `title`, and the words below it in `words`
 * (WORDS_MAX bytes each). */
static const char *learn_words(const struct kiosk *k, const struct manikin *page,
                               const struct link_status *status, char *words, char *title)
{
    char column[COLUMN_MAX];
    char port[NAMES_MAX];
    bool is_force = (status->doubts & CPR_TRUST_FORCE) != 0;
    switch (outcome_of(page, status)) {
    case OUTCOME_LEARNT:
        manikin_column(k, status, column, sizeof column);
        names_end(status->port, port);
        kiosk_fill(k, words, WORDS_MAX,
                   is_force ? "manikin_learnt_force" : "manikin_learnt_words",
                   (const char *const[]){"column", column, "port", port, NULL});
        return kiosk_tr(k, "manikin_learnt");
    case OUTCOME_FAILED:
        str_copy(words, WORDS_MAX, kiosk_tr(k, reason_key(page, status)));
        return kiosk_tr(k, "manikin_not_learnt");
    case OUTCOME_OPEN: break;
    }
    return step_words(k, status, words, title);
}

void manikin_draw_progress(struct ui *ui, struct ui_rect rect, float share,
                           enum ui_color color)
{
    ui_fill(ui, rect, rect.h / 2, UI_TRACK);
    if (share > 0) {
        float w = fmaxf(rect.w * share, rect.h);
        ui_fill(ui, (struct ui_rect){rect.x, rect.y, w, rect.h}, rect.h / 2, color);
    }
}

/* "Step 2 of 4"; returns the number of steps. */
static int step_text(const struct kiosk *k, const struct manikin *page,
                     const struct link_status *status, char *out)
{
    char at[8];
    char of[8];
    int steps = 1 + (page->three ? LINK_LEARN_DEPTHS : 1);
    str_format(at, sizeof at, "%d", 1 + status->press);
    str_format(of, sizeof of, "%d", steps);
    kiosk_fill(k, out, WORDS_MAX, "manikin_step",
               (const char *const[]){"n", at, "of", of, NULL});
    return steps;
}

/* Large text: what to do, the bar that answers, and what else there is to be said. */
static void draw_on_pages(const struct kiosk *k, const struct manikin *page,
                          struct ui *ui, struct ui_rect area,
                          const struct link_status *status)
{
    char step[WORDS_MAX];
    char words[WORDS_MAX];
    char filled[WORDS_MAX];
    struct pages_block blocks[4];
    size_t count = 0;
    enum outcome outcome = outcome_of(page, status);
    bool press = status->step == LINK_STEP_PRESS;
    struct manikin_shown shown = {k, page};
    struct manikin_bars bars = {status->press, step_text(k, page, status, step),
                                (float)status->step_share, press ? UI_GOOD : UI_BRAND};
    blocks[count++] = title_block(ui, learn_words(k, page, status, words, filled));
    if (outcome == OUTCOME_OPEN) {
        blocks[count++] = manikin_bars_block(&bars);
    }
    blocks[count++] = manikin_text(words, UI_BODY, UI_TEXT);
    if (outcome == OUTCOME_OPEN) {
        blocks[count++] = manikin_text(step, UI_BODY, UI_QUIET);
    } else if (outcome == OUTCOME_LEARNT) {
        blocks[count++] = manikin_live_block(&shown);
    }
    manikin_draw_pages(k, page, ui, area, blocks, count);
}

/* Hands off, or the press: which step, what to do, and the bar that answers. */
static void draw_step(const struct kiosk *k, const struct manikin *page, struct ui *ui,
                      struct ui_rect area, const struct link_status *status)
{
    bool press = status->step == LINK_STEP_PRESS;
    float share = (float)status->step_share;
    ui_card(ui, area, UI_CARD);
    struct ui_rect inside = chrome_inset(area, 2 * CHROME_PAD);
    if (press) {
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
    int steps = step_text(k, page, status, step);
    float step_h = ui_line_height(ui, UI_BODY);
    ui_text(ui, chrome_cut_top(&inside, step_h, 8), UI_BODY, UI_QUIET, UI_LEFT, step);
    ui_steps(ui, chrome_cut_top(&inside, 16, CHROME_GAP), status->press, steps);
    float bar_h = 64;
    char words[WORDS_MAX];
    char filled[WORDS_MAX];
    const char *title = learn_words(k, page, status, words, filled);
    draw_words(ui, &inside, bar_h, true, title, words);
    manikin_draw_progress(ui, chrome_cut_top(&inside, bar_h, 0), share,
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
    char filled[WORDS_MAX];
    const char *title = learn_words(k, page, status, words, filled);
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
    char filled[WORDS_MAX];
    const char *title = learn_words(k, page, status, words, filled);
    draw_words(ui, &inside, 0, false, title, words);
}

static void draw_outcome(const struct kiosk *k, const struct manikin *page, struct ui *ui,
                         struct ui_rect area, const struct link_status *status)
{
    switch (outcome_of(page, status)) {
    case OUTCOME_LEARNT: draw_done(k, page, ui, area, status); break;
    case OUTCOME_FAILED: draw_failed(k, page, ui, area, status); break;
    case OUTCOME_OPEN: draw_step(k, page, ui, area, status); break;
    }
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
    case OUTCOME_LEARNT: manikin_draw_foot(k, ui, &area, NULL, done, 2); break;
    case OUTCOME_FAILED:
        manikin_draw_foot(k, ui, &area, "manikin_cancel", &again, 1);
        break;
    case OUTCOME_OPEN: manikin_draw_foot(k, ui, &area, "manikin_cancel", NULL, 0); break;
    }
    if (manikin_is_paged(ui)) {
        draw_on_pages(k, page, ui, area, &status);
    } else {
        draw_outcome(k, page, ui, area, &status);
    }
}

void manikin_say_ask(const struct kiosk *k, const struct manikin *page, struct str *out)
{
    (void)page;
    say_text(k, out, "manikin_ask");
    say_text(k, out, "manikin_ask_words");
}

void manikin_say_ask_three(const struct kiosk *k, const struct manikin *page,
                           struct str *out)
{
    (void)page;
    say_text(k, out, "manikin_ask_three");
    say_text(k, out, "manikin_ask_three_words");
}

void manikin_say_learn(const struct kiosk *k, const struct manikin *page, struct str *out)
{
    char words[WORDS_MAX];
    char filled[WORDS_MAX];
    struct link_status status = manikin_status(k, page);
    say_line(out, learn_words(k, page, &status, words, filled));
    say_line(out, words);
}
