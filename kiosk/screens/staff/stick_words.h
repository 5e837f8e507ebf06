/* SPDX-License-Identifier: MIT */
/*
 * stick_words: what the staff's pages say of a stick.
 */
#ifndef KIOSK_SCREENS_STAFF_STICK_WORDS_H
#define KIOSK_SCREENS_STAFF_STICK_WORDS_H

#include <stddef.h>
#include <stdint.h>

#include "base/str.h"
#include "stick/stick.h"

struct kiosk;

/* Its name, which may be of any length or missing, and its size: "健康馆, 16 GB". */
void stick_words_label(const struct kiosk *k, const struct stick *stick, char *out,
                       size_t size);

/* "16 GB", as it stands on a stick; of less than a megabyte "12 KB", rounded up. */
void stick_words_size(uint64_t bytes, char *out, size_t size);

/* Adds the text of `key` as a line; its {name}, {file}, {need} and {free} are those of
 * the task. */
void stick_words_add(const struct kiosk *k, const struct stick_task *task,
                     const char *key, struct str *out);

/* Of a task that failed: what is on the stick all the same, what went wrong with its
 * cure, and whether the stick may be pulled out. A line each. */
void stick_words_failure(const struct kiosk *k, const struct stick_task *task,
                         struct str *out);

#endif
