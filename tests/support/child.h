/* SPDX-License-Identifier: MIT */
/* child: a program of ours, started, written to and read. */
#ifndef TESTS_SUPPORT_CHILD_H
#define TESTS_SUPPORT_CHILD_H

#include <stddef.h>
#include <stdio.h>
#include <sys/types.h>

struct child {
    pid_t pid;
    FILE *to;   /* its stdin */
    FILE *from; /* its stdout */
    FILE *err;  /* its stderr */
};

/* `argv` as for execv(), ended by NULL. Fails the test when it cannot be started. */
void child_start(struct child *child, const char *const *argv);

/* The next line of its stdout, without the end; "" at the end. */
const char *child_line(struct child *child, char *line, size_t size);

/* Sends a line and returns the answer as child_line(). */
const char *child_ask(struct child *child, const char *command, char *line, size_t size);

/* Waits for its end and closes all; returns the exit code, -1 when a signal ended it. */
int child_wait(struct child *child);

#endif
