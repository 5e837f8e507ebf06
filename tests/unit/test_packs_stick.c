/* SPDX-License-Identifier: MIT */
/* The staff's page for packs, with the real module of sticks and a udisks2 of our own. */
#include "lesson/installed.h"
#include "screens/staff/packs_shown.h"
#include "support/mock_udisks.h"
#include "support/on_stage.h"
#include "support/packs.h"

enum { PATIENCE_MS = 20000, STEP_MS = 5 };

#define STICK_BYTES 16000000000ull

struct rig {
    struct mock mock;
    struct packs packs;
    char data[PACKS_PATH];
    struct mock_drive *drive;
};

static void read_lessons(void *context)
{
    struct rig *rig = context;
    installed_add(&stage->paths, rig->packs.folder, &k->trusted, &k->flaws);
    catalog_free(k->catalog);
    k->catalog = catalog_load(&stage->paths, kiosk_lang(k));
}

static const struct packs_page *page(void)
{
    assert_int_equal(k->screen, SCREEN_staff_packs);
    return k->state;
}

static void pass(struct rig *rig)
{
    mock_process(&rig->mock, STEP_MS);
    stage_pass(stage, 1e-3); /* one frame */
}

static void until_step(struct rig *rig, enum packs_step step)
{
    int left = PATIENCE_MS / STEP_MS;
    for (; page()->step != step && left > 0; left--) {
        pass(rig);
    }
    pass(rig);
    assert_int_equal(page()->step, step);
}

/* A stick with these packs on it is plugged in, and chosen. */
static void open_rig(struct rig *rig)
{
    char made[PACKS_PATH];
    memset(rig, 0, sizeof *rig);
    packs_begin(&rig->packs);
    packs_need(file_make_folder(packs_file(&rig->packs, rig->data, "data")));
    mock_open(&rig->mock, true);
    k->data_folder = rig->data;
    k->trusted = rig->packs.keys;
    k->lessons = (struct kiosk_lessons){rig, read_lessons};
    k->sticks = sticks_create(&(struct sticks_config){
        .bus = rig->mock.address, .mounts = "/dev/null", .root = rig->mock.folder});
    assert_non_null(k->sticks);
    k->counter.staff = true;
    kiosk_go(k, SCREEN_staff_packs);
    stage_pass(stage, 0.1);
    rig->drive = mock_drive(&rig->mock, "Kingston", "DataTraveler");
    struct mock_block *part = mock_part(&rig->mock, rig->drive, "健康馆", STICK_BYTES);
    packs_make(&rig->packs, made, "burns", 2, rig->packs.key);
    size_t length = 0;
    char *bytes = file_read(made, 1 << 20, &length);
    packs_write(part->folder, "burns.lkp", bytes, length);
    free(bytes);
    mock_plug(&rig->mock, rig->drive);
    for (int left = PATIENCE_MS / STEP_MS; page()->list.count == 0 && left > 0; left--) {
        pass(rig);
    }
    pass(rig);
    stage_tap(stage, "stick-1");
    until_step(rig, PACKS_LIST);
    assert_int_equal(page()->job.count, 1);
}

static void close_rig(struct rig *rig)
{
    sticks_destroy(k->sticks);
    k->sticks = NULL;
    mock_close(&rig->mock);
    packs_end(&rig->packs);
}

static void a_lesson_comes_from_a_stick_that_is_then_let_go(void **state)
{
    (void)state;
    struct rig rig;
    open_rig(&rig);
    stage_tap(stage, "pack-1");
    until_step(&rig, PACKS_LIST);
    assert_int_equal(page()->end, PACKS_DONE);
    assert_int_equal(catalog_find(k->catalog, "burns")->info.version, 2);
    assert_int_equal(rig.mock.unmounts, 0); /* another may follow */
    stage_tap(stage, "packs-eject");
    until_step(&rig, PACKS_CHOOSE);
    assert_int_equal(page()->list.task.step, STICK_SAFE);
    assert_int_equal(rig.mock.unmounts, 1);
    close_rig(&rig);
}

/* Staff go away without a word: the stick is let go all the same. */
static void leaving_the_page_lets_the_stick_go(void **state)
{
    (void)state;
    struct rig rig;
    open_rig(&rig);
    stage_tap(stage, "back");
    assert_int_equal(k->screen, SCREEN_staff_desk);
    for (int left = PATIENCE_MS / STEP_MS; rig.mock.unmounts == 0 && left > 0; left--) {
        pass(&rig);
    }
    assert_int_equal(rig.mock.unmounts, 1);
    close_rig(&rig);
}

/* While its packs stand there: what was read is forgotten, and the page says what to
 * do. */
static void a_stick_that_is_pulled_out_is_forgotten(void **state)
{
    (void)state;
    struct rig rig;
    open_rig(&rig);
    mock_pull(&rig.mock, rig.drive);
    until_step(&rig, PACKS_CHOOSE);
    assert_int_equal(page()->list.task.fault, STICK_pulled);
    for (int left = PATIENCE_MS / STEP_MS; page()->list.count > 0 && left > 0; left--) {
        pass(&rig);
    }
    expect_shown("packs_plug");
    close_rig(&rig);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ON_STAGE(a_lesson_comes_from_a_stick_that_is_then_let_go),
        ON_STAGE(leaving_the_page_lets_the_stick_go),
        ON_STAGE(a_stick_that_is_pulled_out_is_forgotten),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
