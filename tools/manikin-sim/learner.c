/* SPDX-License-Identifier: MIT */
/*
 * A push is a raised cosine over nine tenths of its interval, then the chest rests for
 * one tenth: that is above half of its depth for 45 % of the time, which is what the
 * duty cycle of good compressions is. Deviations come in pairs of opposite sign, so that
 * the means of a run are those asked for, not only nearly.
 */
#include "manikin-sim/learner.h"

#include <math.h>
#include <string.h>

#include "base/err.h"
#include "base/str.h"

#define PUSH_SHARE      0.9
#define PAUSE_US        INT64_C(4000000)
#define BREATHS_US      INT64_C(5000000)
#define PAUSE_SPREAD_S  30.0
#define LEAN_BEFORE_OFF 1200000 /* a lean stays visible for the 1 s that counts */
#define HANDS_OFF_US    300000
#define DEVIATE_MAX     2.5

void learner_spec_init(struct learner_spec *spec)
{
    *spec =
        (struct learner_spec){.depth_mm = 55, .rate_cpm = 110, .jitter = 0.03, .seed = 1};
}

static bool set_part(struct learner_spec *spec, const char *key, const char *text)
{
    const struct {
        const char *key;
        double *value;
        double low, high;
    } parts[] = {
        {"depth", &spec->depth_mm, 1, LEARNER_DEPTH_MAX_MM},
        {"rate", &spec->rate_cpm, 20, 250},
        {"lean", &spec->lean_mm, 0, LEARNER_DEPTH_MAX_MM},
        {"jitter", &spec->jitter, 0, 0.3},
        {"seconds", &spec->seconds, 0, 86400},
    };

    int64_t whole = 0;
    bool is_whole = str_to_int64(text, &whole);

    const struct {
        const char *key;
        int *value;
        int high;
    } counts[] = {
        {"pauses", &spec->pauses, 100},
        {"cycle", &spec->cycle, 100},
        {"pushes", &spec->pushes, LEARNER_PUSHES_MAX},
    };

    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
        if (str_equal(key, counts[i].key)) {
            *counts[i].value = (int)whole;
            return (is_whole && whole >= 0 && whole <= counts[i].high) ||
                   err_set("learner: %s=%s: give a whole number from 0 to %d", key, text,
                           counts[i].high);
        }
    }
    if (str_equal(key, "seed")) {
        spec->seed = (uint64_t)whole;
        return is_whole || err_set("learner: seed=%s: give a whole number", text);
    }
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        if (str_equal(key, parts[i].key)) {
            return (str_to_double(text, parts[i].value) &&
                    *parts[i].value >= parts[i].low &&
                    *parts[i].value <= parts[i].high) ||
                   err_set("learner: %s=%s: give a number from %g to %g", key, text,
                           parts[i].low, parts[i].high);
        }
    }
    return err_set("learner: %s is unknown: use depth, rate, lean, jitter, seconds, "
                   "pauses, cycle, pushes or seed",
                   key);
}

bool learner_spec_read(struct learner_spec *spec, const char *text)
{
    struct learner_spec read = *spec;
    char copy[256];
    if (!str_copy(copy, sizeof copy, text)) {
        return err_set("learner: the text is too long: at most 255 bytes");
    }
    char *rest = NULL;
    for (char *part = strtok_r(copy, ",", &rest); part;
         part = strtok_r(NULL, ",", &rest)) {
        char *equals = strchr(part, '=');
        if (!equals) {
            return err_set("learner: %s: write key=value, for example depth=55", part);
        }
        *equals = '\0';
        if (!set_part(&read, part, equals + 1)) {
            return false;
        }
    }
    if (read.lean_mm >= read.depth_mm) {
        return err_set("learner: lean=%g is not above depth=%g: give a smaller lean",
                       read.lean_mm, read.depth_mm);
    }
    if (read.seconds > 0 && read.pauses * 4 >= read.seconds) {
        return err_set("learner: %d pauses of 4 s do not fit into %g s: ask for fewer",
                       read.pauses, read.seconds);
    }
    *spec = read;
    return true;
}

static double draw(struct learner *learner)
{
    learner->random ^= learner->random << 13;
    learner->random ^= learner->random >> 7;
    learner->random ^= learner->random << 17;
    return (double)(learner->random >> 11) * 0x1p-53;
}

/* Normal, mean 0, deviation 1, not beyond DEVIATE_MAX. */
static double deviate(struct learner *learner)
{
    double value = sqrt(-2 * log(1 - draw(learner))) * cos(2 * M_PI * draw(learner));
    return fmax(-DEVIATE_MAX, fmin(DEVIATE_MAX, value));
}

void learner_init(struct learner *learner)
{
    memset(learner, 0, sizeof *learner);
    learner_spec_init(&learner->spec);
}

static void push(struct learner *learner, int64_t now_us, double from_mm)
{
    if (learner->has_held) {
        learner->held_deviate[0] = -learner->held_deviate[0];
        learner->held_deviate[1] = -learner->held_deviate[1];
    } else {
        learner->held_deviate[0] = deviate(learner);
        learner->held_deviate[1] = deviate(learner);
    }
    learner->has_held = !learner->has_held;
    const struct learner_spec *spec = &learner->spec;
    double interval_s =
        60 / spec->rate_cpm * (1 + spec->jitter * learner->held_deviate[0]);
    learner->peak_mm =
        fmin(LEARNER_DEPTH_MAX_MM,
             spec->depth_mm * (1 + spec->jitter * learner->held_deviate[1]));
    learner->pushes_made++;
    learner->pushes_all++;
    learner->doing = LEARNER_PUSHING;
    learner->from_mm = from_mm;
    learner->from_us = now_us;
    learner->until_us = now_us + (int64_t)llround(interval_s * 1e6);
}

void learner_press(struct learner *learner, const struct learner_spec *spec,
                   double seconds, int64_t now_us)
{
    double from_mm = learner_depth_mm(learner, now_us);
    learner->spec = *spec;
    if (seconds > 0) {
        learner->spec.seconds = seconds;
    }
    learner->begun_us = now_us;
    learner->pauses_made = 0;
    learner->pushes_made = 0;
    learner->pushes_all = 0;
    learner->has_held = false;
    learner->random = spec->seed * 2654435761u + 88172645463325252u;
    push(learner, now_us, from_mm);
}

void learner_rest(struct learner *learner)
{
    if (learner->doing != LEARNER_AWAY) {
        learner->spec.seconds = 1e-6; /* the present push is the last */
    }
}

bool learner_is_away(const struct learner *learner)
{
    return learner->doing == LEARNER_AWAY;
}

/* Hands off for `for_us`, from the end of a push: its still end belongs to the stop. */
static void stop(struct learner *learner, int64_t for_us)
{
    double still_us = (1 - PUSH_SHARE) * 60e6 / learner->spec.rate_cpm;
    learner->doing = LEARNER_PAUSING;
    learner->from_us = learner->until_us;
    learner->until_us += for_us - (int64_t)still_us;
}

/* What was being done has ended at until_us. */
static void go_on(struct learner *learner)
{
    const struct learner_spec *spec = &learner->spec;
    int64_t now_us = learner->until_us;
    double elapsed_s = (double)(now_us - learner->begun_us) * 1e-6;
    double half_push_s = 30 / spec->rate_cpm;
    double spread_s = spec->seconds > 0 ? spec->seconds : PAUSE_SPREAD_S;
    bool is_last = spec->seconds > 0 && elapsed_s + half_push_s >= spec->seconds;
    is_last = is_last || (spec->pushes > 0 && learner->pushes_all >= spec->pushes);
    if (learner->doing == LEARNER_LEAVING) {
        learner->doing = LEARNER_AWAY;
    } else if (is_last) {
        learner->doing = LEARNER_LEAVING;
        learner->from_us = now_us + LEAN_BEFORE_OFF;
        learner->until_us = learner->from_us + HANDS_OFF_US;
    } else if (learner->doing == LEARNER_PUSHING && learner->pauses_made < spec->pauses &&
               elapsed_s >= spread_s * (learner->pauses_made + 1) / (spec->pauses + 1)) {
        learner->pauses_made++;
        stop(learner, PAUSE_US);
    } else if (learner->doing == LEARNER_PUSHING && spec->cycle > 0 &&
               learner->pushes_made >= spec->cycle) {
        learner->pushes_made = 0;
        stop(learner, BREATHS_US);
    } else {
        push(learner, now_us, spec->lean_mm);
    }
}

/* 0 to 1 over the first half of a turn, smoothly. */
static double ease(double share)
{
    return (1 - cos(M_PI * fmax(0, fmin(1, share)))) / 2;
}

double learner_depth_mm(struct learner *learner, int64_t now_us)
{
    while (learner->doing != LEARNER_AWAY && now_us >= learner->until_us) {
        go_on(learner);
    }
    double lean_mm = learner->spec.lean_mm;
    double length_us = (double)(learner->until_us - learner->from_us);
    double share = (double)(now_us - learner->from_us) / length_us;
    switch (learner->doing) {
    case LEARNER_PUSHING:
        share /= PUSH_SHARE / 2;
        return share < 1
                   ? learner->from_mm +
                         (learner->peak_mm - learner->from_mm) * ease(share)
                   : learner->peak_mm + (lean_mm - learner->peak_mm) * ease(share - 1);
    case LEARNER_PAUSING: return lean_mm;
    case LEARNER_LEAVING: return lean_mm * (1 - ease(share));
    case LEARNER_AWAY: break;
    }
    return 0;
}
