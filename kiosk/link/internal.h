/* SPDX-License-Identifier: MIT */
/*
 * internal: what the files of link ask of each other; private to this folder.
 *
 *     link.c    one poll: bytes to lines to samples and faults, or a recording instead
 *     link_learn.c  the manikin wizard
 *     search.c  which port, at which baud rate
 */
#ifndef KIOSK_LINK_INTERNAL_H
#define KIOSK_LINK_INTERNAL_H

#include <limits.h>

#include "link/encoding.h"
#include "link/link.h"
#include "link/port.h"
#include "link/reader.h"
#include "link/replay.h"
#include "link/third_party.h"
#include "wire/wire.h"

static const int64_t MS_US = 1000;

struct link_heard {
    struct talk talk;
    char port[PATH_MAX];
    int64_t us; /* when it ended */
};

struct link {
    const struct clock *clock;
    const struct port_source *source;
    char target[PATH_MAX];
    struct replay *replay; /* NULL: a real port */
    bool resting;          /* the replay is silent because it was told to be */
    struct port *port;     /* NULL: none open */
    char port_name[PATH_MAX];

    /* the open port */
    int64_t opened_us;
    int64_t bytes_us;  /* the first bytes; -1 none yet */
    int64_t asked_us;  /* the last "$?" into the silence */
    int64_t line_us;   /* the last good line; -1 none yet */
    int64_t sample_us; /* the last sample */
    enum link_state state;
    int baud; /* index of the rate it is open at */

    /* the search */
    int64_t search_us;    /* the next step */
    size_t list_at;       /* where in the list of ports this round is */
    char known[PATH_MAX]; /* auto: the port that was understood last, tried first */
    char said[256];       /* the last reason logged, so that it is logged once */
    int known_baud;
    int round_baud;
    bool automatic;
    bool known_tried; /* in this round */
    bool round_noise; /* some port of this round sent noise */

    struct link_heard heard; /* what the last ports that were not understood said */

    uint32_t lines_good, lines_bad, samples_dropped;
    struct fault_queue faults;
    int64_t newest_us; /* stamp of the newest sample; -1 none yet */
    bool unplugged;    /* after the port was understood, and nothing has come since */
    struct wire_line splitter;
    uint32_t skipped; /* by the splitter, that are faults already */
    char line[WIRE_LINE_MAX + 1];
    struct encoding encoding; /* of the open port */
    struct reader reader;
    struct third_party third_party;
    size_t first, count; /* of the ring below */
    struct cpr_sample samples[LINK_SAMPLES_MAX];
};

/* A fault behind the newest sample; before the first one there is no place for it. */
void link_note(struct link *link, const struct fault *fault);

/* The ports of this machine. */
const struct port_source *search_machine(void);

/* No port is open: opens the next one when it is time to. */
void search_step(struct link *link, int64_t now_us);

/* Nothing has been understood yet: how long will it be listened to? */
void search_watch(struct link *link, int64_t now_us);

/* The first good line of a port: the trial is over. */
void search_found(struct link *link);

/* Closes the port; the next step of the search is at `search_us`. */
void search_leave(struct link *link, int64_t search_us);

/* The port is gone: what it said does not count. */
void search_forget(struct link *link);

/* False (err_text() says why) when the port did not take it. */
bool search_send(struct link *link, char command, int32_t argument);

#endif
