/* SPDX-License-Identifier: MIT */
/*
 * stick: USB sticks, by udisks2: finding, mounting, reading, writing so that it stays
 * written, and the moment from which on they may be pulled out.
 *
 * All of it happens on a thread of its own. sd-bus could be asked from the frame's loop,
 * but fsync(), statvfs() and open() of a stick have no form that does not wait, and a
 * slow one takes seconds; so the bus lives on that thread as well, and what a frame does
 * here is to copy what is known when it has changed. While nobody watches there is no
 * connection to the bus at all, and a visitor's frame meets nothing of this.
 *
 *     struct sticks *sticks = sticks_create(&(struct sticks_config){0});
 *     sticks_watch(sticks, true);                       (the page is entered)
 *     if (sticks_look(sticks, &list)) { ... draw ... }  (once a frame)
 *     sticks_save(sticks, list.sticks[0].id, "counts.csv", bytes, length);
 *         ... list.task.step: OPENING, WORKING, CLOSING, then SAFE or FAILED ...
 *     sticks_watch(sticks, false);                      (it is left)
 *
 * To read: sticks_open(..., STICK_READ), until list.task.step is STICK_OPEN; then
 * sticks_do() with what list.task.folder holds; sticks_close(), until it is STICK_SAFE.
 *
 * Which sticks: file systems on USB (or on an SD card) of a drive that nothing of this
 * system lives on: neither mounted outside /media, /run/media and /mnt, nor swap, nor
 * part of a RAID, a volume group or an unlocked disk. Where udisks cannot be asked, what
 * somebody has mounted below /media and /run/media takes its place (`by_hand`).
 *
 * The user that runs the kiosk needs the rights of packaging/polkit-1/rules.d/ unless it
 * has an active session on the seat.
 */
#ifndef KIOSK_STICK_STICK_H
#define KIOSK_STICK_STICK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
    STICKS_MAX = 8,
    STICK_NAME_MAX = 128,
    STICK_PATH_MAX = 1024,
    STICK_FILE_MAX = 256,
    STICK_DETAIL_MAX = 256,
};

enum stick_fault {

#define FAULT(name) STICK_##name,
#include "stick/faults.def"
#undef FAULT
    STICK_FAULTS
};

/* "no_right": what stands behind stick_fault_ in the texts. */
const char *stick_fault_name(enum stick_fault fault);

/* Who looks after sticks. */
enum stick_service {
    STICK_SERVICE_ASKED, /* not known yet */
    STICK_SERVICE_UDISKS,
    STICK_SERVICE_NONE, /* no bus or no udisks: `by_hand` only */
};

/* A file system that can be chosen, or, where a stick has none, the stick itself. */
struct stick {
    int id;                     /* above 0; never given twice */
    char label[STICK_NAME_MAX]; /* its file system's name; "" where it has none */
    char model[STICK_NAME_MAX]; /* "Kingston DataTraveler"; may be "" */
    uint64_t bytes;             /* its size; 0: not known */
    int part, parts;            /* which of the usable ones of its drive, from 1 */
    bool read_only;
    bool mounted;           /* by somebody, before the kiosk asked */
    bool by_hand;           /* without udisks: the kiosk cannot unmount it */
    enum stick_fault fault; /* why it can never be opened; else STICK_none */
};

enum stick_step {
    STICK_IDLE,
    STICK_OPENING, /* being mounted */
    STICK_OPEN,    /* `folder` can be read, and written after STICK_WRITE */
    STICK_WORKING, /* being written to and read back, or sticks_do() works */
    STICK_CLOSING, /* being unmounted and switched off: do not pull it out yet */
    STICK_SAFE,    /* all is on it, and it may be pulled out */
    STICK_FAILED,  /* `fault` says why */
};

/* The one thing that is going on, or went on last. */
struct stick_task {
    enum stick_step step;
    enum stick_fault fault;
    bool mounted; /* after SAFE or FAILED: it is still mounted, so it may not be pulled */
    bool by_hand;
    int id;
    char name[STICK_NAME_MAX];     /* label or model */
    char folder[STICK_PATH_MAX];   /* while OPEN or WORKING */
    uint64_t free_bytes;           /* when it was opened */
    uint64_t need_bytes;           /* of sticks_save() */
    char file[STICK_FILE_MAX];     /* that was written */
    char detail[STICK_DETAIL_MAX]; /* for the log, in English; may be "" */
};

struct stick_list {
    unsigned revision; /* 0: never looked */
    enum stick_service service;
    struct stick sticks[STICKS_MAX]; /* in the order in which they came */
    size_t count;
    struct stick_task task;
};

enum stick_use { STICK_READ, STICK_WRITE };

struct sticks_config {
    const char *bus;    /* address of a bus; NULL: the system's */
    const char *mounts; /* a file such as /proc/self/mounts, which NULL is */
    const char *root;   /* of /media, /run/media and /mnt; NULL: that of the system */
};

struct sticks;

/* Keeps copies of the texts. Starts nothing. NULL (err_text()): out of memory. */
struct sticks *sticks_create(const struct sticks_config *config);

/* Waits until the thread is back from the disk. NULL is fine. */
void sticks_destroy(struct sticks *sticks);

/* Sticks are looked for from now on, or not any more: then one that is open is closed,
 * one that is still mounted after FAILED too, and what is going on goes on to its end. */
void sticks_watch(struct sticks *sticks, bool watch);

/* Copies what is known to `list`; false when that is what stands there. Never waits. */
bool sticks_look(struct sticks *sticks, struct stick_list *list);

/* The same for programs without frames: waits for something new, `ms` at most. False:
 * nothing came. */
bool sticks_wait(struct sticks *sticks, struct stick_list *list, int ms);

/*
 * Each of these asks for one thing and returns at once; how it goes is in list.task.
 * False (err_text()) where something else is going on, or nothing is open.
 */

/* Mounts it; a stick that is mounted already is taken as it is. */
bool sticks_open(struct sticks *sticks, int id, enum stick_use use);

typedef enum stick_fault stick_work(void *context, const char *folder);

/*
 * Opens it, writes the file (beside its place, fsync, rename, fsync of the folder), reads
 * it back past the cache, compares, and closes it. Copies the bytes. `file` is a name
 * without "/"; where something else stands under it that stays, and the file gets a
 * number ("counts-2.csv"), which the task's `file` then has.
 */
bool sticks_save(struct sticks *sticks, int id, const char *file, const char *bytes,
                 size_t length);

/* The same, and `work` is called on the thread before the file is written, as in
 * sticks_do(); what it returns fails the save. NULL: nothing is. */
bool sticks_save_with(struct sticks *sticks, int id, const char *file, const char *bytes,
                      size_t length, stick_work *work, void *context);

/*
 * Calls `work` on the thread while the stick is open, and is OPEN again after it, or
 * FAILED with what it returned (still mounted). `context` belongs to `work` until then.
 */
bool sticks_do(struct sticks *sticks, stick_work *work, void *context);

/* Unmounts the open one and switches it off; after FAILED too: tries again. */
bool sticks_close(struct sticks *sticks);

/* Forgets what went on last: step IDLE. Nothing while something is going on. */
void sticks_forget(struct sticks *sticks);

/* What an errno of a file on a stick means. */
enum stick_fault stick_fault_of(int error);

#endif
