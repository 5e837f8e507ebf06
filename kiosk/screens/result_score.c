/* SPDX-License-Identifier: MIT */
#include "screens/result_score.h"

#include <math.h>
#include <string.h>

#include "base/str.h"
#include "screens/chrome.h"
#include "screens/result_run.h"
#include "screens/run_shown.h"
#include "screens/say.h"
#include "station/debrief.h"

enum { WORDS_MAX = 320, NUMBER_MAX = 16 };

/* Beyond it a number says more than the model of the beginners knows. */
enum { PERCENT_MOST = 95 };

/* From here on a share of the pushes is praised. */
#define GOOD_PERCENT 80.0

/* The ring, at 1.0; half as much of what the text grows by. */
#define RING_LEAST  176.0f
#define RING_BESIDE 200.0f
#define RING_MOST   0.86f /* of the card's width */
/* The ring stands beside words that have so much room, in letters of the text. */
#define BESIDE_EM   9.0f
#define EM          40.0f
/* How large the ring is for who wants to try quietly. */
#define RING_QUIET  0.55f
#define PAD         20.0f
#define GAP         14.0f
/* Between two lines that belong together. */
#define CLOSE       6.0f

/* ---- the words --------------------------------------------------------------------- */

enum line { TITLE, PASS, BETTER, PEOPLE, BEST, SOURCE, LINES };

/* From top to bottom; "" is not there. */
struct words {
    char text[LINES][WORDS_MAX];
};

/* Guideline and year; what paper that is stands with the table. */
static void put_source(const struct run_shown *shown, struct words *words)
{
    const struct cpr_guideline *guideline = shown->debrief->guideline;
    char year[NUMBER_MAX];
    str_format(year, sizeof year, "%d", guideline->year);
    conf_fill(shown->texts, words->text[SOURCE], WORDS_MAX, "result_guideline_brief",
              (const char *const[]){"name", conf_tr(shown->texts, guideline->name),
                                    "year", year, NULL});
}

/* Fewer pushes are a beginning, however good: nothing is passed by them. */
static bool is_short(const struct run_shown *shown)
{
    return shown->run->plan.kind == RUN_PRACTICE &&
           shown->debrief->result.count < CPR_CYCLE_COMPRESSIONS;
}

/* Nobody is told 0: what was done is told instead. */
static bool has_points(const struct run_shown *shown)
{
    return round(shown->debrief->result.score) > 0;
}

static bool is_pass(const struct run_shown *shown)
{
    return shown->debrief->is_passed && !is_short(shown);
}

/* What the ring's number is. Spoken it stands in the sentence. */
static const char *title_key(const struct run_shown *shown, bool said)
{
    if (tries_gained(shown->tries) > 0) {
        return said ? "result_gained_said" : "result_gained";
    }
    if (!shown->run->plan.guideline->depth_scored) {
        return said ? "result_score_open_said" : "result_score_open";
    }
    return said ? "result_score_said" : "result_score";
}

static void put_title(const struct run_shown *shown, bool said, struct words *words)
{
    char n[NUMBER_MAX];
    char gained[NUMBER_MAX];
    uint32_t count = shown->debrief->result.count;
    const char *key = count > 0 ? "result_begun" : "result_none";
    str_format(n, sizeof n, "%u", count);
    str_format(gained, sizeof gained, "%d", tries_gained(shown->tries));
    if (has_points(shown)) {
        key = title_key(shown, said);
        str_format(n, sizeof n, "%.0f", round(shown->debrief->result.score));
    }
    conf_fill(shown->texts, words->text[TITLE], WORDS_MAX, key,
              (const char *const[]){"n", n, "gained", gained, NULL});
}

/* What is missing to a pass, by the one thing to change; false: that is not enough. */
static bool put_to_pass(const struct run_shown *shown, struct words *words)
{
    static const char *const keys[CPR_DEBRIEF_COUNT] = {
        [CPR_DEBRIEF_DEEPER] = "to_pass_deeper",
        [CPR_DEBRIEF_LESS_DEEP] = "to_pass_less_deep",
        [CPR_DEBRIEF_FASTER] = "to_pass_faster",
        [CPR_DEBRIEF_SLOWER] = "to_pass_slower",
    };
    char n[NUMBER_MAX];
    int by = shown->debrief->to_pass;
    if (by == 0 || by > CPR_DEBRIEF_NEAR) {
        return false;
    }
    str_format(n, sizeof n, "%d", by);
    conf_fill(shown->texts, words->text[PASS], WORDS_MAX,
              keys[shown->debrief->advice.advice], (const char *const[]){"n", n, NULL});
    return true;
}

/* What was good of a run whose depth counts for nothing; NULL: neither of the two. */
static const char *praise_key(const struct cpr_result *result)
{
    return result->rate_ok_percent >= GOOD_PERCENT       ? "result_praise_rhythm"
           : result->full_recoil_percent >= GOOD_PERCENT ? "result_praise_release"
                                                         : NULL;
}

/* The first row that is true is what is said; a NULL says nothing. */
static const char *pass_key(const struct run_shown *shown)
{
    const struct run *run = shown->run;
    bool is_test = run->plan.kind == RUN_TEST;
    bool passed = shown->debrief->is_passed;
    if (is_short(shown)) {
        return passed ? "result_short" : NULL;
    }
    if (passed && (is_test || shown->debrief->presser != PRESSER_CHILD)) {
        return "result_passed";
    }
    if (!run->plan.guideline->depth_scored && praise_key(&shown->debrief->result)) {
        return praise_key(&shown->debrief->result);
    }
    if (tries_gained(shown->tries) > 0) {
        return "result_steps";
    }
    bool is_told = is_test && !passed && shown->debrief->presser != PRESSER_UNKNOWN;
    return is_told ? "result_not_yet" : NULL;
}

static void put_pass(const struct run_shown *shown, struct words *words)
{
    char before[NUMBER_MAX] = "";
    char now[NUMBER_MAX] = "";
    if (!is_short(shown) && put_to_pass(shown, words)) {
        return;
    }
    if (shown->tries) { /* from where to where, where the ring shows what was gained */
        str_format(before, sizeof before, "%.0f", round(shown->tries->before));
        str_format(now, sizeof now, "%.0f", round(shown->tries->now));
    }
    const char *key = pass_key(shown);
    if (key) {
        conf_fill(shown->texts, words->text[PASS], WORDS_MAX, key,
                  (const char *const[]){"before", before, "now", now, NULL});
    }
}

/* What a child did, by the two that its points are made of. */
static void put_childs_figures(const struct run_shown *shown, struct words *words)
{
    char rate[NUMBER_MAX];
    char n[NUMBER_MAX];
    char of[NUMBER_MAX];
    const struct cpr_result *result = &shown->debrief->result;
    if (isnan(result->mean_rate_cpm) || !(result->full_recoil_percent >= 0.5)) {
        return;
    }
    str_format(rate, sizeof rate, "%.0f", result->mean_rate_cpm);
    str_format(n, sizeof n, "%.0f", result->full_recoil_percent * result->count / 100);
    str_format(of, sizeof of, "%u", result->count);
    conf_fill(shown->texts, words->text[BETTER], WORDS_MAX, "child_figures",
              (const char *const[]){"rate", rate, "n", n, "of", of, NULL});
}

static void put_better(const struct run_shown *shown, struct words *words)
{
    char n[NUMBER_MAX];
    char people[NUMBER_MAX];
    int percent = shown->debrief->better_than;
    if (shown->debrief->presser == PRESSER_CHILD) {
        put_childs_figures(shown, words);
        return;
    }
    if (percent == 0 || is_short(shown)) {
        return;
    }
    str_format(n, sizeof n, "%d", percent);
    str_format(people, sizeof people, "%d", shown->beginners->people);
    conf_fill(shown->texts, words->text[BETTER], WORDS_MAX,
              percent > PERCENT_MOST ? "result_better_most" : "result_better",
              (const char *const[]){"n", n, NULL});
    conf_fill(shown->texts, words->text[PEOPLE], WORDS_MAX, "result_beginners",
              (const char *const[]){"people", people, NULL});
}

static void put_best(const struct run_shown *shown, struct words *words)
{
    char n[NUMBER_MAX];
    str_format(n, sizeof n, "%d", shown->best);
    if (shown->best > 0 && !is_short(shown)) {
        conf_fill(shown->texts, words->text[BEST], WORDS_MAX, "hall_best",
                  (const char *const[]){"n", n, NULL});
    }
}

static struct words words_of(const struct run_shown *shown, bool said)
{
    struct words words = {0};
    put_title(shown, said, &words);
    put_pass(shown, &words);
    put_better(shown, &words);
    put_best(shown, &words);
    put_source(shown, &words);
    return words;
}

/* What would take a third line is set a size smaller. */
static enum ui_type type_of(struct ui *ui, float w, const struct words *words,
                            enum line line)
{
    enum ui_type type = chrome_heading(ui);
    if (line != PASS) {
        return UI_SMALL;
    }
    float h = ui_measure(ui, w, type, words->text[line]).h;
    return h > 2.5f * ui_line_height(ui, type) ? UI_ACTION : type;
}

static enum ui_color color_of(const struct run_shown *shown, enum line line)
{
    return line == PASS     ? (shown->debrief->result.pass ? UI_GOOD_WORD : UI_TEXT)
           : line == BETTER ? UI_TEXT
                            : UI_QUIET;
}

static float gap_after(enum line line)
{
    return line == BETTER || line == PEOPLE ? CLOSE : GAP;
}

/* Of the lines from `from` up to `to`, without a gap behind the last. */
static float words_h(struct ui *ui, float w, const struct words *words, enum line from,
                     enum line to)
{
    float h = 0;
    float gap = 0;
    for (enum line line = from; line < to; line++) {
        if (words->text[line][0] != '\0') {
            h +=
                gap + ui_measure(ui, w, type_of(ui, w, words, line), words->text[line]).h;
            gap = gap_after(line);
        }
    }
    return h;
}

/* Draws the lines from `from` up to `to` and cuts them off the rect. */
static void draw_words(const struct run_shown *shown, struct ui *ui, struct ui_rect *rect,
                       const struct words *words, enum line from, enum line to,
                       enum ui_align align)
{
    for (enum line line = from; line < to; line++) {
        if (words->text[line][0] != '\0') {
            enum ui_type type = type_of(ui, rect->w, words, line);
            float h = ui_measure(ui, rect->w, type, words->text[line]).h;
            ui_text(ui, chrome_cut_top(rect, h, gap_after(line)), type,
                    color_of(shown, line), align, words->text[line]);
        }
    }
}

/* ---- the card ---------------------------------------------------------------------- */

/* What was gained since the try before, or the score; a heart where that is 0. */
static void draw_middle(const struct run_shown *shown, struct ui *ui, struct ui_rect rect)
{
    static const enum ui_type types[] = {UI_SCORE, UI_TITLE, UI_HEADING, UI_STRONG};

    char number[NUMBER_MAX];
    int gained = tries_gained(shown->tries);
    if (!has_points(shown)) {
        ui_icon(ui, chrome_inset(rect, rect.w * 0.2f), ICON_HEART, UI_GOOD);
        return;
    }
    if (gained > 0) {
        str_format(number, sizeof number, "+%d", gained);
    } else {
        str_format(number, sizeof number, "%.0f", round(shown->debrief->result.score));
    }
    ui_text_middle(ui, rect, chrome_fit(ui, rect, types, 4, number),
                   gained > 0 ? UI_GOOD_WORD : UI_TEXT, UI_CENTER, number);
}

static void draw_ring(const struct run_shown *shown, struct ui *ui, struct ui_rect rect)
{
    double score = shown->debrief->result.score;
    bool good =
        is_pass(shown) || shown->debrief->result.pass || tries_gained(shown->tries) > 0;
    float side = fminf(rect.w, rect.h) * (shown->quiet ? RING_QUIET : 1);
    float width = side * 0.1f;
    struct ui_point centre = {rect.x + rect.w / 2, rect.y + rect.h / 2};
    float radius = (side - width) / 2;
    ui_arc(ui, centre, radius, width, 0, 1, UI_TRACK);
    if (score > 0) {
        ui_arc(ui, centre, radius, width, 0, (float)fmin(score / 100, 1),
               good ? UI_GOOD : UI_CHANGE_SHAPE);
    }
    float inner = (radius - width / 2) * 1.6f;
    struct ui_rect middle = {centre.x - inner / 2, centre.y - inner / 2, inner, inner};
    draw_middle(shown, ui, middle);
    struct words said = {0};
    put_title(shown, true, &said); /* the number with its words */
    ui_says(ui, (struct ui_rect){centre.x - side / 2, centre.y - side / 2, side, side},
            UI_TEXT, said.text[TITLE]);
}

/* A number that is larger needs a larger ring. */
static float ring_least(const struct ui *ui, float at_1)
{
    return at_1 * (1 + ui_text_scale(ui)) / 2;
}

/* What words get beside the ring; 0: too little, they stand above and below it. */
static float beside_w(const struct ui *ui, float inside_w)
{
    float w = inside_w - ring_least(ui, RING_BESIDE) - CHROME_PAD;
    return w >= BESIDE_EM * EM * ui_text_scale(ui) ? w : 0;
}

static float card_h(struct ui *ui, float w, const struct words *words)
{
    float inside_w = w - 2 * PAD;
    float beside = beside_w(ui, inside_w);
    float h = beside > 0 ? fmaxf(words_h(ui, beside, words, TITLE, LINES),
                                 ring_least(ui, RING_BESIDE))
                         : words_h(ui, inside_w, words, TITLE, PASS) + GAP +
                               ring_least(ui, RING_LEAST) + GAP +
                               words_h(ui, inside_w, words, PASS, LINES);
    return 2 * PAD + h;
}

float result_score_h(const void *what, struct ui *ui, float w)
{
    struct words words = words_of(what, false);
    return card_h(ui, w, &words);
}

/* The ring beside the words, which stand in the middle of the height. */
static void draw_wide(const struct run_shown *shown, struct ui *ui, struct ui_rect inside,
                      const struct words *words)
{
    float side = ring_least(ui, RING_BESIDE);
    draw_ring(shown, ui, chrome_cut_left(&inside, side, CHROME_PAD));
    float h = words_h(ui, inside.w, words, TITLE, LINES);
    chrome_cut_top(&inside, fmaxf(inside.h - h, 0) / 2, 0);
    draw_words(shown, ui, &inside, words, TITLE, LINES, UI_LEFT);
}

/* The ring between the words, as large as they leave it. */
static void draw_tall(const struct run_shown *shown, struct ui *ui, struct ui_rect inside,
                      const struct words *words)
{
    float title = words_h(ui, inside.w, words, TITLE, PASS);
    float rest = words_h(ui, inside.w, words, PASS, LINES);
    float room = inside.h - title - rest - 2 * GAP;
    float side = fminf(inside.w * RING_MOST, room);
    chrome_cut_top(&inside, (room - side) * 0.3f, 0);
    draw_words(shown, ui, &inside, words, TITLE, PASS, UI_CENTER);
    draw_ring(shown, ui, chrome_cut_top(&inside, side, GAP));
    draw_words(shown, ui, &inside, words, PASS, LINES, UI_CENTER);
}

static void draw_inside(const struct run_shown *shown, struct ui *ui,
                        struct ui_rect inside, const struct words *words)
{
    if (beside_w(ui, inside.w) > 0) {
        draw_wide(shown, ui, inside, words);
    } else {
        draw_tall(shown, ui, inside, words);
    }
}

void result_score_draw(const void *what, struct ui *ui, struct ui_rect rect)
{
    struct words words = words_of(what, false);
    ui_card(ui, rect, UI_CARD);
    draw_inside(what, ui, chrome_inset(rect, PAD), &words);
}

static struct words bare_words_of(const struct run_shown *shown)
{
    struct words words = words_of(shown, false);
    words.text[SOURCE][0] = '\0';
    return words;
}

float result_score_bare_h(const void *what, struct ui *ui, float w)
{
    struct words words = bare_words_of(what);
    return card_h(ui, w, &words);
}

void result_score_bare_draw(const void *what, struct ui *ui, struct ui_rect rect)
{
    struct words words = bare_words_of(what);
    ui_card(ui, rect, UI_CARD);
    draw_inside(what, ui, chrome_inset(rect, PAD), &words);
}

void result_score_source(const struct run_shown *shown, char *out, size_t size)
{
    struct words words = words_of(shown, false);
    str_copy(out, size, words.text[SOURCE]);
}

/* The words beside the ring, and in the corner above the last ones the button. */
struct corner {
    struct ui_button evidence;
    struct words words;
    float button_w, button_h;
    float head_h; /* of the lines beside the button */
    float h;
};

static struct corner corner_of(const struct run_shown *shown, struct ui *ui, float w)
{
    struct corner corner = {.evidence = result_run_evidence(shown),
                            .words = bare_words_of(shown),
                            .button_h = chrome_button_h(ui)};
    corner.button_w = ui_button_width(ui, &corner.evidence);
    corner.head_h = fmaxf(corner.button_h, words_h(ui, w - corner.button_w - GAP,
                                                   &corner.words, TITLE, BETTER));
    corner.h = corner.head_h + GAP + words_h(ui, w, &corner.words, BETTER, LINES);
    return corner;
}

static float right_of_ring(const struct ui *ui, float w)
{
    return w - 2 * PAD - ring_least(ui, RING_BESIDE) - CHROME_PAD;
}

float result_score_evidence_h(const void *what, struct ui *ui, float w)
{
    struct corner corner = corner_of(what, ui, right_of_ring(ui, w));
    return 2 * PAD + fmaxf(corner.h, ring_least(ui, RING_BESIDE));
}

void result_score_evidence_draw(const void *what, struct ui *ui, struct ui_rect rect)
{
    const struct run_shown *shown = what;
    struct corner corner = corner_of(shown, ui, right_of_ring(ui, rect.w));
    ui_card(ui, rect, UI_CARD);
    struct ui_rect inside = chrome_inset(rect, PAD);
    draw_ring(shown, ui,
              chrome_cut_left(&inside, ring_least(ui, RING_BESIDE), CHROME_PAD));
    chrome_cut_top(&inside, fmaxf(inside.h - corner.h, 0) / 2, 0);
    struct ui_rect head = chrome_cut_top(&inside, corner.head_h, GAP);
    struct ui_rect button = chrome_cut_right(&head, corner.button_w, GAP);
    button.h = corner.button_h;
    ui_button(ui, button, &corner.evidence);
    draw_words(shown, ui, &head, &corner.words, TITLE, BETTER, UI_LEFT);
    draw_words(shown, ui, &inside, &corner.words, BETTER, LINES, UI_LEFT);
}

static void say_from(const struct run_shown *shown, enum line first, enum line last,
                     struct str *out)
{
    struct words words = words_of(shown, true);
    for (enum line line = first; line <= last; line++) {
        say_line(out, words.text[line]);
    }
}

void result_score_say(const struct run_shown *shown, struct str *out)
{
    say_from(shown, TITLE, PASS, out);
}

void result_compared_say(const struct run_shown *shown, struct str *out)
{
    say_from(shown, BETTER, SOURCE, out);
}

void result_score_bare_say(const void *what, struct str *out)
{
    say_from(what, TITLE, PEOPLE, out);
}
