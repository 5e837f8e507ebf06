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
    if (small_is(sum)) {
        return true; /* it is not printed either */
    }
    if (count == 1) {
        hidden[0] = false;
        return true;
    }
    while (!is_safe(hidden_count, hidden_sum)) {
        size_t next = next_to_hide(n, hidden, count);
        if (next == count) {
            for (size_t i = 0; i < count; i++) {
                hidden[i] = true;
            }
            return false;
        }
        hidden[next] = true;
        hidden_sum += n[next];
        hidden_count++;
    }
    return true;
}
