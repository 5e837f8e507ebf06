/* SPDX-License-Identifier: MIT */
#include "screens/question.h"

#include <math.h>
#include <string.h>

#include "base/str.h"
#include "screens/chrome.h"
#include "screens/kiosk.h"

enum { WORDS_MAX = 256, ID_SIZE = 32 };

#define OPTION_PAD   20.0f /* above and below the words */
#define OPTION_H     92.0f
#define TIGHT_H      80.0f /* 20 mm of touch */
#define OPTION_H_MAX 128.0f
#define GAP          22.0f
#define TIGHT_GAP    14.0f
/* Rather than leave the question out, all is set a little smaller. */
#define LEAST_SHRINK 0.85f
#define BADGE_R      31.0f
#define BADGE_X      30.0f /* from the edge to the badge */

static bool is_choice(const struct lesson_card *card)
{
    return card->kind == CARD_ask || card->kind == CARD_myth;
}

static bool is_arranging(const struct lesson_card *card)
{
    return card->kind == CARD_order || card->kind == CARD_match;
}

bool question_is(const struct lesson_card *card)
{
    return is_choice(card) || is_arranging(card);
}

/* Where option `index` (1-based) was put, 1-based; 0: nowhere yet. */
static int place_of(const struct question *question, int index)
{
    for (int i = 0; i < question->placed; i++) {
        if (question->order[i] == index) {
            return i + 1;
        }
    }
    return 0;
}

static int right_place(const struct lesson_card *card, int index)
{
    for (size_t i = 0; i < card->option_count; i++) {
        if (card->right_order[i] == index) {
            return (int)i + 1;
        }
    }
    return 0;
}

void question_tap(const struct lesson_card *card, struct question *question, int index)
{
    if (question->checked) {
        return;
    }
    if (is_choice(card)) {
        question->choice = index;
        question->checked = true;
        return;
    }
    int place = place_of(question, index);
    if (place > 0 && place == question->placed) {
        question->placed--; /* the last one is taken back */
    } else if (place == 0) {
        question->order[question->placed++] = index;
    }
}

bool question_ready(const struct lesson_card *card, const struct question *question)
{
    return question->checked ||
           (is_arranging(card) && question->placed == (int)card->option_count);
}

bool question_checks(const struct lesson_card *card, const struct question *question)
{
    return is_arranging(card) && !question->checked;
}

/* ---- the reason -------------------------------------------------------------------- */

struct verdict {
    bool right;
    const char *head;
    const char *why;
    char source[WORDS_MAX];
};

static struct verdict verdict_of(const struct kiosk *k, const struct lesson_card *card,
                                 const struct question *question)
{
    struct verdict verdict = {.right = true, .head = "answer_right", .why = card->why};
    if (is_arranging(card)) {
        verdict.right = memcmp(question->order, card->right_order,
                               card->option_count * sizeof *question->order) == 0;
        bool order = card->kind == CARD_order;
        verdict.head = verdict.right ? "answer_right"
                       : order       ? "answer_other_order"
                                     : "answer_other_match";
    } else if (card->right == 0) {
        verdict.head = "answer_thanks"; /* a question without a right answer */
    } else if (question->choice != card->right) {
        verdict.right = false;
        verdict.head = "answer_other";
    }
    verdict.head = kiosk_tr(k, verdict.head);
    if (*card->source) {
        kiosk_fill(k, verdict.source, sizeof verdict.source, "lesson_source",
                   (const char *const[]){"source", card->source, NULL});
    }
    return verdict;
}

static float verdict_h(struct ui *ui, float w, const struct verdict *verdict)
{
    float inner = w - 2 * CHROME_PAD;
    return 48 + chrome_text_h(ui, inner, UI_STRONG, verdict->head) +
           chrome_text_h(ui, inner, UI_BODY, verdict->why) +
           chrome_text_h(ui, inner, UI_SMALL, verdict->source);
}

static void draw_verdict(struct ui *ui, struct ui_rect rect,
                         const struct verdict *verdict)
{
    ui_fill(ui, rect, CHROME_RADIUS, verdict->right ? UI_TINT_GREEN : UI_CHANGE_TINT);
    struct ui_rect inside = {rect.x + CHROME_PAD, rect.y + 24, rect.w - 2 * CHROME_PAD,
                             fmaxf(rect.h - 48, 0)};
    float head = chrome_text_h(ui, inside.w, UI_STRONG, verdict->head);
    float why = chrome_text_h(ui, inside.w, UI_BODY, verdict->why);
    float source = chrome_text_h(ui, inside.w, UI_SMALL, verdict->source);
    float shrink = fminf(inside.h / (head + why + source), 1);
    ui_text(ui, chrome_cut_top(&inside, head * shrink, 0), UI_STRONG,
            verdict->right ? UI_GOOD_WORD : UI_INK_AMBER, UI_LEFT, verdict->head);
    if (why > 0) {
        ui_text(ui, chrome_cut_top(&inside, why * shrink, 0), UI_BODY, UI_TEXT, UI_LEFT,
                verdict->why);
    }
    if (source > 0) {
        ui_text(ui, inside, UI_SMALL, UI_QUIET, UI_LEFT, verdict->source);
    }
}

/* ---- an option --------------------------------------------------------------------- */

/* How an option looks now. */
enum mood { MOOD_OPEN, MOOD_PLACED, MOOD_RIGHT, MOOD_OTHER, MOOD_ASIDE };

static enum mood mood_of(const struct lesson_card *card, const struct question *question,
                         int index)
{
    int place = place_of(question, index);
    if (is_arranging(card)) {
        return question->checked
                   ? place == right_place(card, index) ? MOOD_RIGHT : MOOD_OTHER
               : place > 0 ? MOOD_PLACED
                           : MOOD_OPEN;
    }
    if (!question->checked) {
        return MOOD_OPEN;
    }
    if (index == card->right || (card->right == 0 && index == question->choice)) {
        return MOOD_RIGHT;
    }
    return index == question->choice ? MOOD_OTHER : MOOD_ASIDE;
}

/* The option's number, or its place once it has one: the right one after the check. */
static int number_of(const struct lesson_card *card, const struct question *question,
                     int index)
{
    if (!is_arranging(card)) {
        return index;
    }
    return question->checked ? right_place(card, index) : place_of(question, index);
}

/* The option, with what it was matched to in front of it. */
static const char *words_of(char *out, const struct lesson_card *card, int number,
                            int index)
{
    bool matched = card->kind == CARD_match && number > 0;
    str_format(out, WORDS_MAX, "%s%s%s", matched ? card->prompts[number - 1] : "",
               matched ? " → " : "", card->options[index - 1]);
    return out;
}

static float badge_w(const struct ui *ui)
{
    return 2 * BADGE_R * ui_text_scale(ui);
}

static float option_h(struct ui *ui, float w, const char *words)
{
    float text_w = w - BADGE_X - badge_w(ui) - CHROME_GAP - 24;
    return fmaxf(OPTION_H, chrome_text_h(ui, text_w, UI_OPTION, words) + 2 * OPTION_PAD);
}

static void draw_badge(struct ui *ui, struct ui_rect rect, enum mood mood, int number,
                       bool choice)
{
    static const enum ui_color grounds[] = {UI_TINT_GREEN, UI_NEXT, UI_GOOD,
                                            UI_TINT_AMBER, UI_TINT_SLATE};

    static const enum ui_color inks[] = {UI_GOOD_WORD, UI_ON_NEXT, UI_ON_BRAND,
                                         UI_INK_AMBER, UI_QUIET};

    char words[8] = "";
    float r = fminf(rect.w, rect.h) / 2;
    struct ui_point centre = {rect.x + rect.w / 2, rect.y + rect.h / 2};
    ui_disc(ui, centre, r, grounds[mood]);
    if (choice && (mood == MOOD_RIGHT || mood == MOOD_OTHER)) {
        float half = r * 0.6f;
        ui_icon(ui,
                (struct ui_rect){centre.x - half, centre.y - half, 2 * half, 2 * half},
                mood == MOOD_RIGHT ? ICON_TICK : ICON_CROSS_OUT, inks[mood]);
    } else if (number > 0) {
        str_format(words, sizeof words, "%d", number);
        ui_text_middle(ui, rect, UI_STRONG, inks[mood], UI_CENTER, words);
    }
}

static void draw_option(struct ui *ui, struct ui_rect rect,
                        const struct lesson_card *card, const struct question *question,
                        int index)
{
    char words[WORDS_MAX];
    char id[ID_SIZE];
    enum mood mood = mood_of(card, question, index);
    int number = number_of(card, question, index);
    ui_card(ui, rect, mood == MOOD_RIGHT ? UI_TINT_GREEN : UI_CARD);
    if (mood == MOOD_RIGHT || mood == MOOD_OTHER) {
        ui_outline(ui, rect, CHROME_RADIUS, 5,
                   mood == MOOD_RIGHT ? UI_GOOD : UI_CHANGE_SHAPE);
    }
    struct ui_rect inside = rect;
    chrome_cut_left(&inside, BADGE_X, 0);
    chrome_cut_right(&inside, 24, 0);
    draw_badge(ui, chrome_cut_left(&inside, badge_w(ui), CHROME_GAP), mood, number,
               is_choice(card));
    ui_text_middle(ui, inside, UI_OPTION, mood == MOOD_ASIDE ? UI_QUIET : UI_TEXT,
                   UI_LEFT, words_of(words, card, number, index));
    if (!question->checked) {
        str_format(id, sizeof id, "option-%d", index);
        ui_touch(ui, id, rect, card->options[index - 1]);
    }
}

/* ---- the card ---------------------------------------------------------------------- */

/* What to do, where it is not plain from the question. */
static void hint_of(const struct kiosk *k, const struct lesson_card *card,
                    const struct question *question, char *out)
{
    out[0] = '\0';
    if (card->kind == CARD_myth) {
        str_copy(out, WORDS_MAX, kiosk_tr(k, "myth_hint"));
    } else if (card->kind == CARD_order) {
        str_copy(out, WORDS_MAX, kiosk_tr(k, "order_hint"));
    } else if (card->kind == CARD_match && question->placed < (int)card->option_count) {
        kiosk_fill(k, out, WORDS_MAX, "match_hint",
                   (const char *const[]){"left", card->prompts[question->placed], NULL});
    } else if (card->kind == CARD_match) {
        str_copy(out, WORDS_MAX, kiosk_tr(k, "match_full"));
    }
}

struct layout {
    float gap;
    char hint[WORDS_MAX];
    struct verdict verdict;
    float text_h, hint_h, why_h; /* 0: not there */
    int count;
    int options[LESSON_OPTIONS_MAX]; /* 1-based, as shown */
    float heights[LESSON_OPTIONS_MAX];
    float shrink;
};

/* Height of all that is there with its gaps. */
static float layout_h(const struct layout *layout)
{
    float sum = layout->text_h + (layout->hint_h > 0 ? layout->hint_h + layout->gap : 0) +
                (layout->why_h > 0 ? layout->why_h + layout->gap : 0);
    for (int i = 0; i < layout->count; i++) {
        sum += layout->heights[i] + layout->gap;
    }
    return sum;
}

static void leave_out_asides(struct layout *layout, const struct lesson_card *card,
                             const struct question *question)
{
    int kept = 0;
    for (int i = 0; i < layout->count; i++) {
        if (mood_of(card, question, layout->options[i]) != MOOD_ASIDE) {
            layout->options[kept] = layout->options[i];
            layout->heights[kept++] = layout->heights[i];
        }
    }
    layout->count = kept;
}

static void measure(struct layout *layout, const struct kiosk *k, struct ui *ui, float w,
                    const struct lesson_card *card, const struct question *question)
{
    char words[WORDS_MAX];
    *layout = (struct layout){.count = (int)card->option_count,
                              .gap = GAP,
                              .shrink = 1,
                              .verdict = verdict_of(k, card, question)};
    hint_of(k, card, question, layout->hint);
    layout->text_h = chrome_text_h(ui, w, chrome_heading(ui), card->text);
    layout->hint_h = chrome_text_h(ui, w, UI_BODY, layout->hint);
    layout->why_h = verdict_h(ui, w, &layout->verdict);
    bool sorted = is_arranging(card) && question->checked;
    for (int i = 0; i < layout->count; i++) {
        int index = sorted ? card->right_order[i] : i + 1;
        layout->options[i] = index;
        layout->heights[i] = option_h(
            ui, w, words_of(words, card, number_of(card, question, index), index));
    }
}

/* A little less air, for all to stay where it is. */
static void tighten(struct layout *layout)
{
    layout->gap = TIGHT_GAP;
    for (int i = 0; i < layout->count; i++) {
        float spare = 2 * OPTION_PAD * 0.6f;
        layout->heights[i] = fmaxf(layout->heights[i] - spare, TIGHT_H);
    }
}

/* The reason has its place from the start, so that nothing moves when it comes. Where
 * that is too much, the reason pushes aside what nobody chose and is not right. */
static void fit(struct layout *layout, float room, const struct lesson_card *card,
                const struct question *question)
{
    if (layout_h(layout) > room) {
        tighten(layout);
    }
    if (layout_h(layout) > room) {
        if (question->checked) {
            layout->hint_h = 0;
            if (is_choice(card)) {
                leave_out_asides(layout, card, question);
            }
        } else {
            layout->why_h = 0;
        }
    }
    if (layout_h(layout) * LEAST_SHRINK > room && question->checked) {
        layout->text_h = 0; /* it has just been answered */
    }
    float sum = layout_h(layout);
    if (sum > room) {
        layout->shrink = fmaxf(room / sum, 0.3f);
        return;
    }
    float grow = (room - sum) / (float)(layout->count + 1);
    for (int i = 0; i < layout->count; i++) {
        if (layout->heights[i] < OPTION_H_MAX) {
            layout->heights[i] = fminf(layout->heights[i] + grow, OPTION_H_MAX);
        }
    }
}

void question_draw(const struct kiosk *k, struct ui *ui, struct ui_rect rect,
                   const struct lesson_card *card, const struct question *question)
{
    struct layout layout;
    measure(&layout, k, ui, rect.w, card, question);
    fit(&layout, rect.h, card, question);
    float s = layout.shrink;
    if (layout.text_h > 0) {
        ui_text(ui, chrome_cut_top(&rect, layout.text_h * s, layout.gap * s),
                chrome_heading(ui), UI_TEXT, UI_LEFT, card->text);
    }
    if (layout.hint_h > 0) {
        struct ui_rect hint = chrome_cut_top(&rect, layout.hint_h * s, layout.gap * s);
        if (!question->checked) {
            ui_text(ui, hint, UI_BODY, UI_INK_GREEN, UI_LEFT, layout.hint);
        }
    }
    for (int i = 0; i < layout.count; i++) {
        draw_option(ui, chrome_cut_top(&rect, layout.heights[i] * s, layout.gap * s),
                    card, question, layout.options[i]);
    }
    if (question->checked) {
        draw_verdict(ui, chrome_cut_top(&rect, layout.why_h * s, 0), &layout.verdict);
    }
}
