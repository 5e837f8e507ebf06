/* SPDX-License-Identifier: MIT */
#include "stick/bus.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/log.h"
#include "base/str.h"

/* A file system that was not taken out properly may be looked through before it is
 * mounted, and unmounting writes what other programs left in the cache. */
enum {
    OBJECTS_US = 20 * 1000000,
    CALL_US = 120 * 1000000,
    ASK_US = 5 * 1000000,
};

#define OBJECT_MANAGER "org.freedesktop.DBus.ObjectManager"
#define PROPERTIES     "org.freedesktop.DBus.Properties"

struct bus {
    sd_bus *sd;
    struct bus_events events;
    struct objects objects;
    bool asking; /* for all objects */
    bool stale;  /* something has changed since that was asked */
    bool lost;
    bus_done *done; /* of the call that is going on; NULL: none is */
};

/* ---- what an error means ----------------------------------------------------------- */

static const struct {
    const char *name;
    enum stick_fault fault;
} meanings[] = {
    /* What was asked for is so already. */
    {UDISKS ".Error.AlreadyMounted", STICK_none},
    {UDISKS ".Error.NotMounted", STICK_none},
    {UDISKS ".Error.NotAuthorized", STICK_no_right},
    {UDISKS ".Error.NotAuthorizedCanObtain", STICK_no_right},
    {UDISKS ".Error.NotAuthorizedDismissed", STICK_no_right},
    {SD_BUS_ERROR_ACCESS_DENIED, STICK_no_right},
    {SD_BUS_ERROR_INTERACTIVE_AUTHORIZATION_REQUIRED, STICK_no_right},
    {UDISKS ".Error.DeviceBusy", STICK_busy},
    {UDISKS ".Error.AlreadyUnmounting", STICK_busy},
    {UDISKS ".Error.MountedByOtherUser", STICK_busy},
    {UDISKS ".Error.NotSupported", STICK_file_system},
    {UDISKS ".Error.OptionNotPermitted", STICK_file_system},
    {UDISKS ".Error.Timedout", STICK_no_answer},
    {SD_BUS_ERROR_NO_REPLY, STICK_no_answer},
    {SD_BUS_ERROR_TIMEOUT, STICK_no_answer},
    {SD_BUS_ERROR_DISCONNECTED, STICK_no_answer},
    {SD_BUS_ERROR_SERVICE_UNKNOWN, STICK_no_answer},
    {SD_BUS_ERROR_NAME_HAS_NO_OWNER, STICK_no_answer},
    {SD_BUS_ERROR_UNKNOWN_OBJECT, STICK_pulled},
    {SD_BUS_ERROR_UNKNOWN_METHOD, STICK_pulled},
    {SD_BUS_ERROR_UNKNOWN_INTERFACE, STICK_pulled},
};

static enum stick_fault meaning(const sd_bus_error *error)
{
    for (size_t i = 0; i < sizeof meanings / sizeof *meanings; i++) {
        if (sd_bus_error_has_name(error, meanings[i].name)) {
            return meanings[i].fault;
        }
    }
    return STICK_failed;
}

/* ---- all objects ------------------------------------------------------------------- */

static void ask_objects(struct bus *bus);

static int on_objects(sd_bus_message *answer, void *context, sd_bus_error *ignored)
{
    (void)ignored;
    struct bus *bus = context;
    const sd_bus_error *error = sd_bus_message_get_error(answer);
    bus->asking = false;
    if (error) {
        log_warn("stick", "%s: %s", error->name, error->message);
    }
    if (bus->stale) { /* what came is older than the last change, a fault too */
        ask_objects(bus);
    } else if (error) {
        bus->events.service(bus->events.context, STICK_SERVICE_NONE);
    } else if (objects_read(&bus->objects, answer)) {
        bus->events.service(bus->events.context, STICK_SERVICE_UDISKS);
        bus->events.objects(bus->events.context, &bus->objects);
    } else {
        log_warn("stick", "udisks2 told its objects in a form that is not known");
        bus->events.service(bus->events.context, STICK_SERVICE_NONE);
    }
    return 0;
}

/* Signals come by the dozen when a stick is plugged in: one question at a time is
 * open. */
static void ask_objects(struct bus *bus)
{
    sd_bus_message *call = NULL;
    if (bus->asking) {
        bus->stale = true;
        return;
    }
    bus->stale = false;
    bus->asking =
        sd_bus_message_new_method_call(bus->sd, &call, UDISKS, UDISKS_PATH,
                                       OBJECT_MANAGER, "GetManagedObjects") >= 0 &&
        sd_bus_call_async(bus->sd, NULL, call, on_objects, bus, OBJECTS_US) >= 0;
    bus->lost = bus->lost || !bus->asking;
    sd_bus_message_unref(call);
}

/* ---- what comes by itself ---------------------------------------------------------- */

static int on_change(sd_bus_message *signal, void *context, sd_bus_error *ignored)
{
    (void)signal;
    (void)ignored;
    ask_objects(context);
    return 0;
}

/* A device that went, and a file system that went with the medium of a card reader. */
static int on_removed(sd_bus_message *signal, void *context, sd_bus_error *ignored)
{
    (void)ignored;
    struct bus *bus = context;
    const char *path = NULL;
    const char *interface = NULL;
    bool gone = false;
    int r = sd_bus_message_read_basic(signal, 'o', &path);
    r = r < 0 ? r : sd_bus_message_enter_container(signal, 'a', "s");
    while (r >= 0 && (r = sd_bus_message_read_basic(signal, 's', &interface)) > 0) {
        gone = gone || str_equal(interface, UDISKS_BLOCK) ||
               str_equal(interface, UDISKS_FILESYSTEM);
    }
    if (gone) {
        bus->events.gone(bus->events.context, path);
    }
    ask_objects(bus);
    return 0;
}

static int on_owner(sd_bus_message *signal, void *context, sd_bus_error *ignored)
{
    (void)ignored;
    struct bus *bus = context;
    const char *name = NULL;
    const char *old = NULL;
    const char *now = NULL;
    if (sd_bus_message_read(signal, "sss", &name, &old, &now) < 0) {
        return 0;
    }
    if (now[0] == '\0') { /* asking would start it again; it may be stopped on purpose */
        bus->stale = false;
        bus->events.service(bus->events.context, STICK_SERVICE_NONE);
    } else {
        ask_objects(bus);
    }
    return 0;
}

static const struct {
    const char *rule;
    sd_bus_message_handler_t handler;
} signals[] = {
    {"type='signal',sender='" UDISKS "',interface='" OBJECT_MANAGER
     "',member='InterfacesAdded'",
     on_change},
    {"type='signal',sender='" UDISKS "',interface='" OBJECT_MANAGER
     "',member='InterfacesRemoved'",
     on_removed},
    {"type='signal',sender='" UDISKS "',interface='" PROPERTIES
     "',member='PropertiesChanged',path_namespace='" UDISKS_PATH "/block_devices'",
     on_change},
    {"type='signal',sender='" UDISKS "',interface='" PROPERTIES
     "',member='PropertiesChanged',path_namespace='" UDISKS_PATH "/drives'",
     on_change},
    {"type='signal',sender='org.freedesktop.DBus',interface='org.freedesktop.DBus',"
     "member='NameOwnerChanged',arg0='" UDISKS "'",
     on_owner},
};

/* ---- opening ----------------------------------------------------------------------- */

static int connect_to(sd_bus *sd, const char *address)
{
    int r = sd_bus_set_address(sd, address);
    r = r < 0 ? r : sd_bus_set_bus_client(sd, 1);
    return r < 0 ? r : sd_bus_start(sd);
}

static sd_bus *open_sd(const char *address)
{
    sd_bus *sd = NULL;
    if (!address) {
        return sd_bus_open_system(&sd) < 0 ? NULL : sd;
    }
    if (sd_bus_new(&sd) >= 0 && connect_to(sd, address) < 0) {
        sd = sd_bus_unref(sd);
    }
    return sd;
}

struct bus *bus_open(const char *address, const struct bus_events *events)
{
    struct bus *bus = calloc(1, sizeof *bus);
    if (!bus) {
        return NULL;
    }
    bus->events = *events;
    bus->objects.root = events->root;
    bus->sd = open_sd(address);
    bool open = bus->sd != NULL;
    for (size_t i = 0; open && i < sizeof signals / sizeof *signals; i++) {
        open = sd_bus_add_match_async(bus->sd, NULL, signals[i].rule, signals[i].handler,
                                      NULL, bus) >= 0;
    }
    if (!open) {
        bus_close(bus);
        return NULL;
    }
    ask_objects(bus);
    return bus;
}

void bus_close(struct bus *bus)
{
    if (bus) {
        sd_bus_close_unref(bus->sd);
        objects_free(&bus->objects);
        free(bus);
    }
}

/* ---- the loop's part --------------------------------------------------------------- */

struct pollfd bus_pollfd(struct bus *bus)
{
    int events = sd_bus_get_events(bus->sd);
    return (struct pollfd){.fd = sd_bus_get_fd(bus->sd),
                           .events = (short)(events > 0 ? events : 0)};
}

int bus_timeout_ms(struct bus *bus)
{
    uint64_t due_us = UINT64_MAX;
    struct timespec now;
    if (sd_bus_get_timeout(bus->sd, &due_us) < 0 || due_us == UINT64_MAX) {
        return -1;
    }
    clock_gettime(CLOCK_MONOTONIC, &now);
    uint64_t now_us = (uint64_t)now.tv_sec * 1000000 + (uint64_t)now.tv_nsec / 1000;
    uint64_t left_us = due_us > now_us ? due_us - now_us : 0;
    return left_us > 60 * 1000000 ? 60 * 1000 : (int)((left_us + 999) / 1000);
}

bool bus_process(struct bus *bus)
{
    int r = 1;
    while (r > 0 && !bus->lost) {
        r = sd_bus_process(bus->sd, NULL);
    }
    return r >= 0 && !bus->lost;
}

/* ---- calls ------------------------------------------------------------------------- */

static void end_call(struct bus *bus, enum stick_fault fault, const char *value,
                     const char *detail)
{
    bus_done *done = bus->done;
    bus->done = NULL;
    done(bus->events.context, fault, value, detail);
}

static int on_answer(sd_bus_message *answer, void *context, sd_bus_error *ignored)
{
    (void)ignored;
    struct bus *bus = context;
    char detail[STICK_DETAIL_MAX];
    const char *value = "";
    const sd_bus_error *error = sd_bus_message_get_error(answer);
    if (error) {
        str_format(detail, sizeof detail, "%s: %s", error->name, error->message);
        end_call(bus, meaning(error), "", detail);
        return 0;
    }
    if (sd_bus_message_has_signature(answer, "s") &&
        sd_bus_message_read_basic(answer, 's', &value) < 0) {
        value = "";
    }
    end_call(bus, STICK_none, value, "");
    return 0;
}

/* `mount`: with the options that a stick's files need none of; a question to the person
 * at the screen (for a password) would be one to a visitor. */
static int add_options(sd_bus_message *call, const char *mount)
{
    int r = sd_bus_message_open_container(call, 'a', "{sv}");
    r = r < 0 ? r
              : sd_bus_message_append(call, "{sv}", "auth.no_user_interaction", "b", 1);
    if (r >= 0 && mount) {
        r = sd_bus_message_append(call, "{sv}", "options", "s", mount);
    }
    return r < 0 ? r : sd_bus_message_close_container(call);
}

static void call_udisks(struct bus *bus, const char *path, const char *interface,
                        const char *member, const char *mount, bus_done *done)
{
    sd_bus_message *call = NULL;
    bus->done = done;
    int r =
        sd_bus_message_new_method_call(bus->sd, &call, UDISKS, path, interface, member);
    r = r < 0 ? r : add_options(call, mount);
    r = r < 0 ? r : sd_bus_call_async(bus->sd, NULL, call, on_answer, bus, CALL_US);
    sd_bus_message_unref(call);
    if (r < 0) {
        end_call(bus, STICK_no_answer, "", strerror(-r));
    }
}

void bus_mount(struct bus *bus, const char *path, bool read_only, bus_done *done)
{
    call_udisks(bus, path, UDISKS_FILESYSTEM, "Mount",
                read_only ? "nosuid,nodev,noexec,ro" : "nosuid,nodev,noexec", done);
}

void bus_unmount(struct bus *bus, const char *path, bus_done *done)
{
    call_udisks(bus, path, UDISKS_FILESYSTEM, "Unmount", NULL, done);
}

void bus_power_off(struct bus *bus, const char *path, bus_done *done)
{
    call_udisks(bus, path, UDISKS_DRIVE, "PowerOff", NULL, done);
}

void bus_eject(struct bus *bus, const char *path, bus_done *done)
{
    call_udisks(bus, path, UDISKS_DRIVE, "Eject", NULL, done);
}

static bool first_mount_point(sd_bus_message *answer, char *folder, size_t size)
{
    const void *bytes = NULL;
    size_t length = 0;
    if (sd_bus_message_enter_container(answer, 'v', "aay") < 0 ||
        sd_bus_message_enter_container(answer, 'a', "ay") < 0 ||
        sd_bus_message_read_array(answer, 'y', &bytes, &length) <= 0 || length == 0 ||
        length > size) {
        return false;
    }
    memcpy(folder, bytes, length);
    folder[length - 1] = '\0';
    return true;
}

enum stick_fault bus_mount_point(struct bus *bus, const char *path, char *folder,
                                 size_t size)
{
    sd_bus_message *call = NULL;
    sd_bus_message *answer = NULL;
    sd_bus_error error = SD_BUS_ERROR_NULL;
    enum stick_fault fault = STICK_no_answer;
    if (sd_bus_message_new_method_call(bus->sd, &call, UDISKS, path, PROPERTIES, "Get") >=
            0 &&
        sd_bus_message_append(call, "ss", UDISKS_FILESYSTEM, "MountPoints") >= 0) {
        if (sd_bus_call(bus->sd, call, ASK_US, &error, &answer) >= 0) {
            fault = first_mount_point(answer, folder, size) ? STICK_none : STICK_pulled;
        } else if (meaning(&error) != STICK_no_answer) {
            fault = STICK_pulled;
        }
    }
    sd_bus_error_free(&error);
    sd_bus_message_unref(call);
    sd_bus_message_unref(answer);
    return fault;
}
