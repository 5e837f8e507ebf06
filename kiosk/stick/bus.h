/* SPDX-License-Identifier: MIT */
/*
 * bus: udisks at the other end of a D-Bus. Inside the folder, on its thread only.
 *
 * Nothing here waits but bus_mount_point(): what was asked is answered during
 * bus_process().
 */
#ifndef KIOSK_STICK_BUS_H
#define KIOSK_STICK_BUS_H

#include <poll.h>
#include <stdbool.h>

#include "stick/objects.h"

struct bus;

/* What comes by itself. */
struct bus_events {
    void *context;
    const char *root;                                              /* of struct objects */
    void (*objects)(void *context, const struct objects *objects); /* all there is now */
    void (*gone)(void *context, const char *path); /* its device or its file system */
    void (*service)(void *context, enum stick_service service);
};

/* `value` is what the call returned, "" for most; `detail` what udisks said of a
 * fault. */
typedef void bus_done(void *context, enum stick_fault fault, const char *value,
                      const char *detail);

/* `address` NULL: the system's bus. NULL: there is no bus, or no memory. */
struct bus *bus_open(const char *address, const struct bus_events *events);
void bus_close(struct bus *bus); /* NULL is fine; what was asked is not answered */

/* For poll(): what to wait for, and at most how long in ms (-1: for ever). */
struct pollfd bus_pollfd(struct bus *bus);
int bus_timeout_ms(struct bus *bus);

/* False: the bus is lost, and only bus_close() is left. */
bool bus_process(struct bus *bus);

/* One call at a time; `done` is called once, unless the bus is closed before. */
void bus_mount(struct bus *bus, const char *path, bool read_only, bus_done *done);
void bus_unmount(struct bus *bus, const char *path, bus_done *done);
void bus_power_off(struct bus *bus, const char *path, bus_done *done);
void bus_eject(struct bus *bus, const char *path, bus_done *done);

/*
 * Where an object is mounted at this moment, first of its places; waits for the answer.
 * STICK_pulled: nowhere, or there is no such object; STICK_no_answer: nobody has said.
 */
enum stick_fault bus_mount_point(struct bus *bus, const char *path, char *folder,
                                 size_t size);

#endif
