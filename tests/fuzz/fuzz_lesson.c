/* SPDX-License-Identifier: MIT */
/*
 * Any bytes as a lesson.lua: it is refused or fails with a sentence that begins with its
 * folder, or plays to its end under whatever answers, in bounded time and memory.
 */
#include <assert.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/mman.h>
#include <unistd.h>

#include "lesson/lesson.h"
#include "lesson/robot.h"
#include "support/probe.h"

enum { CARDS_MAX = 40 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static struct probe probe;
static int file = -1;

static void remove_probe(void)
{
    probe_end(&probe);
}

/* A folder whose lesson.lua is a piece of memory. */
static void begin(void)
{
    char target[64];
    char path[256];
    probe_begin(&probe);
    atexit(remove_probe);
    file = memfd_create("lesson.lua", MFD_CLOEXEC);
    assert(file >= 0);
    snprintf(target, sizeof target, "/proc/self/fd/%d", file);
    snprintf(path, sizeof path, "%s/lesson.lua", probe.folder);
    int linked = symlink(target, path);
    assert(linked == 0);
}

static void play(struct lesson *lesson, const uint8_t *data, size_t size)
{
    for (size_t i = 0; i < CARDS_MAX && lesson_state(lesson) == LESSON_CARD; i++) {
        const struct lesson_card *card = lesson_card(lesson);
        int by = size > 0 ? data[i % size] : 0;
        int count = card->option_count ? (int)card->option_count : 1;
        assert(card->right >= 0 && card->right <= (int)card->option_count);
        struct lesson_answer answer = {.choice = by % count + 1};
        for (int k = 0; k < count; k++) {
            answer.order[k] = (k + by) % count + 1;
        }
        answer.run.measured = by % 2;
        answer.run.result.mean_rate_cpm = by;
        if (!lesson_answer_fits(card, &answer)) {
            struct robot robot = {0}; /* presses never: any run fits */
            robot_answer(&robot, card, (size_t)by % robot_ways(card), &answer);
        }
        lesson_fingerprint(lesson);
        lesson_answer(lesson, &answer);
    }
    if (lesson_state(lesson) == LESSON_FAILED) {
        assert(str_starts(lesson_error(lesson), probe.folder));
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (file < 0) {
        begin();
    }
    if (ftruncate(file, 0) != 0 || pwrite(file, data, size, 0) != (ssize_t)size) {
        return 0;
    }
    struct lesson *lesson = lesson_open(probe.folder, "en", 1);
    play(lesson, data, size);
    lesson_close(lesson);
    lesson = lesson_open_draft(probe.folder, "en", 1);
    play(lesson, data, size);
    lesson_close(lesson);
    return 0;
}
