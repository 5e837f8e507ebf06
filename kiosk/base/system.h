/* SPDX-License-Identifier: MIT */
/*
 * system: what the system, or SQLite, says when it refuses, by the word for it. It speaks
 * English in the middle of every sentence; readers want their own.
 */
#ifndef KIOSK_BASE_SYSTEM_H
#define KIOSK_BASE_SYSTEM_H

/* Whose words they are when no row of system.def has them: they are quoted. */
#define SYSTEM_OTHER "system_other"

/* Key of the text for exactly these words, "system_full"; SYSTEM_OTHER for those of
 * strerror() without a row; NULL when no system says so. */
const char *system_key(const char *said);

#endif
