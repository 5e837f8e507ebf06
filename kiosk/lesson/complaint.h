/* SPDX-License-Identifier: MIT */
/*
 * complaint: what the readers of an author's source (twins, lexer, grammar) find wrong.
 */
#ifndef KIOSK_LESSON_COMPLAINT_H
#define KIOSK_LESSON_COMPLAINT_H

#include <stdbool.h>

#include "base/err.h"

struct complaint {
    int line, column;       /* from 1; a column is a character */
    bool syntax;            /* Lua cannot read the file because of it */
    struct err_cause cause; /* its kind is a key of scripts/check/ */
};

struct complaints {
    void (*tell)(void *context, const struct complaint *complaint);
    void *context;
};

/* Tells one. The format has a %s or %d for each argument. */
void complain(const struct complaints *to, int line, int column, bool syntax,
              const char *kind, const char *format, ...)
    __attribute__((format(printf, 6, 7)));

#endif
