/* SPDX-License-Identifier: MIT */
/*
 * player: a capture of traces/raw comes over the cable as it once left its sketch.
 *
 * A capture holds no times; its truth says how its lines came: how many in how many
 * seconds, at which real baud rate. How a sketch waits is known from its source, a row
 * of `player_sketches` each. Below it lie a UART (ten bits a byte, one line after the
 * other), a USB chip that keeps bytes until its latency timer ends or 62 have come, and
 * a kiosk that looks once a frame.
 */
#ifndef TESTS_SUPPORT_PLAYER_H
#define TESTS_SUPPORT_PLAYER_H

#include <math.h>
#include <stdbool.h>
#include <string.h>

#include "base/file.h"
#include "base/str.h"
#include "support/tap.h"

enum { PLAYER_BYTES_MAX = 1 << 16, USB_BLOCK = 62 };

enum player_wait {
    WAIT_FOR_UART, /* loop() waits for nothing but room in the UART's buffer */
    WAIT_EVENLY,   /* for a sensor or in delay(), equally long each time */
    WAIT_AND_BEEP, /* evenly, a remark behind each reading; 200 ms more behind "< 6" */
};

struct player_sketch {
    const char *name;
    enum player_wait wait;
    int baud; /* that it asks for */
};

static const struct player_sketch player_sketches[] = {
    {"analogread", WAIT_FOR_UART, 9600}, {"voltage", WAIT_FOR_UART, 9600},
    {"smoothing", WAIT_FOR_UART, 9600},  {"inout", WAIT_FOR_UART, 9600},
    {"ping", WAIT_EVENLY, 9600},         {"ajay", WAIT_EVENLY, 9600},
    {"pololu", WAIT_EVENLY, 9600},       {"hx711adc", WAIT_EVENLY, 57600},
    {"cprforall", WAIT_AND_BEEP, 9600},
};

enum { PLAYER_SKETCHES = sizeof player_sketches / sizeof *player_sketches };

/* What the chest did, and how the lines came. */
struct player_truth {
    double count, rate_cpm, depth_mm, seconds, byte_us, rest, full, full_mm, gap_ms[2];
};

struct player {
    const struct player_sketch *sketch;
    struct player_truth truth;
    char *text;
    size_t length, at;
    double *seen_us; /* when a byte is there to be read */
};

static inline double player_figure(const char *json, const char *key)
{
    const char *at = strstr(json, key);
    assert_non_null(at);
    return strtod(at + strlen(key), NULL);
}

static inline struct player_truth player_read_truth(const char *name)
{
    char path[64];
    size_t length = 0;
    str_format(path, sizeof path, "tests/traces/raw/%s.truth.json", name);
    char *json = file_read(path, 1 << 16, &length);
    assert_non_null(json);
    struct player_truth truth = {
        .count = player_figure(json, "\"count\":"),
        .rate_cpm = player_figure(json, "\"rate_mean_per_min\":"),
        .depth_mm = player_figure(json, "\"depth_mean_mm\":"),
        .seconds = player_figure(json, "\"seconds\":"),
        .byte_us = 1e7 / player_figure(json, "\"baud_real\":"),
        .rest = player_figure(json, "\"rest_reading\":"),
        .full = player_figure(json, "\"full_reading\":"),
        .full_mm = player_figure(json, "\"full_mm\":"),
        .gap_ms = {player_figure(json, "\"min\":"), player_figure(json, "\"max\":")},
    };
    free(json);
    return truth;
}

static inline bool player_beeps(const char *line)
{
    return str_starts(line, "< 6");
}

/* How long the sketch waits behind a line, but for beeps. */
static inline double player_usual_us(const struct player *player)
{
    double lines = 0;
    double waits = 0;
    double beeps_us = 0;
    for (const char *at = player->text; *at; at += strcspn(at, "\n") + 1) {
        bool is_remark =
            at[0] == '<' || at[0] == '>' || strchr("~", at[strcspn(at, "~\n")]);
        lines++;
        waits += is_remark;
        beeps_us += player_beeps(at) ? 200e3 : 0;
    }
    waits = player->sketch->wait == WAIT_AND_BEEP ? waits : lines - 1;
    return (player->truth.seconds * 1e6 - beeps_us) / waits;
}

static inline double player_wait_us(const struct player *player, struct rng *rng,
                                    const char *line, double usual_us)
{
    switch (player->sketch->wait) {
    case WAIT_FOR_UART: return 0;
    case WAIT_EVENLY: return usual_us * rng_between(rng, 0.998, 1.002);
    case WAIT_AND_BEEP: break;
    }
    bool is_number = line[strspn(line, "0123456789")] == '\r';
    return (is_number ? 0 : usual_us * rng_between(rng, 0.97, 1.03)) +
           (player_beeps(line) ? 200e3 : 0);
}

/* When each byte has left the UART. */
static inline void player_send(struct player *player, struct rng *rng)
{
    double usual_us = player_usual_us(player);
    player->seen_us = malloc(player->length * sizeof *player->seen_us);
    assert_non_null(player->seen_us);
    double made_us = 0;
    double free_us = 0;
    for (size_t i = 0; i < player->length;) {
        const char *line = player->text + i;
        size_t end = i + strcspn(line, "\n") + 1;
        free_us = fmax(free_us, made_us);
        for (; i < end && i < player->length; i++) {
            free_us += player->truth.byte_us;
            player->seen_us[i] = free_us;
        }
        made_us += player_wait_us(player, rng, line, usual_us);
    }
}

/* ... and the USB chip, which lets go every `latency_us`, or of a full block. */
static inline void player_collect(struct player *player, struct rng *rng,
                                  double latency_us)
{
    double ends_us = rng_between(rng, 0, latency_us);
    size_t from = 0;
    for (size_t i = 0; i < player->length; i++) {
        double sent_us = player->seen_us[i];
        if (sent_us > ends_us) {
            for (; from < i; from++) {
                player->seen_us[from] = ends_us;
            }
            ends_us += latency_us * ceil((sent_us - ends_us) / latency_us);
        }
        if (i + 1 - from == USB_BLOCK) {
            for (; from <= i; from++) {
                player->seen_us[from] = sent_us;
            }
            ends_us = sent_us + latency_us;
        }
    }
    for (; from < player->length; from++) {
        player->seen_us[from] = ends_us;
    }
}

static inline void player_begin(struct player *player, struct rng *rng,
                                const struct player_sketch *sketch, double latency_us)
{
    char path[64];
    str_format(path, sizeof path, "tests/traces/raw/%s.raw", sketch->name);
    *player = (struct player){.sketch = sketch};
    player->truth = player_read_truth(sketch->name);
    player->text = file_read(path, PLAYER_BYTES_MAX, &player->length);
    assert_non_null(player->text);
    player_send(player, rng);
    player_collect(player, rng, latency_us);
}

/* ... what is in `text` already, sent without a wait. */
static inline void player_begin_full(struct player *player, struct rng *rng,
                                     double latency_us)
{
    static const struct player_sketch full = {"full", WAIT_FOR_UART, 0};
    player->sketch = &full;
    player_send(player, rng);
    player_collect(player, rng, latency_us);
}

/* The bytes that have come until `now_us`; their number. */
static inline size_t player_due(struct player *player, double now_us, const char **bytes)
{
    size_t from = player->at;
    *bytes = player->text + from;
    while (player->at < player->length && player->seen_us[player->at] <= now_us) {
        player->at++;
    }
    return player->at - from;
}

static inline bool player_is_over(const struct player *player)
{
    return player->at == player->length;
}

static inline void player_end(struct player *player)
{
    free(player->text);
    free(player->seen_us);
}

#endif
