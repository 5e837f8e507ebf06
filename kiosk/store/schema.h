/* SPDX-License-Identifier: MIT */
/*
 * schema: the database's tables, and whether a file is one of ours. Private to
 * store.
 */
#ifndef KIOSK_STORE_SCHEMA_H
#define KIOSK_STORE_SCHEMA_H

#include <stdbool.h>

struct sqlite3;

/* Whether an open database is one of ours and sound; `older`: its tables are those of a
 * version before. False (err_text()). Writes nothing. */
bool schema_check(struct sqlite3 *db, const char *path, bool *older);

/* False (err_text()): SQLite could open it to read alone, and this connection will never
 * write, whatever becomes of the disk. */
bool schema_writable(struct sqlite3 *db, const char *path);

/* Makes or updates the tables of an open database. False (err_text()) when it is not
 * ours, damaged or newer; nothing has been written then. */
bool schema_prepare(struct sqlite3 *db, const char *path);

/* "<path>: <doing>: <what SQLite says>; <what to do>". Always returns false. */
bool schema_fail(struct sqlite3 *db, const char *path, const char *doing);

#endif
