/* SPDX-License-Identifier: MIT */
/*
 * run: one practice or test on a manikin, from the first push to the result.
 *
 * Fed with samples; keeps what the screens show. Draws nothing, reads no cable. The clock
 * of a run starts with the first push: kneeling down costs no points. It must be believed
 * (watch.h): a sensor that nobody presses does not start a run. Practice has help on the
 * screen, a test has not. Both are judged the same way, but that a test is its whole
 * time, and a practice what was pressed of it.
 */
#ifndef KIOSK_STATION_RUN_H
#define KIOSK_STATION_RUN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "cpr/cpr.h"
#include "cpr/pair.h"
#include "cpr/session.h"
#include "link/fault.h"
#include "station/watch.h"

enum run_kind { RUN_PRACTICE, RUN_TEST };

enum run_phase {
    RUN_NONE,
    RUN_WAITING, /* for the first push */
    RUN_GOING,
    RUN_FINISHED, /* `result` is final */
    RUN_LOST,     /* the manikin went silent for good: no result */
};

enum {
    RUN_COMPRESSIONS_MAX = 1024, /* 8 minutes at 120 /min */
    RUN_CURVE_MAX = 2048,        /* the last 10 s at 200 Hz */
    RUN_SILENCE_S = 10, /* a run going on without a sample for this long is lost */
    RUN_STOPPED_S = 8,  /* who has stopped a practice for so long may end it */
    RUN_LEFT_S = 20,    /* ... and has left it after so long: it ends by itself */
};

struct run_plan {
    enum run_kind kind;
    double seconds;
    const struct cpr_guideline *guideline; /* borrowed from struct kiosk */
    enum cpr_mode mode;
    const struct link_status *manikin; /* borrowed; for the recording; NULL: unknown */
    bool invites_depth; /* nobody has said who presses: cpr_invite_depth() */
    bool rhythm_only;   /* depth is not coached; read at the first push */
    double
        stint_s; /* two take turns: after so long a change is due; 0: nobody has said */
    const char *keep_folder; /* recording.csv goes there; NULL: nowhere */
    bool is_pushed; /* the push that was just told is the first; none is waited for */
};

struct run_point {
    int64_t t_us;
    float depth_mm;
};

struct link_status;
struct recording_writer;

/* All times but zero_us and heard_us count from zero_us, which is 0 while waiting. */
struct run {
    enum run_phase phase;
    struct run_plan plan;
    struct cpr_session session;
    struct cpr_live live;
    struct cpr_result result;
    int64_t zero_us;   /* manikin's time of the first sample of a run that is going */
    int64_t start_us;  /* of the first push, from zero_us on; the window's start */
    int64_t newest_us; /* of the newest sample, from zero_us on */
    int64_t heard_us;  /* kiosk's clock when a sample last came */
    double touch_mm;   /* while waiting: how deep the chest is pressed since it rested */
    int64_t too_light_us; /* ... and when it rested again without a push; 0: it has not */
    uint32_t doubts;      /* enum cpr_trust: what its manikin said of itself */
    uint32_t missing;     /* samples lost since the newest */
    uint32_t curve_count; /* ever written: the ring's newest is at (count - 1) % MAX */
    struct run_point curve[RUN_CURVE_MAX];
    uint32_t compression_count;
    struct cpr_compression compressions[RUN_COMPRESSIONS_MAX];
    bool is_swapping; /* somebody else goes on: they change places now */
    bool has_let_go;  /* ... and the first one has let go, after so many pushes: */
    uint32_t swap_peaks;
    uint32_t swap_count; /* changes that were told; their times: */
    int64_t swaps_us[CPR_CHANGES_MAX];
    struct recording_writer *recording;
    char recorded
        [CPR_NAME_MAX];        /* guideline that the recording names; "": there is none */
    struct fault_queue faults; /* whose place in the recording has not come yet */
    struct watch watch;        /* of the chest while no run goes on: not the run's own */
};

/* `now_us` is the kiosk's clock. */
void run_begin(struct run *run, const struct run_plan *plan, int64_t now_us);
void run_add(struct run *run, const struct cpr_sample *samples, size_t count,
             int64_t now_us);

/* Keeps the fault for the recording. Call it before the samples of the same poll. */
void run_fault(struct run *run, const struct fault *fault);

/* Once a frame: notices a manikin that has gone silent. */
void run_tick(struct run *run, int64_t now_us);

/* Judges the run by another guideline, what has been pressed as well, while it waits or
 * goes on, or when it is finished. False: that is not possible (cpr_regard()), and
 * nothing has changed. The recording names the guideline at the end of the run. */
bool run_regard(struct run *run, const struct cpr_guideline *guideline);

/* Somebody has said who presses: depth is no longer an invitation. */
void run_answer(struct run *run);

/* The recording of a finished run names the guideline that it is judged by now. */
void run_record_guideline(struct run *run);

/* Drops the run and what it kept, but for the watch. Fine at any time. */
void run_cancel(struct run *run);

/* Seconds left, from `plan.seconds` down to 0; the last push may still come up then. */
double run_left_s(const struct run *run);

/* 30:2: thirty are done, it is time for the breaths. Not for longer than the guideline
 * allows a pause to be: then `live.prompt` asks to start again. */
bool run_breathes(const struct run *run);

/* A run that waits: the chest was just pressed and let go, and not deep enough for a
 * push. So does a child of six, to whom nothing would happen otherwise. */
bool run_is_too_light(const struct run *run);

/* The visitor has stopped a practice, and may see the result of what was pressed. */
bool run_may_end(const struct run *run);

/* Somebody else goes on. Until the next push, or for as long as the guideline lets a
 * pause be, who lets go has not stopped. Told once more while they change, or too often
 * (CPR_CHANGES_MAX), it means nothing. */
void run_swap(struct run *run);

/* Who of two pressed what, of the pushes that are complete. */
struct cpr_pair run_pair(const struct run *run);

/* Ends such a run now: it is finished. */
void run_end(struct run *run);

/* The result as the JSON of the contract; the caller frees it. */
char *run_json(const struct run *run, bool events);

#endif
