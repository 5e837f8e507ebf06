/* SPDX-License-Identifier: MIT */
/*
 * store: the counts, and nothing else, in SQLite.
 *
 * The database holds sums only: one row per (kiosk, day, hour, metric, subject, detail,
 * content version, definition version) with n and a revision that grows as n does. Every
 * count is on the disk when its call returns (WAL, synchronous=FULL), so `kill -9` at any
 * moment loses none.
 *
 * It cannot tell one visitor from another even with the disk in hand: once it is settled
 * (settle.h), its bytes are a function of the sums and do not depend on the order in
 * which they came. Between two settlings they do.
 */
#ifndef KIOSK_STORE_STORE_H
#define KIOSK_STORE_STORE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "count/count.h"
#include "count/row.h"

struct store;

/* The id of a kiosk that has no key yet; any other is as long. */
#define STORE_NO_KIOSK "k0000000000"

/*
 * Opens or makes the database of a kiosk; rows that were counted before it had a key are
 * its own. `kiosk` NULL: the one whose rows stand there already. NULL (err_text() names
 * file, cause and what to do) when it cannot be read; the file is then left as it is.
 */
struct store *store_open(const char *path, const char *kiosk);

/*
 * Opens a database that is there, to read it and nothing else: it works on a disk and in
 * a folder that may not be written to, and leaves the file, those beside it and its
 * schema as they were. NULL (err_text()) when it cannot be read.
 */
struct store *store_open_read(const char *path);

/* As store_open(), but nothing is opened yet: each of the calls below does so when it
 * must. */
struct store *store_make(const char *path, const char *kiosk);

/* Opens it where it is not. False (err_text(), by kind: counts_...). */
bool store_reach(struct store *store);

bool store_is_open(const struct store *store);

/* What has become of an open one's file since it was written to last. */
enum store_changed {
    STORE_SAME,
    STORE_LOG_GONE,  /* the database is the same, its log is not there any more */
    STORE_WRITTEN,   /* another program has written to the file */
    STORE_EXCHANGED, /* another file stands in its place, or none */
};

enum store_changed store_changed(struct store *store);

/* What stands in the log goes into the database, wherever that has been moved to. False
 * (err_text()). */
bool store_fold(struct store *store);

/* Closes the file as it is: neither it nor another one that stands in its place is
 * written to. The next call opens what stands there then. */
void store_leave(struct store *store);

/* NULL is fine. It does not settle. */
void store_close(struct store *store);

/* Borrowed. */
const char *store_kiosk(const struct store *store);

/* Adds `n` of each row to its key, in one transaction; `revision` is not read, it grows
 * by n. False (err_text()): none of them was added. */
bool store_add(struct store *store, const struct count_row *rows, size_t count);

/*
 * Begins to erase what shows the order of the counts, on a thread of its own; nothing
 * when nothing shows. Every other call waits until it has ended, which takes less than a
 * second: for moments when nobody is there. What fails is logged; the counts are as they
 * were.
 */
void store_settle_begin(struct store *store);

/* Whether the order of the counts shows; with `wait` once it erases no more. */
enum count_order store_order(struct store *store, bool wait);

/* Both: settles and waits. False (err_text()) loses nothing. */
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

/* The sum of a thing on one day as the file has it, read through another connection;
 * excluded ones too. -1 (err_text()) on failure. */
int64_t store_on_disk(struct store *store, int day, enum count what);

/* The last day with something that counts, those after `after` up to `to` left out. 0:
 * there is none; -1 (err_text()) on failure. As slow. */
int store_last_day(struct store *store, int after, int to);

/* The first day whose rows may be others than when this was asked last; 1: of a file that
 * was opened anew, all. 0: none. */
int store_changed_from(struct store *store);

/* The first day from `from` on with anything in the file, excluded or not. 0: there is
 * none; -1 (err_text()) on failure. As slow. */
int store_first_day(struct store *store, int from);

/* The store as the place where counts go, and as the one where they come from. Both
 * borrow it. Of a store that is NULL: a sink that takes nothing. */
struct count_sink store_sink(struct store *store);
struct count_source store_source(struct store *store);

#endif
