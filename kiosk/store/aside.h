/* SPDX-License-Identifier: MIT */
/*
 * aside: databases of counts that this program cannot go on with. Each is kept beside the
 * present one, with its log, under a name that says what it is and since when:
 *
 *     counts.damaged-2026-11-28.db      some of its pages make no sense
 *     counts.foreign-2026-11-28-2.db    it is no database of counts; the second that day
 *     counts.newer-2026-11-28.db        a newer Life Kiosk has written it
 *
 * Staff are told of each until they have seen it; counts.seen has the names of those.
 */
#ifndef KIOSK_STORE_ASIDE_H
#define KIOSK_STORE_ASIDE_H

#include <stdbool.h>
#include <stddef.h>

enum { ASIDE_NAME_MAX = 64, ASIDE_MAX = 16 };

enum aside_kind { ASIDE_DAMAGED, ASIDE_FOREIGN, ASIDE_NEWER, ASIDE_KINDS };

struct aside_file {
    enum aside_kind kind;
    int day; /* 20261128 */
    char name[ASIDE_NAME_MAX];
};

/* The oldest day first; of one day by name. Where there is no room the newest are left
 * out. */
struct asides {
    size_t count;
    size_t more; /* that had no room */
    struct aside_file files[ASIDE_MAX];
};

/* Renames the database at `path` with its log; no connection to it may be open. False
 * (err_text()): it stands where it stood. */
bool aside_put(const char *path, enum aside_kind kind, int day);

/* Those beside `path`, but none that staff have seen where `unseen`. */
void aside_list(const char *path, bool unseen, struct asides *asides);

/* Staff have seen those that aside_list() tells of; where it had no room for all, the
 * others are told of next. False (err_text()): the disk refuses to keep it. */
bool aside_note_seen(const char *path);

#endif
