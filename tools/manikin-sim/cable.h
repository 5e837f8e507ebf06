/* SPDX-License-Identifier: MIT */
/*
 * cable: a pseudo-terminal instead of a USB serial port, with the faults of real ones.
 * As on a real port, bytes that arrive while it is not open are gone.
 */
#ifndef TOOLS_MANIKIN_SIM_CABLE_H
#define TOOLS_MANIKIN_SIM_CABLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { CABLE_PENDING_MAX = 8192 };

struct cable {
    int master;       /* -1: unplugged */
    char path[64];    /* of the side for the host */
    const char *link; /* symbolic link to it; NULL: none */
    double drop;      /* probability that a line is lost whole */
    double flip;      /* probability that one bit of a byte is wrong */
    bool wait;        /* for a slow reader, 0.2 s at most, instead of dropping */
    uint64_t random;
    bool dropping; /* the present line */
    bool in_line;
    bool stuck; /* the reader did not take any for 0.2 s */
    char pending[CABLE_PENDING_MAX];
    size_t pending_count;
    uint64_t sent_bytes;
    uint64_t untaken_bytes; /* the reader was too slow */
};

/* Unplugged, without faults. */
void cable_init(struct cable *cable);

/* A new pseudo-terminal at a new path. False (err_text() says why): still unplugged. */
bool cable_plug(struct cable *cable);

/* The reader sees a hang-up; path and link vanish. Nothing happens when unplugged. */
void cable_unplug(struct cable *cable);

/* Whether a program has the other side open. */
bool cable_is_open(const struct cable *cable);

/* From the manikin; reaches the other side with the next cable_flush(). */
void cable_put(struct cable *cable, char byte);
void cable_flush(struct cable *cable);

/* From the host: up to `max` bytes that have arrived. */
size_t cable_get(struct cable *cable, char *bytes, size_t max);

/* Waits 2 s at most until the reader has taken all, so that none is lost at the end. */
void cable_drain(struct cable *cable);

#endif
