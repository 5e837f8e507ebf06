/* SPDX-License-Identifier: MIT */
#include "stick/objects.h"

#include <stdlib.h>
#include <string.h>

#include "base/str.h"

/* How the value of a property is kept. */
enum kept { KEPT_TEXT, KEPT_FLAG, KEPT_SIZE, KEPT_MOUNTS };

struct property {
    const char *interface, *name;
    enum kept kept;
    size_t offset, size;
};

#define TEXT(interface, name, member)                                                    \
    {                                                                                    \
        interface, name, KEPT_TEXT, offsetof(struct object, member),                     \
            sizeof((struct object *)NULL)->member                                        \
    }
#define FLAG(interface, name, member)                                                    \
    {                                                                                    \
        interface, name, KEPT_FLAG, offsetof(struct object, member), sizeof(bool)        \
    }

static const struct property properties[] = {
    TEXT(UDISKS_BLOCK, "Drive", drive),
    TEXT(UDISKS_BLOCK, "CryptoBackingDevice", crypto),
    TEXT(UDISKS_BLOCK, "IdLabel", label),
    TEXT(UDISKS_BLOCK, "IdUsage", usage),
    {UDISKS_BLOCK, "Size", KEPT_SIZE, offsetof(struct object, bytes), sizeof(uint64_t)},
    FLAG(UDISKS_BLOCK, "ReadOnly", read_only),
    FLAG(UDISKS_BLOCK, "HintSystem", hint_system),
    FLAG(UDISKS_BLOCK, "HintIgnore", hint_ignore),
    FLAG(UDISKS ".Swapspace", "Active", swaps),
    {UDISKS_FILESYSTEM, "MountPoints", KEPT_MOUNTS, 0, 0},
    TEXT(UDISKS_DRIVE, "Vendor", vendor),
    TEXT(UDISKS_DRIVE, "Model", model),
    TEXT(UDISKS_DRIVE, "ConnectionBus", bus),
    TEXT(UDISKS_DRIVE, "SiblingId", sibling),
    FLAG(UDISKS_DRIVE, "MediaAvailable", media_available),
    FLAG(UDISKS_DRIVE, "Optical", optical),
    FLAG(UDISKS_DRIVE, "Ejectable", ejectable),
    FLAG(UDISKS_DRIVE, "CanPowerOff", can_power_off),
};

/* An interface that an object has, whatever its properties say. */
static const struct {
    const char *interface;
    size_t offset;
} interfaces[] = {
    {UDISKS_BLOCK, offsetof(struct object, is_block)},
    {UDISKS_DRIVE, offsetof(struct object, is_drive)},
    {UDISKS_FILESYSTEM, offsetof(struct object, is_filesystem)},
};

/* ---- one value --------------------------------------------------------------------- */

static int read_text(sd_bus_message *m, const char *type, char *to, size_t size)
{
    const char *text = NULL;
    int r = sd_bus_message_enter_container(m, 'v', type);
    if (r >= 0 && (r = sd_bus_message_read_basic(m, type[0], &text)) >= 0) {
        str_copy(to, size, text);
        r = sd_bus_message_exit_container(m);
    }
    return r;
}

/* Each of them is bytes that end with a NUL; a path need not be UTF-8. */
static int read_mounts(sd_bus_message *m, const char *root, struct object *object)
{
    const void *bytes = NULL;
    size_t length = 0;
    int r = sd_bus_message_enter_container(m, 'v', "aay");
    if (r < 0 || (r = sd_bus_message_enter_container(m, 'a', "ay")) < 0) {
        return r;
    }
    while ((r = sd_bus_message_read_array(m, 'y', &bytes, &length)) > 0) {
        char at[STICK_PATH_MAX];
        size_t kept = length < sizeof at ? length : sizeof at - 1;
        if (kept > 0) {
            memcpy(at, bytes, kept);
        }
        at[kept] = '\0';
        bool sticks = volumes_may_be_at(root, at);
        object->mounted_by_system = object->mounted_by_system || !sticks;
        if (object->mount_point[0] == '\0') {
            memcpy(object->mount_point, at, sizeof at);
        }
    }
    if (r < 0 || (r = sd_bus_message_exit_container(m)) < 0) {
        return r;
    }
    return sd_bus_message_exit_container(m);
}

/* A value of another type than udisks' API says is passed over. */
static int read_value(sd_bus_message *m, const char *root,
                      const struct property *property, struct object *object)
{
    const char *type = NULL;
    char kind = 0;
    void *to = (char *)object + property->offset;
    int r = sd_bus_message_peek_type(m, &kind, &type);
    if (r < 0) {
        return r;
    }
    switch (property->kept) {
    case KEPT_TEXT:
        if (str_equal(type, "s") || str_equal(type, "o")) {
            return read_text(m, type, to, property->size);
        }
        break;
    case KEPT_FLAG:
        if (str_equal(type, "b")) {
            int flag = 0;
            r = sd_bus_message_read(m, "v", "b", &flag);
            *(bool *)to = flag != 0;
            return r;
        }
        break;
    case KEPT_SIZE:
        if (str_equal(type, "t")) {
            return sd_bus_message_read(m, "v", "t", to);
        }
        break;
    case KEPT_MOUNTS:
        if (str_equal(type, "aay")) {
            return read_mounts(m, root, object);
        }
        break;
    }
    return sd_bus_message_skip(m, "v");
}

static const struct property *find_property(const char *interface, const char *name)
{
    for (size_t i = 0; i < sizeof properties / sizeof *properties; i++) {
        if (str_equal(properties[i].interface, interface) &&
            str_equal(properties[i].name, name)) {
            return &properties[i];
        }
    }
    return NULL;
}

/* ---- the whole answer -------------------------------------------------------------- */

static int read_properties(sd_bus_message *m, const char *root, const char *interface,
                           struct object *object)
{
    int r = sd_bus_message_enter_container(m, 'a', "{sv}");
    while (r >= 0 && (r = sd_bus_message_enter_container(m, 'e', "sv")) > 0) {
        const char *name = NULL;
        if ((r = sd_bus_message_read_basic(m, 's', &name)) < 0) {
            return r;
        }
        const struct property *property = find_property(interface, name);
        r = property ? read_value(m, root, property, object)
                     : sd_bus_message_skip(m, "v");
        r = r < 0 ? r : sd_bus_message_exit_container(m);
    }
    return r < 0 ? r : sd_bus_message_exit_container(m);
}

static int read_interfaces(sd_bus_message *m, const char *root, struct object *object)
{
    int r = sd_bus_message_enter_container(m, 'a', "{sa{sv}}");
    while (r >= 0 && (r = sd_bus_message_enter_container(m, 'e', "sa{sv}")) > 0) {
        const char *name = NULL;
        if ((r = sd_bus_message_read_basic(m, 's', &name)) < 0) {
            return r;
        }
        for (size_t i = 0; i < sizeof interfaces / sizeof *interfaces; i++) {
            if (str_equal(interfaces[i].interface, name)) {
                *(bool *)((char *)object + interfaces[i].offset) = true;
            }
        }
        r = read_properties(m, root, name, object);
        r = r < 0 ? r : sd_bus_message_exit_container(m);
    }
    return r < 0 ? r : sd_bus_message_exit_container(m);
}

static struct object *add(struct objects *objects)
{
    if (objects->count == objects->capacity) {
        size_t capacity = objects->capacity ? 2 * objects->capacity : 64;
        struct object *items = realloc(objects->items, capacity * sizeof *items);
        if (!items) {
            return NULL;
        }
        objects->items = items;
        objects->capacity = capacity;
    }
    struct object *object = &objects->items[objects->count++];
    memset(object, 0, sizeof *object);
    return object;
}

static int read_object(sd_bus_message *m, struct objects *objects)
{
    const char *path = NULL;
    int r = sd_bus_message_read_basic(m, 'o', &path);
    if (r < 0) {
        return r;
    }
    struct object *object = add(objects);
    if (!object) {
        return -1;
    }
    bool whole = str_copy(object->path, sizeof object->path, path);
    r = read_interfaces(m, objects->root, object);
    if (!whole || !(object->is_block || object->is_drive)) {
        objects->count--; /* a job, a manager; or a path that could not be told */
    }
    return r;
}

/* sdb2 stands before sdb10. */
static int compare(const void *a, const void *b)
{
    return strverscmp(((const struct object *)a)->path, ((const struct object *)b)->path);
}

bool objects_read(struct objects *objects, sd_bus_message *answer)
{
    objects->count = 0;
    int r = sd_bus_message_enter_container(answer, 'a', "{oa{sa{sv}}}");
    while (r >= 0 &&
           (r = sd_bus_message_enter_container(answer, 'e', "oa{sa{sv}}")) > 0) {
        r = read_object(answer, objects);
        r = r < 0 ? r : sd_bus_message_exit_container(answer);
    }
    if (objects->count > 0) {
        qsort(objects->items, objects->count, sizeof *objects->items, compare);
    }
    return r >= 0;
}

void objects_free(struct objects *objects)
{
    free(objects->items);
    *objects = (struct objects){.root = objects->root};
}
