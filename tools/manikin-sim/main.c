/* SPDX-License-Identifier: MIT */
/* manikin-sim: options, the loop that moves virtual time, tear down. */
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/err.h"
#include "manikin-sim/control.h"
#include "manikin-sim/options.h"
#include "manikin-sim/sim.h"

enum {
    SLICE_US = 10000,        /* of virtual time between two looks at the world */
    TICK_MS = 1,             /* of real time */
    LEAD_US = 1000000,       /* a chest at rest before the learner starts */
    TRUTH_LEAD_US = 5000000, /* readers of third-party lines learn the rest from it */
    OPEN_WAIT_MS = 1000,     /* for a reader of the port that a truth can do without */
    TAIL_US = 2000000,       /* and after, before a fast run ends */
    LAG_MAX_US = 1000000,    /* a stopped or slow machine is not caught up beyond this */
    SIGNAL_LOOK_MS = 200,
    LINE_MAX_BYTES = 512,
};

static volatile sig_atomic_t is_stopped;

static void stop(int signal)
{
    (void)signal;
    is_stopped = 1;
}

struct control_input {
    char line[LINE_MAX_BYTES];
    size_t length;
};

/* Reads and obeys the lines that wait on stdin. False after "quit" or at the end. */
static bool obey_stdin(struct sim *sim, bool stepped, struct control_input *input)
{
    char bytes[LINE_MAX_BYTES];
    ssize_t count = read(STDIN_FILENO, bytes, sizeof bytes);
    if (count <= 0) {
        return count < 0 && errno == EINTR;
    }
    for (ssize_t i = 0; i < count; i++) {
        if (bytes[i] != '\n') {
            if (input->length + 1 < sizeof input->line) {
                input->line[input->length++] = bytes[i];
            }
            continue;
        }
        input->line[input->length] = '\0';
        input->length = 0;
        if (!control_obey(sim, stepped, input->line)) {
            return false;
        }
    }
    return true;
}

/* Waits for stdin and obeys it. False after "quit" or at its end. */
static bool wait_and_obey(struct sim *sim, bool stepped, struct control_input *input,
                          int wait_ms)
{
    struct pollfd ready = {.fd = STDIN_FILENO, .events = POLLIN};
    return poll(&ready, 1, wait_ms) <= 0 || obey_stdin(sim, stepped, input);
}

/* Time moves only by `step`. */
static bool run_stepped(struct sim *sim)
{
    struct control_input input = {.length = 0};
    while (!is_stopped && wait_and_obey(sim, true, &input, SIGNAL_LOOK_MS)) {
    }
    return true;
}

static bool run_real_time(struct sim *sim, const struct sim_options *options)
{
    struct control_input input = {.length = 0};
    struct clock clock;
    clock_init_real(&clock);
    int64_t start_us = clock_now_us(&clock);
    bool has_begun = options->control || options->wave_path;
    while (!is_stopped) {
        int64_t due_us = clock_now_us(&clock) - start_us;
        if (due_us - sim_now_us(sim) > LAG_MAX_US) {
            start_us += due_us - sim_now_us(sim);
            due_us = sim_now_us(sim);
        }
        if (!has_begun && due_us >= LEAD_US) {
            has_begun = true;
            sim_press(sim, 0);
        }
        if (!sim_run_until(sim, due_us)) {
            return false;
        }
        if (!options->control) {
            poll(NULL, 0, TICK_MS);
        } else if (!wait_and_obey(sim, false, &input, TICK_MS)) {
            break;
        }
    }
    return true;
}

/*
 * As fast as it goes, for a reader that is there from the first byte. A truth goes on
 * without one: its bytes are kept in a file.
 */
static bool run_fast(struct sim *sim, const struct sim_options *options)
{
    for (int waited_ms = 0; !is_stopped && !sim_is_open(sim); waited_ms += TICK_MS) {
        if (!options->fast && waited_ms >= OPEN_WAIT_MS) {
            break;
        }
        poll(NULL, 0, TICK_MS);
    }
    int64_t lead_us = options->truth_path ? TRUTH_LEAD_US : LEAD_US;
    bool has_begun = options->wave_path != NULL;
    int64_t end_us = INT64_MAX;
    while (!is_stopped && sim_now_us(sim) < end_us) {
        int64_t now_us = sim_now_us(sim);
        if (!has_begun && now_us >= lead_us) {
            has_begun = true;
            sim_press(sim, 0);
        }
        if (!sim_run_until(sim, now_us + SLICE_US)) {
            return false;
        }
        if (has_begun && end_us == INT64_MAX && sim_is_done(sim)) {
            end_us = sim_now_us(sim) + TAIL_US;
        }
    }
    sim_drain(sim);
    return true;
}

static void handle_signals(void)
{
    struct sigaction action = {.sa_handler = stop}; /* no SA_RESTART: reads end */
    sigaction(SIGTERM, &action, NULL);
    sigaction(SIGINT, &action, NULL);
    sigaction(SIGHUP, &action, NULL);
    signal(SIGPIPE, SIG_IGN);
}

static bool run(struct sim *sim, const struct sim_options *options)
{
    printf("%s\n", sim_path(sim));
    fflush(stdout);
    struct clock clock;
    clock_init_real(&clock);
    int64_t start_us = clock_now_us(&clock);
    bool good = options->stepped ? run_stepped(sim)
                : options->fast || (options->truth_path && !options->control)
                    ? run_fast(sim, options)
                    : run_real_time(sim, options);
    if (good && options->truth_path) {
        good = sim_write_truth(sim, options);
    }
    double real_s = (double)(clock_now_us(&clock) - start_us) * 1e-6;
    char text[160];
    sim_describe(sim, text, sizeof text);
    fprintf(stderr, "manikin-sim: %s, in %.1f s (%.1f times real time)\n", text, real_s,
            (double)sim_now_us(sim) * 1e-6 / (real_s > 0 ? real_s : 1));
    return good;
}

int main(int argc, char **argv)
{
    struct sim_options options;
    switch (options_read(&options, argc, argv)) {
    case OPTIONS_HELP: fputs(options_usage, stdout); return 0;
    case OPTIONS_BAD: fprintf(stderr, "manikin-sim: %s\n", err_text()); return 2;
    case OPTIONS_GOOD: break;
    }
    handle_signals();
    if (options.control) {
        /* It ends with the process that controls it, however that one ends. */
        prctl(PR_SET_PDEATHSIG, SIGTERM);
    }
    struct sim *sim = sim_create(&options);
    if (!sim || !run(sim, &options)) {
        fprintf(stderr, "manikin-sim: %s\n", err_text());
        sim_destroy(sim);
        return 1;
    }
    sim_destroy(sim);
    return 0;
}
