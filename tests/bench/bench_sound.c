/* SPDX-License-Identifier: MIT */
/*
 * bench_sound: how soon a card is heard, what sound costs a frame, and how much memory.
 *
 * Real time, SDL's dummy card. Prints a table, judges nothing; tests/README.md says what
 * the figures should be.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <SDL2/SDL.h>

#include "../kiosk/hearing.h"
#include "base/err.h"
#include "support/stage.h"
#include "support/tap.h"
#include "ui/internal.h"

enum { TEXTS_MAX = 2000, BLOCKS = 20, BLOCK_FRAMES = 120, WAIT_MS = 3000 };

static double now_ms(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static int by_size(const void *a, const void *b)
{
    const double *x = a;
    const double *y = b;
    return (*x > *y) - (*x < *y);
}

static double share_of(double *values, size_t count, double share)
{
    qsort(values, count, sizeof *values, by_size);
    return count > 0 ? values[(size_t)(share * (double)(count - 1))] : (double)NAN;
}

/* Its own memory: of the fonts, which are mapped, a process has the less the more other
 * processes have them too. */
static long own_kb(void)
{
    char line[256];
    long kb = 0;
    FILE *file = fopen("/proc/self/smaps_rollup", "r");
    while (file && fgets(line, sizeof line, file)) {
        sscanf(line, "Pss_Anon: %ld kB", &kb);
    }
    if (file) {
        fclose(file);
    }
    return kb;
}

static void wait_ms(struct sound *sound)
{
    sound_tick(sound);
    SDL_Delay(1);
}

/* Each text is asked for while the one before it is still being heard. */
static size_t hear_texts(struct sound *sound, const struct conf_texts *texts,
                         const char *voice, double *first_ms)
{
    const char *key = NULL;
    size_t count = 0;
    for (size_t i = 0; (key = conf_text_key(texts, i)) && count < TEXTS_MAX; i++) {
        const char *line = conf_text(texts, key);
        const struct sound_speech speech = {voice, 1, &line, 1};
        sound_say(sound, &speech);
        for (int ms = 0; ms < WAIT_MS && sound_first_us(sound) < 0; ms++) {
            wait_ms(sound);
        }
        first_ms[count++] = (double)sound_first_us(sound) / 1000;
    }
    sound_stop(sound);
    return count;
}

/* Frames of a visitor who presses, drawn to the pixel. */
static size_t press(struct stage *stage, double *frame_ms)
{
    struct kiosk *k = &stage->kiosk;
    for (size_t i = 0; i < BLOCK_FRAMES; i++) {
        struct station *station = &k->stations[k->active];
        double t_s = (double)clock_now_us(&stage->clock) / 1e6;
        struct cpr_sample sample = {.t_us = clock_now_us(&stage->clock),
                                    .depth_mm = 27.5 * (1 - cos(t_s * 11.5)),
                                    .force_n = CPR_NOT_MEASURED,
                                    .volume_ml = CPR_NOT_MEASURED,
                                    .hands = CPR_HANDS_NOT_MEASURED};
        run_add(&station->run, &sample, 1, clock_now_us(&stage->clock));
        double began = now_ms();
        kiosk_frame(k);
        internal_paint(k->ui);
        frame_ms[i] = now_ms() - began;
        clock_move(&stage->clock, 16667);
    }
    return BLOCK_FRAMES;
}

static void compare_frames(struct stage *stage, struct sound *sound)
{
    static double with[BLOCKS * BLOCK_FRAMES], without[BLOCKS * BLOCK_FRAMES];
    struct kiosk *k = &stage->kiosk;
    const char *words = conf_text(k->texts[0], "home_words");
    size_t heard = 0;
    size_t silent = 0;
    k->stations[0].status.state = LINK_READY;
    kiosk_choice(k);
    kiosk_start_run(k, RUN_PRACTICE, 600, NULL, k->mode, false);
    for (int block = 0; block < BLOCKS; block++) {
        k->sound = sound;
        sound_music(sound, true);
        sound_say(sound, &(struct sound_speech){"zh-CN", 1, &words, 1});
        heard += press(stage, with + heard);
        k->sound = NULL;
        sound_stop(sound);
        sound_beat_off(sound, 0);
        silent += press(stage, without + silent);
    }
    printf("frame of pressing, p99   with %.2f ms   without %.2f ms   ratio %.2f\n",
           share_of(with, heard, 0.99), share_of(without, silent, 0.99),
           share_of(with, heard, 0.99) / share_of(without, silent, 0.99));
}

int main(void)
{
    struct clock clock;
    struct paths paths;
    struct conf_languages languages;
    double first_ms[TEXTS_MAX];
    setenv("SDL_AUDIODRIVER", "dummy", 1);
    clock_init_real(&clock);
    struct stage *stage = stage_open(1920, 1080, "zh-CN");
    struct kiosk *k = &stage->kiosk;
    if (!paths_init(&paths, NULL) ||
        !conf_languages_load(&languages, "scripts/languages.lua")) {
        fprintf(stderr, "bench_sound: %s\n", err_text());
        return 1;
    }
    internal_paint(k->ui);
    long before_kb = own_kb();
    const struct hearing_config config = {
        .clock = &clock, .paths = &paths, .languages = &languages};
    struct hearing *hearing = hearing_create(&config);
    if (!hearing) {
        fprintf(stderr, "bench_sound: %s\n", err_text());
        return 1;
    }
    struct sound *sound = hearing_sound(hearing);
    for (int ms = 0; ms < WAIT_MS && !sound_is_heard(sound); ms++) {
        wait_ms(sound);
    }
    for (size_t i = 0; i < languages.count && k->texts[i]; i++) {
        const char *voice = languages.items[i].code;
        size_t count = hear_texts(sound, k->texts[i], voice, first_ms);
        printf("first sound, %-6s %4zu texts   median %.0f ms   p99 %.0f ms   most %.0f "
               "ms\n",
               voice, count, share_of(first_ms, count, 0.5),
               share_of(first_ms, count, 0.99), share_of(first_ms, count, 1));
    }
    printf("memory with sound and both voices: %+.1f MB\n",
           (double)(own_kb() - before_kb) / 1024);
    compare_frames(stage, sound);
    k->sound = NULL;
    hearing_destroy(hearing);
    stage_close(stage);
    SDL_Quit();
    return 0;
}
