/* SPDX-License-Identifier: MIT */
/*
 * One poll = look for a port if none is open, take what has come, look at the clock.
 *
 * While nothing has been understood a port is on trial. It fails when only noise comes
 * (the baud rate is wrong, or it is no manikin), or nothing at all; then the next port
 * has its turn, and after a round of all of them with noise the next baud rate.
 */
#include "link/link.h"

#include <assert.h>
#include <limits.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "base/file.h"
#include "base/log.h"
#include "base/str.h"
#include "link/port.h"
#include "link/reader.h"
#include "wire/wire.h"

static const int64_t MS_US = 1000;

enum {
    TRIAL_NOISE_MS = 1500,  /* noise for this long: not this baud rate */
    TRIAL_SILENT_MS = 4000, /* an Arduino restarted by the opening needs 2 s to speak */
    ASK_MS = 1000,          /* a silent manikin is asked this often */
    CHUNK_MAX = 512,
    POLL_BYTES_MAX = 8192, /* a second at 115200 baud is 11520 */
};

static const int bauds[] = {115200, 9600, 57600, 38400, 230400};
static const char replay_prefix[] = "replay:";

enum { BAUD_COUNT = sizeof bauds / sizeof *bauds };

struct link {
    const struct clock *clock;
    const struct port_source *source;
    char target[PATH_MAX];
    const char *replay; /* the file's name within target; NULL: a real port */
    struct port *port;  /* NULL: none open */
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

    uint32_t lines_good, lines_bad, samples_dropped;
    struct wire_line splitter;
    char line[WIRE_LINE_MAX + 1];
    struct reader reader;
    size_t first, count; /* of the ring below */
    struct cpr_sample samples[LINK_SAMPLES_MAX];
};

/* ---- the port ---- */

static struct port *machine_open(const struct port_source *source, const char *path,
                                 int baud)
{
    (void)source;
    return port_serial_open(path, baud);
}

static bool machine_list(const struct port_source *source, size_t *at, char *path,
                         size_t size)
{
    (void)source;
    return port_serial_list(at, path, size);
}

static void close_port(struct link *link, int64_t search_us)
{
    link->port->ops->close(link->port);
    link->port = NULL;
    link->port_name[0] = '\0';
    link->lines_bad += link->splitter.skipped;
    wire_line_init(&link->splitter, link->line, sizeof link->line);
    reader_break(&link->reader);
    link->state = LINK_SEARCHING;
    link->search_us = search_us;
}

static void open_port(struct link *link, const char *path, int baud, int64_t now_us)
{
    link->port = link->replay ? port_replay_open(link->replay, link->clock)
                              : link->source->open(link->source, path, bauds[baud]);
    if (!link->port) {
        if (file_exists(path) && !str_equal(link->said, err_text())) {
            str_copy(link->said, sizeof link->said, err_text());
            log_warn("link", "%s", err_text());
        }
        return;
    }
    str_copy(link->port_name, sizeof link->port_name, link->port->name);
    link->baud = baud;
    link->opened_us = now_us;
    link->bytes_us = -1;
    link->asked_us = now_us;
    link->line_us = -1;
    wire_line_init(&link->splitter, link->line, sizeof link->line);
}

/* False (err_text() says why) when the port did not take it. */
static bool send_command(struct link *link, char command, int32_t argument)
{
    char frame[WIRE_MESSAGE_MAX];
    struct wire_message message = {.kind = WIRE_COMMAND};
    message.as.command = (struct wire_command){.command = command, .argument = argument};
    size_t length = wire_write(frame, sizeof frame, &message);
    assert(length > 0);
    return link->port->ops->write(link->port, frame, length) ||
           err_set("%s: takes no command now; wait a second and ask again",
                   link->port_name);
}

/* ---- the search ---- */

/* Whether the port that was understood last is there and has not had its turn. */
static bool known_is_waiting(const struct link *link)
{
    char path[PATH_MAX];
    size_t at = 0;
    if (!link->known[0] || link->known_tried) {
        return false;
    }
    while (link->source->list(link->source, &at, path, sizeof path)) {
        if (str_equal(path, link->known)) {
            return true;
        }
    }
    return false;
}

/* The next port to try and at which baud rate; false when there is none. */
static bool next_port(struct link *link, char *path, size_t size, int *baud)
{
    if (known_is_waiting(link)) {
        link->known_tried = true;
        *baud = link->known_baud;
        return str_copy(path, size, link->known);
    }
    bool more = link->automatic
                    ? link->source->list(link->source, &link->list_at, path, size)
                    : link->list_at++ == 0 && str_copy(path, size, link->target);
    *baud = link->round_baud;
    return more;
}

static void begin_round(struct link *link)
{
    link->round_baud = (link->round_baud + (link->round_noise ? 1 : 0)) % BAUD_COUNT;
    link->round_noise = false;
    link->known_tried = false;
    link->list_at = 0;
}

static void search(struct link *link, int64_t now_us)
{
    char path[PATH_MAX];
    int baud = 0;
    if (now_us < link->search_us) {
        return;
    }
    link->search_us = now_us + LINK_RETRY_MS * MS_US;
    bool got = next_port(link, path, sizeof path, &baud);
    if (!got) {
        begin_round(link);
        got = next_port(link, path, sizeof path, &baud);
    }
    if (got) {
        open_port(link, path, baud, now_us);
    }
}

/* ---- what comes in ---- */

/* Where nobody fetches them the oldest make room, and the one after knows of it. */
static void keep_sample(struct link *link, const struct cpr_sample *sample)
{
    if (link->count == LINK_SAMPLES_MAX) {
        uint32_t lost = link->samples[link->first].lost + 1;
        link->first = (link->first + 1) % LINK_SAMPLES_MAX;
        link->count--;
        link->samples[link->first].lost += lost;
        link->samples_dropped++;
    }
    link->samples[(link->first + link->count++) % LINK_SAMPLES_MAX] = *sample;
}

/* The first good line of a port: the trial is over. */
static void know_port(struct link *link)
{
    link->state = LINK_STALE;
    if (link->automatic) {
        str_copy(link->known, sizeof link->known, link->port_name);
    }
    link->known_baud = link->baud;
    link->known_tried = false;
    link->round_baud = link->baud;
    link->round_noise = false;
    if (!link->replay) {
        /* Who it is comes every 2 s; asking is faster, and a refusal does no harm. */
        send_command(link, '?', WIRE_NOT_MEASURED);
    }
}

static void take_line(struct link *link, int64_t now_us)
{
    struct cpr_sample sample;
    size_t length = link->splitter.length;
    enum reading reading = READING_BAD;
    if (str_is_utf8(link->line, length)) {
        reading =
            link->reader.kind->read(&link->reader, link->line, length, now_us, &sample);
    }
    if (reading == READING_BAD) {
        link->lines_bad++;
        return;
    }
    link->lines_good++;
    if (link->line_us < 0) {
        know_port(link);
    }
    link->line_us = now_us;
    if (reading == READING_SAMPLE) {
        keep_sample(link, &sample);
        link->sample_us = now_us;
        link->state = LINK_READY;
    }
}

/* Bounded: what is left waits in the kernel for the next poll. */
static void receive(struct link *link, int64_t now_us)
{
    char bytes[CHUNK_MAX];
    for (int taken = 0, got; taken < POLL_BYTES_MAX; taken += got) {
        got = link->port->ops->read(link->port, bytes, sizeof bytes);
        if (got == 0) {
            return;
        }
        if (got < 0) {
            close_port(link, now_us + LINK_RETRY_MS * MS_US);
            return;
        }
        if (link->bytes_us < 0) {
            link->bytes_us = now_us;
        }
        for (int j = 0; j < got; j++) {
            if (wire_line_feed(&link->splitter, bytes[j])) {
                take_line(link, now_us);
            }
        }
    }
}

/* ---- the clock ---- */

static void watch_trial(struct link *link, int64_t now_us)
{
    bool silent = link->bytes_us < 0;
    if (silent && now_us - link->asked_us >= ASK_MS * MS_US) {
        link->asked_us = now_us;
        send_command(link, '?', WIRE_NOT_MEASURED);
    }
    if (now_us >= link->search_us) {
        link->search_us = now_us + LINK_RETRY_MS * MS_US;
        if (known_is_waiting(link)) { /* plugged in again: the others can wait */
            close_port(link, now_us);
            return;
        }
    }
    int64_t since_us = silent ? link->opened_us : link->bytes_us;
    int64_t limit_ms = silent ? TRIAL_SILENT_MS : TRIAL_NOISE_MS;
    if (now_us - since_us >= limit_ms * MS_US) {
        link->round_noise = link->round_noise || !silent;
        close_port(link, now_us);
    }
}

static void watch(struct link *link, int64_t now_us)
{
    if (link->line_us < 0) {
        watch_trial(link, now_us);
    } else if (now_us - link->line_us >= LINK_LOST_MS * MS_US) {
        close_port(link, now_us);
    } else if (link->state == LINK_READY &&
               now_us - link->sample_us >= LINK_STALE_MS * MS_US) {
        link->state = LINK_STALE;
    }
}

/* ---- for the outside ---- */

struct link *link_create(const char *target, const struct clock *clock)
{
    static const struct port_source machine = {machine_open, machine_list};
    return link_create_from(target, clock, &machine);
}

struct link *link_create_from(const char *target, const struct clock *clock,
                              const struct port_source *source)
{
    struct link *link = calloc(1, sizeof *link);
    assert(link);
    link->clock = clock;
    link->source = source;
    link->automatic = str_equal(target, "auto");
    reader_init(&link->reader, &reader_wire);
    wire_line_init(&link->splitter, link->line, sizeof link->line);
    if (!str_copy(link->target, sizeof link->target, target)) {
        err_set("%.40s...: the name of the port is too long; link it to a shorter one",
                target);
        goto fail;
    }
    if (str_starts(target, replay_prefix)) {
        link->replay = link->target + strlen(replay_prefix);
        open_port(link, link->target, 0, clock_now_us(clock));
        if (!link->port) {
            goto fail;
        }
    }
    return link;
fail:
    free(link);
    return NULL;
}

void link_destroy(struct link *link)
{
    if (link && link->port) {
        link->port->ops->close(link->port);
    }
    free(link);
}

size_t link_poll(struct link *link, struct cpr_sample *out, size_t max)
{
    int64_t now_us = clock_now_us(link->clock);
    if (!link->port) {
        search(link, now_us);
    }
    if (link->port) {
        receive(link, now_us);
    }
    if (link->port) {
        watch(link, now_us);
    }
    size_t count = link->count < max ? link->count : max;
    for (size_t i = 0; i < count; i++) {
        out[i] = link->samples[(link->first + i) % LINK_SAMPLES_MAX];
    }
    link->first = (link->first + count) % LINK_SAMPLES_MAX;
    link->count -= count;
    return count;
}

void link_status(const struct link *link, struct link_status *status)
{
    const struct reader_facts *facts = &link->reader.facts;
    *status = (struct link_status){
        .state = link->state,
        .port = link->port_name,
        .model = facts->identity.model,
        .serial = facts->identity.serial,
        .firmware = facts->identity.firmware,
        .calibration = facts->identity.calibration,
        .hz = facts->identity.hz,
        .battery_mv = facts->battery_mv,
        .lines_good = link->lines_good,
        .lines_bad = link->lines_bad + link->splitter.skipped,
        .samples_lost = facts->samples_lost + link->samples_dropped,
        .faults = facts->faults,
        .words = "",
        .answers = facts->answers,
        .answered = facts->answer.command,
        .answer_error = facts->answer.error,
        .simulated = link->replay || str_starts(facts->identity.serial, "SIM-"),
    };
}

static bool command(struct link *link, char letter, int32_t argument)
{
    if (link->state == LINK_SEARCHING) {
        return err_set("%s: no manikin answers; plug it in and look at its cable",
                       link->target);
    }
    if (link->replay) {
        return err_set("%s: a recording takes no commands; plug a manikin in",
                       link->target);
    }
    return send_command(link, letter, argument);
}

bool link_zero(struct link *link)
{
    return command(link, 'Z', WIRE_NOT_MEASURED);
}

bool link_span(struct link *link, double depth_mm)
{
    double tenths = round(depth_mm * 10);
    if (!(tenths >= 1 && tenths <= WIRE_DEPTH_LIMIT)) {
        return err_set("%.1f mm is no depth to set; press to a known depth, 50 mm is "
                       "usual",
                       depth_mm);
    }
    return command(link, 'K', (int32_t)tenths);
}

bool link_save(struct link *link)
{
    return command(link, 'W', WIRE_NOT_MEASURED);
}
