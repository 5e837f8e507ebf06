/* SPDX-License-Identifier: MIT */
/*
 * Whoever holds the disk learns sums and nothing else: the same visits, in whatever order
 * and interleaved in whatever way within each hour, leave the same bytes.
 *
 * Drawn visits are played twice through the counter and the store, the second time in
 * another order, with other sessions at the same time, other waits while somebody presses
 * and other moments of settling. Then every file of the folder is compared.
 */
#include <string.h>

#include <sqlite3.h>

#include "base/err.h"
#include "base/file.h"
#include "base/str.h"
#include "count/counter.h"
#include "store/store.h"
#include "support/folder.h"
#include "support/tap.h"

enum {
    VISITS_MAX = 160,
    STEPS_MAX = 12,
    DESKS = 3, /* sessions at the same time */
    OLD_ROWS = 60,
    FILE_BYTES_MAX = 1 << 24,
    DAY = 20261123,
};

/* ---- visits ------------------------------------------------------------------------ */

enum act { ACT_LESSON, ACT_QUESTION, ACT_TEST, ACT_PRACTICE, ACT_PUSHES, ACT_WILLING };

enum { ACTS = ACT_WILLING + 1 };

struct step {
    enum act act;
    int lesson, question, pushes;
    bool right, passed, simulated, press; /* press: others wait while it is counted */
    double score, depth_mm, rate_cpm;
};

struct visit {
    int hour; /* since the first: 0..hours - 1 */
    bool chooses;
    int count;
    struct step steps[STEPS_MAX];
};

struct visits {
    int hours, count;
    struct visit items[VISITS_MAX];
};

static struct step draw_step(struct rng *rng)
{
    return (struct step){.act = (enum act)rng_int(rng, 0, ACTS - 1),
                         .lesson = rng_int(rng, 0, 4),
                         .question = rng_int(rng, 0, 9),
                         .pushes = rng_int(rng, 0, 90),
                         .right = rng_int(rng, 0, 1),
                         .passed = rng_int(rng, 0, 1),
                         .simulated = rng_int(rng, 0, 9) == 0,
                         .press = rng_int(rng, 0, 1),
                         .score = rng_between(rng, 0, 100),
                         .depth_mm = rng_between(rng, 20, 80),
                         .rate_cpm = rng_between(rng, 60, 160)};
}

static void draw_visits(struct rng *rng, struct visits *visits, int hours, int count)
{
    visits->hours = hours;
    visits->count = count;
    for (int i = 0; i < count; i++) {
        struct visit *visit = &visits->items[i];
        *visit = (struct visit){.hour = rng_int(rng, 0, hours - 1),
                                .chooses = rng_int(rng, 0, 9) > 0,
                                .count = rng_int(rng, 0, STEPS_MAX)};
        for (int j = 0; j < visit->count; j++) {
            visit->steps[j] = draw_step(rng);
        }
    }
}

/* ---- playing them ------------------------------------------------------------------ */

/* Where a visitor stands: a counter of its own makes sessions that cross. */
struct desk {
    struct counter counter;
    const struct visit *visit; /* NULL: nobody stands here */
    int next;
    bool pressing;
};

struct hall {
    struct rng rng;
    struct folder folder;
    struct store *store;
    int64_t now_us;
    struct desk desks[DESKS];
};

static const char *database(struct hall *hall)
{
    return folder_file(&hall->folder, "counts.db");
}

static struct count_moment moment(struct hall *hall, int hour)
{
    hall->now_us += rng_int(&hall->rng, 3, 20) * INT64_C(1000000);
    return (struct count_moment){
        .now_us = hall->now_us, .day = DAY + hour / 9, .hour = 9 + hour % 9};
}

static void open_hall(struct hall *hall)
{
    hall->store = store_open(database(hall), STORE_NO_KIOSK);
    if (!hall->store) {
        fail_msg("%s", err_text());
    }
    for (int i = 0; i < DESKS; i++) {
        counter_init(&hall->desks[i].counter, store_sink(hall->store));
    }
}

static void close_hall(struct hall *hall, int hour)
{
    for (int i = 0; i < DESKS; i++) {
        counter_finish(&hall->desks[i].counter, moment(hall, hour));
    }
    store_close(hall->store);
    hall->store = NULL;
}

static void count_step(struct hall *hall, struct desk *desk, const struct step *step,
                       struct count_moment at)
{
    char lesson[16];
    char question[16];
    struct counter *counter = &desk->counter;
    str_format(lesson, sizeof lesson, "lesson-%d", step->lesson);
    str_format(question, sizeof question, "question-%d", step->question);
    struct counter_run run = {.guideline = step->question % 2 ? "aha/adult" : "aha/light",
                              .year = 2025,
                              .simulated = step->simulated,
                              .test = step->act == ACT_TEST,
                              .passed = step->passed,
                              .score = step->score,
                              .depth_mm = step->depth_mm,
                              .rate_cpm = step->rate_cpm};
    switch (step->act) {
    case ACT_LESSON:
        counter_add(counter, at, COUNT_lesson_started, lesson, 1);
        counter_add(counter, moment(hall, desk->visit->hour), COUNT_lesson_done, lesson,
                    1);
        break;
    case ACT_QUESTION:
        /* The first answer counts, so it has to be the same whenever it is asked. */
        counter_question(counter, at, question, step->question % 3 == 0, lesson, 1);
        break;
    case ACT_TEST:
    case ACT_PRACTICE: counter_run(counter, at, &run); break;
    case ACT_PUSHES: counter_pushes(counter, at, step->pushes, step->simulated); break;
    case ACT_WILLING:
        counter_willing(counter, at, lesson, step->right,
                        (enum counter_willing)(step->question % 3), 1);
        break;
    default: fail();
    }
}

/* One thing more at a desk: who stands there begins, does his next step or leaves. */
static void go_on(struct hall *hall, struct desk *desk)
{
    const struct visit *visit = desk->visit;
    struct counter *counter = &desk->counter;
    struct count_moment at = moment(hall, visit->hour);
    if (desk->pressing && rng_int(&hall->rng, 0, 1)) {
        counter_run_ended(counter);
        desk->pressing = false;
    }
    if (desk->next == 0) {
        counter_begin(counter, at);
        if (visit->chooses) {
            counter_chose(counter, moment(hall, visit->hour));
        }
    } else if (desk->next <= visit->count) {
        const struct step *step = &visit->steps[desk->next - 1];
        if (step->press && !desk->pressing) {
            counter_run_began(counter);
            desk->pressing = true;
        }
        count_step(hall, desk, step, at);
    } else {
        if (desk->pressing) {
            counter_run_ended(counter);
            desk->pressing = false;
        }
        counter_end(counter, moment(hall, visit->hour));
        desk->visit = NULL;
        return;
    }
    desk->next++;
}

static void shuffle(struct rng *rng, const struct visit **order, int count)
{
    for (int i = count - 1; i > 0; i--) {
        int other = rng_int(rng, 0, i);
        const struct visit *kept = order[i];
        order[i] = order[other];
        order[other] = kept;
    }
}

static void play_hour(struct hall *hall, const struct visits *visits, int hour)
{
    const struct visit *order[VISITS_MAX];
    int count = 0;
    for (int i = 0; i < visits->count; i++) {
        if (visits->items[i].hour == hour) {
            order[count++] = &visits->items[i];
        }
    }
    shuffle(&hall->rng, order, count);
    int next = 0;
    int busy = 0;
    while (next < count || busy > 0) {
        struct desk *desk = &hall->desks[rng_int(&hall->rng, 0, DESKS - 1)];
        if (!desk->visit && next < count) {
            desk->visit = order[next++];
            desk->next = 0;
            busy++;
        }
        if (desk->visit) {
            go_on(hall, desk);
            busy -= desk->visit == NULL;
        }
    }
}

/* ---- the shapes -------------------------------------------------------------------- */

struct shape {
    const char *name;
    int hours, visits;
    bool restarts; /* in the middle, in one order more often than in the other */
    bool settles;
    bool upgrades; /* the database is of the version before */
};

static const struct shape shapes[] = {
    {"one hour, four visitors", 1, 4, false, false, false},
    {"one hour, many", 1, 60, false, false, false},
    {"an hour with nobody", 1, 0, false, false, false},
    {"days", 30, VISITS_MAX, false, false, false},
    {"days, restarts", 30, VISITS_MAX, true, false, false},
    {"days, settled in between", 30, VISITS_MAX, false, true, false},
    {"days, both", 30, VISITS_MAX, true, true, false},
    {"an older database", 2, 30, true, true, true},
};

/* As the first version made it, filled in any order, with rows that are gone again. */
static void make_old(struct hall *hall)
{
    sqlite3 *db = NULL;
    char sql[400];
    int order[OLD_ROWS];
    assert_int_equal(sqlite3_open(database(hall), &db), SQLITE_OK);
    static const char begin[] =
        "PRAGMA journal_mode = WAL;"
        "CREATE TABLE sums (day INTEGER NOT NULL,"
        " hour INTEGER NOT NULL CHECK (hour BETWEEN 0 AND 23),"
        " metric TEXT NOT NULL, subject TEXT NOT NULL, detail TEXT NOT NULL,"
        " content INTEGER NOT NULL, definition INTEGER NOT NULL,"
        " n INTEGER NOT NULL CHECK (n >= 0),"
        " revision INTEGER NOT NULL CHECK (revision > 0),"
        " PRIMARY KEY (day, hour, metric, subject, detail, content, definition)"
        ") STRICT, WITHOUT ROWID;"
        "PRAGMA user_version = 1; PRAGMA application_id = 1280000847";
    assert_int_equal(sqlite3_exec(db, begin, NULL, NULL, NULL), SQLITE_OK);
    for (int i = 0; i < OLD_ROWS; i++) {
        int other = rng_int(&hall->rng, 0, i);
        order[i] = order[other];
        order[other] = i;
    }
    for (int i = 0; i < OLD_ROWS; i++) {
        /* The same sum in two pieces or three. */
        int pieces = rng_int(&hall->rng, 1, 3);
        str_format(
            sql, sizeof sql,
            "INSERT INTO sums VALUES (%d, %d, 'test', 'aha/adult', 'bin %d', 2025, "
            "1, 7, %d)",
            DAY - 1 - order[i] % 2, 9 + order[i] % 5, order[i], pieces);
        assert_int_equal(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK);
    }
    sqlite3_close(db);
}

static void play(struct hall *hall, const struct visits *visits,
                 const struct shape *shape)
{
    hall->folder = folder_make();
    if (shape->upgrades) {
        make_old(hall);
    }
    open_hall(hall);
    for (int hour = 0; hour < visits->hours; hour++) {
        play_hour(hall, visits, hour);
        if (shape->restarts && rng_int(&hall->rng, 0, 4) == 0) {
            close_hall(hall, hour);
            open_hall(hall);
        }
        if (shape->settles && rng_int(&hall->rng, 0, 2) == 0) {
            assert_true(store_settle(hall->store));
        }
    }
    assert_true(store_settle(hall->store));
}

/* ---- comparing --------------------------------------------------------------------- */

struct file {
    size_t length;
    char *bytes; /* NULL: it is not there */
};

static struct file read_one(struct hall *hall, const char *name)
{
    struct file file = {0, NULL};
    if (file_exists(folder_file(&hall->folder, name))) {
        file.bytes =
            file_read(folder_file(&hall->folder, name), FILE_BYTES_MAX, &file.length);
        assert_non_null(file.bytes);
    }
    return file;
}

static void compare(struct hall halls[2], const char *name)
{
    struct file a = read_one(&halls[0], name);
    struct file b = read_one(&halls[1], name);
    if (!a.bytes != !b.bytes || a.length != b.length) {
        fail_msg("%s: %zu bytes, and %zu in another order", name, a.length, b.length);
    }
    size_t differ = 0;
    size_t first = 0;
    for (size_t i = 0; i < a.length; i++) {
        first = differ == 0 ? i : first;
        differ += a.bytes[i] != b.bytes[i];
    }
    if (differ > 0) {
        fail_msg("%s: %zu of %zu bytes tell the order, the first of them %zu", name,
                 differ, a.length, first);
    }
    free(a.bytes);
    free(b.bytes);
}

static void check_log_is_empty(struct hall *hall)
{
    struct file log = read_one(hall, "counts.db-wal");
    assert_int_equal(log.length, 0);
    free(log.bytes);
}

/* No other file than SQLite's own. */
static void check_folder(struct hall *hall)
{
    DIR *entries = opendir(hall->folder.path);
    for (struct dirent *entry; entries && (entry = readdir(entries));) {
        const char *name = entry->d_name;
        if (name[0] != '.' && !str_equal(name, "counts.db") &&
            !str_equal(name, "counts.db-wal") && !str_equal(name, "counts.db-shm")) {
            fail_msg("%s was left behind", name);
        }
    }
    closedir(entries);
}

static void compare_all(struct hall halls[2])
{
    compare(halls, "counts.db");
    compare(halls, "counts.db-wal");
    compare(halls, "counts.db-shm");
    for (int i = 0; i < 2; i++) {
        check_log_is_empty(&halls[i]);
        check_folder(&halls[i]);
    }
}

static void the_order_of_visits_leaves_no_trace(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    struct visits *visits = calloc(1, sizeof *visits);
    struct hall *halls = calloc(2, sizeof *halls);
    for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++) {
        const struct shape *shape = &shapes[i];
        draw_visits(&rng, visits, shape->hours, shape->visits);
        printf("# %s\n", shape->name);
        for (int j = 0; j < 2; j++) {
            halls[j] = (struct hall){.rng = {rng_u64(&rng)}};
            play(&halls[j], visits, shape);
        }
        compare_all(halls); /* as the kiosk stands there with nobody */
        for (int j = 0; j < 2; j++) {
            close_hall(&halls[j], shape->hours - 1);
        }
        compare_all(halls);
        for (int j = 0; j < 2; j++) {
            folder_remove(&halls[j].folder);
        }
    }
    free(halls);
    free(visits);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_order_of_visits_leaves_no_trace),
    };
    return cmocka_run_group_tests_name("anonymous", tests, NULL, NULL);
}
