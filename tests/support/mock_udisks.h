/* SPDX-License-Identifier: MIT */
/*
 * mock_udisks: a udisks2 of our own on a bus of its own, for tests of sticks.
 *
 * It speaks as much of udisks' D-Bus API as a client of sticks can see, and what it plays
 * is folders instead of devices. The test is its loop: it answers inside mock_process().
 * What it is to answer, and when, is set in its members.
 */
#ifndef TESTS_SUPPORT_MOCK_UDISKS_H
#define TESTS_SUPPORT_MOCK_UDISKS_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>
#include <systemd/sd-bus.h>

enum { MOCK_BLOCKS = 16, MOCK_DRIVES = 8, MOCK_WORD = 160 };

struct mock_drive {
    char path[MOCK_WORD], vendor[MOCK_WORD], model[MOCK_WORD], bus[MOCK_WORD],
        sibling[MOCK_WORD];
    int no_media, optical, ejectable, can_power_off; /* as D-Bus has them: int */
    struct mock *mock;
    sd_bus_slot *slot;
};

struct mock_block {
    char path[MOCK_WORD], drive[MOCK_WORD], crypto[MOCK_WORD], label[MOCK_WORD],
        usage[MOCK_WORD];
    uint64_t bytes;
    int read_only, system, ignore, swaps; /* swaps: it has the interface, and does */
    bool file_system;
    char mount_point[256]; /* "": not mounted */
    char folder[256];      /* where it is mounted when asked */
    struct mock *mock;
    sd_bus_slot *slots[3];
};

struct mock {
    char address[256]; /* of its bus */
    char folder[64];   /* /run/media and such are below it */
    pid_t daemon;
    sd_bus *bus; /* NULL: the service is dead */

    struct mock_drive drives[MOCK_DRIVES];
    struct mock_block blocks[MOCK_BLOCKS];

    /* How calls are answered: an error's name, NULL: well. */
    const char *mount_error, *unmount_error, *power_error;
    bool hold;                                /* calls wait until mock_let_go() */
    sd_bus_message *held;                     /* one that waits */
    int mounts, unmounts, power_offs, ejects; /* asked for */
    char options[MOCK_WORD];                  /* of the last mount */
    int no_interaction; /* auth.no_user_interaction of the last call */
};

/* A bus, with the service on it or without. */
void mock_open(struct mock *mock, bool alive);
void mock_close(struct mock *mock);

/* The service comes, or goes with what it was asked. */
void mock_live(struct mock *mock);
void mock_die(struct mock *mock);

/* A USB stick is plugged in: its drive alone, for mock_part(). */
struct mock_drive *mock_drive(struct mock *mock, const char *vendor, const char *model);

/* A part of it with a file system; "" as label is none. Its files are in `folder`. */
struct mock_block *mock_part(struct mock *mock, struct mock_drive *drive,
                             const char *label, uint64_t bytes);

/* It is there now; mock_part() does not tell, so that a test may change it before. */
void mock_plug(struct mock *mock, struct mock_drive *drive);
void mock_pull(struct mock *mock, struct mock_drive *drive);

/* A property of the block has been changed by hand. */
void mock_tell_mounted(struct mock_block *block);

/* Answers what was held. */
void mock_let_go(struct mock *mock);

/* Answers what is there; waits `ms` at most for the first of it. */
void mock_process(struct mock *mock, int ms);

#endif
