/* SPDX-License-Identifier: MIT */
#include <string.h>

#include <sqlite3.h>

#include "base/err.h"
#include "base/file.h"
#include "base/str.h"
#include "base/system.h"
#include "store/store.h"
#include "support/folder.h"
#include "support/tap.h"

enum { MODEL_MAX = 512 };

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

static const char *database(void)
{
    return folder_file(&folder, "counts.db");
}

static struct count_row row_of(int day, int hour, const char *metric, const char *detail,
                               int64_t n)
{
    struct count_row row = {
        .key = {.day = day, .hour = hour, .content = 1, .definition = COUNT_DEFINITION},
        .n = n};
    str_copy(row.key.metric, sizeof row.key.metric, metric);
    str_copy(row.key.detail, sizeof row.key.detail, detail);
    return row;
}

/* ---- random counts against a model ------------------------------------------------- */

struct model {
    size_t count;
    struct count_row rows[MODEL_MAX];
    size_t at; /* rows compared so far */
};

static void model_add(struct model *model, const struct count_row *row)
{
    size_t at = 0;
    while (at < model->count && count_key_compare(&model->rows[at].key, &row->key) < 0) {
        at++;
    }
    struct count_row *here = &model->rows[at];
    if (at == model->count || count_key_compare(&here->key, &row->key) != 0) {
        assert_true(model->count < MODEL_MAX);
        memmove(here + 1, here, (model->count - at) * sizeof *here);
        model->count++;
        *here = *row;
        here->n = 0;
        here->revision = 0;
    }
    here->n += row->n;
    here->revision += row->n;
}

static bool same_as_model(void *context, const struct count_row *row)
{
    struct model *model = context;
    assert_true(model->at < model->count);
    const struct count_row *expected = &model->rows[model->at++];
    assert_int_equal(count_key_compare(&row->key, &expected->key), 0);
    assert_int_equal(row->n, expected->n);
    assert_int_equal(row->revision, expected->revision);
    return true;
}

static struct count_row draw_row(struct rng *rng)
{
    static const char *const metrics[] = {"touch", "visit", "test", "test_passed"};
    static const char *const subjects[] = {"", "adult-cpr", "第一目击者",
                                           "o'brien\"; --"};
    static const char *const details[] = {"", "excluded:demo", "80~89"};
    struct count_row row = row_of(
        20261123 + rng_int(rng, 0, 1), rng_int(rng, 9, 10), metrics[rng_int(rng, 0, 3)],
        details[rng_int(rng, 0, 2)], rng_int(rng, 0, 3) ? 1 : rng_int(rng, 2, 99));
    str_copy(row.key.subject, sizeof row.key.subject, subjects[rng_int(rng, 0, 3)]);
    row.key.content = rng_int(rng, 1, 2);
    return row;
}

static int64_t model_sum(const struct model *model, int day, const char *metric)
{
    int64_t sum = 0;
    for (size_t i = 0; i < model->count; i++) {
        const struct count_row *row = &model->rows[i];
        if (row->key.day == day && str_equal(row->key.metric, metric) &&
            !count_excluded(row)) {
            sum += row->n;
        }
    }
    return sum;
}

/* Of the days that are drawn. */
static int64_t model_total(const struct model *model, const char *metric)
{
    int64_t sum = 0;
    for (int day = 20261122; day <= 20261125; day++) {
        sum += model_sum(model, day, metric);
    }
    return sum;
}

static void random_counts_add_up_as_in_a_model(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    struct model *model = calloc(1, sizeof *model);
    struct store *store = store_open(database(), STORE_NO_KIOSK);
    for (int round = 0; round < 200; round++) {
        struct count_row rows[6];
        int count = rng_int(&rng, 1, 6);
        for (int i = 0; i < count; i++) {
            rows[i] = draw_row(&rng);
            model_add(model, &rows[i]);
        }
        assert_true(store_add(store, rows, (size_t)count));
        if (rng_int(&rng, 0, 9) == 0) {
            assert_true(store_settle(store));
        }
        if (rng_int(&rng, 0, 9) == 0) {
            store_close(store);
            store = store_open(database(), STORE_NO_KIOSK);
            assert_non_null(store);
        }
    }
    assert_true(store_each(store, 0, 99999999, same_as_model, model));
    assert_int_equal(model->at, model->count);
    for (int day = 20261122; day <= 20261125; day++) {
        assert_int_equal(store_sum(store, day, COUNT_test),
                         model_sum(model, day, "test"));
    }
    assert_int_equal(store_total(store, COUNT_test), model_total(model, "test"));
    store_close(store);
    free(model);
}

static bool count_row(void *context, const struct count_row *row)
{
    (void)row;
    return ++*(int *)context < 2;
}

static void days_are_chosen_and_the_reader_may_stop(void **state)
{
    (void)state;
    struct store *store = store_open(database(), STORE_NO_KIOSK);
    for (int day = 20260101; day <= 20260104; day++) {
        struct count_row row = row_of(day, 9, "touch", "", 1);
        assert_true(store_add(store, &row, 1));
    }
    int seen = 0;
    assert_true(store_each(store, 20260104, 20261231, count_row, &seen));
    assert_int_equal(seen, 1);
    seen = 0;
    assert_false(store_each(store, 20260101, 20260104, count_row, &seen));
    assert_int_equal(seen, 2);
    assert_int_equal(store_sum(store, 20260101, COUNT_visit), 0);
    assert_int_equal(store_first_day(store, 0), 20260101);
    assert_int_equal(store_first_day(store, 20260103), 20260103);
    assert_int_equal(store_first_day(store, 20260105), 0);
    store_close(store);
    store_close(NULL);
}

/* ---- what the file holds, seen with SQLite alone ----------------------------------- */

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

static void the_database_holds_sums_and_nothing_else(void **state)
{
    (void)state;
    struct store *store = store_open(database(), STORE_NO_KIOSK);
    struct count_row row = row_of(20261123, 9, "touch", "", 1);
    assert_true(store_add(store, &row, 1));
    store_close(store);
    check_text("SELECT group_concat(type || ' ' || name) FROM sqlite_schema",
               "table sums");
    check_text("SELECT group_concat(name || ' ' || type || ' ' || pk)"
               " FROM pragma_table_info('sums')",
               "kiosk TEXT 1,day INTEGER 2,hour INTEGER 3,metric TEXT 4,subject TEXT 5,"
               "detail TEXT 6,content INTEGER 7,definition INTEGER 8,n INTEGER 0,"
               "revision INTEGER 0");
    check_text("SELECT wr || ' ' || strict FROM pragma_table_list('sums')", "1 1");
    check_text("PRAGMA journal_mode", "wal");
    check_text("PRAGMA user_version", "2");
}

/* The log would tell in what order things were counted. */
static void a_settled_log_is_empty(void **state)
{
    (void)state;
    struct store *store = store_open(database(), STORE_NO_KIOSK);
    struct count_row row = row_of(20261123, 9, "touch", "", 1);
    assert_true(store_add(store, &row, 1));
    size_t length = 0;
    char *log = file_read(folder_file(&folder, "counts.db-wal"), 1 << 20, &length);
    assert_true(length > 0);
    free(log);
    assert_true(store_settle(store));
    log = file_read(folder_file(&folder, "counts.db-wal"), 1 << 20, &length);
    assert_int_equal(length, 0);
    free(log);
    store_close(store);
}

static void a_subject_with_quotes_is_only_a_text(void **state)
{
    (void)state;
    struct store *store = store_open(database(), STORE_NO_KIOSK);
    struct count_row row = row_of(20261123, 9, "touch", "", 1);
    str_copy(row.key.subject, sizeof row.key.subject, "'); DROP TABLE sums; --");
    assert_true(store_add(store, &row, 1));
    assert_int_equal(store_sum(store, 20261123, COUNT_touch), 1);
    store_close(store);
    check_text("SELECT subject FROM sums", "'); DROP TABLE sums; --");
}

/* ---- files that are not ours ------------------------------------------------------- */

/* Refused with a sentence that names the file and says `why`; no byte has changed. */
static void check_left_alone(const char *bytes, size_t length, const char *why)
{
    assert_true(file_write(database(), bytes, length));
    assert_null(store_open(database(), STORE_NO_KIOSK));
    assert_true(str_starts(err_text(), database()));
    if (!strstr(err_text(), why)) {
        fail_msg("\"%s\" does not say \"%s\"", err_text(), why);
    }
    size_t now = 0;
    char *kept = file_read(database(), 1 << 24, &now);
    assert_non_null(kept);
    assert_int_equal(now, length);
    assert_memory_equal(kept, bytes, length);
    free(kept);
}

static void run_sql(const char *sql)
{
    sqlite3 *db = NULL;
    assert_int_equal(sqlite3_open(database(), &db), SQLITE_OK);
    assert_int_equal(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(db);
}

/* A database of ours with many rows; the caller frees its bytes. */
static char *sound_database(size_t *length)
{
    struct store *store = store_open(database(), STORE_NO_KIOSK);
    assert_non_null(store);
    for (int hour = 0; hour < 24; hour++) {
        struct count_row rows[40];
        for (int i = 0; i < 40; i++) {
            char detail[16];
            str_format(detail, sizeof detail, "bin %d", i);
            rows[i] = row_of(20261123, hour, "test_score", detail, 1);
        }
        assert_true(store_add(store, rows, 40));
    }
    store_close(store);
    return file_read(database(), 1 << 24, length);
}

static void a_file_that_is_not_a_database_is_left_alone(void **state)
{
    (void)state;
    char text[4096];
    memset(text, 'x', sizeof text);
    check_left_alone(text, sizeof text, "file is not a database; move the file away");
    check_left_alone("hello", 5, "file is not a database; move the file away");
}

static void a_damaged_database_is_left_alone(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    size_t length = 0;
    char *sound = sound_database(&length);
    assert_true(length > 16384);
    char *bytes = malloc(length);
    for (int round = 0; round < 20; round++) {
        /* A page's head: inside a text it would go unnoticed. */
        size_t page = (size_t)rng_int(&rng, 1, (int)(length / 4096) - 1);
        memcpy(bytes, sound, length);
        memset(bytes + page * 4096, rng_int(&rng, 1, 255), 64);
        check_left_alone(bytes, length, "move the file away");
        folder_empty(&folder);
    }
    check_left_alone(sound, length / 2 / 4096 * 4096, "move the file away");
    free(bytes);
    free(sound);
}

static void another_programs_database_is_left_alone(void **state)
{
    (void)state;
    run_sql("CREATE TABLE songs (title TEXT)");
    size_t length = 0;
    char *bytes = file_read(database(), 1 << 24, &length);
    check_left_alone(bytes, length, "is another program's database; choose another");
    free(bytes);
}

static void a_newer_schema_is_refused_by_name(void **state)
{
    (void)state;
    store_close(store_open(database(), STORE_NO_KIOSK));
    run_sql("PRAGMA user_version = 7");
    size_t length = 0;
    char *bytes = file_read(database(), 1 << 24, &length);
    check_left_alone(bytes, length,
                     "was written by a newer Life Kiosk (schema 7, this one knows 2)");
    free(bytes);
}

/* A kiosk that was cut off leaves a log; a version that cannot read the file must not
 * fold it in either. */
static void a_refused_file_keeps_its_log(void **state)
{
    (void)state;
    static const char *const names[] = {"counts.db", "counts.db-wal"};
    char *bytes[2];
    size_t lengths[2];
    store_close(store_open(database(), STORE_NO_KIOSK));
    sqlite3 *db = NULL;
    assert_int_equal(sqlite3_open(database(), &db), SQLITE_OK);
    assert_int_equal(sqlite3_exec(db, "PRAGMA user_version = 7", NULL, NULL, NULL),
                     SQLITE_OK);
    for (int i = 0; i < 2; i++) {
        bytes[i] = file_read(folder_file(&folder, names[i]), 1 << 20, &lengths[i]);
        assert_true(lengths[i] > 0);
    }
    sqlite3_close(db);
    folder_empty(&folder);
    assert_true(file_write(folder_file(&folder, names[1]), bytes[1], lengths[1]));
    check_left_alone(bytes[0], lengths[0], "was written by a newer Life Kiosk");
    size_t length = 0;
    char *log = file_read(folder_file(&folder, names[1]), 1 << 20, &length);
    assert_non_null(log);
    assert_int_equal(length, lengths[1]);
    assert_memory_equal(log, bytes[1], length);
    free(log);
    free(bytes[0]);
    free(bytes[1]);
}

static void a_place_that_cannot_hold_a_file_is_named(void **state)
{
    (void)state;
    assert_null(store_open("/nowhere/counts.db", STORE_NO_KIOSK));
    assert_string_equal(
        err_text(), "/nowhere/counts.db: cannot be opened: No such file or directory; "
                    "see that its folder is there and may be written");
    assert_null(store_open(folder.path, STORE_NO_KIOSK));
    assert_true(str_starts(err_text(), folder.path));
}

/* What SQLite says has a word, or is quoted; see base/system.def. */
static void what_sqlite_says_has_a_word(void **state)
{
    (void)state;
    static const int codes[] = {SQLITE_PERM,     SQLITE_BUSY,     SQLITE_LOCKED,
                                SQLITE_NOMEM,    SQLITE_READONLY, SQLITE_IOERR,
                                SQLITE_FULL,     SQLITE_CORRUPT,  SQLITE_CANTOPEN,
                                SQLITE_PROTOCOL, SQLITE_NOTADB};
    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++) {
        const char *key = system_key(sqlite3_errstr(codes[i]));
        if (!key || str_equal(key, SYSTEM_OTHER)) {
            fail_msg("no word for \"%s\"", sqlite3_errstr(codes[i]));
        }
    }
}

static void a_database_held_by_another_program_is_refused_whole(void **state)
{
    (void)state;
    struct store *store = store_open(database(), STORE_NO_KIOSK);
    sqlite3 *other = NULL;
    assert_int_equal(sqlite3_open(database(), &other), SQLITE_OK);
    assert_int_equal(sqlite3_exec(other, "BEGIN IMMEDIATE", NULL, NULL, NULL), SQLITE_OK);
    struct count_row row = row_of(20261123, 9, "touch", "", 1);
    assert_false(store_add(store, &row, 1));
    assert_non_null(strstr(err_text(), "database is locked; close the other program"));
    assert_int_equal(sqlite3_exec(other, "ROLLBACK", NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(other);
    assert_true(store_add(store, &row, 1));
    assert_int_equal(store_sum(store, 20261123, COUNT_touch), 1);
    store_close(store);
}

static int clean(void **state)
{
    (void)state;
    folder_empty(&folder);
    return 0;
}

/* Whoever keeps what follows from old days asks whether they are still the same. */
static void the_first_day_that_changed_is_told_once(void **state)
{
    (void)state;
    struct store *store = store_open(database(), STORE_NO_KIOSK);
    assert_non_null(store);
    assert_int_equal(store_changed_from(store), 1);
    assert_int_equal(store_changed_from(store), 0);
    struct count_row rows[] = {row_of(20260305, 9, "visit", "", 1),
                               row_of(20260302, 9, "visit", "", 1),
                               row_of(20260309, 9, "visit", "", 1)};
    assert_true(store_add(store, rows, 3));
    assert_true(store_add(store, &rows[0], 1));
    assert_true(store_settle(store)); /* the same rows in another order */
    assert_int_equal(store_changed_from(store), 20260302);
    assert_int_equal(store_changed_from(store), 0);
    store_leave(store);
    assert_true(store_reach(store));
    assert_int_equal(store_changed_from(store), 1);
    store_close(store);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(random_counts_add_up_as_in_a_model, clean),
        cmocka_unit_test_teardown(days_are_chosen_and_the_reader_may_stop, clean),
        cmocka_unit_test_teardown(the_database_holds_sums_and_nothing_else, clean),
        cmocka_unit_test_teardown(a_settled_log_is_empty, clean),
        cmocka_unit_test_teardown(a_subject_with_quotes_is_only_a_text, clean),
        cmocka_unit_test_teardown(a_file_that_is_not_a_database_is_left_alone, clean),
        cmocka_unit_test_teardown(a_damaged_database_is_left_alone, clean),
        cmocka_unit_test_teardown(another_programs_database_is_left_alone, clean),
        cmocka_unit_test_teardown(a_newer_schema_is_refused_by_name, clean),
        cmocka_unit_test_teardown(a_refused_file_keeps_its_log, clean),
        cmocka_unit_test_teardown(a_place_that_cannot_hold_a_file_is_named, clean),
        cmocka_unit_test(what_sqlite_says_has_a_word),
        cmocka_unit_test_teardown(a_database_held_by_another_program_is_refused_whole,
                                  clean),
        cmocka_unit_test_teardown(the_first_day_that_changed_is_told_once, clean),
    };
    return cmocka_run_group_tests_name("store", tests, make, remove_all);
}
