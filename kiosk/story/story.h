/* SPDX-License-Identifier: MIT */
/*
 * story: a file of plain commands that drives the kiosk without a person.
 *
 *     tap #id | tap "visible text" | tap x y      hold #corner MS     key NAME
 *     tap #id if text "..."
 *     wait MS     until screen NAME MS            expect screen NAME  expect text "..."
 *     until silent MS
 *     shot NAME   words NAME   unplug N   plug N  # a comment
 *     lesson ID MS                                push MM [COUNT [RATE [N]]]
 *
 * `tap` with `if text` does nothing where that text does not stand: a lesson draws its
 * questions, so that after an answer not the same stands twice. `until silent` waits
 * until nothing is being said any more.
 * `lesson` opens a lesson from home, over the list of its topic and the pages of that
 * where there are some, and waits until it stands there: however many lessons there are.
 * `push` presses a simulated manikin: MM deep, COUNT times (1), RATE a minute (110), let
 * up fully, and goes on after the last release; the manikin is the one that is shown, or
 * N. In a story with `push` the learner of --manikin sim:SPEC does not press. `words`
 * writes the texts that stand there, a line each, to NAME.txt. Coordinates are pixels of
 * the headless screen. Manikins are counted from 1. A command that cannot be done, or an
 * expectation that is not met, ends the story with file:line and cause. Knows the kiosk
 * only through story_host.
 */
#ifndef KIOSK_STORY_STORY_H
#define KIOSK_STORY_STORY_H

#include <stdbool.h>
#include <stdint.h>

/* Each returns false with err_set() when it cannot. */
struct story_host {
    void *context;
    bool (*tap_id)(void *context, const char *id);
    bool (*tap_text)(void *context, const char *text);
    bool (*tap_at)(void *context, double x, double y);
    bool (*hold)(void *context, const char *id, int ms);
    bool (*key)(void *context, const char *name);
    const char *(*screen)(void *context);
    bool (*shows)(void *context, const char *text); /* sets no error */
    bool (*shot)(void *context, const char *name);
    bool (*words)(void *context, const char *name);
    bool (*plug)(void *context, int manikin, bool in);
    /* Begins `count` pushes; manikin 0 is the one that is shown. */
    bool (*push)(void *context, int manikin, double depth_mm, int count, double rate_cpm);
    bool (*towards)(void *context, const char *lesson); /* one touch on the way to it */
    bool (*speaks)(void *context); /* something is being said, or about to be */
};

enum story_state { STORY_GOING, STORY_DONE, STORY_FAILED };

struct story;

/* Reads and checks the whole file. NULL (err_text(): file:line, cause, what to do). */
struct story *story_load(const char *path);
/* Somebody pushes in it, so that nobody else is to. */
bool story_pushes(const struct story *story);

void story_free(struct story *story); /* NULL is fine */

/*
 * Once a frame, after the kiosk's own. At most one command acts a frame, so that each
 * meets the screen that the one before it left. STORY_FAILED: err_text() says where.
 */
enum story_state story_step(struct story *story, const struct story_host *host,
                            int64_t now_us);

#endif
