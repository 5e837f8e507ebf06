/* SPDX-License-Identifier: MIT */
/*
 * A database that is read and left as it is. How it is opened depends on what stands
 * beside it (sqlite.org/wal.html, chapters 3 and 6; each tried with SQLite 3.40):
 *
 *     neither a log nor a journal        immutable: SQLite makes no file and takes no
 *                                        lock; it works where nothing may be written
 *     a log and its index (-shm)         read-only: a kiosk may be at work, and both
 *                                        files are there already
 *     a log without index, a journal     a copy in the folder for temporary files: to
 *                                        read the database they have to be worked in
 *
 * An older schema is updated in memory.
 */
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <sqlite3.h>

#include "base/err.h"
#include "base/str.h"
#include "store/inside.h"
#include "store/schema.h"
#include "store/store.h"

static const char doing[] = "cannot be read as a database of counts";

/* ---- how it is opened -------------------------------------------------------------- */

/* Bytes of what stands beside it; -1: nothing does. */
static int64_t size_beside(const char *file, const char *ending)
{
    char path[PATH_MAX];
    struct stat facts;
    return str_format(path, sizeof path, "%s%s", file, ending) && stat(path, &facts) == 0
               ? (int64_t)facts.st_size
               : -1;
}

static bool open_with(struct store *store, const char *name, int flags)
{
    sqlite3_close(store->db);
    store->db = NULL;
    if (sqlite3_open_v2(name, &store->db, flags | SQLITE_OPEN_NOMUTEX, NULL) !=
        SQLITE_OK) {
        return schema_fail(store->db, store->path, doing);
    }
    return true;
}

/* Its name as a URI, in which three signs mean something else. */
static bool open_immutable(struct store *store, const char *file)
{
    struct str name = {0};
    str_add(&name, "file:");
    for (const char *at = file; *at; at++) {
        str_add(&name, strchr("%?#", *at) ? "%%%02X" : "%c", (unsigned char)*at);
    }
    str_add(&name, "?immutable=1");
    bool opened = open_with(store, name.text, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI);
    str_free(&name);
    return opened;
}

/* ---- copies ------------------------------------------------------------------------ */

static bool copy_bytes(FILE *from, FILE *to)
{
    char block[1 << 16];
    size_t got = 0;
    while ((got = fread(block, 1, sizeof block, from)) > 0) {
        if (fwrite(block, 1, got, to) != got) {
            return false;
        }
    }
    return ferror(from) == 0 && fflush(to) == 0;
}

/* What is not there is no fault. False: errno. */
static bool copy_file(const char *from, const char *to)
{
    FILE *in = fopen(from, "rb");
    if (!in) {
        return errno == ENOENT;
    }
    FILE *out = fopen(to, "wb");
    bool copied = out && copy_bytes(in, out);
    fclose(in);
    if (out) {
        copied = fclose(out) == 0 && copied;
    }
    return copied;
}

static const char *const parts[] = {"", "-wal", "-journal"};

enum { PARTS = sizeof parts / sizeof *parts };

static bool copy_parts(const struct store *store, const char *file, const char *copy)
{
    for (int i = 0; i < PARTS; i++) {
        char from[PATH_MAX];
        char to[PATH_MAX];
        str_format(to, sizeof to, "%s%s", copy, parts[i]);
        if (!str_format(from, sizeof from, "%s%s", file, parts[i])) {
            return err_set_as("path_long", "%s: the path is too long", store->path);
        }
        if (!copy_file(from, to)) {
            return err_set_as("counts_copied",
                              "%s: cannot be copied to be read: %s; make room in the "
                              "folder for temporary files",
                              store->path, strerror(errno));
        }
    }
    return true;
}

/* The whole of an open database into memory. */
static bool move_into_memory(struct store *store)
{
    sqlite3 *memory = NULL;
    sqlite3_backup *backup = NULL;
    if (sqlite3_open(":memory:", &memory) == SQLITE_OK) {
        backup = sqlite3_backup_init(memory, "main", store->db, "main");
    }
    bool moved = backup && sqlite3_backup_step(backup, -1) == SQLITE_DONE;
    sqlite3_backup_finish(backup);
    if (!moved) {
        bool of_file = sqlite3_errcode(memory) == SQLITE_OK;
        schema_fail(of_file ? store->db : memory, store->path, doing);
        sqlite3_close(memory);
        return false;
    }
    sqlite3_close(store->db);
    store->db = memory;
    return true;
}

static void remove_folder(const char *folder, const char *copy)
{
    static const char *const left[] = {"", "-wal", "-journal", "-shm"};
    for (size_t i = 0; i < sizeof left / sizeof *left; i++) {
        char path[PATH_MAX];
        str_format(path, sizeof path, "%s%s", copy, left[i]);
        unlink(path);
    }
    rmdir(folder);
}

/* It is nowhere but in memory when this returns. */
static bool open_copy(struct store *store, const char *file)
{
    char folder[PATH_MAX];
    char copy[PATH_MAX];
    const char *temporary = getenv("TMPDIR");
    str_format(folder, sizeof folder, "%s/life-kiosk-XXXXXX",
               temporary && *temporary ? temporary : "/tmp");
    if (!mkdtemp(folder)) {
        return err_set_as("folder_made", "%s: the folder cannot be made: %s", folder,
                          strerror(errno));
    }
    str_format(copy, sizeof copy, "%s/counts.db", folder);
    bool opened = copy_parts(store, file, copy) &&
                  open_with(store, copy, SQLITE_OPEN_READWRITE) &&
                  move_into_memory(store);
    remove_folder(folder, copy);
    return opened;
}

/* ---- opening ----------------------------------------------------------------------- */

static bool check_is_file(const char *path)
{
    struct stat facts;
    if (stat(path, &facts) != 0) {
        return err_set_as(errno == ENOENT ? "file_missing" : "file_open",
                          "%s: cannot be opened: %s", path, strerror(errno));
    }
    return S_ISREG(facts.st_mode) ||
           err_set_as("counts_no_file", "%s: is not a file; name the file of the counts",
                      path);
}

static bool open_somehow(struct store *store, const char *file)
{
    const int64_t log = size_beside(file, "-wal");
    if (size_beside(file, "-journal") > 0) {
        return open_copy(store, file);
    }
    if (log < 0 || (log == 0 && size_beside(file, "-shm") < 0)) {
        return open_immutable(store, file);
    }
    if (size_beside(file, "-shm") < 0) {
        return open_copy(store, file);
    }
    return open_with(store, file, SQLITE_OPEN_READONLY);
}

static bool prepare(struct store *store)
{
    bool older = false;
    return schema_check(store->db, store->path, &older) &&
           (!older ||
            (move_into_memory(store) && schema_prepare(store->db, store->path))) &&
           (store_find_id(store) || schema_fail(store->db, store->path, doing));
}

struct store *store_open_read(const char *path)
{
    char file[PATH_MAX];
    struct store *store = store_make(path, STORE_NO_KIOSK);
    store->shows = false; /* nothing is settled */
    bool opened =
        check_is_file(path) &&
        (realpath(path, file) ||
         err_set_as("file_open", "%s: cannot be opened: %s", path, strerror(errno))) &&
        open_somehow(store, file) && prepare(store);
    if (!opened) {
        store_close(store);
        return NULL;
    }
    return store;
}
