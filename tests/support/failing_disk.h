/* SPDX-License-Identifier: MIT */
/*
 * failing_disk: makes SQLite's n-th change of a file fail, as a full or dying disk does.
 *
 * A VFS in front of the system's own. It replaces the write, sync and truncate of every
 * file that is opened after failing_disk_install().
 */
#ifndef TESTS_SUPPORT_FAILING_DISK_H
#define TESTS_SUPPORT_FAILING_DISK_H

#include <stdbool.h>

/* Becomes the process's default VFS. */
void failing_disk_install(void);

/* In place of a code: the process is killed just before the change. */
enum { FAILING_DISK_KILLS = -1 };

/* From now on the `nth` change fails with `code` (SQLITE_FULL, SQLITE_IOERR_WRITE), and
 * all after it too when `for_good`. 0: none fails. */
void failing_disk_arm(int nth, int code, bool for_good);

/* One more change, of whatever file: the code it fails with, SQLITE_OK when it does not.
 * failing_calls.c asks it for the store's own calls. */
int failing_disk_change(void);

/* Whether a change has failed since it was armed. */
bool failing_disk_failed(void);

#endif
