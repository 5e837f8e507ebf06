/* SPDX-License-Identifier: MIT */
/*
 * visits: the way to each screen and each state of it that a visitor or staff can meet.
 * One table for every test that looks at all of them.
 */
#ifndef TESTS_SUPPORT_VISITS_H
#define TESTS_SUPPORT_VISITS_H

#include <stddef.h>

#include "support/stage.h"

struct visit {
    const char *name;                /* of its picture: screen-NAME-LANG */
    void (*go)(struct stage *stage); /* from a stage that was just opened */
};

/* NULL past the end. */
const struct visit *visit_at(size_t index);

/* The way to another moment of that screen, which large text may tell apart from this
 * one: it comes, or has been there, without a touch. NULL: there is none. */
const struct visit *visit_other(const char *name);

/* Goes the way of that name; there has to be one. */
void visit_go(struct stage *stage, const char *name);

/* Closes the stage and the loudspeaker that a visit may have brought. */
void visit_end(struct stage *stage);

#endif
