/* SPDX-License-Identifier: MIT */
/*
 * link: the cable to one manikin.
 *
 * Finds the port, the baud rate and the reader, shakes hands, turns lines into samples
 * and comes back by itself after a pulled plug. Knows nothing of lessons or the screen.
 * Polled once a frame and never blocks: reads and writes are non-blocking, and a search
 * step costs at most one open. Having no manikin is a state, not an error.
 */
#ifndef KIOSK_LINK_LINK_H
#define KIOSK_LINK_LINK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/clock.h"
#include "cpr/cpr.h"
#include "link/fault.h"
#include "link/reason.h"
#include "link/talk.h"

enum {
    LINK_SAMPLES_MAX = 512, /* more than a second of the fastest manikin */
    LINK_STALE_MS = 500,    /* no sample for this long: stale */
    LINK_LOST_MS = 2000,    /* no valid line: the port is closed, the search starts */
    LINK_FULL_MIN_MM = 20,  /* how deep a chest may go when pressed all the way */
    LINK_FULL_MAX_MM = 120,
    LINK_LEARN_DEPTHS = 3,  /* presses of one teaching, at most, */
    LINK_LEARN_STEP_MM = 5, /* ... so far apart, at least */
    LINK_RETRY_MS = 300,    /* between two search steps: back within 1 s of the plug */
    LINK_BATTERY_LOW_MV = 3400, /* a lithium cell with a tenth of its charge left */
};

enum link_state {
    LINK_SEARCHING, /* no port, or nothing understood yet */
    LINK_READY,     /* samples flow */
    LINK_STALE,     /* a manikin, but no samples; the port is still open */
};

/* The manikin wizard, for a manikin that is not ours. Its steps follow each other. */
enum link_step {
    LINK_STEP_NONE,   /* it does not run */
    LINK_STEP_REST,   /* hands off the chest */
    LINK_STEP_PRESS,  /* press it once, all the way down or to press_mm, and let go */
    LINK_STEP_DONE,   /* depth is known, and remembered for this port */
    LINK_STEP_FAILED, /* status.why says why; link_learn() begins again */
};

/* What staff and the practice screen may show. Its texts live as long as the link. */
struct link_status {
    enum link_state state;
    const char *port;  /* "/dev/ttyUSB0"; "" while none is open */
    const char *model; /* from $I; "" when the manikin does not say */
    const char *serial;
    const char *firmware;
    const char *calibration; /* "" = not calibrated */
    int hz;                  /* as the manikin says, or as measured; 0 unknown */
    int battery_mv;          /* 0 unknown */
    uint32_t lines_good;
    uint32_t lines_bad;    /* broken CRC, overlong, NUL, not UTF-8, half at open */
    uint32_t samples_lost; /* gaps in seq */
    uint32_t no_depth;     /* readings without one: words, codes, an empty field */
    uint32_t faults;       /* $E lines */
    const char *words;  /* last status word of a third-party sensor: "TIMEOUT"; "" none */
    uint32_t answers;   /* $A lines: a command has been answered when it moves */
    char answered;      /* the command of the last one, '\0' before it */
    int answer_error;   /* 0 ok; the codes are in firmware/wire/PROTOCOL.md */
    const char *lines;  /* third-party: "comma", "json", ...; "" ours */
    const char *column; /* ... which of its numbers is depth; "" not known yet */
    const char *encoding;  /* ... "UTF-8" or "GBK"; "" all is ASCII, or ours */
    enum talk_kind talk;   /* while no port is understood: what the best of them says, */
    const char *talk_line; /* ... its last line, printable, 60 characters; "" none */
    const char *talk_port; /* ... and which it is */
    uint32_t doubts; /* enum cpr_trust: why no depth of it can be scored, known before a
                      * push: ours, and not calibrated; a force taught at one depth; or a
                      * recording that says so */
    enum link_step step; /* of the wizard */
    int press, presses;  /* PRESS: which of how many, from 1 on; 0 in other steps, */
    double press_mm;     /* ... and how deep it is to be */
    double step_share;   /* REST: how much is over; PRESS: how far the chest is down, of
                          * the farthest yet; both 0 to 1 */
    const char *why;     /* the sentence of LINK_STEP_FAILED; "" otherwise */
    enum link_reason reason; /* the same, to be said in any language */
    bool simulated;          /* by what the model says of itself, or a replayed file */
};

struct link;
struct port_source;

/*
 * `target` is "auto", a device path, or "replay:FILE". "auto" tries what the machine
 * lists as USB serial ports, the remembered one first. `clock` is borrowed.
 * NULL (err_text() says why) when `target` cannot ever work: a replay file that is not
 * there. An absent device is LINK_SEARCHING.
 */
struct link *link_create(const char *target, const struct clock *clock);

/* The same with other ports: how a test plugs and pulls. `source` is borrowed. */
struct link *link_create_from(const char *target, const struct clock *clock,
                              const struct port_source *source);

/* NULL is fine. Closes the port. */
void link_destroy(struct link *link);

/*
 * Does one frame's work and copies at most `max` samples out, oldest first. Returns how
 * many. Time comes from the manikin's stamps, unwrapped; it restarts from a later value,
 * never an earlier one, after a reconnect.
 */
size_t link_poll(struct link *link, struct cpr_sample *out, size_t max);

/*
 * What went wrong since the last call, oldest first; false: nothing more. A fault belongs
 * behind the sample whose time it has, which link_poll() may have given already.
 */
bool link_next_fault(struct link *link, struct fault *fault);

/* A replayed recording plays from its start (as it does at once), or rests: ready, but
 * without samples. Nothing for a real manikin. */
void link_play(struct link *link, bool play);

void link_status(const struct link *link, struct link_status *status);

/*
 * Commands to the manikin: this place is depth 0; this place is `depth_mm`; keep both for
 * the next power-on. The answer comes later, into the status. False (err_text() says why)
 * when no manikin is there to be asked, or it cannot be asked now.
 */
bool link_zero(struct link *link);
bool link_span(struct link *link, double depth_mm);
bool link_save(struct link *link);

/*
 * `folder` is where third-party manikins are remembered, by port, a small file each; it
 * is made when the first one is learnt. Without it they are forgotten with the plug, but
 * for those whose column has a unit of length in its name: with the link.
 */
void link_remember(struct link *link, const char *folder);

/*
 * Begins the wizard: hands are off the chest now. `full_mm` is how deep the chest goes
 * when it is pressed all the way down. False (err_text() says why) when no third-party
 * manikin is there (ours is told by link_zero() and link_span()), or only just.
 */
bool link_learn(struct link *link, double full_mm);

/*
 * The same for a sensor that is not straight: one press to each of up to
 * LINK_LEARN_DEPTHS depths, the least deep first, the last within LINK_FULL_MIN_MM and
 * _MAX_MM, at least LINK_LEARN_STEP_MM apart. A force is scored only after three.
 */
bool link_learn_depths(struct link *link, const double *depths_mm, size_t count);
void link_stop_learning(struct link *link);

#endif
