/* SPDX-License-Identifier: MIT */
/*
 * sheet: what a trainer has still to sign, line by line: the sentences that lessons list
 * as `unsigned`, and the numbers of guidelines that are marked [ours], [weak] or
 * [summary]. As lines to be read, and as a PDF to be printed.
 */
#ifndef LESSON_CHECK_SHEET_H
#define LESSON_CHECK_SHEET_H

#include <stdbool.h>
#include <stddef.h>

#include "check.h"

struct sheet_row {
    char *group;  /* of what lesson or guideline; NULL: of the same as the row before */
    char *file;   /* "scripts/lessons/adult-cpr/text/zh-CN.lua" */
    int line;     /* in it */
    char *key;    /* "why_scene", "adult.depth_mm" */
    char *text;   /* in the first language of the kiosk; of a number as it is written */
    char *told;   /* in the sheet's language */
    char *others; /* in the other languages, a line each; "": none */
    char *about;  /* on which card it stands, or what is remarked beside the number */
    char *source; /* that there is none, or what a number's marks mean */
    char *beside; /* what the card of a sentence names as its source; "": nothing */
};

/* Zero it first. */
struct sheet {
    size_t count;
    struct sheet_row *rows;
    size_t facts, numbers;
};

/* A lesson's sentences. What cannot be read is a finding. */
void sheet_add_lesson(struct sheet *sheet, struct findings *findings,
                      const struct check_data *data, const char *folder);

/* The numbers of all files of scripts/guidelines. False (err_text()). */
bool sheet_add_guidelines(struct sheet *sheet, const struct check_data *data);

/* "file:line: unsigned: key: text", the first language's; what else is known of it
 * follows in lines that begin with blanks. */
void sheet_print(const struct sheet *sheet);

/* False (err_text()). */
bool sheet_write(const struct sheet *sheet, const struct tell *tell, const char *path);

void sheet_free(struct sheet *sheet);

/* A fresh row at the end, all of its texts NULL. */
struct sheet_row *sheet_add(struct sheet *sheet);

/* Of the heap. */
char *sheet_copy(const char *text);

#endif
