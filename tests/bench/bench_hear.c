/* SPDX-License-Identifier: MIT */
/*
 * bench_hear [STATIONS [SECONDS]]: what it costs to hear manikins that nobody presses:
 * quiet ones, ones with 2 % wild readings, ones that creep and ones that are loose, at
 * 100 readings a second, 60 frames a second, no run. Builds against commit f5c3b80 as
 * well, where raw readings told pushes. Prints, judges nothing.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "station/station.h"
#include "support/tap.h"
#include "support/wave.h"

enum { STATIONS_MAX = 16, FRAME_US = 16667, ROWS = 30000 };

static struct station stations[STATIONS_MAX];

enum cable { QUIET, WILD, CREEPS, LOOSE, CABLES };

static double reading(struct rng *rng, enum cable cable, int row)
{
    double noise = rng_between(rng, -0.3, 0.3);
    switch (cable) {
    case WILD: return rng_between(rng, 0, 1) < 0.02 ? rng_between(rng, -100, 800) : noise;
    case CREEPS: return row % 6000 * 0.01 - 30 + noise;
    case LOOSE: return rng_between(rng, -20, 70);
    case QUIET:
    case CABLES: break;
    }
    return noise;
}

static bool record(const char *path, struct rng *rng, enum cable cable)
{
    FILE *file = fopen(path, "w");
    if (!file) {
        return false;
    }
    fputs("t_ms,depth_mm\n", file);
    for (int row = 0; row < ROWS; row++) {
        fprintf(file, "%d,%.1f\n", row * 10, reading(rng, cable, row));
    }
    return fclose(file) == 0;
}

static double cpu_us(void)
{
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec * 1e6 + (double)t.tv_nsec / 1e3;
}

static void measure(const char *name, const char *path, int count, int seconds)
{
    struct clock clock;
    struct cpr_guideline guideline = wave_guideline();
    char target[64];
    int pushes = 0;
    size_t samples = 0;
    clock_init_moved(&clock, 0);
    snprintf(target, sizeof target, "replay:%s", path);
    for (int i = 0; i < count; i++) {
        if (!station_open(&stations[i], target, &clock, "/nowhere")) {
            exit(1);
        }
    }
    double began_us = cpu_us();
    int frames = seconds * 60;
    for (int frame = 0; frame < frames; frame++) {
        clock_move(&clock, FRAME_US);
        for (int i = 0; i < count; i++) {
            station_look(&stations[i]);
            struct station_heard heard =
                station_hear(&stations[i], &guideline, clock_now_us(&clock));
            pushes += heard.pushes;
            samples += heard.samples;
        }
    }
    double spent_us = cpu_us() - began_us;
    printf("%-7s %7.2f us a frame, %5.0f ns a reading, %6d pushes told\n", name,
           spent_us / frames, 1e3 * spent_us / (double)samples, pushes);
    for (int i = 0; i < count; i++) {
        station_close(&stations[i]);
    }
}

int main(int argc, char **argv)
{
    static const char *const names[CABLES] = {"quiet", "wild", "creeps", "loose"};
    int count = argc > 1 ? atoi(argv[1]) : STATIONS_MAX;
    int seconds = argc > 2 ? atoi(argv[2]) : 240;
    struct rng rng = rng_begin();
    count = count > STATIONS_MAX ? STATIONS_MAX : count;
    for (enum cable cable = 0; cable < CABLES; cable++) {
        char path[] = "/tmp/bench_hear_XXXXXX";
        int file = mkstemp(path);
        if (file < 0 || !record(path, &rng, cable)) {
            return 1;
        }
        measure(names[cable], path, count, seconds);
        remove(path);
    }
    return 0;
}
