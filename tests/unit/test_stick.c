/* SPDX-License-Identifier: MIT */
/*
 * Sticks that come, are written to and go, against a udisks2 of our own. What no mock can
 * prove: that a real udisks2, a real kernel and a real stick do the same.
 */
#include "support/stick_rig.h"

/* ---- coming and going -------------------------------------------------------------- */

static void comes_and_goes(void **state)
{
    (void)state;
    struct rig rig;
    rig_open(&rig, true);
    UNTIL(&rig, rig.list.service == STICK_SERVICE_UDISKS);
    assert_int_equal(rig.list.count, 0);
    rig_plug(&rig, "健康馆");
    const struct stick *stick = &rig.list.sticks[0];
    assert_string_equal(stick->label, "健康馆");
    assert_string_equal(stick->model, "Kingston DataTraveler");
    assert_int_equal(stick->bytes, 16ull * GIGA);
    assert_int_equal(stick->fault, STICK_none);
    int first = stick->id;
    mock_pull(&rig.mock, &rig.mock.drives[0]);
    UNTIL(&rig, rig.list.count == 0);
    rig_plug(&rig, "健康馆");
    assert_true(rig.list.sticks[0].id > first); /* it may be another one */
    rig_close(&rig);
}

static void saves(void **state)
{
    (void)state;
    struct rig rig;
    rig_open(&rig, true);
    struct mock_block *part = rig_plug(&rig, "SAVE");
    char folder[256];
    str_copy(folder, sizeof folder, part->folder);
    rig_put(folder, "counts.csv", "what was there before");
    rig_save(&rig);
    rig_until_step(&rig, STICK_SAFE);
    assert_true(rig_holds(folder, "counts.csv", "what was there before", 21));
    assert_true(rig_holds(folder, "counts-2.csv", rig.bytes, sizeof rig.bytes));
    assert_false(rig_has(folder, "counts-2.csv.new"));
    assert_string_equal(rig.list.task.file, "counts-2.csv");
    assert_string_equal(rig.list.task.name, "SAVE");
    assert_false(rig.list.task.mounted);
    assert_int_equal(rig.mock.power_offs, 1);
    assert_int_equal(rig.mock.unmounts, 1);
    assert_non_null(strstr(rig.mock.options, "nosuid,nodev,noexec"));
    assert_int_equal(rig.mock.no_interaction, 1);
    rig_close(&rig);
}

/* Two sticks, one of them with two parts. */
static void saves_to_the_chosen_one(void **state)
{
    (void)state;
    struct rig rig;
    rig_open(&rig, true);
    struct mock_block *only = rig_plug(&rig, "ONE");
    struct mock_drive *drive = mock_drive(&rig.mock, "", "");
    struct mock_block *first = mock_part(&rig.mock, drive, "", 2ull * GIGA);
    struct mock_block *second = mock_part(&rig.mock, drive, "DATA", 6ull * GIGA);
    char there[256];
    str_copy(there, sizeof there, second->folder);
    mock_plug(&rig.mock, drive);
    UNTIL(&rig, rig.list.count == 3);
    assert_string_equal(rig.list.sticks[0].label, "ONE");
    assert_int_equal(rig.list.sticks[0].parts, 1);
    assert_int_equal(rig.list.sticks[1].part, 1);
    assert_int_equal(rig.list.sticks[2].part, 2);
    assert_int_equal(rig.list.sticks[2].parts, 2);
    assert_string_equal(rig.list.sticks[2].label, "DATA");
    rig_save(&rig);
    rig_until_step(&rig, STICK_SAFE);
    assert_true(rig_holds(there, "counts.csv", rig.bytes, sizeof rig.bytes));
    assert_false(rig_has(only->folder, "counts.csv"));
    assert_false(rig_has(first->folder, "counts.csv"));
    rig_close(&rig);
}

/* ---- what takes its time ----------------------------------------------------------- */

static void a_slow_mount_holds_nothing_up(void **state)
{
    (void)state;
    struct rig rig;
    rig_open(&rig, true);
    rig_plug(&rig, "SLOW");
    rig.mock.hold = true;
    rig_save(&rig);
    assert_int_equal(rig.list.task.step, STICK_OPENING); /* before anybody answered */
    UNTIL(&rig, rig.mock.held);
    assert_false(sticks_save(rig.sticks, 1, "b", "b", 1)); /* one thing at a time */
    assert_false(sticks_close(rig.sticks));
    rig_plug(&rig, "OTHER"); /* seen meanwhile */
    assert_int_equal(rig.list.task.step, STICK_OPENING);
    mock_let_go(&rig.mock);
    rig_until_step(&rig, STICK_SAFE);
    rig_close(&rig);
}

/* It is touched in the moment in which it goes. */
static void pulled_before_it_was_asked_for(void **state)
{
    (void)state;
    struct rig rig;
    rig_open(&rig, true);
    rig_plug(&rig, "GONE");
    struct stick_list seen = rig.list;
    mock_pull(&rig.mock, &rig.mock.drives[0]);
    UNTIL(&rig, rig.list.count == 0);
    assert_true(sticks_save(rig.sticks, seen.sticks[0].id, "a.csv", "a", 1));
    sticks_look(rig.sticks, &rig.list);
    rig_until_step(&rig, STICK_FAILED);
    assert_int_equal(rig.list.task.fault, STICK_pulled);
    rig_close(&rig);
}

static void pulled_while_mounting(void **state)
{
    (void)state;
    struct rig rig;
    rig_open(&rig, true);
    rig_plug(&rig, "SLOW");
    rig.mock.hold = true;
    rig_save(&rig);
    UNTIL(&rig, rig.mock.held);
    mock_pull(&rig.mock, &rig.mock.drives[0]);
    mock_let_go(&rig.mock);
    rig_until_step(&rig, STICK_FAILED);
    assert_int_equal(rig.list.task.fault, STICK_pulled);
    assert_false(rig.list.task.mounted);
    rig_close(&rig);
}

static void pull(struct rig *rig)
{
    mock_pull(&rig->mock, &rig->mock.drives[0]);
}

static void pulled_while_writing(void **state)
{
    (void)state;
    struct rig rig;
    rig_open(&rig, true);
    rig_plug(&rig, "PULLED");
    rig_save_and_stop(&rig, pull);
    assert_int_equal(rig.list.task.step, STICK_FAILED);
    assert_int_equal(rig.list.task.fault, STICK_pulled);
    assert_string_equal(rig.list.task.file, "");
    assert_false(rig.list.task.mounted);
    UNTIL(&rig, rig.list.count == 0);
    rig_plug(&rig, "AGAIN");
    rig_save(&rig);
    rig_until_step(&rig, STICK_SAFE);
    rig_close(&rig);
}

/* A desktop unmounts it by force: what is written from then on is on the machine's own
 * disk, without an error, and no signal has come yet. */
static void unmount(struct rig *rig)
{
    rig->mock.blocks[0].mount_point[0] = '\0';
}

static void unmounted_while_writing(void **state)
{
    (void)state;
    struct rig rig;
    rig_open(&rig, true);
    rig_plug(&rig, "AWAY");
    rig_save_and_stop(&rig, unmount);
    assert_int_equal(rig.list.task.step, STICK_FAILED);
    assert_int_equal(rig.list.task.fault, STICK_pulled);
    assert_string_equal(rig.list.task.file, "");
    rig_close(&rig);
}

/* Somebody takes out what is gone while its last byte is on its way to the cable: the
 * kernel says that it cannot be written before udisks says that it is gone. */
static void pull_with_an_error(struct rig *rig)
{
    disk.write_error = EIO;
    mock_pull(&rig->mock, &rig->mock.drives[0]);
}

static void an_error_of_a_pulled_one_is_told_as_that(void **state)
{
    (void)state;
    struct rig rig;
    rig_open(&rig, true);
    rig_plug(&rig, "PULLED");
    rig_save_and_stop(&rig, pull_with_an_error);
    UNTIL(&rig, rig.list.task.fault == STICK_pulled);
    rig_close(&rig);
}

/* ---- what udisks refuses ----------------------------------------------------------- */

static void refusals(void **state)
{
    (void)state;

    static const struct {
        const char *mount, *unmount, *power;
        enum stick_step step;
        enum stick_fault fault;
        bool written, mounted;
    } rows[] = {
        {"org.freedesktop.UDisks2.Error.NotAuthorized", NULL, NULL, STICK_FAILED,
         STICK_no_right, false, false},
        {"org.freedesktop.UDisks2.Error.NotAuthorizedCanObtain", NULL, NULL, STICK_FAILED,
         STICK_no_right, false, false},
        {"org.freedesktop.UDisks2.Error.Failed", NULL, NULL, STICK_FAILED,
         STICK_file_system, false, false},
        {"org.freedesktop.UDisks2.Error.Timedout", NULL, NULL, STICK_FAILED,
         STICK_no_answer, false, false},
        {"org.freedesktop.UDisks2.Error.Cancelled", NULL, NULL, STICK_FAILED,
         STICK_failed, false, false},
        {NULL, "org.freedesktop.UDisks2.Error.DeviceBusy", NULL, STICK_FAILED, STICK_busy,
         true, true},
        {NULL, "org.freedesktop.UDisks2.Error.Failed", NULL, STICK_FAILED, STICK_failed,
         true, true},
        {NULL, "org.freedesktop.UDisks2.Error.NotMounted", NULL, STICK_SAFE, STICK_none,
         true, false},
        {NULL, NULL, "org.freedesktop.UDisks2.Error.NotAuthorized", STICK_SAFE,
         STICK_none, true, false},
        {NULL, NULL, "org.freedesktop.UDisks2.Error.Failed", STICK_SAFE, STICK_none, true,
         false},
    };

    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct rig rig;
        rig_open(&rig, true);
        rig_plug(&rig, "NO");
        rig.mock.mount_error = rows[i].mount;
        rig.mock.unmount_error = rows[i].unmount;
        rig.mock.power_error = rows[i].power;
        rig_save(&rig);
        UNTIL(&rig,
              rig.list.task.step == STICK_FAILED || rig.list.task.step == STICK_SAFE);
        const struct stick_task *task = &rig.list.task;
        bool as_wanted = task->step == rows[i].step &&
                         (task->step == STICK_SAFE || task->fault == rows[i].fault) &&
                         (task->file[0] != '\0') == rows[i].written &&
                         task->mounted == rows[i].mounted;
        if (!as_wanted) {
            fail_msg("row %zu: step %d, %s, file \"%s\", mounted %d", i, task->step,
                     stick_fault_name(task->fault), task->file, task->mounted);
        }
        rig_close(&rig);
    }
}

static void busy_and_closed_again(void **state)
{
    (void)state;
    struct rig rig;
    rig_open(&rig, true);
    rig_plug(&rig, "BUSY");
    rig.mock.unmount_error = "org.freedesktop.UDisks2.Error.DeviceBusy";
    rig_save(&rig);
    rig_until_step(&rig, STICK_FAILED);
    rig.mock.unmount_error = NULL;
    assert_true(sticks_close(rig.sticks));
    sticks_look(rig.sticks, &rig.list);
    rig_until_step(&rig, STICK_SAFE);
    assert_string_equal(rig.list.task.file, "counts.csv");
    rig_close(&rig);
}

static void another_part_in_use(void **state)
{
    (void)state;
    struct rig rig;
    rig_open(&rig, true);
    struct mock_drive *drive = mock_drive(&rig.mock, "A", "B");
    struct mock_block *open = mock_part(&rig.mock, drive, "OPEN", GIGA);
    mock_part(&rig.mock, drive, "CHOSEN", GIGA);
    str_copy(open->mount_point, sizeof open->mount_point, open->folder);
    mock_plug(&rig.mock, drive);
    UNTIL(&rig, rig.list.count == 2);
    rig_save(&rig);
    rig_until_step(&rig, STICK_FAILED);
    assert_int_equal(rig.list.task.fault, STICK_busy);
    assert_true(rig.list.task.mounted);

    /* Asked again while it is still in use: the same; nothing was switched off. */
    assert_true(sticks_close(rig.sticks));
    sticks_look(rig.sticks, &rig.list);
    assert_int_equal(rig.list.task.step, STICK_CLOSING);
    rig_until_step(&rig, STICK_FAILED);
    assert_int_equal(rig.list.task.fault, STICK_busy);
    assert_true(rig.list.task.mounted);
    assert_int_equal(rig.mock.unmounts, 2);
    assert_int_equal(rig.mock.power_offs, 0);
    rig_close(&rig);
}

/* A reader of several cards: switching it off would take the other cards along. */
static void ejects_one_of_several(void **state)
{
    (void)state;
    struct rig rig;
    rig_open(&rig, true);
    for (int i = 0; i < 2; i++) {
        struct mock_drive *drive = mock_drive(&rig.mock, "Reader", "Card");
        str_copy(drive->sibling, sizeof drive->sibling, "/sys/reader");
        drive->ejectable = 1;
        mock_part(&rig.mock, drive, i ? "B" : "A", GIGA);
        mock_plug(&rig.mock, drive);
    }
    UNTIL(&rig, rig.list.count == 2);
    rig_save(&rig);
    rig_until_step(&rig, STICK_SAFE);
    assert_int_equal(rig.mock.power_offs, 0);
    assert_int_equal(rig.mock.ejects, 1);
    rig_close(&rig);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(comes_and_goes),
        cmocka_unit_test(saves),
        cmocka_unit_test(saves_to_the_chosen_one),
        cmocka_unit_test(a_slow_mount_holds_nothing_up),
        cmocka_unit_test(pulled_before_it_was_asked_for),
        cmocka_unit_test(pulled_while_mounting),
        cmocka_unit_test(pulled_while_writing),
        cmocka_unit_test(unmounted_while_writing),
        cmocka_unit_test(an_error_of_a_pulled_one_is_told_as_that),
        cmocka_unit_test(refusals),
        cmocka_unit_test(busy_and_closed_again),
        cmocka_unit_test(another_part_in_use),
        cmocka_unit_test(ejects_one_of_several),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
