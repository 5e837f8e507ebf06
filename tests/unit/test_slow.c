/* SPDX-License-Identifier: MIT */
/* A voice more slowly: as long as asked for, as high as before, nothing left out. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "speech/slow.h"
#include "support/tap.h"

#define TAU 6.283185307179586

enum { RATE = VOICE_RATE_HZ, HEARD_MAX = 16 * RATE, ADDED_MAX = 4 * RATE };

struct heard {
    int16_t *samples;
    size_t count, enough; /* the sink stops there; 0: never */
    int refused;
};

static bool hear(void *context, int rate_hz, const int16_t *samples, size_t count)
{
    struct heard *heard = context;
    assert_int_equal(rate_hz, RATE);
    assert_int_equal(heard->refused, 0); /* who wants no more gets no more */
    assert_true(count > 0 && heard->count + count <= HEARD_MAX);
    memcpy(heard->samples + heard->count, samples, count * sizeof *samples);
    heard->count += count;
    heard->refused = heard->enough > 0 && heard->count >= heard->enough;
    return !heard->refused;
}

/* In blocks of any size, as a decoder hands them out. */
static bool add_all(struct slow *slow, const int16_t *samples, size_t count,
                    struct rng *rng)
{
    for (size_t at = 0; at < count;) {
        size_t block = (size_t)rng_int(rng, 1, 3000);
        block = block < count - at ? block : count - at;
        if (!slow_add(slow, RATE, samples + at, block)) {
            return false;
        }
        at += block;
    }
    return slow_finish(slow);
}

static double level(const int16_t *samples, size_t count)
{
    double sum = 0;
    for (size_t i = 0; i < count; i++) {
        sum += (double)samples[i] * samples[i];
    }
    return sqrt(sum / (double)count);
}

/* Of a tone, over all: how often it crosses zero upwards in a second. */
static double pitch(const int16_t *samples, size_t count)
{
    int crossings = 0;
    for (size_t i = 1; i < count; i++) {
        crossings += samples[i - 1] < 0 && samples[i] >= 0;
    }
    return (double)crossings * RATE / (double)count;
}

static void a_voice_is_longer_and_as_high(void **state)
{
    static int16_t samples[ADDED_MAX];
    static int16_t out[HEARD_MAX];
    for (int round = 0; round < 6; round++) {
        struct heard heard = {.samples = out};
        double times = rng_between(*state, 1, SLOW_TIMES_MAX);
        double hz = rng_between(*state, 80, 400);
        size_t count = (size_t)rng_int(*state, RATE / 10, ADDED_MAX);
        for (size_t i = 0; i < count; i++) { /* a voice has overtones */
            double phase = TAU * hz * (double)i / RATE;
            samples[i] = (int16_t)(6000 * sin(phase) + 2000 * sin(2 * phase));
        }
        struct slow *slow = slow_create(times, hear, &heard);
        assert_true(add_all(slow, samples, count, *state));
        slow_destroy(slow);
        assert_int_equal(heard.count, llrint((double)count * times));
        size_t inside = heard.count * 8 / 10;
        const int16_t *middle = out + heard.count / 10;
        double change = level(middle, inside) / level(samples, count);
        printf("# %.2f times, %.0f Hz: %.1f Hz, %.2f dB\n", times, hz,
               pitch(middle, inside), 20 * log10(change));
        assert_true(fabs(20 * log10(change)) < 1);
        assert_true(fabs(pitch(middle, inside) / hz - 1) < 0.02);
    }
}

/* Syllables of drawn lengths with pauses between: each is where it should be. */
static void everything_comes_at_its_time(void **state)
{
    static int16_t samples[ADDED_MAX];
    static int16_t out[HEARD_MAX];

    enum { BLOCK = RATE / 100, NEAR = 5 };

    for (int round = 0; round < 6; round++) {
        struct heard heard = {.samples = out};
        double times = rng_between(*state, 1, SLOW_TIMES_MAX);
        memset(samples, 0, sizeof samples);
        for (size_t at = 0; at < ADDED_MAX;) {
            size_t syllable = (size_t)rng_int(*state, RATE / 10, RATE / 3);
            size_t pause = (size_t)rng_int(*state, RATE / 5, RATE / 3);
            for (size_t i = 0; i < syllable && at < ADDED_MAX; i++, at++) {
                samples[at] = (int16_t)(8000 * sin(TAU * 150 * (double)i / RATE));
            }
            at += pause;
        }
        struct slow *slow = slow_create(times, hear, &heard);
        assert_true(add_all(slow, samples, ADDED_MAX, *state));
        slow_destroy(slow);
        for (size_t block = NEAR; block + NEAR + 1 < ADDED_MAX / BLOCK; block++) {
            size_t from = (block - NEAR) * BLOCK;
            double least = 1e9;
            double most = 0;
            for (int i = 0; i <= 2 * NEAR; i++) {
                double now = level(samples + from + (size_t)i * BLOCK, BLOCK);
                least = fmin(least, now);
                most = fmax(most, now);
            }
            double now = level(out + (size_t)((double)(block * BLOCK) * times), BLOCK);
            assert_true(least < 4000 || now > 2000); /* within a syllable */
            assert_true(most > 0 || now < 1);        /* within a pause */
        }
    }
}

/* At its own pace not a sample is another. */
static void once_is_the_voice_itself(void **state)
{
    static int16_t samples[ADDED_MAX];
    static int16_t out[HEARD_MAX];
    struct heard heard = {.samples = out};
    for (size_t i = 0; i < ADDED_MAX; i++) {
        samples[i] = (int16_t)rng_int(*state, -8000, 8000);
    }
    struct slow *slow = slow_create(1, hear, &heard);
    assert_true(add_all(slow, samples, ADDED_MAX, *state));
    slow_destroy(slow);
    assert_int_equal(heard.count, ADDED_MAX);
    int worst = 0;
    for (size_t i = 0; i < ADDED_MAX; i++) {
        worst = abs(samples[i] - out[i]) > worst ? abs(samples[i] - out[i]) : worst;
    }
    assert_in_range(worst, 0, 1);
}

static void a_stop_is_a_stop(void **state)
{
    static int16_t samples[ADDED_MAX];
    static int16_t out[HEARD_MAX];
    for (int round = 0; round < 20; round++) {
        struct heard heard = {.samples = out};
        heard.enough = (size_t)rng_int(*state, 1, 5 * RATE);
        struct slow *slow = slow_create(1.6, hear, &heard);
        assert_false(add_all(slow, samples, ADDED_MAX, *state));
        slow_destroy(slow);
    }
}

int main(void)
{
    struct rng rng = rng_begin();
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_prestate(a_voice_is_longer_and_as_high, &rng),
        cmocka_unit_test_prestate(everything_comes_at_its_time, &rng),
        cmocka_unit_test_prestate(once_is_the_voice_itself, &rng),
        cmocka_unit_test_prestate(a_stop_is_a_stop, &rng),
    };
    return cmocka_run_group_tests_name("slow", tests, NULL, NULL);
}
