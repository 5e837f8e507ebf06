/* SPDX-License-Identifier: MIT */
#include "base/paths.h"

#include <assert.h>
#include <dirent.h>
#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/err.h"
#include "base/file.h"
#include "base/str.h"

static const char system_root[] = "/usr/share/life-kiosk";

static bool is_folder(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

static bool add_root(struct paths *paths, const char *folder)
{
    return paths->root_count < PATHS_ROOTS_MAX && is_folder(folder) &&
           str_copy(paths->roots[paths->root_count++], PATHS_BYTES, folder);
}

/* ---- the roots of the program ------------------------------------------------------ */

static void cut_last(char *path)
{
    char *slash = strrchr(path, '/');
    if (slash) {
        *slash = '\0';
    }
}

/* <prefix> of a program in <prefix>/bin; empty when unknown. */
static void find_prefix(char prefix[PATH_MAX])
{
    ssize_t length = readlink("/proc/self/exe", prefix, PATH_MAX - 1);
    prefix[length > 0 ? length : 0] = '\0';
    cut_last(prefix);
    cut_last(prefix);
}

/* A build's prefix is build/<preset> of the source tree. */
static bool add_build(struct paths *paths, const char *prefix)
{
    char tree[PATH_MAX];
    char scripts[PATH_MAX];
    str_copy(tree, sizeof tree, prefix);
    cut_last(tree);
    if (strlen(tree) < 6 || !str_equal(tree + strlen(tree) - 6, "/build")) {
        return false;
    }
    cut_last(tree);
    return str_format(scripts, sizeof scripts, "%s/scripts", tree) &&
           is_folder(scripts) && add_root(paths, prefix) && add_root(paths, tree);
}

static void add_program(struct paths *paths)
{
    char prefix[PATH_MAX];
    char shared[PATH_MAX];
    find_prefix(prefix);
    bool added = str_format(shared, sizeof shared, "%s/share/life-kiosk", prefix) &&
                 add_root(paths, shared);
    if (!added && !add_build(paths, prefix)) {
        add_root(paths, system_root);
    }
}

static bool replace_by(struct paths *paths, const char *name, const char *variable)
{
    const char *given = getenv(variable);
    return !given || given[0] == '\0' || paths_replace(paths, name, given) ||
           err_prefix("%s: correct it or unset it", variable);
}

bool paths_init(struct paths *paths, const char *data)
{
    char path[PATHS_BYTES];
    *paths = (struct paths){0};
    add_program(paths);
    if (!replace_by(paths, "scripts", "LIFE_KIOSK_SCRIPTS") ||
        !replace_by(paths, "scripts/lessons", "LIFE_KIOSK_LESSONS") ||
        !replace_by(paths, "scripts/languages.lua", "LIFE_KIOSK_LANGUAGES")) {
        return false;
    }
    if (!paths_find(paths, "scripts", path, sizeof path)) {
        return err_set("the scripts folder is neither beside the build nor in %s; set "
                       "LIFE_KIOSK_SCRIPTS to it",
                       system_root);
    }
    if (data && !str_format(paths->voices, sizeof paths->voices, "%s/voice", data)) {
        paths->voices[0] = '\0'; /* no file there could be opened */
    }
    return true;
}

/* ---- looking ----------------------------------------------------------------------- */

bool paths_replace(struct paths *paths, const char *name, const char *by)
{
    assert(paths->replaced_count < PATHS_REPLACED_MAX);
    size_t at = paths->replaced_count;
    bool file = strchr(name, '.');
    struct stat status;
    if (!str_copy(paths->replaced[at].by, PATHS_BYTES, by) || stat(by, &status) != 0 ||
        !(file ? S_ISREG(status.st_mode) : S_ISDIR(status.st_mode))) {
        return err_set("%s: is not a %s", by, file ? "file" : "folder");
    }
    paths->replaced[at].name = name;
    paths->replaced_count++;
    return true;
}

/* Where `name` would be; false when the path is too long. */
static bool below(char *path, size_t size, const char *folder, const char *name)
{
    return str_format(path, size, "%s%s%s", folder, name[0] ? "/" : "", name);
}

/* Whether `name` is the folder `of` or stands below; `rest` is then the rest of it. */
static bool is_below(const char *name, const char *of, const char **rest)
{
    size_t length = strlen(of);
    bool below = str_starts(name, of) && (name[length] == '/' || name[length] == '\0');
    if (below) {
        *rest = name[length] ? name + length + 1 : "";
    }
    return below;
}

/* The latest replacement that `name` is or stands below, and the rest of the name. */
static const char *replacement(const struct paths *paths, const char *name,
                               const char **rest)
{
    for (size_t i = paths->replaced_count; i-- > 0;) {
        if (is_below(name, paths->replaced[i].name, rest)) {
            return paths->replaced[i].by;
        }
    }
    return NULL;
}

/* The n-th place where `name` may be; false past the last. */
static bool place(const struct paths *paths, const char *name, size_t n, char *path,
                  size_t size)
{
    const char *rest = name;
    if (is_below(name, "scripts/lessons", &rest)) {
        if (n < paths->pack_count) {
            return below(path, size, paths->packs[n], name);
        }
        n -= paths->pack_count;
    }
    rest = name;
    const char *folder = replacement(paths, name, &rest);
    if (folder) {
        return n == 0 && below(path, size, folder, rest);
    }
    if (paths->voices[0] && is_below(name, "assets/voice", &rest) && n-- == 0) {
        return below(path, size, paths->voices, rest);
    }
    return n < paths->root_count && below(path, size, paths->roots[n], name);
}

static bool err_nowhere(const char *name)
{
    return err_set("%s: there is no folder it could be in", name);
}

bool paths_find(const struct paths *paths, const char *name, char *path, size_t size)
{
    for (size_t n = 0; place(paths, name, n, path, size); n++) {
        if (access(path, F_OK) == 0) {
            return true;
        }
    }
    return place(paths, name, 0, path, size) ? err_set("%s: is missing", path)
                                             : err_nowhere(name);
}

/* ---- listing ----------------------------------------------------------------------- */

static const char *entry_name(const char *path)
{
    return strrchr(path, '/') + 1;
}

/* Keeps the list sorted; an entry whose name is there already is left out. */
static void add_entry(struct paths_list *list, const char *path)
{
    size_t at = 0;
    int order = 1;
    while (at < list->count &&
           (order = strcmp(entry_name(list->paths[at]), entry_name(path))) < 0) {
        at++;
    }
    if (at < list->count && order == 0) {
        return;
    }
    list->paths = realloc(list->paths, (list->count + 1) * sizeof *list->paths);
    assert(list->paths);
    memmove(list->paths + at + 1, list->paths + at,
            (list->count - at) * sizeof *list->paths);
    str_copy(list->paths[at], PATHS_BYTES, path);
    list->count++;
}

static bool list_folder(const char *folder, struct paths_list *list)
{
    DIR *dir = opendir(folder);
    if (!dir) {
        return err_set_as("file_open", "%s: cannot be opened: %s", folder,
                          strerror(errno));
    }
    struct dirent *entry = NULL;
    while ((entry = readdir(dir))) {
        char path[PATHS_BYTES];
        if (entry->d_name[0] != '.' && below(path, sizeof path, folder, entry->d_name)) {
            add_entry(list, path);
        }
    }
    closedir(dir);
    return true;
}

bool paths_list(const struct paths *paths, const char *name, struct paths_list *list)
{
    char folder[PATHS_BYTES];
    bool read = false;
    err_nowhere(name);
    *list = (struct paths_list){0};
    for (size_t n = 0; place(paths, name, n, folder, sizeof folder); n++) {
        read = list_folder(folder, list) || read;
    }
    return read;
}

void paths_list_free(struct paths_list *list)
{
    free(list->paths);
    *list = (struct paths_list){0};
}
