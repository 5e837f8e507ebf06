/* SPDX-License-Identifier: MIT */
/*
 * port: the seam below link. Two kinds: a serial port (libserialport) and a file
 * descriptor (pty, pipe, socket: tests).
 */
#ifndef KIOSK_LINK_PORT_H
#define KIOSK_LINK_PORT_H

#include <stdbool.h>
#include <stddef.h>

struct port;

struct port_ops {
    /* Bytes read now; 0 nothing yet; -1 the device has gone. Never blocks. */
    int (*read)(struct port *port, char *bytes, size_t max);
    /* False when not all could be handed over at once. Never blocks. */
    bool (*write)(struct port *port, const char *bytes, size_t count);
    /* Frees the port. */
    void (*close)(struct port *port);
};

struct port {
    const struct port_ops *ops; /* first member of every kind */
    const char *name;           /* lives as long as the port */
};

/*
 * Opens the device behind `path` (links are followed), 8N1 without flow control, and
 * locks it against a second link. NULL (err_text() says why) when it cannot be opened.
 */
struct port *port_serial_open(const char *path, int baud);

/*
 * The next USB serial port after `*at` (start with 0) into `path`; false when no more.
 * Opens none of them.
 */
bool port_serial_list(size_t *at, char *path, size_t size);

/* Takes ownership of `fd`, also on failure. */
struct port *port_fd_open(int fd, const char *name);

/* Where link gets its ports from: the machine, or what a test made up. */
struct port_source {
    struct port *(*open)(const struct port_source *source, const char *path, int baud);
    bool (*list)(const struct port_source *source, size_t *at, char *path, size_t size);
};

#endif
