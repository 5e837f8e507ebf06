/* SPDX-License-Identifier: MIT */
/*
 * export: where the staff's file goes, and writing it there.
 */
#ifndef KIOSK_SCREENS_STAFF_EXPORT_H
#define KIOSK_SCREENS_STAFF_EXPORT_H

#include <stdbool.h>
#include <stddef.h>

struct kiosk;

/*
 * Writes all counts as CSV: to the first USB stick that can be written, else to
 * <data>/export. `path` gets the file's place. False (err_text() says why) on failure.
 */
bool export_counts(const struct kiosk *k, char *path, size_t size);

#endif
