/* SPDX-License-Identifier: MIT */
/*
 * coverage simulate DB --visits FILE: plays visits through the kiosk's own ladder and
 * store, each as one of some minutes, in the file's order.
 *
 * All of them are counted as if others pressed meanwhile, as in a class: what waits is
 * written whenever the queue is full.
 */
#include <assert.h>
#include <stdlib.h>

#include "base/err.h"
#include "base/str.h"
#include "count/counter.h"
#include "coverage.h"
#include "lesson/catalog.h"
#include "store/store.h"
#include "visits.h"

#define GUIDELINE "aha-2025/adult"

enum { SECOND_US = 1000000, STEP_S = 20 };

struct play {
    const struct coverage *coverage;
    struct store *store;
    struct counter counter;
    struct catalog *catalog; /* NULL: no visit has a lesson */
    struct conf_guidelines guidelines;
    int guideline_year;
    int64_t now_us;
    bool failed; /* and it has been said why */
};

static bool add(void *context, const struct count_row *rows, size_t count)
{
    struct play *play = context;
    if (!play->failed && !store_add(play->store, rows, count)) {
        play->failed = true;
        coverage_say_why(play->coverage);
    }
    return !play->failed;
}

/* The next thing of a visit happens some seconds later. */
static struct count_moment next_moment(struct play *play, const struct visit *visit)
{
    play->now_us += STEP_S * (int64_t)SECOND_US;
    return (struct count_moment){
        .now_us = play->now_us, .day = visit->day, .hour = visit->hour};
}

/* 1 where the lesson is not known, as that of a lesson that is new. */
static int version_of(const struct play *play, const char *lesson)
{
    const struct catalog_item *item = catalog_find(play->catalog, lesson);
    return item ? item->info.version : 1;
}

static void play_visit(struct play *play, const struct visit *visit)
{
    struct counter *counter = &play->counter;
    bool lesson = visit->lesson[0] != '\0';
    int version = lesson ? version_of(play, visit->lesson) : 0;
    counter_begin(counter, next_moment(play, visit));
    counter_chose(counter, next_moment(play, visit));
    if (lesson) {
        counter_add(counter, next_moment(play, visit), COUNT_lesson_started,
                    visit->lesson, version);
    }
    if (visit->tested) {
        const struct counter_run run = {.guideline = GUIDELINE,
                                        .year = play->guideline_year,
                                        .test = true,
                                        .passed = visit->passed,
                                        .score = visit->score,
                                        .depth_mm = visit->depth_mm,
                                        .rate_cpm = visit->rate_cpm};
        counter_run(counter, next_moment(play, visit), &run);
    }
    if (lesson) {
        counter_add(counter, next_moment(play, visit), COUNT_lesson_done, visit->lesson,
                    version);
    }
    counter_end(counter, next_moment(play, visit));
}

/* Their ids stay: they may be lessons of another kiosk. Each is named once. */
static void name_unknown(const struct play *play, const struct visits *visits)
{
    for (size_t i = 0; i < visits->count; i++) {
        const char *lesson = visits->items[i].lesson;
        bool named = *lesson == '\0' || catalog_find(play->catalog, lesson);
        for (size_t before = 0; !named && before < i; before++) {
            named = str_equal(visits->items[before].lesson, lesson);
        }
        if (!named) {
            coverage_say(play->coverage, "coverage_lesson_unknown",
                         (const char *const[]){"lesson", lesson, NULL});
        }
    }
}

/* What the counts name beside the visits. False: it has been said why. */
static bool read_scripts(struct play *play, const struct visits *visits)
{
    char folder[PATHS_BYTES];
    const struct paths *paths = &play->coverage->paths;
    const struct cpr_guideline *guideline = NULL;
    if (!paths_find(paths, "scripts/guidelines", folder, sizeof folder) ||
        !conf_guidelines_load(&play->guidelines, folder) ||
        !(guideline = conf_guideline(&play->guidelines, GUIDELINE))) {
        return coverage_say_why(play->coverage);
    }
    play->guideline_year = guideline->year;
    play->catalog = catalog_load(paths, play->coverage->lang);
    name_unknown(play, visits);
    return true;
}

static void play_all(struct play *play, const struct visits *visits)
{
    const struct count_sink sink = {.context = play, .add = add};
    counter_init(&play->counter, sink);
    counter_run_began(&play->counter);
    for (size_t i = 0; i < visits->count && !play->failed; i++) {
        play_visit(play, &visits->items[i]);
    }
    counter_run_ended(&play->counter);
    struct count_moment last = {.now_us = play->now_us};
    counter_finish(&play->counter, last);
    if (!play->failed && !store_settle(play->store)) {
        play->failed = true; /* all is counted; the order shows until the next time */
        coverage_say_why(play->coverage);
    }
}

static enum coverage_status simulate(const struct coverage *coverage, const char *path,
                                     const struct visits *visits)
{
    struct play *play = calloc(1, sizeof *play); /* too large for the stack */
    assert(play);
    play->coverage = coverage;
    bool done = read_scripts(play, visits);
    if (done && !(play->store = store_open(path, NULL))) {
        done = coverage_say_kiosk(coverage, path);
    }
    if (done) {
        play_all(play, visits);
        done = !play->failed;
    }
    store_close(play->store);
    catalog_free(play->catalog);
    free(play);
    return done ? COVERAGE_OK : COVERAGE_FAILED;
}

enum coverage_status coverage_simulate(struct coverage *coverage, int argc, char **argv)
{
    const char *file = NULL;
    const char *path = NULL;
    const struct coverage_option options[] = {{"--visits", &file}, {NULL, NULL}};
    int plain = coverage_read(coverage, argc, argv, options, &path, 1);
    if (plain < 0) {
        return COVERAGE_USAGE;
    }
    if (!path || !file) {
        return coverage_usage(coverage, argv[0], "coverage_simulate_missing",
                              (const char *const[]){NULL});
    }
    struct visits visits;
    enum coverage_status status = visits_read(coverage, file, &visits)
                                      ? simulate(coverage, path, &visits)
                                      : COVERAGE_FAILED;
    visits_free(&visits);
    return status;
}
