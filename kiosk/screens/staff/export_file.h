/* SPDX-License-Identifier: MIT */
/*
 * export_file: the file with all counts that staff take along: what is in it, what it is
 * called, and writing it to this machine.
 */
#ifndef KIOSK_SCREENS_STAFF_EXPORT_FILE_H
#define KIOSK_SCREENS_STAFF_EXPORT_FILE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

struct kiosk;

/* All counts as CSV. False (err_text()): they cannot be read. */
bool export_render(const struct kiosk *k, struct str *out);

/* "life-kiosk-滨江馆-20261128.csv", as every stick takes it. */
void export_name(const struct kiosk *k, char *out, size_t size);

/* Writes all counts to <data>/export, or where a story keeps its run. `path` gets the
 * file's place. False (err_text() says why) on failure. */
bool export_here(const struct kiosk *k, char *path, size_t size);

#endif
