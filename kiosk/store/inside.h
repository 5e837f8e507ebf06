/* SPDX-License-Identifier: MIT */
/*
 * inside: what the files of store share. Private to it.
 */
#ifndef KIOSK_STORE_INSIDE_H
#define KIOSK_STORE_INSIDE_H

#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"

struct sqlite3;
struct sqlite3_stmt;

struct store {
    char *path;         /* as it was given, for sentences */
    char *file;         /* the same without links; NULL until it was open once */
    char kiosk[16];     /* id of this kiosk */
    struct sqlite3 *db; /* NULL: it has to be opened again */
    struct sqlite3_stmt *add;

    /* The file and its log when this store wrote to them last. */
    uint64_t stamp, file_id, log_id;

    bool shows; /* counts were added since it was settled */
    /* The last counts were, yet they may stand in the log: this connection writes over
     * them when they come again, another one would take them for counted. */
    bool refused;
    /* While it settles the thread alone may touch what stands above. */
    bool settling;
    pthread_t thread;
    atomic_bool done;       /* the thread has ended */
    char why[512];          /* "" when it has settled, else why it has not */
    struct err_cause cause; /* of it */
    uint64_t told;          /* hash of the reason that was logged last */
    int changed_from;       /* the first day that may be another; 0: none */
};

/* Waits for the thread, and opens the database where it is not. False (err_text()). */
bool store_ready(struct store *store);

/* Runs statements without values. False: SQLite says why. */
bool store_run(struct store *store, const char *sql);

/* Notes which file it is and how it stands, after this store has written to it. */
void store_sign(struct store *store);

/* The id that the rows bear; where there is none, that of a kiosk without a key. False:
 * SQLite says why. */
bool store_find_id(struct store *store);

#endif
