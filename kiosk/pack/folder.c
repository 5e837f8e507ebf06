/* SPDX-License-Identifier: MIT */
#include <assert.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/err.h"
#include "base/file.h"
#include "base/str.h"
#include "pack/internal.h"

static bool cannot_read(const char *folder)
{
    return err_set_as("pack_folder", "%s: cannot be read: %s", folder, strerror(errno));
}

static int by_name(const void *a, const void *b)
{
    return strcmp(a, b);
}

bool pack_list(struct pack_list *list, const char *folder)
{
    *list = (struct pack_list){0};
    DIR *entries = opendir(folder);
    if (!entries) {
        return cannot_read(folder);
    }
    for (struct dirent *entry; (entry = readdir(entries));) {
        if (str_equal(entry->d_name, ".") || str_equal(entry->d_name, "..")) {
            continue;
        }
        list->names = realloc(list->names, (list->count + 1) * sizeof *list->names);
        assert(list->names);
        str_copy(list->names[list->count++], sizeof *list->names, entry->d_name);
    }
    closedir(entries);
    if (list->count > 0) {
        qsort(list->names, list->count, sizeof *list->names, by_name);
    }
    return true;
}

void pack_list_free(struct pack_list *list)
{
    free(list->names);
    *list = (struct pack_list){0};
}

bool pack_make_folders(const char *folder, const char *name)
{
    char path[PACK_PATH_MAX];
    if (!str_format(path, sizeof path, "%s/%s", folder, name)) {
        return err_set_as("pack_path", "%s: the path is too long", name);
    }
    *strrchr(path, '/') = '\0';
    return file_make_folder(path) ||
           err_set_as("pack_write", "%s: cannot be written: %s", path, strerror(errno));
}

/* Depth is bounded: what stands in a folder of packs was unpacked by us, or is
 * refused. */
static bool remove_in(int at, const char *name, int depth)
{
    struct stat facts;
    if (fstatat(at, name, &facts, AT_SYMLINK_NOFOLLOW) != 0) {
        return errno == ENOENT;
    }
    if (!S_ISDIR(facts.st_mode)) {
        return unlinkat(at, name, 0) == 0;
    }
    int fd = openat(at, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    DIR *entries = fd >= 0 && depth > 0 ? fdopendir(fd) : NULL;
    if (!entries) {
        if (fd >= 0) {
            close(fd);
        }
        return false;
    }
    bool removed = true;
    for (struct dirent *entry; (entry = readdir(entries));) {
        if (!str_equal(entry->d_name, ".") && !str_equal(entry->d_name, "..")) {
            removed = remove_in(fd, entry->d_name, depth - 1) && removed;
        }
    }
    closedir(entries);
    return removed && unlinkat(at, name, AT_REMOVEDIR) == 0;
}

bool pack_remove_all(const char *folder)
{
    return remove_in(AT_FDCWD, folder, 16) ||
           err_set_as("pack_write", "%s: cannot be written: %s", folder, strerror(errno));
}

static bool sync_one(const char *path)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
    bool synced = fd >= 0 && fsync(fd) == 0;
    if (fd >= 0) {
        close(fd);
    }
    return synced ||
           err_set_as("pack_write", "%s: cannot be written: %s", path, strerror(errno));
}

bool pack_sync_all(const char *folder)
{
    struct pack_list list;
    struct stat facts;
    bool synced = pack_list(&list, folder);
    for (size_t i = 0; synced && i < list.count; i++) {
        char path[PACK_PATH_MAX];
        synced = str_format(path, sizeof path, "%s/%s", folder, list.names[i]) ||
                 err_set_as("pack_path", "%s: the path is too long", folder);
        if (synced && lstat(path, &facts) == 0 && S_ISDIR(facts.st_mode)) {
            synced = pack_sync_all(path);
        }
    }
    pack_list_free(&list);
    return synced && sync_one(folder);
}
