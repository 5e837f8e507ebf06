/* SPDX-License-Identifier: MIT */
#include "support/stick_rig.h"

#include <poll.h>
#include <sys/statvfs.h>

/* ---- what the disk does ------------------------------------------------------------ */

struct rig_disk disk;

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

void rig_open(struct rig *rig, bool alive)
{
    memset(rig, 0, sizeof *rig);
    struct rng rng = rng_begin();
    for (size_t i = 0; i < sizeof rig->bytes; i++) {
        rig->bytes[i] = (char)rng_u64(&rng);
    }
    mock_open(&rig->mock, alive);
    str_format(rig->mounts, sizeof rig->mounts, "%s/mounts", rig->mock.folder);
    assert_true(file_write(rig->mounts, "", 0));
    rig->sticks = sticks_create(&(struct sticks_config){
        .bus = rig->mock.address, .mounts = rig->mounts, .root = rig->mock.folder});
    assert_non_null(rig->sticks);
    sticks_watch(rig->sticks, true);
}

void rig_close(struct rig *rig)
{
    sticks_destroy(rig->sticks);
    mock_close(&rig->mock);
    memset(&disk, 0, sizeof disk);
}

void rig_pass(struct rig *rig)
{
    mock_process(&rig->mock, STEP_MS);
    sticks_look(rig->sticks, &rig->list);
}

void rig_until_step(struct rig *rig, enum stick_step step)
{
    UNTIL(rig, rig->list.task.step == step ||
                   (rig->list.task.step == STICK_FAILED && step == STICK_SAFE));
    assert_int_equal(rig->list.task.step, step);
}

struct mock_block *rig_plug(struct rig *rig, const char *label)
{
    struct mock_drive *drive = mock_drive(&rig->mock, "Kingston", "DataTraveler");
    struct mock_block *part = mock_part(&rig->mock, drive, label, 16ull * GIGA);
    size_t before = rig->list.count;
    mock_plug(&rig->mock, drive);
    UNTIL(rig, rig->list.count == before + 1);
    return part;
}

void rig_save(struct rig *rig)
{
    const struct stick *stick = &rig->list.sticks[rig->list.count - 1];
    assert_true(
        sticks_save(rig->sticks, stick->id, "counts.csv", rig->bytes, sizeof rig->bytes));
    sticks_look(rig->sticks, &rig->list);
}

bool rig_holds(const char *folder, const char *file, const char *bytes, size_t length)
{
    char path[512];
    size_t found = 0;
    str_format(path, sizeof path, "%s/%s", folder, file);
    char *text = file_exists(path) ? file_read(path, 1 << 20, &found) : NULL;
    bool same = text && found == length && memcmp(text, bytes, length) == 0;
    free(text);
    return same;
}

void rig_put(const char *folder, const char *file, const char *text)
{
    char path[512];
    str_format(path, sizeof path, "%s/%s", folder, file);
    assert_true(file_write(path, text, strlen(text)));
}

bool rig_has(const char *folder, const char *file)
{
    char path[512];
    str_format(path, sizeof path, "%s/%s", folder, file);
    return file_exists(path);
}

void rig_save_and_stop(struct rig *rig, void (*happens)(struct rig *rig))
{
    sem_init(&disk.reached, 0, 0);
    sem_init(&disk.go, 0, 0);
    disk.stops = true;
    rig_save(rig);
    UNTIL(rig, sem_trywait(&disk.reached) == 0);
    sticks_look(rig->sticks, &rig->list);
    assert_int_equal(rig->list.task.step, STICK_WORKING);
    happens(rig);
    sem_post(&disk.go);
    UNTIL(rig, rig->list.task.step == STICK_FAILED || rig->list.task.step == STICK_SAFE);
}
