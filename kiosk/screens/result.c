/* SPDX-License-Identifier: MIT */
/*
 * The result: one number, every compression, and the one thing to change next time. A
 * second page shows each compression's own evidence.
 */
#include <math.h>

#include "base/str.h"
#include "screens/advice_card.h"
#include "screens/chart.h"
#include "screens/chrome.h"
#include "screens/evidence.h"
#include "screens/kiosk.h"

enum { WORDS_MAX = 320, NUMBER_MAX = 16 };

/* From here on a share of the compressions is shown as good. */
#define GOOD_PERCENT 80.0
/* Of the run's card: the row with the button, and the least that bars need. */
#define CHART_HEAD   80.0f
#define CHART_MIN    80.0f

struct state {
    bool evidence;
    int page;
};

static const char *number_of(char *out, double value)
{
    str_format(out, NUMBER_MAX, "%.0f", value);
    return out;
}

/* ---- what the visitor does --------------------------------------------------------- */

static void start(struct kiosk *k, enum run_kind kind)
{
    const struct run_plan *plan = &k->run.plan;
    double seconds =
        kind == RUN_TEST && plan->kind != RUN_TEST ? k->settings.test_s : plan->seconds;
    kiosk_start_run(k, kind, seconds, plan->guideline->name, false);
}

static void input(struct kiosk *k, void *block, const struct ui_event *event)
{
    struct state *state = block;
    enum run_kind kind = k->run.plan.kind;
    if (ui_tapped(event, "again")) {
        start(k, kind);
    } else if (ui_tapped(event, "other-kind")) {
        start(k, kind == RUN_TEST ? RUN_PRACTICE : RUN_TEST);
    } else if (ui_tapped(event, "lessons")) {
        kiosk_choice(k);
        kiosk_go(k, SCREEN_home);
    } else if (ui_tapped(event, "end")) {
        kiosk_end_session(k);
    } else if (ui_tapped(event, "evidence") || ui_tapped(event, "summary")) {
        kiosk_choice(k);
        state->evidence = !state->evidence;
        state->page = 0;
    } else if (ui_tapped(event, "page-next")) {
        state->page++;
    } else if (ui_tapped(event, "page-back")) {
        state->page--;
    }
}

/* ---- the score --------------------------------------------------------------------- */

static void draw_ring(struct ui *ui, struct ui_rect rect, double score, bool pass)
{
    char number[NUMBER_MAX];
    float side = fminf(rect.w, rect.h);
    float width = side * 0.1f;
    struct ui_point centre = {rect.x + rect.w / 2, rect.y + rect.h / 2};
    float radius = (side - width) / 2;
    ui_arc(ui, centre, radius, width, 0, 1, UI_TRACK);
    if (score > 0) {
        ui_arc(ui, centre, radius, width, 0, (float)fmin(score / 100, 1),
               pass ? UI_GOOD : UI_CHANGE_SHAPE);
    }

    static const enum ui_type types[] = {UI_SCORE, UI_TITLE, UI_HEADING, UI_STRONG};

    float inner = (radius - width / 2) * 1.6f;
    struct ui_rect middle = {centre.x - inner / 2, centre.y - inner / 2, inner, inner};
    number_of(number, round(score));
    ui_text_middle(ui, middle, chrome_fit(ui, middle, types, 4, number), UI_TEXT,
                   UI_CENTER, number);
}

/* Guideline, year and where it comes from; `brief` leaves the last out. */
static void source_words(const struct kiosk *k, bool brief, char *out, size_t size)
{
    const struct cpr_guideline *guideline = k->run.plan.guideline;
    char year[NUMBER_MAX];
    str_format(year, sizeof year, "%d", guideline->year);
    kiosk_fill(k, out, size, brief ? "result_guideline_brief" : "result_guideline",
               (const char *const[]){"name", guideline->name, "year", year, "source",
                                     guideline->source, NULL});
}

static void pass_words(const struct kiosk *k, char *out, size_t size)
{
    char line[NUMBER_MAX];
    kiosk_fill(k, out, size, k->run.result.pass ? "result_passed" : "result_pass_line",
               (const char *const[]){
                   "line", number_of(line, k->run.plan.guideline->pass_score), NULL});
}

/* The ring above the words, or beside them where the card is wide. */
static void draw_score(const struct kiosk *k, struct ui *ui, struct ui_rect rect)
{
    const struct cpr_result *result = &k->run.result;
    char pass[WORDS_MAX];
    char source[WORDS_MAX];
    pass_words(k, pass, sizeof pass);
    source_words(k, false, source, sizeof source);
    ui_card(ui, rect, UI_CARD);
    struct ui_rect inside = chrome_inset(rect, CHROME_PAD);
    bool wide = inside.w > inside.h * 1.2f;
    enum ui_align align = wide ? UI_LEFT : UI_CENTER;
    struct ui_rect ring = inside;
    if (wide) {
        ring = chrome_cut_left(&inside, fminf(inside.h, inside.w * 0.45f), CHROME_PAD);
    }
    float title_h = ui_line_height(ui, UI_BODY);
    float pass_h = ui_measure(ui, inside.w, chrome_heading(ui), pass).h;
    float source_h = ui_measure(ui, inside.w, UI_SMALL, source).h;
    if (source_h > inside.h * (wide ? 0.5f : 0.27f)) {
        source_words(k, true, source, sizeof source);
        source_h = ui_measure(ui, inside.w, UI_SMALL, source).h;
    }
    if (!wide && inside.h - title_h - pass_h - source_h < inside.w * 0.6f) {
        title_h = 0; /* the number speaks for itself */
    }
    float words_h = title_h + pass_h + source_h + 2 * CHROME_GAP;
    float shrink = fminf(inside.h / words_h, 1);
    if (wide) {
        chrome_cut_top(&inside, (inside.h - words_h * shrink) / 2, 0);
    } else {
        float side = fminf(inside.w * 0.86f, inside.h - words_h - CHROME_GAP);
        float spare = inside.h - words_h - CHROME_GAP - side;
        chrome_cut_top(&inside, spare * 0.3f, 0);
        if (title_h > 0) {
            ui_text(ui, chrome_cut_top(&inside, title_h, CHROME_GAP), UI_BODY, UI_QUIET,
                    align, kiosk_tr(k, "result_score"));
        }
        ring = chrome_cut_top(&inside, side, CHROME_GAP);
    }
    draw_ring(ui, ring, result->score, result->pass);
    if (wide) {
        ui_text(ui, chrome_cut_top(&inside, title_h * shrink, CHROME_GAP * shrink),
                UI_BODY, UI_QUIET, align, kiosk_tr(k, "result_score"));
    }
    ui_text(ui, chrome_cut_top(&inside, pass_h * shrink, CHROME_GAP * shrink),
            chrome_heading(ui), result->pass ? UI_GOOD_WORD : UI_TEXT, align, pass);
    ui_text(ui, inside, UI_SMALL, UI_QUIET, align, source);
}

/* A line for each reason why the sensor is not to be believed; str_free() it. */
static struct str reasons_of(const struct kiosk *k)
{
    static const char *const keys[CPR_TRUST_REASONS] = {
        "trust_noise", "trust_drift",     "trust_lost",
        "trust_stuck", "trust_saturated", "trust_jitter"};
    struct str reasons = {0};
    for (int i = 0; i < CPR_TRUST_REASONS; i++) {
        if (k->run.result.trust & 1u << i) {
            str_add(&reasons, "%s%s", reasons.length ? "\n" : "", kiosk_tr(k, keys[i]));
        }
    }
    return reasons;
}

static float distrust_h(const struct kiosk *k, struct ui *ui, float w)
{
    float inner = w - 2 * CHROME_PAD;
    struct str reasons = reasons_of(k);
    float h = 2 * CHROME_PAD + 2 * CHROME_GAP +
              chrome_text_h(ui, inner, chrome_heading(ui), kiosk_tr(k, "trust_title")) +
              chrome_text_h(ui, inner, UI_BODY, reasons.text) +
              chrome_text_h(ui, inner, UI_STRONG, kiosk_tr(k, "trust_cure"));
    str_free(&reasons);
    return h;
}

/* Instead of a score: the sensor is not to be believed, why, and what to do. */
static void draw_distrust(const struct kiosk *k, struct ui *ui, struct ui_rect rect)
{
    const char *title = kiosk_tr(k, "trust_title");
    const char *cure = kiosk_tr(k, "trust_cure");
    struct str reasons = reasons_of(k);
    float shrink = fminf(rect.h / distrust_h(k, ui, rect.w), 1);
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

/* ---- three cards ------------------------------------------------------------------- */

struct share {
    const char *label;
    double percent;    /* NAN: not measured */
    const char *value; /* instead of the percentage, where nothing is judged; or NULL */
    const char *note;
    enum ui_icon change; /* which way, where it is not good yet */
};

/* `note_h` is the highest of the three notes', so that the figures stand in a line. */
static void draw_share(const struct kiosk *k, struct ui *ui, struct ui_rect rect,
                       const struct share *share, float note_h)
{
    static const enum ui_type types[] = {UI_TITLE, UI_HEADING, UI_STRONG};

    char words[NUMBER_MAX];
    ui_card(ui, rect, UI_CARD);
    struct ui_rect inside = {rect.x + 28, rect.y + 20, rect.w - 56, rect.h - 40};
    float line = ui_line_height(ui, UI_SMALL);
    ui_text_middle(ui, chrome_cut_top(&inside, line, 0), UI_SMALL, UI_QUIET, UI_LEFT,
                   share->label);
    ui_text(ui, chrome_cut_bottom(&inside, fminf(note_h, inside.h * 0.5f), 0), UI_SMALL,
            UI_QUIET, UI_LEFT, share->note);
    if (share->value || isnan(share->percent)) {
        const char *value = share->value ? share->value : kiosk_tr(k, "not_measured");
        ui_text_middle(ui, inside, UI_STRONG, share->value ? UI_TEXT : UI_QUIET, UI_LEFT,
                       value);
        return;
    }
    bool good = share->percent >= GOOD_PERCENT;
    float side = fminf(44 * ui_text_scale(ui), inside.h * 0.6f);
    struct ui_rect icon = chrome_cut_right(&inside, side, 12);
    icon.y += (icon.h - side) / 2;
    icon.h = side;
    ui_icon(ui, icon, good ? UI_ICON_TICK : share->change, good ? UI_GOOD : UI_CHANGE);
    str_format(words, sizeof words, "%.0f%%", share->percent);
    ui_text_middle(ui, inside, chrome_fit(ui, inside, types, 3, "100%"),
                   good ? UI_GOOD : UI_CHANGE, UI_LEFT, words);
}

static void mean_words(const struct kiosk *k, char *out, const char *key, double mean)
{
    char number[NUMBER_MAX];
    if (isnan(mean)) {
        out[0] = '\0';
        return;
    }
    kiosk_fill(k, out, WORDS_MAX, key,
               (const char *const[]){"mean", number_of(number, mean), NULL});
}

static void flow_words(const struct kiosk *k, char *out)
{
    char count[NUMBER_MAX];
    char longest[NUMBER_MAX];
    const struct cpr_result *result = &k->run.result;
    if (result->pauses == 0) {
        str_copy(out, WORDS_MAX, kiosk_tr(k, "result_no_pause"));
        return;
    }
    str_format(count, sizeof count, "%u", result->pauses);
    str_format(longest, sizeof longest, "%.0f", result->longest_pause_s);
    kiosk_fill(k, out, WORDS_MAX, "result_pauses",
               (const char *const[]){"n", count, "longest", longest, NULL});
}

/* The same shapes as in the charts: where most of what was not right has to go. */
static enum ui_icon depth_change(const struct cpr_result *result)
{
    return result->deep_percent > result->shallow_percent ? UI_ICON_ARROW_UP
                                                          : UI_ICON_ARROW_DOWN;
}

static enum ui_icon rate_change(const struct kiosk *k)
{
    struct cpr_range range = k->run.plan.guideline->rate_cpm;
    bool fast = k->run.result.mean_rate_cpm > (range.low + range.high) / 2;
    return fast ? UI_ICON_SLOWER : UI_ICON_FASTER;
}

static void draw_shares(const struct kiosk *k, struct ui *ui, struct ui_rect rect)
{
    const struct cpr_result *result = &k->run.result;
    char depth[WORDS_MAX];
    char rate[WORDS_MAX];
    char release[WORDS_MAX];
    mean_words(k, depth, "result_mean_depth", result->mean_depth_mm);
    mean_words(k, rate, "result_mean_rate", result->mean_rate_cpm);
    mean_words(k, release, "result_mean_release", result->mean_release_mm);
    struct share shares[] = {
        {kiosk_tr(k, "result_depth_ok"), result->depth_ok_percent, NULL, depth,
         depth_change(result)},
        {kiosk_tr(k, "result_rate_ok"), result->rate_ok_percent, NULL, rate,
         rate_change(k)},
        {kiosk_tr(k, "result_recoil_ok"), result->full_recoil_percent, NULL, release,
         UI_ICON_ARROW_UP},
    };
    if (!k->run.plan.guideline
             ->depth_scored) { /* told, not judged: nobody is failed on it */
        shares[0] = (struct share){kiosk_tr(k, "gauge_depth"), 0, depth,
                                   kiosk_tr(k, "result_depth_unscored"), UI_ICON_NONE};
    }
    float note_h = 0;
    float w = chrome_column(rect, 0, 3, CHROME_GAP).w - 56;
    for (size_t i = 0; i < 3; i++) {
        note_h = fmaxf(note_h, chrome_text_h(ui, w, UI_SMALL, shares[i].note));
    }
    for (size_t i = 0; i < 3; i++) {
        draw_share(k, ui, chrome_column(rect, i, 3, CHROME_GAP), &shares[i], note_h);
    }
}

/* ---- the whole run, and what to change --------------------------------------------- */

static void draw_chart(const struct kiosk *k, struct ui *ui, struct ui_rect rect)
{
    char words[WORDS_MAX];
    char seconds[NUMBER_MAX];
    char count[NUMBER_MAX];
    char flow[WORDS_MAX];
    str_format(count, sizeof count, "%u", k->run.result.count);
    flow_words(k, flow);
    kiosk_fill(k, words, sizeof words, "result_run",
               (const char *const[]){"seconds", number_of(seconds, k->run.plan.seconds),
                                     "count", count, "flow", flow, NULL});
    ui_card(ui, rect, UI_CARD);
    struct ui_rect inside = {rect.x + CHROME_PAD, rect.y + 20, rect.w - 2 * CHROME_PAD,
                             rect.h - 44};
    struct ui_button evidence = {.id = "evidence",
                                 .label = kiosk_tr(k, "result_evidence"),
                                 .style = UI_BUTTON_QUIET,
                                 .icon = UI_ICON_NEXT};
    struct ui_rect head = chrome_cut_top(&inside, CHART_HEAD, 12);
    float w = fminf(ui_button_width(ui, &evidence), head.w);
    ui_button(ui, chrome_cut_right(&head, w, 12), &evidence);
    if (ui_measure(ui, 4 * rect.w, UI_BODY, words).w * 0.7f <= head.w) {
        ui_text_middle(ui, head, UI_BODY, UI_QUIET, UI_LEFT, words);
    }
    if (inside.h >= CHART_MIN) {
        chart_run(ui, inside, &k->run);
    }
}

/* ---- the two pages ----------------------------------------------------------------- */

static struct ui_rect draw_summary_bar(const struct kiosk *k, struct ui *ui,
                                       struct ui_rect page)
{
    bool test = k->run.plan.kind == RUN_TEST;
    struct ui_button end = {
        .id = "end", .label = kiosk_tr(k, "finish"), .icon = UI_ICON_BACK};
    struct ui_button actions[] = {
        {.id = "lessons", .label = kiosk_tr(k, "result_lessons")},
        {.id = "other-kind", .label = kiosk_tr(k, test ? "go_practice" : "go_test")},
        {.id = "again",
         .label = kiosk_tr(k, "again"),
         .style = UI_BUTTON_NEXT,
         .icon = UI_ICON_NEXT},
    };
    chrome_bar(k, ui, &page, &(struct chrome_bar){&end, true, actions, 3});
    return page;
}

/* Without a score there is nothing to be better at: why, and what was seen. */
static void draw_distrusted(const struct kiosk *k, struct ui *ui, struct ui_rect page)
{
    float chart_h = page.h - distrust_h(k, ui, page.w) - CHROME_GAP;
    if (chart_h >= CHART_HEAD + CHART_MIN) {
        chart_h = fminf(chart_h, page.h * 0.5f);
        draw_chart(k, ui, chrome_cut_bottom(&page, chart_h, CHROME_GAP));
    }
    draw_distrust(k, ui, page);
}

/* Where large text leaves little room, the bars go first, then the three cards: the score
 * and the one thing to change stay. */
static void draw_summary(const struct kiosk *k, struct ui *ui, struct ui_rect page)
{
    struct advice_card advice = advice_card_of(k);
    draw_score(k, ui,
               ui_portrait(ui) ? chrome_cut_top(&page, page.h * 0.26f, CHROME_GAP)
                               : chrome_cut_left(&page, page.w * 0.31f, CHROME_GAP));
    /* The run's card keeps at least its button. */
    float most = page.h - CHROME_GAP - CHART_HEAD - 44;
    float advice_need = fminf(advice_card_h(ui, page.w, &advice, page.h * 0.36f), most);
    advice_card_draw(ui, chrome_cut_bottom(&page, advice_need, CHROME_GAP), &advice);
    float cards_need = 44 +
                       (ui_portrait(ui) ? 3.0f : 2.0f) * ui_line_height(ui, UI_SMALL) +
                       ui_line_height(ui, UI_TITLE) * 0.8f;
    if (page.h >= cards_need + CHROME_GAP + CHART_HEAD + CHART_MIN) {
        draw_shares(k, ui, chrome_cut_bottom(&page, cards_need, CHROME_GAP));
    }
    draw_chart(k, ui, page);
}

static void draw_evidence(const struct kiosk *k, const struct state *state, struct ui *ui,
                          struct ui_rect page)
{
    char words[WORDS_MAX];
    char n[NUMBER_MAX];
    char of[NUMBER_MAX];
    struct ui_button back = {
        .id = "summary", .label = kiosk_tr(k, "back"), .icon = UI_ICON_BACK};
    struct ui_button actions[] = {
        {.id = "page-back", .label = kiosk_tr(k, "page_back")},
        {.id = "page-next", .label = kiosk_tr(k, "page_next"), .icon = UI_ICON_NEXT},
    };
    chrome_bar(k, ui, &page, &(struct chrome_bar){&back, true, actions, 2});
    struct ui_rect head = chrome_cut_top(&page, ui_line_height(ui, UI_HEADING), 20);
    /* Pages go round, so that neither button ever does nothing. */
    int pages = evidence_pages(k, ui, page);
    int shown = (state->page % pages + pages) % pages;
    str_format(n, sizeof n, "%d", shown + 1);
    str_format(of, sizeof of, "%d", pages);
    kiosk_fill(k, words, sizeof words, "evidence_page",
               (const char *const[]){"n", n, "of", of, NULL});
    struct ui_rect place = chrome_cut_right(&head, head.w * 0.3f, 12);
    ui_text_middle(ui, place, UI_BODY, UI_QUIET, UI_RIGHT, words);

    static const enum ui_type types[] = {UI_HEADING, UI_STRONG};

    const char *title = kiosk_tr(k, "evidence_title");
    ui_text_middle(ui, head, chrome_fit(ui, head, types, 2, title), UI_TEXT, UI_LEFT,
                   title);
    evidence_draw(k, ui, page, shown);
}

static void draw(const struct kiosk *k, const void *block, struct ui *ui)
{
    const struct state *state = block;
    struct ui_rect page = chrome_page(ui);
    if (state->evidence) {
        draw_evidence(k, state, ui, page);
        return;
    }
    page = draw_summary_bar(k, ui, page);
    if (k->run.result.trust == 0) {
        draw_summary(k, ui, page);
    } else {
        draw_distrusted(k, ui, page);
    }
}

const struct screen screen_result = {
    .name = "result",
    .theme = UI_LIGHT,
    .state_size = sizeof(struct state),
    .input = input,
    .draw = draw,
};
