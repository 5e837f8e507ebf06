/* SPDX-License-Identifier: MIT */
#include "manikin-sim/cable.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

#include "base/err.h"

enum {
    WAIT_MS = 200,
    DRAIN_MS = 2000,
    DRAIN_STEP_MS = 5,
};

void cable_init(struct cable *cable)
{
    memset(cable, 0, sizeof *cable);
    cable->master = -1;
    cable->random = 88172645463325252u;
}

static bool make_link(struct cable *cable)
{
    if (!cable->link) {
        return true;
    }
    char target[sizeof cable->path];
    ssize_t length = readlink(cable->link, target, sizeof target);
    if (length > 0) { /* left behind by a simulator that was killed */
        unlink(cable->link);
    }
    return symlink(cable->path, cable->link) == 0 ||
           err_set("%s: cannot make the link: %s: name another place", cable->link,
                   strerror(errno));
}

bool cable_plug(struct cable *cable)
{
    cable_unplug(cable);
    struct termios raw;
    memset(&raw, 0, sizeof raw);
    cfmakeraw(&raw);
    raw.c_cflag |= CREAD | CLOCAL;
    cfsetspeed(&raw, B115200);
    int slave = -1;
    if (openpty(&cable->master, &slave, cable->path, &raw, NULL) != 0) {
        cable->master = -1;
        return err_set("no pseudo-terminal: %s", strerror(errno));
    }
    fcntl(cable->master, F_SETFD, FD_CLOEXEC);
    fcntl(cable->master, F_SETFL, O_NONBLOCK);
    /* Closed, so that a hang-up shows when no other process has it open; it stays raw. */
    close(slave);
    cable->in_line = false;
    if (!make_link(cable)) {
        close(cable->master);
        cable->master = -1;
        return false;
    }
    return true;
}

void cable_unplug(struct cable *cable)
{
    if (cable->master < 0) {
        return;
    }
    if (cable->link) {
        unlink(cable->link);
    }
    close(cable->master);
    cable->master = -1;
    cable->pending_count = 0;
}

bool cable_is_open(const struct cable *cable)
{
    struct pollfd other = {.fd = cable->master};
    return cable->master >= 0 && poll(&other, 1, 0) >= 0 && !(other.revents & POLLHUP);
}

static double draw(struct cable *cable)
{
    cable->random ^= cable->random << 13;
    cable->random ^= cable->random >> 7;
    cable->random ^= cable->random << 17;
    return (double)(cable->random >> 11) * 0x1p-53;
}

void cable_put(struct cable *cable, char byte)
{
    if (!cable->in_line) {
        cable->dropping = draw(cable) < cable->drop;
    }
    cable->in_line = byte != '\n';
    if (cable->dropping) {
        return;
    }
    if (draw(cable) < cable->flip) {
        byte = (char)(byte ^ 1 << (int)(draw(cable) * 8));
    }
    if (cable->pending_count == CABLE_PENDING_MAX) {
        cable_flush(cable);
    }
    if (cable->pending_count == CABLE_PENDING_MAX) {
        cable->untaken_bytes++;
        return;
    }
    cable->pending[cable->pending_count++] = byte;
}

/* Writes what the reader's side takes; returns how many bytes. */
static size_t write_some(struct cable *cable, size_t from)
{
    ssize_t done =
        write(cable->master, cable->pending + from, cable->pending_count - from);
    return done > 0 ? (size_t)done : 0;
}

void cable_flush(struct cable *cable)
{
    if (!cable_is_open(cable)) {
        cable->pending_count = 0;
        return;
    }
    size_t done = write_some(cable, 0);
    cable->stuck = cable->stuck && done == 0;
    while (cable->wait && !cable->stuck && done < cable->pending_count) {
        struct pollfd other = {.fd = cable->master, .events = POLLOUT};
        cable->stuck = poll(&other, 1, WAIT_MS) <= 0 || (other.revents & POLLHUP);
        done += write_some(cable, done);
    }
    cable->sent_bytes += done;
    cable->untaken_bytes += cable->pending_count - done;
    cable->pending_count = 0;
}

size_t cable_get(struct cable *cable, char *bytes, size_t max)
{
    if (cable->master < 0) {
        return 0;
    }
    ssize_t count = read(cable->master, bytes, max);
    return count > 0 ? (size_t)count : 0; /* EIO: it is not open */
}

void cable_drain(struct cable *cable)
{
    cable_flush(cable);
    if (!cable_is_open(cable)) {
        return;
    }
    int slave = open(cable->path, O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC);
    for (int waited = 0; slave >= 0 && waited < DRAIN_MS; waited += DRAIN_STEP_MS) {
        struct pollfd readable = {.fd = slave, .events = POLLIN};
        if (poll(&readable, 1, 0) <= 0) {
            break;
        }
        poll(NULL, 0, DRAIN_STEP_MS);
    }
    if (slave >= 0) {
        close(slave);
    }
}
