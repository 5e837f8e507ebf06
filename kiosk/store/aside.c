/* SPDX-License-Identifier: MIT */
#include "store/aside.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/err.h"
#include "base/file.h"
#include "base/log.h"
#include "base/str.h"

enum { SEEN_BYTES_MAX = 64 * 1024, SAME_DAY_MAX = 1000 };

static const char *const kinds[ASIDE_KINDS] = {
    [ASIDE_DAMAGED] = "damaged", [ASIDE_FOREIGN] = "foreign", [ASIDE_NEWER] = "newer"};

/* A file of that name beside `path`. */
static bool beside(const char *path, const char *name, char out[PATH_MAX])
{
    const char *slash = strrchr(path, '/');
    int folder = slash ? (int)(slash - path) + 1 : 0;
    return str_format(out, PATH_MAX, "%.*s%s", folder, path, name) ||
           err_set_as("path_long", "%s: the path is too long", path);
}

/* ---- names ------------------------------------------------------------------------- */

static bool read_name(const char *name, struct aside_file *file)
{
    size_t length = strlen(name);
    if (length < 4 || length >= sizeof file->name ||
        !str_equal(name + length - 3, ".db")) {
        return false;
    }
    for (enum aside_kind kind = 0; kind < ASIDE_KINDS; kind++) {
        char begin[32];
        int year = 0;
        int month = 0;
        int day = 0;
        str_format(begin, sizeof begin, "counts.%s-", kinds[kind]);
        if (str_starts(name, begin) &&
            sscanf(name + strlen(begin), "%4d-%2d-%2d", &year, &month, &day) == 3) {
            file->kind = kind;
            file->day = year * 10000 + month * 100 + day;
            str_copy(file->name, sizeof file->name, name);
            return true;
        }
    }
    return false;
}

static void put_ending(char out[PATH_MAX], const char *path, const char *ending)
{
    if (!str_format(out, PATH_MAX, "%s%s", path, ending)) {
        out[0] = '\0';
    }
}

/* Not even an old log stands there, which would be taken for this one's. */
static bool is_free(const char *to)
{
    char log[PATH_MAX];
    put_ending(log, to, "-wal");
    return !file_exists(to) && !file_exists(log);
}

static bool name_free(const char *path, enum aside_kind kind, int day, char to[PATH_MAX])
{
    for (int i = 1; i <= SAME_DAY_MAX; i++) {
        char name[ASIDE_NAME_MAX];
        char number[16] = "";
        if (i > 1) {
            str_format(number, sizeof number, "-%d", i);
        }
        str_format(name, sizeof name, "counts.%s-%04d-%02d-%02d%s.db", kinds[kind],
                   day / 10000, day / 100 % 100, day % 100, number);
        if (!beside(path, name, to)) {
            return false;
        }
        if (is_free(to)) {
            return true;
        }
    }
    return err_set_as("aside_often", "%s: was set aside %d times today; look at the disk",
                      path, SAME_DAY_MAX);
}

/* The name that it has been given already, by a kiosk that was cut off before it had done
 * the rest, on whatever day. */
static bool name_begun(const char *path, char to[PATH_MAX])
{
    char folder[PATH_MAX];
    bool begun = false;
    DIR *entries = beside(path, ".", folder) ? opendir(folder) : NULL;
    for (struct dirent *entry; entries && !begun && (entry = readdir(entries));) {
        struct aside_file file;
        begun = read_name(entry->d_name, &file) && beside(path, file.name, to) &&
                file_is_same(path, to);
    }
    if (entries) {
        closedir(entries);
    }
    return begun;
}

/* ---- putting ----------------------------------------------------------------------- */

static bool fail(const char *path)
{
    return err_set_as("aside_move", "%s: cannot be set aside: %s; move it away", path,
                      strerror(errno));
}

static void sync_folder(const char *path)
{
    char folder[PATH_MAX];
    int fd =
        beside(path, ".", folder) ? open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC) : -1;
    if (fd >= 0) {
        fsync(fd);
        close(fd);
    }
}

/* Whether it has the other name too; errno. What is not there needs none. */
static bool add_name(const char *from, const char *to)
{
    return link(from, to) == 0 || errno == ENOENT ||
           (errno == EEXIST && file_is_same(from, to));
}

static bool remove_name(const char *path)
{
    return unlink(path) == 0 || errno == ENOENT || fail(path);
}

/* Where a file has one name at most, or of a folder. The log goes first: a database that
 * is left without it for a moment is looked at again, a log without its database would be
 * thrown away. */
static bool rename_both(const char *path, const char *log, const char *to,
                        const char *to_log)
{
    return (rename(log, to_log) == 0 || errno == ENOENT || fail(log)) &&
           (rename(path, to) == 0 || errno == ENOENT || fail(path));
}

/*
 * Database and log get their new names before either loses its old one, so that whenever
 * the power is cut one pair of names leads to both. A log that is left behind at the
 * last is thrown away by SQLite, since no database stands beside it. The index (-shm) is
 * made of the log.
 */
bool aside_put(const char *path, enum aside_kind kind, int day)
{
    char to[PATH_MAX];
    char log[PATH_MAX];
    char to_log[PATH_MAX];
    char index[PATH_MAX];
    if (!name_begun(path, to) && !name_free(path, kind, day, to)) {
        return false;
    }
    put_ending(log, path, "-wal");
    put_ending(to_log, to, "-wal");
    put_ending(index, path, "-shm");
    if (!*log || !*to_log || !*index) {
        return err_set_as("path_long", "%s: the path is too long", path);
    }
    if (add_name(path, to) && add_name(log, to_log)) {
        sync_folder(path);
        if (!remove_name(path) || !remove_name(log)) {
            return false;
        }
    } else if (!rename_both(path, log, to, to_log)) {
        return false;
    }
    unlink(index);
    sync_folder(path);
    log_error("store", "%s: is set aside as %s; a fresh one begins", path, to);
    return true;
}

/* ---- looking ----------------------------------------------------------------------- */

static bool comes_before(const struct aside_file *a, const struct aside_file *b)
{
    return a->day < b->day || (a->day == b->day && strcmp(a->name, b->name) < 0);
}

/* In its place; the last one goes where there is no room. */
static void add_file(struct asides *asides, const struct aside_file *file)
{
    bool full = asides->count == ASIDE_MAX;
    size_t at = asides->count;
    asides->more += full ? 1 : 0;
    asides->count += full ? 0 : 1;
    while (at > 0 && comes_before(file, &asides->files[at - 1])) {
        if (at < ASIDE_MAX) {
            asides->files[at] = asides->files[at - 1];
        }
        at--;
    }
    if (at < ASIDE_MAX) {
        asides->files[at] = *file;
    }
}

/* A name a line; NULL: none has been seen. The caller frees it. */
static char *read_seen(const char *path)
{
    char file[PATH_MAX];
    size_t length = 0;
    return beside(path, "counts.seen", file) && file_exists(file)
               ? file_read(file, SEEN_BYTES_MAX, &length)
               : NULL;
}

static bool is_seen(const char *seen, const char *name)
{
    size_t length = strlen(name);
    for (const char *at = seen; at && (at = strstr(at, name)); at += length) {
        if ((at == seen || at[-1] == '\n') && at[length] == '\n') {
            return true;
        }
    }
    return false;
}

void aside_list(const char *path, bool unseen, struct asides *asides)
{
    char folder[PATH_MAX];
    char *seen = unseen ? read_seen(path) : NULL;
    *asides = (struct asides){0};
    DIR *entries = beside(path, ".", folder) ? opendir(folder) : NULL;
    for (struct dirent *entry; entries && (entry = readdir(entries));) {
        struct aside_file file;
        if (!read_name(entry->d_name, &file) || is_seen(seen, file.name)) {
            continue;
        }
        add_file(asides, &file);
    }
    if (entries) {
        closedir(entries);
    }
    free(seen);
}

/* Those of the names that are still there: a name that is free again may be given to a
 * file that nobody has seen. */
static void keep_names(const char *path, char *seen, struct str *names)
{
    char file[PATH_MAX];
    char *rest = NULL;
    for (char *name = seen ? strtok_r(seen, "\n", &rest) : NULL; name;
         name = strtok_r(NULL, "\n", &rest)) {
        if (beside(path, name, file) && file_exists(file)) {
            str_add(names, "%s\n", name);
        }
    }
}

bool aside_note_seen(const char *path)
{
    char file[PATH_MAX];
    struct asides asides;
    struct str names = {0};
    aside_list(path, true, &asides);
    char *seen = read_seen(path);
    keep_names(path, seen, &names);
    free(seen);
    for (size_t i = 0; i < asides.count; i++) {
        str_add(&names, "%s\n", asides.files[i].name);
    }
    bool kept = beside(path, "counts.seen", file) &&
                file_write(file, names.text ? names.text : "", names.length);
    str_free(&names);
    return kept;
}
