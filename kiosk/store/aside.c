/* SPDX-License-Identifier: MIT */
#include "store/aside.h"

#include <dirent.h>
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

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

/* ---- putting ----------------------------------------------------------------------- */

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
        if (!file_exists(to)) {
            return true;
        }
    }
    return err_set_as("aside_often", "%s: was set aside %d times today; look at the disk",
                      path, SAME_DAY_MAX);
}

static bool move(const char *from, const char *to)
{
    return rename(from, to) == 0 || errno == ENOENT ||
           err_set_as("aside_move", "%s: cannot be set aside: %s; move it away", from,
                      strerror(errno));
}

/* The log goes first: a database that is left without it for a moment is looked at again,
 * a log without its database would be thrown away. */
bool aside_put(const char *path, enum aside_kind kind, int day)
{
    static const char *const endings[] = {"-wal", "-shm", ""};
    char to[PATH_MAX];
    if (!name_free(path, kind, day, to)) {
        return false;
    }
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        char from_part[PATH_MAX];
        char to_part[PATH_MAX];
        if (!str_format(from_part, sizeof from_part, "%s%s", path, endings[i]) ||
            !str_format(to_part, sizeof to_part, "%s%s", to, endings[i])) {
            return err_set_as("path_long", "%s: the path is too long", path);
        }
        if (!move(from_part, to_part)) {
            return false;
        }
    }
    log_error("store", "%s: is set aside as %s; a fresh one begins", path, to);
    return true;
}

/* ---- looking ----------------------------------------------------------------------- */

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

static int by_day(const void *a, const void *b)
{
    const struct aside_file *left = a;
    const struct aside_file *right = b;
    int order = (left->day > right->day) - (left->day < right->day);
    return order ? order : strcmp(left->name, right->name);
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
        if (asides->count < ASIDE_MAX) {
            asides->files[asides->count++] = file;
        } else {
            asides->more++;
        }
    }
    if (entries) {
        closedir(entries);
    }
    free(seen);
    qsort(asides->files, asides->count, sizeof *asides->files, by_day);
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
