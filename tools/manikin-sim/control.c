/* SPDX-License-Identifier: MIT */
#include "manikin-sim/control.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/err.h"
#include "base/str.h"
#include "manikin-sim/sim.h"

static void answer(bool good)
{
    if (good) {
        puts("ok");
    } else {
        printf("error %s\n", err_text());
    }
    fflush(stdout);
}

static bool press(struct sim *sim, const char *argument)
{
    double seconds = 0;
    if (argument[0] != '\0' && (!str_to_double(argument, &seconds) || seconds <= 0)) {
        return err_set("press %s: give the seconds, or nothing", argument);
    }
    sim_press(sim, seconds);
    return true;
}

static bool push(struct sim *sim, const char *argument)
{
    char spec[128];
    double number[3];
    char copy[64];
    char *rest = NULL;
    int count = 0;
    bool is_read = str_copy(copy, sizeof copy, argument);
    for (char *word = strtok_r(copy, " ", &rest); word && is_read;
         word = strtok_r(NULL, " ", &rest)) {
        is_read = count < 3 && str_to_double(word, &number[count]);
        count++;
    }
    if (!is_read || count != 3 || number[1] < 1) {
        return err_set("push %s: give the depth in mm, how many, how many a minute",
                       argument);
    }
    struct learner_spec even;
    learner_spec_init(&even);
    str_format(spec, sizeof spec, "jitter=0,depth=%g,pushes=%g,rate=%g", number[0],
               number[1], number[2]);
    if (!learner_spec_read(&even, spec)) {
        return false;
    }
    sim_push(sim, &even);
    return true;
}

static bool step(struct sim *sim, bool stepped, const char *argument)
{
    int64_t us = 0;
    if (!stepped) {
        return err_set("step: time runs by itself here: start with --stepped");
    }
    if (!str_to_int64(argument, &us) || us < 0 || us > 3600000000) {
        return err_set("step %s: give microseconds, at most an hour", argument);
    }
    return sim_run_until(sim, sim_now_us(sim) + us);
}

static bool set_learner(struct sim *sim, const char *argument)
{
    struct learner_spec spec = *sim_learner(sim);
    if (!learner_spec_read(&spec, argument)) {
        return false;
    }
    sim_set_learner(sim, &spec);
    return true;
}

static void plug(struct sim *sim)
{
    if (!sim_plug(sim)) {
        answer(false);
        return;
    }
    printf("ok %s\n", sim_path(sim));
    fflush(stdout);
}

bool control_obey(struct sim *sim, bool stepped, char *line)
{
    char *argument = line + strcspn(line, " ");
    if (*argument != '\0') {
        *argument++ = '\0';
    }
    err_clear();
    if (str_equal(line, "press")) {
        answer(press(sim, argument));
    } else if (str_equal(line, "push")) {
        answer(push(sim, argument));
    } else if (str_equal(line, "rest")) {
        sim_rest(sim);
        answer(true);
    } else if (str_equal(line, "learner")) {
        answer(set_learner(sim, argument));
    } else if (str_equal(line, "unplug")) {
        sim_unplug(sim);
        answer(true);
    } else if (str_equal(line, "plug")) {
        plug(sim);
    } else if (str_equal(line, "step")) {
        answer(step(sim, stepped, argument));
    } else if (str_equal(line, "quit")) {
        answer(true);
        return false;
    } else {
        answer(err_set(
            "%s: unknown: press, push, rest, learner, unplug, plug, step or quit", line));
    }
    return true;
}
