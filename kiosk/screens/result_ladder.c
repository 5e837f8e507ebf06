/* SPDX-License-Identifier: MIT */
#include "screens/result_ladder.h"

#include <math.h>

#include "base/str.h"
#include "screens/chart.h"
#include "screens/chrome.h"
#include "screens/result_pair.h"
#include "screens/result_score.h"
#include "screens/run_shown.h"
#include "screens/say.h"

enum { RUNGS = 6, WORDS_MAX = 160, NUMBER_MAX = 16 };

#define PAD      24.0f
#define CLOSE    12.0f
#define RAIL_W   16.0f
#define RUNG_W   14.0f
#define LADDER_W 200.0f /* between the rails, at most */
#define DISC_R   44.0f
#define NEAR_CM  0.5 /* so little is missing that it is nearly there */

static bool is_there(const struct run_shown *shown)
{
    return shown->debrief->presser == PRESSER_CHILD && shown->debrief->result.count > 0;
}

/* As it is shown, to a tenth. */
static double reached_cm(const struct run_shown *shown)
{
    return round(shown->debrief->result.mean_depth_mm) / 10;
}

static double goal_cm(const struct run_shown *shown)
{
    return shown->run->plan.guideline->depth_mm.low / 10;
}

/* What was reached, and kindly how far it still is. */
static void put_way(const struct run_shown *shown, char *out)
{
    char cm[NUMBER_MAX];
    char goal[NUMBER_MAX];
    double missing = goal_cm(shown) - reached_cm(shown);
    str_format(cm, sizeof cm, "%.1f", reached_cm(shown));
    str_format(goal, sizeof goal, "%.0f", goal_cm(shown));
    conf_fill(shown->texts, out, WORDS_MAX,
              missing > NEAR_CM ? "ladder_way"
              : missing > 0     ? "ladder_near"
                                : "ladder_there",
              (const char *const[]){"cm", cm, "goal", goal, NULL});
}

static float rung_h(const struct ui *ui)
{
    return fmaxf(ui_line_height(ui, UI_SMALL), 44);
}

float result_ladder_h(const void *what, struct ui *ui, float w)
{
    char way[WORDS_MAX];
    if (!is_there(what)) {
        return 0;
    }
    put_way(what, way);
    return 2 * PAD + RUNGS * rung_h(ui) + CHROME_GAP +
           ui_measure(ui, w - 2 * PAD, UI_BODY, way).h;
}

struct ladder {
    float left, right; /* of the rails */
    float top, step;   /* of rung 0, and from one to the next */
};

static void draw_rail(struct ui *ui, const struct ladder *ladder, float x)
{
    const struct ui_point ends[] = {{x, ladder->top - ladder->step * 0.4f},
                                    {x, ladder->top + ladder->step * (RUNGS - 0.6f)}};
    ui_polyline(ui, ends, 2, RAIL_W, 0, UI_FAINT);
}

static void draw_rungs(const struct run_shown *shown, struct ui *ui,
                       const struct ladder *ladder, float label_x, float label_w)
{
    char n[NUMBER_MAX];
    char words[WORDS_MAX];
    for (int cm = 0; cm < RUNGS; cm++) {
        float y = ladder->top + ladder->step * (float)cm;
        const struct ui_point ends[] = {{ladder->left, y}, {ladder->right, y}};
        ui_polyline(ui, ends, 2, RUNG_W, 0,
                    cm > 0 && cm <= reached_cm(shown) ? UI_GOOD : UI_TRACK);
        str_format(n, sizeof n, "%d", cm);
        conf_fill(shown->texts, words, sizeof words,
                  cm == 0 ? "ladder_rest" : "ladder_cm",
                  (const char *const[]){"n", n, NULL});
        float h = ui_line_height(ui, UI_SMALL);
        ui_text_middle(ui, (struct ui_rect){label_x, y - h / 2, label_w, h}, UI_SMALL,
                       cm == RUNGS - 1 ? UI_BAND_LABEL : UI_QUIET, UI_RIGHT, words);
    }
}

/* Of two who took turns, where each one's did. */
static void draw_both(const struct run_shown *shown, struct ui *ui,
                      const struct ladder *ladder)
{
    float r = fmaxf(DISC_R * 0.6f, ui_line_height(ui, UI_SMALL) * 0.6f);
    float middle = (ladder->left + ladder->right) / 2;
    for (int who = 0; who < CPR_PAIR_WHO; who++) {
        double mm = shown->debrief->share[who].mean_depth_mm;
        double cm = fmin(fmax(round(mm) / 10, 0), RUNGS - 1 + 0.4);
        struct ui_point at = {middle + (who == 0 ? -1.2f : 1.2f) * r,
                              ladder->top + ladder->step * (float)cm};
        chart_who(ui, at, r, who);
    }
}

/* Where the mean push turned; deeper than the last rung is beside it. */
static void draw_mean(const struct run_shown *shown, struct ui *ui,
                      const struct ladder *ladder)
{
    double cm = fmin(fmax(reached_cm(shown), 0), RUNGS - 1 + 0.4);
    struct ui_point at = {(ladder->left + ladder->right) / 2,
                          ladder->top + ladder->step * (float)cm};
    ui_disc(ui, at, DISC_R * 0.6f, UI_GOOD);
    float half = DISC_R * 0.36f;
    ui_icon(ui, (struct ui_rect){at.x - half, at.y - half, 2 * half, 2 * half},
            cm >= goal_cm(shown) ? ICON_TICK : ICON_ARROW_DOWN, UI_CARD);
}

static void draw_inside(const struct run_shown *shown, struct ui *ui,
                        struct ui_rect inside)
{
    char way[WORDS_MAX];
    put_way(shown, way);
    float way_h = ui_measure(ui, inside.w, UI_BODY, way).h;
    ui_text(ui, chrome_cut_bottom(&inside, way_h, CHROME_GAP), UI_BODY, UI_TEXT,
            UI_CENTER, way);
    float label_w = inside.w * 0.42f;
    float w = fminf(inside.w - label_w - 2 * CHROME_GAP, LADDER_W);
    float left = inside.x + label_w + CHROME_GAP;
    struct ladder ladder = {left, left + w, 0, inside.h / RUNGS};
    ladder.top = inside.y + ladder.step / 2;
    struct ui_rect goal = {inside.x, ladder.top + ladder.step * (RUNGS - 1.45f), inside.w,
                           ladder.step * 0.9f};
    ui_fill(ui, goal, 20, UI_BAND);
    draw_rail(ui, &ladder, ladder.left);
    draw_rail(ui, &ladder, ladder.right);
    draw_rungs(shown, ui, &ladder, inside.x, label_w);
    if (result_pair_is(shown)) {
        draw_both(shown, ui, &ladder);
    } else {
        draw_mean(shown, ui, &ladder);
    }
}

void result_ladder_draw(const void *what, struct ui *ui, struct ui_rect rect)
{
    ui_card(ui, rect, UI_CARD);
    draw_inside(what, ui, chrome_inset(rect, PAD));
}

static const char *turns_words(const struct run_shown *shown)
{
    return conf_tr(shown->texts, result_pair_is(shown) ? "child_grows" : "child_turns");
}

/* Its two small texts, one below the other. */
struct foot {
    char source[WORDS_MAX];
    float turns_h, source_h;
};

static struct foot foot_of(const struct run_shown *shown, struct ui *ui, float w)
{
    struct foot foot;
    result_score_source(shown, foot.source, sizeof foot.source);
    foot.turns_h = ui_measure(ui, w, UI_SMALL, turns_words(shown)).h;
    foot.source_h = ui_measure(ui, w, UI_SMALL, foot.source).h;
    return foot;
}

float result_ladder_turns_h(const void *what, struct ui *ui, float w)
{
    float h = result_ladder_h(what, ui, w);
    struct foot foot = foot_of(what, ui, w - 2 * PAD);
    return h > 0 ? h + 2 * CLOSE + foot.turns_h + foot.source_h : 0;
}

void result_ladder_turns_draw(const void *what, struct ui *ui, struct ui_rect rect)
{
    ui_card(ui, rect, UI_CARD);
    struct ui_rect inside = chrome_inset(rect, PAD);
    struct foot foot = foot_of(what, ui, inside.w);
    ui_text(ui, chrome_cut_bottom(&inside, foot.source_h, CLOSE), UI_SMALL, UI_QUIET,
            UI_CENTER, foot.source);
    ui_text(ui, chrome_cut_bottom(&inside, foot.turns_h, CLOSE), UI_SMALL, UI_QUIET,
            UI_CENTER, turns_words(what));
    draw_inside(what, ui, inside);
}

void result_ladder_say(const void *what, struct str *out)
{
    char way[WORDS_MAX];
    if (is_there(what)) {
        put_way(what, way);
        say_line(out, way);
    }
}

/* ---- taking turns ------------------------------------------------------------------ */

float result_turns_h(const void *what, struct ui *ui, float w)
{
    if (!is_there(what)) {
        return 0;
    }
    return 2 * PAD + ui_measure(ui, w - 2 * PAD, UI_BODY, turns_words(what)).h;
}

void result_turns_draw(const void *what, struct ui *ui, struct ui_rect rect)
{
    ui_card(ui, rect, UI_TINT_VIOLET);
    ui_text_middle(ui, chrome_inset(rect, PAD), UI_BODY, UI_TEXT, UI_LEFT,
                   turns_words(what));
}

void result_turns_say(const void *what, struct str *out)
{
    if (is_there(what)) {
        say_line(out, turns_words(what));
    }
}
