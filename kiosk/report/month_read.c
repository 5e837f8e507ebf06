/* SPDX-License-Identifier: MIT */
/*
 * Rows come ordered by day and hour, so the same cells come again and again: they are
 * found by a hash, and ordered once at the end.
 */
#include <assert.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/calendar.h"
#include "base/err.h"
#include "base/hash.h"
#include "base/str.h"
#include "count/moment.h"
#include "report/month.h"

enum {
    HOURS = 24,
    SLOTS_FIRST = 1024, /* a power of two, as all after it */
    LAST_DAY = 99991231,
};

/* ---- reading ----------------------------------------------------------------------- */

struct month_reading {
    struct count_source counts;
    struct month_facts facts;
    struct month *month;
    int next;                    /* the first day that is not read yet */
    int first;                   /* day of all; 0: there is none */
    struct month_period *period; /* in which the last row was */
    struct month_day *day;
    int (*running)[HOURS]; /* minutes on of each day, those of `before` first */
    size_t slot_count;
    uint32_t *slots; /* index of a cell + 1; 0: free */
    size_t room;     /* for cells */
    size_t last;     /* the cell of the row before; cells come in much the same order */
    int *columns;    /* of each cell: which of a day it adds to, or one of below */
};

static uint64_t hash_of(const struct count_key *key)
{
    uint64_t hash = hash_bytes(HASH_BEGIN, key->metric, strlen(key->metric) + 1);
    hash = hash_bytes(hash, key->subject, strlen(key->subject) + 1);
    return hash_text(hash, key->detail);
}

static bool is_cell(const struct month_cell *cell, const struct count_key *key)
{
    return str_equal(cell->metric, key->metric) &&
           str_equal(cell->subject, key->subject) && str_equal(cell->detail, key->detail);
}

static void put_slot(struct month_reading *reading, uint64_t hash, size_t index)
{
    size_t at = hash & (reading->slot_count - 1);
    while (reading->slots[at]) {
        at = (at + 1) & (reading->slot_count - 1);
    }
    reading->slots[at] = (uint32_t)index + 1;
}

enum { COLUMN_NONE = -1, COLUMN_RUNNING = -2 };

static int column_of(const struct count_row *row)
{
    if (count_excluded(row)) {
        return COLUMN_NONE;
    }
    for (int i = 0; i < MONTH_OF_DAY; i++) {
        if (str_equal(month_metric((enum month_of_day)i), row->key.metric)) {
            return i;
        }
    }
    return str_equal(row->key.metric, "running") ? COLUMN_RUNNING : COLUMN_NONE;
}

/* Half of the slots stay free. */
static void grow(struct month_reading *reading)
{
    struct month *month = reading->month;
    if (month->cell_count < reading->room) {
        return;
    }
    reading->room = reading->room ? 2 * reading->room : SLOTS_FIRST / 2;
    reading->slot_count = 2 * reading->room;
    month->cells = realloc(month->cells, reading->room * sizeof *month->cells);
    reading->columns =
        realloc(reading->columns, reading->room * sizeof *reading->columns);
    free(reading->slots);
    reading->slots = calloc(reading->slot_count, sizeof *reading->slots);
    assert(month->cells && reading->slots && reading->columns);
    for (size_t i = 0; i < month->cell_count; i++) {
        struct count_key key = {0};
        memcpy(key.metric, month->cells[i].metric, sizeof key.metric);
        memcpy(key.subject, month->cells[i].subject, sizeof key.subject);
        memcpy(key.detail, month->cells[i].detail, sizeof key.detail);
        put_slot(reading, hash_of(&key), i);
    }
}

static size_t cell_of(struct month_reading *reading, const struct count_row *row)
{
    const struct count_key *key = &row->key;
    struct month *month = reading->month;
    size_t next = reading->last + 1;
    if (next < month->cell_count && is_cell(&month->cells[next], key)) {
        return next;
    }
    grow(reading);
    uint64_t hash = hash_of(key);
    size_t at = hash & (reading->slot_count - 1);
    while (reading->slots[at]) {
        if (is_cell(&month->cells[reading->slots[at] - 1], key)) {
            return reading->slots[at] - 1;
        }
        at = (at + 1) & (reading->slot_count - 1);
    }
    size_t index = month->cell_count++;
    struct month_cell *cell = &month->cells[index];
    reading->slots[at] = (uint32_t)index + 1;
    reading->columns[index] = column_of(row);
    memset(cell, 0, sizeof *cell);
    memcpy(cell->metric, key->metric, sizeof cell->metric);
    memcpy(cell->subject, key->subject, sizeof cell->subject);
    memcpy(cell->detail, key->detail, sizeof cell->detail);
    return index;
}

/* Goes to the day of a row. */
static void find_day(struct month_reading *reading, int day)
{
    if (reading->day && reading->day->day == day) {
        return;
    }
    struct month *month = reading->month;
    reading->period = day < month->now.from ? &month->before : &month->now;
    int index = calendar_number(day) - calendar_number(reading->period->from);
    assert(index >= 0 && (size_t)index < reading->period->day_count);
    reading->day = &reading->period->days[index];
}

static void add_to_day(struct month_reading *reading, const struct count_row *row,
                       int column)
{
    if (column == MONTH_visit && reading->period == &reading->month->now) {
        reading->month->visits_of[count_part(row->key.hour)] += row->n;
    }
    if (column >= 0) {
        reading->day->n[column] += row->n;
    } else if (column == COLUMN_RUNNING) {
        size_t index = (size_t)(reading->day - reading->period->days);
        index += reading->period == &reading->month->now
                     ? reading->month->before.day_count
                     : 0;
        reading->running[index][row->key.hour % HOURS] += (int)row->n;
    }
}

static bool read_row(void *context, const struct count_row *row)
{
    struct month_reading *reading = context;
    struct month *month = reading->month;
    find_day(reading, row->key.day);
    size_t index = cell_of(reading, row);
    struct month_cell *cell = &month->cells[index];
    reading->last = index;
    if (reading->period == &month->now) {
        cell->n += row->n;
        int definition = row->key.definition;
        if (month->definition_from == 0 || definition < month->definition_from) {
            month->definition_from = definition;
        }
        if (definition > month->definition_to) {
            month->definition_to = definition;
        }
    } else {
        cell->before += row->n;
    }
    add_to_day(reading, row, reading->columns[index]);
    return true;
}

struct first {
    int day; /* 0: none yet */
};

/* Stops at once: one row is enough. What was counted by a wrong clock tells nothing: a
 * flat battery would make every day since 1970 one that was lost. */
static bool keep_first(void *context, const struct count_row *row)
{
    struct first *first = context;
    const char *reason = count_excluded(row);
    if (reason && str_equal(reason, "clock")) {
        return true;
    }
    first->day = row->key.day;
    return err_set("the first day is known");
}

/* ---- completeness ------------------------------------------------------------------ */

static int open_minutes(const struct month_facts *facts, int day, int hour)
{
    return facts->open_min ? facts->open_min(facts->context, day, hour)
                           : MONTH_HOURS_UNKNOWN;
}

/* What is open today in an hour that is not over yet lacks nothing. */
static void tell_hours(const struct month_facts *facts, struct month_day *day,
                       const int running[HOURS])
{
    day->goes_on = day->day == facts->today && facts->now_hour < HOURS;
    int over = day->goes_on ? facts->now_hour : HOURS;
    for (int hour = 0; hour < HOURS; hour++) {
        int open = open_minutes(facts, day->day, hour);
        day->running_min += running[hour];
        if (open == MONTH_HOURS_UNKNOWN) {
            day->open_min = MONTH_HOURS_UNKNOWN;
        } else if (open > 0) {
            int missing = open > running[hour] ? open - running[hour] : 0;
            day->open_min += open;
            day->missing_min += hour < over ? missing : 0;
        }
    }
    if (day->open_min < 0) {
        day->open_min = MONTH_HOURS_UNKNOWN;
        day->missing_min = 0;
    }
}

static bool anything_counted(const struct month_day *day)
{
    int64_t sum = 0;
    for (int i = 0; i < MONTH_OF_DAY; i++) {
        sum += day->n[i];
    }
    return sum > 0;
}

static enum month_state state_of(const struct month_facts *facts, int first,
                                 const struct month_day *day)
{
    bool outside = first == 0 || day->day < first;
    if (outside || (facts->today && day->day > facts->today)) {
        return MONTH_OUTSIDE;
    }
    if (day->open_min == 0) {
        return MONTH_CLOSED;
    }
    bool is_early = day->goes_on && day->missing_min == 0; /* nothing can be lost yet */
    if (day->running_min == 0 && !is_early) {
        return anything_counted(day) ? MONTH_UNSURE : MONTH_LOST;
    }
    return day->missing_min > MONTH_SLACK_MIN ? MONTH_PARTLY : MONTH_COMPLETE;
}

static void tell_days(const struct month_facts *facts, int first,
                      struct month_period *period, int (*running)[HOURS])
{
    for (size_t i = 0; i < period->day_count; i++) {
        struct month_day *day = &period->days[i];
        tell_hours(facts, day, running[i]);
        day->state = state_of(facts, first, day);
        bool missed = day->state == MONTH_PARTLY || day->state == MONTH_LOST;
        day->missing_min = missed ? day->missing_min : 0;
        period->of_state[day->state]++;
        period->missing_min += day->missing_min;
    }
    period->expected = (int)period->day_count - period->of_state[MONTH_CLOSED] -
                       period->of_state[MONTH_OUTSIDE];
}

/* ---- the whole --------------------------------------------------------------------- */

static void begin_period(struct month_period *period, int from, int to)
{
    int number = calendar_number(from);
    period->from = from;
    period->to = to;
    period->day_count = (size_t)(calendar_number(to) - number + 1);
    period->days = calloc(period->day_count, sizeof *period->days);
    assert(period->days);
    int day = from;
    for (size_t i = 0; i < period->day_count; i++) {
        period->days[i].day = day;
        day = calendar_after(day);
    }
}

static int compare_cells(const void *left, const void *right)
{
    const struct month_cell *a = left;
    const struct month_cell *b = right;
    int order = strcmp(a->metric, b->metric);
    order = order ? order : strcmp(a->subject, b->subject);
    return order ? order : strcmp(a->detail, b->detail);
}

struct month_reading *month_begin(const struct count_source *counts,
                                  const struct month_facts *facts, int from, int to,
                                  bool compared)
{
    struct month_reading *reading = calloc(1, sizeof *reading);
    assert(reading);
    reading->month = calloc(1, sizeof *reading->month);
    assert(reading->month);
    struct month *month = reading->month;
    struct first first = {0};
    reading->counts = *counts;
    reading->facts = *facts;
    reading->next = from;
    if (compared) {
        int before_to = 0;
        month_before(from, to, &reading->next, &before_to);
        begin_period(&month->before, reading->next, before_to);
    }
    begin_period(&month->now, from, to);
    size_t days = month->before.day_count + month->now.day_count;
    reading->running = calloc(days, sizeof *reading->running);
    assert(reading->running);
    counts->each(counts->context, 0, LAST_DAY, keep_first, &first);
    reading->first = first.day;
    return reading;
}

bool month_go_on(struct month_reading *reading, int days)
{
    int left = calendar_number(reading->month->now.to) - calendar_number(reading->next);
    int more = days - 1 < left ? days - 1 : left;
    int to = calendar_day(calendar_number(reading->next) + more);
    if (left < 0) {
        return true;
    }
    const struct count_source *counts = &reading->counts;
    if (!counts->each(counts->context, reading->next, to, read_row, reading)) {
        return false;
    }
    reading->next = calendar_after(to);
    return true;
}

bool month_has_more(const struct month_reading *reading)
{
    return reading->next <= reading->month->now.to;
}

static void free_reading(struct month_reading *reading)
{
    free(reading->running);
    free(reading->slots);
    free(reading->columns);
    free(reading);
}

struct month *month_end(struct month_reading *reading)
{
    struct month *month = reading->month;
    size_t before = month->before.day_count;
    assert(!month_has_more(reading));
    tell_days(&reading->facts, reading->first, &month->before, reading->running);
    tell_days(&reading->facts, reading->first, &month->now, reading->running + before);
    if (month->cell_count > 0) {
        qsort(month->cells, month->cell_count, sizeof *month->cells, compare_cells);
    }
    free_reading(reading);
    return month;
}

void month_drop(struct month_reading *reading)
{
    if (reading) {
        month_free(reading->month);
        free_reading(reading);
    }
}

struct month *month_read(const struct count_source *counts,
                         const struct month_facts *facts, int from, int to)
{
    struct month_reading *reading = month_begin(counts, facts, from, to, true);
    if (!month_go_on(reading, INT_MAX)) {
        month_drop(reading);
        return NULL;
    }
    return month_end(reading);
}

void month_free(struct month *month)
{
    if (month) {
        free(month->before.days);
        free(month->now.days);
        free(month->cells);
        free(month);
    }
}
