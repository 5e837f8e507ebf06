/* SPDX-License-Identifier: MIT */
/*
 * A recording turned back into the lines a manikin would have sent, so that the very same
 * reader reads it, gaps in seq and all. Only the file's stamps and the clock decide when
 * a line is there.
 */
#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "base/str.h"
#include "link/port.h"
#include "link/recording.h"
#include "wire/wire.h"

enum {
    SECOND_US = 1000000,
    HZ_MAX = 999,
};

struct port_replay {
    struct port port;
    const struct clock *clock;
    char *path;
    uint16_t hz;
    struct recording *recording;
    struct cpr_sample
        next;            /* waits for its time; its stamp goes on from round to round */
    int64_t shift_us;    /* stamp = the file's + shift */
    int64_t ahead_us;    /* clock = stamp + ahead */
    int64_t identity_us; /* the clock's time of the next identity */
    uint16_t seq;        /* of `next` */
    char line[WIRE_MESSAGE_MAX]; /* what read() has not taken yet */
    size_t line_at, line_end;
    bool introduced; /* the identity has been said */
    bool gone;       /* the file was taken away while it played */
};

static int32_t measured(double value, double parts)
{
    static const double limit = 1e8; /* far outside the protocol: it will say so */
    if (isnan(value)) {
        return WIRE_NOT_MEASURED;
    }
    return (int32_t)lround(fmax(-limit, fmin(limit, value * parts)));
}

static size_t write_sample(char *out, size_t size, const struct cpr_sample *sample,
                           uint16_t seq)
{
    struct wire_message message = {.kind = WIRE_SAMPLE};
    message.as.sample = (struct wire_sample){
        .seq = seq,
        .t_us = (uint32_t)(uint64_t)sample->t_us,
        .depth_tenth_mm = measured(sample->depth_mm, 10),
        .force_tenth_n = measured(sample->force_n, 10),
        .volume_ml = measured(sample->volume_ml, 1),
        .hands = WIRE_NOT_MEASURED,
    };
    if (sample->hands != CPR_HANDS_NOT_MEASURED) {
        message.as.sample.hands = (int32_t)sample->hands;
    }
    return wire_write(out, size, &message);
}

static size_t write_identity(char *out, size_t size, uint16_t hz)
{
    struct wire_message message = {.kind = WIRE_IDENTITY};
    message.as.identity = (struct wire_identity){
        .model = "recording", .serial = "REPLAY", .hz = hz, .channels = "d"};
    return wire_write(out, size, &message);
}

/* Reads the file through once: false (err_text() says why) unless every row can be sent.
 */
static bool check(struct recording *recording, const char *path, uint16_t *hz)
{
    char line[WIRE_MESSAGE_MAX];
    struct cpr_sample sample;
    int64_t first_us = 0;
    int64_t last_us = 0;
    double samples = 0;
    while (recording_next(recording, &sample)) {
        if (write_sample(line, sizeof line, &sample, 0) == 0) {
            return err_set("%s: the sample at %.3f s is beyond what a manikin can send "
                           "(999.9 mm, 9999.9 N, 99999 ml); are its columns in mm, N "
                           "and ml?",
                           path, (double)sample.t_us / SECOND_US);
        }
        first_us = samples > 0 ? first_us : sample.t_us;
        last_us = sample.t_us;
        samples += 1 + (samples > 0 ? sample.lost : 0);
    }
    if (recording_failed(recording)) {
        return false;
    }
    if (samples < 2 || last_us == first_us) {
        return err_set("%s: holds no two samples that follow each other; choose another "
                       "recording",
                       path);
    }
    double rate = (samples - 1) * SECOND_US / (double)(last_us - first_us);
    *hz = (uint16_t)lround(fmax(1, fmin(HZ_MAX, rate)));
    return true;
}

static bool load_next(struct port_replay *self)
{
    if (!recording_next(self->recording, &self->next)) {
        return false;
    }
    self->next.t_us += self->shift_us;
    self->seq = (uint16_t)(self->seq + 1 + self->next.lost);
    return true;
}

/* Opens the file at its first sample; a later round goes on a period after the last one.
 */
static bool begin_round(struct port_replay *self)
{
    int64_t last_us = self->next.t_us;
    bool first = !self->recording;
    recording_close(self->recording);
    self->recording = recording_open(self->path);
    self->shift_us = 0;
    if (!self->recording || !load_next(self)) {
        return false;
    }
    if (!first) {
        self->shift_us = last_us + SECOND_US / self->hz - self->next.t_us;
        self->next.t_us += self->shift_us;
    }
    return true;
}

/* Puts the next line into `line`; false when none is due. */
static bool next_line(struct port_replay *self)
{
    int64_t now_us = clock_now_us(self->clock);
    self->line_at = 0;
    self->line_end = 0;
    if (self->gone) {
        return false;
    }
    if (!self->introduced) {
        self->introduced = true;
        self->line_end = write_identity(self->line, sizeof self->line, self->hz);
        return true;
    }
    if (self->next.t_us + self->ahead_us > now_us) {
        return false;
    }
    self->line_end = write_sample(self->line, sizeof self->line, &self->next, self->seq);
    self->gone = !load_next(self) && !begin_round(self);
    return true;
}

static int replay_read(struct port *port, char *bytes, size_t max)
{
    struct port_replay *self = (struct port_replay *)port;
    size_t count = 0;
    while (count < max) {
        if (self->line_at == self->line_end && !next_line(self)) {
            break;
        }
        size_t part = self->line_end - self->line_at;
        part = part < max - count ? part : max - count;
        memcpy(bytes + count, self->line + self->line_at, part);
        self->line_at += part;
        count += part;
    }
    return count == 0 && self->gone ? -1 : (int)count;
}

static bool replay_write(struct port *port, const char *bytes, size_t count)
{
    (void)port;
    (void)bytes;
    (void)count;
    return false;
}

static void replay_close(struct port *port)
{
    struct port_replay *self = (struct port_replay *)port;
    recording_close(self->recording);
    free(self->path);
    free(self);
}

struct port *port_replay_open(const char *path, const struct clock *clock)
{
    static const struct port_ops ops = {replay_read, replay_write, replay_close};
    uint16_t hz = 0;
    struct recording *recording = recording_open(path);
    bool good = recording && check(recording, path, &hz);
    recording_close(recording);
    if (!good) {
        return NULL;
    }
    struct port_replay *self = calloc(1, sizeof *self);
    assert(self);
    self->port.ops = &ops;
    self->path = strdup(path);
    assert(self->path);
    self->port.name = self->path;
    self->clock = clock;
    self->hz = hz;
    if (!begin_round(self)) {
        replay_close(&self->port);
        return NULL;
    }
    self->ahead_us = clock_now_us(clock) - self->next.t_us;
    return &self->port;
}
