/* SPDX-License-Identifier: MIT */
/*
 * counter: the counting rules. What one session adds to the sums, and what is excluded.
 *
 *     touch          any session
 *     visit          at least 5 s and one choice
 *     lesson_started lesson_done quiz_passed (>= 80 %) practice test test_passed
 *     rhythm_done    a rhythm was tapped to its end
 *     call_done      an emergency call was played to its end
 *     aed_done       an AED was played to the pressing after its shock
 *     pushes         how often a chest was pressed in runs, finished or not
 *     question       the first answer to a question in a session, right or wrong
 *     course_shown   a course of the county stood on the screen
 *     qr_shown       a QR code stood there: of the map of AEDs, of a course
 *     willing        would somebody help? Asked before and after a lesson; `detail` holds
 *                    both, "before:yes". Sums of an hour: of several visitors in it,
 *                    nobody can tell who changed his mind; of one alone it shows.
 *                    "before" counts all who begin a lesson, "after" only those who come
 *                    to its end: they are not the same people, and the two sums do not
 *                    tell what a lesson has changed
 *     first_time     is he here for the first time? Asked once at the end; "yes", "no"
 *     group          an instructor's head count, 1 to 99, by the kind of group; with it
 *     group_session  1, and
 *     group_minutes  how long the group was taught
 *     proof          staff look whether counts arrive in the file; never counts
 *     running        minutes for which the kiosk was on in that hour, by a clock that
 *                    never goes back; written every 10 minutes, at the end of the hour,
 *                    and when the kiosk closes. What is left of a minute goes to the next
 *                    hour
 *
 * Each is counted once where it happens and committed at once, but never while a visitor
 * presses: until as many counter_run_ended() as counter_run_began() counts wait
 * (queue.h). Excluded, and counted as excluded in `detail`; where several apply, the
 * first is given:
 *
 *     excluded:demo       a story or a demo drives the kiosk
 *     excluded:clock      the date cannot be right; what staff enter, too
 *     excluded:staff      staff or cleaning mode
 *     excluded:simulated  a run on a simulated manikin
 *     excluded:long       what comes after 2 h of a session
 *     excluded:short      the visit of a session that ended without one
 *     excluded:proof      a proof, whoever asks for it
 *
 * What staff enter and `running` are no visitor's: of these reasons only a demo holds.
 *
 * Only counts that wait outlive their session: while others press, or because the disk
 * failed. The counter reads no clock: each call gets its moment.
 */
#ifndef KIOSK_COUNT_COUNTER_H
#define KIOSK_COUNT_COUNTER_H

#include <stdbool.h>
#include <stdint.h>

#include "count/count.h"
#include "count/moment.h"
#include "count/queue.h"
#include "count/row.h"

enum {
    COUNTER_VISIT_S = 5,
    COUNTER_LONG_S = 2 * 60 * 60,
    COUNTER_ONCE_MAX = 2048, /* as many as a catalogue of lessons can bring */
    COUNTER_GROUP_MAX = 99,
    COUNTER_GROUP_MINUTES_MAX = 8 * 60, /* a day of teaching */
    COUNTER_RUNNING_MIN = 10,           /* `running` is written after as many minutes */
};

struct counter {
    struct count_queue queue;
    bool demo;        /* a story or a demo drives the kiosk */
    bool wrong_clock; /* the calendar cannot be believed: clock_trust.h */
    bool staff;       /* staff use the kiosk */
    bool open;        /* a session is going on */
    bool chose;
    bool visited;
    int64_t began_us;
    bool runs;                  /* it has ticked since the kiosk started */
    struct count_moment ran_at; /* ... at last, and how long it has been on */
    int64_t ran_us;             /* since `running` was written */
    int once_count;
    uint64_t once[COUNTER_ONCE_MAX]; /* hashes of what this session has counted already */
};

/* A sink without `add`: nothing is counted. What `sink` points to is borrowed. */
void counter_init(struct counter *counter, struct count_sink sink);

/* First touch or push of a session: counts `touch`. */
void counter_begin(struct counter *counter, struct count_moment at);
/* The visitor chose something: with 5 s passed this makes a `visit`. */
void counter_chose(struct counter *counter, struct count_moment at);
/* Once a frame: by time alone a visit may become due, and what waits (queue.h); and the
 * kiosk is on. */
void counter_tick(struct counter *counter, struct count_moment at);
/* The visitor left. */
void counter_end(struct counter *counter, struct count_moment at);
/* The kiosk closes: ends the session and writes what waits, even during a run. */
void counter_finish(struct counter *counter, struct count_moment at);

/* It happened with `subject` (the lesson's id, "" where counts.def names none) in its
 * version `content`. What is below has functions of its own. */
void counter_add(struct counter *counter, struct count_moment at, enum count what,
                 const char *subject, int content);

/* The visitor answered `question`, any text that is unique to it. Only the
 * first answer of a session counts: the second time the reason has been read. */
void counter_question(struct counter *counter, struct count_moment at,
                      const char *question, bool right, const char *topic, int content);

/* The visitor said whether he would help, before the lesson that asks him or after it.
 * The first answer of a session counts, of each. */
enum counter_willing { COUNTER_YES, COUNTER_UNSURE, COUNTER_NO };

void counter_willing(struct counter *counter, struct count_moment at, const char *lesson,
                     bool after, enum counter_willing answer, int content);

/* The visitor said whether he is here for the first time; the first answer of a session
 * counts. */
void counter_first_time(struct counter *counter, struct count_moment at, bool yes);

/* An instructor's head count, 1 to COUNTER_GROUP_MAX, and how long they were taught, 0 to
 * COUNTER_GROUP_MINUTES_MAX. False and nothing counted where a number is not one. */
bool counter_group(struct counter *counter, struct count_moment at,
                   enum count_group group, int people, int minutes);

/* A run that was finished. A practice: the rest of it is not read. */
struct counter_run {
    const char *guideline; /* full name of the profile */
    int year;              /* of the guideline */
    bool simulated;        /* the manikin is */
    bool test;             /* false: a practice */
    bool passed;
    /* Histograms, sums as well: by tens, by 5 mm, by 10 a minute; NAN is left out. A bin
     * "80~89" holds [80, 90), the last one of the score is "90~100". A tilde, since a
     * spreadsheet takes "10-14" for a date. Not kept of a run that is excluded. */
    double score;
    double depth_mm;
    double rate_cpm;
};

void counter_run(struct counter *counter, struct count_moment at,
                 const struct counter_run *run);

/* So many pushes of a run that has ended, however it did. Returns how many of them count:
 * none where they are excluded. */
int64_t counter_pushes(struct counter *counter, struct count_moment at, int64_t pushes,
                       bool simulated);

/* One more presses from now on, one less; calls come in pairs. */
void counter_run_began(struct counter *counter);
void counter_run_ended(struct counter *counter);

#endif
