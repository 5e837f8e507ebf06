/* SPDX-License-Identifier: MIT */
/* The parts of lkx among themselves. */
#ifndef KIOSK_LKX_INSIDE_H
#define KIOSK_LKX_INSIDE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/calendar.h"
#include "base/str.h"
#include "lkx/lkx.h"
#include "lkx/lkx_read.h"

enum { LKX_DAY_MAX = CALENDAR_TEXT_MAX, LKX_LINE_MAX = 4096 };

/* The line above the rows, with its line feed. */
extern const char lkx_columns[];

/* "2026-03-01". Returns `out`. */
const char *lkx_day_text(char out[LKX_DAY_MAX], int day);

/* ---- the chain --------------------------------------------------------------------- */

/* Days one after the other, row by row. Begin with the head before them. */
struct lkx_chain {
    struct lkx_head head;
    int day;         /* the one that is going on; 0: none is */
    struct str rows; /* what its hash is made of */
};

/* A row as it stands in the body, with its line feed. */
void lkx_chain_add(struct lkx_chain *chain, int day, const char *row, size_t length);

/* The head is then that of the last day with rows; nothing is held any more. */
void lkx_chain_end(struct lkx_chain *chain);

/* ---- refusals ---------------------------------------------------------------------- */

enum lkx_fault {

#define FAULT(id, sentence) LKX_##id,
#include "lkx/faults.def"
#undef FAULT
};

/* What the sentence has for {1}, {2}, ...; NULL behind the last. Always returns false. */
bool lkx_refuse(enum lkx_fault fault, const char *const *arguments);

/* ---- the first line ---------------------------------------------------------------- */

struct json_t;

/* Who a file says it is of, before anything vouches for it. */
struct lkx_manifest {
    char kiosk[LKX_KIOSK_MAX];
    char hall[LKX_NAME_MAX]; /* "" where there is none */
    unsigned char key[SIGN_PUBLIC_BYTES];
    struct json_t *json;
};

/* False (err_text()): it is no manifest, or kiosk and key do not belong together. Drop it
 * in either case. */
bool lkx_manifest_open(struct lkx_manifest *manifest, const char *name, const char *line,
                       size_t length);
void lkx_manifest_drop(struct lkx_manifest *manifest);

/* The rest of it, once its signature holds: all of `file` but the rows, `row_count` as it
 * says. False (err_text()). */
bool lkx_manifest_read(const struct lkx_manifest *manifest, const char *name,
                       struct lkx_file *file);

/* ---- the rows ---------------------------------------------------------------------- */

/* Fills in the rows of a file whose manifest is read from the body, columns first. False
 * (err_text()): one is wrong, or they do not lead to the file's head. */
bool lkx_rows_read(struct lkx_file *file, const char *name, const char *body,
                   size_t length);

#endif
