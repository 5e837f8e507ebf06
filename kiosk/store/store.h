/* SPDX-License-Identifier: MIT */
/*
 * store: the counts, and nothing else, in SQLite.
 *
 * The database holds sums only: one row per (day, hour, metric, subject, detail, content
 * version, definition version) with n and a revision that grows with it. It cannot tell
 * one visitor from another even with the disk in hand. Every count is on the disk when
 * its call returns (WAL, synchronous=FULL), so `kill -9` at any moment loses none.
 */
#ifndef KIOSK_STORE_STORE_H
#define KIOSK_STORE_STORE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
    STORE_TEXT_MAX = 48,
    STORE_DEFINITION = 1, /* version of the counting rules in ladder.h */
};

struct store_key {
    int day;  /* local date as a number: 20261123 */
    int hour; /* 0..23 */
    char metric[STORE_TEXT_MAX];  /* "test" */
    char subject[STORE_TEXT_MAX]; /* the lesson's id or the guideline; "" none */
    char detail[STORE_TEXT_MAX];  /* "", "excluded:demo", or a bin such as "80-89" */
    int content;                  /* version of the lesson or the guideline's year */
    int definition;               /* STORE_DEFINITION when it was counted */
};

struct store_row {
    struct store_key key;
    int64_t n;
    int64_t revision;
};

struct store;

/*
 * Opens or makes the database. NULL (err_text() names file, cause and cure) when it
 * cannot be read; the file is then left as it is.
 */
struct store *store_open(const char *path);

/* NULL is fine. */
void store_close(struct store *store);

/* Adds 1 to each key in one transaction. False (err_text()): none of them was added. */
bool store_count(struct store *store, const struct store_key *keys, size_t count);

/* Adds `n` to one key: an instructor's head count. */
bool store_add(struct store *store, const struct store_key *key, int64_t n);

/*
 * Calls `each` for every row of the days [from_day, to_day], ordered by key, until it
 * returns false. False (err_text()) when the database fails or `each` stopped it.
 */
bool store_each(struct store *store, int from_day, int to_day,
                bool (*each)(void *context, const struct store_row *row), void *context);

/* Sum of a metric on one day, excluded ones left out. -1 (err_text()) on failure. */
int64_t store_sum(struct store *store, int day, const char *metric);

#endif
