/* SPDX-License-Identifier: MIT */
#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/err.h"
#include "base/hash.h"
#include "base/str.h"

static char *read_all(FILE *file, const char *path, size_t max_bytes, size_t *length)
{
    struct str text = {0};
    char block[16384];
    size_t got = 0;
    while ((got = fread(block, 1, sizeof block, file)) > 0) {
        if (text.length + got > max_bytes) {
            err_set_as("file_long", "%s: longer than the %zu bytes allowed for it", path,
                       max_bytes);
            goto fail;
        }
        str_add_bytes(&text, block, got);
    }
    if (ferror(file)) {
        err_set_as("file_read", "%s: cannot be read: %s", path, strerror(errno));
        goto fail;
    }
    str_add_bytes(&text, "", 0);
    *length = text.length;
    return text.text;
fail:
    str_free(&text);
    return NULL;
}

char *file_read(const char *path, size_t max_bytes, size_t *length)
{
    FILE *file = fopen(path, "rb");
    if (!file) {
        err_set_as(errno == ENOENT ? "file_missing" : "file_open",
                   "%s: cannot be opened: %s", path, strerror(errno));
        return NULL;
    }
    char *text = read_all(file, path, max_bytes, length);
    fclose(file);
    return text;
}

static bool write_synced(const char *path, const char *bytes, size_t length)
{
    FILE *file = fopen(path, "wb");
    if (!file) {
        return false;
    }
    bool written = fwrite(bytes, 1, length, file) == length && fflush(file) == 0 &&
                   fsync(fileno(file)) == 0;
    return fclose(file) == 0 && written;
}

/* The rename itself must reach the disk: sync the folder that holds the name. */
static void sync_folder_of(const char *path)
{
    char folder[PATH_MAX];
    str_copy(folder, sizeof folder, path);
    char *slash = strrchr(folder, '/');
    if (slash) {
        slash[1] = '\0';
    } else {
        str_copy(folder, sizeof folder, ".");
    }
    int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd >= 0) {
        fsync(fd);
        close(fd);
    }
}

bool file_replace(const char *path, const char *fresh)
{
    if (rename(fresh, path) != 0) {
        return err_set_as("file_write", "%s: cannot be written: %s", path,
                          strerror(errno));
    }
    sync_folder_of(path);
    return true;
}

/* All or nothing: the bytes get a name of their own first. */
static bool write_file(const char *path, const char *bytes, size_t length)
{
    char fresh[PATH_MAX];
    if (!str_format(fresh, sizeof fresh, "%s.new", path)) {
        return err_set_as("path_long", "%s: the path is too long", path);
    }
    bool written = write_synced(fresh, bytes, length)
                       ? file_replace(path, fresh)
                       : err_set_as("file_write", "%s: cannot be written: %s", path,
                                    strerror(errno));
    if (!written) {
        unlink(fresh);
    }
    return written;
}

/* Into a device or a pipe, of which nothing stays half. Who reads it is there already: a
 * pipe that nobody reads is not waited for. */
static bool write_through(const char *path, const char *bytes, size_t length)
{
    int fd = open(path, O_WRONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    bool written = fd >= 0 && fcntl(fd, F_SETFL, 0) == 0;
    while (written && length > 0) {
        ssize_t n = write(fd, bytes, length);
        written = n > 0;
        bytes += written ? n : 0;
        length -= written ? (size_t)n : 0;
    }
    if (!written) {
        err_set_as("file_write", "%s: cannot be written: %s", path, strerror(errno));
    }
    if (fd >= 0) {
        close(fd);
    }
    return written;
}

bool file_write(const char *path, const char *bytes, size_t length)
{
    char end[PATH_MAX];
    struct stat facts;
    if (stat(path, &facts) == 0 && !S_ISREG(facts.st_mode) && !S_ISDIR(facts.st_mode)) {
        return write_through(path, bytes, length);
    }
    bool link = lstat(path, &facts) == 0 && S_ISLNK(facts.st_mode) && realpath(path, end);
    return write_file(link ? end : path, bytes, length);
}

bool file_exists(const char *path)
{
    return access(path, F_OK) == 0;
}

bool file_is_same(const char *path, const char *other)
{
    struct stat facts;
    struct stat others;
    return stat(path, &facts) == 0 && stat(other, &others) == 0 &&
           facts.st_dev == others.st_dev && facts.st_ino == others.st_ino;
}

/* Whether a file may be written there: there is none, or one that holds these bytes. A
 * link is not followed and a pipe not waited for. */
static bool is_free(const char *path, const char *bytes, size_t length)
{
    struct stat facts;
    char piece[1 << 14];
    size_t done = 0;
    if (lstat(path, &facts) != 0) {
        return errno == ENOENT;
    }
    if (!S_ISREG(facts.st_mode) || (size_t)facts.st_size != length) {
        return false;
    }
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    ssize_t n = fd < 0 ? -1 : 1;
    while (n > 0 && done < length) {
        n = read(fd, piece, sizeof piece);
        if (n <= 0 || (size_t)n > length - done ||
            memcmp(piece, bytes + done, (size_t)n) != 0) {
            break;
        }
        done += (size_t)n;
    }
    if (fd >= 0) {
        close(fd);
    }
    return done == length;
}

bool file_name_beside(const char *path, const char *bytes, size_t length, char *out,
                      size_t size)
{
    enum { NAMES_MOST = 999 };

    const char *slash = strrchr(path, '/');
    const char *dot = strrchr(slash ? slash : path, '.');
    int stem = (int)(dot ? (size_t)(dot - path) : strlen(path));
    for (int number = 1; number <= NAMES_MOST; number++) {
        bool fits = number == 1 ? str_copy(out, size, path)
                                : str_format(out, size, "%.*s-%d%s", stem, path, number,
                                             dot ? dot : "");
        if (!fits) {
            return err_set_as("path_long", "%s: the path is too long", path);
        }
        if (is_free(out, bytes, length)) {
            return true;
        }
    }
    return err_set_as("file_names", "%s: there are %d files of that name; move them away",
                      path, NAMES_MOST);
}

uint64_t file_stamp_of(const struct stat *facts)
{
    const int64_t numbers[] = {
        (int64_t)facts->st_dev,         (int64_t)facts->st_ino,
        (int64_t)facts->st_mode,        (int64_t)facts->st_size,
        (int64_t)facts->st_mtim.tv_sec, (int64_t)facts->st_mtim.tv_nsec,
        (int64_t)facts->st_ctim.tv_sec, (int64_t)facts->st_ctim.tv_nsec};
    return hash_bytes(HASH_BEGIN, numbers, sizeof numbers);
}

uint64_t file_stamp(const char *path)
{
    struct stat facts;
    return stat(path, &facts) == 0 ? file_stamp_of(&facts) : 0;
}

bool file_make_folder(const char *path)
{
    char part[PATH_MAX];
    if (!str_copy(part, sizeof part, path)) {
        return err_set_as("path_long", "%s: the path is too long", path);
    }
    for (char *at = part + 1; *at; at++) {
        if (*at == '/') {
            *at = '\0';
            mkdir(part, 0755);
            *at = '/';
        }
    }
    if (mkdir(part, 0755) == 0) {
        return true;
    }
    if (errno != EEXIST) {
        return err_set_as("folder_made", "%s: the folder cannot be made: %s", path,
                          strerror(errno));
    }
    struct stat status;
    return (stat(path, &status) == 0 && S_ISDIR(status.st_mode)) ||
           err_set_as("folder_other", "%s: is not a folder; move it away", path);
}
