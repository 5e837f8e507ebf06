/* SPDX-License-Identifier: MIT */
/* The board of today against its rules written a second time. */
#include <math.h>

#include "count/board.h"
#include "support/tap.h"

enum { RUNS_MAX = 400 };

struct past {
    struct count_moment at;
    double score;
};

static int expected(const struct past *runs, int count, struct count_moment now)
{
    double best = 0;
    int in_hour = 0;
    for (int i = 0; i < count; i++) {
        bool today = runs[i].at.day == now.day && !isnan(runs[i].score);
        best = today ? fmax(best, runs[i].score) : best;
        in_hour += today && runs[i].at.hour == now.hour;
    }
    return in_hour >= 3 ? (int)lround(best) : 0;
}

static void it_shows_the_best_of_today_from_the_third_run_of_the_hour(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    int shown = 0;
    for (int round = 0; round < 50; round++) {
        struct board board = {0};
        struct past runs[RUNS_MAX];
        struct count_moment now = {.day = 20261128, .hour = rng_int(&rng, 0, 23)};
        int count = rng_int(&rng, 0, RUNS_MAX);
        assert_int_equal(board_best(&board, now), 0);
        for (int i = 0; i < count; i++) {
            int step = rng_int(&rng, 0, 5) == 0 ? rng_int(&rng, 1, 30) : 0;
            now.hour += step;
            now.day += now.hour / 24;
            now.hour %= 24;
            double score =
                rng_int(&rng, 0, 9) == 0 ? (double)NAN : rng_between(&rng, 0, 100);
            assert_int_equal(board_best(&board, now), expected(runs, i, now));
            board_add(&board, now, score);
            runs[i] = (struct past){now, score};
            int best = board_best(&board, now);
            assert_int_equal(best, expected(runs, i + 1, now));
            shown += best > 0;
        }
    }
    assert_true(shown > 1000);
}

/* Three runs in one hour before closing, or after it. */
static void it_is_gone_when_the_hall_closes(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    for (int i = 0; i < 100; i++) {
        struct board board = {.closes = rng_int(&rng, 1, 23)};
        struct count_moment at = {.day = 20261128, .hour = board.closes - 1};
        for (int run = 0; run < BOARD_RUNS; run++) {
            board_add(&board, at, 90);
        }
        assert_int_equal(board_best(&board, at), 90);
        at.hour = board.closes;
        assert_int_equal(board_best(&board, at), 0);
        for (int run = 0; run < BOARD_RUNS; run++) {
            assert_int_equal(board_best(&board, at), 0);
            board_add(&board, at, 60);
        }
        assert_int_equal(board_best(&board, at), 60); /* not the day's 90 */
        at = (struct count_moment){.day = 20261129, .hour = board.closes - 1};
        assert_int_equal(board_best(&board, at), 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_is_gone_when_the_hall_closes),
        cmocka_unit_test(it_shows_the_best_of_today_from_the_third_run_of_the_hour),
    };
    return cmocka_run_group_tests_name("board", tests, NULL, NULL);
}
