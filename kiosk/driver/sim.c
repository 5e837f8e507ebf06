/* SPDX-License-Identifier: MIT */
#include "driver/sim.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/err.h"
#include "base/str.h"

enum { ANSWER_MAX = 256, ANSWER_MS = 20000 };

struct sim {
    pid_t pid;
    int to;   /* its standard input */
    int from; /* its standard output */
    char folder[64];
    char port[96];
};

/* One line from the child without its end. False when it says nothing in time or died. */
static bool read_answer(struct sim *sim, char *line, size_t size)
{
    size_t length = 0;
    while (length + 1 < size) {
        struct pollfd wait = {.fd = sim->from, .events = POLLIN};
        if (poll(&wait, 1, ANSWER_MS) <= 0) {
            return err_set("manikin-sim: no answer within %d s", ANSWER_MS / 1000);
        }
        char byte;
        ssize_t got = read(sim->from, &byte, 1);
        if (got <= 0) {
            return err_set("manikin-sim: it ended; its own words are above");
        }
        if (byte == '\n') {
            line[length] = '\0';
            return true;
        }
        line[length++] = byte;
    }
    return err_set("manikin-sim: its answer is too long");
}

static bool tell(struct sim *sim, const char *command)
{
    char line[ANSWER_MAX];
    str_format(line, sizeof line, "%s\n", command);
    size_t length = strlen(line);
    if (write(sim->to, line, length) != (ssize_t)length) {
        return err_set("manikin-sim: it cannot be told \"%s\": %s", command,
                       strerror(errno));
    }
    if (!read_answer(sim, line, sizeof line)) {
        return false;
    }
    return str_starts(line, "ok") ||
           err_set("manikin-sim: to \"%s\" it said \"%s\"", command, line);
}

static void run_child(const char *program, char *const *args, const int to[2],
                      const int from[2])
{
    dup2(to[0], STDIN_FILENO);
    dup2(from[1], STDOUT_FILENO);
    close(to[1]);
    close(from[0]);
    execv(program, args);
    fprintf(stderr, "error sim: %s cannot be started: %s\n", program, strerror(errno));
    _exit(127);
}

static bool spawn(struct sim *sim, const char *program, const char *learner, bool stepped)
{
    char spec[ANSWER_MAX];
    char link[96];
    str_copy(spec, sizeof spec, learner);
    str_copy(link, sizeof link, sim->port);
    char name[] = "manikin-sim";
    char control[] = "--control";
    char stepping[] = "--stepped";
    char link_option[] = "--link";
    char learner_option[] = "--learner";
    char *args[8] = {name, control, link_option, link};
    int count = 4;
    if (stepped) {
        args[count++] = stepping;
    }
    if (spec[0]) {
        args[count++] = learner_option;
        args[count++] = spec;
    }
    int to[2];
    int from[2];
    if (pipe2(to, O_CLOEXEC) != 0 || pipe2(from, O_CLOEXEC) != 0) {
        return err_set("manikin-sim: no pipe: %s", strerror(errno));
    }
    sim->pid = fork();
    if (sim->pid == 0) {
        run_child(program, args, to, from);
    }
    close(to[0]);
    close(from[1]);
    sim->to = to[1];
    sim->from = from[0];
    return sim->pid > 0 || err_set("manikin-sim: no process: %s", strerror(errno));
}

struct sim *sim_start(const char *program, const char *learner, bool stepped)
{
    /* A child that died must be an error sentence, not end this process. */
    signal(SIGPIPE, SIG_IGN);
    struct sim *sim = calloc(1, sizeof *sim);
    if (!sim) {
        err_set("manikin-sim: too little memory");
        return NULL;
    }
    sim->to = sim->from = -1;
    str_copy(sim->folder, sizeof sim->folder, "/tmp/life-kiosk-XXXXXX");
    char pty[ANSWER_MAX];
    if (!mkdtemp(sim->folder)) {
        err_set("%s: the folder cannot be made: %s", sim->folder, strerror(errno));
        goto fail;
    }
    str_format(sim->port, sizeof sim->port, "%s/manikin", sim->folder);
    if (!spawn(sim, program, learner, stepped) || !read_answer(sim, pty, sizeof pty)) {
        err_prefix("%s", program);
        goto fail;
    }
    return sim;
fail:
    sim_stop(sim);
    return NULL;
}

void sim_stop(struct sim *sim)
{
    if (!sim) {
        return;
    }
    if (sim->to >= 0) {
        close(sim->to); /* the end of its input ends it */
        close(sim->from);
    }
    if (sim->pid > 0) {
        kill(sim->pid, SIGTERM);
        waitpid(sim->pid, NULL, 0);
    }
    unlink(sim->port);
    rmdir(sim->folder);
    free(sim);
}

const char *sim_port(const struct sim *sim)
{
    return sim->port;
}

bool sim_press(struct sim *sim)
{
    return tell(sim, "press");
}

bool sim_rest(struct sim *sim)
{
    return tell(sim, "rest");
}

bool sim_push(struct sim *sim, double depth_mm, int count, double rate_cpm)
{
    char command[64];
    str_format(command, sizeof command, "push %g %d %g", depth_mm, count, rate_cpm);
    return tell(sim, command);
}

bool sim_plug(struct sim *sim, bool in)
{
    return tell(sim, in ? "plug" : "unplug");
}

bool sim_step(struct sim *sim, int64_t us)
{
    char command[64];
    str_format(command, sizeof command, "step %lld", (long long)us);
    return tell(sim, command);
}
