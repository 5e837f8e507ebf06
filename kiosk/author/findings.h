/* SPDX-License-Identifier: MIT */
/*
 * findings: what lesson-check says of the lesson that is being written.
 *
 * The program runs beside this one, so that a lesson of thousands of ways holds up no
 * picture, and its sentences are those the author knows.
 *
 *     findings_begin(findings, "bin/lesson-check", "zh-CN", "lessons/burns");
 *     if (findings_poll(findings)) { ... another list stands there ... }     (each frame)
 */
#ifndef KIOSK_AUTHOR_FINDINGS_H
#define KIOSK_AUTHOR_FINDINGS_H

#include <stdbool.h>
#include <stddef.h>

enum { FINDINGS_FILE_MAX = 512, FINDINGS_TEXT_MAX = 768 };

struct finding {
    char file[FINDINGS_FILE_MAX];
    int line;
    bool error; /* else a warning */
    char text[FINDINGS_TEXT_MAX];
};

/* What became of the program. Only after a FINDINGS_WHOLE is an empty list good news. */
enum findings_end {
    FINDINGS_WHOLE,     /* or it has not been asked yet */
    FINDINGS_NO_START,  /* the number is errno */
    FINDINGS_BROKE_OFF, /* by its own exit code that fits no list: the number */
    FINDINGS_KILLED,    /* the number is the signal */
};

struct findings;

struct findings *findings_create(void);
void findings_free(struct findings *findings); /* NULL is fine; ends the program */

/* Asks anew; what was being looked for before is given up. `program` and the others are
 * only read now. False (err_text()): it cannot be started, and the list is empty. */
bool findings_begin(struct findings *findings, const char *program, const char *lang,
                    const char *lesson);

/* Takes what has come. True once for each list that is whole, and once when the program
 * has failed: then the list is empty. */
bool findings_poll(struct findings *findings);

/* How it ended last, and the number that belongs to it; `number` may be NULL. */
enum findings_end findings_ended(const struct findings *findings, int *number);

/* Waits until findings_poll() has something to take, at most so long. */
void findings_wait(const struct findings *findings, int at_most_ms);

/* The program is still looking. */
bool findings_waits(const struct findings *findings);

/* Errors before warnings, else in the program's order. NULL past the end. */
const struct finding *findings_item(const struct findings *findings, size_t index);
size_t findings_count(const struct findings *findings);
size_t findings_errors(const struct findings *findings);

/* Reads one line of the program, "file:line: error: text". False: it is none. */
bool findings_read(struct finding *finding, const char *line);

#endif
