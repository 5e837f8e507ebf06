/* SPDX-License-Identifier: MIT */
/*
 * failing_calls: the calls by which the store changes files without SQLite fail as
 * failing_disk is armed. A test links them with -Wl,--wrap=fsync and so on.
 */
#ifndef TESTS_SUPPORT_FAILING_CALLS_H
#define TESTS_SUPPORT_FAILING_CALLS_H

#include <stdbool.h>

/* From now on two names cannot be exchanged, as on file systems that know no such
 * call. */
void failing_calls_no_exchange(bool none);

/* From now on a file has one name, as on a stick. */
void failing_calls_no_links(bool none);

#endif
