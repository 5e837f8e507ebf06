/* SPDX-License-Identifier: MIT */
#include "count/parts.h"

#include <assert.h>
#include <stdlib.h>

#include "count/moment.h"

struct parts {
    count_each *each;
    void *context;
    size_t count, room;
    struct count_row *rows; /* of one part of one day, hour by hour */
};

const char *count_part_name(int part)
{
    static const char *const names[] = {
        [COUNT_MORNING] = "morning",
        [COUNT_AFTERNOON] = "afternoon",
        [COUNT_EVENING] = "evening",
    };
    assert(part >= COUNT_MORNING && part <= COUNT_EVENING);
    return names[part];
}

static int compare(const void *a, const void *b)
{
    const struct count_row *left = a;
    const struct count_row *right = b;
    return count_key_compare(&left->key, &right->key);
}

/* Tells of the part that is complete. */
static bool flush(struct parts *parts)
{
    bool going = true;
    size_t at = 0;
    if (parts->count > 0) {
        qsort(parts->rows, parts->count, sizeof *parts->rows, compare);
    }
    while (going && at < parts->count) {
        struct count_row sum = parts->rows[at++];
        while (at < parts->count &&
               count_key_compare(&sum.key, &parts->rows[at].key) == 0) {
            sum.n += parts->rows[at].n;
            sum.revision += parts->rows[at].revision;
            at++;
        }
        going = parts->each(parts->context, &sum);
    }
    parts->count = 0;
    return going;
}

static bool take(void *context, const struct count_row *row)
{
    struct parts *parts = context;
    struct count_row fresh = *row;
    fresh.key.hour = (int)count_part(row->key.hour);
    const struct count_key *last = parts->count > 0 ? &parts->rows[0].key : NULL;
    if (last && (last->day != fresh.key.day || last->hour != fresh.key.hour) &&
        !flush(parts)) {
        return false;
    }
    if (parts->count == parts->room) {
        parts->room = parts->room ? parts->room * 2 : 256;
        parts->rows = realloc(parts->rows, parts->room * sizeof *parts->rows);
        assert(parts->rows);
    }
    parts->rows[parts->count++] = fresh;
    return true;
}

bool count_parts_each(const struct count_source *hours, int from_day, int to_day,
                      count_each *each, void *context)
{
    struct parts parts = {.each = each, .context = context};
    bool told =
        hours->each(hours->context, from_day, to_day, take, &parts) && flush(&parts);
    free(parts.rows);
    return told;
}
