/* SPDX-License-Identifier: MIT */
/*
 * Plays the cards of a lesson: a picture on the left (above, in portrait), few words and
 * large things to touch on the right.
 */
#include "lesson/lesson.h"

#include <assert.h>
#include <math.h>
#include <stdalign.h>

#include "base/str.h"
#include "screens/cards/card.h"
#include "screens/cards/words.h"
#include "screens/chrome.h"
#include "screens/kiosk.h"
#include "screens/pages.h"
#include "screens/say.h"

enum {
    WORDS_MAX = 192,
    GOES_ON = 1, /* what "next" brings as long as the card goes on on a further page */
};

#define COLUMN_MAX 1300.0f /* longer lines are hard to read */

struct state {
    int step; /* of the card that `card` belongs to */
    int page; /* where it needs more than one */
    enum card_stage stage;
    int moment; /* of the card, as its kind has it */
    alignas(max_align_t) unsigned char card[CARD_STATE_MAX]; /* the kind's own block */
};

/* ---- what the visitor does --------------------------------------------------------- */

static struct card_told told_of(const struct lesson_card *card, const void *state)
{
    const struct card_screen *screen = card_screen_of(card);
    return screen->told ? screen->told(card, state) : (struct card_told){.wrong = ""};
}

static void tick(struct kiosk *k, void *block)
{
    struct state *state = block;
    const struct lesson_card *card = k->lesson ? lesson_card(k->lesson) : NULL;
    if (card && card->step != state->step) {
        assert(card_screen_of(card)->state_size <= CARD_STATE_MAX);
        *state = (struct state){.step = card->step};
    }
    if (!card && state->step > 0) {
        *state = (struct state){0}; /* the end has pages of its own */
    }
    if (card && card_screen_of(card)->tick) {
        card_screen_of(card)->tick(k, card, state->card);
    }
    enum card_stage stage = card ? told_of(card, state->card).stage : CARD_OPEN;
    if (stage != state->stage) {
        state->stage = stage;
        state->page = 0; /* where the reason begins */
    }
    int moment = card && card_screen_of(card)->moment
                     ? card_screen_of(card)->moment(state->card)
                     : 0;
    if (moment != state->moment) {
        state->moment = moment;
        state->page = 0;
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
    } else if (pages_touched(event, &state->page)) {
        kiosk_choice(k);
    } else if (ui_tapped(event, "next") && event->value == GOES_ON) {
        state->page++;
        kiosk_choice(k);
    } else if (ui_tapped(event, "test")) {
        kiosk_start_run(k, RUN_TEST, k->settings.test_s, NULL, k->mode, false);
    } else if (card && card->step == state->step) {
        card_screen_of(card)->input(k, card, state->card, event);
    }
}

/* ---- a card ------------------------------------------------------------------------ */

/* Where in the lesson this is: the quiz has an end that is known, a script has not.
 * Returns `words` (WORDS_MAX bytes). */
static const char *head_words(const struct kiosk *k, const struct lesson_card *card,
                              char *words)
{
    char a[8];
    char b[8];
    if (card->quiz_count > 0) {
        str_format(a, sizeof a, "%d", card->quiz_index);
        str_format(b, sizeof b, "%d", card->quiz_count);
        return kiosk_fill(k, words, WORDS_MAX, "lesson_question",
                          (const char *const[]){"n", a, "of", b, NULL});
    }
    const char *title = lesson_text(k->lesson, "title");
    str_format(a, sizeof a, "%d", card->step);
    return kiosk_fill(k, words, WORDS_MAX, "lesson_step",
                      (const char *const[]){"title", title ? title : "", "n", a, NULL});
}

static void draw_head(const struct kiosk *k, struct ui *ui, struct ui_rect *rect,
                      const struct lesson_card *card)
{
    char words[WORDS_MAX];
    head_words(k, card, words);
    if (card->quiz_count == 0) {
        float h = chrome_text_h(ui, rect->w, UI_SMALL, words);
        ui_text_middle(ui, chrome_cut_top(rect, h, CHROME_GAP), UI_SMALL, UI_QUIET,
                       UI_LEFT, words);
        return;
    }
    struct ui_rect head = chrome_cut_top(rect, ui_line_height(ui, UI_SMALL), CHROME_GAP);
    float words_w = ui_measure(ui, head.w, UI_SMALL, words).w;
    float bars_w = fmaxf(fminf(head.w * 0.5f, head.w - words_w - CHROME_GAP), 0);
    struct ui_rect bars = chrome_cut_left(&head, bars_w, CHROME_GAP);
    bars.y += bars.h / 2 - 7;
    bars.h = 14;
    ui_steps(ui, bars, card->quiz_index, card->quiz_count);
    ui_text_middle(ui, head, UI_SMALL, UI_QUIET, UI_RIGHT, words);
}

static struct scene_view view_of(const struct kiosk *k, const char *name)
{
    return (struct scene_view){
        .name = name, .ground = SCENE_FULL, .seconds = (float)kiosk_screen_s(k)};
}

static struct scene_view card_view(const struct kiosk *k, const struct lesson_card *card,
                                   const void *state)
{
    struct scene_view view = view_of(k, card->scene);
    view.asked = card_screen_of(card)->told != NULL;
    card_picture(&view, told_of(card, state));
    return view;
}

/* Beside the mark on a wrong act: what it means, in words. A picture above the words is
 * low, and people stand near its corner. */
static void draw_wrong_words(const struct kiosk *k, struct ui *ui, struct ui_rect picture)
{
    const char *words = kiosk_tr(k, "lesson_wrong_act");
    enum ui_type type = ui_portrait(ui) ? UI_SMALL : UI_STRONG;
    float radius = (float)SCENE_MARK_SHARE * fminf(picture.w, picture.h);
    struct ui_size size = ui_measure(ui, picture.w - 4 * radius, type, words);
    float h = size.h + 16;
    struct ui_rect place = {picture.x + 2.8f * radius, picture.y + 1.5f * radius - h / 2,
                            size.w + 40, h};
    place.y = fmaxf(place.y, picture.y + 12);
    ui_fill(ui, place, CHROME_RADIUS, UI_CARD);
    ui_text_middle(ui, place, type, UI_TEXT, UI_CENTER, words);
}

/* Large text needs the room; at twice the size, all of it. */
static bool has_picture(const struct ui *ui, const struct scene_view *view)
{
    return *view->name && chrome_crowding(ui) <= 1.7f;
}

/* Cuts the picture's place off, in portrait that share of the height; leaves a column not
 * too wide to read. */
static void draw_scene(const struct kiosk *k, struct ui *ui, struct ui_rect *page,
                       const struct scene_view *view, float upright_share)
{
    float crowding = chrome_crowding(ui);
    if (!has_picture(ui, view)) {
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
    ui_scene(ui, rect, CHROME_RADIUS, view);
    if (view->wrong && *view->wrong) {
        draw_wrong_words(k, ui, rect);
    }
}

/* "Next" reads on first, so that nobody leaves out what they did not see. */
static void read_on_first(struct ui *ui)
{
    if (ui_find_id(ui, "page-next", NULL)) {
        ui_touch_means(ui, "next", GOES_ON, "");
    }
}

static void draw_card(const struct kiosk *k, struct ui *ui, struct ui_rect page,
                      const struct lesson_card *card, const struct state *shown)
{
    const void *state = shown->card;
    const struct card_screen *screen = card_screen_of(card);
    struct ui_button home = {
        .id = "home", .label = kiosk_tr(k, "back_home"), .icon = ICON_BACK};
    struct ui_button actions[2];
    size_t count = 0;
    bool done = screen->ready && screen->ready(card, state);
    if (screen->skip_key && !done) {
        actions[count++] =
            (struct ui_button){.id = "skip", .label = kiosk_tr(k, screen->skip_key)};
    }
    const char *key = screen->next_key ? screen->next_key(card, state) : "lesson_next";
    /* There from the start, so that the bar stays as it is; dim while it must wait. */
    actions[count++] = (struct ui_button){.id = "next",
                                          .label = kiosk_tr(k, key),
                                          .style = UI_BUTTON_NEXT,
                                          .icon = ICON_NEXT,
                                          .disabled = screen->ready && !done};
    struct chrome_bar bar = {
        .back = &home, .chips = true, .actions = actions, .action_count = count};
    chrome_bar(k, ui, &page, &bar);
    if (!screen->whole) {
        struct scene_view view = card_view(k, card, state);
        draw_scene(k, ui, &page, &view, screen->picture_share);
    }
    draw_head(k, ui, &page, card);
    screen->draw(k, ui, page, card, state, shown->page);
    read_on_first(ui);
}

/* ---- the end ----------------------------------------------------------------------- */

static bool is_first_aid(const struct kiosk *k)
{
    const struct catalog_item *item = catalog_find(k->catalog, k->lesson_id);
    return item && str_equal(item->info.topic, "first-aid");
}

/* `note` (WORDS_MAX bytes) holds how the questions went. */
static struct words done_words(const struct kiosk *k, char *note)
{
    char right[8];
    char asked[8];
    const char *summary = lesson_text(k->lesson, "summary");
    struct lesson_quiz quiz = lesson_quiz(k->lesson);
    note[0] = '\0';
    if (quiz.asked > 0) {
        str_format(right, sizeof right, "%d", quiz.right);
        str_format(asked, sizeof asked, "%d", quiz.asked);
        kiosk_fill(k, note, WORDS_MAX, "done_quiz",
                   (const char *const[]){"right", right, "asked", asked, NULL});
    }
    return (struct words){
        ICON_TICK, kiosk_tr(k, "done_title"), summary ? summary : "", "", note, ""};
}

static struct words failed_words(const struct kiosk *k)
{
    return (struct words){
        ICON_HEART, kiosk_tr(k, "failed_title"), kiosk_tr(k, "failed_text"), "", "", ""};
}

static void draw_done(const struct kiosk *k, struct ui *ui, struct ui_rect page,
                      const struct state *state)
{
    char note[WORDS_MAX];
    struct words words = done_words(k, note);
    bool test = is_first_aid(k);
    struct ui_button home = {
        .id = "home", .label = kiosk_tr(k, "back_home"), .icon = ICON_BACK};
    struct ui_button action = {.id = test ? "test" : "home",
                               .label = kiosk_tr(k, test ? "done_test" : "more_lessons"),
                               .style = UI_BUTTON_NEXT,
                               .icon = ICON_NEXT};
    struct chrome_bar bar = {.back = test ? &home : NULL,
                             .chips = true,
                             .actions = &action,
                             .action_count = 1};
    chrome_bar(k, ui, &page, &bar);
    struct scene_view view = view_of(k, "thank-you");
    draw_scene(k, ui, &page, &view, CARD_PICTURE_LARGE);
    words_draw(k, ui, page, &words, state->page);
}

static void draw_failed(const struct kiosk *k, struct ui *ui, struct ui_rect page,
                        const struct state *state)
{
    struct ui_button home = {.id = "home",
                             .label = kiosk_tr(k, "more_lessons"),
                             .style = UI_BUTTON_NEXT,
                             .icon = ICON_NEXT};
    struct chrome_bar bar = {.chips = true, .actions = &home, .action_count = 1};
    chrome_bar(k, ui, &page, &bar);
    ui_card(ui, page, UI_CARD);
    struct words words = failed_words(k);
    words_draw(k, ui, chrome_inset(page, CHROME_PAD * 2), &words, state->page);
}

/* ---- the screen -------------------------------------------------------------------- */

static void draw(const struct kiosk *k, const void *block, struct ui *ui)
{
    const struct state *state = block;
    struct ui_rect page = chrome_page(ui);
    enum lesson_state lesson = k->lesson ? lesson_state(k->lesson) : LESSON_FAILED;
    if (lesson == LESSON_CARD) {
        draw_card(k, ui, page, lesson_card(k->lesson), state);
    } else if (lesson == LESSON_DONE) {
        draw_done(k, ui, page, state);
    } else {
        draw_failed(k, ui, page, state);
    }
}

static void say(const struct kiosk *k, const void *block, struct str *out)
{
    char note[WORDS_MAX];
    const struct state *state = block;
    enum lesson_state lesson = k->lesson ? lesson_state(k->lesson) : LESSON_FAILED;
    if (lesson == LESSON_CARD) {
        const struct lesson_card *card = lesson_card(k->lesson);
        struct scene_view view = card_view(k, card, state->card);
        if (view.wrong && *view.wrong && has_picture(k->ui, &view)) {
            say_line(out, kiosk_tr(k, "lesson_wrong_act"));
        }
        card_screen_of(card)->say(k, card, state->card, out);
        say_line(out, head_words(k, card, note)); /* last: who knows it may go on */
        return;
    }
    struct words words = lesson == LESSON_DONE ? done_words(k, note) : failed_words(k);
    say_line(out, words.title);
    say_line(out, words.text);
    say_line(out, words.note);
}

const struct screen screen_lesson = {
    .name = "lesson",
    .theme = UI_LIGHT,
    .state_size = sizeof(struct state),
    .input = input,
    .tick = tick,
    .draw = draw,
    .say = say,
};
