/* SPDX-License-Identifier: MIT */
#include "screens/result_score.h"

#include <math.h>
#include <string.h>

#include "base/str.h"
#include "screens/chrome.h"
#include "screens/run_shown.h"
#include "screens/say.h"
#include "station/debrief.h"
#include "station/ready.h"

enum { WORDS_MAX = 320, NUMBER_MAX = 16 };

/* Beyond it a number says more than the model of the beginners knows. */
enum { PERCENT_MOST = 95 };

/* So many mm, or a minute, are a goal for the next try; more would discourage. */
enum { NEAR = 20 };

/* Below this share of the words' width the ring no longer catches the eye first. */
#define RING_LEAST 0.6f
#define RING_MOST  0.86f
/* Words may shrink this far. */
#define NEARLY     0.75f
/* How large the ring is for who wants to try quietly. */
#define RING_QUIET 0.55f
/* Between two lines that belong together. */
#define CLOSE      6.0f

/* ---- the words --------------------------------------------------------------------- */

enum line { TITLE, PASS, BETTER, PEOPLE, SOURCE, LINES };

/* From top to bottom; "" is left out. */
struct words {
    char text[LINES][WORDS_MAX];
    enum ui_type type[LINES];
    enum ui_color color[LINES];
    float gap;    /* between lines that do not belong together */
    float shrink; /* of all heights, where they are too much even so */
};

/* Guideline, year and where it comes from; `brief` leaves the last out. */
static void put_source(const struct run_shown *shown, bool brief, struct words *words)
{
    const struct cpr_guideline *guideline = shown->run->plan.guideline;
    char year[NUMBER_MAX];
    str_format(year, sizeof year, "%d", guideline->year);
    conf_fill(shown->texts, words->text[SOURCE], WORDS_MAX,
              brief ? "result_guideline_brief" : "result_guideline",
              (const char *const[]){"name", conf_tr(shown->texts, guideline->name),
                                    "year", year, "source", guideline->source, NULL});
}

/* Fewer pushes are a beginning, however good: nothing is passed by them. */
static bool is_short(const struct run *run)
{
    return run->plan.kind == RUN_PRACTICE && run->result.count < CPR_CYCLE_COMPRESSIONS;
}

/* Nobody is told 0: what was done is told instead. */
static bool has_points(const struct run *run)
{
    return round(run->result.score) > 0;
}

static bool is_pass(const struct run *run)
{
    return run->result.pass && !is_short(run);
}

static void put_title(const struct run_shown *shown, struct words *words)
{
    char n[NUMBER_MAX];
    uint32_t count = shown->run->result.count;
    if (has_points(shown->run)) {
        str_copy(words->text[TITLE], WORDS_MAX,
                 conf_tr(shown->texts, tries_gained(shown->tries) > 0 ? "result_gained"
                                                                      : "result_score"));
        return;
    }
    str_format(n, sizeof n, "%u", count);
    conf_fill(shown->texts, words->text[TITLE], WORDS_MAX,
              count > 0 ? "result_begun" : "result_none",
              (const char *const[]){"n", n, NULL});
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
    int by = debrief_to_pass(shown->run);
    if (by == 0 || by > NEAR) {
        return false;
    }
    str_format(n, sizeof n, "%d", by);
    conf_fill(shown->texts, words->text[PASS], WORDS_MAX,
              keys[debrief_of(shown->run).advice], (const char *const[]){"n", n, NULL});
    return true;
}

/* From where to where, where the ring shows what was gained. */
static void put_steps(const struct run_shown *shown, struct words *words)
{
    char before[NUMBER_MAX];
    char now[NUMBER_MAX];
    str_format(before, sizeof before, "%.0f", round(shown->tries->before));
    str_format(now, sizeof now, "%.0f", round(shown->tries->now));
    conf_fill(shown->texts, words->text[PASS], WORDS_MAX, "result_steps",
              (const char *const[]){"before", before, "now", now, NULL});
}

static void put_pass(const struct run_shown *shown, struct words *words)
{
    char line[NUMBER_MAX];
    if (is_short(shown->run)) {
        str_copy(words->text[PASS], WORDS_MAX,
                 shown->run->result.pass ? conf_tr(shown->texts, "result_short") : "");
        return;
    }
    if (!is_pass(shown->run) && put_to_pass(shown, words)) {
        return;
    }
    if (!is_pass(shown->run) && tries_gained(shown->tries) > 0) {
        put_steps(shown, words);
        return;
    }
    if (!is_pass(shown->run) && shown->run->plan.kind == RUN_PRACTICE) {
        return;
    }
    str_format(line, sizeof line, "%.0f", shown->run->plan.guideline->pass_score);
    conf_fill(shown->texts, words->text[PASS], WORDS_MAX,
              shown->run->result.pass ? "result_passed" : "result_pass_line",
              (const char *const[]){"line", line, NULL});
}

static void put_better(const struct run_shown *shown, struct words *words)
{
    char n[NUMBER_MAX];
    char people[NUMBER_MAX];
    int percent = debrief_better_than(shown->run, shown->beginners);
    if (percent == 0 || is_short(shown->run)) {
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

static struct words words_of(const struct run_shown *shown, const struct ui *ui)
{
    struct words words = {
        .type = {UI_BODY, chrome_heading(ui), UI_BODY, UI_SMALL, UI_SMALL},
        .color = {UI_QUIET, is_pass(shown->run) ? UI_GOOD_WORD : UI_TEXT, UI_TEXT,
                  UI_QUIET, UI_QUIET},
        .gap = CHROME_GAP,
        .shrink = 1,
    };
    put_title(shown, &words);
    put_pass(shown, &words);
    put_better(shown, &words);
    put_source(shown, false, &words);
    return words;
}

/* A line that nearly fits shrinks to stay one; the others wrap. */
static float line_h(struct ui *ui, float w, const struct words *words, enum line line)
{
    const char *text = words->text[line];
    enum ui_type type = words->type[line];
    bool whole =
        *text && !strchr(text, '\n') && ui_measure(ui, 4 * w, type, text).w * NEARLY <= w;
    return whole ? ui_line_height(ui, type) : chrome_text_h(ui, w, type, text);
}

static float gap_after(const struct words *words, enum line line)
{
    return words->text[line][0] == '\0' ? 0 : line == BETTER ? CLOSE : words->gap;
}

static float words_h(struct ui *ui, float w, const struct words *words)
{
    float h = 0;
    for (enum line line = TITLE; line < LINES; line++) {
        h += line_h(ui, w, words, line) + gap_after(words, line);
    }
    return h - gap_after(words, SOURCE);
}

/* Leaves out until the rest fits into `room`: where the guideline is from, the title (the
 * number speaks for itself), the beginners. */
static void make_fit(const struct run_shown *shown, struct ui *ui, float w, float room,
                     struct words *words)
{
    if (words_h(ui, w, words) > room) {
        put_source(shown, true, words);
    }
    if (words_h(ui, w, words) > room) {
        words->text[TITLE][0] = '\0';
    }
    if (words_h(ui, w, words) > room) {
        words->gap = CHROME_GAP / 2;
    }
    if (words_h(ui, w, words) > room) {
        words->text[BETTER][0] = words->text[PEOPLE][0] = '\0';
    }
    words->shrink = fminf(room / words_h(ui, w, words), 1);
}

/* Draws the lines from `from` up to `to` and cuts them off the rect. */
static void draw_words(struct ui *ui, struct ui_rect *rect, const struct words *words,
                       enum line from, enum line to, enum ui_align align)
{
    for (enum line line = from; line < to; line++) {
        if (words->text[line][0] != '\0') {
            float h = line_h(ui, rect->w, words, line) * words->shrink;
            float gap = gap_after(words, line) * words->shrink;
            ui_text(ui, chrome_cut_top(rect, h, gap), words->type[line],
                    words->color[line], align, words->text[line]);
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
    if (!has_points(shown->run)) {
        ui_icon(ui, chrome_inset(rect, rect.w * 0.2f), ICON_HEART, UI_GOOD);
        return;
    }
    if (gained > 0) {
        str_format(number, sizeof number, "+%d", gained);
    } else {
        str_format(number, sizeof number, "%.0f", round(shown->run->result.score));
    }
    ui_text_middle(ui, rect, chrome_fit(ui, rect, types, 4, number),
                   gained > 0 ? UI_GOOD_WORD : UI_TEXT, UI_CENTER, number);
}

static void draw_ring(const struct run_shown *shown, struct ui *ui, struct ui_rect rect)
{
    double score = shown->run->result.score;
    bool good = is_pass(shown->run) || tries_gained(shown->tries) > 0;
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
}

/* The ring beside the words, which stand in the middle of the height. */
static void draw_wide(const struct run_shown *shown, struct ui *ui, struct ui_rect inside)
{
    float side = fminf(inside.h, inside.w * 0.45f);
    struct ui_rect ring = chrome_cut_left(&inside, side, CHROME_PAD);
    draw_ring(shown, ui, ring);
    struct words words = words_of(shown, ui);
    make_fit(shown, ui, inside.w, inside.h, &words);
    float h = words_h(ui, inside.w, &words) * words.shrink;
    chrome_cut_top(&inside, (inside.h - h) / 2, 0);
    draw_words(ui, &inside, &words, TITLE, LINES, UI_LEFT);
}

/* The ring above the words, as large as they leave it. */
static void draw_tall(const struct run_shown *shown, struct ui *ui, struct ui_rect inside)
{
    struct words words = words_of(shown, ui);
    float room = inside.h - CHROME_GAP;
    make_fit(shown, ui, inside.w, room - inside.w * RING_LEAST, &words);
    float h = words_h(ui, inside.w, &words) * words.shrink;
    float side = fminf(inside.w * RING_MOST, room - h);
    chrome_cut_top(&inside, (room - h - side) * 0.3f, 0);
    draw_words(ui, &inside, &words, TITLE, PASS, UI_CENTER);
    struct ui_rect ring = chrome_cut_top(&inside, side, CHROME_GAP);
    draw_ring(shown, ui, ring);
    draw_words(ui, &inside, &words, PASS, LINES, UI_CENTER);
}

void result_score_draw(const struct run_shown *shown, struct ui *ui, struct ui_rect rect)
{
    ui_card(ui, rect, UI_CARD);
    struct ui_rect inside = chrome_inset(rect, CHROME_PAD);
    if (inside.w > inside.h * 1.2f) {
        draw_wide(shown, ui, inside);
    } else {
        draw_tall(shown, ui, inside);
    }
}

static void say_from(const struct run_shown *shown, enum line first, enum line last,
                     struct str *out)
{
    struct words words = {.gap = 0};
    char score[NUMBER_MAX];
    char gained[NUMBER_MAX];
    str_format(score, sizeof score, "%.0f", round(shown->run->result.score));
    str_format(gained, sizeof gained, "%d", tries_gained(shown->tries));
    put_title(shown, &words);
    if (has_points(shown->run)) {
        conf_fill(shown->texts, words.text[TITLE], WORDS_MAX,
                  tries_gained(shown->tries) > 0 ? "result_gained_said"
                                                 : "result_score_said",
                  (const char *const[]){"n", score, "gained", gained, NULL});
    }
    put_pass(shown, &words);
    put_better(shown, &words);
    put_source(shown, true, &words);
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

/* ---- no score ---------------------------------------------------------------------- */

/* The three texts of the card without a score. */
static const char *title_of(const struct run_shown *shown)
{
    const struct ready *row = ready_for_result(&shown->run->result);
    return conf_tr(shown->texts, row ? row->result : "trust_title");
}

static const char *cure_of(const struct run_shown *shown)
{
    const struct ready *row = ready_for_result(&shown->run->result);
    return conf_tr(shown->texts, row ? row->cure : "trust_cure");
}

/* Count and rhythm hold all the same. */
static struct str figures_of(const struct run_shown *shown)
{
    char count[NUMBER_MAX];
    char rate[NUMBER_MAX] = "";
    char range[2 * NUMBER_MAX];
    char words[WORDS_MAX];
    struct str figures = {0};
    const struct cpr_result *result = &shown->run->result;
    struct cpr_range target = shown->run->plan.guideline->rate_cpm;
    str_format(count, sizeof count, "%u", result->count);
    if (!isnan(result->mean_rate_cpm)) {
        str_format(rate, sizeof rate, "%.0f", result->mean_rate_cpm);
    }
    str_format(range, sizeof range, "%.0f–%.0f", target.low, target.high);
    conf_fill(shown->texts, words, sizeof words,
              *rate ? "told_figures" : "told_figures_count",
              (const char *const[]){"count", count, "rate", rate, "range", range, NULL});
    str_add(&figures, "%s", words);
    return figures;
}

/* A line for each reason not to trust the sensor, or what holds; str_free() it. */
static struct str reasons_of(const struct run_shown *shown)
{
    if (ready_for_result(&shown->run->result)) {
        return figures_of(shown);
    }
    static const char *const keys[CPR_TRUST_REASONS] = {
#define REASON(bit, name) "trust_" #name,
#include "cpr/reasons.def"
    };
    struct str reasons = {0};
    for (int i = 0; i < CPR_TRUST_REASONS; i++) {
        if (shown->run->result.trust & 1u << i) {
            str_add(&reasons, "%s%s", reasons.length ? "\n" : "",
                    conf_tr(shown->texts, keys[i]));
        }
    }
    return reasons;
}

float result_distrust_h(const struct run_shown *shown, struct ui *ui, float w)
{
    float inner = w - 2 * CHROME_PAD;
    struct str reasons = reasons_of(shown);
    float h = 2 * CHROME_PAD + 2 * CHROME_GAP +
              chrome_text_h(ui, inner, chrome_heading(ui), title_of(shown)) +
              chrome_text_h(ui, inner, UI_BODY, reasons.text) +
              chrome_text_h(ui, inner, UI_STRONG, cure_of(shown));
    str_free(&reasons);
    return h;
}

void result_distrust_draw(const struct run_shown *shown, struct ui *ui,
                          struct ui_rect rect)
{
    const char *title = title_of(shown);
    const char *cure = cure_of(shown);
    struct str reasons = reasons_of(shown);
    float shrink = fminf(rect.h / result_distrust_h(shown, ui, rect.w), 1);
    ui_card(ui, rect, UI_CARD);
    struct ui_rect inside = chrome_inset(rect, CHROME_PAD * shrink);
    float title_h = ui_measure(ui, inside.w, chrome_heading(ui), title).h * shrink;
    float cure_h = ui_measure(ui, inside.w, UI_STRONG, cure).h * shrink;
    ui_text(ui, chrome_cut_top(&inside, title_h, CHROME_GAP * shrink), chrome_heading(ui),
            UI_TEXT, UI_LEFT, title);
    ui_text(ui, chrome_cut_bottom(&inside, cure_h, CHROME_GAP * shrink), UI_STRONG,
            UI_GOOD_WORD, UI_LEFT, cure);
    ui_text(ui, inside, UI_BODY, UI_TEXT, UI_LEFT, reasons.text);
    str_free(&reasons);
}

void result_distrust_say(const struct run_shown *shown, struct str *out)
{
    struct str reasons = reasons_of(shown);
    say_line(out, title_of(shown));
    say_lines(out, reasons.text ? reasons.text : "");
    say_line(out, cure_of(shown));
    str_free(&reasons);
}
