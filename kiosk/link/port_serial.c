/* SPDX-License-Identifier: MIT */
/*
 * libserialport 0.1.1 (Debian 12) needs help in five places:
 *
 * - It does not follow links such as /dev/serial/by-id: realpath() does.
 * - Two programs may open one port: flock() on its handle keeps the second one out.
 * - It keeps the port's old baud rate and parity: all of them are set.
 * - A pulled plug looks like silence (read gives 0, as for "nothing yet"): poll() on the
 *   handle and the device node tell them apart.
 * - It refuses pseudo-terminals, which have no entry in /sys/class/tty. The simulated
 *   manikin is one, so those are opened as plain file descriptors.
 */
#include <assert.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <termios.h>
#include <unistd.h>

#include <libserialport.h>

#include "base/err.h"
#include "base/file.h"
#include "base/str.h"
#include "link/port.h"

struct port_serial {
    struct port port;
    struct sp_port *serial;
    int fd; /* the library's own */
    char path[PATH_MAX];
};

static bool has_gone(const struct port_serial *self)
{
    struct pollfd watch = {.fd = self->fd, .events = POLLIN};
    if (poll(&watch, 1, 0) > 0 && (watch.revents & (POLLHUP | POLLERR | POLLNVAL))) {
        return true;
    }
    return !file_exists(self->path);
}

static int serial_read(struct port *port, char *bytes, size_t max)
{
    const struct port_serial *self = (const struct port_serial *)port;
    int got = sp_nonblocking_read(self->serial, bytes, max);
    if (got > 0) {
        return got;
    }
    return got < 0 || has_gone(self) ? -1 : 0;
}

static bool serial_write(struct port *port, const char *bytes, size_t count)
{
    const struct port_serial *self = (const struct port_serial *)port;
    return sp_nonblocking_write(self->serial, bytes, count) == (int)count;
}

static void serial_close(struct port *port)
{
    struct port_serial *self = (struct port_serial *)port;
    /* What a stuck device never took would hold close() up for as much as 30 s. */
    sp_flush(self->serial, SP_BUF_OUTPUT);
    sp_close(self->serial);
    sp_free_port(self->serial);
    free(self);
}

static bool configure(struct sp_port *serial, int baud)
{
    return sp_set_baudrate(serial, baud) == SP_OK && sp_set_bits(serial, 8) == SP_OK &&
           sp_set_parity(serial, SP_PARITY_NONE) == SP_OK &&
           sp_set_stopbits(serial, 1) == SP_OK &&
           sp_set_flowcontrol(serial, SP_FLOWCONTROL_NONE) == SP_OK &&
           sp_flush(serial, SP_BUF_BOTH) == SP_OK;
}

/* False (err_text() says why) leaves the library's port as it was made, closed. */
static bool open_serial(struct port_serial *self, int baud)
{
    const char *path = self->path;
    if (sp_open(self->serial, SP_MODE_READ_WRITE) != SP_OK) {
        err_set("%s: cannot be opened: %s; let the user into the group dialout and end "
                "other programs that use it",
                path, strerror(errno));
    } else if (sp_get_port_handle(self->serial, &self->fd) != SP_OK) {
        err_set("%s: the open port has no handle; plug it in anew", path);
    } else if (flock(self->fd, LOCK_EX | LOCK_NB) != 0) {
        err_set("%s: is in use already; end the other program or name another port",
                path);
    } else if (!configure(self->serial, baud)) {
        err_set("%s: does not take %d baud, 8N1: %s; plug it in anew", path, baud,
                strerror(errno));
    } else {
        return true;
    }
    /* A failed sp_open() may have left the handle open. */
    sp_close(self->serial);
    return false;
}

static struct port *open_pseudo_terminal(const char *path)
{
    struct termios raw;
    int fd = open(path, O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC);
    if (fd < 0) {
        err_set("%s: cannot be opened: %s; start the simulated manikin anew", path,
                strerror(errno));
        return NULL;
    }
    if (flock(fd, LOCK_EX | LOCK_NB) != 0 || tcgetattr(fd, &raw) != 0) {
        err_set("%s: is in use already, or no terminal; name another port", path);
        close(fd);
        return NULL;
    }
    cfmakeraw(&raw);
    /* At least one byte: only so does "nothing yet" differ from "the other side left". */
    raw.c_cc[VMIN] = 1;
    raw.c_cc[VTIME] = 0;
    tcsetattr(fd, TCSANOW, &raw);
    tcflush(fd, TCIOFLUSH);
    return port_fd_open(fd, path);
}

struct port *port_serial_open(const char *path, int baud)
{
    static const struct port_ops ops = {serial_read, serial_write, serial_close};
    struct port_serial *self = calloc(1, sizeof *self);
    assert(self);
    if (!realpath(path, self->path)) {
        err_set("%s: %s; plug the manikin in, or name another port", path,
                strerror(errno));
        goto fail;
    }
    if (sp_get_port_by_name(self->path, &self->serial) != SP_OK) {
        if (str_starts(self->path, "/dev/pts/")) {
            struct port *port = open_pseudo_terminal(self->path);
            free(self);
            return port;
        }
        err_set("%s: is not a serial port; name one such as /dev/ttyUSB0", path);
        goto fail;
    }
    if (!open_serial(self, baud)) {
        sp_free_port(self->serial);
        goto fail;
    }
    self->port.ops = &ops;
    self->port.name = self->path;
    return &self->port;
fail:
    free(self);
    return NULL;
}

/* sp_list_ports() would open every port on the main board to ask what it is. */
static int is_usb_name(const struct dirent *entry)
{
    return str_starts(entry->d_name, "ttyUSB") || str_starts(entry->d_name, "ttyACM");
}

static bool is_usb_port(const char *path)
{
    struct sp_port *serial = NULL;
    if (sp_get_port_by_name(path, &serial) != SP_OK) {
        return false;
    }
    bool usb = sp_get_port_transport(serial) == SP_TRANSPORT_USB;
    sp_free_port(serial);
    return usb;
}

bool port_serial_list(size_t *at, char *path, size_t size)
{
    struct dirent **entries = NULL;
    int found = scandir("/sys/class/tty", &entries, is_usb_name, versionsort);
    size_t count = found > 0 ? (size_t)found : 0;
    bool got = false;
    while (!got && *at < count) {
        const char *name = entries[(*at)++]->d_name;
        got = str_format(path, size, "/dev/%s", name) && is_usb_port(path);
    }
    for (size_t i = 0; i < count; i++) {
        free(entries[i]);
    }
    free(entries);
    return got;
}
