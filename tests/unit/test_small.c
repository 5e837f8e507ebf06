/* SPDX-License-Identifier: MIT */
/* What an attacker makes of a published line: the sum, what is shown, and the rule. */
#include "report/small.h"
#include "support/tap.h"

enum { DRAWS = 20000, CELLS_MAX = 31 };

struct line {
    size_t count;
    int64_t n[CELLS_MAX];
    bool hidden[CELLS_MAX];
    bool by_cell; /* not withheld as a whole */
};

/* Of a cell that is hidden, all else that is printed being known. */
static void bounds(const struct line *line, size_t index, int64_t *low, int64_t *high)
{
    int64_t least = line->by_cell ? 1 : 0; /* zeros are shown, unless nothing is */
    int64_t left = 0;                      /* what the hidden ones make together */
    int64_t others = 0;
    for (size_t i = 0; i < line->count; i++) {
        left += line->hidden[i] ? line->n[i] : 0;
        others += line->hidden[i] && i != index;
    }
    *low = others > 0 ? least : left;
    *high = left - others * least;
}

static int64_t sum_of(const struct line *line)
{
    int64_t sum = 0;
    for (size_t i = 0; i < line->count; i++) {
        sum += line->n[i];
    }
    return sum;
}

static int hidden_count(const struct line *line)
{
    int count = 0;
    for (size_t i = 0; i < line->count; i++) {
        count += line->hidden[i];
    }
    return count;
}

static void check_line(const struct line *line)
{
    for (size_t i = 0; i < line->count; i++) {
        if (small_is(line->n[i])) {
            assert_true(line->hidden[i]);
        }
        if (line->by_cell && line->n[i] == 0) {
            assert_false(line->hidden[i]);
        }
        int64_t low = 0;
        int64_t high = 0;
        bounds(line, i, &low, &high);
        if (line->hidden[i] && small_is(sum_of(line))) {
            /* So is the sum, which then is 1 to 4. */
            assert_true(!line->by_cell || hidden_count(line) == 1);
        } else if (line->hidden[i]) {
            assert_true(low <= 1 && high >= SMALL_LEAST && high > low);
            assert_true(!small_is(line->n[i]) || high > line->n[i]);
        }
    }
}

/* Of each kind that a hall brings: quiet and busy, with closed days and without. */
static struct line draw_line(struct rng *rng)
{
    static const int most[] = {1, 3, 5, 9, 80};
    struct line line = {.count = (size_t)rng_int(rng, 2, CELLS_MAX)};
    int high = most[rng_int(rng, 0, 4)];
    bool sparse = rng_int(rng, 0, 1);
    for (size_t i = 0; i < line.count; i++) {
        line.n[i] = sparse && rng_int(rng, 0, 3) ? 0 : rng_int(rng, 0, high);
        line.hidden[i] = line.n[i] > 0 && rng_int(rng, 0, 19) == 0;
    }
    return line;
}

static void no_hidden_cell_can_be_computed(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    int withheld = 0;
    for (int draw = 0; draw < DRAWS; draw++) {
        struct line line = draw_line(&rng);
        line.by_cell = small_hide(line.n, line.hidden, line.count);
        withheld += !line.by_cell;
        check_line(&line);
    }
    assert_in_range(withheld, 1, DRAWS / 2);
}

/* A part and its whole: what is printed of both does not tell the rest either. */
static void a_part_does_not_tell_the_rest(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    int shown = 0;
    for (int draw = 0; draw < DRAWS; draw++) {
        struct line whole = draw_line(&rng);
        struct line part = whole;
        struct line rest = whole;
        static const int breaks_off[] = {1, 4, 60, 100000};
        int one_in = breaks_off[rng_int(&rng, 0, 3)];
        for (size_t i = 0; i < whole.count; i++) {
            part.n[i] = 0;
            for (int64_t each = whole.n[i]; each > 0; each--) {
                part.n[i] += rng_int(&rng, 1, one_in) > 1;
            }
            rest.n[i] = whole.n[i] - part.n[i];
            part.hidden[i] = false;
        }
        small_hide_split(&(struct small_split){.count = whole.count,
                                               .part = part.n,
                                               .rest = rest.n,
                                               .whole = whole.n,
                                               .split = part.hidden,
                                               .whole_hidden = whole.hidden});
        for (size_t i = 0; i < whole.count; i++) {
            bool both = !part.hidden[i] && !whole.hidden[i];
            shown += both && whole.n[i] > 0;
            assert_false(both && small_splits(part.n[i], whole.n[i]));
            assert_true(part.hidden[i] || !whole.hidden[i]);
        }
        /* Where the sums are printed, one cell alone could be subtracted. */
        if (!small_splits(sum_of(&part), sum_of(&whole))) {
            assert_true(hidden_count(&part) != 1);
        }
    }
    assert_in_range(shown, DRAWS / 2, DRAWS * CELLS_MAX);
}

static void nothing_is_hidden_without_need(void **state)
{
    (void)state;

    static const struct {
        size_t count;
        int64_t n[4];
        bool hidden[4];
        bool by_cell;
    } cases[] = {
        {4, {0, 5, 20, 7}, {false, false, false, false}, true},
        {4, {0, 0, 0, 0}, {false, false, false, false}, true},
        {4, {4, 0, 20, 7}, {true, false, false, true}, true},
        {4, {4, 3, 20, 7}, {true, true, false, false}, true},
        {4, {1, 1, 20, 7}, {true, true, false, true}, true},  /* 2 would tell both */
        {4, {3, 0, 0, 0}, {true, false, false, false}, true}, /* so is the sum */
        {3, {3, 2, 0, 0}, {true, true, true, false}, false},
        {2, {1, 4, 0, 0}, {true, true, false, false}, false},
        {4, {1, 1, 1, 1}, {true, true, true, true}, false},
        {4, {1, 0, 2, 0}, {true, true, true, true}, false},
        {1, {5, 0, 0, 0}, {false, false, false, false}, true},
        {1, {4, 0, 0, 0}, {true, false, false, false}, true},
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        bool hidden[4] = {false};
        bool by_cell = small_hide(cases[i].n, hidden, cases[i].count);
        assert_int_equal(by_cell, cases[i].by_cell);
        assert_memory_equal(hidden, cases[i].hidden, sizeof hidden);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_hidden_cell_can_be_computed),
        cmocka_unit_test(a_part_does_not_tell_the_rest),
        cmocka_unit_test(nothing_is_hidden_without_need),
    };
    return cmocka_run_group_tests_name("small", tests, NULL, NULL);
}
