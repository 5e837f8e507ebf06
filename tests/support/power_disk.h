/* SPDX-License-Identifier: MIT */
/*
 * power_disk: a disk whose power is cut. What was not synced by then is kept, lost or
 * torn between two sectors, each write as it is drawn; so are names that were made,
 * exchanged or removed and whose folder was not synced.
 *
 * A VFS in front of the system's own, and the store's own calls (-Wl,--wrap=fsync and so
 * on). Nothing is really synced: the cut rewrites the files as they would be found, and
 * ends the process. For one folder, in a process of its own.
 */
#ifndef TESTS_SUPPORT_POWER_DISK_H
#define TESTS_SUPPORT_POWER_DISK_H

#include <stdint.h>

enum { POWER_DISK_CUT = 42 }; /* how the process ends */

/* Becomes the process's default VFS. The power is cut before change `nth`, drawn by
 * `seed`. */
void power_disk_install(int nth, uint64_t seed);

/* Now. */
_Noreturn void power_disk_cut(void);

#endif
