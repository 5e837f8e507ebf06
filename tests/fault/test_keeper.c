/* SPDX-License-Identifier: MIT */
/*
 * Whatever happens to the database, counting goes on: each fault is done to it at the
 * start or while the kiosk counts, and what was counted before, meanwhile and after is
 * looked for.
 */
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

#include <sqlite3.h>

#include "base/err.h"
#include "base/file.h"
#include "base/str.h"
#include "count/queue.h"
#include "store/keeper.h"
#include "support/failing_disk.h"
#include "support/folder.h"
#include "support/tap.h"

enum { DAY = 20261128 };

static const int64_t wall_s = 1795867200; /* 2026-11-28 12:00 UTC */

/* A kiosk's counts, with a clock that is moved by hand. */
struct hall {
    struct folder folder; /* holds the data folder, which may be taken away */
    char data[128];
    char path[192];
    struct store_keeper *keeper;
    struct count_queue queue;
    int64_t now_us;
};

static const char *file_of(const struct hall *hall, const char *name)
{
    static char path[320]; /* of a test alone */
    str_format(path, sizeof path, "%s/%s", hall->data, name);
    return path;
}

static void begin(struct hall *hall)
{
    hall->keeper = store_keeper_open(hall->path, STORE_NO_KIOSK, wall_s);
    count_queue_init(&hall->queue, store_keeper_sink(hall->keeper));
}

static void end(struct hall *hall)
{
    count_queue_close(&hall->queue);
    store_keeper_close(hall->keeper);
}

static void open_hall(struct hall *hall)
{
    memset(hall, 0, sizeof *hall);
    hall->folder = folder_make();
    str_format(hall->data, sizeof hall->data, "%s/data", hall->folder.path);
    str_format(hall->path, sizeof hall->path, "%s/counts.db", hall->data);
    assert_int_equal(mkdir(hall->data, 0700), 0);
    hall->now_us = 1;
}

static void close_hall(struct hall *hall)
{
    static const char *const folders[] = {"data", "elsewhere", "data/counts.db"};
    end(hall);
    for (size_t i = sizeof folders / sizeof *folders; i-- > 0;) {
        struct folder inside;
        str_format(inside.path, sizeof inside.path, "%s/%s", hall->folder.path,
                   folders[i]);
        folder_remove(&inside);
    }
    folder_remove(&hall->folder);
}

/* Frames of a second. */
static void pass(struct hall *hall, int seconds)
{
    for (int i = 0; i < seconds; i++) {
        struct count_moment at = {.day = DAY, .hour = 9};
        hall->now_us += 1000000;
        at.now_us = hall->now_us;
        store_keeper_tick(hall->keeper, hall->now_us, wall_s + hall->now_us / 1000000);
        count_queue_tick(&hall->queue, at, false);
    }
}

static void count_one(struct hall *hall, int bin)
{
    struct count_row row = {
        .n = 1, .key = {.day = DAY, .hour = 9, .metric = "visit", .definition = 1}};
    str_format(row.key.detail, sizeof row.key.detail, "%d", bin);
    count_queue_add(&hall->queue, &row, 1);
}

/* Seen from outside: only what stands in the file. */
static int64_t in_file(const char *path)
{
    sqlite3 *db = NULL;
    sqlite3_stmt *query = NULL;
    int64_t sum = -1;
    if (sqlite3_open_v2(path, &db, SQLITE_OPEN_READWRITE, NULL) == SQLITE_OK &&
        sqlite3_prepare_v2(db, "SELECT coalesce(sum(n), 0) FROM sums", -1, &query,
                           NULL) == SQLITE_OK &&
        sqlite3_step(query) == SQLITE_ROW) {
        sum = sqlite3_column_int64(query, 0);
    }
    sqlite3_finalize(query);
    sqlite3_close(db);
    return sum;
}

static enum store_fault fault(const struct hall *hall)
{
    return store_keeper_state(hall->keeper)->fault;
}

static size_t told(const struct hall *hall)
{
    return store_keeper_state(hall->keeper)->asides.count;
}

/* ---- a file that is no use --------------------------------------------------------- */

static void make_sound(const char *path)
{
    struct store *store = store_open(path, STORE_NO_KIOSK);
    struct count_row row = {
        .n = 1, .key = {.day = DAY, .hour = 8, .metric = "visit", .definition = 1}};
    assert_non_null(store);
    for (int i = 0; i < 600; i++) {
        str_format(row.key.detail, sizeof row.key.detail, "bin %d", i);
        assert_true(store_add(store, &row, 1));
    }
    store_close(store);
}

static void run_sql(const char *path, const char *sql)
{
    sqlite3 *db = NULL;
    assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
    assert_int_equal(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(db);
}

static void write_text(const char *path)
{
    static const char text[] = "this is not a database, and it is longer than a header";
    assert_true(file_write(path, text, sizeof text - 1));
}

static void damage(const char *path)
{
    size_t length = 0;
    make_sound(path);
    char *bytes = file_read(path, 1 << 24, &length);
    assert_true(length > 3 * 4096);
    memset(bytes + 4096, 0x5A, 4096);
    assert_true(file_write(path, bytes, length));
    free(bytes);
}

static void cut(const char *path)
{
    size_t length = 0;
    make_sound(path);
    char *bytes = file_read(path, 1 << 24, &length);
    assert_true(file_write(path, bytes, length / 4096 / 2 * 4096));
    free(bytes);
}

static void make_foreign(const char *path)
{
    run_sql(path, "CREATE TABLE songs (title TEXT)");
}

static void make_newer(const char *path)
{
    make_sound(path);
    run_sql(path, "PRAGMA user_version = 7");
}

static void make_folder(const char *path)
{
    assert_int_equal(mkdir(path, 0700), 0);
}

static const struct {
    void (*make)(const char *path);
    enum aside_kind kind;
    const char *name, *second;
} useless[] = {
    {write_text, ASIDE_FOREIGN, "counts.foreign-2026-11-28.db",
     "counts.foreign-2026-11-28-2.db"},
    {damage, ASIDE_DAMAGED, "counts.damaged-2026-11-28.db",
     "counts.damaged-2026-11-28-2.db"},
    {cut, ASIDE_DAMAGED, "counts.damaged-2026-11-28.db",
     "counts.damaged-2026-11-28-2.db"},
    {make_foreign, ASIDE_FOREIGN, "counts.foreign-2026-11-28.db",
     "counts.foreign-2026-11-28-2.db"},
    {make_newer, ASIDE_NEWER, "counts.newer-2026-11-28.db",
     "counts.newer-2026-11-28-2.db"},
    {make_folder, ASIDE_FOREIGN, "counts.foreign-2026-11-28.db",
     "counts.foreign-2026-11-28-2.db"},
};

/* The last count came at 14:37:22. */
static void set_time(const char *path)
{
    struct tm tm = {.tm_year = 126,
                    .tm_mon = 10,
                    .tm_mday = 27,
                    .tm_hour = 14,
                    .tm_min = 37,
                    .tm_sec = 22,
                    .tm_isdst = -1};
    const struct timespec at = {.tv_sec = mktime(&tm)};
    const struct timespec times[2] = {at, at};
    assert_int_equal(utimensat(AT_FDCWD, path, times, 0), 0);
}

/* A foreign file's times are its own; those of counts tell the day alone. */
static void expect_day_alone(const char *path, bool counts)
{
    struct stat facts;
    struct tm tm;
    assert_int_equal(stat(path, &facts), 0);
    assert_non_null(localtime_r(&facts.st_mtim.tv_sec, &tm));
    bool midnight =
        tm.tm_hour == 0 && tm.tm_min == 0 && tm.tm_sec == 0 && facts.st_mtim.tv_nsec == 0;
    assert_int_equal(midnight, counts);
}

/* At the start, twice a day, and told until staff have seen it. */
static void a_file_that_is_no_use_is_set_aside(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof useless / sizeof *useless; i++) {
        struct hall hall;
        size_t length = 0;
        open_hall(&hall);
        useless[i].make(hall.path);
        set_time(hall.path);
        char *before = file_read(hall.path, 1 << 24, &length);
        begin(&hall);
        count_one(&hall, 0);
        assert_int_equal(fault(&hall), STORE_SOUND);
        assert_int_equal(in_file(hall.path), 1);
        assert_int_equal(told(&hall), 1);
        const struct aside_file *aside =
            &store_keeper_state(hall.keeper)->asides.files[0];
        assert_string_equal(aside->name, useless[i].name);
        assert_int_equal(aside->kind, useless[i].kind);
        assert_int_equal(aside->day, DAY);
        expect_day_alone(file_of(&hall, aside->name), aside->kind != ASIDE_FOREIGN);
        if (before) {
            size_t now = 0;
            char *kept = file_read(file_of(&hall, useless[i].name), 1 << 24, &now);
            assert_int_equal(now, length);
            assert_memory_equal(kept, before, length);
            free(kept);
        }
        free(before);
        end(&hall);
        begin(&hall); /* it is still told */
        assert_int_equal(told(&hall), 1);
        assert_int_equal(in_file(hall.path), 1);
        store_keeper_seen(hall.keeper);
        assert_int_equal(told(&hall), 0);
        end(&hall);
        remove(hall.path);
        useless[i].make(hall.path); /* again, the same day */
        begin(&hall);
        assert_int_equal(told(&hall), 1);
        assert_string_equal(store_keeper_state(hall.keeper)->asides.files[0].name,
                            useless[i].second);
        count_one(&hall, 0);
        assert_int_equal(in_file(hall.path), 1);
        rmdir(file_of(&hall, useless[i].name));
        rmdir(file_of(&hall, useless[i].second));
        close_hall(&hall);
    }
}

/* A disk that fails for weeks leaves more of them than there is room to tell of at once:
 * each is told of, and none twice; but one that gets a name that is free again is. */
static void each_is_told_of_until_staff_have_seen_it(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    struct hall hall;
    int files = rng_int(&rng, ASIDE_MAX + 1, 3 * ASIDE_MAX);
    int left = files;
    char name[ASIDE_NAME_MAX];
    open_hall(&hall);
    for (int i = 0; i < files; i++) {
        str_format(name, sizeof name, "counts.damaged-2026-10-01-%d.db", i + 2);
        write_text(file_of(&hall, name));
    }
    begin(&hall);
    while (left > 0) {
        int now = left < ASIDE_MAX ? left : ASIDE_MAX;
        assert_int_equal(told(&hall), now);
        store_keeper_seen(hall.keeper);
        left -= now;
    }
    assert_int_equal(told(&hall), 0);
    assert_int_equal(remove(file_of(&hall, name)), 0);
    store_keeper_seen(hall.keeper);
    write_text(file_of(&hall, name));
    end(&hall);
    begin(&hall);
    assert_int_equal(told(&hall), 1);
    assert_string_equal(store_keeper_state(hall.keeper)->asides.files[0].name, name);
    for (int i = 0; i < files; i++) {
        str_format(name, sizeof name, "counts.damaged-2026-10-01-%d.db", i + 2);
        remove(file_of(&hall, name));
    }
    close_hall(&hall);
}

/* A log that was left behind belongs to its database. */
static void its_log_goes_along(void **state)
{
    (void)state;
    struct hall hall;
    open_hall(&hall);
    write_text(hall.path);
    write_text(file_of(&hall, "counts.db-wal"));
    begin(&hall);
    assert_true(file_exists(file_of(&hall, "counts.foreign-2026-11-28.db-wal")));
    count_one(&hall, 0);
    assert_int_equal(in_file(hall.path), 1);
    close_hall(&hall);
}

/* ---- while the kiosk counts -------------------------------------------------------- */

static char *copy_of(const char *path, size_t *length)
{
    char *bytes = file_read(path, 1 << 24, length);
    assert_non_null(bytes);
    return bytes;
}

static void take_away(struct hall *hall)
{
    assert_int_equal(remove(hall->path), 0);
}

static void take_all_away(struct hall *hall)
{
    struct folder data;
    str_format(data.path, sizeof data.path, "%s", hall->data);
    folder_remove(&data);
    assert_false(file_exists(hall->data));
}

static void move_folder(struct hall *hall)
{
    char to[192];
    str_format(to, sizeof to, "%s/elsewhere", hall->folder.path);
    assert_int_equal(rename(hall->data, to), 0);
}

static void put_older_there(struct hall *hall)
{
    char other[192];
    str_format(other, sizeof other, "%s/other.db", hall->folder.path);
    make_sound(other);
    assert_int_equal(rename(other, hall->path), 0);
}

/* As `cp` does it: the file stays the same one. */
static void write_older_over_it(struct hall *hall)
{
    char other[192];
    size_t length = 0;
    str_format(other, sizeof other, "%s/other.db", hall->folder.path);
    make_sound(other);
    char *bytes = copy_of(other, &length);
    FILE *file = fopen(hall->path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, length, file), length);
    assert_int_equal(fclose(file), 0);
    free(bytes);
    remove(other);
}

static void spoil(struct hall *hall)
{
    FILE *file = fopen(hall->path, "r+b");
    assert_non_null(file);
    for (int i = 0; i < 8192; i++) {
        fputc(0x5A, file);
    }
    assert_int_equal(fclose(file), 0);
}

static void take_log_away(struct hall *hall)
{
    assert_int_equal(remove(file_of(hall, "counts.db-wal")), 0);
}

static const struct {
    const char *name;
    void (*happens)(struct hall *hall);
    int64_t stays; /* of the counts before it, or of what was put there; below 0: any */
    bool told;     /* that it is another file now */
} exchanges[] = {
    {"deleted", take_away, 0, true},
    {"deleted with its folder", take_all_away, 0, true},
    {"its folder moved away", move_folder, 0, true},
    {"an older copy put there", put_older_there, 600, true},
    {"an older copy written over it", write_older_over_it, -1, false},
    {"spoilt", spoil, 0, false},
    {"its log deleted", take_log_away, 5, false},
};

/* Noticed before the next count, or within a minute where none comes; what waits then
 * stands in the new file. */
static void a_file_that_is_exchanged_is_noticed(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    for (size_t i = 0; i < 2 * sizeof exchanges / sizeof *exchanges; i++) {
        size_t at = i / 2;
        bool by_time = i % 2;
        struct hall hall;
        open_hall(&hall);
        begin(&hall);
        for (int n = 0; n < 5; n++) {
            count_one(&hall, n);
        }
        pass(&hall, rng_int(&rng, 0, 100));
        int waiting = rng_int(&rng, 1, 20);
        count_queue_press(&hall.queue);
        for (int n = 0; n < waiting; n++) {
            count_one(&hall, rng_int(&rng, 0, 9));
        }
        printf("# %s%s, %d wait\n", exchanges[at].name, by_time ? ", by time" : "",
               waiting);
        exchanges[at].happens(&hall);
        if (by_time) {
            pass(&hall, STORE_KEEPER_LOOK_S);
            assert_true(file_exists(hall.path));
        }
        count_queue_release(&hall.queue);
        count_one(&hall, 3);
        assert_int_equal(fault(&hall), STORE_SOUND);
        assert_int_equal(hall.queue.count, 0);
        int64_t expected = exchanges[at].stays + waiting + 1;
        int64_t found = in_file(hall.path);
        assert_true(exchanges[at].stays < 0 ? found >= waiting + 1 : found == expected);
        assert_int_equal(store_keeper_state(hall.keeper)->exchanged_s != 0,
                         exchanges[at].told);
        end(&hall);
        begin(&hall);
        assert_int_equal(in_file(hall.path), found);
        close_hall(&hall);
    }
}

/* ---- a disk that refuses ----------------------------------------------------------- */

/* A visit's counts, of which some keys are new. */
static void visit(struct hall *hall, int number)
{
    for (int i = 0; i < 5; i++) {
        count_one(hall, i < 3 ? i : 10 + number % 40 + i);
    }
}

/* From the start on, or later; for so long that every wait has become the longest. */
static void what_a_disk_refuses_waits(void **state)
{
    (void)state;
    struct rng rng = rng_begin();

    static const struct {
        int code;
        enum store_fault fault;
    } codes[] = {{SQLITE_FULL, STORE_FULL},
                 {SQLITE_IOERR_WRITE, STORE_FAILED},
                 {SQLITE_READONLY, STORE_READ_ONLY}};

    for (size_t i = 0; i < 2 * sizeof codes / sizeof *codes; i++) {
        struct hall hall;
        int before = i % 2 ? rng_int(&rng, 1, 5) : 0;
        int visits = rng_int(&rng, 20, 200);
        open_hall(&hall);
        if (before == 0) {
            failing_disk_arm(1, codes[i / 2].code, true);
        }
        begin(&hall);
        for (int n = 0; n < before; n++) {
            visit(&hall, n);
        }
        failing_disk_arm(1, codes[i / 2].code, true);
        for (int n = 0; n < visits; n++) {
            visit(&hall, n);
            pass(&hall, rng_int(&rng, 1, 30));
        }
        assert_int_equal(fault(&hall), codes[i / 2].fault);
        assert_true(store_keeper_state(hall.keeper)->since_s >= wall_s);
        failing_disk_arm(0, 0, false);
        pass(&hall, 61);
        assert_int_equal(fault(&hall), STORE_SOUND);
        assert_int_equal(store_keeper_state(hall.keeper)->since_s, 0);
        assert_int_equal(hall.queue.count, 0);
        assert_int_equal(in_file(hall.path), 5 * (before + visits));
        close_hall(&hall);
    }
}

/* By another program, at the start or later. */
static void what_another_program_holds_waits(void **state)
{
    (void)state;
    for (int late = 0; late < 2; late++) {
        struct hall hall;
        sqlite3 *other = NULL;
        open_hall(&hall);
        make_sound(hall.path);
        if (late) {
            begin(&hall);
        }
        assert_int_equal(sqlite3_open(hall.path, &other), SQLITE_OK);
        assert_int_equal(sqlite3_exec(other,
                                      late ? "BEGIN IMMEDIATE"
                                           : "PRAGMA locking_mode = EXCLUSIVE;"
                                             "BEGIN EXCLUSIVE",
                                      NULL, NULL, NULL),
                         SQLITE_OK);
        if (!late) {
            begin(&hall);
        }
        visit(&hall, 0);
        pass(&hall, 20);
        assert_int_equal(fault(&hall), STORE_LOCKED);
        assert_true(strstr(store_keeper_why(hall.keeper), "locked") != NULL);
        sqlite3_exec(other, "ROLLBACK", NULL, NULL, NULL);
        sqlite3_close(other);
        pass(&hall, 61);
        assert_int_equal(fault(&hall), STORE_SOUND);
        assert_int_equal(in_file(hall.path), 605);
        close_hall(&hall);
    }
}

static int make(void **state)
{
    (void)state;
    failing_disk_install();
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_file_that_is_no_use_is_set_aside),
        cmocka_unit_test(each_is_told_of_until_staff_have_seen_it),
        cmocka_unit_test(its_log_goes_along),
        cmocka_unit_test(a_file_that_is_exchanged_is_noticed),
        cmocka_unit_test(what_a_disk_refuses_waits),
        cmocka_unit_test(what_another_program_holds_waits),
    };
    return cmocka_run_group_tests_name("keeper", tests, make, NULL);
}
