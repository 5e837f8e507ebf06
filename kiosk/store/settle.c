/* SPDX-License-Identifier: MIT */
#include "store/settle.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include <sqlite3.h>

#include "base/err.h"
#include "base/file.h"
#include "base/str.h"
#include "store/schema.h"

static const char copy_ending[] = ".settling";

/* ---- single files ------------------------------------------------------------------ */

/* Overwrites a file's bytes where they lie. */
static bool wipe(int fd)
{
    static const char zeros[65536];
    struct stat facts;
    if (fstat(fd, &facts) != 0) {
        return false;
    }
    for (off_t at = 0; at < facts.st_size;) {
        off_t left = facts.st_size - at;
        size_t size = left < (off_t)sizeof zeros ? (size_t)left : sizeof zeros;
        ssize_t wrote = pwrite(fd, zeros, size, at);
        if (wrote <= 0) {
            return false;
        }
        at += wrote;
    }
    return fsync(fd) == 0;
}

/* The folder that holds a name, to be synced after the name has changed. */
static void folder_of(const char *path, char out[PATH_MAX])
{
    str_copy(out, PATH_MAX, path);
    char *slash = strrchr(out, '/');
    if (slash) {
        slash[slash == out] = '\0';
    } else {
        str_copy(out, PATH_MAX, ".");
    }
}

static void sync_folder(const char *path)
{
    char folder[PATH_MAX];
    folder_of(path, folder);
    int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd >= 0) {
        fsync(fd);
        close(fd);
    }
}

static void wipe_and_remove(const char *name, int fd)
{
    if (fd >= 0) {
        wipe(fd);
        unlink(name);
        sync_folder(name);
        close(fd);
    }
}

static int open_to_wipe(const char *name)
{
    return open(name, O_RDWR | O_CLOEXEC | O_NOFOLLOW);
}

void settle_wipe_journal(const char *path)
{
    char journal[PATH_MAX];
    if (str_format(journal, sizeof journal, "%s-journal", path)) {
        wipe_and_remove(journal, open_to_wipe(journal));
    }
}

void settle_wipe(const char *path)
{
    char copy[PATH_MAX];
    if (!str_format(copy, sizeof copy, "%s%s", path, copy_ending)) {
        return;
    }
    int fd = open_to_wipe(copy);
    if (fd >= 0 && flock(fd, LOCK_EX | LOCK_NB) != 0) {
        close(fd); /* another program is at it */
        return;
    }
    settle_wipe_journal(copy);
    wipe_and_remove(copy, fd);
}

/* Midnight of the day in which the file was written. */
static void date_file(const char *path)
{
    struct stat facts;
    struct tm day = {0};
    if (stat(path, &facts) != 0 || !localtime_r(&facts.st_mtim.tv_sec, &day)) {
        return;
    }
    day.tm_hour = 0;
    day.tm_min = 0;
    day.tm_sec = 0;
    day.tm_isdst = -1;
    const struct timespec midnight = {.tv_sec = mktime(&day)};
    const struct timespec times[2] = {midnight, midnight};
    utimensat(AT_FDCWD, path, times, 0);
}

void settle_date(const char *path)
{
    static const char *const endings[] = {"", "-wal", "-shm"};
    char name[PATH_MAX];
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        if (str_format(name, sizeof name, "%s%s", path, endings[i])) {
            date_file(name);
        }
    }
    folder_of(path, name);
    date_file(name);
}

/* ---- the copy ---------------------------------------------------------------------- */

static bool run(sqlite3 *db, const char *sql)
{
    return sqlite3_exec(db, sql, NULL, NULL, NULL) == SQLITE_OK;
}

/* Whether a PRAGMA answers with this word. */
static bool answers(sqlite3 *db, const char *sql, const char *word)
{
    sqlite3_stmt *query = NULL;
    bool same = sqlite3_prepare_v2(db, sql, -1, &query, NULL) == SQLITE_OK &&
                sqlite3_step(query) == SQLITE_ROW &&
                str_equal((const char *)sqlite3_column_text(query, 0), word);
    return sqlite3_finalize(query) == SQLITE_OK && same;
}

/* SQLite finds nothing wrong where a PRAGMA answers with another word: the file is in
 * use. */
static bool fail(sqlite3 *db, const char *path)
{
    static const char doing[] = "the order of the counts cannot be erased";
    int code = sqlite3_errcode(db);
    if (code == SQLITE_OK || code == SQLITE_ROW || code == SQLITE_DONE) {
        return err_set_as("counts_locked",
                          "%s: %s: another program has it open; close that program", path,
                          doing);
    }
    return schema_fail(db, path, doing);
}

/*
 * Folds the log in, removes it, and locks everybody else out until `db` is closed. This
 * fails while another program has the database open: its log would be taken for the new
 * file's.
 */
static bool lock_out(sqlite3 *db)
{
    return answers(db, "PRAGMA journal_mode = DELETE", "delete") &&
           answers(db, "PRAGMA main.locking_mode = EXCLUSIVE", "exclusive") &&
           run(db, "BEGIN EXCLUSIVE") && run(db, "COMMIT") &&
           answers(db, "PRAGMA journal_mode", "delete");
}

/* The log goes with the lock; its bytes are still there by its descriptor. */
static bool remove_log(sqlite3 *db, const char *path)
{
    char log[PATH_MAX];
    if (!str_format(log, sizeof log, "%s-wal", path)) {
        return err_set_as("path_long", "%s: the path is too long", path);
    }
    int fd = open(log, O_RDWR | O_CLOEXEC);
    bool removed = lock_out(db) || fail(db, path);
    if (fd >= 0) {
        if (removed && !wipe(fd)) {
            removed = err_set_as("counts_erased",
                                 "%s: its bytes cannot be erased: %s; check the disk",
                                 log, strerror(errno));
        }
        close(fd);
    }
    return removed;
}

static bool copy_rows(sqlite3 *db, const char *to)
{
    sqlite3_stmt *copy = NULL;
    bool copied =
        sqlite3_prepare_v2(db, "VACUUM main INTO ?1", -1, &copy, NULL) == SQLITE_OK &&
        sqlite3_bind_text(copy, 1, to, -1, SQLITE_STATIC) == SQLITE_OK &&
        sqlite3_step(copy) == SQLITE_DONE;
    return sqlite3_finalize(copy) == SQLITE_OK && copied;
}

/*
 * In the header of the file: it is read with a log from its first opening on, and it does
 * not tell how often it was settled before (sqlite.org/fileformat2.html, 1.3.3 and
 * 1.3.9).
 */
static bool patch_header(int fd)
{
    static const char with_log[2] = {2, 2};
    static const char first_schema[4] = {0, 0, 0, 1};
    return pwrite(fd, with_log, sizeof with_log, 18) == sizeof with_log &&
           pwrite(fd, first_schema, sizeof first_schema, 40) == sizeof first_schema;
}

/* The same rights as the file whose place it takes. */
static bool take_over(int fd, const char *path)
{
    struct stat facts;
    if (stat(path, &facts) != 0 || fchmod(fd, facts.st_mode & 07777) != 0) {
        return false;
    }
    /* Only root may give a file away. */
    return fchown(fd, facts.st_uid, facts.st_gid) == 0 || errno == EPERM;
}

/* The old file gets the copy's name, or, where the file system cannot exchange two names,
 * it has none any more and is wiped by its descriptor. */
static bool exchange(const char *path, const char *copy)
{
    if (renameat2(AT_FDCWD, copy, AT_FDCWD, path, RENAME_EXCHANGE) == 0) {
        sync_folder(path);
        return true;
    }
    int old = open(path, O_RDWR | O_CLOEXEC);
    bool replaced = rename(copy, path) == 0;
    if (replaced) {
        sync_folder(path);
        wipe(old);
    }
    if (old >= 0) {
        close(old);
    }
    return replaced;
}

/* `fd` is the empty file `copy`. */
static bool copy_and_exchange(sqlite3 *db, const char *path, const char *copy, int fd)
{
    if (flock(fd, LOCK_EX | LOCK_NB) != 0) {
        return err_set_as("counts_locked", "%s: another program works at it", copy);
    }
    if (!remove_log(db, path)) {
        return false;
    }
    if (!copy_rows(db, copy)) {
        return fail(db, path);
    }
    return (take_over(fd, path) && patch_header(fd) && fsync(fd) == 0 &&
            exchange(path, copy)) ||
           err_set_as("counts_write",
                      "%s: cannot be written: %s; check the disk and the room on it",
                      copy, strerror(errno));
}

bool settle_copy(struct sqlite3 *db, const char *path)
{
    char copy[PATH_MAX];
    if (!str_format(copy, sizeof copy, "%s%s", path, copy_ending)) {
        return err_set_as("path_long", "%s: the path is too long", path);
    }
    settle_wipe(path);
    int fd = open(copy, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (fd < 0) {
        return err_set_as("counts_write",
                          "%s: cannot be made: %s; check the disk and the room on it",
                          copy, strerror(errno));
    }
    bool copied = copy_and_exchange(db, path, copy, fd);
    close(fd);
    return copied;
}
