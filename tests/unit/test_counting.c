/* SPDX-License-Identifier: MIT */
/*
 * Each fault of the database and of the clock: what staff read on their desk, in both
 * languages, what they can touch, and that counting goes on.
 */
#include <string.h>
#include <sys/stat.h>

#include <sqlite3.h>

#include "base/file.h"
#include "support/failing_disk.h"
#include "support/folder.h"
#include "support/stage.h"
#include "support/tap.h"

enum { DAY_S = 24 * 60 * 60 };

struct hall {
    struct folder folder;
    char path[128];
    struct stage *stage;
    struct kiosk *k;
    sqlite3 *other; /* another program */
};

static void write_text(const char *path)
{
    static const char text[] = "this is not a database, and it is longer than a header";
    assert_true(file_write(path, text, sizeof text - 1));
}

static void run_sql(const char *path, const char *sql)
{
    sqlite3 *db = NULL;
    assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
    assert_int_equal(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(db);
}

/* ---- the faults: before the start, or while the kiosk runs ------------------------- */

static void put_foreign(struct hall *hall)
{
    write_text(hall->path);
}

static void put_damaged(struct hall *hall)
{
    size_t length = 0;
    store_close(store_open(hall->path, STORE_NO_KIOSK));
    char *bytes = file_read(hall->path, 1 << 20, &length);
    memset(bytes + length - 4096, 0x5A, 4096);
    assert_true(file_write(hall->path, bytes, length));
    free(bytes);
}

static void put_newer(struct hall *hall)
{
    store_close(store_open(hall->path, STORE_NO_KIOSK));
    run_sql(hall->path, "PRAGMA user_version = 99");
}

static void delete (struct hall *hall)
{
    assert_int_equal(remove(hall->path), 0);
}

static void hold(struct hall *hall)
{
    assert_int_equal(sqlite3_open(hall->path, &hall->other), SQLITE_OK);
    assert_int_equal(sqlite3_exec(hall->other, "BEGIN IMMEDIATE", NULL, NULL, NULL),
                     SQLITE_OK);
}

static void fill(struct hall *hall)
{
    (void)hall;
    failing_disk_arm(1, SQLITE_FULL, true);
}

static void protect(struct hall *hall)
{
    (void)hall;
    failing_disk_arm(1, SQLITE_READONLY, true);
}

static void break_disk(struct hall *hall)
{
    (void)hall;
    failing_disk_arm(1, SQLITE_IOERR_WRITE, true);
}

/* Something stands where the folder was. */
static void block_folder(struct hall *hall)
{
    folder_remove(&hall->folder);
    write_text(hall->folder.path);
}

static void count_later_days(struct hall *hall)
{
    struct store *store = store_open(hall->path, STORE_NO_KIOSK);
    struct count_row row = {
        .n = 1, .key = {.day = 20991231, .hour = 9, .metric = "visit", .definition = 1}};
    assert_true(store_add(store, &row, 1));
    store_close(store);
}

static void jump(struct hall *hall)
{
    hall->stage->clock.start_wall_s += 3 * DAY_S;
}

static void fall_before_build(struct hall *hall)
{
    hall->k->built_s = hall->stage->clock.start_wall_s + DAY_S;
}

static const struct fault_row {
    const char *name;
    void (*before)(struct hall *hall);
    void (*later)(struct hall *hall);
    const char *zh, *en; /* of what staff read */
    const char *button;  /* that ends it; NULL: none does */
    bool waits;          /* counts wait meanwhile */
    bool apart;          /* counts are kept apart meanwhile */
} fault_rows[] = {
    {"foreign", put_foreign, NULL, "放着别的文件", "something else stood", "counts-seen",
     false, false},
    {"damaged", put_damaged, NULL, "统计文件坏了", "was damaged", "counts-seen", false,
     false},
    {"newer", put_newer, NULL, "是新版程序写的", "of a newer version", "counts-seen",
     false, false},
    {"deleted", NULL, delete, "换掉或者删掉", "replaced or deleted", "counts-seen", false,
     false},
    {"locked", NULL, hold, "被别的程序用着", "another program holds", NULL, true, false},
    {"full", NULL, fill, "磁盘满了", "the disk is full", NULL, true, false},
    {"full at start", fill, NULL, "磁盘满了", "the disk is full", NULL, true, false},
    {"read-only", NULL, protect, "不让写", "may not be written to", NULL, true, false},
    {"fails", NULL, break_disk, "磁盘出错了", "the disk fails", NULL, true, false},
    {"no folder", NULL, block_folder, "文件夹打不开", "cannot be opened", "counts-seen",
     true, false},
    {"before the build", fall_before_build, NULL, "还没有这个程序", "did not exist yet",
     NULL, false, true},
    {"jump", NULL, jump, "隔了一天以上", "a day or more", "clock-right", false, true},
    {"behind", count_later_days, NULL, "已经有统计了", "counts of later days",
     "clock-right", false, true},
};

/* ---- a hall ------------------------------------------------------------------------ */

static void open_hall(struct hall *hall, const struct fault_row *row, const char *lang)
{
    memset(hall, 0, sizeof *hall);
    hall->folder = folder_make();
    str_format(hall->path, sizeof hall->path, "%s/counts.db", hall->folder.path);
    hall->stage = stage_open(1920, 1080, lang);
    hall->k = &hall->stage->kiosk;
    hall->k->data_folder = hall->folder.path;
    if (row->before) {
        row->before(hall);
    }
    hall->k->keeper =
        store_keeper_open(hall->path, STORE_NO_KIOSK, clock_wall_s(&hall->stage->clock));
    kiosk_init(hall->k);
    stage_pass(hall->stage, 0.1);
}

static void close_hall(struct hall *hall)
{
    failing_disk_arm(0, 0, false);
    sqlite3_close(hall->other);
    struct store_keeper *keeper = hall->k->keeper;
    stage_close(hall->stage);
    store_keeper_close(keeper);
    unlink(hall->folder.path);
    folder_remove(&hall->folder);
}

static void visit(struct hall *hall)
{
    kiosk_choice(hall->k);
    stage_pass(hall->stage, 6);
    kiosk_end_session(hall->k);
    stage_pass(hall->stage, 0.1);
}

static void come_to_desk(struct hall *hall)
{
    hall->k->counter.staff = true;
    kiosk_go(hall->k, SCREEN_staff_desk);
    stage_pass(hall->stage, 0.2);
}

/* All that the desk says, on whichever page. */
static bool reads(struct hall *hall, const char *words)
{
    struct str said = {0};
    screen_of(hall->k->screen)->say(hall->k, hall->k->state, &said);
    bool found = strstr(said.text, words) != NULL;
    bool whole = !strchr(said.text, '{') && !strstr(said.text, "desk_");
    str_free(&said);
    return found && whole;
}

static int64_t sum_of(struct hall *hall, const char *detail)
{
    sqlite3 *db = NULL;
    sqlite3_stmt *query = NULL;
    int64_t sum = -1;
    if (sqlite3_open(hall->path, &db) == SQLITE_OK &&
        sqlite3_prepare_v2(db,
                           "SELECT coalesce(sum(n), 0) FROM sums"
                           " WHERE metric = 'visit' AND detail = ?1 AND day < 20990000",
                           -1, &query, NULL) == SQLITE_OK) {
        sqlite3_bind_text(query, 1, detail, -1, SQLITE_STATIC);
        sum = sqlite3_step(query) == SQLITE_ROW ? sqlite3_column_int64(query, 0) : -1;
    }
    sqlite3_finalize(query);
    sqlite3_close(db);
    return sum;
}

static bool desk_has(struct hall *hall, const char *id)
{
    struct ui_rect rect;
    return ui_find_id(hall->k->ui, id, &rect);
}

static void mend(struct hall *hall, const struct fault_row *row)
{
    failing_disk_arm(0, 0, false);
    sqlite3_close(hall->other);
    hall->other = NULL;
    if (row->later == block_folder) {
        unlink(hall->folder.path);
        assert_int_equal(mkdir(hall->folder.path, 0700), 0);
    }
    kiosk_end_session(hall->k);
    hall->k->counter.staff = false;
    for (int i = 0; i < 70; i++) { /* at most a minute until it is tried again */
        clock_move(&hall->stage->clock, 1000000);
        kiosk_frame(hall->k);
    }
}

static void check(const struct fault_row *row, const char *lang, const char *words)
{
    struct hall hall;
    printf("# %s, %s\n", row->name, lang);
    open_hall(&hall, row, lang);
    if (row->later) {
        visit(&hall);
        store_order(hall.k->store, true); /* it settles, as nobody is there */
        row->later(&hall);
        stage_pass(hall.stage, 0.1);
    }
    int before = row->later && row->later != delete &&row->later != block_folder;
    visit(&hall);
    come_to_desk(&hall);
    assert_true(reads(&hall, words));
    assert_int_equal(hall.k->counter.queue.count > 0, row->waits);
    if (row->waits) {
        mend(&hall, row);
        come_to_desk(&hall);
        assert_false(reads(&hall, words));
        assert_int_equal(sum_of(&hall, ""), before + 1);
    } else if (row->apart) {
        assert_int_equal(sum_of(&hall, ""), before);
        assert_int_equal(sum_of(&hall, "excluded:clock"), 1);
    } else {
        assert_int_equal(sum_of(&hall, ""), before + 1);
    }
    assert_int_equal(desk_has(&hall, row->button ? row->button : "counts-seen"),
                     row->button != NULL);
    if (row->button) {
        stage_tap(hall.stage, row->button);
        assert_false(reads(&hall, words));
        assert_false(desk_has(&hall, row->button));
        kiosk_end_session(hall.k);
        stage_pass(hall.stage, 0.1);
        visit(&hall);
        assert_int_equal(sum_of(&hall, ""), before + (row->apart ? 1 : 2));
    }
    close_hall(&hall);
}

static void each_fault_is_told_and_counting_goes_on(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof fault_rows / sizeof *fault_rows; i++) {
        check(&fault_rows[i], "zh-CN", fault_rows[i].zh);
        check(&fault_rows[i], "en", fault_rows[i].en);
    }
}

static void put_many(struct hall *hall)
{
    for (int day = 1; day <= ASIDE_MAX + 4; day++) {
        char name[ASIDE_NAME_MAX];
        str_format(name, sizeof name, "counts.damaged-2026-01-%02d.db", day);
        write_text(folder_file(&hall->folder, name));
    }
}

/* For which the page has no room at once: they are told of as well, and come next. */
static void more_old_files_are_told_of(void **state)
{
    (void)state;
    static const char *const says[][2] = {{"zh-CN", "另外还有 4 个旧文件"},
                                          {"en", "4 more old files"}};
    for (size_t i = 0; i < sizeof says / sizeof *says; i++) {
        struct hall hall;
        open_hall(&hall, &(struct fault_row){.before = put_many}, says[i][0]);
        come_to_desk(&hall);
        assert_true(reads(&hall, says[i][1]));
        assert_true(reads(&hall, "2026-01-16"));
        assert_false(reads(&hall, "2026-01-17"));
        stage_tap(hall.stage, "counts-seen");
        assert_false(reads(&hall, says[i][1]));
        assert_true(reads(&hall, "2026-01-17"));
        stage_tap(hall.stage, "counts-seen");
        assert_false(desk_has(&hall, "counts-seen"));
        close_hall(&hall);
    }
}

/* What staff have confirmed holds over a restart. */
static void a_confirmed_clock_stays_confirmed(void **state)
{
    (void)state;
    struct hall hall;
    static const struct fault_row row = {.name = "behind", .before = count_later_days};
    open_hall(&hall, &row, "en");
    assert_int_equal(hall.k->clock_trust.doubt, CLOCK_BEHIND);
    come_to_desk(&hall);
    stage_tap(hall.stage, "clock-right");
    kiosk_init(hall.k);
    assert_int_equal(hall.k->clock_trust.doubt, CLOCK_BELIEVED);
    close_hall(&hall);
}

/* A PIN file that is gone lets nobody choose a new one, unless the settings say so. */
static void a_lost_pin_hands_the_kiosk_to_nobody(void **state)
{
    (void)state;
    static const struct fault_row none = {.name = "none"};
    static const char *const languages[] = {"zh-CN", "en"};
    for (int i = 0; i < 2; i++) {
        struct hall hall;
        open_hall(&hall, &none, languages[i]);
        str_copy(hall.k->settings.pin, sizeof hall.k->settings.pin, "");
        kiosk_go(hall.k, SCREEN_staff_desk);
        stage_pass(hall.stage, 0.1);
        assert_int_equal(hall.k->screen, SCREEN_staff_pin);
        assert_true(ui_shows_text(hall.k->ui, kiosk_tr(hall.k, "staff_pin_new")));
        assert_false(desk_has(&hall, "pin-1"));
        for (int n = 0; n < 2; n++) {
            for (int digit = 0; digit < PIN_DIGITS_MIN; digit++) {
                ui_inject_key(hall.k->ui, "7");
                stage_pass(hall.stage, 0.1);
            }
            ui_inject_key(hall.k->ui, "enter");
            stage_pass(hall.stage, 0.1);
        }
        assert_int_equal(hall.k->screen, SCREEN_staff_pin);
        assert_false(pin_is_set(hall.k->pin.path));
        str_copy(hall.k->settings.pin, sizeof hall.k->settings.pin, "new");
        kiosk_go(hall.k, SCREEN_staff_desk);
        stage_pass(hall.stage, 0.1);
        assert_true(desk_has(&hall, "pin-1"));
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
        cmocka_unit_test(each_fault_is_told_and_counting_goes_on),
        cmocka_unit_test(more_old_files_are_told_of),
        cmocka_unit_test(a_confirmed_clock_stays_confirmed),
        cmocka_unit_test(a_lost_pin_hands_the_kiosk_to_nobody),
    };
    return cmocka_run_group_tests_name("counting", tests, make, NULL);
}
