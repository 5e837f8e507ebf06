/* SPDX-License-Identifier: MIT */
/*
 * Tap the rhythm: what of pressing can be learnt without a manikin, or by those who
 * cannot press. The beat goes first and leaves the visitor alone half-way, as it does in
 * a test.
 */
#include "cpr/rhythm.h"

#include <math.h>

#include "base/str.h"
#include "screens/chrome.h"
#include "screens/gauge.h"
#include "screens/kiosk.h"
#include "screens/say.h"

enum { WORDS_MAX = 160, LINES = 3 };

static const double RUN_S = 20;  /* from the first tap on */
static const double BEAT_S = 10; /* then the visitor keeps it alone */
static const double STEADY = 80; /* percent of intervals from which it is even */
static const float FIGURE_MIN = 170;
static const float HEART = 0.33f; /* of the pad's shorter side, between the beats */

enum phase { READY, TAPPING, DONE };

struct state {
    enum phase phase;
    struct rhythm rhythm;
    struct rhythm_result result;
    int64_t began_us;
};

static double gone_s(const struct kiosk *k, const struct state *state)
{
    return (double)(clock_now_us(k->clock) - state->began_us) / 1e6;
}

/* ---- what the visitor does --------------------------------------------------------- */

static void begin(struct kiosk *k, struct state *state)
{
    const struct cpr_range *rate = &k->guideline->rate_cpm;
    state->phase = READY;
    rhythm_start(&state->rhythm, k->guideline);
    sound_beat(k->sound, (rate->low + rate->high) / 2);
}

static void enter(struct kiosk *k, void *block)
{
    begin(k, block);
}

static void leave(struct kiosk *k, void *block)
{
    (void)block;
    sound_beat_off(k->sound, 0);
}

static void tap(struct kiosk *k, struct state *state)
{
    if (state->phase == DONE) {
        return;
    }
    rhythm_tap(&state->rhythm, clock_now_us(k->clock));
    if (state->phase == READY) {
        kiosk_choice(k);
        state->phase = TAPPING;
        state->began_us = clock_now_us(k->clock);
        sound_beat_off(k->sound, BEAT_S);
    }
}

static void input(struct kiosk *k, void *block, const struct ui_event *event)
{
    struct state *state = block;
    bool is_key = event->kind == UI_EVENT_KEY;
    if (ui_tapped(event, "beat") || (is_key && str_equal(event->key, "space"))) {
        tap(k, state);
    } else if (ui_tapped(event, "again")) {
        begin(k, state);
    } else if (ui_tapped(event, "stop") || (is_key && str_equal(event->key, "escape"))) {
        kiosk_go(k, SCREEN_home);
    }
}

static void tick(struct kiosk *k, void *block)
{
    struct state *state = block;
    if (state->phase != TAPPING || gone_s(k, state) < RUN_S) {
        return;
    }
    state->phase = DONE;
    sound_beat_off(k->sound, 0);
    rhythm_result(&state->rhythm, &state->result);
    if (!isnan(state->result.score)) {
        counter_add(&k->counter, kiosk_moment(k), COUNT_rhythm_done, "", 0);
    }
}

/* ---- words ------------------------------------------------------------------------- */

static const char *prompt_key(const struct kiosk *k, const struct state *state)
{
    return state->phase == READY             ? "rhythm_start"
           : gone_s(k, state) < BEAT_S * 0.8 ? "rhythm_follow"
                                             : "rhythm_alone";
}

/* What is said of a rhythm, the most important first; "" where there is nothing. */
static void verdict(const struct kiosk *k, const struct state *state,
                    const char *lines[LINES])
{
    const struct rhythm_result *result = &state->result;
    const struct cpr_range *range = &k->guideline->rate_cpm;
    if (isnan(result->score)) {
        lines[0] = kiosk_tr(k, "rhythm_few");
        lines[1] = lines[2] = "";
        return;
    }
    double rate = round(result->rate_cpm); /* as it is shown */
    lines[0] = kiosk_tr(k, rate < range->low    ? "rhythm_slow"
                           : rate > range->high ? "rhythm_fast"
                                                : "rhythm_right");
    lines[1] =
        kiosk_tr(k, result->steady_percent >= STEADY ? "rhythm_even" : "rhythm_uneven");
    lines[2] = kiosk_tr(k, "rhythm_only");
}

/* The two figures with their words, as they are said. */
struct said {
    char score[WORDS_MAX], rate[WORDS_MAX];
};

static void said_of(const struct kiosk *k, const struct state *state, struct said *said)
{
    char number[16];
    str_format(said->score, sizeof said->score, "%s %.0f %s", kiosk_tr(k, "rhythm_score"),
               state->result.score, kiosk_tr(k, "unit_points"));
    str_format(number, sizeof number, "%.0f", state->result.rate_cpm);
    kiosk_fill(k, said->rate, sizeof said->rate, "rhythm_rate",
               (const char *const[]){"n", number, NULL});
}

static void say_result(const struct kiosk *k, const struct state *state, struct str *out)
{
    const char *lines[LINES];
    struct said said;
    if (!isnan(state->result.score)) {
        said_of(k, state, &said);
        say_line(out, said.score);
        say_line(out, said.rate);
    }
    verdict(k, state, lines);
    for (size_t i = 0; i < LINES; i++) {
        say_line(out, lines[i]);
    }
}

static void say(const struct kiosk *k, const void *block, struct str *out)
{
    const struct state *state = block;
    if (state->phase == READY) {
        say_text(k, out, "rhythm_start");
    } else if (state->phase == DONE) {
        say_result(k, state, out);
    }
}

/* ---- drawing ----------------------------------------------------------------------- */

/* A heart that is largest on the beat, and still once the beat has gone. */
static void draw_pad(const struct kiosk *k, struct ui *ui, struct ui_rect rect)
{
    const char *label = kiosk_tr(k, "rhythm_pad");
    ui_fill(ui, rect, CHROME_RADIUS, UI_CARD);
    ui_touch_at_once(ui, "beat", rect, kiosk_tr(k, "rhythm_start"));
    struct ui_rect inside = chrome_inset(rect, CHROME_PAD);
    float label_h = chrome_text_h(ui, inside.w, UI_STRONG, label);
    ui_text_middle(ui, chrome_cut_bottom(&inside, label_h, CHROME_PAD), UI_STRONG,
                   UI_TEXT, UI_CENTER, label);
    double phase = sound_beat_phase(k->sound);
    float beat = phase < 0 ? 0 : (float)((1 - phase) * (1 - phase));
    float side = fminf(inside.w, inside.h) * (HEART * (1 + 0.5f * beat));
    struct ui_point centre = {inside.x + inside.w / 2, inside.y + inside.h / 2};
    ui_disc(ui, centre, side, UI_TINT_GREEN);
    ui_icon(ui, (struct ui_rect){centre.x - side / 2, centre.y - side / 2, side, side},
            ICON_HEART, UI_INK_GREEN);
}

/* What it is for, where the figures will be: those say nothing before the first tap, and
 * the pad keeps its place under the hand. */
static void draw_purpose(const struct kiosk *k, struct ui *ui, struct ui_rect rect)
{
    if (rect.h >= FIGURE_MIN) {
        ui_scene(ui, rect, CHROME_RADIUS,
                 &(struct scene_view){.name = "press",
                                      .ground = SCENE_FULL,
                                      .seconds = (float)kiosk_screen_s(k)});
    }
}

static void draw_figures(const struct kiosk *k, const struct state *state, struct ui *ui,
                         struct ui_rect first, struct ui_rect second)
{
    char number[16];
    bool taps = state->phase == TAPPING;
    double left_s = taps ? fmax(RUN_S - gone_s(k, state), 0) : RUN_S;
    str_format(number, sizeof number, "%.0f", ceil(left_s));
    gauge_rate_of(k->texts[k->lang], k->guideline,
                  rhythm_now_cpm(&state->rhythm, clock_now_us(k->clock)), ui, first);
    gauge_ringed(ui, second, kiosk_tr(k, "time_left"), number, kiosk_tr(k, "unit_s"),
                 left_s / RUN_S);
}

static void draw_tapping(const struct kiosk *k, const struct state *state, struct ui *ui,
                         struct ui_rect page)
{
    static const enum ui_type types[] = {UI_TITLE, UI_HEADING, UI_STRONG};

    const char *prompt = kiosk_tr(k, prompt_key(k, state));
    struct ui_rect head = chrome_cut_top(
        &page, fminf(2 * ui_line_height(ui, UI_HEADING), page.h * 0.25f), CHROME_GAP);
    ui_text_middle(ui, head, chrome_fit(ui, head, types, 3, prompt), UI_TEXT, UI_LEFT,
                   prompt);
    bool upright = ui_portrait(ui);
    float rate_h = gauge_rate_h(k->texts[k->lang], k->guideline, ui,
                                chrome_column(page, 0, 2, CHROME_GAP).w);
    struct ui_rect rest =
        upright ? chrome_cut_bottom(&page, fmaxf(rate_h, FIGURE_MIN), CHROME_GAP)
                : chrome_cut_right(&page, page.w * 0.34f, CHROME_GAP);
    if (state->phase == READY) {
        draw_purpose(k, ui, rest);
    } else if (upright) {
        draw_figures(k, state, ui, chrome_column(rest, 0, 2, CHROME_GAP),
                     chrome_column(rest, 1, 2, CHROME_GAP));
    } else {
        rate_h = gauge_rate_h(k->texts[k->lang], k->guideline, ui, rest.w);
        rate_h = fmaxf(rate_h, (rest.h - CHROME_GAP) / 2);
        struct ui_rect rate = chrome_cut_top(&rest, rate_h, CHROME_GAP);
        draw_figures(k, state, ui, rate, rest);
    }
    draw_pad(k, ui, page);
}

static enum ui_type line_type(const struct ui *ui, size_t line)
{
    return line == 0 ? chrome_heading(ui) : UI_BODY;
}

/* Height of the card with the words in a column `w` wide. */
static float words_h(struct ui *ui, float w, const char *const lines[LINES])
{
    float h = 2 * CHROME_PAD;
    for (size_t i = 0; i < LINES; i++) {
        float line_h = chrome_text_h(ui, w - 2 * CHROME_PAD, line_type(ui, i), lines[i]);
        h += line_h > 0 ? line_h + (i > 0 ? CHROME_GAP : 0) : 0;
    }
    return h;
}

static void draw_result(const struct kiosk *k, const struct state *state, struct ui *ui,
                        struct ui_rect page)
{
    const char *lines[LINES];
    verdict(k, state, lines);
    if (!isnan(state->result.score)) {
        char number[16];
        struct said said;
        float words = words_h(ui, page.w, lines) + CHROME_GAP;
        float upper = fminf(page.h * 0.5f, page.h - words);
        struct ui_rect row = ui_portrait(ui)
                                 ? chrome_cut_top(&page, upper, CHROME_GAP)
                                 : chrome_cut_left(&page, page.w * 0.38f, CHROME_GAP);
        float rate_h = gauge_rate_h(k->texts[k->lang], k->guideline, ui, row.w);
        float score_h = fminf(row.h * 0.62f, row.h - CHROME_GAP - rate_h);
        struct ui_rect score = chrome_cut_top(&row, score_h, CHROME_GAP);
        str_format(number, sizeof number, "%.0f", state->result.score);
        gauge_ringed(ui, score, kiosk_tr(k, "rhythm_score"), number,
                     kiosk_tr(k, "unit_points"), state->result.score / 100);
        gauge_rate_of(k->texts[k->lang], k->guideline, state->result.rate_cpm, ui, row);
        said_of(k, state, &said);
        ui_says(ui, score, UI_TEXT, said.score);
        ui_says(ui, row, UI_TEXT, said.rate);
    }
    ui_fill(ui, page, CHROME_RADIUS, UI_CARD);
    struct ui_rect inside = chrome_inset(page, CHROME_PAD);
    for (size_t i = 0; i < LINES; i++) {
        enum ui_type type = line_type(ui, i);
        ui_text(ui,
                chrome_cut_top(&inside, chrome_text_h(ui, inside.w, type, lines[i]),
                               CHROME_GAP),
                type, i == 2 ? UI_QUIET : UI_TEXT, UI_LEFT, lines[i]);
    }
    if (inside.h >= FIGURE_MIN) {
        ui_scene(ui, inside, 0,
                 &(struct scene_view){.name = "press",
                                      .ground = SCENE_ON_DARK,
                                      .seconds = (float)kiosk_screen_s(k)});
    }
}

static void draw(const struct kiosk *k, const void *block, struct ui *ui)
{
    const struct state *state = block;
    struct ui_rect page = chrome_page(ui);
    struct ui_button back = {
        .id = "stop", .label = kiosk_tr(k, "back_home"), .icon = ICON_BACK};
    struct ui_button again = {.id = "again",
                              .label = kiosk_tr(k, "rhythm_again"),
                              .style = UI_BUTTON_NEXT,
                              .icon = ICON_NEXT};
    struct chrome_bar bar = {.back = &back,
                             .chips = true,
                             .words =
                                 state->phase == DONE ? CHROME_ALL_WORDS : CHROME_SIGNS,
                             .actions = &again,
                             .action_count = state->phase == DONE};
    ui_fill(ui, (struct ui_rect){0, 0, ui_width(ui), ui_height(ui)}, 0, UI_GROUND);
    chrome_bar(k, ui, &page, &bar);
    if (state->phase == DONE) {
        draw_result(k, state, ui, page);
    } else {
        draw_tapping(k, state, ui, page);
    }
}

const struct screen screen_rhythm = {
    .name = "rhythm",
    .theme = UI_DARK,
    .state_size = sizeof(struct state),
    .animated = true,
    .beats = true,
    .enter = enter,
    .input = input,
    .tick = tick,
    .draw = draw,
    .say = say,
    .leave = leave,
};
