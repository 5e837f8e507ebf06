/* SPDX-License-Identifier: MIT */
#include <dirent.h>
#include <inttypes.h>
#include <string.h>

#include <sqlite3.h>

#include "base/err.h"
#include "base/file.h"
#include "base/str.h"
#include "sql/sql.h"
#include "support/failing_disk.h"
#include "support/folder.h"
#include "support/tap.h"

static struct folder folder;

static struct sql *open_sound(const char *path, enum sql_mode mode)
{
    struct sql *sql = sql_open(path, mode);
    if (!sql) {
        fail_msg("%s", err_text());
    }
    return sql;
}

/* A fresh file with a table. */
static struct sql *make(void)
{
    folder = folder_make();
    struct sql *sql = open_sound(folder_file(&folder, "a.db"), SQL_CREATE);
    assert_true(
        sql_run(sql, "CREATE TABLE t (k INTEGER PRIMARY KEY, x TEXT)", NULL, 0, NULL));
    return sql;
}

static void end(struct sql *sql)
{
    sql_close(sql);
    folder_remove(&folder);
}

static bool tell(void *context, const struct sql_row *row)
{
    str_add(context, "%" PRId64 "=%s;", sql_row_int(row, 0), sql_row_text(row, 1));
    return true;
}

static void holds(struct sql *sql, const char *wanted)
{
    struct str rows = {0};
    assert_true(sql_query(sql, "SELECT k, x FROM t ORDER BY k", NULL, 0, tell, &rows));
    assert_string_equal(rows.text ? rows.text : "", wanted);
    str_free(&rows);
}

static void values_stand_beside_the_statement(void **state)
{
    (void)state;
    struct sql *sql = make();
    int64_t changed = 0;
    const char odd[] = "a'); DROP TABLE t; -- \"馆\"";
    const struct sql_value one[] = {sql_int(INT64_C(5000000000)), sql_text(odd)};
    const struct sql_value two[] = {sql_int(1), sql_text(NULL)};
    const struct sql_value raise[] = {sql_text("z"), sql_int(7)};
    struct str wanted = {0};
    assert_true(sql_run(sql, "INSERT INTO t VALUES ($1, $2)", one, 2, NULL));
    assert_true(sql_run(sql, "INSERT INTO t VALUES ($1, $2)", two, 2, &changed));
    assert_int_equal(changed, 1);
    str_add(&wanted, "1=;5000000000=%s;", odd);
    holds(sql, wanted.text);
    str_free(&wanted);
    /* A value that stands twice in it is one. */
    assert_true(sql_run(sql,
                        "UPDATE t SET x = $1 WHERE k < $2 AND x IS NULL AND k + 6 = $2",
                        raise, 2, &changed));
    assert_int_equal(changed, 1);
    assert_true(
        sql_run(sql, "UPDATE t SET x = $1 WHERE k > $2 AND k < $2", raise, 2, &changed));
    assert_int_equal(changed, 0);
    end(sql);
}

struct numbers {
    int next, last;
    int twice; /* this one comes as `last` again */
};

static bool next_number(void *context, struct sql_value *values)
{
    struct numbers *numbers = context;
    if (numbers->next > numbers->last) {
        return false;
    }
    int number = numbers->next++;
    values[0] = sql_int(number == numbers->twice ? 1 : number);
    values[1] = sql_text("n");
    return true;
}

static void rows_are_added_all_or_none(void **state)
{
    (void)state;
    struct sql *sql = make();
    struct numbers sound = {.next = 1, .last = 3};
    struct numbers twice = {.next = 4, .last = 9, .twice = 8};
    struct numbers none = {.next = 1, .last = 0};
    assert_true(sql_add(sql, "t (k, x)", 2, next_number, &sound));
    assert_false(sql_add(sql, "t (k, x)", 2, next_number, &twice));
    assert_true(sql_add(sql, "t (k, x)", 2, next_number, &none));
    holds(sql, "1=n;2=n;3=n;");
    end(sql);
}

/* The n-th time it stands in the way of nobody. */
struct clash {
    int tries, after;
};

static bool clash(void *context, struct sql *sql)
{
    struct clash *clash = context;
    const struct sql_value values[] = {sql_int(++clash->tries < clash->after ? 1 : 5),
                                       sql_text("c")};
    return sql_run(sql, "INSERT INTO t VALUES (9, 'x')", NULL, 0, NULL) &&
           sql_run(sql, "INSERT INTO t VALUES ($1, $2)", values, 2, NULL);
}

static bool find_it_changed(void *context, struct sql *sql)
{
    ++*(int *)context;
    return sql_anew(sql, 0);
}

static void work_begins_anew_after_a_clash(void **state)
{
    (void)state;
    struct sql *sql = make();
    struct clash thrice = {.after = 3};
    struct clash always = {.after = 1000};
    int tries = 0;
    assert_true(sql_run(sql, "INSERT INTO t VALUES (1, 'a')", NULL, 0, NULL));
    assert_true(sql_transact(sql, clash, &thrice));
    assert_int_equal(thrice.tries, 3);
    holds(sql, "1=a;5=c;9=x;");
    assert_true(sql_run(sql, "DELETE FROM t WHERE k > 1", NULL, 0, NULL));
    assert_false(sql_transact(sql, clash, &always));
    assert_true(always.tries > 3 && always.tries < 100);
    assert_false(sql_transact(sql, find_it_changed, &tries));
    assert_int_equal(tries, always.tries);
    assert_string_equal(err_cause()->kind, "sql_took");
    holds(sql, "1=a;");
    end(sql);
}

static bool refuse(void *context, struct sql *sql)
{
    return sql_run(sql, "DELETE FROM t", NULL, 0, NULL) && err_set("%s", (char *)context);
}

static void work_that_refuses_is_not_done_and_not_again(void **state)
{
    (void)state;
    struct sql *sql = make();
    char why[] = "no";
    assert_true(sql_run(sql, "INSERT INTO t VALUES (1, 'a')", NULL, 0, NULL));
    assert_false(sql_transact(sql, refuse, why));
    assert_string_equal(err_text(), "no");
    holds(sql, "1=a;");
    end(sql);
}

static bool add_one(void *context, struct sql *sql)
{
    (void)context;
    return sql_run(sql, "INSERT INTO t VALUES (2, 'b')", NULL, 0, NULL);
}

static void a_file_that_is_held_is_said_to_be(void **state)
{
    (void)state;
    struct sql *sql = make();
    sqlite3 *other = NULL;
    assert_int_equal(sqlite3_open(folder_file(&folder, "a.db"), &other), SQLITE_OK);
    assert_int_equal(sqlite3_exec(other, "BEGIN EXCLUSIVE", NULL, NULL, NULL), SQLITE_OK);
    assert_false(sql_transact(sql, add_one, NULL));
    assert_string_equal(err_cause()->kind, "sql_file_locked");
    assert_int_equal(sqlite3_exec(other, "ROLLBACK", NULL, NULL, NULL), SQLITE_OK);
    assert_true(sql_transact(sql, add_one, NULL));
    sqlite3_close(other);
    holds(sql, "2=b;");
    end(sql);
}

/* ---- what is no such file ---------------------------------------------------------- */

static void other_program(const char *path, unsigned application)
{
    sqlite3 *db = NULL;
    char text[96];
    assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
    str_format(text, sizeof text, "CREATE TABLE a (b); PRAGMA application_id = %u",
               application);
    assert_int_equal(sqlite3_exec(db, text, NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(db);
}

static void what_is_no_county_file_is_left_alone(void **state)
{
    (void)state;

    static const struct {
        const char *name, *kind;
        enum sql_file is;
        enum sql_mode mode;
    } cases[] = {
        {"kiosk.db", "sql_file_kiosk", SQL_FILE_KIOSK, SQL_CREATE},
        {"other.db", "sql_file_other", SQL_FILE_OTHER, SQL_CREATE},
        {"text.db", "sql_file_other", SQL_FILE_OTHER, SQL_CREATE},
        {"short.db", "sql_file_other", SQL_FILE_OTHER, SQL_WRITE},
        {"empty.db", "sql_file_other", SQL_FILE_EMPTY, SQL_READ},
        {"nothing.db", "sql_file_missing", SQL_FILE_NONE, SQL_WRITE},
        {"no/folder.db", "sql_file_unreachable", SQL_FILE_NONE, SQL_CREATE},
        {".", "sql_file_folder", SQL_FILE_NONE, SQL_CREATE},
    };

    static const char text[200] = "day,part,metric,subject\n";
    folder = folder_make();
    other_program(folder_file(&folder, "kiosk.db"), 0x4C4B434F);
    other_program(folder_file(&folder, "other.db"), 7);
    assert_true(file_write(folder_file(&folder, "text.db"), text, sizeof text));
    assert_true(file_write(folder_file(&folder, "short.db"), "SQLite format 3", 15));
    assert_true(file_write(folder_file(&folder, "empty.db"), "", 0));
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *path = folder_file(&folder, cases[i].name);
        uint64_t stamp = file_stamp(path);
        assert_int_equal(sql_file_is(path), cases[i].is);
        assert_null(sql_open(path, cases[i].mode));
        assert_string_equal(err_cause()->kind, cases[i].kind);
        assert_string_equal(err_cause()->arguments[0], path);
        assert_true(file_stamp(path) == stamp);
    }
    assert_null(sql_open("", SQL_CREATE));
    assert_string_equal(err_cause()->kind, "sql_file_unreachable");
    folder_remove(&folder);
}

/* To SQLite ":memory:" is no file, and what was written there would be gone. */
static void a_name_that_means_something_to_sqlite_is_a_file(void **state)
{
    (void)state;
    char here[256];
    folder = folder_make();
    assert_non_null(getcwd(here, sizeof here));
    assert_int_equal(chdir(folder.path), 0);
    sql_close(open_sound(":memory:", SQL_CREATE));
    assert_int_equal(sql_file_is(":memory:"), SQL_FILE_OURS);
    assert_int_equal(chdir(here), 0);
    folder_remove(&folder);
}

static int files_in(const char *path)
{
    int count = 0;
    DIR *entries = opendir(path);
    assert_non_null(entries);
    while (readdir(entries)) {
        count++;
    }
    closedir(entries);
    return count - 2;
}

static void who_reads_writes_nothing(void **state)
{
    (void)state;
    struct sql *sql = make();
    assert_true(sql_transact(sql, add_one, NULL));
    sql_close(sql);
    const char *path = folder_file(&folder, "a.db");
    uint64_t stamp = file_stamp(path);
    sql = open_sound(path, SQL_READ);
    holds(sql, "2=b;");
    assert_false(sql_run(sql, "DELETE FROM t", NULL, 0, NULL));
    assert_string_equal(err_cause()->kind, "sql_file_read_only");
    assert_int_equal(files_in(folder.path), 1);
    assert_true(file_stamp(path) == stamp);
    end(sql);
}

static void a_damaged_file_is_said_to_be(void **state)
{
    (void)state;
    size_t length = 0;
    struct sql *sql = make();
    assert_true(sql_transact(sql, add_one, NULL));
    sql_close(sql);
    const char *path = folder_file(&folder, "a.db");
    char *bytes = file_read(path, 1 << 20, &length);
    assert_non_null(bytes);
    memset(bytes + 100, 0x5A, length - 100);
    assert_true(file_write(path, bytes, length));
    assert_null(sql_open(path, SQL_READ));
    assert_string_equal(err_cause()->kind, "sql_file_damaged");
    free(bytes);
    folder_remove(&folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(values_stand_beside_the_statement),
        cmocka_unit_test(rows_are_added_all_or_none),
        cmocka_unit_test(work_begins_anew_after_a_clash),
        cmocka_unit_test(work_that_refuses_is_not_done_and_not_again),
        cmocka_unit_test(a_file_that_is_held_is_said_to_be),
        cmocka_unit_test(what_is_no_county_file_is_left_alone),
        cmocka_unit_test(a_name_that_means_something_to_sqlite_is_a_file),
        cmocka_unit_test(who_reads_writes_nothing),
        cmocka_unit_test(a_damaged_file_is_said_to_be),
    };
    failing_disk_install(); /* which syncs nothing, and so takes no time */
    return cmocka_run_group_tests_name("sql file", tests, NULL, NULL);
}
