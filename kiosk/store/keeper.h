/* SPDX-License-Identifier: MIT */
/*
 * keeper: sees to it that counting never stops.
 *
 * What happens to the database while nobody looks:
 *
 *     it is damaged, another program's, or of a newer version    it is set aside
 *         (aside.h) and a fresh one begins at once
 *     it is replaced or deleted, or its folder is; a copy is     noticed before the next
 *         put in its place                                       count goes in, and each
 *                                                                minute; opened anew
 *     another program holds it, the disk is full or read-only,   tried again and again;
 *         the folder is not there                                counts wait (queue.h)
 *
 * The store stays the same one all the time: who borrows it may keep it.
 */
#ifndef KIOSK_STORE_KEEPER_H
#define KIOSK_STORE_KEEPER_H

#include <stdbool.h>
#include <stdint.h>

#include "count/row.h"
#include "store/aside.h"
#include "store/store.h"

enum { STORE_KEEPER_LOOK_S = 60 };

/* Why nothing can be written now. */
enum store_fault {
    STORE_SOUND,
    STORE_LOCKED,      /* another program holds it */
    STORE_FULL,        /* the disk, or what its user may have of it */
    STORE_READ_ONLY,   /* the file or its disk */
    STORE_UNREACHABLE, /* its folder is not there, or may not be entered */
    STORE_FAILED,      /* anything else; err_text() was logged */
    STORE_FAULTS
};

struct store_keeper;

/* What staff are told. */
struct store_state {
    enum store_fault fault;
    int64_t since_s;      /* calendar time of its first failure; 0 while it is sound */
    int64_t exchanged_s;  /* when another file was found in its place; 0: never */
    struct asides asides; /* that staff have not seen */
};

/* Opens or makes the database at `path`, for the kiosk of that id. Never fails: what
 * cannot be done now is tried again. `wall_s`: calendar time. */
struct store_keeper *store_keeper_open(const char *path, const char *kiosk,
                                       int64_t wall_s);
void store_keeper_close(struct store_keeper *keeper); /* NULL is fine */

/* Borrowed; NULL while it is not open. */
struct store *store_keeper_store(struct store_keeper *keeper);

/* Where counts go. Borrows the keeper. */
struct count_sink store_keeper_sink(struct store_keeper *keeper);

/* Once a frame, when nobody presses: looks after the file when it is time to. */
void store_keeper_tick(struct store_keeper *keeper, int64_t now_us, int64_t wall_s);

/* Borrowed until the next call of any of these. */
const struct store_state *store_keeper_state(const struct store_keeper *keeper);

/* Why it is not open, as a sentence; "". Borrowed as the state. */
const char *store_keeper_why(const struct store_keeper *keeper);

/* The same as err_text(), with what it is made of. Always returns false. */
bool store_keeper_fail(const struct store_keeper *keeper);

/* Staff have read what was set aside or exchanged. */
void store_keeper_seen(struct store_keeper *keeper);

#endif
