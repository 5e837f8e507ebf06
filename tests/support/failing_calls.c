/* SPDX-License-Identifier: MIT */
#include "support/failing_calls.h"

#include <errno.h>
#include <stddef.h>
#include <sys/types.h>

#include <sqlite3.h>

#include "support/failing_disk.h"

int __real_rename(const char *from, const char *to);
int __real_renameat2(int from_fd, const char *from, int to_fd, const char *to,
                     unsigned flags);
int __real_link(const char *from, const char *to);
int __real_unlink(const char *path);
int __real_fchmod(int fd, mode_t mode);
ssize_t __real_pwrite(int fd, const void *bytes, size_t size, off_t at);

int __wrap_fsync(int fd);
int __wrap_rename(const char *from, const char *to);
int __wrap_renameat2(int from_fd, const char *from, int to_fd, const char *to,
                     unsigned flags);
int __wrap_link(const char *from, const char *to);
int __wrap_unlink(const char *path);
int __wrap_fchmod(int fd, mode_t mode);
ssize_t __wrap_pwrite(int fd, const void *bytes, size_t size, off_t at);

/* The linker gives these no context. */
static bool no_exchange;
static bool no_links;

void failing_calls_no_exchange(bool none)
{
    no_exchange = none;
}

void failing_calls_no_links(bool none)
{
    no_links = none;
}

static bool fails(void)
{
    int code = failing_disk_change();
    errno = code == SQLITE_FULL ? ENOSPC : EIO;
    return code != SQLITE_OK;
}

/* Nobody cuts the power here, and waiting costs minutes. */
int __wrap_fsync(int fd)
{
    (void)fd;
    return fails() ? -1 : 0;
}

int __wrap_rename(const char *from, const char *to)
{
    return fails() ? -1 : __real_rename(from, to);
}

int __wrap_renameat2(int from_fd, const char *from, int to_fd, const char *to,
                     unsigned flags)
{
    if (no_exchange) {
        errno = EINVAL;
        return -1;
    }
    return fails() ? -1 : __real_renameat2(from_fd, from, to_fd, to, flags);
}

int __wrap_link(const char *from, const char *to)
{
    if (no_links) {
        errno = EPERM;
        return -1;
    }
    return fails() ? -1 : __real_link(from, to);
}

int __wrap_unlink(const char *path)
{
    return fails() ? -1 : __real_unlink(path);
}

int __wrap_fchmod(int fd, mode_t mode)
{
    return fails() ? -1 : __real_fchmod(fd, mode);
}

ssize_t __wrap_pwrite(int fd, const void *bytes, size_t size, off_t at)
{
    return fails() ? -1 : __real_pwrite(fd, bytes, size, at);
}
