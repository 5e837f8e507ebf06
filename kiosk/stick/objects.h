/* SPDX-License-Identifier: MIT */
/*
 * objects: what udisks says there is, as far as sticks need it. Inside the folder only.
 */
#ifndef KIOSK_STICK_OBJECTS_H
#define KIOSK_STICK_OBJECTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <systemd/sd-bus.h>

#include "stick/stick.h"

enum { OBJECT_PATH_MAX = 256, OBJECT_WORD_MAX = 64 };

/* A bus name, an object's path and the names of interfaces are those of udisks' D-Bus API
 * (udisks2 2.9.4, org.freedesktop.UDisks2.xml). */
#define UDISKS            "org.freedesktop.UDisks2"
#define UDISKS_PATH       "/org/freedesktop/UDisks2"
#define UDISKS_BLOCK      UDISKS ".Block"
#define UDISKS_DRIVE      UDISKS ".Drive"
#define UDISKS_FILESYSTEM UDISKS ".Filesystem"

/* One object of udisks: a block device or a drive; the members of the other stay 0. */
struct object {
    char path[OBJECT_PATH_MAX];
    bool is_block, is_drive, is_filesystem;

    /* a block device */
    char drive[OBJECT_PATH_MAX];  /* "/": none */
    char crypto[OBJECT_PATH_MAX]; /* what it is the unlocked form of; "/": nothing */
    char label[STICK_NAME_MAX];
    char usage[OBJECT_WORD_MAX]; /* "filesystem", "crypto", "raid", "other" or "" */
    uint64_t bytes;
    bool read_only, hint_system, hint_ignore, swaps;
    char mount_point[STICK_PATH_MAX]; /* the first one; "": not mounted */
    bool mounted_by_system;           /* at one that no stick has */

    /* a drive */
    char vendor[OBJECT_WORD_MAX], model[OBJECT_WORD_MAX];
    char bus[OBJECT_WORD_MAX]; /* "usb", "sdio", "" ... */
    char sibling[OBJECT_PATH_MAX];
    bool media_available, optical, ejectable, can_power_off;
};

struct objects {
    const char *root; /* "": /media and such are what they seem; borrowed */
    struct object *items;
    size_t count, capacity;
};

/* The answer of GetManagedObjects, in the order of paths. False: it is not of that form,
 * or no memory. */
bool objects_read(struct objects *objects, sd_bus_message *answer);
void objects_free(struct objects *objects);

/* The sticks among them, and where udisks keeps each. */
struct volume {
    struct stick stick;
    char path[STICK_PATH_MAX];   /* its object; by hand its folder */
    char drive[OBJECT_PATH_MAX]; /* "" by hand */
    char mount_point[STICK_PATH_MAX];
    bool powers_off, ejects; /* its drive can; alone, where several share a device */
};

struct volumes {
    struct volume items[STICKS_MAX];
    size_t count;
};

/* The rules of stick.h. Ids are left 0. */
void volumes_choose(struct volumes *volumes, const struct objects *objects);

/* Copies a name from outside to be shown in one line: what is no character of it becomes
 * a blank, and blanks at both ends are left out. */
void volumes_name(char *to, size_t size, const char *from);

/* Whether a folder is one where sticks are mounted: /media/... below `root`. */
bool volumes_may_be_at(const char *root, const char *mount_point);

#endif
