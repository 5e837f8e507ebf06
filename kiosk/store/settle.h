/* SPDX-License-Identifier: MIT */
/*
 * settle: takes what shows the order of the counts off the disk. Private to store.
 *
 * On a page of SQLite's the rows lie in the order in which they came, and so do the
 * pages in its log. So the sums are copied by key into a new file, which takes the place
 * of the old one, and the old one's bytes and the log's are overwritten. The new file's
 * bytes are a function of the sums alone.
 *
 *     counts.db             the old file, or the new one: whole at any moment
 *     counts.db.settling    the new one while it is made, the old one while it is wiped
 *
 * Meanwhile no other program can open the database: it is told that it is locked.
 */
#ifndef KIOSK_STORE_SETTLE_H
#define KIOSK_STORE_SETTLE_H

#include <stdbool.h>

struct sqlite3;

/*
 * Does all of it but the wiping of the old file. `db` is the only connection to `path`,
 * which is a full one; it is no use afterwards and has to be closed, whatever this
 * returns. False (err_text()): the database is the old one.
 */
bool settle_copy(struct sqlite3 *db, const char *path);

/* Wipes and removes what a copy, or a kill in the middle of one, has left behind; not
 * what another program works at. Call it when no connection to `path` is open. */
void settle_wipe(const char *path);

/* The same for the journal that a kill in the middle leaves, when `path` is open with its
 * log: whatever was in the journal has been read by then. */
void settle_wipe_journal(const char *path);

/* Lets the times of the files and their folder tell no more than the day. */
void settle_date(const char *path);

#endif
