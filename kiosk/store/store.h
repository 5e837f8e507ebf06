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

#include "count/count.h"
#include "count/row.h"

struct store;

/*
 * Opens or makes the database. NULL (err_text() names file, cause and what to do) when it
 * cannot be read; the file is then left as it is.
 */
struct store *store_open(const char *path);

/* NULL is fine. */
void store_close(struct store *store);

/* Adds `n` of each row to its key, in one transaction; `revision` is not read, it grows
 * by 1. False (err_text()): none of them was added. */
bool store_add(struct store *store, const struct count_row *rows, size_t count);

/*
 * Folds the write-ahead log into the database and empties it: until then the log holds
 * the order of the counts. For quiet moments, such as the end of a session. False
 * (err_text()) loses nothing; the next call does it.
 */
bool store_settle(struct store *store);

/*
 * Calls `each` for every row of the days [from_day, to_day], ordered by key, until it
 * returns false. False when the database fails (err_text()) or `each` stopped it (which
 * then has said why). `each` may not add.
 */
bool store_each(struct store *store, int from_day, int to_day, count_each *each,
                void *context);

/* Sum of a thing on one day, excluded ones left out. -1 (err_text()) on failure. */
int64_t store_sum(struct store *store, int day, enum count what);

/* The same of all days. It reads every row: at start, not in a frame. */
int64_t store_total(struct store *store, enum count what);

/* The store as the place where counts go, and as the one where they come from. Both
 * borrow it. Of a store that is NULL: a sink that takes nothing. */
struct count_sink store_sink(struct store *store);
struct count_source store_source(struct store *store);

#endif
