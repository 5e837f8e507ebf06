/* SPDX-License-Identifier: MIT */
/*
 * figures: what a county may say of a period, from the counts of its kiosks and what its
 * staff have entered.
 *
 * Completeness comes first: of how many kiosk-days there are counts at all. Person-times
 * (visits) and people are never mixed. People are an interval: visits times the share of
 * those who say that it is their first time (95 %, Wilson), and head counts of groups;
 * it assumes that who answered is like who did not, that nobody who came first to one
 * kiosk says so at another, and that no group was counted twice. Beside it, under its own
 * name, the ratio that a neighbouring city publishes: person-times of all time over
 * registered population. No percentage stands without its base, year and source.
 */
#ifndef COVERAGE_FIGURES_FIGURES_H
#define COVERAGE_FIGURES_FIGURES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "county/county.h"
#include "figures/targets.h"

/* Kiosk-days. expected = reported + partly unknown ones: lost and missing. */
struct figures_days {
    int64_t expected; /* open by the register, not off on purpose, not to come */
    int64_t reported; /* a file holds the day, and something ran */
    int64_t lost;     /* a file holds the day, and nothing ran */
    int64_t missing;  /* no file holds the day yet */
    int64_t off;      /* off on purpose; not among the expected */
    int64_t beyond;   /* counts on days that were not expected */
};

/* Where no number is known there is no interval either. */
struct figures_people {
    bool known;     /* somebody answered, or groups were counted */
    int64_t visits; /* those that are no group's */
    int64_t answered, first;
    int64_t groups, heads;
    int64_t low, high; /* heads included */
};

struct figures_part {
    char name
        [COUNTY_TEXT_MAX];  /* of a county; the key of a kind of site; a kiosk's hall */
    char id[LKX_KIOSK_MAX]; /* of a kiosk; else "" */
    int64_t kiosks;
    struct figures_days days;
    int64_t n[COUNTY_COLUMNS];   /* of the period */
    int64_t all[COUNTY_COLUMNS]; /* from the beginning to the end of the period */
    struct figures_people people, people_all;
};

/* A base that percentages stand on; entered by staff ("registered", "residents") or of
 * the targets' file. */
struct figures_base {
    bool known;
    int64_t value;
    int as_of;          /* a day, or a year as 20210000 */
    const char *source; /* borrowed */
};

enum figures_standing {
    FIGURES_MEASURED, /* by kiosks */
    FIGURES_ENTERED,  /* by staff, from the ledger */
    FIGURES_MISSING   /* nobody has */
};

struct figures_target {
    const struct target *target; /* borrowed */
    enum figures_standing standing;
    const struct county_entry *entry; /* of FIGURES_ENTERED */
    bool has_base;     /* false: its base is missing, so there is no share */
    int64_t low, high; /* what is there; equal of a figure without an interval */
    int64_t goal;      /* in the same unit; 0: cannot be said, the base is missing */
    /* At this pace: what will be there at the due day; from the first month on. */
    bool has_projection;
    int64_t projected_low, projected_high;
    int64_t needed_a_month; /* to reach the goal in time; 0: it is reached */
};

struct figures {
    int from_month, to_month, today;
    struct figures_part whole;
    struct figures_part *counties, *sites, *kiosks;
    size_t county_count, site_count, kiosk_count;
    struct figures_base registered, residents;
    int64_t earlier; /* person-times of the years before the kiosks, apart; 0: none */
    size_t target_count;
    struct figures_target *targets;
    struct county_entry *entries; /* the whole ledger */
    size_t entry_count;
    /* What the pointers above lead to. */
    struct county_kiosk *registered_kiosks;
    struct county_off *offs;
    size_t off_count;
};

/* Of one county, or of all with `county` NULL. Months 202603, both included. NULL
 * (err_text()): the place cannot be read. `targets` is borrowed. */
struct figures *figures_read(struct sql *sql, const struct targets *targets,
                             const char *county, int from_month, int to_month, int today);
void figures_free(struct figures *figures); /* NULL is fine */

#endif
