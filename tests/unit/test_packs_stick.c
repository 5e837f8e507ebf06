/* SPDX-License-Identifier: MIT */
/* The staff's page for packs, with the real module of sticks and a udisks2 of our own. */
#include <poll.h>
#include <semaphore.h>

#include "lesson/installed.h"
#include "screens/staff/packs_shown.h"
#include "support/mock_udisks.h"
#include "support/on_stage.h"
#include "support/packs.h"

enum { PATIENCE_MS = 20000, STEP_MS = 5 };

#define STICK_BYTES 16000000000ull

/* ---- what happens on the stick's thread -------------------------------------------- */

/* The linker gives us two calls of the thread: where one of them is to stop, it waits for
 * `go`, after `reached`. */
static struct {
    bool wakes_late; /* as it wakes for what was asked; then for the bus too */
    bool installs;   /* as it begins to install */
    sem_t reached, go;
} thread;

static void stop_here(bool *here)
{
    *here = false;
    sem_post(&thread.reached);
    sem_wait(&thread.go);
}

int __real_poll(struct pollfd *fds, nfds_t count, int ms);
int __wrap_poll(struct pollfd *fds, nfds_t count, int ms);

int __wrap_poll(struct pollfd *fds, nfds_t count, int ms)
{
    int r = __real_poll(fds, count, ms);
    if (count == 3 && thread.wakes_late) {
        stop_here(&thread.wakes_late);
        __real_poll(&fds[2], 1, PATIENCE_MS);
    }
    return r;
}

struct pack_install *__real_pack_install_begin(const char *packs, const char *path,
                                               const struct pack_keys *keys, int present,
                                               bool leave);
struct pack_install *__wrap_pack_install_begin(const char *packs, const char *path,
                                               const struct pack_keys *keys, int present,
                                               bool leave);

struct pack_install *__wrap_pack_install_begin(const char *packs, const char *path,
                                               const struct pack_keys *keys, int present,
                                               bool leave)
{
    if (thread.installs) {
        stop_here(&thread.installs);
    }
    return __real_pack_install_begin(packs, path, keys, present, leave);
}

/* ---- the rig ----------------------------------------------------------------------- */

struct rig {
    struct mock mock;
    struct packs packs;
    char data[PACKS_PATH];
    struct mock_drive *drive;
    char file[512]; /* the pack on the stick */
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
    sem_init(&thread.reached, 0, 0);
    sem_init(&thread.go, 0, 0);
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
    str_format(rig->file, sizeof rig->file, "%s/burns.lkp", part->folder);
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

/* The thread has stopped where it was told to; the stick is pulled, and its file goes.
 * What was told before an answer of the bus is with everybody after it. */
static void pull_meanwhile(struct rig *rig)
{
    int left = PATIENCE_MS / STEP_MS;
    for (; sem_trywait(&thread.reached) != 0 && left > 0; left--) {
        pass(rig);
    }
    assert_true(left > 0);
    mock_pull(&rig->mock, rig->drive);
    assert_int_equal(unlink(rig->file), 0);
    for (int i = 0; i < 2; i++) {
        sd_bus_message *answer = NULL;
        assert_true(sd_bus_call_method(rig->mock.bus, "org.freedesktop.DBus", "/",
                                       "org.freedesktop.DBus", "GetId", NULL, &answer,
                                       NULL) >= 0);
        sd_bus_message_unref(answer);
    }
    sem_post(&thread.go);
}

static void expect_pulled(struct rig *rig)
{
    until_step(rig, PACKS_CHOOSE);
    assert_int_equal(page()->list.task.step, STICK_FAILED);
    assert_int_equal(page()->list.task.fault, STICK_pulled);
    assert_int_equal(page()->end, PACKS_NOT_DONE);
    assert_string_equal(page()->why, ""); /* it is told once, of the stick */
    assert_null(catalog_find(k->catalog, "burns"));
}

static void a_stick_is_pulled_out_while_a_lesson_is_installed(void **state)
{
    (void)state;
    struct rig rig;
    open_rig(&rig);
    thread.installs = true;
    stage_tap(stage, "pack-1");
    pull_meanwhile(&rig);
    expect_pulled(&rig);
    close_rig(&rig);
}

/* The lesson before went well, and this one is never begun. */
static void an_installation_that_never_began_is_none(void **state)
{
    (void)state;
    struct rig rig;
    char folder[PACKS_PATH + 8];
    open_rig(&rig);
    stage_tap(stage, "pack-1");
    until_step(&rig, PACKS_LIST);
    assert_int_equal(page()->end, PACKS_DONE);
    str_format(folder, sizeof folder, "%s/packs", rig.data);
    packs_need(pack_remove(folder, "burns"));
    kiosk_read_lessons(k);
    pass(&rig);
    thread.wakes_late = true;
    stage_tap(stage, "pack-1");
    pull_meanwhile(&rig);
    expect_pulled(&rig);
    close_rig(&rig);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ON_STAGE(a_lesson_comes_from_a_stick_that_is_then_let_go),
        ON_STAGE(leaving_the_page_lets_the_stick_go),
        ON_STAGE(a_stick_that_is_pulled_out_is_forgotten),
        ON_STAGE(a_stick_is_pulled_out_while_a_lesson_is_installed),
        ON_STAGE(an_installation_that_never_began_is_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
