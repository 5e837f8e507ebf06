/* SPDX-License-Identifier: MIT */
#include <inttypes.h>

#include <sqlite3.h>

#include "base/calendar.h"
#include "base/err.h"
#include "base/str.h"
#include "county/county.h"
#include "lkx/lkx_read.h"
#include "support/folder.h"
#include "support/tap.h"

enum {
    DRAWS = 20,
    ROWS_MAX = 400,
    FILES = 14,
    FIRST_DAY = 20260225,
    DAYS = 40,
    TODAY = 20260501,
};

/* What one kiosk has counted up to now, ordered by key. */
struct life {
    size_t count;
    struct count_row rows[ROWS_MAX];
};

static int compare_rows(const void *a, const void *b)
{
    const struct count_row *left = a;
    const struct count_row *right = b;
    return count_key_compare(&left->key, &right->key);
}

static struct count_key draw_key(struct rng *rng, int day)
{
    static const char *const kinds[][3] = {
        {"visit", "", ""},
        {"visit", "", "excluded:short"},
        {"touch", "", ""},
        {"lesson_done", "adult-cpr", ""},
        {"question", "aed", "right"},
        {"question", "aed", "wrong"},
        {"first_time", "", "yes"},
        {"first_time", "", "no"},
        {"group", "pupils", ""},
        {"running", "", ""},
        {"proof", "", "excluded:proof"},
        {"willing", "adult-cpr", "before:yes"},
    };
    const char *const *kind = kinds[rng_int(rng, 0, sizeof kinds / sizeof *kinds - 1)];
    struct count_key key = {.day = day, .hour = rng_int(rng, 0, 2), .definition = 1};
    str_copy(key.metric, sizeof key.metric, kind[0]);
    str_copy(key.subject, sizeof key.subject, kind[1]);
    str_copy(key.detail, sizeof key.detail, kind[2]);
    key.content = *kind[1] ? rng_int(rng, 1, 2) : 0;
    return key;
}

static void count_one(struct life *life, const struct count_key *key, int64_t n)
{
    for (size_t i = 0; i < life->count; i++) {
        if (count_key_compare(&life->rows[i].key, key) == 0) {
            life->rows[i].n += n;
            life->rows[i].revision += n;
            return;
        }
    }
    if (life->count < ROWS_MAX) {
        life->rows[life->count++] = (struct count_row){*key, n, n};
        qsort(life->rows, life->count, sizeof *life->rows, compare_rows);
    }
}

/* Days go by, and now and then something is counted on an older one. */
static void live(struct rng *rng, struct life *life, int from, int days)
{
    for (int i = 0; i < days * 4; i++) {
        int back = rng_int(rng, 0, 9) == 0 ? rng_int(rng, 0, from + i / 4) : 0;
        int day = calendar_day(calendar_number(FIRST_DAY) + from + i / 4 - back);
        struct count_key key = draw_key(rng, day);
        count_one(life, &key, rng_int(rng, 1, 5));
    }
}

/* The days [from, to] of it as a file; the heads are of no concern here. */
static struct lkx_file *write_file(const struct life *life, const char *kiosk, int from,
                                   int to)
{
    unsigned char hash[SIGN_HASH_BYTES];
    struct lkx_file *file = calloc(1, sizeof *file);
    assert_non_null(file);
    file->rows = calloc(life->count + 1, sizeof *file->rows);
    assert_non_null(file->rows);
    str_copy(file->kiosk, sizeof file->kiosk, kiosk);
    file->from_day = from;
    file->to_day = to;
    file->made_day = to;
    for (size_t i = 0; i < life->count; i++) {
        if (life->rows[i].key.day >= from && life->rows[i].key.day <= to) {
            file->rows[file->row_count++] = life->rows[i];
        }
    }
    sign_sha256(hash, (const char *)file->rows, file->row_count * sizeof *file->rows);
    sign_hex(file->sha256, hash, sizeof hash);
    return file;
}

static void free_file(struct lkx_file *file)
{
    free(file->rows);
    free(file);
}

/* ---- what stands in the place ------------------------------------------------------ */

struct place {
    struct folder folder;
    char path[320];
    struct sql *sql;
};

static struct place place_make(void)
{
    struct place place = {.folder = folder_make()};
    str_copy(place.path, sizeof place.path, folder_file(&place.folder, "county.db"));
    place.sql = county_open(place.path, SQL_CREATE);
    if (!place.sql) {
        fail_msg("%s", err_text());
    }
    return place;
}

static void place_end(struct place *place)
{
    sql_close(place->sql);
    folder_remove(&place->folder);
}

static void take(struct place *place, const struct lkx_file *file,
                 struct county_import *import)
{
    if (!county_take(place->sql, file, "a.lkx", TODAY, import)) {
        fail_msg("%s", err_text());
    }
}

/* The answer of a query, read by another connection, as lines of cells. */
static struct str ask(const struct place *place, const char *query)
{
    struct str out = {0};
    sqlite3 *db = NULL;
    sqlite3_stmt *statement = NULL;
    assert_int_equal(sqlite3_open_v2(place->path, &db, SQLITE_OPEN_READONLY, NULL), 0);
    if (sqlite3_prepare_v2(db, query, -1, &statement, NULL) != SQLITE_OK) {
        fail_msg("%s: %s", query, sqlite3_errmsg(db));
    }
    while (sqlite3_step(statement) == SQLITE_ROW) {
        for (int i = 0; i < sqlite3_column_count(statement); i++) {
            str_add(&out, "%s|", sqlite3_column_text(statement, i));
        }
        str_add(&out, "\n");
    }
    sqlite3_finalize(statement);
    sqlite3_close(db);
    return out;
}

static struct str dump(const struct place *place)
{
    static const char *const tables[] = {"counts",      "kiosks", "kiosk_off", "files",
                                         "kiosk_month", "ledger", "editions"};
    struct str out = {0};
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
        char query[64];
        str_format(query, sizeof query, "SELECT * FROM %s", tables[i]);
        struct str rows = ask(place, query);
        str_add(&out, "%s\n%s", tables[i], rows.text ? rows.text : "");
        str_free(&rows);
    }
    return out;
}

static void same(struct str found, struct str wanted)
{
    assert_string_equal(found.text ? found.text : "", wanted.text ? wanted.text : "");
    str_free(&found);
    str_free(&wanted);
}

/* ---- the slow and plain way -------------------------------------------------------- */

/* Of each key the state with the highest revision that any of the files has. */
static void merge_plainly(struct life *sums, const struct lkx_file *file)
{
    for (size_t i = 0; i < file->row_count; i++) {
        const struct count_row *row = &file->rows[i];
        size_t at = 0;
        while (at < sums->count && compare_rows(&sums->rows[at], row) != 0) {
            at++;
        }
        if (at == sums->count) {
            assert_true(sums->count < ROWS_MAX);
            sums->rows[sums->count++] = *row;
        } else if (row->revision > sums->rows[at].revision) {
            sums->rows[at] = *row;
        }
    }
}

static struct str tell_sums(struct life *sums, const char *kiosk)
{
    struct str out = {0};
    qsort(sums->rows, sums->count, sizeof *sums->rows, compare_rows);
    for (size_t i = 0; i < sums->count; i++) {
        const struct count_key *key = &sums->rows[i].key;
        str_add(&out, "%s|%d|%d|%s|%s|%s|%d|%d|%" PRId64 "|%" PRId64 "|\n", kiosk,
                key->day, key->hour, key->metric, key->subject, key->detail, key->content,
                key->definition, sums->rows[i].n, sums->rows[i].revision);
    }
    return out;
}

/* The months by the plainest query that there is, but for the days that are known. */
static struct str months_plainly(const struct place *place)
{
    static const char *const sums[][2] = {
        {"touch", "%"},       {"visit", "%"},         {"lesson_started", "%"},
        {"lesson_done", "%"}, {"quiz_passed", "%"},   {"practice", "%"},
        {"test", "%"},        {"test_passed", "%"},   {"aed_done", "%"},
        {"call_done", "%"},   {"rhythm_done", "%"},   {"pushes", "%"},
        {"question", "%"},    {"question", "right"},  {"course_shown", "%"},
        {"qr_shown", "%"},    {"first_time", "yes"},  {"first_time", "no"},
        {"group", "%"},       {"group_session", "%"}, {"group_minutes", "%"},
        {"running", "%"}};
    struct str query = {0};
    str_add(&query, "SELECT kiosk, day / 100, coalesce(sum(DISTINCT CASE WHEN detail NOT"
                    " LIKE 'excluded:%%' THEN 1 << (day %% 100 - 1) END), 0)");
    for (size_t i = 0; i < sizeof sums / sizeof *sums; i++) {
        str_add(&query,
                ", sum(CASE WHEN metric = '%s' AND detail LIKE '%s' AND detail NOT LIKE"
                " 'excluded:%%' THEN n ELSE 0 END)",
                sums[i][0], sums[i][1]);
    }
    str_add(&query, ", sum(CASE WHEN metric = 'visit' AND detail LIKE 'excluded:%%' THEN"
                    " n ELSE 0 END) FROM counts GROUP BY kiosk, day / 100 ORDER BY 1, 2");
    struct str rows = ask(place, query.text);
    str_free(&query);
    return rows;
}

static const char months_derived[] =
    "SELECT kiosk, month, on_days"

#define COLUMN(key, ...) ", " #key
#include "county/columns.def"
#undef COLUMN
    " FROM kiosk_month m WHERE EXISTS (SELECT 1 FROM counts c WHERE c.kiosk = m.kiosk"
    " AND c.day / 100 = m.month) ORDER BY 1, 2";

/* Day by day: a file holds those of its days that were over or going on when it was
 * made. */
static struct str known_plainly(struct lkx_file *const *files, size_t count,
                                const char *kiosk)
{
    struct str out = {0};
    int64_t known = 0;
    for (int day = 20260101; day <= 20261231; day = calendar_after(day)) {
        for (size_t i = 0; i < count; i++) {
            if (files[i] && day >= files[i]->from_day && day <= files[i]->to_day &&
                day <= files[i]->made_day) {
                known |= INT64_C(1) << (day % 100 - 1);
            }
        }
        if (calendar_after(day) / 100 != day / 100) {
            if (known) {
                str_add(&out, "%s|%d|%" PRId64 "|\n", kiosk, day / 100, known);
            }
            known = 0;
        }
    }
    return out;
}

/* ---- tests ------------------------------------------------------------------------- */

/* A kiosk's files over its life, drawn: of overlapping days, in older and newer states. */
static void draw_files(struct rng *rng, const char *kiosk, struct lkx_file *files[FILES])
{
    struct life life = {0};
    int lived = 0;
    for (int i = 0; i < FILES; i++) {
        int days = rng_int(rng, 0, DAYS / FILES * 2);
        live(rng, &life, lived, days);
        lived += days;
        int now = calendar_day(calendar_number(FIRST_DAY) + lived);
        int back = rng_int(rng, 0, lived);
        files[i] = write_file(
            &life, kiosk, calendar_day(calendar_number(FIRST_DAY) + lived - back), now);
        if (rng_int(rng, 0, 3) == 0) {
            files[i]->to_day = calendar_day(calendar_number(now) + rng_int(rng, 1, 20));
        }
    }
}

static void check_place(const struct place *place, struct lkx_file *const *files,
                        size_t count, const char *kiosk)
{
    struct life sums = {0};
    for (size_t i = 0; i < count; i++) {
        if (files[i]) {
            merge_plainly(&sums, files[i]);
        }
    }
    same(ask(place, "SELECT * FROM counts ORDER BY 1, 2, 3, 4, 5, 6, 7, 8"),
         tell_sums(&sums, kiosk));
    same(ask(place, months_derived), months_plainly(place));
    same(ask(place, "SELECT kiosk, month, known_days FROM kiosk_month"
                    " WHERE known_days <> 0 ORDER BY 1, 2"),
         known_plainly(files, count, kiosk));
}

/* Backwards, twice, one lost and found again: all are the newest state of each key. */
static void any_order_of_files_gives_the_same_sums(void **state)
{
    (void)state;
    static const char kiosk[] = "k0123456789";
    struct rng rng = rng_begin();
    for (int draw = 0; draw < DRAWS; draw++) {
        struct lkx_file *files[FILES];
        struct lkx_file *order[FILES];
        struct county_import import;
        struct place place = place_make();
        draw_files(&rng, kiosk, files);
        memcpy(order, files, sizeof order);
        for (int i = FILES - 1; i > 0; i--) {
            int with = draw == 0 ? FILES - 1 - i : rng_int(&rng, 0, i);
            struct lkx_file *other = order[with];
            order[with] = order[i];
            order[i] = other;
        }
        struct lkx_file *lost = order[FILES - 1];
        order[FILES - 1] = NULL;
        for (int i = 0; i < FILES - 1; i++) {
            take(&place, order[i], &import);
            if (rng_int(&rng, 0, 2) == 0) {
                struct lkx_file *again = order[rng_int(&rng, 0, i)];
                take(&place, again, &import);
                assert_true(import.again);
                assert_int_equal(import.fresh + import.raised, 0);
            }
        }
        check_place(&place, order, FILES, kiosk);
        order[FILES - 1] = lost;
        take(&place, lost, &import);
        assert_int_equal(import.rows, (int64_t)lost->row_count);
        check_place(&place, order, FILES, kiosk);
        struct str before = dump(&place);
        assert_true(county_derive(place.sql, kiosk));
        same(dump(&place), before);
        place_end(&place);
        for (int i = 0; i < FILES; i++) {
            free_file(files[i]);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(any_order_of_files_gives_the_same_sums),
    };
    return cmocka_run_group_tests_name("county", tests, NULL, NULL);
}
