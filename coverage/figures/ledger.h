/* SPDX-License-Identifier: MIT */
/* ledger: what staff have entered of a county, and bases. Private to figures. */
#ifndef COVERAGE_FIGURES_LEDGER_H
#define COVERAGE_FIGURES_LEDGER_H

#include "figures/reckon.h"

/*
 * The last entry of a thing for a county, "" being all of the place, that holds on the
 * day `until`. What is entered for the place is its only county's, too. NULL: there is
 * none.
 */
const struct county_entry *ledger_entry(const struct reckon *reckon, const char *county,
                                        const char *thing, int until);

/* The first day's of the same thing and county; of several of that day the last one. */
const struct county_entry *ledger_first(const struct reckon *reckon,
                                        const struct county_entry *entry);

/* A base: the last entry, whatever its day; else what the plan says of its own county. */
struct figures_base ledger_base(const struct reckon *reckon, const char *county,
                                const char *id);

#endif
