/* SPDX-License-Identifier: MIT */
#include "count/merge.h"

bool count_sorted(const struct count_row *rows, size_t count)
{
    for (size_t i = 1; i < count; i++) {
        if (count_key_compare(&rows[i - 1].key, &rows[i].key) >= 0) {
            return false;
        }
    }
    return true;
}

enum count_state count_against(const struct count_row *there,
                               const struct count_row *given)
{
    if (given->revision == there->revision) {
        return given->n == there->n ? COUNT_SAME : COUNT_TWO;
    }
    bool newer = given->revision > there->revision;
    if (newer ? given->n < there->n : given->n > there->n) {
        return COUNT_SHRUNK;
    }
    return newer ? COUNT_NEWER : COUNT_OLDER;
}

static const struct count_row *newer(const struct count_row *a, const struct count_row *b)
{
    if (a->revision != b->revision) {
        return a->revision > b->revision ? a : b;
    }
    return a->n >= b->n ? a : b;
}

size_t count_merge(const struct count_row *a, size_t a_count, const struct count_row *b,
                   size_t b_count, struct count_row *out)
{
    const struct count_row *a_end = a + a_count;
    const struct count_row *b_end = b + b_count;
    size_t count = 0;
    while (a < a_end && b < b_end) {
        int order = count_key_compare(&a->key, &b->key);
        out[count++] = order < 0 ? *a : order > 0 ? *b : *newer(a, b);
        a += order <= 0;
        b += order >= 0;
    }
    while (a < a_end) {
        out[count++] = *a++;
    }
    while (b < b_end) {
        out[count++] = *b++;
    }
    return count;
}
