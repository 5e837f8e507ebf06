/* SPDX-License-Identifier: MIT */
/*
 * learner: presses a chest as asked. The same spec gives the same pushes to
 * the last bit; no clock is looked at.
 */
#ifndef TOOLS_MANIKIN_SIM_LEARNER_H
#define TOOLS_MANIKIN_SIM_LEARNER_H

#include <stdbool.h>
#include <stdint.h>

/* The deepest that the simulated chest goes. */
#define LEARNER_DEPTH_MAX_MM 85.0

enum { LEARNER_PUSHES_MAX = 10000 };

struct learner_spec {
    double depth_mm; /* mean peak below rest */
    double rate_cpm; /* mean, pauses left out */
    double lean_mm;  /* how far the chest stays down between pushes */
    double jitter;   /* standard deviation of depth and of interval, as a fraction */
    double seconds;  /* how long, pauses counted in; 0 = until told to rest */
    int pauses;      /* stops of 4 s, spread evenly; over 30 s where seconds is 0 */
    int cycle;       /* stops 5 s after each N pushes, as if for two breaths; 0: never */
    int pushes;      /* hands off after so many; 0: not for that */
    uint64_t seed;
};

/* depth=55,rate=110,lean=0,jitter=0.03,pauses=0,cycle=0,pushes=0,seconds=0,
 * seed=1 */
void learner_spec_init(struct learner_spec *spec);

/*
 * Reads "depth=55,rate=110"; what is not named stays as it is. False (err_text() says
 * why), with nothing changed, when a part is unknown or not possible.
 */
bool learner_spec_read(struct learner_spec *spec, const char *text);

struct learner {
    struct learner_spec spec;

    enum { LEARNER_AWAY, LEARNER_PUSHING, LEARNER_PAUSING, LEARNER_LEAVING } doing;

    int64_t begun_us; /* the whole run */
    int64_t from_us;  /* what it is doing now */
    int64_t until_us;
    double from_mm; /* where the push began */
    double peak_mm;
    int pauses_made;
    int pushes_made; /* since it began, or last stopped for breaths */
    int pushes_all;  /* since it began */
    uint64_t random;
    double held_deviate[2]; /* of interval and depth: the next push takes the opposite */
    bool has_held;
};

/* There is no learner. */
void learner_init(struct learner *learner);

/* Starts to press. `seconds` > 0 goes before the spec's. */
void learner_press(struct learner *learner, const struct learner_spec *spec,
                   double seconds, int64_t now_us);

/* Ends the present push, then takes the hands off. */
void learner_rest(struct learner *learner);

bool learner_is_away(const struct learner *learner);

/* How deep the chest is; `now_us` never goes back. */
double learner_depth_mm(struct learner *learner, int64_t now_us);

#endif
