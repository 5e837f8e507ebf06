/* SPDX-License-Identifier: MIT */
/*
 * What an attacker makes of two tables over the same kiosks. He tries every way in which
 * the counts could lie on the kiosks, with all that is shown as it is shown.
 */
#include <string.h>

#include "board/hide.h"
#include "report/small.h"
#include "support/tap.h"

enum { DRAWS = 3000, ROWS_MAX = 3, KIOSKS_MAX = 6, TOTAL_MAX = 26 };

struct tables {
    size_t rows[HIDE_TABLES];
    size_t kiosk_count;
    struct hide_kiosk kiosks[KIOSKS_MAX];
    bool hidden[HIDE_TABLES][ROWS_MAX];
    bool by_cell;
};

struct attack {
    const struct tables *tables;
    int64_t truth[HIDE_TABLES][ROWS_MAX];
    int64_t low[HIDE_TABLES][ROWS_MAX], high[HIDE_TABLES][ROWS_MAX];
    int64_t guess[KIOSKS_MAX];
    int64_t guesses;
};

static void sum_rows(const struct tables *tables, const int64_t *n,
                     int64_t sums[HIDE_TABLES][ROWS_MAX])
{
    memset(sums, 0, sizeof(int64_t) * HIDE_TABLES * ROWS_MAX);
    for (size_t i = 0; i < tables->kiosk_count; i++) {
        for (int t = 0; t < HIDE_TABLES; t++) {
            sums[t][tables->kiosks[i].row[t]] += n[i];
        }
    }
}

/* Zeros are shown, so what is hidden is none. */
static void look_at_guess(struct attack *attack)
{
    int64_t sums[HIDE_TABLES][ROWS_MAX];
    sum_rows(attack->tables, attack->guess, sums);
    for (int t = 0; t < HIDE_TABLES; t++) {
        for (size_t i = 0; i < attack->tables->rows[t]; i++) {
            bool hidden = attack->tables->hidden[t][i];
            if (hidden ? sums[t][i] == 0 : sums[t][i] != attack->truth[t][i]) {
                return;
            }
        }
    }
    attack->guesses++;
    for (int t = 0; t < HIDE_TABLES; t++) {
        for (size_t i = 0; i < attack->tables->rows[t]; i++) {
            int64_t n = sums[t][i];
            attack->low[t][i] = n < attack->low[t][i] ? n : attack->low[t][i];
            attack->high[t][i] = n > attack->high[t][i] ? n : attack->high[t][i];
        }
    }
}

static void guess_from(struct attack *attack, size_t at, int64_t left)
{
    if (at + 1 == attack->tables->kiosk_count) {
        attack->guess[at] = left;
        look_at_guess(attack);
        return;
    }
    for (int64_t n = 0; n <= left; n++) {
        attack->guess[at] = n;
        guess_from(attack, at + 1, left - n);
    }
}

static struct tables draw_tables(struct rng *rng)
{
    struct tables tables = {
        .rows = {(size_t)rng_int(rng, 1, ROWS_MAX), (size_t)rng_int(rng, 1, ROWS_MAX)},
        .kiosk_count = (size_t)rng_int(rng, 1, KIOSKS_MAX)};
    int most = rng_int(rng, 1, 12);
    int64_t total = 0;
    for (size_t i = 0; i < tables.kiosk_count; i++) {
        struct hide_kiosk *kiosk = &tables.kiosks[i];
        for (int t = 0; t < HIDE_TABLES; t++) {
            kiosk->row[t] = (size_t)rng_int(rng, 0, (int)tables.rows[t] - 1);
        }
        kiosk->n = rng_int(rng, 0, 3) ? rng_int(rng, 0, most) : 0;
        kiosk->n = total + kiosk->n > TOTAL_MAX ? 0 : kiosk->n;
        total += kiosk->n;
    }
    return tables;
}

static void hide(struct tables *tables)
{
    bool *hidden[HIDE_TABLES] = {tables->hidden[0], tables->hidden[1]};
    tables->by_cell =
        hide_cells(tables->kiosks, tables->kiosk_count, tables->rows, hidden);
}

static void check_withheld(const struct tables *tables)
{
    for (int t = 0; t < HIDE_TABLES; t++) {
        for (size_t i = 0; i < tables->rows[t]; i++) {
            assert_true(tables->hidden[t][i]);
        }
    }
}

static void attack(const struct tables *tables)
{
    struct attack attack = {.tables = tables};
    int64_t n[KIOSKS_MAX] = {0};
    int64_t total = 0;
    for (size_t i = 0; i < tables->kiosk_count; i++) {
        n[i] = tables->kiosks[i].n;
        total += n[i];
    }
    sum_rows(tables, n, attack.truth);
    for (int t = 0; t < HIDE_TABLES; t++) {
        for (size_t i = 0; i < tables->rows[t]; i++) {
            attack.low[t][i] = TOTAL_MAX;
        }
    }
    guess_from(&attack, 0, total);
    assert_true(attack.guesses > 0); /* the truth is one */
    for (int t = 0; t < HIDE_TABLES; t++) {
        for (size_t i = 0; i < tables->rows[t]; i++) {
            bool small = small_is(attack.truth[t][i]);
            assert_true(!small || tables->hidden[t][i]);
            assert_true(attack.truth[t][i] != 0 || !tables->hidden[t][i]);
            assert_true(!small ||
                        (attack.low[t][i] <= 1 && attack.high[t][i] >= SMALL_LEAST));
            /* Nor can it be seen which was hidden for its own sake. */
            assert_true(!tables->hidden[t][i] ||
                        attack.high[t][i] - attack.low[t][i] >= SMALL_LEAST - 1);
        }
    }
}

static void no_hidden_cell_can_be_computed(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    int withheld = 0;
    int hidden = 0;
    for (int draw = 0; draw < DRAWS; draw++) {
        struct tables tables = draw_tables(&rng);
        hide(&tables);
        if (tables.by_cell) {
            attack(&tables);
            hidden += tables.hidden[0][0] || tables.hidden[1][0];
        } else {
            check_withheld(&tables);
            withheld++;
        }
    }
    assert_in_range(withheld, 1, DRAWS * 3 / 4);
    assert_in_range(hidden, 20, DRAWS);
}

/* Beside the village's 3 the schools' 40 would do in their own table; but in the second
 * county there is nothing but schools. */
static void one_table_does_not_tell_what_the_other_hides(void **state)
{
    (void)state;
    struct tables tables = {.rows = {2, 3},
                            .kiosk_count = 3,
                            .kiosks = {{{0, 0}, 60}, {{0, 1}, 3}, {{1, 2}, 40}}};
    hide(&tables);
    assert_true(tables.by_cell);
    assert_true(tables.hidden[1][1]);
    assert_true(tables.hidden[1][0] || tables.hidden[0][1]);
}

static void nothing_is_hidden_without_need(void **state)
{
    (void)state;
    struct tables tables = {
        .rows = {2, 2},
        .kiosk_count = 4,
        .kiosks = {{{0, 0}, 30}, {{0, 1}, 3}, {{1, 0}, 0}, {{1, 1}, 9}}};
    const bool none[HIDE_TABLES][ROWS_MAX] = {{false}};
    hide(&tables);
    assert_true(tables.by_cell);
    assert_memory_equal(tables.hidden, none, sizeof none);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_hidden_cell_can_be_computed),
        cmocka_unit_test(one_table_does_not_tell_what_the_other_hides),
        cmocka_unit_test(nothing_is_hidden_without_need),
    };
    return cmocka_run_group_tests_name("county_hide", tests, NULL, NULL);
}
