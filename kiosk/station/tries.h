/* SPDX-License-Identifier: MIT */
/*
 * tries: the tries of one visitor in a session, to tell what got better. They are alike
 * by guideline, mode and whether two took turns; another kind begins anew. Forgotten when
 * the visitor leaves.
 */
#ifndef KIOSK_STATION_TRIES_H
#define KIOSK_STATION_TRIES_H

#include <stdint.h>

#include "station/run.h"

struct tries_bar {
    float t_s; /* since the first push */
    float depth_mm;
};

/* A zeroed one has none. */
struct tries {
    uint32_t count; /* with a score */
    char guideline[CPR_NAME_MAX];
    enum cpr_mode mode;
    bool by_two; /* who took turns */
    double before,
        now; /* scores of the last two, as they are shown; `before` from the second on */
    uint32_t first_count;
    struct tries_bar first[RUN_COMPRESSIONS_MAX]; /* the pushes of the first try */
};

/* Adds a finished run; one without a score is none. */
void tries_add(struct tries *tries, const struct run *run);

/* The last try is judged anew, by another guideline: it is the first of its kind. */
void tries_regard(struct tries *tries, const struct run *run);

void tries_forget(struct tries *tries);

/* Points that the last try is better than the one before, as they are shown; 0: it is
 * not, or there was none. NULL is fine. */
int tries_gained(const struct tries *tries);

#endif
