/* SPDX-License-Identifier: MIT */
/*
 * How long counts take on the disk of the folder given (the system's folder for temporary
 * files when none is). One line of JSON.
 *
 *     commit   one of ours against a bare INSERT of the same size into a bare table, both
 *              with a log and synced, in turn: the median of the pairs' ratios
 *     settle   of a busy day (16 manikins, 1,000 visits), and with a year before it
 *     frame    how much longer a thread's turns of 1 ms take while it settles
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <sqlite3.h>

#include "base/clock.h"
#include "base/err.h"
#include "base/str.h"
#include "store/store.h"

enum {
    COMMITS = 500,
    VISITS = 1000,
    MANIKINS = 16,
    YEAR_DAYS = 365,
    YEAR_ROWS = 160, /* a day: as a busy hall fills */
    TURNS_MAX = 20000,
    DAY = 20261123,
};

struct bench {
    struct clock clock;
    char path[300];
    char bare_path[300];
    struct store *store;
    sqlite3 *bare;
    sqlite3_stmt *insert;
    int64_t ours_us[COMMITS];
    int64_t bare_us[COMMITS];
    int64_t ratios[COMMITS]; /* of each pair, in thousandths */
    int64_t turns_us[TURNS_MAX];
};

static struct count_row row_of(int day, int number)
{
    struct count_row row = {.key = {.day = day, .hour = 9 + number % 8, .definition = 1},
                            .n = 1};
    str_format(row.key.metric, COUNT_TEXT_MAX, "metric_%d", number / 8 % 10);
    str_format(row.key.subject, COUNT_TEXT_MAX, "lesson-%d", number / 80);
    return row;
}

static int by_size(const void *a, const void *b)
{
    const int64_t left = *(const int64_t *)a;
    const int64_t right = *(const int64_t *)b;
    return (left > right) - (left < right);
}

static double ms_at(int64_t *times_us, int count, double share)
{
    qsort(times_us, (size_t)count, sizeof *times_us, by_size);
    return (double)times_us[(int)((count - 1) * share)] / 1000;
}

static bool open_bare(struct bench *bench)
{
    static const char begin[] = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
                                "CREATE TABLE bare (day INTEGER, hour INTEGER, metric "
                                "TEXT, subject TEXT, n INTEGER)";
    return sqlite3_open(bench->bare_path, &bench->bare) == SQLITE_OK &&
           sqlite3_exec(bench->bare, begin, NULL, NULL, NULL) == SQLITE_OK &&
           sqlite3_prepare_v2(bench->bare,
                              "INSERT INTO bare VALUES (20261123, 9, ?1, ?2, 1)", -1,
                              &bench->insert, NULL) == SQLITE_OK;
}

static bool insert_bare(struct bench *bench, const struct count_row *row)
{
    sqlite3_bind_text(bench->insert, 1, row->key.metric, -1, SQLITE_STATIC);
    sqlite3_bind_text(bench->insert, 2, row->key.subject, -1, SQLITE_STATIC);
    bool added = sqlite3_step(bench->insert) == SQLITE_DONE;
    return sqlite3_reset(bench->insert) == SQLITE_OK && added;
}

static int64_t time_us(struct bench *bench, bool ours, const struct count_row *row,
                       bool *sound)
{
    int64_t began_us = clock_now_us(&bench->clock);
    bool added = ours ? store_add(bench->store, row, 1) : insert_bare(bench, row);
    *sound = *sound && added;
    return clock_now_us(&bench->clock) - began_us;
}

/* In turn, so that both meet the same disk, and each of them first as often. */
static bool measure_commits(struct bench *bench)
{
    bool sound = true;
    for (int i = 0; i < COMMITS; i++) {
        struct count_row row = row_of(DAY, i % YEAR_ROWS);
        for (int turn = 0; turn < 2; turn++) {
            bool ours = (i + turn) % 2 == 0;
            int64_t took_us = time_us(bench, ours, &row, &sound);
            (ours ? bench->ours_us : bench->bare_us)[i] = took_us;
        }
        bench->ratios[i] = bench->ours_us[i] * 1000 / bench->bare_us[i];
    }
    return sound;
}

static bool fill_year(struct bench *bench)
{
    struct count_row rows[YEAR_ROWS];
    for (int day = 0; day < YEAR_DAYS; day++) {
        for (int i = 0; i < YEAR_ROWS; i++) {
            rows[i] = row_of(20250000 + day, i);
        }
        if (!store_add(bench->store, rows, YEAR_ROWS)) {
            return false;
        }
    }
    return true;
}

/* Each visit is a commit of a dozen sums, as a class leaves it. */
static bool fill_day(struct bench *bench)
{
    for (int visit = 0; visit < VISITS; visit++) {
        struct count_row rows[12];
        for (int i = 0; i < 12; i++) {
            rows[i] = row_of(DAY, (visit * 7 + i * 13) % YEAR_ROWS);
            str_format(rows[i].key.detail, COUNT_TEXT_MAX, "%d",
                       visit * i % (MANIKINS * 3));
        }
        if (!store_add(bench->store, rows, 12)) {
            return false;
        }
    }
    return true;
}

/* How long a turn of 1 ms takes beside the settling: a frame that it held up is seen. */
static int turns_while_settling(struct bench *bench)
{
    int turns = 0;
    while (store_order(bench->store, false) == COUNT_ORDER_ERASING && turns < TURNS_MAX) {
        int64_t began_us = clock_now_us(&bench->clock);
        usleep(1000);
        bench->turns_us[turns++] = clock_now_us(&bench->clock) - began_us;
    }
    return turns;
}

static bool measure_settling(struct bench *bench, const char *name)
{
    int64_t began_us = clock_now_us(&bench->clock);
    store_settle_begin(bench->store);
    double begin_ms = (double)(clock_now_us(&bench->clock) - began_us) / 1000;
    int turns = turns_while_settling(bench);
    bool settled = store_order(bench->store, true) == COUNT_ORDER_ERASED;
    double settle_ms = (double)(clock_now_us(&bench->clock) - began_us) / 1000;
    printf(",\"settle_%s_ms\":%.1f,\"settle_%s_begin_ms\":%.2f", name, settle_ms, name,
           begin_ms);
    if (turns > 0) {
        printf(",\"turn_of_1_ms_while_%s_p99_ms\":%.2f,\"max_ms\":%.2f", name,
               ms_at(bench->turns_us, turns, 0.99), ms_at(bench->turns_us, turns, 1));
    }
    return settled;
}

static bool reopen(struct bench *bench)
{
    store_close(bench->store);
    int64_t began_us = clock_now_us(&bench->clock);
    bench->store = store_open(bench->path, STORE_NO_KIOSK);
    printf(",\"open_ms\":%.1f", (double)(clock_now_us(&bench->clock) - began_us) / 1000);
    return bench->store != NULL;
}

static bool measure(struct bench *bench)
{
    clock_init_real(&bench->clock);
    if (!(bench->store = store_open(bench->path, STORE_NO_KIOSK)) || !open_bare(bench) ||
        !fill_day(bench)) {
        return false;
    }
    printf("{\"bench\":\"store\",\"budget_settle_day_ms\":1000,\"budget_ratio\":1.5,"
           "\"budget_commit_median_ms\":5");
    if (!measure_settling(bench, "day") || !fill_year(bench) ||
        !measure_settling(bench, "year") || !measure_commits(bench)) {
        return false;
    }
    double ours_ms = ms_at(bench->ours_us, COMMITS, 0.5);
    double bare_ms = ms_at(bench->bare_us, COMMITS, 0.5);
    printf(",\"commit_median_ms\":%.3f,\"commit_p99_ms\":%.3f,\"bare_median_ms\":%.3f,"
           "\"bare_p99_ms\":%.3f,\"ratio\":%.2f",
           ours_ms, ms_at(bench->ours_us, COMMITS, 0.99), bare_ms,
           ms_at(bench->bare_us, COMMITS, 0.99), ms_at(bench->ratios, COMMITS, 0.5));
    bool reopened = reopen(bench);
    puts("}");
    return reopened;
}

static void clear(struct bench *bench)
{
    store_close(bench->store);
    sqlite3_finalize(bench->insert);
    sqlite3_close(bench->bare);
    unlink(bench->path);
    unlink(bench->bare_path);
}

int main(int argc, char **argv)
{
    static struct bench bench;
    char folder[256];
    str_format(folder, sizeof folder, "%s/bench-store-XXXXXX",
               argc > 1 ? argv[1] : "/tmp");
    if (!mkdtemp(folder)) {
        perror(folder);
        return 1;
    }
    str_format(bench.path, sizeof bench.path, "%s/counts.db", folder);
    str_format(bench.bare_path, sizeof bench.bare_path, "%s/bare.db", folder);
    bool measured = measure(&bench);
    if (!measured) {
        fprintf(stderr, "\n%s\n", err_text());
    }
    clear(&bench);
    rmdir(folder);
    return measured ? 0 : 1;
}
