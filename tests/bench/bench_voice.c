/* SPDX-License-Identifier: MIT */
/*
 * How long a recording of a minute takes to its first samples and to its last, what a
 * language takes to be prepared, and a line to be found in it. One line of JSON.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/err.h"
#include "base/paths.h"
#include "base/str.h"
#include "speech/script.h"
#include "speech/voice.h"

#define TEXT "没有停顿"

enum { SECONDS = 60, ROUNDS = 50 };

struct heard {
    struct clock clock;
    int64_t first_us;
};

static bool stop_at_once(void *context, int rate_hz, const int16_t *samples, size_t count)
{
    struct heard *heard = context;
    (void)rate_hz, (void)samples, (void)count;
    heard->first_us = clock_now_us(&heard->clock);
    return false;
}

static bool take_all(void *context, int rate_hz, const int16_t *samples, size_t count)
{
    (void)context, (void)rate_hz, (void)samples, (void)count;
    return true;
}

static bool record(const char *folder)
{
    int16_t samples[4800];
    unsigned noise = 1;
    struct voice_record *record = voice_record_begin(folder, TEXT);
    for (int i = 0; record && i < SECONDS * VOICE_RATE_HZ / 4800; i++) {
        for (int s = 0; s < 4800; s++) {
            noise = noise * 1664525u + 1013904223u;
            samples[s] = (int16_t)((int)(noise >> 18) - 8192);
        }
        if (!voice_record_add(record, samples, 4800)) {
            voice_record_cancel(record);
            return false;
        }
    }
    return record && voice_record_finish(record);
}

static int by_size(const void *a, const void *b)
{
    int64_t left = *(const int64_t *)a;
    int64_t right = *(const int64_t *)b;
    return (left > right) - (left < right);
}

static bool has_all(void *context, uint64_t hash)
{
    (void)context, (void)hash;
    return true;
}

static void drop(void *context, const char *sentence)
{
    (void)context;
    fprintf(stderr, "%s\n", sentence);
}

int main(void)
{
    static struct paths paths;
    char root[] = "/tmp/life-kiosk-bench-XXXXXX";
    char folder[128];
    struct heard heard = {.first_us = 0};
    int64_t first_us[ROUNDS];
    clock_init_real(&heard.clock);
    if (!paths_init(&paths, NULL) || !mkdtemp(root)) {
        fprintf(stderr, "%s\n", err_text());
        return 1;
    }
    int64_t begun = clock_now_us(&heard.clock);
    struct script *script = script_load(&paths, "zh-CN", "zh", drop, NULL);
    int64_t loaded_us = clock_now_us(&heard.clock) - begun;
    str_format(folder, sizeof folder, "%s/zh-CN", root);
    if (!record(folder) || !paths_replace(&paths, "assets/voice", root)) {
        fprintf(stderr, "%s\n", err_text());
        return 1;
    }
    struct voice *voice = voice_open(&paths, script, "zh-CN");
    for (int i = 0; i < ROUNDS; i++) {
        begun = clock_now_us(&heard.clock);
        voice_speak(voice, TEXT, stop_at_once, &heard);
        first_us[i] = heard.first_us - begun;
    }
    qsort(first_us, ROUNDS, sizeof *first_us, by_size);
    begun = clock_now_us(&heard.clock);
    bool said = voice_speak(voice, TEXT, take_all, NULL);
    int64_t all_us = clock_now_us(&heard.clock) - begun;
    uint64_t hashes[SCRIPT_PIECES_MAX];
    begun = clock_now_us(&heard.clock);
    for (int i = 0; i < ROUNDS; i++) {
        script_pieces(script, "30 秒，57 次按压，停了 2 次，最长 3.2 秒", has_all, NULL,
                      hashes);
    }
    int64_t line_us = (clock_now_us(&heard.clock) - begun) / ROUNDS;
    printf("{\"first_us_median\": %lld, \"first_us_worst\": %lld, \"minute_us\": %lld, "
           "\"script_us\": %lld, \"line_us\": %lld}\n",
           (long long)first_us[ROUNDS / 2], (long long)first_us[ROUNDS - 1],
           (long long)all_us, (long long)loaded_us, (long long)line_us);
    voice_close(voice);
    script_destroy(script);
    char command[128];
    str_format(command, sizeof command, "rm -r '%s'", root);
    return said && system(command) == 0 ? 0 : 1;
}
