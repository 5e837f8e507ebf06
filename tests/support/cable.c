/* SPDX-License-Identifier: MIT */
#include "support/cable.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/err.h"
#include "base/str.h"
#include "wire/wire.h"

/* A port over a port: passes on, unless the cable is told to fail. */
struct cable_end {
    struct port port;
    struct port *below;
    struct cable *cable;
    struct cable_port *at;
};

static bool now(int *countdown)
{
    return *countdown > 0 && --*countdown == 0;
}

static int end_read(struct port *port, char *bytes, size_t max)
{
    struct cable_end *end = (struct cable_end *)port;
    size_t most = end->cable->read_max < max ? end->cable->read_max : max;
    return now(&end->cable->reads_to_fail)
               ? -1
               : end->below->ops->read(end->below, bytes, most);
}

static bool end_write(struct port *port, const char *bytes, size_t count)
{
    struct cable_end *end = (struct cable_end *)port;
    if (end->cable->refuses_all || now(&end->cable->writes_to_fail)) {
        return false;
    }
    return end->below->ops->write(end->below, bytes, count);
}

static void end_close(struct port *port)
{
    struct cable_end *end = (struct cable_end *)port;
    end->below->ops->close(end->below);
    if (end->at->fd >= 0) {
        close(end->at->fd);
        end->at->fd = -1;
    }
    free(end);
}

static struct cable_port *find(struct cable *cable, const char *path)
{
    for (int i = 0; i < cable->count; i++) {
        if (str_equal(cable->ports[i].path, path)) {
            return &cable->ports[i];
        }
    }
    return NULL;
}

static struct port *cable_open(const struct port_source *source, const char *path,
                               int baud)
{
    static const struct port_ops ops = {end_read, end_write, end_close};
    struct cable *cable = ((const struct cable *)source)->self;
    struct cable_port *at = find(cable, path);
    int pair[2];
    if (!at || !at->plugged) {
        err_set("%s: not plugged in", path);
        return NULL;
    }
    if (at->fd >= 0) {
        err_set("%s: in use", path);
        return NULL;
    }
    int failed = socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0, pair);
    assert(!failed);
    at->fd = pair[1];
    at->heard_baud = baud;
    at->opens++;
    struct cable_end *end = calloc(1, sizeof *end);
    assert(end);
    *end = (struct cable_end){.port = {&ops, at->path}, .cable = cable, .at = at};
    end->below = port_fd_open(pair[0], path);
    assert(end->below);
    return &end->port;
}

static bool cable_list(const struct port_source *source, size_t *at, char *path,
                       size_t size)
{
    const struct cable *cable = (const struct cable *)source;
    while (*at < (size_t)cable->count) {
        const struct cable_port *port = &cable->ports[(*at)++];
        if (port->plugged) {
            return str_copy(path, size, port->path);
        }
    }
    return false;
}

void cable_init(struct cable *cable)
{
    *cable = (struct cable){
        .source = {cable_open, cable_list}, .self = cable, .read_max = SIZE_MAX};
}

void cable_finish(struct cable *cable)
{
    for (int i = 0; i < cable->count; i++) {
        cable_pull(cable, i);
    }
}

int cable_add(struct cable *cable, const char *path, int baud)
{
    assert(cable->count < CABLE_PORTS_MAX);
    struct cable_port *port = &cable->ports[cable->count];
    *port = (struct cable_port){.plugged = true, .baud = baud, .fd = -1};
    str_copy(port->path, sizeof port->path, path);
    return cable->count++;
}

void cable_pull(struct cable *cable, int index)
{
    struct cable_port *port = &cable->ports[index];
    port->plugged = false;
    if (port->fd >= 0) {
        close(port->fd);
        port->fd = -1;
    }
}

void cable_plug(struct cable *cable, int index)
{
    cable->ports[index].plugged = true;
}

void cable_say(struct cable *cable, int index, const char *bytes, size_t count)
{
    const struct cable_port *port = &cable->ports[index];
    for (size_t i = 0; port->fd >= 0 && i < count;) {
        char block[4096];
        size_t part = count - i < sizeof block ? count - i : sizeof block;
        memcpy(block, bytes + i, part);
        for (size_t j = 0; port->baud != port->heard_baud && j < part; j++) {
            block[j] = (char)(0x80 | (block[j] * 7 + (int)j));
        }
        ssize_t put = send(port->fd, block, part, MSG_NOSIGNAL);
        assert(put == (ssize_t)part);
        i += part;
    }
}

void cable_say_sample(struct cable *cable, int index, uint16_t seq, uint32_t t_us,
                      int32_t depth_tenth_mm)
{
    char line[WIRE_MESSAGE_MAX];
    struct wire_message message = {.kind = WIRE_SAMPLE};
    message.as.sample = (struct wire_sample){seq,
                                             t_us,
                                             depth_tenth_mm,
                                             WIRE_NOT_MEASURED,
                                             WIRE_NOT_MEASURED,
                                             WIRE_NOT_MEASURED};
    cable_say(cable, index, line, wire_write(line, sizeof line, &message));
}

void cable_hear(struct cable *cable, int index, char *text, size_t size)
{
    const struct cable_port *port = &cable->ports[index];
    ssize_t got = port->fd >= 0 ? recv(port->fd, text, size - 1, 0) : 0;
    text[got > 0 ? got : 0] = '\0';
}
