/* SPDX-License-Identifier: MIT */
/*
 * cable: a made-up machine with serial ports, for tests of link: manikins are plugged in
 * and pulled out by hand, the line is noisy at the wrong baud rate, and reads and writes
 * fail on demand. Below it is a real socket, read by the real port_fd.
 */
#ifndef TESTS_SUPPORT_CABLE_H
#define TESTS_SUPPORT_CABLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "link/port.h"

enum { CABLE_PORTS_MAX = 4 };

struct cable_port {
    char path[32];
    bool plugged;
    int baud;       /* what the manikin speaks */
    int heard_baud; /* what the kiosk has opened it at */
    int fd;         /* the manikin's end; -1 while the kiosk has it closed */
    int opens;
};

struct cable {
    struct port_source source; /* first: give &cable.source to link */
    struct cable *self;
    struct cable_port ports[CABLE_PORTS_MAX];
    int count;
    size_t read_max;    /* bytes a read at most */
    int reads_to_fail;  /* the read that says "gone", counted down; 0 never */
    int writes_to_fail; /* the write that is refused, as above */
    bool refuses_all;   /* writes */
};

void cable_init(struct cable *cable);
void cable_finish(struct cable *cable);

/* A port, plugged in. Returns its index. */
int cable_add(struct cable *cable, const char *path, int baud);
void cable_pull(struct cable *cable, int index);
void cable_plug(struct cable *cable, int index);

/* The manikin sends; lost when the kiosk has the port closed. */
void cable_say(struct cable *cable, int index, const char *bytes, size_t count);

/* One $S line; only depth is measured. */
void cable_say_sample(struct cable *cable, int index, uint16_t seq, uint32_t t_us,
                      int32_t depth_tenth_mm);

/* What the kiosk has sent since the last call, as text. */
void cable_hear(struct cable *cable, int index, char *text, size_t size);

#endif
