/* SPDX-License-Identifier: MIT */
/*
 * findings: what is wrong with a lesson, each told once, in order of file and line.
 */
#ifndef LESSON_CHECK_FINDINGS_H
#define LESSON_CHECK_FINDINGS_H

#include <stdbool.h>
#include <stddef.h>

enum severity { FINDING_WARNING, FINDING_ERROR };

struct finding {
    char *file;
    int line;
    enum severity severity;
    char *text;
};

/* Zero it to start. */
struct findings {
    size_t count;
    struct finding *items;
};

/* Adds it unless it is there already. A line below 1 stands for the first. */
void findings_add(struct findings *findings, enum severity severity, const char *file,
                  int line, const char *format, ...)
    __attribute__((format(printf, 5, 6)));

/* Adds a sentence that begins with "<file>:<line>: " or "<file>: ". */
void findings_add_sentence(struct findings *findings, enum severity severity,
                           const char *file, const char *sentence);

/* Prints them as "file:line: error|warning: text" and forgets them. Returns how many
 * errors there were. */
size_t findings_print(struct findings *findings);

#endif
