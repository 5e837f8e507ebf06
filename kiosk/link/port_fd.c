/* SPDX-License-Identifier: MIT */
#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/err.h"
#include "link/port.h"

struct port_fd {
    struct port port;
    int fd;
    char name[];
};

static int fd_read(struct port *port, char *bytes, size_t max)
{
    const struct port_fd *self = (const struct port_fd *)port;
    assert(max > 0 && max <= INT_MAX);
    ssize_t got = read(self->fd, bytes, max);
    if (got < 0 && (errno == EAGAIN || errno == EINTR)) {
        return 0;
    }
    /* The end of a stream, and EIO from a pty whose other side has closed. */
    return got > 0 ? (int)got : -1;
}

static bool fd_write(struct port *port, const char *bytes, size_t count)
{
    const struct port_fd *self = (const struct port_fd *)port;
    /* A socket whose other side has gone must not end the program by SIGPIPE. */
    ssize_t put = send(self->fd, bytes, count, MSG_NOSIGNAL);
    if (put < 0 && errno == ENOTSOCK) {
        put = write(self->fd, bytes, count);
    }
    return put == (ssize_t)count;
}

static void fd_close(struct port *port)
{
    struct port_fd *self = (struct port_fd *)port;
    close(self->fd);
    free(self);
}

struct port *port_fd_open(int fd, const char *name)
{
    static const struct port_ops ops = {fd_read, fd_write, fd_close};
    int flags = fcntl(fd, F_GETFL);
    if (flags < 0 || fcntl(fd, F_SETFL, flags | O_NONBLOCK) < 0) {
        err_set("%s: cannot be read without waiting: %s", name, strerror(errno));
        close(fd);
        return NULL;
    }
    size_t size = strlen(name) + 1;
    struct port_fd *self = malloc(sizeof *self + size);
    assert(self);
    memcpy(self->name, name, size);
    self->port.ops = &ops;
    self->port.name = self->name;
    self->fd = fd;
    return &self->port;
}
