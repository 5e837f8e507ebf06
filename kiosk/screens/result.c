/* SPDX-License-Identifier: MIT */
/*
 * The result: one number, every compression, and the one thing to change next time. A
 * second page shows each compression's own evidence.
 */
#include <math.h>

#include "base/str.h"
#include "screens/advice_card.h"
#include "screens/chrome.h"
#include "screens/evidence.h"
#include "screens/kiosk.h"
#include "screens/result_run.h"
#include "screens/result_score.h"
#include "screens/say.h"

enum { WORDS_MAX = 320, NUMBER_MAX = 16 };

/* From here on a share of the compressions is shown as good. */
#define GOOD_PERCENT 80.0

struct state {
    bool evidence;
    int page;
};

static const char *number_of(char *out, double value)
{
    str_format(out, NUMBER_MAX, "%.0f", fabs(value) < 0.5 ? 0.0 : value); /* and no -0 */
    return out;
}

/* ---- what the visitor does --------------------------------------------------------- */

static void start(struct kiosk *k, enum run_kind kind)
{
    const struct run_plan *plan = &kiosk_run(k)->plan;
    double seconds =
        kind == RUN_TEST && plan->kind != RUN_TEST ? k->settings.test_s : plan->seconds;
    kiosk_start_run(k, kind, seconds, plan->guideline->name, plan->mode, false);
}

static void leave(struct kiosk *k, void *block)
{
    (void)block;
    kiosk_forget_run(k);
}

static void input(struct kiosk *k, void *block, const struct ui_event *event)
{
    struct state *state = block;
    enum run_kind kind = kiosk_run(k)->plan.kind;
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

/* ---- three cards ------------------------------------------------------------------- */

struct share {
    const char *label;
    double percent;    /* NAN: not measured */
    const char *value; /* instead of the percentage, where nothing is judged; or NULL */
    const char *note;
    enum icon change; /* which way, where it is not good yet */
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
    ui_icon(ui, icon, good ? ICON_TICK : share->change, good ? UI_GOOD : UI_CHANGE);
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

/* The same shapes as in the charts: where most of what was not right has to go. */
static enum icon depth_change(const struct cpr_result *result)
{
    return result->deep_percent > result->shallow_percent ? ICON_ARROW_UP
                                                          : ICON_ARROW_DOWN;
}

static enum icon rate_change(const struct kiosk *k)
{
    struct cpr_range range = kiosk_run(k)->plan.guideline->rate_cpm;
    bool fast = kiosk_run(k)->result.mean_rate_cpm > (range.low + range.high) / 2;
    return fast ? ICON_SLOWER : ICON_FASTER;
}

static void aim_words(const struct kiosk *k, char *out, struct cpr_range range)
{
    char words[2 * NUMBER_MAX];
    str_format(words, sizeof words, "%.0f–%.0f", range.low, range.high);
    kiosk_fill(k, out, WORDS_MAX, "gauge_target",
               (const char *const[]){"range", words, NULL});
}

/* Nobody is told 0 %: what was done, and where to. */
static void aim_instead_of_nought(struct share *share, const char *label, const char *aim)
{
    if (share->percent < 0.5 && !share->value && *share->note) {
        share->label = label;
        share->value = share->note;
        share->note = aim;
    }
}

static void draw_shares(const struct kiosk *k, struct ui *ui, struct ui_rect rect)
{
    const struct cpr_result *result = &kiosk_run(k)->result;
    char depth[WORDS_MAX];
    char rate[WORDS_MAX];
    char release[WORDS_MAX];
    static const char *const labels[] = {"gauge_depth", "gauge_rate", "result_recoil_ok"};

    char aims[3][WORDS_MAX] = {"", "", ""};
    aim_words(k, aims[0], kiosk_run(k)->plan.guideline->depth_mm);
    aim_words(k, aims[1], kiosk_run(k)->plan.guideline->rate_cpm);
    mean_words(k, depth, "result_mean_depth", result->mean_depth_mm);
    mean_words(k, rate, "result_mean_rate", result->mean_rate_cpm);
    /* All the way up: nothing is left to be told. */
    mean_words(k, release, "result_mean_release",
               result->mean_release_mm < 0.5 ? (double)NAN : result->mean_release_mm);
    struct share shares[] = {
        {kiosk_tr(k, "result_depth_ok"), result->depth_ok_percent, NULL, depth,
         depth_change(result)},
        {kiosk_tr(k, "result_rate_ok"), result->rate_ok_percent, NULL, rate,
         rate_change(k)},
        {kiosk_tr(k, "result_recoil_ok"), result->full_recoil_percent, NULL, release,
         ICON_ARROW_UP},
    };
    if (!kiosk_run(k)
             ->plan.guideline
             ->depth_scored) { /* shown, not judged: no test is failed by it */
        shares[0] = (struct share){kiosk_tr(k, "gauge_depth"), 0, depth,
                                   kiosk_tr(k, "result_depth_unscored"), ICON_NONE};
    }
    for (size_t i = 0; i < 3; i++) {
        aim_instead_of_nought(&shares[i], kiosk_tr(k, labels[i]), aims[i]);
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

/* ---- the two pages ----------------------------------------------------------------- */

static struct ui_rect draw_summary_bar(const struct kiosk *k, struct ui *ui,
                                       struct ui_rect page)
{
    bool test = kiosk_run(k)->plan.kind == RUN_TEST;
    struct ui_button end = {
        .id = "end", .label = kiosk_tr(k, "finish"), .icon = ICON_BACK};
    struct ui_button actions[] = {
        {.id = "lessons", .label = kiosk_tr(k, "result_lessons")},
        {.id = "other-kind", .label = kiosk_tr(k, test ? "go_practice" : "go_test")},
        {.id = "again",
         .label = kiosk_tr(k, "again"),
         .style = UI_BUTTON_NEXT,
         .icon = ICON_NEXT},
    };
    chrome_bar(k, ui, &page,
               &(struct chrome_bar){
                   .back = &end, .chips = true, .actions = actions, .action_count = 3});
    return page;
}

/* Without a score there is no advice: why, and what was seen. */
static void draw_distrusted(const struct kiosk *k, struct ui *ui, struct ui_rect page)
{
    struct run_shown run = kiosk_run_shown(k);
    float chart_h = page.h - result_distrust_h(&run, ui, page.w) - CHROME_GAP;
    if (chart_h >= RESULT_RUN_WITH_BARS) {
        chart_h = fminf(chart_h, page.h * 0.5f);
        result_run_draw(&run, ui, chrome_cut_bottom(&page, chart_h, CHROME_GAP));
    }
    result_distrust_draw(&run, ui, page);
}

/* Where large text leaves little room, the bars go first, then the three cards: the score
 * and the one thing to change stay. */
static void draw_summary(const struct kiosk *k, struct ui *ui, struct ui_rect page)
{
    struct run_shown run = kiosk_run_shown(k);
    struct advice_card advice = advice_card_of(&run);
    result_score_draw(&run, ui,
                      ui_portrait(ui)
                          ? chrome_cut_top(&page, page.h * 0.29f, CHROME_GAP)
                          : chrome_cut_left(&page, page.w * 0.31f, CHROME_GAP));
    /* The run's card keeps at least its button. */
    float most = page.h - CHROME_GAP - RESULT_RUN_LEAST;
    float advice_need = fminf(advice_card_h(ui, page.w, &advice, page.h * 0.36f), most);
    advice_card_draw(ui, chrome_cut_bottom(&page, advice_need, CHROME_GAP), &advice);
    float cards_need = 44 +
                       (ui_portrait(ui) ? 3.0f : 2.0f) * ui_line_height(ui, UI_SMALL) +
                       ui_line_height(ui, UI_TITLE) * 0.8f;
    if (page.h >= cards_need + CHROME_GAP + RESULT_RUN_WITH_BARS) {
        draw_shares(k, ui, chrome_cut_bottom(&page, cards_need, CHROME_GAP));
    }
    result_run_draw(&run, ui, page);
}

static void draw_evidence(const struct kiosk *k, const struct state *state, struct ui *ui,
                          struct ui_rect page)
{
    struct run_shown run = kiosk_run_shown(k);
    char words[WORDS_MAX];
    char n[NUMBER_MAX];
    char of[NUMBER_MAX];
    struct ui_button back = {
        .id = "summary", .label = kiosk_tr(k, "back"), .icon = ICON_BACK};
    struct ui_button actions[] = {
        {.id = "page-back", .label = kiosk_tr(k, "page_back")},
        {.id = "page-next", .label = kiosk_tr(k, "page_next"), .icon = ICON_NEXT},
    };
    struct ui_rect place = chrome_bar(
        k, ui, &page,
        &(struct chrome_bar){
            .back = &back, .chips = true, .actions = actions, .action_count = 2});
    /* Where the rows need the title's room, the number of the page moves to the foot. */
    bool titled = ui_portrait(ui) || chrome_crowding(ui) < 1.7f;
    struct ui_rect head = {0};
    if (titled) {
        head = chrome_cut_top(&page, ui_line_height(ui, UI_HEADING), 20);
        place = chrome_cut_right(&head, head.w * 0.3f, 12);
    }
    /* Pages go round, so that both buttons always work. */
    int pages = evidence_pages(&run, ui, page);
    int shown = (state->page % pages + pages) % pages;
    str_format(n, sizeof n, "%d", shown + 1);
    str_format(of, sizeof of, "%d", pages);
    kiosk_fill(k, words, sizeof words, "evidence_page",
               (const char *const[]){"n", n, "of", of, NULL});
    if (titled || ui_measure(ui, 4 * page.w, UI_BODY, words).w * 0.6f <= place.w) {
        ui_text_middle(ui, place, UI_BODY, UI_QUIET, UI_RIGHT, words);
    }
    if (titled) {
        static const enum ui_type types[] = {UI_HEADING, UI_STRONG};

        const char *title = kiosk_tr(k, "evidence_title");
        ui_text_middle(ui, head, chrome_fit(ui, head, types, 2, title), UI_TEXT, UI_LEFT,
                       title);
    }
    evidence_draw(&run, ui, page, shown);
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
    if (kiosk_run(k)->result.trust == 0) {
        draw_summary(k, ui, page);
    } else {
        draw_distrusted(k, ui, page);
    }
}

/* The evidence is a table to look at: its title is enough. */
static void say(const struct kiosk *k, const void *block, struct str *out)
{
    const struct state *state = block;
    struct run_shown run = kiosk_run_shown(k);
    if (state->evidence) {
        say_text(k, out, "evidence_title");
    } else if (kiosk_run(k)->result.trust == 0) {
        struct advice_card advice = advice_card_of(&run);
        result_score_say(&run, out);
        advice_card_say(&advice, out);
        result_compared_say(&run, out);
    } else {
        result_distrust_say(&run, out);
    }
}

const struct screen screen_result = {
    .name = "result",
    .theme = UI_LIGHT,
    .state_size = sizeof(struct state),
    .input = input,
    .draw = draw,
    .say = say,
    .leave = leave,
};
