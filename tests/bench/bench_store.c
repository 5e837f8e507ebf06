/* SPDX-License-Identifier: MIT */
/*
 * How long one commit of counts takes, in a database of a year's size, on the disk of the
 * folder given (the system's folder for temporary files when none is). One line of JSON.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/err.h"
#include "base/str.h"
#include "store/store.h"

enum { COMMITS = 500, DAYS = 365, ROWS_A_DAY = 160 };

static struct count_row row_of(int day, int number)
{
    struct count_row row = {
        .key = {.day = 20260000 + day, .hour = 9 + number % 8, .definition = 1}, .n = 1};
    str_format(row.key.metric, COUNT_TEXT_MAX, "metric_%d", number / 8 % 10);
    str_format(row.key.subject, COUNT_TEXT_MAX, "lesson-%d", number / 80);
    return row;
}

static bool fill(struct store *store)
{
    struct count_row rows[ROWS_A_DAY];
    for (int day = 0; day < DAYS; day++) {
        for (int i = 0; i < ROWS_A_DAY; i++) {
            rows[i] = row_of(day, i);
        }
        if (!store_add(store, rows, ROWS_A_DAY)) {
            return false;
        }
    }
    return store_settle(store);
}

static int by_size(const void *a, const void *b)
{
    const int64_t left = *(const int64_t *)a;
    const int64_t right = *(const int64_t *)b;
    return (left > right) - (left < right);
}

static bool measure(const char *path)
{
    struct clock clock;
    int64_t took_us[COMMITS];
    clock_init_real(&clock);
    struct store *store = store_open(path, STORE_NO_KIOSK);
    if (!store || !fill(store)) {
        store_close(store);
        return false;
    }
    bool sound = true;
    for (int i = 0; i < COMMITS; i++) {
        struct count_row row = row_of(DAYS, i % ROWS_A_DAY);
        int64_t before_us = clock_now_us(&clock);
        sound = store_add(store, &row, 1) && sound;
        took_us[i] = clock_now_us(&clock) - before_us;
    }
    store_close(store);
    int64_t before_us = clock_now_us(&clock);
    store = store_open(path, STORE_NO_KIOSK);
    int64_t open_us = clock_now_us(&clock) - before_us;
    store_close(store);
    qsort(took_us, COMMITS, sizeof *took_us, by_size);
    printf("{\"bench\":\"store\",\"rows\":%d,\"commit_median_ms\":%.3f,"
           "\"commit_p99_ms\":%.3f,\"open_ms\":%.1f,\"budget_median_ms\":5}\n",
           DAYS * ROWS_A_DAY, (double)took_us[COMMITS / 2] / 1000,
           (double)took_us[COMMITS * 99 / 100] / 1000, (double)open_us / 1000);
    return sound && store;
}

int main(int argc, char **argv)
{
    char folder[256];
    char path[300];
    str_format(folder, sizeof folder, "%s/bench-store-XXXXXX",
               argc > 1 ? argv[1] : "/tmp");
    if (!mkdtemp(folder)) {
        perror(folder);
        return 1;
    }
    str_format(path, sizeof path, "%s/counts.db", folder);
    bool measured = measure(path);
    if (!measured) {
        fprintf(stderr, "%s\n", err_text());
    }
    unlink(path);
    rmdir(folder);
    return measured ? 0 : 1;
}
