/* SPDX-License-Identifier: MIT */
#include "screens/cards/question.h"

#include <math.h>

#include "screens/chrome.h"
#include "screens/kiosk.h"
#include "screens/pages.h"
#include "screens/say.h"

enum { ID_SIZE = 32 };

#define OPTION_PAD   20.0f /* above and below the words */
#define OPTION_H     92.0f
#define TIGHT_H      80.0f /* 20 mm of touch */
#define OPTION_H_MAX 128.0f
#define GAP          22.0f
#define TIGHT_GAP    14.0f
#define BADGE_R      31.0f
#define BADGE_X      30.0f /* from the edge to the badge */

int question_touched(const struct lesson_card *card, const struct ui_event *event)
{
    char id[ID_SIZE];
    for (int i = 1; i <= (int)card->option_count; i++) {
        str_format(id, sizeof id, "option-%d", i);
        if (ui_tapped(event, id)) {
            return i;
        }
    }
    return 0;
}

/* ---- the reason -------------------------------------------------------------------- */

struct reason {
    bool right;
    const char *head;
    const char *why;
    char source[CARD_NOTE_MAX];
};

static struct reason reason_of(const struct kiosk *k, const struct lesson_card *card,
                               const struct question *question)
{
    struct reason reason = {.right = question->right,
                            .head = kiosk_tr(k, question->answer_key),
                            .why = question->why ? question->why : card->why};
    if (reason.why == card->why) {
        card_source(k, card, reason.source);
    } else {
        reason.source[0] = '\0'; /* it is the source of the card's own reason */
    }
    return reason;
}

static float reason_h(struct ui *ui, float w, const struct reason *reason)
{
    float inner = w - 2 * CHROME_PAD;
    return 48 + chrome_text_h(ui, inner, UI_STRONG, reason->head) +
           chrome_text_h(ui, inner, UI_BODY, reason->why) +
           chrome_text_h(ui, inner, UI_SMALL, reason->source);
}

/* Of the highest reason that the card can come to tell, so that its place stays. */
static float highest_reason_h(const struct kiosk *k, struct ui *ui, float w,
                              const struct lesson_card *card, const struct reason *now)
{
    float h = reason_h(ui, w, now);
    struct reason other = {.head = kiosk_tr(k, "answer_other"), .why = card->why};
    card_source(k, card, other.source);
    h = fmaxf(h, reason_h(ui, w, &other));
    other.source[0] = '\0';
    other.head = kiosk_tr(k, "answer_not_this");
    for (size_t i = 0; i < card->option_count; i++) {
        other.why = card->option_whys[i];
        h = *other.why ? fmaxf(h, reason_h(ui, w, &other)) : h;
    }
    return h;
}

static void draw_reason(struct ui *ui, struct ui_rect rect, const struct reason *reason)
{
    ui_fill(ui, rect, CHROME_RADIUS, reason->right ? UI_TINT_GREEN : UI_CHANGE_TINT);
    struct ui_rect inside = {rect.x + CHROME_PAD, rect.y + 24, rect.w - 2 * CHROME_PAD,
                             fmaxf(rect.h - 48, 0)};
    float head = chrome_text_h(ui, inside.w, UI_STRONG, reason->head);
    float why = chrome_text_h(ui, inside.w, UI_BODY, reason->why);
    ui_text(ui, chrome_cut_top(&inside, head, 0), UI_STRONG,
            reason->right ? UI_GOOD_WORD : UI_INK_AMBER, UI_LEFT, reason->head);
    ui_text(ui, chrome_cut_top(&inside, why, 0), UI_BODY, UI_TEXT, UI_LEFT, reason->why);
    ui_text(ui, inside, UI_SMALL, UI_QUIET, UI_LEFT, reason->source);
}

/* ---- an option --------------------------------------------------------------------- */

static float badge_w(const struct ui *ui)
{
    return 2 * BADGE_R * ui_text_scale(ui);
}

static float option_h(struct ui *ui, float w, const char *words)
{
    float text_w = w - BADGE_X - badge_w(ui) - CHROME_GAP - 24;
    return fmaxf(OPTION_H, chrome_text_h(ui, text_w, UI_OPTION, words) + 2 * OPTION_PAD);
}

static bool is_judged(enum question_look look)
{
    return look == QUESTION_RIGHT || look == QUESTION_OTHER;
}

static void draw_badge(struct ui *ui, struct ui_rect rect,
                       const struct question_option *option)
{
    static const enum ui_color grounds[] = {UI_TINT_GREEN, UI_NEXT, UI_GOOD,
                                            UI_TINT_AMBER, UI_TINT_SLATE};

    static const enum ui_color inks[] = {UI_GOOD_WORD, UI_ON_NEXT, UI_ON_BRAND,
                                         UI_INK_AMBER, UI_QUIET};

    char words[8] = "";
    float r = fminf(rect.w, rect.h) / 2;
    struct ui_point centre = {rect.x + rect.w / 2, rect.y + rect.h / 2};
    ui_disc(ui, centre, r, grounds[option->look]);
    if (option->sign && is_judged(option->look)) {
        float half = r * 0.6f;
        ui_icon(ui,
                (struct ui_rect){centre.x - half, centre.y - half, 2 * half, 2 * half},
                option->look == QUESTION_RIGHT ? ICON_TICK : ICON_CROSS_OUT,
                inks[option->look]);
    } else if (option->number > 0) {
        str_format(words, sizeof words, "%d", option->number);
        ui_text_middle(ui, rect, UI_STRONG, inks[option->look], UI_CENTER, words);
    }
}

static void draw_option(struct ui *ui, struct ui_rect rect,
                        const struct lesson_card *card,
                        const struct question_option *option, bool touchable)
{
    char id[ID_SIZE];
    bool right = option->look == QUESTION_RIGHT;
    ui_card(ui, rect, right ? UI_TINT_GREEN : UI_CARD);
    if (is_judged(option->look)) {
        ui_outline(ui, rect, CHROME_RADIUS, 5, right ? UI_GOOD : UI_CHANGE_SHAPE);
    }
    struct ui_rect inside = rect;
    chrome_cut_left(&inside, BADGE_X, 0);
    chrome_cut_right(&inside, 24, 0);
    draw_badge(ui, chrome_cut_left(&inside, badge_w(ui), CHROME_GAP), option);
    ui_text_middle(ui, inside, UI_OPTION,
                   option->look == QUESTION_UNCHOSEN ? UI_QUIET : UI_TEXT, UI_LEFT,
                   option->words);
    if (touchable) {
        str_format(id, sizeof id, "option-%d", option->index);
        ui_touch(ui, id, rect, card->options[option->index - 1]);
    }
}

/* ---- the column -------------------------------------------------------------------- */

struct layout {
    float gap;
    float text_h, hint_h, reason_h; /* 0: not there */
    size_t count;
    const struct question_option *options[LESSON_OPTIONS_MAX];
    float heights[LESSON_OPTIONS_MAX];
};

/* Height of all that is there with its gaps. */
static float layout_h(const struct layout *layout)
{
    float sum = layout->text_h + (layout->hint_h > 0 ? layout->hint_h + layout->gap : 0) +
                (layout->reason_h > 0 ? layout->reason_h + layout->gap : 0);
    for (size_t i = 0; i < layout->count; i++) {
        sum += layout->heights[i] + layout->gap;
    }
    return sum;
}

static struct layout measure(const struct kiosk *k, struct ui *ui, float w,
                             const struct lesson_card *card,
                             const struct question *question, const struct reason *reason)
{
    struct layout layout = {.count = question->count, .gap = GAP};
    layout.text_h = chrome_text_h(ui, w, chrome_heading(ui), card->text);
    layout.hint_h = chrome_text_h(ui, w, UI_BODY, question->hint);
    layout.reason_h = highest_reason_h(k, ui, w, card, reason);
    for (size_t i = 0; i < layout.count; i++) {
        layout.options[i] = &question->options[i];
        layout.heights[i] = option_h(ui, w, question->options[i].words);
    }
    return layout;
}

/* A little less air, for all to stay where it is. */
static void tighten(struct layout *layout)
{
    layout->gap = TIGHT_GAP;
    for (size_t i = 0; i < layout->count; i++) {
        float spare = 2 * OPTION_PAD * 0.6f;
        layout->heights[i] = fmaxf(layout->heights[i] - spare, TIGHT_H);
    }
}

static void leave_out_unchosen(struct layout *layout)
{
    size_t kept = 0;
    for (size_t i = 0; i < layout->count; i++) {
        if (layout->options[i]->look != QUESTION_UNCHOSEN) {
            layout->options[kept] = layout->options[i];
            layout->heights[kept++] = layout->heights[i];
        }
    }
    layout->count = kept;
}

/* The reason has its place from the start, so that nothing moves when it comes; where
 * that is too much, it takes the place of what an open question alone shows: with
 * `aside`, of answers that were neither chosen nor right too. `told_h` 0: it is open.
 * Returns whether all has room then. */
static bool fit(struct layout *layout, float room, float told_h, bool aside)
{
    if (layout_h(layout) > room) {
        tighten(layout);
    }
    if (layout_h(layout) > room) {
        layout->hint_h = told_h > 0 ? 0 : layout->hint_h;
        layout->reason_h = told_h;
    }
    if (layout_h(layout) > room && told_h > 0 && aside) {
        leave_out_unchosen(layout);
        layout->text_h = layout_h(layout) > room ? 0 : layout->text_h;
    }
    float sum = layout_h(layout);
    if (sum > room) {
        return false;
    }
    float grow = (room - sum) / (float)(layout->count + 1);
    for (size_t i = 0; i < layout->count; i++) {
        if (layout->heights[i] < OPTION_H_MAX) {
            layout->heights[i] = fminf(layout->heights[i] + grow, OPTION_H_MAX);
        }
    }
    return true;
}

static void draw_whole(struct ui *ui, struct ui_rect rect, const struct lesson_card *card,
                       const struct question *question, const struct reason *reason,
                       const struct layout *layout)
{
    if (layout->text_h > 0) {
        ui_text(ui, chrome_cut_top(&rect, layout->text_h, layout->gap),
                chrome_heading(ui), UI_TEXT, UI_LEFT, card->text);
    }
    if (layout->hint_h > 0) {
        struct ui_rect hint = chrome_cut_top(&rect, layout->hint_h, layout->gap);
        if (!question->checked) {
            ui_text(ui, hint, UI_BODY, UI_INK_GREEN, UI_LEFT, question->hint);
        }
    }
    for (size_t i = 0; i < layout->count; i++) {
        draw_option(ui, chrome_cut_top(&rect, layout->heights[i], layout->gap), card,
                    layout->options[i], !question->checked);
    }
    if (question->checked) {
        draw_reason(ui, chrome_cut_top(&rect, reason_h(ui, rect.w, reason), 0), reason);
    }
}

/* ---- the column on pages ----------------------------------------------------------- */

/* What draws one option as a block. */
struct option_block {
    const struct lesson_card *card;
    const struct question_option *option;
    bool touchable;
};

static float block_h(const void *what, struct ui *ui, float w)
{
    const struct option_block *block = what;
    return option_h(ui, w, block->option->words);
}

static void block_draw(const void *what, struct ui *ui, struct ui_rect rect)
{
    const struct option_block *block = what;
    draw_option(ui, rect, block->card, block->option, block->touchable);
}

static void block_say(const void *what, struct str *out)
{
    say_line(out, ((const struct option_block *)what)->option->words);
}

enum { BLOCKS_MAX = 5 + LESSON_OPTIONS_MAX };

/* The blocks of a card as they are gathered. */
struct column {
    const struct lesson_card *card;
    const struct question *question;
    struct option_block options[LESSON_OPTIONS_MAX];
    struct pages_block blocks[BLOCKS_MAX];
    size_t option_count, count;
};

static void add_options(struct column *column, enum question_look first,
                        enum question_look last)
{
    const struct question *question = column->question;
    for (size_t i = 0; i < question->count; i++) {
        const struct question_option *option = &question->options[i];
        if (option->look < first || option->look > last) {
            continue;
        }
        struct option_block *block = &column->options[column->option_count++];
        *block = (struct option_block){column->card, option, !question->checked};
        column->blocks[column->count++] = (struct pages_block){.height = block_h,
                                                               .draw = block_draw,
                                                               .say = block_say,
                                                               .what = block,
                                                               .gap = TIGHT_GAP};
    }
}

static void add_words(struct column *column, const char *text, enum ui_type type,
                      enum ui_color color, float gap)
{
    column->blocks[column->count++] =
        (struct pages_block){.text = text, .type = type, .color = color, .gap = gap};
}

/* What was right and what was chosen stand under the words that point at them. */
static void add_reason(struct column *column, const struct reason *reason)
{
    enum ui_color color = reason->right ? UI_GOOD_WORD : UI_INK_AMBER;
    add_words(column, reason->head, UI_STRONG, color, TIGHT_GAP);
    column->blocks[column->count - 1].with_next = true;
    if (column->question->options[0].sign) {
        add_options(column, QUESTION_RIGHT, QUESTION_RIGHT);
        add_options(column, QUESTION_OTHER, QUESTION_OTHER);
    }
    add_words(column, reason->why, UI_BODY, UI_TEXT, TIGHT_GAP);
    add_words(column, reason->source, UI_SMALL, UI_QUIET, 0);
}

static void draw_on_pages(const struct kiosk *k, struct ui *ui, struct ui_rect rect,
                          const struct lesson_card *card, const struct question *question,
                          const struct reason *reason, int page)
{
    struct column column = {.card = card, .question = question};
    struct pages pages;
    if (question->checked) {
        add_reason(&column, reason);
    }
    add_words(&column, card->text, chrome_heading(ui), UI_TEXT, CHROME_GAP);
    column.blocks[column.count - 1].with_next = true;
    if (!question->checked) {
        add_words(&column, question->hint, UI_BODY, UI_INK_GREEN, TIGHT_GAP);
    }
    add_options(&column, column.option_count > 0 ? QUESTION_UNCHOSEN : QUESTION_OPEN,
                QUESTION_UNCHOSEN);
    pages_lay_out(&pages, ui, rect, column.blocks, column.count);
    pages_draw(&pages, ui, k->texts[k->lang], pages_heard(&pages, ui_spoken(ui), page));
}

void question_draw(const struct kiosk *k, struct ui *ui, struct ui_rect rect,
                   const struct lesson_card *card, const struct question *question,
                   int page)
{
    struct reason reason = reason_of(k, card, question);
    struct layout layout = measure(k, ui, rect.w, card, question, &reason);
    float told_h = question->checked ? reason_h(ui, rect.w, &reason) : 0;
    /* On one page at the usual size, as authors see it; in large text nothing is left
     * out that stands there at the usual size. */
    if (fit(&layout, rect.h, told_h, ui_text_scale(ui) <= 1)) {
        draw_whole(ui, rect, card, question, &reason, &layout);
    } else {
        draw_on_pages(k, ui, rect, card, question, &reason, page);
    }
}

static void say_right(const struct question *question, struct str *out)
{
    for (size_t i = 0; i < question->count; i++) {
        const struct question_option *option = &question->options[i];
        /* A choice has one that is right; an order, or pairs, stand as they should be. */
        if (!option->sign || option->look == QUESTION_RIGHT) {
            say_line(out, option->words);
        }
    }
}

void question_say(const struct kiosk *k, const struct lesson_card *card, struct str *out,
                  const struct question *question)
{
    if (question->checked) {
        say_line(out, kiosk_tr(k, question->answer_key));
        if (!question->right && !question->not_this) { /* who hears sees no tick */
            say_right(question, out);
        }
        say_line(out, question->why ? question->why : card->why);
        return;
    }
    say_line(out, card->text);
    say_line(out, question->hint);
    for (size_t i = 0; i < question->count; i++) {
        say_line(out, question->options[i].words);
    }
}
