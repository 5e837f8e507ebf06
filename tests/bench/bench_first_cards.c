/* SPDX-License-Identifier: MIT */
/*
 * bench_first_cards: from the touch on a lesson's tile to the frame that shows its first
 * card, for every lesson that is shipped, in each language, at 1920x1080: what a visitor
 * waits for who comes to the kiosk first, and who comes again, in processor time. One
 * frame of 16.7 ms at most (issue 12). With --rows a line a lesson.
 */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "screens/lengths.h"
#include "support/stage.h"
#include "support/tap.h"

enum {
    LESSONS_MAX = 128,
    TIMES = 5,
    BEFORE = 10 /* frames before anybody comes */,
    FRAME_US = 16667
};

static const char *const langs[] = {"zh-CN", "en"};

enum { LANGS = sizeof langs / sizeof *langs };

struct row {
    char id[LESSON_ID_MAX];
    int64_t open_us[LANGS][TIMES], all_us[LANGS][TIMES];
};

static struct row rows[LESSONS_MAX];

static int by_size(const void *a, const void *b)
{
    const int64_t *x = a;
    const int64_t *y = b;
    return (*x > *y) - (*x < *y);
}

/* As it comes onto a display; without one a frame only keeps what is to be drawn. */
static void draw(struct kiosk *k)
{
    struct ui_pixels pixels;
    kiosk_frame(k);
    assert_true(ui_pixels(k->ui, &pixels));
}

/* Of this thread alone: what else the machine does hardly moves it. */
static int64_t processor_us(void)
{
    struct timespec now;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return (int64_t)now.tv_sec * 1000000 + now.tv_nsec / 1000;
}

/* Home stands, as after any touch; then a lesson is chosen. */
static void time_one(struct stage *stage, const char *lang, struct row *row, int at,
                     int time)
{
    struct kiosk *k = &stage->kiosk;
    kiosk_choice(k);
    kiosk_set_lang(k, lang);
    kiosk_go(k, SCREEN_home);
    draw(k);
    int64_t begun_us = processor_us();
    kiosk_open_lesson(k, row->id);
    row->open_us[at][time] = processor_us() - begun_us;
    draw(k);
    row->all_us[at][time] = processor_us() - begun_us;
    kiosk_end_session(k);
    draw(k);
}

static void print_time(const char *when, int from, int to, size_t count)
{
    static int64_t us[LESSONS_MAX * LANGS * TIMES];
    size_t n = 0;
    size_t over = 0;
    for (size_t i = 0; i < count; i++) {
        for (int at = 0; at < LANGS; at++) {
            for (int time = from; time < to; time++) {
                us[n] = rows[i].all_us[at][time];
                over += us[n++] > FRAME_US;
            }
        }
    }
    qsort(us, n, sizeof *us, by_size);
    printf("%s: %zu first cards, median %.1f ms, 95 %% %.1f ms, worst %.1f ms; %zu over "
           "a frame\n",
           when, n, (double)us[n / 2] / 1e3, (double)us[n * 95 / 100] / 1e3,
           (double)us[n - 1] / 1e3, over);
}

/* Of each card the least, which other work moves least. */
static void print_least(size_t count)
{
    static int64_t us[LESSONS_MAX * LANGS];
    int64_t sum = 0;
    for (size_t i = 0; i < count * LANGS; i++) {
        const int64_t *of = rows[i / LANGS].all_us[i % LANGS];
        us[i] = of[0];
        for (int time = 1; time < TIMES; time++) {
            us[i] = of[time] < us[i] ? of[time] : us[i];
        }
        sum += us[i];
    }
    qsort(us, count * LANGS, sizeof *us, by_size);
    printf("least of %d: mean %.2f ms, worst %.1f ms\n", TIMES,
           (double)sum / 1e3 / (double)(count * LANGS),
           (double)us[count * LANGS - 1] / 1e3);
}

int main(int argc, char **argv)
{
    struct stage *stage = stage_open(1920, 1080, langs[0]);
    struct kiosk *k = &stage->kiosk;
    catalog_free(k->catalog);
    assert_true(paths_init(&stage->paths, NULL));
    k->catalog = catalog_load(&stage->paths, langs[0]);
    size_t count = k->catalog->count;
    assert_true(count > 0 && count <= LESSONS_MAX);
    for (size_t i = 0; i < count; i++) {
        str_copy(rows[i].id, sizeof rows[i].id, k->catalog->items[i].info.id);
    }
    k->lengths = lengths_create(); /* as in life-kiosk */
    for (int frame = 0; frame < BEFORE; frame++) {
        draw(k);
    }
    for (int time = 0; time < TIMES; time++) {
        for (int at = 0; at < LANGS; at++) {
            for (size_t i = 0; i < count; i++) {
                time_one(stage, langs[at], &rows[i], at, time);
            }
        }
    }
    for (size_t i = 0; i < count && argc > 1; i++) {
        printf("%-20s", rows[i].id);
        for (int at = 0; at < LANGS; at++) {
            printf("  %s", langs[at]);
            for (int time = 0; time < TIMES; time++) {
                printf(" %5.1f", (double)rows[i].all_us[at][time] / 1e3);
            }
            printf(" (open %4.1f)", (double)rows[i].open_us[at][0] / 1e3);
        }
        puts("");
    }
    (void)argv;
    print_time("seen first", 0, 1, count);
    print_time("seen again", 1, TIMES, count);
    print_least(count);
    lengths_destroy(k->lengths);
    k->lengths = NULL;
    stage_close(stage);
    return 0;
}
