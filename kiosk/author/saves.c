/* SPDX-License-Identifier: MIT */
#include "author/saves.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/err.h"
#include "base/file.h"
#include "base/str.h"
#include "base/trouble.h"

/* ---- which lessons there are ------------------------------------------------------- */

static bool is_lesson(const char *folder)
{
    char file[SAVES_PATH_MAX + 16];
    return str_format(file, sizeof file, "%s/lesson.lua", folder) && file_exists(file);
}

static int compare(const void *a, const void *b)
{
    return strcmp(a, b);
}

static bool find_lessons(struct saves *saves)
{
    saves->count = 0;
    saves->single = is_lesson(saves->folder);
    if (saves->single) {
        str_copy(saves->lessons[saves->count++], SAVES_PATH_MAX, saves->folder);
        return true;
    }
    DIR *open = opendir(saves->folder);
    if (!open) {
        return trouble_set(TROUBLE_author_folder,
                           (const char *const[]){"value", saves->folder, "reason",
                                                 strerror(errno), NULL});
    }
    for (struct dirent *entry = readdir(open); entry; entry = readdir(open)) {
        char *path = saves->lessons[saves->count];
        if (entry->d_name[0] != '.' && saves->count < SAVES_LESSONS_MAX &&
            str_format(path, SAVES_PATH_MAX, "%s/%s", saves->folder, entry->d_name) &&
            is_lesson(path)) {
            saves->count++;
        }
    }
    closedir(open);
    qsort(saves->lessons, saves->count, SAVES_PATH_MAX, compare);
    return saves->count > 0 ||
           trouble_set(TROUBLE_author_empty,
                       (const char *const[]){"value", saves->folder, NULL});
}

/* ---- what is watched --------------------------------------------------------------- */

static bool watch(struct saves *saves, const char *path)
{
    size_t room = sizeof saves->watches / sizeof *saves->watches;
    int number = inotify_add_watch(saves->notify, path,
                                   IN_CLOSE_WRITE | IN_MOVED_TO | IN_CREATE | IN_ONLYDIR);
    for (size_t i = 0; number >= 0 && i < saves->watch_count; i++) {
        if (saves->watches[i].number == number) {
            return true; /* of the same folder as before */
        }
    }
    if (number < 0 || saves->watch_count == room) {
        return false;
    }
    saves->watches[saves->watch_count].number = number;
    str_copy(saves->watches[saves->watch_count++].path, SAVES_PATH_MAX, path);
    return true;
}

/* A lesson's folder, and that of its texts where there is one yet. */
static bool watch_all(struct saves *saves)
{
    char texts[SAVES_PATH_MAX + 8];
    bool good = watch(saves, saves->folder);
    for (size_t i = 0; good && i < saves->count; i++) {
        good = watch(saves, saves->lessons[i]);
        if (str_format(texts, SAVES_PATH_MAX, "%s/text", saves->lessons[i])) {
            watch(saves, texts);
        }
    }
    return good || trouble_set(TROUBLE_author_watch,
                               (const char *const[]){"value", saves->folder, "reason",
                                                     strerror(errno), NULL});
}

bool saves_open(struct saves *saves, const char *folder)
{
    *saves = (struct saves){.notify = -1};
    char *whole = realpath(folder, NULL); /* "." has a name, too */
    bool fits = whole && str_copy(saves->folder, SAVES_PATH_MAX, whole);
    const char *reason = strerror(whole ? ENAMETOOLONG : errno);
    free(whole);
    if (!fits) {
        return trouble_set(
            TROUBLE_author_folder,
            (const char *const[]){"value", folder, "reason", reason, NULL});
    }
    if (!find_lessons(saves)) {
        return false;
    }
    saves->notify = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
    bool watched = watch_all(saves);
    if (!watched) {
        saves_close(saves);
    }
    return watched;
}

void saves_close(struct saves *saves)
{
    if (saves->notify >= 0) {
        close(saves->notify);
    }
    saves->notify = -1;
}

/* ---- what was saved ---------------------------------------------------------------- */

/* The lesson that a path is, or is the folder of texts of; -1: none. */
static int lesson_at(const struct saves *saves, const char *path)
{
    for (size_t i = 0; i < saves->count; i++) {
        size_t length = strlen(saves->lessons[i]);
        if (str_starts(path, saves->lessons[i]) &&
            (path[length] == '\0' || str_equal(path + length, "/text"))) {
            return (int)i;
        }
    }
    return -1;
}

int saves_find(const struct saves *saves, const char *folder)
{
    for (size_t i = 0; i < saves->count; i++) {
        if (str_equal(saves->lessons[i], folder)) {
            return (int)i;
        }
    }
    return -1;
}

static const char *path_of(const struct saves *saves, int number)
{
    for (size_t i = 0; i < saves->watch_count; i++) {
        if (saves->watches[i].number == number) {
            return saves->watches[i].path;
        }
    }
    return "";
}

/* A folder that is gone gives its place free. */
static void forget(struct saves *saves, int number)
{
    for (size_t i = 0; i < saves->watch_count; i++) {
        if (saves->watches[i].number == number) {
            saves->watches[i] = saves->watches[--saves->watch_count];
            return;
        }
    }
}

static bool is_lua(const char *name)
{
    size_t length = strlen(name);
    return length > 4 && name[0] != '.' && str_equal(name + length - 4, ".lua");
}

/* The lesson that one event is about; -1: none. A new folder is looked at as well: what
 * was written to it before it was watched is whole by now, or is told later. */
static int heard(struct saves *saves, const struct inotify_event *event)
{
    char path[SAVES_PATH_MAX];
    const char *folder = path_of(saves, event->wd);
    const char *name = event->len > 0 ? event->name : "";
    if (event->mask & IN_IGNORED) {
        forget(saves, event->wd);
        return -1;
    }
    if (event->mask & IN_ISDIR) {
        if (!str_format(path, sizeof path, "%s/%s", folder, name) ||
            !watch(saves, path) || !find_lessons(saves)) {
            return -1;
        }
        watch_all(saves);
        return lesson_at(saves, path);
    }
    if (!(event->mask & (IN_CLOSE_WRITE | IN_MOVED_TO)) || !is_lua(name)) {
        return -1;
    }
    if (lesson_at(saves, folder) < 0 && find_lessons(saves)) {
        watch_all(saves);
    }
    return lesson_at(saves, folder);
}

int saves_next(struct saves *saves)
{
    /* Aligned for the events that lie in it. */
    union {
        struct inotify_event event;
        char bytes[4096];
    } block;

    char saved[SAVES_PATH_MAX] = ""; /* a later event may number them anew */
    ssize_t got = 0;
    while (saves->notify >= 0 &&
           (got = read(saves->notify, block.bytes, sizeof block.bytes)) > 0) {
        for (ssize_t at = 0; at < got;) {
            const struct inotify_event *event =
                (const struct inotify_event *)(const void *)(block.bytes + at);
            int lesson = heard(saves, event);
            if (lesson >= 0) {
                str_copy(saved, sizeof saved, saves->lessons[lesson]);
            }
            at += (ssize_t)(sizeof *event + event->len);
        }
    }
    return saves_find(saves, saved);
}

static long long saved_at(const char *path)
{
    struct stat facts;
    return stat(path, &facts) == 0
               ? (long long)facts.st_mtim.tv_sec * 1000000000 + facts.st_mtim.tv_nsec
               : 0;
}

/* Of lesson.lua and of the folders, which know when a text was given its name. */
int saves_latest(const struct saves *saves)
{
    static const char *const parts[] = {"/lesson.lua", "", "/text"};
    char path[SAVES_PATH_MAX + 16];
    long long latest = 0;
    int found = 0;
    for (size_t i = 0; i < saves->count; i++) {
        for (size_t part = 0; part < sizeof parts / sizeof *parts; part++) {
            str_format(path, sizeof path, "%s%s", saves->lessons[i], parts[part]);
            long long at = saved_at(path);
            if (at > latest) {
                latest = at;
                found = (int)i;
            }
        }
    }
    return found;
}
