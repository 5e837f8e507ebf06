/* SPDX-License-Identifier: MIT */
#include "screens/cards/play.h"

#include <assert.h>
#include <math.h>

#include "screens/chrome.h"
#include "screens/kiosk.h"
#include "screens/say.h"

enum { BLOCKS_MAX = 8 + PLAY_TARGETS_MAX + LESSON_PLAY_MAX };

#define OPTION_PAD 20.0f /* above and below the words */
#define TIGHT_PAD  12.0f
#define OPTION_H   84.0f /* 20 mm of touch */
#define OPTION_X   30.0f /* from the edge to the words */
#define GAP        16.0f
#define BADGE_R    22.0f
#define PICTURE_H  300.0f /* the least that shows anything */
#define SPOTS_H    480.0f /* ... in which a finger finds its place */

/* ---- what the visitor does --------------------------------------------------------- */

void play_offer(struct play_shown *shown, const char *id, const char *label,
                const char *why)
{
    assert(shown->count < PLAY_TARGETS_MAX);
    shown->targets[shown->count++] = (struct play_target){
        .id = id, .label = label, .right = why == NULL, .why = why, .slip = -1};
}

static const char *const option_ids[PLAY_CHOICES_MAX] = {
    "option-1", "option-2", "option-3", "option-4", "option-5"};
static const char *const spot_ids[PLAY_CHOICES_MAX] = {"spot-1", "spot-2", "spot-3",
                                                       "spot-4", "spot-5"};

void play_offer_choices(const struct kiosk *k, const struct play_choice *choices,
                        enum play_place place, unsigned taken, struct play_shown *shown)
{
    /* The first places are the right ones: as words they would give themselves away. */
    static const size_t mixed[PLAY_CHOICES_MAX] = {2, 0, 4, 1, 3};
    for (size_t n = 0; n < PLAY_CHOICES_MAX; n++) {
        size_t i = place == PLAY_SPOT ? mixed[n] : n;
        if (choices[i].label && (taken >> i & 1) == 0) {
            play_offer(shown, place == PLAY_SPOT ? spot_ids[i] : option_ids[i],
                       kiosk_tr(k, choices[i].label),
                       choices[i].why ? kiosk_tr(k, choices[i].why) : NULL);
            shown->targets[shown->count - 1].place = place;
            shown->targets[shown->count - 1].spot = i;
        }
    }
}

int play_spot_touched(const struct ui_event *event)
{
    for (int i = 0; i < PLAY_CHOICES_MAX; i++) {
        if (ui_tapped(event, spot_ids[i])) {
            return i + 1;
        }
    }
    return 0;
}

bool play_is_at(const struct lesson_card *card, const struct play *play, const char *step)
{
    return !play_is_done(card, play) && str_equal(card->play_steps[play->step], step);
}

bool play_is_before(const struct lesson_card *card, const struct play *play,
                    const char *step)
{
    for (int i = play->step; i < (int)card->play_count; i++) {
        if (str_equal(card->play_steps[i], step)) {
            return true;
        }
    }
    return false;
}

bool play_is_done(const struct lesson_card *card, const struct play *play)
{
    return play->step >= (int)card->play_count;
}

static struct play_shown show(const struct kiosk *k, const struct lesson_card *card,
                              const struct play *play, const struct play_kind *kind)
{
    struct play_shown shown = {.lead = "", .who = "", .hint = "", .end = ""};
    shown.view.name = "";
    kind->show(k, card, play, &shown);
    return shown;
}

static void touch(struct kiosk *k, struct play *play, const struct play_target *target,
                  int index)
{
    float now_s = (float)kiosk_screen_s(k);
    play->touches++;
    if (target->right) {
        play->step++;
        play->wrong = 0;
        play->moved_s = now_s;
        return;
    }
    play->slips |= 1u << (target->slip >= 0 ? target->slip : play->step);
    play->wrong = index + 1;
}

static struct lesson_answer answer_of(const struct play *play)
{
    float took_s = fmaxf(play->moved_s - play->begun_s, 0);
    return (struct lesson_answer){
        .play = {.done = true, .slips = play->slips, .seconds = (int)lroundf(took_s)}};
}

void play_input(struct kiosk *k, const struct lesson_card *card, struct play *play,
                const struct ui_event *event, const struct play_kind *kind)
{
    if (ui_tapped(event, "skip")) {
        kiosk_choice(k);
        card_answer(k, &(struct lesson_answer){0});
        return;
    }
    if (ui_tapped(event, "next") && play_is_done(card, play)) {
        kiosk_choice(k);
        struct lesson_answer answer = answer_of(play);
        card_answer(k, &answer);
        return;
    }
    struct play_shown shown = show(k, card, play, kind);
    for (size_t i = 0; i < shown.count; i++) {
        if (ui_tapped(event, shown.targets[i].id)) {
            kiosk_choice(k);
            if (!play->begun) {
                play->begun = true;
                play->begun_s = (float)kiosk_screen_s(k);
            }
            touch(k, play, &shown.targets[i], (int)i);
            return;
        }
    }
}

bool play_ready(const struct lesson_card *card, const void *state)
{
    return play_is_done(card, state);
}

bool play_recall(const struct lesson_card *card, void *state,
                 const struct lesson_answer *answer)
{
    *(struct play *)state = (struct play){.step = (int)card->play_count,
                                          .slips = answer->play.slips,
                                          .begun = true,
                                          .begun_s = CARD_LONG_AGO_S,
                                          .moved_s = CARD_LONG_AGO_S};
    return answer->play.done;
}

int play_moment(const void *state)
{
    return ((const struct play *)state)->touches;
}

/* ---- an option --------------------------------------------------------------------- */

struct option {
    const struct play_target *target;
    bool tried; /* last, and it was not right */
    bool tight;
};

static float option_h(const void *what, struct ui *ui, float w)
{
    const struct option *option = what;
    float text_w = w - 2 * OPTION_X;
    return fmaxf(OPTION_H, chrome_text_h(ui, text_w, UI_OPTION, option->target->label) +
                               2 * OPTION_PAD);
}

static void option_draw(const void *what, struct ui *ui, struct ui_rect rect)
{
    const struct option *option = what;
    ui_card(ui, rect, UI_CARD);
    if (option->tried) {
        ui_outline(ui, rect, CHROME_RADIUS, 5, UI_CHANGE_SHAPE);
    }
    struct ui_rect inside = rect;
    chrome_cut_left(&inside, OPTION_X, 0);
    chrome_cut_right(&inside, OPTION_X, 0);
    ui_text_middle(ui, inside, UI_OPTION, UI_TEXT, UI_LEFT, option->target->label);
    ui_touch(ui, option->target->id, rect, option->target->label);
}

static void option_say(const void *what, struct str *out)
{
    say_line(out, ((const struct option *)what)->target->label);
}

/* ---- why something else is right --------------------------------------------------- */

static float reason_h(const void *what, struct ui *ui, float w)
{
    float h = chrome_text_h(ui, w - 2 * CHROME_PAD, UI_BODY, what);
    return h > 0 ? h + 48 : 0;
}

static void reason_draw(const void *what, struct ui *ui, struct ui_rect rect)
{
    ui_fill(ui, rect, CHROME_RADIUS, UI_CHANGE_TINT);
    struct ui_rect inside = {rect.x + CHROME_PAD, rect.y + 24, rect.w - 2 * CHROME_PAD,
                             fmaxf(rect.h - 48, 0)};
    ui_text(ui, inside, UI_BODY, UI_TEXT, UI_LEFT, what);
}

static void reason_say(const void *what, struct str *out)
{
    say_line(out, what);
}

/* ---- the picture as a block -------------------------------------------------------- */

static bool has_spots(const struct play_shown *shown)
{
    for (size_t i = 0; i < shown->count; i++) {
        if (shown->targets[i].place == PLAY_SPOT) {
            return true;
        }
    }
    return false;
}

static float picture_h(const void *what, struct ui *ui, float w)
{
    (void)ui;
    (void)w;
    return has_spots(what) ? SPOTS_H : PICTURE_H;
}

static void touch_spot(struct ui *ui, struct ui_rect rect, const struct scene_view *view,
                       const struct play_target *target)
{
    struct scene_spot spot;
    if (scene_spot(view->name, target->spot, rect.w, rect.h, &spot)) {
        float side = 2 * spot.radius;
        struct ui_rect place = {rect.x + spot.x - spot.radius,
                                rect.y + spot.y - spot.radius, side, side};
        ui_touch(ui, target->id, place, target->label);
        ui_says(ui, place, UI_TEXT, target->label);
    }
}

static void picture_draw(const void *what, struct ui *ui, struct ui_rect rect)
{
    const struct play_shown *shown = what;
    ui_scene(ui, rect, CHROME_RADIUS, &shown->view);
    for (size_t i = 0; i < shown->count; i++) {
        if (shown->targets[i].place == PLAY_SPOT) {
            touch_spot(ui, rect, &shown->view, &shown->targets[i]);
        }
    }
}

/* ---- the column -------------------------------------------------------------------- */

/* What the blocks of a column point to. */
struct column {
    struct play_shown shown;
    const char *reason;              /* "" none */
    const struct pages_block *panel; /* NULL: none */
    struct option options[PLAY_TARGETS_MAX];
    const char *learnt[LESSON_PLAY_MAX];
    size_t learnt_count;
    struct pages_block blocks[BLOCKS_MAX];
    size_t count;
};

static void add(struct column *column, struct pages_block block)
{
    assert(column->count < BLOCKS_MAX);
    column->blocks[column->count++] = block;
}

static void add_words(struct column *column, const char *text, enum ui_type type,
                      enum ui_color color, bool with_next)
{
    add(column, (struct pages_block){.text = text,
                                     .type = type,
                                     .color = color,
                                     .gap = GAP,
                                     .with_next = with_next});
}

static void add_reason(struct column *column)
{
    add(column, (struct pages_block){.height = reason_h,
                                     .draw = reason_draw,
                                     .say = reason_say,
                                     .what = column->reason,
                                     .gap = GAP});
}

/* `spots`: the places of the picture too. */
static void add_options(struct column *column, const struct play *play, bool spots,
                        bool tight)
{
    for (size_t i = 0; i < column->shown.count; i++) {
        const struct play_target *target = &column->shown.targets[i];
        if (target->place == PLAY_OPTION || (spots && target->place == PLAY_SPOT)) {
            column->options[i] =
                (struct option){target, play->wrong == (int)i + 1, tight};
            add(column, (struct pages_block){.height = option_h,
                                             .draw = option_draw,
                                             .say = option_say,
                                             .what = &column->options[i],
                                             .gap = GAP});
        }
    }
}

static const char *learn_key(const struct play_kind *kind, const char *step)
{
    const struct play_learn *row = kind->learn;
    while (row->step && !str_equal(row->step, step)) {
        row++;
    }
    assert(row->step);
    return row->key;
}

/* At the end: what to remember of each step that was not right at once. */
static void learn(const struct kiosk *k, const struct lesson_card *card,
                  const struct play *play, const struct play_kind *kind,
                  struct column *column)
{
    for (size_t i = 0; i < card->play_count && play_is_done(card, play); i++) {
        const char *text = kiosk_tr(k, learn_key(kind, card->play_steps[i]));
        size_t count = column->learnt_count;
        bool again = count > 0 && str_equal(column->learnt[count - 1], text);
        if ((play->slips >> i & 1) && !again) {
            column->learnt[column->learnt_count++] = text;
        }
    }
}

/* In the column, or beside it where there is room for both. */
static bool has_side(struct ui *ui)
{
    return !ui_portrait(ui) && chrome_crowding(ui) <= 1.3f;
}

static void add_end(const struct kiosk *k, struct column *column, struct ui *ui)
{
    add_words(column, column->shown.end, chrome_heading(ui), UI_TEXT, false);
    if (column->learnt_count == 0) {
        add_words(column, kiosk_tr(k, "play_all_right"), UI_STRONG, UI_GOOD_WORD, false);
        return;
    }
    add_words(column, kiosk_tr(k, "play_remember"), UI_STRONG, UI_INK_GREEN, true);
    for (size_t i = 0; i < column->learnt_count; i++) {
        add_words(column, column->learnt[i], UI_BODY, UI_TEXT, false);
    }
}

/* What a column leaves out or puts first where it is too high for one page. */
struct squeeze {
    bool tight; /* less air in options, a prompt no larger than what is read */
    bool no_picture;
    bool reason_first; /* else it would stand on a further page */
};

static void add_picture(struct column *column)
{
    add(column, (struct pages_block){.height = picture_h,
                                     .draw = picture_draw,
                                     .what = &column->shown,
                                     .gap = CHROME_GAP,
                                     .grows = true});
}

static void add_prompt(struct column *column, struct ui *ui, bool tight)
{
    const struct play_shown *shown = &column->shown;
    add_words(column, shown->lead, UI_BODY, UI_TEXT, false);
    add_words(column, shown->who, UI_STRONG, UI_INK_GREEN, true);
    add_words(column, shown->prompt, tight ? UI_STRONG : chrome_heading(ui), UI_TEXT,
              false);
    add_words(column, shown->hint, UI_BODY, UI_INK_GREEN, false);
}

static void fill_column(const struct kiosk *k, const struct lesson_card *card,
                        struct ui *ui, const struct play *play, struct column *column,
                        struct squeeze squeeze)
{
    const struct play_shown *shown = &column->shown;
    bool side = has_side(ui);
    bool picture = *shown->view.name && (!side || shown->panel_first) &&
                   !squeeze.no_picture && chrome_crowding(ui) <= 1.3f;
    column->count = 0;
    if (squeeze.reason_first) {
        add_reason(column);
    }
    if (picture && !side) {
        add_picture(column);
    }
    if (play_is_done(card, play)) {
        add_end(k, column, ui);
    } else {
        add_prompt(column, ui, squeeze.tight);
    }
    if (has_spots(shown)) {
        add_words(column, kiosk_tr(k, "play_spot_hint"), UI_BODY, UI_INK_GREEN, false);
    }
    add_options(column, play, !picture && !side, squeeze.tight);
    if (!squeeze.reason_first) {
        add_reason(column);
    }
    if (column->panel && !side) {
        add(column, *column->panel);
    }
    if (picture && side) {
        add_picture(column);
    }
}

static void draw_side(struct ui *ui, struct ui_rect rect, const struct column *column)
{
    const struct pages_block *panel = column->panel;
    if (panel && column->shown.panel_first) {
        panel->draw(panel->what, ui, rect);
        return;
    }
    if (panel) {
        float h = panel->height(panel->what, ui, rect.w);
        panel->draw(panel->what, ui, chrome_cut_bottom(&rect, h, GAP));
    }
    if (*column->shown.view.name) {
        picture_draw(&column->shown, ui, rect);
    }
}

static const char *reason_of(const struct play *play, const struct play_shown *shown)
{
    if (*shown->reason) {
        return shown->reason;
    }
    return play->wrong > 0 && play->wrong <= (int)shown->count
               ? shown->targets[play->wrong - 1].why
               : "";
}

/* The first of these that has room on one page, or the last. */
static const struct squeeze squeezes[] = {
    {false, false, false}, {true, false, false}, {true, true, false}, {true, true, true}};

void play_draw(const struct kiosk *k, struct ui *ui, struct ui_rect rect,
               const struct lesson_card *card, const struct play *play,
               const struct play_kind *kind, const struct pages_block *panel, int page)
{
    struct column column = {.shown = show(k, card, play, kind)};
    struct pages pages = {.count = 2};
    column.panel = play_is_done(card, play) ? NULL : panel;
    column.reason = reason_of(play, &column.shown);
    learn(k, card, play, kind, &column);
    if (has_side(ui)) {
        draw_side(ui, chrome_cut_left(&rect, rect.w * 0.465f, 56), &column);
    }
    for (size_t i = 0; pages.count > 1 && i < sizeof squeezes / sizeof *squeezes; i++) {
        fill_column(k, card, ui, play, &column, squeezes[i]);
        pages_lay_out(&pages, ui, rect, column.blocks, column.count);
    }
    pages_draw(&pages, ui, k->texts[k->lang], pages_heard(&pages, ui_spoken(ui), page));
}

void play_say(const struct kiosk *k, const struct lesson_card *card,
              const struct play *play, const struct play_kind *kind, struct str *out)
{
    struct column column = {.shown = show(k, card, play, kind)};
    const struct play_shown *shown = &column.shown;
    learn(k, card, play, kind, &column);
    if (play_is_done(card, play)) {
        say_line(out, shown->end);
        say_text(k, out, column.learnt_count == 0 ? "play_all_right" : "play_remember");
        for (size_t i = 0; i < column.learnt_count; i++) {
            say_line(out, column.learnt[i]);
        }
        return;
    }
    say_line(out, reason_of(play, shown));
    say_line(out, shown->lead);
    say_line(out, shown->who);
    say_line(out, shown->prompt);
    say_line(out, shown->hint);
    for (size_t i = 0; i < shown->count; i++) {
        if (shown->targets[i].place != PLAY_PANEL) {
            say_line(out, shown->targets[i].label);
        }
    }
}
