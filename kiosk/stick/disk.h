/* SPDX-License-Identifier: MIT */
/*
 * disk: files of a stick that is mounted. Inside the folder, on its thread: each of these
 * may wait for the stick.
 */
#ifndef KIOSK_STICK_DISK_H
#define KIOSK_STICK_DISK_H

#include <stdbool.h>
#include <stddef.h>

#include "stick/objects.h"

/* Asked between two pieces of a file; false: the stick is not there any more. */
typedef bool disk_there(void *context);

/* A name under which nothing else is lost, as file_name_beside() has it, instead of the
 * one in `file`. */
enum stick_fault disk_name(const char *folder, char file[STICK_FILE_MAX],
                           const char *bytes, size_t length);

/* As sticks_save() says. All or nothing: on a fault the name holds what it held. */
enum stick_fault disk_write(const char *folder, const char *file, const char *bytes,
                            size_t length, disk_there *there, void *context);

/* Fills in free_bytes of `task` from its folder, and tells in `read_only` how it is
 * mounted. */
enum stick_fault disk_look(struct stick_task *task, bool *read_only);

/* All that is written to the file system of `folder` is on it. */
enum stick_fault disk_sync(const char *folder);

/* What somebody has mounted below `root` and its /media or /run/media: `mounts` is a
 * table such as /proc/self/mounts. */
void disk_mounted(struct volumes *volumes, const char *mounts, const char *root);

#endif
