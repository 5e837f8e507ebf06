/* SPDX-License-Identifier: MIT */
#include "screens/result_summary.h"

#include <assert.h>

#include "screens/advice_card.h"
#include "screens/chrome.h"
#include "screens/kiosk.h"
#include "screens/pages.h"
#include "screens/result_beside.h"
#include "screens/result_distrust.h"
#include "screens/result_ladder.h"
#include "screens/result_pair.h"
#include "screens/result_pushes.h"
#include "screens/result_run.h"
#include "screens/result_score.h"
#include "screens/result_who.h"

enum { SUMMARY_BLOCKS = 14, SOURCE_MAX = 160 };

/* Above it the cards stand one below the other, on as many pages as they take. */
#define WIDE_CROWDING 1.2f
#define LEFT_SHARE    0.31f

/* What the blocks borrow; it stays where it is until they are drawn. */
struct summary {
    struct run_shown shown;
    struct advice_card advice;
    struct result_distrust distrust;
    struct result_pair_one ones[CPR_PAIR_WHO];
    char pair[RESULT_PAIR_WORDS];
    char source[SOURCE_MAX];
    struct pages_block blocks[SUMMARY_BLOCKS];
    size_t count;
    struct pages pages;
    struct ui_rect left, who; /* beside the pages; empty: there is no such place */
    struct ui_rect course;
    struct result_beside beside; /* the advice, with a question beside it */
    bool asks, has_course;
};

static void put(struct summary *summary, const struct pages_block *block)
{
    assert(summary->count < SUMMARY_BLOCKS);
    struct pages_block *to = &summary->blocks[summary->count++];
    *to = *block;
    to->gap = CHROME_GAP;
    to->what = block->what ? block->what : &summary->shown;
}

static const struct pages_block score_block = {.height = result_score_bare_h,
                                               .draw = result_score_bare_draw,
                                               .say = result_score_bare_say,
                                               .grows = true};
static const struct pages_block child_block = {
    .height = result_score_evidence_h, .draw = result_score_evidence_draw, .grows = true};
static const struct pages_block who_block = {
    .height = result_who_h, .draw = result_who_draw, .say = result_who_say};
static const struct pages_block ladder_block = {
    .height = result_ladder_h, .draw = result_ladder_draw, .say = result_ladder_say};
static const struct pages_block pair_block = {.height = result_pair_h,
                                              .draw = result_pair_draw,
                                              .say = result_pair_say,
                                              .grows = true};
static const struct pages_block turns_block = {
    .height = result_turns_h, .draw = result_turns_draw, .say = result_turns_say};
static const struct pages_block best_block = {.height = result_best_h,
                                              .draw = result_best_draw,
                                              .say = result_best_say,
                                              .grows = true};
static const struct pages_block worst_block = {.height = result_worst_h,
                                               .draw = result_worst_draw,
                                               .say = result_worst_say,
                                               .grows = true};
static const struct pages_block pushes_block = {
    .height = result_pushes_h, .draw = result_pushes_draw, .say = result_pushes_say};
static const struct pages_block distrust_block = {.height = result_distrust_h,
                                                  .draw = result_distrust_draw,
                                                  .say = result_distrust_say,
                                                  .grows = true};
static const struct pages_block run_block = {.height = result_run_h,
                                             .draw = result_run_draw,
                                             .say = result_run_say,
                                             .grows = true};

static const struct pages_block course_block = {
    .height = parting_course_h, .draw = parting_course_draw, .say = parting_course_say};
static const struct pages_block first_block = {
    .height = parting_first_h, .draw = parting_first_draw, .say = parting_first_say};

/* Blocks of the kiosk itself. */
static void put_parting(const struct kiosk *k, struct summary *summary)
{
    struct pages_block course = course_block;
    struct pages_block first = first_block;
    course.what = first.what = k;
    put(summary, &course);
    put(summary, &first);
}

static void put_text(struct summary *summary, const char *text, enum ui_type type,
                     enum ui_color color)
{
    put(summary, &(struct pages_block){.text = text, .type = type, .color = color});
}

static void put_advice(struct summary *summary)
{
    put(summary, &(struct pages_block){.height = advice_card_h,
                                       .draw = advice_card_draw,
                                       .say = advice_card_say,
                                       .what = &summary->advice});
}

static void put_beside(const struct kiosk *k, struct summary *summary, bool course)
{
    summary->beside = (struct result_beside){k, &summary->advice, course};
    put(summary, &(struct pages_block){.height = result_beside_h,
                                       .draw = result_beside_draw,
                                       .what = &summary->beside});
}

/* Of two who took turns; large text needs a card for each of them. */
static void put_pair(struct summary *summary, const struct ui *ui)
{
    if (chrome_crowding(ui) <= WIDE_CROWDING) {
        put(summary, &pair_block);
        return;
    }
    result_pair_words(&summary->shown, summary->pair);
    put_text(summary, summary->pair, UI_BODY, UI_TEXT);
    for (int who = 0; who < CPR_PAIR_WHO; who++) {
        summary->ones[who] = (struct result_pair_one){&summary->shown, who};
        put(summary, &(struct pages_block){.height = result_pair_one_h,
                                           .draw = result_pair_one_draw,
                                           .say = result_pair_one_say,
                                           .what = &summary->ones[who]});
    }
}

static void begin_summary(const struct kiosk *k, struct summary *summary)
{
    summary->shown = kiosk_run_shown(k);
    summary->advice = advice_card_of(&summary->shown);
    summary->count = 0;
    summary->left = summary->who = summary->course = (struct ui_rect){0};
    summary->asks = summary->has_course = false;
}

static bool is_childs(const struct summary *summary)
{
    return summary->shown.debrief->presser == PRESSER_CHILD;
}

/* A child's depth is no mark: in the score's place stands its way to 5 cm. */
static void draw_left(const struct summary *summary, struct ui *ui)
{
    if (is_childs(summary)) {
        result_ladder_turns_draw(&summary->shown, ui, summary->left);
    } else {
        result_score_draw(&summary->shown, ui, summary->left);
    }
}

static bool left_fits(const struct summary *summary, struct ui *ui)
{
    float w = summary->left.w;
    float h = is_childs(summary) ? result_ladder_turns_h(&summary->shown, ui, w)
                                 : result_score_h(&summary->shown, ui, w);
    return h <= summary->left.h;
}

/* What of the end of a visit is to stand there as well, below the score and beside the
 * advice. */
struct wants {
    bool course, first, course_beside;
};

/* All at once, on a wide screen. False: it has no room there. */
static bool lay_out_wide(const struct kiosk *k, struct ui *ui, struct ui_rect page,
                         struct wants wants, struct summary *summary)
{
    if (ui_portrait(ui) || chrome_crowding(ui) > WIDE_CROWDING) {
        return false;
    }
    begin_summary(k, summary);
    struct ui_rect left = chrome_cut_left(&page, page.w * LEFT_SHARE, CHROME_GAP);
    float who_h = result_who_h(&summary->shown, ui, left.w);
    if (who_h > 0) {
        summary->who = chrome_cut_bottom(&left, who_h, CHROME_GAP * 0.75f);
    }
    if (wants.course) {
        float h = parting_short_h(k, ui, left.w);
        summary->course = chrome_cut_bottom(&left, h, CHROME_GAP * 0.75f);
    }
    summary->left = left;
    summary->asks = wants.first;
    summary->has_course = wants.course || wants.course_beside;
    summary->advice.type = UI_ACTION;
    if (is_childs(summary)) {
        put(summary, &child_block);
    } else {
        put(summary, &run_block);
    }
    put(summary, result_pair_is(&summary->shown) ? &pair_block : &pushes_block);
    if (wants.first || wants.course_beside) {
        put_beside(k, summary, wants.course_beside);
    } else {
        put_advice(summary);
    }
    pages_lay_out(&summary->pages, ui, page, summary->blocks, summary->count);
    return summary->pages.count == 1 && left_fits(summary, ui);
}

/* With as much of the end of a visit as has room: the result comes first. */
static bool lay_out_whole(const struct kiosk *k, struct ui *ui, struct ui_rect page,
                          struct summary *summary)
{
    static const struct wants ways[] = {{true, true, false},
                                        {true, false, false},
                                        {false, false, true},
                                        {false, true, false},
                                        {false, false, false}};
    struct parting_seen there = parting_there(k);
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        struct wants wants = {.course = ways[i].course && there.course,
                              .first = ways[i].first && there.first,
                              .course_beside = ways[i].course_beside && there.course};
        if (lay_out_wide(k, ui, page, wants, summary)) {
            return true;
        }
    }
    return false;
}

/* One below the other, on as many pages as it takes: what was good, what to change, who
 * pressed; then the pictures. */
static void lay_out_column(const struct kiosk *k, struct ui *ui, struct ui_rect page,
                           struct summary *summary)
{
    begin_summary(k, summary);
    summary->advice.type = chrome_heading(ui);
    put(summary, &score_block);
    if (result_pair_is(&summary->shown)) {
        put_pair(summary, ui);
    }
    put_advice(summary);
    put(summary, &ladder_block);
    put(summary, &turns_block);
    put(summary, &who_block);
    if (!result_pair_is(
            &summary->shown)) { /* the best of two would set one against both */
        put(summary, &best_block);
        put(summary, &worst_block);
    }
    put(summary, &run_block);
    result_score_source(&summary->shown, summary->source, sizeof summary->source);
    put_text(summary, summary->source, UI_SMALL, UI_QUIET);
    put_parting(k, summary);
    pages_lay_out(&summary->pages, ui, page, summary->blocks, summary->count);
}

/* Without a score there is no advice: why, and what was seen. */
static void lay_out_distrusted(const struct kiosk *k, struct ui *ui, struct ui_rect page,
                               struct summary *summary)
{
    struct result_distrust *words = &summary->distrust;
    begin_summary(k, summary);
    result_distrust_words(&summary->shown, words);
    put(summary, &distrust_block);
    put(summary, &run_block);
    pages_lay_out(&summary->pages, ui, page, summary->blocks, summary->count);
    struct ui_rect card = summary->pages.pieces[0].rect;
    if (result_distrust_h(&summary->shown, ui, card.w) <= card.h) {
        return;
    }
    summary->count = 0;
    put_text(summary, words->title, chrome_heading(ui), UI_TEXT);
    put_text(summary, words->reasons, UI_BODY, UI_TEXT);
    put_text(summary, words->cure, UI_STRONG, UI_GOOD_WORD);
    put(summary, &run_block);
    pages_lay_out(&summary->pages, ui, page, summary->blocks, summary->count);
}

static void lay_out_summary(const struct kiosk *k, struct ui *ui, struct ui_rect page,
                            struct summary *summary)
{
    if (kiosk_run(k)->result.trust != 0) {
        lay_out_distrusted(k, ui, page, summary);
    } else if (!lay_out_whole(k, ui, page, summary)) {
        lay_out_column(k, ui, page, summary);
    }
}

void result_summary_draw(const struct kiosk *k, struct ui *ui, struct ui_rect page,
                         int at, struct parting_seen *seen)
{
    struct summary summary;
    lay_out_summary(k, ui, page, &summary);
    if (summary.left.w > 0) {
        draw_left(&summary, ui);
    }
    if (summary.who.w > 0) {
        result_who_draw(&summary.shown, ui, summary.who);
    }
    if (summary.course.w > 0) {
        parting_course_draw(k, ui, summary.course);
    }
    pages_draw(&summary.pages, ui, summary.shown.texts, at);
    *seen = summary.left.w > 0 ? (struct parting_seen){summary.has_course, summary.asks}
                               : parting_on(&summary.pages, at);
}

/* The score, what to change, and only then what it is held against. */
static void say_wide(const struct summary *summary, struct str *out)
{
    const struct run_shown *shown = &summary->shown;
    result_score_say(shown, out);
    result_pair_say(shown, out); /* two want to hear first what each one did */
    advice_card_say(&summary->advice, out);
    result_ladder_say(shown, out);
    result_turns_say(shown, out);
    result_who_say(shown, out);
    if (!result_pair_is(shown)) {
        result_pushes_say(shown, out);
    }
    if (!is_childs(summary)) { /* its place is taken */
        result_run_say(shown, out);
    }
    result_compared_say(shown, out);
}

void result_summary_say(const struct kiosk *k, struct ui_rect room, int at,
                        struct str *out)
{
    struct summary summary;
    lay_out_summary(k, k->ui, room, &summary);
    if (summary.left.w > 0) {
        say_wide(&summary, out);
    } else {
        pages_say(&summary.pages, at, out);
    }
    if (summary.has_course) {
        parting_course_say(k, out);
    }
    if (summary.asks) {
        parting_first_say(k, out);
    }
}
