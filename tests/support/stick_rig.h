/* SPDX-License-Identifier: MIT */
/*
 * stick_rig: the module of sticks with a udisks2 of our own (support/mock_udisks.h), and
 * a disk that does what a test wants.
 *
 * A program with it is linked with --wrap of write, pread, statvfs and poll: what a test
 * asks of the disk happens on the module's thread.
 */
#ifndef TESTS_SUPPORT_STICK_RIG_H
#define TESTS_SUPPORT_STICK_RIG_H

#include <errno.h>
#include <semaphore.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/str.h"
#include "stick/stick.h"
#include "support/mock_udisks.h"
#include "support/tap.h"

enum { PATIENCE_MS = 20000, STEP_MS = 5, FILE_BYTES = 200000, GIGA = 1000000000 };

extern struct rig_disk {
    int write_error; /* of the second piece of a file; 0: none */
    bool stops;      /* ... where it waits for `go`, after `reached` */
    sem_t reached, go;
    bool wakes_late; /* the thread waits for `go`, after `reached`, and for the bus */
    bool flips;      /* what is read back */
    bool full;       /* as the file system says */
    bool read_only;
} disk;

struct rig {
    struct mock mock;
    struct sticks *sticks;
    struct stick_list list;
    char mounts[96];
    char bytes[FILE_BYTES];
};

/* Watching, with the service alive or not; rig_close() makes the disk good again. */
void rig_open(struct rig *rig, bool alive);
void rig_close(struct rig *rig);

/* A step of the world: udisks answers, and a frame looks. */
void rig_pass(struct rig *rig);

/* Until the list is so; what never comes fails the test. */
#define UNTIL(rig, condition)                                                            \
    do {                                                                                 \
        int left = PATIENCE_MS / STEP_MS;                                                \
        for (; !(condition) && left > 0; left--) {                                       \
            rig_pass(rig);                                                               \
        }                                                                                \
        if (left == 0) {                                                                 \
            fail_msg("%s: still service %d, %zu sticks, step %d, %s (%s)", #condition,   \
                     (rig)->list.service, (rig)->list.count, (rig)->list.task.step,      \
                     stick_fault_name((rig)->list.task.fault), (rig)->list.task.detail); \
        }                                                                                \
    } while (0)

/* SAFE may end in FAILED, which fails the test. */
void rig_until_step(struct rig *rig, enum stick_step step);

/* A stick with one part comes, and is in the list. */
struct mock_block *rig_plug(struct rig *rig, const char *label);

/* Begins to save `bytes` as counts.csv to the stick that came last. */
void rig_save(struct rig *rig);

/* The same; the thread stands between two pieces of the file while `happens`. Until it
 * has ended. */
void rig_save_and_stop(struct rig *rig, void (*happens)(struct rig *rig));

/* A file of a folder: what is in it, is put there, and whether there is one. */
bool rig_holds(const char *folder, const char *file, const char *bytes, size_t length);
void rig_put(const char *folder, const char *file, const char *text);
bool rig_has(const char *folder, const char *file);

#endif
