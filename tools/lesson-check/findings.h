/* SPDX-License-Identifier: MIT */
/*
 * findings: what is wrong with a lesson, each told once, in order of file and line.
 */
#ifndef LESSON_CHECK_FINDINGS_H
#define LESSON_CHECK_FINDINGS_H

#include <stdbool.h>
#include <stddef.h>

struct complaint;
struct err_cause;
struct grammar;
struct tell;

/* What is said of a lesson's form is a warning that waits until there is no error. */
enum severity { FINDING_WARNING, FINDING_ERROR, FINDING_FORM };

/* FINDING_no_text ... */
enum finding_kind {

#define FINDING(kind, severity) FINDING_##kind,
#include "findings.def"
#undef FINDING
    FINDING_KINDS
};

struct finding {
    char *file;
    int line;
    size_t order; /* in which they were added */
    enum severity severity;
    char *text;
};

/* Zero it to start, but for `tell`. */
struct findings {
    const struct tell *tell; /* borrowed */
    /* Of lesson.lua, to find the line of a field that a card does not take; NULL:
     * none. */
    const struct grammar *grammar;
    size_t count;
    struct finding *items;
};

/* Adds it unless it is there already. A line below 1 stands for the first. What stands
 * for the {names} of its text follows: name, value, ..., NULL. */
void findings_add(struct findings *findings, enum finding_kind kind, const char *file,
                  int line, ...) __attribute__((sentinel));

/* Adds a failure of the kiosk's code at the place that `sentence` begins with, where it
 * does: "<file>:<line>: " or "<file>: ". The cause says the rest. Not where an error of
 * the same line stands: it fails because of that. */
void findings_add_failure(struct findings *findings, enum severity severity,
                          const char *file, const char *sentence,
                          const struct err_cause *cause);

/* The same with words around it: the text `around`, whose {says} is the failure's. */
void findings_add_around(struct findings *findings, enum severity severity,
                         const char *file, const char *sentence,
                         const struct err_cause *cause, const char *around, ...)
    __attribute__((sentinel));

/* An error that a reader of the source tells. */
void findings_add_complaint(struct findings *findings, const char *file,
                            const struct complaint *complaint);

/* Whether an error of this line stands already: what fails there fails because of it. */
bool findings_has_error(const struct findings *findings, const char *file, int line);

size_t findings_count_errors(const struct findings *findings, const char *file);

/* An error, of what err_text() says. */
void findings_add_error(struct findings *findings, const char *file);

/* In the order in which they are told. */
void findings_sort(struct findings *findings);

/* Drops what is said of the form where something is an error: first things first. */
void findings_settle(struct findings *findings);

/* Prints them as "file:line: error|warning: text" and forgets them. Returns how many
 * errors there were. */
size_t findings_print(struct findings *findings);

#endif
