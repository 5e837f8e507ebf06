/* SPDX-License-Identifier: MIT */
/*
 * libptyserial.so: lets Debian's libserialport 0.1.1 open a pseudo-terminal, so that the
 * whole chain from simulated firmware to kiosk runs through the real library:
 *
 *     LD_PRELOAD=build/release/lib/libptyserial.so life-kiosk --manikin /dev/pts/3
 *
 * The library refuses for two reasons only: it looks for /sys/class/tty/pts/N, and it
 * asks for modem lines, which a pseudo-terminal answers with ENOTTY. Both get the answer
 * of a cable without modem lines. Everything else goes to the kernel untouched.
 *
 * Under AddressSanitizer also set ASAN_OPTIONS=verify_asan_link_order=0.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

static const char sys_folder[] = "/sys/class/tty/pts/";
static const char link_text[] = "../../devices/virtual/tty/pts";

/* The C library's own names for it before and since version 2.33. */
int __lxstat(int version, const char *path, struct stat *out);

/* Whether `path` is what the library asks about an existing /dev/pts/N. */
static bool asks_about_pty(const char *path)
{
    if (strncmp(path, sys_folder, sizeof sys_folder - 1) != 0) {
        return false;
    }
    char device[64];
    int length =
        snprintf(device, sizeof device, "/dev/pts/%s", path + sizeof sys_folder - 1);
    return length < (int)sizeof device && access(device, F_OK) == 0;
}

// NOLINTNEXTLINE(readability-inconsistent-declaration-parameter-name)
int lstat(const char *path, struct stat *out)
{
    if (asks_about_pty(path)) {
        memset(out, 0, sizeof *out);
        out->st_mode = S_IFLNK | 0777;
        return 0;
    }
    return fstatat(AT_FDCWD, path, out, AT_SYMLINK_NOFOLLOW);
}

int __lxstat(int version, const char *path, struct stat *out)
{
    (void)version;
    return lstat(path, out);
}

// NOLINTNEXTLINE(readability-inconsistent-declaration-parameter-name)
ssize_t readlink(const char *path, char *out, size_t size)
{
    if (asks_about_pty(path)) {
        size_t length = strlen(link_text);
        length = length < size ? length : size;
        memcpy(out, link_text, length);
        return (ssize_t)length;
    }
    return readlinkat(AT_FDCWD, path, out, size);
}

static bool is_pty(int fd)
{
    char name[64];
    return ttyname_r(fd, name, sizeof name) == 0 && strncmp(name, "/dev/pts/", 9) == 0;
}

int ioctl(int fd, unsigned long request, ...)
{
    va_list rest;
    va_start(rest, request);
    void *argument = va_arg(rest, void *);
    va_end(rest);
    int result = (int)syscall(SYS_ioctl, fd, request, argument);
    if (result == 0 || errno != ENOTTY || !is_pty(fd)) {
        return result;
    }
    switch (request) {
    case TIOCMGET:
        *(int *)argument = TIOCM_DTR | TIOCM_RTS | TIOCM_CTS | TIOCM_DSR | TIOCM_CAR;
        return 0;
    case TIOCMSET:
    case TIOCMBIS:
    case TIOCMBIC: return 0;
    default: errno = ENOTTY; return -1;
    }
}
