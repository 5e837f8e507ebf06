/* SPDX-License-Identifier: MIT */
/*
 * Practice and test. Practice shows one thing to change at a time, large enough to be
 * read while pressing; a test shows what an examiner would: the time, the count, the
 * curve.
 */
#include <math.h>

#include "base/str.h"
#include "screens/chart.h"
#include "screens/chrome.h"
#include "screens/gauge.h"
#include "screens/kiosk.h"
#include "screens/prompt.h"
#include "screens/say.h"
#include "screens/stopped.h"
#include "screens/told.h"

enum { WORDS_MAX = 96, STEPS = 3 };

/* Below this height the rescuer is too small to show anything. */
#define FIGURE_MIN 170.0f

/* What the visitor sees now. */
enum view {
    VIEW_TOLD, /* that a push can not begin now, and why */
    VIEW_LOST,
    VIEW_WAITING,
    VIEW_PRESSING,
};

static enum view view_of(const struct kiosk *k)
{
    switch (kiosk_run(k)->phase) {
    case RUN_WAITING:
        return station_ready(kiosk_station(k))->may_press ? VIEW_WAITING : VIEW_TOLD;
    case RUN_GOING:
    case RUN_FINISHED: return VIEW_PRESSING;
    case RUN_NONE:
    case RUN_LOST: break;
    }
    return VIEW_LOST;
}

static bool is_cycling(const struct kiosk *k)
{
    return kiosk_run(k)->plan.mode == CPR_30_2;
}

/* Visitors choose how to press; a lesson has chosen for its own runs. */
static bool may_choose(const struct kiosk *k)
{
    return view_of(k) == VIEW_WAITING && !k->run_is_lessons;
}

/* Who presses is asked before the first push, and while help is given. */
static bool may_choose_presser(const struct kiosk *k, enum view view)
{
    bool is_helped = kiosk_run(k)->plan.kind == RUN_PRACTICE;
    return k->child && !k->run_is_lessons &&
           (view == VIEW_WAITING || (view == VIEW_PRESSING && is_helped));
}

/* ---- what to touch ----------------------------------------------------------------- */

static void choose(struct kiosk *k, enum cpr_mode mode)
{
    const struct run_plan *plan = &kiosk_run(k)->plan;
    k->mode = mode;
    if (mode != plan->mode) {
        kiosk_start_run(k, plan->kind, plan->seconds, plan->guideline->name, mode, false);
    }
}

static const struct {
    const char *id, *label;
    enum presser presser;
} pressers[] = {{"adult", "presser_adult", PRESSER_ADULT},
                {"child", "presser_child", PRESSER_CHILD}};

enum { PRESSERS_ASKED = sizeof pressers / sizeof *pressers };

static void choose_presser(struct kiosk *k, const struct ui_event *event)
{
    for (size_t i = 0; i < PRESSERS_ASKED; i++) {
        if (ui_tapped(event, pressers[i].id)) {
            kiosk_set_presser(k, pressers[i].presser);
        }
    }
}

static void input(struct kiosk *k, void *state, const struct ui_event *event)
{
    (void)state;
    const struct run_plan *plan = &kiosk_run(k)->plan;
    bool escape = event->kind == UI_EVENT_KEY && str_equal(event->key, "escape");
    if (stopped_input(k, event)) {
        return;
    }
    if (ui_tapped(event, "stop") || escape) {
        kiosk_choice(k);
        kiosk_stop_run(k);
    } else if (ui_tapped(event, "again") && kiosk_run(k)->phase == RUN_LOST) {
        kiosk_start_run(k, plan->kind, plan->seconds, plan->guideline->name, plan->mode,
                        k->run_is_lessons);
    } else if (ui_tapped(event, "compressions-only") && may_choose(k)) {
        choose(k, CPR_COMPRESSION_ONLY);
    } else if (ui_tapped(event, "with-breaths") && may_choose(k)) {
        choose(k, CPR_30_2);
    } else if (may_choose_presser(k, view_of(k))) {
        choose_presser(k, event);
    }
}

/* Side by side; what is chosen has a tick. */
static void put_modes(const struct kiosk *k, struct ui_button *modes)
{
    modes[CPR_COMPRESSION_ONLY] = (struct ui_button){
        .id = "compressions-only", .label = kiosk_tr(k, "mode_compressions")};
    modes[CPR_30_2] =
        (struct ui_button){.id = "with-breaths", .label = kiosk_tr(k, "mode_breaths")};
    struct ui_button *chosen = &modes[kiosk_run(k)->plan.mode];
    chosen->style = UI_BUTTON_PRIMARY;
    chosen->icon = ICON_TICK;
}

static void put_pressers(const struct kiosk *k, struct ui_button *buttons)
{
    for (size_t i = 0; i < PRESSERS_ASKED; i++) {
        bool is_chosen = k->presser == pressers[i].presser;
        buttons[i] =
            (struct ui_button){.id = pressers[i].id,
                               .label = kiosk_tr(k, pressers[i].label),
                               .style = is_chosen ? UI_BUTTON_PRIMARY : UI_BUTTON_PLAIN,
                               .icon = is_chosen ? ICON_TICK : ICON_NONE};
    }
}

/* The way out, what to choose, and where there is room what manikin it is. */
static void draw_foot(const struct kiosk *k, struct ui *ui, struct ui_rect *page,
                      enum view view)
{
    const char *out = view == VIEW_PRESSING ? "practice_stop"
                      : k->run_is_lessons   ? "practice_back_to_lesson"
                                            : "back_home";
    struct ui_button back = {.id = "stop", .label = kiosk_tr(k, out), .icon = ICON_BACK};
    struct ui_button again = {.id = "again",
                              .label = kiosk_tr(k, "practice_again"),
                              .style = UI_BUTTON_NEXT,
                              .icon = ICON_NEXT};
    struct ui_button modes[CPR_MODE_COUNT];
    put_modes(k, modes);
    struct ui_button who[PRESSERS_ASKED];
    put_pressers(k, who);
    struct chrome_bar bar = {
        .back = &back, .chips = view != VIEW_PRESSING, .key = view == VIEW_PRESSING};
    if (view == VIEW_WAITING && may_choose(k)) {
        bar.actions = modes;
        bar.action_count = CPR_MODE_COUNT;
    } else if (view == VIEW_PRESSING && may_choose_presser(k, view)) {
        bar.actions = who;
        bar.action_count = PRESSERS_ASKED;
    } else if (view == VIEW_LOST) {
        bar.actions = &again;
        bar.action_count = 1;
    }
    struct ui_rect note = chrome_bar(k, ui, page, &bar);
    if (!kiosk_station(k)->status.simulated || view == VIEW_TOLD) {
        return;
    }
    const char *words = kiosk_tr(k, "manikin_simulated");
    enum ui_align align = UI_RIGHT;
    if (ui_measure(ui, page->w, UI_BODY, words).w * 0.8f > note.w - 16) {
        note = chrome_cut_bottom(page, ui_line_height(ui, UI_BODY), 12);
        align = UI_CENTER;
    }
    ui_text_middle(ui, chrome_inset(note, 8), UI_BODY, UI_QUIET, align, words);
}

/* ---- views ------------------------------------------------------------------------- */

/* With `seconds` and no press_mm the rescuer shows the rhythm by itself; a chest that is
 * touched before the first push is followed. */
static void draw_figure(struct ui *ui, struct ui_rect rect, float press_mm, float seconds)
{
    ui_fill(ui, rect, CHROME_RADIUS, UI_CARD);
    ui_scene(ui, chrome_inset(rect, 16), CHROME_RADIUS - 16,
             &(struct scene_view){.name = "press",
                                  .ground = SCENE_ON_DARK,
                                  .seconds = seconds,
                                  .press_mm = press_mm});
}

/* Width of the column that the curve and the bars keep free for their labels. */
static float label_column(const struct kiosk *k, struct ui *ui, const char *band, float w)
{
    float widest = fmaxf(ui_measure(ui, w, UI_SMALL, kiosk_tr(k, "curve_rest")).w,
                         fmaxf(ui_measure(ui, w, UI_SMALL, band).w,
                               ui_measure(ui, w, UI_SMALL, kiosk_tr(k, "last_ten")).w));
    return fminf(widest + 4, w * 0.25f);
}

static void draw_charts(const struct kiosk *k, struct ui *ui, struct ui_rect rect)
{
    if (stopped_is(k)) { /* a curve that lies still tells nothing */
        stopped_draw(k, ui, rect);
        return;
    }
    const struct cpr_guideline *guideline = kiosk_run(k)->plan.guideline;
    bool judged =
        kiosk_run(k)->plan.kind == RUN_PRACTICE && !kiosk_run(k)->plan.rhythm_only;
    char band[WORDS_MAX];
    str_format(band, sizeof band, "%.0f–%.0f %s", guideline->depth_mm.low,
               guideline->depth_mm.high, kiosk_tr(k, "unit_mm"));
    float label_w = label_column(k, ui, band, rect.w);
    if (judged) {
        struct ui_rect last = chrome_cut_bottom(&rect, rect.h * 0.3f, CHROME_GAP);
        ui_fill(ui, last, CHROME_RADIUS, UI_CARD);
        struct ui_rect inside = chrome_inset(last, 28);
        struct ui_rect label = chrome_cut_left(&inside, label_w, 20);
        ui_text_middle(ui, label, UI_SMALL, UI_QUIET, UI_LEFT, kiosk_tr(k, "last_ten"));
        chart_last(ui, inside, kiosk_run(k));
    }
    ui_fill(ui, rect, CHROME_RADIUS, UI_CARD);
    chart_live(ui, rect, kiosk_run(k),
               &(struct chart_live){kiosk_tr(k, "curve_rest"), band, label_w, judged,
                                    sound_beat_phase(k->sound), speaking_beat_cpm(k)});
}

static float prompt_h(const struct ui *ui, float page_h)
{
    return fminf(ui_line_height(ui, UI_PROMPT) + 48, page_h * 0.24f);
}

/* The depth of the newest push; where nobody knows it, how many there were. */
static void draw_depth(const struct kiosk *k, struct ui *ui, struct ui_rect rect)
{
    struct run_shown run = kiosk_run_shown(k);
    if (run.run->plan.rhythm_only) {
        gauge_count(&run, ui, rect);
    } else {
        gauge_depth(&run, ui, rect);
    }
}

static void draw_upright(const struct kiosk *k, struct ui *ui, struct ui_rect page)
{
    struct run_shown run = kiosk_run_shown(k);
    draw_foot(k, ui, &page, VIEW_PRESSING);
    prompt_draw(k, ui, chrome_cut_top(&page, prompt_h(ui, page.h), CHROME_GAP));
    bool counts = is_cycling(k) && kiosk_run(k)->plan.kind == RUN_PRACTICE;
    float card_h = fminf(gauge_h(ui), page.h * 0.23f);
    struct ui_rect cards = chrome_cut_top(&page, card_h, CHROME_GAP);
    if (kiosk_run(k)->plan.kind == RUN_TEST) {
        gauge_time(&run, ui, chrome_column(cards, 0, 2, CHROME_GAP));
        gauge_count(&run, ui, chrome_column(cards, 1, 2, CHROME_GAP));
    } else if (chrome_crowding(ui) > 1.3f) {
        if (counts) {
            gauge_cycle(&run, ui,
                        chrome_cut_right(&cards, (cards.w - CHROME_GAP) / 2, CHROME_GAP));
        }
        gauge_time(&run, ui, cards);
        cards = chrome_cut_top(&page, card_h, CHROME_GAP);
        draw_depth(k, ui, chrome_column(cards, 0, 2, CHROME_GAP));
        gauge_rate(&run, ui, chrome_column(cards, 1, 2, CHROME_GAP));
    } else {
        gauge_time(&run, ui, chrome_column(cards, 0, 3, CHROME_GAP));
        draw_depth(k, ui, chrome_column(cards, 1, 3, CHROME_GAP));
        gauge_rate(&run, ui, chrome_column(cards, 2, 3, CHROME_GAP));
    }
    if (chrome_crowding(ui) < 1.7f) { /* else the charts need the room */
        struct ui_rect low = chrome_cut_bottom(&page, page.h * 0.36f, CHROME_GAP);
        if (counts && chrome_crowding(ui) <= 1.3f) {
            gauge_cycle(&run, ui, chrome_cut_right(&low, low.w * 0.4f, CHROME_GAP));
        }
        draw_figure(ui, low, (float)kiosk_run(k)->live.now_mm, 0);
    }
    draw_charts(k, ui, page);
}

/* The figures stand in a column as high as the screen; the foot ends beside it. */
static void draw_lying(const struct kiosk *k, struct ui *ui, struct ui_rect page)
{
    struct run_shown run = kiosk_run_shown(k);
    float head = prompt_h(ui, page.h);
    struct ui_rect side = chrome_cut_right(&page, page.w * 0.29f, CHROME_GAP);
    struct ui_rect top = chrome_cut_top(&side, head, CHROME_GAP);
    float card_h = gauge_h(ui);
    bool third = side.h - 2 * (card_h + CHROME_GAP) >= FIGURE_MIN;
    bool counts = is_cycling(k) && kiosk_run(k)->plan.kind == RUN_PRACTICE;
    if (!third) {
        card_h = (side.h - CHROME_GAP) / 2;
    }
    if (counts && !third) { /* the time will end by itself, the count must be seen */
        gauge_cycle(&run, ui, top);
    } else {
        gauge_time(&run, ui, top);
    }
    if (kiosk_run(k)->plan.kind == RUN_TEST) {
        gauge_count(&run, ui, chrome_cut_top(&side, card_h, CHROME_GAP));
    } else {
        draw_depth(k, ui, chrome_cut_top(&side, card_h, CHROME_GAP));
        gauge_rate(&run, ui, chrome_cut_top(&side, card_h, CHROME_GAP));
    }
    if (counts && third) {
        gauge_cycle(&run, ui, side);
    } else if (side.h >= FIGURE_MIN) {
        draw_figure(ui, side, (float)kiosk_run(k)->live.now_mm, 0);
    }
    draw_foot(k, ui, &page, VIEW_PRESSING);
    prompt_draw(k, ui, chrome_cut_top(&page, head, CHROME_GAP));
    draw_charts(k, ui, page);
}

/* What to do before the first push, step by step. */
static const char *step_key(const struct kiosk *k, int step)
{
    const char *const keys[STEPS] = {"ready_kneel", "ready_hands",
                                     is_cycling(k)                 ? "ready_cycles"
                                     : k->presser == PRESSER_CHILD ? "ready_turns"
                                                                   : "ready_press"};
    return keys[step];
}

static void draw_steps(const struct kiosk *k, struct ui *ui, struct ui_rect rect)
{
    ui_fill(ui, rect, CHROME_RADIUS, UI_CARD);
    struct ui_rect inside = chrome_inset(rect, CHROME_PAD);
    float h = (inside.h - (STEPS - 1) * CHROME_GAP) / STEPS;
    for (int i = 0; i < STEPS; i++) {
        struct ui_rect row = chrome_cut_top(&inside, h, CHROME_GAP);
        char number[4];
        str_format(number, sizeof number, "%d", i + 1);
        float r = fminf(44, h * 0.4f);
        struct ui_rect disc = chrome_cut_left(&row, 2 * r, CHROME_GAP);
        ui_disc(ui, (struct ui_point){disc.x + r, disc.y + disc.h / 2}, r, UI_BAND);
        ui_text_middle(ui, disc, UI_STRONG, UI_TEXT, UI_CENTER, number);

        static const enum ui_type types[] = {UI_HEADING, UI_STRONG};

        const char *text = kiosk_tr(k, step_key(k, i));
        ui_text_middle(ui, row, chrome_fit(ui, row, types, 2, text), UI_TEXT, UI_LEFT,
                       text);
    }
}

/* Least height in which the steps can be read. */
static float steps_h(const struct ui *ui)
{
    return STEPS * ui_line_height(ui, UI_STRONG) * 0.8f + 2 * CHROME_PAD +
           (STEPS - 1) * CHROME_GAP;
}

/* What this manikin cannot do, above the steps, or instead of them: who knows them has no
 * use for them, and all others will ask the staff first. */
static void draw_limits(const struct kiosk *k, struct ui *ui, struct ui_rect page,
                        const struct ready *told)
{
    float card_h = told_card_h(k, ui, page.w, told);
    bool has_steps = page.h >= card_h + CHROME_GAP + steps_h(ui);
    told_card(k, ui, has_steps ? chrome_cut_top(&page, card_h, CHROME_GAP) : page, told);
    if (has_steps) {
        draw_steps(k, ui, page);
    }
}

/* Adult or child, side by side above the foot. */
static void draw_pressers(const struct kiosk *k, struct ui *ui, struct ui_rect *page)
{
    struct ui_button who[PRESSERS_ASKED];
    put_pressers(k, who);
    struct ui_rect row = chrome_cut_bottom(page, chrome_button_h(ui), CHROME_GAP);
    for (size_t i = 0; i < PRESSERS_ASKED; i++) {
        ui_button(ui, chrome_column(row, i, PRESSERS_ASKED, CHROME_GAP), &who[i]);
    }
}

/* The rescuer and the three steps; large text needs the rescuer's room. */
static void draw_waiting(const struct kiosk *k, struct ui *ui, struct ui_rect page)
{
    const struct ready *told = station_ready(kiosk_station(k));
    struct run_shown run = kiosk_run_shown(k);
    bool asks = may_choose_presser(k, VIEW_WAITING);
    bool large = chrome_crowding(ui) > (asks ? 1.15f : 1.3f);
    draw_foot(k, ui, &page, VIEW_WAITING);
    if (asks) {
        draw_pressers(k, ui, &page);
    }
    if (told->title) {
        draw_limits(k, ui, page, told);
        return;
    }
    float head_h = prompt_h(ui, page.h);
    if (page.h < head_h + CHROME_GAP + steps_h(ui)) { /* the steps say it all */
        draw_steps(k, ui, page);
        return;
    }
    struct ui_rect head = chrome_cut_top(&page, head_h, CHROME_GAP);
    float clock_h =
        40 + ui_line_height(ui, UI_SMALL) + 0.7f * ui_line_height(ui, UI_LIVE);
    if (!ui_portrait(ui) && !large && head_h >= clock_h) {
        gauge_time(&run, ui, chrome_cut_right(&head, head.w * 0.29f, CHROME_GAP));
    }
    prompt_draw(k, ui, head);
    if (ui_portrait(ui)) {
        float share = large ? 0.3f : 0.45f;
        draw_figure(ui, chrome_cut_top(&page, page.h * share, CHROME_GAP),
                    kiosk_chest_mm(k), (float)kiosk_screen_s(k));
    } else if (!large) {
        draw_figure(ui, chrome_cut_left(&page, page.w * 0.46f, CHROME_GAP),
                    kiosk_chest_mm(k), (float)kiosk_screen_s(k));
    }
    draw_steps(k, ui, page);
}

static void draw(const struct kiosk *k, const void *state, struct ui *ui)
{
    (void)state;
    const struct ready *told = station_ready(kiosk_station(k));
    struct ui_rect page = chrome_page(ui);
    switch (view_of(k)) {
    case VIEW_TOLD:
        draw_foot(k, ui, &page, VIEW_TOLD);
        told_notice(k, ui, page, told->title, told->text);
        break;
    case VIEW_LOST:
        draw_foot(k, ui, &page, VIEW_LOST);
        told_notice(k, ui, page, "lost_title", "lost_text");
        break;
    case VIEW_WAITING: draw_waiting(k, ui, page); break;
    case VIEW_PRESSING:
        if (ui_portrait(ui)) {
            draw_upright(k, ui, page);
        } else {
            draw_lying(k, ui, page);
        }
        break;
    }
}

static void say(const struct kiosk *k, const void *state, struct str *out)
{
    (void)state;
    const struct ready *told = station_ready(kiosk_station(k));
    enum view view = view_of(k);
    switch (view) {
    case VIEW_TOLD: told_say(k, told, out); break;
    case VIEW_LOST:
        say_text(k, out, "lost_title");
        say_text(k, out, "lost_text");
        break;
    case VIEW_WAITING:
        if (told->title) {
            told_say(k, told, out);
        } else {
            say_text(k, out, prompt_key(k));
        }
        for (int i = 0; i < STEPS; i++) {
            say_text(k, out, step_key(k, i));
        }
        break;
    case VIEW_PRESSING:
        say_text(k, out, prompt_key(k));
        stopped_say(k, out);
        break;
    }
}

/* A rescuer's hands are not free for the screen. */
static bool busy(const struct kiosk *k, const void *state)
{
    (void)state;
    return kiosk_run(k)->phase == RUN_GOING;
}

const struct screen screen_practice = {
    .name = "practice",
    .theme = UI_DARK,
    .busy = busy,
    .input = input,
    .draw = draw,
    .say = say,
};
