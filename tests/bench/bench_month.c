/* SPDX-License-Identifier: MIT */
/*
 * bench_month: how long the staff's month holds up a frame when it opens a year of a busy
 * hall, and how long it takes until all of it stands. One frame of 16.7 ms at most, the
 * first one aside, which opens the page and draws all of it anew.
 */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "base/calendar.h"
#include "base/str.h"
#include "screens/staff/month_page.h"
#include "store/store.h"
#include "support/folder.h"
#include "support/stage.h"
#include "support/tap.h"

enum { DAYS = 365, LESSONS = 24, TOPICS = 8, BATCH_MAX = 4096, FRAMES_MAX = 2000 };

struct batch {
    size_t count;
    struct count_row rows[BATCH_MAX];
};

static void add(struct batch *batch, int day, int hour, const char *metric,
                const char *subject, const char *detail)
{
    struct count_row *row = &batch->rows[batch->count++];
    assert_true(batch->count <= BATCH_MAX);
    *row = (struct count_row){
        .key = {.day = day, .hour = hour, .content = 1, .definition = 1}, .n = 3};
    str_copy(row->key.metric, sizeof row->key.metric, metric);
    str_copy(row->key.subject, sizeof row->key.subject, subject);
    str_copy(row->key.detail, sizeof row->key.detail, detail);
}

/* Every lesson in each hour, and each kind of result. */
static void add_hour(struct batch *batch, int day, int hour)
{
    static const char *const single[] = {"touch", "visit", "running", "pushes"};
    static const char *const of_lessons[] = {"lesson_started", "lesson_done",
                                             "quiz_passed"};
    char name[32];
    for (size_t i = 0; i < sizeof single / sizeof *single; i++) {
        add(batch, day, hour, single[i], "", "");
    }
    for (int i = 0; i < 3 * LESSONS; i++) {
        str_format(name, sizeof name, "lesson-%d", i / 3);
        add(batch, day, hour, of_lessons[i % 3], name, "");
    }
    for (int i = 0; i < 2 * TOPICS; i++) {
        str_format(name, sizeof name, "topic-%d", i / 2);
        add(batch, day, hour, "question", name, i % 2 ? "right" : "wrong");
    }
    for (int low = 0; low < 90; low += 10) {
        str_format(name, sizeof name, "%d~%d", low, low + 9);
        add(batch, day, hour, "test_score", "aha-2025/adult", name);
        add(batch, day, hour, "test_rate", "aha-2025/adult", name);
    }
}

static size_t fill(struct store *store, int last)
{
    struct batch *batch = calloc(1, sizeof *batch);
    size_t rows = 0;
    assert_non_null(batch);
    for (int i = 0; i < DAYS; i++) {
        batch->count = 0;
        for (int hour = 9; hour < 17; hour++) {
            add_hour(batch, calendar_day(calendar_number(last) - i), hour);
        }
        assert_true(store_add(store, batch->rows, batch->count));
        rows += batch->count;
    }
    free(batch);
    return rows;
}

static int64_t processor_us(void)
{
    struct timespec now;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return (int64_t)now.tv_sec * 1000000 + now.tv_nsec / 1000;
}

static int64_t frame_us(struct kiosk *k)
{
    struct ui_pixels pixels;
    int64_t begun_us = processor_us();
    kiosk_frame(k);
    assert_true(ui_pixels(k->ui, &pixels));
    return processor_us() - begun_us;
}

static void time_span(struct kiosk *k, enum span span, const char *name)
{
    int64_t worst_us = 0;
    int64_t all_us = 0;
    int frames = 0;
    k->month_seen = span_of(span, kiosk_moment(k).day);
    kiosk_go(k, SCREEN_staff_month);
    frame_us(k); /* the page before */
    int64_t first_us = frame_us(k);
    const struct month_page *page = k->state;
    for (; !page->is_read && frames < FRAMES_MAX; frames++) {
        int64_t us = frame_us(k);
        worst_us = us > worst_us ? us : worst_us;
        all_us += us;
    }
    int64_t last_us = frame_us(k);
    printf("%-6s first frame %.1f ms, then %d frames of %.1f ms at most (%.0f ms in "
           "all), a still one %.1f ms\n",
           name, (double)first_us / 1e3, frames, (double)worst_us / 1e3,
           (double)all_us / 1e3, (double)last_us / 1e3);
}

int main(void)
{
    struct folder folder = folder_make();
    struct stage *stage = stage_open(1920, 1080, "zh-CN");
    struct kiosk *k = &stage->kiosk;
    clock_init_real(&stage->clock);
    k->store = store_open(folder_file(&folder, "counts.db"), STORE_NO_KIOSK);
    assert_non_null(k->store);
    int today = kiosk_moment(k).day;
    size_t rows = fill(k->store, today);
    printf("a year of %zu rows\n", rows);
    k->counter.staff = true;
    kiosk_go(k, SCREEN_staff_desk);
    frame_us(k);
    frame_us(k);
    time_span(k, SPAN_MONTH, "month");
    time_span(k, SPAN_YEAR, "year");
    struct store *store = k->store;
    stage_close(stage);
    store_close(store);
    folder_remove(&folder);
    return EXIT_SUCCESS;
}
