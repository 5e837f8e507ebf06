/* SPDX-License-Identifier: MIT */
#include "screens/parting.h"

#include <math.h>

#include "screens/chrome.h"
#include "screens/courses_words.h"
#include "screens/kiosk.h"
#include "screens/pages.h"
#include "screens/say.h"

enum { ANSWERS = 2 };

#define FOOT_MOST    0.34f /* of the page that it stands below */
#define CARD_PAD     18.0f
#define CARD_CLOSE   6.0f
#define ANSWER_H     80.0f /* 20 mm: as of who pressed */
#define COURSE_LEAST 0.4f  /* of the row, beside the question */

static const struct answer {
    const char *id, *key;
    bool yes;
} answers[ANSWERS] = {{"first-yes", "first_yes", true}, {"first-no", "first_no", false}};

/* ---- what is there ----------------------------------------------------------------- */

/* Somebody else presses, or has: it is a class. */
static bool is_class(const struct kiosk *k)
{
    for (int i = 0; i < k->station_count; i++) {
        enum run_phase phase = k->stations[i].run.phase;
        if (i != k->active && (phase == RUN_GOING || phase == RUN_FINISHED)) {
            return true;
        }
    }
    return false;
}

static bool has_first(const struct kiosk *k)
{
    bool here = k->first_asked_us == 0 || k->first_asked_us == k->entered_us;
    return here && k->session && !k->counter.staff && !k->counter.demo &&
           !k->settings.hall.event && !k->takes_turns && !is_class(k);
}

static bool has_course(const struct kiosk *k)
{
    return kiosk_courses(k) > 0;
}

/* ---- the next course --------------------------------------------------------------- */

struct ui_button parting_course_button(const struct kiosk *k,
                                       char label[PARTING_LABEL_MAX])
{
    char date[COURSES_WORDS_MAX];
    courses_words_date(k, kiosk_course(k, 0), date);
    kiosk_fill(k, label, PARTING_LABEL_MAX, "parting_course",
               (const char *const[]){"date", date, NULL});
    return (struct ui_button){.id = "courses", .label = label, .icon = ICON_NEXT};
}

static float course_h(const struct kiosk *k, struct ui *ui, float w, float least)
{
    char label[PARTING_LABEL_MAX];
    struct ui_button button = parting_course_button(k, label);
    return fmaxf(least, ui_button_height(ui, w, &button));
}

float parting_course_h(const void *what, struct ui *ui, float w)
{
    return has_course(what) ? course_h(what, ui, w, chrome_button_h(ui)) : 0;
}

void parting_course_draw(const void *what, struct ui *ui, struct ui_rect rect)
{
    char label[PARTING_LABEL_MAX];
    struct ui_button button = parting_course_button(what, label);
    ui_button(ui, rect, &button);
}

void parting_course_say(const void *what, struct str *out)
{
    char label[PARTING_LABEL_MAX];
    if (has_course(what)) {
        say_line(out, parting_course_button(what, label).label);
    }
}

/* ---- the first time ---------------------------------------------------------------- */

static struct ui_button answer_button(const struct kiosk *k, size_t which)
{
    return (struct ui_button){.id = answers[which].id,
                              .label = kiosk_tr(k, answers[which].key)};
}

static const char *first_words(const struct kiosk *k)
{
    return kiosk_tr(k, k->first_answered ? "first_thanks" : "first_time");
}

static float answer_h(struct ui *ui)
{
    return fmaxf(ANSWER_H, ui_line_height(ui, UI_ACTION) * 1.3f);
}

static float answers_w(const struct kiosk *k, struct ui *ui)
{
    float w = 0;
    for (size_t i = 0; i < ANSWERS; i++) {
        struct ui_button button = answer_button(k, i);
        w = fmaxf(w, ui_button_width(ui, &button));
    }
    return ANSWERS * (fmaxf(w, chrome_button_h(ui)) + CHROME_GAP) - CHROME_GAP;
}

static float question_w(const struct kiosk *k, struct ui *ui)
{
    return ui_measure(ui, ui_width(ui), UI_BODY, kiosk_tr(k, "first_time")).w;
}

static void draw_answers(const struct kiosk *k, struct ui *ui, struct ui_rect row)
{
    for (size_t i = 0; i < ANSWERS && !k->first_answered; i++) {
        struct ui_button button = answer_button(k, i);
        ui_button(ui, chrome_column(row, i, ANSWERS, CHROME_GAP), &button);
    }
}

/* In one line with its answers. */
static float first_w(const struct kiosk *k, struct ui *ui)
{
    return question_w(k, ui) + CHROME_GAP + answers_w(k, ui);
}

float parting_first_h(const void *what, struct ui *ui, float w)
{
    const struct kiosk *k = what;
    if (!has_first(k)) {
        return 0;
    }
    float button_h = chrome_button_h(ui);
    return first_w(k, ui) <= w
               ? button_h
               : chrome_text_h(ui, w, UI_BODY, kiosk_tr(k, "first_time")) +
                     CHROME_GAP / 2 + button_h;
}

void parting_first_draw(const void *what, struct ui *ui, struct ui_rect rect)
{
    const struct kiosk *k = what;
    struct ui_rect row = rect;
    if (first_w(k, ui) <= rect.w) {
        row = chrome_cut_right(&rect, answers_w(k, ui), CHROME_GAP);
        ui_text_middle(ui, rect, UI_BODY, UI_QUIET, UI_RIGHT, first_words(k));
    } else {
        row = chrome_cut_bottom(&rect, chrome_button_h(ui), CHROME_GAP / 2);
        ui_text_middle(ui, rect, UI_BODY, UI_QUIET, UI_LEFT, first_words(k));
    }
    draw_answers(k, ui, row);
}

void parting_first_say(const void *what, struct str *out)
{
    if (has_first(what)) {
        say_line(out, first_words(what));
        parting_answers_say(what, out);
    }
}

/* ---- the first time, on a page of its own ------------------------------------------ */

const char *parting_question(const struct kiosk *k)
{
    return has_first(k) ? first_words(k) : "";
}

/* Their place stays when they have gone: nothing moves under a finger. */
float parting_answers_h(const void *what, struct ui *ui, float w)
{
    (void)w;
    return has_first(what) ? chrome_button_h(ui) : 0;
}

void parting_answers_draw(const void *what, struct ui *ui, struct ui_rect rect)
{
    draw_answers(what, ui, rect);
}

void parting_answers_say(const void *what, struct str *out)
{
    const struct kiosk *k = what;
    for (size_t i = 0; i < ANSWERS && !k->first_answered && has_first(k); i++) {
        say_line(out, kiosk_tr(k, answers[i].key));
    }
}

/* ---- on a wide result -------------------------------------------------------------- */

float parting_short_h(const struct kiosk *k, struct ui *ui, float w)
{
    return course_h(k, ui, w, answer_h(ui));
}

float parting_card_w(const struct kiosk *k, struct ui *ui)
{
    float words = ui_measure(ui, ui_width(ui), UI_SMALL, kiosk_tr(k, "first_time")).w;
    return 2 * CARD_PAD + fmaxf(words + 1, answers_w(k, ui));
}

float parting_card_h(const struct kiosk *k, struct ui *ui, bool course)
{
    return 2 * CARD_PAD +
           (course ? parting_short_h(k, ui, parting_card_w(k, ui) - 2 * CARD_PAD)
                   : ui_line_height(ui, UI_SMALL) + CARD_CLOSE + answer_h(ui));
}

void parting_card_draw(const struct kiosk *k, struct ui *ui, struct ui_rect rect,
                       bool course)
{
    ui_card(ui, rect, UI_CARD);
    struct ui_rect inside = chrome_inset(rect, CARD_PAD);
    if (course) {
        parting_course_draw(k, ui, inside);
        return;
    }
    struct ui_rect row = chrome_cut_bottom(&inside, answer_h(ui), CARD_CLOSE);
    ui_text_middle(ui, inside, UI_SMALL, UI_QUIET, UI_LEFT, first_words(k));
    draw_answers(k, ui, row);
}

/* ---- both -------------------------------------------------------------------------- */

/* What the course has beside the question; below 0: there is not both of them, or the
 * question would leave it too little. */
static float beside_w(const struct kiosk *k, struct ui *ui, float w)
{
    float rest = w - first_w(k, ui) - 2 * CHROME_GAP;
    return has_course(k) && has_first(k) && rest >= COURSE_LEAST * w ? rest : -1;
}

float parting_foot_h(const struct kiosk *k, struct ui *ui, float w, float h)
{
    float beside = beside_w(k, ui, w);
    float first = parting_first_h(k, ui, w);
    float course = parting_course_h(k, ui, beside > 0 ? beside : w);
    float both = beside > 0                ? fmaxf(first, course)
                 : first > 0 && course > 0 ? first + CHROME_GAP + course
                                           : first + course;
    return both <= FOOT_MOST * h ? both : 0;
}

void parting_foot_draw(const struct kiosk *k, struct ui *ui, struct ui_rect rect)
{
    float beside = beside_w(k, ui, rect.w);
    if (beside > 0) {
        parting_course_draw(k, ui, chrome_cut_left(&rect, beside, 2 * CHROME_GAP));
    } else if (has_course(k)) {
        float h = parting_course_h(k, ui, rect.w);
        parting_course_draw(k, ui, chrome_cut_top(&rect, h, CHROME_GAP));
    }
    if (has_first(k)) {
        parting_first_draw(k, ui, rect);
    }
}

void parting_foot_say(const struct kiosk *k, struct str *out)
{
    parting_course_say(k, out);
    parting_first_say(k, out);
}

struct parting_seen parting_there(const struct kiosk *k)
{
    return (struct parting_seen){.course = has_course(k), .first = has_first(k)};
}

struct parting_seen parting_on(const struct pages *pages, int page)
{
    struct parting_seen seen = {false, false};
    size_t at = page < 0 ? 0 : (size_t)page;
    at = at < pages->count ? at : pages->count - 1;
    for (size_t i = 0; i < pages->piece_count; i++) {
        const struct pages_piece *piece = &pages->pieces[i];
        const struct pages_block *block = &pages->blocks[piece->block];
        bool here = piece->page == at;
        seen.course = seen.course || (here && block->draw == parting_course_draw);
        bool first =
            block->draw == parting_first_draw || block->draw == parting_answers_draw;
        seen.first = seen.first || (here && first);
    }
    return seen;
}

void parting_tick(struct kiosk *k, struct parting_seen seen)
{
    if (seen.course && has_course(k)) {
        kiosk_course_shown(k);
    }
    if (seen.first && has_first(k)) {
        k->first_asked_us = k->entered_us;
    }
}

void parting_end(struct kiosk *k)
{
    if (has_first(k) && k->first_asked_us == 0 && k->counter.visited) {
        kiosk_go(k, SCREEN_goodbye);
    } else {
        kiosk_end_session(k);
    }
}

bool parting_touched(struct kiosk *k, const struct ui_event *event)
{
    if (ui_tapped(event, "courses") && has_course(k)) {
        kiosk_choice(k);
        kiosk_go(k, SCREEN_courses);
        return true;
    }
    for (size_t i = 0; i < ANSWERS; i++) {
        if (ui_tapped(event, answers[i].id) && has_first(k)) {
            kiosk_choice(k);
            counter_first_time(&k->counter, kiosk_moment(k), answers[i].yes);
            k->first_answered = true;
            return true;
        }
    }
    return false;
}
