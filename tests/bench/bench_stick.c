/* SPDX-License-Identifier: MIT */
/*
 * bench_stick: what a stick costs a frame. Frames of the practice screen while somebody
 * presses, without sticks and while a mount takes its 10 s (staff have begun it and
 * left), in turn; then those of the staff's page while it waits. Prints the ratios.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/str.h"
#include "screens/staff/export.h"
#include "support/folder.h"
#include "support/mock_udisks.h"
#include "support/stage.h"
#include "support/tap.h"

enum { FRAMES = 600, GIGA = 1000000000 }; /* 10 s */

static double now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static int compare(const void *a, const void *b)
{
    double x = *(const double *)a;
    double y = *(const double *)b;
    return (x > y) - (x < y);
}

/* In ms: the median, the 99th percentile and the longest of 10 s of frames. */
struct cost {
    double p50, p99, most;
};

static struct cost measure(struct stage *stage, struct mock *mock, bool press)
{
    static double spent[FRAMES];
    for (int i = 0; i < FRAMES; i++) {
        if (mock && mock->bus) {
            while (sd_bus_process(mock->bus, NULL) > 0) {
            }
        }
        double began = now_ms();
        if (press) {
            stage_press(stage, 1.0 / 60, 55, 110);
        } else {
            stage_pass(stage, 1e-3);
        }
        spent[i] = now_ms() - began;
    }
    qsort(spent, FRAMES, sizeof *spent, compare);
    return (struct cost){spent[FRAMES / 2], spent[FRAMES * 99 / 100], spent[FRAMES - 1]};
}

static void print(const char *what, struct cost cost)
{
    printf("%-44s %7.3f %7.3f %7.3f ms\n", what, cost.p50, cost.p99, cost.most);
}

static void begin_practice(struct stage *stage)
{
    struct kiosk *k = &stage->kiosk;
    k->stations[0].status = (struct link_status){.state = LINK_READY,
                                                 .model = "",
                                                 .serial = "",
                                                 .firmware = "",
                                                 .calibration = ""};
    kiosk_start_run(k, RUN_PRACTICE, 3600, NULL, k->mode, false);
    stage_press(stage, 5, 55, 110);
}

int main(void)
{
    struct mock mock;
    struct folder folder = folder_make();
    struct stage *stage = stage_open(1920, 1080, "zh-CN");
    struct kiosk *k = &stage->kiosk;
    mock_open(&mock, true);
    printf("%-44s %7s %7s %7s\n", "10 s of frames", "median", "p99", "most");

    begin_practice(stage);
    struct cost without = measure(stage, NULL, true);
    print("pressing, nobody looks for sticks", without);

    k->store = store_open(folder_file(&folder, "counts.db"), STORE_NO_KIOSK);
    k->data_folder = folder.path;
    k->sticks =
        sticks_create(&(struct sticks_config){.bus = mock.address, .root = mock.folder});
    struct mock_drive *drive = mock_drive(&mock, "Slow", "Stick");
    mock_part(&mock, drive, "SLOW", 16ull * GIGA);
    mock_plug(&mock, drive);
    k->counter.staff = true;
    kiosk_go(k, SCREEN_staff_export);
    stage_pass(stage, 0.1);
    stage_tap(stage, "format-all");
    struct export_page *page = k->state;
    while (page->list.count == 0) {
        mock_process(&mock, 5);
        stage_pass(stage, 1e-3);
    }
    mock.hold = true;
    stage_tap(stage, "stick-1");
    while (!mock.held) {
        mock_process(&mock, 5);
    }
    print("the staff's page, while it is being mounted", measure(stage, &mock, false));
    kiosk_go(k, SCREEN_home);
    stage_pass(stage, 0.1);
    begin_practice(stage);
    struct cost with = measure(stage, &mock, true);
    print("pressing, while it is being mounted", with);
    printf("ratio                                        %7.3f %7.3f\n",
           with.p50 / without.p50, with.p99 / without.p99);
    bool held = mock.held != NULL;
    mock_let_go(&mock);
    printf("it was being mounted all the time: %s\n", held ? "yes" : "NO");
    sticks_destroy(k->sticks);
    store_close(k->store);
    k->sticks = NULL;
    k->store = NULL;
    stage_close(stage);
    mock_close(&mock);
    folder_remove(&folder);
    return held ? EXIT_SUCCESS : EXIT_FAILURE;
}
