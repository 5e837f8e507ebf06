/* SPDX-License-Identifier: MIT */
/*
 * bench_ports [SECONDS [KIND [drawn]]]: what a frame costs while 16 ports talk at 115200
 * baud and nothing they say is understood. Prints the processor microseconds of each
 * frame, one a line. tests/bench/ports runs it in two builds and compares; at commit
 * e2c1ceb, to be compared with, the kiosk has links and no stations.
 *
 * KIND: prose (words with numbers, each line another one), words (a few, again and
 * again), noise (a wrong baud rate). "drawn" makes the pixels too, as a window would. It
 * needs libptyserial.so preloaded.
 */
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

#include "support/stage.h"

#if __has_include("ui/internal.h")
#include "ui/internal.h"
#else
#include "ui/inside.h"
#define internal_paint inside_paint
#endif

enum { PORTS = 16, BYTES_A_SECOND = 11520, HZ = 60, FRAME_US = 16667 };

#if __has_include("station/station.h")

static bool plug_in(struct stage *stage, int at, const char *port)
{
    struct kiosk *k = &stage->kiosk;
    bool opened = station_open(&k->stations[at], port, &stage->clock, "/nowhere");
    k->station_count += opened;
    return opened;
}

/* A port that cannot be opened costs a frame nothing. */
static bool talks(const struct stage *stage, int at)
{
    return stage->kiosk.stations[at].status.talk != TALK_NOTHING;
}

#else

static bool plug_in(struct stage *stage, int at, const char *port)
{
    struct kiosk *k = &stage->kiosk;
    k->links[at] = link_create(port, &stage->clock);
    k->link_count += k->links[at] != NULL;
    return k->links[at] != NULL;
}

/* Such a kiosk does not tell; the other build asks the same libptyserial.so. */
static bool talks(const struct stage *stage, int at)
{
    return stage->kiosk.links[at] != NULL;
}

#endif

/* ---- what the ports say ---- */

static unsigned drawn(unsigned *state, unsigned below)
{
    *state = *state * 1664525U + 1013904223U;
    return (*state >> 8) % below;
}

static size_t say(const char *kind, unsigned *state, char *line, size_t size)
{
    static const char *const words[] = {"Push harder", "Good", "Release fully", "Wait"};
    int length = 0;
    if (strcmp(kind, "words") == 0) {
        length = snprintf(line, size, "%s\r\n", words[drawn(state, 4)]);
    } else if (strcmp(kind, "noise") == 0) {
        for (length = 0; length < 40; length++) {
            line[length] = (char)(0x80 | drawn(state, 128));
        }
        line[length++] = '\n';
    } else {
        length = snprintf(
            line, size, "run %u of %u at %u:%u:%u, %u%% done; next in %u\r\n",
            drawn(state, 100), drawn(state, 100), drawn(state, 24), drawn(state, 60),
            drawn(state, 60), drawn(state, 100), drawn(state, 1000));
    }
    return (size_t)length;
}

static void sleep_until(struct timespec *next)
{
    next->tv_nsec += 1000000000 / HZ;
    if (next->tv_nsec >= 1000000000) {
        next->tv_nsec -= 1000000000;
        next->tv_sec++;
    }
    clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, next, NULL);
}

/* A child of its own, so that its work is not the frame's. A full port loses the rest. */
static void speak(const int *ports, const char *kind)
{
    struct timespec next;
    unsigned state = 1;
    size_t due[PORTS] = {0};
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    clock_gettime(CLOCK_MONOTONIC, &next);
    for (;;) {
        for (int i = 0; i < PORTS; i++) {
            char line[256];
            for (due[i] += BYTES_A_SECOND / HZ; due[i] >= sizeof line / 4;) {
                size_t length = say(kind, &state, line, sizeof line);
                ssize_t written = write(ports[i], line, length);
                (void)written; /* a port that nobody reads is full */
                due[i] -= length < due[i] ? length : due[i];
            }
        }
        sleep_until(&next);
    }
}

static int open_port(char *name, size_t size)
{
    struct termios raw;
    int port = posix_openpt(O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC);
    if (port < 0 || grantpt(port) != 0 || unlockpt(port) != 0 ||
        ptsname_r(port, name, size) != 0 || tcgetattr(port, &raw) != 0) {
        perror("bench_ports: a pseudo-terminal");
        exit(1);
    }
    cfmakeraw(&raw);
    tcsetattr(port, TCSANOW, &raw);
    return port;
}

/* ---- frames ---- */

static double spent_us(void)
{
    struct timespec t;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
    return (double)t.tv_sec * 1e6 + (double)t.tv_nsec / 1e3;
}

int main(int argc, char **argv)
{
    int seconds = argc > 1 ? atoi(argv[1]) : 60;
    bool drawn = argc > 3 && strcmp(argv[3], "drawn") == 0;
    int ports[PORTS];
    char names[PORTS][64];
    struct timespec next;
    struct stage *stage = stage_open(1280, 720, "en");
    for (int i = 0; i < PORTS; i++) {
        ports[i] = open_port(names[i], sizeof names[i]);
        if (!plug_in(stage, i, names[i])) {
            fprintf(stderr, "bench_ports: %s is not taken\n", names[i]);
            return 1;
        }
    }
    pid_t speaker = fork();
    if (speaker == 0) {
        speak(ports, argc > 2 ? argv[2] : "prose");
    }
    clock_gettime(CLOCK_MONOTONIC, &next);
    for (int i = 0; i < seconds * HZ; i++) {
        double before_us = spent_us();
        kiosk_frame(&stage->kiosk);
        if (drawn) {
            internal_paint(stage->kiosk.ui);
        }
        printf("%.1f\n", spent_us() - before_us);
        clock_move(&stage->clock, FRAME_US);
        sleep_until(&next);
    }
    kill(speaker, SIGKILL); /* SDL takes the gentler ones */
    waitpid(speaker, NULL, 0);
    for (int i = 0; i < PORTS; i++) {
        if (!talks(stage, i)) {
            fprintf(stderr, "bench_ports: %s is not heard\n", names[i]);
            return 1;
        }
    }
    return 0;
}
