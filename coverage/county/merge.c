/* SPDX-License-Identifier: MIT */
/*
 * What stands in the place is read and put beside what comes, row by row: what is new
 * goes there in one piece, what has grown is raised, and meanwhile the months are summed
 * up.
 *
 * Whoever takes in something of a kiosk takes its months away first and writes them last.
 * So of two at once one waits for the other or finds a month that he did not expect, and
 * then begins anew (sql_transact()): nothing is lost between them.
 */
#include "count/merge.h"

#include <assert.h>
#include <inttypes.h>
#include <stdlib.h>

#include "base/calendar.h"
#include "base/str.h"
#include "count/parts.h"
#include "county/inside.h"

enum { ROOM_FIRST = 256, KEY_VALUES = 8 };

static bool take_row(void *context, const struct sql_row *row)
{
    struct standing *standing = context;
    if (standing->count == standing->room) {
        standing->room = standing->room ? 2 * standing->room : ROOM_FIRST;
        standing->rows = realloc(standing->rows, standing->room * sizeof *standing->rows);
        assert(standing->rows);
    }
    struct count_row *to = &standing->rows[standing->count++];
    to->key.day = (int)sql_row_int(row, 0);
    to->key.hour = (int)sql_row_int(row, 1);
    str_copy(to->key.metric, COUNT_TEXT_MAX, sql_row_text(row, 2));
    str_copy(to->key.subject, COUNT_TEXT_MAX, sql_row_text(row, 3));
    str_copy(to->key.detail, COUNT_TEXT_MAX, sql_row_text(row, 4));
    to->key.content = (int)sql_row_int(row, 5);
    to->key.definition = (int)sql_row_int(row, 6);
    to->n = sql_row_int(row, 7);
    to->revision = sql_row_int(row, 8);
    return true;
}

static int compare(const void *a, const void *b)
{
    const struct count_row *left = a;
    const struct count_row *right = b;
    return count_key_compare(&left->key, &right->key);
}

/* Servers order texts each in its own way. */
bool merge_read(struct sql *sql, const char *kiosk, int from_month, int to_month,
                struct standing *standing)
{
    const struct sql_value values[] = {sql_text(kiosk), sql_int(from_month * 100 + 1),
                                       sql_int(to_month * 100 + 31)};
    if (!statement_query(sql, STATEMENT_counts_of, values, 3, take_row, standing)) {
        return false;
    }
    if (!count_sorted(standing->rows, standing->count)) {
        qsort(standing->rows, standing->count, sizeof *standing->rows, compare);
    }
    return true;
}

/* ---- what becomes of each row ------------------------------------------------------ */

/* Those of merge->rows that the place lacks, and those it has in an older state. */
struct news {
    const char *kiosk;
    const struct count_row **fresh, **raised;
    size_t fresh_count, raised_count;
    size_t at; /* the next one to be added */
};

static bool refuse(const struct merge *merge, enum county_fault fault,
                   const struct count_row *standing, const struct count_row *given)
{
    char day[CALENDAR_TEXT_MAX];
    char what[3 * COUNT_TEXT_MAX + 64];
    char was[24];
    char is[24];
    const struct count_key *key = &given->key;
    calendar_write(day, key->day);
    str_format(what, sizeof what, "%s %s %s%s%s%s%s", day, count_part_name(key->hour),
               key->metric, *key->subject ? " " : "", key->subject,
               *key->detail ? " " : "", key->detail);
    str_format(was, sizeof was, "%" PRId64, standing->n);
    str_format(is, sizeof is, "%" PRId64, given->n);
    return county_fail(fault, (const char *const[]){merge->name, what, was, is, NULL});
}

/* Puts a row that stands there and one that comes, of one key, side by side. */
static bool match(struct merge *merge, struct news *news, struct months *months,
                  const struct count_row *standing, const struct count_row *given)
{
    switch (count_against(standing, given)) {
    case COUNT_SAME: months_count(months, standing); return true;
    case COUNT_OLDER:
        merge->older++;
        months_count(months, standing);
        return true;
    case COUNT_NEWER:
        news->raised[news->raised_count++] = given;
        months_count(months, given);
        return true;
    case COUNT_SHRUNK: return refuse(merge, COUNTY_FAULT_shrunk, standing, given);
    case COUNT_TWO:
    default: return refuse(merge, COUNTY_FAULT_two, standing, given);
    }
}

static bool walk(struct merge *merge, const struct standing *standing, struct news *news,
                 struct months *months)
{
    size_t had = 0;
    size_t given = 0;
    bool sound = true;
    while (sound && (had < standing->count || given < merge->count)) {
        int order = had == standing->count  ? 1
                    : given == merge->count ? -1
                                            : count_key_compare(&standing->rows[had].key,
                                                                &merge->rows[given].key);
        if (order == 0) {
            sound = match(merge, news, months, &standing->rows[had], &merge->rows[given]);
        } else if (order < 0) {
            months_count(months, &standing->rows[had]);
        } else {
            news->fresh[news->fresh_count++] = &merge->rows[given];
            months_count(months, &merge->rows[given]);
        }
        had += order <= 0;
        given += order >= 0;
    }
    return sound;
}

/* ---- writing ----------------------------------------------------------------------- */

static void put_key(struct sql_value values[KEY_VALUES], const char *kiosk,
                    const struct count_key *key)
{
    values[0] = sql_text(kiosk);
    values[1] = sql_int(key->day);
    values[2] = sql_int(key->hour);
    values[3] = sql_text(key->metric);
    values[4] = sql_text(key->subject);
    values[5] = sql_text(key->detail);
    values[6] = sql_int(key->content);
    values[7] = sql_int(key->definition);
}

static bool next_fresh(void *context, struct sql_value *values)
{
    struct news *news = context;
    if (news->at == news->fresh_count) {
        return false;
    }
    const struct count_row *row = news->fresh[news->at++];
    put_key(values, news->kiosk, &row->key);
    values[KEY_VALUES] = sql_int(row->n);
    values[KEY_VALUES + 1] = sql_int(row->revision);
    return true;
}

static bool raise_one(struct sql *sql, const char *kiosk, const struct count_row *row)
{
    struct sql_value values[2 + KEY_VALUES] = {sql_int(row->n), sql_int(row->revision)};
    int64_t changed = 0;
    put_key(values + 2, kiosk, &row->key);
    return statement_run(sql, STATEMENT_counts_raise, values, 2 + KEY_VALUES, &changed) &&
           (changed == 1 || sql_anew(sql, changed));
}

static bool write_news(struct sql *sql, struct news *news)
{
    bool written =
        news->fresh_count == 0 || sql_add(sql, statement_text(STATEMENT_counts_add),
                                          KEY_VALUES + 2, next_fresh, news);
    for (size_t i = 0; written && i < news->raised_count; i++) {
        written = raise_one(sql, news->kiosk, news->raised[i]);
    }
    return written;
}

bool merge_rows(struct sql *sql, struct merge *merge)
{
    struct months months;
    struct standing standing = {0};
    struct news news = {.kiosk = merge->kiosk};
    size_t room = merge->count + 1;
    merge->older = 0;
    news.fresh = calloc(room, sizeof *news.fresh);
    news.raised = calloc(room, sizeof *news.raised);
    assert(news.fresh && news.raised);
    months_begin(&months, merge->kiosk, merge->from_month, merge->to_month);
    bool merged =
        months_drop(sql, &months) &&
        merge_read(sql, merge->kiosk, merge->from_month, merge->to_month, &standing) &&
        walk(merge, &standing, &news, &months) && write_news(sql, &news) &&
        months_write(sql, &months);
    merge->fresh = (int64_t)news.fresh_count;
    merge->raised = (int64_t)news.raised_count;
    merge->sums = months.sums;
    months_end(&months);
    free(standing.rows);
    free(news.fresh);
    free(news.raised);
    return merged;
}
