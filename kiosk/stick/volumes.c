/* SPDX-License-Identifier: MIT */
/*
 * Which of udisks' objects are sticks. A kiosk may itself run from a USB disk, which
 * udisks does not call a system's, so what is in use decides as well.
 */
#include <string.h>

#include "base/str.h"
#include "stick/objects.h"

bool volumes_may_be_at(const char *root, const char *mount_point)
{
    static const char *const above[] = {"/media/", "/run/media/", "/mnt/"};
    bool may = false;
    if (str_starts(mount_point, root)) {
        const char *below = mount_point + strlen(root);
        may = str_equal(below, "/mnt");
        for (size_t i = 0; i < sizeof above / sizeof *above; i++) {
            may = may || str_starts(below, above[i]);
        }
    }
    return may;
}

static bool is_blank(char c)
{
    return (c > '\0' && c <= ' ') || c == 0x7F;
}

void volumes_name(char *to, size_t size, const char *from)
{
    while (is_blank(*from)) {
        from++;
    }
    str_copy(to, size, from);
    size_t length = 0;
    for (size_t i = 0; to[i]; i++) {
        to[i] = is_blank(to[i]) ? ' ' : to[i];
        length = to[i] != ' ' ? i + 1 : length;
    }
    to[length] = '\0';
}

/* The unlocked form of `block`; NULL: it is locked, or nothing to unlock. */
static const struct object *unlocked(const struct objects *objects,
                                     const struct object *block)
{
    for (size_t i = 0; i < objects->count; i++) {
        const struct object *other = &objects->items[i];
        if (other->is_block && str_equal(other->crypto, block->path)) {
            return other;
        }
    }
    return NULL;
}

/* This system, or another one that was put together of several disks, lives on it. */
static bool in_use(const struct objects *objects, const struct object *block)
{
    return block->hint_system || block->mounted_by_system || block->swaps ||
           str_equal(block->usage, "raid") || unlocked(objects, block);
}

static bool is_on(const struct object *block, const struct object *drive)
{
    return block->is_block && str_equal(block->drive, drive->path);
}

static bool is_stick(const struct objects *objects, const struct object *drive)
{
    bool plugged = str_equal(drive->bus, "usb") || str_equal(drive->bus, "sdio");
    bool stick = drive->is_drive && plugged && drive->media_available && !drive->optical;
    for (size_t i = 0; stick && i < objects->count; i++) {
        const struct object *block = &objects->items[i];
        stick = !is_on(block, drive) || !in_use(objects, block);
    }
    return stick;
}

/* A file system that may be shown and can be mounted. */
static bool is_usable(const struct object *block)
{
    return block->is_filesystem && !block->hint_ignore && block->bytes > 0;
}

static void name_model(const struct object *drive, char *to, size_t size)
{
    char both[STICK_NAME_MAX];
    str_format(both, sizeof both, "%s %s", drive->vendor, drive->model);
    volumes_name(to, size, both);
}

/* Switching one of them off would take the others along, as in a reader of several
 * cards. */
static bool is_alone(const struct objects *objects, const struct object *drive)
{
    bool alone = true;
    for (size_t i = 0; i < objects->count && drive->sibling[0]; i++) {
        const struct object *other = &objects->items[i];
        alone = alone && (other == drive || !other->is_drive ||
                          !str_equal(other->sibling, drive->sibling));
    }
    return alone;
}

static struct volume *add(struct volumes *volumes, const struct objects *objects,
                          const struct object *drive, const struct object *block)
{
    if (volumes->count == STICKS_MAX) {
        return NULL;
    }
    struct volume *volume = &volumes->items[volumes->count++];
    memset(volume, 0, sizeof *volume);
    str_copy(volume->path, sizeof volume->path, block->path);
    str_copy(volume->drive, sizeof volume->drive, drive->path);
    str_copy(volume->mount_point, sizeof volume->mount_point, block->mount_point);
    volume->powers_off = drive->can_power_off && is_alone(objects, drive);
    volume->ejects = drive->ejectable;
    struct stick *stick = &volume->stick;
    volumes_name(stick->label, sizeof stick->label, block->label);
    name_model(drive, stick->model, sizeof stick->model);
    stick->bytes = block->bytes;
    stick->read_only = block->read_only;
    stick->mounted = block->mount_point[0] != '\0';
    stick->part = stick->parts = 1;
    return volume;
}

static int count_usable(const struct objects *objects, const struct object *drive)
{
    int count = 0;
    for (size_t i = 0; i < objects->count; i++) {
        const struct object *block = &objects->items[i];
        count += is_on(block, drive) && is_usable(block);
    }
    return count;
}

/* Nothing on it can be mounted: the stick stands there once, with the reason. */
static void add_unusable(struct volumes *volumes, const struct objects *objects,
                         const struct object *drive)
{
    const struct object *whole = NULL;
    bool encrypted = false;
    for (size_t i = 0; i < objects->count; i++) {
        const struct object *block = &objects->items[i];
        if (is_on(block, drive)) {
            whole = !whole || block->bytes > whole->bytes ? block : whole;
            encrypted = encrypted || str_equal(block->usage, "crypto");
        }
    }
    struct volume *volume = whole ? add(volumes, objects, drive, whole) : NULL;
    if (volume) {
        volume->stick.fault = encrypted ? STICK_encrypted : STICK_file_system;
    }
}

static void add_drive(struct volumes *volumes, const struct objects *objects,
                      const struct object *drive)
{
    int part = 0;
    int parts = count_usable(objects, drive);
    for (size_t i = 0; i < objects->count; i++) {
        const struct object *block = &objects->items[i];
        if (is_on(block, drive) && is_usable(block)) {
            struct volume *volume = add(volumes, objects, drive, block);
            if (volume) {
                volume->stick.part = ++part;
                volume->stick.parts = parts;
            }
        }
    }
    if (parts == 0) {
        add_unusable(volumes, objects, drive);
    }
}

void volumes_choose(struct volumes *volumes, const struct objects *objects)
{
    volumes->count = 0;
    for (size_t i = 0; i < objects->count; i++) {
        const struct object *drive = &objects->items[i];
        if (is_stick(objects, drive)) {
            add_drive(volumes, objects, drive);
        }
    }
}
