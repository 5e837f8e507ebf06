/* SPDX-License-Identifier: MIT */
/*
 * power_disk: a disk whose power is cut. What was not synced by then is kept, lost or
 * torn between two sectors, each write as it is drawn; so are names that were made,
 * exchanged or removed and whose folder was not synced. Before that it may refuse changes
 * for a while.
 *
 * A VFS in front of the system's own, and the store's own calls (-Wl,--wrap=fsync and so
 * on). Nothing is really synced: the cut rewrites the files as they would be found, and
 * ends the process. For one folder, in a process of its own.
 */
#ifndef TESTS_SUPPORT_POWER_DISK_H
#define TESTS_SUPPORT_POWER_DISK_H

#include <stdbool.h>
#include <stdint.h>

enum { POWER_DISK_CUT = 42 }; /* how the process ends */

/* Becomes the process's default VFS. The power is cut before change `nth`, drawn by
 * `seed`; 0: never. */
void power_disk_install(int nth, uint64_t seed);

/* From change `nth` on it refuses: with ENOSPC what needs room, with EROFS all, and no
 * file is opened to be written to. 0: from now on it refuses nothing. */
void power_disk_refuse(int nth, int error);

/* Whether the next change would be refused. */
bool power_disk_refuses(void);

/* Now. */
_Noreturn void power_disk_cut(void);

#endif
