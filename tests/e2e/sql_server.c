/* SPDX-License-Identifier: MIT */
/*
 * sql_server ADDRESS OTHER: what sql promises, against a server. OTHER leads to the same
 * database, by a way of its own. tests/e2e/servers.py starts the server and makes the
 * tables.
 */
#include <pthread.h>
#include <string.h>

#include "base/err.h"
#include "base/str.h"
#include "sql/sql.h"
#include "support/tap.h"

enum { MANY = 30000, TURNS = 40 };

struct addresses {
    const char *here, *there;
};

static struct sql *open_one(void **state)
{
    const struct addresses *addresses = *state;
    struct sql *sql = sql_open(addresses->here, SQL_WRITE);
    if (!sql) {
        fail_msg("%s", err_text());
    }
    return sql;
}

static void run(struct sql *sql, const char *statement)
{
    if (!sql_run(sql, statement, NULL, 0, NULL)) {
        fail_msg("%s: %s", statement, err_text());
    }
}

static bool take_number(void *context, const struct sql_row *row)
{
    *(int64_t *)context = sql_row_int(row, 0);
    return true;
}

static int64_t number(struct sql *sql, const char *query)
{
    int64_t n = -1;
    if (!sql_query(sql, query, NULL, 0, take_number, &n)) {
        fail_msg("%s: %s", query, err_text());
    }
    return n;
}

/* ---- values ------------------------------------------------------------------------ */

/* Texts that a format of lines or quotes could trip over. */
static const char *const texts[] = {
    "",        "plain", "it's",    "a\tb",       "a\nb\r\n", "\\N",  "\\.",
    "\\\\t\\", "NULL",  "\"q\",;", "嘉善县 ❤ é", "$1",       "\x01", "   ",
};

enum { TEXTS = sizeof texts / sizeof *texts };

static const int64_t numbers[] = {0, 1, -1, 20260301, INT64_MAX, INT64_MIN};

enum { NUMBERS = sizeof numbers / sizeof *numbers };

static bool next_text(void *context, struct sql_value *values)
{
    int *at = context;
    if (*at == TEXTS) {
        return false;
    }
    values[0] = sql_int(*at);
    values[1] = sql_text(texts[*at]);
    values[2] = sql_int(numbers[*at % NUMBERS]);
    values[3] = sql_text(NULL);
    ++*at;
    return true;
}

static bool check_text(void *context, const struct sql_row *row)
{
    int *at = context;
    assert_int_equal(sql_row_int(row, 0), *at);
    assert_string_equal(sql_row_text(row, 1), texts[*at]);
    assert_int_equal(sql_row_int(row, 2), numbers[*at % NUMBERS]);
    assert_string_equal(sql_row_text(row, 3), "");
    assert_int_equal(sql_row_int(row, 4), 1); /* it is no value, and not "" */
    ++*at;
    return true;
}

static void check_texts(struct sql *sql)
{
    int seen = 0;
    assert_true(sql_query(sql,
                          "SELECT a, b, c, d, CASE WHEN d IS NULL THEN 1 ELSE 0 END "
                          "FROM values_of ORDER BY a",
                          NULL, 0, check_text, &seen));
    assert_int_equal(seen, TEXTS);
}

static void values_come_back_as_they_went(void **state)
{
    struct sql *sql = open_one(state);
    int added = 0;
    run(sql, "DELETE FROM values_of");
    assert_true(sql_add(sql, "values_of (a, b, c, d)", 4, next_text, &added));
    check_texts(sql);
    run(sql, "DELETE FROM values_of");
    for (int i = 0; i < TEXTS;) {
        struct sql_value values[4];
        int64_t changed = 0;
        next_text(&i, values);
        assert_true(sql_run(sql, "INSERT INTO values_of VALUES ($1, $2, $3, $4)", values,
                            4, &changed));
        assert_int_equal(changed, 1);
    }
    check_texts(sql);
    sql_close(sql);
}

/* ---- many rows --------------------------------------------------------------------- */

struct many {
    int sent, seen, stop;
};

static bool next_many(void *context, struct sql_value *values)
{
    struct many *many = context;
    values[0] = sql_int(many->sent);
    values[1] = sql_text("some text of a usual length");
    return many->sent++ < MANY;
}

static bool count_many(void *context, const struct sql_row *row)
{
    struct many *many = context;
    assert_int_equal(sql_row_int(row, 0), many->seen);
    return ++many->seen != many->stop || err_set("that was enough");
}

static void many_rows_come_and_go(void **state)
{
    struct sql *sql = open_one(state);
    struct many many = {.stop = -1};
    run(sql, "DELETE FROM values_of");
    assert_true(sql_add(sql, "values_of (a, b)", 2, next_many, &many));
    const char *query = "SELECT a, b FROM values_of ORDER BY a";
    assert_true(sql_query(sql, query, NULL, 0, count_many, &many));
    assert_int_equal(many.seen, MANY);

    many = (struct many){.stop = 1000};
    assert_false(sql_query(sql, query, NULL, 0, count_many, &many));
    assert_string_equal(err_text(), "that was enough");
    assert_int_equal(number(sql, "SELECT count(*) FROM values_of"), MANY);
    run(sql, "DELETE FROM values_of");
    sql_close(sql);
}

/* ---- transactions ------------------------------------------------------------------ */

struct race {
    struct sql *other;
    int runs, from; /* the first key that is added */
};

static bool next_key(void *context, struct sql_value *values)
{
    int *key = context;
    values[0] = sql_int(*key);
    values[1] = sql_int(1);
    return (*key)++ < 5;
}

/* Somebody else adds the same row between its look and its own adding. */
static bool look_and_add(void *context, struct sql *sql)
{
    struct race *race = context;
    int key = (int)number(sql, "SELECT count(*) FROM keys_of");
    if (race->runs++ == 0) {
        run(race->other, "INSERT INTO keys_of VALUES (0, 7)");
    }
    race->from = key;
    return sql_add(sql, "keys_of (k, n)", 2, next_key, &key);
}

static void what_came_meanwhile_is_looked_at_again(void **state)
{
    const struct addresses *addresses = *state;
    struct sql *sql = open_one(state);
    struct race race = {.other = sql_open(addresses->there, SQL_WRITE)};
    assert_non_null(race.other);
    run(sql, "DELETE FROM keys_of");
    assert_true(sql_transact(sql, look_and_add, &race));
    assert_int_equal(race.runs, 2);
    assert_int_equal(race.from, 1);
    assert_int_equal(number(sql, "SELECT sum(n) FROM keys_of"), 7 + 4);
    sql_close(race.other);
    sql_close(sql);
}

/* Its first statement fails, and it goes on as if it had not. */
static bool overlook(void *context, struct sql *sql)
{
    (void)context;
    sql_run(sql, "INSERT INTO nowhere VALUES (1)", NULL, 0, NULL);
    sql_run(sql, "INSERT INTO keys_of VALUES (100, 1)", NULL, 0, NULL);
    err_set("something else");
    return true;
}

static void commit_that_is_answered_by_rollback_is_none(void **state)
{
    struct sql *sql = open_one(state);
    run(sql, "DELETE FROM keys_of");
    assert_false(sql_transact(sql, overlook, NULL));
    assert_string_equal(err_cause()->kind, "sql_tables");
    assert_non_null(strstr(err_text(), "nowhere"));
    assert_int_equal(number(sql, "SELECT count(*) FROM keys_of"), 0);
    sql_close(sql);
}

/* ---- two at once ------------------------------------------------------------------- */

static bool add_one(void *context, struct sql *sql)
{
    int64_t n = 0;
    (void)context;
    if (!sql_query(sql, "SELECT n FROM keys_of WHERE k = 1", NULL, 0, take_number, &n)) {
        return false;
    }
    const struct sql_value value = sql_int(n + 1);
    return sql_run(sql, "UPDATE keys_of SET n = $1 WHERE k = 1", &value, 1, NULL);
}

static void *add_turns(void *context)
{
    struct sql *sql = sql_open(context, SQL_WRITE);
    const char *why = sql ? NULL : "it does not open";
    for (int i = 0; !why && i < TURNS; i++) {
        why = sql_transact(sql, add_one, NULL) ? NULL : strdup(err_text());
    }
    sql_close(sql);
    return (void *)(uintptr_t)why;
}

/* The tables' user is serializable by default. */
static void what_the_server_asks_for_again_is_done_again(void **state)
{
    const struct addresses *addresses = *state;
    const char *ways[] = {addresses->here, addresses->there};
    struct sql *sql = open_one(state);
    pthread_t threads[2];
    run(sql, "DELETE FROM keys_of");
    run(sql, "INSERT INTO keys_of VALUES (1, 0)");
    for (int i = 0; i < 2; i++) {
        pthread_create(&threads[i], NULL, add_turns, (void *)(uintptr_t)ways[i]);
    }
    for (int i = 0; i < 2; i++) {
        void *why = NULL;
        pthread_join(threads[i], &why);
        if (why) {
            fail_msg("%s", (const char *)why);
        }
    }
    assert_int_equal(number(sql, "SELECT n FROM keys_of"), 2 * TURNS);
    sql_close(sql);
}

/* ---- what goes wrong --------------------------------------------------------------- */

static bool end_all_others(void *context, struct sql *sql)
{
    int *runs = context;
    ++*runs;
    return sql_run(sql, "SELECT pg_terminate_backend(pg_backend_pid())", NULL, 0, NULL);
}

static void a_lost_connection_is_made_again(void **state)
{
    struct sql *sql = open_one(state);
    int runs = 0;
    int64_t n = 0;
    run(sql, "DELETE FROM keys_of");
    run(sql, "INSERT INTO keys_of VALUES (1, 0)");
    assert_false(sql_transact(sql, end_all_others, &runs));
    assert_int_equal(runs, 1);
    assert_string_equal(err_cause()->kind, "sql_lost");
    assert_true(sql_transact(sql, add_one, NULL));
    assert_false(sql_query(sql, "SELECT pg_terminate_backend(pg_backend_pid())", NULL, 0,
                           take_number, &n));
    assert_int_equal(number(sql, "SELECT n FROM keys_of"), 1);
    sql_close(sql);
}

static void rows_that_are_thrown_away_are_missed(void **state)
{
    struct sql *sql = open_one(state);
    int key = 0;
    assert_false(sql_add(sql, "thrown_of (k, n)", 2, next_key, &key));
    assert_string_equal(err_cause()->kind, "sql_took");
    sql_close(sql);
}

int main(int argc, char **argv)
{
    assert_int_equal(argc, 3);
    struct addresses addresses = {argv[1], argv[2]};
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_prestate(values_come_back_as_they_went, &addresses),
        cmocka_unit_test_prestate(many_rows_come_and_go, &addresses),
        cmocka_unit_test_prestate(what_came_meanwhile_is_looked_at_again, &addresses),
        cmocka_unit_test_prestate(commit_that_is_answered_by_rollback_is_none,
                                  &addresses),
        cmocka_unit_test_prestate(what_the_server_asks_for_again_is_done_again,
                                  &addresses),
        cmocka_unit_test_prestate(a_lost_connection_is_made_again, &addresses),
        cmocka_unit_test_prestate(rows_that_are_thrown_away_are_missed, &addresses),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
