/* SPDX-License-Identifier: MIT */
#include "link/replay.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>

#include "base/err.h"
#include "base/str.h"

struct item {
    enum recording_item kind;

    union {
        struct cpr_sample sample;
        struct fault fault;
    } as;
};

struct replay {
    const struct clock *clock;
    struct recording_manikin manikin;
    uint32_t doubts;
    struct item *items; /* the first is a sample */
    size_t count, room;
    int64_t period_us; /* from the last sample to the next round's first */
    bool playing;
    size_t at;        /* of the next item */
    int64_t shift_us; /* stamp = the file's + shift */
    int64_t ahead_us; /* clock = stamp + ahead */
    int64_t last_us;  /* stamp given last; INT64_MIN before the first */
    int64_t given_us; /* the clock's time of that */
};

/* ---- the file ---- */

static bool keep(struct replay *replay, const struct item *item)
{
    if (replay->count == replay->room) {
        size_t room = replay->room > 0 ? 2 * replay->room : 4096;
        struct item *grown = realloc(replay->items, room * sizeof *grown);
        if (!grown) {
            return err_set("memory is out after %zu samples; choose a shorter recording",
                           replay->count);
        }
        replay->items = grown;
        replay->room = room;
    }
    replay->items[replay->count++] = *item;
    return true;
}

/* Samples at the very same time follow nothing: no step to go on with. */
static bool measure_period(struct replay *replay, const char *path)
{
    int64_t first_us = 0;
    int64_t last_us = 0;
    double steps = -1;
    for (size_t i = 0; i < replay->count; i++) {
        if (replay->items[i].kind == RECORDING_SAMPLE) {
            const struct cpr_sample *sample = &replay->items[i].as.sample;
            first_us = steps < 0 ? sample->t_us : first_us;
            last_us = sample->t_us;
            steps += 1 + (steps < 0 ? 0 : sample->lost);
        }
    }
    if (steps < 1 || last_us == first_us) {
        return err_set("%s: holds no two samples that follow each other; choose another "
                       "recording",
                       path);
    }
    double period_us = fmax((double)(last_us - first_us) / steps, 1);
    replay->period_us = llround(period_us);
    return true;
}

static bool read_file(struct replay *replay, const char *path)
{
    struct recording *recording = recording_open(path);
    if (!recording) {
        return false;
    }
    struct item item;
    bool kept = true;
    while (kept && (item.kind = recording_read(recording, &item.as.sample,
                                               &item.as.fault)) != RECORDING_END) {
        if (item.kind == RECORDING_SAMPLE || replay->count > 0) {
            kept = keep(replay, &item);
        }
    }
    struct recording_info info;
    recording_info(recording, &info);
    replay->manikin = info.manikin;
    replay->doubts = info.doubts;
    bool read = kept && !recording_failed(recording);
    recording_close(recording);
    return read && measure_period(replay, path);
}

struct replay *replay_open(const char *path, const struct clock *clock)
{
    struct replay *replay = calloc(1, sizeof *replay);
    assert(replay);
    replay->clock = clock;
    replay->last_us = INT64_MIN;
    if (!read_file(replay, path)) {
        replay_close(replay);
        return NULL;
    }
    replay_play(replay, true);
    return replay;
}

void replay_close(struct replay *replay)
{
    if (replay) {
        free(replay->items);
        free(replay);
    }
}

uint32_t replay_doubts(const struct replay *replay)
{
    return replay->doubts;
}

const struct recording_manikin *replay_manikin(const struct replay *replay)
{
    return &replay->manikin;
}

/* ---- playing it ---- */

void replay_play(struct replay *replay, bool play)
{
    assert(replay->items);
    int64_t now_us = clock_now_us(replay->clock);
    int64_t first_us = replay->items[0].as.sample.t_us;
    replay->playing = play;
    replay->at = 0;
    replay->shift_us = 0;
    if (replay->last_us != INT64_MIN) {
        int64_t since_us = now_us - replay->given_us;
        int64_t gap_us = since_us > replay->period_us ? since_us : replay->period_us;
        replay->shift_us = replay->last_us + gap_us - first_us;
    }
    replay->ahead_us = now_us - (first_us + replay->shift_us);
}

static void begin_round(struct replay *replay)
{
    int64_t first_us = replay->items[0].as.sample.t_us;
    replay->shift_us = replay->last_us + replay->period_us - first_us;
    replay->at = 0;
}

enum recording_item replay_next(struct replay *replay, struct cpr_sample *sample,
                                struct fault *fault)
{
    if (!replay->playing) {
        return RECORDING_END;
    }
    if (replay->at == replay->count) {
        begin_round(replay);
    }
    const struct item *item = &replay->items[replay->at];
    if (item->kind == RECORDING_FAULT && item->as.fault.kind == FAULT_SILENT) {
        replay->playing = false;
        return RECORDING_END;
    }
    if (item->kind == RECORDING_FAULT) {
        *fault = item->as.fault;
        fault->t_us = replay->last_us;
        replay->at++;
        return RECORDING_FAULT;
    }
    int64_t now_us = clock_now_us(replay->clock);
    int64_t t_us = item->as.sample.t_us + replay->shift_us;
    if (t_us + replay->ahead_us > now_us) {
        return RECORDING_END;
    }
    *sample = item->as.sample;
    sample->t_us = t_us;
    sample->lost = replay->at == 0 ? 0 : sample->lost; /* before it was another round */
    replay->last_us = t_us;
    replay->given_us = now_us;
    replay->at++;
    return RECORDING_SAMPLE;
}
