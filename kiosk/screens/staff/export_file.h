/* SPDX-License-Identifier: MIT */
/*
 * export_file: the file of the counts that staff take along: what is in it, what it is
 * called, and writing it to this machine. The same as `coverage report` writes.
 */
#ifndef KIOSK_SCREENS_STAFF_EXPORT_FILE_H
#define KIOSK_SCREENS_STAFF_EXPORT_FILE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"
#include "report/month.h"
#include "report/report.h"

struct kiosk;
struct lkx_head;

/* Which days, and as what; report_takes() says whether that fits. */
struct export_choice {
    enum report_format format;
    bool for_county; /* the signed file for machines (lkx.h); `format` is not read */
    /* For the county: of a day before from_day, to go on from; NULL: from the first day
     * of all. Borrowed. */
    const struct lkx_head *head;
    int from_day, to_day; /* both included; all of them where from_day is 0: CSV alone */
};

/* All counts as CSV. */
struct export_choice export_all(void);

/* Whose counts they are and when the hall is open: from the settings, which it
 * borrows. */
struct month_facts export_facts(const struct kiosk *k);

/* The first day of which something may be counted; 0: there is none, or no counts. */
int export_first_day(const struct kiosk *k);

/* Where the kiosk's secret key is. */
void export_key_path(const struct kiosk *k, char *out, size_t size);

/* Whether it can be read: without it there is no file for the county. */
bool export_has_key(const struct kiosk *k);

/* Says by err_text() why there is no store. Always returns false. */
bool export_no_counts(const struct kiosk *k);

/* The file; for the county, the days up to today. False (err_text()): the counts, or the
 * key, cannot be read. */
bool export_render(const struct kiosk *k, const struct export_choice *choice,
                   struct str *out);

/* "life-kiosk-滨江馆-2026-10.xlsx" (report_name()); of all days the day of today. */
void export_name(const struct kiosk *k, const struct export_choice *choice, char *out,
                 size_t size);

/* Writes it to <data>/export, or where a story keeps its run. A file of that name which
 * holds something else stays, and this one gets a number. `path` gets the file's place.
 * False (err_text() says why) on failure. */
bool export_here(const struct kiosk *k, const struct export_choice *choice, char *path,
                 size_t size);

#endif
