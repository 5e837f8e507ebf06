/* SPDX-License-Identifier: MIT */
/*
 * file: whole files in, whole files out.
 */
#ifndef KIOSK_BASE_FILE_H
#define KIOSK_BASE_FILE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct stat;

/*
 * The whole file, ended by a NUL that `*length` does not count. The caller frees it.
 * NULL (err_text() says why) when it cannot be read or is longer than `max_bytes`.
 */
char *file_read(const char *path, size_t max_bytes, size_t *length);

/*
 * Writes all or nothing: a power cut leaves the old file or the new one, never half. A
 * link stays a link; into a device or a pipe the bytes go as they come.
 * False (err_text() says why) on failure.
 */
bool file_write(const char *path, const char *bytes, size_t length);

/* The last step of such a write by hand: `fresh`, of the same folder and synced, becomes
 * `path`. False (err_text()): both are as they were. */
bool file_replace(const char *path, const char *fresh);

bool file_exists(const char *path);

/* Whether both names lead to one file. */
bool file_is_same(const char *path, const char *other);

/*
 * A name for these bytes under which nothing else is lost: `path`, where there is nothing
 * or the same bytes, else the first of "NAME-2.xlsx", "NAME-3.xlsx" ... of which that is
 * true. What is no file is not opened. False (err_text()): the folder is full of them, or
 * the path too long.
 */
bool file_name_beside(const char *path, const char *bytes, size_t length, char *out,
                      size_t size);

/* What the disk says of a file: which it is, its size, its times. While the stamp holds
 * nobody has written to it. 0: it cannot be told. */
uint64_t file_stamp(const char *path);
uint64_t file_stamp_of(const struct stat *facts);

/* Makes the folder and those above it. True when it is there afterwards. */
bool file_make_folder(const char *path);

#endif
