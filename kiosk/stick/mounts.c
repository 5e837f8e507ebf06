/* SPDX-License-Identifier: MIT */
/*
 * The way of a machine without udisks: somebody mounts the stick, and takes it out.
 */
#include <mntent.h>
#include <stdio.h>
#include <string.h>
#include <sys/statvfs.h>

#include "base/str.h"
#include "stick/disk.h"

/* The last part of its folder is what tells one from another. */
static void name_by_folder(struct stick *stick, const char *folder)
{
    const char *name = strrchr(folder, '/');
    name = name ? name + 1 : folder;
    if (str_is_utf8(name, strlen(name))) {
        volumes_name(stick->label, sizeof stick->label, name);
    }
}

static void add(struct volumes *volumes, const struct mntent *mount)
{
    struct statvfs facts;
    struct volume *volume = &volumes->items[volumes->count];
    memset(volume, 0, sizeof *volume);
    if (!str_copy(volume->path, sizeof volume->path, mount->mnt_dir)) {
        return;
    }
    str_copy(volume->mount_point, sizeof volume->mount_point, mount->mnt_dir);
    struct stick *stick = &volume->stick;
    name_by_folder(stick, mount->mnt_dir);
    if (statvfs(mount->mnt_dir, &facts) == 0) {
        stick->bytes = (uint64_t)facts.f_blocks * facts.f_frsize;
    }
    stick->part = stick->parts = 1;
    stick->read_only = hasmntopt(mount, MNTOPT_RO) != NULL;
    stick->mounted = true;
    stick->by_hand = true;
    volumes->count++;
}

void disk_mounted(struct volumes *volumes, const char *mounts, const char *root)
{
    volumes->count = 0;
    FILE *table = setmntent(mounts, "re");
    if (!table) {
        return;
    }
    const struct mntent *mount = NULL;
    size_t length = strlen(root);
    while (volumes->count < STICKS_MAX && (mount = getmntent(table))) {
        const char *below = mount->mnt_dir + length;
        if (str_starts(mount->mnt_dir, root) &&
            (str_starts(below, "/media/") || str_starts(below, "/run/media/"))) {
            add(volumes, mount);
        }
    }
    endmntent(table);
}
