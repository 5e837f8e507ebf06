/* SPDX-License-Identifier: MIT */
/*
 * err: the one sentence that says why.
 *
 * A function that can fail returns false or NULL and has put a sentence here. The
 * sentence names the file or thing, the place in it, the cause and what to do. The first
 * failure of a chain writes it; callers only add context with err_prefix().
 * The text belongs to the calling thread and lives until its next err_set().
 */
#ifndef KIOSK_BASE_ERR_H
#define KIOSK_BASE_ERR_H

#include <stdbool.h>

/* Always returns false, so that a caller can write `return err_set(...)`. */
bool err_set(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* Puts "<prefix>: " before the current sentence. Always returns false. */
bool err_prefix(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* The current sentence; "" when nothing has failed. Never NULL. */
const char *err_text(void);

/* Forgets the sentence. */
void err_clear(void);

#endif
