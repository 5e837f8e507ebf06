/* SPDX-License-Identifier: MIT */
/*
 * Plays the cards of a lesson: a picture on the left (above, in portrait), few words and
 * large things to touch on the right.
 */
#include "lesson/lesson.h"

#include <math.h>
#include <string.h>

#include "base/str.h"
#include "screens/chrome.h"
#include "screens/kiosk.h"
#include "screens/question.h"

enum { WORDS_MAX = 192, ID_SIZE = 32 };

#define COLUMN_MAX 1300.0f /* longer lines tire the eye */
#define BADGE      120.0f

struct state {
    int step; /* of the card that `question` belongs to */
    struct question question;
};

static bool is_run(const struct lesson_card *card)
{
    return card->kind == CARD_practice || card->kind == CARD_test;
}

/* ---- what the visitor does --------------------------------------------------------- */

static void tick(struct kiosk *k, void *block)
{
    struct state *state = block;
    const struct lesson_card *card = k->lesson ? lesson_card(k->lesson) : NULL;
    if (card && card->step != state->step) {
        *state = (struct state){.step = card->step};
    }
}

static void go_on(struct kiosk *k, const struct question *question)
{
    struct lesson_answer answer = {.choice = question->choice};
    memcpy(answer.order, question->order, sizeof answer.order);
    lesson_answer(k->lesson, &answer);
}

static void tap_next(struct kiosk *k, const struct lesson_card *card,
                     struct question *question)
{
    if (is_run(card)) {
        kiosk_start_run(k, card->kind == CARD_test ? RUN_TEST : RUN_PRACTICE,
                        card->seconds, card->guideline,
                        card->breaths ? CPR_THIRTY_TWO : CPR_COMPRESSION_ONLY, true);
    } else if (!question_is(card) || question->checked) {
        go_on(k, question);
    } else if (question_ready(card, question)) {
        question->checked = true;
    }
}

static void card_input(struct kiosk *k, const struct lesson_card *card,
                       struct question *question, const struct ui_event *event)
{
    char id[ID_SIZE];
    for (size_t i = 0; i < card->option_count; i++) {
        str_format(id, sizeof id, "option-%zu", i + 1);
        if (ui_tapped(event, id)) {
            kiosk_choice(k);
            question_tap(card, question, (int)i + 1);
        }
    }
    if (ui_tapped(event, "next")) {
        kiosk_choice(k);
        tap_next(k, card, question);
    } else if (ui_tapped(event, "skip") && is_run(card)) {
        kiosk_choice(k);
        go_on(k, question); /* a run that was not measured */
    }
}

static void input(struct kiosk *k, void *block, const struct ui_event *event)
{
    struct state *state = block;
    bool escape = event->kind == UI_EVENT_KEY && str_equal(event->key, "escape");
    const struct lesson_card *card = k->lesson ? lesson_card(k->lesson) : NULL;
    if (ui_tapped(event, "home") || escape) {
        kiosk_choice(k);
        kiosk_go(k, SCREEN_home);
    } else if (ui_tapped(event, "test")) {
        kiosk_start_run(k, RUN_TEST, k->settings.test_s, NULL, k->mode, false);
    } else if (card && card->step == state->step) {
        card_input(k, card, &state->question, event);
    }
}

/* ---- cards with few words ---------------------------------------------------------- */

/* Centred in the height: show, praise, practice, test, the end. Any may be "". */
struct words {
    enum icon icon;
    const char *title;
    const char *text;
    const char *value;
    const char *note;
};

static void draw_badge(struct ui *ui, struct ui_rect rect, enum icon icon)
{
    float r = rect.h / 2;
    struct ui_rect square = {rect.x, rect.y, rect.h, rect.h};
    ui_disc(ui, (struct ui_point){rect.x + r, rect.y + r}, r, UI_GOOD);
    ui_icon(ui, chrome_inset(square, r * 0.42f), icon, UI_ON_BRAND);
}

static void draw_words(struct ui *ui, struct ui_rect rect, const struct words *words)
{
    struct {
        const char *text;
        enum ui_type type;
        enum ui_color color;
    } const lines[] = {
        {words->title, UI_TITLE, UI_TEXT},
        {words->text, chrome_heading(ui), UI_TEXT},
        {words->value, UI_SCORE, UI_GOOD_WORD},
        {words->note, UI_SMALL, UI_QUIET},
    };

    enum { LINES = sizeof lines / sizeof *lines };

    float heights[LINES];
    float icon = words->icon != ICON_NONE ? BADGE : 0;
    float sum = icon > 0 ? icon + CHROME_GAP : 0;
    for (int i = 0; i < LINES; i++) {
        heights[i] = chrome_text_h(ui, rect.w, lines[i].type, lines[i].text);
        sum += heights[i] > 0 ? heights[i] + CHROME_GAP : 0;
    }
    sum -= CHROME_GAP;
    float shrink = fminf(rect.h / sum, 1);
    /* A little above the middle, where the eye expects it. */
    chrome_cut_top(&rect, (rect.h - sum * shrink) * 0.42f, 0);
    if (icon > 0) {
        draw_badge(ui, chrome_cut_top(&rect, icon * shrink, CHROME_GAP * shrink),
                   words->icon);
    }
    for (int i = 0; i < LINES; i++) {
        if (heights[i] > 0) {
            ui_text(ui, chrome_cut_top(&rect, heights[i] * shrink, CHROME_GAP * shrink),
                    lines[i].type, lines[i].color, UI_LEFT, lines[i].text);
        }
    }
}

static void draw_plain(const struct kiosk *k, struct ui *ui, struct ui_rect rect,
                       const struct lesson_card *card)
{
    char note[WORDS_MAX] = "";
    char seconds[16];
    struct words words = {ICON_NONE, "", card->text, card->value, note};
    if (*card->source) {
        kiosk_fill(k, note, sizeof note, "lesson_source",
                   (const char *const[]){"source", card->source, NULL});
    }
    if (card->kind == CARD_praise) {
        words.icon = ICON_TICK;
        words.text = *card->text ? card->text : kiosk_tr(k, "praise");
    } else if (is_run(card)) {
        str_format(seconds, sizeof seconds, "%.0f", card->seconds);
        bool test = card->kind == CARD_test;
        words.icon = ICON_HEART;
        words.text =
            *card->text ? card->text : kiosk_tr(k, test ? "run_test" : "run_practice");
        kiosk_fill(k, note, sizeof note, test ? "run_test_note" : "run_practice_note",
                   (const char *const[]){"seconds", seconds, NULL});
    }
    draw_words(ui, rect, &words);
}

/* Where in the lesson this is: the quiz has an end that is known, a script has not. */
static void draw_head(const struct kiosk *k, struct ui *ui, struct ui_rect *rect,
                      const struct lesson_card *card)
{
    char words[WORDS_MAX];
    char a[8];
    char b[8];
    struct ui_rect head = chrome_cut_top(rect, ui_line_height(ui, UI_SMALL), CHROME_GAP);
    if (card->quiz_count > 0) {
        str_format(a, sizeof a, "%d", card->quiz_index);
        str_format(b, sizeof b, "%d", card->quiz_count);
        kiosk_fill(k, words, sizeof words, "lesson_question",
                   (const char *const[]){"n", a, "of", b, NULL});
        struct ui_rect bars = chrome_cut_left(&head, head.w * 0.5f, CHROME_GAP);
        bars.y += bars.h / 2 - 7;
        bars.h = 14;
        ui_steps(ui, bars, card->quiz_index, card->quiz_count);
        ui_text_middle(ui, head, UI_SMALL, UI_QUIET, UI_RIGHT, words);
        return;
    }
    const char *title = lesson_text(k->lesson, "title");
    str_format(a, sizeof a, "%d", card->step);
    kiosk_fill(k, words, sizeof words, "lesson_step",
               (const char *const[]){"title", title ? title : "", "n", a, NULL});
    ui_text_middle(ui, head, UI_SMALL, UI_QUIET, UI_LEFT, words);
}

/* ---- the screen -------------------------------------------------------------------- */

/* Cuts the picture's place off, in portrait that share of the height; leaves a column not
 * too wide to read. */
static void draw_scene(const struct kiosk *k, struct ui *ui, struct ui_rect *page,
                       const char *name, float upright_share)
{
    /* Large text needs the room; at twice the size, all of it. */
    float crowding = chrome_crowding(ui);
    if (!*name || crowding > 1.7f) {
        float w = fminf(page->w, COLUMN_MAX * ui_text_scale(ui));
        page->x += (page->w - w) / 2;
        page->w = w;
        return;
    }
    float share = crowding > 1.3f ? 0.75f : 1;
    struct ui_rect rect =
        ui_portrait(ui)
            ? chrome_cut_top(page, page->h * upright_share * share, CHROME_GAP)
            : chrome_cut_left(page, page->w * 0.465f * share, 56);
    ui_scene(ui, rect, CHROME_RADIUS,
             &(struct scene_view){.name = name,
                                  .ground = SCENE_FULL,
                                  .seconds = (float)kiosk_screen_s(k)});
}

static void draw_card(const struct kiosk *k, struct ui *ui, struct ui_rect page,
                      const struct lesson_card *card, const struct question *question)
{
    struct ui_button home = {
        .id = "home", .label = kiosk_tr(k, "back_home"), .icon = ICON_BACK};
    struct ui_button actions[2];
    size_t count = 0;
    if (is_run(card)) {
        actions[count++] =
            (struct ui_button){.id = "skip", .label = kiosk_tr(k, "run_skip")};
    }
    /* There from the start, so that the bar stays as it is; dim while it must wait. */
    bool waits = question_is(card) && !question_ready(card, question);
    const char *key = is_run(card)                      ? "run_start"
                      : question_checks(card, question) ? "lesson_check"
                                                        : "lesson_next";
    actions[count++] = (struct ui_button){.id = "next",
                                          .label = kiosk_tr(k, key),
                                          .style = UI_BUTTON_NEXT,
                                          .icon = ICON_NEXT,
                                          .disabled = waits};
    struct chrome_bar bar = {&home, true, actions, count};
    chrome_bar(k, ui, &page, &bar);
    draw_scene(k, ui, &page, card->scene, question_is(card) ? 0.36f : 0.5f);
    draw_head(k, ui, &page, card);
    if (question_is(card)) {
        question_draw(k, ui, page, card, question);
    } else {
        draw_plain(k, ui, page, card);
    }
}

static bool is_first_aid(const struct kiosk *k)
{
    const struct catalog_item *item = catalog_find(k->catalog, k->lesson_id);
    return item && str_equal(item->info.topic, "first-aid");
}

static void draw_done(const struct kiosk *k, struct ui *ui, struct ui_rect page)
{
    char note[WORDS_MAX] = "";
    char right[8];
    char asked[8];
    const char *summary = lesson_text(k->lesson, "summary");
    struct lesson_quiz quiz = lesson_quiz(k->lesson);
    bool test = is_first_aid(k);
    struct ui_button home = {
        .id = "home", .label = kiosk_tr(k, "back_home"), .icon = ICON_BACK};
    struct ui_button action = {.id = test ? "test" : "home",
                               .label = kiosk_tr(k, test ? "done_test" : "more_lessons"),
                               .style = UI_BUTTON_NEXT,
                               .icon = ICON_NEXT};
    struct chrome_bar bar = {test ? &home : NULL, true, &action, 1};
    chrome_bar(k, ui, &page, &bar);
    if (quiz.asked > 0) {
        str_format(right, sizeof right, "%d", quiz.right);
        str_format(asked, sizeof asked, "%d", quiz.asked);
        kiosk_fill(k, note, sizeof note, "done_quiz",
                   (const char *const[]){"right", right, "asked", asked, NULL});
    }
    draw_scene(k, ui, &page, "thank-you", 0.5f);
    draw_words(ui, page,
               &(struct words){ICON_TICK, kiosk_tr(k, "done_title"),
                               summary ? summary : "", "", note});
}

static void draw_failed(const struct kiosk *k, struct ui *ui, struct ui_rect page)
{
    struct ui_button home = {.id = "home",
                             .label = kiosk_tr(k, "more_lessons"),
                             .style = UI_BUTTON_NEXT,
                             .icon = ICON_NEXT};
    struct chrome_bar bar = {NULL, true, &home, 1};
    chrome_bar(k, ui, &page, &bar);
    ui_card(ui, page, UI_CARD);
    draw_words(ui, chrome_inset(page, CHROME_PAD * 2),
               &(struct words){ICON_HEART, kiosk_tr(k, "failed_title"),
                               kiosk_tr(k, "failed_text"), "", ""});
}

static void draw(const struct kiosk *k, const void *block, struct ui *ui)
{
    const struct state *state = block;
    struct ui_rect page = chrome_page(ui);
    enum lesson_state lesson = k->lesson ? lesson_state(k->lesson) : LESSON_FAILED;
    if (lesson == LESSON_CARD) {
        draw_card(k, ui, page, lesson_card(k->lesson), &state->question);
    } else if (lesson == LESSON_DONE) {
        draw_done(k, ui, page);
    } else {
        draw_failed(k, ui, page);
    }
}

const struct screen screen_lesson = {
    .name = "lesson",
    .theme = UI_LIGHT,
    .state_size = sizeof(struct state),
    .input = input,
    .tick = tick,
    .draw = draw,
};
