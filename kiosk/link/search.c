/* SPDX-License-Identifier: MIT */
/*
 * While nothing has been understood a port is on trial. It fails when only noise comes
 * (the baud rate is wrong, or it is not a manikin), or nothing at all; then the next port
 * has its turn, and after a round of all of them with noise the next baud rate.
 */
#include <assert.h>
#include <string.h>

#include "base/err.h"
#include "base/file.h"
#include "base/log.h"
#include "base/str.h"
#include "link/internal.h"

enum {
    TRIAL_NOISE_MS = 1500,       /* noise for this long: not this baud rate */
    TRIAL_THIRD_PARTY_MS = 8000, /* 20 lines of the slowest sketch */
    TRIAL_SILENT_MS = 4000, /* an Arduino restarted by the opening needs 2 s to speak */
    ASK_MS = 1000,          /* a silent manikin is asked this often */
    HEARD_MS = 60000,       /* some rounds of all ports and baud rates */
};

static const int bauds[] = {115200, 9600, 57600, 38400, 230400};

enum { BAUD_COUNT = sizeof bauds / sizeof *bauds };

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

const struct port_source *search_machine(void)
{
    static const struct port_source machine = {machine_open, machine_list};
    return &machine;
}

void search_forget(struct link *link)
{
    talk_begin(&link->heard.talk);
    talk_begin(&link->third_party.talk);
}

/* Of all baud rates and ports what tells most, for a while. */
static void keep_talk(struct link *link)
{
    struct link_heard *heard = &link->heard;
    const struct talk *talk = &link->third_party.talk;
    int64_t now_us = clock_now_us(link->clock);
    bool is_old = now_us - heard->us >= HEARD_MS * MS_US;
    if (talk_kind(talk) != TALK_NOTHING &&
        (is_old || talk_kind(talk) >= talk_kind(&heard->talk))) {
        heard->talk = *talk;
        heard->us = now_us;
        str_copy(heard->port, sizeof heard->port, link->port_name);
    } else if (is_old) {
        talk_begin(&heard->talk);
    }
}

void search_leave(struct link *link, int64_t search_us)
{
    if (link->line_us < 0) {
        keep_talk(link);
    }
    if (link->line_us >= 0 && !link->unplugged) {
        link->unplugged = true;
        link_note(link, &(struct fault){.kind = FAULT_UNPLUGGED});
    }
    link->port->ops->close(link->port);
    link->port = NULL;
    link->port_name[0] = '\0';
    link->lines_bad += link->splitter.skipped;
    wire_line_init(&link->splitter, link->line, sizeof link->line);
    link->skipped = 0;
    encoding_end(&link->encoding);
    third_party_close(&link->third_party);
    link->reader.kind = &reader_wire;
    reader_break(&link->reader);
    link->state = LINK_SEARCHING;
    link->search_us = search_us;
}

static void open_port(struct link *link, const char *path, int baud, int64_t now_us)
{
    link->port = link->source->open(link->source, path, bauds[baud]);
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
    third_party_open(&link->third_party, link->port_name);
}

bool search_send(struct link *link, char command, int32_t argument)
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

void search_step(struct link *link, int64_t now_us)
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

void search_found(struct link *link)
{
    link->state = LINK_STALE;
    search_forget(link);
    if (link->automatic) {
        str_copy(link->known, sizeof link->known, link->port_name);
    }
    link->known_baud = link->baud;
    link->known_tried = false;
    link->round_baud = link->baud;
    link->round_noise = false;
    if (link->unplugged) {
        link->unplugged = false;
        link_note(link, &(struct fault){.kind = FAULT_PLUGGED});
    }
    if (link->reader.kind == &reader_wire) {
        /* Who it is comes every 2 s; asking is faster, and a refusal does no harm. */
        search_send(link, '?', WIRE_NOT_MEASURED);
    }
}

void search_watch(struct link *link, int64_t now_us)
{
    bool silent = link->bytes_us < 0;
    if (silent && now_us - link->asked_us >= ASK_MS * MS_US) {
        link->asked_us = now_us;
        search_send(link, '?', WIRE_NOT_MEASURED);
    }
    if (now_us >= link->search_us) {
        link->search_us = now_us + LINK_RETRY_MS * MS_US;
        if (known_is_waiting(link)) { /* plugged in again: the others can wait */
            search_leave(link, now_us);
            return;
        }
    }
    int64_t since_us = silent ? link->opened_us : link->bytes_us;
    int64_t limit_ms = silent ? TRIAL_SILENT_MS
                       : third_party_is_promising(&link->third_party)
                           ? TRIAL_THIRD_PARTY_MS
                           : TRIAL_NOISE_MS;
    if (now_us - since_us >= limit_ms * MS_US) {
        link->round_noise = link->round_noise || !silent;
        search_leave(link, now_us);
    }
}
