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

/*
 * Kiosk-days. expected = reported + lost + missing. Today is expected once something has
 * come of it: it is not over.
 */
struct figures_days {
    int64_t expected; /* open by the register, not off on purpose, not to come */
    int64_t reported; /* there are counts of it, or of its running */
    int64_t lost;     /* a file holds the day, and nothing ran */
    int64_t missing;  /* no file holds the day yet */
    int64_t off;      /* off on purpose; not among the expected */
    int64_t beyond;   /* counts on days that were not expected */
};

/* How often a person comes, times 100, as staff state it in the ledger: the least is
 * once. */
#define FIGURES_TIMES "repeat_factor"

enum { FIGURES_TIMES_MIN = 100 };

/* The key of the name of what the ledger has: a target or a base of the plan, or how
 * often a person comes. NULL: the plan does not know it (any more). */
const char *figures_thing(const struct targets *plan, const char *thing);

/* What an interval of people stands on. */
enum figures_by {
    FIGURES_BY_NOTHING, /* there is none: nobody answered, no group, no factor */
    FIGURES_BY_ANSWERS, /* the share of first visits */
    FIGURES_BY_FACTOR,  /* nobody answered; staff state how often a person comes */
    FIGURES_BY_HEADS,   /* nobody answered: from none but the groups to all visits */
};

/* Where no number is known there is no interval either. */
struct figures_people {
    bool known; /* `by` is something */
    enum figures_by by;
    int64_t visits; /* head counts are not among them */
    int64_t answered, first;
    int64_t times_100; /* visits a person, times 100, that staff state; 0: none */
    int64_t groups, heads;
    int64_t low, high; /* heads included */
};

/* A base that percentages stand on; entered by staff ("registered", "residents") or of
 * the targets' file. */
struct figures_base {
    bool known;
    int64_t value;
    int as_of;          /* a day, or a year as 20210000 */
    const char *source; /* borrowed */
};

struct figures_part {
    char name
        [COUNTY_TEXT_MAX];  /* of a county; the key of a kind of site; a kiosk's hall */
    char id[LKX_KIOSK_MAX]; /* of a kiosk; else "" */
    char county[COUNTY_TEXT_MAX]; /* of a kiosk, a county, the whole of one; else "" */
    int64_t kiosks;               /* that stood there in the period */
    struct figures_days days;
    int64_t n[COUNTY_COLUMNS];   /* of the period */
    int64_t all[COUNTY_COLUMNS]; /* from the beginning to the end of the period */
    struct figures_people people, people_all;
    struct figures_base registered; /* of a county, and of the whole */
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
    bool has_base;            /* false: its base is missing, so there is no share */
    struct figures_base base; /* a target that is a plain number has none */
    int64_t low, high;        /* what is there; equal of a figure without an interval */
    int64_t goal;   /* in the same unit; 0: cannot be said, the base is missing */
    int64_t beside; /* of target->beside, as long as it is counted */
    /* At this pace: what will be there at the due day. Of kiosks a line from the first
     * month on, of staff's figures from their first day to their last; each over four
     * weeks at least, and none once the due day is over. */
    bool has_projection;
    int64_t projected_low, projected_high;
    /* To reach the goal in time, from the low end; 0: it is reached, cannot be said, or
     * the due day is over. */
    int64_t needed_a_month;
};

struct figures {
    int from_month, to_month, today;
    int until; /* the last day that they are of: the end of the period, or today */
    /* A county's name, where all of it is of one; else "". */
    char county[COUNTY_TEXT_MAX];
    struct figures_part whole;
    struct figures_part *counties, *sites, *kiosks; /* by name; as sites.def; by id */
    size_t county_count, site_count, kiosk_count;
    struct figures_base registered, residents;
    int64_t earlier; /* person-times of the years before the kiosks, apart; 0: none */
    const struct targets *plan; /* borrowed */
    bool overdue;               /* its due day was before `until` */
    size_t target_count;
    struct figures_target *targets; /* as plan->items */
    struct county_entry *entries;   /* the whole ledger */
    size_t entry_count;
    /* What the pointers above lead to. */
    struct county_kiosk *registered_kiosks;
    size_t registered_count;
    struct county_off *offs;
    size_t off_count;
};

/*
 * Of one county, or of all with `county` NULL. Months 202603, both included; 0: from the
 * first month in which a kiosk was expected, to that of today. NULL (err_text()): the
 * place cannot be read, has no kiosk of that county, or something in it cannot be.
 * `targets` is borrowed.
 */
struct figures *figures_read(struct sql *sql, const struct targets *targets,
                             const char *county, int from_month, int to_month, int today);
void figures_free(struct figures *figures); /* NULL is fine */

#endif
