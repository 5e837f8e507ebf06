/* SPDX-License-Identifier: MIT */
/*
 * foreign: what the kiosk knows of the stranger on a port, from the first line to depth.
 *
 * Heard for 20 lines it has a shape. Depth is known then from the profile remembered for
 * the port; or from a column whose name has a unit of length, once the chest has rested
 * for a second; or after the wizard. The wizard's steps follow each other by themselves:
 * hands off for 2 s, then one press, all the way down, and let go.
 */
#ifndef KIOSK_LINK_FOREIGN_H
#define KIOSK_LINK_FOREIGN_H

#include <limits.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "link/learn.h"
#include "link/link.h"
#include "link/pace.h"
#include "link/profile.h"

enum { FOREIGN_WHY_MAX = 256, FOREIGN_NAME_MAX = 200 };

/* A stretch of time in which a reading kept still. */
struct foreign_still {
    uint32_t count;
    int64_t since_us;
    double low, high, sum;
};

/* What a port's depth was known by when it was closed. */
struct foreign_memory {
    char name[FOREIGN_NAME_MAX]; /* of the port; "" nothing yet */
    struct profile profile;
    bool side_is_open;
};

struct foreign {
    char folder[PATH_MAX]; /* of remembered profiles; "" none */
    char name[FOREIGN_NAME_MAX];
    struct learn learn;
    struct profile profile;
    bool is_known;   /* the shape is */
    bool is_settled; /* so is whether lines carry a time, and units by name */
    bool is_remembered;
    struct foreign_memory memory; /* outlives the port */
    bool rest_is_old;             /* it is from before the plug was pulled */
    bool side_is_open;            /* rest is known, but not to which side a press goes */
    int side_lines; /* readings in a row that were clear of rest, negative below */
    struct foreign_still still;

    enum link_step step;
    int64_t step_us; /* when it began */
    double full_mm;
    char why[FOREIGN_WHY_MAX];
    enum link_reason reason;

    /* the time line */
    struct pace pace;
    bool has_stamp, has_newest;
    double stamp;   /* of the sample before */
    double newest;  /* the last one that came, perhaps on a line of its own */
    uint32_t burst; /* readings since burst_us, to measure hz */
    int64_t burst_us;
    int hz;
};

/* `folder` may be "". */
void foreign_init(struct foreign *foreign, const char *folder);

/*
 * A port has been opened, and closed: only the folder, what the wizard said last and the
 * last memory are kept. A stranger whose column has a unit of length by name goes on from
 * its memory when it comes back in the same shape to the same port, until the chest has
 * rested for a second again.
 */
void foreign_open(struct foreign *foreign, const char *port);
void foreign_close(struct foreign *foreign);

/* A line of a port on trial. True once the shape is known. */
bool foreign_hear(struct foreign *foreign, const char *line, int64_t now_us);
void foreign_hear_noise(struct foreign *foreign);

/* Numbers have come, and more of them than noise: the trial is worth more time. */
bool foreign_is_promising(const struct foreign *foreign);

/* False (err_text() says why) when it is too early. */
bool foreign_learn(struct foreign *foreign, double full_mm, int64_t now_us);
void foreign_stop_learning(struct foreign *foreign);

/* How much of the present step is done; see struct link_status. */
double foreign_step_share(const struct foreign *foreign, int64_t now_us);

/* Time passes, with lines or without. */
void foreign_watch(struct foreign *foreign, int64_t now_us);

/*
 * Takes a line with numbers; true when it holds a depth, in millimetres, and `*reading`
 * has been made of it.
 */
bool foreign_depth(struct foreign *foreign, const struct shape_line *line, int64_t now_us,
                   double *depth_mm);

#endif
