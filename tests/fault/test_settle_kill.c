/* SPDX-License-Identifier: MIT */
/*
 * Settling is killed before each of its steps in turn, SQLite's and the store's own: the
 * next start finds all that was counted, nothing that was left behind, and settles it.
 */
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/err.h"
#include "base/file.h"
#include "base/str.h"
#include "store/store.h"
#include "support/failing_calls.h"
#include "support/failing_disk.h"
#include "support/folder.h"
#include "support/tap.h"

enum { DAY = 20261123, ROWS = 12, FILE_BYTES_MAX = 1 << 20 };

static struct folder folder;

static const char *database(void)
{
    return folder_file(&folder, "counts.db");
}

/* Row after row, so that the log holds an order to be erased. */
static struct store *count_some(void)
{
    struct store *store = store_open(database(), STORE_NO_KIOSK);
    for (int i = 0; store && i < ROWS; i++) {
        struct count_row row = {
            .key = {.day = DAY, .hour = 9 + i * 7 % 5, .metric = "test", .definition = 1},
            .n = 1 + i % 3};
        str_format(row.key.subject, COUNT_TEXT_MAX, "s%d", i * 13 % ROWS);
        if (!store_add(store, &row, 1)) {
            store_close(store);
            return NULL;
        }
    }
    return store;
}

static int64_t all(void)
{
    int64_t sum = 0;
    for (int i = 0; i < ROWS; i++) {
        sum += 1 + i % 3;
    }
    return sum;
}

/* Whether it was killed: there were as many steps. */
static bool settle_and_be_killed(int nth)
{
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        struct store *store = count_some();
        failing_disk_arm(nth, FAILING_DISK_KILLS, false);
        _exit(store && store_settle(store) ? 0 : 1);
    }
    int status = 0;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFSIGNALED(status) ? WTERMSIG(status) == SIGKILL
                                    : WEXITSTATUS(status) == 0);
    return WIFSIGNALED(status);
}

/* Nothing but the database and SQLite's own two beside it. */
static void check_folder(void)
{
    DIR *entries = opendir(folder.path);
    for (struct dirent *entry; entries && (entry = readdir(entries));) {
        const char *name = entry->d_name;
        bool known = name[0] == '.' || str_equal(name, "counts.db") ||
                     str_equal(name, "counts.db-wal") || str_equal(name, "counts.db-shm");
        if (!known) {
            fail_msg("%s was left behind", name);
        }
    }
    closedir(entries);
}

static char *settled_bytes(size_t *length)
{
    struct store *store = store_open(database(), STORE_NO_KIOSK);
    if (!store) {
        fail_msg("%s", err_text());
    }
    assert_int_equal(store_sum(store, DAY, COUNT_test), all());
    check_folder();
    assert_true(store_settle(store));
    store_close(store);
    char *bytes = file_read(database(), FILE_BYTES_MAX, length);
    assert_non_null(bytes);
    return bytes;
}

static void check_every_step(void)
{
    size_t wanted_length = 0;
    store_close(count_some());
    char *wanted = settled_bytes(&wanted_length);
    int nth = 1;
    for (bool killed = true; killed; nth++) {
        size_t length = 0;
        folder_empty(&folder);
        killed = settle_and_be_killed(nth);
        char *bytes = settled_bytes(&length);
        assert_int_equal(length, wanted_length);
        assert_memory_equal(bytes, wanted, length);
        free(bytes);
    }
    printf("# killed before each of %d steps\n", nth - 2);
    assert_true(nth > 20);
    free(wanted);
    folder_empty(&folder);
}

static void a_kill_at_any_step_leaves_one_whole_file(void **state)
{
    (void)state;
    check_every_step();
    failing_calls_no_exchange(true);
    check_every_step();
    failing_calls_no_exchange(false);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_kill_at_any_step_leaves_one_whole_file),
    };
    failing_disk_install();
    folder = folder_make();
    int failed = cmocka_run_group_tests_name("settle kill", tests, NULL, NULL);
    folder_remove(&folder);
    return failed;
}
