/* SPDX-License-Identifier: MIT */
#include "stick/task.h"

#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "base/str.h"
#include "stick/disk.h"

static void step_to(struct keeper *keeper, enum stick_step step)
{
    keeper->task.step = step;
    keeper->changed = true;
}

static void forget_bytes(struct keeper *keeper)
{
    free(keeper->bytes);
    keeper->bytes = NULL;
    keeper->length = 0;
}

static void fail(struct keeper *keeper, enum stick_fault fault, const char *detail)
{
    struct stick_task *task = &keeper->task;
    task->fault = keeper->gone ? STICK_pulled : fault;
    task->mounted = keeper->at.mount_point[0] != '\0' && task->fault != STICK_pulled;
    task->folder[0] = '\0';
    str_copy(task->detail, sizeof task->detail, detail);
    log_warn("stick", "%s: %s%s%s", task->name, stick_fault_name(task->fault),
             detail[0] ? ": " : "", detail);
    forget_bytes(keeper);
    keeper->due = false;
    keeper->work = NULL;
    step_to(keeper, STICK_FAILED);
}

/* ---- what is plugged in ------------------------------------------------------------ */

static struct volume *find_path(struct volumes *volumes, const char *path)
{
    for (size_t i = 0; i < volumes->count; i++) {
        if (str_equal(volumes->items[i].path, path)) {
            return &volumes->items[i];
        }
    }
    return NULL;
}

static int compare_ids(const void *a, const void *b)
{
    const struct volume *first = a;
    const struct volume *second = b;
    return (first->stick.id > second->stick.id) - (first->stick.id < second->stick.id);
}

/* Who was there keeps its number, and new ones get the next. */
static void take_volumes(struct keeper *keeper, struct volumes *fresh)
{
    for (size_t i = 0; i < fresh->count; i++) {
        struct volume *volume = &fresh->items[i];
        const struct volume *old = find_path(&keeper->volumes, volume->path);
        bool same = old && str_equal(old->drive, volume->drive);
        volume->stick.id = same ? old->stick.id : ++keeper->last_id;
    }
    qsort(fresh->items, fresh->count, sizeof *fresh->items, compare_ids);
    keeper->volumes = *fresh;
    keeper->changed = true;
}

static void on_objects(void *context, const struct objects *objects)
{
    struct volumes fresh;
    struct keeper *keeper = context;
    volumes_choose(&fresh, objects);
    take_volumes(keeper, &fresh);
}

static void on_gone(void *context, const char *path)
{
    struct keeper *keeper = context;
    struct stick_task *task = &keeper->task;
    if (!str_equal(path, keeper->at.path)) {
        return;
    }
    bool io = task->fault == STICK_failed || task->fault == STICK_damaged ||
              task->fault == STICK_file_system;
    keeper->gone = true;
    if (task->step == STICK_OPEN || (task->step == STICK_FAILED && io)) {
        fail(keeper, STICK_pulled, "");
    } else if (task->step == STICK_FAILED) {
        task->mounted = false;
        keeper->changed = true;
    }
}

void keeper_look_at_mounts(struct keeper *keeper)
{
    struct volumes fresh;
    if (keeper->service == STICK_SERVICE_NONE) {
        disk_mounted(&fresh, keeper->mounts, keeper->root);
        take_volumes(keeper, &fresh);
    }
}

static void on_service(void *context, enum stick_service service)
{
    struct keeper *keeper = context;
    keeper->service = service;
    keeper->changed = true;
    keeper_look_at_mounts(keeper);
}

/* It has failed, and is still mounted; where that was tried already, it is in use. */
static bool left_mounted(const struct keeper *keeper)
{
    return keeper->task.step == STICK_FAILED && keeper->task.mounted &&
           keeper->at.mount_point[0] != '\0' && !keeper->left;
}

void keeper_watch(struct keeper *keeper, bool watch)
{
    if (keeper->due) {
        return; /* a disk is to be worked on first */
    }
    const struct bus_events events = {keeper, keeper->root, on_objects, on_gone,
                                      on_service};
    keeper->left = keeper->left && !watch;
    if (!watch && (keeper->task.step == STICK_OPEN || left_mounted(keeper))) {
        keeper->left = true;
        keeper_close(keeper);
    } else if (!watch && !stick_is_busy(keeper->task.step)) {
        bus_close(keeper->bus);
        keeper->bus = NULL;
        keeper->changed = keeper->changed || keeper->service != STICK_SERVICE_ASKED;
        keeper->volumes.count = 0; /* their numbers are not given again */
        keeper->service = STICK_SERVICE_ASKED;
    } else if (watch && !keeper->bus && keeper->service == STICK_SERVICE_ASKED) {
        keeper->bus = bus_open(keeper->address, &events);
        if (!keeper->bus) {
            on_service(keeper, STICK_SERVICE_NONE);
        }
    }
}

/* ---- closing ----------------------------------------------------------------------- */

static void safe(struct keeper *keeper)
{
    keeper->at.mount_point[0] = '\0';
    keeper->task.mounted = false;
    keeper->task.folder[0] = '\0';
    if (keeper->kept != STICK_none) {
        fail(keeper, keeper->kept, "");
    } else {
        forget_bytes(keeper);
        step_to(keeper, STICK_SAFE);
    }
}

/* It is unmounted: all is on it, whether it can be switched off or not. */
static void on_off(void *context, enum stick_fault fault, const char *value,
                   const char *detail)
{
    (void)value;
    if (fault != STICK_none) {
        log_info("stick", "not switched off: %s", detail);
    }
    safe(context);
}

static bool has_other_mounted(const struct keeper *keeper)
{
    bool other = false;
    for (size_t i = 0; i < keeper->volumes.count; i++) {
        const struct volume *volume = &keeper->volumes.items[i];
        other = other || (str_equal(volume->drive, keeper->at.drive) &&
                          !str_equal(volume->path, keeper->at.path) &&
                          volume->mount_point[0] != '\0');
    }
    return other;
}

static void on_unmounted(void *context, enum stick_fault fault, const char *value,
                         const char *detail)
{
    (void)value;
    struct keeper *keeper = context;
    if (fault == STICK_pulled || keeper->gone) {
        keeper->gone = true;
        safe(keeper); /* too early, and yet all that was written was synced before */
        return;
    }
    if (fault != STICK_none) {
        bool others = fault == STICK_no_right && !keeper->mine;
        enum stick_fault told = others ? STICK_busy : fault;
        fail(keeper, keeper->kept != STICK_none ? keeper->kept : told, detail);
        return;
    }
    keeper->at.mount_point[0] = '\0';
    if (has_other_mounted(keeper)) {
        fail(keeper, STICK_busy, "another part of the drive is mounted");
        keeper->task.mounted = true;
        return;
    }
    keeper->at.path[0] = '\0'; /* it goes now, and that is no fault */
    if (keeper->at.powers_off) {
        bus_power_off(keeper->bus, keeper->at.drive, on_off);
    } else if (keeper->at.ejects) {
        bus_eject(keeper->bus, keeper->at.drive, on_off);
    } else {
        safe(keeper);
    }
}

static void close_by_hand(struct keeper *keeper)
{
    enum stick_fault fault = disk_sync(keeper->at.path);
    if (keeper->kept != STICK_none || fault != STICK_none) {
        fail(keeper, keeper->kept != STICK_none ? keeper->kept : fault, "");
    } else {
        safe(keeper);
        keeper->task.mounted = true;
    }
}

static void begin_close(struct keeper *keeper)
{
    step_to(keeper, STICK_CLOSING);
    keeper->tell(keeper);
    if (keeper->at.stick.by_hand) {
        close_by_hand(keeper);
    } else if (keeper->bus) {
        bus_unmount(keeper->bus, keeper->at.path, on_unmounted);
    } else {
        fail(keeper, STICK_no_answer, "the bus is lost");
    }
}

void keeper_close(struct keeper *keeper)
{
    keeper->kept = STICK_none;
    if (keeper->gone) {
        fail(keeper, STICK_pulled, ""); /* since it was asked for */
    } else {
        begin_close(keeper);
    }
}

/* ---- opening ----------------------------------------------------------------------- */

/* A fault of what was mounted for a save; it is closed before it is told. */
static void give_up(struct keeper *keeper, enum stick_fault fault)
{
    if (fault == STICK_pulled || keeper->gone) {
        fail(keeper, STICK_pulled, "");
    } else {
        keeper->kept = fault;
        begin_close(keeper);
    }
}

static void opened(struct keeper *keeper, const char *folder)
{
    str_copy(keeper->at.mount_point, sizeof keeper->at.mount_point, folder);
    str_copy(keeper->task.folder, sizeof keeper->task.folder, folder);
    keeper->due = true; /* the rest is for keeper_work(): it waits for the disk */
}

static void on_mounted(void *context, enum stick_fault fault, const char *value,
                       const char *detail)
{
    struct keeper *keeper = context;
    char folder[STICK_PATH_MAX];
    str_copy(folder, sizeof folder, value);
    keeper->mine = fault == STICK_none && folder[0] != '\0';
    if (fault == STICK_none && !keeper->mine) { /* somebody was faster */
        fault = bus_mount_point(keeper->bus, keeper->at.path, folder, sizeof folder);
    }
    if (str_starts(detail,
                   UDISKS ".Error.Failed:")) { /* so it says that mount(8) did not */
        fault = STICK_file_system;
    }
    if (fault != STICK_none || keeper->gone) {
        fail(keeper, fault, detail);
    } else {
        opened(keeper, folder);
    }
}

static void on_let_go(void *context, enum stick_fault fault, const char *value,
                      const char *detail)
{
    (void)value;
    struct keeper *keeper = context;
    if (fault != STICK_none || keeper->gone) {
        bool others = fault == STICK_no_right;
        fail(keeper, others ? STICK_busy : fault, detail);
        return;
    }
    keeper->at.mount_point[0] = '\0';
    bus_mount(keeper->bus, keeper->at.path, false, on_mounted);
}

/* It is mounted for reading only though it could be written: somebody looked at it, or
 * the kiosk did and was switched off. It is mounted anew. */
static void mount_anew(struct keeper *keeper)
{
    keeper->mine = true; /* once */
    keeper->task.folder[0] = '\0';
    step_to(keeper, STICK_OPENING);
    bus_unmount(keeper->bus, keeper->at.path, on_let_go);
}

static void begin_open(struct keeper *keeper)
{
    const struct volume *at = &keeper->at;
    step_to(keeper, STICK_OPENING);
    if (at->stick.fault != STICK_none) {
        fail(keeper, at->stick.fault, "");
    } else if (keeper->use == STICK_WRITE && at->stick.read_only) {
        fail(keeper, STICK_read_only, "");
    } else if (at->mount_point[0]) {
        keeper->mine = false;
        opened(keeper, at->mount_point);
    } else if (keeper->bus) {
        bus_mount(keeper->bus, at->path, keeper->use == STICK_READ, on_mounted);
    } else {
        fail(keeper, STICK_no_answer, "the bus is lost");
    }
}

static const struct volume *find_id(const struct volumes *volumes, int id)
{
    for (size_t i = 0; i < volumes->count; i++) {
        if (volumes->items[i].stick.id == id) {
            return &volumes->items[i];
        }
    }
    return NULL;
}

void keeper_open(struct keeper *keeper, int id, enum stick_use use, const char *file,
                 char *bytes, size_t length)
{
    const struct volume *volume = find_id(&keeper->volumes, id);
    struct stick_task *task = &keeper->task;
    forget_bytes(keeper);
    *task = (struct stick_task){.id = id, .need_bytes = length};
    keeper->kept = STICK_none;
    keeper->gone = keeper->mine = keeper->due = false;
    keeper->use = use;
    keeper->bytes = bytes;
    keeper->length = length;
    keeper->at = (struct volume){0};
    if (!volume) {
        fail(keeper, STICK_pulled, "");
        return;
    }
    keeper->at = *volume;
    const struct stick *stick = &volume->stick;
    str_copy(task->name, sizeof task->name,
             stick->label[0] ? stick->label : stick->model);
    str_copy(keeper->file, sizeof keeper->file, file);
    task->by_hand = stick->by_hand;
    begin_open(keeper);
}

/* ---- working on the disk ----------------------------------------------------------- */

static void hear_bus(struct keeper *keeper)
{
    if (keeper->bus && !bus_process(keeper->bus)) {
        bus_close(keeper->bus); /* with what was asked */
        keeper->bus = NULL;
        on_service(keeper, STICK_SERVICE_NONE);
        if (keeper->task.step == STICK_OPENING || keeper->task.step == STICK_CLOSING) {
            fail(keeper, STICK_no_answer, "the bus is lost");
        }
    }
}

static bool is_there(void *context)
{
    struct keeper *keeper = context;
    hear_bus(keeper);
    return !keeper->gone;
}

/* The last word has udisks: what was written to a folder from which the stick has gone is
 * on the machine's own disk. */
static enum stick_fault still_there(struct keeper *keeper)
{
    char folder[STICK_PATH_MAX];
    if (keeper->at.stick.by_hand || !keeper->bus) {
        return STICK_none;
    }
    enum stick_fault fault =
        bus_mount_point(keeper->bus, keeper->at.path, folder, sizeof folder);
    return fault == STICK_pulled || keeper->gone ? STICK_pulled : STICK_none;
}

static void save(struct keeper *keeper)
{
    struct stick_task *task = &keeper->task;
    step_to(keeper, STICK_WORKING);
    keeper->tell(keeper);
    enum stick_fault fault = keeper->length > task->free_bytes ? STICK_full : STICK_none;
    if (fault == STICK_none && keeper->before) {
        fault = keeper->before(keeper->work_context, task->folder);
        fault = is_there(keeper) ? fault : STICK_pulled;
    }
    if (fault == STICK_none) {
        fault = disk_name(task->folder, keeper->file, keeper->bytes, keeper->length);
    }
    if (fault == STICK_none) {
        fault = disk_write(task->folder, keeper->file, keeper->bytes, keeper->length,
                           is_there, keeper);
    }
    if (fault == STICK_none) {
        fault = still_there(keeper);
    }
    if (fault == STICK_none) {
        str_copy(task->file, sizeof task->file, keeper->file);
        begin_close(keeper);
    } else {
        give_up(keeper, fault);
    }
}

static void look(struct keeper *keeper)
{
    bool read_only = false;
    enum stick_fault fault = disk_look(&keeper->task, &read_only);
    if (fault == STICK_none && read_only && keeper->use == STICK_WRITE) {
        fault = STICK_read_only;
    }
    if (fault == STICK_read_only && !keeper->mine && !keeper->at.stick.by_hand &&
        keeper->bus) {
        mount_anew(keeper);
    } else if (fault != STICK_none) {
        give_up(keeper, fault);
    } else if (keeper->bytes) {
        save(keeper);
    } else {
        step_to(keeper, STICK_OPEN);
    }
}

static void call_work(struct keeper *keeper)
{
    stick_work *work = keeper->work;
    keeper->work = NULL;
    step_to(keeper, STICK_WORKING);
    keeper->tell(keeper);
    enum stick_fault fault = work(keeper->work_context, keeper->task.folder);
    hear_bus(keeper);
    if (fault != STICK_none || keeper->gone) {
        fail(keeper, fault, "");
    } else {
        step_to(keeper, STICK_OPEN);
    }
}

void keeper_do(struct keeper *keeper, stick_work *work, void *context)
{
    if (keeper->task.step != STICK_OPEN) {
        fail(keeper, STICK_pulled, ""); /* since it was asked for */
        return;
    }
    keeper->work = work;
    keeper->work_context = context;
    keeper->due = true;
}

void keeper_work(struct keeper *keeper)
{
    hear_bus(keeper);
    while (keeper->due) {
        keeper->due = false;
        if (keeper->gone) { /* its folder is one of the machine's own by now */
            fail(keeper, STICK_pulled, "");
        } else if (keeper->work) {
            call_work(keeper);
        } else {
            look(keeper);
        }
        hear_bus(keeper);
    }
}

void keeper_finish(struct keeper *keeper)
{
    bus_close(keeper->bus);
    forget_bytes(keeper);
}
