/* SPDX-License-Identifier: MIT */
/* progress: how far the plan's targets are. Private to figures. */
#ifndef COVERAGE_FIGURES_PROGRESS_H
#define COVERAGE_FIGURES_PROGRESS_H

#include "figures/reckon.h"

/* People behind sums: of a part, or of as long as the plan counts. */
struct figures_people progress_people(const int64_t n[COUNTY_COLUMNS], int64_t times_100);

/* All of figures->targets; `times_100` as in struct figures_people. */
void progress_tell(const struct reckon *reckon, int64_t times_100);

#endif
