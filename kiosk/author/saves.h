/* SPDX-License-Identifier: MIT */
/*
 * saves: the lessons in an author's folder, and which of them has just been saved.
 *
 * The folder is one lesson, or holds lessons, a folder each. Editors write a file in
 * place or write another one and give it its name; both are told once the file is whole.
 * A file that goes is not told: many editors put the new one there a moment later.
 */
#ifndef KIOSK_AUTHOR_SAVES_H
#define KIOSK_AUTHOR_SAVES_H

#include <stdbool.h>
#include <stddef.h>

enum { SAVES_LESSONS_MAX = 64, SAVES_PATH_MAX = 512 };

struct saves {
    char folder[SAVES_PATH_MAX];
    bool single; /* the folder is a lesson itself */
    size_t count;
    char lessons[SAVES_LESSONS_MAX]
                [SAVES_PATH_MAX]; /* folders, in order of their names */
    int notify;                   /* -1: nothing is watched */
    /* What each number of inotify stands for. */
    size_t watch_count;

    struct {
        int number;
        char path[SAVES_PATH_MAX];
    } watches[2 * SAVES_LESSONS_MAX + 1];
};

/* False (err_text()): the folder is not there, holds no lesson, or cannot be watched. */
bool saves_open(struct saves *saves, const char *folder);
void saves_close(struct saves *saves); /* also after a false */

/* The lesson that was saved since the last call, the latest one first; -1: none was. A
 * lesson that has come to the folder is one that was saved; numbers may then change. The
 * number returned is the one it has now. */
int saves_next(struct saves *saves);

/* The number of the lesson of that folder; -1: it is not there. */
int saves_find(const struct saves *saves, const char *folder);

/* The lesson that was saved last before it was opened. */
int saves_latest(const struct saves *saves);

#endif
