/* SPDX-License-Identifier: MIT */
/*
 * ladder: the counting rules. What one session adds to the sums, and what is excluded.
 *
 *     touch          any session
 *     visit          at least 5 s and one choice
 *     lesson_started lesson_done quiz_passed (>= 80 %) practice test test_passed
 *     aed_done call_done qr_shown
 *     group          an instructor's head count, 1 to 99
 *
 * Each is counted once where it happens and committed at once, but never while somebody
 * presses: between ladder_run_began() and ladder_run_ended() counts wait, in order.
 * Excluded, and counted as excluded in `detail`: under 5 s ("excluded:short"), staff and
 * cleaning mode ("excluded:staff"), stories and demos ("excluded:demo"), the simulated
 * manikin ("excluded:simulated"), sessions over 2 h ("excluded:long"). A session that
 * ends without a visit counts one "visit", "excluded:short".
 * Nothing here outlives its session but counts that the disk refused: they wait.
 */
#ifndef KIOSK_STORE_LADDER_H
#define KIOSK_STORE_LADDER_H

#include <stdbool.h>
#include <stdint.h>

#include "base/clock.h"
#include "store/store.h"

enum {
    LADDER_VISIT_S = 5,
    LADDER_LONG_S = 2 * 60 * 60,
    LADDER_WAITING_MAX = 32, /* counts kept back while somebody presses */
    LADDER_ONCE_MAX = 512,   /* as many as a catalogue of lessons can bring */
    LADDER_GROUP_MAX = 99,
};

/* Why a count is excluded; where several hold, the first one is given. */
enum ladder_reason {
    LADDER_REAL,
    LADDER_DEMO,      /* a story or a demo drives the kiosk */
    LADDER_STAFF,     /* staff or cleaning mode */
    LADDER_SIMULATED, /* the manikin is simulated: practice, test and test_passed only */
    LADDER_LONG,      /* what comes after 2 h */
    LADDER_SHORT,     /* only the visit that did not come about */
};

struct ladder {
    struct store *store;       /* borrowed; NULL: nothing is counted */
    const struct clock *clock; /* borrowed */
    bool demo;
    bool simulated;
    bool staff;
    bool open; /* a session is going on */
    bool chose;
    bool visited;
    bool pressing;
    int64_t began_us;
    int waiting_count;
    struct store_row waiting[LADDER_WAITING_MAX];
    int once_count;
    uint32_t once[LADDER_ONCE_MAX]; /* hashes of what this session has counted already */
};

void ladder_init(struct ladder *ladder, struct store *store, const struct clock *clock);

/* First touch or push of a session: counts `touch`. */
void ladder_begin(struct ladder *ladder);
/* The visitor chose something: with 5 s passed this makes a `visit`. */
void ladder_chose(struct ladder *ladder);
/* Once a frame: a visit may become due by time alone. */
void ladder_tick(struct ladder *ladder);
/* The visitor left. */
void ladder_end(struct ladder *ladder);

/* `metric` happened with `subject` ("adult-cpr"); the same pair counts once a session,
 * except practice, test and test_passed, which count each time. */
void ladder_count(struct ladder *ladder, const char *metric, const char *subject,
                  int content);

/* An instructor's head count, 1 to LADDER_GROUP_MAX. Staff enter it, so only a demo
 * excludes it. */
void ladder_group(struct ladder *ladder, int people, const char *subject, int content);

/* Histograms of a finished test, sums as well: score by tens, depth by 5 mm, rate by 10.
 * Metrics "test_score", "test_depth" and "test_rate"; a bin "80~89" holds [80, 90), the
 * last one of the score is "90~100". A tilde, since a spreadsheet takes "10-14" for a
 * date. NAN is left out. Not kept for excluded runs. */
void ladder_test_values(struct ladder *ladder, const char *subject, int content,
                        double score, double depth_mm, double rate_cpm);

void ladder_run_began(struct ladder *ladder);
void ladder_run_ended(struct ladder *ladder);

/* Local date as 20261123 and hour of a moment. */
void ladder_day_hour(int64_t wall_s, int *day, int *hour);

#endif
