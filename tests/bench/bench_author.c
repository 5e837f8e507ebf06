/* SPDX-License-Identifier: MIT */
/*
 * bench_author [SAVES [LESSON]]: from saving a file of a lesson to its card on the
 * screen, in author mode.
 *
 * Real time, the program's own way to wait between frames, a window of 1600x900 on SDL's
 * dummy screen unless SDL_VIDEODRIVER says another. A thread saves a copy of the lesson
 * at odd moments, every other time by giving a new file the name; a save's time runs from
 * before the file is written until the end of the frame that shows its title. Prints the
 * median and the worst, and what of it the processor worked, which other programs do not
 * change; judges nothing. The first save is not counted. lesson-check looks for mistakes
 * meanwhile where it stands beside this program:
 *
 *     ln -s ../bin/lesson-check build/bench/tests/
 */
#include <math.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "../kiosk/app.h"
#include "base/err.h"
#include "base/file.h"
#include "base/log.h"
#include "support/probe.h"
#include "support/tap.h"

enum {
    FRAME_US = 1000000 / 30,
    SAVES_MAX = 1000,
    MOST_MS = 200,
    TITLE_BYTES = 32,
    FILE_BYTES_MAX = 1 << 16,
    PATIENCE_US = 5000000,
};

struct saving {
    struct app app;
    struct rng rng;
    char folder[128];
    char file[256];
    char *texts; /* of the file, with a title that is put in */
    int saves;
    pthread_mutex_t lock; /* of the two below */
    int number;           /* of the last save; 0: none yet */
    int64_t saved_us;
    double waited_us[SAVES_MAX];
    double worked_us[SAVES_MAX]; /* the processor's time for that frame */
    int seen;
};

static int64_t read_us(clockid_t which)
{
    struct timespec t;
    clock_gettime(which, &t);
    return (int64_t)t.tv_sec * 1000000 + t.tv_nsec / 1000;
}

static int64_t now_us(void)
{
    return read_us(CLOCK_MONOTONIC);
}

static void put_title(int number, char title[TITLE_BYTES])
{
    str_format(title, TITLE_BYTES, "Saved %d times", number);
}

/* The text file again, with another title. Every other time as editors do that write a
 * new file first. */
static void save(struct saving *self, int number)
{
    char title[TITLE_BYTES];
    char fresh[300];
    struct str text = {0};
    put_title(number, title);
    const char *row = strstr(self->texts, "title = \"");
    const char *rest = strchr(row, '\n');
    str_add(&text, "%.*stitle = \"%s\",%s", (int)(row - self->texts), self->texts, title,
            rest);
    str_format(fresh, sizeof fresh, "%s.tmp", self->file);
    pthread_mutex_lock(&self->lock);
    self->saved_us = now_us();
    self->number = number;
    pthread_mutex_unlock(&self->lock);
    FILE *file = fopen(number % 2 ? self->file : fresh, "wb");
    if (!file || fwrite(text.text, 1, text.length, file) != text.length ||
        fclose(file) != 0 || (number % 2 == 0 && rename(fresh, self->file) != 0)) {
        perror(self->file);
        abort();
    }
    str_free(&text);
}

static void *write_lessons(void *context)
{
    struct saving *self = context;
    for (int i = 1; i <= self->saves + 1; i++) {
        int seen = 0;
        for (int64_t end_us = now_us() + PATIENCE_US;
             seen < i - 1 && now_us() < end_us;) {
            nanosleep(&(struct timespec){0, 5000000}, NULL);
            pthread_mutex_lock(&self->lock);
            seen = self->seen;
            pthread_mutex_unlock(&self->lock);
        }
        nanosleep(&(struct timespec){0, rng_int(&self->rng, 200, 400) * 1000000}, NULL);
        save(self, i);
    }
    return NULL;
}

static void copy_lesson(struct saving *self, const char *from)
{
    static const char *const names[] = {"lesson.lua", "text/zh-CN.lua", "text/en.lua"};
    const char *slash = strrchr(from, '/');
    char path[300];
    size_t length = 0;
    str_copy(self->folder, sizeof self->folder, "/tmp/bench-author-XXXXXX");
    if (!mkdtemp(self->folder)) {
        abort();
    }
    size_t used = strlen(self->folder);
    str_format(self->folder + used, sizeof self->folder - used, "/%s",
               slash ? slash + 1 : from);
    str_format(path, sizeof path, "%s/text", self->folder);
    bool good = file_make_folder(path);
    for (size_t i = 0; good && i < sizeof names / sizeof *names; i++) {
        str_format(path, sizeof path, "%s/%s", from, names[i]);
        char *bytes = file_read(path, FILE_BYTES_MAX, &length);
        str_format(path, sizeof path, "%s/%s", self->folder, names[i]);
        good = bytes && file_write(path, bytes, length);
        free(self->texts);
        self->texts = bytes;
    }
    str_copy(self->file, sizeof self->file, path);
    if (!good) {
        log_error("bench_author", "%s", err_text());
        exit(EXIT_FAILURE);
    }
}

static void follow(struct saving *self)
{
    struct kiosk *k = &self->app.kiosk;
    char title[TITLE_BYTES];
    int64_t end_us = now_us() + (int64_t)(self->saves + 10) * 1000000;
    while (self->seen <= self->saves && now_us() < end_us) {
        int64_t began_us = now_us();
        int64_t work_us = read_us(CLOCK_THREAD_CPUTIME_ID);
        kiosk_frame(k);
        int64_t ended_us = now_us();
        work_us = read_us(CLOCK_THREAD_CPUTIME_ID) - work_us;
        pthread_mutex_lock(&self->lock);
        put_title(self->number, title);
        if (self->number > self->seen && ui_shows_text(k->ui, title)) {
            self->worked_us[self->seen] = (double)work_us;
            self->waited_us[self->seen++] = (double)(ended_us - self->saved_us);
        }
        pthread_mutex_unlock(&self->lock);
        if (ended_us - began_us < FRAME_US) {
            app_pass(&self->app, FRAME_US - (ended_us - began_us));
        }
    }
}

static int by_size(const void *a, const void *b)
{
    const double *x = a;
    const double *y = b;
    return (*x > *y) - (*x < *y);
}

static void print(struct saving *self)
{
    double *waited = self->waited_us + 1;
    double *worked = self->worked_us + 1;
    size_t count = self->seen > 1 ? (size_t)self->seen - 1 : 0;
    qsort(waited, count, sizeof *waited, by_size);
    qsort(worked, count, sizeof *worked, by_size);
    printf("%zu saves of %s\n", count, self->folder);
    printf("save to card      median %5.1f ms, worst %5.1f ms\n",
           count > 0 ? waited[count / 2] / 1000 : (double)NAN,
           count > 0 ? waited[count - 1] / 1000 : (double)NAN);
    printf("at most                            worst %5.1f ms\n", (double)MOST_MS);
    printf("work of its frame median %5.1f ms, worst %5.1f ms\n",
           count > 0 ? worked[count / 2] / 1000 : (double)NAN,
           count > 0 ? worked[count - 1] / 1000 : (double)NAN);
}

int main(int argc, char **argv)
{
    struct saving *self = calloc(1, sizeof *self);
    pthread_t author;
    if (!self) {
        return EXIT_FAILURE;
    }
    self->saves = argc > 1 ? atoi(argv[1]) : 100;
    self->rng = rng_begin();
    setenv("SDL_VIDEODRIVER", "dummy", 0);
    pthread_mutex_init(&self->lock, NULL);
    copy_lesson(self, argc > 2 ? argv[2] : "scripts/lessons/adult-cpr");
    struct options options = {.author = self->folder,
                              .lang = "en",
                              .mode = UI_WINDOWED,
                              .width_px = 1600,
                              .height_px = 900};
    bool well = self->saves > 0 && self->saves < SAVES_MAX &&
                app_start(&self->app, &options) &&
                pthread_create(&author, NULL, write_lessons, self) == 0;
    if (well) {
        follow(self);
        pthread_join(author, NULL);
        print(self);
    } else {
        log_error("bench_author", "%s", err_text());
    }
    app_stop(&self->app);
    struct probe probe = {0};
    str_copy(probe.root, sizeof probe.root, self->folder);
    *strrchr(probe.root, '/') = '\0';
    probe_end(&probe);
    free(self->texts);
    free(self);
    return well ? EXIT_SUCCESS : EXIT_FAILURE;
}
