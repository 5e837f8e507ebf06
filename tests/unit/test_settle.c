/* SPDX-License-Identifier: MIT */
/* What settling does to the files, and what it does while others use them. */
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include <sqlite3.h>

#include "base/err.h"
#include "base/file.h"
#include "base/str.h"
#include "count/counter.h"
#include "store/store.h"
#include "support/folder.h"
#include "support/tap.h"

enum { DAY = 20261123, FILE_BYTES_MAX = 1 << 24 };

static struct folder folder;

static int make(void **state)
{
    (void)state;
    folder = folder_make();
    return 0;
}

static int remove_all(void **state)
{
    (void)state;
    folder_remove(&folder);
    return 0;
}

static int clean(void **state)
{
    (void)state;
    folder_empty(&folder);
    return 0;
}

static const char *database(void)
{
    return folder_file(&folder, "counts.db");
}

static void add(struct store *store, int hour, const char *subject, int64_t n)
{
    struct count_row row = {
        .key = {.day = DAY, .hour = hour, .metric = "test", .definition = 1}, .n = n};
    str_copy(row.key.subject, sizeof row.key.subject, subject);
    if (!store_add(store, &row, 1)) {
        fail_msg("%s", err_text());
    }
}

static struct store *open_with_some(const char *kiosk)
{
    struct store *store = store_open(database(), kiosk);
    if (!store) {
        fail_msg("%s", err_text());
    }
    for (int i = 0; i < 30; i++) {
        char subject[16];
        str_format(subject, sizeof subject, "s%d", i * 7 % 30);
        add(store, 9 + i % 3, subject, 1);
    }
    return store;
}

/* ---- what stays on the disk -------------------------------------------------------- */

static void check_zeros(int fd)
{
    char bytes[4096];
    struct stat facts;
    assert_int_equal(fstat(fd, &facts), 0);
    assert_true(facts.st_size > 0);
    ssize_t got = 0;
    for (off_t at = 0; (got = pread(fd, bytes, sizeof bytes, at)) > 0; at += got) {
        for (ssize_t i = 0; i < got; i++) {
            assert_int_equal(bytes[i], 0);
        }
    }
    close(fd);
}

/* Who reads the disk's free blocks finds neither the old file nor its log. */
static void old_bytes_are_overwritten(void **state)
{
    (void)state;
    struct store *store = open_with_some(STORE_NO_KIOSK);
    int old = open(folder_file(&folder, "counts.db"), O_RDONLY);
    int log = open(folder_file(&folder, "counts.db-wal"), O_RDONLY);
    assert_true(old >= 0 && log >= 0);
    assert_true(store_settle(store));
    check_zeros(old);
    check_zeros(log);
    store_close(store);
}

/* Of a kiosk that was killed while it settled. */
static void what_was_left_behind_is_wiped_at_the_next_start(void **state)
{
    (void)state;
    store_close(open_with_some(STORE_NO_KIOSK));
    const char *left = folder_file(&folder, "counts.db.settling");
    assert_true(file_write(left, "sums in their order", 19));
    int fd = open(left, O_RDONLY);
    assert_true(fd >= 0);
    store_close(store_open(database(), STORE_NO_KIOSK));
    assert_false(file_exists(folder_file(&folder, "counts.db.settling")));
    check_zeros(fd);
}

static char *settled_bytes(struct store *store, size_t *length)
{
    assert_true(store_settle(store));
    char *bytes = file_read(database(), FILE_BYTES_MAX, length);
    assert_non_null(bytes);
    return bytes;
}

/* How often it was done before cannot be told either. */
static void it_does_not_matter_how_often(void **state)
{
    (void)state;
    size_t lengths[2];
    struct store *store = open_with_some(STORE_NO_KIOSK);
    char *once = settled_bytes(store, &lengths[0]);
    store_close(store);
    clean(NULL);
    store = store_open(database(), STORE_NO_KIOSK);
    for (int i = 29; i >= 0; i--) {
        char subject[16];
        str_format(subject, sizeof subject, "s%d", i * 7 % 30);
        add(store, 9 + i % 3, subject, 1);
        if (i % 5 == 0) {
            assert_true(store_settle(store));
            assert_true(store_settle(store)); /* nothing to do */
        }
    }
    char *often = settled_bytes(store, &lengths[1]);
    store_close(store);
    assert_int_equal(lengths[0], lengths[1]);
    assert_memory_equal(once, often, lengths[0]);
    free(once);
    free(often);
}

static void check_midnight(const char *name)
{
    struct stat facts;
    struct tm local;
    if (stat(folder_file(&folder, name), &facts) != 0) {
        fail_msg("%s is not there", name);
    }
    localtime_r(&facts.st_mtim.tv_sec, &local);
    if (local.tm_hour || local.tm_min || local.tm_sec || facts.st_mtim.tv_nsec) {
        fail_msg("%s tells %02d:%02d:%02d", name, local.tm_hour, local.tm_min,
                 local.tm_sec);
    }
}

static void times_tell_the_day_alone(void **state)
{
    (void)state;
    setenv("TZ", "CST-8", 1);
    tzset();
    struct store *store = open_with_some(STORE_NO_KIOSK);
    assert_true(store_settle(store));
    check_midnight("counts.db");
    check_midnight("counts.db-wal");
    check_midnight("");
    store_close(store);
    check_midnight("counts.db");
    check_midnight("");
}

/* ---- the file's own ---------------------------------------------------------------- */

static void rights_and_links_stay(void **state)
{
    (void)state;
    char real[320];
    struct stat facts;
    store_close(open_with_some(STORE_NO_KIOSK));
    str_copy(real, sizeof real, folder_file(&folder, "elsewhere.db"));
    assert_int_equal(rename(database(), real), 0);
    assert_int_equal(chmod(real, 0640), 0);
    assert_int_equal(symlink("elsewhere.db", database()), 0);
    struct store *store = store_open(database(), STORE_NO_KIOSK);
    assert_non_null(store);
    add(store, 9, "s0", 1);
    assert_true(store_settle(store));
    assert_int_equal(lstat(database(), &facts), 0);
    assert_true(S_ISLNK(facts.st_mode));
    assert_int_equal(stat(real, &facts), 0);
    assert_int_equal(facts.st_mode & 07777, 0640);
    assert_int_equal(store_sum(store, DAY, COUNT_test), 31);
    store_close(store);
}

/* Another program would go on in a file that is none any more. */
static void it_waits_for_a_program_that_has_it_open(void **state)
{
    (void)state;
    struct store *store = open_with_some(STORE_NO_KIOSK);
    sqlite3 *other = NULL;
    assert_int_equal(sqlite3_open(database(), &other), SQLITE_OK);
    assert_int_equal(sqlite3_exec(other, "SELECT n FROM sums", NULL, NULL, NULL),
                     SQLITE_OK);
    assert_false(store_settle(store));
    if (!str_starts(err_text(), database()) || !strstr(err_text(), "; close the")) {
        fail_msg("%s", err_text());
    }
    assert_int_equal(store_order(store, false), COUNT_ORDER_SHOWS);
    add(store, 9, "s0", 1);
    assert_int_equal(store_sum(store, DAY, COUNT_test), 31);
    sqlite3_close(other);
    assert_true(store_settle(store));
    assert_int_equal(store_sum(store, DAY, COUNT_test), 31);
    store_close(store);
}

/* ---- while it goes on -------------------------------------------------------------- */

/* Counts that come meanwhile wait and go in afterwards; readers see all of them. */
static void counting_goes_on_beside_it(void **state)
{
    (void)state;
    struct counter *counter = calloc(1, sizeof *counter);
    struct store *store = open_with_some(STORE_NO_KIOSK);
    struct count_moment at = {.day = DAY, .hour = 9};
    counter_init(counter, store_sink(store));
    int sessions = 0;
    int begun = 0;
    while (begun < 6) {
        enum count_order before = store_order(store, false);
        at.now_us += 61 * INT64_C(1000000);
        at.hour = (at.hour + 1) % 24;
        counter_tick(counter, at);
        begun += before != COUNT_ORDER_ERASING &&
                 store_order(store, false) == COUNT_ORDER_ERASING;
        counter_begin(counter, at);
        counter_end(counter, at);
        sessions++;
    }
    counter_finish(counter, at);
    printf("# settled %d times beside %d sessions\n", begun, sessions);
    assert_int_equal(store_sum(store, DAY, COUNT_touch), sessions);
    assert_int_equal(store_order(store, false), COUNT_ORDER_ERASED);
    store_close(store);
    free(counter);
}

/* ---- whose counts they are --------------------------------------------------------- */

static void check_text(const char *sql, const char *expected)
{
    sqlite3 *db = NULL;
    sqlite3_stmt *query = NULL;
    assert_int_equal(sqlite3_open(database(), &db), SQLITE_OK);
    assert_int_equal(sqlite3_prepare_v2(db, sql, -1, &query, NULL), SQLITE_OK);
    assert_int_equal(sqlite3_step(query), SQLITE_ROW);
    assert_string_equal((const char *)sqlite3_column_text(query, 0), expected);
    sqlite3_finalize(query);
    sqlite3_close(db);
}

static void counts_without_a_key_are_the_kiosks_own(void **state)
{
    (void)state;
    static const char ours[] = "k7zqm4hd2ex";
    struct store *store = store_open(database(), STORE_NO_KIOSK);
    add(store, 9, "a", 2);
    add(store, 9, "b", 3);
    store_close(store);
    store = store_open(database(), ours);
    assert_string_equal(store_kiosk(store), ours);
    add(store, 9, "a", 10);
    store_close(store);
    check_text("SELECT group_concat(kiosk || subject || n || revision) FROM sums",
               "k7zqm4hd2exa1212,k7zqm4hd2exb33");
    store = store_open(database(), NULL); /* as a tool does */
    assert_string_equal(store_kiosk(store), ours);
    store_close(store);
}

static bool add_up(void *context, const struct count_row *row)
{
    int64_t *sums = context;
    sums[0] += row->n;
    sums[1] += row->revision;
    sums[2]++;
    return true;
}

/* The hall has got another machine, and its counts were copied there. */
static void another_kiosks_counts_are_read_with_ours(void **state)
{
    (void)state;
    int64_t sums[3] = {0};
    struct store *store = store_open(database(), "k1111111111");
    add(store, 9, "a", 2);
    store_close(store);
    store = store_open(database(), "k2222222222");
    add(store, 9, "a", 3);
    add(store, 10, "a", 1);
    assert_true(store_each(store, DAY, DAY, add_up, sums));
    assert_int_equal(sums[0], 6);
    assert_int_equal(sums[1], 6);
    assert_int_equal(sums[2], 2); /* a key stands there once */
    assert_int_equal(store_total(store, COUNT_test), 6);
    store_close(store);
}

static void an_older_database_is_upgraded(void **state)
{
    (void)state;
    sqlite3 *db = NULL;
    static const char first[] =
        "CREATE TABLE sums (day INTEGER NOT NULL, hour INTEGER NOT NULL,"
        " metric TEXT NOT NULL, subject TEXT NOT NULL, detail TEXT NOT NULL,"
        " content INTEGER NOT NULL, definition INTEGER NOT NULL, n INTEGER NOT NULL,"
        " revision INTEGER NOT NULL,"
        " PRIMARY KEY (day, hour, metric, subject, detail, content, definition)"
        ") STRICT, WITHOUT ROWID;"
        "INSERT INTO sums VALUES (20261123, 9, 'test', 'a', '', 1, 1, 7, 3),"
        " (20261123, 9, 'pushes', '', '', 0, 1, 450, 9);"
        "PRAGMA user_version = 1; PRAGMA application_id = 1280000847";
    assert_int_equal(sqlite3_open(database(), &db), SQLITE_OK);
    assert_int_equal(sqlite3_exec(db, first, NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(db);
    struct store *store = store_open(database(), STORE_NO_KIOSK);
    add(store, 9, "a", 1);
    store_close(store);
    check_text(
        "SELECT group_concat(kiosk || ' ' || metric || ' ' || n || ' ' || revision)"
        " FROM sums",
        "k0000000000 pushes 450 450,k0000000000 test 1 1,k0000000000 test 7 7");
    check_text("SELECT group_concat(name) FROM sqlite_schema", "sums");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(old_bytes_are_overwritten, clean),
        cmocka_unit_test_teardown(what_was_left_behind_is_wiped_at_the_next_start, clean),
        cmocka_unit_test_teardown(it_does_not_matter_how_often, clean),
        cmocka_unit_test_teardown(times_tell_the_day_alone, clean),
        cmocka_unit_test_teardown(rights_and_links_stay, clean),
        cmocka_unit_test_teardown(it_waits_for_a_program_that_has_it_open, clean),
        cmocka_unit_test_teardown(counting_goes_on_beside_it, clean),
        cmocka_unit_test_teardown(counts_without_a_key_are_the_kiosks_own, clean),
        cmocka_unit_test_teardown(another_kiosks_counts_are_read_with_ours, clean),
        cmocka_unit_test_teardown(an_older_database_is_upgraded, clean),
    };
    return cmocka_run_group_tests_name("settle", tests, make, remove_all);
}
