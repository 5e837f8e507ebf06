/* SPDX-License-Identifier: MIT */
/*
 * bench_lesson_steps: what a frame waits for so that visitors see "step 3 of 9" and can
 * go back. Prints the slices in which the lessons of tests/lessons are walked, and how
 * long one step back takes, from each card of each lesson, and how long it takes until
 * the first card is ready to be drawn, and titles in another language. With its drawing,
 * and of the lessons that are shipped, bench_first_cards times the first card.
 */
#include <stdio.h>
#include <stdlib.h>

#include "lesson/robot.h"
#include "screens/lengths.h"
#include "support/stage.h"
#include "support/tap.h"

enum { COSTS_MAX = 100000, VISITS = 20 };

struct costs {
    size_t count;
    int64_t us[COSTS_MAX];
};

static struct costs slices, backs, firsts, titles;

static int by_size(const void *a, const void *b)
{
    const int64_t *x = a;
    const int64_t *y = b;
    return (*x > *y) - (*x < *y);
}

static void print(const char *what, struct costs *costs)
{
    int64_t sum = 0;
    qsort(costs->us, costs->count, sizeof *costs->us, by_size);
    for (size_t i = 0; i < costs->count; i++) {
        sum += costs->us[i];
    }
    printf("%s: %zu, %.1f ms in all; median %.2f ms, 99 %% %.2f ms, worst %.2f ms\n",
           what, costs->count, (double)sum / 1e3,
           (double)costs->us[costs->count / 2] / 1e3,
           (double)costs->us[costs->count * 99 / 100] / 1e3,
           (double)costs->us[costs->count - 1] / 1e3);
}

static void note(struct costs *costs, int64_t us)
{
    if (costs->count < COSTS_MAX) {
        costs->us[costs->count++] = us;
    }
}

static void walk(struct kiosk *k, const struct clock *clock)
{
    struct lengths *lengths = lengths_create();
    bool more = true;
    while (more) {
        int64_t begun_us = clock_now_us(clock);
        more = lengths_tick(lengths, k);
        note(&slices, clock_now_us(clock) - begun_us);
    }
    lengths_destroy(lengths);
}

/* A visit by chance, with one step back from each card. */
static void visit(const struct kiosk *k, const char *folder, struct rng *rng,
                  const struct clock *clock)
{
    struct robot robot = {.guidelines = k->guidelines};
    struct lesson_trail trail = {0};
    struct lesson *lesson = lesson_open(folder, "zh-CN", (unsigned)rng_u64(rng));
    while (lesson_state(lesson) == LESSON_CARD) {
        struct lesson_answer answer;
        const struct lesson_card *card = lesson_card(lesson);
        int ways = (int)robot_ways(card);
        robot_answer(&robot, card, (size_t)rng_int(rng, 0, ways - 1), &answer);
        lesson_trail_keep(&trail, card, &answer);
        lesson_answer(lesson, &answer);
        int64_t begun_us = clock_now_us(clock);
        bool went = lesson_trail_back(&trail, lesson);
        if (went) {
            note(&backs, clock_now_us(clock) - begun_us);
        }
        lesson_trail_on(&trail);
    }
    lesson_trail_forget(&trail);
    lesson_close(lesson);
}

/* From the touch to the frame that shows it. */
static void open_each(struct stage *stage, const struct clock *clock)
{
    struct kiosk *k = &stage->kiosk;
    for (size_t i = 0; i < k->catalog->count * 4; i++) {
        int64_t begun_us = clock_now_us(clock);
        kiosk_open_lesson(k, k->catalog->items[i / 4].info.id);
        kiosk_frame(k);
        note(&firsts, clock_now_us(clock) - begun_us);
        kiosk_end_session(k);
        kiosk_frame(k);
    }
    for (int i = 0; i < VISITS; i++) {
        int64_t begun_us = clock_now_us(clock);
        kiosk_set_lang(k, i & 1 ? "zh-CN" : "en");
        note(&titles, clock_now_us(clock) - begun_us);
    }
}

int main(void)
{
    struct clock clock;
    struct rng rng = rng_begin();
    struct stage *stage = stage_open(960, 540, "zh-CN");
    struct kiosk *k = &stage->kiosk;
    clock_init_real(&clock);
    k->clock = &clock; /* a slice ends by it */
    walk(k, &clock);
    for (size_t i = 0; i < k->catalog->count * VISITS; i++) {
        visit(k, k->catalog->items[i / VISITS].info.folder, &rng, &clock);
    }
    open_each(stage, &clock);
    k->clock = &stage->clock;
    print("slices", &slices);
    print("steps back", &backs);
    print("first cards", &firsts);
    print("titles in another language", &titles);
    stage_close(stage);
    return 0;
}
