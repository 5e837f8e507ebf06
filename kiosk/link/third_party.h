/* SPDX-License-Identifier: MIT */
/*
 * third_party: what the kiosk knows of a third-party manikin, from its first line to
 * depth.
 *
 * Heard for 20 lines it has a shape. Depth is known then from the profile remembered for
 * the port; or from a column whose name has a unit of length, once the chest has rested
 * for a second; or after the wizard. The wizard's steps follow each other by themselves:
 * hands off for 2 s, then one press, all the way down, and let go.
 */
#ifndef KIOSK_LINK_THIRD_PARTY_H
#define KIOSK_LINK_THIRD_PARTY_H

#include <limits.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "link/bent.h"
#include "link/learn.h"
#include "link/link.h"
#include "link/memo.h"
#include "link/pace.h"
#include "link/profile.h"
#include "link/stamp.h"
#include "link/talk.h"

enum { THIRD_PARTY_WHY_MAX = 256, THIRD_PARTY_NAME_MAX = 200 };

/* A stretch of time in which a reading kept still. */
struct third_party_still {
    uint32_t count;
    int64_t since_us;
    double low, high, sum;
};

/* What a port's depth was known by when it was closed. */
struct third_party_memory {
    char name[THIRD_PARTY_NAME_MAX]; /* of the port; "" nothing yet */
    struct profile profile;
    bool side_is_open;
};

struct third_party {
    char folder[PATH_MAX]; /* of remembered profiles; "" none */
    char name[THIRD_PARTY_NAME_MAX];
    struct memo memo; /* of its lines */
    struct learn learn;
    struct talk talk; /* of this port, as long as it is on trial */
    struct profile profile;
    bool is_known;   /* the shape is */
    bool is_settled; /* so is whether lines carry a time, and units by name */
    bool is_remembered;
    struct third_party_memory memory; /* outlives the port */
    bool rest_is_old;                 /* it is from before the plug was pulled */
    bool side_is_open; /* rest is known, but not to which side a press goes */
    int side_lines;    /* readings in a row that were clear of rest, negative below */
    struct third_party_still still;

    enum link_step step;
    int64_t step_us; /* when it began */
    double depths_mm[LEARN_DEPTHS];
    size_t depth_count, press; /* the one that it is at */
    char why[THIRD_PARTY_WHY_MAX];
    enum link_reason reason;

    struct bent bent; /* since it was taught or plugged in */

    /* the time line */
    struct pace pace;
    struct stamp stamp;
    bool has_newest;
    double newest;  /* the last one that came, perhaps on a line of its own */
    uint32_t burst; /* readings since burst_us, to measure hz */
    int64_t burst_us;
    int hz;
};

/* `folder` may be "". */
void third_party_init(struct third_party *manikin, const char *folder);

/*
 * A port has been opened, and closed: only the folder, what the wizard said last and the
 * last memory are kept. A third-party manikin whose column has a unit of length by name
 * goes on from its memory when it comes back in the same shape to the same port, until
 * the chest has rested for a second again.
 */
void third_party_open(struct third_party *manikin, const char *port);
void third_party_close(struct third_party *manikin);

/* A line of a port on trial. True once the shape is known. */
bool third_party_hear(struct third_party *manikin, const char *line, int64_t now_us);
void third_party_hear_noise(struct third_party *manikin);

/* Numbers have come, and more of them than noise: the trial is worth more time. */
bool third_party_is_promising(const struct third_party *manikin);

/* One to LEARN_DEPTHS depths, the least deep first. False (err_text() says why) when it
 * is too early. */
bool third_party_learn(struct third_party *manikin, const double *depths_mm, size_t count,
                       int64_t now_us);
void third_party_stop_learning(struct third_party *manikin);

/* Depth is of a force that was taught at one depth alone, by its name or by its looks. */
bool third_party_is_force_only(const struct third_party *manikin);

/* How much of the present step is done; see struct link_status. */
double third_party_step_share(const struct third_party *manikin, int64_t now_us);

/* Time passes, with lines or without. */
void third_party_watch(struct third_party *manikin, int64_t now_us);

/*
 * Takes a line with numbers; true when it holds a depth, in millimetres, and `*reading`
 * has been made of it.
 */
bool third_party_depth(struct third_party *manikin, const struct shape_line *line,
                       int64_t now_us, double *depth_mm);

#endif
