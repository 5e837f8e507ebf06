/* SPDX-License-Identifier: MIT */
/*
 * A database that is no use is set aside, and the kiosk is cut off before each of its
 * changes of names in turn; names reach the disk in their order, so that a power cut
 * leaves what a kill does. The next start finds the whole of it under one name, with its
 * log, and counts on.
 */
#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <sqlite3.h>

#include "base/err.h"
#include "base/file.h"
#include "base/str.h"
#include "store/keeper.h"
#include "support/failing_calls.h"
#include "support/failing_disk.h"
#include "support/folder.h"
#include "support/tap.h"

enum { DAY = 20261128, ROWS = 9, BYTES_MAX = 1 << 20, DAY_S = 86400 };

static const int64_t wall_s = 1795867200; /* 2026-11-28 12:00 UTC */

static struct folder folder;

/* As another kiosk left it, of which the log holds the last word. */
struct left {
    char *bytes[2]; /* the database, its log */
    size_t lengths[2];
};

static const char *const names[2] = {"counts.db", "counts.db-wal"};

static const char *path(void)
{
    return folder_file(&folder, names[0]);
}

static void run_sql(sqlite3 *db, const char *sql)
{
    assert_int_equal(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK);
}

/* Without its log it is sound and empty; with it, it is of a newer program and full. */
static struct left make_newer(void)
{
    struct left left;
    sqlite3 *db = NULL;
    struct store *store = store_open(path(), STORE_NO_KIOSK);
    assert_non_null(store);
    for (int i = 0; i < ROWS; i++) {
        struct count_row row = {.key = {.day = DAY, .hour = i, .metric = "visit"},
                                .n = 1};
        assert_true(store_add(store, &row, 1));
    }
    assert_int_equal(sqlite3_open(path(), &db), SQLITE_OK);
    run_sql(db, "PRAGMA user_version = 9");
    for (int i = 0; i < 2; i++) {
        left.bytes[i] =
            file_read(folder_file(&folder, names[i]), BYTES_MAX, &left.lengths[i]);
        assert_true(left.bytes[i] && left.lengths[i] > 0);
    }
    sqlite3_close(db);
    store_close(store);
    return left;
}

static void put_back(const struct left *left)
{
    folder_empty(&folder);
    for (int i = 0; i < 2; i++) {
        assert_true(
            file_write(folder_file(&folder, names[i]), left->bytes[i], left->lengths[i]));
    }
}

/* Whether it was killed: there were as many changes. */
static bool start_and_be_killed(int nth)
{
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        failing_disk_arm(nth, FAILING_DISK_KILLS, false);
        struct store_keeper *keeper = store_keeper_open(path(), STORE_NO_KIOSK, wall_s);
        _exit(store_keeper_store(keeper) ? 0 : 1);
    }
    int status = 0;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFSIGNALED(status) ? WTERMSIG(status) == SIGKILL
                                    : WEXITSTATUS(status) == 0);
    return WIFSIGNALED(status);
}

static void count_one(struct store_keeper *keeper)
{
    const struct count_sink sink = store_keeper_sink(keeper);
    struct count_row row = {.key = {.day = DAY, .hour = 9, .metric = "visit"}, .n = 1};
    if (!sink.add(sink.context, &row, 1)) {
        fail_msg("%s", err_text());
    }
}

static int64_t sum_of(const char *name)
{
    sqlite3 *db = NULL;
    sqlite3_stmt *query = NULL;
    assert_int_equal(sqlite3_open(folder_file(&folder, name), &db), SQLITE_OK);
    assert_int_equal(
        sqlite3_prepare_v2(db, "SELECT coalesce(sum(n), 0) FROM sums", -1, &query, NULL),
        SQLITE_OK);
    assert_int_equal(sqlite3_step(query), SQLITE_ROW);
    int64_t sum = sqlite3_column_int64(query, 0);
    sqlite3_finalize(query);
    sqlite3_close(db);
    return sum;
}

/* On the next day, in half of the starts. */
static void check_next_start(int nth)
{
    struct store_keeper *keeper =
        store_keeper_open(path(), STORE_NO_KIOSK, wall_s + nth % 2 * DAY_S);
    const struct store_state *state = store_keeper_state(keeper);
    count_one(keeper);
    if (state->asides.count != 1) {
        fail_msg("cut before change %d: %zu files are aside", nth, state->asides.count);
    }
    assert_int_equal(state->asides.files[0].kind, ASIDE_NEWER);
    char name[ASIDE_NAME_MAX];
    str_copy(name, sizeof name, state->asides.files[0].name);
    store_keeper_close(keeper);
    if (sum_of(name) != ROWS) {
        fail_msg("cut before change %d: %s holds %lld", nth, name,
                 (long long)sum_of(name));
    }
    assert_int_equal(sum_of(names[0]), 1);
    struct stat facts;
    assert_int_equal(stat(path(), &facts), 0);
    assert_int_equal(facts.st_nlink, 1);
}

static void the_whole_is_found_after_a_cut_before_each_change(void **state)
{
    (void)state;
    int nth = 1;
    folder = folder_make();
    struct left left = make_newer();
    for (bool killed = true; killed; nth++) {
        put_back(&left);
        killed = start_and_be_killed(nth);
        check_next_start(nth);
    }
    printf("# cut before each of %d changes\n", nth - 2);
    assert_true(nth > 6);
    folder_remove(&folder);
    free(left.bytes[0]);
    free(left.bytes[1]);
}

/* What was set aside before keeps its own log; where files have one name it works too. */
static void a_log_is_never_given_to_another_database(void **state)
{
    (void)state;
    folder = folder_make();
    struct left left = make_newer();
    put_back(&left);
    const char *stray = folder_file(&folder, "counts.newer-2026-11-28.db-wal");
    assert_true(file_write(stray, "another's", 9));
    failing_calls_no_links(true);
    struct store_keeper *keeper = store_keeper_open(path(), STORE_NO_KIOSK, wall_s);
    failing_calls_no_links(false);
    count_one(keeper);
    assert_string_equal(store_keeper_state(keeper)->asides.files[0].name,
                        "counts.newer-2026-11-28-2.db");
    store_keeper_close(keeper);
    assert_int_equal(sum_of("counts.newer-2026-11-28-2.db"), ROWS);
    assert_int_equal(sum_of(names[0]), 1);
    folder_remove(&folder);
    free(left.bytes[0]);
    free(left.bytes[1]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_whole_is_found_after_a_cut_before_each_change),
        cmocka_unit_test(a_log_is_never_given_to_another_database),
    };
    failing_disk_install();
    return cmocka_run_group_tests_name("aside_kill", tests, NULL, NULL);
}
