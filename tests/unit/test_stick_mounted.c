/* SPDX-License-Identifier: MIT */
/*
 * Sticks that are mounted, against a udisks2 of our own: by somebody before, with a bad
 * disk, without the service, and open to be read.
 */
#include "support/stick_rig.h"

/* ---- what is mounted already ------------------------------------------------------- */

static void mounted_by_a_desktop(void **state)
{
    (void)state;
    struct rig rig;
    rig_open(&rig, true);
    struct mock_drive *drive = mock_drive(&rig.mock, "A", "B");
    struct mock_block *part = mock_part(&rig.mock, drive, "DESK", GIGA);
    char folder[256];
    str_copy(folder, sizeof folder, part->folder);
    str_copy(part->mount_point, sizeof part->mount_point, folder);
    mock_plug(&rig.mock, drive);
    UNTIL(&rig, rig.list.count == 1);
    assert_true(rig.list.sticks[0].mounted);
    rig.mock.unmount_error = "org.freedesktop.UDisks2.Error.NotAuthorized";
    rig_save(&rig);
    rig_until_step(&rig, STICK_FAILED); /* the desktop's user has to take it out */
    assert_int_equal(rig.list.task.fault, STICK_busy);
    assert_int_equal(rig.mock.mounts, 0);
    assert_true(rig_holds(folder, "counts.csv", rig.bytes, sizeof rig.bytes));
    rig.mock.unmount_error = NULL;
    rig_save(&rig);
    rig_until_step(&rig, STICK_SAFE);
    rig_close(&rig);
}

/* A kiosk that was switched off while it read has left it so. */
static void mounted_for_reading_only(void **state)
{
    (void)state;
    struct rig rig;
    rig_open(&rig, true);
    struct mock_drive *drive = mock_drive(&rig.mock, "A", "B");
    struct mock_block *part = mock_part(&rig.mock, drive, "LEFT", GIGA);
    char folder[256];
    str_copy(folder, sizeof folder, part->folder);
    str_copy(part->mount_point, sizeof part->mount_point, folder);
    mock_plug(&rig.mock, drive);
    UNTIL(&rig, rig.list.count == 1);
    rig.mock.hold = true;
    disk.read_only = true;
    rig_save(&rig);
    UNTIL(&rig, rig.mock.held); /* it is being unmounted */
    assert_int_equal(rig.mock.unmounts, 1);
    disk.read_only = false;
    mock_let_go(&rig.mock);
    rig_until_step(&rig, STICK_SAFE);
    assert_int_equal(rig.mock.mounts, 1);
    assert_true(rig_holds(folder, "counts.csv", rig.bytes, sizeof rig.bytes));
    rig_close(&rig);
}

static void mounted_in_the_last_moment(void **state)
{
    (void)state;
    struct rig rig;
    rig_open(&rig, true);
    struct mock_block *part = rig_plug(&rig, "RACE");
    char folder[256];
    str_format(folder, sizeof folder, "%s/media/desk/RACE", rig.mock.folder);
    assert_true(file_make_folder(folder));
    str_copy(part->mount_point, sizeof part->mount_point,
             folder); /* and nobody says so */
    rig_save(&rig);
    rig_until_step(&rig, STICK_SAFE);
    assert_true(rig_holds(folder, "counts.csv", rig.bytes, sizeof rig.bytes));
    rig_close(&rig);
}

/* ---- what the disk refuses --------------------------------------------------------- */

static void disk_faults(void **state)
{
    (void)state;

    static const struct {
        int write_error;
        bool flips, full, read_only;
        enum stick_fault fault;
    } rows[] = {
        {ENOSPC, false, false, false, STICK_full},
        {EIO, false, false, false, STICK_damaged},
        {EROFS, false, false, false, STICK_read_only},
        {EFBIG, false, false, false, STICK_failed},
        {EACCES, false, false, false, STICK_owned},
        {0, true, false, false, STICK_damaged},
        {0, false, true, false, STICK_full},
        {0, false, false, true, STICK_read_only},
    };

    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct rig rig;
        rig_open(&rig, true);
        struct mock_block *part = rig_plug(&rig, "BAD");
        char folder[256];
        str_copy(folder, sizeof folder, part->folder);
        rig_put(folder, "counts.csv", "old");
        disk.write_error = rows[i].write_error;
        disk.flips = rows[i].flips;
        disk.full = rows[i].full;
        disk.read_only = rows[i].read_only;
        rig_save(&rig);
        rig_until_step(&rig, STICK_FAILED);
        if (rig.list.task.fault != rows[i].fault) {
            fail_msg("row %zu: %s", i, stick_fault_name(rig.list.task.fault));
        }
        assert_false(rig.list.task.mounted); /* closed: it may be pulled out */
        assert_string_equal(rig.list.task.file, "");
        assert_true(rig_holds(folder, "counts.csv", "old", 3));
        assert_false(rig_has(folder, "counts.csv.new"));
        rig_close(&rig);
    }
}

static void write_protected(void **state)
{
    (void)state;
    struct rig rig;
    rig_open(&rig, true);
    struct mock_drive *drive = mock_drive(&rig.mock, "A", "B");
    struct mock_block *part = mock_part(&rig.mock, drive, "LOCK", GIGA);
    part->read_only = 1;
    mock_plug(&rig.mock, drive);
    UNTIL(&rig, rig.list.count == 1);
    assert_true(rig.list.sticks[0].read_only);
    rig_save(&rig);
    rig_until_step(&rig, STICK_FAILED);
    assert_int_equal(rig.list.task.fault, STICK_read_only);
    assert_int_equal(rig.mock.mounts, 0);
    rig_close(&rig);
}

/* What somebody left beside the file's place is neither followed nor waited for. */
static void a_pipe_and_a_link_in_the_way(void **state)
{
    (void)state;
    for (int kind = 0; kind < 2; kind++) {
        struct rig rig;
        char path[512];
        rig_open(&rig, true);
        struct mock_block *part = rig_plug(&rig, "WAY");
        char folder[256];
        str_copy(folder, sizeof folder, part->folder);
        str_format(path, sizeof path, "%s/counts.csv.new", folder);
        rig_put(folder, "other", "other");
        assert_int_equal(kind ? mkfifo(path, 0600) : symlink("other", path), 0);
        rig_save(&rig);
        rig_until_step(&rig, STICK_SAFE);
        assert_true(rig_holds(folder, "counts.csv", rig.bytes, sizeof rig.bytes));
        assert_true(rig_holds(folder, "other", "other", 5));
        rig_close(&rig);
    }
}

/* ---- the service ------------------------------------------------------------------- */

static void write_mounts(struct rig *rig, const char *folder)
{
    char text[512];
    str_format(text, sizeof text,
               "proc /proc proc rw 0 0\n/dev/sdb1 %s vfat rw,nosuid 0 0\n", folder);
    assert_true(file_write(rig->mounts, text, strlen(text)));
}

/* Both the bus without the service and a machine without a bus. */
static void without_udisks(void **state)
{
    (void)state;
    for (int bus = 0; bus < 2; bus++) {
        struct rig rig;
        char folder[256];
        rig_open(&rig, false);
        sticks_destroy(rig.sticks);
        str_format(folder, sizeof folder, "%s/media/staff/HAND", rig.mock.folder);
        assert_true(file_make_folder(folder));
        write_mounts(&rig, folder);
        rig.sticks = sticks_create(&(struct sticks_config){
            .bus = bus ? rig.mock.address : "unix:path=/nowhere/bus",
            .mounts = rig.mounts,
            .root = rig.mock.folder});
        sticks_watch(rig.sticks, true);
        UNTIL(&rig, rig.list.service == STICK_SERVICE_NONE && rig.list.count == 1);
        assert_true(rig.list.sticks[0].by_hand);
        assert_string_equal(rig.list.sticks[0].label, "HAND");
        rig_save(&rig);
        rig_until_step(&rig, STICK_SAFE);
        assert_true(rig.list.task.by_hand);
        assert_true(rig.list.task.mounted);
        assert_true(rig_holds(folder, "counts.csv", rig.bytes, sizeof rig.bytes));
        if (bus) { /* it is started later */
            mock_live(&rig.mock);
            UNTIL(&rig, rig.list.service == STICK_SERVICE_UDISKS && rig.list.count == 0);
            rig_plug(&rig, "LATER");
            rig_save(&rig);
            rig_until_step(&rig, STICK_SAFE);
        }
        rig_close(&rig);
    }
}

static void the_service_dies_while_mounting(void **state)
{
    (void)state;
    struct rig rig;
    rig_open(&rig, true);
    rig_plug(&rig, "DIES");
    rig.mock.hold = true;
    rig_save(&rig);
    UNTIL(&rig, rig.mock.held);
    mock_die(&rig.mock);
    rig_until_step(&rig, STICK_FAILED);
    assert_int_equal(rig.list.task.fault, STICK_no_answer);
    UNTIL(&rig, rig.list.service == STICK_SERVICE_NONE && rig.list.count == 0);
    rig.mock.hold = false;
    mock_live(&rig.mock);
    UNTIL(&rig, rig.list.service == STICK_SERVICE_UDISKS && rig.list.count == 1);
    rig_save(&rig);
    rig_until_step(&rig, STICK_SAFE);
    rig_close(&rig);
}

static void die(struct rig *rig)
{
    mock_die(&rig->mock);
}

static void the_service_dies_while_writing(void **state)
{
    (void)state;
    struct rig rig;
    rig_open(&rig, true);
    struct mock_block *part = rig_plug(&rig, "DIES");
    rig_save_and_stop(&rig, die);
    assert_int_equal(rig.list.task.step, STICK_FAILED);
    assert_int_equal(rig.list.task.fault, STICK_no_answer);
    assert_string_equal(rig.list.task.file, "counts.csv"); /* it is on the stick */
    assert_true(rig.list.task.mounted);                    /* which is not to be pulled */
    assert_true(rig_holds(part->folder, "counts.csv", rig.bytes, sizeof rig.bytes));
    mock_live(&rig.mock);
    UNTIL(&rig, rig.list.service == STICK_SERVICE_UDISKS);
    assert_true(sticks_close(rig.sticks));
    sticks_look(rig.sticks, &rig.list);
    rig_until_step(&rig, STICK_SAFE);
    rig_close(&rig);
}

/* ---- reading ----------------------------------------------------------------------- */

static enum stick_fault read_a_file(void *context, const char *folder)
{
    (void)context;
    return rig_holds(folder, "a.lkp", "pack", 4) ? STICK_none : STICK_damaged;
}

static void opens_to_read(void **state)
{
    (void)state;
    struct rig rig;
    rig_open(&rig, true);
    struct mock_block *part = rig_plug(&rig, "PACKS");
    rig_put(part->folder, "a.lkp", "pack");
    assert_true(sticks_open(rig.sticks, rig.list.sticks[0].id, STICK_READ));
    UNTIL(&rig, rig.list.task.step == STICK_OPEN);
    assert_string_equal(rig.list.task.folder, part->folder);
    assert_non_null(strstr(rig.mock.options, ",ro"));
    assert_true(sticks_do(rig.sticks, read_a_file, &rig));
    sticks_look(rig.sticks, &rig.list);
    UNTIL(&rig, rig.list.task.step == STICK_OPEN);
    sticks_watch(rig.sticks, false); /* the page is left: nothing stays mounted */
    UNTIL(&rig, rig.list.task.step == STICK_SAFE);
    assert_int_equal(rig.mock.unmounts, 1);
    assert_false(sticks_do(rig.sticks, read_a_file, &rig));
    rig_close(&rig);
}

static void pulled_while_open(void **state)
{
    (void)state;
    struct rig rig;
    rig_open(&rig, true);
    rig_plug(&rig, "PACKS");
    assert_true(sticks_open(rig.sticks, rig.list.sticks[0].id, STICK_READ));
    UNTIL(&rig, rig.list.task.step == STICK_OPEN);
    mock_pull(&rig.mock, &rig.mock.drives[0]);
    rig_until_step(&rig, STICK_FAILED);
    assert_int_equal(rig.list.task.fault, STICK_pulled);
    assert_string_equal(rig.list.task.folder, "");
    sticks_forget(rig.sticks);
    UNTIL(&rig, rig.list.task.step == STICK_IDLE);
    rig_close(&rig);
}

static enum stick_fault note_folder(void *context, const char *folder)
{
    str_copy(context, STICK_PATH_MAX, folder[0] ? folder : "nowhere");
    return STICK_none;
}

static void pulled_as_work_is_asked_for(void **state)
{
    (void)state;
    struct rig rig;
    char seen[STICK_PATH_MAX] = "";
    rig_open(&rig, true);
    rig_plug(&rig, "PACKS");
    assert_true(sticks_open(rig.sticks, rig.list.sticks[0].id, STICK_READ));
    UNTIL(&rig, rig.list.task.step == STICK_OPEN && rig.list.sticks[0].mounted);
    sem_init(&disk.reached, 0, 0);
    sem_init(&disk.go, 0, 0);
    disk.wakes_late = true;
    assert_true(sticks_do(rig.sticks, note_folder, seen));
    UNTIL(&rig, sem_trywait(&disk.reached) == 0);
    mock_pull(&rig.mock, &rig.mock.drives[0]);
    sem_post(&disk.go);
    rig_until_step(&rig, STICK_FAILED);
    UNTIL(&rig, rig.list.count == 0);
    assert_int_equal(rig.list.task.step, STICK_FAILED);
    assert_int_equal(rig.list.task.fault, STICK_pulled);
    assert_false(rig.list.task.mounted);
    assert_string_equal(seen, "");
    rig_close(&rig);
}

static enum stick_fault fail_at_work(void *context, const char *folder)
{
    (void)context;
    (void)folder;
    return STICK_damaged;
}

static void open_and_fail_at_work(struct rig *rig)
{
    rig_open(rig, true);
    rig_plug(rig, "PACKS");
    assert_true(sticks_open(rig->sticks, rig->list.sticks[0].id, STICK_READ));
    UNTIL(rig, rig->list.task.step == STICK_OPEN);
    assert_true(sticks_do(rig->sticks, fail_at_work, NULL));
    sticks_look(rig->sticks, &rig->list);
    rig_until_step(rig, STICK_FAILED);
    assert_true(rig->list.task.mounted);
}

static void left_after_a_failure_it_is_closed(void **state)
{
    (void)state;
    struct rig rig;
    open_and_fail_at_work(&rig);
    sticks_watch(rig.sticks, false);
    UNTIL(&rig, rig.list.task.step == STICK_SAFE);
    assert_false(rig.list.task.mounted);
    assert_int_equal(rig.mock.unmounts, 1);
    rig_close(&rig);
}

/* Somebody else holds it: it is asked for once, and the bus is let go. */
static void left_and_busy_it_is_closed_once(void **state)
{
    (void)state;
    struct rig rig;
    open_and_fail_at_work(&rig);
    rig.mock.unmount_error = "org.freedesktop.UDisks2.Error.DeviceBusy";
    sticks_watch(rig.sticks, false);
    UNTIL(&rig, rig.list.service == STICK_SERVICE_ASKED);
    assert_int_equal(rig.list.task.step, STICK_FAILED);
    assert_true(rig.list.task.mounted);
    assert_int_equal(rig.mock.unmounts, 1);
    rig.mock.unmount_error = NULL;
    sticks_watch(rig.sticks, true);
    UNTIL(&rig, rig.list.service == STICK_SERVICE_UDISKS);
    sticks_watch(rig.sticks, false); /* the page was entered anew, and is left */
    UNTIL(&rig, rig.list.task.step == STICK_SAFE);
    rig_close(&rig);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(mounted_by_a_desktop),
        cmocka_unit_test(mounted_for_reading_only),
        cmocka_unit_test(mounted_in_the_last_moment),
        cmocka_unit_test(disk_faults),
        cmocka_unit_test(write_protected),
        cmocka_unit_test(a_pipe_and_a_link_in_the_way),
        cmocka_unit_test(without_udisks),
        cmocka_unit_test(the_service_dies_while_mounting),
        cmocka_unit_test(the_service_dies_while_writing),
        cmocka_unit_test(opens_to_read),
        cmocka_unit_test(pulled_while_open),
        cmocka_unit_test(pulled_as_work_is_asked_for),
        cmocka_unit_test(left_after_a_failure_it_is_closed),
        cmocka_unit_test(left_and_busy_it_is_closed_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
