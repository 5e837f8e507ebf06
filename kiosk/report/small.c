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

/* Where one is hidden, so is the other; how many more that makes. */
static size_t hide_beside(const bool *hidden, const int64_t *n, bool *other, size_t count)
{
    size_t more = 0;
    for (size_t i = 0; i < count; i++) {
        if (hidden[i] && !other[i] && n[i] > 0) {
            other[i] = true;
            more++;
        }
    }
    return more;
}

bool small_hide_pair(const int64_t *part, bool *part_hidden, const int64_t *whole,
                     bool *whole_hidden, size_t count)
{
    bool by_cell = true;
    size_t more = 0;
    do {
        bool part_by_cell = small_hide(part, part_hidden, count);
        more = hide_beside(part_hidden, whole, whole_hidden, count);
        bool whole_by_cell = small_hide(whole, whole_hidden, count);
        more += hide_beside(whole_hidden, part, part_hidden, count);
        by_cell = part_by_cell && whole_by_cell;
    } while (more > 0);
    return by_cell;
}
