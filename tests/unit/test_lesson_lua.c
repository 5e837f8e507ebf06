/* SPDX-License-Identifier: MIT */
/*
 * Runs every file of a folder as a lesson, answered by a robot. The first line of each
 * says what has to come of it: "-- expect: done", or a part of the error.
 */
#include <dirent.h>
#include <math.h>

#include "lesson/lesson.h"
#include "support/probe.h"
#include "support/tap.h"

enum { CARDS_MAX = 200 };

static const char *folder;

/* What the robot answers is written into the lesson: it takes the option `pick`, else the
 * right one; it puts things in the right order unless the text is `no`; it presses as
 * the name of the guideline says. */
static struct lesson_answer answer_of(const struct lesson_card *card)
{
    struct lesson_answer answer = {.choice = card->right ? card->right : 1};
    int count = (int)card->option_count;
    for (int i = 0; i < count; i++) {
        if (str_equal(card->option_keys[i], "pick")) {
            answer.choice = i + 1;
        }
        int from = str_equal(card->text_key, "no") ? (i + 1) % count : i;
        answer.order[i] = card->right_order[from];
    }
    answer.run = (struct lesson_run){.measured = true,
                                     .result = {.mean_depth_mm = 55,
                                                .mean_rate_cpm = 110.4,
                                                .mean_release_mm = (double)NAN,
                                                .full_recoil_percent = 98,
                                                .depth_ok_percent = 96,
                                                .rate_ok_percent = 100,
                                                .ccf_percent = 100,
                                                .score = 97,
                                                .count = 54,
                                                .pass = true}};
    answer.play = (struct lesson_play){.done = true, .seconds = 20};
    if (card->play_count > 0 && str_equal(card->text_key, "no")) {
        answer.play.slips = 2; /* the second step alone */
    }
    if (str_equal(card->guideline, "nobody")) {
        answer.run.measured = false;
    }
    if (str_equal(card->guideline, "noisy")) {
        answer.run.result.trust = CPR_TRUST_NOISE;
    }
    return answer;
}

/* Whether it ended as it says. */
static bool run_one(const char *name, const char *source, size_t length)
{
    char expect[256] = "";
    assert_int_equal(sscanf(source, "-- expect: %255[^\n]", expect), 1);
    struct probe probe;
    probe_begin(&probe);
    if (str_equal(name, "bytecode.lua")) {
        probe_write(&probe, "\x1bLua");
    } else {
        probe_file(&probe, "lesson.lua", source, length);
    }
    struct lesson *lesson = lesson_open(probe.folder, "en", 1);
    int cards = 0;
    while (lesson_state(lesson) == LESSON_CARD && cards++ < CARDS_MAX) {
        struct lesson_answer answer = answer_of(lesson_card(lesson));
        lesson_answer(lesson, &answer);
    }
    bool done = lesson_state(lesson) == LESSON_DONE;
    printf("# %-28s %s\n", name,
           done ? "done" : strstr(lesson_error(lesson), "lesson.lua"));
    bool met =
        str_equal(expect, "done") ? done : !done && strstr(lesson_error(lesson), expect);
    if (!met) {
        print_error("%s: expected \"%s\", got \"%s\"\n", name, expect,
                    done ? "done" : lesson_error(lesson));
    }
    assert_true(done || str_starts(lesson_error(lesson), probe.folder));
    lesson_close(lesson);
    probe_end(&probe);
    return met;
}

static void every_file_ends_as_it_says(void **state)
{
    (void)state;
    DIR *open = opendir(folder);
    assert_non_null(open);
    int files = 0;
    int unmet = 0;
    for (struct dirent *entry = readdir(open); entry; entry = readdir(open)) {
        if (entry->d_name[0] == '.') {
            continue;
        }
        char path[512];
        size_t length = 0;
        snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
        char *source = file_read(path, 1 << 20, &length);
        assert_non_null(source);
        unmet += !run_one(entry->d_name, source, length);
        free(source);
        files++;
    }
    closedir(open);
    printf("# %d files\n", files);
    assert_true(files > 0);
    assert_int_equal(unmet, 0);
}

int main(int argc, char **argv)
{
    if (argc != 2) {
        fprintf(stderr, "usage: %s FOLDER\n", argv[0]);
        return 2;
    }
    folder = argv[1];
    const struct CMUnitTest tests[] = {cmocka_unit_test(every_file_ends_as_it_says)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
