/* SPDX-License-Identifier: MIT */
/*
 * Stamped lines over a cable that damages them, live: 20 pushes of 55 mm at 110 a minute
 * (traces/raw/README.md), and the same with what is damaged drawn.
 */
#include <math.h>
#include <stdlib.h>

#include "base/file.h"
#include "base/str.h"
#include "support/folder.h"
#include "support/link_bench.h"
#include "support/wave.h"

enum { ROUNDS = 40, PUSHES = 20, LINE_US = 20000, TEXT_MAX = 1 << 16 };

static const char profile[] =
    "shape = comma\ndepth = 2\nrest = 0\nmm_per_unit = 1\ntime = 1\nus_per_tick = 1000\n";

struct got {
    int count;
    double rate_cpm, depth_mm;
    uint32_t lost;
};

static struct got figures(const struct cpr_compression *pushes, int count)
{
    struct got got = {.count = count};
    for (int i = 0; i < count; i++) {
        got.depth_mm += pushes[i].depth_mm / count;
    }
    int64_t span_us = count > 1 ? pushes[count - 1].peak_us - pushes[0].peak_us : 0;
    got.rate_cpm = span_us > 0 ? (count - 1) * 60e6 / (double)span_us : 0;
    return got;
}

static struct got play(const char *text)
{
    static struct bench bench;
    static struct cpr_session session;
    struct cpr_guideline guideline = wave_guideline();
    struct cpr_compression pushes[2 * PUSHES];
    struct folder folder = folder_make();
    int count = 0;
    uint32_t lost = 0;
    assert_true(file_write(folder_file(&folder, "dev-ttyUSB0.profile"), profile,
                           strlen(profile)));
    cpr_start(&session, &guideline, CPR_COMPRESSION_ONLY);
    bench_begin(&bench, "/dev/ttyUSB0", 115200);
    link_remember(bench.link, folder.path);
    poll_now(&bench);
    while (*text) {
        size_t length = strcspn(text, "\n") + 1;
        clock_move(&bench.clock, LINE_US);
        cable_say(&bench.cable, bench.manikin, text, length);
        text += length;
        poll_now(&bench);
        for (size_t i = 0; i < bench.count; i++) {
            lost += bench.got[i].lost;
            count += count < 2 * PUSHES - 1 &&
                     cpr_add(&session, &bench.got[i], &pushes[count]);
        }
    }
    while (count < 2 * PUSHES - 1 && cpr_finish(&session, &pushes[count])) {
        count++;
    }
    bench_end(&bench);
    folder_remove(&folder);
    struct got got = figures(pushes, count);
    got.lost = lost;
    return got;
}

static void check(const char *name, const struct got *got)
{
    if (got->count != PUSHES || fabs(got->rate_cpm - 110) > 1.1 ||
        fabs(got->depth_mm - 55) > 2) {
        fail_msg("%s: %d pushes, %.1f /min, %.1f mm, %u lost", name, got->count,
                 got->rate_cpm, got->depth_mm, got->lost);
    }
}

static void one_bad_stamp_costs_one_reading(void **state)
{
    (void)state;
    size_t length;
    char *text = file_read("tests/traces/raw/one_bad_stamp.raw", TEXT_MAX, &length);
    assert_non_null(text);
    struct got got = play(text);
    check("one_bad_stamp", &got);
    assert_int_equal(got.lost, 1);
    free(text);
}

static void a_byte_of_1000_is_missing(void **state)
{
    (void)state;
    size_t length;
    char *text = file_read("tests/traces/raw/bytes_lost.raw", TEXT_MAX, &length);
    assert_non_null(text);
    struct got got = play(text);
    check("bytes_lost", &got);
    free(text);
}

/* Up to eight of 770 stamps, none among the first or last readings. */
static void drawn_stamps_are_damaged(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    for (int round = 0; round < ROUNDS; round++) {
        struct str text = {0};
        int damaged = 0;
        for (int i = 0; i < 770; i++) {
            double push = (i * 0.02 - 2.5) * 110 / 60;
            double mm = push < 0 || push > PUSHES
                            ? 0
                            : 55 * (1 - cos(2 * 3.14159265358979323846 * push)) / 2;
            int ms = i * 20;
            bool is_wrong = i > 60 && i < 740 && rng_int(&rng, 0, 99) == 0;
            damaged += is_wrong;
            ms = !is_wrong ? ms : rng_int(&rng, 0, 1) ? ms / 10 : rng_int(&rng, 0, 99999);
            str_add(&text, "%d,%.1f\n", ms, mm + rng_between(&rng, -0.2, 0.2));
        }
        struct got got = play(text.text);
        check("drawn", &got);
        assert_true(got.lost <= 3 * (uint32_t)damaged);
        str_free(&text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_bad_stamp_costs_one_reading),
        cmocka_unit_test(a_byte_of_1000_is_missing),
        cmocka_unit_test(drawn_stamps_are_damaged),
    };
    return cmocka_run_group_tests_name("link, damaged lines", tests, NULL, NULL);
}
