/* SPDX-License-Identifier: MIT */
/*
 * task: the thread's own half: what is plugged in, and the one thing that is going on.
 * Inside the folder, on its thread only.
 *
 * A task goes on by itself, from answer to answer of udisks:
 *
 *     OPENING -(mounted)-> OPEN -(save, do)-> WORKING -> CLOSING -(unmounted, off)-> SAFE
 *
 * and FAILED is reached from each of them. A save that fails while the stick is mounted
 * closes it all the same: whoever is told of it wants to pull it out.
 */
#ifndef KIOSK_STICK_TASK_H
#define KIOSK_STICK_TASK_H

#include "stick/bus.h"

struct keeper {
    /* Borrowed. */
    const char *address; /* NULL: the system's bus */
    const char *mounts, *root;
    void (*tell)(struct keeper *keeper); /* before it waits for a disk: show what is */
    void *context;

    struct bus *bus; /* NULL: nobody watches, or there is none */
    struct volumes volumes;
    int last_id;
    enum stick_service service;
    bool changed; /* something to be shown */

    struct stick_task task;
    struct volume at; /* where it is going on */
    enum stick_use use;
    bool mine;             /* the kiosk has mounted it */
    bool gone;             /* it was pulled out */
    bool left;             /* nobody watches any more, and it was closed for that */
    bool due;              /* the disk is to be worked on: keeper_work() */
    enum stick_fault kept; /* of a save, told when the stick is closed */
    char file[STICK_FILE_MAX];
    char *bytes; /* to be saved under that name; owned; NULL: nothing */
    size_t length;
    stick_work *work;   /* NULL: none */
    stick_work *before; /* of a save, before its own file; NULL: nothing */
    void *work_context;
};

void keeper_watch(struct keeper *keeper, bool watch);

/* What stick.h says of them. `bytes` becomes the keeper's; NULL where nothing is
 * saved. */
void keeper_open(struct keeper *keeper, int id, enum stick_use use, const char *file,
                 char *bytes, size_t length);
void keeper_do(struct keeper *keeper, stick_work *work, void *context);
void keeper_close(struct keeper *keeper);

/* Hears the bus, and does what is due on a disk. */
void keeper_work(struct keeper *keeper);

/* The folders of sticks that somebody has mounted have changed. */
void keeper_look_at_mounts(struct keeper *keeper);

/* Something is going on that is not to be left alone. */
bool stick_is_busy(enum stick_step step);

void keeper_finish(struct keeper *keeper);

#endif
