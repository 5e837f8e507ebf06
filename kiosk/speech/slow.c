/* SPDX-License-Identifier: MIT */
#include "speech/slow.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#define PI 3.14159265358979323846

enum {
    HOP = VOICE_RATE_HZ * 15 / 1000, /* samples that go out at a time */
    PIECE = 2 * HOP,
    SEARCH = VOICE_RATE_HZ * 10 / 1000, /* either way: the period of a voice of 50 Hz */
    STEP = 4,                           /* a voice has most below 6 kHz */
    ADDED_MAX = 1024,
    KEPT = PIECE + 2 * (SEARCH + HOP) + HOP + ADDED_MAX,
};

struct slow {
    double times;
    voice_sink *sink;
    void *context;
    double rise[HOP]; /* of a piece; it falls by the rest, so that two add up to one */
    int16_t kept[KEPT];
    int64_t first;      /* number of the sample kept[0], from the beginning */
    size_t count;       /* kept */
    int64_t added;      /* of the voice, without the silence that ends it */
    int64_t pieces;     /* that have begun */
    int64_t continuing; /* where the last piece would go on */
    int64_t out, end;   /* that went out, and will */
    double tail[HOP];   /* the second half of the last piece, falling */
};

struct slow *slow_create(double times, voice_sink *sink, void *context)
{
    struct slow *slow = calloc(1, sizeof *slow);
    assert(slow && times >= 1 && times <= SLOW_TIMES_MAX);
    slow->times = times;
    slow->sink = sink;
    slow->context = context;
    slow->end = INT64_MAX;
    for (int i = 0; i < HOP; i++) {
        slow->rise[i] = (1 - cos(PI * i / HOP)) / 2;
    }
    return slow;
}

void slow_destroy(struct slow *slow)
{
    free(slow);
}

static const int16_t *at(const struct slow *slow, int64_t number)
{
    return slow->kept + (number - slow->first);
}

/* How well the samples from `one` on go on as those from `other` on do. */
static double likeness(const struct slow *slow, int64_t one, int64_t other)
{
    const int16_t *a = at(slow, one);
    const int16_t *b = at(slow, other);
    double both = 0;
    double energy = 1;
    for (int i = 0; i < PIECE; i += STEP) {
        both += (double)a[i] * b[i];
        energy += (double)a[i] * a[i];
    }
    return both / sqrt(energy);
}

/* Around where the next piece is due. */
static int64_t best_piece(const struct slow *slow, int64_t due)
{
    int64_t from = due - SEARCH < slow->first ? slow->first : due - SEARCH;
    int64_t best = due;
    double most = likeness(slow, due, slow->continuing);
    for (int64_t number = from; number <= due + SEARCH; number += STEP) {
        double like = likeness(slow, number, slow->continuing);
        if (like > most) {
            most = like;
            best = number;
        }
    }
    return best;
}

static int64_t next_due(const struct slow *slow)
{
    return (int64_t)((double)(slow->pieces * HOP) / slow->times);
}

static int16_t clamped(double sample)
{
    return (int16_t)lrint(fmax(fmin(sample, INT16_MAX), INT16_MIN));
}

/* One more piece over the last one's second half; all of it is kept. */
static bool put_piece(struct slow *slow, int64_t due)
{
    int16_t out[HOP];
    bool first = slow->pieces == 0;
    const int16_t *piece = at(slow, first ? 0 : best_piece(slow, due));
    for (int i = 0; i < HOP; i++) {
        double rise = first ? 1 : slow->rise[i];
        out[i] = clamped(slow->tail[i] + rise * piece[i]);
        slow->tail[i] = (1 - slow->rise[i]) * piece[HOP + i];
    }
    slow->continuing = slow->first + (piece - slow->kept) + HOP;
    slow->pieces++;
    int64_t left = slow->end - slow->out;
    size_t count = left < HOP ? (size_t)left : HOP;
    slow->out += (int64_t)count;
    return count == 0 || slow->sink(slow->context, VOICE_RATE_HZ, out, count);
}

/* What no later piece looks at. */
static void forget(struct slow *slow)
{
    int64_t from = next_due(slow) - SEARCH;
    from = slow->continuing < from ? slow->continuing : from;
    if (from > slow->first) {
        size_t gone = (size_t)(from - slow->first);
        gone = gone < slow->count ? gone : slow->count;
        memmove(slow->kept, slow->kept + gone, (slow->count - gone) * sizeof *slow->kept);
        slow->count -= gone;
        slow->first += (int64_t)gone;
    }
}

static bool put_what_can_be(struct slow *slow)
{
    bool wanted = true;
    while (wanted) {
        int64_t due = next_due(slow);
        int64_t last = due + SEARCH > slow->continuing ? due + SEARCH : slow->continuing;
        if (last + PIECE > slow->first + (int64_t)slow->count) {
            return true;
        }
        wanted = put_piece(slow, due);
        forget(slow);
    }
    return false;
}

/* NULL samples: silence. */
static bool take(struct slow *slow, const int16_t *samples, size_t count)
{
    while (count > 0) {
        size_t room = KEPT - slow->count;
        size_t now = count < room ? count : room;
        assert(now > 0);
        if (samples) {
            memcpy(slow->kept + slow->count, samples, now * sizeof *samples);
            samples += now;
        } else {
            memset(slow->kept + slow->count, 0, now * sizeof *slow->kept);
        }
        slow->count += now;
        count -= now;
        if (!put_what_can_be(slow)) {
            return false;
        }
    }
    return true;
}

bool slow_add(void *context, int rate_hz, const int16_t *samples, size_t count)
{
    struct slow *slow = context;
    assert(rate_hz == VOICE_RATE_HZ);
    slow->added += (int64_t)count;
    return take(slow, samples, count);
}

bool slow_finish(struct slow *slow)
{
    slow->end = llrint((double)slow->added * slow->times);
    while (slow->out < slow->end) {
        if (!take(slow, NULL, HOP)) {
            return false;
        }
    }
    return true;
}
