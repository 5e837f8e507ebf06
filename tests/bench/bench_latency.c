/* SPDX-License-Identifier: MIT */
/*
 * bench_latency [SECONDS]: from a byte at the tty to the frame that shows it, handed to
 * the display.
 *
 * Real time, the program's own way to wait between frames, a window of 1920x1080 on SDL's
 * dummy screen unless SDL_VIDEODRIVER says another. A thread writes a sample every 10 ms,
 * at odd moments, into a pty that the kiosk reads; each sample's time runs until the end
 * of the first frame drawn after it was read. Prints the median and the 99th percentile
 * beside those of drawing, and what they may be; judges nothing.
 */
#include <math.h>
#include <pthread.h>
#include <pty.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

#include "../kiosk/app.h"
#include "base/err.h"
#include "base/log.h"
#include "support/folder.h"
#include "support/tap.h"
#include "wire/wire.h"

enum {
    SAMPLE_US = 10000,
    FRAME_US = 1000000 / 60,
    SAMPLES_MAX = 65536, /* a sample's number fits its stamp: some ten minutes */
    SETTLE_SAMPLES = 500,
    MEDIAN_MOST_US = 12000,
};

struct latency {
    struct app app;
    int master;
    struct rng rng;
    int seconds;
    pthread_mutex_t lock; /* of `written_us` */
    int64_t written_us[SAMPLES_MAX];
    double waited_us[SAMPLES_MAX], drawn_us[SAMPLES_MAX];
    size_t samples, frames;
};

static int64_t now_us(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (int64_t)t.tv_sec * 1000000 + t.tv_nsec / 1000;
}

static int by_size(const void *a, const void *b)
{
    const double *x = a;
    const double *y = b;
    return (*x > *y) - (*x < *y);
}

static double share_ms(double *values, size_t count, double share)
{
    qsort(values, count, sizeof *values, by_size);
    return count > 0 ? values[(size_t)(share * (double)(count - 1))] / 1000 : (double)NAN;
}

/* ---- the manikin ------------------------------------------------------------------- */

static void say(struct latency *self, const struct wire_message *message)
{
    char line[WIRE_MESSAGE_MAX];
    size_t length = wire_write(line, sizeof line, message);
    if (write(self->master, line, length) != (ssize_t)length) {
        fprintf(stderr, "bench_latency: the pty is full\n");
    }
}

static void say_sample(struct latency *self, int number)
{
    struct wire_message message = {.kind = WIRE_SAMPLE};
    double pushes = number * (SAMPLE_US / 1e6) * 110 / 60;
    message.as.sample = (struct wire_sample){
        .seq = (uint16_t)number,
        .t_us = (uint32_t)number * SAMPLE_US,
        .depth_tenth_mm = (int32_t)lround(550 * (1 - cos(2 * M_PI * pushes)) / 2),
        .force_tenth_n = WIRE_NOT_MEASURED,
        .volume_ml = WIRE_NOT_MEASURED,
        .hands = WIRE_NOT_MEASURED};
    pthread_mutex_lock(&self->lock);
    say(self, &message);
    self->written_us[number] = now_us();
    pthread_mutex_unlock(&self->lock);
}

static void *press(void *context)
{
    struct latency *self = context;
    struct wire_message identity = {.kind = WIRE_IDENTITY};
    identity.as.identity = (struct wire_identity){.model = "bench",
                                                  .serial = "1",
                                                  .firmware = "1",
                                                  .hz = 100,
                                                  .channels = "d",
                                                  .calibration = "1"};
    int64_t begun_us = now_us();
    int last = SETTLE_SAMPLES + self->seconds * 1000000 / SAMPLE_US;
    for (int i = 0; i < last; i++) {
        int64_t due_us = begun_us + (int64_t)i * SAMPLE_US + rng_int(&self->rng, 0, 9000);
        int64_t left_us = due_us - now_us();
        if (left_us > 0) {
            nanosleep(&(struct timespec){0, left_us * 1000}, NULL);
        }
        if (i % 100 == 0) {
            say(self, &identity);
        }
        say_sample(self, i);
    }
    return NULL;
}

/* ---- the kiosk --------------------------------------------------------------------- */

static bool open_all(struct latency *self, const char *folder)
{
    char path[64];
    struct termios raw = {0};
    int slave;
    struct options options = {.data = folder,
                              .lang = "en",
                              .mode = UI_WINDOWED,
                              .width_px = 1920,
                              .height_px = 1080};
    cfmakeraw(&raw);
    if (openpty(&self->master, &slave, path, &raw, NULL) != 0) {
        return err_set("no pty");
    }
    options.manikins[0] = path;
    options.manikin_count = 1;
    if (!app_start(&self->app, &options)) {
        return false;
    }
    struct kiosk *k = &self->app.kiosk;
    kiosk_frame(k);
    kiosk_start_run(k, RUN_PRACTICE, 3600, NULL, CPR_COMPRESSION_ONLY, false);
    close(slave); /* the kiosk has the port open by now */
    return true;
}

/* The newest sample that has been drawn; -1: none. */
static int newest_shown(const struct kiosk *k)
{
    const struct run *run = kiosk_run(k);
    return run->curve_count > 0
               ? (int)((run->newest_us + run->zero_us + SAMPLE_US / 2) / SAMPLE_US)
               : -1;
}

static void note_shown(struct latency *self, int shown, int newest)
{
    int64_t us = now_us();
    pthread_mutex_lock(&self->lock);
    for (int i = shown + 1; i <= newest && i < SAMPLES_MAX; i++) {
        if (i >= SETTLE_SAMPLES) {
            self->waited_us[self->samples++] = (double)(us - self->written_us[i]);
        }
    }
    pthread_mutex_unlock(&self->lock);
}

static void follow(struct latency *self)
{
    struct kiosk *k = &self->app.kiosk;
    int last = SETTLE_SAMPLES + self->seconds * 1000000 / SAMPLE_US - 1;
    int64_t end_us = now_us() + (int64_t)(self->seconds + 20) * 1000000;
    int shown = -1;
    while (shown < last && now_us() < end_us) {
        int64_t began_us = now_us();
        kiosk_frame(k);
        int newest = newest_shown(k);
        note_shown(self, shown, newest);
        int64_t spent_us = now_us() - began_us;
        if (shown >= SETTLE_SAMPLES && self->frames < SAMPLES_MAX) {
            self->drawn_us[self->frames++] = (double)spent_us;
        }
        shown = newest;
        if (spent_us < FRAME_US) {
            app_pass(&self->app, FRAME_US - spent_us);
        }
    }
}

static void print(struct latency *self)
{
    double drawn_p99 = share_ms(self->drawn_us, self->frames, 0.99);
    double most = FRAME_US / 1000.0 + drawn_p99;
    printf("%zu samples in %zu frames of the screen %s\n", self->samples, self->frames,
           kiosk_screen_name(&self->app.kiosk));
    printf("a frame's work    median %5.1f ms, p99 %5.1f ms\n",
           share_ms(self->drawn_us, self->frames, 0.5), drawn_p99);
    printf("byte to frame     median %5.1f ms, p99 %5.1f ms\n",
           share_ms(self->waited_us, self->samples, 0.5),
           share_ms(self->waited_us, self->samples, 0.99));
    printf("at most           median %5.1f ms, p99 %5.1f ms\n", MEDIAN_MOST_US / 1000.0,
           most);
}

int main(int argc, char **argv)
{
    struct folder folder = folder_make();
    struct latency *self = calloc(1, sizeof *self);
    pthread_t manikin;
    if (!self) {
        return EXIT_FAILURE;
    }
    self->seconds = argc > 1 ? atoi(argv[1]) : 20;
    self->rng = rng_begin();
    setenv("SDL_VIDEODRIVER", "dummy", 0);
    setenv("SDL_AUDIODRIVER", "dummy", 0);
    pthread_mutex_init(&self->lock, NULL);
    bool well = self->seconds > 0 && self->seconds < 600 && open_all(self, folder.path) &&
                pthread_create(&manikin, NULL, press, self) == 0;
    if (well) {
        follow(self);
        pthread_join(manikin, NULL);
        print(self);
    } else {
        log_error("bench_latency", "%s", err_text());
    }
    app_stop(&self->app);
    folder_remove(&folder);
    free(self);
    return well ? EXIT_SUCCESS : EXIT_FAILURE;
}
