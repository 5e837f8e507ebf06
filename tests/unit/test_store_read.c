/* SPDX-License-Identifier: MIT */
/*
 * A database is read as whatever was left behind, and nothing there changes: what a
 * kiosk had settled, was killed in the middle of, or is at work with; on a disk that may
 * be written to and on one that may not.
 */
#include <limits.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <sqlite3.h>

#include "base/err.h"
#include "base/file.h"
#include "base/str.h"
#include "store/store.h"
#include "support/folder.h"
#include "support/tap.h"

enum { DAY = 20260301, ROUNDS = 60, NOBODY = 65534, BYTES_MAX = 1 << 24 };

enum left { SETTLED, KILLED, KILLED_WITHOUT_INDEX, AT_WORK, OLDER, IN_TRANSACTION, LEFT };

static const char *const names[] = {"counts.db", "counts.db-wal", "counts.db-journal",
                                    "counts.db-shm"};

enum { FILES = sizeof names / sizeof *names, INDEX = FILES - 1 };

struct rig {
    struct folder folder, elsewhere, temporary;
    struct store *kiosk; /* at work; NULL: none */
    int64_t sum;
};

static const char *database(struct rig *rig)
{
    return folder_file(&rig->folder, names[0]);
}

static void run_sql(sqlite3 *db, const char *sql)
{
    if (sqlite3_exec(db, sql, NULL, NULL, NULL) != SQLITE_OK) {
        fail_msg("%s: %s", sql, sqlite3_errmsg(db));
    }
}

static void move_files(struct folder *from, struct folder *to, int count)
{
    for (int i = 0; i < count; i++) {
        size_t length = 0;
        const char *path = folder_file(from, names[i]);
        char *bytes = file_exists(path) ? file_read(path, BYTES_MAX, &length) : NULL;
        if (bytes) {
            assert_true(file_write(folder_file(to, names[i]), bytes, length));
        }
        free(bytes);
    }
}

/* ---- what is left ------------------------------------------------------------------ */

static struct store *count_some(struct rig *rig, struct rng *rng)
{
    struct store *store = store_open(database(rig), "k1234567890");
    assert_non_null(store);
    for (int i = rng_int(rng, 1, 40); i > 0; i--) {
        struct count_row row = {.key = {.day = DAY, .content = 1, .definition = 1},
                                .n = rng_int(rng, 1, 9)};
        row.key.hour = rng_int(rng, 0, 23);
        str_copy(row.key.metric, sizeof row.key.metric, "test");
        assert_true(store_add(store, &row, 1));
        rig->sum += row.n;
    }
    return store;
}

static void make_older(struct rig *rig)
{
    sqlite3 *db = NULL;
    assert_int_equal(sqlite3_open(database(rig), &db), SQLITE_OK);
    run_sql(db, "CREATE TABLE sums (day INTEGER NOT NULL, hour INTEGER NOT NULL,"
                " metric TEXT NOT NULL, subject TEXT NOT NULL, detail TEXT NOT NULL,"
                " content INTEGER NOT NULL, definition INTEGER NOT NULL,"
                " n INTEGER NOT NULL, revision INTEGER NOT NULL,"
                " PRIMARY KEY (day, hour, metric, subject, detail, content, definition)"
                ") STRICT, WITHOUT ROWID;"
                "INSERT INTO sums VALUES (20260301, 9, 'test', 'a', '', 1, 1, 7, 3);"
                "PRAGMA user_version = 1; PRAGMA application_id = 1280000847");
    sqlite3_close(db);
    rig->sum = 7;
}

/* Cut off while pages that are not committed stand in the file. */
static void cut_transaction(struct rig *rig, struct rng *rng)
{
    struct rig other = {.folder = rig->elsewhere};
    store_close(count_some(&other, rng));
    sqlite3 *db = NULL;
    assert_int_equal(sqlite3_open(database(&other), &db), SQLITE_OK);
    run_sql(db, "PRAGMA journal_mode = DELETE; PRAGMA cache_size = 1; BEGIN;"
                "WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c"
                " WHERE i < 3000) INSERT INTO sums SELECT 'k1234567890', 20260301, 9,"
                " 'test', 's' || i, '', 1, 1, 5, 5 FROM c");
    move_files(&rig->elsewhere, &rig->folder, INDEX);
    sqlite3_close(db);
    assert_true(file_exists(folder_file(&rig->folder, "counts.db-journal")));
    rig->sum = other.sum;
}

static void leave(struct rig *rig, enum left left, struct rng *rng)
{
    struct rig other = {.folder = rig->elsewhere};
    switch (left) {
    case SETTLED:
        rig->kiosk = count_some(rig, rng);
        assert_true(store_settle(rig->kiosk));
        store_close(rig->kiosk);
        rig->kiosk = NULL;
        break;
    case KILLED:
    case KILLED_WITHOUT_INDEX: {
        struct store *store = count_some(&other, rng);
        move_files(&rig->elsewhere, &rig->folder, left == KILLED ? FILES : INDEX);
        store_close(store);
        rig->sum = other.sum;
        break;
    }
    case AT_WORK: rig->kiosk = count_some(rig, rng); break;
    case OLDER: make_older(rig); break;
    case IN_TRANSACTION: cut_transaction(rig, rng); break;
    case LEFT: break;
    }
}

/* ---- that nothing changes ---------------------------------------------------------- */

struct kept {
    char *bytes[FILES]; /* NULL: no such file */
    size_t lengths[FILES];
};

static struct kept keep(struct rig *rig)
{
    struct kept kept = {0};
    for (int i = 0; i < FILES; i++) {
        const char *path = folder_file(&rig->folder, names[i]);
        kept.bytes[i] =
            file_exists(path) ? file_read(path, BYTES_MAX, &kept.lengths[i]) : NULL;
    }
    return kept;
}

/* The index is the readers' own; that it is there or not is what may not change. */
static void check_kept(struct kept *before, struct rig *rig)
{
    struct kept now = keep(rig);
    for (int i = 0; i < FILES; i++) {
        if (!before->bytes[i] != !now.bytes[i]) {
            fail_msg("%s: %s", names[i], now.bytes[i] ? "was made" : "is gone");
        }
        if (now.bytes[i] && i != INDEX) {
            assert_int_equal(now.lengths[i], before->lengths[i]);
            assert_memory_equal(now.bytes[i], before->bytes[i], now.lengths[i]);
        }
        free(now.bytes[i]);
        free(before->bytes[i]);
    }
    assert_int_equal(rmdir(rig->temporary.path), 0); /* only an empty one goes */
    assert_int_equal(mkdir(rig->temporary.path, 0777), 0);
}

/* As a stick that is mounted read-only, for a user who is not root. */
static void allow_writing(struct rig *rig, bool allowed)
{
    for (int i = 0; i < FILES; i++) {
        chmod(folder_file(&rig->folder, names[i]), allowed ? 0644 : 0444);
    }
    chmod(rig->folder.path, allowed ? 0755 : 0555);
}

static void become(uid_t user)
{
    if (getuid() == 0) {
        assert_int_equal(seteuid(user), 0);
    }
}

static void read_it(struct rig *rig, enum left left, bool writable)
{
    struct kept before = keep(rig);
    char path[PATH_MAX];
    str_copy(path, sizeof path, database(rig));
    if (!writable) {
        allow_writing(rig, false);
        become(NOBODY);
    }
    struct store *store = store_open_read(path);
    if (!store) {
        fail_msg("left %d, %s: %s", left, writable ? "writable" : "read-only",
                 err_text());
    }
    assert_int_equal(store_total(store, COUNT_test), rig->sum);
    assert_string_equal(store_kiosk(store),
                        left == OLDER ? STORE_NO_KIOSK : "k1234567890");
    store_close(store);
    become(0);
    allow_writing(rig, true);
    check_kept(&before, rig);
}

static void whatever_was_left_is_read_and_stays(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    for (int i = 0; i < ROUNDS; i++) {
        enum left left = i < 2 * LEFT ? i / 2 : rng_int(&rng, 0, LEFT - 1);
        bool writable = i < 2 * LEFT ? i % 2 : rng_int(&rng, 0, 1);
        struct rig rig = {.folder = folder_make(),
                          .elsewhere = folder_make(),
                          .temporary = folder_make()};
        chmod(rig.temporary.path, 0777);
        setenv("TMPDIR", rig.temporary.path, 1);
        leave(&rig, left, &rng);
        read_it(&rig, left, writable);
        store_close(rig.kiosk);
        folder_remove(&rig.folder);
        folder_remove(&rig.elsewhere);
        folder_remove(&rig.temporary);
    }
}

/* ---- what is no database ----------------------------------------------------------- */

static void an_empty_file_holds_nothing(void **state)
{
    (void)state;
    struct folder folder = folder_make();
    const char *path = folder_file(&folder, "a?b#c%20.db"); /* in a URI */
    assert_true(file_write(path, "", 0));
    struct store *store = store_open_read(path);
    assert_non_null(store);
    assert_int_equal(store_total(store, COUNT_test), 0);
    store_close(store);
    assert_int_equal(unlink(path), 0);
    assert_int_equal(rmdir(folder.path), 0);
}

static void what_is_no_database_is_named_and_stays(void **state)
{
    (void)state;
    struct folder folder = folder_make();
    const char *path = folder_file(&folder, "counts.db");
    assert_null(store_open_read(path));
    assert_string_equal(err_cause()->kind, "file_missing");
    assert_null(store_open_read(folder.path));
    assert_string_equal(err_cause()->kind, "counts_no_file");
    assert_true(file_write(path, "hello", 5));
    assert_null(store_open_read(path));
    assert_string_equal(err_cause()->kind, "counts_foreign");
    size_t length = 0;
    char *bytes = file_read(path, BYTES_MAX, &length);
    assert_int_equal(length, 5);
    assert_memory_equal(bytes, "hello", 5);
    free(bytes);
    assert_int_equal(unlink(path), 0);
    assert_int_equal(rmdir(folder.path), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(whatever_was_left_is_read_and_stays),
        cmocka_unit_test(an_empty_file_holds_nothing),
        cmocka_unit_test(what_is_no_database_is_named_and_stays),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
