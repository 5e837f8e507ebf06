/* SPDX-License-Identifier: MIT */
#include "support/failing_disk.h"

#include <assert.h>
#include <signal.h>
#include <stddef.h>
#include <stdlib.h>

#include <sqlite3.h>

/* SQLite gives a file's methods no context, so this one cannot do without statics. */
static sqlite3_vfs disk;
static sqlite3_vfs *below;

/* The system has a table of methods for each kind of file; each gets its twin here. */
static struct {
    const sqlite3_io_methods *real;
    sqlite3_io_methods failing;
} twins[4];

static int left;
static int failure;
static bool lasting;
static bool failed;

static const sqlite3_io_methods *real(const sqlite3_file *file)
{
    for (size_t i = 0; i < sizeof twins / sizeof *twins; i++) {
        if (file->pMethods == &twins[i].failing) {
            return twins[i].real;
        }
    }
    abort();
}

int failing_disk_change(void)
{
    if (failed && lasting) {
        return failure;
    }
    if (left > 0 && --left == 0) {
        failed = true;
        if (failure == FAILING_DISK_KILLS) {
            raise(SIGKILL);
        }
        return failure;
    }
    return SQLITE_OK;
}

static int write_bytes(sqlite3_file *file, const void *bytes, int count, sqlite3_int64 at)
{
    int code = failing_disk_change();
    return code == SQLITE_OK ? real(file)->xWrite(file, bytes, count, at) : code;
}

static int truncate_file(sqlite3_file *file, sqlite3_int64 size)
{
    int code = failing_disk_change();
    return code == SQLITE_OK ? real(file)->xTruncate(file, size) : code;
}

/* Nobody cuts the power here, and waiting costs minutes. */
static int sync_file(sqlite3_file *file, int flags)
{
    (void)file;
    (void)flags;
    return failing_disk_change();
}

static void replace_methods(sqlite3_file *file)
{
    size_t i = 0;
    while (twins[i].real && twins[i].real != file->pMethods) {
        i++;
        assert(i < sizeof twins / sizeof *twins);
    }
    twins[i].real = file->pMethods;
    twins[i].failing = *file->pMethods;
    twins[i].failing.xWrite = write_bytes;
    twins[i].failing.xTruncate = truncate_file;
    twins[i].failing.xSync = sync_file;
    file->pMethods = &twins[i].failing;
}

static int open_file(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags,
                     int *out_flags)
{
    (void)vfs;
    int code = below->xOpen(below, name, file, flags, out_flags);
    if (code == SQLITE_OK) {
        replace_methods(file);
    }
    return code;
}

void failing_disk_install(void)
{
    below = sqlite3_vfs_find(NULL);
    assert(below);
    disk = *below;
    disk.zName = "failing-disk";
    disk.pNext = NULL;
    disk.xOpen = open_file;
    int code = sqlite3_vfs_register(&disk, 1);
    assert(code == SQLITE_OK);
    (void)code;
}

void failing_disk_arm(int nth, int code, bool for_good)
{
    left = nth;
    failure = code;
    lasting = for_good;
    failed = false;
}

bool failing_disk_failed(void)
{
    return failed;
}
