/* SPDX-License-Identifier: MIT */
/* visits_go: the ways of visits.def, for the files of visits alone. */
#ifndef TESTS_SUPPORT_VISITS_GO_H
#define TESTS_SUPPORT_VISITS_GO_H

#include "support/visits.h"

/* A day on which the courses of tests/support/courses are to come. */
void visit_in_december(struct stage *stage);

#define VISIT(name, go) void go(struct stage *stage);
#define OTHER(name, go) void go(struct stage *stage);
#include "support/visits.def"
#undef OTHER
#undef VISIT

#endif
