/* SPDX-License-Identifier: MIT */
/*
 * Lessons and runs from their start to their count, in one place, so that a screen only
 * says what the visitor chose.
 */
#include "screens/activity.h"

#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "base/file.h"
#include "base/log.h"
#include "base/str.h"
#include "screens/kiosk.h"
#include "screens/pinyin.h"
#include "screens/stations.h"
#include "station/debrief.h"

static void tell_runs_ended(struct kiosk *k, int runs)
{
    for (int i = 0; i < runs; i++) {
        counter_run_ended(&k->counter);
    }
    if (runs > 0 && k->learner.run_ended) {
        k->learner.run_ended(k->learner.context);
    }
}

/* How often a chest is pressed is counted, whatever becomes of the run. */
static void count_pushes(struct kiosk *k, const struct station *station)
{
    k->pushes += counter_pushes(&k->counter, kiosk_moment(k), station->run.live.peaks,
                                station->status.simulated);
}

/* A test by the hall's own guideline, and by nobody who said to be a child. */
static void note_best(struct kiosk *k, const struct station *station)
{
    const struct run *run = &station->run;
    bool scored = run->plan.kind == RUN_TEST && run->result.trust == 0;
    if (scored && run->plan.guideline == k->guideline && k->presser != PRESSER_CHILD &&
        !k->counter.staff) {
        k->best_waits = true;
        k->best_waiting = run->result.score;
        k->best_moment = kiosk_moment(k);
    }
}

/* The visitor has gone on, and has not said to be a child. */
static void keep_best(struct kiosk *k)
{
    if (k->best_waits) {
        k->board.closes = k->settings.hall.closes;
        board_add(&k->board, k->best_moment, k->best_waiting);
    }
    k->best_waits = false;
}

static void drop_run(struct kiosk *k)
{
    keep_best(k);
    for (int i = 0; i < KIOSK_STATIONS_MAX; i++) {
        if (station_is_going(&k->stations[i])) {
            count_pushes(k, &k->stations[i]);
        }
    }
    tell_runs_ended(k, stations_drop_runs(k));
}

static void drop_lesson(struct kiosk *k)
{
    lesson_trail_forget(&k->trail);
    lesson_close(k->lesson);
    k->lesson = NULL;
    memset(k->lesson_id, 0, sizeof k->lesson_id); /* all of it: nothing stays behind */
    k->lesson_cards = 0;
    k->lesson_aed = false;
}

void activity_drop(struct kiosk *k)
{
    drop_run(k);
    drop_lesson(k);
    k->run_is_lessons = false;
}

/* ---- lessons ----------------------------------------------------------------------- */

static unsigned char *failures_of(struct kiosk *k, const char *id)
{
    const struct catalog_item *item = catalog_find(k->catalog, id);
    return item ? &k->lesson_failures[item - k->catalog->items] : NULL;
}

bool kiosk_lesson_offered(const struct kiosk *k, const char *id)
{
    const struct catalog_item *item = catalog_find(k->catalog, id);
    return item && k->lesson_failures[item - k->catalog->items] < KIOSK_LESSON_FAILURES;
}

static int lesson_version(const struct kiosk *k)
{
    const struct catalog_item *item = catalog_find(k->catalog, k->lesson_id);
    return item ? item->info.version : 0;
}

static void count_lesson(struct kiosk *k, enum count what)
{
    counter_add(&k->counter, kiosk_moment(k), what, k->lesson_id, lesson_version(k));
}

/* Fixed from the first card on: a number that changed, or came in the middle, would tell
 * visitors less than none. */
static int cards_of(const struct kiosk *k, const char *id)
{
    const struct catalog_item *item = catalog_find(k->catalog, id);
    return item && item->cards > 0 ? item->cards : 0;
}

void kiosk_open_lesson(struct kiosk *k, const char *id)
{
    if (!kiosk_lesson_offered(k, id)) {
        return;
    }
    kiosk_choice(k);
    drop_run(k);
    drop_lesson(k);
    str_copy(k->lesson_id, sizeof k->lesson_id, id);
    unsigned seed = (unsigned)clock_now_us(k->clock);
    k->lesson =
        lesson_open(catalog_find(k->catalog, id)->info.folder, kiosk_lang(k), seed);
    k->lesson_cards = cards_of(k, id);
    k->lesson_counted = false;
    pinyin_begin(k);
    count_lesson(k, COUNT_lesson_started);
    kiosk_go(k, SCREEN_lesson);
}

/* A card that was played to its end; a visitor may do so again. */
static void count_play(struct kiosk *k, const struct lesson_card *card)
{
    if (card->kind == CARD_dial) {
        count_lesson(k, COUNT_call_done);
    } else if (card->kind == CARD_shock) {
        count_lesson(k, COUNT_aed_done);
        k->lesson_aed = true;
    }
}

void kiosk_answered(struct kiosk *k, const struct lesson_answer *answer)
{
    const struct catalog_item *item = catalog_find(k->catalog, k->lesson_id);
    const struct lesson_card *card = lesson_card(k->lesson);
    enum lesson_mark mark = lesson_mark(card, answer);
    if (answer && answer->play.done) {
        count_play(k, card);
    }
    if (item && card->kind == CARD_ask && card->ask.asked != LESSON_ASKED_ONCE) {
        counter_willing(&k->counter, kiosk_moment(k), k->lesson_id,
                        card->ask.asked == LESSON_ASKED_AFTER,
                        (enum counter_willing)(answer->choice - 1), item->info.version);
    }
    if (!item || mark == LESSON_UNMARKED) {
        return;
    }
    char question[LESSON_ID_MAX + LESSON_KEY_MAX];
    str_format(question, sizeof question, "%s/%s", k->lesson_id, card->text_key);
    counter_question(&k->counter, kiosk_moment(k), question, mark == LESSON_RIGHT,
                     item->info.topic, item->info.version);
}

void kiosk_answer(struct kiosk *k, const struct lesson_answer *answer)
{
    lesson_trail_keep(&k->trail, lesson_card(k->lesson), answer);
    lesson_answer(k->lesson, answer);
}

struct lesson *kiosk_seen_lesson(const struct kiosk *k)
{
    return k->trail.past ? k->trail.past : k->lesson;
}

static void save_failures(const struct kiosk *k)
{
    char path[CONF_PATH_MAX + 16];
    bool kept = str_format(path, sizeof path, "%s/failures.txt", k->data_folder) &&
                failures_save(&k->failures, path);
    if (!kept) {
        log_warn("lesson", "%s", err_text());
    }
}

/* For the staff. Beside an author nothing is kept. */
static void keep_failure(struct kiosk *k)
{
    const struct catalog_item *item = catalog_find(k->catalog, k->lesson_id);
    if (!item || !k->data_folder || k->author_saves) {
        return;
    }
    failures_note(&k->failures, k->lesson_id, item->info.folder, lesson_error(k->lesson),
                  lesson_cause(k->lesson), clock_wall_s(k->clock));
    save_failures(k);
}

void activity_recall_failures(struct kiosk *k)
{
    char path[CONF_PATH_MAX + 16];
    if (k->data_folder && !k->author_saves) {
        str_format(path, sizeof path, "%s/failures.txt", k->data_folder);
        failures_load(&k->failures, path);
        if (catalog_is_whole(k->catalog)) {
            failures_forget_mended(&k->failures, k->catalog);
        }
    }
}

/* Counts the lesson's end once, or notes that it failed. */
static void follow_lesson(struct kiosk *k)
{
    if (!k->lesson || k->lesson_counted || lesson_state(k->lesson) == LESSON_CARD) {
        return;
    }
    k->lesson_counted = true;
    if (lesson_state(k->lesson) == LESSON_FAILED) {
        log_error("lesson", "%s", lesson_error(k->lesson));
        keep_failure(k);
        unsigned char *failures = failures_of(k, k->lesson_id);
        if (failures && ++*failures == KIOSK_LESSON_FAILURES) {
            log_error("lesson",
                      "%s failed %d times: it is not offered until the next start",
                      k->lesson_id, KIOSK_LESSON_FAILURES);
        }
        return;
    }
    count_lesson(k, COUNT_lesson_done);
    struct lesson_quiz quiz = lesson_quiz(k->lesson);
    /* Design 8: a quiz is passed at 80 %. */
    if (quiz.asked > 0 && quiz.right * 100 >= quiz.asked * 80) {
        count_lesson(k, COUNT_quiz_passed);
    }
}

/* ---- runs -------------------------------------------------------------------------- */

static const struct cpr_guideline *child_of(const struct kiosk *k)
{
    return k->is_small && k->small ? k->small : k->child;
}

/* Of the one who presses. */
static const struct cpr_guideline *guideline_of(const struct kiosk *k)
{
    return k->presser == PRESSER_CHILD && k->child ? child_of(k) : k->guideline;
}

/* A visitor's practice of whom nobody has said: help is given as to a child, depth is
 * invited, and in the end it is judged as judge_run() says. */
static bool is_open(const struct kiosk *k, const struct run_plan *plan)
{
    return k->child && k->presser == PRESSER_UNKNOWN && plan->kind == RUN_PRACTICE &&
           (plan->guideline == k->guideline || plan->guideline == k->child);
}

static void open_depth(const struct kiosk *k, struct run_plan *plan)
{
    if (is_open(k, plan)) {
        plan->guideline = k->child;
        plan->invites_depth = true;
    }
}

/* Where nobody has said who pressed, what is kept and counted is as of an adult; what is
 * shown holds no depth against anybody. */
static void judge_run(const struct kiosk *k, struct station *station)
{
    debrief_make(&station->debrief, &station->run,
                 &(struct debrief_by){.presser = k->presser,
                                      .adult = k->guideline,
                                      .child = child_of(k),
                                      .beginners = k->beginners});
}

static void keep_result(const struct kiosk *k)
{
    if (!k->keep_folder) {
        return;
    }
    char path[CONF_PATH_MAX];
    str_format(path, sizeof path, "%s/practice.json", k->keep_folder);
    char *json = run_json(kiosk_run(k), false);
    if (!json || !file_write(path, json, strlen(json))) {
        log_error("kiosk", "%s", err_text());
    }
    free(json);
}

/* The result that is shown: what is kept of it follows, what was counted stays. */
static void judge_shown_run(struct kiosk *k)
{
    struct station *station = &k->stations[k->active];
    if (station->followed || station->run.phase != RUN_FINISHED) {
        return;
    }
    judge_run(k, station);
    tries_regard(&k->tries, &station->run);
    run_record_guideline(&station->run);
    keep_result(k);
}

void kiosk_set_presser(struct kiosk *k, enum presser presser)
{
    enum presser before = k->presser;
    bool was_small = k->is_small;
    bool is_told_apart = was_small && presser != PRESSER_CHILD &&
                         kiosk_station(k)->followed && kiosk_run(k)->phase == RUN_GOING;
    k->presser = presser;
    k->is_small = was_small && presser == PRESSER_CHILD;
    if (is_told_apart) { /* what was a push of a small child is none of an adult's */
        const struct run_plan *plan = &kiosk_run(k)->plan;
        kiosk_start_run(k, plan->kind, plan->seconds, NULL, plan->mode, false);
        return;
    }
    for (int i = 0; i < KIOSK_STATIONS_MAX; i++) {
        struct station *station = &k->stations[i];
        if (!station->followed) {
            continue;
        }
        if (run_regard(&station->run, guideline_of(k))) {
            run_answer(&station->run);
        } else {
            k->presser = before;
            k->is_small = was_small;
        }
    }
    judge_shown_run(k);
    k->best_waits = k->best_waits && k->presser != PRESSER_CHILD;
}

void kiosk_press_lightly(struct kiosk *k)
{
    if (k->small && k->presser != PRESSER_ADULT) {
        k->is_small = true;
        kiosk_set_presser(k, PRESSER_CHILD);
    }
}

static void begin_run(struct kiosk *k, const struct run_plan *plan)
{
    stations_begin_run(k, plan);
    counter_run_began(&k->counter);
    if (k->learner.run_began && kiosk_run(k)->phase == RUN_WAITING) {
        k->learner.run_began(k->learner.context);
    }
    kiosk_go(k, SCREEN_practice);
}

void kiosk_start_run(struct kiosk *k, enum run_kind kind, double seconds,
                     const char *guideline, enum cpr_mode mode, bool lessons)
{
    kiosk_choice(k);
    drop_run(k);
    const struct cpr_guideline *found = lessons ? k->guideline : guideline_of(k);
    if (guideline && *guideline) {
        found = conf_guideline(k->guidelines, guideline);
    }
    if (!found) {
        log_error("kiosk", "%s", err_text());
        found = k->guideline;
    }
    bool takes_turns = k->takes_turns && !lessons && kind == RUN_PRACTICE;
    struct run_plan plan = {.kind = kind,
                            .seconds = seconds,
                            .stint_s = takes_turns ? seconds / 2 : 0,
                            .guideline = found,
                            .mode = mode,
                            .keep_folder = k->keep_folder};
    if (!lessons) {
        open_depth(k, &plan);
    }
    begin_run(k, &plan);
    k->run_is_lessons = lessons;
}

void kiosk_start_pushed_run(struct kiosk *k)
{
    kiosk_choice(k);
    drop_run(k);
    bool event = k->settings.hall.event;
    struct run_plan plan = {.kind = event ? RUN_TEST : RUN_PRACTICE,
                            .seconds = event ? KIOSK_EVENT_S : KIOSK_PRACTICE_S,
                            .guideline = guideline_of(k),
                            .mode = k->mode,
                            .keep_folder = k->keep_folder,
                            .is_pushed = true};
    open_depth(k, &plan);
    begin_run(k, &plan);
    k->run_is_lessons = false;
}

static void give_run_to_lesson(struct kiosk *k)
{
    struct lesson_answer answer = {
        .run = {.measured = kiosk_run(k)->phase == RUN_FINISHED,
                .result = kiosk_run(k)->result}};
    if (answer.run.measured) {
        answer.run.advice = debrief_of(kiosk_run(k)).advice;
    }
    k->run_is_lessons = false;
    kiosk_answer(k, &answer);
    kiosk_go(k, SCREEN_lesson);
}

void kiosk_forget_run(struct kiosk *k)
{
    if (!kiosk_station(k)->followed) {
        station_drop_run(&k->stations[k->active]);
    }
}

void kiosk_stop_run(struct kiosk *k)
{
    bool lessons = k->run_is_lessons && k->lesson;
    drop_run(k);
    if (lessons) {
        give_run_to_lesson(k);
    } else {
        kiosk_go(k, SCREEN_home);
    }
}

static void count_run(struct kiosk *k, const struct station *station)
{
    const struct run *run = &station->run;
    struct counter_run counted = {
        .guideline = run->plan.guideline->name,
        .year = run->plan.guideline->year,
        .simulated = station->status.simulated,
        .test = run->plan.kind == RUN_TEST,
        .passed = run->result.pass,
        .score = run->result.score,
        .depth_mm = run->result.mean_depth_mm,
        .rate_cpm = run->result.mean_rate_cpm,
    };
    counter_run(&k->counter, kiosk_moment(k), &counted);
}

/* What is kept and counted of a run of whom nobody has said is as of an adult. */
static void close_depth(const struct kiosk *k, struct run *run)
{
    if (run->plan.invites_depth) {
        run_answer(run);
        run_regard(run, k->guideline);
        run_record_guideline(run);
    }
}

/* A run that has come to its end is counted, and shown where it is the visitor's. */
static void end_run(struct kiosk *k, struct station *station)
{
    k->input_us = clock_now_us(k->clock);
    tell_runs_ended(k, 1);
    count_pushes(k, station);
    close_depth(k, &station->run);
    if (station->run.phase != RUN_FINISHED) {
        return; /* lost: the practice screen says so */
    }
    count_run(k, station);
    note_best(k, station);
    if (station != kiosk_station(k)) {
        return;
    }
    keep_result(k);
    if (k->run_is_lessons && k->lesson) {
        tries_add(&k->tries, &station->run);
        give_run_to_lesson(k);
    } else {
        judge_run(k, station);
        tries_add(&k->tries, &station->run);
        kiosk_go(k, SCREEN_result);
    }
}

static void follow_runs(struct kiosk *k)
{
    for (int i = 0; i < KIOSK_STATIONS_MAX; i++) {
        if (station_ended(&k->stations[i])) {
            end_run(k, &k->stations[i]);
        }
    }
}

void activity_follow(struct kiosk *k)
{
    follow_runs(k);
    follow_lesson(k);
}
