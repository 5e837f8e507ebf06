/* SPDX-License-Identifier: MIT */
/* The staff's page that takes the counts along, with the real module of sticks and a
 * udisks2 of our own. */
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/str.h"
#include "screens/staff/export.h"
#include "screens/staff/export_file.h"
#include "support/folder.h"
#include "support/mock_udisks.h"
#include "support/on_stage.h"

enum { PATIENCE_MS = 20000, STEP_MS = 5, GIGA = 1000000000 };

struct rig {
    struct mock mock;
    struct folder folder;
    char on_stick[256]; /* the folder that plays it */
};

static void pass(struct rig *rig)
{
    mock_process(&rig->mock, STEP_MS);
    stage_pass(stage, 1e-3); /* one frame */
}

#define UNTIL(rig, condition)                                                            \
    do {                                                                                 \
        int left = PATIENCE_MS / STEP_MS;                                                \
        for (; !(condition) && left > 0; left--) {                                       \
            pass(rig);                                                                   \
        }                                                                                \
        if (left == 0) {                                                                 \
            fail_msg("never: %s", #condition);                                           \
        }                                                                                \
    } while (0)

static const struct export_page *page(void)
{
    assert_int_equal(k->screen, SCREEN_staff_export);
    return k->state;
}

static enum stick_step step(void)
{
    return page()->list.task.step;
}

static void open_rig(struct rig *rig, bool alive)
{
    *rig = (struct rig){.folder = folder_make()};
    mock_open(&rig->mock, alive);
    k->store = store_open(folder_file(&rig->folder, "counts.db"), STORE_NO_KIOSK);
    assert_non_null(k->store);
    k->data_folder = rig->folder.path;
    k->sticks = sticks_create(&(struct sticks_config){
        .bus = rig->mock.address, .mounts = "/dev/null", .root = rig->mock.folder});
    assert_non_null(k->sticks);
    k->counter.staff = true;
    kiosk_go(k, SCREEN_staff_desk);
    stage_pass(stage, 0.1);
    stage_tap(stage, "export");
    stage_pass(stage, 0.1);
    assert_int_equal(k->screen, SCREEN_staff_export);
    stage_tap(stage, "format-all");
    stage_pass(stage, 0.1);
}

static void close_rig(struct rig *rig)
{
    char kept[128];
    sticks_destroy(k->sticks);
    store_close(k->store);
    k->sticks = NULL;
    k->store = NULL;
    mock_close(&rig->mock);
    str_format(kept, sizeof kept, "%s/export", rig->folder.path);
    struct folder inside = {0};
    str_copy(inside.path, sizeof inside.path, kept);
    folder_remove(&inside);
    folder_remove(&rig->folder);
}

static struct mock_drive *plug(struct rig *rig, const char *label)
{
    struct mock_drive *drive = mock_drive(&rig->mock, "Kingston", "DataTraveler");
    struct mock_block *part = mock_part(&rig->mock, drive, label, 16ull * GIGA);
    str_copy(rig->on_stick, sizeof rig->on_stick, part->folder);
    mock_plug(&rig->mock, drive);
    UNTIL(rig, page()->list.count > 0);
    pass(rig);
    return drive;
}

/* What stands on the stick is what the counts are. */
static void expect_choice(struct rig *rig, const struct export_choice *choice)
{
    char name[256];
    char path[600];
    size_t length = 0;
    struct str counts = {0};
    export_name(k, choice, name, sizeof name);
    str_format(path, sizeof path, "%s/%s", rig->on_stick, name);
    char *found = file_read(path, 1 << 20, &length);
    assert_non_null(found);
    assert_true(export_render(k, choice, &counts));
    assert_int_equal(length, counts.length);
    assert_memory_equal(found, counts.text, length);
    free(found);
    str_free(&counts);
}

static void expect_file(struct rig *rig)
{
    const struct export_choice all = export_all();
    expect_choice(rig, &all);
}

static bool says(const char *words)
{
    return ui_shows_text(k->ui, words);
}

/* ---- the page ---------------------------------------------------------------------- */

static void the_counts_are_taken_along(void **state)
{
    (void)state;
    struct rig rig;
    open_rig(&rig, true);
    UNTIL(&rig, page()->list.service == STICK_SERVICE_UDISKS);
    pass(&rig);
    expect_shown("export_plug");
    plug(&rig, "健康馆");
    expect_shown("export_where");
    assert_true(says("健康馆，16 GB"));
    stage_tap(stage, "stick-1");
    assert_false(can_touch("stick-1")); /* one at a time */
    assert_true(says("请先不要拔"));
    UNTIL(&rig, step() == STICK_SAFE);
    pass(&rig);
    assert_true(says("现在可以拔下“健康馆”。"));
    expect_file(&rig);
    stage_tap(stage, "back");
    assert_int_equal(k->screen, SCREEN_staff_desk);
    close_rig(&rig);
}

/* Another month goes to the same stick, under a name of its own. */
static void another_month_is_taken_along(void **state)
{
    (void)state;
    struct rig rig;
    open_rig(&rig, true);
    plug(&rig, "健康馆");
    stage_tap(stage, "export-other");
    assert_false(can_touch("stick-1"));
    stage_tap(stage, "format-xlsx");
    stage_tap(stage, "stick-1");
    UNTIL(&rig, step() == STICK_SAFE);
    pass(&rig);
    assert_non_null(strstr(page()->list.task.file, ".xlsx"));
    expect_choice(&rig, &page()->choice);
    stage_tap(stage, "export-other");
    UNTIL(&rig, step() == STICK_IDLE && can_touch("format-xlsx"));
    close_rig(&rig);
}

/* Everything on the screen goes on while udisks takes its time, and staff may leave. */
static void a_slow_stick_holds_nothing_up(void **state)
{
    (void)state;
    struct rig rig;
    open_rig(&rig, true);
    plug(&rig, "SLOW");
    rig.mock.hold = true;
    stage_tap(stage, "stick-1");
    UNTIL(&rig, rig.mock.held);
    stage_pass(stage, 150); /* it is busy: nobody is sent away */
    assert_int_equal(step(), STICK_OPENING);
    stage_tap(stage, "back");
    assert_int_equal(k->screen, SCREEN_staff_desk);
    mock_let_go(&rig.mock);
    UNTIL(&rig, rig.mock.power_offs == 1); /* it goes on to its end */
    expect_file(&rig);
    close_rig(&rig);
}

static void pulled_and_plugged_in_again(void **state)
{
    (void)state;
    struct rig rig;
    open_rig(&rig, true);
    struct mock_drive *drive = plug(&rig, "OUT");
    rig.mock.hold = true;
    stage_tap(stage, "stick-1");
    UNTIL(&rig, rig.mock.held);
    mock_pull(&rig.mock, drive);
    mock_let_go(&rig.mock);
    UNTIL(&rig, step() == STICK_FAILED);
    pass(&rig);
    assert_true(says("“OUT”还在用就被拔下来了"));
    assert_false(can_touch("stick-close"));
    UNTIL(&rig, page()->list.count == 0);
    plug(&rig, "AGAIN");
    stage_tap(stage, "stick-1");
    UNTIL(&rig, step() == STICK_SAFE);
    expect_file(&rig);
    close_rig(&rig);
}

static void busy_and_tried_again(void **state)
{
    (void)state;
    struct rig rig;
    open_rig(&rig, true);
    plug(&rig, "BUSY");
    rig.mock.unmount_error = "org.freedesktop.UDisks2.Error.DeviceBusy";
    stage_tap(stage, "stick-1");
    UNTIL(&rig, step() == STICK_FAILED);
    pass(&rig);
    assert_true(says("读回来核对过，没有差错。")); /* what is on it all the same */
    assert_true(says("请先不要拔下“BUSY”。"));
    rig.mock.unmount_error = NULL;
    stage_tap(stage, "stick-close");
    UNTIL(&rig, step() == STICK_SAFE);
    expect_file(&rig);
    close_rig(&rig);
}

/* The way of a machine without udisks, and without anybody who mounts sticks. */
static void without_udisks_they_stay_here(void **state)
{
    (void)state;
    struct rig rig;
    char name[256];
    const struct export_choice all = export_all();
    char path[400];
    open_rig(&rig, false);
    UNTIL(&rig, page()->words[0]);
    export_name(k, &all, name, sizeof name);
    str_format(path, sizeof path, "%s/export/%s", rig.folder.path, name);
    assert_true(file_exists(path));
    close_rig(&rig);
}

/* A stick is wished for, and this machine is chosen instead. */
static void this_machine_can_be_chosen(void **state)
{
    (void)state;
    struct rig rig;
    char name[256];
    const struct export_choice all = export_all();
    char path[400];
    open_rig(&rig, true);
    UNTIL(&rig, page()->list.service == STICK_SERVICE_UDISKS);
    export_name(k, &all, name, sizeof name);
    str_format(path, sizeof path, "%s/export/%s", rig.folder.path, name);
    assert_false(file_exists(path));
    stage_tap(stage, "export-here");
    assert_true(file_exists(path));
    assert_false(can_touch("export-here"));
    close_rig(&rig);
}

/* A database that was set aside goes to the stick as it is, beside the counts; another
 * kiosk's of that name stays. */
static void what_was_set_aside_goes_along(void **state)
{
    (void)state;
    static const char other[] = "another kiosk's";
    static const char text[] = "this is not a database, and it is longer than a header";
    struct rig rig;
    char database[128];
    open_rig(&rig, true);
    store_close(k->store);
    str_copy(database, sizeof database, folder_file(&rig.folder, "counts.db"));
    assert_true(file_write(database, text, sizeof text - 1));
    k->keeper = store_keeper_open(database, STORE_NO_KIOSK, clock_wall_s(k->clock));
    kiosk_init(k);
    k->counter.staff = true;
    kiosk_go(k, SCREEN_staff_export);
    stage_pass(stage, 0.1);
    stage_tap(stage, "format-all");
    plug(&rig, "健康馆");
    const char *aside = store_keeper_state(k->keeper)->asides.files[0].name;
    char taken[600];
    str_format(taken, sizeof taken, "%s/life-kiosk-k0000000000-%s", rig.on_stick, aside);
    assert_true(file_write(taken, other, sizeof other - 1));
    stage_tap(stage, "stick-1");
    UNTIL(&rig, step() == STICK_SAFE);
    expect_file(&rig);
    char copied[600];
    size_t length = 0;
    str_format(copied, sizeof copied, "%s/life-kiosk-k0000000000-2-%s", rig.on_stick,
               aside);
    char *found = file_read(copied, 4096, &length);
    assert_non_null(found);
    assert_int_equal(length, sizeof text - 1);
    assert_memory_equal(found, text, length);
    free(found);
    found = file_read(taken, 4096, &length);
    assert_memory_equal(found, other, sizeof other - 1);
    free(found);
    struct store_keeper *keeper = k->keeper;
    k->keeper = NULL;
    k->counter.queue.sink = (struct count_sink){0};
    store_keeper_close(keeper);
    k->store = NULL;
    close_rig(&rig);
}

/* Each fault is one sentence with its cause and cure, in both languages, and says whether
 * the stick may be pulled out. */
static void every_fault_is_told(void **state)
{
    (void)state;
    static const char *const languages[] = {"zh-CN", "en"};
    for (int language = 0; language < 2; language++) {
        kiosk_set_lang(k, languages[language]);
        k->counter.staff = true;
        kiosk_go(k, SCREEN_staff_export);
        stage_pass(stage, 0.1);
        struct export_page *seen = k->state;
        for (int fault = STICK_none + 1; fault < STICK_FAULTS; fault++) {
            char key[64];
            char wanted[1024];
            seen->list.task = (struct stick_task){
                .step = STICK_FAILED, .fault = (enum stick_fault)fault, .name = "X"};
            seen->list.task.need_bytes = 2500000;
            seen->list.task.free_bytes = 700000;
            stage_pass(stage, 0.1);
            str_format(key, sizeof key, "stick_fault_%s",
                       stick_fault_name((enum stick_fault)fault));
            kiosk_fill(k, wanted, sizeof wanted, key,
                       (const char *const[]){"name", "X", "need", "2.5 MB", "free",
                                             "700 KB", NULL});
            if (!says(wanted)) {
                fail_msg("%s: \"%s\" is not shown", languages[language], wanted);
            }
            kiosk_fill(k, wanted, sizeof wanted, "export_may_pull",
                       (const char *const[]){"name", "X", NULL});
            assert_int_equal(says(wanted), fault != STICK_pulled);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ON_STAGE(the_counts_are_taken_along),    ON_STAGE(a_slow_stick_holds_nothing_up),
        ON_STAGE(pulled_and_plugged_in_again),   ON_STAGE(busy_and_tried_again),
        ON_STAGE(without_udisks_they_stay_here), ON_STAGE(this_machine_can_be_chosen),
        ON_STAGE(every_fault_is_told),           ON_STAGE(what_was_set_aside_goes_along),
        ON_STAGE(another_month_is_taken_along),
    };
    return cmocka_run_group_tests_name("export", tests, NULL, NULL);
}
