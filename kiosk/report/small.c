/* SPDX-License-Identifier: MIT */
#include "report/small.h"

bool small_is(int64_t n)
{
    return n > 0 && n < SMALL_LEAST;
}

/* The largest that any hidden cell could be, all others being 1, covers SMALL_LEAST; and
 * there is another one. */
static bool is_safe(size_t hidden_count, int64_t hidden_sum)
{
    int64_t others = (int64_t)hidden_count - 1;
    return hidden_count == 0 || (others > 0 && hidden_sum - others >= SMALL_LEAST);
}

/* The smallest cell that is shown and not 0; `count` when there is none. */
static size_t next_to_hide(const int64_t *n, const bool *hidden, size_t count)
{
    size_t best = count;
    for (size_t i = 0; i < count; i++) {
        if (!hidden[i] && n[i] > 0 && (best == count || n[i] < n[best])) {
            best = i;
        }
    }
    return best;
}

/* A small sum is 4 at most, though hidden: four cells that are not 0 would all be 1. With
 * two of them nobody may know which they are. */
static bool is_vague(size_t hidden_count, int64_t sum)
{
    return !small_is(sum) || hidden_count < 2;
}

static bool hide_all(bool *hidden, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        hidden[i] = true;
    }
    return false;
}

bool small_hide(const int64_t *n, bool *hidden, size_t count)
{
    int64_t sum = 0;
    int64_t hidden_sum = 0;
    size_t hidden_count = 0;
    for (size_t i = 0; i < count; i++) {
        hidden[i] = hidden[i] || small_is(n[i]);
        sum += n[i];
        hidden_sum += hidden[i] ? n[i] : 0;
        hidden_count += hidden[i];
    }
    if (!is_vague(hidden_count, sum)) {
        return hide_all(hidden, count);
    }
    if (small_is(sum) || count == 1) {
        return true; /* a small sum is not printed either; one cell is its sum */
    }
    while (!is_safe(hidden_count, hidden_sum)) {
        size_t next = next_to_hide(n, hidden, count);
        if (next == count) {
            return hide_all(hidden, count);
        }
        hidden[next] = true;
        hidden_sum += n[next];
        hidden_count++;
    }
    return true;
}

bool small_splits(int64_t part, int64_t whole)
{
    return small_is(part) || small_is(whole - part);
}

static size_t count_hidden(const bool *hidden, size_t count)
{
    size_t sum = 0;
    for (size_t i = 0; i < count; i++) {
        sum += hidden[i];
    }
    return sum;
}

static bool is_nothing(const int64_t *n, const bool *hidden, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (hidden[i] && n[i] != 0) {
            return false;
        }
    }
    return true;
}

/* Part and rest have the same cells hidden, and both lines have to hold. Where one of
 * them is nothing in all of these, the other one is the whole there: that line holds. */
bool small_hide_split(const struct small_split *of)
{
    size_t before = 0;
    bool by_cell = small_hide(of->whole, of->whole_hidden, of->count);
    for (size_t i = 0; i < of->count; i++) {
        of->split[i] = of->split[i] || of->whole_hidden[i] ||
                       small_splits(of->part[i], of->whole[i]);
    }
    if (is_nothing(of->part, of->split, of->count) ||
        is_nothing(of->rest, of->split, of->count)) {
        return by_cell;
    }
    do {
        before = count_hidden(of->split, of->count);
        bool part_by_cell = small_hide(of->part, of->split, of->count);
        bool rest_by_cell = small_hide(of->rest, of->split, of->count);
        by_cell = by_cell && part_by_cell && rest_by_cell;
    } while (count_hidden(of->split, of->count) > before);
    return by_cell;
}
