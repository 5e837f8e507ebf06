/* SPDX-License-Identifier: MIT */
/*
 * Sticks against a udisks2 of our own (support/mock_udisks.h). What no mock can prove:
 * that a real udisks2, a real kernel and a real stick do the same.
 */
#include <errno.h>
#include <poll.h>
#include <semaphore.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <time.h>
#include <unistd.h>

#include "base/err.h"
#include "base/file.h"
#include "base/str.h"
#include "stick/stick.h"
#include "support/mock_udisks.h"
#include "support/tap.h"

enum { PATIENCE_MS = 20000, STEP_MS = 5, FILE_BYTES = 200000, GIGA = 1000000000 };

/* ---- what the disk does ------------------------------------------------------------ */

/* The linker gives us the calls of the module: what a test asks for happens on its
 * thread. */
static struct {
    int write_error; /* of the second piece of a file; 0: none */
    bool stops;      /* ... where it waits for `go`, after `reached` */
    sem_t reached, go;
    bool wakes_late; /* the thread waits for `go`, after `reached`, and for the bus */
    bool flips;      /* what is read back */
    bool full;       /* as the file system says */
    bool read_only;
} disk;

ssize_t __real_write(int fd, const void *bytes, size_t count);
ssize_t __wrap_write(int fd, const void *bytes, size_t count);

ssize_t __wrap_write(int fd, const void *bytes, size_t count)
{
    struct stat facts;
    bool second = fstat(fd, &facts) == 0 && S_ISREG(facts.st_mode) && facts.st_size > 0;
    if (second && disk.stops) {
        disk.stops = false;
        sem_post(&disk.reached);
        sem_wait(&disk.go);
    }
    if (second && disk.write_error) {
        errno = disk.write_error;
        return -1;
    }
    return __real_write(fd, bytes, count);
}

ssize_t __real_pread(int fd, void *bytes, size_t count, off_t at);
ssize_t __wrap_pread(int fd, void *bytes, size_t count, off_t at);

ssize_t __wrap_pread(int fd, void *bytes, size_t count, off_t at)
{
    ssize_t n = __real_pread(fd, bytes, count, at);
    if (disk.flips && n > 0) {
        ((char *)bytes)[n - 1] ^= 1;
    }
    return n;
}

int __real_poll(struct pollfd *fds, nfds_t count, int ms);
int __wrap_poll(struct pollfd *fds, nfds_t count, int ms);

/* The thread wakes by what was asked for, and the bus has more to say before it looks. */
int __wrap_poll(struct pollfd *fds, nfds_t count, int ms)
{
    int r = __real_poll(fds, count, ms);
    if (count == 3 && disk.wakes_late) {
        disk.wakes_late = false;
        sem_post(&disk.reached);
        sem_wait(&disk.go);
        __real_poll(&fds[2], 1, PATIENCE_MS);
    }
    return r;
}

int __real_statvfs(const char *path, struct statvfs *facts);
int __wrap_statvfs(const char *path, struct statvfs *facts);

int __wrap_statvfs(const char *path, struct statvfs *facts)
{
    int r = __real_statvfs(path, facts);
    facts->f_bavail = disk.full ? 1 : facts->f_bavail;
    facts->f_flag |= disk.read_only ? ST_RDONLY : 0;
    return r;
}

/* ---- the rig ----------------------------------------------------------------------- */

struct rig {
    struct mock mock;
    struct sticks *sticks;
    struct stick_list list;
    char mounts[96];
    char bytes[FILE_BYTES];
};

static void rig_open(struct rig *rig, bool alive)
{
    memset(rig, 0, sizeof *rig);
    struct rng rng = rng_begin();
    for (size_t i = 0; i < sizeof rig->bytes; i++) {
        rig->bytes[i] = (char)rng_u64(&rng);
    }
    mock_open(&rig->mock, alive);
    str_format(rig->mounts, sizeof rig->mounts, "%s/mounts", rig->mock.folder);
    assert_true(file_write(rig->mounts, "", 0));
    rig->sticks = sticks_create(&(struct sticks_config){.ending = ".lkp",
                                                        .bus = rig->mock.address,
                                                        .mounts = rig->mounts,
                                                        .root = rig->mock.folder});
    assert_non_null(rig->sticks);
    sticks_watch(rig->sticks, true);
}

static void rig_close(struct rig *rig)
{
    sticks_destroy(rig->sticks);
    mock_close(&rig->mock);
    memset(&disk, 0, sizeof disk);
}

/* A step of the world: udisks answers, and a frame looks. */
static void pass(struct rig *rig)
{
    mock_process(&rig->mock, STEP_MS);
    sticks_look(rig->sticks, &rig->list);
}

/* Until the list is so; what never comes fails the test. */
#define UNTIL(rig, condition)                                                            \
    do {                                                                                 \
        int left = PATIENCE_MS / STEP_MS;                                                \
        for (; !(condition) && left > 0; left--) {                                       \
            pass(rig);                                                                   \
        }                                                                                \
        if (left == 0) {                                                                 \
            fail_msg("%s: still service %d, %zu sticks, step %d, %s (%s)", #condition,   \
                     (rig)->list.service, (rig)->list.count, (rig)->list.task.step,      \
                     stick_fault_name((rig)->list.task.fault), (rig)->list.task.detail); \
        }                                                                                \
    } while (0)

static void until_step(struct rig *rig, enum stick_step step)
{
    UNTIL(rig, rig->list.task.step == step ||
                   (rig->list.task.step == STICK_FAILED && step == STICK_SAFE));
    assert_int_equal(rig->list.task.step, step);
}

static struct mock_block *plug_one(struct rig *rig, const char *label)
{
    struct mock_drive *drive = mock_drive(&rig->mock, "Kingston", "DataTraveler");
    struct mock_block *part = mock_part(&rig->mock, drive, label, 16ull * GIGA);
    size_t before = rig->list.count;
    mock_plug(&rig->mock, drive);
    UNTIL(rig, rig->list.count == before + 1);
    return part;
}

static void save_last(struct rig *rig)
{
    const struct stick *stick = &rig->list.sticks[rig->list.count - 1];
    assert_true(
        sticks_save(rig->sticks, stick->id, "counts.csv", rig->bytes, sizeof rig->bytes));
    sticks_look(rig->sticks, &rig->list);
}

static bool holds(const char *folder, const char *file, const char *bytes, size_t length)
{
    char path[512];
    size_t found = 0;
    str_format(path, sizeof path, "%s/%s", folder, file);
    char *text = file_exists(path) ? file_read(path, 1 << 20, &found) : NULL;
    bool same = text && found == length && memcmp(text, bytes, length) == 0;
    free(text);
    return same;
}

static void put(const char *folder, const char *file, const char *text)
{
    char path[512];
    str_format(path, sizeof path, "%s/%s", folder, file);
    assert_true(file_write(path, text, strlen(text)));
}

static bool is_there(const char *folder, const char *file)
{
    char path[512];
    str_format(path, sizeof path, "%s/%s", folder, file);
    return file_exists(path);
}

/* ---- coming and going -------------------------------------------------------------- */

static void comes_and_goes(void **state)
{
    (void)state;
    struct rig rig;
    rig_open(&rig, true);
    UNTIL(&rig, rig.list.service == STICK_SERVICE_UDISKS);
    assert_int_equal(rig.list.count, 0);
    plug_one(&rig, "健康馆");
    const struct stick *stick = &rig.list.sticks[0];
    assert_string_equal(stick->label, "健康馆");
    assert_string_equal(stick->model, "Kingston DataTraveler");
    assert_int_equal(stick->bytes, 16ull * GIGA);
    assert_int_equal(stick->fault, STICK_none);
    int first = stick->id;
    mock_pull(&rig.mock, &rig.mock.drives[0]);
    UNTIL(&rig, rig.list.count == 0);
    plug_one(&rig, "健康馆");
    assert_true(rig.list.sticks[0].id > first); /* it may be another one */
    rig_close(&rig);
}

static void saves(void **state)
{
    (void)state;
    struct rig rig;
    rig_open(&rig, true);
    struct mock_block *part = plug_one(&rig, "SAVE");
    char folder[256];
    str_copy(folder, sizeof folder, part->folder);
    put(folder, "counts.csv", "what was there before");
    save_last(&rig);
    until_step(&rig, STICK_SAFE);
    assert_true(holds(folder, "counts.csv", rig.bytes, sizeof rig.bytes));
    assert_false(is_there(folder, "counts.csv.new"));
    assert_string_equal(rig.list.task.file, "counts.csv");
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
    struct mock_block *only = plug_one(&rig, "ONE");
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
    save_last(&rig);
    until_step(&rig, STICK_SAFE);
    assert_true(holds(there, "counts.csv", rig.bytes, sizeof rig.bytes));
    assert_false(is_there(only->folder, "counts.csv"));
    assert_false(is_there(first->folder, "counts.csv"));
    rig_close(&rig);
}

/* ---- what takes its time ----------------------------------------------------------- */

static void a_slow_mount_holds_nothing_up(void **state)
{
    (void)state;
    struct rig rig;
    rig_open(&rig, true);
    plug_one(&rig, "SLOW");
    rig.mock.hold = true;
    save_last(&rig);
    assert_int_equal(rig.list.task.step, STICK_OPENING); /* before anybody answered */
    UNTIL(&rig, rig.mock.held);
    assert_false(sticks_save(rig.sticks, 1, "b", "b", 1)); /* one thing at a time */
    assert_false(sticks_close(rig.sticks));
    plug_one(&rig, "OTHER"); /* seen meanwhile */
    assert_int_equal(rig.list.task.step, STICK_OPENING);
    mock_let_go(&rig.mock);
    until_step(&rig, STICK_SAFE);
    rig_close(&rig);
}

/* It is touched in the moment in which it goes. */
static void pulled_before_it_was_asked_for(void **state)
{
    (void)state;
    struct rig rig;
    rig_open(&rig, true);
    plug_one(&rig, "GONE");
    struct stick_list seen = rig.list;
    mock_pull(&rig.mock, &rig.mock.drives[0]);
    UNTIL(&rig, rig.list.count == 0);
    assert_true(sticks_save(rig.sticks, seen.sticks[0].id, "a.csv", "a", 1));
    sticks_look(rig.sticks, &rig.list);
    until_step(&rig, STICK_FAILED);
    assert_int_equal(rig.list.task.fault, STICK_pulled);
    rig_close(&rig);
}

static void pulled_while_mounting(void **state)
{
    (void)state;
    struct rig rig;
    rig_open(&rig, true);
    plug_one(&rig, "SLOW");
    rig.mock.hold = true;
    save_last(&rig);
    UNTIL(&rig, rig.mock.held);
    mock_pull(&rig.mock, &rig.mock.drives[0]);
    mock_let_go(&rig.mock);
    until_step(&rig, STICK_FAILED);
    assert_int_equal(rig.list.task.fault, STICK_pulled);
    assert_false(rig.list.task.mounted);
    rig_close(&rig);
}

/* The thread stands between two pieces of the file while `happens`. */
static void save_and_stop(struct rig *rig, void (*happens)(struct rig *rig))
{
    sem_init(&disk.reached, 0, 0);
    sem_init(&disk.go, 0, 0);
    disk.stops = true;
    save_last(rig);
    UNTIL(rig, sem_trywait(&disk.reached) == 0);
    sticks_look(rig->sticks, &rig->list);
    assert_int_equal(rig->list.task.step, STICK_WORKING);
    happens(rig);
    sem_post(&disk.go);
    UNTIL(rig, rig->list.task.step == STICK_FAILED || rig->list.task.step == STICK_SAFE);
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
    plug_one(&rig, "PULLED");
    save_and_stop(&rig, pull);
    assert_int_equal(rig.list.task.step, STICK_FAILED);
    assert_int_equal(rig.list.task.fault, STICK_pulled);
    assert_string_equal(rig.list.task.file, "");
    assert_false(rig.list.task.mounted);
    UNTIL(&rig, rig.list.count == 0);
    plug_one(&rig, "AGAIN");
    save_last(&rig);
    until_step(&rig, STICK_SAFE);
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
    plug_one(&rig, "AWAY");
    save_and_stop(&rig, unmount);
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
    plug_one(&rig, "PULLED");
    save_and_stop(&rig, pull_with_an_error);
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
        plug_one(&rig, "NO");
        rig.mock.mount_error = rows[i].mount;
        rig.mock.unmount_error = rows[i].unmount;
        rig.mock.power_error = rows[i].power;
        save_last(&rig);
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
    plug_one(&rig, "BUSY");
    rig.mock.unmount_error = "org.freedesktop.UDisks2.Error.DeviceBusy";
    save_last(&rig);
    until_step(&rig, STICK_FAILED);
    rig.mock.unmount_error = NULL;
    assert_true(sticks_close(rig.sticks));
    sticks_look(rig.sticks, &rig.list);
    until_step(&rig, STICK_SAFE);
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
    save_last(&rig);
    until_step(&rig, STICK_FAILED);
    assert_int_equal(rig.list.task.fault, STICK_busy);
    assert_true(rig.list.task.mounted);
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
    save_last(&rig);
    until_step(&rig, STICK_SAFE);
    assert_int_equal(rig.mock.power_offs, 0);
    assert_int_equal(rig.mock.ejects, 1);
    rig_close(&rig);
}

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
    save_last(&rig);
    until_step(&rig, STICK_FAILED); /* the desktop's user has to take it out */
    assert_int_equal(rig.list.task.fault, STICK_busy);
    assert_int_equal(rig.mock.mounts, 0);
    assert_true(holds(folder, "counts.csv", rig.bytes, sizeof rig.bytes));
    rig.mock.unmount_error = NULL;
    save_last(&rig);
    until_step(&rig, STICK_SAFE);
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
    save_last(&rig);
    UNTIL(&rig, rig.mock.held); /* it is being unmounted */
    assert_int_equal(rig.mock.unmounts, 1);
    disk.read_only = false;
    mock_let_go(&rig.mock);
    until_step(&rig, STICK_SAFE);
    assert_int_equal(rig.mock.mounts, 1);
    assert_true(holds(folder, "counts.csv", rig.bytes, sizeof rig.bytes));
    rig_close(&rig);
}

static void mounted_in_the_last_moment(void **state)
{
    (void)state;
    struct rig rig;
    rig_open(&rig, true);
    struct mock_block *part = plug_one(&rig, "RACE");
    char folder[256];
    str_format(folder, sizeof folder, "%s/media/desk/RACE", rig.mock.folder);
    assert_true(file_make_folder(folder));
    str_copy(part->mount_point, sizeof part->mount_point,
             folder); /* and nobody says so */
    save_last(&rig);
    until_step(&rig, STICK_SAFE);
    assert_true(holds(folder, "counts.csv", rig.bytes, sizeof rig.bytes));
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
        struct mock_block *part = plug_one(&rig, "BAD");
        char folder[256];
        str_copy(folder, sizeof folder, part->folder);
        put(folder, "counts.csv", "old");
        disk.write_error = rows[i].write_error;
        disk.flips = rows[i].flips;
        disk.full = rows[i].full;
        disk.read_only = rows[i].read_only;
        save_last(&rig);
        until_step(&rig, STICK_FAILED);
        if (rig.list.task.fault != rows[i].fault) {
            fail_msg("row %zu: %s", i, stick_fault_name(rig.list.task.fault));
        }
        assert_false(rig.list.task.mounted); /* closed: it may be pulled out */
        assert_string_equal(rig.list.task.file, "");
        assert_true(holds(folder, "counts.csv", "old", 3));
        assert_false(is_there(folder, "counts.csv.new"));
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
    save_last(&rig);
    until_step(&rig, STICK_FAILED);
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
        struct mock_block *part = plug_one(&rig, "WAY");
        char folder[256];
        str_copy(folder, sizeof folder, part->folder);
        str_format(path, sizeof path, "%s/counts.csv.new", folder);
        put(folder, "other", "other");
        assert_int_equal(kind ? mkfifo(path, 0600) : symlink("other", path), 0);
        save_last(&rig);
        until_step(&rig, STICK_SAFE);
        assert_true(holds(folder, "counts.csv", rig.bytes, sizeof rig.bytes));
        assert_true(holds(folder, "other", "other", 5));
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
        save_last(&rig);
        until_step(&rig, STICK_SAFE);
        assert_true(rig.list.task.by_hand);
        assert_true(rig.list.task.mounted);
        assert_true(holds(folder, "counts.csv", rig.bytes, sizeof rig.bytes));
        if (bus) { /* it is started later */
            mock_live(&rig.mock);
            UNTIL(&rig, rig.list.service == STICK_SERVICE_UDISKS && rig.list.count == 0);
            plug_one(&rig, "LATER");
            save_last(&rig);
            until_step(&rig, STICK_SAFE);
        }
        rig_close(&rig);
    }
}

static void the_service_dies_while_mounting(void **state)
{
    (void)state;
    struct rig rig;
    rig_open(&rig, true);
    plug_one(&rig, "DIES");
    rig.mock.hold = true;
    save_last(&rig);
    UNTIL(&rig, rig.mock.held);
    mock_die(&rig.mock);
    until_step(&rig, STICK_FAILED);
    assert_int_equal(rig.list.task.fault, STICK_no_answer);
    UNTIL(&rig, rig.list.service == STICK_SERVICE_NONE && rig.list.count == 0);
    rig.mock.hold = false;
    mock_live(&rig.mock);
    UNTIL(&rig, rig.list.service == STICK_SERVICE_UDISKS && rig.list.count == 1);
    save_last(&rig);
    until_step(&rig, STICK_SAFE);
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
    struct mock_block *part = plug_one(&rig, "DIES");
    save_and_stop(&rig, die);
    assert_int_equal(rig.list.task.step, STICK_FAILED);
    assert_int_equal(rig.list.task.fault, STICK_no_answer);
    assert_string_equal(rig.list.task.file, "counts.csv"); /* it is on the stick */
    assert_true(rig.list.task.mounted);                    /* which is not to be pulled */
    assert_true(holds(part->folder, "counts.csv", rig.bytes, sizeof rig.bytes));
    mock_live(&rig.mock);
    UNTIL(&rig, rig.list.service == STICK_SERVICE_UDISKS);
    assert_true(sticks_close(rig.sticks));
    sticks_look(rig.sticks, &rig.list);
    until_step(&rig, STICK_SAFE);
    rig_close(&rig);
}

/* ---- reading ----------------------------------------------------------------------- */

static enum stick_fault read_a_file(void *context, const char *folder)
{
    struct rig *rig = context;
    return holds(folder, rig->list.task.files[0], "pack", 4) ? STICK_none : STICK_damaged;
}

static void opens_to_read(void **state)
{
    (void)state;
    struct rig rig;
    char path[512];
    rig_open(&rig, true);
    struct mock_block *part = plug_one(&rig, "PACKS");
    put(part->folder, "b.LKP", "pack");
    put(part->folder, "a.lkp", "pack");
    put(part->folder, "._a.lkp", "of another system");
    put(part->folder, "a.txt", "text");
    put(part->folder, ".lkp", "no name");
    str_format(path, sizeof path, "%s/c.lkp", part->folder);
    assert_int_equal(mkdir(path, 0755), 0);
    assert_true(sticks_open(rig.sticks, rig.list.sticks[0].id, STICK_READ));
    UNTIL(&rig, rig.list.task.step == STICK_OPEN);
    assert_string_equal(rig.list.task.folder, part->folder);
    assert_int_equal(rig.list.task.file_count, 2);
    assert_string_equal(rig.list.task.files[0], "a.lkp");
    assert_string_equal(rig.list.task.files[1], "b.LKP");
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
    plug_one(&rig, "PACKS");
    assert_true(sticks_open(rig.sticks, rig.list.sticks[0].id, STICK_READ));
    UNTIL(&rig, rig.list.task.step == STICK_OPEN);
    mock_pull(&rig.mock, &rig.mock.drives[0]);
    until_step(&rig, STICK_FAILED);
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
    plug_one(&rig, "PACKS");
    assert_true(sticks_open(rig.sticks, rig.list.sticks[0].id, STICK_READ));
    UNTIL(&rig, rig.list.task.step == STICK_OPEN && rig.list.sticks[0].mounted);
    sem_init(&disk.reached, 0, 0);
    sem_init(&disk.go, 0, 0);
    disk.wakes_late = true;
    assert_true(sticks_do(rig.sticks, note_folder, seen));
    UNTIL(&rig, sem_trywait(&disk.reached) == 0);
    mock_pull(&rig.mock, &rig.mock.drives[0]);
    sem_post(&disk.go);
    until_step(&rig, STICK_FAILED);
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
    plug_one(rig, "PACKS");
    assert_true(sticks_open(rig->sticks, rig->list.sticks[0].id, STICK_READ));
    UNTIL(rig, rig->list.task.step == STICK_OPEN);
    assert_true(sticks_do(rig->sticks, fail_at_work, NULL));
    sticks_look(rig->sticks, &rig->list);
    until_step(rig, STICK_FAILED);
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
