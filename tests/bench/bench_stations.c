/* SPDX-License-Identifier: MIT */
/*
 * bench_stations [STATIONS [FRAMES [drawn]]]: what a frame of the practice screen costs
 * at 1920x1080 while replayed manikins are pressed: the first is shown, and every station
 * has a run of its own. "drawn" makes the pixels too, as a window would.
 *
 *     valgrind --tool=callgrind --toggle-collect=measured_frame bench_stations 16 600
 *
 * counts the instructions of the frames alone. Builds against commit e2c1ceb as well,
 * where the kiosk has one run for all manikins, to be compared with. Prints, judges
 * nothing. Not for a build with sanitizers: it counts what malloc() is asked for.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "support/stage.h"

#if __has_include("ui/internal.h")
#include "ui/internal.h"
#else
#include "ui/inside.h"
#define internal_paint inside_paint
#endif

enum { FRAME_US = 16667, BEGIN_S = 5, SETTLE_S = 20, RUN_S = 3600 };

static const char recording[] = "replay:tests/traces/perfect.csv";

/* ---- what is allocated ------------------------------------------------------------- */

struct asked {
    size_t calls, bytes;
};

static struct asked all, own; /* own: by the program itself, not by a shared library */

extern const char __executable_start[], etext[]; /* the linker's */
extern void *__libc_malloc(size_t size);
extern void *__libc_calloc(size_t count, size_t size);
extern void *__libc_realloc(void *old, size_t size);

static void note(size_t bytes, const char *from)
{
    all.calls++;
    all.bytes += bytes;
    if (from >= __executable_start && from < etext) {
        own.calls++;
        own.bytes += bytes;
    }
}

void *malloc(size_t size)
{
    note(size, __builtin_return_address(0));
    return __libc_malloc(size);
}

void *calloc(size_t count, size_t size)
{
    note(count * size, __builtin_return_address(0));
    return __libc_calloc(count, size);
}

void *realloc(void *old, size_t size)
{
    note(size, __builtin_return_address(0));
    return __libc_realloc(old, size);
}

/* ---- the two builds ---------------------------------------------------------------- */

#if __has_include("station/station.h")

static bool plug_in(struct stage *stage, int at)
{
    struct kiosk *k = &stage->kiosk;
    bool opened = station_open(&k->stations[at], recording, &stage->clock, "/nowhere");
    k->station_count += opened;
    return opened;
}

/* The visitor's run is the first station's; the others get one each. */
static void begin_others(struct stage *stage)
{
    struct kiosk *k = &stage->kiosk;
    struct run_plan plan = kiosk_run(k)->plan;
    for (int i = 0; i < k->station_count; i++) {
        if (i != k->active) {
            station_begin_run(&k->stations[i], &plan, clock_now_us(&stage->clock));
            counter_run_began(&k->counter);
        }
    }
}

static int going(const struct kiosk *k)
{
    int count = 0;
    for (int i = 0; i < k->station_count; i++) {
        count += station_is_going(&k->stations[i]);
    }
    return count;
}

#else

static bool plug_in(struct stage *stage, int at)
{
    struct kiosk *k = &stage->kiosk;
    k->links[at] = link_create(recording, &stage->clock);
    k->link_count += k->links[at] != NULL;
    return k->links[at] != NULL;
}

static void begin_others(struct stage *stage)
{
    (void)stage;
}

static int going(const struct kiosk *k)
{
    return k->run.phase == RUN_GOING;
}

#endif

/* ---- frames ------------------------------------------------------------------------ */

static void frame(struct stage *stage, bool drawn)
{
    kiosk_frame(&stage->kiosk);
    if (drawn) {
        internal_paint(stage->kiosk.ui);
    }
    clock_move(&stage->clock, FRAME_US);
}

static void settle(struct stage *stage, int seconds)
{
    for (int i = 0; i < seconds * 60; i++) {
        frame(stage, false);
    }
}

__attribute__((noinline)) static void measured_frame(struct stage *stage, bool drawn)
{
    frame(stage, drawn);
}

static double now_us(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1e6 + (double)t.tv_nsec / 1e3;
}

static void print_asked(const char *name, struct asked since, struct asked now,
                        int frames)
{
    printf("%-20s  %10.3f calls, %.1f bytes a frame\n", name,
           (double)(now.calls - since.calls) / frames,
           (double)(now.bytes - since.bytes) / frames);
}

static void measure(struct stage *stage, int frames, bool drawn)
{
    int without = 0;
    struct asked all_before = all;
    struct asked own_before = own;
    double start_us = now_us();
    for (int i = 0; i < frames; i++) {
        size_t calls = all.calls;
        measured_frame(stage, drawn);
        without += all.calls == calls;
    }
    printf("%-20s  %10.1f\n", "us a frame", (now_us() - start_us) / frames);
    print_asked("allocated", all_before, all, frames);
    print_asked("by the kiosk's code", own_before, own, frames);
    printf("%-20s  %10d\n", "frames without any", without);
}

int main(int argc, char **argv)
{
    int stations = argc > 1 ? atoi(argv[1]) : 16;
    int frames = argc > 2 ? atoi(argv[2]) : 600;
    bool drawn = argc > 3 && strcmp(argv[3], "drawn") == 0;
    struct stage *stage = stage_open(1920, 1080, "en");
    for (int i = 0; i < stations; i++) {
        if (!plug_in(stage, i)) {
            fprintf(stderr, "bench_stations: start it in the source folder\n");
            return 1;
        }
    }
    frame(stage, false);
    kiosk_start_run(&stage->kiosk, RUN_PRACTICE, RUN_S, NULL, CPR_COMPRESSION_ONLY,
                    false);
    settle(stage, BEGIN_S);
    begin_others(stage);
    settle(stage, SETTLE_S);
    for (int i = 0; i < 10; i++) {
        frame(stage, drawn);
    }
    printf("stations              %10d\nruns going on         %10d\n", stations,
           going(&stage->kiosk));
    printf("screen                %10s\nframes                %10d%s\n",
           kiosk_screen_name(&stage->kiosk), frames, drawn ? ", drawn" : "");
    measure(stage, frames, drawn);
    return 0;
}
