/* SPDX-License-Identifier: MIT */
/*
 * folder: a folder of its own for a test that writes files.
 */
#ifndef TESTS_SUPPORT_FOLDER_H
#define TESTS_SUPPORT_FOLDER_H

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/str.h"

struct folder {
    char path[64];
    char file[320]; /* the last one that was named */
};

/* A fresh, empty one. */
static inline struct folder folder_make(void)
{
    struct folder folder = {.path = "/tmp/life-kiosk-test-XXXXXX"};
    if (!mkdtemp(folder.path)) {
        perror(folder.path);
        abort();
    }
    return folder;
}

/* The path of a file in it, borrowed until the next call. */
static inline const char *folder_file(struct folder *folder, const char *name)
{
    str_format(folder->file, sizeof folder->file, "%s/%s", folder->path, name);
    return folder->file;
}

/* Removes the files in it; it stays. */
static inline void folder_empty(struct folder *folder)
{
    DIR *entries = opendir(folder->path);
    for (struct dirent *entry; entries && (entry = readdir(entries));) {
        if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0) {
            unlink(folder_file(folder, entry->d_name));
        }
    }
    if (entries) {
        closedir(entries);
    }
}

static inline void folder_remove(struct folder *folder)
{
    folder_empty(folder);
    rmdir(folder->path);
}

#endif
