/* SPDX-License-Identifier: MIT */
#include "support/mock_udisks.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/file.h"
#include "base/str.h"
#include "support/tap.h"

#define UDISKS      "org.freedesktop.UDisks2"
#define UDISKS_PATH "/org/freedesktop/UDisks2"

/* ---- the bus ----------------------------------------------------------------------- */

static const char bus_config[] =
    "<!DOCTYPE busconfig PUBLIC \"-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN\"\n"
    " \"http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd\">\n"
    "<busconfig><listen>unix:path=%s/bus</listen><policy context=\"default\">"
    "<allow send_destination=\"*\" eavesdrop=\"true\"/>"
    "<allow eavesdrop=\"true\"/><allow own=\"*\"/>"
    "</policy></busconfig>\n";

static void start_bus(struct mock *mock)
{
    char config[128];
    char text[1024];
    char line[256] = "";
    int pipe_fds[2];
    str_format(config, sizeof config, "%s/bus.conf", mock->folder);
    str_format(text, sizeof text, bus_config, mock->folder);
    assert_true(file_write(config, text, strlen(text)));
    assert_int_equal(pipe(pipe_fds), 0);
    mock->daemon = fork();
    if (mock->daemon == 0) {
        char option[160];
        str_format(option, sizeof option, "--config-file=%s", config);
        prctl(PR_SET_PDEATHSIG, SIGKILL); /* a test that fails leaves none behind */
        dup2(pipe_fds[1], 1);
        execlp("dbus-daemon", "dbus-daemon", option, "--nofork", "--print-address=1",
               (char *)NULL);
        perror("dbus-daemon");
        _exit(127);
    }
    close(pipe_fds[1]);
    FILE *from = fdopen(pipe_fds[0], "r");
    assert_non_null(from);
    assert_non_null(fgets(line, sizeof line, from)); /* it listens when this is said */
    fclose(from);
    line[strcspn(line, "\n")] = '\0';
    str_copy(mock->address, sizeof mock->address, line);
}

/* ---- what can be called ------------------------------------------------------------ */

static int read_options(struct mock *mock, sd_bus_message *call)
{
    const char *name = NULL;
    const char *options = NULL;
    mock->no_interaction = 0;
    int r = sd_bus_message_enter_container(call, 'a', "{sv}");
    while (r >= 0 && (r = sd_bus_message_enter_container(call, 'e', "sv")) > 0) {
        sd_bus_message_read(call, "s", &name);
        if (str_equal(name, "options")) {
            sd_bus_message_read(call, "v", "s", &options);
            str_copy(mock->options, sizeof mock->options, options);
        } else if (str_equal(name, "auth.no_user_interaction")) {
            sd_bus_message_read(call, "v", "b", &mock->no_interaction);
        } else {
            sd_bus_message_skip(call, "v");
        }
        r = sd_bus_message_exit_container(call);
    }
    return r;
}

static int refuse(sd_bus_message *call, const char *name)
{
    return sd_bus_reply_method_errorf(call, name, "the mock was told to say so");
}

static struct mock_block *block_at(struct mock *mock, const char *path)
{
    for (int i = 0; i < MOCK_BLOCKS; i++) {
        if (str_equal(mock->blocks[i].path, path)) {
            return &mock->blocks[i];
        }
    }
    return NULL;
}

static int answer_mount(sd_bus_message *call, struct mock_block *block)
{
    struct mock *mock = block->mock;
    if (mock->mount_error) {
        return refuse(call, mock->mount_error);
    }
    if (block->mount_point[0]) {
        return refuse(call, UDISKS ".Error.AlreadyMounted");
    }
    str_copy(block->mount_point, sizeof block->mount_point, block->folder);
    mock_tell_mounted(block);
    return sd_bus_reply_method_return(call, "s", block->mount_point);
}

static int answer_unmount(sd_bus_message *call, struct mock_block *block)
{
    if (block->mock->unmount_error) {
        return refuse(call, block->mock->unmount_error);
    }
    if (!block->mount_point[0]) {
        return refuse(call, UDISKS ".Error.NotMounted");
    }
    block->mount_point[0] = '\0';
    mock_tell_mounted(block);
    return sd_bus_reply_method_return(call, "");
}

static int answer(struct mock *mock, sd_bus_message *call)
{
    struct mock_block *block = block_at(mock, sd_bus_message_get_path(call));
    if (!block) {
        return refuse(call, SD_BUS_ERROR_UNKNOWN_OBJECT);
    }
    return str_equal(sd_bus_message_get_member(call), "Mount")
               ? answer_mount(call, block)
               : answer_unmount(call, block);
}

static int on_file_system(sd_bus_message *call, void *context, sd_bus_error *ignored)
{
    (void)ignored;
    struct mock_block *block = context;
    struct mock *mock = block->mock;
    bool mount = str_equal(sd_bus_message_get_member(call), "Mount");
    mock->mounts += mount;
    mock->unmounts += !mount;
    read_options(mock, call);
    if (mock->hold) {
        assert_null(mock->held);
        mock->held = sd_bus_message_ref(call);
        return 1;
    }
    return answer(mock, call);
}

void mock_let_go(struct mock *mock)
{
    mock->hold = false;
    if (mock->held) {
        answer(mock, mock->held);
        mock->held = sd_bus_message_unref(mock->held);
    }
}

static int on_drive(sd_bus_message *call, void *context, sd_bus_error *ignored)
{
    (void)ignored;
    struct mock_drive *drive = context;
    struct mock *mock = drive->mock;
    bool off = str_equal(sd_bus_message_get_member(call), "PowerOff");
    mock->power_offs += off;
    mock->ejects += !off;
    read_options(mock, call);
    if (mock->power_error) {
        return refuse(call, mock->power_error);
    }
    int r = sd_bus_reply_method_return(call, "");
    if (off) {
        mock_pull(mock, drive); /* as a device does that was switched off */
    }
    return r;
}

/* ---- what can be read -------------------------------------------------------------- */

#define IGNORE(a, b, c, d, e)                                                            \
    do {                                                                                 \
        (void)(a);                                                                       \
        (void)(b);                                                                       \
        (void)(c);                                                                       \
        (void)(d);                                                                       \
        (void)(e);                                                                       \
    } while (0)

static int get_text(sd_bus *bus, const char *path, const char *interface,
                    const char *property, sd_bus_message *reply, void *at,
                    sd_bus_error *error)
{
    IGNORE(bus, path, interface, property, error);
    return sd_bus_message_append(reply, "s", at);
}

static int get_path(sd_bus *bus, const char *path, const char *interface,
                    const char *property, sd_bus_message *reply, void *at,
                    sd_bus_error *error)
{
    IGNORE(bus, path, interface, property, error);
    return sd_bus_message_append(reply, "o", ((const char *)at)[0] ? at : "/");
}

static int get_media(sd_bus *bus, const char *path, const char *interface,
                     const char *property, sd_bus_message *reply, void *at,
                     sd_bus_error *error)
{
    IGNORE(bus, path, interface, property, error);
    return sd_bus_message_append(reply, "b", !*(int *)at);
}

/* Each is bytes with a NUL at the end, as udisks sends them. */
static int get_mounts(sd_bus *bus, const char *path, const char *interface,
                      const char *property, sd_bus_message *reply, void *at,
                      sd_bus_error *error)
{
    IGNORE(bus, path, interface, property, error);
    const char *folder = at;
    sd_bus_message_open_container(reply, 'a', "ay");
    if (folder[0]) {
        sd_bus_message_append_array(reply, 'y', folder, strlen(folder) + 1);
    }
    return sd_bus_message_close_container(reply);
}

#define AT(type, member) offsetof(struct type, member)

static const sd_bus_vtable block_table[] = {
    SD_BUS_VTABLE_START(0),
    SD_BUS_PROPERTY("Drive", "o", get_path, AT(mock_block, drive), 0),
    SD_BUS_PROPERTY("CryptoBackingDevice", "o", get_path, AT(mock_block, crypto), 0),
    SD_BUS_PROPERTY("IdLabel", "s", get_text, AT(mock_block, label), 0),
    SD_BUS_PROPERTY("IdUsage", "s", get_text, AT(mock_block, usage), 0),
    SD_BUS_PROPERTY("Size", "t", NULL, AT(mock_block, bytes), 0),
    SD_BUS_PROPERTY("ReadOnly", "b", NULL, AT(mock_block, read_only), 0),
    SD_BUS_PROPERTY("HintSystem", "b", NULL, AT(mock_block, system), 0),
    SD_BUS_PROPERTY("HintIgnore", "b", NULL, AT(mock_block, ignore), 0),
    SD_BUS_VTABLE_END,
};

static const sd_bus_vtable file_system_table[] = {
    SD_BUS_VTABLE_START(0),
    SD_BUS_PROPERTY("MountPoints", "aay", get_mounts, AT(mock_block, mount_point),
                    SD_BUS_VTABLE_PROPERTY_EMITS_CHANGE),
    SD_BUS_METHOD("Mount", "a{sv}", "s", on_file_system, SD_BUS_VTABLE_UNPRIVILEGED),
    SD_BUS_METHOD("Unmount", "a{sv}", "", on_file_system, SD_BUS_VTABLE_UNPRIVILEGED),
    SD_BUS_VTABLE_END,
};

static const sd_bus_vtable swap_table[] = {
    SD_BUS_VTABLE_START(0),
    SD_BUS_PROPERTY("Active", "b", NULL, AT(mock_block, swaps), 0),
    SD_BUS_VTABLE_END,
};

static const sd_bus_vtable drive_table[] = {
    SD_BUS_VTABLE_START(0),
    SD_BUS_PROPERTY("Vendor", "s", get_text, AT(mock_drive, vendor), 0),
    SD_BUS_PROPERTY("Model", "s", get_text, AT(mock_drive, model), 0),
    SD_BUS_PROPERTY("ConnectionBus", "s", get_text, AT(mock_drive, bus), 0),
    SD_BUS_PROPERTY("SiblingId", "s", get_text, AT(mock_drive, sibling), 0),
    SD_BUS_PROPERTY("MediaAvailable", "b", get_media, AT(mock_drive, no_media), 0),
    SD_BUS_PROPERTY("Optical", "b", NULL, AT(mock_drive, optical), 0),
    SD_BUS_PROPERTY("Ejectable", "b", NULL, AT(mock_drive, ejectable), 0),
    SD_BUS_PROPERTY("CanPowerOff", "b", NULL, AT(mock_drive, can_power_off), 0),
    SD_BUS_METHOD("PowerOff", "a{sv}", "", on_drive, SD_BUS_VTABLE_UNPRIVILEGED),
    SD_BUS_METHOD("Eject", "a{sv}", "", on_drive, SD_BUS_VTABLE_UNPRIVILEGED),
    SD_BUS_VTABLE_END,
};

void mock_tell_mounted(struct mock_block *block)
{
    if (block->mock->bus) {
        sd_bus_emit_properties_changed(block->mock->bus, block->path,
                                       UDISKS ".Filesystem", "MountPoints", NULL);
    }
}

/* ---- what is plugged in ------------------------------------------------------------ */

static void add_block(struct mock *mock, struct mock_block *block)
{
    sd_bus_add_object_vtable(mock->bus, &block->slots[0], block->path, UDISKS ".Block",
                             block_table, block);
    if (block->file_system) {
        sd_bus_add_object_vtable(mock->bus, &block->slots[1], block->path,
                                 UDISKS ".Filesystem", file_system_table, block);
    }
    if (block->swaps) {
        sd_bus_add_object_vtable(mock->bus, &block->slots[2], block->path,
                                 UDISKS ".Swapspace", swap_table, block);
    }
    sd_bus_emit_object_added(mock->bus, block->path);
}

static void remove_block(struct mock *mock, struct mock_block *block)
{
    sd_bus_emit_object_removed(mock->bus, block->path);
    for (int i = 0; i < 3; i++) {
        block->slots[i] = sd_bus_slot_unref(block->slots[i]);
    }
}

static void add_drive(struct mock *mock, struct mock_drive *drive)
{
    sd_bus_add_object_vtable(mock->bus, &drive->slot, drive->path, UDISKS ".Drive",
                             drive_table, drive);
    sd_bus_emit_object_added(mock->bus, drive->path);
}

void mock_plug(struct mock *mock, struct mock_drive *drive)
{
    add_drive(mock, drive);
    for (int i = 0; i < MOCK_BLOCKS; i++) {
        if (str_equal(mock->blocks[i].drive, drive->path)) {
            add_block(mock, &mock->blocks[i]);
        }
    }
}

void mock_pull(struct mock *mock, struct mock_drive *drive)
{
    for (int i = 0; i < MOCK_BLOCKS; i++) {
        struct mock_block *block = &mock->blocks[i];
        if (str_equal(block->drive, drive->path)) {
            remove_block(mock, block);
            *block = (struct mock_block){0};
        }
    }
    sd_bus_emit_object_removed(mock->bus, drive->path);
    sd_bus_slot_unref(drive->slot);
    *drive = (struct mock_drive){0};
}

struct mock_drive *mock_drive(struct mock *mock, const char *vendor, const char *model)
{
    int i = 0;
    while (mock->drives[i].path[0]) {
        assert_true(++i < MOCK_DRIVES);
    }
    struct mock_drive *drive = &mock->drives[i];
    *drive = (struct mock_drive){.can_power_off = 1, .mock = mock};
    str_format(drive->path, sizeof drive->path, UDISKS_PATH "/drives/%s_%d",
               model[0] ? "stick" : "nameless", i);
    str_copy(drive->vendor, sizeof drive->vendor, vendor);
    str_copy(drive->model, sizeof drive->model, model);
    str_copy(drive->bus, sizeof drive->bus, "usb");
    return drive;
}

struct mock_block *mock_part(struct mock *mock, struct mock_drive *drive,
                             const char *label, uint64_t bytes)
{
    int i = 0;
    while (mock->blocks[i].path[0]) {
        assert_true(++i < MOCK_BLOCKS);
    }
    struct mock_block *block = &mock->blocks[i];
    *block = (struct mock_block){.bytes = bytes, .file_system = true, .mock = mock};
    str_format(block->path, sizeof block->path, UDISKS_PATH "/block_devices/sdb%d",
               i + 1);
    str_copy(block->drive, sizeof block->drive, drive ? drive->path : "");
    str_copy(block->label, sizeof block->label, label);
    str_copy(block->usage, sizeof block->usage, "filesystem");
    str_format(block->folder, sizeof block->folder, "%s/run/media/kiosk/%s%d",
               mock->folder, label, i);
    assert_true(file_make_folder(block->folder));
    return block;
}

/* ---- the service ------------------------------------------------------------------- */

void mock_live(struct mock *mock)
{
    assert_true(sd_bus_new(&mock->bus) >= 0);
    assert_true(sd_bus_set_address(mock->bus, mock->address) >= 0);
    assert_true(sd_bus_set_bus_client(mock->bus, 1) >= 0);
    assert_true(sd_bus_start(mock->bus) >= 0);
    assert_true(sd_bus_add_object_manager(mock->bus, NULL, UDISKS_PATH) >= 0);
    for (int i = 0; i < MOCK_BLOCKS; i++) {
        if (mock->blocks[i].path[0]) {
            add_block(mock, &mock->blocks[i]);
        }
    }
    for (int i = 0; i < MOCK_DRIVES; i++) {
        if (mock->drives[i].path[0]) {
            add_drive(mock, &mock->drives[i]);
        }
    }
    assert_true(sd_bus_request_name(mock->bus, UDISKS, 0) >= 0);
}

void mock_die(struct mock *mock)
{
    mock->held = sd_bus_message_unref(mock->held);
    for (int i = 0; i < MOCK_BLOCKS; i++) {
        for (int slot = 0; slot < 3; slot++) {
            mock->blocks[i].slots[slot] = sd_bus_slot_unref(mock->blocks[i].slots[slot]);
        }
    }
    for (int i = 0; i < MOCK_DRIVES; i++) {
        mock->drives[i].slot = sd_bus_slot_unref(mock->drives[i].slot);
    }
    mock->bus = sd_bus_flush_close_unref(mock->bus);
}

void mock_open(struct mock *mock, bool alive)
{
    *mock = (struct mock){.folder = "/tmp/life-kiosk-udisks-XXXXXX"};
    assert_non_null(mkdtemp(mock->folder));
    start_bus(mock);
    if (alive) {
        mock_live(mock);
    }
}

void mock_close(struct mock *mock)
{
    char command[128];
    if (mock->bus) {
        mock_die(mock);
    }
    kill(mock->daemon, SIGTERM);
    waitpid(mock->daemon, NULL, 0);
    str_format(command, sizeof command, "rm -rf '%s'", mock->folder);
    assert_int_equal(system(command), 0);
}

void mock_process(struct mock *mock, int ms)
{
    if (!mock->bus) {
        usleep((useconds_t)ms * 1000);
        return;
    }
    while (sd_bus_process(mock->bus, NULL) > 0) {
    }
    if (sd_bus_wait(mock->bus, (uint64_t)ms * 1000) > 0) {
        while (sd_bus_process(mock->bus, NULL) > 0) {
        }
    }
}
