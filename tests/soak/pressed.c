/* SPDX-License-Identifier: MIT */
#include "soak/pressed.h"

#include <errno.h>
#include <fcntl.h>
#include <math.h>
#include <pty.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include "base/err.h"
#include "base/str.h"
#include "wire/wire.h"

enum { SAMPLE_US = 10000, INTRODUCE_US = 2000000, SECOND_US = 1000000 };

static void say(struct pressed *self, const struct wire_message *message)
{
    char line[WIRE_MESSAGE_MAX];
    size_t length = wire_write(line, sizeof line, message);
    /* A kiosk that does not read loses it, as on a real cable. */
    ssize_t written = write(self->master, line, length);
    (void)written;
}

static void introduce(struct pressed *self, int64_t now_us)
{
    struct wire_message message = {.kind = WIRE_IDENTITY};
    message.as.identity = (struct wire_identity){.model = "soak",
                                                 .serial = "1",
                                                 .firmware = "1",
                                                 .hz = 100,
                                                 .channels = "d",
                                                 .calibration = "1"};
    say(self, &message);
    self->introduced_us = now_us;
}

static bool open_pty(struct pressed *self)
{
    char path[64];
    struct termios raw = {0};
    int slave;
    cfmakeraw(&raw);
    if (openpty(&self->master, &slave, path, &raw, NULL) != 0) {
        self->master = -1;
        return err_set("no pty: %s", strerror(errno));
    }
    close(slave);
    fcntl(self->master, F_SETFL, O_NONBLOCK);
    unlink(self->port);
    return symlink(path, self->port) == 0 ||
           err_set("%s: cannot be made: %s", self->port, strerror(errno));
}

bool pressed_open(struct pressed *self, const char *folder)
{
    *self = (struct pressed){.master = -1, .introduced_us = -INTRODUCE_US};
    str_format(self->port, sizeof self->port, "%s/manikin", folder);
    return open_pty(self);
}

void pressed_close(struct pressed *self)
{
    if (self->master >= 0) {
        close(self->master);
        unlink(self->port);
        self->master = -1;
    }
}

void pressed_plug(struct pressed *self, bool in, int64_t now_us)
{
    if (!in) {
        pressed_close(self);
    } else if (self->master < 0 && open_pty(self)) {
        self->told_us = now_us;
        self->introduced_us = now_us - INTRODUCE_US;
    }
}

void pressed_push(struct pressed *self, double depth_mm, int count, double rate_cpm,
                  int64_t now_us)
{
    self->depth_mm = depth_mm;
    self->rate_cpm = rate_cpm;
    self->begin_us = now_us;
    self->end_us = now_us + (int64_t)(count * 60 / rate_cpm * SECOND_US);
}

bool pressed_moves(const struct pressed *self, int64_t now_us)
{
    return self->master >= 0 && now_us < self->end_us;
}

static double depth_mm_at(const struct pressed *self, int64_t t_us)
{
    if (t_us < self->begin_us || t_us >= self->end_us) {
        return 0;
    }
    double pushes = (double)(t_us - self->begin_us) / SECOND_US * self->rate_cpm / 60;
    return self->depth_mm * (1 - cos(2 * M_PI * pushes)) / 2;
}

/* To whatever it is asked it says yes, and who it is. */
static void answer(struct pressed *self, int64_t now_us)
{
    char bytes[256];
    ssize_t count = read(self->master, bytes, sizeof bytes);
    for (ssize_t i = 0; i + 1 < count; i++) {
        if (bytes[i] == '$' && strchr("?ZKRTW", bytes[i + 1])) {
            struct wire_message message = {.kind = WIRE_ANSWER};
            message.as.answer = (struct wire_answer){bytes[i + 1], WIRE_OK};
            say(self, &message);
            introduce(self, now_us);
        }
    }
}

void pressed_pass(struct pressed *self, int64_t now_us)
{
    if (self->master < 0) {
        return;
    }
    answer(self, now_us);
    if (now_us - self->introduced_us >= INTRODUCE_US) {
        introduce(self, now_us);
    }
    for (; self->told_us + SAMPLE_US <= now_us; self->told_us += SAMPLE_US) {
        struct wire_message message = {.kind = WIRE_SAMPLE};
        message.as.sample = (struct wire_sample){
            .seq = self->seq++,
            .t_us = (uint32_t)self->told_us,
            .depth_tenth_mm = (int32_t)lround(10 * depth_mm_at(self, self->told_us)),
            .force_tenth_n = WIRE_NOT_MEASURED,
            .volume_ml = WIRE_NOT_MEASURED,
            .hands = WIRE_NOT_MEASURED};
        say(self, &message);
    }
}
