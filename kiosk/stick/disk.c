/* SPDX-License-Identifier: MIT */
#include "stick/disk.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include "base/file.h"
#include "base/str.h"

enum { PIECE_BYTES = 64 << 10 };

static const struct {
    int error;
    enum stick_fault fault;
} meanings[] = {
    {0, STICK_none},          {ENOSPC, STICK_full},     {EDQUOT, STICK_full},
    {EROFS, STICK_read_only}, {EACCES, STICK_owned},    {EPERM, STICK_owned},
    {EIO, STICK_damaged},     {EUCLEAN, STICK_damaged}, {EBADMSG, STICK_damaged},
    {ENODEV, STICK_pulled},   {ENXIO, STICK_pulled},    {ENOMEDIUM, STICK_pulled},
    {ESTALE, STICK_pulled},   {ENOTCONN, STICK_pulled}, {ESHUTDOWN, STICK_pulled},
    {ENOENT, STICK_pulled},   {EBUSY, STICK_busy},
};

enum stick_fault stick_fault_of(int error)
{
    for (size_t i = 0; i < sizeof meanings / sizeof *meanings; i++) {
        if (meanings[i].error == error) {
            return meanings[i].fault;
        }
    }
    return STICK_failed;
}

/* ---- writing ----------------------------------------------------------------------- */

struct writing {
    int folder; /* open */
    const char *file;
    char fresh[STICK_FILE_MAX]; /* what it is called until it is whole */
    const char *bytes;
    size_t length;
    disk_there *there;
    void *context;
};

static enum stick_fault write_pieces(const struct writing *w, int fd)
{
    size_t done = 0;
    while (done < w->length) {
        size_t left = w->length - done;
        ssize_t n = write(fd, w->bytes + done, left < PIECE_BYTES ? left : PIECE_BYTES);
        if (n < 0 && errno != EINTR) {
            return stick_fault_of(errno);
        }
        done += n > 0 ? (size_t)n : 0;
        if (!w->there(w->context)) {
            return STICK_pulled;
        }
    }
    return fsync(fd) == 0 ? STICK_none : stick_fault_of(errno);
}

/* The pages that were just written are clean after fsync() and are given up here, so that
 * what is read comes from the stick. */
static enum stick_fault read_back(const struct writing *w, int fd)
{
    char piece[PIECE_BYTES];
    size_t done = 0;
    posix_fadvise(fd, 0, 0, POSIX_FADV_DONTNEED);
    for (;;) {
        ssize_t n = pread(fd, piece, sizeof piece, (off_t)done);
        if (n < 0 && errno == EINTR) {
            continue;
        }
        if (n < 0) {
            return stick_fault_of(errno);
        }
        if (n == 0) {
            return done == w->length ? STICK_none : STICK_damaged;
        }
        if ((size_t)n > w->length - done ||
            memcmp(piece, w->bytes + done, (size_t)n) != 0) {
            return STICK_damaged;
        }
        done += (size_t)n;
        if (!w->there(w->context)) {
            return STICK_pulled;
        }
    }
}

/* A link or a pipe of that name, which somebody else has put there, is not followed. */
static enum stick_fault write_fresh(const struct writing *w)
{
    unlinkat(w->folder, w->fresh, 0);
    int fd = openat(w->folder, w->fresh, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
    if (fd < 0) {
        return stick_fault_of(errno);
    }
    enum stick_fault fault = write_pieces(w, fd);
    if (fault == STICK_none) {
        fault = read_back(w, fd);
    }
    return close(fd) != 0 && fault == STICK_none ? stick_fault_of(errno) : fault;
}

/* A file system that cannot sync a folder by itself says EINVAL; all of it is synced. */
static enum stick_fault sync_folder(int folder)
{
    if (fsync(folder) != 0 && errno != EINVAL && errno != ENOTSUP) {
        return stick_fault_of(errno);
    }
    return syncfs(folder) == 0 ? STICK_none : stick_fault_of(errno);
}

enum stick_fault disk_name(const char *folder, char file[STICK_FILE_MAX],
                           const char *bytes, size_t length)
{
    char wanted[STICK_PATH_MAX + STICK_FILE_MAX];
    char name[STICK_PATH_MAX + STICK_FILE_MAX];
    bool found = str_format(wanted, sizeof wanted, "%s/%s", folder, file) &&
                 file_name_beside(wanted, bytes, length, name, sizeof name);
    return found && str_copy(file, STICK_FILE_MAX, strrchr(name, '/') + 1) ? STICK_none
                                                                           : STICK_failed;
}

enum stick_fault disk_write(const char *folder, const char *file, const char *bytes,
                            size_t length, disk_there *there, void *context)
{
    struct writing w = {.file = file,
                        .bytes = bytes,
                        .length = length,
                        .there = there,
                        .context = context};
    if (!str_format(w.fresh, sizeof w.fresh, "%s.new", file)) {
        return STICK_failed;
    }
    w.folder = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (w.folder < 0) {
        return stick_fault_of(errno);
    }
    enum stick_fault fault = write_fresh(&w);
    if (fault == STICK_none && renameat(w.folder, w.fresh, w.folder, w.file) != 0) {
        fault = stick_fault_of(errno);
    }
    if (fault == STICK_none) {
        fault = sync_folder(w.folder);
    } else {
        unlinkat(w.folder, w.fresh, 0);
    }
    close(w.folder);
    return fault;
}

enum stick_fault disk_sync(const char *folder)
{
    int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0) {
        return stick_fault_of(errno);
    }
    enum stick_fault fault = sync_folder(fd);
    close(fd);
    return fault == STICK_read_only ? STICK_none : fault;
}

/* ---- looking ----------------------------------------------------------------------- */

enum stick_fault disk_look(struct stick_task *task, bool *read_only)
{
    struct statvfs facts;
    if (statvfs(task->folder, &facts) != 0) {
        return stick_fault_of(errno);
    }
    task->free_bytes = (uint64_t)facts.f_bavail * facts.f_frsize;
    *read_only = (facts.f_flag & ST_RDONLY) != 0;
    return STICK_none;
}
