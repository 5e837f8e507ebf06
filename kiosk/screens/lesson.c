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
#include "screens/going_on.h"
#include "screens/kiosk.h"
#include "screens/lesson_end.h"
#include "screens/lesson_scene.h"
#include "screens/pages.h"
#include "screens/parting.h"
#include "screens/pinyin.h"
#include "screens/say.h"

enum {
    WORDS_MAX = 192,
    MOMENT_STEP = 1000, /* more than a lesson has cards: each moment waits by itself */
    GOES_ON = 1, /* what "next" brings as long as the card goes on on a further page */
};

#define STEP_W 26.0f /* of a step's bar with its gap, at least */

/* A card as it stands there. */
struct look {
    int step; /* of the card that `card` belongs to */
    int page; /* where it needs more than one */
    enum card_stage stage;
    int moment;  /* of the card, as its kind has it */
    bool passed; /* it is looked back at, and the visitor went past it */
    alignas(max_align_t) unsigned char card[CARD_STATE_MAX]; /* the kind's own block */
};

struct state {
    struct look now;
    bool is_back;      /* `now` is a card that was answered before */
    struct look front; /* then: what the lesson waits at */
    struct going_on wait;
    struct lesson_end end; /* behind the last card */
};

/* ---- what the visitor does --------------------------------------------------------- */

static const struct lesson_card *seen_card(const struct kiosk *k)
{
    struct lesson *lesson = kiosk_seen_lesson(k);
    return lesson ? lesson_card(lesson) : NULL;
}

static enum lesson_state seen_state(const struct kiosk *k)
{
    struct lesson *lesson = kiosk_seen_lesson(k);
    return lesson ? lesson_state(lesson) : LESSON_FAILED;
}

static struct card_told told_of(const struct lesson_card *card, const void *state)
{
    const struct card_screen *screen = card_screen_of(card);
    return screen->told ? screen->told(card, state) : (struct card_told){.wrong = ""};
}

/* What was done on the card that the lesson waits at is there again afterwards. */
static void follow_back(const struct kiosk *k, struct state *state)
{
    bool is_back = k->trail.past != NULL;
    if (is_back && !state->is_back) {
        state->front = state->now;
    } else if (!is_back && state->is_back) {
        state->now = state->front;
    }
    state->is_back = is_back;
}

static void begin_card(const struct kiosk *k, const struct lesson_card *card,
                       struct look *look)
{
    const struct card_screen *screen = card_screen_of(card);
    const struct lesson_answer *answer = lesson_trail_answer(&k->trail);
    assert(screen->state_size <= CARD_STATE_MAX);
    *look = (struct look){.step = card->step};
    if (answer && screen->recall) {
        look->passed = !screen->recall(card, look->card, answer);
    }
}

static void follow_card(struct kiosk *k, struct look *look)
{
    const struct lesson_card *card = seen_card(k);
    if (card && card->step != look->step) {
        begin_card(k, card, look);
    }
    if (!card && look->step > 0) {
        *look = (struct look){0}; /* the end has pages of its own */
    }
    if (card && card_screen_of(card)->tick) {
        card_screen_of(card)->tick(k, card, look->card);
    }
    enum card_stage stage = card ? told_of(card, look->card).stage : CARD_OPEN;
    if (stage != look->stage) {
        look->stage = stage;
        look->page = 0; /* where the reason begins */
    }
    int moment = card && card_screen_of(card)->moment
                     ? card_screen_of(card)->moment(look->card)
                     : 0;
    if (moment != look->moment) {
        look->moment = moment;
        look->page = 0;
    }
}

/* A right answer, once it is told, needs no "next". */
static void go_on_by_itself(struct kiosk *k, struct state *state)
{
    const struct lesson_card *card = seen_card(k);
    struct look *look = &state->now;
    const struct card_screen *screen = card ? card_screen_of(card) : NULL;
    if (state->is_back) { /* it has been touched: the wait is over */
        state->wait.share = 0;
        return;
    }
    bool goes_on = card && screen->goes_on && screen->goes_on(card, look->card);
    int what = goes_on ? card->step + MOMENT_STEP * look->moment : 0;
    if (what != state->wait.what) {
        struct str words = {0};
        str_add(&words, "%s", "");
        if (goes_on) {
            screen->say(k, card, look->card, &words);
        }
        going_on_begin(k, &state->wait, what, words.text);
        str_free(&words);
    }
    if (going_on_tick(k, &state->wait)) {
        struct ui_event next = {.kind = UI_EVENT_TAP, .id = "next"};
        screen->input(k, card, look->card, &next);
        follow_card(k, look); /* this frame shows it already */
    }
}

static void tick(struct kiosk *k, void *block)
{
    struct state *state = block;
    follow_back(k, state);
    follow_card(k, &state->now);
    go_on_by_itself(k, state);
    parting_tick(k, state->end.seen);
}

static const char *skip_id(const struct card_screen *screen)
{
    return screen->skip_id ? screen->skip_id : "skip";
}

/* To another moment of the card; false where it has none there. */
static bool step(struct kiosk *k, struct look *look, int by)
{
    const struct lesson_card *card = seen_card(k);
    const struct card_screen *screen = card ? card_screen_of(card) : NULL;
    return screen && screen->step && card->step == look->step &&
           screen->step(k, card, look->card, by);
}

/* Of a card that was answered before: only "next" means anything, and the pause of a
 * picture that moves all the same. */
static void input_back(struct kiosk *k, struct look *look, const struct ui_event *event)
{
    const struct lesson_card *card = seen_card(k);
    const struct card_screen *screen = card ? card_screen_of(card) : NULL;
    if (ui_tapped(event, "next")) {
        kiosk_choice(k);
        if (!step(k, look, 1)) {
            lesson_trail_on(&k->trail);
        }
    } else if (screen && screen->step && card->step == look->step &&
               ui_tapped(event, skip_id(screen))) {
        screen->input(k, card, look->card, event);
    }
}

static void input(struct kiosk *k, void *block, const struct ui_event *event)
{
    struct look *look = &((struct state *)block)->now;
    bool escape = event->kind == UI_EVENT_KEY && str_equal(event->key, "escape");
    const struct lesson_card *card = seen_card(k);
    if (ui_tapped(event, "home") || escape) {
        kiosk_choice(k);
        kiosk_go(k, SCREEN_home);
    } else if (pages_touched(event, &look->page)) {
        kiosk_choice(k);
    } else if (ui_tapped(event, "next") && event->value == GOES_ON) {
        look->page++;
        kiosk_choice(k);
    } else if (ui_tapped(event, "card-back")) {
        kiosk_choice(k);
        if (!step(k, look, -1)) {
            lesson_trail_back(&k->trail, k->lesson);
        }
    } else if (seen_state(k) == LESSON_DONE && parting_touched(k, event)) {
        /* it goes on, or is answered */
    } else if (k->trail.past) {
        input_back(k, look, event);
    } else if (ui_tapped(event, "aeds")) {
        kiosk_choice(k);
        kiosk_go(k, SCREEN_aeds);
    } else if (ui_tapped(event, "test")) {
        kiosk_start_run(k, RUN_TEST, k->settings.test_s, NULL, k->mode, false);
    } else if (card && card->step == look->step) {
        card_screen_of(card)->input(k, card, look->card, event);
    }
}

/* ---- a card ------------------------------------------------------------------------ */

/* How many steps there are to be seen; 0: not known. It is the longest way, whichever
 * the visitor goes: the number never changes, and who is done sooner is glad of it. */
static int steps_of(const struct kiosk *k, const struct lesson_card *card)
{
    return card->step <= k->lesson_cards ? k->lesson_cards : 0;
}

/* Where in the lesson this is, or in its quiz. Returns `words` (WORDS_MAX bytes). */
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
    int steps = steps_of(k, card);
    str_format(a, sizeof a, "%d", card->step);
    str_format(b, sizeof b, "%d", steps);
    return kiosk_fill(
        k, words, WORDS_MAX, steps > 0 ? "lesson_step_of" : "lesson_step",
        (const char *const[]){"title", title ? title : "", "n", a, "of", b, NULL});
}

/* Behind the words, where a bar for each step has room in their line. */
static void draw_steps(const struct kiosk *k, struct ui *ui, struct ui_rect line,
                       const struct lesson_card *card, const char *words)
{
    int steps = steps_of(k, card);
    float words_w = ui_measure(ui, line.w, UI_SMALL, words).w;
    struct ui_rect bars = line;
    chrome_cut_left(&bars, words_w, CHROME_GAP);
    ui_text_middle(ui, line, UI_SMALL, UI_QUIET, UI_LEFT, words);
    if (steps > 0 && bars.w >= STEP_W * (float)steps) {
        bars.y += bars.h / 2 - 5;
        bars.h = 10;
        ui_steps(ui, bars, card->step, steps);
    }
}

static void draw_head(const struct kiosk *k, struct ui *ui, struct ui_rect *rect,
                      const struct lesson_card *card)
{
    char words[WORDS_MAX];
    head_words(k, card, words);
    if (card->quiz_count == 0) {
        float h = chrome_text_h(ui, rect->w, UI_SMALL, words);
        draw_steps(k, ui, chrome_cut_top(rect, h, CHROME_GAP), card, words);
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

static struct scene_view card_view(const struct kiosk *k, const struct lesson_card *card,
                                   const void *state)
{
    struct scene_view view = lesson_scene_of(k, card->scene);
    view.asked = card_screen_of(card)->told != NULL;
    card_picture(&view, told_of(card, state));
    if (card_screen_of(card)->picture) {
        card_screen_of(card)->picture(k, card, state, &view);
    }
    return view;
}

/* "Next" reads on first, so that nobody leaves out what they did not see. */
static void read_on_first(struct ui *ui)
{
    if (ui_find_id(ui, "page-next", NULL)) {
        ui_touch_means(ui, "next", GOES_ON, "");
    }
}

static struct ui_button back_button(const struct kiosk *k, bool steps)
{
    return (struct ui_button){.id = "card-back",
                              .label = kiosk_tr(k, "lesson_back"),
                              .disabled =
                                  !steps && !lesson_trail_has_back(&k->trail, k->lesson)};
}

/* Both ways are there from the start, so that the bar stays as it is; dim while they lead
 * nowhere. */
static size_t card_actions(const struct kiosk *k, const struct lesson_card *card,
                           const struct state *state, struct ui_button *actions)
{
    const struct look *look = &state->now;
    const struct card_screen *screen = card_screen_of(card);
    bool is_back = k->trail.past != NULL;
    bool done = is_back || (screen->ready && screen->ready(card, look->card));
    const char *key =
        screen->next_key && !is_back ? screen->next_key(card, look->card) : "lesson_next";
    size_t count = 0;
    const char *skip =
        screen->skip_of ? screen->skip_of(k, card, look->card) : screen->skip_key;
    actions[count++] = back_button(k, screen->step && look->moment > 0);
    if (skip && (!done || (is_back && screen->step))) {
        actions[count++] =
            (struct ui_button){.id = skip_id(screen), .label = kiosk_tr(k, skip)};
    }
    actions[count++] = (struct ui_button){.id = "next",
                                          .label = kiosk_tr(k, key),
                                          .style = UI_BUTTON_NEXT,
                                          .icon = ICON_NEXT,
                                          .disabled = screen->ready && !done,
                                          .ring = state->wait.share};
    return count;
}

static void draw_card(const struct kiosk *k, struct ui *ui, struct ui_rect page,
                      const struct lesson_card *card, const struct state *state)
{
    const struct look *look = &state->now;
    const struct card_screen *screen = card_screen_of(card);
    struct ui_button home = {
        .id = "home", .label = kiosk_tr(k, "back_home"), .icon = ICON_BACK};
    struct ui_button actions[CHROME_ACTIONS_MAX];
    struct chrome_bar bar = {.back = &home,
                             .chips = true,
                             .actions = actions,
                             .action_count = card_actions(k, card, state, actions),
                             .rare_count = 1};
    chrome_bar(k, ui, &page, &bar);
    ui_ruby(ui, pinyin_shown(k));
    bool is_tagged = false;
    if (!screen->whole || look->passed) {
        struct scene_view view = card_view(k, card, look->card);
        lesson_scene_draw(k, ui, &page, &view, screen->picture_share);
        is_tagged = view.wrong && *view.wrong && !lesson_scene_fits(ui, &view);
    }
    char told[WORDS_MAX];
    const char *above = head_words(k, card, told);
    struct ui_rect head = is_tagged ? lesson_scene_tag(k, ui, &page, above) : page;
    draw_head(k, ui, &head, card);
    page.h -= head.y - page.y;
    page.y = head.y;
    if (look->passed) {
        struct words words = {ICON_NONE, "", card->text, "", kiosk_tr(k, "lesson_passed"),
                              ""};
        words_draw(k, ui, page, &words, look->page);
    } else {
        screen->draw(k, ui, page, card, look->card, look->page);
    }
    ui_ruby(ui, false);
    read_on_first(ui);
}

/* ---- the screen -------------------------------------------------------------------- */

static void draw(const struct kiosk *k, const void *block, struct ui *ui)
{
    const struct state *state = block;
    struct state *drawn = k->state;
    struct ui_rect page = chrome_page(ui);
    enum lesson_state lesson = seen_state(k);
    drawn->end = (struct lesson_end){.foot = false};
    if (lesson == LESSON_CARD) {
        draw_card(k, ui, page, seen_card(k), state);
    } else {
        bool done = lesson == LESSON_DONE;
        struct ui_button back = done ? back_button(k, false) : (struct ui_button){0};
        drawn->end = lesson_end_draw(k, ui, page, done ? &back : NULL, state->now.page);
    }
}

static void say_card(const struct kiosk *k, const struct lesson_card *card,
                     const struct look *look, struct str *out)
{
    char head[WORDS_MAX];
    const struct card_screen *screen = card_screen_of(card);
    struct scene_view view = card_view(k, card, look->card);
    if (view.wrong && *view.wrong) {
        say_line(out, kiosk_tr(k, "lesson_wrong_act"));
    }
    if (k->trail.past && screen->recall) { /* an answer alone would be no news */
        say_line(out, card->text);
    }
    if (look->passed) {
        say_text(k, out, "lesson_passed");
    } else {
        screen->say(k, card, look->card, out);
    }
    if (k->speaking.repeated) { /* who asks what stands there hears all of it */
        say_line(out, head_words(k, card, head));
    }
}

static void say(const struct kiosk *k, const void *block, struct str *out)
{
    const struct state *state = block;
    enum lesson_state lesson = seen_state(k);
    if (lesson == LESSON_CARD) {
        say_card(k, seen_card(k), &state->now, out);
        return;
    }
    lesson_end_say(k, lesson == LESSON_DONE, &state->end, state->now.page, out);
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
