/* SPDX-License-Identifier: MIT */
/*
 * The practice screen before the first push: how to kneel and press, and what hinders.
 */
#include <math.h>

#include "base/str.h"
#include "screens/chrome.h"
#include "screens/gauge.h"
#include "screens/kiosk.h"
#include "screens/pages.h"
#include "screens/practice_parts.h"
#include "screens/prompt.h"
#include "screens/say.h"
#include "screens/stages.h"
#include "screens/told.h"

enum { STEPS = 3, STEP_MAX = 256 };

/* A wide screen has no room for a clock beside the words. */
static bool is_crowded(const struct ui *ui)
{
    return !ui_portrait(ui) && chrome_crowding(ui) > 1.15f;
}

/* What to do before the first push, step by step. */
static const char *step_key(const struct kiosk *k, int step)
{
    const char *const keys[STEPS] = {"ready_kneel", "ready_hands",
                                     practice_cycles(k)            ? "ready_cycles"
                                     : k->presser == PRESSER_CHILD ? "ready_turns"
                                                                   : "ready_press"};
    return keys[step];
}

/* As it stands there: the last step says how long it will take where the clock has no
 * room. Returns `out`. */
static const char *step_words(const struct kiosk *k, const struct ui *ui, int step,
                              char out[STEP_MAX])
{
    char n[16];
    const char *words = kiosk_tr(k, step_key(k, step));
    if (step + 1 < STEPS || station_ready(kiosk_station(k))->title || !is_crowded(ui)) {
        str_copy(out, STEP_MAX, words);
        return out;
    }
    str_format(n, sizeof n, "%.0f", kiosk_run(k)->plan.seconds);
    return kiosk_fill(k, out, STEP_MAX, "ready_seconds",
                      (const char *const[]){"step", words, "n", n, NULL});
}

/* ---- how it is done ---------------------------------------------------------------- */

#define FIGURE_MIN 230.0f

/* With the beat that is heard, as long as there is one. */
float practice_beat_s(const struct kiosk *k)
{
    double phase = sound_beat_phase(k->sound);
    return (float)(phase < 0 ? kiosk_screen_s(k) : phase * 60 / speaking_beat_cpm(k));
}

/* The rhythm; a chest that is touched before the first push is followed. */
static void draw_figure(const struct kiosk *k, struct ui *ui, struct ui_rect rect)
{
    practice_figure(ui, rect,
                    &(struct scene_view){.name = "press",
                                         .ground = SCENE_ON_DARK,
                                         .seconds = practice_beat_s(k),
                                         .press_mm = kiosk_chest_mm(k)});
}

static float numbers_h(const struct ui *ui)
{
    return ui_line_height(ui, UI_STRONG) * 1.3f;
}

/* ---- ready ------------------------------------------------------------------------- */

static float row_w(const struct ui *ui, float w)
{
    return w - 2 * CHROME_PAD - numbers_h(ui) - CHROME_GAP;
}

static float step_h(const struct kiosk *k, struct ui *ui, float w, int step)
{
    char text[STEP_MAX];
    step_words(k, ui, step, text);
    return fmaxf(chrome_text_h(ui, row_w(ui, w), UI_STRONG, text), numbers_h(ui));
}

/* Height of all steps in a card so wide. */
static float steps_h(const struct kiosk *k, struct ui *ui, float w)
{
    float h = 2 * CHROME_PAD + (STEPS - 1) * CHROME_GAP;
    for (int i = 0; i < STEPS; i++) {
        h += step_h(k, ui, w, i);
    }
    return h;
}

static void draw_steps(const struct kiosk *k, struct ui *ui, struct ui_rect rect)
{
    ui_fill(ui, rect, CHROME_RADIUS, UI_CARD);
    float spare = (rect.h - steps_h(k, ui, rect.w)) / STEPS;
    struct ui_rect inside = chrome_inset(rect, CHROME_PAD);
    float r = numbers_h(ui) / 2;
    char words[STEP_MAX];
    for (int i = 0; i < STEPS; i++) {
        float h = step_h(k, ui, rect.w, i) + fmaxf(spare, 0);
        struct ui_rect row = chrome_cut_top(&inside, h, CHROME_GAP);
        char number[4];
        str_format(number, sizeof number, "%d", i + 1);
        struct ui_rect disc = chrome_cut_left(&row, 2 * r, CHROME_GAP);
        ui_disc(ui, (struct ui_point){disc.x + r, disc.y + disc.h / 2}, r, UI_BAND);
        ui_text_middle(ui, disc, UI_STRONG, UI_TEXT, UI_CENTER, number);
        ui_text_middle(ui, row, UI_STRONG, UI_TEXT, UI_LEFT, step_words(k, ui, i, words));
    }
}

/* "Press", as a block. */
static float press_h(const void *what, struct ui *ui, float w)
{
    return prompt_h(what, ui, w);
}

static void press_draw(const void *what, struct ui *ui, struct ui_rect rect)
{
    prompt_draw(what, ui, rect);
}

/* Where the steps have no room at once: on pages, without a picture. First comes what the
 * manikin cannot do, or where nothing hinders (NULL) that it is time to press. */
static void draw_on_pages(const struct kiosk *k, struct ui *ui, struct ui_rect page,
                          const struct ready *told, int shown)
{
    enum { BLOCKS = 2 + STEPS };

    char steps[STEPS][STEP_MAX];
    struct pages_block blocks[BLOCKS];
    struct pages pages;
    size_t count = 0;
    if (told) {
        blocks[count++] = (struct pages_block){.text = kiosk_tr(k, told->title),
                                               .type = UI_STRONG,
                                               .color = UI_NEXT,
                                               .with_next = true};
        blocks[count++] = (struct pages_block){
            .text = kiosk_tr(k, told->text), .type = UI_BODY, .color = UI_TEXT};
    } else {
        blocks[count++] = (struct pages_block){
            .height = press_h, .draw = press_draw, .what = k, .with_next = true};
    }
    for (int i = 0; i < STEPS; i++) {
        char words[STEP_MAX];
        str_format(steps[i], STEP_MAX, "%d. %s", i + 1, step_words(k, ui, i, words));
        blocks[count++] = (struct pages_block){
            .text = steps[i], .type = UI_STRONG, .color = UI_TEXT, .gap = CHROME_GAP};
    }
    pages_lay_out(&pages, ui, page, blocks, count);
    pages_draw(&pages, ui, k->texts[k->lang], shown);
}

/* What this manikin cannot do, above the steps. */
static void draw_limits(const struct kiosk *k, struct ui *ui, struct ui_rect page,
                        const struct ready *told, int shown)
{
    float card_h = told_card_h(k, ui, page.w, told);
    if (page.h < card_h + CHROME_GAP + steps_h(k, ui, page.w)) {
        draw_on_pages(k, ui, page, told, shown);
        return;
    }
    told_card(k, ui, chrome_cut_top(&page, card_h, CHROME_GAP), told);
    draw_steps(k, ui, page);
}

/* Whether the steps have room, in a landscape without a picture. */
static bool has_steps(const struct kiosk *k, struct ui *ui, struct ui_rect page)
{
    return steps_h(k, ui, page.w) <= page.h;
}

/* The picture beside or above the steps, as long as they leave it room. */
static void draw_how(const struct kiosk *k, struct ui *ui, struct ui_rect page)
{
    bool upright = ui_portrait(ui);
    float w = upright ? page.w : page.w * 0.54f - CHROME_GAP;
    float steps = steps_h(k, ui, w);
    if (steps > page.h) {
        draw_steps(k, ui, page);
        return;
    }
    float figure = upright ? page.h - steps - CHROME_GAP : page.h;
    if (figure >= FIGURE_MIN) {
        draw_figure(k, ui,
                    upright
                        ? chrome_cut_top(&page, figure, CHROME_GAP)
                        : chrome_cut_left(&page, page.w - w - CHROME_GAP, CHROME_GAP));
    }
    draw_steps(k, ui, page);
}

/* "Press": as large as while somebody presses, and how long it will last. */
static void draw_ready(const struct kiosk *k, struct ui *ui, struct ui_rect page,
                       int shown)
{
    struct run_shown run = kiosk_run_shown(k);
    float clock_w = page.w * 0.29f;
    bool has_clock = !ui_portrait(ui) && !is_crowded(ui);
    float w = page.w - (has_clock ? clock_w + CHROME_GAP : 0);
    float head_h = fmaxf(prompt_h(k, ui, w), gauge_h(ui) - 20);
    struct ui_rect whole = page;
    struct ui_rect head = chrome_cut_top(&page, head_h, CHROME_GAP);
    if (!has_steps(k, ui, page)) {
        draw_on_pages(k, ui, whole, NULL, shown);
        return;
    }
    if (has_clock) {
        gauge_time(&run, ui, chrome_cut_right(&head, clock_w, CHROME_GAP));
    }
    prompt_draw(k, ui, head);
    draw_how(k, ui, page);
}

void practice_waiting(const struct kiosk *k, struct ui *ui, struct ui_rect page,
                      int shown)
{
    const struct ready *told = station_ready(kiosk_station(k));
    practice_foot(k, ui, &page, PRACTICE_WAITING);
    stages_draw(k, ui, &page);
    if (told->title) {
        draw_limits(k, ui, page, told, shown);
    } else if (stages_now(k) == STAGE_WATCH) {
        practice_watch(k, ui, page);
    } else {
        draw_ready(k, ui, page, shown);
    }
}

/* What there is to see is told one after the other, and after it that it is the
 * visitor's turn. A lesson has told how it is done. */
void practice_waiting_say(const struct kiosk *k, struct str *out)
{
    const struct ready *told = station_ready(kiosk_station(k));
    if (told->title) {
        told_say(k, told, out);
    } else if (stages_now(k) == STAGE_WATCH) {
        practice_watch_say(k, out);
    } else {
        say_text(k, out, prompt_key(k));
    }
}
